"""Places at which the process can be made to die, for the tests of crashes; off unless the environment names one."""

from __future__ import annotations

import os
import signal

VARIABLE = "CRASH_KANSLI_AT"  # a point, and after a colon at which time it is passed: "delivery.marked:3"
POINTS = (
    "delivery.claimed",  # in the transaction that marks the attempt
    "delivery.marked",  # the mark is committed, nothing is posted
    "delivery.posted",  # the connector has answered, nothing is recorded
    "delivery.recorded",
    "turn.changed",  # in the turn's transaction
    "turn.committed",  # nothing is said
    "turn.said",  # the answer is out, not marked so
    "turn.marked",
)
_name, _, _time = os.environ.get(VARIABLE, "").partition(":")
_left = {_name: int(_time or 1)} if _name else {}


def crash_point(name: str) -> None:
    """Die here, without a word, when this is the place and the time."""
    if name not in _left:
        return
    _left[name] -= 1
    if _left[name] <= 0:
        os.kill(os.getpid(), signal.SIGKILL)
