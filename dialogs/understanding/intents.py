"""The table of everything a member can ask for: names, what each needs, and whether it changes anything."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True)
class Intent:
    """One thing that can be asked for; `required` slots are asked for when they were not said."""

    name: str
    required: tuple[str, ...]
    changes: bool


_CHANGING = """
meeting.schedule date start
meeting.series rule start
meeting.move
meeting.shift
meeting.cancel meeting
meeting.find_date dates
meeting.open
meeting.close
agenda.add title
agenda.edit item
agenda.reorder item position
agenda.withdraw item
agenda.postpone item
agenda.attach item
agenda.publish
agenda.deadline deadline
agenda.approve
item.open item
item.note text
presence.present people
presence.absent people
presence.substitute person for
presence.guest people
presence.note_taker person
decision.record clauses
decision.note
decision.undo
task.add assignees text
task.done task
deadline.add text deadline
deadline.move deadline_id|text deadline
reminder.add text at
reminder.rule before subject
reminder.cancel reminder
nomination.open body deadline
nomination.nominate person
nomination.withdraw person
nomination.accept
nomination.decline
nomination.pass
nomination.extend deadline
nomination.appoint people body
poll.open question
poll.elect body
poll.vote choices
poll.close
remiss.open title deadline
remiss.answer stance
circulation.open proposal deadline
circulation.consent
circulation.object
minutes.send
minutes.comment text
minutes.approve
members.add person
members.remove person
settings.set name value
"""

_READING = """
meeting.show
agenda.show
decision.search query
task.list
deadline.list
reminder.list
nomination.list
poll.show
remiss.status
cost.split amount
minutes.show
minutes.export
members.show
help
"""


def _table() -> dict[str, Intent]:
    table: dict[str, Intent] = {}
    for changes, lines in ((True, _CHANGING), (False, _READING)):
        for line in lines.strip().splitlines():
            name, *required = line.split()
            table[name] = Intent(name, tuple(required), changes)
    return table


INTENTS: Mapping[str, Intent] = MappingProxyType(_table())
"""Every intent by its name. A required "a|b" is given when either was said; it is missing as its last name."""


def missing_from(intent: str, slots: Mapping[str, object]) -> tuple[str, ...]:
    """Return the required slots of `intent` that were not said."""
    return tuple(
        choices[-1]
        for choices in (required.split("|") for required in INTENTS[intent].required)
        if not any(choice in slots for choice in choices)
    )
