"""An organization and its events through the Acclaim interface beside nginx, and badges issued."""
from issuer import EVENTS, loaded_issuer, make_issuer
from measure import (CONNECTIONS, DATA, SERVER_CORE, BenchRegistry, processor_seconds, resident_mb,
                     table, wrk)
from webserver import ANSWER_PORT, same_bytes

import shutil

WARMING_SECONDS = 3


def measured(name, process, url, script, *arguments):
    wrk(url, script, *arguments, seconds=WARMING_SECONDS)
    before = processor_seconds([process])
    figures = wrk(url, script, *arguments)
    spent = processor_seconds([process]) - before
    return [name, figures["rate"], None, figures["p50_ms"], figures["p99_ms"],
            spent / figures["requests"] * 1e6, resident_mb(process)[0]]


def read_beside_nginx():
    registry, issuer = loaded_issuer()
    pages = {"one organization": issuer.path,
             "events, page 1": f"{issuer.path}/events",
             "events, page 1,000": f"{issuer.path}/events?page=1000"}
    rows = []
    for name, path in pages.items():
        server = registry.serve()
        answer = server.get(path, headers={"Authorization": issuer.authorization})
        assert answer.status == 200, answer.body
        ours = measured(f"cartulary, {name} ({len(answer.body):,} bytes)", server.process.pid,
                        server.url, "get.lua", path, issuer.authorization)
        server.stop()
        with same_bytes(SERVER_CORE, answer.body) as process:
            theirs = measured("nginx, the same bytes", process,
                              f"http://127.0.0.1:{ANSWER_PORT}", "get.lua", path,
                              issuer.authorization)
        ours[2] = ours[1] / theirs[1]
        rows += [ours, theirs]
    table(f"The Acclaim interface with {EVENTS:,} events, {CONNECTIONS} connections",
          ["", "requests/s", "of nginx", "p50 ms", "p99 ms", "CPU µs each", "memory MB"], rows)


def issue_badges():
    folder = DATA / "issuing"
    shutil.rmtree(folder, ignore_errors=True)
    registry = BenchRegistry(folder)
    rows = []
    for name, settings in (("commits shared", []), ("one commit each", ["--commit-group-max", "1"])):
        server = registry.serve(*settings)
        issuer = make_issuer(registry, server, registry.add_partner()["api_key"])
        row = measured(f"cartulary, SQLite, {name}", server.process.pid, server.url, "issue.lua",
                       f"{issuer.path}/badges", issuer.authorization, issuer.badge_template)
        rows.append(row)
        server.stop()
    for row in rows:
        row[2] = row[1] / rows[1][1]
    table(f"Issuing badges, each with its event and its mail, {CONNECTIONS} connections",
          ["", "badges/s", "of one commit each", "p50 ms", "p99 ms", "CPU µs each", "memory MB"],
          rows)
    shutil.rmtree(folder, ignore_errors=True)


def run():
    read_beside_nginx()
    issue_badges()
