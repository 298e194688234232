"""Organizations by what people wrote of where they work."""
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

from support.server import binary

from .data import unpacked

LINE = re.compile(r"^(.*): strings (\d+) precision ([\d.]+) recall ([\d.]+) accuracy ([\d.]+)$", re.M)


class Matching(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            organizations = folder / "organizations.ndjson"
            organizations.write_bytes(unpacked("ror-v1.ndjson") + unpacked("ror-v2.ndjson"))
            affiliations = folder / "affiliations.ndjson"
            affiliations.write_bytes(unpacked("affiliation-dev.ndjson"))
            program = pathlib.Path(os.path.abspath(binary())).parent / "matching"
            cls.said = subprocess.run([str(program), str(organizations), str(affiliations)],
                                      check=True, text=True, capture_output=True).stdout
        cls.figures = {what: (int(strings), float(precision), float(recall))
                       for what, strings, precision, recall, _ in LINE.findall(cls.said)}

    def test_what_is_chosen_is_right_and_most_are_found_where_all_that_are_meant_are_known(self):
        strings, precision, recall = self.figures["all meant are here"]
        self.assertEqual(strings, 3_437, self.said)
        self.assertGreaterEqual(precision, 0.97, self.said)
        self.assertGreaterEqual(recall, 0.80, self.said)

    def test_little_is_mistaken_for_what_is_not_known(self):
        strings, precision, _ = self.figures["all"]
        self.assertEqual(strings, 4_117, self.said)
        self.assertGreaterEqual(precision, 0.95, self.said)
