"""Bodies of registrations, and what an answer to one must look like."""
import re
import uuid

GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def new_ctid():
    return f"ce-{uuid.uuid4()}"


def registration(**changes):
    """A body that is accepted without a warning; a change to None takes the field away."""
    mark = uuid.uuid4().hex[:12]
    body = {
        "CTID": new_ctid(),
        "Name": f"College {mark}",
        "FEIN": "12-3456789",
        "Url": f"https://college-{mark}.example.edu/",
        "PrimaryEmail": f"office-{mark}@example.edu",
        "PrimaryPhoneNumber": "(800) 555-1212",
        "OrganizationPublishingRoleUris": ["publishRole:CredentialOrganization"],
        "OrganizationPublishingMethodUris": ["publishMethod:RegistryAssistant", "BulkUpload"],
        "OrganizationTypeUris": ["orgType:TwoYear"],
        "OrganizationSectorUri": "agentSector:Public",
        "Contacts": [{"Email": f"admin-{mark}@example.edu", "FirstName": "Ada",
                      "LastName": "Admin"}],
        "StreetAddress": "1375 S Clare Avenue",
        "City": "Harrison",
        "StateProvince": "Michigan",
        "Country": "United States",
        "PostalCode": "48625",
    }
    body.update(changes)
    return {name: value for name, value in body.items() if value is not None}


def check_registered(test, answer):
    """The answer of a registration that was accepted; gives the organization's key."""
    test.assertEqual(answer.status, 200, answer.body)
    said = answer.json
    test.assertEqual(sorted(said),
                     ["ApprovedToPublish", "Messages", "OrganizationApiKey", "Successful"])
    test.assertIs(said["Successful"], True)
    test.assertIs(said["ApprovedToPublish"], True)
    for message in said["Messages"]:
        test.assertTrue(message.startswith("Warning - "), message)
    test.assertTrue(GUID.fullmatch(said["OrganizationApiKey"]), said)
    return said["OrganizationApiKey"]


def check_refused(test, answer, status):
    """The answer of a registration that was refused; gives its messages."""
    test.assertEqual(answer.status, status, answer.body)
    test.assertTrue(answer.headers["Content-Type"].startswith("application/json"))
    return check_refusal(test, answer.json)


def check_refusal(test, said):
    test.assertEqual(sorted(said),
                     ["ApprovedToPublish", "Messages", "OrganizationApiKey", "Successful"])
    test.assertIs(said["Successful"], False)
    test.assertIs(said["ApprovedToPublish"], False)
    test.assertIsNone(said["OrganizationApiKey"])
    test.assertTrue(said["Messages"])
    test.assertTrue(any(message.startswith("Error - ") for message in said["Messages"]), said)
    return said["Messages"]
