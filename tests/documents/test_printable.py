"""What cannot be drawn is printed by its name."""

import pytest

from documents.printable import LONGEST_UNBROKEN, bare, printable


@pytest.mark.parametrize(
    "text", ["Åsa Öberg, Älvdalen", "Łódź Šiauliai Þórr ĳ", "Ελλάδα", "Україна", "50 % ≤ 1 250 € – “så” … § ½ → ✓"]
)
def test_latin_greek_cyrillic_and_common_signs_are_drawn(text: str) -> None:
    """Latin Greek Cyrillic and common signs are drawn."""
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Bra 🙂!", "Bra [SLIGHTLY SMILING FACE]!"),
        ("👍🏽", "[THUMBS UP SIGN][EMOJI MODIFIER FITZPATRICK TYPE-4]"),
        ("👩‍💻", "[WOMAN][PERSONAL COMPUTER]"),
        ("中", "[CJK UNIFIED IDEOGRAPH-4E2D]"),
        ("\ue000", "[U+E000]"),
        ("❤️", "❤"),
        ("A\u030angstro\u0308m", "Ångström"),
        ("a\x00b\x07c\ud800d", "abcd"),
        ("en\u2028två\tflik", "en\ntvå flik"),
        ("\u202eomvänt\u2069", "omvänt"),
    ],
)
def test_other_signs_have_a_name(text: str, shown: str) -> None:
    """Other signs have a name."""
    assert printable(text) == shown


def test_a_very_long_word_may_be_broken() -> None:
    """A very long word may be broken."""
    word = "x" * (2 * LONGEST_UNBROKEN)
    assert printable(word).split("\u200b") == ["x" * LONGEST_UNBROKEN] * 2


def test_the_last_resort_holds_nothing_but_latin() -> None:
    """The last resort holds nothing but Latin."""
    assert bare("Åsa – ok\n😀") == "Åsa [EN DASH] ok\n[GRINNING FACE]"
