"""A company of 100,000 organizations through the Litmos interface: listed, read, replaced."""
import csv
import json
import shutil
import subprocess
import threading
import time
import urllib.request

from measure import (CLIENT_CORE, CONNECTIONS, DATA, ORGANIZATIONS, BenchRegistry, on_core,
                     processor_seconds, resident_mb, table, wrk)
from support.server import binary

LOGIN, USER, PASSWORD = "bench", "robot", "a bench that stands on its own"
HEADERS = {"CompanyLoginId": LOGIN, "ProductId": "1", "Username": USER, "Password": PASSWORD}
WARMING_SECONDS = 3
PIECE_BYTES = 1 << 16


def loaded_company():
    """A registry whose company has 100,000 organizations, and a file of their ids; made once."""
    folder = DATA / "litmos"
    ids = folder / "ids"
    if not ids.exists():
        shutil.rmtree(folder, ignore_errors=True)
        registry = BenchRegistry(folder)
        registry.command("company", "add", "--name", "Bench Company", "--login", LOGIN,
                         "--username", USER, "--password-stdin", stdin=PASSWORD + "\n")
        import_table(registry, folder / "organizations.csv")
        server = registry.serve()
        with urllib.request.urlopen(asked(server)) as answer:
            listed = json.load(answer)["Data"]
        server.stop()
        ids.write_text("".join(f"{organization['Id']}\n" for organization in listed))
    return BenchRegistry(folder), ids


def import_table(registry, file):
    with file.open("w", newline="", encoding="utf-8") as out:
        rows = csv.writer(out)
        rows.writerow(["Key", "Name", "City", "Country", "StateProvince", "Comments"])
        for number in range(1, ORGANIZATIONS + 1):
            rows.writerow([f"college-{number}", f"College {number} of the Bench", "Harrison", "US",
                           "MI", "a row of a table"])
    print(f"importing {ORGANIZATIONS:,} organizations (once)", flush=True)
    begin = time.monotonic()
    subprocess.run([binary(), "import", "litmos", str(file), "--company", LOGIN, "--json",
                    *registry.place()], check=True, stdout=subprocess.DEVNULL)
    print(f"  in {time.monotonic() - begin:.1f} s", flush=True)


def asked(server):
    return urllib.request.Request(f"{server.url}/api/organizations", headers=HEADERS)


class Peak:
    """The most memory of its own that a process has while this lasts."""

    def __init__(self, process):
        self.process, self.megabytes, self.ended = process, 0, threading.Event()

    def __enter__(self):
        self.thread = threading.Thread(target=self.watch)
        self.thread.start()
        return self

    def watch(self):
        while not self.ended.wait(0.01):
            self.megabytes = max(self.megabytes, resident_mb(self.process)[0])

    def __exit__(self, *_):
        self.ended.set()
        self.thread.join()


def list_all(registry):
    server = registry.serve()
    server.request("GET", "/api/organizations?Id=1", headers=HEADERS)  # the password is known now
    before, spent = resident_mb(server.process.pid)[0], processor_seconds([server.process.pid])
    with on_core(CLIENT_CORE), Peak(server.process.pid) as peak:
        begin = time.monotonic()
        with urllib.request.urlopen(asked(server)) as answer:
            received = len(answer.read(1))
            first = time.monotonic() - begin
            while piece := answer.read(PIECE_BYTES):
                received += len(piece)
        whole = time.monotonic() - begin
    spent = processor_seconds([server.process.pid]) - spent
    server.stop()
    table(f"Listing {ORGANIZATIONS:,} organizations through the Litmos interface",
          ["MB", "MB/s", "CPU s", "first byte ms", "whole s", "memory before MB", "peak MB"],
          [[received / 1e6, received / 1e6 / whole, spent, first * 1000, whole, before,
            peak.megabytes]])


def read_and_replace(registry, ids):
    rows = []
    for method in ("get", "put"):
        server = registry.serve()
        arguments = (method, str(ids), LOGIN, USER, PASSWORD)
        wrk(server.url, "litmos.lua", *arguments, seconds=WARMING_SECONDS)
        before = processor_seconds([server.process.pid])
        figures = wrk(server.url, "litmos.lua", *arguments)
        spent = processor_seconds([server.process.pid]) - before
        rows.append([method, figures["rate"], figures["p50_ms"], figures["p99_ms"],
                     spent / figures["requests"] * 1e6, resident_mb(server.process.pid)[0]])
        server.stop()
    table(f"One of {ORGANIZATIONS:,} organizations through the Litmos interface, "
          f"{CONNECTIONS} connections",
          ["", "requests/s", "p50 ms", "p99 ms", "CPU µs each", "memory MB"], rows)


def run():
    registry, ids = loaded_company()
    list_all(registry)
    read_and_replace(registry, ids)
