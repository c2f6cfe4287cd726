"""Taps: buttons with senseless slots, unknown ones, and those who may not."""

from __future__ import annotations

import inspect
import random
import re
from collections.abc import Iterator

import pytest

from dialogs.conversation import HANDLERS
from dialogs.understanding.intents import INTENTS

from .room_support import BO, DAN, EVA, RECORDED, Room, heard, is_bug, room


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
    assert "Du kan bara ändra det du själv har lagt till" in await met.tap(EVA, "agenda.withdraw", {"item": "4"})
    assert "utgår" in await met.tap(DAN, "agenda.withdraw", {"item": "4"})


async def test_somebody_off_the_roll_is_the_same_in_small_letters(met: Room) -> None:
    """Who was noted as present by one spelling can be a substitute by another."""
    await met.tap(BO, "presence.present", {"people": ["Carl Lund"]})
    said = await met.tap(BO, "presence.substitute", {"person": "carl  lund", "for": "Anna Berg"})
    assert not is_bug(said)
    assert "Carl Lund är ersättare för Anna Berg" in said
