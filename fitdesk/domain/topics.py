"""Matching of topic words: the client's phrase against the names and synonyms of topics, by word stems."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import Stemmer

from fitdesk.domain.offering import Topic

LOOSE_OVERLAP = 0.5
"""Share of common stems (Jaccard) from which two phrases mean the same topic."""

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
_STOP_SETS = {language: frozenset(words.split()) for language, words in _STOP_WORDS.items()}
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase read as ``topic``; strength is the share of common stems, 1 when both say exactly the same."""

    topic: Topic
    strength: float

    @property
    def is_exact(self) -> bool:
        return self.strength == 1.0


@lru_cache(maxsize=32)
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(_SNOWBALL.get(language, "english"))


@lru_cache(maxsize=65536)
def stems(text: str, language: str | None = None) -> frozenset[str]:
    """The stems of the content words in ``text``, read in ``language`` (ISO 639-1, English when unknown)."""
    code = (language or "en")[:2].casefold()
    stop = _STOP_SETS.get(code, _STOP_SETS["en"])
    words = [word for word in _WORD.findall(text.casefold()) if len(word) > 1 and word not in stop]
    return frozenset(_stemmer(code).stemWords(words))


def strength(a: frozenset[str], b: frozenset[str]) -> float:
    """How well two stem sets agree: their overlap (Jaccard) if it is at least a half or one holds the other, else 0."""
    common = len(a & b)
    if common == 0:
        return 0.0
    overlap = common / (len(a) + len(b) - common)
    return overlap if overlap >= LOOSE_OVERLAP or common in (len(a), len(b)) else 0.0


def best_match(phrase: str, topics: Iterable[Topic], language: str | None = None) -> Match | None:
    """The topic that ``phrase`` most likely means: the largest overlap, then the deeper one; None when none agrees."""
    wanted = stems(phrase, language)
    best: Match | None = None
    for topic in topics:
        found = strength(wanted, stems(topic.name, language))
        for synonym in topic.synonyms:
            found = max(found, strength(wanted, stems(synonym, language)))
        if found and (best is None or _better(found, topic, best)):
            best = Match(topic, found)
    return best


def _better(found: float, topic: Topic, best: Match) -> bool:
    return (found, topic.depth, topic.name) > (best.strength, best.topic.depth, best.topic.name)


def says(phrase: str, narrower: str, language: str | None = None) -> bool:
    """Whether ``phrase`` speaks of ``narrower`` at least as closely as ``narrower`` does itself.

    "training" does not speak of "sales training", but "sales training for nurses" does. The stricter rule is for
    statements that close a door, such as what somebody is not good at.
    """
    wanted, named = stems(phrase, language), stems(narrower, language)
    return bool(named) and (named <= wanted or strength(wanted, named) > 0.6)


def named_in(text: str, names: Iterable[str], language: str | None = None) -> tuple[str, ...]:
    """Those of ``names`` all of whose content words stand in ``text``; a wider name gives way to a narrower one."""
    heard = stems(text, language)
    found: dict[frozenset[str], str] = {}
    for name in names:
        wanted = stems(name, language)
        if wanted and wanted <= heard:
            found.setdefault(wanted, name)
    return tuple(name for wanted, name in found.items() if not any(wanted < other for other in found))
