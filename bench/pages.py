"""The pages that everybody sees, of 475,176 organizations, beside nginx that serves the same bytes."""
import http.client
import json
import random
import re
import shutil
import subprocess
import urllib.parse

from finding import SEED, drawn_ctids, typed, with_typo
from institutions import loaded_registry, organizations_of_files
from measure import (BENCH, CLIENT_CORE, CONNECTIONS, DATA, SERVER_CORE, on_core, resident_mb,
                     table, wrk)
from webserver import ANSWER_PORT, files

ADDRESSES = 2_000  # of each kind
LOOKED_AT = 50     # of which the size is told
ROUNDS = 15
WARMING_SECONDS_MAX = 600
SUGGESTED = 8      # as the search box asks for
TYPED = 15         # names
HTML, JSON = "text/html", "application/json"
ASSETS = re.compile(r'(?:href|src)="(/assets/[^"]+)"')


class Kind:
    """Addresses of a kind; `name` is that of the file by which nginx answers the same."""

    def __init__(self, label, name, addresses, accept=HTML):
        self.label, self.name, self.accept = label, name, accept
        self.addresses = addresses
        self.file = DATA / "pages" / f"{name.partition('.')[0]}.addresses"
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text("".join(f"{address}\n" for address in addresses))

    def bodies(self, server):
        for address in self.addresses[:LOOKED_AT]:
            answer = server.get(address, headers={"Accept": self.accept})
            if answer.status != 200:
                raise RuntimeError(f"{address} was answered {answer.status}")
            yield answer.body


def kinds(registry):
    chance = random.Random(SEED)
    names = [name for name, _ in organizations_of_files() if len(name) >= 12 and " " in name]
    drawn = chance.sample(names, ADDRESSES)
    beginnings = typed(names, chance)["any beginning"]

    def found(texts):
        return [f"/?q={urllib.parse.quote(text)}" for text in texts]

    return [Kind("home", "home.html", ["/"]),
            Kind("results for a name", "results.html", found(drawn)),
            Kind("results for a name with a slip", "slips.html",
                 found(with_typo(name, chance) for name in drawn)),
            Kind("results for one word", "words.html",
                 found(max(name.split(), key=len) for name in drawn)),
            Kind("organization", "organization.html",
                 [f"/resources/{ctid}" for ctid in drawn_ctids(registry).read_text().split()]),
            Kind("suggestions", "suggestions.json",
                 [f"/search/suggest?take={SUGGESTED}&q={urllib.parse.quote(text)}"
                  for text in beginnings], JSON)]


def mirrored(server, measured):
    """A folder with one answer of each kind, of the median size, and all that the pages load; and
    the size of each."""
    folder = DATA / "pages" / "mirror"
    shutil.rmtree(folder, ignore_errors=True)
    sizes = {}
    for kind in measured:
        bodies = sorted(kind.bodies(server), key=len)
        body = bodies[len(bodies) // 2]
        sizes[kind.name] = len(body)
        for path, content in [(f"/{kind.name}", body),
                              *((asset, server.get(asset).body)
                                for asset in ASSETS.findall(body.decode()))]:
            file = folder / path[1:]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    return folder, sizes


def show_rates(server, measured, sizes):
    rows = []
    for kind in measured:
        arguments = (str(kind.file), kind.accept)
        ours = wrk(server.url, "addresses.lua", *arguments)
        alone = wrk(server.url, "addresses.lua", *arguments, connections=1)
        theirs = wrk(f"http://127.0.0.1:{ANSWER_PORT}", "page.lua", f"/{kind.name}", "")
        rows.append([kind.label, sizes[kind.name], ours["rate"], ours["rate"] / theirs["rate"],
                     ours["p50_ms"], ours["p99_ms"], alone["p50_ms"], alone["p99_ms"]])
    table(f"The finder's pages, {CONNECTIONS} connections, and one",
          ["", "bytes", "a second", "of nginx", "p50 ms", "p99 ms", "alone p50", "alone p99"], rows)


def in_chromium(script, *arguments):
    """What a script says that drives Chromium, which runs on the client's core."""
    with on_core(CLIENT_CORE):
        done = subprocess.run(["node", str(BENCH / script), *arguments], check=True, text=True,
                              stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def show_paints(server, measured):
    shown = [kind for kind in measured if kind.accept == HTML]
    addresses = []
    for kind in shown:
        addresses += [server.url + kind.addresses[0], f"http://127.0.0.1:{ANSWER_PORT}/{kind.name}"]
    painted = in_chromium("first_paint.mjs", str(ROUNDS), *addresses)
    table("First contentful paint in Chromium, nothing cached",
          ["", "cartulary ms", "nginx ms", "of nginx"],
          [[kind.label, ours, theirs, ours / theirs]
           for kind, ours, theirs in zip(shown, painted[::2], painted[1::2])])


def show_suggesting(server):
    names = [name for name, _ in organizations_of_files() if 12 <= len(name) <= 30]
    typed_names = random.Random(SEED).sample(names, TYPED)
    taken = in_chromium("suggesting.mjs", server.url + "/", *typed_names)
    table("From a key to the list of suggestions in Chromium", ["keys", "p50 ms", "p99 ms"],
          [[taken["keys"], float(taken["p50"]), float(taken["p99"])]])


def warm(server):
    """Until all names are in memory."""
    connection = http.client.HTTPConnection(server.host, server.port, timeout=WARMING_SECONDS_MAX)
    server.get("/search?fts=warm", connection=connection)
    connection.close()


def run():
    registry, _ = loaded_registry()
    measured = kinds(registry)
    server = registry.serve()
    warm(server)
    folder, sizes = mirrored(server, measured)
    with files(SERVER_CORE, folder):
        show_rates(server, measured, sizes)
        show_paints(server, measured)
    show_suggesting(server)
    print(f"\nMemory of the server: {resident_mb(server.process.pid)[0]:.0f} MB")
    server.stop()
