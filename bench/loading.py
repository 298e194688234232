"""The registry with 100,000 organizations that several measurements share."""
import json
import shutil

from measure import DATA, ORGANIZATIONS, BenchRegistry, wrk


def loaded_registry():
    """The registry, a file with the CTIDs of its organizations, and the key of their partner."""
    folder = DATA / "loaded"
    ctids, facts = folder / "ctids", folder / "partner.json"
    registry = BenchRegistry(folder)
    if not facts.exists():
        shutil.rmtree(folder, ignore_errors=True)
        registry = BenchRegistry(folder)
        load(registry, ctids, facts)
    return registry, ctids, json.loads(facts.read_text())["api_key"]


def load(registry, ctids, facts):
    server = registry.serve()
    partner = registry.add_partner()
    loaded = 0
    print(f"registering {ORGANIZATIONS:,} organizations (once)", flush=True)
    while loaded < ORGANIZATIONS:
        figures = wrk(server.url, "register.lua", partner["api_key"], seconds=5)
        loaded += figures["requests"] - figures["errors"]
        print(f"  {loaded:,}", flush=True)
    server.stop()
    listed = [organization["ctid"] for organization in registry.command("organization", "list")
              if organization["ctid"] != partner["ctid"]]
    ctids.write_text("".join(f"{ctid}\n" for ctid in listed[:ORGANIZATIONS]))
    facts.write_text(json.dumps(partner))
