"""The minutes of a small meeting, word for word, in both house styles and both languages."""

import datetime as dt
from dataclasses import replace

import pytest

from documents.markdown import markdown
from documents.minutes import minutes
from secretary.due import Due
from secretary.item import Attachment, Entry, Item, Kind, State, Written
from secretary.meeting import Meeting, Stage
from secretary.network import Layout, Member, Network, Role, Seat, Standing
from secretary.presence import Presence
from secretary.task import Task

AT = dt.datetime(2026, 3, 20, 9, 30, tzinfo=dt.UTC)
CHAIR = Member("Eva Alm", Role.CHAIR, (Seat("Norrbacka", "skolchef"),))
MEMBER = Member("Per Ek", Role.MEMBER, (Seat("Sundvik", "skolchef"),))
AWAY = Member("Ulla Berg", Role.MEMBER, (Seat("Österhult", "skolchef"),))
SECRETARY = Member("Kim Lind", Role.SECRETARY, (Seat("Nordregionen", "utvecklare"),))
NETWORK = Network(1, "Skolchefsnätverket Norr", "SCN", members=(CHAIR, MEMBER, AWAY, SECRETARY))


def there(member: Member, *, present: bool = True) -> Presence:
    """A member's attendance."""
    return Presence(member.name, present=present, role=member.role, seats=member.seats)


def decision(*clauses: str) -> Entry:
    """A decision's entry."""
    return Entry(Written.DECISION, "Kim Lind", AT, clauses=clauses)


def note(text: str) -> Entry:
    """A note's entry."""
    return Entry(Written.NOTE, "Kim Lind", AT, text)


def small(language: str) -> Meeting:
    """A meeting with one of each: approved, filed, decided, tabled, raised under any other business."""
    swedish = language == "sv"
    return Meeting(
        number=7,
        date=dt.date(2026, 3, 20),
        start=dt.time(8),
        end=dt.time(9, 15),
        place="Teams",
        stage=Stage.CLOSED,
        attendance=(there(SECRETARY), there(MEMBER), there(AWAY, present=False), there(CHAIR)),
        items=(
            Item(1, standing=Standing.OPENING),
            Item(
                2,
                standing=Standing.APPROVE_AGENDA,
                entries=(decision("att godkänna dagordningen" if swedish else "to approve the agenda"),),
            ),
            Item(3, standing=Standing.PREVIOUS_MINUTES, entries=(Entry(Written.FILED, "Kim Lind", AT),)),
            Item(
                4,
                "Läslovet" if swedish else "The reading week",
                Kind.DECISION,
                presenters=("Per Ek", "Kim Lind"),
                attachments=(Attachment("https://exempel.se/laslov", "Läslov 2026"),),
                entries=(
                    note("Underlaget gicks igenom." if swedish else "The papers were gone through."),
                    decision("att ordna ett läslov", "att avsätta 1 250 kr.")
                    if swedish
                    else decision("to hold a reading week", "to set aside 1 250 kr."),
                ),
            ),
            Item(
                5,
                "Skolskjuts" if swedish else "School buses",
                presenters=("Ulla Berg",),
                state=State.TABLED,
                tabled_to=dt.date(2026, 4, 17),
            ),
            Item(6, standing=Standing.OTHER_BUSINESS),
            Item(
                7,
                "Vikarier" if swedish else "Stand-ins",
                under=6,
                raised_by="Per Ek",
                entries=(Entry(Written.NOTED, "Kim Lind", AT),),
            ),
            Item(8, standing=Standing.CLOSING),
        ),
    )


def paper(language: str, layout: Layout) -> str:
    """The small meeting's minutes as Markdown."""
    text = "Skicka ut underlaget" if language == "sv" else "Send out the papers"
    task = Task(1, text, ("Per Ek",), Due(dt.date(2026, 3, 27)), meeting=7, item=4)
    elsewhere = Task(2, "Något annat", ("Per Ek",), meeting=6)
    following = Meeting(8, dt.date(2026, 4, 17), dt.time(7, 45), dt.time(9), "Teams")
    return markdown(
        minutes(
            NETWORK,
            small(language),
            tasks=[task, elsewhere],
            language=language,
            layout=layout,
            next_meeting=following,
            written_on=dt.date(2026, 3, 23),
        )
    )


SWEDISH_CLAUSES = """\
# Minnesanteckningar

**Skolchefsnätverket Norr (SCN)**

Upprättade 2026-03-23

**Datum:** Fredag 20 mars 2026\\
**Tid:** Kl. 8.00–9.15\\
**Plats:** Teams\\
**Närvarande:** Eva Alm (ordförande, skolchef Norrbacka), Per Ek (Sundvik) samt Kim Lind (utvecklare Nordregionen)\\
**Förhinder:** Ulla Berg (Österhult)

## 1. Mötets öppnande

## 2. Godkännande av dagordning

**Skolchefsnätverket beslutade**\\
att godkänna dagordningen.

## 3. Föregående minnesanteckningar

**Skolchefsnätverket beslutade**\\
att lägga minnesanteckningarna till handlingarna.

## 4. Beslut: Läslovet

Föredragande: Per Ek och Kim Lind

Underlaget gicks igenom.

**Skolchefsnätverket beslutade**\\
att ordna ett läslov.\\
att avsätta 1 250 kr.

**Bilaga:**

- [Läslov 2026](<https://exempel.se/laslov>)

## 5. Skolskjuts

Föredragande: Ulla Berg

Bordläggs till mötet den 17 april 2026.

## 6. Övriga frågor

### 6.1 Vikarier

Anmäld av Per Ek

Skolchefsnätverket noterade informationen.

## 7. Mötets avslutande

## Uppdrag

| Vem | Vad | Senast | Punkt |
| --- | --- | --- | --- |
| Per Ek | Skicka ut underlaget | 27 mars 2026 | 4 |

**Nästa möte:** fredag 17 april 2026 kl. 7.45–9.00, Teams.

Anteckningar förda av Kim Lind, utvecklare
"""

SWEDISH_DECISION = """\
# Minnesanteckningar

**Skolchefsnätverket Norr (SCN)**

Upprättade 2026-03-23

**Tid:** Fredag 20 mars 2026 kl. 8.00–9.15\\
**Plats:** Teams\\
**Medverkande:** Eva Alm, nätverkets ordförande, skolchef Norrbacka; Per Ek, Sundvik.\\
**Från Nordregionen:** Kim Lind (utvecklare)\\
**Förhinder:** Ulla Berg (Österhult)

## 1) Mötets öppnande

## 2) Godkännande av dagordning

**Beslut:** Skolchefsnätverket beslutar att godkänna dagordningen.

## 3) Föregående minnesanteckningar

**Beslut:** Skolchefsnätverket lägger minnesanteckningarna till handlingarna.

## 4) Beslut: Läslovet

Per Ek, Sundvik, samt Kim Lind, Nordregionen

Underlaget gicks igenom.

**Beslut:** Skolchefsnätverket beslutar att ordna ett läslov samt att avsätta 1 250 kr.

**Bilaga:**

- [Läslov 2026](<https://exempel.se/laslov>)

## 5) Skolskjuts

Ulla Berg, Österhult

Bordläggs till mötet den 17 april 2026.

## 6) Övriga frågor

### 6.1 Vikarier

Anmäld av Per Ek

**Beslut:** Skolchefsnätverket noterar informationen.

## 7) Mötets avslutande

## Uppdrag

| Vem | Vad | Senast | Punkt |
| --- | --- | --- | --- |
| Per Ek | Skicka ut underlaget | 27 mars 2026 | 4 |

**Nästa möte:** fredag 17 april 2026 kl. 7.45–9.00, Teams.

Anteckningar förda av Kim Lind, utvecklare
"""

ENGLISH_CLAUSES = """\
# Minutes

**Skolchefsnätverket Norr (SCN)**

Written 2026-03-23

**Date:** Friday 20 March 2026\\
**Time:** 08:00–09:15\\
**Place:** Teams\\
**Present:** Eva Alm (chair, skolchef, Norrbacka), Per Ek (Sundvik) and Kim Lind (utvecklare, Nordregionen)\\
**Apologies:** Ulla Berg (Österhult)

## 1. Opening of the meeting

## 2. Approval of the agenda

**The network decided**\\
to approve the agenda.

## 3. Previous minutes

**The network decided**\\
to place the minutes on file.

## 4. Decision: The reading week

Presented by Per Ek and Kim Lind

The papers were gone through.

**The network decided**\\
to hold a reading week.\\
to set aside 1 250 kr.

**Attachment:**

- [Läslov 2026](<https://exempel.se/laslov>)

## 5. School buses

Presented by Ulla Berg

Postponed to the meeting on 17 April 2026.

## 6. Any other business

### 6.1 Stand-ins

Raised by Per Ek

The network noted the information.

## 7. Closing of the meeting

## Tasks

| Who | What | By | Item |
| --- | --- | --- | --- |
| Per Ek | Send out the papers | 27 March 2026 | 4 |

**Next meeting:** Friday 17 April 2026, 07:45–09:00, Teams.

Minutes taken by Kim Lind, utvecklare
"""

ENGLISH_DECISION = """\
# Minutes

**Skolchefsnätverket Norr (SCN)**

Written 2026-03-23

**Time:** Friday 20 March 2026, 08:00–09:15\\
**Place:** Teams\\
**Attending:** Eva Alm, chair of the network, skolchef, Norrbacka; Per Ek, Sundvik.\\
**From Nordregionen:** Kim Lind (utvecklare)\\
**Apologies:** Ulla Berg (Österhult)

## 1) Opening of the meeting

## 2) Approval of the agenda

**Decision:** The network decided to approve the agenda.

## 3) Previous minutes

**Decision:** The network placed the minutes on file.

## 4) Decision: The reading week

Per Ek, Sundvik, and Kim Lind, Nordregionen

The papers were gone through.

**Decision:** The network decided to hold a reading week and to set aside 1 250 kr.

**Attachment:**

- [Läslov 2026](<https://exempel.se/laslov>)

## 5) School buses

Ulla Berg, Österhult

Postponed to the meeting on 17 April 2026.

## 6) Any other business

### 6.1 Stand-ins

Raised by Per Ek

**Decision:** The network noted the information.

## 7) Closing of the meeting

## Tasks

| Who | What | By | Item |
| --- | --- | --- | --- |
| Per Ek | Send out the papers | 27 March 2026 | 4 |

**Next meeting:** Friday 17 April 2026, 07:45–09:00, Teams.

Minutes taken by Kim Lind, utvecklare
"""


@pytest.mark.parametrize(
    ("language", "layout", "expected"),
    [
        ("sv", Layout.CLAUSES, SWEDISH_CLAUSES),
        ("sv", Layout.DECISION, SWEDISH_DECISION),
        ("en", Layout.CLAUSES, ENGLISH_CLAUSES),
        ("en", Layout.DECISION, ENGLISH_DECISION),
    ],
)
def test_the_minutes_word_for_word(language: str, layout: Layout, expected: str) -> None:
    """The minutes, word for word."""
    assert paper(language, layout) == expected


def test_language_and_house_style_are_the_networks_unless_others_are_wanted() -> None:
    """Language and house style are the network's unless others are wanted."""
    ours = replace(NETWORK, language="en", layout=Layout.DECISION)
    text = markdown(minutes(ours, small("en"), written_on=dt.date(2026, 3, 23)))
    assert "**Decision:** The network decided to approve the agenda." in text
