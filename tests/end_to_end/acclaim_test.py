"""A program written for Acclaim: organizations, tokens, badges and events over a real socket."""
import base64
import re
import urllib.parse

from support.acclaim import Client, active_template, badge, basic, registered
from support.crowd import at_once
from support.databases import RegistryTest, ServerTest, on_both_databases
from support.mail_server import MailServer
from support.pictures import png, png_size, web_server

ORGANIZATION_KEYS = [
    "id", "name", "website_url", "webhook_url", "contact_email", "technical_contact_email",
    "zip_or_postal_code", "organization_type", "bio", "twitter_url", "vanity_slug", "facebook_url",
    "linked_in_url", "linked_in_org_id", "city", "address", "primary_hex_color", "support_email",
    "support_url", "allowed_webhooks", "enable_blockchain", "print_method", "pdf_id",
    "linkedin_a2p_url", "location", "country", "state_or_province", "created_at", "updated_at",
    "vanity_url", "verified_at", "verified", "photo", "photo_url"]


@on_both_databases
class Organizations(ServerTest):
    def setUp(self):
        super().setUp()
        self.client = registered(self, self.shared, self.server, self.key)

    def test_an_organization_registered_by_a_partner_is_here_at_once_with_every_key_in_order(self):
        said = self.client.data("GET", "/")
        self.assertEqual(list(said), ORGANIZATION_KEYS)
        self.assertEqual(said["id"], self.client.id)
        self.assertEqual(said["state_or_province"], "Michigan")
        self.assertEqual(said["country"], "United States")
        self.assertEqual(said["location"],
                         "1375 S Clare Avenue Harrison Michigan 48625 United States")
        self.assertIs(said["verified"], True)

    def test_a_change_made_here_is_seen_there_and_loses_nothing(self):
        before = self.server.organization(self.client.ctid, self.key).json
        self.client.data("PUT", "", {"name": "Harbor University", "city": "Bangor",
                                     "twitter_url": "https://twitter.com/harbor",
                                     "primary_hex_color": "#0a3d62"})
        after = self.server.organization(self.client.ctid, self.key).json
        self.assertEqual((after["Name"], after["City"]), ("Harbor University", "Bangor"))
        changed = {"Name", "City", "LastUpdated", "Version"}
        self.assertEqual({name: value for name, value in after.items() if name not in changed},
                         {name: value for name, value in before.items() if name not in changed})
        self.assertEqual(self.client.data("GET", "")["twitter_url"], "https://twitter.com/harbor")

    def test_the_three_forms_of_basic_and_a_bearer_are_the_same_caller(self):
        token = self.client.token
        forms = [basic(token), "Basic " + base64.b64encode(token.encode()).decode(),
                 "Basic " + base64.b64encode(f"{token}|".encode()).decode(), f"Bearer {token}"]
        for form in forms:
            answer = self.server.request("GET", "/v1/organizations/", headers={
                "Authorization": form, "Content-Type": "application/json"}, body="{}")
            self.assertEqual(answer.status, 200, form)
            self.assertEqual([one["id"] for one in answer.json["data"]], [self.client.id])
            self.assertEqual(answer.json["metadata"], {})

    def test_client_credentials_are_exchanged_for_a_token_that_works(self):
        identifier = self.client.data("GET", "/authorization_tokens")[0]["id"]
        form = urllib.parse.urlencode({"grant_type": "client_credentials", "client_id": identifier,
                                       "client_secret": self.client.token})
        answer = self.server.request("POST", "/oauth/token", form,
                                     headers={"Content-Type": "application/x-www-form-urlencoded"})
        self.assertEqual(answer.status, 200, answer.body)
        self.assertEqual((answer.json["token_type"], answer.json["expires_in"]), ("Bearer", 7200))
        seen = self.server.request(
            "GET", f"/v1/organizations/{self.client.id}",
            headers={"Authorization": f"Bearer {answer.json['access_token']}"})
        self.assertEqual(seen.status, 200, seen.body)

    def test_every_refusal_below_v1_is_an_object_that_clients_can_read(self):
        asked = [("GET", "/v1/nothing", None, 404), ("PATCH", "/v1/organizations", None, 405),
                 ("GET", "/v1/organizations", None, 401),
                 ("PUT", f"/v1/organizations/{self.client.id}", "{", 400),
                 ("PUT", f"/v1/organizations/{self.client.id}", '{"name":7}', 422)]
        for method, path, body, status in asked:
            headers = {} if status == 401 else {"Authorization": basic(self.client.token)}
            answer = self.server.request(method, path, body, headers=headers)
            self.assertEqual(answer.status, status, (method, path, answer.body))
            self.assertIsInstance(answer.json["data"]["message"], str)
            self.assertIsInstance(answer.json["data"]["errors"], list)
            self.assertEqual(answer.json["metadata"], {})

    def test_a_revoked_token_ends_at_once_and_a_rotated_one_lives_on_for_a_day(self):
        fresh = self.client.data("POST", "/authorization_tokens/rotate", {}, 201)
        self.assertEqual(self.client.ask("GET", "").status, 200)
        successor = Client(self.server, self.client.ctid, fresh["token"])
        self.assertEqual(successor.ask("GET", "").status, 200)
        self.assertEqual(successor.ask("DELETE", f"/authorization_tokens/{fresh['id']}").status,
                         204)
        self.assertEqual(successor.ask("GET", "").status, 401)

    def test_a_page_of_events_can_be_walked_by_its_next_page_url(self):
        for number in range(120):
            self.client.data("PUT", "", {"bio": f"as of {number}"})
        path, seen = f"/v1/organizations/{self.client.id}/events", []
        while path:
            page = self.server.request("GET", path, headers={
                "Authorization": basic(self.client.token)}).json
            seen += [event["id"] for event in page["data"]]
            following = page["metadata"]["next_page_url"]
            self.assertEqual(page["metadata"]["total_pages"], 3)
            path = following and following[following.index("/v1/"):]
        self.assertEqual(len(seen), page["metadata"]["total_count"])
        self.assertEqual(len(set(seen)), len(seen))


@on_both_databases
class Pictures(RegistryTest):
    def setUp(self):
        super().setUp()
        self.local = self.registry()
        self.key = self.local.add_partner()["api_key"]

    def start(self, *settings):
        self.server = self.local.serve(*settings)
        self.client = registered(self, self.local, self.server, self.key)

    def test_a_photo_is_fetched_made_square_and_served(self):
        self.start("--picture-networks", "127.0.0.0/8")
        with web_server({"/wide.png": png(900, 300)}) as address:
            said = self.client.data("PUT", "", {"photo": f"{address}/wide.png"})
        path = said["photo"]["url"]
        self.assertTrue(said["photo_url"].endswith(path))
        served = self.server.get(path)
        self.assertEqual(served.headers["Content-Type"], "image/png")
        self.assertEqual(png_size(served.body), (600, 600))
        self.assertEqual(self.client.data("PUT", "", {"photo": None})["photo_url"], None)

    def test_what_is_no_picture_changes_nothing_and_says_so(self):
        self.start("--picture-networks", "127.0.0.0/8")
        with web_server({"/page": b"<svg onload=alert(1)>", "/loop": "/loop"}) as address:
            for path in ("/page", "/missing", "/loop"):
                answer = self.client.ask("PUT", "", {"photo": address + path, "bio": "changed"})
                self.assertEqual(answer.status, 422, answer.body)
                self.assertEqual(answer.json["data"]["errors"][0]["attribute"], "photo")
        self.assertNotEqual(self.client.data("GET", "")["bio"], "changed")

    def test_an_address_inside_is_not_fetched_however_it_is_written(self):
        self.start()
        with web_server({"/wide.png": png(9, 9)}) as address:
            port = address.rpartition(":")[2]
            for host in ("127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1"):
                answer = self.client.ask("PUT", "", {"photo": f"http://{host}:{port}/wide.png"})
                self.assertEqual(answer.status, 422, (host, answer.body))
        self.assertIsNone(self.client.data("GET", "")["photo"])


@on_both_databases
class Badges(RegistryTest):
    def start(self, mails):
        self.local = self.registry()
        self.key = self.local.add_partner()["api_key"]
        self.server = self.local.serve(*mails.settings())
        self.client = registered(self, self.local, self.server, self.key)

    def mail_to(self, mails, address):
        return mails.wait_for(address)[0].text("plain")

    def test_an_earner_takes_the_badge_by_the_link_that_was_mailed(self):
        mails = MailServer()
        self.addCleanup(mails.close)
        self.start(mails)
        made = self.client.data("POST", "/badges", badge(active_template(self.client)), 201)
        self.assertEqual(made["state"], "pending")
        page = urllib.parse.urlsplit(made["badge_url"]).path
        self.assertNotIn("Ada", self.server.get(page).body.decode())

        text = self.mail_to(mails, "earner@mail.example")
        link = urllib.parse.urlsplit(re.search(r"http\S+/yours\?secret=\S+", text)[0])
        shown = self.server.get(f"{link.path}?{link.query}")
        self.assertEqual(shown.status, 200)
        self.assertEqual(self.client.data("GET", f"/badges/{made['id']}")["state"], "pending")

        secret = urllib.parse.parse_qs(link.query)["secret"][0]
        name, value = accept_button(shown.body.decode())
        answer = self.server.request(
            "POST", link.path, urllib.parse.urlencode({"secret": secret, name: value}),
            headers={"Content-Type": "application/x-www-form-urlencoded"})
        self.assertEqual(answer.status, 303, answer.body)
        self.assertEqual(self.client.data("GET", f"/badges/{made['id']}")["state"], "accepted")
        public = self.server.get(page).body.decode()
        self.assertIn("Ada Earner", public)
        self.assertNotIn("earner@mail.example", public)
        newest = self.client.data("GET", "/events")[0]
        self.assertEqual((newest["event_type"], newest["badge"]["state"]),
                         ("badge.state.changed", "accepted"))

    def test_fifty_at_once_give_an_earner_a_badge_once(self):
        mails = MailServer()
        self.addCleanup(mails.close)
        self.start(mails)
        template = active_template(self.client)
        answers = at_once(50, lambda _: self.client.ask("POST", "/badges", badge(template)))
        self.assertEqual(sorted(answer.status for answer in answers), [201] + [422] * 49)
        for answer in answers:
            if answer.status == 422:
                self.assertIn("already has this badge", answer.json["data"]["message"])
        self.assertEqual(len(self.client.data("GET", "/badges")), 1)

    def test_a_batch_with_one_mistake_issues_nothing_and_names_it(self):
        mails = MailServer()
        self.addCleanup(mails.close)
        self.start(mails)
        template = active_template(self.client)
        batch = [badge(template, f"one-{number}@mail.example") for number in range(10)]
        batch[7]["recipient_email"] = "nobody"
        answer = self.client.ask("POST", "/badges/batch", {"badges": batch})
        self.assertEqual(answer.status, 422, answer.body)
        self.assertEqual(answer.json["data"]["error_index"], 7)
        self.assertEqual(self.client.data("GET", "/badges"), [])
        batch[7]["recipient_email"] = "somebody@mail.example"
        self.assertEqual(len(self.client.data("POST", "/badges/batch", {"badges": batch}, 201)), 10)
        self.assertEqual(self.local.command("verify")["problems"], [])


def accept_button(page):
    """Name and value of what the page sends to take a badge."""
    found = re.search(r'name="(decision)" value="(accept)"', page)
    if not found:
        raise AssertionError(page)
    return found[1], found[2]
