"""Migrations: they make what the tables say, in one line of versions, and a newer database is refused."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text

import records
from bot.migrate import FOLDER, DatabaseTooNew, migrate, version_of
from bot.store import open_engine
from records.migrations import HEAD
from records.schema import metadata

for _module in pkgutil.iter_modules(records.__path__, "records."):
    importlib.import_module(_module.name)  # so that the metadata is whole


@pytest.fixture
def engine(empty_database_url: str) -> Iterator[Engine]:
    """A database that was migrated."""
    engine = open_engine(empty_database_url)
    migrate(engine)
    yield engine
    engine.dispose()


def test_the_migrations_make_what_the_tables_say(engine: Engine) -> None:
    """Alembic finds no difference: no table, column, type, key or index."""
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, metadata) == []
        assert version_of(connection) == HEAD


def test_the_head_is_the_newest_file() -> None:
    """One line of versions, numbered in order, each named by its file."""
    scripts = list(ScriptDirectory(str(FOLDER)).walk_revisions())
    assert [script.revision for script in scripts][:1] == [HEAD]
    files = sorted(path.name for path in (FOLDER / "versions").glob("v*.py"))
    assert [name[1:5] for name in files] == sorted(script.revision for script in scripts)
    assert all(re.fullmatch(r"v\d{4}_[a-z_]+\.py", name) for name in files)
    assert len(ScriptDirectory(str(FOLDER)).get_heads()) == 1


def test_migrating_again_changes_nothing(engine: Engine) -> None:
    """It says which version there was."""
    before = inspect(engine).get_table_names()
    assert migrate(engine) == HEAD
    assert inspect(engine).get_table_names() == before


@pytest.mark.parametrize("version", ["9999", "", "'; DROP TABLE network; --"])
def test_a_newer_database_is_refused(engine: Engine, version: str) -> None:
    """And left as it is."""
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :v"), {"v": version})
    with pytest.raises(DatabaseTooNew, match=HEAD):
        migrate(engine)
    with engine.connect() as connection:
        assert version_of(connection) == version
        assert inspect(connection).has_table("network")


def test_a_migration_that_fails_leaves_nothing(empty_database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """All versions or none: the database is as empty as it was, and can be migrated then."""
    engine = open_engine(empty_database_url)

    def fail(*_arguments: object, **_options: object) -> None:
        raise OSError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr("alembic.operations.base.Operations.create_index", fail)
        with pytest.raises(OSError, match="disk"):
            migrate(engine)
    assert inspect(engine).get_table_names() == []
    assert migrate(engine) is None
    assert inspect(engine).has_table("network")
    engine.dispose()


def test_several_that_start_at_once_migrate_once(empty_database_url: str) -> None:
    """The first makes the tables, the others find them made."""
    engines = [open_engine(empty_database_url) for _ in range(3)]
    with ThreadPoolExecutor() as threads:
        before = list(threads.map(migrate, engines))
    assert sorted(before, key=str) == [HEAD, HEAD, None]
    for engine in engines:
        engine.dispose()
