"""A throw-away PostgreSQL 15: its own folder, a Unix socket and no TCP, gone when it is closed."""
import os
import pathlib
import shutil
import subprocess
import tempfile

BINARIES = pathlib.Path("/usr/lib/postgresql/15/bin")


class Cluster:
    """`durable` keeps fsync on: for measuring, and only then worth its time."""

    def __init__(self, durable=False):
        # A socket's path may have 107 bytes, so the folder is never a deep one.
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="cartulary-pg-", dir="/tmp"))
        self.durable = durable
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
        self.folder.chmod(0o755)
        try:
            self._run("initdb", "--pgdata", self.data, "--username=test", "--auth=trust",
                      "--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu",
                      "--icu-locale=en", "--no-sync")
            self.start()
        except BaseException:
            self.close()
            raise

    @property
    def data(self):
        return str(self.folder / "data")

    def uri(self, database):
        return f"postgresql:///{database}?host={self.folder}&user=test"

    def start(self):
        durability = "" if self.durable else " -c fsync=off -c synchronous_commit=on"
        self._run("pg_ctl", "start", "--wait", "--silent", "--pgdata", self.data,
                  "--log", str(self.folder / "log"), "--options",
                  f"-c listen_addresses='' -c unix_socket_directories={self.folder} "
                  f"-c max_connections=300{durability}")

    def stop(self):
        self._run("pg_ctl", "stop", "--wait", "--silent", "--mode=immediate",
                  "--pgdata", self.data)

    def close(self):
        if (self.folder / "data" / "postmaster.pid").exists():
            self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def _run(self, program, *arguments):
        command = [str(BINARIES / program), *arguments]
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            command = ["runuser", "-u", "postgres", "--", *command]
        done = subprocess.run(command, cwd="/", stdin=subprocess.DEVNULL, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              env=os.environ | {"LC_ALL": "C.UTF-8"})
        if done.returncode != 0:
            log = self.folder / "log"
            raise RuntimeError(f"{program} failed: {done.stdout}"
                               f"{log.read_text() if log.exists() else ''}")
