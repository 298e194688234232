"""People make accounts, log in and out, and set new passwords, with the mails that they get."""
import re
import time

from support.browser import Browser, link_in, one_time_code
from support.databases import RegistryTest, on_both_databases
from support.mail_server import MailServer
from support.tables import stored

EMAIL = "ada@quay.example"
PASSWORD = "kestrels over the meadow"
OTHER_PASSWORD = "herons under the bridge"


@on_both_databases
class People(RegistryTest):
    def setUp(self):
        self.mails = MailServer()
        self.addCleanup(self.mails.close)
        self.local = self.registry()
        self.server = self.local.serve(*self.mails.settings())
        self.browser = Browser(self.server)

    def sign_up(self, email=EMAIL, browser=None):
        browser = browser or self.browser
        browser.get("/sign-up")
        browser.submit("/sign-up", first_name="Ada", last_name="Quay", email=email,
                       password=PASSWORD)
        self.assertEqual(browser.title, "Look at your mail")

    def confirmed(self):
        """Ada, signed up and logged in."""
        self.sign_up()
        self.browser.open_link(link_in(self.mails.wait_for(EMAIL)[0]))
        self.browser.submit("/sign-up/confirm", password=PASSWORD)
        self.assertEqual(self.browser.path, "/dashboard")

    def log_in(self, browser, password=PASSWORD, email=EMAIL):
        browser.get("/log-in")
        return browser.submit("/log-in", email=email, password=password)

    def next_code(self, secret):
        """Of the step to come, which counts already, and was not used."""
        return one_time_code(secret, time.time() + 30)

    def test_signs_up_logs_in_with_a_second_factor_and_logs_out_everywhere(self):
        self.confirmed()
        self.assertIn("Welcome!", self.browser.page)
        self.browser.get("/account/second-factor")
        self.browser.submit("/account/second-factor/begin")
        secret = re.search(r"<code>([A-Z2-7]{32})</code>", self.browser.page)[1]
        before = dict(self.browser.cookies)
        self.browser.submit("/account/second-factor/set-up", code=one_time_code(secret))
        self.assertEqual(self.browser.title, "Your recovery codes")
        self.assertNotEqual(self.browser.cookies["session"], before["session"])
        recovery_code = re.search(r"<li><code>([^<]+)</code>", self.browser.page)[1]

        phone = Browser(self.server)
        self.log_in(phone)
        self.assertEqual(phone.path, "/log-in/code")
        self.assertEqual(phone.get("/account").status, 200)
        self.assertEqual(phone.title, "Log in", "the password alone is not enough")
        phone.get("/log-in/code")
        phone.submit("/log-in/code", code=self.next_code(secret))
        self.assertEqual(phone.path, "/dashboard")

        tablet = Browser(self.server)
        self.log_in(tablet)
        tablet.get("/log-in/recovery-code")
        tablet.submit("/log-in/recovery-code", code=recovery_code)
        self.assertEqual(tablet.path, "/dashboard")
        self.assertIn("recovery code", self.mails.wait_for(EMAIL, 2)[1].message["Subject"])

        phone.get("/account/sessions")
        self.assertEqual(phone.page.count("Firefox, Linux</strong>"), 3)
        phone.submit("/account/sessions/end-all")
        for browser in (phone, tablet, self.browser):
            browser.get("/account")
            self.assertEqual(browser.title, "Log in")
        self.server.stop()

    def test_a_forgotten_password_is_set_anew(self):
        self.confirmed()
        elsewhere = Browser(self.server)
        elsewhere.get("/forgot-password")
        elsewhere.submit("/forgot-password", email="ADA@quay.example")
        link = link_in(self.mails.wait_for(EMAIL, 2)[1])
        elsewhere.open_link(link)
        elsewhere.submit("/reset-password", password=OTHER_PASSWORD)
        self.assertEqual(elsewhere.path, "/log-in")
        self.assertEqual(elsewhere.open_link(link).status, 410)
        self.browser.get("/account")
        self.assertEqual(self.browser.title, "Log in", "everybody is logged out")
        self.assertEqual(self.log_in(self.browser).status, 422)
        self.log_in(self.browser, OTHER_PASSWORD)
        self.assertEqual(self.browser.path, "/dashboard")
        self.assertIn("was changed", self.mails.wait_for(EMAIL, 3)[2].message["Subject"])
        self.server.stop()

    def test_a_known_address_gets_another_mail_and_the_same_answer(self):
        self.confirmed()
        self.sign_up(browser=Browser(self.server))
        self.assertIn("already have an account",
                      self.mails.wait_for(EMAIL, 2)[1].message["Subject"])

    def test_nothing_that_is_stored_lets_anybody_in(self):
        self.sign_up()
        link = link_in(self.mails.wait_for(EMAIL)[0])
        self.browser.open_link(link)
        self.browser.submit("/sign-up/confirm", password=PASSWORD)
        session = self.browser.cookies["session"]
        self.server.stop()
        log = self.server.log
        token = link.partition("token=")[2]
        for secret in (PASSWORD, session, token):
            self.assertNotIn(secret, log)
        kept = str(stored(self.local, "select * from person_session")
                   + stored(self.local, "select email, password_hash from person")
                   + stored(self.local, "select facts, reason from mail"))
        self.assertIn("$argon2id$", kept)
        for secret in (PASSWORD, session, token):
            self.assertNotIn(secret, kept)

    def test_a_session_outlives_the_server(self):
        self.confirmed()
        self.server.stop()
        self.server = self.local.serve(*self.mails.settings())
        again = Browser(self.server)
        again.cookies = self.browser.cookies
        again.get("/account")
        self.assertEqual(again.title, "Your account")
        self.server.stop()

    def test_guessing_is_slowed_down_while_others_are_served(self):
        self.confirmed()
        stranger = Browser(self.server)
        statuses = [self.log_in(stranger, OTHER_PASSWORD).status for _ in range(12)]
        self.assertEqual(statuses, [422] * 10 + [429] * 2)
        self.assertEqual(self.server.get("/").status, 200)
        answer = stranger.submit_only("/log-in", email=EMAIL, password=PASSWORD)
        self.assertEqual(answer.status, 429)
        self.assertGreater(int(answer.headers["Retry-After"]), 0)

    def test_every_answer_to_a_stranger_is_a_page(self):
        for path in ("/log-in", "/sign-up", "/forgot-password", "/dashboard", "/account",
                     "/invitation?token=x", "/reset-password?token=x", "/sign-up/confirm?token=x"):
            with self.subTest(path):
                answer = self.browser.get(path)
                self.assertIn(answer.status, (200, 410))
                self.assertIn("<h1>", self.browser.page)
                self.assertEqual(answer.headers["Cache-Control"], "no-store")
