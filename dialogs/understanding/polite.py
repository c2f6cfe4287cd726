"""What is said around a request out of politeness: greetings, "can you please", thanks."""

from __future__ import annotations

from dialogs.understanding.patterns import Pattern
from dialogs.understanding.text import fold

_NAME = (
    r"(?:everybody|folks|friends|colleagues|allesammans|kollegor|vanner|kansli|bot(?:en)?|sekreterare|secretary|du|"
    r"alla|"
    r"allihop|everyone|all|team|again|igen)"
)
_GREETING = Pattern(
    rf"(?:(?:@?kansli|hej(?:san)?(?: hej)?|hallo|tjena|hello|hi|hey|god (?:morgon|middag|dag|"
    rf"kvall)|good (?:morning|afternoon|evening|day)|morning|ok(?:ay|ej)?|okej|ja|jo|yes|so|sa|"
    rf"nu|du|bra|fint|right|alright|now|well|oh|men|och|and|also|dessutom|sedan|next|super|perfect|"
    rf"great|perfekt|toppen|bravo|stort tack|tack|thanks|oops|sorry|(?:stort )?tack (?:alla |allihop )?for "
    rf"(?:idag|i dag|hjalpen|detta|det|ett bra mote|motet)|thank(?:s| you) (?:all |everyone )?for (?:today|coming|"
    rf"this|that|the help|a good meeting))"
    rf"(?: {_NAME})?\s*[,!.:–-]+\s*)+|(?:hej(?:san)?|hallo|hello|hi|hey)(?: {_NAME})? +|"
    rf"@?kansli[,: ]+|(?:ok|okej|okay|sa|so|nu|da|then) (?=\w+ )(?!is\b|ar\b)"
)
_ASKING = Pattern(
    r"(?:(?:kan|skulle|kunde|could|can|would|will) (?:du|vi|jag|ni|nagon|you|we|i|someone|"
    r"somebody)(?: (?:kunna|inte|kindly|please|pleas|plese|plz|pls|snalla|ocksa|also|possibly|vara "
    r"snall och|bara|just|"
    r"nu|da))*|"
    r"(?:jag|vi|i|we) (?:(?:skulle )?(?:vill|vilja|onskar|behover|would like|want|need|wish|maste|"
    r"tankte)(?: garna| ocksa| bara)?(?: ha| att| to)?|'d like to)|i'd (?:like|love) to|we'd like "
    r"to|"
    r"(?:var|ar du) (?:sa )?(?:snall|van|god|hygglig)(?: och| att)?|please|pleas|plese|plz|pls|"
    r"snalla(?: du)?|vanligen|"
    r"kindly|gar det (?:bra )?att|ar det mojligt att|is it possible to|would it be possible to|"
    r"let's|let us|lat oss|(?:i|we)(?:'d| should| would) be (?:very |most )?(?:grateful|glad|happy|pleased|"
    r"thankful) if you"
    r" (?:could|would|can)|(?:i|we)(?:'d| would)? (?:really )?appreciate it if you (?:could|would)|(?:det )?(?:vore|"
    r"skulle vara)"
    r" (?:jatte)?(?:bra|fint|toppen|snallt|tacksam\w*|hyggligt|kul) om (?:du|vi|ni|jag) (?:kan|kunde|ville|vill)|"
    r"jag (?:vore|ar)"
    r" tacksam om du (?:kan|kunde|ville|vill)|(?:[^.,!?]{0,40}\b(?:och|and) )?(?:jag )?undrar (?:om|ifall) (?:du|"
    r"det|vi|jag|man)"
    r" (?:kan|gar|skulle kunna|kunde|skulle ga|far)(?: att)?|(?:i was |i'm )?wonder(?:ing)? if (?:you|we|"
    r"i) (?:could|can|might)|"
    r"(?:far|may) (?:jag|vi|i|we)|do|would you mind|be so kind (?:and|as to)|dags att|it's time to|time to|det "
    r"ar dags att|jag behover|i need you to|help me(?: to)?|hjalp mig(?: att)?)[ ,]+"
)
_THANKS = Pattern(
    r"[ ,.!?–-]+(?:tack(?: (?:pa forhand|sa mycket|snalla|for hjalpen))?|tusen tack|thanks(?: (?:a "
    r"lot|in advance|so much))?|thank you|thx|please|pls|snalla(?: du)?|ar du snall|"
    r"om det gar(?: bra)?|om det finns (?:tid|utrymme|plats|mojlighet)|om (?:vi|du|det) (?:hinner|hinns med)|"
    r"nar du hinner|"
    r"vid tillfalle|if there(?:'s| is) (?:time|room|space)|if we have (?:the )?time|when you (?:get a chance|"
    r"have time)|"
    r"if (?:that's|that is|it's) (?:ok|okay|possible|fine)|if possible|om "
    r"mojligt|om du kan|if you can|asap|mvh \S+|halsningar \S+|va|eller hur|right|ok|"
    r"okej)\s*[.!?:)]*$"
)

_ONLY_THANKS = Pattern(
    r"\b(?:tack|thanks|thank you|thx|mvh|halsningar|va|eller hur|right|ok|okej)\b(?! .*\b(?:please|snall))"
)


def strip_polite(text: str) -> tuple[str, bool]:
    """Return the request without the politeness around it, and whether it was asked for ("can you")."""
    asked = False
    start, end = 0, len(text)
    folded = fold(text)
    while True:
        match = _GREETING.match(folded, start, end) or _ASKING.match(folded, start, end)
        if match is None or match.end() >= end or match.end() == start:
            break
        asked = asked or bool(_ASKING.match(folded, start, end))
        start = match.end()
    while (match := _THANKS.search(folded, max(start, end - 80), end)) and match.start() > start:
        asked = asked or not _ONLY_THANKS.search(folded[match.start() : end])
        end = match.start()
    return text[start:end], asked
