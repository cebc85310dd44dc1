"""What the client asked for, as English phrases: "speak at your leadership summit", "in Lyon", "a workshop"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from fitdesk.domain.event import Event, Format, Mode
from fitdesk.letters.languages.english_words import mid_sentence, with_article
from fitdesk.letters.words.plain_words import capital

if TYPE_CHECKING:
    from fitdesk.letters.languages.language import Language

_KINDS: Final = """
    summit conference day days forum gathering meeting congress symposium retreat dinner evening night week festival
    finale convention assembly workshop seminar webinar roundtable offsite off-site away-day away-days kick-off kickoff
    party gala awards ceremony academy breakfast lunch colloquium fair expo fest session series programme program hour
    afternoon morning reception celebration launch panel talk lecture hackathon camp bootcamp townhall hall agm school
    """
_KINDS_OF_EVENT: Final = frozenset(_KINDS.split())
ARTICLED: Final = re.compile(r"^(the|our|your|an?)\s+", re.IGNORECASE)


def named_event(event: Event) -> str:
    """The named event as the letter calls it: "your Spring Education Day", "SUTRA 2027", "“Not the Usual Route”"."""
    name = " ".join((event.name or "").split()).strip(" .")
    if not name:
        return ""
    found = ARTICLED.match(name)
    if found:
        rest = name[found.end() :]
        return f"the {rest}" if found.group(1).casefold() == "the" else f"your {rest}"
    last = re.sub(r"\s*(?:\d{4}|[’']\d{2})$", "", name).split()
    is_common = bool(last) and last[-1].casefold().strip(",.") in _KINDS_OF_EVENT
    if is_common or name == name.lower():
        return f"your {_as_common(name)}"
    is_title = len(name.split()) > 1 and not re.search(r"\d|[“”\"]", name)
    return f"“{name}”" if is_title else name


def _as_common(name: str) -> str:
    """ "Leadership summit" inside a sentence is "leadership summit"; "Leadership Summit" is a name and stays."""
    rest = name.split()[1:]
    return mid_sentence(name) if rest and all(word == word.lower() for word in rest) else name


def the_event(event: Event, speech: Language) -> str:
    """A noun phrase for the event, named or not: "your leadership summit", "your workshop", "your event"."""
    return named_event(event) or speech.format_word(event.format or Format.OTHER, "noun")


def their_event(event: Event, speech: Language) -> str:
    """The same, said to a third person: "a leadership summit", "the Horizon Days 2027", "an event"."""
    said = the_event(event, speech)
    if not said.startswith("your "):
        return said
    bare = said.removeprefix("your ")
    is_plural = bare.endswith("s") and not bare.endswith("ss")
    return f"the {bare}" if bare != bare.lower() or is_plural else with_article(bare)


def to_do(event: Event, speech: Language) -> str:
    """What the owner was asked to do, after "to": "speak at your leadership summit", "give a keynote"."""
    named, form = named_event(event), event.format or Format.OTHER
    if not named:
        return speech.format_word(form, "do")
    same = speech.format_word(form, "same")
    is_same = bool(same) and re.search(rf"\b{re.escape(same)}\b", named, re.IGNORECASE) is not None
    return speech.format_word(form, "lead" if is_same else "do_at").replace("{event}", named)


def where(event: Event) -> str:
    """Where it is, with its preposition: "in Lyon", "online", or "" when unknown or already in the name."""
    if event.mode is Mode.VIRTUAL:
        return "" if event.format is Format.WEBINAR else "online"
    city = event.place.city
    if not city or city.casefold() in (event.name or "").casefold():
        return ""
    return f"in {city}"


def subject_line(event: Event, received: str, speech: Language) -> str:
    """The subject of the letter: "Your leadership summit in Lyon", "Your request for a keynote in Lyon"."""
    named = named_event(event)
    place = where(event) if event.mode is not Mode.VIRTUAL else ""
    if named:
        return " ".join(filter(None, (capital(named), place)))
    wanted = speech.format_word(event.format, "a") if event.format else ""
    if wanted:
        return " ".join(filter(None, (f"Your request for {wanted}", place)))
    if place:
        return f"Your event {place}"
    return f"Your request of {received}" if received else "Your request"
