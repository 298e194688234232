"""A trusted partner registers organizations through the accounts API."""
import json
import uuid
from collections import Counter

from support.crowd import at_once
from support.databases import RegistryTest, ServerTest, on_both_databases
from support.registration import (GUID, check_refused, check_registered, new_ctid, registration)

CROWD = 50


@on_both_databases
class Registration(ServerTest):
    def test_a_registered_organization_can_be_read_by_its_partner_and_by_itself(self):
        body = registration()
        answer = self.server.register(body, self.key)
        self.assertEqual(answer.json["Messages"], [])
        own_key = check_registered(self, answer)
        for key in (self.key, own_key):
            seen = self.server.organization(body["CTID"], key)
            self.assertEqual(seen.status, 200, seen.body)
            said = seen.json
            for field in ("CTID", "Name", "Url", "PrimaryEmail", "PrimaryPhoneNumber", "City",
                          "PostalCode", "StreetAddress"):
                self.assertEqual(said[field], body[field])
            self.assertNotIn(own_key, seen.body.decode())

    def test_a_ctid_in_upper_case_is_the_same_organization(self):
        ctid = new_ctid()
        check_registered(self, self.server.register(registration(CTID=ctid.upper()), self.key))
        for spelling in (ctid, ctid.upper(), "ce-" + ctid[3:].upper()):
            seen = self.server.organization(spelling, self.key)
            self.assertEqual(seen.status, 200, spelling)
            self.assertEqual(seen.json["CTID"], ctid)
        check_refused(self, self.server.register(registration(CTID=ctid), self.key), 409)

    def test_the_old_flat_contact_is_taken_with_a_warning(self):
        body = registration(Contacts=None, ContactEmail="flat@example.edu",
                            ContactFirstName="Flat", ContactLastName="Contact")
        answer = self.server.register(body, self.key)
        check_registered(self, answer)
        self.assertTrue(any("Contact" in message for message in answer.json["Messages"]))

    def test_property_names_and_prefixes_may_be_written_in_any_case(self):
        body = {name.swapcase(): value for name, value in registration(
            OrganizationTypeUris=["ORGTYPE:twoyear", "certificationBody"],
            OrganizationPublishingRoleUris=["credentialorganization"]).items()}
        check_registered(self, self.server.register(body, self.key))

    def test_every_problem_is_told_at_once(self):
        body = registration(Name="x", Url="ftp://nowhere", PrimaryEmail="nobody", City=None,
                            OrganizationPublishingRoleUris=["ThirdParty"])
        messages = check_refused(self, self.server.register(body, self.key), 400)
        for field in ("Name", "Url", "PrimaryEmail", "City", "OrganizationPublishingRoleUris"):
            self.assertTrue(any(message.startswith(f"Error - {field}") for message in messages),
                            (field, messages))
        self.assertEqual(self.server.organization(body["CTID"], self.key).status, 404)

    def test_a_syntax_error_is_told_with_line_and_column(self):
        messages = check_refused(self, self.server.register('{"Name": "x",\n}', self.key), 400)
        self.assertIn("line 2", messages[0])
        self.assertIn("column 1", messages[0])

    def test_a_body_that_is_no_object_is_refused(self):
        for body in ("[]", "null", "1", '"text"', "", "[{}]", "true"):
            with self.subTest(body=body):
                check_refused(self, self.server.register(body, self.key), 400)

    def test_one_ctid_sent_by_a_crowd_is_registered_once(self):
        ctid = new_ctid()
        answers = at_once(CROWD, lambda _: self.server.register(registration(CTID=ctid), self.key))
        self.assert_one_winner(answers)

    def test_one_profile_name_sent_by_a_crowd_is_registered_once(self):
        name = f"Profile-{uuid.uuid4().hex}"
        spellings = (name, name.upper(), name.lower())
        answers = at_once(CROWD, lambda number: self.server.register(
            registration(ProfileName=spellings[number % 3]), self.key))
        self.assert_one_winner(answers)

    def assert_one_winner(self, answers):
        self.assertEqual(Counter(answer.status for answer in answers), {200: 1, 409: CROWD - 1})
        for answer in answers:
            if answer.status == 200:
                check_registered(self, answer)
            else:
                check_refused(self, answer, 409)

    def test_a_new_person_named_by_a_crowd_becomes_one_person(self):
        contact = {"Email": f"shared-{uuid.uuid4().hex}@example.edu", "FirstName": "Sam",
                   "LastName": "Shared"}
        answers = at_once(20, lambda _: self.server.register(registration(Contacts=[contact]),
                                                             self.key))
        self.assertEqual(Counter(answer.status for answer in answers), {200: 20})

    def test_repeating_an_idempotency_key_gives_the_first_answer(self):
        body = registration()
        headers = {"Idempotency-Key": str(uuid.uuid4())}
        first = self.server.register(body, self.key, headers)
        check_registered(self, first)
        again = self.server.register(body, self.key, headers)
        self.assertEqual((again.status, again.body), (first.status, first.body))

    def test_an_idempotency_key_with_another_body_is_refused(self):
        headers = {"Idempotency-Key": str(uuid.uuid4())}
        check_registered(self, self.server.register(registration(), self.key, headers))
        other = registration()
        check_refused(self, self.server.register(other, self.key, headers), 422)
        self.assertEqual(self.server.organization(other["CTID"], self.key).status, 404)

    def test_an_idempotency_key_is_its_callers_own(self):
        other = self.shared.add_partner("Other Partner", "other@partner.example")["api_key"]
        headers = {"Idempotency-Key": str(uuid.uuid4())}
        check_registered(self, self.server.register(registration(), self.key, headers))
        check_registered(self, self.server.register(registration(), other, headers))

    def test_a_crowd_with_one_idempotency_key_registers_once(self):
        body = registration()
        headers = {"Idempotency-Key": str(uuid.uuid4())}
        answers = at_once(CROWD, lambda _: self.server.register(body, self.key, headers))
        # One that comes while the first still runs may be told so instead.
        self.assertLessEqual({answer.status for answer in answers}, {200, 409})
        keys = {answer.json["OrganizationApiKey"] for answer in answers if answer.status == 200}
        self.assertEqual(len(keys), 1)
        self.assertTrue(GUID.fullmatch(keys.pop()))

    def test_without_a_known_key_nothing_is_done(self):
        for key in (None, str(uuid.uuid4()), "nonsense", "x" * 5000):
            body = registration()
            with self.subTest(key=str(key)[:50]):
                check_refused(self, self.server.register(body, key), 401)
                self.assertEqual(self.server.organization(body["CTID"], self.key).status, 404)

    def test_the_word_before_the_key_may_be_written_in_any_case(self):
        for word in ("apitoken", "APITOKEN", "ApiToken"):
            answer = self.server.register(registration(), None,
                                          {"Authorization": f"{word} {self.key}"})
            check_registered(self, answer)

    def test_an_organization_that_is_no_partner_may_not_register_others(self):
        own_key = check_registered(self, self.server.register(registration(), self.key))
        check_refused(self, self.server.register(registration(), own_key), 403)

    def test_a_stranger_does_not_learn_that_an_organization_exists(self):
        body = registration()
        check_registered(self, self.server.register(body, self.key))
        stranger = check_registered(self, self.server.register(registration(), self.key))
        hidden = self.server.organization(body["CTID"], stranger)
        absent = self.server.organization(new_ctid(), stranger)
        self.assertEqual((hidden.status, absent.status), (404, 404))
        self.assertEqual(hidden.body.replace(body["CTID"].encode(), b""),
                         absent.body.replace(self.ctid_in(absent), b""))
        self.assertEqual(self.server.organization(body["CTID"], None).status, 401)
        self.assertEqual(self.server.organization("ce-nonsense", self.key).status, 404)

    def ctid_in(self, answer):
        at = answer.body.find(b"ce-")
        return answer.body[at:at + 39] if at >= 0 else b"\0"

    def test_a_registry_can_ask_whether_a_key_is_valid(self):
        path = "/accountsapi/apikey/validate"
        for key, community, valid in ((self.key, "ce-registry", True),
                                      (self.key, "elsewhere", False),
                                      (str(uuid.uuid4()), "ce-registry", False),
                                      ("", "ce-registry", False)):
            answer = self.server.get(f"{path}?apikey={key}&community={community}")
            self.assertEqual((answer.status, answer.json), (200, {"valid": valid}))

    def test_a_name_comes_back_as_it_was_written(self):
        for name in ("Universität für Bodenkultur", "東京大学", "جامعة القاهرة", "\"Q\" & <A>, \\B/",
                     "👩🏽‍🎓 Academy", "e\u0301cole", "é" * 100):
            body = registration(Name=name)
            check_registered(self, self.server.register(body, self.key))
            seen = self.server.organization(body["CTID"], self.key)
            self.assertEqual(seen.json["Name"], name)

    def test_names_that_no_text_may_hold_are_refused(self):
        for name in ("a\u0000b", "a\nb", "a\r\nBcc: x@example.org", "a\u001bb", "a\u007fb"):
            messages = check_refused(
                self, self.server.register(registration(Name=name), self.key), 400)
            self.assertTrue(any("Name" in message for message in messages), messages)
        body = json.dumps(registration(Name="?")).replace('"?"', '"a\\ud800b"')
        check_refused(self, self.server.register(body, self.key), 400)
        check_refused(self, self.server.register(body.encode().replace(b"\\ud800", b"\xff"),
                                                 self.key), 400)


@on_both_databases
class AfterARestart(RegistryTest):
    def test_an_idempotency_key_still_gives_the_first_answer(self):
        registry = self.registry()
        server = registry.serve()
        key = registry.add_partner()["api_key"]
        body = registration()
        headers = {"Idempotency-Key": str(uuid.uuid4())}
        first = server.register(body, key, headers)
        own_key = check_registered(self, first)
        server.stop()
        server = registry.serve()
        again = server.register(body, key, headers)
        self.assertEqual((again.status, again.body), (first.status, first.body))
        check_refused(self, server.register(registration(), key, headers), 422)
        self.assertEqual(server.organization(body["CTID"], own_key).status, 200)
        server.stop()
