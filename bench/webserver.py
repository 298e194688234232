"""nginx, which every rate of reading is compared with, and which receives webhooks."""
import contextlib
import pathlib
import subprocess
import tempfile
import urllib.request

from measure import on_core

ANSWER_PORT = 18_080
RECEIVER_PORT = 18_081
RETURNED_BYTES_MAX = 3_500  # nginx reads its configuration in pieces of 4 KiB

CONFIGURATION = """
daemon off; worker_processes 1; pid {folder}/pid; error_log {folder}/error.log crit;
events {{ worker_connections 4096; }}
http {{
    {log_format} access_log {access_log}; keepalive_requests 1000000000; keepalive_timeout 75s;
    default_type application/json;
    server {{ listen 127.0.0.1:{port} reuseport; location / {{ {answer} }} }}
}}
"""


@contextlib.contextmanager
def nginx(core, port, answer, access_log="off", log_format="", body=b""):
    """Gives the process that answers, once it does. {folder} stands for its own folder."""
    with tempfile.TemporaryDirectory(prefix="cartulary-nginx-") as folder:
        pathlib.Path(folder).chmod(0o755)
        (pathlib.Path(folder) / "body.json").write_bytes(body)
        config = pathlib.Path(folder) / "nginx.conf"
        config.write_text(CONFIGURATION.format(
            folder=folder, port=port, answer=answer.format(folder=folder), log_format=log_format,
            access_log=access_log.format(folder=folder)))
        with on_core(core):
            process = subprocess.Popen(["nginx", "-p", folder, "-c", str(config)],
                                       stderr=subprocess.DEVNULL)
        try:
            for _ in range(200):
                with contextlib.suppress(OSError):
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=1).close()
                    break
            children = pathlib.Path(f"/proc/{process.pid}/task/{process.pid}/children")
            yield int(children.read_text().split()[0])
        finally:
            process.terminate()
            process.wait()


def same_bytes(core, body, logged=False):
    """nginx that answers with these bytes: out of its configuration, or, where they do not fit
    there, out of a file that it keeps open."""
    access_log = "{folder}/access.log" if logged else "off"
    if len(body) > RETURNED_BYTES_MAX:
        return nginx(core, ANSWER_PORT, "root {folder}; try_files /body.json =404; "
                     "open_file_cache max=10 inactive=1h;", access_log=access_log, body=body)
    escaped = body.decode().replace("\\", "\\\\").replace("'", "\\'")
    assert "$" not in escaped, "nginx would take it for a variable"
    return nginx(core, ANSWER_PORT, f"return 200 '{brace_safe(escaped)}';", access_log=access_log)


def files(core, folder):
    """nginx that serves the files of this folder, which it keeps open."""
    return nginx(core, ANSWER_PORT, f"root {folder}; types {{{{ text/html html; text/css css; "
                 "text/javascript js; image/svg+xml svg; application/json json; }} "
                 "open_file_cache max=100 inactive=1h;")


def brace_safe(text):
    """As str.format leaves it."""
    return text.replace("{", "{{").replace("}", "}}")


def receiver(core, log):
    """nginx that answers every webhook with 204, and writes when it came and its id."""
    return nginx(core, RECEIVER_PORT, "return 204;", access_log=f"{log} received",
                 log_format="log_format received '$msec $http_webhook_id';")
