"""The files that the rules are about."""
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCES = ROOT / "src"


def cpp_files(*folders):
    """Every C++ file below the folders (all of src/ when none is named)."""
    for folder in folders or (SOURCES,):
        for file in sorted(folder.rglob("*")):
            if file.suffix in (".cpp", ".h"):
                yield file


def lines(file):
    return enumerate(file.read_text(encoding="utf-8").splitlines(), 1)


def layer_of(file):
    """`store`, or `dialects/accounts`."""
    parts = file.relative_to(SOURCES).parts
    return "/".join(parts[:2]) if parts[0] == "dialects" else parts[0]


def place(file, number=None):
    path = str(file.relative_to(ROOT))
    return path if number is None else f"{path}:{number}"


def is_test(file):
    return file.stem.endswith("_test")
