"""Searching 476,000 organizations by their names, beside PostgreSQL's own means."""
import http.client
import json
import random
import subprocess
import time
import urllib.parse

from institutions import PlainPostgres, loaded_registry, names_of_files, sqlite_import_seconds
from measure import CLIENT_CORE, SECONDS, on_core, resident_mb, table, wrk

QUESTIONS = 400           # of each kind
PLAIN_QUESTIONS = 100     # of each kind to PostgreSQL, which takes longer
SHOWN = 20                # a right one beyond counts as the next rank
SEED = 20_260_101
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def with_typo(name, chance):
    """One letter left out, put in, exchanged with the next, or another one."""
    place = chance.randrange(len(name) - 1)
    kind = chance.randrange(4)
    letter = chance.choice(LETTERS)
    if kind == 0:
        return name[:place] + name[place + 1:]
    if kind == 1:
        return name[:place] + letter + name[place:]
    if kind == 2:
        return name[:place] + name[place + 1] + name[place] + name[place + 2:]
    return name[:place] + letter + name[place + 1:]


def questions(names):
    """Kind → [(what is asked, the name that is meant)]."""
    chance = random.Random(SEED)
    long_names = [name for name in names if len(name) >= 12 and len(name.split()) >= 2]

    def drawn(make):
        return [(make(name), name) for name in chance.sample(long_names, QUESTIONS)]

    def words(name, count):
        return " ".join(chance.sample(name.split(), count))

    return {"exact name": drawn(lambda name: name),
            "one word": drawn(lambda name: max(name.split(), key=len)),
            "two words": drawn(lambda name: words(name, 2)),
            "prefix of 3": drawn(lambda name: name[:3]),
            "prefix of 5": drawn(lambda name: name[:5]),
            "one typo": drawn(lambda name: with_typo(name, chance)),
            "no hit": [("".join(chance.choices("qxzjkvw", k=12)), "") for _ in range(QUESTIONS)]}


def quantile(values, part):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * part))]


def same(left, right):
    return " ".join(left.lower().split()) == " ".join(right.lower().split())


def rank_of(names, meant):
    for place, name in enumerate(names, 1):
        if same(name, meant):
            return place
    return SHOWN + 1


class Asked:
    """What answers took, and where the right one stood."""

    def __init__(self):
        self.milliseconds, self.ranks = [], []

    def row(self, name):
        return [name, quantile(self.milliseconds, 0.5), quantile(self.milliseconds, 0.99),
                sum(self.ranks) / len(self.ranks),
                100 * sum(rank == 1 for rank in self.ranks) / len(self.ranks)]


def ask_server(connection, path, asked, names_in):
    outcome = Asked()
    for text, meant in asked:
        started = time.perf_counter()
        connection.request("GET", path + urllib.parse.quote(text))
        answer = connection.getresponse()
        body = answer.read()
        outcome.milliseconds.append((time.perf_counter() - started) * 1000)
        if answer.status != 200:
            raise RuntimeError(f"{path}{text} was answered {answer.status}: {body[:200]}")
        outcome.ranks.append(rank_of(names_in(json.loads(body)), meant))
    return outcome


# Each question in turn, timed inside the server, so that no client's time counts.
ASK_IN_POSTGRES = """
create temporary table asked (place bigint generated always as identity, question text, meant text);
\\copy asked (question, meant) from stdin
{rows}
\\.
do $$
declare
    one record; started timestamptz; found text[]; place bigint;
begin
    create temporary table answered (milliseconds float8, rank bigint);
    for one in select * from asked order by place loop
        started := clock_timestamp();
        select array_agg(name) into found from ({query}) as t;
        insert into answered values (
            extract(epoch from clock_timestamp() - started) * 1000,
            coalesce((select min(i) from generate_subscripts(found, 1) as i
                      where lower(found[i]) = lower(one.meant)), {missing}));
    end loop;
end $$;
select milliseconds, rank from answered;
"""
FULL_TEXT = ("select name from names where words @@ plainto_tsquery('simple', one.question) "
             "order by ts_rank(words, plainto_tsquery('simple', one.question)) desc, id limit 20")
FULL_TEXT_PREFIX = FULL_TEXT.replace("plainto_tsquery('simple', one.question)",
                                     "to_tsquery('simple', quote_literal(one.question) || ':*')")
TRIGRAMS = ("select name from names where name % one.question "
            "order by similarity(name, one.question) desc, id limit 20")


def ask_postgres(plain, query, asked):
    rows = "\n".join(f"{question}\t{meant}".replace("\\", "\\\\") for question, meant in asked)
    done = subprocess.run(["psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align",
                           "--field-separator", " ", "--set=ON_ERROR_STOP=1", plain.uri],
                          input=ASK_IN_POSTGRES.format(rows=rows, query=query, missing=SHOWN + 1),
                          text=True, capture_output=True, check=True)
    outcome = Asked()
    for line in done.stdout.split("\n"):
        if line:
            milliseconds, rank = line.split()
            outcome.milliseconds.append(float(milliseconds))
            outcome.ranks.append(int(rank))
    return outcome


def names_of_results(answer):
    return [one["name"] for one in answer["results"]]


def names_of_suggestions(answer):
    return [one["name"] for one in answer["suggestions"]]


def compare(server, plain, names):
    asked = questions(names)
    connection = http.client.HTTPConnection(server.host, server.port, timeout=60)
    ask_server(connection, f"/search?per_page={SHOWN}&fts=", asked["exact name"], names_of_results)
    rows = []
    with on_core(CLIENT_CORE):
        for kind, each in asked.items():
            rows.append(ask_server(connection, f"/search?per_page={SHOWN}&fts=", each,
                                   names_of_results).row(f"cartulary, {kind}"))
            if kind.startswith("prefix"):
                rows.append(ask_server(connection, "/search/suggest?q=", each,
                                       names_of_suggestions).row(f"cartulary, suggest, {kind}"))
            text = FULL_TEXT_PREFIX if kind.startswith("prefix") else FULL_TEXT
            some = each[:PLAIN_QUESTIONS]
            rows.append(ask_postgres(plain, text, some).row(f"PostgreSQL, tsvector, {kind}"))
            rows.append(ask_postgres(plain, TRIGRAMS, some).row(f"PostgreSQL, pg_trgm, {kind}"))
    table("Searching 476,550 organizations by name, one connection; PostgreSQL timed inside itself",
          ["", "p50 ms", "p99 ms", "mean rank", "% first"], rows)


def show_loading(registry, figures, plain):
    seconds = figures["irs"] + figures["ror"] + figures["ror-1"]
    count = len(list(names_of_files()))
    size = sum(file.stat().st_size for file in registry.data.rglob("*.db*"))
    plain_seconds, plain_size = sqlite_import_seconds()
    table("Loading every organization of the IRS and ROR files",
          ["", "seconds", "rows/s", "bytes/row"],
          [["cartulary import", seconds, count / seconds, size / count],
           ["sqlite3 .import, the same rows, no index", plain_seconds, count / plain_seconds,
            plain_size / count],
           ["psql \\copy, names alone, before its indexes", plain.copy_seconds,
            count / plain.copy_seconds, None]])


def show_reading(registry, server):
    ctids = registry.folder / "ctids"
    if not ctids.exists():
        answer = server.get("/search?per_page=100&fts=community college")
        ctids.write_text("".join(f"{one['ctid']}\n" for one in answer.json["results"]))
    figures = wrk(server.url, "resource.lua", str(ctids))
    own, mapped = resident_mb(server.process.pid)
    table(f"GET /resources/{{ctid}}, 64 connections, {SECONDS} s",
          ["", "requests/s", "p50 ms", "p99 ms", "memory MB", "mapped MB"],
          [["cartulary", figures["rate"], figures["p50_ms"], figures["p99_ms"], own, mapped]])


def run():
    registry, figures = loaded_registry()
    plain = PlainPostgres()
    try:
        plain.copy()
        show_loading(registry, figures, plain)
        started = time.monotonic()
        server = registry.serve()
        server.get("/search?fts=warm")
        print(f"from the start to the first answer of a search: {time.monotonic() - started:.1f} s")
        show_reading(registry, server)
        compare(server, plain, list(names_of_files()))
        server.stop()
    finally:
        plain.close()
