"""Crawlers that follow every link find no dead end, and bad addresses find no broken page."""
import html
import urllib.parse

from support.browser import Browser
from support.crawler import Crawler
from support.databases import RegistryTest, on_both_databases

PASSWORD = "kestrels over the meadow"
ROLES = {"staff": "clerk@registry.example", "administrator": "dean@harbor.example",
         "publisher": "writer@harbor.example", "viewer": "reader@harbor.example",
         "partner": "office@agency.example", "newcomer": "newcomer@mail.example"}
PAGES_MAX = 4  # of one pattern of addresses

# Where ours lead by themselves; whatever else people wrote says so (rel="ugc").
OUTSIDE = ("https://schema.org/", "https://credreg.net/", "https://purl.org/ctdl/",
           "https://www.w3.org/", "https://ror.org/", "https://www.openbadges.org/")
HOSTILE = ("", "-1", "0", "99999999999999999999", "abc", "\x00", "\xff", "a" * 1000, "../" * 8,
           "' or '1'='1", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
           "{{7*7}}", "%s%n", "\u202e\u0000\ufeff", "ce-00000000-0000-0000-0000-000000000000")


def is_expected(url, relations):
    return "ugc" in relations or url.startswith(OUTSIDE)


def varied(path_and_query):
    """The address with each of its parts replaced by each of the hostile texts."""
    parts = urllib.parse.urlsplit(path_and_query)
    segments = parts.path.split("/")[1:]
    query = urllib.parse.parse_qsl(parts.query, True)
    for hostile in HOSTILE:
        quoted = urllib.parse.quote(hostile, safe="", encoding="latin-1" if hostile == "\xff"
                                    else "utf-8")
        for place in range(1, len(segments)):
            changed = segments[:place] + [quoted] + segments[place + 1:]
            yield "/" + "/".join(changed), hostile
        for place, (name, _) in enumerate(query):
            pairs = [f"{urllib.parse.quote(other)}={quoted if at == place else urllib.parse.quote(value)}"
                     for at, (other, value) in enumerate(query)]
            yield f"{parts.path}?{'&'.join(pairs)}", hostile


@on_both_databases
class Crawl(RegistryTest):
    def setUp(self):
        local = self.registry()
        local.command("demo", "--password", PASSWORD)
        self.server = local.serve("--staff-second-factor", "false", "--rate-limit-per-address", "0")

    def logged_in(self, email):
        browser = Browser(self.server)
        browser.get("/log-in")
        browser.submit("/log-in", email=email, password=PASSWORD)
        self.assertEqual(browser.path, "/dashboard")
        return browser

    def test_every_link_leads_somewhere_for_everybody(self):
        stranger = Crawler(Browser(self.server), PAGES_MAX, is_expected)
        stranger.walk("/", "/sitemap.xml", "/robots.txt")
        self.assertEqual(stranger.complaints, [])
        for role, email in ROLES.items():
            with self.subTest(role=role):
                crawler = Crawler(self.logged_in(email), PAGES_MAX, is_expected)
                crawler.walk("/", "/dashboard")
                self.assertEqual(crawler.complaints, [])
        self.check_bad_addresses(stranger.seen)
        self.server.stop()

    def check_bad_addresses(self, seen):
        """What is out of range or no value at all is refused or left aside, and never shown as
        markup."""
        browser = Browser(self.server)
        for paths in seen.values():
            for path, hostile in varied(paths[0]):
                answer = browser.get(path)
                self.assertLess(answer.status, 500, path)
                if "<" in hostile and answer.headers.get_content_type() == "text/html":
                    self.assertNotIn(hostile, answer.body.decode(), path)
                    self.assertNotIn(hostile, html.unescape(path))
