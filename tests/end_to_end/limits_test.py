"""Everything from outside has a limit, and going over it has an answer in the dialect's shape."""
import json
import os
import time

from support.databases import ServerTest, on_both_databases
from support.registration import check_refusal, check_refused, check_registered, registration
from support.server import body_of, read_to_end, status_of

BODY_BYTES_MAX = 65_536
HEAD = (b"POST /accountsapi/organization/register HTTP/1.1\r\nHost: registry.example\r\n"
        b"Content-Type: application/json\r\n")


@on_both_databases
class Limits(ServerTest):
    settings = ServerTest.settings + ["--body-bytes-max", str(BODY_BYTES_MAX),
                                      "--request-timeout", "2", "--idle-timeout", "2"]

    def assert_raw_refusal(self, answer, status):
        self.assertEqual(status_of(answer), status, answer[:500])
        check_refusal(self, json.loads(body_of(answer)))

    def padded(self, size):
        body = json.dumps(registration()).encode()
        return body + b" " * (size - len(body))

    def test_a_body_of_exactly_the_limit_is_taken(self):
        check_registered(self, self.server.register(self.padded(BODY_BYTES_MAX), self.key))

    def test_a_body_one_byte_over_the_limit_is_refused(self):
        check_refused(self, self.server.register(self.padded(BODY_BYTES_MAX + 1), self.key), 413)

    def test_a_body_that_announces_too_much_is_refused_before_it_is_sent(self):
        with self.server.raw_socket() as connection:
            connection.sendall(HEAD + b"Content-Length: %d\r\n\r\n" % (BODY_BYTES_MAX + 1))
            self.assert_raw_refusal(read_to_end(connection), 413)

    def test_chunks_over_the_limit_are_refused(self):
        piece = b"8000\r\n" + b" " * 0x8000 + b"\r\n"
        answer = self.server.raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + piece * 3)
        self.assert_raw_refusal(answer, 413)

    def test_headers_over_the_limit_are_refused(self):
        line = b"GET /accountsapi/organization/x HTTP/1.1\r\nHost: registry.example\r\n"
        many = b"".join(b"X-%d: y\r\n" % number for number in range(150))
        for name, sent in {"one long header": line + b"X-Long: " + b"a" * 40_000 + b"\r\n\r\n",
                           "too many": line + many + b"\r\n",
                           "no end": line + b"X-Long: " + b"a" * 200_000}.items():
            with self.subTest(name):
                self.assert_raw_refusal(self.server.raw(sent), 431)

    def test_a_target_over_the_limit_is_refused(self):
        sent = (b"GET /accountsapi/organization/" + b"a" * 10_000 +
                b" HTTP/1.1\r\nHost: registry.example\r\n\r\n")
        self.assert_raw_refusal(self.server.raw(sent), 414)

    def test_a_request_that_never_ends_is_refused_in_time(self):
        half_line = HEAD[:60]
        half_head = HEAD
        half_body = HEAD + b"Content-Length: 100\r\n\r\n{\"Name\""
        half_chunk = HEAD + b"Transfer-Encoding: chunked\r\n\r\n20\r\n{\"Name\""
        for name, sent in {"line": half_line, "head": half_head, "body": half_body,
                           "chunk": half_chunk}.items():
            with self.subTest(half=name):
                self.assert_raw_refusal(self.server.raw(sent), 408)

    def test_a_request_that_drips_is_refused_in_time(self):
        with self.server.raw_socket() as connection:
            connection.sendall(HEAD + b"Content-Length: 60000\r\n\r\n")
            connection.settimeout(0.2)
            received = b""
            deadline = time.monotonic() + 30
            while time.monotonic() < deadline and not received:
                try:
                    connection.sendall(b" ")
                    received = connection.recv(65536)
                except TimeoutError:
                    continue
                except ConnectionError:
                    break
            self.assertEqual(status_of(received), 408, received)

    def test_a_half_sent_request_whose_client_goes_away_is_forgotten(self):
        body = registration()
        sent = json.dumps(body).encode()
        answer = self.server.raw(
            HEAD + f"Authorization: ApiToken {self.key}\r\n".encode() +
            b"Content-Length: %d\r\n\r\n" % len(sent) + sent[:-1], finish=True)
        self.assertIn(status_of(answer), (None, 400, 408))
        self.assertEqual(self.server.organization(body["CTID"], self.key).status, 404)

    def test_a_silent_connection_is_closed(self):
        with self.server.raw_socket() as connection:
            self.assertEqual(read_to_end(connection), b"")

    def test_many_slow_clients_do_not_keep_others_out(self):
        slow = [self.server.raw_socket() for _ in range(200)]
        try:
            for connection in slow:
                connection.sendall(HEAD[:40])
            check_registered(self, self.server.register(registration(), self.key))
        finally:
            for connection in slow:
                connection.close()

    def test_random_bytes_never_harm(self):
        for round_number in range(50):
            garbage = os.urandom(200) if round_number % 2 else HEAD + os.urandom(200)
            with self.server.raw_socket() as connection:
                connection.sendall(garbage)
        self.assertEqual(self.server.get("/healthz").status, 200)


@on_both_databases
class RateLimit(ServerTest):
    settings = ["--rate-limit-per-key", "5"]

    def test_a_key_that_asks_too_often_is_told_when_to_come_back(self):
        body = registration()
        answers = [self.server.organization(body["CTID"], self.key) for _ in range(8)]
        statuses = [answer.status for answer in answers]
        self.assertEqual(statuses[:5], [404] * 5)
        self.assertEqual(statuses[6:], [429] * 2)
        limited = self.server.register(body, self.key)
        check_refused(self, limited, 429)
        self.assertGreater(int(limited.headers["Retry-After"]), 0)
        other = self.shared.add_partner("Other Partner", "other@partner.example")["api_key"]
        check_registered(self, self.server.register(body, other))
