"""The first start, the second one, and a start that must not happen."""
import json
import subprocess

from support.databases import RegistryTest, on_both_databases
from support.registration import GUID, check_refused, check_registered, registration
from support.server import BROKEN, wait_until


def pasted_commands(greeting):
    """What a reader would copy from the greeting: the assignment of the key and the curl, each to
    the end of its last continued line."""
    commands, open_command = [], False
    for line in greeting.splitlines():
        line = line.strip()
        if open_command or line.startswith(("API_KEY=", "curl ")):
            commands.append(line)
            quotes_open = "\n".join(commands).count("'") % 2 == 1
            open_command = line.endswith("\\") or quotes_open
    return "\n".join(commands)


@on_both_databases
class Start(RegistryTest):
    def test_the_first_start_shows_commands_that_work_when_pasted(self):
        registry = self.registry()
        server = registry.serve()
        wait_until(lambda: "curl " in server.output, "the greeting")
        self.assertIn(server.url + "/log-in", server.output)
        commands = pasted_commands(server.output)
        self.assertTrue(commands.startswith("API_KEY="), commands)
        done = subprocess.run(["bash", "-euo", "pipefail", "-c", commands], text=True,
                              capture_output=True, cwd=registry.folder)
        self.assertEqual(done.returncode, 0, (commands, done))
        said = json.loads(done.stdout)
        self.assertIs(said["Successful"], True, said)
        self.assertTrue(GUID.fullmatch(said["OrganizationApiKey"]), said)
        known = registry.command("organization", "list")
        self.assertEqual(len(known), 2)  # and its partner
        document = server.get(f"/resources/{known[0]['ctid']}").json
        self.assertTrue(document["@id"].startswith(server.url + "/"), "the port that was free")
        server.stop()

    def test_a_second_start_says_nothing_new(self):
        registry = self.registry()
        first = registry.serve()
        wait_until(lambda: "curl " in first.output, "the greeting")
        first.stop()
        second = registry.serve()
        second.stop()
        self.assertEqual(second.output, "")

    def test_what_was_answered_is_there_after_a_restart(self):
        registry = self.registry()
        server = registry.serve()
        key = registry.add_partner()["api_key"]
        body = registration()
        own_key = check_registered(self, server.register(body, key))
        server.stop()
        server = registry.serve()
        for known in (key, own_key):
            self.assertEqual(server.organization(body["CTID"], known).status, 200)
        check_refused(self, server.register(body, key), 409)
        server.stop()

    def test_a_second_server_on_the_same_data_directory_is_refused(self):
        registry = self.registry()
        server = registry.serve()
        done = registry.run("serve", "--listen", "127.0.0.1:0")
        self.assertNotEqual(done.returncode, 0)
        said = (done.stdout + done.stderr).strip().splitlines()
        self.assertEqual(len(said), 1, said)
        self.assertIn("data", said[0])
        self.assertEqual(server.get("/readyz").status, 200)
        self.assertTrue(registry.command("partner", "add", "--name", "Partner",
                                         "--email", "partner@partner.example")["api_key"])
        server.stop()

    def test_a_taken_address_is_told_in_one_line(self):
        server = self.registry().serve()
        done = self.registry().run("serve", "--listen", f"127.0.0.1:{server.port}")
        self.assertNotEqual(done.returncode, 0)
        lines = (done.stdout + done.stderr).strip().splitlines()
        self.assertIn(str(server.port), lines[-1])
        self.assertNotRegex(done.stderr, BROKEN)
        server.stop()

    def test_secret_files_are_for_their_owner_only(self):
        registry = self.registry()
        server = registry.serve()
        keys = list((registry.data / "keys").iterdir())
        self.assertTrue(keys)
        for file in [*keys, *(file for file in registry.data.iterdir() if file.is_socket())]:
            self.assertEqual(file.stat().st_mode & 0o077, 0, file)
        server.stop()

    def test_a_killed_server_starts_again_by_itself(self):
        registry = self.registry()
        server = registry.serve()
        key = registry.add_partner()["api_key"]
        body = registration()
        check_registered(self, server.register(body, key))
        server.kill()
        server = registry.serve()
        self.assertEqual(server.organization(body["CTID"], key).status, 200)
        server.stop()
