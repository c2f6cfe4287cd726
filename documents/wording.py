"""The documents' own words."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from language.words import Words

FOLDER = Path(__file__).parent
_MARK = re.compile("\x02([a-z]+)\x02")


class Papers:
    """The words of one language: `papers("papers-raised-by", name=…)`; the texts may be of any length.

    Fluent refuses a text above 2,500 characters, so it is given marks that the texts then take the place of.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._words = Words(language, (FOLDER,))

    def __call__(self, message: str, **texts: str) -> str:
        """The finished sentence."""
        said = self._words(message, **{name: f"\x02{name}\x02" for name in texts})
        return _MARK.sub(lambda mark: texts[mark.group(1)], said)


@cache
def papers(language: str) -> Papers:
    """The words of a language."""
    return Papers(language)
