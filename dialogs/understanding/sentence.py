"""A sentence with everything that was noticed in it: what its words mean, dates, people, items, links, quotes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cached_property

from dialogs.understanding.doers import Doers, find_doers
from dialogs.understanding.items import ItemRef, find_items
from dialogs.understanding.lexicon import DEED_FORMS, PATTERNS, THING_FORMS, WEAK_THINGS, meaning, spelled
from dialogs.understanding.model import Known
from dialogs.understanding.patterns import Pattern
from dialogs.understanding.people import Person, find_people
from dialogs.understanding.polite import strip_polite
from dialogs.understanding.text import Token, fold, tokens, words
from language.reading import Recurrence, When, find_amounts, find_minutes, find_recurrence, find_when

HEAD = 320
"""How much of a message is looked at to find out what it asks for; a command stands first."""

_LINK = Pattern(r"(?:https?://|www\.)[^\s<>\"”]+[^\s<>\"”.,;:!?)]")
LONG = 22
"""A sentence of more words than these that does not begin with a command tells of something."""

READ = 1200
"""How much of a message is searched for names, dates, items and words; a longer one goes on with what it is about."""

_QUOTE = Pattern(r"[\"“”]([^\"“”\n]{1,300})[\"“”]|(?<!\w)['‘]([^'\n‘]{2,300})['’](?!\w)|[»«]([^»«\n]{1,300})[»«]")
_COLON = Pattern(r":(?=\s)(?!\s*$)")
_ENGLISH = words(
    """
    the a an is are to of and for on we i you please what who when how with from by this that can
    could add show my our be has have move next meeting item minutes send open close start remind
    approve which me it all not was at apologies absent attends answer reply undo decided decision task tasks
    agenda deadline reminder reminders nominate appoint vote poll withdraw cancel schedule book list will was
    were everyone everybody thanks swedish english back last today tomorrow done file filed noted note under
    """
)
_SWEDISH = words(
    """
    att och det som en ett är ar på pa för for av med till vi jag du den de om inte har ska vad vem
    när nar hur vilka kan från fran möte mötet punkt visa lägg lagg ta nästa nasta i är öppna stäng
    påminn beslut oss mig ut upp är förhinder svara svenska engelska ångra uppdrag klart dagordning möten
    utse nominera bordlägg bordlagg utgår utgar noteras ersättare gäst alla tack senast
    """
)
_TELLING = frozenset({"past_tense", "past_time", "opinion", "thanks_for", "exclaim", "asks_people", "long"})
_AT_MEETING = Pattern(
    r"(?<!skjut )(?<!skjuta )(?<!skjuter )\b(?:till|pa|infor|for|at|to|vid|until|of|under|tills|on|"
    r"after|efter|before|fore|innan|during|"
    r"i|fran|from|om)"
    r" (?:the |our |vart |var |de |det |den |nasta |naste |next |forra |last |previous |kommande |"
    r"upcoming |ordinarie |this |dagens |foregaende |senaste |extra )*"
    r"(?:\w+ \d{1,2} |\d{1,2} \w+ |\d{1,2}/\d{1,2} )?$"
)
_FILLERS = words(
    """
    da ok okej nu sa vi tar ta gar ga vidare till med pa om the let's go to next over och on move
    take turn now then we start item punkt hoppar direkt fram borjar jump skip and er alltsa sedan
    fortsatter arende please
    """
)


@dataclass(frozen=True)
class Sentence:
    """One message, cleaned; `text` is the request without politeness, `folded` the same in lower case without å ä ö."""

    whole: str
    now: datetime
    known: Known = field(default_factory=Known)

    @cached_property
    def _asked(self) -> tuple[str, bool]:
        return strip_polite(self.whole)

    @cached_property
    def text(self) -> str:
        """The request without politeness."""
        return self._asked[0]

    @cached_property
    def folded(self) -> str:
        """The request in lower case without å ä ö, as long as the text."""
        return fold(self.text)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The words of the request."""
        return tokens(self.text[:READ], self.folded)

    @cached_property
    def language(self) -> str:
        """The language it is written in: "sv" or "en", by its small words and letters."""
        words = [token.said.lower() for token in tokens(self.whole[:HEAD], fold(self.whole[:HEAD]))]
        swedish = sum(word in _SWEDISH or any(letter in "åäö" for letter in word) for word in words)
        english = sum(word in _ENGLISH for word in words)
        return "en" if english > swedish else "sv"

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """Who is named."""
        return find_people(self.text[:READ], self.known)

    @cached_property
    def items(self) -> tuple[ItemRef, ...]:
        """The agenda items that are named."""
        return find_items(self.text[:READ], self.folded[:READ], self.known.items)

    @cached_property
    def whens(self) -> tuple[When, ...]:
        """Dates and times; a day without a year is the next one."""
        found = find_when(self.text[:READ], self.now)
        return tuple(self._after_first(when, found) if when.doubt == "weekday" else when for when in found)

    def _after_first(self, when: When, found: tuple[When, ...]) -> When:
        """ "From 15 January to Monday the 18th": a day without a month that follows a date is the next one after it."""
        first = next((other for other in found if other.date and other.end <= when.start), None)
        if first is None or first.date is None:
            return when
        then = datetime.combine(first.date, self.now.timetz())
        again = find_when(self.text[when.start : when.end], then)
        if len(again) != 1 or again[0].doubt is not None:
            return when
        return replace(again[0], start=when.start, end=when.end)

    @cached_property
    def past_whens(self) -> tuple[When, ...]:
        """Dates and times; a day without a year is the latest one."""
        return find_when(self.text[:READ], self.now, past=True)

    @cached_property
    def doers(self) -> Doers | None:
        """Who is said to do some work, at the beginning or after the date that stands there."""
        found = find_doers(self.text[:HEAD], self.folded[:HEAD])
        if found is None and self.whens and len(self.folded[: self.whens[0].start].split()) <= 4:
            found = find_doers(self.text[:HEAD], self.folded[:HEAD], self.whens[0].end)
        return found

    @cached_property
    def recurrence(self) -> Recurrence | None:
        """A rule such as every third Friday."""
        return find_recurrence(self.text[:READ])

    @cached_property
    def link(self) -> tuple[int, int] | None:
        """Where the first link stands."""
        match = _LINK.search(self.text)
        return match.span() if match else None

    @cached_property
    def quotes(self) -> tuple[tuple[int, int], ...]:
        """Where something stands in quotation marks, the marks included."""
        return tuple(match.span() for match in _QUOTE.finditer(self.text))

    @cached_property
    def colon(self) -> int | None:
        """Where the heading ends: the first colon that is followed by something, outside quotes."""
        for match in _COLON.finditer(self.text):
            if not any(start < match.start() < end for start, end in self.quotes):
                return match.start()
        return None

    @cached_property
    def head_end(self) -> int:
        """Where the command ends and what it is about begins: at a colon or a line end."""
        ends = [HEAD, len(self.text)]
        if self.colon is not None:
            ends.append(self.colon)
        line = self.text.find("\n")
        if line > 0:
            ends.append(line)
        return min(ends)

    @cached_property
    def meant(self) -> tuple[tuple[Token, frozenset[str]], ...]:
        """Every word of the head outside quotes and names with what it means."""
        return tuple(self._meanings(0, self.head_end))

    def _meanings(self, start: int, end: int) -> Iterable[tuple[Token, frozenset[str]]]:
        named = [(person.start, person.end) for person in self.people]
        hidden = [*self.quotes, *named, *([self.link] if self.link else [])]
        for token in self.tokens:
            if token.start >= end:
                return
            if token.start < start or any(first <= token.start < last for first, last in hidden):
                continue
            fuzzy = token.start == 0 or not token.said[0].isupper()
            concepts = meaning(token.folded, fuzzy)
            if token.folded == "i" and (token.said != "I" or self.language != "en"):
                concepts = frozenset()
            if "minutes" in concepts and token.folded == "minutes" and _counted(self.folded, token.start):
                concepts = concepts - {"minutes"}
            yield token, concepts

    @cached_property
    def shown(self) -> str:
        """The folded head with quotes and names blanked, for phrases to be looked for in."""
        chars = list(self.corrected[: self.head_end])
        for start, end in (*self.quotes, *((person.start, person.end) for person in self.people)):
            for index in range(start, min(end, len(chars))):
                if chars[index] != " ":
                    chars[index] = "x"
        return "".join(chars)

    @cached_property
    def corrected(self) -> str:
        """The folded text with misspelt command words of equal length put right, so that places stay the same."""
        chars = list(self.folded)
        for token in self.tokens[:80]:
            if token.start and token.said[0].isupper():
                continue
            form = spelled(token.folded)
            if form != token.folded and len(form) == len(token.folded):
                chars[token.start : token.end] = form
        return "".join(chars)

    @cached_property
    def features(self) -> frozenset[str]:
        """Everything noticed, by name: the concepts of the words and phrases, "obj:" the thing it is about."""
        found: set[str] = set()
        for _token, concepts in self.meant:
            found |= concepts
        found |= {name for name, pattern in PATTERNS.items() if pattern.search(self.shown)}
        if "wh" in found and not self._asks_early():
            found.discard("wh")
        found |= set(self._things())
        found |= set(self._frame())
        found |= set(self._entities())
        if found & _TELLING and not found & {"asked", "asks_then", "starts_deed", "colon"}:
            found.add("told")
        return frozenset(found)

    def _asks_early(self) -> bool:
        """Whether a question word asks; one deep in a sentence that is no question only joins its clauses."""
        early = any("wh" in concepts for _token, concepts in self.meant[:6])
        return early or self.text.rstrip().endswith("?")

    def _things(self) -> Iterable[str]:
        things = []
        for token, concepts in self.meant:
            thing = self._thing(token) if concepts else frozenset[str]()
            if "meeting" in thing and _AT_MEETING.search(self.folded[: token.start]):
                yield "at_meeting"
                thing = thing - {"meeting"}
            things.append((token, thing))
        named = [(token, concepts) for token, concepts in things if concepts]
        strong = [pair for pair in named if pair[1] - WEAK_THINGS]
        if (
            len(strong) > 1
            and "agenda" in strong[0][1]
            and "item" in strong[1][1]
            and strong[0][0].end + 1 == strong[1][0].start
        ):
            strong = strong[1:]
        if not strong:
            yield "no_thing"
        for _token, concepts in (strong or named)[:1]:
            yield from (f"obj:{concept}" for concept in concepts)
        deeds = [concepts for token, concepts in self.meant if spelled(token.folded) in DEED_FORMS]
        if deeds:
            yield from (f"do:{concept}" for concept in deeds[0])
        if self.meant and self.meant[0][0].start == 0:
            first = self.meant[0]
            if spelled(first[0].folded) in DEED_FORMS:
                yield "starts_deed"
                yield from (f"starts:{concept}" for concept in first[1])

    def _thing(self, token: Token) -> frozenset[str]:
        form = spelled(token.folded, token.start == 0 or not token.said[0].isupper())
        things = THING_FORMS.get(form, frozenset[str]())
        if form == "minutes" and _counted(self.folded, token.start):
            return things - {"minutes"}
        return things

    def _frame(self) -> Iterable[str]:
        words = [token for token in self.tokens if token.start < HEAD]
        if self.known.meeting_open:
            yield "meeting_open"
        if self._asked[1]:
            yield "asked"
        if self.text.rstrip().endswith("?"):
            yield "question"
        if self.colon is not None:
            yield "colon"
        if self.quotes:
            yield "quote"
        yield from self._size(words)

    def _size(self, words: list[Token]) -> Iterable[str]:
        if len(words) > LONG:
            yield "long"
        if len(words) <= 3:
            yield "short"
        if len(words) <= 6:
            yield "brief"
        if words and not any(not concepts for token, concepts in self._meanings(0, HEAD)):
            yield "all_known"

    def _only_item(self) -> bool:
        """Whether nothing is said but an item and small words."""
        left = _blanked(self.folded, [(ref.start, ref.end) for ref in self.items])
        return all(word.strip(".,!?:") in _FILLERS for word in left.split() if word.strip(".,!?:"))

    def _entities(self) -> Iterable[str]:
        if self.doers:
            yield _DOING[self.doers.how]
            if " " in self.text[self.doers.start : self.doers.end]:
                yield "full_name"
        if self.people:
            yield "person"
            yield "people2" if len(self.people) > 1 else "one_person"
            if self.people[0].start <= 1:
                yield "starts:name" if self._only_first_name() else "starts:person"
        if self.items:
            if self._only_item():
                yield "only_item"
            yield "itemref"
            if self.items[0].start == 0:
                yield "starts:item"
        if self.link:
            yield "link"
        yield from self._moments()

    def _only_first_name(self) -> bool:
        """Whether the first person is named by a common first name only, which nobody has told us is a member's."""
        person = self.people[0]
        known = (*self.known.mentions, *(name.split()[0] for name in self.known.members if name.split()))
        return person.start == 0 and " " not in person.name and fold(person.name) not in map(fold, known)

    def _moments(self) -> Iterable[str]:
        if self.recurrence:
            yield "recur"
        if find_minutes(self.text[:HEAD]) is not None:
            yield "length"
        if any(amount.unit for amount in find_amounts(self.text[:HEAD])):
            yield "amount"
        dated = [when for when in self.whens if when.date is not None or when.readings]
        if dated:
            yield "date"
        if len(dated) > 1:
            yield "date2"
        if any(when.time is not None for when in self.whens):
            yield "time"


_DOING = {
    "given": "doer_given",
    "shall": "doer_shall",
    "may": "doer_may",
    "does": "doer_does",
    "asked": "doer_asked",
}


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    chars = list(text)
    for start, end in spans:
        chars[start:end] = " " * (end - start)
    return "".join(chars)


def _counted(folded: str, at: int) -> bool:
    """Whether the word at `at` is counted ("15 minutes"), and so a length and not a record of a meeting."""
    before = folded[:at].rstrip().rsplit(" ", 1)[-1]
    return bool(before) and (before[-1].isdigit() or before in _COUNTS)


_COUNTS = words(
    """
    five ten fifteen twenty thirty forty fifty sixty few some more two three four 45 extra
    additional
    """
)
