"""The application around the turns: health, counters, headers, start and stop."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from aiohttp import ClientSession, web

from bot.app import HOST, build_app, connector_for, gate_for, listen, stop
from bot.clock import ToldClock
from bot.connector import Unclear
from bot.http_connector import HttpConnector
from bot.outgoing import Outgoing
from bot.pipeline import Answer
from config.settings import Settings

from .support import MOMENT, Kansli, ToldPipeline, kansli, message, teams_on_loopback


@asynccontextmanager
async def listening(app: web.Application) -> AsyncIterator[str]:
    """The app on a free port; its address."""
    runner = await listen(app, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        await stop(runner)


async def answer_of(bot: Kansli, path: str, headers: Mapping[str, str] | None = None) -> tuple[int, str]:
    """What a GET of this path says."""
    async with bot.client.get(path, headers=headers) as response:
        return response.status, await response.text()


async def test_the_process_says_that_it_is_up() -> None:
    """/healthz is about the process alone."""
    async with kansli("teams") as bot:
        assert await answer_of(bot, "/healthz") == (200, '{"up": true}')


@pytest.mark.parametrize(("clockwork", "status"), [(True, 200), (False, 503)])
async def test_readiness_names_each_part(clockwork: bool, status: int) -> None:
    """/readyz is 503 while a part is missing, and says which."""

    async def health() -> Mapping[str, bool]:
        return {"database": True, "clockwork": clockwork}

    settings = replace(Settings(), profile="local")
    app = build_app(settings, ToldPipeline(), ToldClock(MOMENT), health=health)
    async with listening(app) as base, ClientSession() as session, session.get(f"{base}/readyz") as response:
        assert (response.status, await response.json()) == (status, {"database": True, "clockwork": clockwork})


async def test_the_counters_are_for_this_machine_only() -> None:
    """/metrics counts the gate and what was sent; what comes through a proxy gets nothing."""
    async with kansli("local") as bot:
        bot.pipeline.answer = Answer(({"text": "Ett"},))
        await bot.post(message(bot.teams.service_url))
        await bot.post([])
        await bot.sent()
        status, text = await answer_of(bot, "/metrics")
        assert status == 200
        assert text.splitlines() == [
            "# HELP kansli_gate_total Requests at the gate, by outcome.",
            "# TYPE kansli_gate_total counter",
            'kansli_gate_total{outcome="admitted",status="200"} 1',
            'kansli_gate_total{outcome="json",status="400"} 1',
            "# HELP kansli_sent_total Answers and updates that were sent, by kind and outcome.",
            "# TYPE kansli_sent_total counter",
            'kansli_sent_total{outcome="accepted",what="reply"} 1',
        ]
        assert (await answer_of(bot, "/metrics", {"X-Forwarded-For": "192.0.2.1"}))[0] == 403


async def test_every_answer_carries_the_safe_headers() -> None:
    """Errors too; a page of ours keeps a policy of its own."""

    async def page(request: web.Request) -> web.Response:
        return web.Response(headers={"Content-Security-Policy": "default-src 'self'"})

    async def health() -> Mapping[str, bool]:
        return {}

    app = build_app(
        replace(Settings(), profile="local"),
        ToldPipeline(),
        ToldClock(MOMENT),
        health=health,
        routes=[web.get("/page", page)],
    )
    async with listening(app) as base, ClientSession() as session:
        for path in ("/healthz", "/nowhere", "/api/messages"):
            async with session.get(base + path) as response:
                assert response.headers["X-Content-Type-Options"] == "nosniff"
                assert response.headers["Content-Security-Policy"].startswith("default-src 'none'")
                assert response.headers["Server"] == "Kansli"
        async with session.get(base + "/page") as response:
            assert response.headers["Content-Security-Policy"] == "default-src 'self'"


async def test_stopping_waits_for_what_is_being_sent() -> None:
    """A message that is on its way when Kansli stops gets there."""
    reached, go_on = asyncio.Event(), asyncio.Event()

    async def slow(request: web.Request) -> web.Response:
        reached.set()
        await go_on.wait()
        return web.json_response({"id": "1"}, status=201)

    told: list[object] = []

    async def sent(outcomes: object) -> None:
        told.append(outcomes)

    async with kansli("local") as bot:
        bot.teams.fault = slow
        bot.pipeline.answer = Answer(({"text": "Ett"},), sent=sent)
        assert await bot.post(message(bot.teams.service_url)) == 200
        await reached.wait()
        closing = asyncio.create_task(bot.client.close())
        go_on.set()
        await closing
        assert len(told) == 1


async def test_stopping_does_not_wait_for_ever() -> None:
    """A message that gets no answer is given up; the pipeline learns that it is unclear."""
    never = asyncio.Event()
    told: list[object] = []

    async def silent(request: web.Request) -> web.Response:
        await never.wait()
        return web.Response()

    async def sent(outcomes: object) -> None:
        told.append(outcomes)

    async with kansli("local") as bot:
        bot.teams.fault = silent
        bot.pipeline.answer = Answer(({"text": "Ett"},), sent=sent)
        await bot.post(message(bot.teams.service_url))
        assert bot.client.app is not None
        await bot.client.app[HOST].drain(within=0.05)
        never.set()
        assert told == [(Unclear("CancelledError"),)]


async def test_the_local_profile_builds_its_own_connector() -> None:
    """Without more said, the local app answers over its own connector, without a token."""

    async def health() -> Mapping[str, bool]:
        return {}

    async with teams_on_loopback() as teams:
        pipeline = ToldPipeline(Answer(({"text": "Hej"},)))
        settings = replace(Settings(), profile="local")
        app = build_app(settings, pipeline, ToldClock(MOMENT), health=health)
        async with listening(app) as base, ClientSession() as session:
            async with session.post(f"{base}/api/messages", json=message(teams.service_url)) as response:
                assert (response.status, await response.text()) == (200, "")
            await app[HOST].drain()
        assert teams.texts() == ["Hej"]
        assert "Authorization" not in teams.headers[0]


def test_the_teams_profile_has_no_gate_without_an_id() -> None:
    """An app id that is missing never means an open gate."""
    settings, clock = Settings(), ToldClock(MOMENT)
    with pytest.raises(ValueError, match="application id"):
        gate_for(settings, Outgoing(), clock)
    assert isinstance(connector_for(settings, Outgoing(), clock), HttpConnector)


def test_the_heavy_libraries_wait_until_they_are_needed() -> None:
    """Importing the application imports neither botbuilder nor msal, so that the command line is quick."""
    code = "import sys, bot.app, bot.credentials; print({'botbuilder', 'msal', 'requests'} & sys.modules.keys())"
    path = [sys.executable, "-c", code]
    found = subprocess.run(path, capture_output=True, text=True, check=True)  # noqa: S603 - our own interpreter
    assert found.stdout == "set()\n"
