"""Mail reaches a real mail server, once, whatever that server does meanwhile."""
import email
import email.policy
import re
import uuid

from support.databases import RegistryTest, on_both_databases
from support.mail_server import DROP, Certificate, MailServer
from support.registration import check_refused, check_registered, registration
from support.server import wait_until
from support.tables import let_mail_come_due, stored

PARTNER = "office@partner.example"
STAFF = "desk@registry.example"


class MailTest(RegistryTest):
    def start(self, mail_server, *settings):
        self.local = self.registry()
        self.local.command("migrate")
        self.add_staff()
        self.server = self.local.serve(*mail_server.settings(), *settings)
        self.key = self.local.add_partner("State Partner", PARTNER)["api_key"]
        self.tried_before = 0
        self.wait_for_tries(1)  # the invitation of the partner's own administrator
        self.tried_before = 1
        mail_server.forget()

    def add_staff(self):
        """With a password: who has none is mailed a link to set one."""
        self.local.command("staff", "add", STAFF, "--password-stdin",
                           stdin="correct horse battery staple\n")

    def mail_server(self, **options):
        made = MailServer(**options)
        self.addCleanup(made.close)
        return made

    def register(self, **changes):
        body = registration(**changes)
        check_registered(self, self.server.register(body, self.key))
        return body

    def register_contact(self, address, **contact):
        return self.register(Contacts=[{"Email": address, "FirstName": "Ada", "LastName": "Admin"}
                                       | contact])

    def metric(self, name):
        text = self.server.get("/metrics").body.decode()
        return int(re.search(rf"^cartulary_mails_{name} (\d+)$", text, re.MULTILINE)[1])

    def wait_for_tries(self, count):
        """Until the server has dealt with this many mails."""
        count += self.tried_before
        wait_until(lambda: sum(map(self.metric, ("sent_total", "delayed_total",
                                                 "given_up_total"))) >= count,
                   f"{count} tries to send a mail")

    def serve_later(self, mail_server):
        """Ends the server and starts it again when every waiting mail has come due; gives how many
        there are."""
        self.server.stop()
        due = let_mail_come_due(self.local)
        self.tried_before = 0
        self.server = self.local.serve(*mail_server.settings())
        return due

    def states(self):
        """State and reason of every mail by its recipient, once the server has ended."""
        self.server.stop()
        return {address: (state, reason) for address, state, reason in
                stored(self.local, "select to_address, state, reason from mail")}


@on_both_databases
class Mail(MailTest):
    def test_everybody_concerned_gets_a_readable_mail(self):
        mails = self.mail_server()
        self.start(mails, "--public-url", "https://registry.example/")
        body = self.register_contact("ada@college.example")
        for recipient in ("ada@college.example", PARTNER, STAFF):
            with self.subTest(recipient):
                received = mails.wait_for(recipient)[0]
                message = received.message
                self.assertEqual(received.recipients, [recipient])
                self.assertEqual(message["To"].addresses[0].addr_spec, recipient)
                self.assertEqual(message.get_content_type(), "multipart/alternative")
                self.assertIn(body["Name"], received.text("plain"))
                self.assertIn(body["Name"], received.text("html"))
                for header in ("From", "Subject", "Date", "Message-ID", "MIME-Version"):
                    self.assertTrue(message[header], header)
                self.assertEqual(message.defects, [])
        first = mails.mails("ada@college.example")[0]
        self.assertIn("https://registry.example/account/confirm?", first.text("plain"))
        ids = {mail.message["Message-ID"] for mail in mails.mails()}
        self.assertEqual(len(ids), len(mails.mails()))

        # The same person again is known by then, and gets another text.
        self.register_contact("ada@college.example")
        second = mails.wait_for("ada@college.example", 2)[1]
        self.assertNotEqual(second.message["Subject"], first.message["Subject"])
        self.server.stop()
        self.assertEqual(len(mails.mails()), 6)

    def test_contacts_get_none_when_the_partner_says_so(self):
        mails = self.mail_server()
        self.start(mails)
        body = self.register(SendingOrgContactEmails=False)
        mails.wait_for(PARTNER)
        mails.wait_for(STAFF)
        self.server.stop()
        self.assertEqual(mails.mails(body["Contacts"][0]["Email"]), [])

    def test_names_cannot_write_headers_or_html(self):
        mails = self.mail_server()
        self.start(mails)
        for first, last in (('Ada "the" First', "O'Hara, <evil@evil.example>"),
                            ("Zoë", "Ünïcode 東京"), ("Semi; colon", "(comment) \\ back"),
                            ("=?utf-8?q?Bcc?=", "a@b.example,"), ("A" * 60, "B" * 60)):
            with self.subTest(first=first):
                address = f"c-{uuid.uuid4().hex}@college.example"
                name = f'College <b>"{last}"</b> & Co'[:100]
                self.register(Name=name, Contacts=[
                    {"Email": address, "FirstName": first, "LastName": last}])
                received = mails.wait_for(address)[0]
                self.assertEqual(received.recipients, [address])
                to = received.message["To"].addresses
                self.assertEqual([one.addr_spec for one in to], [address])
                self.assertEqual(to[0].display_name, f"{first} {last}")
                self.assertIn(name, received.text("plain"))
                self.assertNotIn("<b>", received.text("html"))
                self.assertEqual(received.message["Bcc"], None)
                self.assertTrue(all(len(line) <= 998 for line in received.raw.split(b"\r\n")))
        self.server.stop()

    def test_names_with_line_ends_are_refused(self):
        self.start(self.mail_server())
        for name in ("Ada\r\nBcc: evil@evil.example", "Ada\nX: y", "Ada\0"):
            contact = {"Email": "ada@college.example", "FirstName": name, "LastName": "Admin"}
            check_refused(self, self.server.register(registration(Contacts=[contact]), self.key),
                          400)
            check_refused(self, self.server.register(registration(Name=name), self.key), 400)
        self.server.stop()

    def test_international_addresses_are_written_to(self):
        mails = self.mail_server()
        self.start(mails)
        self.register_contact("ada@bücher.example")
        mails.wait_for("ada@xn--bcher-kva.example")
        self.register_contact("jörg@bücher.example")
        mails.wait_for("jörg@xn--bcher-kva.example")
        self.server.stop()

    def test_a_mail_that_is_put_off_or_lost_on_the_way_is_sent_again_and_taken_once(self):
        mails = self.mail_server()
        mails.answers["later@college.example"] = ["451 come back later", "450 not yet"]
        mails.answers["lost@college.example"] = [DROP, DROP]
        self.start(mails)
        addresses = ["later@college.example", "lost@college.example", "plain@college.example"]
        for address in addresses:
            self.register_contact(address)
        self.wait_for_tries(9)
        for _ in range(4):
            due = self.serve_later(mails)
            self.wait_for_tries(due)
        self.assertEqual(due, 0)
        self.assertEqual({state for state, _ in self.states().values()}, {"sent"})
        self.assertEqual(mails.tries["later@college.example"], 3)
        self.assertEqual(mails.tries["lost@college.example"], 3)
        for address in addresses:
            self.assertEqual(len(mails.mails(address)), 1)
        self.assertEqual(len(mails.mails()), 9)

    def test_a_mail_that_is_refused_is_given_up_and_the_reason_kept(self):
        mails = self.mail_server()
        mails.answers["nobody@college.example"] = ["550 5.1.1 there is no such person"]
        self.start(mails)
        self.register_contact("nobody@college.example")
        self.wait_for_tries(3)
        self.assertEqual(self.serve_later(mails), 0)
        state, reason = self.states()["nobody@college.example"]
        self.assertEqual(state, "given_up")
        self.assertIn("there is no such person", reason)
        self.assertEqual(mails.tries["nobody@college.example"], 1)
        self.assertEqual(sorted(mail.recipients[0] for mail in mails.mails()), [STAFF, PARTNER])

    def test_mail_waits_while_the_mail_server_is_away_and_survives_a_kill(self):
        mails = self.mail_server()
        self.start(mails)
        mails.close()
        self.register_contact("ada@college.example")
        self.wait_for_tries(1)
        self.server.kill()
        let_mail_come_due(self.local)
        mails = self.mail_server()
        self.server = self.local.serve(*mails.settings())
        for recipient in ("ada@college.example", PARTNER, STAFF):
            mails.wait_for(recipient)
        self.assertEqual({state for state, _ in self.states().values()}, {"sent"})
        self.assertEqual(len(mails.mails()), 3)

    def test_many_mails_each_arrive_once(self):
        mails = self.mail_server()
        self.start(mails, "--rate-limit-per-key", "0")
        addresses = [f"c{number}@college.example" for number in range(40)]
        for address in addresses:
            self.register_contact(address)
        for address in addresses:
            mails.wait_for(address)
        mails.wait_for(PARTNER, 40)
        mails.wait_for(STAFF, 40)
        self.server.stop()
        self.assertEqual(len(mails.mails()), 120)

    def test_without_a_mail_server_each_mail_is_a_file(self):
        self.local = self.registry()
        self.local.command("migrate")
        self.add_staff()
        self.server = self.local.serve()
        self.key = self.local.add_partner("State Partner", PARTNER)["api_key"]
        body = self.register_contact("ada@college.example")
        folder = self.local.data / "mail"
        # One of the four is the invitation of the partner's own administrator.
        files = wait_until(lambda: folder.exists() and len(list(folder.glob("*.eml"))) >= 4
                           and list(folder.glob("*.eml")), "four files")
        self.server.stop()
        messages = [email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
                    for file in files]
        self.assertEqual(sorted(message["To"].addresses[0].addr_spec for message in messages),
                         ["ada@college.example", STAFF, PARTNER, PARTNER])
        for subtype in ("plain", "html"):
            texts = [message.get_body((subtype,)).get_content() for message in messages]
            self.assertEqual(sum(body["Name"] in text for text in texts), 3)


@on_both_databases
class ProtectedMail(MailTest):
    @classmethod
    def setUpClass(cls):
        cls.certificate = Certificate()
        cls.addClassCleanup(cls.certificate.close)

    def test_mail_goes_over_tls_with_user_and_password(self):
        mails = self.mail_server(login=("registry", "s3cret pass"), certificate=self.certificate)
        self.start(mails)
        self.register_contact("ada@college.example")
        mails.wait_for("ada@college.example")
        self.server.stop()
        self.assertEqual(set(mails.logins), {("registry", "s3cret pass")})
        self.assertNotIn("s3cret pass", self.server.log)

    def test_a_server_with_an_unknown_certificate_gets_neither_password_nor_mail(self):
        mails = self.mail_server(login=("registry", "s3cret pass"), certificate=self.certificate)
        mails.certificate = None  # the registry is not told to trust it
        self.start(mails)
        self.register_contact("ada@college.example")
        self.wait_for_tries(3)
        state, reason = self.states()["ada@college.example"]
        self.assertEqual(state, "waiting")
        self.assertTrue(reason)
        self.assertEqual((mails.logins, mails.mails()), ([], []))
