"""The documents' own words."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from language.words import Words

FOLDER = Path(__file__).parent


@cache
def papers(language: str) -> Words:
    """The words of a language: `papers("sv")("papers-raised-by", name=…)`."""
    return Words(language, (FOLDER,))
