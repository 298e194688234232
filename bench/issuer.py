"""An organization that issues badges, as the Acclaim interface knows it."""
import base64
import json
import shutil

from measure import DATA, BenchRegistry
from support.registration import registration

EVENTS = 50_000
BATCH = 50


def basic(token):
    return "Basic " + base64.b64encode(f"{token}:".encode()).decode()


class Issuer:
    def __init__(self, facts):
        self.ctid, self.token, self.badge_template = (
            facts["ctid"], facts["token"], facts["badge_template"])
        self.path = f"/v1/organizations/{self.ctid.removeprefix('ce-')}"

    @property
    def authorization(self):
        return basic(self.token)


def make_issuer(registry, server, key):
    """Registers an organization, and gives it a token and a template of badges."""
    body = registration()
    answer = server.register(body, key)
    if answer.status != 200:
        raise RuntimeError(answer.body)
    token = registry.command("token", "create", body["CTID"], "--read", "--write", "--delete")
    issuer = Issuer({"ctid": body["CTID"], "token": token["token"], "badge_template": None})
    made = request(server, issuer, "POST", "/badge_templates",
                   {"name": "Bench Carpentry", "description": "A bench that stands.",
                    "state": "active", "allow_duplicate_badges": True}, 201)
    issuer.badge_template = made["data"]["id"]
    return issuer


def request(server, issuer, method, path, body, status, connection=None):
    answer = server.request(method, issuer.path + path, body,
                            headers={"Authorization": issuer.authorization}, connection=connection)
    if answer.status != status:
        raise RuntimeError(f"{method} {path} was answered {answer.status}: {answer.body}")
    return answer.json


def issue(server, issuer, count):
    """Issues so many badges, each to another earner, whose mail is suppressed."""
    connection = server.connect()
    for begin in range(0, count, BATCH):
        badges = [{"recipient_email": f"earner-{number}@mail.example.com",
                   "issued_to_first_name": "Ada", "issued_to_last_name": "Earner",
                   "badge_template_id": issuer.badge_template,
                   "issued_at": "2026-01-31T09:00:00Z",
                   "suppress_badge_notification_email": True}
                  for number in range(begin, min(begin + BATCH, count))]
        request(server, issuer, "POST", "/badges/batch", {"badges": badges}, 201, connection)


def loaded_issuer():
    """A registry whose issuer has 50,000 events; made once."""
    folder = DATA / "issuer"
    facts = folder / "issuer.json"
    if not facts.exists():
        shutil.rmtree(folder, ignore_errors=True)
        registry = BenchRegistry(folder)
        server = registry.serve()
        issuer = make_issuer(registry, server, registry.add_partner()["api_key"])
        print(f"issuing {EVENTS:,} badges (once)", flush=True)
        issue(server, issuer, EVENTS)
        server.stop()
        facts.write_text(json.dumps({"ctid": issuer.ctid, "token": issuer.token,
                                     "badge_template": issuer.badge_template}))
    return BenchRegistry(folder), Issuer(json.loads(facts.read_text()))
