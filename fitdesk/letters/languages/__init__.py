"""The languages that letters are written in; one file each, and one phrase book in resources/letters."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Final, cast

from fitdesk.domain.letter import Manner

if TYPE_CHECKING:
    from fitdesk.letters.languages.language import Language

LOCALES: Final = ("en_GB", "en_US", "de_DE", "fr_FR", "es_ES", "nl_NL")
"""Every locale that a letter can be written in."""

LANGUAGES: Final = {"en": "english", "de": "german", "fr": "french", "es": "spanish", "nl": "dutch"}
"""ISO 639-1 → the module here that holds its LANGUAGE."""


@cache
def language_of(locale: str) -> Language:
    """The language of "de_DE" or "de"; a module whose locales differ holds them in BY_LOCALE.

    Raises ValueError for one that letters are not written in.
    """
    module = LANGUAGES.get(locale[:2])
    if module is None:
        raise ValueError(f"letters are written in {', '.join(LANGUAGES)}, not in {locale}")
    found = import_module(f"{__name__}.{module}")
    return cast("Language", getattr(found, "BY_LOCALE", {}).get(locale, found.LANGUAGE))


@cache
def language_for(manner: Manner) -> Language:
    """The language of a letter, speaking in its form of address. Raises ValueError as ``language_of`` does."""
    if manner.locale not in LOCALES:
        raise ValueError(f"letters are written in {', '.join(LOCALES)}, not in {manner.locale}")
    return language_of(manner.locale).for_address(familiar=manner.is_familiar)


def locale_for(language: str | None, owner_locale: str) -> str:
    """The locale of a letter to somebody who wrote in ``language``; the owner's own where it is no language of ours."""
    if language in (None, owner_locale[:2]):
        return owner_locale
    return next((locale for locale in LOCALES if locale[:2] == language), owner_locale)
