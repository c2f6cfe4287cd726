"""Bare answers to an open question are read as the slot asks for."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.understanding import Known, answer_to, is_cancel, understand, yes_or_no

MOMENT = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Europe/Stockholm"))
KNOWN = Known(members=("Tanja Mårtensson", "Per Ek"))


@pytest.mark.parametrize(
    ("slot", "intent", "text", "read"),
    [
        ("person", "members.add", "Tanja", "Tanja"),
        ("person", "nomination.nominate", "@Anna Berg", "Anna Berg"),
        ("person", "nomination.nominate", "anna berg", "anna berg"),
        ("people", "presence.present", "Karin, Per och Eva Holm", ["Karin", "Per", "Eva Holm"]),
        ("deadline", "nomination.open", "16 april", "2027-04-16"),
        ("deadline", "nomination.open", "på fredag kl 12", "2026-11-27T12:00"),
        ("deadline", "nomination.extend", "nästa möte", "next"),
        ("date", "meeting.schedule", "14 January", "2027-01-14"),
        ("date", "meeting.schedule", "vet inte", None),
        ("title", "agenda.add", "Budget 2027.", "Budget 2027"),
        ("title", "agenda.add", "samma som förra", "same"),
        ("title", "agenda.add", "same as last time", "same"),
        ("start", "meeting.schedule", "8", "08:00"),
        ("start", "meeting.schedule", "halv nio", "08:30"),
        ("clauses", "decision.record", "att anta planen\natt tacka gruppen", ["att anta planen", "att tacka gruppen"]),
        ("before", "reminder.rule", "en vecka och en dag", ["P7D", "P1D"]),
        ("kind", "agenda.edit", "beslut", "decision"),
        ("assignees", "task.add", "jag", ["jag"]),
        ("item", "agenda.withdraw", "4", "4"),
        ("item", "agenda.withdraw", "punkten om bilar", "bilar"),
        ("stance", "remiss.answer", "vi svarar själva", "own"),
    ],
)
def test_a_bare_answer_is_read(slot: str, intent: str, text: str, read: object) -> None:
    """A bare answer is read."""
    assert answer_to(slot, intent, text, MOMENT, KNOWN) == read


@pytest.mark.parametrize("text", ["ja", "Ja tack!", "yes please", "japp", "ok"])
def test_yes(text: str) -> None:
    """Yes."""
    assert yes_or_no(text) is True


@pytest.mark.parametrize("text", ["nej", "Nej tack", "no thanks", "nope"])
def test_no(text: str) -> None:
    """No."""
    assert yes_or_no(text) is False


@pytest.mark.parametrize("text", ["kanske", "ja det var en lång dag på jobbet", ""])
def test_neither_yes_nor_no(text: str) -> None:
    """Neither yes nor no."""
    assert yes_or_no(text) is None


@pytest.mark.parametrize("text", ["avbryt", "Cancel", "nej, glöm det", "never mind", "avbryt, tack"])
def test_breaking_off(text: str) -> None:
    """Breaking off."""
    assert is_cancel(text)


@pytest.mark.parametrize("text", ["avbryt mötet den 3 mars", "cancel reminder 3", "nej"])
def test_not_breaking_off(text: str) -> None:
    """Not breaking off."""
    assert not is_cancel(text)


def test_weekday_and_date_that_disagree_are_asked_about() -> None:
    """Weekday and date that disagree are asked about."""
    found = understand("boka möte måndag den 8 december kl 9", MOMENT)
    assert (found.intent, found.doubt and found.doubt.why) == ("unsure", "weekday")
    assert found.suggestions
    assert found.suggestions[0].intent == "meeting.schedule"


def test_a_past_date_for_what_lies_ahead_is_asked_about() -> None:
    """A past date for what lies ahead is asked about."""
    found = understand("boka möte 3 mars 2024 kl 9", MOMENT)
    assert (found.intent, found.doubt and found.doubt.why) == ("unsure", "past")


def test_next_friday_before_a_friday_is_known_but_its_week_is_asked_for() -> None:
    """Next friday before a friday is known but its week is asked for."""
    found = understand("boka möte nästa fredag kl 9", MOMENT)
    assert (found.intent, found.doubt and found.doubt.why) == ("meeting.schedule", "which-week")
    assert found.missing == ("date",)


def test_mentions_and_members_are_people() -> None:
    """Mentions and members are people."""
    known = Known(members=("Kristina Kumlin Bergenstråle", "Per Ek"), mentions=("Inga-lill Frank",))
    found = understand("närvarande: @Inga-lill Frank, kristina kumlin bergenstråle och Per", MOMENT, known)
    assert found.slots["people"] == ["Inga-lill Frank", "kristina kumlin bergenstråle", "Per"]


@pytest.mark.parametrize(("text", "language"), [("visa agendan", "sv"), ("show me the agenda please", "en")])
def test_the_language_written_is_told(text: str, language: str) -> None:
    """The language written is told."""
    assert understand(text, MOMENT).language == language
