"""Texts that break parsers."""
import json
import re

from support.databases import ServerTest, on_both_databases
from support.registration import check_refused, check_registered, registration

from .data import torture_files

PARSE_ERROR = re.compile(r"line \d+.* column \d+")


@on_both_databases
class Torture(ServerTest):
    def test_json_is_accepted_and_rejected_as_the_suite_says(self):
        count = 0
        for name, content in torture_files("JSONTestSuite/test_parsing"):
            with self.subTest(name):
                messages = check_refused(self, self.server.register(content, self.key), 400)
                told = any(PARSE_ERROR.search(message) for message in messages)
                if name.startswith("y_"):
                    self.assertFalse(told, messages)
                elif name.startswith("n_"):
                    self.assertTrue(told, messages)
            count += 1
        self.assertEqual(count, 318)
        self.assertEqual(self.server.get("/readyz").status, 200)

    def test_transformed_json_never_harms(self):
        for name, content in torture_files("JSONTestSuite/test_transform"):
            with self.subTest(name):
                check_refused(self, self.server.register(content, self.key), 400)

    def test_every_naughty_string_comes_back_as_it_was_or_is_refused_with_a_reason(self):
        strings = json.loads(dict(torture_files("blns"))["blns.json"])
        self.assertGreater(len(strings), 500)
        taken = 0
        connection = self.server.connect()
        for string in strings:
            with self.subTest(string=string):
                body = registration(Name=string)
                answer = self.server.register(body, self.key, connection=connection)
                if answer.status == 200:
                    check_registered(self, answer)
                    seen = self.server.organization(body["CTID"], self.key, connection=connection)
                    self.assertEqual(seen.status, 200)
                    self.assertEqual(seen.json["Name"].encode("utf-8", "surrogatepass"),
                                     string.encode("utf-8", "surrogatepass"))
                    taken += 1
                else:
                    messages = check_refused(self, answer, 400)
                    self.assertTrue(any("Name" in message for message in messages), messages)
        connection.close()
        self.assertGreater(taken, 400)

    def test_a_naughty_string_is_harmless_in_every_other_field(self):
        strings = json.loads(dict(torture_files("blns"))["blns.json"])
        fields = [name for name, value in registration().items() if isinstance(value, str)
                  and name not in ("CTID", "Name")] + ["ProfileName", "DUNS", "OPEID"]
        connection = self.server.connect()
        for number, string in enumerate(strings):
            field = fields[number % len(fields)]
            with self.subTest(field=field, string=string):
                body = registration(**{field: string})
                answer = self.server.register(body, self.key, connection=connection)
                self.assertIn(answer.status, (200, 400, 409), answer.body)
        connection.close()
