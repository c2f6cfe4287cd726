"""The clauses of a decision: att-clauses on lines of their own or in a row, or one sentence."""

from __future__ import annotations

import re

from dialogs.understanding.patterns import Pattern
from dialogs.understanding.text import fold, tidy

_BULLET = Pattern(r"^[ \t]*[-–—•*·+]", re.MULTILINE)
MOST = 200
"""How many clauses are read at most."""

_LINE_LEAD = Pattern(r"^[\s\-–—•*·+]*(?:\d{1,2}[.)]\s+)?(?:[-–—•]\s*)?")
_JOINING = Pattern(r"[,;]?\s+(?:samt|och|and|dels)$")
_ATT_NEXT = Pattern(
    r"(?:\s*[,;]\s*(?:och |and |samt |dels )?|\s+(?:och|samt|dels)\s+)(?=att\s)|"
    r"(?:\s*[,;]\s*(?:and |och )?|\s+and\s+)(?=that\s|to\s)"
)
_LEAD = Pattern(
    r"^(?:\s*(?:har|harmed|darmed|idag|i dag|ocksa|enhalligt|unanimously|hereby|today|foljande|the "
    r"following|also|darfor|alltsa|sedan|then)\b)*\s*[:,–-]?\s*"
)
_BETWEEN = Pattern(r"\s*(?:,\s*)?\b(?:and|och)\s+(?=[a-z]+(?:a|e|ise|ize)?\s)")


def read_clauses(text: str) -> tuple[str, ...]:
    """Return the clauses in what follows the deciding words; one sentence without "att" is one clause."""
    lines = [line for line in (_LINE_LEAD.sub("", line).strip() for line in text.split("\n")) if line]
    lines = [_JOINING.sub("", line) if at < len(lines) - 1 else line for at, line in enumerate(lines)]
    clauses: list[str] = []
    bulleted = _bulleted(text)
    for line in lines:
        folded = fold(line)
        if folded.startswith(("att ", "that ", "to ")):
            clauses.extend(_inline(line, folded))
        elif (
            clauses
            and len(lines) > 1
            and not folded.startswith(("att", "that"))
            and line[:1].islower()
            and not bulleted
        ):
            clauses[-1] = f"{clauses[-1]} {line}"
        else:
            clauses.extend(_inline(line, folded))
        if len(clauses) >= MOST:
            break
    return tuple(
        clause
        for clause in (tidy(clause) for clause in clauses[:MOST])
        if clause and clause.lower() not in {"att", "that", "to"}
    )


def _bulleted(text: str) -> bool:
    return bool(re.search(r"^\s*[-–—•*·+]", text, re.MULTILINE))


def _inline(line: str, folded: str) -> list[str]:
    """Split "att A, att B och att C"; a second "att" that does not follow a comma or "och" belongs to its clause."""
    if not folded.startswith(("att ", "that ", "to ")):
        return [line]
    word = folded.split(" ", 1)[0]
    parts: list[str] = []
    at = 0
    for match in _ATT_NEXT.finditer(folded):
        if folded.startswith(word + " ", match.end()) or (word == "att" and folded.startswith("att ", match.end())):
            parts.append(line[at : match.start()])
            at = match.end()
        if len(parts) >= MOST:
            break
    return [*parts, line[at:]]


def after_deciding(text: str) -> str:
    """Drop small words between "beslutar" and the first clause."""
    match = _LEAD.match(fold(text))
    return text[match.end() :] if match else text
