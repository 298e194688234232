"""The registry with every organization of the IRS file and of ROR's, and the same rows in plain
databases."""
import csv
import json
import os
import pathlib
import shutil
import subprocess
import sys
import time

from measure import DATA, ROOT, BenchRegistry, on_core, SERVER_CORE

sys.path.insert(0, str(ROOT / "tests"))
from support.databases import run_sql  # noqa: E402
from support.postgres import Cluster  # noqa: E402
from support.server import binary  # noqa: E402

FILES = {"irs": "irs-eo-bmf.csv", "ror": "ror-v2.ndjson", "ror-1": "ror-v1.ndjson"}
FLAT = {"irs": "irs-eo-bmf.csv", "ror": "ror-orgs.csv"}  # the same organizations


def data_folder():
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


def organizations_of_files():
    """The name and the city of every organization of both files."""
    for kind, name, city in (("irs", "NAME", "CITY"), ("ror", "name", "city")):
        with open(unpacked(FLAT[kind]), encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                yield row[name], row[city]


def run_alone(arguments):
    """On the server's core: what it takes of time, of the processor's, and at most of memory."""
    started = time.monotonic()
    with on_core(SERVER_CORE), subprocess.Popen(arguments,
                                                stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):  # 1: some rows were refused
        raise RuntimeError(f"{' '.join(arguments)} ended with {process.returncode}")
    return {"seconds": time.monotonic() - started, "processor": used.ru_utime + used.ru_stime,
            "peak_mb": used.ru_maxrss / 1024}


def together(parts, size):
    """One after the other, and the bytes that all of them left."""
    return {"seconds": sum(part["seconds"] for part in parts),
            "processor": sum(part["processor"] for part in parts),
            "peak_mb": max(part["peak_mb"] for part in parts), "bytes": size}


def load(registry):
    """Everything through `cartulary import`, one file after the other."""
    parts = [run_alone([binary(), "import", kind.partition("-")[0], str(unpacked(name)), "--json",
                        *registry.place()]) for kind, name in FILES.items()]
    return together(parts,
                    sum(file.stat().st_size for file in registry.data.glob("cartulary.db*")))


def loaded_registry():
    """The registry on SQLite, loaded once, and what loading it took."""
    folder = DATA / "institutions"
    facts = folder / "loading.json"
    registry = BenchRegistry(folder)
    if not facts.exists():
        shutil.rmtree(folder, ignore_errors=True)
        registry = BenchRegistry(folder)
        print("importing every organization of the IRS and ROR files (once)", flush=True)
        facts.write_text(json.dumps(load(registry)))
    return registry, json.loads(facts.read_text())


def loaded_plain_sqlite():
    """What the same rows take by sqlite3's own .import, into tables without an index."""
    database = DATA / "plain.db"
    database.unlink(missing_ok=True)
    parts = [run_alone(["sqlite3", str(database), f".import --csv {unpacked(name)} {kind}"])
             for kind, name in FLAT.items()]
    size = database.stat().st_size
    database.unlink()
    return together(parts, size)


def postgres():
    with on_core(SERVER_CORE):
        return Cluster(durable=True)


def loaded_plain_postgres(uri):
    """What the same rows take by \\copy, into tables without an index."""
    parts, size = [], 0
    for kind, name in FLAT.items():
        with open(unpacked(name), encoding="utf-8", newline="") as file:
            columns = ", ".join(f'"{column}" text' for column in next(csv.reader(file)))
        run_sql(uri, f"create table {kind} ({columns})")
        parts.append(run_alone(["psql", "--no-psqlrc", "--quiet", "--command",
                                f"\\copy {kind} from '{unpacked(name)}' csv header", uri]))
        size += int(run_sql(uri, f"select pg_table_size('{kind}')"))
    # Of the client alone, whose server does the work.
    return together(parts, size) | {"processor": None, "peak_mb": None}
