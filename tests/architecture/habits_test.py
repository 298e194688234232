"""Rules of the house that a machine can check."""
import re
import shutil
import subprocess
import unittest

from .sources import ROOT, SOURCES, cpp_files, layer_of, lines, place

FILE_LINES_MAX = 450
WRITTEN = ("src", "script", "tests", "bench", "cmake", "migrations", ".ci")
LEFT_BEHIND = re.compile(r"\b(FIX" r"ME|TO" r"DO|XX" r"X|HA" r"CK)\b")
SKIPPED = re.compile(r"GTEST_" r"SKIP|\bDIS" r"ABLED_|@unittest\.sk" r"ip|\bself\.sk" r"ipTest\(")


def written_files():
    for folder in WRITTEN:
        for file in sorted((ROOT / folder).rglob("*")):
            if file.is_file() and not {"__pycache__", "node_modules"} & set(file.parts):
                yield file


def text_lines(file):
    return enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), 1)


class Habits(unittest.TestCase):
    def test_a_file_fits_a_sitting(self):
        wrong = []
        for file in written_files():
            if file.suffix in (".cpp", ".h", ".py", ".sql", "") and file.name != "LICENSE":
                count = sum(1 for _ in text_lines(file))
                if count > FILE_LINES_MAX:
                    wrong.append(f"{place(file)}: {count} lines; move a part of at most "
                                 f"{FILE_LINES_MAX} lines into a file of its own")
        self.assertEqual(wrong, [], "\n" + "\n".join(wrong))

    def test_nothing_is_left_for_later(self):
        wrong = [f"{place(file, number)}: do it, or write an issue: {line.strip()}"
                 for file in written_files() for number, line in text_lines(file)
                 if LEFT_BEHIND.search(line)]
        self.assertEqual(wrong, [], "\n" + "\n".join(wrong))

    def test_no_test_is_skipped(self):
        wrong = [f"{place(file, number)}: make it pass or take it out: {line.strip()}"
                 for file in written_files() for number, line in text_lines(file)
                 if SKIPPED.search(line)]
        self.assertEqual(wrong, [], "\n" + "\n".join(wrong))

    def test_coroutines_stay_in_http(self):
        word = re.compile(r"\bco_(await|return|yield)\b")
        wrong = [f"{place(file, number)}: g++ 12 miscompiles coroutines; write a plain function, "
                 f"or keep it in src/http"
                 for file in cpp_files() if layer_of(file) != "http"
                 for number, line in lines(file) if word.search(line.partition("//")[0])]
        self.assertEqual(wrong, [], "\n" + "\n".join(wrong))

    def test_no_object_is_made_inside_an_awaited_call(self):
        # g++ 12 destroys an aggregate temporary or a capturing lambda twice when it is made inside
        # the expression that is awaited.
        made = re.compile(r"\bco_await\b.*(\(\s*|,\s*)(\{|\[[^\]]+\]\s*[({])")
        wrong = [f"{place(file, number)}: name the object on a line of its own first, then await"
                 for file in cpp_files(SOURCES / "http")
                 for number, line in lines(file) if made.search(line.partition("//")[0])]
        self.assertEqual(wrong, [], "\n" + "\n".join(wrong))

    def test_headers_are_guarded_by_pragma_once(self):
        wrong = [f"{place(file)}: begin it with #pragma once"
                 for file in cpp_files() if file.suffix == ".h"
                 and "#pragma once" not in file.read_text(encoding="utf-8")]
        self.assertEqual(wrong, [], "\n" + "\n".join(wrong))

    def test_names_say_what_is_inside(self):
        hiding = re.compile(r"(^|_)(util|utils|common|helper|helpers|manager|misc)(_|$)")
        wrong = [f"{place(file)}: name it after the noun it is about"
                 for file in cpp_files() if hiding.search(file.stem)]
        self.assertEqual(wrong, [], "\n" + "\n".join(wrong))

    def test_every_file_is_formatted(self):
        program = shutil.which("clang-format-14")
        self.assertIsNotNone(program, "clang-format-14 is missing: run script/setup --test")
        done = subprocess.run(
            [program, "--style=file", "--dry-run", "-Werror", *cpp_files(SOURCES, ROOT / "bench")],
            cwd=ROOT, text=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        unformatted = sorted({line.partition(":")[0] for line in done.stderr.splitlines()
                              if "clang-format-violations" in line})
        self.assertEqual(done.returncode, 0,
                         "run script/format, which changes\n" + "\n".join(unformatted))
