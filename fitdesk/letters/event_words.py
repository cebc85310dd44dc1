"""What the client asked for, as phrases: "speak at your leadership summit", "in Lyon", "a workshop"."""

from __future__ import annotations

import re
from typing import Final

from fitdesk.domain.event import Event, Format, Mode
from fitdesk.letters.plain_words import capital, mid_sentence, with_article

_KINDS: Final = """
    summit conference day days forum gathering meeting congress symposium retreat dinner evening night week festival
    finale convention assembly workshop seminar webinar roundtable offsite off-site away-day away-days kick-off kickoff
    party gala awards ceremony academy breakfast lunch colloquium fair expo fest session series programme program hour
    afternoon morning reception celebration launch panel talk lecture hackathon camp bootcamp townhall hall agm school
    """
_KINDS_OF_EVENT: Final = frozenset(_KINDS.split())

_DO: Final[dict[Format | None, tuple[str, str]]] = {
    Format.KEYNOTE: ("speak at {event}", "give a keynote"),
    Format.WORKSHOP: ("lead a workshop at {event}", "lead a workshop for you"),
    Format.PANEL: ("join a panel at {event}", "join your panel"),
    Format.SEMINAR: ("lead a seminar at {event}", "lead a seminar for you"),
    Format.WEBINAR: ("give a webinar at {event}", "give a webinar for you"),
    Format.MODERATION: ("moderate {event}", "moderate your event"),
    Format.CONSULTING: ("advise you on {event}", "advise you"),
    Format.COACHING: ("take on the coaching for {event}", "take on this coaching"),
    Format.TRAINING: ("run a training session at {event}", "run a training session for you"),
    Format.FACILITATION: ("facilitate {event}", "facilitate your meeting"),
    Format.OTHER: ("contribute to {event}", "contribute to your event"),
    None: ("contribute to {event}", "contribute to your event"),
}
_SAME: Final = {
    Format.WORKSHOP: "workshop",
    Format.SEMINAR: "seminar",
    Format.WEBINAR: "webinar",
    Format.PANEL: "panel",
}
"""Formats that can be the event itself: one leads a workshop, not a workshop at a workshop."""
_LEAD: Final = {
    Format.WORKSHOP: "lead",
    Format.SEMINAR: "lead",
    Format.WEBINAR: "give",
    Format.PANEL: "join",
}

_NOUN: Final = {
    Format.WORKSHOP: "workshop",
    Format.PANEL: "panel",
    Format.SEMINAR: "seminar",
    Format.WEBINAR: "webinar",
    Format.CONSULTING: "project",
    Format.COACHING: "coaching",
    Format.TRAINING: "training session",
    Format.FACILITATION: "meeting",
}

REQUESTED: Final = {
    Format.KEYNOTE: "keynote",
    Format.WORKSHOP: "workshop",
    Format.PANEL: "panel",
    Format.SEMINAR: "seminar",
    Format.WEBINAR: "webinar",
    Format.MODERATION: "moderator",
    Format.TRAINING: "training session",
    Format.FACILITATION: "facilitator",
}
"""What can be asked for with "a": "your request for a keynote"."""

PLURALS: Final = {
    Format.KEYNOTE: "keynotes",
    Format.WORKSHOP: "workshops",
    Format.PANEL: "panel discussions",
    Format.SEMINAR: "seminars",
    Format.WEBINAR: "webinars",
    Format.MODERATION: "moderation",
    Format.CONSULTING: "consulting",
    Format.COACHING: "coaching",
    Format.TRAINING: "training",
    Format.FACILITATION: "facilitation",
    Format.OTHER: "talks",
}

_ARTICLED: Final = re.compile(r"^(the|our|your|an?)\s+", re.IGNORECASE)


def named_event(event: Event) -> str:
    """The named event as the letter calls it: "your Spring Education Day", "SUTRA 2027", "“Not the Usual Route”"."""
    name = " ".join((event.name or "").split()).strip(" .")
    if not name:
        return ""
    found = _ARTICLED.match(name)
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


def the_event(event: Event) -> str:
    """A noun phrase for the event, named or not: "your leadership summit", "your workshop", "your event"."""
    return named_event(event) or f"your {_NOUN.get(event.format or Format.OTHER, 'event')}"


def to_do(event: Event) -> str:
    """What the owner was asked to do, after "to": "speak at your leadership summit", "give a keynote"."""
    named = named_event(event)
    same = _SAME.get(event.format or Format.OTHER)
    if named and same and re.search(rf"\b{same}\b", named, re.IGNORECASE):
        return f"{_LEAD[event.format or Format.OTHER]} {named}"
    with_event, without = _DO[event.format]
    return with_event.replace("{event}", named) if named else without


def where(event: Event) -> str:
    """Where it is, with its preposition: "in Lyon", "online", or "" when unknown or already in the name."""
    if event.mode is Mode.VIRTUAL:
        return "" if event.format is Format.WEBINAR else "online"
    city = event.place.city
    if not city or city.casefold() in (event.name or "").casefold():
        return ""
    return f"in {city}"


def subject_line(event: Event, received: str) -> str:
    """The subject of the letter: "Your leadership summit in Lyon", "Your request for a keynote in Lyon"."""
    named = named_event(event)
    place = where(event) if event.mode is not Mode.VIRTUAL else ""
    if named:
        return " ".join(filter(None, (capital(named), place)))
    wanted = REQUESTED.get(event.format) if event.format else None
    if wanted:
        return " ".join(filter(None, (f"Your request for {with_article(wanted)}", place)))
    if place:
        return f"Your event {place}"
    return f"Your request of {received}" if received else "Your request"


def event_in_short(event: Event) -> str:
    """The event for the information block: its name without an article, else what was asked for; "" when unknown."""
    name = _ARTICLED.sub("", " ".join((event.name or "").split()))
    return capital(name or (REQUESTED.get(event.format, "") if event.format else ""))
