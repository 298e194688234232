#!/usr/bin/python3
"""A real mail server on loopback for the tests, with faults on demand.

Prints its port, then keeps each message it took as FOLDER/<number>.eml, with the envelope in
<number>.json beside it; what it dropped as <number>.lost; and a line for each thing that happened
in FOLDER/log.
"""

import argparse
import asyncio
import json
import logging
import os
import pathlib
import ssl
import subprocess
import sys

from aiosmtpd.smtp import SMTP, AuthResult, Envelope


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--delay-first", type=int, default=0, help="answer so many RCPT with 451")
    parser.add_argument("--drop-first", type=int, default=0, help="hang up after so many bodies")
    parser.add_argument("--drop-after-accepting", action="store_true", help="hang up after the 250")
    parser.add_argument("--one-mail-a-connection", action="store_true", help="then say 421")
    parser.add_argument("--refuse", default="", help="answer RCPT for this local part with 550")
    parser.add_argument("--refuse-sender", action="store_true", help="answer MAIL with 550")
    parser.add_argument("--refuse-body", action="store_true", help="answer the body with 554")
    parser.add_argument("--starttls", action="store_true", help="offer it")
    parser.add_argument("--no-smtputf8", action="store_true", help="take ASCII addresses only")
    parser.add_argument("--password", default="", help="require AUTH, as the user 'registry'")
    return parser.parse_args()


class Handler:
    def __init__(self, options):
        self.options = options
        self.rejected = 0
        self.dropped = 0
        self.taken = 0

    def log(self, line):
        with open(self.options.folder / "log", "a", encoding="utf-8") as log:
            log.write(line + "\n")

    async def handle_MAIL(self, server, session, envelope: Envelope, address, mail_options):
        self.log("MAIL" + (" over TLS" if session.ssl else ""))
        if self.options.refuse_sender:
            return "550 5.7.1 this sender is not welcome"
        if self.options.one_mail_a_connection and getattr(session, "used", False):
            return "421 4.7.0 one mail is enough"
        session.used = True
        envelope.mail_from = address
        envelope.mail_options.extend(mail_options)
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        self.log("RCPT " + address)
        if self.options.refuse and address.startswith(self.options.refuse + "@"):
            return f"550 5.1.1 <{address}>: nobody here by that name"
        if self.rejected < self.options.delay_first:
            self.rejected += 1
            return "451 4.7.1 come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.dropped < self.options.drop_first:
            self.dropped += 1
            (self.options.folder / f"{self.dropped:04}.lost").write_bytes(
                envelope.original_content)
            server.transport.abort()
            return "250 never sent"
        if self.options.refuse_body:
            return "554 5.6.0 we do not like what it says"
        self.taken += 1
        name = f"{self.taken:04}"
        (self.options.folder / f"{name}.eml").write_bytes(envelope.original_content)
        described = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "smtputf8": envelope.smtp_utf8,
            "tls": session.ssl is not None,
        }
        (self.options.folder / f"{name}.json").write_text(
            json.dumps(described, ensure_ascii=False), encoding="utf-8")
        self.log("took " + name)
        if self.options.drop_after_accepting:
            server.transport.write(b"250 OK\r\n")
            server.transport.close()
        return "250 OK"


def certificate(folder):
    """A certificate for localhost that only our own CA file trusts."""
    key, chain = folder / "key.pem", folder / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-days", "2", "-subj", "/CN=localhost",
         "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
         "-keyout", key, "-out", chain],
        check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(chain, key)
    return context


async def serve(options):
    handler = Handler(options)
    context = certificate(options.folder) if options.starttls else None

    def authenticate(server, session, envelope, mechanism, login):
        handler.log("AUTH")
        good = login.login == b"registry" and login.password == options.password.encode()
        return AuthResult(success=good, handled=False)

    def session():
        handler.log("connected")
        return SMTP(handler, enable_SMTPUTF8=not options.no_smtputf8, tls_context=context,
                    authenticator=authenticate if options.password else None,
                    auth_required=bool(options.password), hostname="localhost")

    listener = await asyncio.get_running_loop().create_server(session, "127.0.0.1", 0)
    # The end of standard input is the end of the test, however it came about.
    asyncio.get_running_loop().add_reader(sys.stdin, lambda: os._exit(0))
    print(listener.sockets[0].getsockname()[1], flush=True)
    await listener.serve_forever()


logging.getLogger("mail.log").setLevel(logging.CRITICAL + 1)
asyncio.run(serve(arguments()))
