"""A receiver of webhooks on loopback, and the independent judge of what it was sent."""
import contextlib
import json
import pathlib
import subprocess
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from .server import PATIENCE_SECONDS, wait_until

JUDGE = pathlib.Path(__file__).parents[1] / "judges" / "verify_webhook.mjs"
SETTINGS = ["--webhook-networks", "127.0.0.0/8"]  # of a server that may call receivers here

THANKS = 204
HANG = None  # what an answer is that never comes


@dataclass
class Told:
    path: str
    headers: dict  # by their names in lower case
    body: str

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def event(self):
        """The id of the event."""
        return self.headers["webhook-id"]

    def refusal_with(self, secret):
        """Why Standard Webhooks' own library refuses this under `secret`; empty: it does not."""
        done = subprocess.run(["node", JUDGE], text=True, capture_output=True,
                              timeout=PATIENCE_SECONDS,
                              input=json.dumps({"secret": secret, "headers": self.headers,
                                                "body": self.body}))
        if done.returncode not in (0, 1) or (done.returncode == 1) != bool(done.stderr):
            raise AssertionError(f"the judge ended with {done.returncode}: {done.stderr}")
        return done.stderr.strip()


class Receiver:
    """`answer` is called with what was told, in a thread of its own, before anything is answered;
    it gives the status, or a pair of status and headers, or HANG."""

    def __init__(self, answer=lambda told: THANKS):
        self.answer = answer
        self.connections = 0
        self._told = []
        self._lock = threading.Lock()
        self._closed = threading.Event()
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            timeout = PATIENCE_SECONDS

            def setup(self):
                super().setup()
                with receiver._lock:
                    receiver.connections += 1

            def do_POST(self):
                receiver._handle(self)

            def log_message(self, *_):
                pass

        class Server(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 128

            def handle_error(self, *_):
                pass  # whoever was killed took its connection along

        self._server = Server(("127.0.0.1", 0), Handler)
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()

    def url(self, path="/hook"):
        return f"http://127.0.0.1:{self.port}{path}"

    def close(self):
        self._closed.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def _handle(self, request):
        length = int(request.headers["Content-Length"])
        told = Told(request.path, {name.lower(): value for name, value in request.headers.items()},
                    request.rfile.read(length).decode())
        answer = self.answer(told)
        with self._lock:
            self._told.append(told)
        if answer is HANG:
            self._closed.wait()
            request.close_connection = True
            return
        status, headers = answer if isinstance(answer, tuple) else (answer, {})
        with contextlib.suppress(ConnectionError):
            request.send_response(status)
            for name, value in headers.items():
                request.send_header(name, value)
            if status != THANKS:
                request.send_header("Content-Length", "0")
            request.end_headers()

    def told(self):
        """All that was told so far, each as often as it came."""
        with self._lock:
            return list(self._told)

    def events(self):
        """The ids of the events that were told."""
        return [told.event for told in self.told()]

    def wait_for(self, events, seconds=PATIENCE_SECONDS):
        """Until each of these ids was told at least once."""
        wait_until(lambda: set(events) <= set(self.events()), f"{len(events)} events", seconds)
