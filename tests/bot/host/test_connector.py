"""The connector client: its requests as Teams wants them, its outcomes as values."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from itertools import count

import pytest
from aiohttp import web

from bot.connector import Accepted, Rejected, Roster, RosterMember, Unclear
from bot.http_connector import HttpConnector
from bot.outgoing import Outgoing, ServiceHosts

from .support import TENANT, THREAD, Fault, Teams, teams_on_loopback


class ToldTokens:
    """Gives the token it was told, or none."""

    def __init__(self, told: str | None) -> None:
        self.told = told

    async def token(self) -> str | None:
        """The token."""
        return self.told


@asynccontextmanager
async def connected(bearer: str | None = "told", patience: float = 2) -> AsyncIterator[tuple[HttpConnector, Teams]]:
    """A connector before a Teams on loopback."""
    outgoing = Outgoing()
    async with teams_on_loopback() as teams:
        yield HttpConnector(outgoing, ServiceHosts({"127.0.0.1"}), ToldTokens(bearer), timeout=patience), teams
        await outgoing.close()


def answering(status: int, text: str = "", **headers: str) -> Fault:
    """A server that answers just this."""

    async def answer(request: web.Request) -> web.StreamResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return web.Response(status=status, text=text, content_type="application/json", headers=named)

    return answer


async def test_a_new_thread_is_posted_as_teams_wants_it() -> None:
    """A new thread names the bot, the tenant and the channel; both ids come back."""
    async with connected() as (connector, teams):
        found = await connector.new_thread(teams.address, {"type": "message", "text": "Kallelse"})
        assert found == Accepted("1", "19:new;messageid=1")
        assert teams.posted == [
            (
                "POST",
                "/teams/v3/conversations",
                {
                    "isGroup": True,
                    "bot": {"id": "28:kansli"},
                    "tenantId": TENANT,
                    "channelData": {"channel": {"id": "19:forum@thread.tacv2"}, "tenant": {"id": TENANT}},
                    "activity": {"type": "message", "text": "Kallelse"},
                },
            )
        ]
        assert teams.headers[0]["Authorization"] == "Bearer told"


async def test_a_private_conversation_is_opened() -> None:
    """A private conversation is with one member, named by the id Teams gave."""
    async with connected() as (connector, teams):
        teams.fault = answering(201, '{"id": "a:private"}')
        assert await connector.open_private(teams.address, "29:maja") == Accepted("", "a:private")
        body = teams.posted[0][2]
        assert (body["isGroup"], body["members"], body["tenantId"]) == (False, [{"id": "29:maja"}], TENANT)


async def test_messages_are_updated_and_deleted() -> None:
    """PUT and DELETE name the message, whatever signs its id holds."""
    async with connected() as (connector, teams):
        assert await connector.update(teams.address, "1:a/b", {"text": "Ny"}) == Accepted("1:a/b", THREAD)
        assert await connector.delete(teams.address, "1:a/b") == Accepted("1:a/b", THREAD)
        (put, changed, body), (delete, deleted, _) = teams.posted
        assert (put, delete) == ("PUT", "DELETE")
        assert changed == deleted
        assert changed.endswith("/activities/1%3Aa%2Fb")
        assert (body["id"], body["text"]) == ("1:a/b", "Ny")


async def test_the_roster_is_read_page_by_page() -> None:
    """Every page is asked for with the mark of the one before."""

    async def pages(request: web.Request) -> web.Response:
        mark = request.query.get("continuationToken", "")
        member = {"id": f"29:{mark or 'first'}", "name": "Maja Ek", "aadObjectId": "o", "tenantId": TENANT}
        after = {"": "a&b", "a&b": "c", "c": ""}[mark]
        return web.json_response({"members": [member], "continuationToken": after})

    async with connected() as (connector, teams):
        teams.fault = pages
        found = await connector.roster(teams.address)
        assert isinstance(found, Roster)
        assert [one.user_id for one in found.members] == ["29:first", "29:a&b", "29:c"]
        assert found.members[0] == RosterMember("29:first", "o", TENANT, "Maja Ek", "")


async def test_a_roster_without_end_is_given_up() -> None:
    """A server that always promises more does not hold the bot."""
    async with connected() as (connector, teams):
        teams.fault = answering(200, '{"members": [], "continuationToken": "again"}')
        assert await connector.roster(teams.address) == Unclear("the roster had no end")
        teams.fault = answering(200, '{"members": ["maja"]}')
        assert await connector.roster(teams.address) == Unclear("the roster was not understood")


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (answering(201, '{"id": "17"}'), Accepted("17", THREAD)),
        (answering(429, "", Retry_After="3"), Rejected(429, 3.0, "")),
        (answering(429, "", Retry_After="Mon, 01 Mar 2027 08:00:10 GMT"), Rejected(429, None, "")),
        (answering(412, "{}"), Rejected(412, None, "")),
        (
            answering(403, '{"error": {"code": "BotNotInConversationRoster", "message": "no"}}'),
            Rejected(403, None, "BotNotInConversationRoster"),
        ),
        (answering(404, "<html>", Retry_After="-1"), Rejected(404, None, "")),
        (answering(413, '{"error": {"code": "en mening\\nmed rader"}}'), Rejected(413, None, "")),
        (answering(302, "", Location="https://evil.example/"), Rejected(302, None, "")),
        (answering(500), Unclear("status 500")),
        (answering(502, "<html>"), Unclear("status 502")),
        (answering(503, "", Retry_After="3"), Unclear("status 503")),
        (answering(201, '{"id": '), Unclear("the answer was not understood")),
        (answering(201, "[" * 100_000), Unclear("the answer was not understood")),
        (answering(201, "a" * 2_000_000), Unclear("the answer was not understood")),
        (answering(201, '["17"]'), Unclear("the answer was not understood")),
        (answering(201, "{}"), Unclear("the answer names no message")),
        (answering(201, '{"id": 17}'), Unclear("the answer names no message")),
    ],
    ids=count(),
)
async def test_every_answer_is_a_value(fault: Fault, outcome: object) -> None:
    """4xx was certainly not accepted; an error of the server or a broken answer is unclear; nothing raises."""
    async with connected() as (connector, teams):
        teams.fault = fault
        assert await connector.reply(teams.address, {"text": "Hej"}) == outcome
        assert len(teams.posted) == 1


async def test_a_server_that_never_answers_is_unclear() -> None:
    """After the time limit it is unclear whether the message is there."""
    never = asyncio.Event()

    async def silent(request: web.Request) -> web.Response:
        await never.wait()
        return web.Response()

    async with connected(patience=0.05) as (connector, teams):
        teams.fault = silent
        found = await connector.reply(teams.address, {"text": "Hej"})
        never.set()
        assert isinstance(found, Unclear)
        assert len(teams.posted) == 1


async def test_a_broken_connection_is_unclear_and_not_tried_again() -> None:
    """A connection that breaks after the request may have brought it; the client does not send it twice."""

    async def hang_up(request: web.Request) -> web.Response:
        assert request.transport is not None
        request.transport.close()
        return web.Response()

    async with connected() as (connector, teams):
        teams.fault = hang_up
        assert isinstance(await connector.reply(teams.address, {"text": "Hej"}), Unclear)
        assert len(teams.posted) == 1


async def test_what_never_left_is_rejected() -> None:
    """Nobody there, no token, a host that is not listed: nothing was sent, and that is certain."""
    async with connected() as (connector, teams):
        address = teams.address
        await teams.server.close()
        assert await connector.reply(address, {"text": "Hej"}) == Rejected(0, None, "NotReached")
        stored = replace(address, service_url="https://evil.example/")
        assert await connector.reply(stored, {"text": "Hej"}) == Rejected(403, None, "ServiceHostNotAllowed")
    async with connected(bearer=None) as (connector, teams):
        assert await connector.reply(teams.address, {"text": "Hej"}) == Rejected(0, None, "NoToken")
        assert teams.posted == []
