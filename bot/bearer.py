"""Whether a request comes from the Bot Connector: its bearer token, verified."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Protocol

import jwt

from bot.clock import Clock
from bot.keys import Key

_LATE = 60  # seconds that a token is taken after its time
_EARLY = 300  # seconds that the issuer's clock may be ahead
_MOST_VERDICTS = 2000


class NotGenuine(Exception):
    """The token is not good; `reason` is one plain word for the log."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Keys(Protocol):
    """Finds the public key that a token names."""

    async def find(self, key_id: str) -> Key | None:
        """The key, or none."""
        ...


class Bearer:
    """Verifies tokens: RS256 only, issuer, audience, time, the key's endorsement and the service URL.

    A good verdict is kept by token and channel until the token's time is out, because the same token comes with
    every message of an hour.
    """

    def __init__(self, app_id: str, issuer: str, keys: Keys, clock: Clock) -> None:
        self._app_id = app_id
        self._issuer = issuer
        self._keys = keys
        self._clock = clock
        self._verdicts: dict[tuple[str, str], Mapping[str, Any]] = {}

    async def check(self, header: str, channel: str, service_url: str) -> None:
        """`NotGenuine` unless the header's token is good for this channel and this service URL."""
        scheme, _, token = header.partition(" ")
        token = token.strip()
        if scheme.lower() != "bearer" or not token:
            raise NotGenuine("no-token")
        claims = self._verdicts.get((token, channel))
        if claims is None:
            claims = await self._verify(token, channel)
        self._in_time(claims)
        if claims.get("serviceurl") != service_url:
            raise NotGenuine("service-url")
        self._keep(token, channel, claims)

    async def _verify(self, token: str, channel: str) -> Mapping[str, Any]:
        """The claims of a token whose signature, issuer and audience are right."""
        try:
            head = jwt.get_unverified_header(token)
        except Exception as error:  # whatever a stranger's text breaks, it is no token
            raise NotGenuine("garbage") from error
        key_id = head.get("kid")
        if head.get("alg") != "RS256" or not isinstance(key_id, str):
            raise NotGenuine("algorithm")
        key = await self._keys.find(key_id)
        if key is None:
            raise NotGenuine("key")
        if not key.endorses(channel):
            raise NotGenuine("endorsement")
        try:
            claims: Mapping[str, Any] = jwt.decode(
                token,
                key.public,
                algorithms=["RS256"],
                audience=self._app_id,
                issuer=self._issuer,
                options={
                    "require": ["exp", "iss", "aud"],
                    "strict_aud": True,
                    # The time is the clock's, and is checked with every request, not once.
                    "verify_exp": False,
                    "verify_nbf": False,
                    "verify_iat": False,
                },
            )
        except Exception as error:
            raise NotGenuine(type(error).__name__) from error
        return claims

    def _in_time(self, claims: Mapping[str, Any]) -> None:
        now = self._clock.now()
        until, since = _moment(claims.get("exp")), _moment(claims.get("nbf", 0))
        if until is None or since is None:
            raise NotGenuine("time")
        if now.timestamp() > until.timestamp() + _LATE:
            raise NotGenuine("expired")
        if now.timestamp() < since.timestamp() - _EARLY:
            raise NotGenuine("not-yet")

    def _keep(self, token: str, channel: str, claims: Mapping[str, Any]) -> None:
        self._verdicts[(token, channel)] = claims
        while len(self._verdicts) > _MOST_VERDICTS:
            del self._verdicts[next(iter(self._verdicts))]


def _moment(seconds: object) -> datetime | None:
    """A time as tokens say it, or nothing when it cannot be one."""
    if not isinstance(seconds, int | float) or isinstance(seconds, bool):
        return None
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
