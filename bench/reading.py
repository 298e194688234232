"""GET of one organization among 100,000, beside nginx that returns the same bytes."""
import contextlib
import threading

from loading import loaded_registry
from measure import SERVER_CORE, processor_seconds, resident_mb, table, wrk
from support.registration import registration
from webserver import ANSWER_PORT, same_bytes

REGISTRATION_INTERVAL_SECONDS = 0.05  # twenty a second
WARMING_SECONDS = 12


@contextlib.contextmanager
def registering(server, key):
    """Meanwhile organizations are registered, each of which ends what the server remembered."""
    stopped = threading.Event()

    def register():
        connection = server.connect()
        while not stopped.wait(REGISTRATION_INTERVAL_SECONDS):
            assert server.register(registration(), key, connection=connection).status == 200

    thread = threading.Thread(target=register)
    thread.start()
    try:
        yield
    finally:
        stopped.set()
        thread.join()


def row(name, process, url, arguments):
    wrk(url, "read.lua", *arguments, seconds=WARMING_SECONDS)  # most records were read once
    before = processor_seconds([process])
    figures = wrk(url, "read.lua", *arguments)
    spent = processor_seconds([process]) - before
    return [name, figures["rate"], None,
            figures["p50_ms"], figures["p99_ms"], spent / figures["requests"] * 1e6,
            *resident_mb(process)]


def run():
    registry, ctids, key = loaded_registry()
    rows = []
    for access_log in (False, True):
        logged = "access log on" if access_log else "access log off"
        server = registry.serve(access_log=access_log)
        first = ctids.read_text().split()[0]
        body = server.organization(first, key).body
        arguments = (str(ctids), key)
        ours = row(f"cartulary, {logged}", server.process.pid, server.url, arguments)
        rows_beside = []
        if not access_log:
            with registering(server, key):
                rows_beside.append(row("cartulary, beside 20 registrations/s", server.process.pid,
                                       server.url, arguments))
        server.stop()
        with same_bytes(SERVER_CORE, body, access_log) as process:
            theirs = row(f"nginx return, {logged}", process, f"http://127.0.0.1:{ANSWER_PORT}",
                         arguments)
        for measured in (ours, *rows_beside):
            measured[2] = measured[1] / theirs[1]
        rows += [ours, *rows_beside, theirs]
    table(f"Reading one of 100,000 organizations ({len(body):,} bytes), 64 connections",
          ["", "requests/s", "of nginx", "p50 ms", "p99 ms", "CPU µs each", "memory MB",
           "mapped MB"], rows)
