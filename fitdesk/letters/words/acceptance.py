"""The acceptance with what is agreed, and the questions before an answer."""

from __future__ import annotations

from fitdesk.domain.event import Event
from fitdesk.domain.inquiry import Inquiry
from fitdesk.letters.facts import is_online
from fitdesk.letters.phrases.catalogue import BLOCKS
from fitdesk.letters.phrases.voice import Voice
from fitdesk.letters.words.parts import fact_list, opening
from fitdesk.letters.words.plan import Paragraph, Piece
from fitdesk.letters.words.reason_words import say_minutes, their_audience


def acceptance(voice: Voice) -> list[Paragraph]:
    """Yes; what is agreed as recorded, and nothing else; what is still open; the next step."""
    terms = fact_list(agreed(voice), voice)
    still_open = voice.speech.join([voice.speech.term(name) for name in open_matters(voice)])
    first = opening(voice)
    yes = voice.say("acceptance.yes", voice.event)
    lead_in = voice.say("acceptance.terms") if terms else ""
    return [
        first,
        (Piece(yes),),
        (Piece(lead_in), Piece(terms)),
        (
            Piece(voice.say("acceptance.open", {"open": still_open}) if still_open else ""),
            Piece(voice.say("acceptance.next"), 55 if voice.is_brief else 0),
        ),
        (Piece(voice.say("acceptance.looking_forward", voice.event)),),
    ]


def agreed(voice: Voice) -> list[tuple[str, str]]:
    """(label, value) of what is on record for the day; unknown ones have no value."""
    facts, speech, locale = voice.facts, voice.speech, voice.manner.locale
    event, said = facts.inquiry.event, facts.particulars
    place = speech.term("online") if is_online(event) else event.place.city or ""
    fee = said.agreed_fee
    return [
        ("fact_event", speech.event_in_short(event) if event.name else ""),
        ("fact_day", speech.say_day(said.agreed_day, locale) if said.agreed_day else ""),
        ("fact_place", place),
        ("fact_format", speech.event_in_short(Event(format=event.format))),
        ("fact_length", say_minutes(event.duration_minutes, speech) if event.duration_minutes else ""),
        ("fact_audience", their_audience(event, speech)),
        ("fact_language", speech.language_name(event.language) if event.language else ""),
        ("fact_fee", speech.amount(fee, said.fee_currency, locale) if fee is not None and said.fee_currency else ""),
    ]


def open_matters(voice: Voice) -> list[str]:
    """The terms for what is not settled yet."""
    facts = voice.facts
    event, said = facts.inquiry.event, facts.particulars
    has_place = bool(event.place.city) or is_online(event)
    matters = (
        (said.agreed_day is None, "open_day"),
        (said.agreed_fee is None, "open_fee"),
        (not has_place, "open_place"),
        (event.duration_minutes is None, "open_length"),
    )
    return [term for is_open, term in matters if is_open]


def is_answered(criterion: str, inquiry: Inquiry) -> bool:
    """Whether the record holds what the question on ``criterion`` asks first."""
    event, budget, style = inquiry.event, inquiry.budget, inquiry.style
    answered = {
        "date": len(set(event.dates)) == 1,
        "goal": bool((inquiry.goal or "").strip()),
        "audience": event.audience_min is not None or event.audience_max is not None,
        "format": event.format is not None,
        "language": event.language is not None,
        "style": None not in (style.energy, style.humour, style.practice, style.challenge),
        "fee": budget.unpaid is True or budget.min is not None or budget.max is not None,
        "travel": is_online(event) or bool(event.place.city),
        "churn": inquiry.must_haves is not None,
    }
    return answered.get(criterion, False)


def questions(voice: Voice) -> list[Paragraph]:
    """What must be known before an answer, one question to a line."""
    wanted = [key for key in voice.facts.particulars.questions if f"question.{key}" in BLOCKS]
    keys = [key for key in wanted if not is_answered(key, voice.facts.inquiry)] or wanted
    first = opening(voice)
    many = {**voice.event, "number": voice.speech.in_words(len(keys))}
    intro = voice.say("questions.intro_one", voice.event) if len(keys) == 1 else voice.say("questions.intro", many)
    why = voice.say("questions.why")
    asked = [voice.say(f"question.{key}") for key in keys]
    numbered = [f"{number}. {said}" for number, said in enumerate(asked, 1)] if len(asked) > 1 else asked
    return [
        first,
        (Piece(intro), Piece(why, 55 if voice.is_brief else 0)),
        (Piece("\n".join(numbered)),),
        (Piece(voice.say("questions.ask")),),
    ]
