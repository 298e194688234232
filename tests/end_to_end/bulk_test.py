"""Tables of many things, uploaded by a program to a running server."""
import csv
import io

from support.databases import RegistryTest, on_both_databases
from support.registration import registration
from support.server import wait_until

HEADING = ["External Identifier", "Owned By", "Credential Name", "Credential Type", "Description",
           "Subject Webpage", "Credential Status", "Language"]
SAID = ["Certificate", "Joins metals by heat.", "https://harbor.example/welding", "Active", "en-US"]
PATH = "/publisher/bulk/credentials"


def table(count):
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow(HEADING)
    rows.writerows([f"W-{number}", "same as owner", f"Welding {number}", *SAID]
                   for number in range(count))
    return text.getvalue()


@on_both_databases
class Bulk(RegistryTest):
    def setUp(self):
        self.shared = self.registry()
        partner = self.shared.add_partner()
        self.server = self.shared.serve("--body-bytes-max", "20000")
        answer = self.server.register(registration(), partner["api_key"])
        self.key = answer.json["OrganizationApiKey"]

    def upload(self, text, query="", **headers):
        return self.server.request("POST", PATH + query, text, self.key, headers)

    def test_is_longer_than_other_bodies_may_be(self):
        text = table(500)
        self.assertGreater(len(text), 20_000)
        answer = self.upload(text)
        self.assertEqual((answer.status, answer.json["added"]), (200, 500), answer.body)
        taken = self.server.request("GET", PATH, None, self.key)
        again = self.upload(taken.body)
        self.assertEqual((again.status, again.json["unchanged"]), (200, 500), again.body)
        other = self.server.request("POST", PATH + "/uploads/x/save", text, self.key)
        self.assertEqual(other.status, 413, other.body)

    def test_is_read_on_after_a_restart(self):
        answer = self.upload(table(3_000), "?mode=preview", Prefer="respond-async")
        self.assertEqual(answer.status, 202, answer.body)
        self.server.stop()
        self.server = self.shared.serve()

        def read():
            upload = self.server.request("GET", answer.headers["Location"], None, self.key).json
            return upload["state"] != "reading" and upload

        upload = wait_until(read, "the table to be read")
        self.assertEqual((upload["state"], upload["added"], upload["failed"]),
                         ("preview", 3_000, 0), upload)
