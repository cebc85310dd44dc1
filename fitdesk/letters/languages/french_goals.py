"""The client's goal in a French letter: woven in where it is French and grammar allows it, else quoted as it is."""

from __future__ import annotations

import re
from typing import Final

from fitdesk.letters.languages.french_typography import THIN, tidy
from fitdesk.letters.languages.language import GoalWords
from fitdesk.letters.languages.long_goal import LONGEST_WOVEN, shortened

_LEAD: Final = re.compile(
    r"^(?:nous (?:souhaitons|voulons|voudrions|aimerions|désirons|souhaiterions)"
    r"|(?:notre|l[’']) ?(?:objectif|but|idée|ambition) est(?= d[e’]| que| qu’)"
    r"|il s[’']agit(?= d[e’])|pour(?= qu[e’])|afin(?= d[e’]| qu[e’])|le but est(?= d[e’]| que| qu’)|pour)\s+",
    re.IGNORECASE,
)
_DE: Final = re.compile(r"^(?:de\s+|d’)(?=(?:mieux |ne pas |ne plus |se )?[a-zà-ÿ’]+(?:er|ir|re|oir)\b)", re.IGNORECASE)
_BEFORE_VERB: Final = r"(?:(?:ne pas|ne plus|mieux|se|leur|lui|y|en)\s+|s’|n’|d’)*"
_REGULAR: Final = re.compile(rf"{_BEFORE_VERB}(?P<verb>[a-zà-ÿ]{{2,}}(?:er|ir))\b(?!-)", re.IGNORECASE)
_VERBS: Final = """
    faire refaire être avoir rendre prendre apprendre comprendre reprendre entreprendre surprendre mettre permettre
    remettre transmettre admettre promettre vivre suivre poursuivre construire reconstruire conduire produire réduire
    introduire dire lire écrire rire sourire connaître reconnaître croire convaincre vaincre entendre attendre répondre
    défendre vendre perdre étendre descendre voir revoir prévoir savoir pouvoir vouloir recevoir concevoir naître
    craindre rejoindre atteindre joindre plaire résoudre
    """
_IRREGULAR: Final = re.compile(rf"{_BEFORE_VERB}(?:{'|'.join(_VERBS.split())})\b", re.IGNORECASE)
_LIKE_VERBS: Final = """
    hier premier dernier entier fier cher hiver loisir plaisir avenir désir souvenir soir espoir atelier métier papier
    courrier chantier quartier leader manager dîner déjeuner goûter foyer danger
    """
_NO_VERB: Final = frozenset(_LIKE_VERBS.split())
_FIRST_OR_SECOND: Final = re.compile(
    r"\b(?:je|j’|me|m’|moi|mon|ma|mes|mien(?:ne)?s?|tu|toi|ton|ta|tes|te|vous|votre|vos|vôtres?|nous|on|l’on|nôtres?)\b"
    r"|\b[jm]’",
    re.IGNORECASE,
)
_OUR: Final = re.compile(r"\b(?:nos|notre)\b", re.IGNORECASE)
_FOREIGN: Final = re.compile(
    r"\b(?:the|and|that|with|they|their|who|from|this|und|der|dass|nicht|mit|wir|unsere?|het|een|voor|zijn|wij"
    r"|el|los|las|nuestr[oa]s?|queremos|para|con|in|at|by|to|is|are)\b",
    re.IGNORECASE,
)
_FRENCH: Final = re.compile(
    r"[éèêàçùœ]|\b(?:le|la|les|des|une|nos|notre|nous|que|pour|avec|dans|est|qui|leur|leurs|du|au|aux|sans)\b|\b[lnd]’",
    re.IGNORECASE,
)


def looks_french(text: str) -> bool:
    """Whether a short text that says nothing of its language is French."""
    return len(_FRENCH.findall(text)) > len(_FOREIGN.findall(text))


def seems_foreign(text: str) -> bool:
    """Whether a text has words that French does not know."""
    return _FOREIGN.search(text) is not None


def say_goal(goal: str | None, goal_language: str | None, *, familiar: bool) -> GoalWords:
    """``wish`` goes with souhaiter and vouloir, and after a colon: "que vos équipes se parlent", "repartir avec …"."""
    written = " ".join((goal or "").split())
    if not re.search(r"\w", written):
        return GoalWords()
    is_french = goal_language == "fr" or (goal_language is None and looks_french(written))
    text = tidy(written) if is_french else written.replace("'", "’")
    return GoalWords(wish=_woven(text, familiar=familiar) if is_french else "", quote=_quoted(text))


def _woven(text: str, *, familiar: bool) -> str:
    bare = text.rstrip(". ")
    if len(bare.split()) > LONGEST_WOVEN or re.search(r"[.!?;:«»“”\"()\n*…]", bare):
        return ""
    rest = _DE.sub("", _LEAD.sub("", bare, count=1))
    rest = rest[:1].lower() + rest[1:]
    if _FIRST_OR_SECOND.search(_OUR.sub("", rest)) or (familiar and re.search(r"\bnotre\b", rest, re.IGNORECASE)):
        return ""  # "notre" is ton or ta, by a gender that is not known
    turned = _OUR.sub(lambda found: "votre" if found.group()[-1] == "e" else "tes" if familiar else "vos", rest)
    return turned if re.match(r"qu(?:e\s|’)", turned) or _is_infinitive(turned) else ""


def _is_infinitive(text: str) -> bool:
    found = _REGULAR.match(text)
    return bool(_IRREGULAR.match(text)) or (found is not None and found["verb"].casefold() not in _NO_VERB)


def _quoted(text: str) -> str:
    words, is_cut = shortened(text)
    inner = re.sub(r"[“„«]\s?", "“", re.sub(r"\s?[”»]", "”", words))
    if re.search(r"[!?…]$", inner):
        return f"«{THIN}{inner}{THIN}»"
    is_sentence = inner.endswith(".") and not is_cut
    inner = inner.rstrip(".,;: ")
    return f"«{THIN}{inner}.{THIN}»" if is_sentence else f"«{THIN}{inner}{THIN}»."
