"""Writes a letter of any kind: facts in, words out; the same facts always give the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from fitdesk.domain.letter import Form, LetterKind, LetterText, Manner, Tone
from fitdesk.letters.checks.reading import count_words
from fitdesk.letters.facts import LetterFacts, recipient_of
from fitdesk.letters.kinds import RULES, To
from fitdesk.letters.phrases.book import PhraseBook, fill, in_address, plain
from fitdesk.letters.phrases.voice import Voice
from fitdesk.letters.words.acceptance import acceptance, questions
from fitdesk.letters.words.card import call_card, card_title
from fitdesk.letters.words.later import after_event, next_season, season_of
from fitdesk.letters.words.parts import GOAL
from fitdesk.letters.words.plain_words import printable
from fitdesk.letters.words.plan import Paragraph, fitted, left_out
from fitdesk.letters.words.referral import INTRO, referral
from fitdesk.letters.words.refusal import not_for_me, not_now, wrong_for_you
from fitdesk.letters.words.to_peers import client_is_named, client_words, consent, introduction, thanks

ROOM: Final = 10
"""Words that a letter stays away from its limits, so that a small edit does not break them."""

_KINDS: Final[dict[LetterKind, Callable[[Voice], list[Paragraph]]]] = {
    LetterKind.REFERRAL: referral,
    LetterKind.WRONG_FOR_YOU: wrong_for_you,
    LetterKind.NOT_FOR_ME: not_for_me,
    LetterKind.NOT_NOW: not_now,
    LetterKind.ACCEPTANCE: acceptance,
    LetterKind.QUESTIONS: questions,
    LetterKind.INTRODUCTION: introduction,
    LetterKind.THANKS: thanks,
    LetterKind.AFTER_EVENT: after_event,
    LetterKind.NEXT_SEASON: next_season,
    LetterKind.CONSENT: consent,
}


def compose(
    facts: LetterFacts, kind: LetterKind, manner: Manner, *, form: Form = Form.LETTER, book: PhraseBook | None = None
) -> LetterText:
    """The words of a letter, or of the shorter e-mail, of ``kind`` on ``facts``.

    ``book`` is the phrase book with the owner's changes, None for the one delivered. Raises ValueError for a locale
    that letters are not written in, PhraseError when the phrase book lacks what this letter needs.
    """
    if kind is LetterKind.CALL_CARD:
        voice = Voice(facts, kind, manner, book)
        return LetterText(_clean(card_title(voice), voice), "", tuple(_clean(part, voice) for part in call_card(voice)))
    opening = Voice(facts, kind, manner, book)
    subject = _subject(opening)
    said = subject.casefold().replace(_event_of(opening) or "\n", "")  # the event may well be named again below
    is_brief = form is Form.EMAIL or manner.tone is Tone.BRIEF
    voice, body = _written(_voices(facts, kind, manner, book, said, is_brief=is_brief))
    person, speech = recipient_of(facts, kind), voice.speech
    return LetterText(
        subject=_clean(subject, voice),
        salutation=_clean(speech.salutation(person, manner), voice),
        body=_begun(tuple(_clean(paragraph, voice) for paragraph in body), voice),
        close=_clean(_close(voice), voice),
    )


def _voices(
    facts: LetterFacts, kind: LetterKind, manner: Manner, book: PhraseBook | None, said: str, *, is_brief: bool
) -> Iterator[Voice]:
    """A letter has one voice; a brief one two more, the words of the brief tone and at last the shortest of them."""
    if not is_brief:
        yield Voice(facts, kind, manner, book, said=said)
        return
    for tone, is_terse in ((manner.tone, False), (Tone.BRIEF, False), (Tone.BRIEF, True)):
        yield Voice(facts, kind, manner, book, tone=tone, is_brief=True, is_terse=is_terse, said=said)


def _written(voices: Iterator[Voice]) -> tuple[Voice, tuple[str, ...]]:
    """The body in the first voice with room for the goal and for the words that lead in the peers, and that voice.

    Else the first with room for the goal, else the first that is not too long, else the shortest.
    """
    tries = []
    for voice in voices:
        paragraphs = _KINDS[voice.kind](voice)
        fewest, most = _limits(voice)
        body, out = fitted(paragraphs, fewest, most), left_out(paragraphs, most)
        too_many = max(0, count_words(body) - most) if voice.is_brief else 0
        tries.append(((too_many, GOAL in out, INTRO in out), voice, body))
        if not any(tries[-1][0]):
            break
    _lacks, voice, body = min(tries, key=lambda one: one[0])
    return voice, body


def _clean(text: str, voice: Voice) -> str:
    return voice.speech.tidy(printable(text))


def _begun(body: tuple[str, ...], voice: Voice) -> tuple[str, ...]:
    """The body as it goes on after the salutation."""
    return (voice.speech.begin_body(body[0]), *body[1:]) if body else body


def _limits(voice: Voice) -> tuple[int, int]:
    """The fewest and the most words of a body in that voice."""
    rules = RULES[voice.kind]
    fewest, most = rules.brief_words if voice.is_brief else rules.words
    room = ROOM // 2 if voice.is_brief else ROOM
    return fewest + room, most - room


def _subject(voice: Voice) -> str:
    """What it is about; an event that has a name is named."""
    fields = dict(voice.event)
    if RULES[voice.kind].to is To.PEER:
        fields["client"] = client_words(voice)[1] if client_is_named(voice) else ""
    if voice.kind is LetterKind.NEXT_SEASON:
        fields["year"] = season_of(voice)
    block = f"subject.{voice.kind.value}"
    options = voice.options(block, fields)
    event = _event_of(voice)
    naming = tuple(said for said in options if event and event in said.casefold())
    said = voice.choose(naming or options, block)
    return said or voice.speech.subject_line(voice.facts.inquiry.event, fields["received"])


def _event_of(voice: Voice) -> str:
    """An event that has a name, as the letter calls it, in lower case; else ""."""
    return plain(voice.event["event"]).casefold() if (voice.facts.inquiry.event.name or "").strip() else ""


def _close(voice: Voice) -> str:
    """The usual close that pairs with the salutation; a French one repeats its words."""
    person = recipient_of(voice.facts, voice.kind)
    key = voice.speech.close_key(person, voice.manner)
    usual = voice.book.closes[voice.manner.locale, key][0]
    spoken_to = voice.speech.spoken_to(person, voice.manner)
    return fill(in_address(usual, familiar=voice.manner.is_familiar), {"salutation": spoken_to})
