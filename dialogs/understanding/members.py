"""Members, settings and help."""

from __future__ import annotations

import re

from dialogs.understanding.patterns import Pattern
from dialogs.understanding.presence import organisation
from dialogs.understanding.rules import Reader, Slots, rules
from dialogs.understanding.sentence import Sentence
from dialogs.understanding.slots import given, said, strip_back, strip_front
from dialogs.understanding.text import fold, words

RULES = rules("""
members.show 80: who_sits network|members !obj:nomination !nominees !minutes !poll !voted
members.show 78: obj:members wh|show|question|starts:show !voted !answers !which_time !remiss !take_off
    !vote
members.show 77: members_in
members.show 78: represents
members.show 56: obj:members all_known brief
members.add 84: person role_said new|add|make|is_new|add_to !substitute_for !itemref
    !minutes !comment !body_word !nomination !obj:poll
members.add 82: !private members new|add person|colon !nomination !itemref
members.add 80: starts:add person role_said|from_org|network|members !puts_forward !body_word !put_down_for !take_off
    !itemref !people2 !at_meeting !guest
    !presenter !kind_item !obj:item
members.add 78: starts:add as_role !take_off !puts_forward !itemref !substitute_for !guest !people2 !kind_item !obj:item
members.add 62: !private obj:members starts:add|starts:new !show !wh !itemref
members.remove 90: not? person leaves_network !question !comment told?
members.remove 86: not? person take_off members|network !nomination
members.remove 84: not? take_off from_network|as_role !nomination !nominees !itemref !obj:item
members.remove 70: not? members take_off !nomination !itemref
settings.set 86: speak request_speak !wh_first
settings.set 84: rename_network
settings.set 82: language_word change|set|starts:add|value_to|switch|book|be_value !wh !question
settings.set 80: zone_word !wh
settings.set 89: layout_word layout_value !wh_first
settings.set 79: clause_layout !wh_first !question
settings.set 78: layout_word !wh
help 96: how_to !minutes_shown !starts:add
help 90: can_do
help 80: starts:help
help 70: help brief
""")

_ROLES = (
    ("vice-chair", Pattern(r"\bvice[- ]?(?:ordforande|chair\w*)|\bdeputy chair\w*|\bviceordforande\b")),
    ("chair", Pattern(r"\bordforande\w*|\bchair(?:man|woman|person)?\b|\bordf\b")),
    ("secretary", Pattern(r"\bsekreterare\w*|\bsecretary\b")),
    ("substitute", Pattern(r"\bersattare\w*|\bsubstitute\b|\bsuppleant\b|\bdeputy\b|\balternate\b")),
    (
        "staff",
        Pattern(r"\b(?:personal|stab|tjansteman|handlaggare|staff|tjansteperson|samordnare|coordinator)\b"),
    ),
    ("member", Pattern(r"\b(?:ledamot|medlem|member|ordinarie)\b(?!slist)")),
)
_NEW_MEMBER = Pattern(r"^(?:ny |new |our new |var nya )medlem|^(?:new )member", re.IGNORECASE)


def role(sentence: Sentence) -> str | None:
    """The role that is said."""
    return next((name for name, pattern in _ROLES if pattern.search(sentence.folded)), None)


_ADD_FRONT = words(
    "lägg till add  medlem member as som i nätverket to the network ta med welcome välkommen "
    "ordförande vice sekreterare ledamot ersättare är make gör"
)
_LOWER_NAME = Pattern(r"^@?([^\W\d]+(?:[ -][^\W\d]+){1,2}?)(?=\s+(?:fran|from|som|as|till|to|i|in|pa)\b|\s*[,.]|$)")
_ALSO_FROM = Pattern(
    r"\b(?:för|for|från|fran|from|represent(?:s|ing|erar)|i)\s+((?:Region )?[A-ZÅÄÖ][\wåäö-]+(?: kommun)?)"
)


def add(sentence: Sentence) -> Slots:
    """Read who joins the network, from where, in what role."""
    person, end = None, 0
    if sentence.people:
        person, end = sentence.people[0].name, sentence.people[0].end
    else:
        first, last = strip_front(sentence, (0, len(sentence.text)), _ADD_FRONT)
        match = _LOWER_NAME.match(sentence.folded[first:last])
        if match:
            person, end = said(sentence, (first + match.start(1), first + match.end(1))), first + match.end(1)
    where = organisation(sentence, end) if person else None
    if where and any(pattern.fullmatch(fold(where)) for _, pattern in _ROLES):
        where = None
    if where is None and person:
        match = _ALSO_FROM.search(sentence.text, end)
        where = match.group(1) if match else None
    if where is None and person:
        before = _FROM_BEFORE.search(sentence.text) or _LOWER_FROM.match(sentence.folded, end)
        where = said(sentence, before.span(1)) if before else None
    named = role(sentence)
    if named == "member" and re.match(r"(?:ny |new |our new |var nya )?(?:medlem|member)\b", sentence.folded):
        named = None
    return given(person=person, organisation=where, role=named)


def remove(sentence: Sentence) -> Slots:
    """Read who leaves the network."""
    match = _LEAVER.search(sentence.folded)
    lower = said(sentence, match.span(1)) if match else None
    if sentence.people and not (lower and lower.startswith(sentence.people[0].name + " ")):
        return {"person": sentence.people[0].name}
    return given(person=lower)


_FROM_BEFORE = Pattern(r"^[^:]{0,40}\b(?:från|fran|from|för|for) ((?:Region )?[A-ZÅÄÖ][\wåäö-]+(?: kommun)?)\s*[:,]")
_LOWER_FROM = Pattern(r"\s+(?:fran|from)\s+(\w+(?: kommun)?)(?=\s+(?:som|as|i|in|till|to)\b|\s*[,.]|\s*$)")
_LEAVER = Pattern(
    r"(?:bort|remove|delete|stryk|radera|drop|avregistrera)\s+@?(?!alla|all\b|den|the\b|"
    r"en\b)([^\W\d]+(?:[ -][^\W\d]+){1,2}?)"
    r"(?=\s+(?:som|as|from|fran|ur|i|off|out)\b)"
)
_LANGUAGES = (
    ("en", Pattern(r"\b(?:engelska|english|engelsk)\b")),
    ("sv", Pattern(r"\b(?:svenska|swedish|svensk)\b")),
)
_ZONE = Pattern(r"\b([A-Z][A-Za-z_]+/[A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_]+)?|UTC|GMT|CET|EET)\b")
_NAME_TO = Pattern(
    r"\b(?:till|to|heta|heter(?: nu)?|bli|be(?: called)?|called|call the network|is now|som|ar nu|"
    r":)[\s:]+(?=\S)"
)
_OWNED = Pattern(
    r"\b(?:natverkets|gruppens|network's|group's|our|vart|var)\s+(?:\w+\s+)?(?:namn|name|tidszon|time ?zone)\b"
)
_NETWORK = Pattern(r"\b(?:natverk\w*|network\w*|gruppens|alla|everyone|vart|our|kanalen|kanalens|channel\w*)\b")


def setting(sentence: Sentence) -> Slots:
    """Read which setting becomes what, and whose."""
    features = sentence.features
    if "rename_network" in features:
        match = _NAME_TO.search(sentence.folded)
        value = (
            said(sentence, sentence.quotes[0])
            if sentence.quotes
            else said(sentence, (match.end(), len(sentence.text)))
            if match
            else None
        )
        return given(name="name", value=value, whose=_owner(sentence))
    if "zone_word" in features:
        zone = _ZONE.search(sentence.text)
        after = _NAME_TO.search(sentence.folded)
        return given(
            name="zone",
            value=zone.group(1) if zone else said(sentence, (after.end(), len(sentence.text))) if after else None,
            whose=_owner(sentence),
        )
    if features & {"layout_word", "clause_layout"}:
        value = (
            "decision"
            if re.search(
                r"beslut(?!ssats)|decision|(?:i stallet for|instead of|rather than) (?:\w+-?)?(?:att-?sats|clause)",
                sentence.folded,
            )
            else "clauses"
            if re.search(r"att-?sats\w*|clauses?|satser", sentence.folded)
            else None
        )
        return given(name="layout", value=value)
    value = next((name for name, pattern in _LANGUAGES if pattern.search(sentence.folded)), None)
    whose = "network" if _NETWORK.search(sentence.folded) else "me" if _about_me(sentence) else None
    return given(name="language", value=value, whose=whose)


def _about_me(sentence: Sentence) -> bool:
    """Whether it says itself that it is the speaker's; "svara på engelska" leaves that to be understood."""
    return bool(re.search(r"\b(?:mig|me|mitt|my)\b", sentence.folded))


def _owner(sentence: Sentence) -> str | None:
    """Whose name or zone it is, where that is said: "nätverkets", "our"."""
    return "network" if _OWNED.search(sentence.folded) else None


_HELP_FRONT = words(
    "hjälp help hjälpa med with om about för for hur how gör jag man vi do does i we you one kan "
    "can ska should to att commands kommandon the me mig visa show need behöver på please get some "
    "lite a want vill"
) - words("the")
_HELP_BACK = words("please tack")


def help_topic(sentence: Sentence) -> Slots:
    """Read what help is wanted about."""
    if "can_do" in sentence.features:
        return {}
    start, end = strip_back(sentence, strip_front(sentence, (0, len(sentence.text)), _HELP_FRONT), _HELP_BACK)
    return given(topic=said(sentence, (start, end)).rstrip("?! ") or None)


def _nothing(_sentence: Sentence) -> Slots:
    return {}


SLOTS: dict[str, Reader] = {
    "members.show": _nothing,
    "members.add": add,
    "members.remove": remove,
    "settings.set": setting,
    "help": help_topic,
}
