"""Loading 476,550 organizations, and finding them by their names beside PostgreSQL's own means."""
import http.client
import json
import random
import sqlite3
import time
import urllib.parse

import plain_search
from institutions import (loaded_plain_postgres, loaded_plain_sqlite, loaded_registry,
                          organizations_of_files, postgres, unpacked)
from measure import (CLIENT_CORE, SERVER_CORE, on_core, processor_milliseconds, resident_mb, table,
                     wrk)
from webserver import ANSWER_PORT, same_bytes

QUESTIONS = 1_000         # of each kind
PLAIN_QUESTIONS = 100     # of each kind to PostgreSQL, which takes longer
SHOWN = 20                # a right one beyond counts as the next rank
READ = 10_000             # CTIDs
SEED = 20_260_101
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SEARCH = f"/search?per_page={SHOWN}&fts="
TIMES = ["", "p50 ms", "p99 ms", "CPU p50", "CPU p99"]
SUGGEST = f"/search/suggest?take={SHOWN}&q="


def letters_of(name):
    return "".join(letter for letter in name.lower() if letter.isalnum())


def with_typo(name, chance):
    """One letter left out, put in, exchanged with the next, or another one."""
    while True:
        place = chance.randrange(len(name) - 1)
        letter = chance.choice(LETTERS)
        typo = chance.choice([name[:place] + name[place + 1:],
                              name[:place] + letter + name[place:],
                              name[:place] + name[place + 1] + name[place] + name[place + 2:],
                              name[:place] + letter + name[place + 1:]])
        if letters_of(typo) != letters_of(name):
            return typo


class Kind:
    """Questions of a kind: what is asked, and the name that is meant."""

    def __init__(self, name, questions, trigrams):
        self.name, self.questions, self.trigrams = name, questions, trigrams
        self.is_beginning = trigrams == "beginning"


def searches(names, chance):
    long_names = [name for name in names if len(name) >= 12 and len(name.split()) >= 2]

    def drawn(name, make, trigrams):
        return Kind(name, [(make(one), one) for one in chance.sample(long_names, QUESTIONS)],
                    trigrams)

    def words(name, count):
        return " ".join(chance.sample(name.split(), count))

    def gibberish():
        return "".join(chance.choices("qxzjkvw", k=12))

    return [drawn("exact name", lambda name: name, "whole"),
            drawn("one word", lambda name: max(name.split(), key=len), "words"),
            drawn("two words", lambda name: words(name, 2), "words"),
            drawn("prefix of 3", lambda name: name[:3], "beginning"),
            drawn("prefix of 5", lambda name: name[:5], "beginning"),
            drawn("one typo", lambda name: with_typo(name, chance), "whole"),
            Kind("no hit", [(gibberish(), None) for _ in range(QUESTIONS)], "whole")]


def typed(names, chance):
    """What somebody has typed at some moment."""
    def part(text):
        return text[:chance.randint(1, len(text))]

    some = [name for name in chance.sample(names, 2 * QUESTIONS) if len(name) > 1]
    return {"prefix of 3": [name[:3] for name in some],
            "prefix of 5": [name[:5] for name in some],
            "any beginning": [part(name) for name in some],
            "any beginning, one typo": [part(with_typo(name, chance)) for name in some]}


def quantile(values, part):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def rank_of(names, meant):
    for place, name in enumerate(names, 1):
        if letters_of(name) == letters_of(meant):
            return place
    return SHOWN + 1


def quality(ranks):
    """The mean rank of what is meant, and how often it is first."""
    if not ranks:
        return [None, None]
    return [sum(ranks) / len(ranks), 100 * sum(rank == 1 for rank in ranks) / len(ranks)]


class Asker:
    """One connection that asks one question after the other. What the server spends on each of the
    processor does not depend on what else the machine does."""

    def __init__(self, server):
        self.process = server.process.pid
        self.connection = http.client.HTTPConnection(server.host, server.port, timeout=60)
        self.taken, self.spent = [], []

    def ask(self, method, path, body=None):
        before = processor_milliseconds(self.process)
        started = time.perf_counter()
        self.connection.request(method, path, body, {"Content-Type": "application/json"})
        answer = self.connection.getresponse()
        content = answer.read()
        self.taken.append((time.perf_counter() - started) * 1000)
        self.spent.append(processor_milliseconds(self.process) - before)
        if answer.status != 200:
            raise RuntimeError(f"{path} was answered {answer.status}: {content[:200]}")
        return json.loads(content)

    def times(self):
        """p50 and p99, of the time and of the processor's."""
        return [quantile(values, part) for values in (self.taken, self.spent)
                for part in (0.5, 0.99)]


def search(server, kind):
    asker = Asker(server)
    ranks = []
    for text, meant in kind.questions:
        answer = asker.ask("GET", SEARCH + urllib.parse.quote(text))
        if meant is not None:
            ranks.append(rank_of([one["name"] for one in answer["results"]], meant))
    return [*asker.times(), *quality(ranks)]


def search_plainly(uri, kind, query):
    asked = [(text, meant or text) for text, meant in kind.questions[:PLAIN_QUESTIONS]]
    answers = plain_search.ask(uri, query, asked, SHOWN + 1)
    ranks = None if kind.questions[0][1] is None else [rank for _, rank in answers]
    times = [milliseconds for milliseconds, _ in answers]
    return [quantile(times, 0.5), quantile(times, 0.99), None, None, *quality(ranks)]


def show_searches(server, uri, names):
    rows = []
    with on_core(CLIENT_CORE):
        for kind in searches(names, random.Random(SEED)):
            rows.append([f"cartulary, {kind.name}", *search(server, kind)])
            text = plain_search.full_text(kind.is_beginning, SHOWN)
            rows.append([f"PostgreSQL, tsvector, {kind.name}", *search_plainly(uri, kind, text)])
            trigrams = plain_search.trigrams(kind.trigrams, SHOWN)
            rows.append([f"PostgreSQL, pg_trgm, {kind.name}",
                         *search_plainly(uri, kind, trigrams)])
    table(f"Searching {len(names):,} organizations by name, one connection; PostgreSQL timed "
          "inside itself", [*TIMES, "mean rank", "% first"], rows)


def show_suggestions(server, names):
    rows = []
    with on_core(CLIENT_CORE):
        for kind, texts in typed(names, random.Random(SEED)).items():
            asker = Asker(server)
            for text in texts:
                asker.ask("GET", SUGGEST + urllib.parse.quote(text))
            rows.append([kind, *asker.times()])
    table("Suggestions while typing, one connection", TIMES, rows)


def affiliations():
    with open(unpacked("affiliation-dev.ndjson"), encoding="utf-8") as file:
        return [{"affiliation": json.loads(line)["affiliation"]} for line in file]


def show_matches(server, organizations):
    chance = random.Random(SEED)
    long_ones = [one for one in organizations if len(one[0]) >= 12]
    records = [{"name": with_typo(name, chance), "city": city}
               for name, city in chance.sample(long_ones, QUESTIONS)]
    rows = []
    with on_core(CLIENT_CORE):
        for kind, bodies in (("strings of where people work", affiliations()),
                             ("names with one typo, and cities", records)):
            asker = Asker(server)
            for body in bodies:
                asker.ask("POST", "/match", json.dumps(body))
            rows.append([kind, *asker.times(), len(bodies)])
    table("POST /match, one connection", [*TIMES, "asked"], rows)


def show_loading(ours, uri):
    count = sum(1 for _ in organizations_of_files())
    ways = {"cartulary import": ours, "sqlite3 .import, no index": loaded_plain_sqlite(),
            "psql \\copy, no index": loaded_plain_postgres(uri)}
    table(f"Loading {count:,} organizations of the IRS and ROR files",
          ["", "seconds", "rows/s", "CPU s", "bytes/row", "peak MB"],
          [[name, way["seconds"], count / way["seconds"], way["processor"], way["bytes"] / count,
            way["peak_mb"]]
           for name, way in ways.items()])


def drawn_ctids(registry):
    """A file of CTIDs, read before the server is started."""
    file = registry.folder / "ctids"
    database = sqlite3.connect(registry.data / "cartulary.db")
    ids = [row[0] for row in database.execute("select id from resource where part_of is null")]
    database.close()
    drawn = random.Random(SEED).sample(ids, READ)
    file.write_text("".join(f"ce-{uuid}\n" for uuid in drawn))
    return file


def show_reading(server, ctids):
    body = server.get(f"/resources/{ctids.read_text().split()[0]}").body
    ours = wrk(server.url, "resource.lua", str(ctids))
    with same_bytes(SERVER_CORE, body):
        theirs = wrk(f"http://127.0.0.1:{ANSWER_PORT}", "resource.lua", str(ctids))
    table(f"GET /resources/{{ctid}} ({len(body):,} bytes), 64 connections",
          ["", "requests/s", "of nginx", "p50 ms", "p99 ms"],
          [["cartulary", ours["rate"], ours["rate"] / theirs["rate"], ours["p50_ms"],
            ours["p99_ms"]],
           ["nginx return", theirs["rate"], None, theirs["p50_ms"], theirs["p99_ms"]]])


def run():
    registry, loading = loaded_registry()
    ctids = drawn_ctids(registry)
    organizations = list(organizations_of_files())
    names = [name for name, _ in organizations]
    cluster = postgres()
    try:
        uri = cluster.uri("postgres")
        show_loading(loading, uri)
        plain_search.index(uri)
        started = time.monotonic()
        server = registry.serve()
        server.get("/search?fts=warm")
        memory = [["after the first search", time.monotonic() - started,
                   *resident_mb(server.process.pid)]]
        show_searches(server, uri, names)
        show_suggestions(server, names)
        show_matches(server, organizations)
        memory.append(["after all these questions", None, *resident_mb(server.process.pid)])
        show_reading(server, ctids)
        memory.append(["and after reading", None, *resident_mb(server.process.pid)])
        table("The server with them", ["", "seconds from its start", "memory MB", "mapped MB"],
              memory)
        server.stop()
    finally:
        cluster.close()
