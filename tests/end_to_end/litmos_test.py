"""A company keeps its organizations through the Litmos interface."""
import json
import uuid
from collections import Counter

from support.crowd import at_once
from support.databases import RegistryTest, ServerTest, on_both_databases

PASSWORD = "correct horse battery"
CROWD = 50


def add_company(registry, login=None):
    login = login or f"company-{uuid.uuid4().hex[:12]}"
    made = registry.command("company", "add", "--name", "Harbor Group", "--login", login,
                            "--username", "robot", "--password-stdin", stdin=PASSWORD + "\n")
    return login, made["ctid"]


def headers(login, username="robot", password=PASSWORD, product="1"):
    return {"CompanyLoginId": login, "ProductId": product, "Username": username,
            "Password": password}


class Client:
    """What a program of the company calls."""

    def __init__(self, server, login, **others):
        self.server = server
        self.headers = headers(login, **others)

    def call(self, method, path, body=None):
        given = None if body is None else json.dumps(body)
        return self.server.request(method, path, given,
                                   headers=self.headers | {"Content-Type": "application/json"})

    def get(self, path):
        return self.call("GET", path)

    def data(self, path):
        answer = self.get(path)
        assert answer.status == 200, answer.body
        return answer.json["Data"]

    def create(self, **organization):
        return self.call("POST", "/api/organizations", organization)


@on_both_databases
class Organizations(ServerTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.login, cls.ctid = add_company(cls.shared)

    def setUp(self):
        super().setUp()
        self.client = Client(self.server, self.login)

    def new_key(self):
        return f"key-{uuid.uuid4().hex}"

    def test_an_organization_lives_from_post_to_delete(self):
        key = self.new_key()
        created = self.client.create(Key=key, Name="Harbor College", Country="US",
                                     StateProvince="ME", Street2="Suite 1")
        self.assertEqual(created.status, 201, created.body)
        self.assertEqual((created.json["Success"], created.json["Error"]), (True, None))
        organization, = created.json["Data"]
        path = f"/api{organization['Links'][0]['Href']}"
        self.assertEqual(self.client.data(path), [organization])
        self.assertEqual(self.client.data(f"/api/organizations?key={key.upper()}"), [organization])
        for link in organization["Links"][1:]:
            self.assertEqual(self.client.data(f"/api{link['Href']}"), [])
        replaced = self.client.call("PUT", path, {"Key": key, "Name": "Harbor University"})
        self.assertEqual(replaced.status, 200, replaced.body)
        self.assertEqual(replaced.json["Data"][0]["Street2"], None)
        self.assertEqual(replaced.json["Data"][0]["Active"], False)
        singular = path.replace("organizations", "organization")
        self.assertEqual(self.client.call("DELETE", singular).json["Data"], replaced.json["Data"])
        self.assertEqual(self.client.get(path).status, 404)
        self.assertEqual(self.client.call("DELETE", path).status, 404)

    def test_paths_are_taken_as_the_vendors_pages_write_them(self):
        organization, = self.client.create(Key=self.new_key(), Name="Harbor").json["Data"]
        number = organization["Id"]
        for path in (f"/API/Organizations/{number}/", f"//api//organizations///{number}",
                     f"/api/ORGANIZATIONS/{number}/Email-Domains//"):
            self.assertEqual(self.client.get(path).status, 200, path)

    def test_one_key_sent_by_a_crowd_is_made_once(self):
        key = self.new_key()
        answers = at_once(CROWD, lambda _: self.client.create(Key=key, Name="Harbor"))
        self.assertEqual(Counter(answer.status for answer in answers), {201: 1, 400: CROWD - 1})

    def test_a_wrong_password_is_refused_as_an_unknown_company_is(self):
        bodies = set()
        for client in (Client(self.server, self.login, password="wrong horse battery"),
                       Client(self.server, self.login, username="nobody"),
                       Client(self.server, "nobody"),
                       Client(self.server, self.login, product="")):
            answer = client.get("/api/organizations")
            self.assertEqual(answer.status, 401)
            bodies.add(answer.body)
        self.assertEqual(len(bodies), 1)

    def test_a_changed_password_counts_at_once(self):
        login, _ = add_company(self.shared)
        client = Client(self.server, login)
        self.assertEqual(client.get("/api/organizations").status, 200)
        self.shared.command("company", "set-user", "--login", login, "--username", "robot",
                            "--password-stdin", stdin="another long secret\n")
        self.assertEqual(client.get("/api/organizations").status, 401)
        client = Client(self.server, login, password="another long secret")
        self.assertEqual(client.get("/api/organizations").status, 200)
        self.shared.command("company", "remove-user", "--login", login, "--username", "robot")
        self.assertEqual(client.get("/api/organizations").status, 401)

    def test_a_company_sees_nothing_of_another(self):
        key = self.new_key()
        organization, = self.client.create(Key=key, Name="Harbor").json["Data"]
        login, _ = add_company(self.shared)
        rival = Client(self.server, login)
        path = f"/api/organizations/{organization['Id']}"
        self.assertEqual(rival.data("/api/organizations"), [])
        self.assertEqual(rival.data(f"/api/organizations?key={key}"), [])
        for method, body in (("GET", None), ("PUT", {"Key": key, "Name": "Mine"}),
                             ("DELETE", None)):
            self.assertEqual(rival.call(method, path, body).status, 404)
        self.assertEqual(self.client.data(path), [organization])

    def test_refusals_of_the_server_itself_have_the_same_envelope(self):
        for method, path, status in (("GET", "/api/nonsense", 404), ("PATCH", "/api", 404),
                                     ("PATCH", "/api/organizations", 405)):
            answer = self.client.call(method, path)
            self.assertEqual(answer.status, status)
            self.assertEqual(answer.json["Success"], False)
            self.assertEqual(answer.json["Error"]["Code"], status)
            self.assertIsNone(answer.json["Data"])


@on_both_databases
class Tables(RegistryTest):
    def write(self, registry, text):
        file = registry.folder / "organizations.csv"
        file.write_text(text, encoding="utf-8")
        return str(file)

    def test_a_table_is_imported_beside_a_running_server_and_listed_as_a_stream(self):
        registry = self.registry()
        server = registry.serve()
        login, _ = add_company(registry)
        client = Client(server, login)
        rows = 3_000
        table = "Key,Name,Comments\n" + "".join(f"k{i},Harbor {i},{'c' * 900}\n"
                                                for i in range(rows))
        report = registry.command("import", "litmos", self.write(registry, table), "--company",
                                  login)
        self.assertEqual((report["read"], report["inserted"]), (rows, rows))
        self.assertEqual(report["rows"][0], {"line": 2, "key": "k0", "outcome": "inserted",
                                             "problems": []})
        listed = client.data("/api/organizations")
        self.assertEqual([organization["Key"] for organization in listed],
                         [f"k{i}" for i in range(rows)])
        self.read_slowly_and_leave(server, login)
        self.assertEqual(len(client.data("/api/organizations")), rows)
        self.assertEqual(registry.command("verify")["problems"], [])
        server.stop()

    def read_slowly_and_leave(self, server, login):
        with server.raw_socket() as connection:
            lines = ["GET /api/organizations HTTP/1.1", f"Host: {server.host}"]
            lines += [f"{name}: {value}" for name, value in headers(login).items()]
            connection.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
            self.assertIn(b"200 OK", connection.recv(1_000))

    def test_a_table_with_a_bad_row_stores_nothing_or_the_good_ones(self):
        registry = self.registry()
        registry.command("migrate")
        login, _ = add_company(registry)
        file = self.write(registry, "Key,Name,Country\na,Harbor,US\nb,,USA\n")
        done = registry.run("import", "litmos", file, "--company", login, "--json")
        self.assertEqual(done.returncode, 1)
        report = json.loads(done.stdout)
        self.assertEqual([row["outcome"] for row in report["rows"]], ["left out", "refused"])
        self.assertEqual(report["rows"][1]["problems"],
                         ["Name is required", "Country must be at most 2 characters"])
        self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
        done = registry.run("import", "litmos", file, "--company", login, "--keep-good", "--json")
        self.assertEqual([row["outcome"] for row in json.loads(done.stdout)["rows"]],
                         ["inserted", "refused"])
        self.assertEqual(registry.command("verify")["problems"], [])
