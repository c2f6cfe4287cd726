"""The minutes of the example meeting hold every fact of it: who, when, what was decided, who does what."""

from __future__ import annotations

import asyncio
from functools import cache
from pathlib import Path

import pytest

from bot.replay.command import played
from documents.render import render

FILE = Path(__file__).with_name("dalarna-2021-03-19.chat")

HEAD = (
    "Minnesanteckningar",
    "Socialchefsnätverket Dalarna (SCHNV)",
    "2021-03-22",
    "19 mars 2021",
    "8.00–9.15",
    "Teams",
)
PRESENT = (
    "Ulrika Gärdback (ordförande)",
    "Tomas Ahlin",
    "Kristina Kumlin Bergenstråle",
    "Maria Ronsten",
    "Marjo Savelius",
    "Bahman Alami",
    "Carina Johansson",
    "Elisabeth Fransson",
    "Elisabeth Zimmer",
    "Maria Jonsson",
    "Elisabeth Hekkala",
    "Anna Ståhlkloo",
    "Malin Lindén Ohlsson",
    "Inga-lill Frank",
    "Annelie Granath (Rättvik)",
    "samt Tanja Mårtensson",
)
ITEMS = (
    "1. Mötets öppnande",
    "2. Godkännande av dagordning",
    "3. Föregående minnesanteckningar 210219 och 210226",
    "4. Beslut: Finansiering av regional samordnare för Yrkesresan och BBIC",
    "5. Rekrytering regional samordnare till Yrkesresan och BBIC",
    "6. Anvisningar avseende rekvirering av medel enligt Överenskommelse god och nära vård 2021",
    "7. Beslut om kommunrepresentanter till LPO Primärvårdsråd",
    "8. Fortsättning samverkansutredningarna",
    "9. Övriga frågor",
)
CLAUSES = (
    "att godkänna dagordningen",
    "att lägga minnesanteckningarna till handlingarna",
    (
        "att tillstyrka förslaget om finansiering avseende regional samordnare för Yrkesresan och BBIC "
        "under perioden (höst) 2021–2022"
    ),
    (
        "att ett avtal tecknas mellan kommunerna och RSS avseende finansieringen av regional samordnare "
        "för Yrkesresan och BBIC under perioden (höst) 2021–2022"
    ),
    "att varje ledamot i Socialchefsnätverket åtar sig att snarast sprida annonsen inom sina respektive organisationer",
    (
        "att Avdelningen för hälsa och välfärd ansvarar för rekryteringen och fattar slutligt beslut om tillsättande "
        "av tjänsten"
    ),
    "att lägga informationen till handlingarna",
    "att utse Annelie Granath till LPO Primärvårdsråd",
    "att utse övriga kommunledamöter på nästa möte i Socialchefsnätverket den 16 april",
)
FACTS = (
    "Föredragande: Tanja Mårtensson",
    "Föredragande: Tomas Ahlin, Carina Johansson och Malin Lindén Ohlsson",
    "210128 och 210219",
    "Bilaga C",
    "Bilaga D",
    "Bilaga E",
    "Bilaga F",
    "100 %",
    "50 %",
    "2023",
    "31 mkr",
    "tre insatsområden",
    "Länschefsnätverk",
    "16 april",
    "vecka 10",
    "socialchef i Rättviks kommun",
    "chef för socialpsykiatri",
    "verksamhetschef HSL",
    "17 mars",
    "Falun",
    "familjehem",
    "Borlänge",
    "HVB",
    "Gagnef",
    "LSS",
    "Elisabeth Zimmer",
    "snabbtester",
    "Länsstyrelsen",
    "F.d. SUS-gruppen",
    "TN-utvärderingen",
    "Välfärdsrådet den 25 mars",
    "en kvart tidigare",
    "16 april 2021",
    "7.45",
)
TASKS = (
    ("Tanja Mårtensson", "skicka ut en ren version av annonsen", "22 mars 2021"),
    ("Tanja Mårtensson", "skicka ut en ren version av anvisningarna", "22 mars 2021"),
    ("Tanja Mårtensson", "framföra synpunkterna", ""),
    ("Malin Lindén Ohlsson", "utskick till samtliga", ""),
)


@cache
def _papers() -> dict[str, str]:
    """The documents of the conversation as plain text, by name."""
    _, orders = asyncio.run(played(FILE.read_text(encoding="utf-8")))
    return {name: render(order.document(), "md").decode().replace("\\", "") for name, order in orders}


@pytest.mark.parametrize("fact", [*HEAD, *PRESENT, *ITEMS, *CLAUSES, *FACTS])
def test_the_minutes_hold_it(fact: str) -> None:
    """Every fact of the meeting stands in its minutes."""
    assert fact in _papers()["2021-03-19-minutes"]


@pytest.mark.parametrize(("who", "what", "due"), TASKS)
def test_the_minutes_hold_the_task(who: str, what: str, due: str) -> None:
    """Every task stands in one row with its person and its day."""
    rows = [line for line in _papers()["2021-03-19-minutes"].splitlines() if line.startswith("|") and what in line]
    assert len(rows) == 1
    assert who in rows[0]
    assert due in rows[0]


def test_what_was_tabled_is_on_the_next_agenda() -> None:
    """The tabled question comes back by itself, at the meeting that begins a quarter earlier."""
    agenda = _papers()["2021-04-16-agenda"]
    assert "F.d. SUS-gruppen" in agenda
    assert "7.45–9.00" in agenda


def test_the_rest_of_the_series_begins_earlier() -> None:
    """Not only the next meeting but every one after it."""
    agendas = [text for name, text in _papers().items() if name.endswith("agenda") and name > "2021-03-19-z"]
    assert len(agendas) >= 10
    assert all("7.45–9.00" in text for text in agendas)
