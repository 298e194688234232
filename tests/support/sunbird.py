"""The Sunbird interface as its clients speak to it."""
import json
import urllib.parse

PASSWORD = "correct horse battery"


class Client:
    """One tenant's script, with its key and the token of its administrator."""

    def __init__(self, server, made, username):
        self.server = server
        self.id = made["organisationId"]
        self.key = made["api_key"]
        self.token = self.sign_in(username)["access_token"]

    def sign_in(self, username, password=PASSWORD):
        form = urllib.parse.urlencode(
            {"username": username, "password": password, "grant_type": "password"})
        answer = self.server.request(
            "POST", "/auth/realms/sunbird/protocol/openid-connect/token", form,
            headers={"Content-Type": "application/x-www-form-urlencoded"})
        if answer.status != 200:
            raise AssertionError(f"{username} was not signed in: {answer.body}")
        return answer.json

    def ask(self, method, path, request=None, headers=None):
        headers = {"Content-Type": "application/json", "Authorization": f"Bearer {self.key}",
                   "x-authenticated-user-token": self.token, **(headers or {})}
        body = None if request is None else json.dumps({"request": request})
        return self.server.request(method, path, body, headers=headers)

    def result(self, method, path, request=None):
        """The result of an answer that must succeed."""
        answer = self.ask(method, path, request)
        if answer.status != 200:
            raise AssertionError(f"{method} {path} was answered {answer.status}: {answer.body}")
        return answer.json["result"]

    def create(self, **said):
        return self.result("POST", "/api/org/v1/create", said)["organisationId"]


def added(registry, server, channel, username):
    """A new tenant."""
    made = registry.command("tenant", "add", "--name", channel, "--channel", channel,
                            "--username", username, "--password-stdin", stdin=PASSWORD + "\n")
    return Client(server, made, username)
