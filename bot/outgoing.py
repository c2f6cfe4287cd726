"""The one keep-alive HTTP session that all outgoing calls share, and the hosts they may go to."""

import re
import ssl
from collections.abc import Collection
from pathlib import Path

import aiohttp

from config.settings import Settings
from config.values import LOOPBACK

# Nothing but scheme, host, port and a plain path: what every reader of URLs understands alike.
_PLAIN_URL = re.compile(r"(https?)://([A-Za-z0-9.-]+|\[::1\])(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?")


class Outgoing:
    """Opens the session at first use, within the running loop."""

    def __init__(self, ca_file: Path | None = None) -> None:
        self._ca_file = ca_file
        self._session: aiohttp.ClientSession | None = None

    def session(self) -> aiohttp.ClientSession:
        """The session, open."""
        if self._session is None or self._session.closed:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(ssl=_trust(self._ca_file), keepalive_timeout=30),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": "Kansli"},
            )
        return self._session

    async def close(self) -> None:
        """Close the session; it may be opened again."""
        if self._session is not None:
            await self._session.close()


def _trust(ca_file: Path | None) -> ssl.SSLContext | bool:
    """The known authorities and one more; True is aiohttp's word for the known ones, read once a process."""
    if ca_file is None:
        return True
    trust = ssl.create_default_context()
    trust.load_verify_locations(cafile=ca_file)
    return trust


class ServiceHosts:
    """The hosts that a service URL may name: https, or plain http on loopback."""

    def __init__(self, names: Collection[str]) -> None:
        self._names = frozenset(names)

    def allow(self, service_url: object) -> bool:
        """Whether messages may be sent to this address."""
        if not isinstance(service_url, str) or len(service_url) > 500:
            return False
        found = _PLAIN_URL.fullmatch(service_url)
        if found is None or ".." in service_url:
            return False
        host = found[2].strip("[]").lower()
        return host in self._names and (found[1] == "https" or host in LOOPBACK)


def service_hosts(settings: Settings) -> ServiceHosts:
    """The hosts of the profile: in `local` this machine only."""
    return ServiceHosts(LOOPBACK if settings.profile == "local" else settings.service_hosts)


async def read_bounded(response: aiohttp.ClientResponse, limit: int = 1024 * 1024) -> bytes | None:
    """The body of an answer, or nothing when it is longer than the limit."""
    body = bytearray()
    async for part in response.content.iter_any():
        body += part
        if len(body) > limit:
            return None
    return bytes(body)
