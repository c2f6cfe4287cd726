"""Rules, lengths, amounts, counts, shares and lists as members write them."""

from __future__ import annotations

import pytest

from language.reading import (
    find_amounts,
    find_before,
    find_count,
    find_fraction,
    find_minutes,
    find_recurrence,
    split_list,
)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("vi ses tredje fredagen varje månad", "FREQ=MONTHLY;BYDAY=3FR"),
        ("den tredje fredagen i varje månad", "FREQ=MONTHLY;BYDAY=3FR"),
        ("sista tisdagen i månaden", "FREQ=MONTHLY;BYDAY=-1TU"),
        ("the last Tuesday of each month", "FREQ=MONTHLY;BYDAY=-1TU"),
        ("every 3rd Friday", "FREQ=MONTHLY;BYDAY=3FR"),
        ("första onsdagen varannan månad", "FREQ=MONTHLY;INTERVAL=2;BYDAY=1WE"),
        ("varannan tisdag", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
        ("every other Thursday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
        ("every second Thursday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
        ("var tredje fredag", "FREQ=WEEKLY;INTERVAL=3;BYDAY=FR"),
        ("varannan vecka på torsdagar", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
        ("every two weeks on Thursday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH"),
        ("var fjarde vecka", "FREQ=WEEKLY;INTERVAL=4"),
        ("varje måndag och onsdag", "FREQ=WEEKLY;BYDAY=MO,WE"),
        ("on Mondays", "FREQ=WEEKLY;BYDAY=MO"),
        ("vardagar kl 8", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("varje vardag", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
        ("den 15:e varje månad", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("den 1:a och 15:e varje månad", "FREQ=MONTHLY;BYMONTHDAY=1,15"),
        ("every month on the 15th", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("sista dagen i månaden", "FREQ=MONTHLY;BYMONTHDAY=-1"),
        ("first Monday in May every year", "FREQ=YEARLY;BYMONTH=5;BYDAY=1MO"),
        ("en gång i månaden", "FREQ=MONTHLY"),
    ],
)
def test_what_comes_again_is_a_rule(text: str, rule: str) -> None:
    """What comes again is a rule."""
    found = find_recurrence(text)

    assert found is not None
    assert found.rule == rule


@pytest.mark.parametrize(
    "text",
    [
        "sista fredagen i maj",
        "på fredag",
        "varje möte",
        "fredagar jämna veckor",
        "three Fridays from now",
        "varje fredag utom i juli",
    ],
)
def test_what_comes_once_or_cannot_be_written_as_a_rule_is_none(text: str) -> None:
    """What comes once or cannot be written as a rule is none."""
    assert find_recurrence(text) is None


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("en kvart", 15),
        ("20 min", 20),
        ("punkt 4, 20min", 20),
        ("tjugofem minuter", 25),
        ("twenty-five minutes", 25),
        ("en halvtimme", 30),
        ("half an hour", 30),
        ("three quarters of an hour", 45),
        ("en timme", 60),
        ("1½ h", 90),
        ("1,5 tim", 90),
        ("1:30 h", 90),
        ("1 h 30 min", 90),
        ("1h30", 90),
        ("halvannan timme", 90),
        ("en och en halv timme", 90),
        ("an hour and a half", 90),
        ("a 90-minute item", 90),
        ("två timmar och en kvart", 135),
    ],
)
def test_a_length_of_time_is_read_in_minutes(text: str, minutes: int) -> None:
    """A length of time is read in minutes."""
    found = find_minutes(text)

    assert found is not None
    assert found.minutes == minutes


@pytest.mark.parametrize("text", ["kvart över nio", "om en timme", "30 minuter före mötet", "halv nio", "punkt 20"])
def test_a_moment_is_no_length(text: str) -> None:
    """A moment is no length."""
    assert find_minutes(text) is None


@pytest.mark.parametrize(
    ("text", "durations"),
    [
        ("säg till 10 dagar och 3 dagar i förväg", ["P10D", "P3D"]),
        ("two weeks and four days before each meeting", ["P14D", "P4D"]),
        ("14, 7 och 2 dagar före", ["P14D", "P7D", "P2D"]),
        ("tre dagar innan nomineringstiden går ut", ["P3D"]),
        ("dagen före", ["P1D"]),
        ("the day before", ["P1D"]),
        ("24 timmar före mötet", ["PT24H"]),
        ("en halvtimme före", ["PT30M"]),
        ("två veckor och två timmar i förväg", ["P14D", "PT2H"]),
        ("före varje möte: 7 dagar och 1 dag", ["P7D", "P1D"]),
        ("en punkt på två timmar, påminn en dag före", ["P1D"]),
        ("två dagar", []),
    ],
)
def test_how_long_before_is_said_in_the_order_of_the_text(text: str, durations: list[str]) -> None:
    """How long before is said in the order of the text."""
    assert [before.duration for before in find_before(text)] == durations


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1 952 652 kr", ["1952652"]),
        ("2,3 mkr", ["2300000"]),
        ("1.2 million SEK", ["1200000"]),
        ("1,250 mkr", ["1250000"]),
        ("72,300 SEK", ["72300"]),
        ("SEK 96,500", ["96500"]),
        ("340.000 kr", ["340000"]),
        ("50 tkr", ["50000"]),
        ("12 500,50 kr", ["12500.50"]),
        ("340 000:-", ["340000"]),
        ("en halv miljon kronor", ["500000"]),
        ("det var 45 000, inte 54 000", ["45000", "54000"]),
        ("punkt 4.2 den 16 april 2027 kl 8-9.15", []),
    ],
)
def test_money_is_a_decimal_number_without_spaces(text: str, values: list[str]) -> None:
    """Money is a decimal number without spaces."""
    assert [amount.value for amount in find_amounts(text)] == values


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("nominera till styrgruppen, två platser", 2),
        ("one seat, by December 4", 1),
        ("nästa tre möten", 3),
        ("the next four meetings", 4),
        ("de 5 kommande mötena", 5),
        ("punkt 12 den 8 december", None),
        ("20 minuter", None),
    ],
)
def test_how_many_is_a_small_number_of_places_or_meetings(text: str, count: int | None) -> None:
    """How many is a small number of places or meetings."""
    found = find_count(text)

    assert (found and found.value) == count


@pytest.mark.parametrize(
    ("text", "share"),
    [("5/12 av året", "5/12"), ("9/12", "9/12"), ("nio tolftedelar", "9/12"), ("halva året", "1/2"), ("16/4-27", None)],
)
def test_a_share_of_the_whole_is_read_as_said(text: str, share: str | None) -> None:
    """A share of the whole is read as said."""
    found = find_fraction(text)

    assert (found and found.value) == share


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("A, B och C", ("A", "B", "C")),
        ("A, B, and C", ("A", "B", "C")),
        ("A samt B", ("A", "B")),
        ("Falun, Mora or Orsa", ("Falun", "Mora", "Orsa")),
        ("”A och B”, C", ("”A och B”", "C")),
        ("- köpa in\n- följa upp och rapportera", ("köpa in", "följa upp och rapportera")),
        ("1. A\n2. B", ("A", "B")),
        ("1,2 mkr och B", ("1,2 mkr", "B")),
        ("Per", ("Per",)),
        (" ,, ", ()),
    ],
)
def test_a_list_is_parted_but_not_inside_quotes(text: str, parts: tuple[str, ...]) -> None:
    """A list is parted but not inside quotes."""
    assert split_list(text) == parts
