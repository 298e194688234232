"""Matching what people wrote of where they work against 51,370 organizations of ROR."""
import os
import pathlib
import re
import subprocess
import tempfile

from measure import SERVER_CORE, on_core, table

ROOT = pathlib.Path(__file__).parents[1]
LINE = re.compile(r"^(.*): strings (\d+) precision ([\d.]+) recall ([\d.]+) accuracy ([\d.]+)$", re.M)
TIMES = re.compile(r"^milliseconds: p50 ([\d.]+) p99 ([\d.]+) most ([\d.]+)$", re.M)


def unpacked(names, path):
    data = pathlib.Path(os.environ.get("CARTULARY_DATA_DIR", ROOT.parent / "shared" / "data"))
    with open(path, "wb") as file:
        for name in names:
            subprocess.run(["zstd", "--decompress", "--stdout", str(data / f"{name}.zst")],
                           stdout=file, check=True)


def run():
    program = pathlib.Path(os.environ["CARTULARY_BINARY"]).parent / "matching"
    with tempfile.TemporaryDirectory() as folder:
        organizations, affiliations = f"{folder}/organizations", f"{folder}/affiliations"
        unpacked(["ror-v1.ndjson", "ror-v2.ndjson"], organizations)
        unpacked(["affiliation-dev.ndjson"], affiliations)
        with on_core(SERVER_CORE):
            said = subprocess.run([str(program), organizations, affiliations], check=True,
                                  text=True, capture_output=True).stdout
    table("Affiliations matched", ["", "strings", "precision %", "recall %", "accuracy %"],
          [[what, int(strings), *(100 * float(figure) for figure in figures)]
           for what, strings, *figures in LINE.findall(said)])
    table("Time of one", ["p50 ms", "p99 ms", "most ms"],
          [list(map(float, TIMES.search(said).groups()))])
