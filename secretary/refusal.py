"""How a rule says no."""

from __future__ import annotations

import re


class Refused(Exception):
    """A rule said no: the class names the reason, the facts say about what; the words stand elsewhere."""

    def __init__(self, **facts: object) -> None:
        super().__init__(type(self).__name__, facts)
        self.facts = facts

    @property
    def message(self) -> str:
        """The id of its words, such as `refused-no-such-item`."""
        return "refused" + re.sub(r"([A-Z])", lambda letter: "-" + letter.group().lower(), type(self).__name__)


class NothingSaid(Refused):
    """A title, a note or another text is empty when it is needed."""


class TooLong(Refused):
    """A text is longer than a record may hold; `limit` in characters."""


class TooMany(Refused):
    """More of something than anybody can handle; `limit` says how many fit."""


class NothingToTakeBack(Refused):
    """The speaker has changed nothing here that can be taken back."""


class BuiltUpon(Refused):
    """Something was changed again since, so that it cannot be taken back; `said`."""


LONGEST_TITLE = 300
LONGEST_TEXT = 8_000


def titled(text: str) -> str:
    """A title or a name: one line, not empty, not too long; line breaks and runs of space become one space."""
    return checked(" ".join(text.split()), LONGEST_TITLE)


def checked(text: str, limit: int = LONGEST_TEXT) -> str:
    """The text without surrounding space, or a refusal when it is empty or too long."""
    text = text.strip()
    if not text:
        raise NothingSaid
    if len(text) > limit:
        raise TooLong(limit=limit, length=len(text))
    return text
