"""Writes the letter: facts in, words out, in the order of letters.md; the same facts always give the same words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from fitdesk.domain.assessment import Side
from fitdesk.domain.letter import Form, LetterKind, LetterText, Manner
from fitdesk.domain.peer import Peer
from fitdesk.letters.dates import month_of, say_day, when
from fitdesk.letters.event_words import subject_line, the_event, to_do, where
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.goal_words import say_goal
from fitdesk.letters.names import pronouns, salutation
from fitdesk.letters.peer_words import PeerWords, peer_words
from fitdesk.letters.phrases import PhraseBook
from fitdesk.letters.plain_words import capital, in_words, join, mid_sentence, printable, tidy
from fitdesk.letters.reading import count_words
from fitdesk.letters.reason_words import reason_words, topic_names, wanted_topics
from fitdesk.letters.reasons import DATE, Reason, choose_reasons
from fitdesk.letters.voice import Voice

COMFORTABLE: Final = 250
"""Words up to which a letter may grow; 260 is the limit (letters.md)."""

SHORT: Final = 150
"""Words below which a letter is filled up with what is also true and useful; 140 is the limit."""

_NOUNS: Final = {
    "goal": "the subject",
    "audience": "the audience",
    "format": "the format",
    "language": "the language",
    "leadtime": "the time to prepare",
    "style": "the style",
    DATE: "the date",
}


@dataclass(frozen=True, slots=True)
class _Parts:
    """Every sentence the letter could have; ``second`` and the extras may be left out."""

    opening: str
    no: str
    second: str
    aim: str
    intro: str
    peers: tuple[PeerWords, ...]
    way_on: str
    extra: str
    disclosure: str
    door: str

    def body(self, *, peer_extra: int, with_second: bool = True, fill_up: int = 0) -> tuple[str, ...]:
        no = " ".join(filter(None, (self.no, self.second if with_second else "", self.aim if fill_up > 1 else "")))
        on = " ".join(filter(None, (self.way_on, self.extra if fill_up > 0 else "", self.disclosure)))
        people = (self.intro, *(peer.paragraph(peer_extra) for peer in self.peers)) if self.peers else ()
        return tuple(part for part in (self.opening, no, *people, on if self.peers else "", self.door) if part)


def compose(
    facts: LetterFacts, kind: LetterKind, manner: Manner, *, form: Form = Form.LETTER, book: PhraseBook | None = None
) -> LetterText:
    """The words of a letter, or of the shorter e-mail, of ``kind`` on ``facts``.

    ``book`` is the phrase book with the owner's changes, None for the one delivered. Raises ValueError for a locale
    that letters are not written in.
    """
    tone, locale = manner.tone, manner.locale
    voice = Voice(facts.inquiry, tone, locale)
    received = facts.inquiry.received
    said_day = say_day(received.date(), locale, near=facts.day) if received else ""
    contact = facts.inquiry.contact
    key = tone.value if contact.name and contact.name.strip() else "unknown"
    return LetterText(
        subject=_clean(subject_line(facts.inquiry.event, said_day)),
        salutation=_clean(salutation(contact, tone, locale)),
        body=tuple(_clean(paragraph) for paragraph in _fitting(_parts(facts, voice, said_day))),
        close=voice.book.closes[locale, key][0],
    )


def _clean(text: str) -> str:
    return tidy(printable(text))


def _fitting(parts: _Parts) -> tuple[str, ...]:
    """The richest body of a comfortable length; with hardly anything to say it is filled up, with too much cut."""
    richest = max((len(peer.more) for peer in parts.peers), default=0)
    plans = [*((extra, True) for extra in range(richest, 0, -1)), (1, False), (0, True), (0, False)]
    for peer_extra, with_second in plans:
        body = parts.body(peer_extra=peer_extra, with_second=with_second)
        if count_words(body) <= COMFORTABLE:
            break
    for fill_up in (1, 2):
        if count_words(body) >= SHORT:
            break
        body = parts.body(peer_extra=richest, fill_up=fill_up)
    return body


def _parts(facts: LetterFacts, voice: Voice, received: str) -> _Parts:
    event, locale = facts.inquiry.event, voice.locale
    fields = {
        "to_do": to_do(event),
        "event": the_event(event),
        "where": where(event),
        "when": when(event, locale, facts.day),
        "month": month_of(event, locale, facts.day),
        "received": received,
    }
    opening = f"{voice.say('thanks', fields)} {_goal(facts, voice)}"
    stated = choose_reasons(facts.reasons)
    no, second = _refusal(facts, stated, voice)
    many = _company(facts)
    group = "one" if len(facts.peers) == 1 else "many"
    intro = voice.say(f"intro.{group}", many) if facts.peers else ""
    peers = tuple(peer_words(ranked, place, facts, voice) for place, ranked in enumerate(facts.peers))
    unknown = _unknown(facts, fields | many, voice)
    return _Parts(
        opening=opening,
        no=no,
        second=second,
        intro=intro,
        peers=peers,
        way_on=f"{unknown} {voice.say(f'handover.{group}', many)}",
        disclosure=_disclosure(facts, voice),
        door=_door(facts, stated, voice),
        extra=voice.say(f"extra.{group}", many),
        aim=voice.say("aim", fields),
    )


def _goal(facts: LetterFacts, voice: Voice) -> str:
    words = say_goal(facts.inquiry.goal, voice.locale)
    if words.wish:
        return voice.say("goal.woven", {"goal_wish": words.wish})
    if words.quote:
        return voice.say("goal.quoted", {"goal_quote": words.quote})
    topics = join(wanted_topics(facts))
    return voice.say("goal.topics", {"topics": topics}) if topics else voice.say("goal.none", {})


def _refusal(facts: LetterFacts, stated: tuple[Reason, ...], voice: Voice) -> tuple[str, str]:
    """The clear no with its first reason, and the second reason or ""."""
    if not stated:
        return voice.say("refusal.unsaid", {}), ""
    kind = "them"
    if all(reason.criterion == DATE for reason in stated):
        kind = "date"
    elif stated[0].side is Side.FOR_ME:
        kind = "me"
    no = voice.say(f"refusal.{kind}", {})
    words = reason_words(stated[0].criterion, facts, voice.locale)
    first = voice.say(f"reason.{words.case}", words.fields)
    return f"{no} {first}", _second_reason(facts, stated[1], voice) if len(stated) > 1 else ""


def _second_reason(facts: LetterFacts, reason: Reason, voice: Voice) -> str:
    words = reason_words(reason.criterion, facts, voice.locale)
    block = f"reason.{words.case}"
    noun = _NOUNS.get(reason.criterion, "")
    if not noun:
        return voice.say(block, words.fields)
    single = tuple(o for o in voice.options(block, words.fields) if ":" not in o and ". " not in o)
    said = voice.choose(single, block)
    if not said:
        return voice.say(block, words.fields)
    return voice.say("reason.second", {"noun": noun, "reason": mid_sentence(said)})


def _unknown(facts: LetterFacts, fields: dict[str, str], voice: Voice) -> str:
    """The one sentence on what is not known: always the calendar, for a single peer one more thing."""
    if len(facts.peers) != 1:
        return voice.say("unknown.many", fields)
    others = [phrase for phrase in facts.peers[0].unknown if "calendar" not in phrase]
    if others:
        return voice.say("unknown.more", fields | {"other": others[0]})
    return voice.say("unknown.one", fields)


def _company(facts: LetterFacts) -> dict[str, str]:
    """The pronouns for one peer; for several the words that stand for them all."""
    count = len(facts.peers)
    one = pronouns(facts.peers[0].peer.pronoun_subject if count == 1 else "they")
    return one | {"number": in_words(count), "any_of_them": "either of them" if count == 2 else "any of them"}


def _disclosure(facts: LetterFacts, voice: Voice) -> str:
    """What the owner gets for it: each recorded benefit by name, else plainly nothing."""
    paid = [ranked.peer for ranked in facts.peers if ranked.peer.benefit.strip()]
    if not paid:
        return voice.say("disclosure.nothing", {}) if facts.peers else ""
    said = [_benefit(peer, turn, voice) for turn, peer in enumerate(paid)]
    others = [ranked.peer.name for ranked in facts.peers if ranked.peer not in paid]
    if others:
        said.append(voice.say("disclosure.rest", {"others": join(others)}))
    return " ".join(said)


def _benefit(peer: Peer, turn: int, voice: Voice) -> str:
    """A recorded benefit as a sentence: "Chiara Bellandi sends a case of oil …", or "we have an agreement (10 %)"."""
    words = peer.benefit.strip(" .")
    if re.match(r"(She|He)\b", words):
        return voice.say("disclosure.said", {"benefit": f"{peer.name}{words[words.index('e') + 1 :]}"}, turn)
    if re.match(r"(I|We|They)\b", words):
        return voice.say("disclosure.said", {"benefit": f"{mid_sentence(words)} ({peer.name})"}, turn)
    return voice.say("disclosure.benefit", {"name": peer.name, "benefit": mid_sentence(words)}, turn)


def _door(facts: LetterFacts, stated: tuple[Reason, ...], voice: Voice) -> str:
    criteria = {reason.criterion for reason in stated}
    if criteria == {DATE}:
        return voice.say("door.date", {})
    if "goal" in criteria and facts.assessment is not None:
        wanted = set(wanted_topics(facts))
        mine = [name for name in topic_names(facts.assessment.offering.topics, depth=2) if name not in wanted]
        if mine:
            return voice.say("door.topic", {"my_topic": mine[0]})
    return capital(voice.say("door.plain", {}))
