"""The gate: what every request to `/api/messages` must be before anything is done with it."""

import asyncio
from collections.abc import Collection
from typing import Any

import msgspec
from aiohttp import ClientPayloadError, web
from aiohttp.http import HttpProcessingError

from bot.bearer import Bearer, NotGenuine
from bot.outgoing import ServiceHosts

LARGEST_BODY = 256 * 1024
DEEPEST_BODY = 32
LONGEST_ID = 2048
SLOWEST_BODY = 10.0  # seconds

_TEXTS = ("id", "name", "text", "replyToId", "locale")
_OBJECTS = ("from", "recipient", "channelData")
_BROKEN = (ClientPayloadError, HttpProcessingError, web.RequestPayloadError, ConnectionError)


class TurnedAway(Exception):
    """The request goes no further: an HTTP status for the caller, one plain word for the log."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason


class Gate:
    """Lets activities of Teams in. Without `bearer` and `tenants` (the local profile) anybody's."""

    def __init__(
        self, hosts: ServiceHosts, *, bearer: Bearer | None = None, tenants: Collection[str] | None = None
    ) -> None:
        self._hosts = hosts
        self._bearer = bearer
        self._tenants = tenants

    async def admit(self, request: web.Request) -> dict[str, Any]:
        """The activity as it came, or `TurnedAway`."""
        _is_plain_json(request)
        raw = parse(await _body(request))
        await self.check(raw, request.headers.get("Authorization", ""))
        return raw

    async def check(self, raw: dict[str, Any], header: str) -> None:
        """`TurnedAway` unless the activity and its Authorization header are good."""
        _is_activity(raw)
        if self._bearer is not None:
            try:
                await self._bearer.check(header, raw["channelId"], raw["serviceUrl"])
            except NotGenuine as wrong:
                raise TurnedAway(401, wrong.reason) from wrong
        self._is_allowed(raw)

    def _is_allowed(self, raw: dict[str, Any]) -> None:
        if raw["channelId"] != "msteams":
            raise TurnedAway(403, "channel")
        if not self._hosts.allow(raw["serviceUrl"]):
            raise TurnedAway(403, "service-host")
        if self._tenants is not None and tenant_of(raw) not in self._tenants:
            raise TurnedAway(403, "tenant")


def parse(body: bytes) -> dict[str, Any]:
    """The JSON object of a body, of bounded depth, or `TurnedAway`."""
    try:
        raw = msgspec.json.decode(body)
    except (ValueError, RecursionError) as error:
        raise TurnedAway(400, "json") from error
    if not isinstance(raw, dict):
        raise TurnedAway(400, "json")
    if _too_deep(raw):
        raise TurnedAway(400, "depth")
    return raw


def tenant_of(raw: dict[str, Any]) -> str | None:
    """The tenant an activity comes from, in lower case; none when it says none or two."""
    said = {
        found.lower()
        for found in (_at(raw, "channelData", "tenant", "id"), _at(raw, "conversation", "tenantId"))
        if isinstance(found, str)
    }
    return said.pop() if len(said) == 1 else None


def _is_plain_json(request: web.Request) -> None:
    if request.content_type != "application/json" or (request.charset or "utf-8").lower() != "utf-8":
        raise TurnedAway(415, "content-type")
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise TurnedAway(415, "content-encoding")
    if (request.content_length or 0) > LARGEST_BODY:
        raise TurnedAway(413, "size")


async def _body(request: web.Request) -> bytes:
    """The body, read up to the limit and for a while only."""
    body = bytearray()
    try:
        async with asyncio.timeout(SLOWEST_BODY):
            async for part in request.content.iter_any():
                body += part
                if len(body) > LARGEST_BODY:
                    raise TurnedAway(413, "size")
    except TimeoutError as error:
        raise TurnedAway(408, "slow") from error
    except _BROKEN as error:
        raise TurnedAway(400, "broken") from error
    return bytes(body)


def _too_deep(raw: dict[str, Any]) -> bool:
    """Whether objects and lists stand within each other more than 32 deep."""
    level: list[Any] = [raw]
    for _ in range(DEEPEST_BODY):
        level = [
            child
            for one in level
            for child in (one.values() if isinstance(one, dict) else one)
            if isinstance(child, dict | list)
        ]
        if not level:
            return False
    return True


def _is_activity(raw: dict[str, Any]) -> None:
    """What the host itself relies on has the right kind."""
    for where in (("type",), ("channelId",), ("serviceUrl",), ("conversation", "id")):
        value = _at(raw, *where)
        if not isinstance(value, str) or not 0 < len(value) <= LONGEST_ID:
            raise TurnedAway(400, "shape")
    if any(not isinstance(raw.get(key), str | None) for key in _TEXTS):
        raise TurnedAway(400, "shape")
    if any(not isinstance(raw.get(key), dict | None) for key in _OBJECTS):
        raise TurnedAway(400, "shape")


def _at(raw: Any, *path: str) -> Any:
    """The value at a path of objects, or none."""
    for key in path:
        raw = raw.get(key) if isinstance(raw, dict) else None
    return raw
