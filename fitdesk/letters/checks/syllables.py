"""Syllables of a word by its vowels, in each language of letters; near enough for a reading ease."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

FIGURE: Final = 2
"""A number in figures counts as so many."""

_LETTERS: Final = re.compile(r"[^a-zß-ÿœ]")
_NUCLEI: Final = {
    "en": re.compile(r"[aeiouyà-ÿ]+"),
    "de": re.compile(r"aa|ee|oo|ie|ei|ai|ey|ay|au|äu|eu|[aeiouyäöüéè]"),
    # é and ï begin a syllable of their own: ré-u-nion, na-ïf.
    "fr": re.compile(r"é(?=[aeoiuâô])|[aeiouyàâäèêëîïôöùûüæœé]+?(?=[éïë])|[aeiouyàâäèêëîïôöùûüæœé]+"),
    # Strong vowels stand alone, weak ones lean on them; an accent on a weak one parts them (ha-bí-a).
    "es": re.compile(r"[iuüy]?[aeoáéó](?:[iuü](?![aeoáéó])|y(?![aeouáéóú]))?|[íú]|[iuüy]+"),
    "nl": re.compile(r"ieu|eeu|aai|ooi|oei|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|[aeiouyëïöüáéèêó]"),
}


@lru_cache(maxsize=16384)
def syllables(word: str, language: str = "en") -> int:
    """Syllables of a word, at least one; a figure counts as two."""
    plain = _LETTERS.sub("", word.casefold() if language != "de" else word.lower())
    if not plain:
        return FIGURE
    if language in ("fr", "es"):
        plain = re.sub(r"qu|gu(?=[eiéèêí])", "k", plain)
    groups = len(_NUCLEI[language].findall(plain))
    if language == "en":
        groups -= _silent_english(plain, groups)
    if language == "fr" and groups > 1 and re.search(r"(?<![aeiouyé])es?$", plain):
        groups -= 1
    return max(groups, 1)


def _silent_english(plain: str, groups: int) -> int:
    if groups < 2 or re.search(r"(ses|zes|ches|shes|xes|ges|ces|les)$", plain):
        return 0
    return 1 if re.search(r"(?<![aeiouyl])e$|(?<![td])ed$|(?<=[^aeiouy])es$", plain) else 0
