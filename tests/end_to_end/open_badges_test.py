"""Badges as Open Badges 2.0, judged by an implementation of JSON-LD that is not ours."""
import base64
import copy
import json
import pathlib
import subprocess
import urllib.parse

from support.acclaim import active_template, badge, registered
from support.databases import ServerTest, on_both_databases
from support.pictures import png, png_size

JUDGE = pathlib.Path(__file__).parents[1] / "judges" / "verify_open_badge.mjs"
PUBLIC_URL = "https://registry.example"
EARNER = "earner@mail.example"


def complaints(documents):
    """What the judge has to say; nothing where a verifier would accept them."""
    done = subprocess.run(["node", str(JUDGE)], input=json.dumps(documents), text=True,
                          capture_output=True, timeout=60)
    said = done.stdout.splitlines()
    if done.returncode not in (0, 1) or bool(said) != bool(done.returncode) or done.stderr:
        raise AssertionError(f"the judge ended with {done.returncode}\n{done.stdout}{done.stderr}")
    return said


@on_both_databases
class OpenBadges(ServerTest):
    settings = ServerTest.settings + ["--public-url", PUBLIC_URL]

    def setUp(self):
        super().setUp()
        self.client = registered(self, self.shared, self.server, self.key)

    def fetch(self, address):
        """What a verifier gets: without a token, from the address that a document names."""
        self.assertTrue(address.startswith(PUBLIC_URL + "/"), address)
        return self.server.get(urllib.parse.urlsplit(address).path)

    def document(self, address, status=200):
        answer = self.fetch(address)
        self.assertEqual(answer.status, status, answer.body)
        self.assertEqual(answer.headers["Content-Type"], "application/ld+json")
        self.assertNotIn(EARNER, answer.body.decode())
        self.assertEqual(answer.json["id"], address)
        return answer.json

    def issued(self, **changes):
        return self.client.data("POST", "/badges",
                                badge(active_template(self.client, **changes), EARNER,
                                      expires_at="2036-01-31"), 201)

    def address(self, made):
        return f"{PUBLIC_URL}/v1/obi/v2/badge_assertions/{made['id']}"

    def documents(self, made):
        """The assertion of a badge, and what it leads to."""
        assertion = self.document(self.address(made))
        badge_class = self.document(assertion["badge"])
        issuer = self.document(badge_class["issuer"])
        return {"issuer": issuer, "badge_class": badge_class, "assertion": assertion,
                "email": EARNER}

    def test_a_verifier_accepts_a_badge_that_says_little(self):
        documents = self.documents(self.issued())
        self.assertEqual(complaints(documents), [])
        picture = self.fetch(documents["badge_class"]["image"])
        self.assertEqual((picture.status, picture.headers["Content-Type"]),
                         (200, "image/svg+xml"))

    def test_a_verifier_accepts_a_badge_that_says_all_that_it_can(self):
        made = self.issued(
            image="data:image/png;base64," + base64.b64encode(png(300, 300)).decode(),
            skills=["Joinery", "Caulking"], criteria_url="https://harbor.example/criteria",
            alignments=[{"name": "Boats", "url": "https://standards.example/boats",
                         "description": "What floats"}, {"name": "Without an address"}],
            badge_template_activities=[{"title": "Build a boat", "activity_type": "Assessment"}])
        documents = self.documents(made)
        self.assertEqual(complaints(documents), [])
        self.assertEqual(documents["badge_class"]["tags"], ["Joinery", "Caulking"])
        self.assertEqual(len(documents["badge_class"]["alignment"]), 1)
        picture = self.fetch(documents["badge_class"]["image"])
        self.assertEqual(picture.headers["Content-Type"], "image/png")
        self.assertEqual(png_size(picture.body), (600, 600))

    def test_the_judge_refuses_what_is_broken(self):
        good = self.documents(self.issued())
        breaks = {
            "assertion recipient: identity is not the hash": lambda d: d.update(email="x@y.example"),
            "badge_class: image is missing": lambda d: d["badge_class"].pop("image"),
            "issuer: email is missing": lambda d: d["issuer"].pop("email"),
            "assertion: issueDate is no moment":
                lambda d: d["assertion"].update(issuedOn="yesterday"),
            '"colour" is lost': lambda d: d["assertion"].update(colour="blue"),
            "badge is not the badge class":
                lambda d: d["badge_class"].update(id=PUBLIC_URL + "/v1/obi/v2/badge_classes/x"),
            "assertion: type is not": lambda d: d["assertion"].update(type="BadgeClass"),
            "identityHash is no hash": lambda d: d["assertion"]["recipient"].update(identity=EARNER),
        }
        for complaint, spoil in breaks.items():
            documents = copy.deepcopy(good)
            spoil(documents)
            self.assertIn(complaint, "\n".join(complaints(documents)))

    def test_a_revoked_badge_is_gone_and_does_not_say_why(self):
        made = self.issued()
        self.client.data("PUT", f"/badges/{made['id']}/revoke", {"reason": "The check bounced"})
        left = self.document(self.address(made), 410)
        self.assertEqual(complaints({"revoked": left}), [])
        self.assertNotIn("bounced", json.dumps(left))
        self.assertNotEqual(complaints({"revoked": {**left, "revoked": False}}), [])

    def test_a_replacement_is_verified_in_its_own_right(self):
        made = self.issued()
        fresh = self.client.data("POST", f"/badges/{made['id']}/replace",
                                 {"issued_to_last_name": "Learner", "expires_at": False}, 201)
        self.document(self.address(made), 410)
        documents = self.documents(fresh)
        self.assertEqual(complaints(documents), [])
        self.assertNotIn("expires", documents["assertion"])

    def test_what_is_deleted_or_of_a_private_template_is_refused_in_the_usual_shape(self):
        made = self.issued()
        self.client.data("DELETE", f"/badges/{made['id']}", status=204)
        hidden = active_template(self.client, public=False)
        for address in (self.address(made),
                        f"{PUBLIC_URL}/v1/obi/v2/badge_classes/{hidden['id']}"):
            answer = self.fetch(address)
            self.assertEqual(answer.status, 404, answer.body)
            self.assertIsInstance(answer.json["data"]["message"], str)
