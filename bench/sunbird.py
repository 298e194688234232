"""800 tenants with 100,000 sub-organisations through the Sunbird interface."""
import json
import shutil
import urllib.parse

from measure import (CONNECTIONS, DATA, BenchRegistry, processor_seconds, resident_mb, table, wrk)

CHANNELS = 800
SUB_ORGANISATIONS = 100_000
USER, PASSWORD = "gita@bench.example", "a bench that stands on its own"
WARMING_SECONDS = 3
PUBLISHED_SEARCHES, PUBLISHED_MILLISECONDS = 553.6, 398.0


class Client:
    def __init__(self, server, key):
        self.server, self.key = server, key
        form = urllib.parse.urlencode({"username": USER, "password": PASSWORD,
                                       "grant_type": "password"})
        answer = server.request("POST", "/auth/realms/sunbird/protocol/openid-connect/token", form,
                                headers={"Content-Type": "application/x-www-form-urlencoded"})
        self.token = answer.json["access_token"]

    def ask(self, path, request):
        answer = self.server.request("POST", path, {"request": request}, headers={
            "Authorization": f"Bearer {self.key}", "x-authenticated-user-token": self.token})
        if answer.status != 200:
            raise RuntimeError(f"{path} was answered {answer.status}: {answer.body}")
        return answer.json["result"]

    def load(self, what, ids, seconds=None):
        options = {} if seconds is None else {"seconds": seconds}
        return wrk(self.server.url, "sunbird.lua", what, str(ids), str(CHANNELS), self.key,
                   self.token, **options)


def loaded_tenants():
    """A registry with the tenants and their sub-organisations, a file of some ids, and the key;
    made once."""
    folder = DATA / "sunbird"
    ids, facts = folder / "ids", folder / "tenant.json"
    if not facts.exists():
        shutil.rmtree(folder, ignore_errors=True)
        registry = BenchRegistry(folder)
        made = registry.command("tenant", "add", "--name", "Bench", "--channel", "bench",
                                "--username", USER, "--password-stdin", stdin=PASSWORD + "\n")
        server = registry.serve()
        client = Client(server, made["api_key"])
        ids.write_text("")
        load(client, ids)
        server.stop()
        facts.write_text(json.dumps(made))
    return BenchRegistry(folder), ids, json.loads(facts.read_text())["api_key"]


def load(client, ids):
    print(f"creating {CHANNELS} tenants and {SUB_ORGANISATIONS:,} sub-organisations (once)",
          flush=True)
    for number in range(1, CHANNELS + 1):
        client.ask("/api/org/v1/create", {"orgName": f"Tenant {number}", "isTenant": True,
                                          "channel": f"bench-{number}"})
    loaded = 0
    while loaded < SUB_ORGANISATIONS:
        figures = client.load("create", ids, seconds=5)
        loaded += figures["requests"] - figures["errors"]
        print(f"  {loaded:,}", flush=True)
    found = []
    for number in range(1, 41):
        page = client.ask("/api/org/v2/search", {"filters": {"channel": f"bench-{number}"},
                                                 "limit": 250})
        found += [one["id"] for one in page["response"]["content"]]
    ids.write_text("".join(f"{one}\n" for one in found))


def run():
    registry, ids, key = loaded_tenants()
    rows = []
    for what, name in (("read", "read"), ("channel", "search by channel, 20 of about 125"),
                       ("name", "search by the beginning of a name"), ("create", "create")):
        server = registry.serve()
        client = Client(server, key)
        client.load(what, ids, seconds=WARMING_SECONDS)
        before = processor_seconds([server.process.pid])
        figures = client.load(what, ids)
        spent = processor_seconds([server.process.pid]) - before
        rows.append([f"cartulary, {name}", figures["rate"], figures["p50_ms"], figures["p99_ms"],
                     spent / figures["requests"] * 1e6, resident_mb(server.process.pid)[0]])
        server.stop()
    rows.append(["Sunbird's own figure: search, one server, without cache (not this machine; mean)",
                 PUBLISHED_SEARCHES, PUBLISHED_MILLISECONDS, None, None, None])
    table(f"{CHANNELS} tenants with {SUB_ORGANISATIONS:,} sub-organisations through the Sunbird "
          f"interface, {CONNECTIONS} connections",
          ["", "requests/s", "p50 ms", "p99 ms", "CPU µs each", "memory MB"], rows)
