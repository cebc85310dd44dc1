"""The client's goal in German, turned round for "Ihnen geht es darum, …" where grammar allows it, else quoted."""

from __future__ import annotations

import re
from typing import Final

from fitdesk.letters.languages.long_goal import LONGEST_WOVEN

_LEAD: Final = re.compile(
    r"^(?:(?:wir (?:möchten|wollen|wünschen uns|hoffen|brauchen es|erwarten)|unser (?:Ziel|Wunsch) ist(?: es)?"
    r"|(?:das )?Ziel ist(?: es)?|es geht (?:uns )?darum|uns geht es darum|uns ist wichtig)\s*,?\s+)(?=dass\s|um\s)",
    re.IGNORECASE,
)
_CLAUSE: Final = re.compile(r"^dass\s", re.IGNORECASE)
_INFINITIVE: Final = re.compile(
    r"(?:\szu\s[a-zäöüß]{2,}n|\s(?:ab|an|auf|aus|bei|durch|ein|entgegen|fest|frei|her|hin|los|mit|nach|um|vor|weg|weiter"
    r"|wieder|zusammen|zurück|zu)zu[a-zäöüß]{2,}n)$"
)
_FINITE: Final = re.compile(
    r"\b(?:soll(?:en|te[nt]?|t)?|kann|könn(?:en|te[nt]?|t)|muss|müss(?:en|te[nt]?|t)|will|woll(?:en|te[nt]?|t)"
    r"|möchte[nt]?|dürfen|darf|hab(?:en|e|t)|hat(?:te[nt]?)?|sind|ist|seid|war(?:en)?|wird|werde[nt]?|brauch(?:en|t)"
    r"|wünsch(?:en|t)|hoff(?:en|t)|versuch(?:en|t)|lern(?:en|t)|beginn(?:en|t)|schein(?:en|t)|wiss(?:en|t)|geht)\b",
    re.IGNORECASE,
)
"""Verbs of a main clause: what holds one is no bare infinitive, whatever stands at its end."""
_UNTURNABLE: Final = re.compile(
    r"\b(?:ich|mir|mich|mein\w*|uns|du|dir|dich|dein\w*|euch|ihr|euer|eure\w*|(?-i:Sie|Ihnen|Ihr|Ihre\w?))\b", re.I
)
_OUR: Final = re.compile(r"\b(unser)(e[nmrs]?|n|m|s)?\b", re.IGNORECASE)
_NOT_PLAIN: Final = re.compile(r"[.!?;:„“”‚‘\"()\n*]")


def woven(text: str, *, familiar: bool) -> str:
    """``text`` as a clause after a comma: "dass Ihre Teams wieder reden", "Ihre Teams zu stärken"; "" when unsafe."""
    bare = text.rstrip(".! ")
    if _NOT_PLAIN.search(bare) or len(bare.split()) > LONGEST_WOVEN:
        return ""
    words = _LEAD.sub("", bare)
    is_clause = bool(_CLAUSE.match(words))
    if not is_clause and not _is_infinitive(words):
        return ""
    words = re.sub(r"^um\s", "", words, flags=re.IGNORECASE)
    if _UNTURNABLE.search(words) or (familiar and re.search(r"\bwir\b", words, re.IGNORECASE)):
        return ""
    words = re.sub(r"\bwir\b", "Sie", _OUR.sub(lambda found: _your(found, familiar), words), flags=re.IGNORECASE)
    return f"dass{words[4:]}" if is_clause else words


def _is_infinitive(words: str) -> bool:
    """ "um unsere Teams zu stärken", "wieder ins Gespräch zu kommen": no main clause that only ends in one."""
    begins_small = words[:1].islower() or words.startswith("Um ")
    return begins_small and "," not in words and bool(_INFINITIVE.search(words)) and not _FINITE.search(words)


def _your(found: re.Match[str], familiar: bool) -> str:
    """ "unsere" said by the client is "Ihre" to them, or "eure", for it is the whole house that is meant."""
    ending = {"n": "en", "m": "em", "s": "es"}.get(found[2] or "", found[2] or "")
    if familiar:
        return f"eur{ending}" if ending else "euer"
    return f"Ihr{ending}"
