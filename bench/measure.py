"""What every measurement needs: a server on one core, a client on the other, and their figures."""
import atexit
import contextlib
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from support.server import Registry  # noqa: E402  (found only through the path above)

BENCH = ROOT / "bench"
DATA = ROOT / "build" / "bench-data"
ORGANIZATIONS = 100_000
SERVER_CORE, CLIENT_CORE = 0, 1
CONNECTIONS = 64
SECONDS = int(os.environ.get("CARTULARY_BENCH_SECONDS", "10"))
UNLIMITED = ["--rate-limit-per-key", "0", "--rate-limit-per-address", "0", "--mail", "hold",
             "--event-loops", "1"]


class BenchRegistry(Registry):
    """A registry in a folder that stays."""

    def __init__(self, folder, database=None):
        self.folder = folder
        self.folder.mkdir(parents=True, exist_ok=True)
        self.data = folder / "data"
        self.database = database
        self.servers = []
        atexit.register(self.kill_servers)

    def kill_servers(self):
        for server in self.servers:
            server.kill()

    def serve(self, *settings, access_log=False):
        with on_core(SERVER_CORE):
            return super().serve(*UNLIMITED, "--access-log", str(access_log).lower(), *settings)


@contextlib.contextmanager
def on_core(core):
    """What is started here stays on this core."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {core})
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def wrk(url, script, *arguments, connections=CONNECTIONS, seconds=SECONDS):
    """Runs wrk on the client's core; gives requests, seconds, errors, rate, p50_ms and p99_ms."""
    with on_core(CLIENT_CORE):
        done = subprocess.run(
            ["wrk", "--threads", "1", "--connections", str(connections),
             "--duration", f"{seconds}s", "--timeout", "30s", "--script", str(BENCH / script), url,
             "--", *arguments], check=True, text=True, capture_output=True)
    figures = json.loads(done.stdout.strip().splitlines()[-1])
    if figures["errors"] > figures["requests"] / 1000:
        raise RuntimeError(f"{figures['errors']} of {figures['requests']} requests to {url} failed")
    figures["rate"] = (figures["requests"] - figures["errors"]) / figures["seconds"]
    return figures


def processor_seconds(processes):
    """User and system time of these processes so far."""
    ticks = 0
    for process in processes:
        fields = pathlib.Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def processor_milliseconds(process):
    """Time of all its threads so far, as finely as the kernel knows it."""
    nanoseconds = 0
    for thread in pathlib.Path(f"/proc/{process}/task").iterdir():
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):  # it ended meanwhile
            nanoseconds += int((thread / "schedstat").read_text().split()[0])
    return nanoseconds / 1e6


def resident_mb(process):
    """Memory of its own, and pages of files that it has mapped (SQLite's among them), which the
    system takes back when it needs them."""
    kilobytes = {}
    for line in pathlib.Path(f"/proc/{process}/status").read_text().splitlines():
        name, _, rest = line.partition(":")
        if name in ("RssAnon", "RssFile"):
            kilobytes[name] = int(rest.split()[0])
    return kilobytes["RssAnon"] / 1024, kilobytes["RssFile"] / 1024


def table(title, header, rows):
    texts = [[text(cell) for cell in row] for row in [header, *rows]]
    widths = [max(len(row[column]) for row in texts) for column in range(len(header))]
    print(f"\n### {title}\n")
    for number, row in enumerate(texts):
        print("| " + " | ".join(cell.ljust(width) if column == 0 else cell.rjust(width)
                                for column, (cell, width) in enumerate(zip(row, widths))) + " |")
        if number == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")
    sys.stdout.flush()


def text(cell):
    if cell is None:
        return "–"
    if isinstance(cell, float):
        return f"{cell:,.0f}" if cell >= 1000 else f"{cell:,.1f}" if cell >= 10 else f"{cell:.2f}"
    return f"{cell:,}" if isinstance(cell, int) else cell
