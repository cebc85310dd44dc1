"""Small rules of Spanish: y and e, o and u, del and al, capitals inside a sentence, quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_SPACED: Final = "\u00a0"
_LIKE_I: Final = re.compile(r"[«“(]*h?[ií](?![aeouáéóú])", re.IGNORECASE)
"""A beginning that sounds like i, and not like the first sound of "hielo" or "iones"."""

_LIKE_O: Final = re.compile(r"[«“(]*(?:h?[oó]|8|11(?!\d))", re.IGNORECASE)
_SENTENCE_WORDS_TEXT: Final = """
    a al algo alguien allí ante antes aquello aquí así aun aún aunque cada como con conviene creo cuando de debería
    del desde doy donde el él ella ellas ellos en entre era es esa ese eso esta está este esto existe falta hace han
    hasta hay la las le lo los me mi mis mientras muy nada necesita no nos o otra otro para pero pide por porque
    puedo que quien quizá sé se ser será si sí sin sobre soy su sus también tan tanto tengo ti tiene todo tras tu tus
    un una usted ya yo y
    """
_SENTENCE_WORDS: Final = frozenset(_SENTENCE_WORDS_TEXT.split())
_ALWAYS_CAPITAL_TEXT: Final = """
    españa europa américa áfrica asia alemania francia italia portugal suiza austria bélgica madrid barcelona valencia
    sevilla bilbao navidad brexit dios erasmus excel google microsoft
    """
_ALWAYS_CAPITAL: Final = frozenset(_ALWAYS_CAPITAL_TEXT.split())


def join(words: Sequence[str], last: str) -> str:
    """ "a", "a y b", "a, b y c"; "y" is "e" before the sound i, and "o" is "u" before o. ``last``: "y" or "o"."""
    items = [word for word in words if word]
    if len(items) < 2:
        return items[0] if items else ""
    if last == "y" and _LIKE_I.match(items[-1]):
        last = "e"
    elif last == "o" and _LIKE_O.match(items[-1]):
        last = "u"
    return f"{', '.join(items[:-1])} {last} {items[-1]}"


def mid_sentence(phrase: str) -> str:
    """ "Liderazgo" is "liderazgo" inside a sentence; "IA", "Europa" and "Design Thinking" stay."""
    words = phrase.split()
    if not words or not words[0][:1].isupper():
        return phrase
    bare = re.sub(r"\W+$", "", words[0])
    is_short = bare.casefold() in _SENTENCE_WORDS
    if not is_short:
        if len(bare) < 2 or bare[1:] != bare[1:].lower() or any(letter.isdigit() for letter in bare):
            return phrase
        if bare.casefold() in _ALWAYS_CAPITAL or any(word[:1].isupper() for word in words[1:2]):
            return phrase
    return phrase[0].lower() + phrase[1:]


def tidy(text: str) -> str:
    """Straight marks made typographic, contractions and e/u put right, figures kept with € and %."""
    text = re.sub(r"(^|[\s(\[¿–—“«])\"", r"\1«", text).replace('"', "»")
    text = re.sub(r"(?<=\w)'(?=\w)", "’", text)
    text = re.sub(r"(^|[\s(\[¿–—«“])'", r"\1‘", text).replace("'", "’")
    text = re.sub(r"(?<=\S) (?:--?|—) (?=\S)", " – ", text).replace("...", "…")
    text = re.sub(r"\b([Dd])e el (?=[a-záéíóúñ\d«])", r"\1el ", text)
    text = re.sub(r"\b([Aa]) el (?=[a-záéíóúñ\d«])", r"\1l ", text)
    text = re.sub(r"(?<=\bpartir de) (?=\d{1,2} de )", "l ", text)
    text = re.sub(r"(?<=[\w»,] )y (?=h?[ií](?![aeouáéóú])[a-zñáéíóú])", "e ", text)
    text = re.sub(r"(?<=[\w»,] )o (?=h?[oó][a-zñáéíóú])", "u ", text)
    return re.sub(r"(?<=\d) (?=[€£$%])", _SPACED, text)


def grouped(number: str) -> str:
    """A whole number in figures: "7500" stays, "12 500" has a no-break space, as the RAE wants it."""
    if len(number) < 5:
        return number
    head = len(number) % 3
    groups = [number[:head], *(number[at : at + 3] for at in range(head, len(number), 3))]
    return _SPACED.join(group for group in groups if group)
