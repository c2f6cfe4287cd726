"""A turn over HTTP: the answer goes into the thread, an invoke gets its body, errors stay inside."""

import asyncio

import pytest
from aiohttp import web
from botbuilder.core import TurnContext

from bot.app import HOST
from bot.connector import Accepted, Outcome, Rejected
from bot.framework import Authentication, Factory, adapter_for, as_activity, reference_to
from bot.logs import OneLine
from bot.pipeline import Answer, InvokeAnswer, Update

from .support import THREAD, kansli, message


async def test_a_message_is_answered_in_its_thread() -> None:
    """The pipeline gets the raw JSON; its messages are posted into the thread in order and reported."""
    outcomes: list[Outcome] = []

    async def sent(found: tuple[Outcome, ...]) -> None:
        outcomes.extend(found)

    async with kansli("local") as bot:
        card = {"contentType": "application/vnd.microsoft.card.adaptive", "content": {"odd": [{"deep": 1}]}}
        mention = {"type": "mention", "text": "<at>Maja</at>", "mentioned": {"id": "29:maja", "name": "Maja"}}
        bot.pipeline.answer = Answer(
            ({"text": "Ett"}, {"type": "message", "attachments": [card], "entities": [mention]}),
            (Update("17", {"text": "Ny"}),),
            sent=sent,
        )
        raw = message(bot.teams.service_url)
        assert await bot.post(raw) == 200
        await bot.sent()
        assert bot.pipeline.received == [raw]
    (_, path, first), (_, _, second), (method, changed, third) = bot.teams.posted
    assert path == ("/teams/v3/conversations/19%3Aforum%40thread.tacv2%3Bmessageid%3D1700000000000/activities")
    assert first == {
        "type": "message",
        "text": "Ett",
        "from": {"id": "28:kansli"},
        "conversation": {"id": raw["conversation"]["id"]},
        "replyToId": raw["id"],
    }
    assert second["attachments"] == [card]
    assert second["entities"] == [mention]
    assert (method, changed.rsplit("/", 1)[1], third["text"]) == ("PUT", "17", "Ny")
    assert [type(one).__name__ for one in outcomes] == ["Accepted", "Accepted"]


async def test_an_invoke_gets_its_body_before_anything_is_sent() -> None:
    """A tapped button gets the pipeline's JSON at once, though the connector is slow."""
    held = asyncio.Event()

    async def hold(request: web.Request) -> web.Response:
        await held.wait()
        return web.json_response({"id": "1"}, status=201)

    async with kansli("local") as bot:
        body = {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": {"å": [1]}}
        bot.pipeline.answer = Answer(({"text": "Klart"},), invoke=InvokeAnswer(200, body))
        bot.teams.fault = hold
        raw = message(bot.teams.service_url, type="invoke", name="adaptiveCard/action", value={"action": {}})
        async with bot.client.post("/api/messages", json=raw) as response:
            assert response.status == 200
            assert response.content_type == "application/json"
            assert await response.json() == body
        held.set()
        await bot.sent()
        assert bot.teams.texts() == ["Klart"]


@pytest.mark.parametrize("status", [200, 400])
async def test_an_invoke_may_have_no_body(status: int) -> None:
    """An invoke answer without a body is its status alone."""
    async with kansli("local") as bot:
        bot.pipeline.answer = Answer(invoke=InvokeAnswer(status))
        assert await bot.post(message(bot.teams.service_url, type="invoke", name="task/submit")) == status


@pytest.mark.parametrize("kind", ["conversationUpdate", "installationUpdate", "messageReaction", "newlyInvented"])
async def test_every_type_reaches_the_pipeline(kind: str) -> None:
    """botbuilder sorts nothing away: an event of any type, known or not, comes through as it is."""
    async with kansli("local") as bot:
        raw = message(bot.teams.service_url, type=kind, membersAdded=[{"id": "28:kansli"}])
        assert await bot.post(raw) == 200
        assert bot.pipeline.received == [raw]


async def test_what_is_not_accepted_ends_the_answer() -> None:
    """After a refusal the rest is not tried; the pipeline is told."""
    outcomes: list[tuple[Outcome, ...]] = []

    async def sent(found: tuple[Outcome, ...]) -> None:
        outcomes.append(found)

    async def too_many(request: web.Request) -> web.Response:
        return web.json_response({"error": {"code": "TooManyRequests"}}, status=429, headers={"Retry-After": "7"})

    async with kansli("local") as bot:
        bot.teams.fault = too_many
        bot.pipeline.answer = Answer(({"text": "Ett"}, {"text": "Två"}), sent=sent)
        assert await bot.post(message(bot.teams.service_url)) == 200
        await bot.sent()
        assert bot.teams.texts() == ["Ett"]
    assert outcomes == [(Rejected(429, 7.0, "TooManyRequests"),)]


async def test_answers_in_one_conversation_keep_their_order() -> None:
    """The second turn's messages wait until all of the first one's are sent."""
    async with kansli("local") as bot:
        for turn in range(3):
            bot.pipeline.answer = Answer(tuple({"text": f"{turn}.{part}"} for part in range(3)))
            await bot.post(message(bot.teams.service_url, id=str(turn)))
        await bot.sent()
        assert bot.teams.texts() == [f"{turn}.{part}" for turn in range(3) for part in range(3)]


async def test_a_bug_in_the_pipeline_stays_inside(caplog: pytest.LogCaptureFixture) -> None:
    """The caller gets a constant body and a reference; the log has the reference and where it broke."""
    async with kansli("local") as bot:
        bot.pipeline.error = ValueError("hemligt innehåll")
        async with bot.client.post("/api/messages", json=message(bot.teams.service_url)) as response:
            assert response.status == 500
            assert await response.json() == {"error": "internal"}
            reference = response.headers["X-Reference"]
    (record,) = [one for one in caplog.records if one.name == "bot.app"]
    line = OneLine().format(record)
    assert reference in line
    assert "ValueError at" in line
    assert "hemligt" not in line


async def test_a_bug_while_sending_does_not_reach_the_caller(caplog: pytest.LogCaptureFixture) -> None:
    """What breaks after the answer was committed is logged; the request was answered."""

    async def broken(found: tuple[Outcome, ...]) -> None:
        raise ValueError("hemligt innehåll")

    async with kansli("local") as bot:
        bot.pipeline.answer = Answer(sent=broken)
        assert await bot.post(message(bot.teams.service_url)) == 200
        await bot.sent()
    assert "an answer could not be sent" in caplog.messages


async def test_what_is_owed_is_delivered_through_the_same_connector() -> None:
    """A proactive message goes into the thread of its address, and its outcome comes back."""
    async with kansli("teams") as bot:
        assert bot.client.app is not None
        host = bot.client.app[HOST]
        assert await host.deliver(bot.teams.address, {"text": "Påminnelse"}) == Accepted("1", THREAD)
        ((_, path, body),) = bot.teams.posted
        assert path.endswith("messageid%3D1700000000000/activities")
        assert body["text"] == "Påminnelse"
        assert "replyToId" not in body
        assert bot.teams.headers[0]["Authorization"] == "Bearer told-token"


async def test_botbuilders_own_ways_of_sending_work_too() -> None:
    """A plain botbuilder activity goes out through the same connector; a message can be deleted."""
    async with kansli("local") as bot:
        adapter = adapter_for(Authentication(Factory(bot.connector)))

        async def logic(context: TurnContext) -> None:
            response = await context.send_activity("Hej")
            await context.delete_activity(response.id)

        await adapter.continue_conversation(reference_to(bot.teams.address), logic, "")
        (_, _, body), (method, path, _) = bot.teams.posted
        assert (body["type"], body["text"]) == ("message", "Hej")
        assert (method, path.rsplit("/", 1)[1]) == ("DELETE", "1")


async def test_nobody_gets_past_the_gate_through_botbuilder() -> None:
    """botbuilder's own ways of authenticating are shut."""
    async with kansli("local") as bot:
        adapter = adapter_for(Authentication(Factory(bot.connector)))
        activity = as_activity(message(bot.teams.service_url))
        with pytest.raises(PermissionError):
            await adapter.process_activity("Bearer abc", activity, None)
        with pytest.raises(PermissionError):
            await Authentication(Factory(bot.connector)).authenticate_streaming_request("", "")


async def test_outgoing_messages_share_one_connection() -> None:
    """Keep-alive: messages after one another go over the same TCP connection."""
    async with kansli("local") as bot:
        bot.pipeline.answer = Answer(({"text": "Ett"}, {"text": "Två"}))
        for number in range(5):
            await bot.post(message(bot.teams.service_url, id=str(number)))
            await bot.sent()
        assert len(bot.teams.posted) == 10
        assert len(bot.teams.connections) == 1
