"""The gate: whoever is not the Bot Connector of an allowed tenant gets a constant body, and nothing happens."""

import asyncio
import json
import zlib
from base64 import urlsafe_b64encode
from datetime import timedelta
from typing import Any

import jwt
import pytest

from .support import APP, TENANT, Kansli, claims, kansli, message, private_key, public_jwk, token

OTHER = "99999999-0000-0000-0000-000000000009"


async def turned_away(bot: Kansli, body: object, headers: dict[str, str], content_type: str = "") -> int:
    """Post something that is refused: the body is constant, the pipeline sees nothing. The status."""
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    sent = {"Content-Type": content_type or "application/json", **headers}
    async with bot.client.post("/api/messages", data=data, headers=sent) as response:
        assert await response.read() == b'{"error": "refused"}'
        assert bot.pipeline.received == []
        return response.status


async def test_a_genuine_message_is_let_in() -> None:
    """A signed message of an allowed tenant reaches the pipeline."""
    async with kansli("teams") as bot:
        assert await bot.post(message(bot.teams.service_url), bot.good_header()) == 200
        assert len(bot.pipeline.received) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"exp": 1},
        {"nbf": 4_000_000_000},
        {"exp": "tomorrow"},
        {"exp": 1e400},
        {"exp": None},
        {"aud": OTHER},
        {"aud": [APP, OTHER]},
        {"aud": None},
        {"iss": "https://sts.windows.net/" + OTHER},
        {"iss": None},
        {"serviceurl": "https://smba.trafficmanager.net/teams/"},
        {"serviceurl": None},
    ],
    ids=str,
)
async def test_a_token_with_a_wrong_claim_is_refused(wrong: dict[str, Any]) -> None:
    """Time, audience, issuer and service URL must all be right; a missing claim is a wrong one."""
    async with kansli("teams") as bot:
        said = {key: value for key, value in claims(bot.teams.service_url, **wrong).items() if value is not None}
        headers = {"Authorization": f"Bearer {token(said)}"}
        assert await turned_away(bot, message(bot.teams.service_url), headers) == 401


def forged(service_url: str) -> dict[str, str]:
    """Headers that look like a token but are not one."""
    good = token(claims(service_url))
    head, body, signature = good.split(".")
    deep = urlsafe_b64encode(b'{"alg":"RS256","kid":' + b"[" * 5000).decode()
    unsigned = jwt.encode(claims(service_url), None, algorithm="none", headers={"kid": "one"})
    modulus = public_jwk("one")["n"] * 2
    return {
        "none at all": "",
        "basic": "Basic bWFqYTplaw==",
        "empty": "Bearer ",
        "abc": "Bearer abc",
        "not base64": "Bearer å.ä.ö",
        "deep": f"Bearer {deep}.e30.e30",
        "no algorithm": f"Bearer {unsigned}",
        "HS256": "Bearer " + jwt.encode(claims(service_url), modulus, algorithm="HS256", headers={"kid": "one"}),
        "RS512": "Bearer " + jwt.encode(claims(service_url), private_key(), "RS512", headers={"kid": "one"}),
        "no key id": "Bearer " + jwt.encode(claims(service_url), private_key(), "RS256"),
        "another's key": "Bearer " + token(claims(service_url), number=2),
        "cut": good[:-40],
        "changed": f"Bearer {head}.{body[:-4]}AAAA.{signature}",
        "two": f"Bearer {good}, Bearer {good}",
    }


async def test_a_forged_token_is_refused() -> None:
    """Nothing that is not signed RS256 by a known key gets in, and nothing breaks."""
    async with kansli("teams") as bot:
        for name, header in forged(bot.teams.service_url).items():
            headers = {"Authorization": header.encode("utf-8").decode("latin-1")} if header else {}
            assert (name, await turned_away(bot, message(bot.teams.service_url), headers)) == (name, 401)


async def test_the_good_verdict_ends_with_the_token() -> None:
    """A token that was good is refused once its time is out, and for another service URL at once."""
    async with kansli("teams") as bot:
        headers = bot.good_header()
        raw = message(bot.teams.service_url)
        assert await bot.post(raw, headers) == 200
        assert await bot.post(raw | {"serviceUrl": bot.teams.service_url + "x/"}, headers) == 401
        bot.clock.advance(timedelta(hours=2))
        assert await bot.post(raw, headers) == 401


async def test_another_channel_is_refused() -> None:
    """A key must be endorsed for the channel; an endorsed channel that is not Teams stays out as well."""
    async with kansli("teams") as bot:
        raw = message(bot.teams.service_url, channelId="webchat")
        assert await turned_away(bot, raw, bot.good_header()) == 401
        bot.teams.keys[:] = [public_jwk("two", endorsements=["msteams", "webchat"])]
        headers = {"Authorization": f"Bearer {token(claims(bot.teams.service_url), kid='two')}"}
        assert await turned_away(bot, raw, headers) == 403


async def test_a_verdict_is_kept_for_its_channel_only() -> None:
    """A token that was good for Teams is not thereby good for a channel its key is not endorsed for."""
    async with kansli("teams") as bot:
        headers = bot.good_header()
        assert await bot.post(message(bot.teams.service_url), headers) == 200
        assert await bot.post(message(bot.teams.service_url, channelId="webchat"), headers) == 401


@pytest.mark.parametrize(
    "other",
    [
        {"channelData": {"tenant": {"id": OTHER}}, "conversation": {"id": "19:x"}},
        {"channelData": {"tenant": {"id": OTHER}}},
        {"channelData": {"tenant": {"id": TENANT}}, "conversation": {"id": "19:x", "tenantId": OTHER}},
        {"channelData": {}, "conversation": {"id": "19:x"}},
        {"channelData": {"tenant": TENANT}, "conversation": {"id": "19:x", "tenantId": [TENANT]}},
    ],
    ids=["another", "two", "two the other way", "none", "of a wrong kind"],
)
async def test_a_foreign_tenant_is_refused(other: dict[str, Any]) -> None:
    """Only tenants of the list get in; saying two tenants, or none, is no way around it."""
    async with kansli("teams") as bot:
        assert await turned_away(bot, message(bot.teams.service_url, **other), bot.good_header()) == 403


@pytest.mark.parametrize(
    "url",
    [
        "https://evil.example/teams/",
        "https://smba.trafficmanager.net.evil.example/",
        "https://smba.trafficmanager.net@evil.example/",
        "https://evil.example\\@smba.trafficmanager.net/",
        "http://smba.trafficmanager.net/teams/",
        "https://smba.trafficmanager.net/teams/?x=",
        "https://smba.trafficmanager.net/teams/#",
        "https://smba.trafficmanager.net/../x",
        "https://smba.trafficmanager.net/\n",
        "file:///etc/passwd",
        "http://[::1]:80/",
        "http://127.0.0.2/",
        "x" * 1000,
    ],
)
async def test_a_strange_service_url_is_refused(url: str) -> None:
    """Answers go to listed hosts over https only, whatever a signed token says."""
    async with kansli("teams") as bot:
        assert await turned_away(bot, message(url), bot.good_header(serviceurl=url)) == 403


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[]",
        b"null",
        b"17",
        b'"text"',
        b"{",
        b'{"type":"message"} x',
        b"\xff\xfe{}",
        b'{"type": NaN}',
        b'{"text": "\\ud800abc"}',
        b"[" * 100_000,
        b'{"a":' * 50_000,
        b'{"a":' * 33 + b"1" + b"}" * 33,
        b'{"type":"message"}',
        b'{"type":"message","channelId":"msteams","serviceUrl":1,"conversation":{"id":"1"}}',
        b'{"type":"message","channelId":"msteams","serviceUrl":"https://x/","conversation":"1"}',
        b'{"type":["message"],"channelId":"msteams","serviceUrl":"https://x/","conversation":{"id":"1"}}',
    ],
    ids=lambda body: repr(body[:30]),
)
@pytest.mark.parametrize("profile", ["local", "teams"])
async def test_a_body_that_is_no_activity_is_refused(profile: str, body: bytes) -> None:
    """Whatever is not a JSON object of an activity's shape gets 400, also 100,000 brackets deep."""
    async with kansli(profile) as bot:
        assert await turned_away(bot, body, bot.good_header()) == 400


@pytest.mark.parametrize(
    ("key", "value"), [("from", "maja"), ("recipient", []), ("channelData", 1), ("text", {}), ("id", 17)]
)
async def test_a_part_of_the_wrong_kind_is_refused(key: str, value: object) -> None:
    """The parts everybody relies on are of the right kind behind the gate."""
    async with kansli("local") as bot:
        assert await turned_away(bot, message(bot.teams.service_url, **{key: value}), {}) == 400


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=utf-16"]
)
async def test_another_content_type_is_refused(kind: str) -> None:
    """Only JSON in UTF-8 is read; a form of another site's page is not."""
    async with kansli("local") as bot:
        assert await turned_away(bot, message(bot.teams.service_url), {}, kind) == 415


async def test_a_packed_body_is_refused() -> None:
    """A compressed body is never unpacked."""
    async with kansli("local") as bot:
        packed = zlib.compress(b"{" + b" " * 10_000_000 + b"}")
        assert await turned_away(bot, packed, {"Content-Encoding": "deflate"}) == 415


async def test_a_large_body_is_refused() -> None:
    """More than 256 KiB is refused, announced or in chunks."""
    async with kansli("local") as bot:
        large = b'{"text":"' + b"a" * 256 * 1024 + b'"}'
        assert await turned_away(bot, large, {}) == 413

        async def chunks() -> Any:
            for start in range(0, len(large), 10_000):
                yield large[start : start + 10_000]
                await asyncio.sleep(0)

        headers = {"Content-Type": "application/json"}
        async with bot.client.post("/api/messages", data=chunks(), headers=headers) as response:
            assert response.status == 413


async def test_other_methods_are_refused() -> None:
    """Only POST is taken; there is no streaming."""
    async with kansli("teams") as bot:
        for method in ("GET", "PUT", "DELETE", "OPTIONS"):
            async with bot.client.request(method, "/api/messages") as response:
                assert response.status == 405


async def test_the_local_profile_sends_to_this_machine_only() -> None:
    """Without tokens, answers go to loopback only."""
    async with kansli("local") as bot:
        assert await turned_away(bot, message("https://smba.trafficmanager.net/teams/"), {}) == 403
        assert await bot.post(message(bot.teams.service_url)) == 200


@pytest.mark.parametrize("host", ["evil.example:3978", "127.0.0.1.evil.example", "[", "localhost@evil.example"])
async def test_the_local_profile_answers_to_this_machines_names_only(host: str) -> None:
    """A page of another site whose name was turned to this machine gets nowhere."""
    async with kansli("local") as bot:
        assert await bot.post(message(bot.teams.service_url), {"Host": host}) in (400, 403)
        assert bot.pipeline.received == []


@pytest.mark.parametrize("host", ["localhost:3978", "[::1]", "127.0.0.1"])
async def test_the_local_profile_knows_this_machines_names(host: str) -> None:
    """The machine's own names are taken, with and without a port."""
    async with kansli("local") as bot:
        assert await bot.post(message(bot.teams.service_url), {"Host": host}) == 200


async def test_a_refusal_is_one_counted_log_line(caplog: pytest.LogCaptureFixture) -> None:
    """Each refused request makes one line with its count and nothing of what it held."""
    async with kansli("teams") as bot:
        raw = message(bot.teams.service_url, text="hemligt innehåll")
        for _ in range(2):
            await turned_away(bot, raw, {"Authorization": "Bearer abc.def.ghi"})
        first, second = (record for record in caplog.records if record.name == "bot.app")
        assert second.__dict__["facts"] == {"reason": "garbage", "status": 401, "count": 2}
        assert first.exc_info is None
        assert "hemligt" not in caplog.text
        assert "abc.def" not in caplog.text
