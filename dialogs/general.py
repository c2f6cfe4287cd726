"""Greeting, help, what is posted by the clock, and honest answers about what is not built yet."""

from __future__ import annotations

from dialogs.cards import Button, Card, Field, FieldKind, Form, Lines, Text
from dialogs.replies import Offer, Offers, Replies
from dialogs.router import Router
from dialogs.said import Spoken
from dialogs.turn import Turn
from language.words import LANGUAGES
from secretary import agenda
from secretary.network import Network

router = Router()

HELP_TOPICS = (
    "agenda",
    "meetings",
    "decisions",
    "presence",
    "tasks",
    "nominations",
    "reminders",
    "minutes",
    "members",
)
TOPIC_CUES: dict[str, tuple[str, ...]] = {
    "agenda": ("agenda", "dagordning", "punkt", "item", "bordlägg", "table", "utgå"),
    "nominations": ("nominer", "nominat", "utse", "appoint", "valbered"),
    "decisions": ("beslut", "decision", "noter", "note", "anteckna", "ångra", "undo"),
    "presence": ("närvar", "present", "presence", "frånvar", "ersätt", "substitut", "gäst", "guest"),
    "tasks": ("uppdrag", "uppgift", "task", "åtgärd"),
    "reminders": ("påminn", "remind", "frist", "deadline"),
    "minutes": ("minnesant", "protokoll", "minutes", "utkast", "draft"),
    "members": ("medlem", "member", "språk", "language", "inställ", "setting", "namn"),
    "meetings": ("möte", "meeting", "serie", "series", "boka", "schedule"),
}
NOT_BUILT = (
    "meeting.find_date",
    "poll.open",
    "poll.elect",
    "poll.vote",
    "poll.close",
    "poll.show",
    "remiss.open",
    "remiss.answer",
    "remiss.status",
    "circulation.open",
    "circulation.consent",
    "circulation.object",
    "cost.split",
    "minutes.comment",
)


@router.on("help")
def help_(turn: Turn) -> Replies:
    """Say what can be asked for: of a subject, or of everything with its subjects to tap."""
    topic = topic_meant(turn.slots.text("topic"))
    if topic:
        lines = tuple(turn.say(f"help-{topic}").split("\n"))
        yield Card(turn.say(f"help-title-{topic}"), (Lines(lines),))
        return
    buttons = tuple(Button(turn.say(f"help-title-{one}"), "help", {"topic": one}) for one in HELP_TOPICS)
    yield Card(turn.say("help-title"), (Text(turn.say("help-intro")),), buttons)


def topic_meant(said: str) -> str:
    """The subject that a topic is about; empty when none is."""
    plain = said.casefold()
    if plain in HELP_TOPICS:
        return plain
    return next((topic for topic, cues in TOPIC_CUES.items() if any(cue in plain for cue in cues)), "")


@router.on(*NOT_BUILT)
def not_built(turn: Turn) -> Replies:
    """Say honestly that it cannot be done yet, and offer to write it down under the item."""
    meeting = turn.records.meetings.open()
    if meeting is None or meeting.current is None or not turn.leads or not turn.said:
        yield turn.say("general-not-yet")
        return
    number = agenda.numbers(meeting)[meeting.current]
    note = Offer(turn.say("general-note-it", number=number), "item.note", {"text": turn.said, "item": number})
    yield Offers(turn.say("general-not-yet"), (note,))


def greeting(words: Spoken, network: Network) -> Card:
    """What the bot says when it joins a channel."""
    return Card(
        words("general-greeting-title"),
        (
            Text(words("general-greeting")),
            Lines(tuple(words("general-try").split("\n"))),
            Text(
                words(
                    "general-network",
                    network=network.name,
                    language=words(f"members-language-{network.language}"),
                ),
                subtle=True,
            ),
        ),
        (
            Button(words("general-button-confirm"), "network.confirm", {}, confirm_form(words, network)),
            Button(words("general-button-help"), "help"),
        ),
    )


def confirm_form(words: Spoken, network: Network) -> Form:
    """The form in which the network's name and language are confirmed."""
    languages = tuple((one, words(f"members-language-{one}")) for one in LANGUAGES)
    fields = (
        Field("name", words("general-field-name"), required=True, value=network.name),
        Field(
            "language",
            words("general-field-language"),
            FieldKind.CHOICE,
            required=True,
            options=languages,
            value=network.language,
        ),
    )
    return Form(words("general-confirm-form"), fields, words("general-confirm-send"))
