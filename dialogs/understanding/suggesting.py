"""What may have been meant where no rule is sure; never done, only offered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dialogs.understanding.intents import INTENTS
from dialogs.understanding.proposing import propose
from dialogs.understanding.sentence import Sentence

_BY_THING: Mapping[str, tuple[str, ...]] = {
    "item": ("agenda.add", "agenda.edit", "item.open", "agenda.postpone", "agenda.withdraw", "agenda.reorder"),
    "agenda": ("agenda.show", "agenda.publish", "agenda.approve", "agenda.add"),
    "summons": ("agenda.publish", "agenda.show", "meeting.show"),
    "meeting": (
        "meeting.schedule",
        "meeting.move",
        "meeting.cancel",
        "meeting.show",
        "meeting.open",
        "meeting.close",
    ),
    "decision": ("decision.record", "decision.search", "decision.undo", "decision.note"),
    "task": ("task.add", "task.done", "task.list"),
    "deadline": ("deadline.add", "deadline.move", "deadline.list"),
    "reminder": ("reminder.add", "reminder.cancel", "reminder.list", "reminder.rule"),
    "nomination": (
        "nomination.nominate",
        "nomination.open",
        "nomination.list",
        "nomination.withdraw",
        "nomination.extend",
    ),
    "nominees": ("nomination.list", "nomination.nominate", "poll.elect"),
    "poll": ("poll.open", "poll.show", "poll.close", "poll.vote"),
    "remiss": ("remiss.status", "remiss.open", "remiss.answer"),
    "minutes": ("minutes.show", "minutes.send", "minutes.approve", "minutes.export", "minutes.comment"),
    "draft": ("minutes.show", "minutes.send", "minutes.comment"),
    "members": ("members.show", "members.add", "members.remove"),
    "attachment": ("agenda.attach",),
    "proposal": ("circulation.open", "circulation.consent", "circulation.object"),
    "list_word": ("agenda.show", "members.show", "task.list"),
    "substitute": ("presence.substitute", "members.add"),
    "guest": ("presence.guest",),
    "presentword": ("presence.present",),
    "language_word": ("settings.set",),
}
_BY_DEED: Mapping[str, tuple[str, ...]] = {
    "add": ("agenda.add", "task.add", "members.add", "deadline.add", "nomination.nominate"),
    "new": ("agenda.add", "meeting.schedule", "task.add"),
    "book": ("meeting.schedule", "meeting.series", "meeting.find_date"),
    "move": ("meeting.move", "agenda.reorder", "deadline.move", "agenda.postpone"),
    "cancel": ("meeting.cancel", "reminder.cancel", "decision.undo"),
    "remove": ("agenda.withdraw", "members.remove", "reminder.cancel", "presence.absent", "nomination.withdraw"),
    "change": ("meeting.move", "agenda.edit", "deadline.move", "settings.set"),
    "send": ("agenda.publish", "minutes.send"),
    "show": ("agenda.show", "members.show", "meeting.show", "minutes.show"),
    "open": ("meeting.open", "nomination.open", "poll.open", "item.open"),
    "close": ("meeting.close", "poll.close"),
    "approve": ("agenda.approve", "minutes.approve", "circulation.consent"),
    "postpone": ("agenda.postpone", "meeting.move"),
    "attach": ("agenda.attach",),
    "note": ("item.note", "decision.record"),
    "done": ("task.done",),
    "vote": ("poll.vote", "poll.open", "poll.elect"),
    "nominate": ("nomination.nominate", "nomination.open"),
    "appoint": ("nomination.appoint", "poll.elect"),
    "extend": ("nomination.extend", "deadline.move"),
    "remind": ("reminder.add", "reminder.rule"),
    "split": ("cost.split",),
    "search": ("decision.search",),
    "decide": ("decision.record", "decision.search"),
    "assign": ("task.add",),
}
_ASKED_ABOUT = ("meeting.show", "agenda.show", "decision.search")
_SAME_AGAIN = ("agenda.add", "task.add", "meeting.move")
_BARE_DATE = ("meeting.schedule", "meeting.move", "deadline.add")
_BARE_PERSON = ("nomination.nominate", "task.list", "presence.present")


_POINTS = frozenset({"deictic", "person", "all_known", "only_item", "list_word"})


MOST = 3
"""How many suggestions are made at most."""

CHATTER = 0.4
"""A sentence that only likeness knows and that is chatter by this likelihood is left alone."""

CERTAIN_CHATTER = 0.95
"""Chatter by this likelihood changes nothing, even if a rule of little weight holds."""

LIKELIEST = 0.25
"""How likely the likeliest intent must be for a sentence that only likeness knows."""

LIKELIEST_TOLD = 0.4
"""The same for a sentence that seems to tell of something."""

LIKELY = 0.04
"""A proposal less likely than this is not worth a button, unless there is none better."""

RULED = 0.25
"""How much likelier an intent is for having a rule that holds."""

SURE = 0.6
"""How likely another intent must be for a rule to be doubted."""

UNLIKELY = 0.04
"""How unlikely what the rule says must be for it to be doubted."""

WEAK = 95
"""A rule of this weight or heavier is never doubted."""


def suggest(sentence: Sentence) -> tuple[tuple[str, ...], str]:
    """Return up to three intents to offer where no rule holds, best first, and why; none for chatter."""
    by_meaning, why = _by_features(sentence)
    likely = propose(sentence)
    if not by_meaning and not _asks_by_likeness(sentence, likely):
        return (), why
    return _best(by_meaning, likely, 0.0), f"{why}; like {_written(likely)}"


def _asks_by_likeness(sentence: Sentence, likely: Mapping[str, float]) -> bool:
    """Whether a sentence is clearly like some request; what is denied or imagined asks for no change."""
    likeliest = next(name for name in likely if name != "none")
    if likely["none"] > CHATTER or ("unmeant" in sentence.features and INTENTS[likeliest].changes):
        return False
    return likely[likeliest] > (LIKELIEST_TOLD if "told" in sentence.features else LIKELIEST)


def rank(held: Sequence[str], sentence: Sentence) -> tuple[str, ...]:
    """Return up to three intents to offer where the rules of several hold, or of one that is doubted."""
    return _best(held, propose(sentence), RULED)


def doubted(held: str, weight: int, sentence: Sentence) -> bool:
    """Whether a sentence is so like those of another intent that a rule of little weight is not to be trusted."""
    if weight >= WEAK:
        return False
    likely = propose(sentence)
    if held not in likely:
        return False
    if INTENTS[held].changes and likely["none"] > CERTAIN_CHATTER:
        return True
    likeliest = max(value for name, value in likely.items() if name != "none")
    return likely[held] < UNLIKELY and likeliest > SURE


def _best(named: Sequence[str], likely: Mapping[str, float], more: float) -> tuple[str, ...]:
    """Those named and those likely, likeliest first; `named` ones gain `more`, and fill what is left."""
    gained = {name: value + (more if name in named else 0.0) for name, value in likely.items() if name != "none"}
    ordered = sorted(gained, key=lambda name: -gained[name])
    worth = [name for name in ordered if gained[name] >= LIKELY]
    return tuple(dict.fromkeys([*worth, *named, *ordered[:1]]))[:MOST]


def _written(likely: Mapping[str, float]) -> str:
    return ", ".join(f"{name} {value:.2f}" for name, value in list(likely.items())[:MOST])


def _by_features(sentence: Sentence) -> tuple[tuple[str, ...], str]:
    """What the deed, the thing and the form of a sentence point at, and why; none for chatter."""
    features = sentence.features
    if "unmeant" in features or ("told" in features and not features & {"asked", "starts_deed"}):
        return (), "tells of something, asks for nothing"
    deeds = [name for name in _BY_DEED if f"starts:{name}" in features or f"do:{name}" in features]
    things = [name for name in _BY_THING if f"obj:{name}" in features]
    commanding = features & {"starts_deed"} or ("asked" in features and deeds and "brief" in features)
    if commanding and (things or features & _POINTS or {"starts:add", "starts:new", "starts:remove"} & features):
        return _ranked(things, deeds), "a command without a clear object"
    if features & {"asked", "colon", "starts:item"} and (things or ("at_meeting" in features and deeds)):
        return _ranked(things or ["meeting"], deeds), "asks for something about a thing, in a way no rule knows"
    if things and "all_known" in features and "short" in features:
        return _ranked(things, deeds), "names a thing without saying what to do"
    if things and features & {"asked", "wh"} and "brief" in features:
        return _ranked(things, deeds), "asks about a thing in a way no rule knows"
    if "same_again" in features:
        return _SAME_AGAIN, "asks for the same once more, without saying what"
    if "what_about" in features:
        return _ASKED_ABOUT, "asks about something without saying what"
    if _only_dates(sentence):
        return _BARE_DATE, "only a date"
    if _only_people(sentence):
        return _BARE_PERSON, "only a name"
    return (), "no command and no question for the bot"


def _ranked(things: list[str], deeds: list[str]) -> tuple[str, ...]:
    """Intents that both the thing and the deed point at come first."""
    by_thing = [intent for thing in things for intent in _BY_THING[thing]]
    by_deed = [intent for deed in deeds for intent in _BY_DEED[deed]]
    both = [intent for intent in by_deed if intent in by_thing]
    ranked = dict.fromkeys([*both, *(by_thing or by_deed), *by_deed])
    return tuple(ranked)[:3]


def _only_dates(sentence: Sentence) -> bool:
    whens = sentence.whens
    if not whens or len(sentence.text) > 40:
        return False
    return _left(sentence, [(when.start, when.end) for when in whens]) == ""


def _only_people(sentence: Sentence) -> bool:
    if not sentence.people or len(sentence.text) > 40:
        return False
    return _left(sentence, [(person.start, person.end) for person in sentence.people]) == ""


def _left(sentence: Sentence, spans: list[tuple[int, int]]) -> str:
    chars = list(sentence.folded)
    for start, end in spans:
        chars[start:end] = " " * (end - start)
    return "".join(chars).strip(" @.,?!-")
