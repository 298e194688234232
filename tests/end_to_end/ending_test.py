"""The server is asked to end, or its database goes away."""
import subprocess
import threading

from support.databases import RegistryTest, on_both_databases, run_sql
from support.postgres import Cluster
from support.registration import check_refusal, check_refused, check_registered, registration
from support.server import Registry, wait_until

BLOCKED_SQL = "select count(*) from pg_locks where not granted"


class HeldTable:
    """Holds a lock that lets nobody write to a table of PostgreSQL, until it is closed."""

    def __init__(self, uri, table):
        self.process = subprocess.Popen(
            ["psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align", uri], text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.process.stdin.write(f"begin; lock table {table} in share mode; select 'held';\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline().strip() == "held"

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.stdout.read()
        self.process.wait()


@on_both_databases
class Ending(RegistryTest):
    def test_every_request_that_was_answered_before_the_end_was_answered_whole(self):
        registry = self.registry()
        server = registry.serve("--rate-limit-per-key", "0")
        key = registry.add_partner()["api_key"]
        answered, problems = [], []

        def register_until_the_end():
            connection = server.connect()
            while True:
                body = registration()
                try:
                    answer = server.register(body, key, connection=connection)
                except OSError:  # no connection, or one that ended without an answer
                    return
                except Exception as problem:  # an answer that broke off
                    if type(problem).__name__ not in ("RemoteDisconnected", "CannotSendRequest"):
                        problems.append(problem)
                    return
                if answer.status == 200:
                    answered.append((body, answer))
                elif answer.status != 503:
                    problems.append(answer)

        threads = [threading.Thread(target=register_until_the_end) for _ in range(8)]
        for thread in threads:
            thread.start()
        wait_until(lambda: len(answered) >= 20, "some registrations")
        server.stop()
        for thread in threads:
            thread.join()
        self.assertEqual(problems, [])

        server = registry.serve("--rate-limit-per-key", "0")
        for body, answer in answered:
            own_key = check_registered(self, answer)
            self.assertEqual(server.organization(body["CTID"], own_key).status, 200)
        server.stop()


class EndingOfWhatWaits(RegistryTest):
    def setUp(self):
        self.cluster = Cluster()
        self.addCleanup(self.cluster.close)
        self.local = Registry(self.cluster.uri("postgres"))
        self.addCleanup(self.local.close)

    def test_a_request_that_runs_is_finished_before_the_end(self):
        server = self.local.serve()
        key = self.local.add_partner()["api_key"]
        body, answers = registration(), []
        with HeldTable(self.local.database, "organization"):
            sender = threading.Thread(
                target=lambda: answers.append(server.register(body, key)))
            sender.start()
            wait_until(lambda: run_sql(self.local.database, BLOCKED_SQL) != "0",
                       "the registration to wait for the lock")
            server.process.terminate()
            wait_until(lambda: self.refuses_connections(server), "the server to stop listening")
            self.assertIsNone(server.process.poll())
        sender.join()
        check_registered(self, answers[0])
        server.expect_end()

    def refuses_connections(self, server):
        try:
            server.raw_socket().close()
        except ConnectionError:
            return True
        return False

    def test_a_database_that_goes_away_is_told_and_waited_for(self):
        server = self.local.serve()
        key = self.local.add_partner()["api_key"]
        body = registration()
        own_key = check_registered(self, server.register(body, key))

        self.cluster.stop()
        for _ in range(3):
            for answer in (server.register(registration(), key),
                           server.organization(body["CTID"], key)):
                check_refused(self, answer, 503)
                self.assertGreater(int(answer.headers["Retry-After"]), 0)
            self.assertEqual(server.get("/readyz").status, 503)
            self.assertEqual(server.get("/healthz").status, 200)

        self.cluster.start()
        wait_until(lambda: server.get("/readyz").status == 200, "the server to recover")
        for known in (key, own_key):
            self.assertEqual(server.organization(body["CTID"], known).status, 200)
        check_registered(self, server.register(registration(), key))
        server.stop()

    def test_connections_that_the_database_ended_are_replaced(self):
        server = self.local.serve()
        key = self.local.add_partner()["api_key"]
        check_registered(self, server.register(registration(), key))
        run_sql(self.local.database, "select pg_terminate_backend(pid) from pg_stat_activity "
                                     "where pid <> pg_backend_pid() and datname = 'postgres'")
        wait_until(lambda: server.get("/readyz").status == 200, "the server to recover")
        wait_until(lambda: server.register(registration(), key).status == 200,
                   "a registration to succeed")
        check_refusal(self, server.register({}, key).json)
        server.stop()
