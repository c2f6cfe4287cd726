"""Turns: joining and leaving, repeats, refusals and failures, and what is answered."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest

from bot.replay.script import read
from bot.replay.stage import Stage
from dialogs.conversation import HANDLERS
from secretary.network import Role

from .room_support import ANNA, BO, DAN, EVA, NOW, RECORDED, Room, cards, heard, is_bug, room, sent


@pytest.fixture
def norrbo() -> Iterator[Room]:
    """A channel with four people; nobody has added the bot yet."""
    with room() as there:
        yield there


@pytest.fixture
async def met(norrbo: Room) -> Room:
    """The same, with the bot in it and a meeting planned."""
    await norrbo.join()
    assert "19 februari" in await norrbo.say(BO, "boka möte 19 februari kl 8–9.15 på Teams")
    return norrbo


# Joining and leaving


async def test_the_bot_greets_once(norrbo: Room) -> None:
    """Both of Teams' words of one joining, in any order, lead to one greeting."""
    first = await norrbo.join()
    again = await norrbo.turns.receive(
        norrbo.activity("conversationUpdate", BO, membersAdded=[{"id": "28:kansli"}, {"id": "29:Bo-Ek"}])
    )
    assert "Hej! Jag är Kansli" in heard(first)
    assert again.activities == ()
    assert len(norrbo.networks) == 1


async def test_who_installs_the_bot_is_its_secretary(norrbo: Room) -> None:
    """Everybody on the channel's list is a member, the installer the secretary."""
    await norrbo.join(DAN)
    assert {one.name: one.role for one in norrbo.network.members} == {
        BO: Role.MEMBER,
        ANNA: Role.MEMBER,
        DAN: Role.SECRETARY,
        EVA: Role.MEMBER,
    }


async def test_a_removed_bot_keeps_the_record_and_posts_nothing(met: Room) -> None:
    """Adding it again greets anew, and everything is as it was."""
    await met.say(DAN, "lägg till punkt Budget")
    before = met.rows("meeting")
    gone = await met.turns.receive(met.activity("installationUpdate", BO, action="remove"))
    assert gone.activities == ()
    assert not met.network.active
    assert met.rows("meeting") == before
    back = await met.join(EVA)
    assert "Hej! Jag är Kansli" in heard(back)
    assert met.network.active
    assert [one.name for one in met.network.holding(Role.SECRETARY)] == [BO]
    assert "Budget" in await met.say(DAN, "visa dagordningen")


HEAD = """clock 2027-01-11 09:00 Europe/Stockholm
network Nätverket Norrbo | NN | sv
member Bo Ek | secretary | Falun | sv
"""


async def test_a_removed_bot_does_not_remind_and_a_returned_one_does() -> None:
    """What falls due while it is away is never posted; what falls due after its return is, once."""
    stage = Stage(read(HEAD).head, "sqlite://")
    try:
        await stage.settle(read(HEAD).head)
        bo = stage.people[BO]
        for words in ("boka möte 19 februari kl 8", "påminn oss 20 januari kl 9 om enkäten"):
            await stage.deliver(stage.channel.say(bo, words) or {})
        away = stage.channel.say(bo, "hjälp") or {}
        gone = {**away, "type": "installationUpdate", "action": "remove", "id": "gone"}
        await stage.deliver(gone)
        before = len(list(stage.channel.messages))
        await stage.move(dt.datetime(2027, 2, 1, tzinfo=dt.UTC))
        assert len(list(stage.channel.messages)) == before
        await stage.deliver({**gone, "action": "add", "id": "back"})
        after = len(list(stage.channel.messages))
        await stage.move(dt.datetime(2027, 2, 20, tzinfo=dt.UTC))
        texts = [one.card["fallbackText"] for one in list(stage.channel.messages)[after:] if one.card]
        assert len([text for text in texts if "Påminnelse: möte" in text]) == 3
        assert not any("enkäten" in text for text in texts)
    finally:
        stage.close()


async def test_a_private_installation_founds_no_network(norrbo: Room) -> None:
    """Somebody who adds the bot for themselves has no channel that meets."""
    await norrbo.turns.receive(norrbo.activity("installationUpdate", DAN, action="add", private=True))
    assert norrbo.networks == ()
    await norrbo.join()
    await norrbo.turns.receive(norrbo.activity("installationUpdate", EVA, action="add", private=True))
    await norrbo.turns.receive(norrbo.activity("conversationUpdate", EVA, membersAdded=[{"id": "28:kansli"}]))
    assert len(norrbo.networks) == 1


async def test_somebody_leaving_a_private_chat_ends_no_network(met: Room) -> None:
    """The channel's network goes on when one person removes the bot for themselves."""
    await met.turns.receive(met.activity("installationUpdate", DAN, action="remove", private=True))
    assert met.network.active


async def test_a_word_in_a_channel_the_bot_was_never_added_to(norrbo: Room) -> None:
    """Nothing is kept of it, and it is no failure."""
    assert not is_bug(await norrbo.say(DAN, "visa dagordningen"))
    assert norrbo.networks == ()


async def test_a_private_word_goes_to_the_persons_network(met: Room) -> None:
    """One who is in one network need not say which; one who is in none is told so."""
    assert "19 februari" in await met.say(DAN, "när är nästa möte?", private=True)
    assert "känner inte igen dig" in await met.say("Nils Ny", "när är nästa möte?", private=True)


# Repeats


@pytest.mark.parametrize("kind", ["said", "tapped"])
async def test_a_repeat_changes_nothing_and_says_nothing_twice(met: Room, kind: str) -> None:
    """Teams sends an activity again when it hears nothing; a tap gets its answer again, also from a new process."""
    asked = {
        "said": met.said(DAN, "lägg till punkt Budget"),
        "tapped": met.tapped(DAN, "agenda.add", {"title": "Budget"}),
    }
    raw = asked[kind]
    first = await met.turns.receive(raw)
    before = met.rows(*RECORDED)
    met.new_turns()
    met.clock.advance(dt.timedelta(minutes=2))
    again = await met.turns.receive(raw)
    assert "Budget" in heard(first)
    assert again.activities == ()
    assert again.invoke == first.invoke
    assert met.rows(*RECORDED) == before


async def test_the_same_wish_in_another_activity_is_another_wish(met: Room) -> None:
    """Two taps are two; only the very same activity is a repeat."""
    await met.tap(DAN, "agenda.add", {"title": "Budget"})
    assert "står redan som punkt" in await met.tap(DAN, "agenda.add", {"title": "Budget"})


async def test_messages_without_an_id_are_not_taken_for_one_another(met: Room) -> None:
    """A message that came without an id is answered for what it says."""
    raw = met.said(DAN, "visa dagordningen", thread="1")
    other = met.said(DAN, "när är nästa möte?", thread="1")
    del raw["id"], other["id"]
    first, second = await met.turns.receive(raw), await met.turns.receive(other)
    assert heard(first) != heard(second)


# Refusals and bugs


@pytest.mark.parametrize(
    ("who", "words"),
    [
        (BO, "öppna mötet"),
        (BO, "bordlägg punkt 3"),
        (BO, "punkt 44 utgår"),
        (BO, "boka möte 3 januari 2027 kl 8"),
        (BO, "gå till punkt 3"),
        (BO, "beslut: att bifalla"),
        (BO, "ta bort Bo Ek ur nätverket"),
        (BO, "byt tidszon till Mars/Olympus"),
        (DAN, "ställ in mötet 19 februari"),
        (DAN, "utse Eva Sten till styrgruppen"),
        ("Nils Ny", "lägg till punkt Parkering"),
    ],
)
async def test_a_refusal_leaves_nothing_behind(met: Room, who: str, words: str) -> None:
    """No change, no journal entry, no delivery; and an answer that is not an apology."""
    before = met.rows(*RECORDED)
    said = await met.say(who, words)
    assert said
    assert not is_bug(said)
    assert met.rows(*RECORDED) == before


async def test_a_bug_is_told_with_a_reference_and_leaves_nothing_half_done(
    met: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The handler fails after it has saved: one apology with a reference, nothing kept; the next turn works."""

    def fail(turn: Any) -> Any:
        turn.records.save_network(turn.network)
        meeting = turn.records.meetings.get(1)
        turn.records.tasks.add(object.__new__(type(meeting)))
        yield "never"

    before = met.rows(*RECORDED)
    monkeypatch.setitem(HANDLERS, "agenda.show", fail)
    said = await met.say(BO, "visa dagordningen")
    assert is_bug(said)
    assert said.count("Referens:") == 1
    assert met.rows(*RECORDED) == before
    monkeypatch.undo()
    assert "Dagordning" in await met.say(BO, "visa dagordningen")


async def test_every_change_is_in_the_journal_and_its_chain_holds(met: Room) -> None:
    """Joining, a meeting, an item, taking it back."""
    await met.say(DAN, "lägg till punkt Budget", thread="7")
    await met.say(DAN, "ångra", thread="7")
    assert len(met.rows("journal")["journal"]) == 4
    assert met.verified()


# What is answered


async def test_the_answer_is_marked_when_it_is_out(met: Room) -> None:
    """An answer that Teams has taken is not owed any more."""
    answer = await met.turns.receive(met.said(DAN, "visa dagordningen"))
    unsent = [row for row in met.rows("inbox")["inbox"] if not row[-1]]
    await sent(answer)
    assert len([row for row in met.rows("inbox")["inbox"] if not row[-1]]) == len(unsent) - 1


async def test_an_agendas_card_can_be_tapped(met: Room) -> None:
    """Its buttons carry an action that has a handler, or a link."""
    for card in cards(await met.turns.receive(met.said(DAN, "visa dagordningen"))):
        for action in card["actions"]:
            asked = action.get("data", {}).get("kansli", {}).get("action")
            assert asked in HANDLERS or action["type"] == "Action.OpenUrl"


async def test_what_comes_in_many_at_once_is_all_done(met: Room) -> None:
    """Forty messages in flight: forty items, numbered without a gap."""
    titles = [{"title": f"Fråga {number}"} for number in range(40)]
    said = await asyncio.gather(*(met.tap(DAN, "agenda.add", title) for title in titles))
    assert len({one for one in said if "är punkt" in one}) == 40
    assert met.verified()
    meeting = met.read(lambda records: records.meetings.get(1))
    assert len(meeting.items) == 45


async def test_the_clock_is_the_one_that_was_told(met: Room) -> None:
    """Today is the clock's day in the network's zone."""
    met.clock.set(NOW.replace(month=2, day=18, hour=23, minute=30))
    assert "är öppnat" in await met.say(BO, "öppna mötet")
