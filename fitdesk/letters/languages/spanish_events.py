"""What the client asked for, as Spanish phrases: "dar una conferencia en su congreso", "en Lyon", "un taller"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from fitdesk.domain.event import Event, Format, Mode

if TYPE_CHECKING:
    from fitdesk.letters.languages.language import Language

_MASCULINE: Final = """
    congreso foro encuentro seminario taller webinario webinar simposio festival retiro ciclo curso programa máster
    evento acto día desayuno almuerzo concurso certamen coloquio debate panel campus proyecto offsite kick-off kickoff
    hackathon hackatón aniversario homenaje aula afterwork afterworks networking consejo comité
    """
_FEMININE: Final = """
    jornada cumbre convención reunión feria gala semana asamblea escuela academia conferencia mesa noche cena tarde
    sesión formación ceremonia entrega comida charla ponencia fiesta clase junta inauguración
    presentación bienal muestra
    """
_FEMALE: Final = frozenset(_FEMININE.split())
_NOUNS: Final = frozenset(_MASCULINE.split()) | _FEMALE
_VAGUE: Final = frozenset(("día", "noche", "tarde", "mesa", "clase", "comida", "cena", "entrega", "aula"))
"""Nouns that name an event only with what it is of: "noche de la ciencia", and not "Noche abierta"."""
_ARTICLED: Final = re.compile(
    r"^(?:el|la|los|las|un|una|nuestro|nuestra|mi|su|tu|the|our|your|an?)\s+(?=\S)", re.IGNORECASE
)
_ORDINAL: Final = re.compile(
    r"^(?:[IVXLC]+|\d+\.?[ºªo]?|\d+\.[ºª]|primer|primera|segundo|segunda|tercer|tercera)\s+", re.I
)


@dataclass(frozen=True, slots=True)
class EventName:
    """``phrase`` follows su, tu, el or la ("jornada de liderazgo", "evento «Harbour Days»"); ``is_named`` whether the
    client named the event; ``is_proper`` whether it is the name of one single event."""

    phrase: str
    is_feminine: bool
    is_named: bool = True
    is_proper: bool = False


def event_name(event: Event, speech: Language) -> EventName:
    """The event as a noun that wants a possessive or an article before it."""
    name = " ".join((event.name or "").split()).strip(" .")
    noun = _noun(event, name, speech)
    if not name:
        return EventName(noun, _is_feminine(noun), is_named=False)
    bare = _ARTICLED.sub("", name)
    words = [word.casefold().strip(",.:") for word in _ORDINAL.sub("", bare).split()]
    first = words[0] if words else ""
    is_title = bare != name and name[:1].isupper() and bare[:1].isupper()
    is_vague = first in _VAGUE and words[1:2] not in (["de"], ["del"])
    if first not in _NOUNS or is_title or is_vague:
        return EventName(f"{noun} {speech.quoted(_unquoted(name))}", _is_feminine(noun), is_proper=True)
    rest = bare.split()[1:]
    is_common = all(word[:1] == word[:1].lower() and not word[:1].isdigit() for word in rest)
    phrase = bare[0].lower() + bare[1:] if is_common and _ORDINAL.match(bare) is None else bare
    return EventName(phrase, first in _FEMALE, is_proper=phrase == bare and bare != bare.lower())


def bare_name(event: Event) -> str:
    """The event's name without "nuestra" and the like, for the information block and lists."""
    return _ARTICLED.sub("", " ".join((event.name or "").split()))


def _unquoted(name: str) -> str:
    return re.sub(r"^[«“\"']\s?(.*?)\s?[»”\"']$", r"\1", name)


def _noun(event: Event, name: str, speech: Language) -> str:
    """What an event is called beside its name: "evento", or by its format where the event is that itself."""
    form = event.format or Format.OTHER
    noun = speech.format_word(form, "event")
    return noun if not name or _is_of_format(event, speech) else speech.format_word(Format.OTHER, "event")


def _is_of_format(event: Event, speech: Language) -> bool:
    """Whether the event is what was asked for: one leads a workshop, not a workshop at a workshop."""
    same = speech.format_word(event.format or Format.OTHER, "same")
    return bool(same) and re.search(rf"\b(?:{same})", event.name or "", re.IGNORECASE) is not None


def _is_feminine(noun: str) -> bool:
    return noun.split()[0] in _FEMALE


def _your(speech: Language) -> str:
    return "tu" if speech.is_familiar else "su"


def the_event(event: Event, speech: Language) -> str:
    """ "su jornada de liderazgo", "su evento «Harbour Days»", "su taller", "su evento"."""
    return f"{_your(speech)} {event_name(event, speech).phrase}"


def their_event(event: Event, speech: Language) -> str:
    """The same, said to a third person: "una jornada de liderazgo", "el evento «Harbour Days»", "un taller"."""
    name = event_name(event, speech)
    article = ("el", "la") if name.is_proper else ("un", "una")
    return f"{article[name.is_feminine]} {name.phrase}"


def to_do(event: Event, speech: Language) -> str:
    """What the owner was asked to do: "dar una conferencia en su jornada", "impartir su taller de negociación"."""
    form = event.format or Format.OTHER
    if not event_name(event, speech).is_named:
        return speech.format_word(form, "do")
    part = "lead" if _is_of_format(event, speech) else "do_at"
    return speech.format_word(form, part).replace("{event}", the_event(event, speech))


def where(event: Event, speech: Language) -> str:
    """Where it is, with its preposition: "en Lyon", "en línea"; "" when unknown or already in the name."""
    if event.mode is Mode.VIRTUAL:
        return "" if event.format is Format.WEBINAR else speech.term("online")
    city = event.place.city
    if not city or city.casefold() in (event.name or "").casefold():
        return ""
    return speech.term("in_city", city=city)


def subject_line(event: Event, received: str, speech: Language) -> str:
    """ "Su jornada de liderazgo en Lyon", "Su solicitud de una conferencia en Lyon", "Su solicitud del 3 de marzo"."""
    place = where(event, speech) if event.mode is not Mode.VIRTUAL else ""
    possessive = _your(speech).capitalize()
    if event_name(event, speech).is_named:
        return " ".join(filter(None, (f"{possessive} {event_name(event, speech).phrase}", place)))
    wanted = speech.format_word(event.format, "a") if event.format not in (None, Format.OTHER) else ""
    if wanted:
        return " ".join(filter(None, (f"{possessive} solicitud de {wanted}", place)))
    if place:
        return f"{possessive} evento {place}"
    return f"{possessive} solicitud del {received}" if received else f"{possessive} solicitud"
