"""Crawlers that follow every link find no dead end, and bad addresses find no broken page."""
import urllib.parse

from support.browser import Browser
from support.crawler import Crawler
from support.databases import RegistryTest, on_both_databases

PASSWORD = "kestrels over the meadow"
PAGES_MAX = 3  # of one pattern of addresses

NO_UTF_8 = "\xff"
HOSTILE = ("", "-1", "0", "99999999999999999999", "abc", "\x00", NO_UTF_8, "a" * 1000, "../" * 8,
           "' or '1'='1", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>",
           "{{7*7}}", "%s%n", "\u202e\u0000\ufeff", "ce-00000000-0000-0000-0000-000000000000")


def is_expected(_, relations):
    """Only what people wrote leads away from here, and says so to other programs."""
    return "ugc" in relations


def varied(path_and_query):
    """The address with each of its parts replaced by each of the hostile texts."""
    parts = urllib.parse.urlsplit(path_and_query)
    segments = parts.path.split("/")[1:]
    query = urllib.parse.parse_qsl(parts.query, True)
    for hostile in HOSTILE:
        encoding = "latin-1" if hostile == NO_UTF_8 else "utf-8"
        quoted = urllib.parse.quote(hostile, safe="", encoding=encoding)
        for place in range(1, len(segments)):
            changed = segments[:place] + [quoted] + segments[place + 1:]
            yield "/" + "/".join(changed), hostile
        for place, (name, _) in enumerate(query):
            pairs = query[:place] + [(name, hostile)] + query[place + 1:]
            written = urllib.parse.urlencode(pairs, encoding=encoding, errors="replace")
            yield f"{parts.path}?{written}", hostile


def one_of_each_shape(addresses):
    """One for each first segment and depth, and each name in its query."""
    shapes = {}
    for address in addresses:
        path, _, query = address.partition("?")
        for name, _ in urllib.parse.parse_qsl(query, True) or [(None, None)]:
            shapes.setdefault((path.split("/")[1], path.count("/"), name), address)
    return sorted(set(shapes.values()))


@on_both_databases
class Crawl(RegistryTest):
    maxDiff = None  # every complaint is told
    def setUp(self):
        local = self.registry()
        loaded = local.command("demo", "--password", PASSWORD)
        self.people = {log_in["role"]: log_in["with"]["e-mail"] for log_in in loaded["log_ins"]
                       if "e-mail" in log_in["with"]}
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
        self.assertGreaterEqual(len(self.people), 6)
        for role, email in self.people.items():
            with self.subTest(role=role):
                crawler = Crawler(self.logged_in(email), PAGES_MAX, is_expected, stranger.seen)
                crawler.walk("/dashboard")
                self.assertEqual(crawler.complaints, [])
        self.check_bad_addresses(stranger.seen)
        self.server.stop()

    def check_bad_addresses(self, seen):
        """What is out of range or no value at all is refused or left aside, and never shown as
        markup."""
        browser = Browser(self.server)
        for address in one_of_each_shape(path for paths in seen.values() for path in paths):
            for path, hostile in varied(address):
                answer = browser.get(path)
                self.assertLess(answer.status, 500, path)
                if "<" in hostile and answer.headers.get_content_type() == "text/html":
                    self.assertNotIn(hostile, answer.body.decode(), path)
