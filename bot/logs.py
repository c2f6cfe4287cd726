"""The log: one line of JSON an event, without what people wrote and without secrets.

A line is `log.info("turn done", extra=facts(conversation=...))`: a constant sentence and named facts. Of an
exception only its type and the places in the code are written, because its text may quote a message.
"""

import json
import logging
import re
import secrets
import sys
import traceback
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import IO, Any

_REMOVED = "[removed]"
_SECRETS = (
    re.compile(r"\beyJ[\w-]{4,}\.[\w-]+(\.[\w-]*)*"),  # a JSON web token
    re.compile(r"(?i)(?<=\bbearer )[^\s\"']+"),
    re.compile(r"(?i)(?<=client_secret=)[^\s&\"']+"),
    re.compile(r"(?i)(?<=client_assertion=)[^\s&\"']+"),
    re.compile(r"(?<=://)[^/\s:@\"']*:[^/\s@\"']+(?=@)"),  # user and password in a URL
    re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(-----END [A-Z ]*PRIVATE KEY-----|$)", re.DOTALL),
    # a Swedish personal identity number, also a co-ordination number
    re.compile(r"(?<!\d)(19|20)?\d{2}(0[1-9]|1[0-2])([06][1-9]|[1-9]\d)[-+]?\d{4}(?!\d)"),
)
_QUIET = ("msal", "urllib3", "asyncio", "aiohttp.access", "apscheduler")


def facts(**named: str | int | float | bool | None) -> dict[str, Any]:
    """Named facts for a log line; short, and never what somebody wrote."""
    return {"facts": named}


class OneLine(logging.Formatter):
    """Writes a record as one line of JSON."""

    def __init__(self, hidden: Iterable[str] = ()) -> None:
        super().__init__()
        self._secrets = tuple(text for text in hidden if text)

    def format(self, record: logging.LogRecord) -> str:
        """The line, with everything secret removed."""
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "event": record.getMessage(),
        }
        line |= getattr(record, "facts", {})
        if record.exc_info and record.exc_info[1] is not None:
            line["error"] = _chain(record.exc_info[1])
        clean = {key: self._clean(value) if isinstance(value, str) else value for key, value in line.items()}
        return json.dumps(clean, ensure_ascii=False)

    def _clean(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, _REMOVED)
        for pattern in _SECRETS:
            text = pattern.sub(_REMOVED, text)
        return text


def _chain(error: BaseException) -> str:
    """The types of an exception and its causes, each with the places it went through."""
    said = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        places = [f"{frame.filename}:{frame.lineno}" for frame in traceback.extract_tb(current.__traceback__)]
        said.append(f"{type(current).__qualname__} at {' > '.join(places[-12:])}")
        current = current.__cause__ or current.__context__
    return " because of ".join(said)


def start(hidden: Iterable[str] = (), stream: IO[str] | None = None) -> None:
    """Send the program's log to `stream`, standard error when not said; `hidden` texts are never written."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(OneLine(hidden))
    handler.addFilter(_calm)
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.INFO)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def _calm(record: logging.LogRecord) -> bool:
    """A stranger's broken HTTP is a warning, not an error of ours; it is answered before any code of ours runs."""
    error = record.exc_info[0] if record.exc_info else None
    if record.name == "aiohttp.server" and error is not None and error.__module__.startswith("aiohttp.http"):
        record.levelno, record.levelname, record.exc_info = logging.WARNING, "WARNING", None
    return True


def new_reference() -> str:
    """A short reference that ties an apology to the log line of what went wrong."""
    return secrets.token_hex(4)
