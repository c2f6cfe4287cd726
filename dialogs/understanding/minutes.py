"""The minutes: showing, exporting, sending out, commenting, approving."""

from __future__ import annotations

from dialogs.understanding.dates import last_day, meeting
from dialogs.understanding.patterns import Pattern
from dialogs.understanding.rules import Reader, Slots, rules
from dialogs.understanding.sentence import Sentence
from dialogs.understanding.slots import given, iso_date, said, segments

RULES = rules("""
minutes.comment 88: not? comment minutes|draft told? !approve !send !show !for_comments !comments_by
minutes.comment 60: not? starts:change minutes|draft !approve !send
minutes.send 84: obj:minutes|obj:draft send !send_me !as_file !comment_colon
minutes.send 80: minutes|draft for_comments !comment_colon
minutes.send 82: minutes|draft comments_by let_have|send|go_out|for_comments !comment_colon
minutes.send 79: obj:minutes|obj:draft go_out !question !agenda
minutes.approve 86: minutes approve !obj:agenda !wh
minutes.approve 80: obj:draft approve
minutes.export 82: minutes|draft as_file|export !send
minutes.show 80: obj:minutes|obj:draft send_me !as_file
minutes.show 74: !past_time !past_tense obj:minutes|obj:draft show|wh|question|how_stands !send !approve !take_off
    !deadline
    !asks_people
minutes.show 75: obj:minutes|obj:draft see_it !send !approve !take_off !deadline !asks_people !comment !comments_by
minutes.show 56: obj:minutes|obj:draft all_known brief
minutes.show 54: obj:minutes brief date !approve !send !comment !take_off !add
minutes.show 62: minutes starts:show
""")

_FORMATS = (
    ("docx", Pattern(r"\b(?:word\w*|docx?)\b|\bword-?(?:fil|dokument)\w*")),
    ("pdf", Pattern(r"\bpdf\w*|\bpdf-\w+")),
    ("html", Pattern(r"\bhtml\b|\bweb page\b|\bwebbsida\b")),
    ("md", Pattern(r"\b(?:markdown|md)\b")),
)
_COMMENT_LEAD = Pattern(
    r"^(?:(?:en |a |one |my |min |har ar (?:en )?)?(?:synpunkt(?:er)?|kommentar(?:er)?|comments?|"
    r"corrections?|rattelse|andring|korrigering|feedback|invandning|change|fix|fel|error|"
    r"mistake)\s+(?:pa|till|on|to|i|in|for|about|om)?\s*(?:the )?(?:draft )?"
    r"(?:utkast(?:et)?(?: till \w+)?|protokoll(?:et)?|\w*anteckningar(?:na)?|minutes|"
    r"draft)?)[\s,:–-]*(?:(?:punkt|item|under punkt|under item|pa punkt|on "
    r"item)\s+\d[\d.]*)?[\s,:–-]*"
)


def which(sentence: Sentence) -> str | None:
    """The meeting whose minutes are meant: named, or by a date that has been."""
    named = meeting(sentence, past=True)
    if named:
        return named.value
    dated = next((when for when in sentence.past_whens if when.date), None)
    return iso_date(dated.date) if dated and dated.date else None


def show(sentence: Sentence) -> Slots:
    """Read which meeting's minutes."""
    return given(meeting=which(sentence))


def export(sentence: Sentence) -> Slots:
    """Read which meeting's minutes and as what."""
    chosen = next((name for name, pattern in _FORMATS if pattern.search(sentence.folded)), None)
    return given(meeting=which(sentence), format=chosen)


def send(sentence: Sentence) -> Slots:
    """Read which minutes go out and until when comments may come."""
    limit = last_day(sentence, sure=True)
    named = meeting(sentence, past=True)
    if limit and named and limit.start <= named.start < limit.end:
        named = None
    return given(meeting=named.value if named else None, deadline=limit.value if limit else None)


def comment(sentence: Sentence) -> Slots:
    """Read the comment and the item it is about."""
    item = sentence.items[0].values[0] if sentence.items else None
    if sentence.colon is not None:
        start = sentence.colon + 1
        refs = [(ref.start, ref.end) for ref in sentence.items if ref.start <= start + 2 and ref.end > start]
        text = max((said(sentence, span) for span in segments(start, len(sentence.text), refs)), key=len, default="")
        if sentence.items and sentence.items[0].start > start + 2:
            item = None
        return given(text=text, item=item)
    lead = _COMMENT_LEAD.match(sentence.folded)
    return given(text=said(sentence, (lead.end() if lead else 0, len(sentence.text))), item=item)


def approve(sentence: Sentence) -> Slots:
    """Read which minutes are approved."""
    return given(meeting=which(sentence))


SLOTS: dict[str, Reader] = {
    "minutes.show": show,
    "minutes.export": export,
    "minutes.send": send,
    "minutes.comment": comment,
    "minutes.approve": approve,
}
