"""Small rules of German spelling: which first words go small inside a sentence, quotation marks, no-break spaces."""

from __future__ import annotations

import re
from typing import Final

_SMALL: Final = """
    ab aber alle allen alles als also am an andere anderen anders auch auf aus außerdem bei beide beiden beim bereits
    bevor bis bisher bitte da dabei dafür daher dahinter damit danach danke dann daran darauf darf darüber darum das
    dass davon dazu dein deine deinem deinen deiner deines dem den dennoch der derzeit des deshalb deswegen dich die
    dies diese diesem diesen dieser dieses diesmal dir doch drei du durch dürfen ebenso eigentlich ein eine einem
    einen einer eines einige eins er erst es etwas euch euer eure falls für ganz gefragt gegen gehört genau gerade
    gern gerne gestern gesucht hab habe haben hat hatten herzlich herzliche herzlichen heute hier hinter ich ihm ihn
    im immer in inzwischen ist ja jede jeden jeder jedes jemand jetzt keine keinen können könnten kürzlich lassen
    leider lieber liegt man manche manches manchmal mehr mein meine meinem meinen meiner meines mich mir mit möchten
    möglicherweise nach nachdem neben neulich nicht noch nun nur ob obwohl ohne rechtzeitig schon sehr seine seit so
    sobald solange solche soll sollte sollten solltest somit sowohl trotzdem über um umso und uns unser unsere unseren
    unter vermutlich viele vielen vielleicht vier vom von vor während wann war warum was weder weil welche wenn wer
    wie wieder wir wird wirklich wo wollen womöglich worum zu zuerst zum zunächst zur zwar zwei zwischen
"""
SMALL: Final = frozenset(_SMALL.split())
"""First words that are small inside a sentence. Sie, Ihr and Ihnen are not: to the reader they are said politely."""

_ADJECTIVE: Final = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß]*(?:ig|lich|isch|bar|sam|haft|los|end|iert|iv|ell|al|ant|ent|neu|gut|agil|intern|modern|offen"
    r"|divers|jung|kurz|lang|hybrid)(?:e|er|es|en|em)"
)
_SHORT: Final = "neu gut agil intern extern modern offen divers jung kurz lang hybrid klar stark"
_ALSO: Final = frozenset(_SHORT.split())
_NOUNS: Final = """
    Perspektive Initiative Alternative Offensive Direktive Motive Archive Könige Honige Zeuge Zentrale Filiale Finale
    Rituale Signale Kanäle Talente Momente Studenten Patienten Agenten Elemente Argumente Dokumente Anzeigen Anzeige
    Jugendliche Jugendlichen Angestellte Legende Wochenende Abende Tugenden Reisende Lernende Studierende Lehrende
"""
_NO_ADJECTIVE: Final = frozenset(_NOUNS.split())


def small_first(text: str) -> str:
    """``text`` with its first word small, where that is no noun, no name and no polite Sie; else as it is."""
    found = re.match(r"(\**)([A-ZÄÖÜ])([a-zäöüß]*)(?=[\s,.:;!?]|$)", text)
    if found is None or (found[2] + found[3]).lower() not in SMALL:
        return text
    return f"{found[1]}{found[2].lower()}{text[found.end(2) :]}"


def small_adjective(phrase: str) -> str:
    """ "Digitale Medien" inside a sentence is "digitale Medien": an adjective before its noun."""
    words = phrase.split()
    if len(words) < 2 or not words[1][:1].isupper() or words[0] in _NO_ADJECTIVE:
        return phrase
    stem = re.sub(r"(?:e|er|es|en|em)$", "", words[0]).lower()
    is_adjective = stem in _ALSO or _ADJECTIVE.fullmatch(words[0]) is not None
    return f"{phrase[0].lower()}{phrase[1:]}" if is_adjective else phrase


def inner_quotes(text: str) -> str:
    """Quotation marks of any kind in ``text`` as those within a quotation: ‚…‘."""
    text = re.sub(r"„([^“”„]*)[“”]|“([^“”„]*)”|»([^«»]*)«|«\s?([^«»]*?)\s?»|\"([^\"]*)\"", _as_inner, text)
    return text.replace("„", "‚").replace("“", "‘").replace("”", "‘").replace('"', "‘")


def _as_inner(found: re.Match[str]) -> str:
    return f"‚{next(part for part in found.groups() if part is not None)}‘"


def tidy(text: str) -> str:
    """Straight marks made typographic: „…“ ‚…‘, apostrophes, dashes, and no-break spaces where they belong."""
    text = re.sub(r"(?<=\w)'(?=\w)|(?<=[sßxz])'(?=\s)", "’", text)
    text = re.sub(r"\"([^\"]*)\"|“([^“”„]*)”", lambda found: f"„{found[1] or found[2] or ''}“", text)
    text = re.sub(r"(^|[\s(\[–—„])'([^']*)'", r"\1‚\2‘", text).replace("'", "’")
    text = re.sub(r"(?<=\S) (?:--?|—) (?=\S)", " – ", text).replace("...", "…")
    return re.sub(r"\b([zZdDuUsSoO])\.\s?([aBhouU])\.", "\\1.\u00a0\\2.", text)
