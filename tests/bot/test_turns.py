"""Turns: joining and leaving, repeats, refusals, questions that stay open, and taps of every kind."""

from __future__ import annotations

import asyncio
import datetime as dt
import inspect
import random
import re
from collections.abc import Iterator
from typing import Any

import pytest

from dialogs.conversation import HANDLERS
from dialogs.understanding.intents import INTENTS
from secretary.network import Role

from .room_support import ANNA, BO, DAN, EVA, NOW, RECORDED, Room, cards, heard, is_bug, room, sent

DAY = dt.timedelta(days=1)


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


# Taps

WRONG: list[object] = [
    [],
    {},
    {"a": {"b": [1, None]}},
    None,
    "",
    True,
    -1,
    0,
    1.5,
    10**30,
    "9" * 5_000,
    "--5",
    "-",
    "²",
    "x" * 8_001,
    "2027-02-19T25:00",
    "08:00+02:00",
    "2027-02-19T08:00:00Z",
    "9999-12-31",
    "0001-01-01",
    "P99999999999999D",
    "\x00",
    "\ud800",
    ["a", ["b"], {"c": 1}, None],
    ["x"] * 3_000,
]
GOOD: dict[str, object] = {
    "date": "2027-03-19",
    "start": "08:00",
    "rule": "FREQ=MONTHLY;BYDAY=3FR",
    "item": "4",
    "position": "3",
    "people": ["Anna Berg"],
    "person": "Eva Sten",
    "for": "Anna Berg",
    "title": "Budget",
    "text": "ring",
    "deadline": "2027-03-01",
    "at": "2027-03-01T09:00",
    "before": ["P1D"],
    "subject": "meeting",
    "body": "Styrgruppen",
    "assignees": ["Anna Berg"],
    "task": "1",
    "clauses": ["att bifalla"],
    "reminder": "1",
    "name": "language",
    "value": "en",
    "query": "budget",
    "meeting": "2027-02-19",
    "link": "https://example.org/a",
}


def _slots_of(action: str) -> list[str]:
    """The slots that the handler's file reads."""
    source = inspect.getsource(inspect.getmodule(HANDLERS[action]))  # type: ignore[arg-type]
    return sorted(set(re.findall(r"""(?:slots\.[a-z]+|full_names|full_name)\(\s*"([a-z_]+)\"""", source)))


def _wrongs(action: str) -> list[dict[str, object]]:
    """Sound values of what the action needs, and for each slot a wrong one."""
    required = INTENTS[action].required if action in INTENTS else ()
    needed = {choice for one in required for choice in one.split("|")}
    sound = {name: GOOD[name] for name in needed if name in GOOD}
    return [{**sound, slot: wrong} for slot in {*needed, *_slots_of(action)} for wrong in WRONG]


@pytest.mark.slow
@pytest.mark.parametrize("action", sorted(HANDLERS))
async def test_a_button_with_senseless_slots_is_never_a_bug(action: str, met: Room) -> None:
    """Whatever stands in a button's slots, the answer is an answer: a refusal, a question, or what can be done."""
    await met.say(BO, "öppna nominering till Styrgruppen, sista dag 16 april")
    await met.say(BO, "Anna Berg ska ringa senast 1 mars")
    await met.say(BO, "lägg till punkt Budget 2028")
    failures = {}
    every = _wrongs(action)
    for slots in random.Random(action).sample(every, min(len(every), 40)):  # noqa: S311 - a choice of examples
        wrong = next(iter(reversed(slots.items())))
        if is_bug(await met.tap(BO, action, slots)):
            failures[f"{wrong[0]}={str(wrong[1])[:30]!r} {type(wrong[1]).__name__}"] = None
    assert list(failures) == []


@pytest.mark.parametrize(
    ("action", "slots"),
    [
        ("agenda.reorder", {"item": "4", "position": "9" * 5_000}),
        ("reminder.cancel", {"reminder": "9" * 5_000}),
        ("agenda.add", {"title": "Budget", "minutes": "--5"}),
        ("agenda.add", {"title": "\ud800"}),
        ("meeting.schedule", {"date": "2027-03-19", "start": "08:00+02:00", "end": "09:00"}),
        ("meeting.series", {"rule": "FREQ=WEEKLY;BYDAY=MO", "start": "08:00", "from": "9999-12-31"}),
        ("agenda.reorder", {"item": 10**30}),
        ("task.add", {"assignees": [["Bo Ek"], {"a": 1}], "text": {"b": []}}),
    ],
)
async def test_a_crafted_button_gets_a_clear_answer(met: Room, action: str, slots: dict[str, object]) -> None:
    """Huge numbers, half characters, times with a zone: a refusal or a question, and the chain holds."""
    assert not is_bug(await met.tap(BO, action, slots))
    assert met.verified()


@pytest.mark.parametrize(
    "action", ["", "no.such", "agenda", "__class__", None, 7, ["agenda.show"], {"a": 1}, "x" * 9_000]
)
async def test_an_unknown_button_is_said_to_be_old(met: Room, action: object) -> None:
    """It changes nothing, and is not an apology."""
    before = met.rows(*RECORDED)
    assert "Den knappen gäller inte längre" in await met.tap(BO, action)
    assert met.rows(*RECORDED) == before


@pytest.mark.parametrize("slots", [[], "text", 7, None, [["title", "Budget"]]])
async def test_slots_that_are_none_are_taken_as_absent(met: Room, slots: object) -> None:
    """The bot asks for what is missing."""
    assert "Vad gäller punkten?" in await met.tap(DAN, "agenda.add", slots)


@pytest.mark.parametrize("value", [None, [], "text", 7, {}, {"action": None}, {"action": {"data": []}}])
async def test_a_tap_without_any_data_is_answered(met: Room, value: object) -> None:
    """An invoke always gets a status of its own."""
    answer = await met.turns.receive(met.activity("invoke", BO, name="adaptiveCard/action", value=value))
    assert answer.invoke is not None
    assert answer.invoke.status == 200
    assert not is_bug(heard(answer))


async def test_a_guest_and_a_removed_member_change_nothing_by_tapping(met: Room) -> None:
    """What they see they may still open."""
    await met.say(BO, "ta bort Eva Sten ur nätverket")
    for who in ("Nils Ny", EVA):
        before = met.rows(*RECORDED)
        assert "Gäster kan läsa" in await met.tap(who, "agenda.add", {"title": "Budget"})
        assert met.rows(*RECORDED) == before
        assert "Dagordning" in await met.tap(who, "agenda.show")


@pytest.mark.parametrize("action", sorted(one for one, intent in INTENTS.items() if intent.changes and one in HANDLERS))
async def test_no_tap_of_a_guest_changes_anything(met: Room, action: str) -> None:
    """Whatever the action, with sound slots."""
    before = met.rows(*RECORDED)
    said = await met.tap("Nils Ny", action, GOOD)
    assert not is_bug(said)
    assert met.rows(*RECORDED) == before


async def test_a_members_form_cannot_overrule_its_button(met: Room) -> None:
    """What a button says of itself wins over what was filled in under the same name."""
    said = await met.tap(
        DAN, "agenda.add", {"meeting": "2027-02-19"}, inputs={"title": "Budget", "meeting": "2027-03-19"}
    )
    assert "19 februari" in said


async def test_a_member_may_do_to_their_own_what_others_may_not(met: Room) -> None:
    """Dan's item is struck by Dan, not by Eva."""
    await met.say(DAN, "lägg till punkt Budget")
    assert "Det får du göra för det du själv har lagt till" in await met.tap(EVA, "agenda.withdraw", {"item": "4"})
    assert "utgår" in await met.tap(DAN, "agenda.withdraw", {"item": "4"})


# Questions


async def test_a_question_survives_a_new_process(met: Room) -> None:
    """What was begun is finished by the answer, though nothing was kept in memory."""
    assert "Vad gäller punkten?" in await met.say(DAN, "lägg till en punkt", thread="7")
    met.new_turns()
    assert "”Budget 2028”" in await met.say(DAN, "Budget 2028", thread="7")


async def test_a_question_expires_after_a_day(met: Room) -> None:
    """A title said the next day is not taken for the answer; just within the day it is."""
    await met.say(DAN, "lägg till en punkt", thread="7")
    met.clock.advance(DAY + dt.timedelta(minutes=1))
    assert "Budget 2028" not in await met.say(DAN, "Budget 2028", thread="7")
    await met.say(DAN, "lägg till en punkt", thread="7")
    met.clock.advance(DAY - dt.timedelta(minutes=1))
    assert "Budget 2028" in await met.say(DAN, "Budget 2028", thread="7")


@pytest.mark.parametrize("words", ["avbryt", "Avbryt!", "cancel"])
async def test_a_question_ends_when_it_is_called_off(met: Room, words: str) -> None:
    """Nothing is changed, and the next word is no answer any more."""
    await met.say(DAN, "lägg till en punkt", thread="7")
    before = met.rows(*RECORDED)
    await met.say(DAN, words, thread="7")
    await met.say(DAN, "Budget 2028", thread="7")
    assert met.rows(*RECORDED) == before


async def test_a_question_is_the_persons_and_the_threads(met: Room) -> None:
    """Neither somebody else there nor the same person elsewhere answers it."""
    await met.say(DAN, "lägg till en punkt", thread="7")
    before = met.rows(*RECORDED)
    await met.say(EVA, "Budget 2028", thread="7")
    await met.say(DAN, "Budget 2028", thread="8")
    assert met.rows(*RECORDED) == before
    assert "”Budget 2028”" in await met.say(DAN, "Budget 2028", thread="7")


async def test_a_command_while_a_question_is_open_is_a_command(met: Room) -> None:
    """It is done, not written down as the title."""
    await met.say(BO, "lägg till en punkt", thread="7")
    assert "är inlagt" in await met.say(BO, "boka möte 19 mars kl 8", thread="7")


async def test_a_refused_answer_leaves_the_question_open(met: Room) -> None:
    """A day that has been is said no to; the next answer is taken."""
    await met.say(BO, "lägg till en punkt som heter Budget", thread="9")
    await met.say(BO, "boka ett möte kl 8", thread="7")
    assert "har redan varit" in await met.say(BO, "10 januari 2027", thread="7")
    assert "är inlagt" in await met.say(BO, "19 mars", thread="7")


async def test_three_misses_end_a_question(met: Room) -> None:
    """Nobody is asked the same thing for ever."""
    await met.say(BO, "boka ett möte kl 8", thread="7")
    answers = [await met.say(BO, words, thread="7") for words in ("öh", "hmm", "nja")]
    assert "Vilken dag?" in answers[0]
    assert "Avbrutet" in answers[-1]


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
