"""Words for the screen in the user's language, through gettext; English is the source and always complete."""

from __future__ import annotations

import gettext

from fitdesk.paths import resources

_catalogue: gettext.NullTranslations = gettext.NullTranslations()


def choose_language(language: str) -> None:
    """Use the catalogue of ``language`` (ISO 639-1) from resources/i18n; English where there is none."""
    global _catalogue
    _catalogue = gettext.translation("fitdesk", resources() / "i18n", [language], fallback=True)


def _(text: str) -> str:
    """``text`` in the chosen language."""
    return _catalogue.gettext(text)


def plural(one: str, many: str, count: int) -> str:
    """``one`` or ``many`` as the language wants for ``count``, with {n} put in."""
    return _catalogue.ngettext(one, many, count).replace("{n}", str(count))
