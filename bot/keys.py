"""The public keys that sign incoming requests, fetched from the issuer and kept."""

import asyncio
import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar
from urllib.parse import urlsplit

import aiohttp
import jwt
import msgspec

from bot.clock import Clock
from bot.logs import facts
from bot.outgoing import Outgoing, read_bounded
from config.values import LOOPBACK

log = logging.getLogger(__name__)

_Shape = TypeVar("_Shape")
_TOO_OLD = timedelta(hours=24)
_BETWEEN_REFRESHES = timedelta(minutes=5)
_BETWEEN_FIRST_TRIES = timedelta(seconds=10)


@dataclass(frozen=True)
class Key:
    """One public key, and the channels it may sign for; none said means every channel."""

    public: Any
    endorsements: frozenset[str] | None

    def endorses(self, channel: str) -> bool:
        """Whether the key may sign what comes from this channel."""
        return self.endorsements is None or channel in self.endorsements


class _Metadata(msgspec.Struct):
    jwks_uri: str


class _KeySet(msgspec.Struct):
    keys: list[dict[str, Any]]


class KeyCache:
    """Finds keys by id.

    The keys are fetched at first use and after a day. An id that is not among them has them fetched again, at most
    every five minutes, so that new keys are taken at once and a stranger cannot make the bot fetch all the time.
    """

    def __init__(self, outgoing: Outgoing, metadata_url: str, clock: Clock, *, timeout: float = 5) -> None:
        self._outgoing = outgoing
        self._metadata_url = metadata_url
        self._clock = clock
        self._timeout = timeout
        self._lock = asyncio.Lock()
        self._keys: dict[str, Key] = {}
        self._fetched: datetime | None = None
        self._tried: datetime | None = None
        self._looked_again: datetime | None = None

    async def find(self, key_id: str) -> Key | None:
        """The key with this id, or none."""
        if self._due(key_id):
            async with self._lock:
                if self._due(key_id):
                    await self._refresh()
        return self._keys.get(key_id)

    def _due(self, key_id: str) -> bool:
        """Whether the keys are to be fetched before this one is looked up."""
        now = self._clock.now()
        if self._fetched is None:
            return _passed(self._tried, _BETWEEN_FIRST_TRIES, now)
        if key_id not in self._keys:
            return _passed(self._looked_again, _BETWEEN_REFRESHES, now)
        return now - self._fetched >= _TOO_OLD and _passed(self._tried, _BETWEEN_REFRESHES, now)

    async def _refresh(self) -> None:
        """Fetch the keys; when that fails, the old ones stay."""
        now = self._clock.now()
        self._tried = now
        if self._fetched is not None:
            self._looked_again = now
        try:
            async with asyncio.timeout(self._timeout):
                metadata = await _get(self._outgoing, self._metadata_url, _Metadata)
                found = await _get(self._outgoing, metadata.jwks_uri, _KeySet)
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError, RecursionError) as error:
            log.warning("the signing keys could not be fetched", extra=facts(why=type(error).__name__))
            return
        self._keys = dict(filter(None, map(_read_key, found.keys)))
        self._fetched = now


def _passed(since: datetime | None, while_: timedelta, now: datetime) -> bool:
    return since is None or now - since >= while_


async def _get(outgoing: Outgoing, url: str, shape: type[_Shape]) -> _Shape:
    """A JSON document of this shape; `ValueError` when it is something else."""
    parts = urlsplit(url)
    if parts.scheme != "https" and parts.hostname not in LOOPBACK:
        raise ValueError("keys are fetched over https only")
    async with outgoing.session().get(url, allow_redirects=False, raise_for_status=True) as response:
        text = await read_bounded(response)
    if response.status != 200 or text is None:
        raise ValueError("no document of keys")
    return msgspec.json.decode(text, type=shape)


def _read_key(found: dict[str, Any]) -> tuple[str, Key] | None:
    """A signing key with its id, or nothing when it is of another kind."""
    key_id = found.get("kid")
    if not isinstance(key_id, str) or found.get("kty") != "RSA" or found.get("use", "sig") != "sig":
        return None
    try:
        public = jwt.PyJWK.from_dict(found, "RS256").key
    except (jwt.PyJWTError, ValueError, TypeError, AttributeError):
        return None
    endorsements = found.get("endorsements")
    return key_id, Key(public, frozenset(map(str, endorsements)) if isinstance(endorsements, list) else None)
