"""How the text of one setting becomes its value; a text that cannot is a `ValueError` with the reason."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})

_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?", re.IGNORECASE)


@dataclass(frozen=True, repr=False, slots=True)
class Secret:
    """A text that never shows itself in a log, a traceback or a `repr`."""

    _text: str

    def reveal(self) -> str:
        """The text itself, for the one place that needs it."""
        return self._text

    def __repr__(self) -> str:
        return "Secret(...)"


def one_of(*words: str) -> Callable[[str], str]:
    """A reader that takes only these words."""

    def read(text: str) -> str:
        if text not in words:
            raise ValueError(f"must be one of: {', '.join(words)}")
        return text

    return read


def port(text: str) -> int:
    """A TCP port; 0 lets the machine choose one."""
    if not (text.isascii() and text.isdigit() and int(text) <= 65535):
        raise ValueError("must be a port number from 0 to 65535")
    return int(text)


def listed(text: str) -> tuple[str, ...]:
    """The parts of a comma-separated list, without the empty ones."""
    return tuple(part.strip() for part in text.split(",") if part.strip())


def guid(text: str) -> str:
    """A GUID in lower case."""
    if not _GUID.fullmatch(text):
        raise ValueError("must be a GUID, as 01234567-89ab-cdef-0123-456789abcdef")
    return text.lower()


def guids(text: str) -> frozenset[str]:
    """A comma-separated list of GUIDs."""
    return frozenset(guid(part) for part in listed(text))


def hosts(text: str) -> frozenset[str]:
    """A comma-separated list of host names without ports."""
    names = listed(text)
    for name in names:
        if name not in LOOPBACK and not _HOST.fullmatch(name):
            raise ValueError(f"{name!r} must be a host name without scheme or port")
    return frozenset(name.lower() for name in names)


def file(text: str) -> Path:
    """A file that is there."""
    path = Path(text)
    if not path.is_file():
        raise ValueError(f"there is no file {text}")
    return path


def https_url(text: str) -> str:
    """An https address, without a slash at the end."""
    parts = urlsplit(text)
    if parts.scheme != "https" or not parts.hostname:
        raise ValueError("must be an https address")
    return text.rstrip("/")


def url(text: str) -> str:
    """An https address, or plain http on loopback, without a slash at the end."""
    parts = urlsplit(text)
    if not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        return https_url(text)
    return text.rstrip("/")


def zone(text: str) -> str:
    """The name of a time zone."""
    try:
        ZoneInfo(text)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError("must be a time zone, as Europe/Stockholm") from error
    return text


def identity(text: str) -> str:
    """A managed identity: its client id, or `system`."""
    return text if text == "system" else guid(text)
