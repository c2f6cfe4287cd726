"""The signing keys: fetched once, again when a new one appears, never at a stranger's pace."""

from datetime import timedelta

from aiohttp import web

from bot.clock import ToldClock
from bot.keys import KeyCache
from bot.outgoing import Outgoing

from .support import MOMENT, Teams, claims, kansli, message, public_jwk, teams_on_loopback, token


def cache_of(teams: Teams, outgoing: Outgoing, clock: ToldClock) -> KeyCache:
    """A cache that fetches from the server on loopback."""
    return KeyCache(outgoing, teams.metadata_url, clock, timeout=2)


async def test_the_keys_are_fetched_once() -> None:
    """Known keys are found without asking again, within a day."""
    async with teams_on_loopback() as teams:
        outgoing, clock = Outgoing(), ToldClock(MOMENT)
        cache = cache_of(teams, outgoing, clock)
        for _ in range(3):
            assert await cache.find("one") is not None
        assert teams.fetched == 1
        clock.advance(timedelta(hours=24))
        assert await cache.find("one") is not None
        assert teams.fetched == 2
        await outgoing.close()


async def test_an_unknown_key_is_looked_for_every_five_minutes_at_most() -> None:
    """A new key is found at once; strangers' ids make one fetch in five minutes."""
    async with teams_on_loopback() as teams:
        outgoing, clock = Outgoing(), ToldClock(MOMENT)
        cache = cache_of(teams, outgoing, clock)
        assert await cache.find("one") is not None
        teams.keys.append(public_jwk("two", 2))
        assert await cache.find("two") is not None
        for number in range(5):
            assert await cache.find(f"stranger-{number}") is None
        assert teams.fetched == 2
        teams.keys.append(public_jwk("three"))
        assert await cache.find("three") is None
        clock.advance(timedelta(minutes=5))
        assert await cache.find("three") is not None
        assert teams.fetched == 3
        await outgoing.close()


async def test_a_new_key_is_taken_by_the_gate() -> None:
    """After the issuer changed its keys, the new one is taken at once and the old one no more."""
    async with kansli("teams") as bot:
        raw = message(bot.teams.service_url)
        assert await bot.post(raw, bot.good_header()) == 200
        bot.teams.keys[:] = [public_jwk("two", 2)]
        new = {"Authorization": f"Bearer {token(claims(bot.teams.service_url), kid='two', number=2)}"}
        assert await bot.post(raw, new) == 200
        assert await bot.post(raw, bot.good_header(jti="another")) == 401


async def test_an_issuer_in_trouble_is_no_error_of_ours() -> None:
    """Without keys requests are refused; ten seconds later they are asked for again; known keys stay."""
    async with teams_on_loopback() as teams:
        outgoing, clock = Outgoing(), ToldClock(MOMENT)
        cache = cache_of(teams, outgoing, clock)
        for broken in ([], [{"kid": "one", "kty": "EC"}], [{"kid": "one", "kty": "RSA", "n": "?", "e": 1}], [{}]):
            teams.keys[:] = broken
            assert await cache_of(teams, outgoing, clock).find("one") is None
        bad = KeyCache(outgoing, str(teams.server.make_url("/nowhere")), clock, timeout=2)
        assert await bad.find("one") is None
        teams.keys[:] = [public_jwk("one")]
        assert await cache.find("one") is not None
        await teams.server.close()
        clock.advance(timedelta(hours=25))
        assert await cache.find("one") is not None
        assert await cache.find("two") is None
        await outgoing.close()


async def test_keys_come_from_where_they_are_said_to_be() -> None:
    """A key set in the open is not fetched, a redirect not followed, a document without end not read."""

    async def astray(request: web.Request) -> web.Response:
        raise web.HTTPFound(teams.metadata_url)

    async def endless(request: web.Request) -> web.Response:
        return web.Response(body=b" " * 2_000_000)

    async with teams_on_loopback() as teams:
        outgoing, clock = Outgoing(), ToldClock(MOMENT)
        assert await KeyCache(outgoing, "http://keys.example/openid", clock).find("one") is None
        for teams.fault in (astray, endless):
            assert await KeyCache(outgoing, teams.service_url, clock, timeout=2).find("one") is None
        assert teams.fetched == 0
        await outgoing.close()
