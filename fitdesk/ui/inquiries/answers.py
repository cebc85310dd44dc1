"""What the owner can answer with one click: each choice with what it changes, as the judgement itself tried it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fitdesk.domain.assessment import AskWhom, Assessment, Question
from fitdesk.domain.fit import cases_of
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner
from fitdesk.domain.questions import ASKERS
from fitdesk.store import inquiries, offerings
from fitdesk.store import owner as owners
from fitdesk.store.store import Store
from fitdesk.workflows.practice import Practice


@dataclass(frozen=True, slots=True)
class Choice:
    """A button's words, and what is as it says once it is pressed; None where nothing changes."""

    words: str
    inquiry: Inquiry | None
    offering: Offering | None
    owner: Owner | None


def choices_for(
    question: Question | None, assessment: Assessment | None, inquiry: Inquiry, practice: Practice, today: date
) -> tuple[Choice, ...]:
    """The answers to a question for the owner, in the order of the judgement; none for a question to the client."""
    if question is None or assessment is None or question.whom is not AskWhom.OWNER:
        return ()
    cases = cases_of(inquiry, practice.offerings, practice.owner, practice.entries, today)
    case = next((case for case in cases if case.offering == assessment.offering), None)
    asking = ASKERS[question.criterion](case) if case is not None and question.criterion in ASKERS else None
    if case is None or asking is None or asking.text != question.text:
        return ()
    return tuple(
        Choice(
            answer.words[:1].upper() + answer.words[1:],
            answer.case.inquiry if answer.case.inquiry != inquiry else None,
            answer.case.offering if answer.case.offering != case.offering else None,
            answer.case.owner if answer.case.owner != practice.owner else None,
        )
        for answer in asking.answers
    )


def keep_choice(store: Store, choice: Choice) -> None:
    """Write what ``choice`` changes. Raises StoreError; nothing is changed then."""
    with store.transaction():
        if choice.inquiry is not None:
            inquiries.save(store, choice.inquiry)
        if choice.offering is not None:
            offerings.save(store, choice.offering)
        if choice.owner is not None:
            owners.save(store, choice.owner)


def as_before(choice: Choice, inquiry: Inquiry, offering: Offering, owner: Owner) -> Choice:
    """What undoes ``choice``: the same things as they were."""
    return Choice(
        choice.words,
        inquiry if choice.inquiry is not None else None,
        offering if choice.offering is not None else None,
        owner if choice.owner is not None else None,
    )
