"""The commands of an operator, beside a running server and without one."""
import uuid

from support.databases import RegistryTest, SQLite, on_both_databases
from support.registration import check_registered, new_ctid, registration
from support.server import BROKEN, Registry


@on_both_databases
class Commands(RegistryTest):
    def test_all_work_beside_a_running_server_and_it_sees_what_they_did_at_once(self):
        registry = self.registry()
        server = registry.serve()
        partner = self.check_round(registry)
        body = registration()
        check_registered(self, server.register(body, partner["api_key"]))
        self.check_show(registry, body, partner)
        server.stop()

    def test_all_work_without_a_server(self):
        registry = self.registry()
        registry.command("migrate")
        registry.command("migrate")  # and once more, with nothing to do
        partner = self.check_round(registry)
        server = registry.serve()
        body = registration()
        check_registered(self, server.register(body, partner["api_key"]))
        server.stop()
        self.check_show(registry, body, partner)

    def check_round(self, registry):
        registry.command("staff", "add", "staff@registry.example")
        registry.command("staff", "add", "clerk@registry.example", "--password-stdin",
                         stdin="correct horse battery staple\n")
        ctid = new_ctid()
        partner = registry.command("partner", "add", "--name", "State Partner", "--email",
                                   "office@partner.example", "--ctid", ctid)
        self.assertEqual((partner["ctid"], partner["name"]), (ctid, "State Partner"))
        registry.command("person", "add", "admin@partner.example", "--organization", ctid,
                         "--role", "administrator", "--password-stdin",
                         stdin="correct horse battery staple\n")
        token = registry.command("token", "create", ctid, "--read", "--write")["token"]
        self.assertGreaterEqual(len(token), 32)
        listed = registry.command("organization", "list")
        self.assertIn(ctid, [organization["ctid"] for organization in listed])
        shown = registry.command("organization", "show", ctid.upper())
        self.assertEqual((shown["ctid"], shown["name"]), (ctid, "State Partner"))
        self.assertNotIn(partner["api_key"], str(shown))
        self.assertEqual(registry.command("verify")["problems"], [])
        return partner

    def check_show(self, registry, body, partner):
        shown = registry.command("organization", "show", body["CTID"])
        self.assertEqual((shown["ctid"], shown["name"]), (body["CTID"], body["Name"]))
        self.assertEqual([(person["email"], person["role"]) for person in shown["people"]],
                         [(body["Contacts"][0]["Email"], "administrator")])
        self.assertEqual([relation["partner"] for relation in shown["relationships"]],
                         [partner["ctid"]])
        self.assertEqual(shown["keys"], 1)

    def test_a_refusal_is_one_clear_line_and_an_exit_status(self):
        registry = self.registry()
        registry.command("migrate")
        known = registry.add_partner()["ctid"]
        for arguments, word in (
                (["organization", "show", new_ctid()], "ce-"),
                (["organization", "show", "nonsense"], "nonsense"),
                (["partner", "add", "--name", "P2", "--email", "nobody"], "nobody"),
                (["partner", "add", "--name", "P2", "--email", "a@b.example", "--ctid", known],
                 known),
                (["person", "add", "a@b.example", "--organization", new_ctid(),
                  "--role", "administrator"], "ce-"),
                (["token", "create", new_ctid(), "--read"], "ce-"),
                (["webhook", "secret", new_ctid()], "organization"),
                (["webhook", "requeue", "no-id"], "no-id"),
                (["webhook", "list", "--state", "lost"], "dead"),
                (["company", "remove-user", "--login", "nobody", "--username", "robot"], "nobody"),
                (["import", "litmos", "/nowhere/file", "--company", "nobody"], "nobody"),
                (["backup", "/nowhere/backup"],
                 "pg_dump" if registry.database else "/nowhere/backup"),
                (["import", "ipeds", "/nowhere/file", "--to", "http://127.0.0.1:1",
                  "--api-key", str(uuid.uuid4())], "/nowhere/file")):
            with self.subTest(" ".join(arguments)):
                done = registry.run(*arguments)
                self.assertNotEqual(done.returncode, 0)
                self.assertEqual(done.stdout, "")
                self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
                self.assertIn(word, done.stderr)

    def test_unknown_commands_and_flags_are_refused(self):
        registry = self.registry()
        for arguments in (["dance"], ["serve", "--dance"], ["serve", "--listen", "nowhere"],
                          ["serve", "--request-timeout", "soon"]):
            with self.subTest(" ".join(arguments)):
                done = registry.run(*arguments)
                self.assertNotEqual(done.returncode, 0)
                self.assertTrue(done.stderr.strip())
                self.assertNotRegex(done.stderr, BROKEN)

    def test_every_command_explains_itself_with_an_example(self):
        registry = Registry()
        self.addCleanup(registry.close)
        for command in ("serve", "migrate", "staff add", "partner add", "person add",
                        "organization list", "organization show", "token create", "webhook list",
                        "webhook requeue", "webhook secret", "company add", "company set-user",
                        "company remove-user", "import ipeds", "import litmos",
                        "backup", "restore", "verify", "config"):
            with self.subTest(command):
                done = registry.run(*command.split(), "--help", data=["--data", "unused"])
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertIn(f"cartulary {command}", done.stdout)
                self.assertRegex(done.stdout, "(?i)example")

    def test_every_setting_is_told_and_can_come_from_the_environment(self):
        registry = self.registry()
        settings = {setting["name"]: setting for setting in registry.command("config")}
        for name in ("listen", "data", "database", "body-bytes-max", "request-timeout",
                     "idle-timeout", "rate-limit-per-key", "rate-limit-per-address", "mail",
                     "commit-group-max"):
            self.assertIn(name, settings)
            self.assertTrue(settings[name]["meaning"])
        server = registry.serve(listen="127.0.0.1:0")
        server.stop()
        done = registry.run("serve", environment={"CARTULARY_LISTEN": "nowhere"})
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("nowhere", done.stderr)


class Backup(RegistryTest):
    engine = SQLite

    def test_a_backup_made_beside_a_running_server_restores_elsewhere(self):
        registry = self.registry()
        server = registry.serve()
        partner = registry.add_partner()
        body = registration()
        own_key = check_registered(self, server.register(body, partner["api_key"]))
        backup = str(registry.folder / "backup")
        registry.command("backup", backup)
        later = registration()
        check_registered(self, server.register(later, partner["api_key"]))
        server.stop()

        restored = self.registry()
        restored.command("restore", backup)
        self.assertEqual(restored.command("verify")["problems"], [])
        server = restored.serve()
        for key in (partner["api_key"], own_key):
            self.assertEqual(server.organization(body["CTID"], key).status, 200)
        self.assertEqual(server.organization(later["CTID"], partner["api_key"]).status, 404)
        check_registered(self, server.register(later, partner["api_key"]))
        server.stop()

    def test_a_backup_made_without_a_server_is_the_same(self):
        registry = self.registry()
        registry.command("migrate")
        partner = registry.add_partner()
        backup = str(registry.folder / "backup")
        registry.command("backup", backup)
        restored = self.registry()
        restored.command("restore", backup)
        self.assertEqual([organization["ctid"]
                          for organization in restored.command("organization", "list")],
                         [partner["ctid"]])

    def test_neither_backup_nor_restore_overwrites_anything(self):
        registry = self.registry()
        registry.command("migrate")
        partner = registry.add_partner()
        backup = registry.folder / "backup"
        backup.write_text("something dear")
        self.assertNotEqual(registry.run("backup", str(backup)).returncode, 0)
        self.assertEqual(backup.read_text(), "something dear")
        backup.unlink()
        registry.command("backup", str(backup))
        self.assertNotEqual(registry.run("restore", str(backup)).returncode, 0)
        self.assertEqual(len(registry.command("organization", "list")), 1)
        self.assertTrue(partner["ctid"])

    def test_a_damaged_backup_is_refused(self):
        registry = self.registry()
        self.assertIn("/nowhere/backup", registry.run("restore", "/nowhere/backup").stderr)
        backup = registry.folder / "backup"
        backup.write_bytes(b"SQLite format 3\0" + b"\x01" * 5000)
        done = registry.run("restore", str(backup))
        self.assertNotEqual(done.returncode, 0)
        self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
        self.assertNotEqual(registry.run("organization", "list").stdout.strip(), "[]")
