"""What was written under an item, and what became of it, in the words of either house style."""

from __future__ import annotations

import re
from itertools import groupby

from documents.document import Block, Clauses, Paragraph
from documents.names import body, day, ended
from language.words import Words
from secretary.item import Entry, Item, State, Written
from secretary.network import Layout, Network, Standing

_CLAUSE = re.compile(r"(?:att|to|that)\s", re.IGNORECASE)
# "Beslutar att …" and "We decided to …": what the words before the clause say is said by the document itself.
_SAID_BEFORE = re.compile(
    r"(?:vi\s+)?(?:beslutar|beslutade|beslöt)\s+(?=att\s)|(?:we\s+)?(?:decide|decided|agreed)\s+(?=to\s|that\s)",
    re.IGNORECASE,
)
_BLANK_LINES = re.compile(r"\n[^\S\n]*\n\s*")


def written(network: Network, item: Item, layout: Layout, say: Words) -> tuple[Block, ...]:
    """The notes and decisions under an item, in the order they were made."""
    subject = say("papers-body", name=body(network))
    blocks: list[Block] = []
    for entry in item.entries:
        if entry.written is Written.NOTE:
            blocks += [Paragraph(part) for part in _BLANK_LINES.split(entry.text) if part.strip()]
        elif layout is Layout.DECISION:
            blocks.append(_in_one_paragraph(entry, item, subject, say))
        else:
            blocks += _clause_by_clause(entry, item, subject, say)
    return tuple(blocks)


def fate(item: Item, say: Words) -> tuple[Block, ...]:
    """That the item was withdrawn or tabled, and why."""
    if item.state is State.LISTED:
        return ()
    message = "papers-withdrawn" if item.state is State.WITHDRAWN else "papers-tabled"
    if item.state is State.TABLED and item.tabled_to:
        message = "papers-tabled-to"
    facts = {"date": day(item.tabled_to, say.language)} if item.tabled_to else {}
    if item.reason:
        return (Paragraph(say(f"{message}-because", reason=ended(item.reason), **facts)),)
    return (Paragraph(say(message, **facts)),)


def _in_one_paragraph(entry: Entry, item: Item, subject: str, say: Words) -> Paragraph:
    """ "Beslut: Nätverket beslutar att …, att … samt att …." """
    lead = say("papers-decision")
    if entry.written is Written.NOTED:
        return Paragraph(say("papers-notes", body=subject), lead)
    if entry.written is Written.FILED:
        return Paragraph(say(f"papers-files-{_filed(item)}", body=subject), lead)
    sentences = []
    for is_clause, group in groupby(map(_bare, entry.clauses), key=_is_clause):
        said = list(group)
        if is_clause:
            sentences.append(ended(say("papers-decides", body=subject, clauses=_joined(said, say))))
        else:
            sentences += [_sentence(one) for one in said]
    return Paragraph(" ".join(sentences), lead)


def _clause_by_clause(entry: Entry, item: Item, subject: str, say: Words) -> tuple[Block, ...]:
    """ "Nätverket beslutade", then each clause on its own line; a whole sentence stands after "Beslut:"."""
    decided = say("papers-decided", body=subject)
    if entry.written is Written.NOTED:
        return (Paragraph(say("papers-noted", body=subject)),)
    if entry.written is Written.FILED:
        return (Clauses(decided, (say(f"papers-file-{_filed(item)}"),)),)
    blocks: list[Block] = []
    for is_clause, group in groupby(map(_bare, entry.clauses), key=_is_clause):
        if is_clause:
            blocks.append(Clauses(decided, tuple(ended(_open_end(clause)) for clause in group)))
        else:
            blocks += [Paragraph(_sentence(one), say("papers-decision")) for one in group]
    return tuple(blocks)


def _bare(said: str) -> str:
    before = _SAID_BEFORE.match(said)
    return said[before.end() :] if before else said


def _is_clause(said: str) -> bool:
    return bool(_CLAUSE.match(said))


def _joined(clauses: list[str], say: Words) -> str:
    """Clauses in one sentence; the full stop of each gives way to what joins them."""
    open_ended = [_open_end(clause) for clause in clauses]
    if len(open_ended) == 1:
        return open_ended[0]
    return say("papers-or-more", first=", ".join(open_ended[:-1]), last=open_ended[-1])


def _open_end(clause: str) -> str:
    """The clause without the sign that ended it, unless that belongs to an abbreviation such as "m.m."."""
    clause = clause.rstrip(" ,;")
    words = clause.split()
    return clause.removesuffix(".") if words and words[-1].count(".") == 1 else clause


def _sentence(said: str) -> str:
    """A whole sentence: a capital first, a full stop last."""
    return ended(said[:1].upper() + said[1:])


def _filed(item: Item) -> str:
    return "minutes" if item.standing is Standing.PREVIOUS_MINUTES else "information"
