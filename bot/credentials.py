"""The bot's own tokens from Microsoft Entra, for the connector and for Graph."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.clock import Clock
from bot.logs import facts
from config.settings import Settings

log = logging.getLogger(__name__)

_BEFORE_EXPIRY = timedelta(minutes=4, seconds=50)  # msal hands out a new token for the last five minutes
_BETWEEN_FAILURES = timedelta(seconds=10)

Acquire = Callable[[str], dict[str, Any]]


@dataclass(frozen=True, repr=False)
class _Kept:
    """A token and its time."""

    token: str
    until: datetime


class Credentials:
    """Gets tokens through one msal application, made and used off the event loop, and keeps them.

    A token is renewed before its time is out; when that fails it is used to the end, and asked for again ten
    seconds later at the earliest. `acquire` replaces msal in tests: a scope in, msal's dictionary out.
    """

    def __init__(self, settings: Settings, clock: Clock, acquire: Acquire | None = None) -> None:
        self._settings = settings
        self._clock = clock
        self._acquire = acquire
        self._lock = asyncio.Lock()
        self._kept: dict[str, _Kept] = {}
        self._failed: dict[str, datetime] = {}

    def for_scope(self, scope: str) -> "Scoped":
        """The tokens of one scope."""
        return Scoped(self, scope)

    async def token(self, scope: str) -> str | None:
        """A token that is good now, or none."""
        if not self._fresh(scope):
            async with self._lock:
                if not self._fresh(scope):
                    await self._renew(scope)
        kept = self._kept.get(scope)
        return kept.token if kept and self._clock.now() < kept.until else None

    def _fresh(self, scope: str) -> bool:
        """Whether there is nothing to ask for, or it was in vain a moment ago."""
        now = self._clock.now()
        kept, failed = self._kept.get(scope), self._failed.get(scope)
        if failed is not None and now - failed < _BETWEEN_FAILURES:
            return True
        return kept is not None and now < kept.until - _BEFORE_EXPIRY

    async def _renew(self, scope: str) -> None:
        """Ask for a token in a worker thread."""
        now = self._clock.now()
        try:
            found = await asyncio.to_thread(self._ask, scope)
            kept = _Kept(found["access_token"], now + timedelta(seconds=int(found["expires_in"])))
        except Exception as error:  # noqa: BLE001 - msal, requests and the file system each raise their own
            log.warning("no token", extra=facts(scope=scope, why=_why(error)))
            self._failed[scope] = now
        else:
            self._kept[scope] = kept
            self._failed.pop(scope, None)

    def _ask(self, scope: str) -> dict[str, Any]:
        if self._acquire is None:
            from bot.entra import Entra  # msal takes its time to import; this is a worker thread

            self._acquire = Entra(self._settings).acquire
        found = self._acquire(scope)
        if "access_token" not in found:
            raise NoToken(str(found.get("error", "")))
        return found


class NoToken(Exception):
    """Entra answered, but with a refusal."""


def _why(error: Exception) -> str:
    """The error's kind; of a refusal Entra's own word, as `invalid_client`."""
    return str(error)[:60] if isinstance(error, NoToken) else type(error).__name__


class Scoped:
    """The tokens of one scope, as the connector asks for them."""

    def __init__(self, credentials: Credentials, scope: str) -> None:
        self._credentials = credentials
        self._scope = scope

    async def token(self) -> str | None:
        """A token that is good now, or none."""
        return await self._credentials.token(self._scope)
