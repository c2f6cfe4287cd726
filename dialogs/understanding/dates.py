"""Dates as slots: which meeting is meant, which date is the last day, and what of it is in doubt."""

from __future__ import annotations

from dataclasses import dataclass

from dialogs.understanding.patterns import Pattern
from dialogs.understanding.sentence import Sentence
from dialogs.understanding.slots import Span, cue_start, iso_date, iso_time, moment
from language.reading import When


@dataclass(frozen=True, slots=True)
class Said:
    """A value with the place in the text that says it."""

    start: int
    end: int
    value: str

    @property
    def span(self) -> Span:
        """The place in the text."""
        return self.start, self.end


_MEETING = (
    r"(?:extra|ordinarie|kommande|ordinary|upcoming )?(?:mot(?:e|et|en|ena|ets|es)|sammantrade(?:t)?|"
    r"motestillfalle|gang(?:en)?|meeting(?:'s)?|time|one)"
)
_BEFORE = (
    r"(?:(?:till|pa|infor|for|at|to|until|on|from|fran|of|under|vid|i|med|om|in|ta|tills) )?(?:the |"
    r"our |var |vart |vara )?"
)
_NAMED = tuple(
    (value, Pattern(rf"\b{_BEFORE}(?:{words}) (?:natverks)?{_MEETING}\b(?!\s+\d)"))
    for value, words in (
        ("next", "nasta|naste|next|kommande|upcoming|foljande|following"),
        ("previous", "forra|foregaende|senaste|sista|previous|last|past"),
        ("current", "dagens|detta|det har|this|today's|current|pagaende|innevarande"),
    )
)
_NEXT_TIME = Pattern(r"\b(?:till )?(?:nasta gang|next time)\b")
_MEETING_THEN = Pattern(
    rf"(?:{_BEFORE}|det |den |de |vi har )(?:extra |planerade |inbokade |ordinarie )?"
    r"(?:(?:\w*mote(?:t|ts)?|\w*sammantrade(?:t)?|\bmeetings?)(?: som ar| som var| planerat| held| "
    r"scheduled)?"
    r" ?(?:pa |on |den |for |fran |from |of |at |the )*|(?:dagordning(?:en)?|agenda(?:n)?|"
    r"foredragningslista(?:n)?|arendelista(?:n)?|"
    r"kallelse(?:n)?|protokoll(?:et)?|"
    r"\w*anteckningar(?:na)?|minutes|summons) ?(?:pa |on |den |for |fran |from |of |till |at |the )*)$"
)
_THEN_MEETING = Pattern(r"'?s?,? (?:\w*mote(?:t|ts)?|meeting(?:'s)?|sammantrade(?:t)?)\b")


def meeting(sentence: Sentence, *, past: bool = False, bare: bool = False) -> Said | None:
    """Return the meeting that is spoken of: next, current, previous, or by its date.

    With `bare` any date names the meeting, also one that does not stand beside the word.
    """
    whens = sentence.past_whens if past else sentence.whens
    dated = [when for when in whens if when.date is not None and when.to is None]
    for when in dated:
        found = _by_date(sentence, when)
        if found:
            return found
    for value, pattern in _NAMED:
        match = pattern.search(sentence.folded)
        if match and not _is_item(match.group()):
            return Said(match.start(), match.end(), value)
    match = _NEXT_TIME.search(sentence.folded)
    if match:
        return Said(match.start(), match.end(), "next")
    if bare and dated:
        when = dated[0]
        return Said(_lead(sentence, when.start), when.end, iso_date(when.date or sentence.now.date()))
    return None


def _is_item(words: str) -> bool:
    return words.endswith("one") and "next" not in words


def _by_date(sentence: Sentence, when: When) -> Said | None:
    before = _MEETING_THEN.search(sentence.folded[: when.start])
    value = iso_date(when.date or sentence.now.date())
    if before and before.group().strip():
        return Said(before.start(), when.end, value)
    after = _THEN_MEETING.match(sentence.folded, when.end)
    if after:
        return Said(_lead(sentence, when.start), after.end(), value)
    return None


_LEAD = Pattern(r"(?:\b(?:till|pa|infor|for|at|to|until|on|from|fran|of|the|den|tills|i)\s+)+$")


def _lead(sentence: Sentence, at: int) -> int:
    """Move back over the prepositions before a date."""
    match = _LEAD.search(sentence.folded[:at])
    return match.start() if match else at


_STRONG_CUE = Pattern(
    r"\b(?:senast|till och med|t\.?o\.?m|tom|fram till|till|tills|by|before|until|no later than|"
    r"latest|sista dag\w*|sista datum\w*|deadline\w*|due|last day|svarstid|innan|close it|"
    r"klart?|inne|svar\w*|synpunkter|invandningar|object\w*|closing|closes?|reply|respond|answer|"
    r"stanger|stangs|fore)\b"
)


def last_day(sentence: Sentence, taken: Span | None = None, after: int = 0, *, sure: bool = False) -> Said | None:
    """Return the date that is said as a last day: after "senast", "by" and the like, else the last date.

    A place that is `taken` (the meeting's date) does not count. With `sure` only a date with such a cue counts.
    """
    free = [
        when
        for when in sentence.whens
        if when.date is not None
        and when.start >= after
        and not (taken and when.start < taken[1] and when.end > taken[0])
    ]
    cued = [when for when in free if _cued(sentence, when, after) or (len(free) == 1 and _stands_last(sentence, when))]
    choice = cued or ([] if sure else free)
    if not choice:
        return None
    when = choice[-1]
    value, end = moment(when) or "", when.end
    for later in sentence.whens:
        between = sentence.folded[when.end : later.start] if later.start >= when.end else "-"
        if when.time is None and later.date is None and later.time and _THEN_TIME.fullmatch(between):
            value, end = f"{value}T{iso_time(later.time)}", later.end
    return Said(cue_start(sentence, when, after), end, value)


_THEN_TIME = Pattern(r",? (?:at |kl\.? )?(?:12 )?")
_SET_APART = Pattern(r"(?:\s[-–—]|[,;])\s*$")


def _stands_last(sentence: Sentence, when: When) -> bool:
    """Whether a date ends the sentence, set apart by a comma or dash."""
    last = not sentence.text[when.end :].strip(" .!")
    return last and bool(_SET_APART.search(sentence.folded[: when.start]))


def _cued(sentence: Sentence, when: When, after: int) -> bool:
    cue = cue_start(sentence, when, after)
    return bool(
        _STRONG_CUE.search(sentence.folded[cue : when.start + 14].split("\n")[0][: when.start - cue + 14])
    ) and bool(_STRONG_CUE.search(sentence.folded, cue, min(when.end, when.start + 9)))


def hours(sentence: Sentence, taken: Span | None = None) -> tuple[str | None, str | None, Span | None]:
    """Return the start and end time that were said outside the taken place, and where."""
    for when in sentence.whens:
        if when.time is None or (taken and when.start >= taken[0] and when.end <= taken[1]):
            continue
        return iso_time(when.time), iso_time(when.until) if when.until else None, (when.start, when.end)
    if taken:
        inside = next((when for when in sentence.whens if when.time is not None), None)
        if inside is not None and inside.time is not None:
            return iso_time(inside.time), iso_time(inside.until) if inside.until else None, (inside.start, inside.end)
    return None, None, None


_BARE_TIME = Pattern(r"(?<![\d.])([01]?\d|2[0-3])[.:]([0-5]\d)(?![\d.]|\s*(?:kr|min|%))")


_BARE_HOUR = Pattern(
    r"\b(?:until|till|to|from|fran|at|vid|efter|after|since|tills) ([01]?\d|2[0-3])(?! ?(?:[.:/%\w-]|(?:min|kr|"
    r"jan|feb|mar|apr|maj)))"
)


def bare_time(sentence: Sentence) -> tuple[str | None, Span | None]:
    """Return a time without "kl" or "at" ("ansluter 9.30"), where only a time can be meant."""
    match = _BARE_TIME.search(sentence.folded)
    if match:
        return f"{int(match[1]):02d}:{match[2]}", match.span()
    hour = _BARE_HOUR.search(sentence.folded)
    return (f"{int(hour[1]):02d}:00", hour.span(1)) if hour else (None, None)
