"""The tables of CTDL against the files that they were made from."""
import io
import json
import pathlib
import subprocess
import tarfile
import tempfile
import unittest

from support.server import binary

from .data import unpacked

ROOT = pathlib.Path(__file__).parents[2]
SOURCES = ROOT / "src" / "ctdl"
JUDGES = ROOT / "tests" / "judges"


def printed(script, *arguments):
    return subprocess.run([str(script), *map(str, arguments)], check=True,
                          capture_output=True).stdout


class Vocabulary(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        with tarfile.open(fileobj=io.BytesIO(unpacked("ctdl.tar"))) as archive:
            archive.extractall(cls.folder.name)
        published = pathlib.Path(cls.folder.name) / "ctdl-vocabulary"
        cls.schemas = [published / name / "schema.json" for name in ("ctdl", "ctdlasn")]
        cls.contexts = [published / name / "context.json" for name in ("ctdl", "ctdlasn")]

    def check(self, *files):
        done = subprocess.run([binary(), "vocabulary", "check", *map(str, files)], text=True,
                              capture_output=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout

    def test_the_table_is_what_the_script_writes(self):
        files = [file for pair in zip(self.schemas, self.contexts) for file in pair]
        self.assertEqual(printed(SOURCES / "list_terms.py", *files),
                         (SOURCES / "terms.txt").read_bytes())

    def test_the_contexts_of_the_judge_are_the_published_ones(self):
        for file, name in zip(self.contexts, ("ctdl_context.json", "ctdl_asn_context.json")):
            kept = (JUDGES / name).read_bytes()
            self.assertEqual(printed(JUDGES / "list_context.py", file), kept)
            published = json.loads(file.read_bytes())
            self.assertEqual(json.loads(kept)["@context"], published["@context"])

    def test_the_schemas_differ_in_nothing_from_the_table(self):
        for files in (self.schemas, self.schemas[:1], self.schemas[1:]):
            self.assertEqual(self.check(*files), "nothing differs\n")

    def test_a_newer_schema_is_told_term_by_term(self):
        schema = json.loads(self.schemas[0].read_bytes())
        terms = schema["@graph"]
        terms[:] = [term for term in terms if term["@id"] != "ceterms:Task"]
        terms.append({"@type": "rdfs:Class", "@id": "ceterms:Voyage",
                      "rdfs:label": {"en-US": "Voyage"}})
        newer = pathlib.Path(self.folder.name) / "newer.json"
        newer.write_text(json.dumps(schema), encoding="utf-8")
        self.assertEqual(self.check(newer).splitlines(),
                         ["removed  class ceterms:Task", "added  class ceterms:Voyage",
                          "1 added, 1 removed, 0 changed"])
