"""A script written for Sunbird: tenants, their organisations and people over a real socket."""
import json

from support.crowd import at_once
from support.databases import ServerTest, on_both_databases
from support.sunbird import PASSWORD, Client, added

RIVALS = 50


@on_both_databases
class Sunbird(ServerTest):
    def setUp(self):
        super().setUp()
        self.number = getattr(type(self), "number", 0) + 1
        type(self).number = self.number
        self.channel = f"channel{self.number}"
        self.client = added(self.shared, self.server, self.channel, f"gita{self.number}")

    def search(self, **filters):
        """What everybody finds, without a key."""
        answer = self.server.request(
            "POST", "/api/org/v1/search", json.dumps({"request": {"filters": filters}}),
            headers={"Content-Type": "application/json"})
        self.assertEqual(answer.status, 200, answer.body)
        return answer.json["result"]["response"]["content"]

    def test_the_walk_of_the_reference_document(self):
        before = self.client.result("POST", "/api/channel/v1/list")
        tenants = [self.client.create(orgName=topic, isTenant=True,
                                      channel=f"xyz{self.channel}{topic.split()[0]}",
                                      description="Study of really old stuff.",
                                      preferredLanguage="English, Dutch, Hindi, Cakchiquel",
                                      homeUrl="https://www.example.com/training/arch")
                   for topic in ("Archeology", "Life Science", "eCommerce")]
        self.assertEqual(tenants, sorted(tenants, key=int))
        archeology = f"xyz{self.channel}Archeology"
        schools = [self.client.create(orgName=f"{culture} Archeology", isTenant=False,
                                      channel=archeology, externalID=culture,
                                      provider=tenants[0])
                   for culture in ("Indian", "Greek", "Mayan")]
        after = self.client.result("POST", "/api/channel/v1/list")
        self.assertEqual(after["count"], before["count"] + 3)
        self.assertEqual(len(after["channels"]), after["count"])
        codes = [channel["code"] for channel in after["channels"]]
        self.assertIn(archeology, codes)
        self.assertEqual([one["id"] for one in self.search(rootOrgId=tenants[0], isTenant=False)],
                         schools)

        username = f"priya{self.number}"
        person = self.client.result("POST", "/api/user/v1/create", {
            "firstName": "Priya", "userName": username, "password": PASSWORD,
            "channel": archeology})["userId"]
        self.client.result("POST", "/api/user/v1/role/assign", {
            "userId": person, "organisationId": schools[0], "roles": ["ORG_ADMIN"]})
        self.client.token = self.client.sign_in(username)["access_token"]
        self.client.result("PATCH", "/v1/org/update", {
            "organisationId": schools[0], "description": "Tea leaves"})
        refused = self.client.ask("PATCH", "/v1/org/update", {
            "organisationId": schools[1], "description": "Tea leaves"})
        self.assertEqual(refused.status, 401, refused.body)

    def test_an_answer_has_exactly_the_documents_type_and_form(self):
        answer = self.client.ask("POST", "/api/org/v1/read", {"organisationId": self.client.id},
                                 {"X-msgid": "m-1"})
        self.assertEqual(answer.headers["Content-Type"], "application/json")
        self.assertEqual(list(answer.json), ["id", "ver", "ts", "params", "responseCode", "result"])
        self.assertEqual(answer.json["params"], {"resmsgid": None, "msgid": "m-1", "err": None,
                                                 "status": "success", "errmsg": None})
        self.assertRegex(answer.json["ts"],
                         r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d:\d{3}\+0000$")
        modern = self.client.ask("POST", "/v1/org/read", {"organisationId": "0"},
                                 {"X-Sunbird-Profile": "modern"})
        self.assertEqual((modern.status, modern.json["params"]["err"]), (404, "UOS_ORGRED0013"))

    def test_fifty_who_want_one_channel_at_once_are_one(self):
        def create(number):
            name = f"Rush{self.number}" if number % 2 else f"rUSH{self.number}"
            return self.client.ask("POST", "/api/org/v1/create", {
                "orgName": "Rush", "isTenant": True, "channel": name})
        answers = at_once(RIVALS, create)
        self.assertEqual(sorted(answer.status for answer in answers), [200] + [400] * (RIVALS - 1))
        self.assertEqual({answer.json["params"]["err"] for answer in answers},
                         {None, "CHANNEL_SHOULD_BE_UNIQUE"})
        self.assertEqual(len(self.search(channel=f"rush{self.number}")), 1)

    def test_serials_of_many_at_once_all_differ_and_each_is_found_at_once(self):
        def create(number):
            made = self.client.create(orgName=f"School {number}", channel=self.channel,
                                      externalId=f"S-{number}")
            return made, [one["id"] for one in self.search(id=made)]
        made = at_once(RIVALS, create)
        self.assertEqual(len({serial for serial, _ in made}), RIVALS)
        for serial, found in made:
            self.assertEqual(found, [serial])

    def test_another_tenant_changes_nothing(self):
        rival = added(self.shared, self.server, f"rival{self.number}", f"rival{self.number}")
        school = self.client.create(orgName="School", channel=self.channel)
        nobody = "00000000-0000-4000-8000-000000000001"
        for method, path, said in [
                ("PATCH", "/api/org/v1/update", {"orgName": "Taken"}),
                ("PATCH", "/api/org/v1/status/update", {"status": 0}),
                ("POST", "/api/org/v1/member/add", {"userId": nobody})]:
            answer = rival.ask(method, path, {"organisationId": school, **said})
            self.assertEqual((answer.status, answer.json["params"]["err"]),
                             (401, "UNAUTHORIZED_USER"), answer.body)
        self.assertEqual(self.search(id=school)[0]["orgName"], "School")

    def test_the_tenant_sees_its_organisation_through_the_accounts_interface(self):
        name = f"Seen Elsewhere {self.number}"
        self.client.create(orgName=name, channel=self.channel)
        ctids = [one["ctid"] for one in self.shared.command("organization", "list")
                 if one["name"] == name]
        seen = self.server.organization(ctids[0], self.client.key)
        self.assertEqual((seen.status, seen.json["Name"]), (200, name), seen.body)
        self.assertEqual(self.server.organization(ctids[0], self.key).status, 404)

    def test_everything_is_whole_afterwards(self):
        self.client.create(orgName="School", channel=self.channel)
        self.assertEqual(self.shared.command("verify")["problems"], [])

    def test_a_client_with_a_wrong_password_gets_no_token(self):
        with self.assertRaises(AssertionError):
            self.client.sign_in(f"gita{self.number}", "wrong horse battery")
        self.assertIsInstance(self.client, Client)
