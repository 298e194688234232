"""Linked data that is brought in from files, beside a running server and alone."""
import gzip
import json

from support.databases import RegistryTest, on_both_databases
from support.registration import new_ctid
from support.vocabulary import CTDL, address


def organization(ctid, name):
    return {"@context": CTDL, "@id": address(ctid), "@type": "ceterms:CredentialOrganization",
            "ceterms:ctid": ctid, "ceterms:name": {"en-US": name},
            "ceterms:description": {"en-US": "Teaches to join metals."},
            "ceterms:subjectWebpage": "https://college.example/"}


def certificate(ctid, name, owner):
    return {"@context": CTDL, "@id": address(ctid), "@type": "ceterms:Certificate",
            "ceterms:ctid": ctid, "ceterms:name": {"en-US": name},
            "ceterms:ownedBy": [address(owner)]}


def envelope(document):
    return {"envelope_community": "ce_registry", "envelope_ceterms_ctid": document["ceterms:ctid"],
            "decoded_resource": {"@context": CTDL, "@id": document["@id"], "@graph": [
                {name: value for name, value in document.items() if name != "@context"}]}}


@on_both_databases
class CtdlImport(RegistryTest):
    def setUp(self):
        self.shared = self.registry()
        self.owner, self.welding, self.brazing = new_ctid(), new_ctid(), new_ctid()

    def file(self, name, *documents):
        text = "".join(json.dumps(document) + "\n" for document in documents).encode()
        path = self.shared.folder / name
        path.write_bytes(gzip.compress(text) if name.endswith(".gz") else text)
        return name  # relative to where the command runs

    def test_is_served_at_once_by_a_server_that_runs(self):
        server = self.shared.serve()
        files = [self.file("credentials.jsonl.gz",
                           envelope(certificate(self.welding, "Welding", self.owner)),
                           certificate(self.brazing.upper().replace("CE-", "ce-"), "Brazing",
                                       self.owner)),
                 self.file("owner.json", organization(self.owner, "College of Joining"))]
        said = self.shared.command("import", "ctdl", *files)
        self.assertEqual((said["created"], said["refused"]), (3, 0), said)
        for ctid, name in ((self.owner, "College of Joining"), (self.welding, "Welding"),
                           (self.brazing, "Brazing")):
            answer = server.get(f"/resources/{ctid}", headers={"Accept": "application/ld+json"})
            self.assertEqual(answer.status, 200, answer.body)
            self.assertEqual(answer.json["ceterms:name"], {"en-US": name})
        self.assertEqual(self.shared.command("import", "ctdl", *files)["unchanged"], 3)
        server.stop()
        self.assertEqual(self.shared.run("verify").returncode, 0)

    def test_tells_what_it_refuses_and_stores_the_rest(self):
        stranger = new_ctid()
        file = self.file("some.jsonl", organization(self.owner, "College of Joining"),
                         certificate(self.welding, "Welding", stranger), {"name": "nothing"})
        done = self.shared.run("import", "ctdl", file)
        self.assertEqual(done.returncode, 1, done.stdout)
        self.assertIn(f"some.jsonl:2  {self.welding}  refused: names no owner", done.stdout)
        self.assertIn("some.jsonl:3  refused: is neither a document", done.stdout)
        self.assertEqual(done.stderr.strip(), "2 of 3 documents were refused")
        named = self.shared.command("import", "ctdl", self.file(
            "other.jsonl", certificate(self.welding, "Welding", stranger)), "--owner", self.owner)
        self.assertEqual(named["created"], 1)

    def test_needs_files_that_are_there(self):
        done = self.shared.run("import", "ctdl", "nowhere.json")
        self.assertEqual(done.returncode, 1)
        self.assertIn("nowhere.json cannot be opened", done.stderr)
