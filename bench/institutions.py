"""The registry with every organization of the IRS file and of ROR's, and the same rows in plain
databases."""
import contextlib
import csv
import io
import json
import pathlib
import shutil
import subprocess
import sys
import time

from measure import DATA, ROOT, BenchRegistry, on_core, SERVER_CORE

sys.path.insert(0, str(ROOT / "tests"))
from support.databases import run_sql  # noqa: E402
from support.postgres import Cluster  # noqa: E402

FILES = {"irs": "irs-eo-bmf.csv", "ror": "ror-v2.ndjson", "ror-1": "ror-v1.ndjson"}
FLAT = ["irs-eo-bmf.csv", "ror-orgs.csv"]


def data_folder():
    import os
    return pathlib.Path(os.environ.get("CARTULARY_DATA_DIR", ROOT.parent / "shared" / "data"))


def unpacked(name):
    """The file without its compression, kept in build/bench-data."""
    file = DATA / "files" / name
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        source = data_folder() / f"{name}.zst"
        if not source.exists():
            raise SystemExit(f"script/bench: there is no {source}; set CARTULARY_DATA_DIR")
        subprocess.run(["zstd", "--decompress", "--quiet", "-o", str(file), str(source)],
                       check=True)
    return file


def names_of_files():
    """The name of every organization of both files."""
    for name, column in (("irs-eo-bmf.csv", "NAME"), ("ror-orgs.csv", "name")):
        with open(unpacked(name), encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield row[column]


@contextlib.contextmanager
def timed(figures, name):
    start = time.monotonic()
    yield
    figures[name] = time.monotonic() - start


def load(registry, figures):
    """Everything through `cartulary import`, one file after the other."""
    for kind, name in FILES.items():
        with timed(figures, kind), on_core(SERVER_CORE):
            done = subprocess.run([*registry.program(), "import", kind.partition("-")[0],
                                   str(unpacked(name)), "--json", *registry.place()],
                                  text=True, capture_output=True)
        if done.returncode not in (0, 1):
            raise RuntimeError(f"import {kind} ended with {done.returncode}\n{done.stderr}")
        figures[f"{kind} rows"] = json.loads(done.stdout.strip().splitlines()[-1])


def loaded_registry():
    """The registry on SQLite, loaded once, and what loading it took."""
    folder = DATA / "institutions"
    facts = folder / "loading.json"
    registry = BenchRegistry(folder)
    if not facts.exists():
        shutil.rmtree(folder, ignore_errors=True)
        registry = BenchRegistry(folder)
        figures = {}
        print("importing every organization of the IRS and ROR files (once)", flush=True)
        load(registry, figures)
        facts.write_text(json.dumps(figures))
    return registry, json.loads(facts.read_text())


def sqlite_import_seconds():
    """The same rows by sqlite3's own .import, into a table without an index."""
    file = DATA / "plain.db"
    file.unlink(missing_ok=True)
    figures = {}
    with timed(figures, "seconds"), on_core(SERVER_CORE):
        for number, name in enumerate(FLAT):
            subprocess.run(["sqlite3", str(file), f".import --csv {unpacked(name)} t{number}"],
                           check=True)
    size = file.stat().st_size
    file.unlink()
    return figures["seconds"], size


class PlainPostgres:
    """PostgreSQL with the names alone, indexed for its own full-text search and for trigrams."""

    def __init__(self):
        self.cluster = Cluster(durable=True)
        self.uri = self.cluster.uri("postgres")
        self.copy_seconds = 0.0

    def copy(self):
        rows = io.StringIO()
        for name in names_of_files():
            rows.write(name.replace("\\", "\\\\").replace("\t", " ").replace("\n", " ") + "\n")
        run_sql(self.uri, "create extension pg_trgm;"
                          "create table names (id bigint generated always as identity, name text)")
        started = time.monotonic()
        subprocess.run(["psql", "--quiet", "--command", "\\copy names (name) from stdin", self.uri],
                       input=rows.getvalue(), text=True, check=True)
        self.copy_seconds = time.monotonic() - started
        run_sql(self.uri,
                "alter table names add words tsvector generated always as "
                "(to_tsvector('simple', name)) stored;"
                "create index names_words on names using gin (words);"
                "create index names_trigrams on names using gin (name gin_trgm_ops);"
                "create index names_lower on names (lower(name) text_pattern_ops);"
                "analyze names")

    def close(self):
        self.cluster.close()
