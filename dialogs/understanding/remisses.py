"""Consultations (remisser), decisions between meetings (per capsulam), and the split of a cost."""

from __future__ import annotations

import re

from dialogs.understanding.agenda import link_span
from dialogs.understanding.dates import last_day
from dialogs.understanding.patterns import Pattern
from dialogs.understanding.reasons import reason
from dialogs.understanding.rules import Reader, Slots, rules
from dialogs.understanding.sentence import Sentence
from dialogs.understanding.slots import Span, given, longest, said, segments, strip_back, strip_front
from dialogs.understanding.text import fold, tidy, words
from language.reading import find_amounts, find_fraction, split_list

RULES = rules("""
remiss.status 84: remiss wh|show|question|how_stands|starts:show !remiss_new !how_to !minutes
remiss.status 60: obj:remiss all_known brief
remiss.answer 86: not? remiss !quote joint|own|no_answer|answers|answers_no !wh !question !minutes
    !remiss_new
remiss.answer 82: not? answers joint|own !note_it !starts:note !wh !question
remiss.answer 80: not? no_answer !note_it !starts:note !wh !question !nomination
remiss.answer 80: not? gives_answer !wh !question !note_it
remiss.answer 78: not? joint_reply !wh
remiss.open 82: !private not? remiss remiss_new|add|add_to|new|colon|deadline !minutes !for_comments
remiss.open 80: !private not? obj:remiss remiss_new|add|new|colon|date|quote !wh !for_comments !minutes !no_answer
    !gives_answer
    !answers_no !joint_reply !own !joint
circulation.open 94: not? capsulam !obj:minutes !obj:draft !obj:agenda !obj:summons !wh !starts:close
    !i_consent !takes_stance !starts:show !obj:objection
circulation.consent 81: !past_tense not? nothing_against !wh !question !itemref !not_consent
circulation.consent 82: !past_tense not? consents proposal|capsulam !obj:agenda !obj:minutes
    !question !not_consent !starts:add !amount told?
circulation.consent 83: takes_stance consents capsulam|proposal !obj:agenda !obj:minutes !not_consent !objects
    !question !past_tense
circulation.consent 70: not? consent_alone !not_consent !itemref
circulation.object 85: not? objects capsulam|proposal|objection takes_stance !agenda !minutes !question
    !objects_nothing told?
circulation.object 84: not? objects objection|object|proposal|objects_clear !agenda !minutes !question
    !objects_nothing told?
cost.split 85: counted split municipal|per_head|by_basis !task !minutes !agenda
cost.split 84: amount split !task !minutes !agenda
cost.split 70: split municipal amount|starts:split|asked !remind !send !wh_first !person
cost.split 66: amount per_head wh|question|asked|starts_deed
""")

_OPEN_FRONT = words(
    " remiss remissen registrera lägg in till en ett vi har fått inkommit kommit in "
    "anteckna remissförslag about om på on the a register add consultation received we have "
    "got entitled called titel kallad regarding concerning is there "
    "remissförfrågan fått ta emot get named från from log with title"
) - words("the")
_SENDER = Pattern(
    r"[\s,(]*\b(?:fran|from|av|by|avsandare:?|sender:?|remittent:?)\s+(?!\d)((?:the "
    r")?[^,.:;\"”“'()]+?)(?=\s+(?:om|on|about|called|med|with|on)\b|\s*[,.:;\"”“'()]|\s*$)"
)
_TITLE_OF = Pattern(
    r"\b(?:remiss(?:en|svaret|svar|yttrandet)?|consultation(?: reply| response)?|reply|response|"
    r"svar(?:et|ar)?|answer|yttrande(?:t)?)(?: gemensamt| tillsammans| sjalva?| jointly)?\s+(?:om|"
    r"on|to the consultation (?:on|about)|about|avseende|angaende|regarding|gallande|pa remissen "
    r"om|pa|for|kring)\s+(.+?)(?=$|[?!.;,]| (?:just nu|nu|och|tillsammans|gemensamt|sjalva?|"
    r"jointly|separately|on its own|ourselves|together)\b)"
)


def open_remiss(sentence: Sentence) -> Slots:
    """Read a consultation's title, sender, last day and link."""
    limit = last_day(sentence)
    cuts: list[Span] = [limit.span] if limit else []
    link = link_span(sentence)
    if link:
        cuts.append(link)
    sender = _sender(sentence, cuts)
    if sender:
        cuts.append(sender.span())
    if sentence.quotes:
        title: str | None = said(sentence, sentence.quotes[0])
    else:
        start = sentence.colon + 1 if sentence.colon is not None else 0
        spans = [
            span if start else strip_back(sentence, strip_front(sentence, span, _OPEN_FRONT), words("på on om med"))
            for span in segments(start, len(sentence.text), cuts)
        ]
        title = longest(sentence, spans)
    return given(
        title=title,
        sender=said(sentence, sender.span(1)) if sender else None,
        deadline=limit.value if limit else None,
        link=sentence.text[slice(*sentence.link)] if sentence.link else None,
    )


def _sender(sentence: Sentence, taken: list[Span]) -> re.Match[str] | None:
    for match in _SENDER.finditer(sentence.folded):
        first = sentence.text[match.start(1) : match.end(1)]
        inside = any(start <= match.start(1) < end for start, end in (*taken, *sentence.quotes))
        if not inside and (first[:1].isupper() or first.startswith("the ")):
            return match
    return None


_STANCES = (
    (
        "none",
        Pattern(
            r"\bavsta\w*|\b(?:inget|inte|ej|no|not|won't|doesn't|don't|ingen)\b|\b(?:declines?|"
            r"refrains?|passes|pass|abstains?)\b"
        ),
    ),
    (
        "joint",
        Pattern(
            r"\bgemensam\w*|\btillsammans\b|\bcommon\b|\bjoint\w*|\btogether\b|\blansgemensam\w*|"
            r"\bshared\b|\bsamordnat\b|\bansluter\b"
        ),
    ),
    (
        "own",
        Pattern(
            r"\bsjalv\w*|\beget\b|\begen\b|\bown\b|\bitself\b|\bthemselves\b|\bseparate\w*|"
            r"\bourselves\b|\benskilt\b|\bfor sig\b|\bindependently\b|\bindividual\w*"
        ),
    ),
)
_ORGANISATION = Pattern(r"^\s*((?:Region )?[A-ZÅÄÖ][\wåäöÅÄÖ-]+(?: kommun)?)\b(?!['’])")
_LOWER_ORGANISATION = Pattern(
    r"^([a-z-]{3,}(?: kommun)?)\s+(?:svarar|avstar|yttrar|ansluter|lamnar|skickar|ar med|avger|is|will|answers|"
    r"replies|joins)\b"
)
_NO_ORGANISATION = words(
    "alla ingen den det som remiss kommunen kommunerna svaret it she everyone nobody this that who consultation the "
    "vi jag we i de they the vår our nu då ja ok sorry beslut remissen vill kan det i det"
)


def answer(sentence: Sentence) -> Slots:
    """Read who answers a consultation, and how."""
    stance = next((name for name, pattern in _STANCES if pattern.search(sentence.folded)), None)
    return given(
        title=_title(sentence),
        stance=stance,
        organisation=organisation(sentence),
    )


_NAMED_TITLE = Pattern(
    r"\b(?:[Rr]emiss\w*|[Cc]onsultation)\s+(?:om |on |about )?([A-ZÅÄÖ][^?!.;,]*?)"
    r"(?=\s*$|[?!.;,]| (?:nu|tillsammans|gemensamt|själva?|jointly|separately|on its own|ourselves|together)\b)"
)
_OVER = Pattern(
    r"\b(?:over|pa remissen|on the consultation|to the consultation)\s+(?:om |on )?(?!den|it\b|remissen)(.+?)(?=$|"
    r"[?!.;,])"
)


def _title(sentence: Sentence) -> str | None:
    """Which consultation: quoted, after "om" or "on", or the capitalised words after its name."""
    if sentence.quotes:
        return said(sentence, sentence.quotes[0])
    named = _NAMED_TITLE.search(sentence.text)
    if named:
        return said(sentence, named.span(1)).rstrip("?")
    found = _TITLE_OF.search(sentence.folded) or _OVER.search(sentence.folded)
    if found is None or _remiss_only(found.group(1)):
        return None
    return said(sentence, found.span(1)).rstrip("?")


def _remiss_only(found: str) -> bool:
    return found.strip() in {"remissen", "the consultation", "remissforslaget", "den", "it"}


def organisation(sentence: Sentence) -> str | None:
    """The municipality that speaks: a known one, or the capitalised word a sentence begins with."""
    for name in sorted(sentence.known.organisations, key=len, reverse=True):
        at = sentence.folded.find(fold(name))
        if at >= 0:
            return sentence.text[at : at + len(name)]
    match = _ORGANISATION.match(sentence.text) or _LOWER_ORGANISATION.match(sentence.folded)
    if match and fold(match.group(1)) not in _NO_ORGANISATION:
        return said(sentence, match.span(1))
    return None


def status(sentence: Sentence) -> Slots:
    """Read which consultation."""
    return given(title=_title(sentence))


_PROPOSAL_CUE = Pattern(
    r"[\s,.;–(-]*\b(?:tyst samtycke|tystnad(?:en)? (?:ar|betyder|raknas som) \w+|silence (?:means|"
    r"is|counts as|equals) \w+|(?<=[.;!] )(?:silence|tystnad|no objections?|no reply|inga invandningar|"
    r"inget svar)\b(?: (?:until|by|"
    r"till|before|senast))?|om ingen (?:invander|protesterar)\w*|unless (?:anyone|someone|"
    r"anybody) objects|per capsulam|by circulation)\b(?: (?:ar|is) (?:samtycke|consent))?[\s,.)]*"
)
_CIRCULATION_FRONT = words(
    "beslut beslutet per capsulam cirkulera cirkulerar circulate this proposal a the förslag "
    "förslaget ett skicka ut på cirkulation kan vi ta det mellan mötena decide decision by "
    "circulation between meetings detta följande following for att "
    "skriftligt written procedure i in genom med through send out vi tar starta ett  start "
    "open öppna silent consent tyst samtycke om on: we can take here is här är"
) - words("a the ett att vi i på om we")


def circulate(sentence: Sentence) -> Slots:
    """Read the proposal and until when objections may come."""
    limit = last_day(sentence)
    cuts: list[Span] = [limit.span] if limit else []
    cuts.extend(match.span() for match in _PROPOSAL_CUE.finditer(sentence.folded))
    if sentence.quotes:
        proposal: str | None = said(sentence, sentence.quotes[0])
    else:
        start = sentence.colon + 1 if sentence.colon is not None else 0
        spans = [
            span if start else strip_front(sentence, span, _CIRCULATION_FRONT)
            for span in segments(start, len(sentence.text), [cut for cut in cuts if cut[0] >= start])
        ]
        proposal = longest(sentence, spans)
    return given(proposal=proposal, deadline=limit.value if limit else None)


_OBJECTED = Pattern(
    r"\b(?:invander(?: mot)?|motsatter (?:mig|oss|sig)|objects?(?: to)?|invandning(?:ar|en)?(?: "
    r"mot| fran)?|objections?(?: to)?|emot|against|godkanner inte|agree(?: with)?|opposes?)\b(?: "
    r"(?:the |det |detta |this |that )?(?:forslag(?:et)?|proposal|beslutet|decision|circulation|"
    r"it))?"
)


def objecting(sentence: Sentence) -> Slots:
    """Read why somebody objects."""
    match = _OBJECTED.search(sentence.folded)
    return given(reason=reason(sentence, match.end() if match else 0))


_EXCEPT = Pattern(
    r"\b(?:utom|forutom|undantaget|undantag(?:et)? av|exklusive|except(?: for)?|excluding|but not|"
    r"without|utan|inte med|minus|leaving out|not counting|not including|med undantag for|frånsett|save for|omitting|"
    r"bortsett fran|apart from|ej)\b[\s:]*"
)
_LEFT_OUT = Pattern(
    r"[,;]\s*([A-ZÅÄÖ][\wåäö-]+(?:(?:, | och | and )[A-ZÅÄÖ][\wåäö-]+)*) (?:är |ska vara |is |are |not |inte )*"
    r"(?:undanta\w*|excluded|exempt\w*|included|med\b|left out|borträkna\w*|räknas inte)"
)
_BASES = (
    ("equal", Pattern(r"\b(?:lika|equal\w*|jamnt|evenly|rakt av|samma belopp|lika mycket|same amount)\b")),
    (
        "population",
        Pattern(
            r"\b(?:befolkning\w*|invanar\w*|population\w*|inhabitants?|folkmangd\w*|per capita|"
            r"residents?|efter storlek|storlek\w*|head count|headcount)\b"
        ),
    ),
)
_EXCEPT_END = Pattern(
    r"\b(?:efter|by|lika|equally|baserat|based|med|per|for|for (?:\d)|enligt|according|\d+/\d+)\b|[.;\n?]"
)


def split(sentence: Sentence) -> Slots:
    """Read an amount, by what it is divided, its share of a year, and who is left out."""
    amounts = find_amounts(sentence.text)
    chosen = next((amount for amount in amounts if amount.unit), amounts[0] if amounts else None)
    share = find_fraction(sentence.text)
    basis = next((name for name, pattern in _BASES if pattern.search(sentence.folded)), None)
    return given(
        amount=chosen.value if chosen else None,
        basis=basis,
        fraction=share.value if share else None,
        except_=_left_out(sentence),
    )


def _left_out(sentence: Sentence) -> tuple[str, ...]:
    match = _EXCEPT.search(sentence.folded)
    late = _LEFT_OUT.search(sentence.text)
    if late:
        return split_list(late.group(1))
    if match is None:
        return ()
    stop = _EXCEPT_END.search(sentence.folded, match.end())
    names = split_list(sentence.text[match.end() : stop.start() if stop else len(sentence.text)])
    return tuple(tidy(name) for name in names if name[:1].isupper())


def _nothing(_sentence: Sentence) -> Slots:
    return {}


SLOTS: dict[str, Reader] = {
    "remiss.open": open_remiss,
    "remiss.answer": answer,
    "remiss.status": status,
    "circulation.open": circulate,
    "circulation.consent": _nothing,
    "circulation.object": objecting,
    "cost.split": split,
}
