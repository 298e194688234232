"""The reconciliation service, judged by the rules of the Reconciliation Service API 0.2."""
import json
import pathlib
import subprocess
import unittest
import urllib.parse

from support.databases import ServerTest, on_both_databases
from support.registration import check_registered, registration

JUDGE = pathlib.Path(__file__).parents[1] / "judges" / "verify_reconciliation.mjs"


def complaints(answers):
    """What the judge has to say of answers by their kinds; nothing where all keep to the rules."""
    labelled = [{"label": kind, "kind": kind, "answer": answer} for kind, answer in answers]
    done = subprocess.run(["node", str(JUDGE)], input=json.dumps(labelled), text=True,
                          capture_output=True, timeout=60)
    said = done.stdout.splitlines()
    if done.returncode not in (0, 1) or bool(said) != bool(done.returncode) or done.stderr:
        raise AssertionError(f"the judge ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return said


def candidate(**changes):
    return {"id": "ce-1", "name": "Harbor College", "score": 90, "match": True} | changes


class Judge(unittest.TestCase):
    """The judge itself: it would be worth nothing if it never complained."""

    def test_is_content_with_what_keeps_to_the_rules(self):
        self.assertEqual(complaints([
            ("manifest", {"versions": ["0.2"], "name": "n", "identifierSpace": "i",
                          "schemaSpace": "s"}),
            ("results", {"q0": {"result": [candidate(), candidate(id="ce-2", match=False)]},
                         "q1": {"result": []}}),
            ("extension", {"meta": [{"id": "p", "name": "P"}],
                           "rows": {"ce-1": {"p": [{"str": "x"}, {"int": 1}, {}]}}})]), [])

    def test_complains_of_whatever_does_not(self):
        for kind, answer in (
                ("manifest", {"versions": ["0.1"], "name": "n", "identifierSpace": "i",
                              "schemaSpace": "s"}),
                ("manifest", {"versions": ["0.2"], "name": "n", "identifierSpace": "i",
                              "schemaSpace": "s", "view": {"url": "https://x.example/"}}),
                ("results", []),
                ("results", {"q0": []}),
                ("results", {"q0": {"result": [{"id": "ce-1", "name": "Harbor College"}]}}),
                ("results", {"q0": {"result": [candidate(score="90")]}}),
                ("results", {"q0": {"result": [candidate(), candidate(id="ce-2")]}}),
                ("results", {"q0": {"result": [candidate(), candidate(match=False)]}}),
                ("results", {"q0": {"result": [candidate(score=1), candidate(id="ce-2", score=2,
                                                                            match=False)]}}),
                ("entities", {"result": [{"id": "ce-1"}]}),
                ("types", {"result": [{"id": "t", "name": "T", "broader": [{"id": "u"}]}]}),
                ("properties", {"results": []}),
                ("proposal", {"properties": [{"id": "p"}]}),
                ("extension", {"meta": [], "rows": {"ce-1": {"p": [{"str": "x", "int": 1}]}}}),
                ("extension", {"meta": [], "rows": {"ce-1": {"p": "x"}}})):
            self.assertTrue(complaints([(kind, answer)]), (kind, answer))


@on_both_databases
class Reconciliation(ServerTest):
    def setUp(self):
        self.college = registration(Name="Ostrand Maritime College")
        check_registered(self, self.server.register(self.college, self.key))

    def asked(self, path="", **parameters):
        answer = self.server.get(f"/reconcile{path}?" + urllib.parse.urlencode(
            {name: value if isinstance(value, str) else json.dumps(value)
             for name, value in parameters.items()}))
        self.assertEqual(answer.status, 200, answer.body)
        self.assertTrue(answer.headers["Content-Type"].startswith("application/json"))
        return answer.json

    def test_every_answer_keeps_to_the_rules(self):
        ctid = self.college["CTID"]
        results = self.asked(queries={
            "q0": {"query": "ostrand maritime colege", "type": "ceterms:Organization", "limit": 5,
                   "properties": [{"pid": "city", "v": "Harrison"}], "type_strict": "should"},
            "q1": {"query": "nothing is called so"},
            "a key / with \"signs\"": {"query": ctid},
            "": {"query": ""}})
        self.assertEqual(list(results), ["q0", "q1", "a key / with \"signs\"", ""])
        self.assertEqual(results["a key / with \"signs\""]["result"][0]["id"], ctid)
        extension = self.asked(extend={
            "ids": [ctid, "ce-unknown"],
            "properties": [{"id": "ceterms:name"}, {"id": "city"}, {"id": "fein"},
                           {"id": "nobody:knows"}]})
        self.assertEqual(extension["rows"][ctid]["city"], [{"str": "Harrison"}])
        entities = self.asked("/suggest/entity", prefix="ostr")
        self.assertTrue(entities["result"])
        types = self.asked("/suggest/type", prefix="qa")
        self.assertTrue(types["result"])
        properties = self.asked("/suggest/property", prefix="c")
        self.assertTrue(properties["result"])
        proposal = self.asked("/extend/propose", type="ceterms:Organization", limit="3")
        self.assertEqual(len(proposal["properties"]), 3)
        self.assertEqual(complaints([
            ("manifest", self.asked()), ("results", results), ("extension", extension),
            ("entities", entities), ("entities", self.asked("/suggest/entity", prefix="zzz")),
            ("types", types), ("properties", properties), ("proposal", proposal)]), [])

    def test_the_manifest_leads_to_what_is_there(self):
        manifest = self.asked()
        self.assertEqual(manifest["identifierSpace"], self.server.url + "/resources/")
        services = [manifest["suggest"][name] for name in ("entity", "type", "property")]
        services.append(manifest["extend"]["propose_properties"])
        pages = [manifest["view"]["url"], manifest["preview"]["url"]]
        addresses = [service["service_url"] + service["service_path"] + "?prefix=o&type=Course"
                     for service in services]
        addresses += [page.replace("{{id}}", self.college["CTID"]) for page in pages]
        for address in addresses:
            self.assertTrue(address.startswith(self.server.url + "/"), address)
            self.assertEqual(self.server.get(address[len(self.server.url):]).status, 200, address)
