"""Who may do what: the whole table, read by role."""

from __future__ import annotations

import pytest

from dialogs.conversation import HANDLERS
from dialogs.understanding.intents import INTENTS
from secretary.network import Role
from secretary.rights import RIGHTS, NotAllowed, Right, allow, leads

LEADING = (Role.CHAIR, Role.VICE_CHAIR, Role.SECRETARY)
VOTING = (Role.MEMBER, Role.SUBSTITUTE)

# What everybody in the channel may do beside reading, as the network has agreed.
MEMBERS_DO = {
    "agenda.add",
    "circulation.consent",
    "circulation.object",
    "minutes.comment",
    "nomination.nominate",
    "nomination.pass",
    "remiss.answer",
}
MEMBERS_DO_TO_THEIR_OWN = {
    "agenda.attach",
    "agenda.edit",
    "agenda.withdraw",
    "decision.undo",
    "nomination.accept",
    "nomination.decline",
    "nomination.withdraw",
    "presence.absent",
    "presence.present",
    "presence.substitute",
    "settings.set",
    "task.add",
    "task.done",
}
EVERYBODY_READS = {
    "agenda.show",
    "cost.split",
    "deadline.list",
    "decision.search",
    "help",
    "meeting.show",
    "members.show",
    "minutes.export",
    "minutes.show",
    "network.choose",
    "nomination.list",
    "poll.show",
    "remiss.status",
    "reminder.list",
    "task.list",
}


def _may(role: Role, *, own: bool) -> set[str]:
    found = set()
    for action in RIGHTS:
        try:
            allow(role, action, own=own)
        except NotAllowed:
            continue
        found.add(action)
    return found


@pytest.mark.parametrize("role", LEADING)
@pytest.mark.parametrize("own", [True, False])
def test_those_who_lead_may_do_everything(role: Role, own: bool) -> None:
    """Chair, vice-chair and secretary, with their own and with others' things."""
    assert _may(role, own=own) == set(RIGHTS)
    assert leads(role)


@pytest.mark.parametrize("role", VOTING)
def test_members_and_substitutes_take_part(role: Role) -> None:
    """They read, add, nominate, answer and vote, and change what is theirs."""
    assert _may(role, own=False) == EVERYBODY_READS | MEMBERS_DO | {"poll.vote"}
    assert _may(role, own=True) == EVERYBODY_READS | MEMBERS_DO | {"poll.vote"} | MEMBERS_DO_TO_THEIR_OWN


def test_staff_are_members_without_a_vote() -> None:
    """The same, but for voting."""
    for own in (True, False):
        assert _may(Role.STAFF, own=own) == _may(Role.MEMBER, own=own) - {"poll.vote"}


@pytest.mark.parametrize("own", [True, False])
def test_guests_read(own: bool) -> None:
    """And nothing else, whosever it is."""
    assert _may(Role.GUEST, own=own) == EVERYBODY_READS


def test_the_refusal_says_what_it_takes() -> None:
    """A guest is told that it takes membership, a member that those who lead do it."""
    for role, action, needed in (
        (Role.GUEST, "meeting.open", Right.TAKE_PART),
        (Role.MEMBER, "meeting.open", Right.LEAD),
        (Role.MEMBER, "agenda.withdraw", Right.OWN),
        (Role.STAFF, "poll.vote", Right.VOTE),
    ):
        with pytest.raises(NotAllowed) as refused:
            allow(role, action)
        assert refused.value.facts["needed"] == needed


def test_every_action_that_is_answered_stands_in_the_table() -> None:
    """No handler and no intent is without a line in the table, and no line without an intent or a button."""
    assert set(HANDLERS) - set(RIGHTS) == set()
    assert set(INTENTS) - set(RIGHTS) == set()
    assert set(RIGHTS) - set(INTENTS) - set(HANDLERS) - {"network.choose"} == set()


def test_what_only_reads_is_open_to_guests_and_what_changes_is_not() -> None:
    """The table of intents and the table of rights agree."""
    for name, intent in INTENTS.items():
        assert (RIGHTS[name] is Right.READ) is not intent.changes, name
