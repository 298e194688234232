"""A real SMTP server on loopback, which does to each recipient's mail what a test has written."""
import email
import email.policy
import logging
import pathlib
import ssl
import subprocess
import tempfile
import threading
from collections import defaultdict
from dataclasses import dataclass

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

from .server import wait_until

DROP = "drop"          # the connection is lost in the middle of the message
ACCEPT = "250 taken"   # what a mail gets when nothing else is written

# aiosmtpd tells of every lost connection and refused handshake; here they are what is tested.
logging.getLogger("mail.log").setLevel(logging.CRITICAL)
logging.getLogger("asyncio").setLevel(logging.CRITICAL)


@dataclass
class Received:
    sender: str
    recipients: list
    raw: bytes

    @property
    def message(self):
        return email.message_from_bytes(self.raw, policy=email.policy.default)

    def text(self, subtype):
        return self.message.get_body((subtype,)).get_content()


class ScriptedSMTP(SMTP):
    async def smtp_DATA(self, arg):
        if self.event_handler.next_answer(self.envelope) == DROP:
            await self.push("354 go on")
            await self._reader.readuntil(b"\r\n")
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


class MailServer:
    """`answers[address]` are what the next tries to send to that address get, in this order: a
    reply such as "451 later" after the whole message, or DROP. After them it is taken.

    `login` is (user, password) that must be given; `certificate` is a Certificate to offer
    STARTTLS with, and then to insist on it."""

    def __init__(self, login=None, certificate=None):
        self.answers = defaultdict(list)
        self.tries = defaultdict(int)
        self.received = []
        self.logins = []
        self._lock = threading.Lock()
        self._login = login
        self.certificate = certificate
        options = {"enable_SMTPUTF8": True}
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate.chain_file, certificate.key_file)
            options |= {"tls_context": context, "require_starttls": True}
        if login:
            options |= {"authenticator": self._authenticate, "auth_required": True,
                        "auth_require_tls": certificate is not None}
        handler = self

        class ScriptedController(Controller):
            def factory(self):
                return ScriptedSMTP(handler, **self.SMTP_kwargs)

            def _trigger_server(self):  # port 0: only now is it known which one it became
                self.port = self.server.sockets[0].getsockname()[1]
                super()._trigger_server()

        self._controller = ScriptedController(self, hostname="127.0.0.1", port=0, **options)
        self._controller.start()
        self.port = self._controller.port

    def close(self):
        if not self._controller.loop.is_closed():
            self._controller.stop()

    def settings(self):
        """The flags of `serve` that send mail here."""
        flags = ["--smtp-url", f"smtp://127.0.0.1:{self.port}"]
        if self.certificate:
            flags += ["--smtp-ca-file", self.certificate.chain_file]
        if self._login:
            flags += ["--smtp-user", self._login[0], "--smtp-password", self._login[1]]
        return flags

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    # What aiosmtpd calls.
    async def handle_DATA(self, server, session, envelope):
        with self._lock:
            script = self.answers[envelope.rcpt_tos[0]]
            answer = script.pop(0) if script else ACCEPT
            self.tries[envelope.rcpt_tos[0]] += 1
            if answer == ACCEPT:
                self.received.append(Received(envelope.mail_from, list(envelope.rcpt_tos),
                                              bytes(envelope.original_content)))
        return answer

    def next_answer(self, envelope):
        with self._lock:
            script = self.answers[envelope.rcpt_tos[0]] if envelope.rcpt_tos else []
            if script and script[0] == DROP:
                self.tries[envelope.rcpt_tos[0]] += 1
                return script.pop(0)
        return None

    def _authenticate(self, server, session, envelope, mechanism, data):
        given = (data.login.decode(), data.password.decode()) \
            if isinstance(data, LoginPassword) else None
        with self._lock:
            self.logins.append(given)
        return AuthResult(success=given == self._login)

    # What tests ask.
    def mails(self, to=None):
        with self._lock:
            return [mail for mail in self.received if to is None or to in mail.recipients]

    def forget(self):
        """What was received so far counts no more."""
        with self._lock:
            self.received.clear()
            self.tries.clear()

    def wait_for(self, to, count=1):
        return wait_until(lambda: len(self.mails(to)) >= count and self.mails(to),
                          f"{count} mails to {to}")

    def wait_for_tries(self, to, count):
        wait_until(lambda: self.tries[to] >= count, f"{count} tries to send to {to}")


class Certificate:
    """A certificate for 127.0.0.1 and localhost that nobody but its owner has signed."""

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="cartulary-certificate-")
        folder = pathlib.Path(self._folder.name)
        self.chain_file = str(folder / "certificate.pem")
        self.key_file = str(folder / "key.pem")
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
             "-nodes", "-days", "2", "-subj", "/CN=localhost",
             "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
             "-keyout", self.key_file, "-out", self.chain_file],
            check=True, capture_output=True)

    def close(self):
        self._folder.cleanup()
