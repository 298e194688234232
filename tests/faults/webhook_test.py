"""No webhook is lost, and none tells of what was rolled back, when the server is killed at any
moment between the commit and the receiver's answer."""
import os
import random
import threading
import time
from collections import Counter

from support.acclaim import registered
from support.databases import RegistryTest, on_both_databases
from support.server import wait_until
from support.tables import let_webhook_leases_end, stored
from support.webhook_receiver import SETTINGS, THANKS, Receiver

ROUNDS = 30
CONNECTIONS = 4
CHANGES_PER_CONNECTION = 5
LOAD_SECONDS = (0, 0.06)      # from the first answer to the kill
ANSWER_SECONDS = (0, 0.02)    # of the receiver
LISTED_MAX = 10_000

WAITING_SQL = "select id from webhook_delivery where state = 'waiting'"


class Load:
    """Changes an organization on a few connections until the server is gone."""

    def __init__(self, client, number):
        self.client = client
        self.answered = []  # what was stated and answered
        self.problems = []
        self.killed = False
        self.threads = [threading.Thread(target=self._change_on, args=(f"{number}.{connection}",))
                        for connection in range(CONNECTIONS)]
        for thread in self.threads:
            thread.start()

    def _change_on(self, name):
        try:
            for number in range(CHANGES_PER_CONNECTION):
                bio = f"Change {name}.{number}"
                self.client.data("PUT", "", {"bio": bio})
                self.answered.append(bio)
        except Exception as problem:  # expected once the server was killed
            if not self.killed:
                self.problems.append(repr(problem))

    def kill(self):
        self.killed = True
        self.client.server.kill()
        for thread in self.threads:
            thread.join()


@on_both_databases
class KilledWhileTelling(RegistryTest):
    settings = ["--rate-limit-per-key", "0", "--rate-limit-per-address", "0", *SETTINGS]

    def test_every_event_is_told_and_counts_once_however_often_the_server_is_killed(self):
        seed = os.environ.get("CARTULARY_SEED") or str(random.SystemRandom().getrandbits(32))
        print(f"{self.engine.name}: CARTULARY_SEED={seed}", flush=True)
        self.chance = random.Random(seed)
        self.receiver = Receiver(self.answer_some_time)
        self.addCleanup(self.receiver.close)
        self.start()
        answered, caught = [], 0
        for number in range(ROUNDS):
            load = Load(self.client, number)
            wait_until(lambda: load.answered, "a first answer")
            time.sleep(self.chance.uniform(*LOAD_SECONDS))
            load.kill()
            self.assertEqual(load.problems, [])
            answered += load.answered
            caught += len(stored(self.local, WAITING_SQL))
            self.restart()
        self.assertGreater(caught, 0)  # otherwise no kill came in time to prove anything
        wait_until(lambda: not self.deliveries("--state", "waiting"), "all to be told")
        self.check_told(answered)
        self.client.server.stop()
        self.assertEqual(self.local.command("verify")["problems"], [])
        events = self.receiver.events()
        print(f"{self.engine.name}: {len(set(events))} events over {ROUNDS} kills, {caught} times "
              f"one waited at a kill, {len(events) - len(set(events))} copies were told")

    def answer_some_time(self, told):
        time.sleep(self.chance.uniform(*ANSWER_SECONDS))
        return THANKS

    def start(self):
        self.local = self.registry()
        server = self.local.serve(*self.settings)
        partner = self.local.add_partner()
        self.client = registered(self, self.local, server, partner["api_key"])
        self.client.data("PUT", "", {"webhook_url": self.receiver.url()})

    def restart(self):
        """What a killed node has leased is another's only after a while, where there may be
        others; that is the sender's own test."""
        if self.local.database:
            let_webhook_leases_end(self.local)
        self.client.server = self.local.serve(*self.settings)

    def deliveries(self, *arguments):
        return self.local.command("webhook", "list", "--organization", self.client.ctid,
                                  "--count", str(LISTED_MAX), *arguments)

    def events(self):
        found, path = [], f"/v1/organizations/{self.client.id}/events"
        while path:
            answer = self.client.ask("GET", path.partition(self.client.id)[2])
            self.assertEqual(answer.status, 200, answer.body)
            found += answer.json["data"]
            path = answer.json["metadata"]["next_page_url"]
        return found

    def check_told(self, answered):
        changes = [event for event in self.events()
                   if event["event_type"] == "organization.changed"]
        self.assertLessEqual(set(answered), {event["organization"]["bio"] for event in changes})
        ids = Counter(event["id"] for event in changes)
        self.assertEqual(set(self.receiver.events()), set(ids))
        deliveries = self.deliveries()
        self.assertEqual(Counter(delivery["id"] for delivery in deliveries), ids)
        for delivery in deliveries:
            self.assertEqual(delivery["state"], "delivered")
            taken = [attempt for attempt in delivery["attempts"] if attempt["status"] == THANKS]
            self.assertEqual(len(taken), 1, delivery)
