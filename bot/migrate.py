"""Bringing a database to the version that this program works with; a newer one is refused."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from records import migrations
from records.locks import MIGRATING, one_at_a_time
from records.migrations import HEAD

FOLDER = Path(migrations.__file__).parent


class DatabaseTooNew(Exception):
    """The database was made by a newer version of Kansli."""


def migrate(engine: Engine) -> str | None:
    """Bring the database up to date; returns the version it had before, None when it was empty."""
    with engine.begin() as connection:
        one_at_a_time(connection, MIGRATING)
        version = version_of(connection)
        if version == HEAD:
            return version
        _upgrade(connection, version)
        return version


def version_of(connection: Connection) -> str | None:
    """The version of the database; None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return version


def _upgrade(connection: Connection, version: str | None) -> None:
    # Alembic takes its time to import, and a database that is up to date needs none of it.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if version is not None and version not in known:
        raise DatabaseTooNew(f"the database has version {version}, this program knows up to {HEAD}")
    command.upgrade(config, "head")
