"""Words for events that the paper and the check still ask for in English."""

from __future__ import annotations

from typing import Final

from fitdesk.domain.event import Event, Format
from fitdesk.letters.languages import language_of


class _Plurals(dict[Format, str]):
    """ "keynotes" for each format, read from the phrase book when first asked for."""

    def __missing__(self, form: Format) -> str:
        return language_of("en").format_word(form, "many")


PLURALS: Final = _Plurals()


def event_in_short(event: Event) -> str:
    """The event for the information block: its name without an article, else what was asked for; "" when unknown."""
    return language_of("en").event_in_short(event)
