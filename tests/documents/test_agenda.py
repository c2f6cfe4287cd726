"""The agenda as it is sent out."""

import datetime as dt
from dataclasses import replace

from documents.agenda import agenda
from documents.markdown import markdown
from secretary.due import Due
from secretary.item import Attachment, Item, Kind, State
from secretary.meeting import Meeting, Stage
from secretary.network import Layout, Network, Standing

ITEMS = (
    Item(1, standing=Standing.OPENING),
    Item(
        2,
        "Budget",
        Kind.DECISION,
        presenters=("Karin Engström",),
        minutes=20,
        attachments=(Attachment("https://exempel.se/budget"), Attachment("https://exempel.se/b", "Bilaga B")),
    ),
    Item(3, "Bemanning", raised_by="Roger Granat", late=True, tabled_from=dt.date(2022, 2, 4)),
    Item(4, "Färdtjänst", raised_by="Karin Engström", state=State.WITHDRAWN, reason="underlag saknas"),
    Item(5, standing=Standing.OTHER_BUSINESS),
    Item(6, "Snabbtester", under=5, raised_by="Karin Engström"),
)

SWEDISH = """\
# Kallelse och dagordning

**Socialchefsnätverket Fyrbodal**

Utsänd 2022-02-26

**Datum:** Fredag 4 mars 2022\\
**Tid:** Kl. 9.00–15.00\\
**Plats:** Digitalt möte via Teams\\
**Anmälan senast:** fredag 25 februari 2022 kl. 12.00

## 1. Mötets öppnande

## 2. Beslut: Budget

Föredragande: Karin Engström\\
20 minuter

**Bilagor:**

- [https://exempel.se/budget](<https://exempel.se/budget>)
- [Bilaga B](<https://exempel.se/b>)

## 3. Bemanning

Anmäld av Roger Granat\\
Bordlagd vid mötet den 4 februari 2022\\
Anmäld efter sista anmälningsdag

## 4. Färdtjänst

Punkten utgår. Skäl: underlag saknas.

## 5. Övriga frågor

### 5.1 Snabbtester

Anmäld av Karin Engström
"""

ENGLISH = """\
# Notice of meeting and agenda

**Socialchefsnätverket Fyrbodal**

Sent 2022-02-26

**Date:** Friday 4 March 2022\\
**Time:** 09:00–15:00\\
**Place:** Digitalt möte via Teams\\
**Items by:** Friday 25 February 2022, 12:00

## 1. Opening of the meeting

## 2. Decision: Budget

Presented by Karin Engström\\
20 minutes

**Attachments:**

- [https://exempel.se/budget](<https://exempel.se/budget>)
- [Bilaga B](<https://exempel.se/b>)

## 3. Bemanning

Raised by Roger Granat\\
Postponed from the meeting on 4 February 2022\\
Submitted after the deadline

## 4. Färdtjänst

The item was withdrawn. Reason: underlag saknas.

## 5. Any other business

### 5.1 Snabbtester

Raised by Karin Engström
"""


def sent(meeting: Meeting) -> Meeting:
    """The meeting with its agenda, sent out late in the evening: the day after, in the network's zone."""
    at = dt.datetime(2022, 2, 25, 23, 30, tzinfo=dt.UTC)
    return replace(
        meeting,
        stage=Stage.PLANNED,
        items=ITEMS,
        deadline=Due(dt.date(2022, 2, 25), dt.time(12)),
        published=at,
        stated_start=dt.time(9, 10),
    )


def test_the_agenda_word_for_word(network: Network, meeting: Meeting) -> None:
    """The agenda, word for word, at the planned time."""
    network = replace(network, layout=Layout.CLAUSES)
    assert markdown(agenda(network, sent(meeting))) == SWEDISH
    assert markdown(agenda(network, sent(meeting), language="en")) == ENGLISH


def test_presenters_stand_with_their_organisations_in_the_decision_style(network: Network, meeting: Meeting) -> None:
    """Presenters stand with their organisations in the decision style."""
    text = markdown(agenda(network, sent(meeting)))
    assert "## 2) Beslut: Budget\n\nKarin Engström, Fyrbodals kommunalförbund\\\n20 minuter" in text
    assert "**Tid:** Fredag 4 mars 2022 kl. 9.00–15.00\\\n" in text


def test_an_agenda_that_was_not_sent_bears_no_date(network: Network, meeting: Meeting) -> None:
    """An agenda that was not sent bears no date of its own."""
    unsent = agenda(network, replace(sent(meeting), published=None))
    assert (unsent.dated, unsent.date) == ("", meeting.date)


def test_a_meeting_called_off_says_so(network: Network, meeting: Meeting) -> None:
    """A meeting that is called off says so, and why."""
    off = replace(sent(meeting), stage=Stage.CANCELLED)
    assert "\n\nMötet är inställt.\n\n" in markdown(agenda(network, off))
    text = markdown(agenda(network, replace(off, reason="snöoväder"), language="en"))
    assert "\n\nThe meeting is cancelled. Reason: snöoväder.\n\n" in text
