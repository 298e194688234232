"""Every case runs on both databases."""
import os
import subprocess
import sys
import unittest
import uuid

from .server import Registry


def test_database():
    uri = os.environ.get("CARTULARY_TEST_DATABASE")
    if not uri:
        raise RuntimeError("CARTULARY_TEST_DATABASE must name a PostgreSQL that tests may fill: "
                           "use script/test, or tests/with_postgres COMMAND")
    return uri


def run_sql(uri, statement):
    return subprocess.run(["psql", "--no-psqlrc", "--quiet", "--tuples-only", "--no-align",
                           "--set=ON_ERROR_STOP=1", "--command", statement, uri],
                          check=True, text=True, capture_output=True).stdout.strip()


class SQLite:
    name = "SQLite"

    @staticmethod
    def make_registry():
        return Registry()

    @staticmethod
    def drop_registry(registry):
        registry.close()


class PostgreSQL:
    """A fresh database in the cluster of CARTULARY_TEST_DATABASE for each registry."""

    name = "PostgreSQL"

    @staticmethod
    def make_registry():
        name = f"test_{uuid.uuid4().hex}"
        run_sql(test_database(), f"create database {name}")
        return Registry(test_database().replace("///postgres?", f"///{name}?"))

    @staticmethod
    def drop_registry(registry):
        registry.close()
        name = registry.database.split("///")[1].split("?")[0]
        run_sql(test_database(), f"drop database if exists {name} with (force)")


def on_both_databases(cases):
    """Makes a test class of `cases` for each database, in its module, and takes its own place
    away, so that the loader finds those two."""
    for engine in (SQLite, PostgreSQL):
        name = f"{cases.__name__}On{engine.name}"
        made = type(name, (cases,), {"engine": engine, "__module__": cases.__module__})
        setattr(sys.modules[cases.__module__], name, made)


class RegistryTest(unittest.TestCase):
    """Cases that bring their own registry each."""

    engine = SQLite

    def registry(self):
        made = self.engine.make_registry()
        self.addCleanup(self.engine.drop_registry, made)
        return made


class ServerTest(unittest.TestCase):
    """Cases that share one running server and one partner; they keep apart by making their own
    organizations. `settings` are more flags of `serve`."""

    engine = SQLite
    settings = ["--rate-limit-per-key", "0", "--rate-limit-per-address", "0"]

    @classmethod
    def setUpClass(cls):
        cls.shared = cls.engine.make_registry()
        cls.addClassCleanup(cls.engine.drop_registry, cls.shared)
        cls.server = cls.shared.serve(*cls.settings)
        cls.partner = cls.shared.add_partner()
        cls.key = cls.partner["api_key"]

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()
