"""GET of one organization among 100,000, beside nginx that returns the same bytes."""
import contextlib
import pathlib
import subprocess
import tempfile
import threading
import urllib.request

from loading import loaded_registry
from measure import SERVER_CORE, on_core, processor_seconds, resident_mb, table, wrk
from support.registration import registration

NGINX = """
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log crit;
events {{ worker_connections 1024; }}
http {{
    access_log {access_log}; keepalive_requests 1000000000; keepalive_timeout 75s;
    default_type application/json;
    server {{ listen 127.0.0.1:{port} reuseport; location / {{ return 200 '{body}'; }} }}
}}
"""
PORT = 18_080
REGISTRATION_INTERVAL_SECONDS = 0.05  # twenty a second
WARMING_SECONDS = 12


@contextlib.contextmanager
def nginx(body, access_log):
    """Gives the process that answers."""
    with tempfile.TemporaryDirectory(prefix="cartulary-nginx-") as folder:
        pathlib.Path(folder).chmod(0o755)
        config = pathlib.Path(folder) / "nginx.conf"
        escaped = body.decode().replace("\\", "\\\\").replace("'", "\\'")
        assert "$" not in escaped, "nginx would take it for a variable"
        config.write_text(NGINX.format(folder=folder, port=PORT, body=escaped,
                                       access_log=f"{folder}/access.log" if access_log else "off"))
        with on_core(SERVER_CORE):
            process = subprocess.Popen(["nginx", "-p", folder, "-c", str(config)],
                                       stderr=subprocess.DEVNULL)
        try:
            for _ in range(200):
                with contextlib.suppress(OSError):
                    with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/", timeout=1) as answer:
                        assert answer.read() == body
                    break
            children = f"/proc/{process.pid}/task/{process.pid}/children"
            yield int(pathlib.Path(children).read_text().split()[0])
        finally:
            process.terminate()
            process.wait()


@contextlib.contextmanager
def registering(server, key):
    """Meanwhile organizations are registered, each of which ends what the server remembered."""
    stopped = threading.Event()

    def register():
        connection = server.connect()
        while not stopped.wait(REGISTRATION_INTERVAL_SECONDS):
            assert server.register(registration(), key, connection=connection).status == 200

    thread = threading.Thread(target=register)
    thread.start()
    try:
        yield
    finally:
        stopped.set()
        thread.join()


def row(name, process, url, arguments):
    wrk(url, "read.lua", *arguments, seconds=WARMING_SECONDS)  # most records were read once
    before = processor_seconds([process])
    figures = wrk(url, "read.lua", *arguments)
    spent = processor_seconds([process]) - before
    return [name, figures["rate"], None,
            figures["p50_ms"], figures["p99_ms"], spent / figures["requests"] * 1e6,
            *resident_mb(process)]


def run():
    registry, ctids, key = loaded_registry()
    rows = []
    for access_log in (False, True):
        logged = "access log on" if access_log else "access log off"
        server = registry.serve(access_log=access_log)
        first = ctids.read_text().split()[0]
        body = server.organization(first, key).body
        arguments = (str(ctids), key)
        ours = row(f"cartulary, {logged}", server.process.pid, server.url, arguments)
        rows_beside = []
        if not access_log:
            with registering(server, key):
                rows_beside.append(row("cartulary, beside 20 registrations/s", server.process.pid,
                                       server.url, arguments))
        server.stop()
        with nginx(body, access_log) as process:
            theirs = row(f"nginx return, {logged}", process, f"http://127.0.0.1:{PORT}", arguments)
        for measured in (ours, *rows_beside):
            measured[2] = measured[1] / theirs[1]
        rows += [ours, *rows_beside, theirs]
    table(f"Reading one of 100,000 organizations ({len(body):,} bytes), 64 connections",
          ["", "requests/s", "of nginx", "p50 ms", "p99 ms", "CPU µs each", "memory MB",
           "mapped MB"], rows)
