"""A table of 50,000 credentials uploaded by a program, beside what SQLite's own shell needs to import
the same file, and what a reader notices meanwhile."""
import csv
import http.client
import io
import pathlib
import shutil
import subprocess
import threading
import time

from measure import CLIENT_CORE, DATA, SERVER_CORE, BenchRegistry, on_core, table
from publishing import Owner

ROWS = 50_000
TIMEOUT_SECONDS = 1_200
HEADING = ["External Identifier", "Owned By", "Credential Name", "Credential Type", "Description",
           "Subject Webpage", "Credential Status", "Language", "Keywords", "Coded Notation",
           "Estimated Duration", "ConditionProfile: Condition Type",
           "ConditionProfile: Description"]


def row_of(number, name):
    return [f"B-{number}", "same as owner", f"{name} {number}", "Certificate",
            f"Somebody who has this has measured {number} things, each of them more than once, and "
            f"has written down what was measured, on what, when, and beside what it stands.",
            f"https://bench.example/credentials/{number}", "Active", "en-US",
            "measuring|waiting|writing it down", f"BENCH {number}", "6 weeks", "Requires",
            "Patience, and a machine on which nobody else works at the same time."]


def table_text(name="Measurer"):
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(HEADING)
    rows.writerows(row_of(number, name) for number in range(1, ROWS + 1))
    return text.getvalue().encode()


def peak_mb(process):
    """The most memory that a process ever had, mapped files too."""
    for line in pathlib.Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("the system does not tell VmHWM")


class Reader(threading.Thread):
    """Asks for the same page again and again; keeps how long each answer took."""

    def __init__(self, server):
        super().__init__()
        self.server, self.ended, self.milliseconds = server, threading.Event(), []
        self.start()

    def run(self):
        connection = self.server.connect()
        while not self.ended.wait(0.005):
            begun = time.monotonic()
            self.server.get("/search?fts=nothing", connection=connection)
            self.milliseconds.append((time.monotonic() - begun) * 1000)

    def stop(self):
        self.ended.set()
        self.join()
        return sorted(self.milliseconds)


def percentile(milliseconds, part):
    return milliseconds[min(len(milliseconds) - 1, int(len(milliseconds) * part))]


def upload(server, owner, text, mode="all-or-nothing"):
    """Seconds as the client has them, and the answer."""
    connection = http.client.HTTPConnection(server.host, server.port, timeout=TIMEOUT_SECONDS)
    begun = time.monotonic()
    answer = server.request("POST", f"/publisher/bulk/credentials?mode={mode}", text, owner.key,
                            {"Content-Type": "text/csv"}, connection)
    if answer.status != 200:
        raise RuntimeError(answer.body[:1_000])
    return time.monotonic() - begun, answer.json


def imported_seconds(file):
    """The shell's import of the same file, into a table without an index, durable."""
    database = DATA / "bulk-raw.db"
    database.unlink(missing_ok=True)
    begun = time.monotonic()
    with on_core(SERVER_CORE):
        subprocess.run(["sqlite3", str(database), "-cmd", ".mode csv",
                        f".import {file} credential"], check=True)
    seconds = time.monotonic() - begun
    database.unlink()
    return seconds


def line_of(name, server, owner, text):
    reader = Reader(server)
    with on_core(CLIENT_CORE):
        seconds, answer = upload(server, owner, text)
    waited = reader.stop()
    return [name, answer["added"], answer["updated"], answer["unchanged"], seconds,
            ROWS / seconds, peak_mb(server.process.pid), percentile(waited, 0.5),
            percentile(waited, 0.99)]


def run():
    folder = DATA / "bulk"
    shutil.rmtree(folder, ignore_errors=True)
    registry = BenchRegistry(folder)
    server = registry.serve()
    owner = Owner(registry, server)
    idle = peak_mb(server.process.pid)
    text = table_text()
    rows = [line_of("new", server, owner, text),
            line_of("the same again", server, owner, text),
            line_of("every row changed", server, owner, table_text("Waiter"))]
    begun = time.monotonic()
    answer = server.request("GET", "/publisher/bulk/credentials", None, owner.key)
    taken = time.monotonic() - begun
    file = folder / "table.csv"
    file.write_bytes(text)
    raw = imported_seconds(file)
    rows += [["taken away again", None, None, None, taken, ROWS / taken,
              peak_mb(server.process.pid), None, None],
             ["sqlite3 .import of the file", ROWS, None, None, raw, ROWS / raw, None, None, None]]
    table(f"A table of {ROWS:,} credentials ({len(text) / 1e6:.1f} MB, taken away "
          f"{len(answer.body) / 1e6:.1f} MB); peak memory before it {idle:.0f} MB",
          ["", "added", "updated", "unchanged", "seconds", "rows/s", "peak memory MB",
           "a search meanwhile, p50 ms", "p99 ms"], rows)
    server.stop()
    shutil.rmtree(folder, ignore_errors=True)
