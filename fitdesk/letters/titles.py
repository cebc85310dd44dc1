"""Titles and forms of address that stand before a name: told from first names, so that nobody becomes "Dear Ing."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

SAID: Final = {
    "dr": "Dr", "doctor": "Dr", "doktor": "Dr", "doktorin": "Dr", "dra": "Dr", "prof": "Professor",
    "professor": "Professor", "professorin": "Professor", "univ-prof": "Professor", "doctora": "Dr",
    "profesor": "Professor", "profesora": "Professor", "profa": "Professor", "catedrático": "Professor",
    "catedrática": "Professor",
}  # fmt: skip
"""Titles that a salutation may say, by their letters without stops."""
HONORIFICS: Final = {
    "mr": "Mr", "mrs": "Mrs", "ms": "Ms", "miss": "Miss", "mx": "Mx", "sra": "Ms", "srta": "Ms", "señora": "Ms",
    "señorita": "Ms", "señor": "Mr", "frau": "Ms", "herr": "Mr", "herrn": "Mr", "mme": "Ms", "madame": "Ms",
    "mlle": "Ms", "monsieur": "Mr", "mevrouw": "Ms", "mevr": "Ms", "dhr": "Mr", "signora": "Ms", "signor": "Mr",
}  # fmt: skip
"""Forms of address in the six languages, as the English one that says no more than they do."""
_UNSAID_TEXT: Final = """
    ing dipl-ing mag mmag dipl rev revd reverend sr sister brother father lic arq abg me maître maitre sir dame lord
    lady dott dottssa rabbi eng ir drs mgr avv pd bakk hon capt col gen sgt lt maj ddr
    med phil rer nat pol jur iur oec theol habil em hc techn univ
"""
_UNSAID: Final = frozenset(_UNSAID_TEXT.split())
_PARTICLES_WITH_STOP: Final = frozenset(("st", "ste"))
INITIALS: Final = re.compile(r"(?:[^\W\d_]\.-?)+")
_HONORIS_CAUSA: Final = re.compile(r"\bh\.\s?c\.", re.IGNORECASE)
_NO_SPACE: Final = re.compile(r"\b(Dra?|Prof|M?Mag|Ing)\.(?=[^\W\d_])")


def spaced(name: str) -> str:
    """The name with one space between words, "Dr.Anna" as two of them and "h. c." as one."""
    apart = _NO_SPACE.sub(r"\1. ", " ".join(name.split()))
    return _HONORIS_CAUSA.sub("h.c.", apart)


def without_titles(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """The title words before a name, and the name; at least one word is left to be the name."""
    count = 0
    while count < len(words) - 1 and _is_title(words[count]):
        count += 1
    return list(words[:count]), list(words[count:])


def letters_of(word: str) -> str:
    """The word as the tables here have it: "Dott.ssa" as "dottssa", "(Ing.)" as "ing"."""
    return re.sub(r"[.,()]", "", word).casefold()


def _is_title(word: str) -> bool:
    """A known one, or any word with a stop that is neither initials nor the St. of a name."""
    letters = letters_of(word)
    if letters in SAID or letters in HONORIFICS or letters in _UNSAID or letters.startswith(("dipl-", "univ-")):
        return True
    return word.endswith(".") and letters not in _PARTICLES_WITH_STOP and not INITIALS.fullmatch(word)


def title_said(words: str) -> str:
    """ "Dr" or "Professor", the higher one, wherever it stands in ``words``; else ""."""
    found = [SAID[word] for word in re.findall(r"[^\W\d_]+", words.casefold()) if SAID.get(word)]
    return "Professor" if "Professor" in found else (found[0] if found else "")


def is_only_said(words: Sequence[str]) -> bool:
    """Whether nothing among these titles would be lost if only the highest were written."""
    return all(SAID.get(letters_of(word)) for word in words)
