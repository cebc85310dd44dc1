"""Checks 4, 5 and 6: the client's goal is there, and one or two reasons, every one of them recorded."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from fitdesk.domain.letter import LetterKind
from fitdesk.domain.topics import stems
from fitdesk.i18n import _
from fitdesk.letters.checks.days import days_named
from fitdesk.letters.checks.findings import Repair, Severity
from fitdesk.letters.checks.heard_patterns import searched
from fitdesk.letters.checks.heard_text import Plain
from fitdesk.letters.checks.read_letter import Found, ReadLetter, Where, found
from fitdesk.letters.checks.reading import count_words, words_of
from fitdesk.letters.checks.repairs import put, put_sentence, take_out_sentence, usual, usual_sentence
from fitdesk.letters.reasons import DATE, MOST_REASONS

GOAL_WORDS: Final = 2

_NAMES: Final = {
    DATE: "that you are not available",
    "language": "the language",
    "fee": "the fee",
    "travel": "the journey",
    "leadtime": "the time to prepare",
    "capacity": "how much work you have",
    "audience": "the audience",
    "style": "the style",
    "churn": "what they cannot do without",
    "format": "the format",
    "scope": "the size of the task",
    "overdeliver": "that you could only come close",
    "goal": "that the subject is not yours",
}
_OF_MATCH: Final = frozenset({"goal", "overdeliver", "audience", "format", "language", "style", "churn", "scope"})
_AROUND_GOAL: Final = 20
"""Words that a goal needs beside its own: those of the sentence that brings it in, and a little air."""
_SHOWN: Final = 120
"""Characters of a goal that are shown in a finding."""


def stated_reasons(letter: ReadLetter) -> tuple[tuple[Where, Plain, str], ...]:
    """(paragraph, sentence, criterion) of each reason given for the No.

    Where peers are named, before the first of them; else up to the No, and behind it in sentences that deny or
    explain something. The first paragraph thanks and names the goal: there the same holds. A letter that says "not
    now" begins with why it would suit: "It is my field" is no reason there.
    """
    first_peer = min((place for _ranked, place in letter.peer_at), default=len(letter.body))
    no = _place_of_no(letter)
    heard, reasons, is_match = letter.heard.patterns, [], letter.kind is LetterKind.NOT_NOW
    for where, sentence in letter.own_sentences():
        place = where.paragraph or 0
        is_match = is_match and not letter.heard.refuses(sentence.text)
        is_beside = (place == 0 and first_peer > 1) or (not letter.peer_at and place > no)
        if place >= first_peer or (is_beside and not searched(heard["no_in_thanks"], sentence.text)):
            continue
        criterion = None if searched(heard["not_a_reason"], sentence.text) else letter.heard.reason(sentence.text)
        if criterion is not None and not (is_match and criterion in _OF_MATCH):
            reasons.append((where, sentence, criterion))
    return tuple(reasons)


def _place_of_no(letter: ReadLetter) -> int:
    """The paragraph that says No; the second where none does."""
    heard = letter.heard
    places = (where.paragraph for where, sentence in letter.every_sentence() if heard.refuses(sentence.text))
    return next((place for place in places if place is not None), 1)


def check_goal(letter: ReadLetter) -> Iterator[Found]:
    """4: at least two content words of the goal the client stated, where a No is said before it.

    A brief letter is held to it only as far as it has room for a sentence more.
    """
    goal, code = letter.facts.inquiry.goal or "", letter.facts.inquiry.language
    wanted = stems(goal, code)
    if 4 not in letter.rules.checks or not wanted or not _has_room(letter, goal):
        return
    last = max(_place_of_no(letter), 1) if 7 in letter.rules.checks else len(letter.body)
    said = stems(" ".join(where.heard.running for where in letter.body[:last]), code)
    if len(wanted & said) < min(GOAL_WORDS, len(wanted)):
        words = _("Say their goal in their own words: “{goal}”.").replace("{goal}", " ".join(goal.split())[:_SHOWN])
        where = letter.body[0] if letter.body else None

        def mend() -> Repair | None:
            least = min(GOAL_WORDS, len(wanted))
            new = usual_sentence(letter, lambda sentence: len(wanted & stems(sentence, code)) >= least)
            return Repair(_("Put in: “{new}”").replace("{new}", new), put_sentence(letter, 0, new)) if new else None

        yield found(4, Severity.WARNS, words, where, None, mend)


def _has_room(letter: ReadLetter, goal: str) -> bool:
    most = letter.rules.brief_words[1]
    return not letter.is_brief or count_words(letter.text.body) + len(words_of(goal)) + _AROUND_GOAL <= most


def check_reasons(letter: ReadLetter) -> Iterator[Found]:
    """5 and 6: one or two reasons, and each of them recorded; "not available" only when the calendar says so.

    Where nothing is recorded, a No without a reason is the honest one.
    """
    if 5 not in letter.rules.checks:
        return
    stated = stated_reasons(letter)
    recorded = {reason.criterion for reason in letter.facts.reasons}
    for where, sentence, criterion in stated:
        if criterion in recorded or (criterion == DATE and _names_busy_day(sentence, letter)):
            continue
        if criterion == DATE:
            said = _("The letter says that you are not available; your calendar does not. Give the true reason.")
        else:
            said = _("The letter gives {reason} as a reason; the record does not. Leave it out, or record it first.")
        said = said.replace("{reason}", _(_NAMES[criterion]))
        true = partial(_true_reason, letter, where, sentence, has_others=len(stated) > 1)
        yield found(5, Severity.BLOCKS, said, where, sentence.span(0, len(sentence.text)), true)
    count = len({criterion for _where, _sentence, criterion in stated})
    as_usual = usual(letter) if count == 0 and recorded else None
    if as_usual is not None and stated_reasons(as_usual):  # some reasons have no words in this letter
        said = _("Give one or two true reasons: a No without one leaves them guessing.")
        yield found(6, Severity.WARNS, said)
    if count > MOST_REASONS:
        said = _("Two reasons convince, more sound like excuses. Keep the two that matter most to them.")
        where, sentence, _criterion = stated[-1]
        mend = take_out_sentence(letter, where, sentence)
        yield found(6, Severity.WARNS, said, where, sentence.span(0, len(sentence.text)), mend)


def _true_reason(letter: ReadLetter, where: Where, sentence: Plain, *, has_others: bool) -> Repair | None:
    """Without the sentence; where it is the only reason, or says the No, the first recorded one in its place."""
    if has_others and not letter.heard.refuses(sentence.text):
        return take_out_sentence(letter, where, sentence)()
    recorded = {reason.criterion for reason in letter.facts.reasons}
    heard = letter.heard
    new = usual_sentence(
        letter, lambda said: heard.reason(said) in recorded and not heard.patterns["not_a_reason"].search(said)
    )
    return put(letter, where, sentence.span(0, len(sentence.text)), new)() if new else None


def _names_busy_day(sentence: Plain, letter: ReadLetter) -> bool:
    """Whether the sentence names a day that the calendar rules out, be it only for the journey."""
    busy = letter.facts.busy_days
    return any(
        (day, month) == (one.day, one.month) and year in (None, one.year)
        for day, month, year, _span in days_named(sentence.text, letter.heard)
        for one in busy
    )
