"""Nominations: the call, the names, the answers, more time, and who is appointed."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from secretary import nomination as rules
from secretary.due import AlreadyPast, Due
from secretary.nomination import (
    Answer,
    EverySeatFilled,
    Nomination,
    NominationIsClosed,
    Nominee,
    NoSuchSeat,
    NotLater,
    NotNominated,
)
from secretary.refusal import NothingSaid, Refused, TooLong, TooMany

from .support import NOW, ZONE

DUE = Due(dt.date(2027, 4, 16))
AFTER = NOW + dt.timedelta(days=100)
TODAY = NOW.date()


def _call(**more: object) -> Nomination:
    return rules.call("Styrgruppen", DUE, by="Bo Ek", now=NOW, **more)  # type: ignore[arg-type]


def _with(*names: str, call: Nomination | None = None) -> Nomination:
    call = call or _call()
    for name in names:
        call, _ = rules.nominate(call, Nominee(name, by=("Bo Ek",)), NOW)
    return call


@pytest.mark.parametrize(
    ("body", "due", "more", "why"),
    [
        ("  ", DUE, {}, NothingSaid),
        ("x" * 301, DUE, {}, TooLong),
        ("Styrgruppen", Due(dt.date(2027, 1, 10)), {}, AlreadyPast),
        ("Styrgruppen", DUE, {"seats": ("ordförande", " ")}, NothingSaid),
        ("Styrgruppen", DUE, {"count": -1}, Refused),
    ],
)
def test_a_senseless_call_is_refused(body: str, due: Due, more: dict[str, object], why: type) -> None:
    """No body, a day that has been, a seat without a name, fewer than nobody."""
    with pytest.raises(why):
        rules.call(body, due, by="Bo Ek", now=NOW, **more)  # type: ignore[arg-type]


def test_a_call_has_no_more_seats_than_a_hall() -> None:
    """Ten thousand profiles are refused."""
    with pytest.raises(TooMany):
        _call(seats=tuple(f"plats {number}" for number in range(10_000)))


@pytest.mark.parametrize(
    ("more", "wanted"),
    [({}, None), ({"count": 2}, 2), ({"seats": ("ordförande", "ledamot", "ledamot")}, 3), ({"count": 0}, None)],
)
def test_how_many_are_wanted(more: dict[str, object], wanted: int | None) -> None:
    """What was said, or a person for each profile, or nobody knows."""
    assert _call(**more).wanted == wanted


def test_a_name_said_twice_is_joined() -> None:
    """In any case of letters; both who said it are kept, and it is not new."""
    call, new = rules.nominate(_with("Anna Berg"), Nominee("anna berg", by=("Eva Sten",)), NOW)
    assert not new
    assert [(one.name, one.by) for one in call.nominees] == [("Anna Berg", ("Bo Ek", "Eva Sten"))]


def test_the_whole_last_day_counts() -> None:
    """Names are taken until its end and not after it."""
    call = _with("Anna Berg")
    last = dt.datetime(2027, 4, 16, 23, 59, tzinfo=ZONE)
    rules.nominate(call, Nominee("Eva Sten"), last)
    deeds = (
        lambda now: rules.nominate(call, Nominee("Eva Sten"), now),
        lambda now: rules.withdraw(call, "Anna Berg", now),
        lambda now: rules.pass_over(call, "Mora", now),
    )
    for deed in deeds:
        deed(last)
        with pytest.raises(NominationIsClosed):
            deed(last + dt.timedelta(minutes=1))


@pytest.mark.parametrize(
    ("said", "seat"),
    [("ordförande", "Ordförande"), (" ORDFÖRANDE ", "Ordförande"), ("från Mora", "Ledamot från Mora")],
)
def test_a_seat_is_found_by_a_part_of_its_profile(said: str, seat: str) -> None:
    """In any case of letters."""
    call, _ = rules.nominate(_call(seats=("Ordförande", "Ledamot från Mora")), Nominee("Anna Berg", seat=said), NOW)
    assert call.nominees[0].seat == seat


def test_an_unknown_seat_is_refused_where_there_are_profiles() -> None:
    """A call without profiles takes any."""
    with pytest.raises(NoSuchSeat):
        rules.nominate(_call(seats=("Ordförande",)), Nominee("Anna Berg", seat="kassör"), NOW)
    assert _call().seats == ()
    assert rules.nominate(_call(), Nominee("Anna Berg", seat="kassör"), NOW)[0].nominees[0].seat == "kassör"


def test_who_is_withdrawn_or_declines_is_not_standing() -> None:
    """Withdrawn names can be put forward anew, and are then asked anew."""
    call = _with("Anna Berg", "Eva Sten", "Dan Holm")
    call = rules.withdraw(call, "anna berg", NOW)
    call = rules.answer(call, "Eva Sten", Answer.DECLINED)
    assert [one.name for one in call.standing_nominees] == ["Dan Holm"]
    with pytest.raises(NotNominated):
        rules.withdraw(call, "Anna Berg", NOW)
    with pytest.raises(NotNominated):
        rules.answer(call, "Nils Ny", Answer.ACCEPTED)
    call, new = rules.nominate(call, Nominee("Anna Berg", by=("Dan Holm",)), NOW)
    assert new
    assert call.nominee("Anna Berg").answer is Answer.ASKED


def test_a_call_has_an_end() -> None:
    """The three hundred and first name is refused; one who is there is still joined."""
    full = replace(_call(), nominees=tuple(Nominee(f"Namn {number}") for number in range(300)))
    with pytest.raises(TooMany):
        rules.nominate(full, Nominee("Anna Berg"), NOW)
    assert not rules.nominate(full, Nominee("namn 7"), NOW)[1]


def test_an_organisation_passes_once() -> None:
    """Said twice it stands once."""
    call = rules.pass_over(rules.pass_over(_call(), "Mora", NOW), "Mora", NOW)
    assert call.passed == ("Mora",)


@pytest.mark.parametrize(
    ("due", "later"),
    [
        (Due(dt.date(2027, 4, 17)), True),
        (Due(dt.date(2027, 4, 16)), False),
        (Due(dt.date(2027, 4, 16), dt.time(12)), False),
        (Due(dt.date(2027, 4, 15)), False),
    ],
)
def test_more_time_is_more(due: Due, later: bool) -> None:
    """An extension reaches further than the whole day it extends."""
    if later:
        extended = rules.extend(_call(), due, by="Bo Ek", now=NOW)
        assert extended.due == due
        assert [one.before for one in extended.extensions] == [DUE]
    else:
        with pytest.raises(NotLater):
            rules.extend(_call(), due, by="Bo Ek", now=NOW)


def test_a_call_that_was_over_is_open_again() -> None:
    """An extension to a day ahead opens it; one to a day behind is refused."""
    over = _call()
    assert not over.is_open(AFTER)
    longer = rules.extend(over, Due(dt.date(2027, 5, 30)), by="Bo Ek", now=AFTER)
    assert longer.is_open(AFTER)
    with pytest.raises(AlreadyPast):
        rules.extend(over, Due(dt.date(2027, 4, 18)), by="Bo Ek", now=AFTER)


def test_one_is_appointed_and_the_rest_stays_open() -> None:
    """Also one whom nobody had nominated; a second time changes nothing."""
    call = _with("Anna Berg", call=_call(count=3))
    call = rules.appoint(call, [Nominee("Anna Berg")], TODAY)
    call = rules.appoint(call, [Nominee("Nils Ny"), Nominee("Anna Berg")], TODAY)
    assert [one.name for one in call.appointed] == ["Anna Berg", "Nils Ny"]
    assert rules.appoint(call, [Nominee("Nils Ny")], TODAY) == call
    assert call.is_open(NOW)


def test_no_more_are_appointed_than_there_are_seats() -> None:
    """The refusal says how many are left."""
    call = rules.appoint(_with("Anna Berg", call=_call(count=2)), [Nominee("Anna Berg")], TODAY)
    with pytest.raises(EverySeatFilled) as refused:
        rules.appoint(call, [Nominee("Bo Ek"), Nominee("Eva Sten")], TODAY)
    assert refused.value.facts["left"] == 1


def test_appointing_by_another_case_of_letters_appoints_the_one_nominated() -> None:
    """It is the same person; the name stands once."""
    call = rules.appoint(_with("Anna Berg"), [Nominee("anna berg")], TODAY)
    assert [(one.name, bool(one.appointed)) for one in call.nominees] == [("Anna Berg", True)]


def test_somebody_named_twice_is_appointed_once() -> None:
    """Two mentions of one person take one seat."""
    call = rules.appoint(_call(count=1), [Nominee("Nils Ny"), Nominee("Nils Ny")], TODAY)
    assert [one.name for one in call.appointed] == ["Nils Ny"]
