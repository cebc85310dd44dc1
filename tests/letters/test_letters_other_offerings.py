"""A reason about one offering is no reason when another offering of the owner gives what is asked for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from build import an_inquiry, an_offering, an_owner
from fitdesk.domain.event import Format
from fitdesk.domain.fit import assess_all
from fitdesk.letters.reasons import find_reasons

TODAY = date(2026, 11, 22)


def stated(formats: tuple[tuple[Format, ...], ...]) -> set[str]:
    """The criteria of the reasons for a keynote, with offerings given in these formats."""
    inquiry = an_inquiry()
    inquiry = replace(inquiry, event=replace(inquiry.event, format=Format.KEYNOTE))
    offerings = [
        replace(an_offering(), id=number, title=f"Offering {number}", formats=given)
        for number, given in enumerate(formats, 1)
    ]
    judged = assess_all(inquiry, offerings, an_owner(), (), TODAY)
    worst_first = tuple(reversed(judged))
    return {reason.criterion for reason in find_reasons(worst_first[0], (), worst_first[1:])}


def test_the_format_is_a_reason_when_no_offering_has_it() -> None:
    assert "format" in stated(((Format.WORKSHOP,), (Format.MODERATION,)))


def test_the_format_is_no_reason_when_another_offering_has_it() -> None:
    assert "format" not in stated(((Format.WORKSHOP,), (Format.KEYNOTE,)))
