"""msal with each credential, against an Entra of our own over TLS on loopback."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import jwt
import pytest
import requests
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.x509.oid import NameOID

from bot.clock import ToldClock
from bot.connector import Address, Rejected
from bot.credentials import Credentials
from bot.entra import Entra
from bot.http_connector import HttpConnector
from bot.outgoing import Outgoing, ServiceHosts
from config.settings import Settings
from config.values import Secret

from .support import APP, MOMENT, TENANT, private_key

SCOPE = "https://api.botframework.com/.default"


@dataclass
class TokenEndpoint:
    """What our Entra was asked."""

    settings: Settings
    pem: Path
    forms: list[dict[str, str]] = field(default_factory=list)
    elsewhere: list[dict[str, str]] = field(default_factory=list)
    moved: bool = False


def pem_file(folder: Path) -> Path:
    """A PEM file with a private key and a certificate for 127.0.0.1, an authority unto itself."""
    key, name = private_key(), x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "kansli")])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(17).not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
    made = made.not_valid_after(datetime(2060, 1, 1, tzinfo=UTC))
    address = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    certificate = made.add_extension(address, critical=False).sign(key, hashes.SHA256())
    plain = serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    file = folder / "kansli.pem"
    file.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
    return file


@asynccontextmanager
async def entra_on_loopback(folder: Path) -> AsyncIterator[TokenEndpoint]:
    """Our Entra over TLS, and settings that know it and trust its certificate."""

    async def metadata(request: web.Request) -> web.Response:
        base = f"{server.make_url('/')}{TENANT}"
        return web.json_response(
            {
                "issuer": f"{base}/v2.0",
                "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
                "token_endpoint": f"{base}/oauth2/v2.0/token",
            }
        )

    async def token(request: web.Request) -> web.Response:
        found = {key: str(value) for key, value in (await request.post()).items()}
        if "elsewhere" in request.path:
            endpoint.elsewhere.append(found)
        elif endpoint.moved:
            raise web.HTTPTemporaryRedirect("/elsewhere")
        endpoint.forms.append(found)
        return web.json_response({"access_token": "a-token", "expires_in": 3600, "token_type": "Bearer"})

    app = web.Application()
    app.router.add_get(f"/{TENANT}/v2.0/.well-known/openid-configuration", metadata)
    app.router.add_post(f"/{TENANT}/oauth2/v2.0/token", token)
    app.router.add_post("/elsewhere", token)
    file = pem_file(folder)
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(file)
    server = TestServer(app, scheme="https")
    await server.start_server(ssl=tls)
    url = str(server.make_url("/")).rstrip("/")
    endpoint = TokenEndpoint(replace(Settings(), app_id=APP, tenant_id=TENANT, login_url=url, ca_file=file), file)
    try:
        yield endpoint
    finally:
        await server.close()


async def test_a_secret_gets_a_token(tmp_path: Path) -> None:
    """The client secret goes to the login address, and one token serves many messages."""
    async with entra_on_loopback(tmp_path) as endpoint:
        settings = replace(endpoint.settings, app_secret=Secret("a-secret"))
        tokens = Credentials(settings, ToldClock(MOMENT)).for_scope(SCOPE)
        assert {await tokens.token() for _ in range(3)} == {"a-token"}
        (form,) = endpoint.forms
    assert (form["client_id"], form["client_secret"], form["scope"]) == (APP, "a-secret", SCOPE)
    assert form["grant_type"] == "client_credentials"


async def test_a_certificate_gets_a_token(tmp_path: Path) -> None:
    """One PEM file signs an assertion with SHA-256; the key itself goes nowhere."""
    async with entra_on_loopback(tmp_path) as endpoint:
        settings = replace(endpoint.settings, app_certificate=endpoint.pem)
        assert await Credentials(settings, ToldClock(MOMENT)).token(SCOPE) == "a-token"
        (form,) = endpoint.forms
    head = jwt.get_unverified_header(form["client_assertion"])
    assert head["alg"] == "PS256"
    assert "x5t#S256" in head
    jwt.decode(
        form["client_assertion"], private_key().public_key(), algorithms=["PS256"], options={"verify_aud": False}
    )


async def test_a_federated_token_gets_a_token(tmp_path: Path) -> None:
    """The other issuer's token is read when it is needed."""
    file = tmp_path / "federated"
    async with entra_on_loopback(tmp_path) as endpoint:
        file.write_text("their-token")
        settings = replace(endpoint.settings, federated_token_file=file)
        assert await Credentials(settings, ToldClock(MOMENT)).token(SCOPE) == "a-token"
        assert endpoint.forms[0]["client_assertion"] == "their-token"


async def test_a_secret_is_not_sent_elsewhere(tmp_path: Path) -> None:
    """A redirect is not followed."""
    async with entra_on_loopback(tmp_path) as endpoint:
        endpoint.moved = True
        settings = replace(endpoint.settings, app_secret=Secret("a-secret"))
        assert await Credentials(settings, ToldClock(MOMENT)).token(SCOPE) is None
        assert endpoint.elsewhere == []


async def test_a_strange_certificate_is_not_trusted(tmp_path: Path) -> None:
    """Without the extra authority our Entra is a stranger."""
    async with entra_on_loopback(tmp_path) as endpoint:
        settings = replace(endpoint.settings, app_secret=Secret("a-secret"), ca_file=None)
        with pytest.raises(requests.exceptions.SSLError):
            await asyncio.to_thread(Entra, settings)
        assert endpoint.forms == []


@pytest.mark.parametrize(
    ("trusted", "outcome"), [(True, Rejected(404, None, "")), (False, Rejected(0, None, "NotReached"))]
)
async def test_messages_trust_the_extra_authority_too(tmp_path: Path, trusted: bool, outcome: Rejected) -> None:
    """The connector reaches a host whose certificate the extra authority signed, and no other."""
    async with entra_on_loopback(tmp_path) as endpoint:
        outgoing = Outgoing(endpoint.pem if trusted else None)
        connector = HttpConnector(outgoing, ServiceHosts({"127.0.0.1"}), None)
        address = Address(endpoint.settings.login_url, TENANT, "19:x", "28:kansli")
        assert await connector.reply(address, {"text": "Hej"}) == outcome
        await outgoing.close()


async def test_a_managed_identity_gets_a_token(monkeypatch: pytest.MonkeyPatch) -> None:
    """The machine's own identity is asked for the scope's resource, by its client id."""
    asked: list[dict[str, Any]] = []

    async def identity(request: web.Request) -> web.Response:
        asked.append(dict(request.query))
        return web.json_response(
            {"access_token": "a-token", "expires_on": "4000000000", "resource": "r", "token_type": "Bearer"}
        )

    app = web.Application()
    app.router.add_get("/msi", identity)
    async with TestServer(app) as server:
        monkeypatch.setenv("IDENTITY_ENDPOINT", str(server.make_url("/msi")))
        monkeypatch.setenv("IDENTITY_HEADER", "header")
        settings = replace(Settings(), managed_identity=APP)
        assert await Credentials(settings, ToldClock(MOMENT)).token(SCOPE) == "a-token"
    (query,) = asked
    assert (query["resource"], query["client_id"]) == ("https://api.botframework.com", APP)
