"""What is served as linked data, judged by an implementation of JSON-LD that is not ours."""
import copy
import json
import pathlib
import subprocess
import unittest

from support.databases import ServerTest, on_both_databases
from support.registration import check_registered, new_ctid, registration
from support.vocabulary import (ABSTRACT, ORGANIZATIONS, address, document, properties,
                                published_classes, with_part)

JUDGE = pathlib.Path(__file__).parents[1] / "judges" / "expand_ctdl.mjs"
CTDL = "https://credreg.net/ctdl/schema/context/json"
ASN = "https://credreg.net/ctdlasn/schema/context/json"
PUBLIC_URL = "https://registry.example"


def complaints(documents):
    """What the judge has to say; nothing where all is understood as it is written."""
    labelled = [{"label": label, "document": said} for label, said in documents.items()]
    done = subprocess.run(["node", str(JUDGE)], input=json.dumps(labelled), text=True,
                          capture_output=True, timeout=120)
    said = done.stdout.splitlines()
    if done.returncode not in (0, 1) or bool(said) != bool(done.returncode) or done.stderr:
        raise AssertionError(f"the judge ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return said


def certificate(owner, **changes):
    made = {
        "@context": CTDL, "@id": address(new_ctid()), "@type": "ceterms:Certificate",
        "ceterms:name": {"en-US": "Welding", "de": "Schweißen"},
        "ceterms:description": {"en-US": "Who has it joins metal by heat."},
        "ceterms:inLanguage": ["en-US"],
        "ceterms:keyword": {"en-US": ["joining", "metal"]},
        "ceterms:ownedBy": [address(owner)],
        "ceterms:subjectWebpage": "https://college.example/welding?level=1#top",
        "ceterms:credentialStatusType": {
            "@type": "ceterms:CredentialAlignmentObject",
            "ceterms:targetNode": "credentialStat:Active",
            "ceterms:targetNodeName": {"en-US": "Active"}},
        "ceterms:availableAt": [{"@type": "ceterms:Place", "ceterms:latitude": 41.25,
                                 "ceterms:addressLocality": {"en-US": "Harrison"}}],
        "ceterms:isNonCredit": False,
        "ceterms:dateEffective": "2026-01-31",
    }
    made["ceterms:ctid"] = made["@id"].rpartition("/")[2]
    return made | changes


class Judge(unittest.TestCase):
    """The judge itself: it would be worth nothing if it never complained."""

    def test_is_content_with_what_is_right(self):
        self.assertEqual(complaints({"right": certificate(new_ctid())}), [])

    def test_complains_of_whatever_is_lost_or_relative(self):
        def complaint_of(**changes):
            said = complaints({"wrong": certificate(new_ctid(), **changes)})
            return "\n".join(said)

        self.assertIn("loses the property name", complaint_of(name="Welding"))
        self.assertIn('"resources/x" is no address', complaint_of(**{"@id": "resources/x"}))
        self.assertIn("is no address", complaint_of(**{"@type": "Certificate"}))
        self.assertIn('"asnThing:x" is no address',
                      complaint_of(**{"ceterms:isSimilarTo": ["asnThing:x"]}))
        self.assertIn("is no address", complaint_of(**{"unknown:term": 1}))
        self.assertIn("_:b0 is not defined", complaint_of(**{"ceterms:availableAt": ["_:b0"]}))
        self.assertIn("the context is not", complaint_of(**{"@context": "https://other.example"}))
        self.assertIn("loses the", complaint_of(**{"ceterms:keyword": "no map"}))


@on_both_databases
class LinkedData(ServerTest):
    settings = ServerTest.settings + ["--public-url", PUBLIC_URL]

    def setUp(self):
        super().setUp()
        body = registration()
        self.owner = body["CTID"]
        self.owner_key = check_registered(self, self.server.register(body, self.key))

    def publish(self, payload):
        answer = self.server.request(
            "POST", f"/resources/organizations/{self.owner}/documents?skip_validation=false",
            payload, self.owner_key)
        self.assertIn(answer.status, (200, 201), answer.body.decode())

    def served(self, ctid):
        """The resource and the graph of a CTID, by label."""
        documents = {}
        for kind in ("resources", "graph"):
            answer = self.server.get(f"/{kind}/{ctid}",
                                     headers={"Accept": "application/ld+json"})
            self.assertEqual(answer.status, 200, answer.body)
            self.assertTrue(answer.headers["Content-Type"].startswith("application/ld+json") or
                            answer.headers["Content-Type"].startswith("application/json"))
            documents[f"{kind} {ctid}"] = answer.json
        return documents

    def check(self, *ctids):
        documents = {}
        for ctid in ctids:
            documents |= self.served(ctid)
        self.assertEqual(complaints(documents), [])
        return documents

    def test_an_organization_that_was_registered_is_linked_data(self):
        documents = self.check(self.owner)
        node = documents[f"resources {self.owner}"]
        self.assertEqual(node["@id"], f"{PUBLIC_URL}/resources/{self.owner}")
        self.assertIn(node["@type"], ORGANIZATIONS)

    def test_a_document_is_served_as_it_was_published(self):
        sent = certificate(self.owner)
        ctid = sent["ceterms:ctid"]
        self.publish(sent)
        node = self.check(ctid)[f"resources {ctid}"]
        self.assertEqual(node["@id"], f"{PUBLIC_URL}/resources/{ctid}")
        self.assertEqual(node["ceterms:ownedBy"], [f"{PUBLIC_URL}/resources/{self.owner}"])
        for name in ("ceterms:name", "ceterms:keyword", "ceterms:subjectWebpage",
                     "ceterms:isNonCredit", "ceterms:dateEffective"):
            self.assertEqual(node[name], sent[name], name)
        place = node["ceterms:availableAt"][0]
        self.assertEqual(place["ceterms:latitude"], 41.25)

    def test_every_spelling_of_terms_is_understood(self):
        sent = certificate(self.owner)
        ctid = sent["ceterms:ctid"].upper().replace("CE-", "ce-")
        spelled = {name.replace("ceterms:", "http://credreg.net/ctdl/terms/"): value
                   for name, value in copy.deepcopy(sent).items()}
        spelled |= {"@context": "http://credreg.net/ctdl/schema/context/json",
                    "@type": "https://purl.org/ctdl/terms/Certificate",
                    "http://credreg.net/ctdl/terms/ctid": ctid}
        self.publish({"@context": spelled.pop("@context"), "@graph": [spelled]})
        node = self.check(ctid.lower())[f"resources {ctid.lower()}"]
        self.assertEqual(node["ceterms:name"], sent["ceterms:name"])

    def test_a_framework_names_concepts_that_its_context_does_not_know(self):
        framework, competency = new_ctid(), new_ctid()
        self.publish({"@context": ASN, "@id": address(framework), "@graph": [
            {"@id": address(framework), "@type": "ceasn:CompetencyFramework",
             "ceterms:ctid": framework, "ceasn:name": {"en-US": "Joining"},
             "ceasn:description": {"en-US": "How metal is joined"}, "ceasn:inLanguage": ["en-US"],
             "ceasn:publisher": [address(self.owner)], "ceasn:dateCreated": "2026-01-31",
             "ceasn:publicationStatusType": "publicationStatus:Published",
             "ceasn:educationLevelType": ["audLevel:BeginnerLevel"],
             "ceasn:hasTopChild": [address(competency)]},
            {"@id": address(competency), "@type": "ceasn:Competency", "ceterms:ctid": competency,
             "ceasn:competencyText": {"en-US": "Joins pipes"}, "ceasn:inLanguage": ["en-US"],
             "ceasn:isTopChildOf": address(framework), "ceasn:isPartOf": [address(framework)]}]})
        self.check(framework, competency)

    def test_every_property_of_every_class_comes_through(self):
        seen = set()
        documents = {}
        for class_name in published_classes():
            if class_name in ORGANIZATIONS or class_name in ABSTRACT:
                continue
            sent = document(class_name, self.owner)
            with self.subTest(class_name):
                self.publish(with_part(sent))
                ctid = sent["ceterms:ctid"]
                documents |= self.served(ctid)
                node = documents[f"resources {ctid}"]
                self.assertEqual(set(sent), set(node), class_name)
                seen |= set(node)
        self.assertEqual(complaints(documents), [])
        self.assertGreater(len(seen), len(properties()) // 2)
