"""Regular expressions that are compiled when understanding is first used, so that the program starts at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

_ALL: list[Pattern] = []


class Pattern:
    """A regular expression; the same methods as `re.Pattern`, those of them that are used."""

    __slots__ = ("_compiled", "_flags", "_source")

    def __init__(self, source: str, flags: int = 0) -> None:
        self._source = source
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None
        _ALL.append(self)

    def ready(self) -> re.Pattern[str]:
        """Return the compiled expression."""
        if self._compiled is None:
            self._compiled = re.compile(self._source, self._flags)
        return self._compiled

    def search(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Find the first place that matches."""
        return self.ready().search(text, start, len(text) if end is None else end)

    def match(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """Match at `start`."""
        return self.ready().match(text, start, len(text) if end is None else end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Match the whole text."""
        return self.ready().fullmatch(text)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """Find every place that matches."""
        return self.ready().finditer(text, start, len(text) if end is None else end)

    def sub(self, replacement: str, text: str) -> str:
        """Replace every place that matches."""
        return self.ready().sub(replacement, text)


def prepare() -> None:
    """Compile every expression now; done by the first sentence, or before it by who wants that one quick too."""
    while _ALL:
        _ALL.pop().ready()
