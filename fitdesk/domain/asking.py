"""An Asking: one question with the plausible answers to it, each as the case it would lead to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from fitdesk.domain.assessment import AskWhom
from fitdesk.domain.case import Case


@dataclass(frozen=True, slots=True)
class Answer:
    """``words`` is the answer as a short phrase ("English", "a fixed scope").

    ``condition`` is the same as a clause that follows "if" ("it is your deepest work"), where "with" would not do.
    """

    words: str
    case: Case
    condition: str = ""


@dataclass(frozen=True, slots=True)
class Asking:
    """``criterion`` is the key of the criterion that the answers would settle, or "date"."""

    criterion: str
    whom: AskWhom
    text: str
    answers: tuple[Answer, ...]


def with_event(case: Case, **facts: Any) -> Case:
    """The case with other facts about the event."""
    return case.changed(inquiry=replace(case.inquiry, event=replace(case.inquiry.event, **facts)))


def with_budget(case: Case, **facts: Any) -> Case:
    """The case with another budget."""
    return case.changed(inquiry=replace(case.inquiry, budget=replace(case.inquiry.budget, **facts)))


def with_word(case: Case, **facts: Any) -> Case:
    """The case with the owner's word on it."""
    return case.changed(inquiry=replace(case.inquiry, owners_word=replace(case.inquiry.owners_word, **facts)))


def with_offering(case: Case, **facts: Any) -> Case:
    """The case beside an offering whose owner has said more about it."""
    return case.changed(offering=replace(case.offering, **facts))


def with_owner(case: Case, **facts: Any) -> Case:
    """The case of an owner who has said more about themselves."""
    return case.changed(owner=replace(case.owner, **facts))
