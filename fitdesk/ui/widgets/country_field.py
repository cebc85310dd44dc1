"""Fields for a country and for a language, by their English names; the names are read when first needed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PySide6.QtWidgets import QWidget

from fitdesk.i18n import _
from fitdesk.ui.widgets.choice_field import LookupField

_LETTERS = 2


@cache
def countries() -> Sequence[tuple[str, str]]:
    """(ISO 3166 alpha-2, English name), by name."""
    from babel import Locale  # costs time at start-up

    names = Locale("en").territories.items()
    real = [
        (code, name) for code, name in names if len(code) == _LETTERS and code.isalpha() and code not in _NOT_STATES
    ]
    return sorted(real, key=lambda country: country[1])


@cache
def languages() -> Sequence[tuple[str, str]]:
    """(ISO 639-1, English name), by name."""
    from babel import Locale  # costs time at start-up

    names = Locale("en").languages.items()
    return sorted(((code, name) for code, name in names if len(code) == _LETTERS), key=lambda language: language[1])


def language_name(code: str) -> str:
    """ "German" for "de"; the code itself when it is not known."""
    return dict(languages()).get(code, code)


class CountryField(LookupField[str]):
    """A country as ISO 3166 alpha-2."""

    def __init__(self, *, hint: str = "", needed: str = "", parent: QWidget | None = None) -> None:
        super().__init__(
            countries, hint=hint, needed=needed, problem=_("Choose a country from the list"), parent=parent
        )


class LanguageField(LookupField[str]):
    """A language as ISO 639-1."""

    def __init__(self, *, hint: str = "", needed: str = "", parent: QWidget | None = None) -> None:
        super().__init__(
            languages, hint=hint, needed=needed, problem=_("Choose a language from the list"), parent=parent
        )


_NOT_STATES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"})
"""Codes in the list that are no place one can live in."""
