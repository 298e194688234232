"""Webhooks of a real server reach real receivers."""
import itertools
import threading

from support.acclaim import active_template, registered
from support.databases import RegistryTest, ServerTest, on_both_databases
from support.server import wait_until
from support.webhook_receiver import HANG, SETTINGS, THANKS, Receiver


class WebhookTest(RegistryTest):
    numbers = itertools.count()

    def receiver(self, answer=lambda told: THANKS):
        made = Receiver(answer)
        self.addCleanup(made.close)
        return made

    def told_at(self, url, **changes):
        """A new organization that is told at `url`, also of this change."""
        client = registered(self, self.shared, self.server, self.key)
        client.data("PUT", "", {"webhook_url": url, **changes})
        return client

    def change(self, client, count=1):
        """Makes so many changes and gives the ids of their events, oldest first."""
        for _ in range(count):
            client.data("PUT", "", {"bio": f"Change {next(self.numbers)}"})
        return [event["id"] for event in client.data("GET", "/events")[:count]][::-1]

    def deliveries(self, client, *arguments):
        """By the ids of their events."""
        listed = self.shared.command("webhook", "list", "--organization", client.ctid, *arguments)
        return {delivery["id"]: delivery for delivery in listed}

    def wait_for_state(self, client, events, state):
        def all_there():
            found = self.deliveries(client, "--state", state)
            return set(events) <= set(found) and found
        return wait_until(all_there, f"{len(events)} deliveries to be {state}")

    def wait_for_attempts(self, client, event, count):
        """Gives the delivery."""
        def there():
            delivery = self.deliveries(client)[event]
            return len(delivery["attempts"]) >= count and delivery
        return wait_until(there, f"{count} attempts")

    def secret(self, client):
        return self.shared.command("webhook", "secret", client.ctid)["secret"]


@on_both_databases
class Webhooks(WebhookTest, ServerTest):
    settings = [*ServerTest.settings, *SETTINGS]

    def test_a_receiver_that_reads_the_event_back_finds_it_before_it_answers(self):
        ready = threading.Event()
        read = {}

        def read_back(told):
            ready.wait()
            answer = client.ask("GET", f"/events/{told.json['id']}")
            read[told.event] = answer.status, answer.json["data"]
            return THANKS

        receiver = self.receiver(read_back)
        client = self.told_at(receiver.url("/hook?key=1"))
        ready.set()
        self.change(client, 20)
        active_template(client)
        events = [event["id"] for event in client.data("GET", "/events")[:21]]
        self.wait_for_state(client, events, "delivered")
        for told in receiver.told():
            self.assertEqual(list(told.json),
                             ["id", "organization_id", "event_type", "occurred_at"])
            self.assertEqual((told.path, told.event), ("/hook?key=1", told.json["id"]))
            self.assertEqual(told.headers["content-type"], "application/json")
            status, event = read[told.event]
            self.assertEqual(status, 200)
            self.assertEqual({name: event[name] for name in told.json}, told.json)
        self.assertEqual(len(receiver.events()), len(set(receiver.events())))

    def test_an_independent_judge_takes_the_signature_and_no_other(self):
        receiver = self.receiver()
        client = self.told_at(receiver.url())
        receiver.wait_for(self.change(client))
        told = receiver.told()[-1]
        secret = self.secret(client)
        self.assertEqual(told.refusal_with(secret), "")
        other = self.told_at(receiver.url())
        self.assertIn("No matching signature", told.refusal_with(self.secret(other)))
        for changed in ({"body": told.body.replace("changed", "deleted")},
                        {"headers": told.headers | {"webhook-id": client.id}}):
            forged = type(told)(**vars(told) | changed)
            self.assertIn("No matching signature", forged.refusal_with(secret))

    def test_both_secrets_sign_after_one_was_rotated(self):
        receiver = self.receiver()
        client = self.told_at(receiver.url())
        old = self.secret(client)
        new = self.shared.command("webhook", "secret", client.ctid, "--rotate")["secret"]
        self.assertNotEqual(old, new)
        self.assertEqual(self.secret(client), new)
        events = self.change(client)
        receiver.wait_for(events)
        told = next(told for told in receiver.told() if told.event == events[0])
        for secret in (old, new):
            self.assertEqual(told.refusal_with(secret), "")

    def test_what_was_not_taken_is_told_again_and_every_attempt_can_be_seen(self):
        receiver = self.receiver()
        client = self.told_at(receiver.url())
        wait_until(lambda: not self.deliveries(client, "--state", "waiting"), "a first delivery")
        answers = [500, (302, {"Location": "/elsewhere"})]
        receiver.answer = lambda told: answers.pop(0)
        event, = self.change(client)
        delivery = self.wait_for_attempts(client, event, 1)
        self.assertEqual(delivery["state"], "waiting")
        self.assertEqual([(attempt["number"], attempt["status"], attempt["problem"])
                          for attempt in delivery["attempts"]], [(1, 500, "answered 500")])
        self.assertGreater(delivery["next_attempt"], delivery["attempts"][0]["started_at"])
        self.assertEqual(delivery["event_type"], "organization.changed")
        second = self.wait_for_attempts(client, event, 2)["attempts"][1]
        self.assertEqual((second["number"], second["status"]), (2, 302))
        self.assertNotIn("/elsewhere", [told.path for told in receiver.told()])
        first, again = [told for told in receiver.told() if told.event == event]
        self.assertEqual(first.body, again.body)
        self.assertEqual(again.refusal_with(self.secret(client)), "")

    def test_no_receiver_waits_for_one_that_hangs(self):
        hanging = self.receiver(lambda told: HANG)
        stuck = self.told_at(hanging.url())
        stuck_events = self.change(stuck, 3)
        wait_until(hanging.told, "the hanging receiver to be told")
        receiver = self.receiver()
        clients = [self.told_at(receiver.url()) for _ in range(20)]
        events = {client: self.change(client) for client in clients}
        receiver.wait_for([event for told in events.values() for event in told])
        for client in clients:
            self.wait_for_state(client, events[client], "delivered")
        self.assertFalse(self.deliveries(stuck, "--state", "delivered"))
        self.assertLessEqual(set(stuck_events), set(self.deliveries(stuck, "--state", "waiting")))

    def test_a_change_that_is_refused_is_told_to_nobody(self):
        receiver = self.receiver()
        client = self.told_at(receiver.url())
        for body, status in (({"name": 7}, 422), ({"website_url": "nowhere"}, 422)):
            self.assertEqual(client.ask("PUT", "", {"bio": "Refused", **body}).status, status)
        client.data("PUT", "", {"webhook_url": receiver.url()})  # which changes nothing
        event, = self.change(client)
        receiver.wait_for([event])
        known = {event["id"] for event in client.data("GET", "/events")}
        self.assertLessEqual(set(receiver.events()), known)
        self.assertEqual(set(self.deliveries(client)), set(receiver.events()))

    def test_a_receiver_hears_only_of_what_it_asked_for(self):
        receiver = self.receiver()
        client = self.told_at(receiver.url(), allowed_webhooks=["badge_template.created"])
        self.change(client, 3)
        active_template(client)
        wait_until(receiver.told, "something to be told")
        self.change(client)
        self.assertEqual({delivery["event_type"]
                          for delivery in self.deliveries(client).values()},
                         {"badge_template.created"})

    def test_dead_letters_are_shown_and_told_when_they_are_queued_again(self):
        receiver = self.receiver(lambda told: 410)
        client = self.told_at(receiver.url())
        wait_until(lambda: self.deliveries(client, "--state", "dead"), "a dead delivery")
        first, = self.deliveries(client, "--state", "dead")
        self.change(client)  # is not even queued: the receiver is gone
        self.assertEqual(list(self.deliveries(client)), [first])
        receiver.answer = lambda told: THANKS
        self.assertEqual(self.shared.command("webhook", "requeue", first), {"requeued": 1})
        delivery = self.wait_for_state(client, [first], "delivered")[first]
        self.assertEqual([attempt["status"] for attempt in delivery["attempts"]], [410, 204])
        done = self.shared.run("webhook", "requeue", first)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("delivered", done.stderr)
        event, = self.change(client)
        receiver.wait_for([event])

    def test_all_dead_letters_of_an_organization_are_queued_again_at_once(self):
        receiver = self.receiver(lambda told: 410)
        client = self.told_at(receiver.url())
        wait_until(lambda: self.deliveries(client, "--state", "dead"), "a dead delivery")
        dead = list(self.deliveries(client, "--state", "dead"))
        receiver.answer = lambda told: THANKS
        self.assertEqual(self.shared.command("webhook", "requeue", "--organization", client.ctid),
                         {"requeued": len(dead)})
        self.wait_for_state(client, dead, "delivered")

    def test_the_log_names_neither_secrets_nor_what_a_url_keeps_to_itself(self):
        receiver = self.receiver(lambda told: 500)
        client = self.told_at(receiver.url("/hook?key=s3cret-in-the-query"))
        event, = self.change(client)
        self.wait_for_attempts(client, event, 1)
        secret = self.secret(client)
        wait_until(lambda: event in self.server.log, "a line in the log")
        self.assertNotIn("s3cret-in-the-query", self.server.log)
        self.assertNotIn(secret, self.server.log)


@on_both_databases
class InsideWebhooks(WebhookTest, ServerTest):
    """With no network allowed besides the public Internet."""

    def first_attempts(self, client):
        delivery, = self.deliveries(client).values()  # of the change that named the webhook
        return delivery["attempts"][:1]

    def test_no_address_inside_is_called(self):
        receiver = self.receiver()
        port = receiver.port
        for url in (f"http://127.0.0.1:{port}/", f"http://localhost:{port}/",
                    f"http://2130706433:{port}/", f"http://[::1]:{port}/",
                    f"http://[::ffff:127.0.0.1]:{port}/", "http://169.254.169.254/latest/"):
            with self.subTest(url):
                client = registered(self, self.shared, self.server, self.key)
                answer = client.ask("PUT", "", {"webhook_url": url})
                if answer.status == 422:
                    continue  # refused already when it is stated
                attempt, = wait_until(lambda: self.first_attempts(client), "an attempt")
                self.assertIsNone(attempt["status"])
                self.assertIn("may not be called", attempt["problem"])
        self.assertEqual(receiver.connections, 0)


@on_both_databases
class HeldWebhooks(WebhookTest):
    """Across the end of a server."""

    def setUp(self):
        self.shared = self.registry()
        self.server = self.shared.serve(*SETTINGS, "--webhooks", "hold")
        self.key = self.shared.add_partner()["api_key"]

    def test_what_waits_when_a_server_ends_is_told_by_the_next(self):
        receiver = self.receiver()
        client = self.told_at(receiver.url())
        events = self.change(client, 3)
        self.assertLessEqual(set(events), set(self.deliveries(client, "--state", "waiting")))
        self.server.stop()
        self.assertEqual(receiver.told(), [])
        client.server = self.shared.serve(*SETTINGS)
        receiver.wait_for(events)
        self.wait_for_state(client, events, "delivered")
        client.server.stop()

    def test_a_server_ends_though_a_receiver_hangs_and_the_next_tells_it_at_once(self):
        receiver = self.receiver(lambda told: HANG)
        client = self.told_at(receiver.url())
        self.server.stop()
        client.server = self.shared.serve(*SETTINGS)
        events = self.change(client)
        wait_until(receiver.told, "the receiver to hang")
        client.server.stop()
        receiver.answer = lambda told: THANKS
        client.server = self.shared.serve(*SETTINGS)
        self.wait_for_state(client, events, "delivered")
        client.server.stop()
