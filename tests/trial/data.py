"""The real data that the trials read."""
import csv
import io
import os
import pathlib
import subprocess
import tarfile

FOLDER = pathlib.Path(os.environ.get("CARTULARY_DATA_DIR", ""))


def unpacked(name):
    return subprocess.run(["zstd", "--decompress", "--stdout", str(FOLDER / f"{name}.zst")],
                          check=True, capture_output=True).stdout


def rows_of(table):
    """An IPEDS table's rows by column."""
    return list(csv.DictReader(io.StringIO(table.decode("cp1252"), newline="")))


def torture_files(folder):
    """Name and content of every file below a folder of the torture sets."""
    with tarfile.open(fileobj=io.BytesIO(unpacked("torture-sets.tar"))) as archive:
        for member in archive.getmembers():
            if member.isfile() and member.name.startswith(f"torture/{folder}/"):
                yield member.name.rpartition("/")[2], archive.extractfile(member).read()
