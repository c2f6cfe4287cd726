"""The local channel over HTTP: what the page and the bot may ask, and what they are told."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from tests.bot.local.fake_bot import START, Stage, agenda, message, stage

PAGE = {"X-Kansli-Local": "1"}
Client = TestClient[web.Request, web.Application]


@dataclass
class Page:
    """The stage and somebody who looks at it over HTTP."""

    stage: Stage
    http: Client

    def person(self, name: str) -> str:
        """The id of somebody."""
        return next(each.user_id for each in self.stage.channel.people.values() if each.name == name)

    async def state(self, name: str = "Karin Alnebring", **query: str) -> Any:
        """What the page asks for again and again."""
        answer = await self.http.get("/local/api/state", params={"me": self.person(name), **query})
        assert answer.status == 200
        return await answer.json()

    async def post(self, what: str, body: object, status: int = 200) -> Any:
        """One call of the page."""
        answer = await self.http.post(f"/local/api/{what}", json=body, headers=PAGE)
        assert answer.status == status, await answer.text()
        return await answer.json()


@pytest.fixture
async def page() -> AsyncIterator[Page]:
    """A served channel with the starter network in it."""
    made = await stage()
    async with TestClient(TestServer(made.app)) as http:
        yield Page(made, http)


async def test_the_page_and_its_files_are_served_with_a_strict_policy(page: Page) -> None:
    """The page and its files are served with a strict policy."""
    for path in ("/", "/web/app.js", "/web/style.css", "/web/lib/adaptivecards.js", "/web/lib/purify.js"):
        answer = await page.http.get(path)
        assert answer.status == 200, path
        assert "unsafe" not in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    "path", ["/web/package.json", "/web/..%2Fpyproject.toml", "/web/lib/..%2F..%2Fpackage.json", "/web/lib/x.js"]
)
async def test_no_other_file_is_served(page: Page, path: str) -> None:
    """No other file is served."""
    assert (await page.http.get(path)).status == 404


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "192.168.1.7:3978", "", "[::2]:1"])
@pytest.mark.parametrize("path", ["/", "/local/api/state", "/local/connector/v3/conversations/x/pagedmembers"])
async def test_a_foreign_host_name_is_refused(page: Page, host: str, path: str) -> None:
    """A foreign host name is refused."""
    assert (await page.http.get(path, headers={"Host": host})).status == 403


@pytest.mark.parametrize("host", ["localhost:3978", "127.0.0.1", "[::1]:3978"])
async def test_this_machine_is_let_in(page: Page, host: str) -> None:
    """This machine is let in."""
    assert (await page.http.get("/local/api/state", headers={"Host": host})).status == 200


@pytest.mark.parametrize("what", ["say", "private", "tap", "form", "clock", "people"])
async def test_a_change_needs_the_pages_header(page: Page, what: str) -> None:
    """A change needs the page's header, and nothing happens without it."""
    before = page.stage.channel.messages.version
    assert (await page.http.post(f"/local/api/{what}", json={})).status == 403
    assert page.stage.channel.messages.version == before


@pytest.mark.parametrize(
    ("what", "body", "status"),
    [
        ("say", [], 400),
        ("say", {"text": "hej"}, 400),
        ("say", {"me": 7, "text": "hej"}, 400),
        ("say", {"me": "{me}", "text": "   "}, 400),
        ("say", {"me": "{me}", "text": "x" * 9000}, 400),
        ("say", {"me": "29:nobody", "text": "hej"}, 404),
        ("say", {"me": "{me}", "text": "hej", "thread": "17"}, 404),
        ("tap", {"me": "{me}", "message": "17", "action": {"type": "Action.Execute"}}, 404),
        ("tap", {"me": "{me}", "message": "{post}", "action": {"type": "Action.OpenUrl"}}, 400),
        ("form", {"me": "{me}", "message": "{post}", "data": 3}, 400),
        ("clock", {"to": "yesterday"}, 400),
        ("clock", {"to": "until", "until": "2026-02-30T10:00"}, 400),
        ("clock", {"to": "until", "until": "2020-01-01T10:00"}, 400),
        ("clock", {"to": "until", "until": "9999-12-31T10:00"}, 400),
        ("people", {"name": "<b>"}, 400),
        ("people", {"name": "karin  alnebring"}, 409),
    ],
)
async def test_a_bad_request_gets_a_clear_answer(page: Page, what: str, body: Any, status: int) -> None:
    """A bad request gets a clear answer and changes nothing."""
    post = next(iter(page.stage.channel.messages)).id
    known = {"{me}": page.person("Karin Alnebring"), "{post}": post}
    if isinstance(body, dict):
        body = {key: known.get(value, value) if isinstance(value, str) else value for key, value in body.items()}
    before = page.stage.channel.messages.version
    answer = await page.post(what, body, status)
    assert answer["error"]["message"]
    assert page.stage.channel.messages.version == before


async def test_text_that_is_not_json_is_a_bad_request(page: Page) -> None:
    """Text that is not JSON is a bad request."""
    for text in (b"{\xff", b'{"me": "\xff"}', b"[" * 50_000, b'{"me": "a", "text": "\\ud800"}'):
        answer = await page.http.post("/local/api/say", data=text, headers=PAGE)
        assert answer.status == 400


async def test_a_post_reaches_the_bot_and_its_answer_the_page(page: Page) -> None:
    """A post reaches the bot, and its answer the page."""
    me = page.person("Karin Alnebring")
    assert await page.post("say", {"me": me, "text": "visa dagordningen"}) == {"kind": "done"}
    assert page.stage.bot.heard[-1]["text"] == "<at>Kansli</at> visa dagordningen"
    shown = (await page.state())["messages"]
    assert [each["bot"] for each in shown] == [True, False, True]
    assert shown[-1]["thread"] == shown[-2]["id"]
    assert shown[-1]["card"]["type"] == "AdaptiveCard"


async def test_what_does_not_mention_the_bot_is_not_heard(page: Page) -> None:
    """What does not mention the bot is not heard."""
    heard = len(page.stage.bot.heard)
    me = page.person("Karin Alnebring")
    assert await page.post("say", {"me": me, "text": "hej", "mention": False}) == {"kind": "unheard"}
    assert len(page.stage.bot.heard) == heard


async def test_a_private_chat_is_seen_by_nobody_else(page: Page) -> None:
    """A private chat is seen by nobody else."""
    await page.post("private", {"me": page.person("Emma Fairbrother"), "text": "hello"})
    hers = [each for each in (await page.state("Emma Fairbrother"))["messages"] if not each["thread"]]
    others = [each for each in (await page.state())["messages"] if not each["thread"]]
    assert ([each["mine"] for each in hers], others) == ([True, False], [])


async def test_a_button_changes_the_card_for_one_person(page: Page) -> None:
    """A button changes the card for one person, and a refusal is shown."""
    sent = page.stage.channel.send(page.stage.channel.place.channel_id, message("", agenda(["a"])))
    me = page.person("Samir Khoury")
    come, close = {"type": "Action.Execute", "verb": "come"}, {"type": "Action.Execute", "verb": "close"}
    assert await page.post("tap", {"me": me, "message": sent["id"], "action": come}) == {"kind": "done"}
    answer = await page.post("tap", {"me": me, "message": sent["id"], "action": close})
    assert answer == {"kind": "error", "text": "Bara ordföranden kan stänga mötet."}
    mine, others = (await page.state("Samir Khoury"))["messages"][-1], (await page.state())["messages"][-1]
    assert mine["card"]["body"][0]["text"] == "Du kommer"
    assert others["card"]["body"][0]["text"].startswith("Dagordning")


async def test_a_form_is_opened_corrected_and_saved(page: Page) -> None:
    """A form is opened, comes back with what is wrong, and is saved."""
    me = page.person("Karin Alnebring")
    await page.post("say", {"me": me, "text": "visa dagordningen"})
    shown = (await page.state())["messages"][-1]
    opened = await page.post("tap", {"me": me, "message": shown["id"], "action": shown["card"]["actions"][0]})
    assert (opened["kind"], opened["title"]) == ("form", "Lägg till punkt")
    again = await page.post("form", {"me": me, "message": shown["id"], "data": {"title": "Mötets öppnande"}})
    assert again["card"]["body"][0]["text"] == "Den punkten finns redan."
    saved = await page.post("form", {"me": me, "message": shown["id"], "data": {"title": "Budget"}})
    assert saved == {"kind": "message", "text": "Punkten är tillagd."}
    updated = (await page.state())["messages"][-1]
    assert updated["edited"]
    assert updated["card"]["body"][-1]["text"] == "3. Budget"


async def test_a_waiting_page_is_woken_by_a_change_and_told_only_that(page: Page) -> None:
    """A waiting page is woken by a change and told only that."""
    first = await page.state()
    waiting = asyncio.create_task(page.state(since=str(first["version"]), run=first["run"]))
    await asyncio.sleep(0)
    page.stage.channel.send(page.stage.channel.place.channel_id, message("nytt"))
    woken = await waiting
    assert [each["text"] for each in woken["messages"]] == ["nytt"]
    assert woken["version"] > first["version"]


async def test_a_page_of_another_run_is_told_everything(page: Page) -> None:
    """A page of another run is told everything at once."""
    state = await page.state(since="999", run="before")
    assert len(state["messages"]) == 1


async def test_the_clock_goes_to_the_next_reminder_and_then_there_is_none(page: Page) -> None:
    """The clock goes to the next reminder, and then there is none."""
    moved = await page.post("clock", {"to": "next"})
    assert moved == {"kind": "moved", "now": (START + timedelta(days=3)).isoformat()}
    state = await page.state()
    assert state["messages"][-1]["text"].startswith("Påminnelse")
    assert state["next_due"] is None
    assert await page.post("clock", {"to": "next"}) == {"kind": "nothing_due"}


async def test_a_day_and_a_moment_are_wall_clock_time(page: Page) -> None:
    """A day forward keeps the wall-clock time, and a moment is read in the network's zone."""
    assert (await page.post("clock", {"to": "day"}))["now"] == "2026-11-24T09:00:00+01:00"
    moved = await page.post("clock", {"to": "until", "until": "2027-06-01T09:00"})
    assert moved["now"] == "2027-06-01T09:00:00+02:00"


async def test_somebody_joins(page: Page) -> None:
    """Somebody joins, and the bot is told."""
    joined = await page.post("people", {"name": "Nora  Ek", "language": "en"}, 201)
    assert page.stage.bot.heard[-1]["membersAdded"][0]["id"] == joined["id"]
    assert (await page.state("Nora Ek"))["people"][-1]["name"] == "Nora Ek"


async def test_the_connector_answers_as_teams_does(page: Page) -> None:
    """The connector answers as Teams does: new thread, answer, change, removal."""
    channel, base = page.stage.channel, "/local/connector/v3/conversations"
    body = {"isGroup": True, "channelData": {"channel": {"id": channel.place.channel_id}}}
    made = await page.http.post(base, json={**body, "activity": message("hej")})
    assert made.status == 201
    thread = await made.json()
    where = f"{base}/{quote(thread['id'], safe='')}/activities"
    sent = await page.http.post(where, json=message("svar"))
    assert sent.status == 201
    answered = await page.http.post(f"{where}/{thread['activityId']}", json=message("svar 2"))
    assert answered.status == 201
    one = f"{where}/{(await sent.json())['id']}"
    assert (await page.http.put(one, json=message("rättat"))).status == 200
    assert [each.text for each in channel.messages][1:] == ["hej", "rättat", "svar 2"]
    version = channel.messages.version
    assert (await page.http.delete(one)).status == 200
    gone = await page.http.put(one, json=message("rättat"))
    assert (gone.status, (await gone.json())["error"]["code"]) == (404, "ActivityNotFoundInConversation")
    state = await page.state(since=str(version), run=(await page.state())["run"])
    assert state["gone"] == [one.rpartition("/")[2]]


async def test_the_roster_comes_in_pages(page: Page) -> None:
    """The roster comes in pages."""
    where = f"/local/connector/v3/conversations/{quote(page.stage.channel.place.channel_id)}/pagedmembers"
    first = await (await page.http.get(where, params={"pageSize": "5"})).json()
    rest = await (
        await page.http.get(where, params={"pageSize": "5", "continuationToken": first["continuationToken"]})
    ).json()
    assert (len(first["members"]), len(rest["members"]), "continuationToken" in rest) == (5, 3, False)
    assert (await page.http.get(where, params={"pageSize": "x"})).status == 400


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b"[]", "application/json", 400),
        (b"[" * 50_000, "application/json", 400),
        (b'{"activity": {"text": "\\ud800"}}', "application/json", 400),
        (b'{"members": "x"}', "application/json", 400),
        (b'{"channelData": {"channel": []}}', "application/json", 400),
        (b"\xff", "application/json", 400),
        (b"{}", "text/plain", 415),
    ],
)
async def test_the_connector_refuses_what_it_cannot_read(page: Page, body: bytes, kind: str, status: int) -> None:
    """The connector refuses what it cannot read."""
    answer = await page.http.post("/local/connector/v3/conversations", data=body, headers={"Content-Type": kind})
    assert answer.status == status
