"""Nothing that was answered is lost, and nothing is half there, when the server is killed at any
moment."""
import json
import os
import random
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from support.databases import RegistryTest, on_both_databases
from support.registration import check_registered, registration
from support.server import wait_until
from support.tables import let_mail_come_due, stored

ROUNDS = 30
CONNECTIONS = 50
LOAD_SECONDS = (0.2, 0.7)
SHOWN_PER_ROUND = 4  # answered last, and so the nearest to being lost

# What belongs to each organization; a name is given to one only.
WHOLE_SQL = """
    select o.name, o.status,
        (select count(*) from membership m join person p on p.id = m.person
            where m.organization = o.number and m.role = 'administrator') as people,
        (select count(*) from api_key k where k.organization = o.number) as keys,
        (select count(*) from relationship r where r.organization = o.number
            and r.status = 'approved') as partners,
        (select count(*) from event e where e.organization = o.number) as events
    from organization o where o.trusted_partner = 0"""
WHOLE = ("approved", 1, 1, 1, 1)


@dataclass
class Sent:
    body: dict
    answer: object = None
    answered_at: float = 0


class Load:
    """Registers on many connections until the server is gone."""

    def __init__(self, server, key):
        self.server, self.key = server, key
        self.sent = []
        self.problems = []
        self.killed = False
        self.threads = [threading.Thread(target=self._register_on) for _ in range(CONNECTIONS)]
        for thread in self.threads:
            thread.start()

    def _register_on(self):
        connection = self.server.connect()
        try:
            while True:
                sent = Sent(registration())
                self.sent.append(sent)
                answer = self.server.register(sent.body, self.key, connection=connection)
                sent.answer, sent.answered_at = answer, time.monotonic()
        except Exception as problem:  # expected once the server was killed
            if not self.killed:
                self.problems.append(repr(problem))
        finally:
            connection.close()

    def answered(self):
        return [sent for sent in self.sent if sent.answer is not None]

    def kill(self):
        self.killed = True
        self.server.kill()
        for thread in self.threads:
            thread.join()


@on_both_databases
class Killed(RegistryTest):
    settings = ["--rate-limit-per-key", "0", "--rate-limit-per-address", "0"]

    def test_every_answered_registration_is_whole_and_no_other_is_half(self):
        seed = os.environ.get("CARTULARY_SEED") or str(random.SystemRandom().getrandbits(32))
        print(f"{self.engine.name}: CARTULARY_SEED={seed}", flush=True)
        chance = random.Random(seed)
        self.local = self.registry()
        server = self.local.serve(*self.settings)
        self.partner = self.local.add_partner()
        registered = set()
        for number in range(ROUNDS):
            load = Load(server, self.partner["api_key"])
            # A slow machine gets the time it needs to have something to lose.
            wait_until(load.answered, "a first answer")
            time.sleep(chance.uniform(*LOAD_SECONDS))
            load.kill()
            with self.subTest(round=number, seed=seed):
                self.check_stored(load)
            server = self.local.serve(*self.settings)
            with self.subTest(round=number, seed=seed):
                registered |= self.check_round(server, load)
        listed = self.local.command("organization", "list")
        self.assertEqual({organization["ctid"] for organization in listed},
                         registered | {self.partner["ctid"]})
        server.stop()
        let_mail_come_due(self.local)  # what was in the hands of a killed server waits for long
        server = self.local.serve(*self.settings)
        self.check_mail(len(registered))
        server.stop()
        self.assertEqual(self.local.command("verify")["problems"], [])
        print(f"{self.engine.name}: {len(registered)} registrations over {ROUNDS} kills")

    def check_stored(self, load):
        """All that belongs to an organization is there, whoever was answered."""
        found = {name: tuple(rest) for name, *rest in stored(self.local, WHOLE_SQL)}
        self.assertEqual({name: rest for name, rest in found.items() if rest != WHOLE}, {})
        for sent in load.answered():
            self.assertIn(sent.body["Name"], found)
        mails = Counter(json.loads(facts)["organization"]
                        for facts, in stored(self.local, "select facts from mail"))
        self.assertEqual(mails, Counter(dict.fromkeys(found, 3) | {self.partner["name"]: 1}))

    def check_round(self, server, load):
        """Gives the CTIDs of all that are registered."""
        self.assertEqual(load.problems, [])
        answered = load.answered()
        unanswered = [sent for sent in load.sent if sent.answer is None]
        self.assertTrue(answered)
        with ThreadPoolExecutor(4) as pool:
            for _ in pool.map(lambda sents: self.check_answered(server, sents),
                              [answered[at::4] for at in range(4)]):
                pass
            kept = [sent for sent, status in zip(unanswered, pool.map(
                lambda sent: self.status_of(server, sent), unanswered)) if status == 200]
            latest = sorted(answered, key=lambda sent: sent.answered_at)[-SHOWN_PER_ROUND:]
            for _ in pool.map(self.check_whole, latest + kept):
                pass
        self.assertEqual(self.local.command("verify")["problems"], [])
        return {sent.body["CTID"] for sent in answered + kept}

    def check_answered(self, server, sents):
        connection = server.connect()
        for sent in sents:
            own_key = check_registered(self, sent.answer)
            for key in (self.partner["api_key"], own_key):
                seen = server.organization(sent.body["CTID"], key, connection=connection)
                self.assertEqual(seen.status, 200, sent.body["CTID"])
                self.assertEqual(seen.json["Name"], sent.body["Name"])
        connection.close()

    def status_of(self, server, sent):
        status = server.organization(sent.body["CTID"], self.partner["api_key"]).status
        self.assertIn(status, (200, 404))
        return status

    def check_whole(self, sent):
        shown = self.local.command("organization", "show", sent.body["CTID"])
        contact = sent.body["Contacts"][0]["Email"]
        self.assertEqual([(person["email"], person["role"]) for person in shown["people"]],
                         [(contact, "administrator")])
        self.assertEqual([relation["partner"] for relation in shown["relationships"]],
                         [self.partner["ctid"]])
        self.assertEqual(shown["keys"], 1)

    def check_mail(self, registrations):
        """In the end there is exactly one file for each mail, and each is whole."""
        folder = self.local.data / "mail"
        expected = 3 * registrations + 1  # and the invitation of the partner's administrator
        wait_until(lambda: len(list(folder.glob("*.eml"))) >= expected, f"{expected} mails", 120)
        time.sleep(1)
        files = list(folder.glob("*.eml"))
        self.assertEqual(len(files), expected)
        for file in files:
            self.assertTrue(file.read_bytes().rstrip().endswith(b"--"), file)
