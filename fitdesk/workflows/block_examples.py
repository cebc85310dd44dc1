"""What the fields of building blocks are filled with while their owner writes them: an example, or what will stand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

from fitdesk.domain.event import Event, Format, Place
from fitdesk.domain.peer import Peer
from fitdesk.i18n import _
from fitdesk.letters.languages import LOCALES, language_of

_NAME, _OTHERS = "Alex Example", ("Robin Example", "Kim Example")
_TOWN = "Lyon"
_PEER = Peer(name=_NAME, pronoun_subject="she")
_AHEAD, _BEHIND, _STAY = timedelta(days=90), timedelta(days=8), timedelta(days=2)


@cache
def examples(language: str, today: date, *, familiar: bool) -> Mapping[str, str]:
    """Values of an event and a colleague who do not exist, in the words of ``language``, by the names of fields."""
    speech = language_of(language).for_address(familiar=familiar)
    locale = next(locale for locale in LOCALES if locale[:2] == language)
    day = today + _AHEAD
    event = Event("Leadership Summit", format=Format.KEYNOTE, place=Place(city=_TOWN, country="FR"), dates=(day,))
    return {
        "name": _NAME,
        "names": speech.join((_NAME, _OTHERS[0])),
        "others": speech.join(_OTHERS),
        "client": _OTHERS[0],
        "reach": "robin@example.org",
        "town": _TOWN,
        "city": _TOWN,
        "year": str(today.year),
        "jobs": speech.in_words(6),
        "received": speech.say_day(today - _BEHIND, locale, near=today),
        "day": speech.say_day(day, locale, near=today),
        "days": speech.say_days((day, day + _STAY), locale, near=today),
        "stretch": speech.say_stretch(day, day + _STAY, locale, near=today),
        "come_back": speech.say_month(day, locale, near=today),
        "month": speech.say_month(day, locale, near=today),
        **speech.company_fields((_PEER, _PEER)),
        **speech.peer_fields(_PEER),
        **speech.event_fields(event, locale, today),
    }


def field_words(field: str) -> str:
    """What will stand in place of ``field`` when there is no example: "your work"."""
    return {
        "topics": _("the topics"),
        "goal_wish": _("what they wish for"),
        "goal_quote": _("their goal, in their own words"),
        "noun": _("what the next reason is about"),
        "reason": _("the reason, in a sentence"),
        "needs": _("what they need"),
        "my_work": _("your work"),
        "my_topic": _("your topic"),
        "admitted": _("what you are not good at"),
        "near": _("what comes near it"),
        "my_audience": _("the groups that you like"),
        "their_audience": _("the group that they expect"),
        "level": _("who will listen"),
        "my_formats": _("the formats that you offer"),
        "a_format": _("the format that they want"),
        "my_length": _("the time that you need"),
        "their_length": _("the time that they give"),
        "language": _("their language"),
        "my_languages": _("your languages"),
        "left": _("the time that is left"),
        "lead": _("the time that you need"),
        "style": _("the style"),
        "must_have": _("what they cannot do without"),
        "limit": _("what they can pay"),
        "headline": _("what they do, in a line"),
        "a_headline": _("what they are"),
        "details": _("what else they offer"),
        "other": _("what else you do not know"),
        "benefit": _("what you receive"),
        "open": _("what is still open"),
        "season": _("the next season"),
        "months": _("how many months"),
    }.get(field, field.replace("_", " "))
