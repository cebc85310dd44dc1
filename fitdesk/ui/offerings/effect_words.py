"""What a change of the rules does to a decided request, in words."""

from __future__ import annotations

from collections.abc import Sequence

from fitdesk.domain.terms import Status
from fitdesk.i18n import _, plural
from fitdesk.ui.format import points, status_word, verdict_word
from fitdesk.workflows.judging_rules import Effect


def agreement_words(found: Sequence[Effect]) -> str:
    """ "Agrees with 15 of your last 20 decisions (was 13)"."""
    now, was = sum(one.agrees for one in found), sum(one.agreed for one in found)
    words = plural(
        "Agrees with {now} of your last {n} decision", "Agrees with {now} of your last {n} decisions", len(found)
    ).replace("{now}", str(now))
    return words if now == was else f"{words} {_('(was {n})').replace('{n}', str(was))}"


def decided_words(status: Status) -> str:
    """ "You accepted it", "You referred it"…"""
    return {
        Status.ACCEPTED: _("You accepted it"),
        Status.DECLINED: _("You declined it"),
        Status.REFERRED: _("You referred it"),
    }.get(status, status_word(status))


def turn_words(effect: Effect) -> str:
    """ "now agrees", "agrees no more", "differs" where it did before too, or nothing."""
    if effect.agrees is effect.agreed:
        return "" if effect.agrees else _("differs")
    return _("now agrees") if effect.agrees else _("agrees no more")


def flip_words(effect: Effect) -> str:
    """ "Ask first → Accept", or the verdict alone where it stays."""
    after = verdict_word(effect.verdict_after)
    return f"{verdict_word(effect.verdict_before)} → {after}" if effect.flips else after


def spoken(effect: Effect) -> str:
    """The row of an effect for a screen reader."""
    verdict = verdict_word(effect.verdict_after)
    if effect.flips:
        verdict = _("{before} becomes {after}").format(before=verdict_word(effect.verdict_before), after=verdict)
    fit = "" if effect.fit_after is None else _("fit {points} of 100").format(points=points(effect.fit_after))
    return ", ".join(
        part for part in (effect.title, decided_words(effect.status), verdict, fit, turn_words(effect)) if part
    )
