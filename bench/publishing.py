"""Documents published through the API, beside what storing the same bytes costs; the export."""
import gzip
import json
import shutil
import sqlite3
import time
import uuid

from measure import (CLIENT_CORE, CONNECTIONS, DATA, SERVER_CORE, BenchRegistry, on_core, table,
                     wrk)
from support.registration import registration

COMPETENCIES = 10_000
DOCUMENTS = 10_000


def new_ctid():
    return f"ce-{uuid.uuid4()}"


def framework(owner, address):
    """A graph with all competencies in one document."""
    top = new_ctid()
    parts = [new_ctid() for _ in range(COMPETENCIES)]

    def resource(ctid):
        return f"{address}/resources/{ctid}"

    competencies = [{
        "@id": resource(ctid), "@type": "ceasn:Competency", "ceterms:ctid": ctid,
        "ceasn:competencyText": {"en-US": f"Plans, carries out and judges step {number} of a bench "
                                          f"that measures how long something takes."},
        "ceasn:competencyLabel": {"en-US": f"Step {number}"},
        "ceasn:codedNotation": f"B.{number}", "ceasn:inLanguage": ["en-US"],
        "ceasn:isPartOf": resource(top), "ceasn:isTopChildOf": resource(top),
    } for number, ctid in enumerate(parts, 1)]
    first = {
        "@id": resource(top), "@type": "ceasn:CompetencyFramework", "ceterms:ctid": top,
        "ceasn:name": {"en-US": "Framework of the Bench"},
        "ceasn:description": {"en-US": "What somebody can who measures."},
        "ceasn:inLanguage": ["en-US"], "ceasn:dateCreated": "2026-01-01",
        "ceasn:publisher": [resource(owner)], "ceasn:creator": [resource(owner)],
        "ceasn:hasTopChild": [resource(ctid) for ctid in parts],
    }
    return {"@context": "https://credreg.net/ctdlasn/schema/context/json",
            "@id": f"{address}/graph/{top}", "@graph": [first, *competencies]}


class Owner:
    def __init__(self, registry, server):
        partner = registry.add_partner()
        body = registration()
        answer = server.register(body, partner["api_key"])
        self.ctid, self.key = body["CTID"], answer.json["OrganizationApiKey"]


def stored_seconds(texts, group):
    """One connection writes the texts, so many in a commit."""
    file = DATA / "raw.db"
    file.unlink(missing_ok=True)
    database = sqlite3.connect(file, isolation_level=None)
    database.execute("pragma journal_mode=wal")
    database.execute("pragma synchronous=full")
    database.execute("create table document (id integer primary key, text text)")
    started = time.monotonic()
    with on_core(SERVER_CORE):
        for first in range(0, len(texts), group):
            database.execute("begin immediate")
            for text in texts[first:first + group]:
                database.execute("insert into document (text) values (?)", (text,))
            database.execute("commit")
    seconds = time.monotonic() - started
    database.close()
    for path in DATA.glob("raw.db*"):
        path.unlink()
    return seconds


def publish(server, owner, body):
    started = time.monotonic()
    answer = server.request("POST", f"/resources/organizations/{owner.ctid}/documents", body,
                            key=owner.key)
    seconds = time.monotonic() - started
    if answer.status not in (200, 201):
        raise RuntimeError(answer.body[:500])
    return seconds


def publish_framework(server, owner):
    document = framework(owner.ctid, server.url)
    text = json.dumps(document)
    first = publish(server, owner, text)
    again = publish(server, owner, text)
    document["@graph"][5]["ceasn:competencyLabel"] = {"en-US": "Another step"}
    changed = publish(server, owner, json.dumps(document))
    raw = stored_seconds([text], 1)
    table(f"A framework of {COMPETENCIES:,} competencies ({len(text) / 1e6:.1f} MB) in one call",
          ["", "seconds", "of the raw cost"],
          [["published", first, first / raw], ["the same again", again, again / raw],
           ["with one competency changed", changed, changed / raw],
           ["SQLite alone: the same bytes, one commit", raw, 1.0]])


def publish_small(server, owner):
    figures = wrk(server.url, "publish.lua", owner.ctid, owner.key)
    seconds = DOCUMENTS / figures["rate"]
    listed = server.get("/ce-registry/envelopes?per_page=2").json[-1]
    text = json.dumps(listed["decoded_resource"])
    grouped = stored_seconds([text] * DOCUMENTS, CONNECTIONS)
    single = stored_seconds([text] * DOCUMENTS, 1)
    table(f"Small credentials through the Assistant, {CONNECTIONS} connections, each durable",
          ["", f"seconds for {DOCUMENTS:,}", "p50 ms", "p99 ms", "of the raw cost"],
          [["published", seconds, figures["p50_ms"], figures["p99_ms"], seconds / grouped],
           [f"SQLite alone: the same bytes, {CONNECTIONS} a commit", grouped, None, None, 1.0],
           ["SQLite alone: the same bytes, one a commit", single, None, None, single / grouped]])


def export(server):
    with on_core(CLIENT_CORE):
        started = time.monotonic()
        answer = server.get("/export")
        seconds = time.monotonic() - started
    plain = gzip.decompress(answer.body)
    lines = plain.count(b"\n")
    table("GET /export, one client", ["", "lines", "seconds", "MB/s of JSON", "MB/s on the wire"],
          [["cartulary", lines, seconds, len(plain) / seconds / 1e6,
            len(answer.body) / seconds / 1e6]])


def run():
    folder = DATA / "publishing"
    shutil.rmtree(folder, ignore_errors=True)
    registry = BenchRegistry(folder)
    server = registry.serve()
    owner = Owner(registry, server)
    publish_framework(server, owner)
    publish_small(server, owner)
    export(server)
    server.stop()
    shutil.rmtree(folder, ignore_errors=True)
