"""How French is set: guillemets, apostrophes, thin spaces before ; ! ?, and the elision that a filled field wants."""

from __future__ import annotations

import re
from typing import Final

THIN: Final = "\u202f"
"""Narrow no-break space: inside guillemets, before ; ! ? and between groups of figures."""

WIDE: Final = "\u00a0"
"""No-break space: before a colon and before a unit."""

_SPACES: Final = f"[ {WIDE}{THIN}]"
_VOWEL: Final = "aàâäeéèêëiîïoôöuùûüœæ"
_MUTE_H: Final = re.compile(
    r"h(?:abil|abit|al[eè]i|alluc|ameçon|armon|ebdo|élico|epat|épat|erb|érit|ésit|étéro|eur|iron|ist|iver|omo|omm"
    r"|onn|onor|ôp|ôt|oraire|oriz|orlog|ormon|orti|ospi|uil|uis|uman|umb|umeur|umid|umil|umour|ydr|ygi|ymn|yper|ypn"
    r"|ypo|él[eèé]|enri|ubert|ug(?:o|ues)|ortens|ervé|ermin|ippol)\w*",
    re.IGNORECASE,
)
"""Words whose h is silent, so that "de" and "que" lose their vowel before them."""

_UNELIDED: Final = re.compile(r"(?:onz|oui\b|ouistiti|uhlan|ulul|un\b(?= (?:à|contre) ))", re.IGNORECASE)
_MARK: Final = re.compile(r"(?P<word>\b[dDqQ]u?)\(e\) (?P<bold>\**)(?P<next>\S*)")
_LIST: Final = r"(?P<list>[^.,;:()?«»\n]+)"
_REPEATED: Final = re.compile(rf"(?:(?<=matière )|(?<=fait ))d\(e\) {_LIST}")
_SPOKEN: Final = re.compile(rf"\(en\) {_LIST}")
_HOUSES: Final = {
    "du": """
        Groupe Centre Conseil Comité Collège Lycée Théâtre Ministère Musée Cabinet Département Crédit Club Réseau
        Syndicat Laboratoire Rectorat Conservatoire Cercle Pôle Barreau Festival Consortium Parc Port
    """,
    "de la": """
        Mutuelle Coopérative Société Fondation Banque Caisse Chambre Compagnie Fédération Ville Région Mairie Clinique
        Maison Confédération Communauté Métropole Préfecture Direction Bibliothèque Faculté Ligue
    """,
    "de l’": """
        Université Association Agence Académie École Institut Hôpital Office Observatoire Union Entreprise Ordre Atelier
        Assurance Établissement Espace
    """,
    "des": "Ateliers Laboratoires Éditions Hospices Transports Laiteries Galeries Chantiers Amis Archives",
}
"""First words of organizations that wear an article in a sentence: "de la Mutuelle du Rhône", "du Groupe Alma"."""

_OF_HOUSE: Final = {word: of for of, words in _HOUSES.items() for word in words.split()}
_DAY: Final = re.compile(r"\d{1,2}(?:er)?$")
_GUILLEMETS: Final = re.compile(r"(«[^«»]*»)")


def elides(word: str) -> bool:
    """Whether "de" and "que" lose their vowel before ``word``."""
    bare = word.lstrip("*([“‘")
    if _UNELIDED.match(bare):
        return False
    return bare[:1].casefold() in {*_VOWEL} or bool(_MUTE_H.match(bare))


def elided(word: str, following: str) -> str:
    """``word`` ("que", "de") before ``following``: "qu’Alex", "que Sam"."""
    return f"{word[:-1]}’{following}" if elides(following) else f"{word} {following}"


def with_de(phrase: str) -> str:
    """ "de" before a noun phrase that may begin with an article: "du congrès", "d’un atelier", "de votre congrès"."""
    for article, both in (("le ", "du "), ("les ", "des ")):
        if phrase.startswith(article):
            return both + phrase.removeprefix(article)
    return elided("de", phrase)


def resolve_marks(text: str) -> str:
    """ "d(e) {topics}" and "qu(e) {name}" of a phrase book, once the field is filled: "d’équipe", "que Sam".

    Before an organization that wears an article it is "de la", "du" or "des". Before a day "d(e)" is "du": "à partir
    du 12 juin". After "matière" and "fait", and for "(en) {languages}", the preposition is said again within a list:
    "de conseil et de vente", "en français et en anglais".
    """

    def chosen(found: re.Match[str]) -> str:
        word, bold, following = found["word"], found["bold"], found["next"]
        if word[0] in "dD" and _DAY.match(following):
            return f"{word}u {bold}{following}"
        if word in "dD" and following in ("le", "les"):
            return f"{word}{'u' if following == 'le' else 'es'}"
        if word in "dD" and (of := _OF_HOUSE.get(following)):
            return f"{word}{of[1:]}{'' if of.endswith('’') else ' '}{bold}{following}"
        return f"{word}’{bold}{following}" if elides(following) else f"{word}e {bold}{following}"

    text = _SPOKEN.sub(lambda found: "en " + re.sub(r" (et|ou) (?=\w)", r" \1 en ", found["list"]), text)
    text = _REPEATED.sub(lambda found: "d(e) " + re.sub(r" (et|ou) (?=\w)", r" \1 d(e) ", found["list"]), text)
    return _MARK.sub(chosen, text)


def tidy(text: str) -> str:
    """Typed marks made French; done twice it changes nothing more.

    Spaces that stand before ; : ! ? become no-break ones. Missing ones are added before ; : ? only, and not inside
    guillemets: a name such as "Wake Up!" stays as it is written.
    """
    text = _quotes(_apostrophes(resolve_marks(text))).replace("...", "…")
    text = re.sub(r"(?<=\S) (?:--?|—) (?=\S)", " – ", text)
    text = re.sub(rf"{_SPACES}+(?=[;!?])(?=[;!?]+(?:[\s»”’)*]|$))", THIN, text)
    text = re.sub(rf"{_SPACES}+:(?=\s|$)", f"{WIDE}:", text)
    parts = _GUILLEMETS.split(text)
    text = "".join(part if part[:1] == "«" else _spaced(part) for part in parts)
    return _figures(text)


def _apostrophes(text: str) -> str:
    text = re.sub(r"(?<=\w)'(?=\w)|(?<=\w)'(?=[\s.,;:!?)«\"]|$)", "’", text)
    return re.sub(r"(^|[\s(\[–—“«])'", r"\1‘", text).replace("'", "’")


def _quotes(text: str) -> str:
    """Straight double marks and << >> made guillemets, with thin no-break spaces inside."""
    text = text.replace("<<", "«").replace(">>", "»")
    text = re.sub(r"(^|[\s(\[–—*’])\"(?=\S)", r"\1«", text).replace('"', "»")
    text = re.sub(rf"«{_SPACES}*(?=\S)", f"«{THIN}", text)
    return re.sub(rf"(?<=\S){_SPACES}*»", f"{THIN}»", text)


def _spaced(text: str) -> str:
    """Spaces that were left out before ; : ? where a word ends and another begins."""
    text = re.sub(r"(?<=[\w)’%€…])([;?])(?=[\s»”)*]|$)", rf"{THIN}\1", text)
    return re.sub(r"(?<=[\w)’%€…]):(?=[\s*]|$)", f"{WIDE}:", text)


def _figures(text: str) -> str:
    """ "7 500 €" and "10 %" hold together."""
    amount = re.compile(rf"\b\d{{1,3}}(?:{_SPACES}\d{{3}})+(?=(?:,\d+)?{_SPACES}?(?:€|EUR|CHF|\$|£|personnes\b))")
    text = amount.sub(lambda found: re.sub(_SPACES, THIN, found.group()), text)
    text = re.sub(rf"(?<=\d){_SPACES}(?=€|EUR\b|CHF\b|%)", WIDE, text)
    return re.sub(r"\b(M\.|MM\.|Mme|Mmes) (?=[A-ZÀ-Þ])", rf"\1{WIDE}", text)
