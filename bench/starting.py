"""Start to first answer with 100,000 organizations, memory, and the size of the binary."""
import pathlib
import statistics
import subprocess
import tempfile
import time

from loading import loaded_registry
from measure import resident_mb, table, wrk
from support.server import binary

STARTS = 5


def run():
    registry, ctids, key = loaded_registry()
    first = ctids.read_text().split()[0]
    seconds = []
    for _ in range(STARTS):
        began = time.monotonic()
        server = registry.serve()
        assert server.organization(first, key).status == 200
        seconds.append(time.monotonic() - began)
        server.stop()

    server = registry.serve()
    server.organization(first, key)
    time.sleep(2)
    idle = resident_mb(server.process.pid)
    wrk(server.url, "read.lua", str(ctids), key)
    reading = resident_mb(server.process.pid)
    server.stop()

    size = pathlib.Path(binary()).stat().st_size
    with tempfile.NamedTemporaryFile() as stripped:
        subprocess.run(["strip", "-o", stripped.name, binary()], check=True)
        stripped_size = pathlib.Path(stripped.name).stat().st_size
    table("Starting and resting with 100,000 organizations", ["", "figure"], [
        ["start to first answer, ms (median)", statistics.median(seconds) * 1000],
        ["memory when idle, MB", idle[0]],
        ["memory after reads at 64 connections, MB", reading[0]],
        ["pages of the database mapped after them, MB", reading[1]],
        ["binary with line tables, MB", size / 2**20],
        ["binary stripped, MB", stripped_size / 2**20],
    ])
