"""One message that is owed, as the rules give it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

CHANNEL = "channel"


class OnUnknown(StrEnum):
    """What becomes of a message that may or may not have been posted."""

    RESEND = "resend"  # better twice than never
    HOLD = "hold"  # never twice: shown to the secretary


@dataclass(frozen=True)
class Owed:
    """One message owed to one receiver for one occurrence; the words come when it is sent."""

    kind: str  # the part before the full stop is the subject that words it
    object: str  # such as "meeting:3"
    occurrence: str  # such as "P7D"
    target: str  # "channel", or "member:" and the name
    local_due: dt.datetime  # naive: what people asked for, in the network's zone
    due: dt.datetime  # in UTC; not what was asked for where that lies outside office hours
    expires: dt.datetime | None = None  # in UTC; from then on it is not worth posting
    facts: Mapping[str, str | int] = field(default_factory=dict)
    on_unknown: OnUnknown = OnUnknown.RESEND
    asked: dt.datetime | None = None  # in UTC: the moment of `local_due`, where it is posted earlier than that

    @property
    def key(self) -> str:
        """What makes it this one in its network; the wall-clock time tells a moved occurrence from the old one."""
        return f"{self.object}:{self.kind}:{self.occurrence}:{self.target}:{self.local_due:%Y-%m-%dT%H:%M}"


def member(name: str) -> str:
    """The receiver that is one person, in private."""
    return f"member:{name}"
