"""Webhooks: how many are delivered a second, how long after the event, and what dead receivers do
to the others."""
import contextlib
import shutil
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor

from issuer import Issuer, issue, make_issuer, request
from measure import CLIENT_CORE, DATA, BenchRegistry, on_core, table
from support.registration import registration
from webserver import RECEIVER_PORT, receiver

HANGING_PORT = 18_082
DELIVERIES = 20_000
ISSUERS = 20
RECEIVERS = 1_000
DEAD = 100
ROUNDS = 5
CHANGES_A_SECOND = 200
SETTINGS = ["--webhook-networks", "127.0.0.0/8"]


@contextlib.contextmanager
def hanging_receiver():
    """Takes every connection and never answers."""
    listener = socket.create_server(("127.0.0.1", HANGING_PORT), backlog=4096)
    taken, stopped = [], threading.Event()

    def take():
        while not stopped.is_set():
            with contextlib.suppress(OSError):
                taken.append(listener.accept())

    thread = threading.Thread(target=take, daemon=True)
    thread.start()
    try:
        yield
    finally:
        stopped.set()
        listener.close()
        for connection, _ in taken:
            connection.close()


def received(log):
    """When each webhook came first, in seconds, by its id; and how many came in all."""
    times, count = {}, 0
    for line in log.read_text().splitlines():
        moment, identifier = line.split()
        if identifier != "-":
            count += 1
            times.setdefault(identifier, float(moment))
    return times, count


def wait_for(log, count, seconds=300):
    deadline = time.monotonic() + seconds
    while len(received(log)[0]) < count:
        if time.monotonic() > deadline:
            raise RuntimeError(f"only {len(received(log)[0])} of {count} webhooks came")
        time.sleep(0.5)
    return received(log)


def name_webhook(server, issuer, port, connection=None):
    request(server, issuer, "PUT", "",
            {"webhook_url": f"http://127.0.0.1:{port}/", "allowed_webhooks": []}, 200, connection)


def fresh_registry(name):
    folder = DATA / name
    shutil.rmtree(folder, ignore_errors=True)
    return BenchRegistry(folder)


def deliver_what_waits():
    """Deliveries that waited, from the first to the last."""
    registry = fresh_registry("delivering")
    server = registry.serve(*SETTINGS, "--webhooks", "hold")
    key = registry.add_partner()["api_key"]
    for _ in range(ISSUERS):
        issuer = make_issuer(registry, server, key)
        name_webhook(server, issuer, RECEIVER_PORT)
        issue(server, issuer, DELIVERIES // ISSUERS)
    server.stop()
    log = registry.folder / "received"
    log.touch()
    with receiver(CLIENT_CORE, log):
        server = registry.serve(*SETTINGS)
        times, count = wait_for(log, DELIVERIES)
        server.stop()
    moments = sorted(times.values())
    table(f"{DELIVERIES:,} webhooks of {ISSUERS} organizations that waited, to nginx on loopback",
          ["", "deliveries/s", "sent twice"],
          [["cartulary, SQLite", len(moments) / (moments[-1] - moments[0]), count - len(times)]])


def change_all(server, issuers, connection):
    """Changes the organizations at an even pace; gives when each change was answered."""
    answered = {}
    begin = time.monotonic()
    for number, issuer in enumerate(issuers):
        time.sleep(max(0, begin + number / CHANGES_A_SECOND - time.monotonic()))
        request(server, issuer, "PUT", "", {"bio": f"as of {time.time_ns()}"}, 200, connection)
        answered[issuer.ctid] = time.time()
    return answered


def newest_event(server, issuer, connection):
    page = request(server, issuer, "GET", "/events", None, 200, connection)
    return page["data"][0]["id"]


def delays(server, issuers, log):
    """Milliseconds from the answer of a change to the arrival of its webhook."""
    connection = server.connect()
    found = []
    for _ in range(ROUNDS):
        answered = change_all(server, issuers, connection)
        events = {issuer.ctid: newest_event(server, issuer, connection) for issuer in issuers}
        time.sleep(2)
        times, _ = received(log)
        found += [(times[events[ctid]] - moment) * 1000 for ctid, moment in answered.items()
                  if events[ctid] in times]
    return sorted(found)


def delay_beside_the_dead():
    registry = fresh_registry("isolation")
    log = registry.folder / "received"
    log.touch()
    with receiver(CLIENT_CORE, log), hanging_receiver():
        server = registry.serve(*SETTINGS)
        partner = registry.add_partner()
        token = registry.command("token", "create", partner["ctid"], "--read", "--write")["token"]
        issuers = register(server, partner, token)
        dead, alive = issuers[:DEAD], issuers[DEAD:]
        connection = server.connect()
        for issuer in alive:
            name_webhook(server, issuer, RECEIVER_PORT, connection)
        rows = [row("all 900 receivers answer", delays(server, alive, log), len(alive))]
        for issuer in dead:
            name_webhook(server, issuer, HANGING_PORT, connection)
        change_all(server, dead, connection)
        rows.append(row("beside 100 that never answer", delays(server, alive, log), len(alive)))
        server.stop()
    table(f"From the answer of a change to the arrival of its webhook, {CHANGES_A_SECOND} changes/s",
          ["", "arrived", "of", "p50 ms", "p99 ms"], rows)


def register(server, partner, token):
    """The organizations of one partner, whose token reaches them all."""
    with ThreadPoolExecutor(16) as pool:
        bodies = [registration() for _ in range(RECEIVERS)]
        for answer in pool.map(lambda body: server.register(body, partner["api_key"]), bodies):
            assert answer.status == 200, answer.body
    return [Issuer({"ctid": body["CTID"], "token": token, "badge_template": None})
            for body in bodies]


def row(name, found, receivers):
    return [name, len(found), receivers * ROUNDS, found[len(found) // 2],
            found[len(found) * 99 // 100]]


def run():
    with on_core(CLIENT_CORE):
        deliver_what_waits()
        delay_beside_the_dead()
