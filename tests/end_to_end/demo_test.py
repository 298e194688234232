"""A newcomer loads the demonstration, serves it and looks around as everybody in turn."""
import base64
import re
import urllib.parse

from support.browser import Browser
from support.databases import RegistryTest, on_both_databases

SETTINGS = ["--staff-second-factor", "false", "--mail", "hold", "--webhooks", "hold"]
PASSWORD = "herons under the bridge"


@on_both_databases
class Demo(RegistryTest):
    def loaded(self):
        registry = self.registry()
        return registry, registry.command("demo", "--password", PASSWORD)

    def log_in_of(self, told, role):
        return next(one["with"] for one in told["log_ins"] if role in one["role"])

    def browser_of(self, server, told, role):
        browser = Browser(server)
        browser.get("/log-in")
        with_ = self.log_in_of(told, role)
        browser.submit("/log-in", email=with_["e-mail"], password=with_["password"])
        self.assertEqual(browser.path, "/dashboard", role)
        return browser

    def test_everything_is_there_to_look_at_and_to_do(self):
        registry, told = self.loaded()
        self.assertEqual(registry.command("verify")["problems"], [])
        server = registry.serve(*SETTINGS)
        self.check_staff(self.browser_of(server, told, "registry staff"))
        self.check_administrator(self.browser_of(server, told, "administrator"))
        for role in ("trusted partner", "publisher", "viewer", "without an organization"):
            self.browser_of(server, told, role)
        self.check_programs(server, told)
        self.check_public(server, told)
        server.stop()
        self.assertNotIn(PASSWORD, server.log)

    def check_staff(self, browser):
        for path, text in (
                ("/staff", "Organizations that wait to be approved"),
                ("/staff/organizations/waiting", "Honolulu Comunity College"),
                ("/staff/organizations/waiting", "Honolulu Community College"),  # it may be that one
                ("/staff/publications", "Ice Navigation"),
                ("/staff/webhooks?state=dead", "Ridge Demonstration Institute"),
                ("/staff/webhooks", "Harbor Demonstration College"),
                ("/staff/webhooks?state=delivered", "Harbor Demonstration College"),
                ("/staff/mail", "badge_issued"),
                ("/staff/mail?state=given_up", "lost.example"),
                ("/staff/organizations?status=declined", "Academy of Everything"),
                ("/staff/organizations?status=blocked", "Instant Diploma House"),
                ("/staff/activity", "resource.published"),
                ("/staff/people", "newcomer@mail.example")):
            self.assertEqual(browser.get(path).status, 200, path)
            self.assertIn(text, browser.page, path)

    def check_administrator(self, browser):
        own = re.search(r"/dashboard/organizations/ce-[0-9a-f-]+", browser.page)[0]
        for path, text in (
                ("/members", "hopeful@mail.example"),
                ("/members", "assistant@harbor.example"),
                ("/third-parties", "Ridge Demonstration Institute"),
                ("/third-parties", "Meadow Demonstration University"),
                ("/keys", "old web site"),
                ("/webhooks", "hooks.example/harbor"),
                ("/history", "Version 3"),
                ("/publisher/credentials", "Lighthouse Keeping"),
                ("/publisher/credentials", "Harbor Master")):
            self.assertEqual(browser.get(own + path).status, 200, path)
            self.assertIn(text, browser.page, path)

    def check_programs(self, server, told):
        partner = self.log_in_of(told, "partner's program")["API key"]
        validated = server.request("POST", "/accountsapi/apikey/validate", key=partner)
        self.assertNotEqual(validated.status, 401, validated.body)
        acclaim = self.log_in_of(told, "Acclaim")
        basic = base64.b64encode(f"{acclaim['token']}:".encode()).decode()
        badges = server.request("GET", f"/v1/organizations/{acclaim['organization']}/badges",
                                headers={"Authorization": f"Basic {basic}"}).json
        self.assertLessEqual({"accepted", "pending", "revoked"},
                             {badge["state"] for badge in badges["data"]})
        litmos = server.request("GET", "/api/organizations", headers=self.log_in_of(told, "Litmos"))
        self.assertEqual(len(litmos.json["Data"]), 5)
        key = self.log_in_of(told, "Sunbird")["API key"]
        found = server.request("POST", "/api/org/v1/search", {"request": {"filters": {}}},
                               headers={"Authorization": f"Bearer {key}"})
        self.assertEqual(found.status, 200)
        self.assertGreaterEqual(found.json["result"]["response"]["count"], 5)

    def check_public(self, server, told):
        for one in told["try"]:
            path = urllib.parse.urlsplit(one["address"]).path
            if path.startswith(("/staff", "/dashboard")):
                continue
            answer = server.request("GET", path, headers={"Accept": "text/html"})
            self.assertEqual(answer.status, 200, path)
        college = next(one["address"] for one in told["try"] if "/resources/" in one["address"])
        said = server.request("GET", urllib.parse.urlsplit(college).path,
                              headers={"Accept": "application/json"}).json
        self.assertEqual(said["ceterms:ipedsID"], "141574")
        self.assertIn("ceterms:latitude", said["ceterms:address"][0])
        self.assertIn("夏威夷大学马诺阿分校", str(said["ceterms:name"]))
        self.assertTrue(said["ceterms:accreditedBy"])

    def test_loads_into_a_running_server_once_and_tells_people_what_they_can_do(self):
        registry = self.registry()
        server = registry.serve(*SETTINGS)
        done = registry.run("demo", "--password", PASSWORD)
        self.assertEqual(done.returncode, 0, done.stderr)
        for text in ("registry staff", "/log-in", PASSWORD, "API key"):
            self.assertIn(text, done.stdout)
        self.assertEqual(len(re.findall(r"^  \d\. ", done.stdout, re.MULTILINE)), 5)
        email = re.search(r"registry staff.*?(\S+@\S+)", done.stdout)[1]
        browser = Browser(server)
        browser.get("/log-in")
        browser.submit("/log-in", email=email, password=PASSWORD)
        self.assertEqual(browser.get("/staff/publications").status, 200)
        again = registry.run("demo")
        self.assertEqual(again.returncode, 1)
        self.assertIn("holds organizations already", again.stderr)
        self.assertIn(str(registry.data), again.stderr, "what to remove is named")
        server.stop()
