"""All US colleges are registered through the accounts API."""
import json
import re
import uuid

from support.databases import RegistryTest, on_both_databases
from support.mail_server import MailServer
from support.server import wait_until

from .data import rows_of, unpacked

COLLEGES = uuid.UUID("92c1076b-4fb1-4b24-9238-ff520f7bb0e8")  # as in src/app/import/college.cpp
LATEST, EARLIER = "ipeds-hd2022.cp1252.csv", "ipeds-hd2019.cp1252.csv"
ALREADY = re.compile("already registered|registered already|registered before", re.IGNORECASE)


def ctid_of(row):
    return f"ce-{uuid.uuid5(COLLEGES, row['UNITID'].strip())}"


class Import(RegistryTest):
    def start(self, *settings):
        self.local = self.registry()
        self.server = self.local.serve(*settings)
        self.key = self.local.add_partner()["api_key"]

    def import_table(self, table):
        file = self.local.folder / "table.csv"
        file.write_bytes(table)
        done = self.local.run("import", "ipeds", str(file), "--to", self.server.url,
                              "--api-key", self.key, "--json", data=())
        self.assertIn(done.returncode, (0, 1), done.stderr)
        said = json.loads(done.stdout.strip().splitlines()[-1])
        self.assertEqual(said["read"], len(rows_of(table)))
        self.assertEqual(said["accepted"] + said["refused"], said["read"])
        self.assertEqual(sum(said["reasons"].values()), said["refused"])
        print(f"\n{self.engine.name}: {said['accepted']} of {said['read']} accepted in "
              f"{said['seconds']:.1f} s; refused: {said['reasons']}", flush=True)
        return said

    def registered(self):
        return {organization["ctid"]
                for organization in self.local.command("organization", "list")
                if organization["name"] != "Partner of Tests"}


@on_both_databases
class Ipeds(Import):
    def test_the_colleges_of_2022_are_registered_once_and_as_the_table_says(self):
        self.start()
        table = unpacked(LATEST)
        rows = rows_of(table)
        self.assertEqual(len(rows), 6256)
        said = self.import_table(table)
        self.assertGreater(said["accepted"], 6000)
        registered = self.registered()
        self.assertEqual(len(registered), said["accepted"])
        self.assertLessEqual(registered, {ctid_of(row) for row in rows})

        connection = self.server.connect()
        for row in rows[::50]:
            with self.subTest(unitid=row["UNITID"]):
                self.check_row(row, registered, connection)
        connection.close()

        again = self.import_table(table)
        self.assertEqual(again["accepted"], 0)
        repeated = sum(count for reason, count in again["reasons"].items()
                       if ALREADY.search(reason))
        self.assertEqual(repeated, said["accepted"])
        self.assertEqual(self.registered(), registered)
        self.server.stop()
        self.assertEqual(self.local.command("verify")["problems"], [])

    def check_row(self, row, registered, connection):
        seen = self.server.organization(ctid_of(row), self.key, connection=connection)
        if ctid_of(row) not in registered:
            self.assertEqual(seen.status, 404)
            return
        self.assertEqual(seen.status, 200)
        said = seen.json
        self.assertEqual(said["Name"], " ".join(row["INSTNM"].split()))
        self.assertEqual(said["City"], row["CITY"].strip())
        self.assertEqual(said["StreetAddress"], " ".join(row["ADDR"].split()))
        self.assertEqual(said["PostalCode"][:5], row["ZIP"].strip()[:5])
        self.assertEqual(re.sub(r"\D", "", said["PrimaryPhoneNumber"])[-10:],
                         row["GENTELE"].strip()[:10])
        if re.fullmatch(r"\d{9}", row["EIN"].strip()):
            self.assertEqual(re.sub(r"\D", "", said["FEIN"]), row["EIN"].strip())
        if re.fullmatch(r"\d{8}", row["OPEID"].strip()):
            self.assertEqual(said["OPEID"], row["OPEID"].strip())
        host = re.sub(r"^https?://", "", row["WEBADDR"].strip().lower()).split("/")[0]
        self.assertIn(host, said["Url"].lower())
        sector = {"1": "Public", "2": "PrivateNonProfit", "3": "PrivateForProfit"}
        self.assertTrue(said["OrganizationSectorUri"].endswith(sector[row["CONTROL"].strip()]))

    def test_the_earlier_table_runs_and_then_only_what_is_new_is_added(self):
        self.start()
        earlier = self.import_table(unpacked(EARLIER))
        # A spreadsheet left only the first digits of several hundred telephone numbers.
        self.assertGreater(earlier["accepted"], 5800)
        before = self.registered()
        later = self.import_table(unpacked(LATEST))
        after = self.registered()
        self.assertLessEqual(before, after)
        self.assertLess(len(after), 7000)
        self.assertEqual(len(after), earlier["accepted"] + later["accepted"])
        self.server.stop()

    def test_everybody_concerned_gets_mail(self):
        with MailServer() as mails:
            self.start(*mails.settings())
            head = b"".join(unpacked(LATEST).splitlines(keepends=True)[:201])
            said = self.import_table(head)
            self.assertGreater(said["accepted"], 180)
            expected = 3 * said["accepted"] + 1  # and the invitation of the partner itself
            wait_until(lambda: len(mails.mails()) >= expected, "every mail")
            self.server.stop()
            received = mails.mails()
            self.assertEqual(len(received), expected)
            self.assertEqual(len(mails.mails("partner@partner.example")), said["accepted"] + 1)
            identifiers = {mail.message["Message-ID"] for mail in received}
            self.assertEqual(len(identifiers), len(received))
            for mail in received:
                self.assertEqual(mail.message.defects, [])
                self.assertTrue(mail.text("plain").strip())
                self.assertTrue(mail.text("html").strip())
