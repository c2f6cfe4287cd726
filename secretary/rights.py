"""Who may do what: the one table."""

from __future__ import annotations

from enum import StrEnum

from secretary.network import Role
from secretary.refusal import Refused


class NotAllowed(Refused):
    """The person's role does not cover what was asked; `needed`."""


class Right(StrEnum):
    """What an action takes."""

    READ = "read"  # everybody, guests too
    TAKE_PART = "take-part"  # everybody in the channel but guests
    OWN = "own"  # those who lead, and others for what they added or what is theirs
    LEAD = "lead"  # chair, vice-chair, secretary
    VOTE = "vote"  # those with a vote: not staff


LEADS = frozenset({Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARY})

RIGHTS: dict[str, Right] = {
    "meeting.schedule": Right.LEAD,
    "meeting.series": Right.LEAD,
    "meeting.move": Right.LEAD,
    "meeting.shift": Right.LEAD,
    "meeting.cancel": Right.LEAD,
    "meeting.carry": Right.LEAD,
    "meeting.show": Right.READ,
    "meeting.find_date": Right.LEAD,
    "meeting.open": Right.LEAD,
    "meeting.close": Right.LEAD,
    "agenda.show": Right.READ,
    "agenda.add": Right.TAKE_PART,
    "agenda.edit": Right.OWN,
    "agenda.reorder": Right.LEAD,
    "agenda.withdraw": Right.OWN,
    "agenda.postpone": Right.LEAD,
    "agenda.attach": Right.OWN,
    "agenda.publish": Right.LEAD,
    "agenda.deadline": Right.LEAD,
    "agenda.approve": Right.LEAD,
    "item.open": Right.LEAD,
    "item.note": Right.LEAD,
    "presence.present": Right.OWN,
    "presence.absent": Right.OWN,
    "presence.substitute": Right.OWN,
    "presence.guest": Right.LEAD,
    "presence.note_taker": Right.LEAD,
    "decision.record": Right.LEAD,
    "decision.note": Right.LEAD,
    "decision.undo": Right.OWN,
    "decision.search": Right.READ,
    "task.add": Right.OWN,
    "task.done": Right.OWN,
    "task.list": Right.READ,
    "deadline.add": Right.LEAD,
    "deadline.list": Right.READ,
    "deadline.move": Right.LEAD,
    "reminder.add": Right.LEAD,
    "reminder.list": Right.READ,
    "reminder.rule": Right.LEAD,
    "reminder.cancel": Right.LEAD,
    "nomination.open": Right.LEAD,
    "nomination.nominate": Right.TAKE_PART,
    "nomination.withdraw": Right.OWN,
    "nomination.accept": Right.OWN,
    "nomination.decline": Right.OWN,
    "nomination.pass": Right.TAKE_PART,
    "nomination.extend": Right.LEAD,
    "nomination.list": Right.READ,
    "nomination.appoint": Right.LEAD,
    "poll.open": Right.LEAD,
    "poll.elect": Right.LEAD,
    "poll.vote": Right.VOTE,
    "poll.close": Right.LEAD,
    "poll.show": Right.READ,
    "remiss.open": Right.LEAD,
    "remiss.answer": Right.TAKE_PART,
    "remiss.status": Right.READ,
    "circulation.open": Right.LEAD,
    "circulation.consent": Right.TAKE_PART,
    "circulation.object": Right.TAKE_PART,
    "cost.split": Right.READ,
    "minutes.show": Right.READ,
    "minutes.export": Right.READ,
    "minutes.send": Right.LEAD,
    "minutes.comment": Right.TAKE_PART,
    "minutes.approve": Right.LEAD,
    "members.show": Right.READ,
    "members.add": Right.LEAD,
    "members.remove": Right.LEAD,
    "settings.set": Right.OWN,
    "network.confirm": Right.LEAD,
    "network.choose": Right.READ,
    "delivery.posted": Right.LEAD,
    "delivery.again": Right.LEAD,
    "help": Right.READ,
}


def leads(role: Role) -> bool:
    """Whether the role leads the network."""
    return role in LEADS


def allow(role: Role, action: str, *, own: bool = False) -> None:
    """Refuse, unless somebody of the role may do it; `own` says that the thing is the person's own."""
    right = RIGHTS[action]
    if right is Right.READ or leads(role):
        return
    if role is Role.GUEST:
        raise NotAllowed(needed=Right.TAKE_PART.value)
    if right is Right.TAKE_PART or (right is Right.OWN and own):
        return
    if right is Right.VOTE and role is not Role.STAFF:
        return
    raise NotAllowed(needed=right.value)
