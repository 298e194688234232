"""50,000 real organizations are found in Chromium, whatever their script, also with a slip."""
import csv
import io
import json
import os
import pathlib
import random
import subprocess
import urllib.request
import xml.etree.ElementTree

from support.databases import RegistryTest

from .data import unpacked

TAX_EXEMPT = 15_500  # of the IRS file; the others are of ROR's
NAMES = 60           # that are searched, of each file
SEED = 20_260_101
SCENES = pathlib.Path(__file__).parent / "finder_scenes.mjs"


def with_slip(name, chance):
    """One letter left out, in the middle."""
    place = chance.randrange(2, len(name) - 2)
    return name[:place] + name[place + 1:]


def display_name(organization):
    return next(name["value"] for name in organization["names"] if "ror_display" in name["types"])


def locations(url):
    with urllib.request.urlopen(url) as answer:
        root = xml.etree.ElementTree.fromstring(answer.read())
    return [location.text for location in root.iterfind("{*}*/{*}loc")]


class Finder(RegistryTest):
    def setUp(self):
        self.local = self.registry()
        head = unpacked("irs-eo-bmf.csv").splitlines(keepends=True)[:TAX_EXEMPT + 1]
        research = unpacked("ror-v2.ndjson")
        self.registered = (self.bring("irs", "tax_exempt.csv", b"".join(head))
                         + self.bring("ror", "research.ndjson", research))
        self.assertGreaterEqual(self.registered, 50_000)
        rows = csv.DictReader(io.StringIO(b"".join(head).decode()))
        self.names = {"IRS": [row["NAME"] for row in rows],
                      "ROR": [display_name(json.loads(line)) for line in research.splitlines()]}

    def bring(self, kind, name, content):
        file = self.local.folder / name
        file.write_bytes(content)
        done = self.local.run("import", kind, str(file), "--json")
        self.assertIn(done.returncode, (0, 1), done.stderr)
        said = json.loads(done.stdout.strip().splitlines()[-1])
        print(f"\n{kind}: {said}", flush=True)
        return said["registered"]

    def questions(self):
        chance = random.Random(SEED)
        asked = []
        for names in self.names.values():
            told = sorted({name for name in names if len(name) >= 12 and " " in name})
            asked += [{"name": name, "slip": with_slip(name, chance)}
                      for name in chance.sample(told, NAMES)]
        return asked

    def test_they_are_found_suggested_narrowed_and_shown_in_chromium(self):
        server = self.local.serve("--rate-limit-per-address", "0")
        questions = self.local.folder / "questions.json"
        questions.write_text(json.dumps(self.questions()))
        done = subprocess.run(["node", "--test", str(SCENES)], text=True, capture_output=True,
                              env=os.environ | {"CARTULARY_URL": server.url,
                                                "CARTULARY_QUESTIONS": str(questions)})
        print(done.stdout, flush=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        pages = [page for part in locations(f"{server.url}/sitemap.xml")
                 for page in locations(part)]
        self.assertEqual(len(set(pages)), len(pages))
        self.assertGreaterEqual(len(pages), self.registered)
        server.stop()
