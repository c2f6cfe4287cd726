"""A Bot Connector on loopback that refuses, breaks, hangs and answers slowly, and remembers what it accepted."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from aiohttp import web

from tests.chaos.history import History

# How often, of a thousand: what happens instead of a clean answer. "accepted" means that it is in the channel.
FAULTS = (
    ("429", 50),
    ("412", 30),
    ("502", 30),
    ("502 accepted", 20),
    ("hang", 4),
    ("hang accepted", 4),
    ("slow accepted", 20),
)
HANGS = 3.0  # seconds, then the connection is dropped without an answer
SLOW = 0.3


class FaultyConnector:
    """Answers the routes of the Bot Connector; every accepted message stands in the history."""

    def __init__(self, history: History, people: list[dict[str, Any]], seed: int) -> None:
        self._history = history
        self._people = people
        self._random = random.Random(seed)  # noqa: S311 - no secret hangs on it
        self._count = history.count("posted")
        self.faults = False
        self.address = ""

    async def start(self) -> web.AppRunner:
        """Listen on a free port."""
        app = web.Application()
        app.router.add_post("/v3/conversations", self._create)
        app.router.add_post("/v3/conversations/{conversation}/activities", self._post)
        app.router.add_put("/v3/conversations/{conversation}/activities/{activity}", self._put)
        app.router.add_get("/v3/conversations/{conversation}/pagedmembers", self._roster)
        app.router.add_get("/posted", self._posted)
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        self.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
        return runner

    async def _create(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        if not body.get("isGroup"):
            return web.json_response({"id": "a:" + body["members"][0]["id"]}, status=201)
        channel = body["channelData"]["channel"]["id"]

        def accept() -> dict[str, str]:
            posted = self._accept(channel, body["activity"])
            return {"id": f"{channel};messageid={posted}", "activityId": posted}

        return await self._answered(request, accept)

    async def _post(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        conversation = request.match_info["conversation"]
        return await self._answered(request, lambda: {"id": self._accept(conversation, body)})

    async def _put(self, request: web.Request) -> web.StreamResponse:
        await request.read()
        return web.json_response({"id": request.match_info["activity"]})

    async def _roster(self, request: web.Request) -> web.StreamResponse:
        del request
        return web.json_response({"members": self._people})

    async def _posted(self, request: web.Request) -> web.StreamResponse:
        """What stands in a conversation with a text in it, as a reader of the channel would find it."""
        wanted, where = request.query["text"], request.query.get("conversation", "")
        found = [
            one["id"]
            for one in self._history.events
            if one["event"] == "posted" and wanted in one["body"] and where in ("", one["conversation"])
        ]
        return web.json_response({"ids": found})

    async def _answered(self, request: web.Request, accept: Callable[[], dict[str, str]]) -> web.StreamResponse:
        fault = self._fault()
        answer = accept() if not fault or fault.endswith("accepted") else {}
        self._history.add("answered", fault=fault or "none")
        if fault.startswith("hang"):
            await asyncio.sleep(HANGS)
            if request.transport is not None:
                request.transport.abort()
        if fault == "slow accepted":
            return await _slowly(request, answer)
        status = int(fault[:3]) if fault[:3].isdigit() else 201
        headers = {"Retry-After": "1"} if status == 429 else {}
        return web.json_response(answer, status=status, headers=headers)

    def _fault(self) -> str:
        if not self.faults:
            return ""
        dice = self._random.randrange(1000)
        for name, often in FAULTS:
            if dice < often:
                return name
            dice -= often
        return ""

    def _accept(self, conversation: str, activity: dict[str, Any]) -> str:
        self._count += 1
        number = f"{self._count:09}"
        self._history.add("posted", id=number, conversation=conversation, body=History.text_of(activity))
        return number


async def _slowly(request: web.Request, answer: dict[str, str]) -> web.StreamResponse:
    response = web.StreamResponse(status=201, headers={"Content-Type": "application/json"})
    await response.prepare(request)
    text = web.json_response(answer).body
    with suppress(ConnectionError):  # the program may be dead by now
        for part in (bytes(text)[:5], bytes(text)[5:]):  # type: ignore[arg-type]
            await asyncio.sleep(SLOW)
            await response.write(part)
    return response
