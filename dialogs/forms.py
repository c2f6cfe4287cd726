"""The forms behind buttons, made anew from the records whenever one is opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from dialogs import agenda, general, nominations
from dialogs.cards import Form
from dialogs.said import Spoken
from secretary.ports import Records


def form_of(action: str, slots: Mapping[str, object], records: Records, words: Spoken) -> Form | None:
    """The form that a button of this action opens; None when there is none."""
    make = FORMS.get(action)
    return make(slots, records, words) if make else None


def _item(_slots: Mapping[str, object], _records: Records, words: Spoken) -> Form | None:
    return agenda.add_form(words).form


def _nominee(slots: Mapping[str, object], records: Records, words: Spoken) -> Form | None:
    number = str(slots.get("nomination", ""))
    call = records.nominations.get(int(number)) if number.isdecimal() and len(number) < 9 else None
    return nominations.form(words, records.network, call) if call else None


def _network(_slots: Mapping[str, object], records: Records, words: Spoken) -> Form | None:
    return general.confirm_form(words, records.network)


FORMS: dict[str, Callable[[Mapping[str, object], Records, Spoken], Form | None]] = {
    "agenda.add": _item,
    "nomination.nominate": _nominee,
    "network.confirm": _network,
}
