"""Checks 4, 5 and 6: the client's goal is there, and one or two reasons, every one of them recorded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fitdesk.domain.topics import stems
from fitdesk.i18n import _
from fitdesk.letters.dates import say_day
from fitdesk.letters.findings import CheckFinding, ReadLetter, Severity
from fitdesk.letters.reading import prose
from fitdesk.letters.reason_sounds import heard_reason
from fitdesk.letters.reasons import DATE, MOST_REASONS
from fitdesk.letters.refusals import finds_refusal

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
_NOT_A_REASON: Final = re.compile(
    r"\b(?:colleagues?|in your place|in my place|thank|recommend)\b|^You (?:wrote|asked|would like)\b|[“”]",
    re.IGNORECASE,
)


def stated_reasons(letter: ReadLetter) -> tuple[tuple[int, str, str], ...]:
    """(paragraph, sentence, criterion) of each reason given before the peers are named."""
    first_peer = min((place for _ranked, place in letter.peer_at), default=len(letter.paragraphs))
    found = []
    for place, sentence in letter.own_sentences():
        if place >= first_peer or (place == 0 and first_peer > 1 and not _NO_IN_THANKS.search(sentence)):
            continue
        criterion = None if _NOT_A_REASON.search(sentence) else heard_reason(sentence)
        if criterion is not None:
            found.append((place, sentence, criterion))
    return tuple(found)


_NO_IN_THANKS: Final = re.compile(r"\b(?:because|as I am|since I am|not|cannot|can[’']t)\b", re.IGNORECASE)
"""The first paragraph thanks and names the goal; a reason stands in it only beside a No."""


def check_goal(letter: ReadLetter) -> Iterator[CheckFinding]:
    """4: at least two content words of the goal the client stated, before the No is said."""
    language = letter.facts.inquiry.language
    wanted = stems(letter.facts.inquiry.goal or "", language)
    refusal = next((place for place, words in enumerate(letter.paragraphs) if finds_refusal(prose(words))), 1)
    said = stems(" ".join(letter.paragraphs[: max(refusal, 1)]), language)
    if wanted and len(wanted & said) < min(GOAL_WORDS, len(wanted)):
        words = _("Say their goal in their own words: “{goal}”.")
        goal = " ".join((letter.facts.inquiry.goal or "").split())
        yield CheckFinding(4, Severity.WARNS, words.replace("{goal}", goal[:120]), 0 if letter.paragraphs else None)


def check_reasons(letter: ReadLetter) -> Iterator[CheckFinding]:
    """5 and 6: one or two reasons, and each of them recorded; "not available" only when the calendar says so."""
    stated = stated_reasons(letter)
    recorded = {reason.criterion for reason in letter.facts.reasons}
    for place, sentence, criterion in stated:
        if criterion in recorded or (criterion == DATE and _names_busy_day(sentence, letter)):
            continue
        if criterion == DATE:
            said = _("The letter says that you are not available; your calendar does not. Give the true reason.")
        else:
            said = _("The letter gives {reason} as a reason; the record does not. Leave it out, or record it first.")
        yield CheckFinding(5, Severity.BLOCKS, said.replace("{reason}", _(_NAMES[criterion])), place)
    count = len({criterion for _place, _sentence, criterion in stated})
    if count == 0:
        yield CheckFinding(6, Severity.WARNS, _("Give one or two true reasons: a No without one leaves them guessing."))
    if count > MOST_REASONS:
        said = _("Two reasons convince, more sound like excuses. Keep the two that matter most to them.")
        yield CheckFinding(6, Severity.WARNS, said, stated[-1][0])


def _names_busy_day(sentence: str, letter: ReadLetter) -> bool:
    near = letter.facts.day
    plain = sentence.replace("\u00a0", " ")
    return any(say_day(day, letter.locale, near=near) in plain for day in letter.facts.busy_days)
