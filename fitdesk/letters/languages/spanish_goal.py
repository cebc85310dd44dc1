"""The client's goal in a Spanish letter: woven into a sentence where grammar allows it, else quoted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fitdesk.letters.languages.language import GoalWords
from fitdesk.letters.languages.long_goal import LONGEST_WOVEN, shortened
from fitdesk.letters.languages.spanish_words import mid_sentence

if TYPE_CHECKING:
    from fitdesk.letters.languages.language import Language


_WISH: Final = re.compile(
    r"^(?:(?:nosotros |lo que )?(?:queremos|deseamos|buscamos|pretendemos|necesitamos|esperamos|nos gustaría"
    r"|querríamos|quisiéramos|se trata de|(?:el|nuestro) (?:objetivo|propósito|fin) es)(?: es)? )(?=\w)",
    re.IGNORECASE,
)
_INFINITIVE: Final = re.compile(r"(?:no )?[a-záéíóúñ]{2,}(?:ar|er|ir|ír)(?:se)? [a-záéíóúñ]", re.IGNORECASE)
_NO_VERBS_TEXT: Final = "ayer mujer taller líder placer poder deber saber hogar lugar bienestar pesar par mar"
_NO_VERBS: Final = frozenset(_NO_VERBS_TEXT.split())
_THAT: Final = re.compile(r"que (?!los que|las que)[a-záéíóúñ]", re.IGNORECASE)
_FUTURE: Final = re.compile(r"\b(?!será\b|está)\w+(?:rá|rán|ría|rían)\b", re.IGNORECASE)
_FIRST_PERSON: Final = re.compile(
    r"\b(?:yo|me|mí|mi|mis|conmigo|nos|nosotr[oa]s|\w+[aei]mos|\w+(?:ar|er|ir|ír|ndo)nos)\b", re.IGNORECASE
)
_NO_FIRST_PERSON: Final = re.compile(
    r"(?:(?:extre|últi|máxi|míni|próxi|áni|legíti|anóni)mos|ramos|tramos)", re.IGNORECASE
)
_SECOND_PERSON: Final = re.compile(
    r"\b(?:usted(?:es)?|su|sus|le|les|tú|tu|tus|te|ti|contigo|vosotr[oa]s|vuestr[oa]s?|suy[oa]s?)\b", re.IGNORECASE
)
_OURS: Final = re.compile(r"\bnuestr[oa](s?)\b", re.IGNORECASE)


def say_goal(goal: str | None, *, is_spanish: bool, speech: Language) -> GoalWords:
    """The ways to say ``goal``: the wish after "quiere" ("que …", "reforzar …"), and the quotation.

    Words in another language are quoted, not woven in; both are "" when the client named no goal.
    """
    text = speech.tidy(" ".join((goal or "").split()))
    if not re.search(r"\w", text):
        return GoalWords()
    return GoalWords(wish=_woven(text, speech) if is_spanish else "", quote=_quoted(text, speech))


def _woven(text: str, speech: Language) -> str:
    bare = text.rstrip(". ")
    if re.search(r"[.!?¿¡;:«»“”‘\"()\n*…–—]", bare) or len(bare.split()) > LONGEST_WOVEN:
        return ""
    words = mid_sentence(_WISH.sub("", bare, count=1))
    checked = _NO_FIRST_PERSON.sub("", words)
    if _FIRST_PERSON.search(checked) or _SECOND_PERSON.search(words):
        return ""
    is_infinitive = _INFINITIVE.match(words) is not None and words.split()[0] not in _NO_VERBS
    is_that = _THAT.match(words) is not None and not _FUTURE.search(words)
    if not (is_infinitive or is_that):
        return ""
    possessive = "tu" if speech.is_familiar else "su"
    return _OURS.sub(lambda found: f"{possessive}{found[1]}", words)


def _quoted(text: str, speech: Language) -> str:
    """The words in «…» with the stop that ends the sentence, which stands outside, even after "?" and "…"."""
    words = shortened(text)[0].replace(" …", "…")
    inner = words if re.search(r"[!?…]$", words) else words.rstrip(".,;: ")
    is_quoted = re.fullmatch(r"«[^«»]*»", inner) is not None
    return f"{inner if is_quoted else speech.quoted(inner)}."
