"""What programs read of the finder: linked data in its pages, feeds, the map of the site."""
import datetime
import html.parser
import json
import pathlib
import subprocess
import unittest
import urllib.parse
import xml.etree.ElementTree

from support.databases import ServerTest, on_both_databases
from support.registration import check_registered, new_ctid, registration
from support.vocabulary import (ABSTRACT, CTDL, ORGANIZATIONS, address, document,
                                published_classes, with_part)

JUDGES = pathlib.Path(__file__).parents[1] / "judges"
PUBLIC_URL = "https://registry.example"
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
BLOCKS_BYTES_MAX = 40_000  # of a page
# What XML cannot hold, and what would be markup, in several scripts.
NASTY = "Welding \u0001\u001f & <b>\"more\"</b> ]]> \u05e9\u05dc\u05d5\u05dd \u6f22\u5b57 \U0001f393"


def complaints(judge, documents):
    """What a judge has to say; nothing where all is as it should be."""
    labelled = [{"label": label, "document": said} for label, said in documents.items()]
    done = subprocess.run(["node", str(JUDGES / judge)], input=json.dumps(labelled), text=True,
                          capture_output=True, timeout=120)
    said = done.stdout.splitlines()
    if done.returncode not in (0, 1) or bool(said) != bool(done.returncode) or done.stderr:
        raise AssertionError(f"the judge ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return said


class Head(html.parser.HTMLParser):
    """The linked data of a page, and its link and meta elements."""

    def __init__(self, page):
        super().__init__()
        self.blocks, self.links, self.metas, self.within = [], [], {}, False
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        said = dict(attributes)
        self.within = tag == "script" and said.get("type") == "application/ld+json"
        if tag == "link":
            self.links.append(said)
        if tag == "meta":
            self.metas[said.get("name") or said.get("property")] = said.get("content")

    def handle_data(self, data):
        if self.within:
            self.blocks.append(json.loads(data))

    def handle_endtag(self, tag):
        self.within = False


def moment(text):
    """Of RFC 3339."""
    return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ")


class Judge(unittest.TestCase):
    """The judge itself: it would be worth nothing if it never complained."""

    def test_complains_of_what_schema_org_does_not_have(self):
        def complaint_of(**changes):
            said = {"@context": "https://schema.org", "@type": "Course",
                    "@id": PUBLIC_URL + "/x", "name": "Welding", **changes}
            return "\n".join(complaints("verify_schema_org.mjs", {"wrong": said}))

        self.assertEqual(complaint_of(courseCode="W1"), "")
        self.assertIn("no type Lesson", complaint_of(**{"@type": "Lesson"}))
        self.assertIn("no property", complaint_of(colour="blue"))
        self.assertIn("Course has no taxID", complaint_of(taxID="1"))
        self.assertIn("is no address", complaint_of(url="/x"))
        self.assertIn("is empty", complaint_of(description=" "))
        self.assertIn("something has no type", complaint_of(provider={"name": "x"}))
        self.assertIn("the context is not", complaint_of(**{"@context": CTDL}))


@on_both_databases
class Finder(ServerTest):
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

    def certificate(self, name="Welding"):
        ctid = new_ctid()
        self.publish({"@context": CTDL, "@id": address(ctid), "@type": "ceterms:Certificate",
                      "ceterms:ctid": ctid, "ceterms:name": {"en-US": name},
                      "ceterms:description": {"en-US": "Who has it joins metal by heat."},
                      "ceterms:inLanguage": ["en-US"], "ceterms:ownedBy": [address(self.owner)],
                      "ceterms:subjectWebpage": "https://college.example/welding",
                      "ceterms:credentialStatusType": {
                          "@type": "ceterms:CredentialAlignmentObject",
                          "ceterms:targetNode": "credentialStat:Active",
                          "ceterms:targetNodeName": {"en-US": "Active"}}})
        return ctid

    def delete(self, ctid):
        answer = self.server.request("DELETE", f"/resources/documents/{ctid}", key=self.owner_key)
        self.assertEqual(answer.status, 204, answer.body)

    def get(self, url, status=200, **headers):
        split = urllib.parse.urlsplit(url)
        answer = self.server.request("GET", split.path + ("?" + split.query if split.query else ""),
                                     headers=headers)
        self.assertEqual(answer.status, status, answer.body)
        return answer

    def page(self, ctid):
        answer = self.get(f"/resources/{ctid}", Accept=BROWSER)
        self.assertTrue(answer.headers["Content-Type"].startswith("text/html"))
        return Head(answer.body.decode())

    def xml(self, url):
        return xml.etree.ElementTree.fromstring(self.get(url).body)

    # --- linked data in pages ----------------------------------------------------------------

    def test_pages_of_everything_say_what_they_are(self):
        ctdl, schema_org, types = {}, {}, set()
        for class_name in published_classes():
            if class_name in ORGANIZATIONS or class_name in ABSTRACT:
                continue
            sent = document(class_name, self.owner)
            self.publish(with_part(sent))
            blocks = self.page(sent["ceterms:ctid"]).blocks
            self.assertIn(len(blocks), (1, 2), class_name)
            self.assertLess(sum(len(json.dumps(block)) for block in blocks), BLOCKS_BYTES_MAX)
            ctdl |= {class_name: block for block in blocks[:-1]}
            schema_org[class_name] = blocks[-1]
            types.add(blocks[-1]["@type"])
        schema_org["the organization"] = self.page(self.owner).blocks[-1]
        schema_org["the home page"] = Head(self.get("/", Accept=BROWSER).body.decode()).blocks[0]
        self.assertEqual(complaints("verify_schema_org.mjs", schema_org), [])
        self.assertEqual(complaints("expand_ctdl.mjs", ctdl), [])
        self.assertGreater(len(ctdl), 10)
        self.assertLessEqual({"Course", "EducationalOccupationalCredential", "LearningResource",
                              "EducationalOccupationalProgram", "DefinedTermSet"}, types)

    def test_a_page_leads_to_its_data_and_its_feed(self):
        ctid = self.certificate()
        head = self.page(ctid)
        links = {(link["rel"], link.get("type")): link["href"] for link in head.links}
        self.assertEqual(links["canonical", None], f"{PUBLIC_URL}/resources/{ctid}")
        data = self.get(links["alternate", "application/ld+json"], Accept="application/ld+json")
        self.assertEqual(data.json["ceterms:ctid"], ctid)
        feed = self.xml(links["alternate", "application/atom+xml"])
        self.assertEqual(feed.tag, ATOM + "feed")
        self.assertEqual(head.metas["og:url"], f"{PUBLIC_URL}/resources/{ctid}")
        self.assertEqual(head.metas["og:title"], "Welding")

    # --- one address, several forms ----------------------------------------------------------

    def test_one_address_answers_in_the_form_that_is_liked(self):
        ctid = self.certificate()
        for accept, expected in {
                BROWSER: "text/html", "*/*": "application/ld+json",
                "application/json": "application/json",
                "application/json;q=0.4, text/html;q=0.5": "text/html",
                "application/ld+json, text/html;q=0.9": "application/ld+json",
                "text/html;q=0, application/json;q=0.1": "application/json"}.items():
            for kind in ("resources", "graph"):
                answer = self.get(f"/{kind}/{ctid}", Accept=accept)
                self.assertEqual(answer.headers["Content-Type"].split(";")[0], expected, accept)
                self.assertIn("Accept", answer.headers.get_all("Vary"))
                head = self.server.request("HEAD", f"/{kind}/{ctid}", headers={"Accept": accept})
                self.assertEqual((head.status, head.body), (200, b""))
                self.assertEqual(head.headers["ETag"], answer.headers["ETag"])

    def test_forms_have_tags_of_their_own(self):
        ctid = self.certificate()
        page = self.get(f"/resources/{ctid}", Accept=BROWSER).headers["ETag"]
        data = self.get(f"/resources/{ctid}", Accept="application/json").headers["ETag"]
        self.assertNotEqual(page, data)
        wanted = {"If-None-Match": page}
        self.get(f"/resources/{ctid}", 304, Accept=BROWSER, **wanted)
        self.get(f"/resources/{ctid}", 200, Accept="application/json", **wanted)

    def test_what_is_not_there_is_told_in_the_form_that_is_liked(self):
        gone = self.certificate()
        self.delete(gone)
        for ctid, status in ((gone, 410), (new_ctid(), 404), ("nonsense", 404)):
            for kind in ("resources", "graph"):
                page = self.get(f"/{kind}/{ctid}", status, Accept=BROWSER)
                self.assertTrue(page.headers["Content-Type"].startswith("text/html"))
                self.assertIn("Accept", ", ".join(page.headers.get_all("Vary")))
                data = self.get(f"/{kind}/{ctid}", status, Accept="application/json")
                self.assertEqual(list(data.json), ["errors"])
                self.assertIn("Accept", ", ".join(data.headers.get_all("Vary")))

    # --- feeds -------------------------------------------------------------------------------

    def test_a_feed_holds_whatever_people_write(self):
        ctid = self.certificate(NASTY)
        self.delete(ctid)
        feed = self.xml("/changes.atom")
        self.assertEqual(feed.find(ATOM + "id").text, PUBLIC_URL + "/changes.atom")
        moment(feed.find(ATOM + "updated").text)
        titles = [title.text for title in feed.iter(ATOM + "title")]
        shown = "".join(c for c in NASTY if c >= " ")
        self.assertIn("Removed: " + shown, titles)
        self.assertIn("New: " + shown, titles)
        entries = feed.findall(ATOM + "entry")
        ids = [entry.find(ATOM + "id").text for entry in entries]
        self.assertEqual(len(set(ids)), len(ids))
        updated = [moment(entry.find(ATOM + "updated").text) for entry in entries]
        self.assertEqual(updated, sorted(updated, reverse=True))
        for entry in entries:
            self.assertTrue(entry.find(ATOM + "id").text.startswith("urn:uuid:"))
            link = entry.find(ATOM + "link").attrib
            self.assertTrue(link["href"].startswith(PUBLIC_URL + "/resources/ce-"))

    def test_the_pages_of_a_feed_tell_every_change_once(self):
        names = [f"Welding {number}" for number in range(55)]
        for name in names:
            self.certificate(name)
        url, told = f"{PUBLIC_URL}/changes.atom?owner={self.owner}", []
        while url:
            feed = self.xml(url)
            told += [entry.find(ATOM + "title").text for entry in feed.findall(ATOM + "entry")]
            url = next((link.attrib["href"] for link in feed.findall(ATOM + "link")
                        if link.attrib["rel"] == "next"), None)
        self.assertEqual([title for title in told if title.startswith("New: Welding")],
                         [f"New: {name}" for name in reversed(names)])

    # --- the map of the site -----------------------------------------------------------------

    def test_the_map_leads_to_all_that_is_public(self):
        ctid, gone = self.certificate(), self.certificate()
        self.delete(gone)
        robots = self.get("/robots.txt").body.decode()
        index_url = robots.split("Sitemap: ")[1].strip()
        index = self.xml(index_url)
        self.assertEqual(index.tag, SITEMAP + "sitemapindex")
        addresses = []
        for location in index.iter(SITEMAP + "loc"):
            urls = self.xml(location.text)
            self.assertEqual(urls.tag, SITEMAP + "urlset")
            self.assertLessEqual(len(urls), 50_000)
            addresses += [url.text for url in urls.iter(SITEMAP + "loc")]
            for written in urls.iter(SITEMAP + "lastmod"):
                moment(written.text)
        self.assertEqual(len(set(addresses)), len(addresses))
        self.assertLessEqual({f"{PUBLIC_URL}/", f"{PUBLIC_URL}/resources/{ctid}",
                              f"{PUBLIC_URL}/resources/{self.owner}"}, set(addresses))
        self.assertNotIn(f"{PUBLIC_URL}/resources/{gone}", addresses)
        for each in addresses:
            self.get(each, Accept=BROWSER)
