"""Who was there is told in the words of either house style."""

import datetime as dt
from dataclasses import replace

from documents.attendance import attendance
from documents.wording import papers
from secretary.item import Item
from secretary.meeting import Meeting
from secretary.network import Layout, Member, Network, Role, Seat
from secretary.presence import absent, guest, present, substitute

SV, EN = papers("sv"), papers("en")
MEMBERS = (
    "Lisbeth Olsson, nätverkets ordförande, socialchef Sotenäs; Sirene Johansson, Tanum; Jane Johansson, "
    "Trollhättan; Robert Rydqvist, Trollhättan; Tanja Mattsson, Mellerud och Bengtsfors; Carina Fors, chef för "
    "hemsjukvården, Dals-Ed (ersättare för Tommy Almström). Roger Granat, Uddevalla, samt Karin Hallberg, "
    "Vänersborg, medverkade kl. 13–15."
)
CAME, WENT = dt.time(13), dt.time(15)


def full(network: Network, meeting: Meeting) -> Meeting:
    """The meeting with everybody's attendance noted."""
    meeting = replace(meeting, items=tuple(Item(number, f"Punkt {number}") for number in range(1, 12)))
    for name in ("Karin Engström", "Sirene Johansson", "Lisbeth Olsson", "Jane Johansson", "Robert Rydqvist"):
        meeting = present(meeting, network, name)
    for name in ("Tanja Mattsson", "Lis Palm", "Maria Klamas"):
        meeting = present(meeting, network, name)
    meeting = substitute(meeting, network, "Carina Fors", "Tommy Almström", "chef för hemsjukvården")
    for name in ("Roger Granat", "Karin Hallberg"):
        meeting = present(meeting, network, name, came=CAME, went=WENT)
    for name in ("Åsa Fritzson", "Nicholas Singleton"):
        meeting = guest(meeting, name, "GR", (10,))
    meeting = guest(meeting, "Anna Almén", "Strömstad", (10,))
    return guest(meeting, "Tommy Dahlgren", "Tanum", (11,))


def test_the_decision_style_has_one_paragraph_then_staff_and_guests(network: Network, meeting: Meeting) -> None:
    """The decision style has one paragraph, then staff and guests."""
    assert attendance(network, full(network, meeting), Layout.DECISION, SV) == (
        ("Medverkande", MEMBERS),
        ("Från Fyrbodals kommunalförbund", "Karin Engström (socialstrateg), Lis Palm samt Maria Klamas"),
        ("Punkt 10", "Åsa Fritzson och Nicholas Singleton, GR, samt Anna Almén, Strömstad"),
        ("Punkt 11", "Tommy Dahlgren, Tanum"),
        ("Förhinder", "Tommy Almström (Dals-Ed)"),
    )


def test_the_clauses_style_has_one_list(network: Network, meeting: Meeting) -> None:
    """The clauses style has one list."""
    rows = dict(attendance(network, full(network, meeting), Layout.CLAUSES, SV))
    assert rows["Närvarande"] == (
        "Lisbeth Olsson (ordförande, socialchef Sotenäs), Sirene Johansson (Tanum), Jane Johansson (Trollhättan), "
        "Robert Rydqvist (Trollhättan), Tanja Mattsson (Mellerud och Bengtsfors), Carina Fors (chef för "
        "hemsjukvården, Dals-Ed, ersättare för Tommy Almström), Roger Granat (Uddevalla, medverkade kl. 13–15), "
        "Karin Hallberg (Vänersborg, medverkade kl. 13–15), Karin Engström (socialstrateg, Fyrbodals "
        "kommunalförbund), Lis Palm (Fyrbodals kommunalförbund) samt Maria Klamas (Fyrbodals kommunalförbund)"
    )
    assert rows["Gäster"] == (
        "Åsa Fritzson (GR, punkt 10), Nicholas Singleton (GR, punkt 10), Anna Almén (Strömstad, punkt 10) samt "
        "Tommy Dahlgren (Tanum, punkt 11)"
    )


def test_english_has_its_own_words(network: Network, meeting: Meeting) -> None:
    """English has its own words."""
    rows = dict(attendance(network, full(network, meeting), Layout.DECISION, EN))
    assert rows["Attending"].startswith("Lisbeth Olsson, chair of the network, socialchef, Sotenäs; ")
    assert "(substitute for Tommy Almström). Roger Granat, Uddevalla, and Karin Hallberg" in rows["Attending"]
    assert rows["Item 10"] == "Åsa Fritzson and Nicholas Singleton, GR, and Anna Almén, Strömstad"
    assert rows["Apologies"] == "Tommy Almström (Dals-Ed)"


def test_a_part_of_the_meeting_may_have_one_end_only(network: Network, meeting: Meeting) -> None:
    """A part of the meeting may have one end only."""
    meeting = present(meeting, network, "Roger Granat", came=CAME)
    meeting = present(meeting, network, "Karin Hallberg", went=WENT)
    rows = dict(attendance(network, meeting, Layout.DECISION, SV))
    assert rows["Medverkande"] == (
        "Roger Granat, Uddevalla, medverkade från kl. 13. Karin Hallberg, Vänersborg, medverkade till kl. 15."
    )


def test_a_guest_may_have_several_items_or_none(network: Network, meeting: Meeting) -> None:
    """A guest may have several items or none."""
    meeting = replace(meeting, items=tuple(Item(number) for number in range(1, 13)))
    meeting = guest(guest(meeting, "Bo Ek", "SKR", (9, 11, 2)), "Ann By")
    assert attendance(network, meeting, Layout.DECISION, SV) == (
        ("Gäster", "Ann By"),
        ("Punkterna 2, 9 och 11", "Bo Ek, SKR"),
    )
    assert attendance(network, meeting, Layout.CLAUSES, SV) == (
        ("Gäster", "Bo Ek (SKR, punkterna 2, 9 och 11) samt Ann By"),
    )


def test_a_secretary_from_a_members_organisation_is_listed_with_the_members(meeting: Meeting) -> None:
    """A secretary from a member's organisation is listed with the members."""
    chair = Member("Eva Alm", Role.CHAIR, (Seat("Norrbacka"),))
    secretary = Member("Kim Lind", Role.SECRETARY, (Seat("Norrbacka", "utredare"),))
    network = Network(1, "Skolchefsnätverket", members=(chair, secretary))
    meeting = present(present(meeting, network, "Kim Lind"), network, "Eva Alm")
    assert attendance(network, meeting, Layout.DECISION, SV) == (
        ("Medverkande", "Eva Alm, nätverkets ordförande, Norrbacka; Kim Lind, utredare Norrbacka."),
    )


def test_nobody_noted_leaves_the_line_out(network: Network, meeting: Meeting) -> None:
    """Nobody noted leaves the line out; apologies stand alone."""
    assert attendance(network, meeting, Layout.CLAUSES, SV) == ()
    meeting = absent(meeting, network, "Roger Granat")
    assert attendance(network, meeting, Layout.CLAUSES, SV) == (("Förhinder", "Roger Granat (Uddevalla)"),)


def test_a_secretary_of_no_organisation_is_called_so(meeting: Meeting) -> None:
    """A secretary of no organisation is called the secretary."""
    network = Network(1, "Skolchefsnätverket", members=(Member("Kim Lind", Role.SECRETARY),))
    meeting = present(meeting, network, "Kim Lind")
    assert attendance(network, meeting, Layout.DECISION, SV) == (("Medverkande", "Kim Lind, nätverkets sekreterare."),)
    assert attendance(network, meeting, Layout.CLAUSES, EN) == (("Present", "Kim Lind (secretary)"),)


def test_a_seat_may_have_a_title_only(meeting: Meeting) -> None:
    """A seat may have a title and no organisation."""
    secretary = Member("Kim Lind", Role.SECRETARY, (Seat("", "handläggare"),))
    network = Network(1, "Skolchefsnätverket", members=(secretary,))
    meeting = guest(present(meeting, network, "Kim Lind"), "Bo Ek")
    assert attendance(network, meeting, Layout.DECISION, SV) == (
        ("Medverkande", "Kim Lind, handläggare."),
        ("Gäster", "Bo Ek"),
    )
