"""Follows the links of pages, as far as there are any, and says what is wrong on the way."""
import collections
import html.parser
import re
import urllib.parse
import xml.etree.ElementTree

PAGE_BYTES_MAX = 100_000
LANGUAGES = {"en", "es"}
NAMES_TOLD_APART_MAX = 3  # of a query: filters can be combined in thousands of ways
LINKS = {"a": "href", "img": "src", "script": "src", "link": "href", "source": "src"}

# What tells one thing from another in an address, so that "/resources/ce-…" is one pattern.
NAMES = re.compile(r"ce-[0-9a-f-]{36}|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,}|\d+")
NAMED = {"org", "badge"}  # what follows is a name that somebody chose


class Page(html.parser.HTMLParser):
    """What a page says and where it leads."""

    def __init__(self, text):
        super().__init__()
        self.language = self.title = None
        self.headings, self.links, self.forms, self.ids = [], [], [], []
        self._inside = None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        said = dict(attributes)
        if tag == "html":
            self.language = said.get("lang")
        if "id" in said:
            self.ids.append(said["id"])
        if tag in LINKS and said.get(LINKS[tag]):
            self.links.append((said[LINKS[tag]], (said.get("rel") or "").split()))
        if tag == "form" and said.get("method", "get") == "get":
            self.forms.append(said.get("action", ""))
        # A drawing has a title of its own.
        if tag == "h1" or (tag == "title" and self.title is None):
            self._inside = tag
            if tag == "h1":
                self.headings.append("")
            else:
                self.title = ""

    def handle_endtag(self, tag):
        if tag == self._inside:
            self._inside = None

    def handle_data(self, data):
        if self._inside == "h1":
            self.headings[-1] += data
        elif self._inside == "title":
            self.title += data

    def complaints(self, size):
        if self.language not in LANGUAGES:
            yield f"its language is {self.language!r}"
        if not (self.title or "").strip():
            yield "it has no title"
        if [bool(heading.strip()) for heading in self.headings] != [True]:
            yield f"its headings of the first rank are {self.headings}"
        for repeated in [name for name, count in collections.Counter(self.ids).items() if count > 1]:
            yield f"the id {repeated} is there more than once"
        if size > PAGE_BYTES_MAX:
            yield f"it has {size} bytes"


def pattern_of(path_and_query):
    """The address without what tells one thing from another: path, and the names of its query."""
    parts = urllib.parse.urlsplit(path_and_query)
    segments = parts.path.split("/")
    for place, segment in enumerate(segments):
        if place > 0 and segments[place - 1] in NAMED:
            segments[place] = "{name}"
        else:
            segments[place] = NAMES.sub("{}", segment)
    names = sorted({name for name, _ in urllib.parse.parse_qsl(parts.query, True)})
    if len(names) > NAMES_TOLD_APART_MAX:
        names = ["…"]
    return "/".join(segments) + ("?" + "&".join(names) if names else "")


class Crawler:
    """Walks on through `browser`, from one address to the next, at most `pages_max` of a pattern and
    none of those that are `familiar`.

    `outside`: whether a link to another place is expected, by its address and relations."""

    def __init__(self, browser, pages_max, outside, familiar=()):
        self.browser, self.pages_max, self.outside = browser, pages_max, outside
        self.familiar = frozenset(familiar)
        self.waiting = collections.deque()
        self.known = set()
        self.seen = collections.defaultdict(list)  # addresses by pattern
        self.complaints = []

    def walk(self, *beginnings):
        for path in beginnings:
            self._find(path, path, [])
        while self.waiting:
            self._look(*self.waiting.popleft())
        return self

    def _find(self, url, of, relations):
        whole = urllib.parse.urljoin(self.browser.server.url + of, url)
        parts = urllib.parse.urlsplit(whole)
        if parts.scheme in ("mailto", "tel"):
            return
        if not whole.startswith(self.browser.server.url + "/"):
            if not self.outside(whole, relations):
                self.complaints.append(f"{of} leads to {whole}")
            return
        path = parts.path + ("?" + parts.query if parts.query else "")
        pattern = pattern_of(path)
        if (path in self.known or pattern in self.familiar
                or len(self.seen[pattern]) >= self.pages_max):
            return
        self.known.add(path)
        self.seen[pattern].append(path)
        self.waiting.append((path, of))

    def _look(self, path, of):
        answer = self.browser.get(path)
        if answer.status != 200:
            self.complaints.append(f"{of} leads to {path}, which is answered {answer.status}")
            return
        kind = answer.headers.get_content_type()
        if kind == "text/html":
            self._read(path, answer.body)
        elif kind == "application/xml" and b"/sitemap/" in answer.body:
            for location in xml.etree.ElementTree.fromstring(answer.body).iterfind("{*}*/{*}loc"):
                self._find(location.text, path, [])

    def _read(self, path, body):
        page = Page(body.decode())
        self.complaints += [f"{path}: {complaint}" for complaint in page.complaints(len(body))]
        for url, relations in page.links:
            if not url.startswith("#"):
                self._find(url, path, relations)
            elif url[1:] not in page.ids:
                self.complaints.append(f"{path} leads to {url}, which is not on it")
        for action in page.forms:
            self._find(action, path, [])
