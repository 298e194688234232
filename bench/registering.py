"""Registration at 64 connections: commits shared or not, beside raw SQLite and PostgreSQL."""
import shutil
import statistics
import subprocess

from measure import (CONNECTIONS, DATA, ROOT, SECONDS, SERVER_CORE, BenchRegistry, on_core,
                     processor_seconds, resident_mb, table, wrk)
from support.postgres import Cluster

ROUNDS = 3  # the ways take turns, so that a disk that slows down slows all of them


def through_server(settings, database=None):
    folder = DATA / "registering"
    shutil.rmtree(folder, ignore_errors=True)
    registry = BenchRegistry(folder, database)
    server = registry.serve(*settings)
    key = registry.add_partner()["api_key"]
    before = processor_seconds([server.process.pid])
    figures = wrk(server.url, "register.lua", key, seconds=max(SECONDS // 2, 2))
    figures["processor_us"] = ((processor_seconds([server.process.pid]) - before)
                               / figures["requests"] * 1e6)
    figures["memory_mb"] = resident_mb(server.process.pid)[0]
    server.stop()
    registry.close()
    return figures


def through_postgres():
    with on_core(SERVER_CORE):
        cluster = Cluster(durable=True)
    try:
        return through_server([], cluster.uri("postgres"))
    finally:
        cluster.close()


def raw_sqlite(per_commit):
    folder = DATA / "raw"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    count = 30_000 if per_commit > 1 else 8_000
    with on_core(SERVER_CORE):
        done = subprocess.run([str(ROOT / "build/release/raw_sqlite"), str(folder / "raw.db"),
                               str(count), str(per_commit)],
                              check=True, text=True, capture_output=True)
    shutil.rmtree(folder)
    return {"rate": float(done.stdout)}


WAYS = {
    "cartulary, SQLite, commits shared": lambda: through_server([]),
    "cartulary, SQLite, one commit each": lambda: through_server(["--commit-group-max", "1"]),
    "cartulary, PostgreSQL on the same core": through_postgres,
    f"raw SQLite, {CONNECTIONS} rows' worth a commit": lambda: raw_sqlite(CONNECTIONS),
    "raw SQLite, one commit each": lambda: raw_sqlite(1),
}


def run():
    figures = {name: [] for name in WAYS}
    for _ in range(ROUNDS):
        for name, way in WAYS.items():
            figures[name].append(way())
    alone = median(figures["cartulary, SQLite, one commit each"], "rate")
    rows = [[name, median(found, "rate"), median(found, "rate") / alone, median(found, "p50_ms"),
             median(found, "p99_ms"), median(found, "processor_us"), median(found, "memory_mb")]
            for name, found in figures.items()]
    table(f"Registering organizations, {CONNECTIONS} connections, every answer durable",
          ["", "registrations/s", "of one commit each", "p50 ms", "p99 ms", "CPU µs each",
           "memory MB"], rows)


def median(found, figure):
    values = [figures[figure] for figures in found if figure in figures]
    return statistics.median(values) if values else None
