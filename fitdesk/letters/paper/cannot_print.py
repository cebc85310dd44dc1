"""What cannot be printed is said before anything is drawn, with what to do about it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Final

from fitdesk.i18n import _
from fitdesk.letters.paper.shaping import unprintable

LONGEST: Final = 20_000
"""Characters of one paragraph; more is not a letter."""
_MOST_NAMED: Final = 8


class CannotPrint(Exception):  # noqa: N818 - reads better where it is caught
    """A letter that cannot be printed as it should be; str() names what is wrong and what to do."""


def refuse_unprintable(texts: Iterable[tuple[str, str]]) -> None:
    """Raises CannotPrint naming the characters of each (face, text) that no face has."""
    missing: dict[str, None] = {}
    for face, text in texts:
        if len(text) > LONGEST:
            raise CannotPrint(_("One paragraph is longer than a letter can be. Shorten it."))
        missing.update(dict.fromkeys(unprintable(text, face)))
    if not missing:
        return
    names = ", ".join(map(_named, list(missing)[:_MOST_NAMED]))
    if any(unicodedata.bidirectional(c) in ("R", "AL") for c in missing):
        said = _("Writing from right to left cannot be printed: {characters}. Write the name or word in Latin letters.")
    else:
        said = _("The letter's typeface cannot print {characters}. Write the name or word in Latin letters.")
    raise CannotPrint(said.format(characters=names))


def _named(character: str) -> str:
    name = unicodedata.name(character, f"U+{ord(character):04X}").lower()
    return f"“{character}” ({name})" if character.isprintable() else name
