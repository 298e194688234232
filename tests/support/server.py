"""A registry in a folder of its own: its commands, and its server over a real socket."""
import contextlib
import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.parse
from dataclasses import dataclass

PATIENCE_SECONDS = 60  # how long a test waits for what must happen; a sanitizer is slow
BROKEN = re.compile(r"(ERROR|WARNING): \w+Sanitizer|runtime error:|terminate called")


def binary():
    path = os.environ.get("CARTULARY_BINARY")
    if not path:
        raise RuntimeError("CARTULARY_BINARY must name the server to test: use script/test, or "
                           "CARTULARY_BINARY=$PWD/build/asan/cartulary tests/with_postgres …")
    return path


def wait_until(condition, what, seconds=PATIENCE_SECONDS):
    """The first true value of `condition`; fails when none comes."""
    deadline = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {seconds} s for {what}")
        time.sleep(0.02)


class CommandFailed(AssertionError):
    def __init__(self, arguments, done):
        super().__init__(f"cartulary {' '.join(arguments)} ended with {done.returncode}\n"
                         f"{done.stdout}{done.stderr}")


@dataclass
class Answer:
    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)


class Registry:
    """One data directory with its database: `database` is a libpq URI, or None for SQLite."""

    def __init__(self, database=None):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="cartulary-test-"))
        self.data = self.folder / "data"
        self.database = database
        self.servers = []

    def place(self):
        """The flags that name this registry."""
        return ["--data", str(self.data)] + (["--database", self.database] if self.database else [])

    def run(self, *arguments, stdin="", data=None, environment=None):
        """A command as it ends: exit status, output and errors."""
        return subprocess.run([binary(), *arguments, *(self.place() if data is None else data)], input=stdin,
                              text=True, capture_output=True, cwd=self.folder,
                              timeout=PATIENCE_SECONDS * 4,
                              env=os.environ | (environment or {}))

    def command(self, *arguments, **options):
        """What a command that must succeed answers under --json."""
        done = self.run(*arguments, "--json", **options)
        if done.returncode != 0:
            raise CommandFailed(arguments, done)
        return json.loads(done.stdout.strip().splitlines()[-1])

    def add_partner(self, name="Partner of Tests", email="partner@partner.example"):
        return self.command("partner", "add", "--name", name, "--email", email)

    def serve(self, *settings, listen="127.0.0.1:0"):
        server = Server(self, ["--listen", listen, *settings])
        self.servers.append(server)
        return server

    def close(self):
        for server in self.servers:
            server.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


class Server:
    """A running `cartulary serve`."""

    def __init__(self, registry, settings):
        self.registry = registry
        self.log_file = registry.folder / f"log.{len(registry.servers)}"
        self.output_file = registry.folder / f"output.{len(registry.servers)}"
        address_file = registry.data / "address"
        with contextlib.suppress(FileNotFoundError):
            address_file.unlink()  # left by a server that was killed
        with open(self.log_file, "wb") as log, open(self.output_file, "wb") as output:
            self.process = subprocess.Popen([binary(), "serve", *registry.place(), *settings],
                                            stdin=subprocess.DEVNULL, stdout=output, stderr=log,
                                            cwd=registry.folder)

        def address():
            if self.process.poll() is not None:
                raise AssertionError(f"the server ended with {self.process.returncode}\n"
                                     f"{self.output}{self.log}")
            found = re.search(r"^\S+ info listening address=(http://\S+)", self.log, re.MULTILINE)
            if address_file.exists():
                return address_file.read_text().strip()
            return found and found[1]

        self.url = wait_until(address, "the server to listen")
        parts = urllib.parse.urlsplit(self.url)
        self.host, self.port = parts.hostname, parts.port

    @property
    def log(self):
        return self.log_file.read_text(errors="replace")

    @property
    def output(self):
        return self.output_file.read_text(errors="replace")

    def connect(self):
        return http.client.HTTPConnection(self.host, self.port, timeout=PATIENCE_SECONDS)

    def request(self, method, path, body=None, key=None, headers=None, connection=None):
        """One request; on a connection of its own unless one is handed in."""
        headers = dict(headers or {})
        if key:
            headers["Authorization"] = f"ApiToken {key}"
        if isinstance(body, (dict, list)):
            body = json.dumps(body)
        if body is not None:
            headers.setdefault("Content-Type", "application/json")
            body = body.encode() if isinstance(body, str) else body
        own = connection or self.connect()
        try:
            own.request(method, path, body, headers)
            response = own.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            if connection is None:
                own.close()

    def get(self, path, key=None, headers=None, connection=None):
        return self.request("GET", path, None, key, headers, connection)

    def register(self, body, key, headers=None, connection=None):
        return self.request("POST", "/accountsapi/organization/register", body, key, headers,
                            connection)

    def organization(self, ctid, key, **options):
        return self.get(f"/accountsapi/organization/{ctid}", key, **options)

    def raw_socket(self):
        return socket.create_connection((self.host, self.port), timeout=PATIENCE_SECONDS)

    def raw(self, sent, finish=False):
        """Everything that comes back for these bytes until the server closes the connection."""
        with self.raw_socket() as connection:
            with contextlib.suppress(ConnectionError):
                connection.sendall(sent)
                if finish:
                    connection.shutdown(socket.SHUT_WR)
            return read_to_end(connection)

    def stop(self):
        """Asks it to end, as an operator would, and expects that it ends well."""
        self.process.send_signal(signal.SIGTERM)
        self.expect_end()

    def expect_end(self):
        status = self.process.wait(timeout=PATIENCE_SECONDS)
        if status != 0 or BROKEN.search(self.log):
            raise AssertionError(f"the server ended with {status}\n{self.log[-20000:]}")

    def kill(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def read_to_end(connection):
    received = b""
    with contextlib.suppress(ConnectionError):
        while True:
            piece = connection.recv(65536)
            if not piece:
                break
            received += piece
    return received


def status_of(answer):
    """The status of a raw answer; None when there is none."""
    found = re.match(rb"HTTP/1\.[01] (\d{3}) ", answer)
    return int(found[1]) if found else None


def body_of(answer):
    return answer.partition(b"\r\n\r\n")[2]
