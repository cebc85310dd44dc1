"""Words by their stems, read in one or several languages; in German and Dutch also the parts of compounds."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

Tongues = str | None | tuple[str, ...]
"""The language of a text (ISO 639-1), or those it may be written in, the likeliest first; None for English."""

PART = 0.75
"""What a word counts that agrees only as a part of a compound."""
SHORTEST_PART = 5
SHORTEST_REST = 4
"""Letters that a part of a compound and the rest of it must have at least: "Team" is in too many words."""

_SNOWBALL = {
    "en": "english", "de": "german", "fr": "french", "es": "spanish", "nl": "dutch", "it": "italian",
    "pt": "portuguese", "sv": "swedish", "da": "danish", "nb": "norwegian", "no": "norwegian", "fi": "finnish",
    "ca": "catalan", "hu": "hungarian", "ro": "romanian", "ru": "russian", "tr": "turkish", "el": "greek",
}  # fmt: skip
_STOP_WORDS = {
    "en": "a about after all also an and any are as at be become been better between but by can could do does each "
    "for from get give had has have how i if in into is it its just keep like make may me more most my new no not of "
    "on one or other our out over should so some such than that the their them then there these they this those "
    "through to under up us very was way we were what when where which while who why will with within without would "
    "you your",
    "de": "aber alle als am an auch auf aus bei bis da damit das dass dem den der des die dies diese dieser dieses "
    "durch ein eine einem einen einer eines er es für haben hat ich ihr ihre im in ist ja kann können man mehr mit "
    "nach nicht noch nur ob oder ohne sein seine sich sie sind so soll sollen über um und uns unser unsere unter vom "
    "von vor war was wenn werden wie wir wird zu zum zur",
    "fr": "à au aux avec ce ces cette comme dans de des du elle en entre est et être eux il ils je la le les leur "
    "leurs mais me même mes moi mon ne nos notre nous ou où par pas plus pour qu que qui sa sans se ses si son sont "
    "sur ta te tes ton tu un une vos votre vous",
    "es": "a al algo ante como con contra cual cuando de del desde donde durante e el ella ellos en entre era es esa "
    "ese eso esta este esto ha hay la las le les lo los más me mi mis muy no nos nuestra nuestro o para pero por "
    "porque que quien se ser si sin sobre son su sus también te tu un una uno unos y ya",
    "nl": "aan al alle als bij daar dan dat de der deze die dit door een en er geen haar hebben heeft het hij hoe hun "
    "ik in is je kan maar me meer met mijn na naar niet nog nu of om onder ons onze ook op over te tot uit van veel "
    "voor was wat we wel werd wie wij worden zal ze zich zij zijn zo zou",
}  # fmt: skip
_TELLING = {
    "en": "after before better between like more most new no not out over under up within without",
    "de": "mehr nicht ohne unter",
    "fr": "plus sans",
    "es": "contra más sin",
    "nl": "meer niet zonder",
}
"""Stop words that make a name of the one word beside them: "new work" is not "work", "speaking up" not "speaking"."""
_STOP_SETS = {language: frozenset(words.split()) for language, words in _STOP_WORDS.items()}
_IDLE_SETS = {language: stop - frozenset(_TELLING[language].split()) for language, stop in _STOP_SETS.items()}
_WORD = re.compile(r"[^\W_]+")
_COMPOUNDING = frozenset({"de", "nl"})
_ENDING = re.compile(r"(?:en|er|es|e|n|s)$")
_VERBAL = frozenset({
    "durch", "unter", "hinter", "wieder", "wider", "zuruck", "zusammen", "vorbei", "herbei", "hervor", "zwischen",
    "voraus", "heraus", "hinaus", "achter", "onder", "tussen", "terug", "samen", "tegen",
})  # fmt: skip
"""First parts that make another word of what follows: "Durchführung" is not a kind of "Führung"."""


@dataclass(frozen=True, slots=True)
class Words:
    """The content words of a text in one language: their stems, and in compounding languages their bare forms."""

    language: str
    stems: frozenset[str]
    bare: tuple[tuple[str, str], ...] = ()
    """(stem, the word without ending), only where words are put together."""
    passed: frozenset[str] = frozenset()
    """Stop words that were passed over."""
    needs: frozenset[str] = frozenset()
    """Those of them without which the one content word beside them would mean something else."""


@lru_cache(maxsize=1024)
def tongues(languages: Tongues) -> tuple[str, ...]:
    """The languages as two-letter codes, each once; English when none is given."""
    if languages is None:
        return ("en",)
    several = (languages,) if isinstance(languages, str) else languages
    return tuple(dict.fromkeys(code[:2].casefold() for code in several if code)) or ("en",)


def stems(text: str, language: str | None = None) -> frozenset[str]:
    """The stems of the content words in ``text``, read in ``language`` (ISO 639-1, English when unknown)."""
    return words_in(text, tongues(language))[0].stems


@lru_cache(maxsize=65536)
def words_in(text: str, languages: tuple[str, ...]) -> tuple[Words, ...]:
    """The content words of ``text`` once for each of ``languages`` (as ``tongues`` gives them).

    What is a stop word in any of them counts in none: else "des" would be what two French titles have in common when
    they are read as English.
    """
    stop = frozenset().union(*(_STOP_SETS.get(code, _STOP_SETS["en"]) for code in languages))
    every = [word for word in _WORD.findall(text.casefold()) if len(word) > 1]
    words = [word for word in every if word not in stop]
    passed = frozenset(word for word in every if word in stop)
    return tuple(_read(words, code, passed) for code in languages)


def _read(words: list[str], code: str, passed: frozenset[str]) -> Words:
    if code == "en":
        # English knows accents in borrowed words only, and its stemmer none at all.
        words = [_plain(word) for word in words]
    found = [_plain(stem) for stem in _stemmer(code).stemWords(words)]
    if code == "fr":
        # Once takes only the plural off "conflits", and more off "conflit"; twice makes them one.
        found = _stemmer(code).stemWords(found)
    needs = passed - _IDLE_SETS.get(code, _IDLE_SETS["en"]) if len(set(found)) == 1 else frozenset()
    if code not in _COMPOUNDING:
        return Words(code, frozenset(found), (), passed, needs)
    bare = {stem: _ENDING.sub("", _plain(word)) for word, stem in zip(words, found, strict=True)}
    return Words(code, frozenset(found), tuple(bare.items()), passed, needs)


@lru_cache(maxsize=32)
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(_SNOWBALL.get(language, "english"))


@lru_cache(maxsize=65536)
def _plain(word: str) -> str:
    """Without accents: half of all mail leaves them out."""
    if word.isascii():
        return word
    return "".join(mark for mark in unicodedata.normalize("NFD", word) if not unicodedata.combining(mark))


def is_part(a: str, b: str) -> bool:
    """Whether one of two bare words is a part of the other, as "Führung" is of "Führungskräfteentwicklung"."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    rest = len(long) - len(short)
    if len(short) < SHORTEST_PART or rest < SHORTEST_REST:
        return False
    if long.startswith(short):
        return True
    # Behind another noun it is still a kind of it ("Mitarbeiterführung"); short ones ("Buchführung") tell less.
    first = long[:rest]
    return long.endswith(short) and rest >= SHORTEST_PART and first not in _VERBAL


def parts_held(a: Words, b: Words) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of each that the other has not, but that agree with one of the other's as parts of a compound."""
    if not a.bare or not b.bare:
        return frozenset(), frozenset()
    pairs = [
        (stem, other)
        for stem, word in a.bare
        if stem not in b.stems
        for other, against in b.bare
        if other not in a.stems and is_part(word, against)
    ]
    return frozenset(stem for stem, _other in pairs), frozenset(other for _stem, other in pairs)
