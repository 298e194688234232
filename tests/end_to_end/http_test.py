"""What every HTTP client may rely on."""
import json
import re

from support.databases import ServerTest, on_both_databases
from support.registration import check_refusal, check_refused, check_registered, registration
from support.server import body_of, read_to_end, status_of


@on_both_databases
class Http(ServerTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.body = registration()
        cls.ctid = cls.body["CTID"]
        assert cls.server.register(cls.body, cls.key).status == 200

    def raw_get(self, path, *headers):
        lines = [f"GET {path} HTTP/1.1", "Host: registry.example",
                 f"Authorization: ApiToken {self.key}", *headers]
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    def test_an_etag_saves_sending_what_the_client_has(self):
        first = self.server.organization(self.ctid, self.key)
        etag = first.headers["ETag"]
        self.assertRegex(etag, r'^(W/)?"[^"]+"$')
        for sent in (etag, f'"other", {etag}', "*"):
            again = self.server.organization(self.ctid, self.key, headers={"If-None-Match": sent})
            self.assertEqual((again.status, again.body), (304, b""))
            self.assertEqual(again.headers["ETag"], etag)
        other = self.server.organization(self.ctid, self.key, headers={"If-None-Match": '"other"'})
        self.assertEqual((other.status, other.body), (200, first.body))

    def test_head_is_get_without_the_body(self):
        path = f"/accountsapi/organization/{self.ctid}"
        got = self.server.get(path, self.key)
        head = self.server.request("HEAD", path, key=self.key)
        self.assertEqual((head.status, head.body), (200, b""))
        for name in ("Content-Length", "Content-Type", "ETag"):
            self.assertEqual(head.headers[name], got.headers[name])

    def test_a_request_id_is_kept_or_made(self):
        kept = self.server.get("/healthz", headers={"X-Request-Id": "from-the-caller-1"})
        self.assertEqual(kept.headers["X-Request-Id"], "from-the-caller-1")
        made = [self.server.get("/healthz").headers["X-Request-Id"] for _ in range(2)]
        self.assertTrue(all(made))
        self.assertNotEqual(*made)

    def test_paths_of_accounts_are_found_in_any_case(self):
        answer = self.server.request("POST", "/AccountsAPI/Organization/REGISTER", registration(),
                                     self.key)
        check_registered(self, answer)
        seen = self.server.get(f"/ACCOUNTSAPI/ORGANIZATION/{self.ctid}", self.key)
        self.assertEqual(seen.status, 200)

    def test_an_unknown_path_and_a_wrong_method_are_told_in_the_dialects_shape(self):
        check_refused(self, self.server.get("/accountsapi/nothing", self.key), 404)
        wrong = self.server.request("DELETE", "/accountsapi/organization/register", key=self.key)
        check_refused(self, wrong, 405)
        self.assertIn("POST", wrong.headers["Allow"])
        self.assertEqual(self.server.get("/nothing").status, 404)

    def test_one_connection_carries_many_requests(self):
        connection = self.server.connect()
        for _ in range(20):
            seen = self.server.organization(self.ctid, self.key, connection=connection)
            self.assertEqual(seen.status, 200)
            check_registered(self, self.server.register(registration(), self.key,
                                                        connection=connection))
        connection.close()

    def test_pipelined_requests_are_answered_in_their_order(self):
        path = f"/accountsapi/organization/{self.ctid}"
        sent = (self.raw_get(path, "X-Request-Id: one") +
                self.raw_get("/healthz", "X-Request-Id: two") +
                self.raw_get("/nothing", "X-Request-Id: three") +
                self.raw_get(path, "X-Request-Id: four", "Connection: close"))
        answer = self.server.raw(sent)
        ids = re.findall(rb"(?i)\r\nx-request-id: (\w+)\r\n", answer)
        self.assertEqual(ids, [b"one", b"two", b"three", b"four"])
        self.assertEqual(re.findall(rb"HTTP/1.1 (\d+)", answer), [b"200", b"200", b"404", b"200"])

    def test_a_client_may_wait_for_leave_to_send_its_body(self):
        body = json.dumps(registration()).encode()
        with self.server.raw_socket() as connection:
            connection.sendall(self.post_head("Expect: 100-continue",
                                              f"Content-Length: {len(body)}"))
            self.assertEqual(status_of(connection.recv(1000)), 100)
            connection.sendall(body)
            self.assertEqual(status_of(read_to_end(connection)), 200)

    def test_a_body_may_come_in_chunks(self):
        body = json.dumps(registration()).encode()
        pieces = [body[at:at + 100] for at in range(0, len(body), 100)] + [b""]
        chunks = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)
        answer = self.server.raw(self.post_head("Transfer-Encoding: chunked") + chunks)
        self.assertEqual(status_of(answer), 200, answer)

    def post_head(self, *headers):
        return ("\r\n".join(["POST /accountsapi/organization/register HTTP/1.1",
                             "Host: registry.example", "Content-Type: application/json",
                             f"Authorization: ApiToken {self.key}", "Connection: close",
                             *headers]) + "\r\n\r\n").encode()

    def test_an_old_client_gets_its_answer_and_the_end(self):
        answer = self.server.raw(b"GET /healthz HTTP/1.0\r\nHost: registry.example\r\n\r\n")
        self.assertEqual(status_of(answer), 200)

    def test_requests_that_could_mean_two_things_are_refused_and_the_connection_ends(self):
        line, host = b"GET /healthz HTTP/1.1\r\n", b"Host: registry.example\r\n"
        post = b"POST /accountsapi/organization/register HTTP/1.1\r\n" + host
        for name, sent in {
            "no host": line + b"\r\n",
            "two hosts": line + host + b"Host: other.example\r\n\r\n",
            "two lengths": post + b"Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}x",
            "length and chunks": post + b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n"
                                        b"0\r\n\r\n",
            "negative length": post + b"Content-Length: -1\r\n\r\n",
            "folded header": line + host + b"X-Folded: a\r\n b\r\n\r\n",
            "space before the colon": line + host + b"X-Space : a\r\n\r\n",
            "unknown coding": post + b"Transfer-Encoding: gzip\r\n\r\n",
            "nul in a header": line + host + b"X-Nul: a\0b\r\n\r\n",
            "damaged chunk": post + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
            "unknown version": b"GET /healthz HTTP/9.9\r\n" + host + b"\r\n",
        }.items():
            with self.subTest(name):
                # A second request follows, which must not be answered.
                answer = self.server.raw(sent + line + host + b"\r\n")
                self.assertIn(status_of(answer), (400, 501, 505), answer)
                self.assertEqual(answer.count(b"HTTP/1.1 "), 1, answer)

    def test_garbage_ends_a_connection_and_nothing_else(self):
        for garbage in (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\0" * 500,
                        bytes(range(256)) * 20, b"\0" * 10_000, b"\r\n" * 5_000,
                        b"\xff" * 40_000, b"GET\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                        b"{}\r\n\r\n", b"GET " + b"a" * 20):
            with self.subTest(garbage=garbage[:20]):
                answer = self.server.raw(garbage, finish=True)
                self.assertIn(status_of(answer), (None, 400, 405, 408, 414, 431, 505), answer[:200])
        self.assertEqual(self.server.get("/healthz").status, 200)

    def test_damaged_targets_are_refused(self):
        for target in ("/accountsapi/%zz", "/accountsapi/%ff", "/%00", "http//x"):
            with self.subTest(target=target):
                answer = self.server.raw(self.raw_get(target, "Connection: close"))
                self.assertIn(status_of(answer), (400, 404), answer)
                if target.startswith("/accountsapi"):
                    check_refusal(self, json.loads(body_of(answer)))

    def test_health_and_metrics_are_told(self):
        self.assertEqual(self.server.get("/healthz").status, 200)
        self.assertEqual(self.server.get("/readyz").status, 200)
        metrics = self.server.get("/metrics")
        self.assertEqual(metrics.status, 200)
        self.assertTrue(metrics.headers["Content-Type"].startswith("text/plain"))
        lines = metrics.body.decode().splitlines()
        samples = [line for line in lines if not line.startswith("#")]
        self.assertTrue(samples)
        for line in samples:
            self.assertRegex(line, r'^[a-z_][a-z0-9_]*(\{[^{}]*\})? [-+0-9.eEinfNa]+$')
        self.assertTrue(any(line.startswith("# TYPE cartulary_") for line in lines), lines[:5])

    def test_the_interface_is_described_to_machines_and_people(self):
        description = self.server.get("/openapi/accounts.json")
        self.assertEqual(description.status, 200)
        self.assertTrue(description.json["openapi"].startswith("3.1"))
        self.assertIn("/accountsapi/organization/register", description.json["paths"])
        self.assertIn("/docs/accounts", self.server.get("/docs").body.decode())
        page = self.server.get("/docs/accounts")
        self.assertEqual(page.status, 200)
        self.assertTrue(page.headers["Content-Type"].startswith("text/html"))
        self.assertIn("/accountsapi/organization/register", page.body.decode())

    def test_secrets_do_not_reach_the_log(self):
        self.server.get(f"/accountsapi/apikey/validate?community=ce-registry&apikey={self.key}")
        self.assertNotIn(self.key, self.server.log)
        self.assertNotIn(self.partner["api_key"][:18], self.server.log)
