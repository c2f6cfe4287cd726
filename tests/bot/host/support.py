"""What the host's tests share: a connector on loopback that plays Teams, keys and tokens, and a told pipeline."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from typing import Any, Literal

import jwt
from aiohttp import web
from aiohttp.test_utils import BaseTestServer, TestClient, TestServer
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key

from bot.app import HOST, build_app
from bot.clock import ToldClock
from bot.connector import Address
from bot.http_connector import HttpConnector
from bot.outgoing import Outgoing, service_hosts
from bot.pipeline import Answer
from config.settings import Settings

APP = "11111111-0000-0000-0000-000000000001"
TENANT = "22222222-0000-0000-0000-000000000002"
MOMENT = datetime(2027, 3, 1, 8, 0, tzinfo=UTC)
THREAD = "19:forum@thread.tacv2;messageid=1700000000000"


@cache
def private_key(number: int = 1) -> RSAPrivateKey:
    """An RSA key, made once for all tests."""
    del number
    return generate_private_key(public_exponent=65537, key_size=2048)


def public_jwk(kid: str, number: int = 1, **more: Any) -> dict[str, Any]:
    """The public half as it stands in a key set."""
    found = jwt.algorithms.RSAAlgorithm.to_jwk(private_key(number).public_key(), as_dict=True)
    return {**found, "kid": kid, "use": "sig", "endorsements": ["msteams"], **more}


def claims(service_url: str, **other: Any) -> dict[str, Any]:
    """What a good token says at the tests' moment."""
    now = int(MOMENT.timestamp())
    good = {
        "iss": "https://api.botframework.com",
        "aud": APP,
        "nbf": now - 60,
        "exp": now + 3600,
        "serviceurl": service_url,
    }
    return {**good, **other}


def token(said: Mapping[str, Any], *, kid: str = "one", number: int = 1) -> str:
    """A token signed with one of the tests' keys, whatever it says."""
    text = json.dumps(dict(said)).encode()
    return jwt.PyJWS().encode(text, private_key(number), algorithm="RS256", headers={"kid": kid})


def message(service_url: str, text: str = "<at>Kansli</at> visa dagordningen", **other: Any) -> dict[str, Any]:
    """A message in a thread of a channel, as Teams sends it."""
    said = {
        "type": "message",
        "id": "1700000000123",
        "channelId": "msteams",
        "serviceUrl": service_url,
        "from": {"id": "29:maja", "name": "Maja Ek", "aadObjectId": "33333333-0000-0000-0000-000000000003"},
        "recipient": {"id": "28:kansli", "name": "Kansli"},
        "conversation": {"id": THREAD, "conversationType": "channel", "isGroup": True, "tenantId": TENANT},
        "text": text,
        "channelData": {"tenant": {"id": TENANT}, "channel": {"id": "19:forum@thread.tacv2"}},
    }
    return {**said, **other}


Fault = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass
class Teams:
    """A server on loopback: the connector's routes with what was posted, and the issuer's keys."""

    server: BaseTestServer
    posted: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    headers: list[Mapping[str, str]] = field(default_factory=list)
    keys: list[dict[str, Any]] = field(default_factory=lambda: [public_jwk("one")])
    fetched: int = 0
    fault: Fault | None = None
    connections: set[object] = field(default_factory=set)

    @property
    def service_url(self) -> str:
        """Where the connector is."""
        return str(self.server.make_url("/teams/"))

    @property
    def metadata_url(self) -> str:
        """Where the issuer describes its keys."""
        return str(self.server.make_url("/openid"))

    @property
    def address(self) -> Address:
        """The tests' thread."""
        return Address(self.service_url, TENANT, THREAD, "28:kansli", "19:forum@thread.tacv2", "19:team@thread.tacv2")

    def texts(self) -> list[str]:
        """The texts posted, in order."""
        return [body.get("text", "") for method, _, body in self.posted if method == "POST"]


@asynccontextmanager
async def teams_on_loopback() -> AsyncIterator[Teams]:
    """The server, running."""

    async def connector(request: web.Request) -> web.StreamResponse:
        body = await request.text()
        teams.posted.append((request.method, request.raw_path, json.loads(body) if body else {}))
        teams.headers.append(dict(request.headers))
        teams.connections.add(request.transport)
        if teams.fault is not None:
            return await teams.fault(request)
        number = str(len(teams.posted))
        if request.path.endswith("/v3/conversations"):
            return web.json_response({"id": f"19:new;messageid={number}", "activityId": number}, status=201)
        return web.json_response({"id": number}, status=201 if request.method == "POST" else 200)

    async def openid(request: web.Request) -> web.Response:
        return web.json_response({"jwks_uri": str(teams.server.make_url("/keys"))})

    async def keys(request: web.Request) -> web.Response:
        teams.fetched += 1
        return web.json_response({"keys": teams.keys})

    app = web.Application()
    app.router.add_get("/openid", openid)
    app.router.add_get("/keys", keys)
    app.router.add_route("*", "/teams/{rest:.*}", connector)
    async with TestServer(app) as server:
        teams = Teams(server)
        yield teams


@dataclass
class ToldPipeline:
    """Remembers what it received and answers what it was told."""

    answer: Answer = field(default_factory=Answer)
    received: list[dict[str, Any]] = field(default_factory=list)
    error: Exception | None = None

    async def receive(self, raw: dict[str, Any]) -> Answer:
        """Take an activity."""
        self.received.append(raw)
        if self.error is not None:
            raise self.error
        return self.answer


async def _well() -> Mapping[str, bool]:
    return {"database": True, "clockwork": True}


@dataclass
class Kansli:
    """The app under test with its surroundings."""

    client: TestClient[web.Request, web.Application]
    teams: Teams
    pipeline: ToldPipeline
    clock: ToldClock
    connector: HttpConnector

    def good_header(self, **other: Any) -> dict[str, str]:
        """The headers of a genuine request; `other` replaces claims."""
        return {"Authorization": f"Bearer {token(claims(self.teams.service_url, **other))}"}

    async def post(self, body: object, headers: Mapping[str, str] | None = None) -> int:
        """Post a JSON body; the status."""
        async with self.client.post("/api/messages", json=body, headers=headers) as response:
            await response.read()
            return response.status

    async def sent(self) -> None:
        """Wait until the host has sent everything."""
        assert self.client.app is not None
        await self.client.app[HOST].drain()


@asynccontextmanager
async def kansli(profile: Literal["local", "teams"], **settings: Any) -> AsyncIterator[Kansli]:
    """The app of a profile, before a Teams on loopback; in `teams` with a connector that has a told token."""

    class Told:
        async def token(self) -> str:
            return "told-token"

    async with teams_on_loopback() as teams:
        chosen = replace(
            Settings(),
            profile=profile,
            app_id=APP,
            tenant_id=TENANT,
            allowed_tenants=frozenset({TENANT}),
            openid_metadata_url=teams.metadata_url,
            service_hosts=frozenset({"127.0.0.1"}),
            **settings,
        )
        outgoing, pipeline, clock = Outgoing(), ToldPipeline(), ToldClock(MOMENT)
        tokens = Told() if profile == "teams" else None
        connector = HttpConnector(outgoing, service_hosts(chosen), tokens, timeout=2)
        app = build_app(chosen, pipeline, clock, health=_well, connector=connector, outgoing=outgoing)
        async with TestClient(TestServer(app)) as client:
            yield Kansli(client, teams, pipeline, clock, connector)
