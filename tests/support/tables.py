"""Looks at what is stored, past the server. Only while none runs on it: a second process must
never open a SQLite file that is in use."""
import json
import pathlib
import shutil
import sqlite3
import tempfile

from .databases import run_sql


def stored(registry, query):
    """The rows of a query, whose columns have names, as the server left them; nothing of it is
    touched."""
    if registry.database:
        text = run_sql(registry.database,
                       f"select coalesce(json_agg(row_to_json(found)), '[]') from ({query}) found")
        return [tuple(row.values()) for row in json.loads(text)]
    with tempfile.TemporaryDirectory(prefix="cartulary-copy-") as folder:
        for file in registry.data.glob("cartulary.db*"):
            if not file.name.endswith("-shm"):
                shutil.copy(file, folder)
        copy = sqlite3.connect(pathlib.Path(folder) / "cartulary.db")
        try:
            return copy.execute(query).fetchall()
        finally:
            copy.close()


def let_mail_come_due(registry):
    """As if the time that mails wait between two tries had passed; gives how many wait."""
    _change(registry, "update mail set next_attempt = 0 where state = 'waiting'")
    return stored(registry, "select count(*) from mail where state = 'waiting'")[0][0]


def let_webhook_leases_end(registry):
    """As if the time had passed for which a node that was killed had leased receivers."""
    _change(registry, "update webhook_receiver set leased_until = null")


def _change(registry, statement):
    if registry.database:
        run_sql(registry.database, statement)
        return
    database = sqlite3.connect(registry.data / "cartulary.db")
    with database:
        database.execute(statement)
    database.close()
