"""The Acclaim interface as its clients speak to it."""
import base64

from .registration import check_registered, registration


def basic(token):
    return "Basic " + base64.b64encode(f"{token}:".encode()).decode()


class Client:
    """One organization's program, with its token."""

    def __init__(self, server, ctid, token):
        self.server = server
        self.ctid = ctid
        self.id = ctid.removeprefix("ce-")
        self.token = token

    def ask(self, method, path, body=None, headers=None):
        """An answer below /v1/organizations/{id}."""
        headers = {"Authorization": basic(self.token), **(headers or {})}
        return self.server.request(method, f"/v1/organizations/{self.id}{path}", body,
                                   headers=headers)

    def data(self, method, path, body=None, status=200):
        """What an answer that must succeed has as its data."""
        answer = self.ask(method, path, body)
        if answer.status != status:
            raise AssertionError(f"{method} {path} was answered {answer.status}: {answer.body}")
        return answer.json["data"] if answer.body else None


def registered(test, registry, server, key, *rights, **changes):
    """A new organization with a token of these rights, by default all."""
    body = registration(**changes)
    check_registered(test, server.register(body, key))
    flags = [f"--{right}" for right in rights or ("read", "write", "delete")]
    token = registry.command("token", "create", body["CTID"], *flags)["token"]
    return Client(server, body["CTID"], token)


def active_template(client, **changes):
    """A template of badges, ready to be issued."""
    return client.data("POST", "/badge_templates",
                       {"name": "Ship's Carpentry", "description": "Builds what floats.",
                        "state": "active", **changes}, 201)


def badge(badge_template, email="earner@mail.example", **changes):
    return {"recipient_email": email, "issued_to_first_name": "Ada", "issued_to_last_name": "Earner",
            "badge_template_id": badge_template["id"], "issued_at": "2026-01-31 09:00:00 -0500",
            **changes}
