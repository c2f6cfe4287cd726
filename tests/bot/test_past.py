"""Taking back: it says what, puts everything back, and refuses where somebody has built upon it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest

from .room_support import BO, DAN, EVA, RECORDED, Room, is_bug, room

DATA = tuple(name for name in RECORDED if name not in ("journal", "delivery"))
MEETING_DAY = dt.datetime(2027, 2, 19, 6, 55, tzinfo=dt.UTC)


@pytest.fixture
async def met() -> Iterator[Room]:  # type: ignore[misc]
    """A channel with the bot, two meetings, an item, a task and a call for nominations."""
    with room() as there:
        await there.join()
        await there.say(BO, "boka möte 19 februari kl 8–9.15")
        await there.say(BO, "boka möte 19 mars kl 8–9.15")
        await there.tap(DAN, "agenda.add", {"title": "Budget"})
        await there.say(BO, "öppna nominering till Styrgruppen, sista dag 16 april")
        await there.tap(BO, "task.add", {"assignees": [DAN], "text": "boka lokal", "deadline": "2027-03-01"})
        there.clock.advance(dt.timedelta(hours=1))
        yield there


def _live(met: Room) -> object:
    """Every value that is there, without those that were taken away."""
    return {name: [row for row in rows if row[-1] is not None] for name, rows in met.rows(*DATA).items()}


def _owed(met: Room) -> list[tuple[object, ...]]:
    """What is still to be posted: kind, object, occurrence, target and time."""
    return sorted(
        tuple(met_row)
        for met_row in met.store.run_now(
            lambda connection: connection.exec_driver_sql(
                "SELECT kind, object, occurrence, target, local_due FROM delivery "
                "WHERE state = 'pending' AND wanted AND object <> ''"
            ).all()
        )
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("action", "slots"),
    [
        ("meeting.schedule", {"date": "2027-04-16", "start": "08:00"}),
        ("meeting.move", {"meeting": "2027-02-19", "date": "2027-02-26"}),
        ("meeting.cancel", {"meeting": "2027-02-19"}),
        ("meeting.series", {"rule": "FREQ=MONTHLY;BYDAY=3FR", "start": "13:00"}),
        ("agenda.add", {"title": "Enkät"}),
        ("agenda.edit", {"item": "4", "title": "Ekonomi"}),
        ("agenda.withdraw", {"item": "4"}),
        ("agenda.postpone", {"item": "4"}),
        ("agenda.reorder", {"item": "4", "position": "1"}),
        ("agenda.attach", {"item": "4", "link": "https://example.org/a"}),
        ("agenda.deadline", {"deadline": "2027-02-12"}),
        ("agenda.publish", {}),
        ("presence.absent", {"people": [DAN]}),
        ("task.add", {"assignees": ["Eva Sten"], "text": "ring"}),
        ("task.done", {"task": "1"}),
        ("deadline.add", {"text": "redovisning", "deadline": "2027-03-01"}),
        ("reminder.add", {"text": "enkäten", "at": "2027-03-01T09:00"}),
        ("reminder.rule", {"subject": "meeting", "before": ["P3D"]}),
        ("nomination.open", {"body": "Rådet", "deadline": "2027-03-01"}),
        ("nomination.nominate", {"person": "Eva Sten"}),
        ("nomination.extend", {"deadline": "2027-05-01"}),
        ("nomination.appoint", {"people": ["Eva Sten"], "body": "Styrgruppen"}),
        ("members.add", {"person": "Nils Ny", "organisation": "Mora"}),
        ("members.remove", {"person": "Eva Sten"}),
        ("settings.set", {"name": "name", "value": "Nätverket Norrbo"}),
        ("settings.set", {"name": "layout", "value": "decision"}),
        ("settings.set", {"name": "language", "value": "en", "whose": "me"}),
    ],
)
async def test_a_change_is_taken_back(met: Room, action: str, slots: dict[str, object]) -> None:
    """Everything is as it was before, what is owed too, and the journal tells of both."""
    before, owed = _live(met), _owed(met)
    entries = len(met.rows("journal")["journal"])
    assert not is_bug(await met.tap(BO, action, slots, thread="7"))
    assert (_live(met), len(met.rows("journal")["journal"])) != (before, entries)
    back = await met.say(BO, "ångra", thread="7")
    assert "Återtaget" in back or "Taken back" in back
    assert _live(met) == before
    assert _owed(met) == owed
    assert len(met.rows("journal")["journal"]) == entries + 2
    assert met.verified()


async def test_it_says_what_was_taken_back(met: Room) -> None:
    """In the words it was asked for."""
    await met.say(DAN, "lägg till punkt Parkering", thread="7")
    assert "lägg till punkt Parkering" in await met.say(DAN, "ångra", thread="7")


async def test_one_after_another_is_taken_back(met: Room) -> None:
    """The last first; and when there is nothing left, it says so."""
    before = _live(met)
    await met.tap(EVA, "agenda.add", {"title": "Parkering"}, thread="7")
    await met.tap(EVA, "agenda.add", {"title": "Kaffe"}, thread="7")
    await met.say(EVA, "ångra", thread="7")
    await met.say(EVA, "ångra", thread="7")
    assert _live(met) == before
    assert "inget att ångra" in await met.say(EVA, "ångra", thread="7")


async def test_ten_minutes_are_soon_enough(met: Room) -> None:
    """After that it stands."""
    await met.tap(EVA, "agenda.add", {"title": "Parkering"}, thread="7")
    met.clock.advance(dt.timedelta(minutes=11))
    before = _live(met)
    assert "inget att ångra" in await met.say(EVA, "ångra", thread="7")
    assert _live(met) == before


async def test_only_ones_own_is_taken_back_outside_a_meeting(met: Room) -> None:
    """Not even by the secretary."""
    await met.tap(EVA, "agenda.add", {"title": "Parkering"}, thread="7")
    before = _live(met)
    assert "inget att ångra" in await met.say(BO, "ångra", thread="7")
    assert _live(met) == before


async def test_what_was_built_upon_stays(met: Room) -> None:
    """Somebody has changed the same thing since: it is refused, and both changes stand."""
    await met.tap(DAN, "agenda.edit", {"item": "4", "title": "Ekonomi"}, thread="7")
    await met.tap(BO, "agenda.edit", {"item": "4", "title": "Ekonomin 2028"}, thread="8")
    before = _live(met)
    assert "har ändrats sedan dess" in await met.say(DAN, "ångra", thread="7")
    assert _live(met) == before


async def test_what_others_did_elsewhere_stays(met: Room) -> None:
    """Bo gave the meeting another last day after Dan's item: taking the item back keeps the last day."""
    await met.tap(DAN, "agenda.add", {"title": "Parkering"}, thread="7")
    await met.tap(BO, "agenda.deadline", {"deadline": "2027-02-12"}, thread="8")
    assert "Återtaget" in await met.say(DAN, "ångra", thread="7")
    meeting = met.read(lambda records: records.meetings.get(1))
    assert "Parkering" not in [item.title for item in meeting.items]
    assert str(meeting.deadline.date) == "2027-02-12"


async def test_in_a_meeting_the_last_entry_is_taken_back(met: Room) -> None:
    """By whoever leads it, whoever wrote it, however long ago; only entries count."""
    met.clock.set(MEETING_DAY)
    await met.say(BO, "öppna mötet")
    await met.say(BO, "gå till punkt 4")
    await met.tap(BO, "decision.record", {"clauses": ["att bifalla"]})
    before = _live(met)
    await met.tap(BO, "item.note", {"text": "Dan föredrog."})
    met.clock.advance(dt.timedelta(minutes=30))
    assert "Återtaget" in await met.say(BO, "ångra")
    assert _live(met) == before


async def test_a_refused_take_back_can_be_asked_again(met: Room) -> None:
    """Nothing is marked as taken back that was not."""
    await met.tap(DAN, "agenda.edit", {"item": "4", "title": "Ekonomi"}, thread="7")
    await met.tap(BO, "agenda.edit", {"item": "4", "title": "Annat"}, thread="8")
    await met.say(DAN, "ångra", thread="7")
    await met.tap(BO, "agenda.edit", {"item": "4", "title": "Ekonomi"}, thread="8")
    assert "Återtaget" in await met.say(DAN, "ångra", thread="7")
