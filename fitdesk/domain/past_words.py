"""How a decided inquiry is told in one sentence: what was decided, against what, how it ended, what was learnt."""

from __future__ import annotations

from fitdesk.domain.criteria import BY_KEY
from fitdesk.domain.decided import Decided
from fitdesk.domain.post_mortem import PostMortem
from fitdesk.domain.terms import Status
from fitdesk.domain.wording import listed
from fitdesk.i18n import _

_LONGEST = 140
"""Characters of a lesson that are quoted."""


def past_sentence(one: Decided) -> str:
    """ "Like “Leadership summit” in 2025: accepted against the verdict, ended badly. You wrote: “Meet first”."

    The year is that of the event where it was accepted, else of the decision: a No to a day still ahead is past.
    """
    day = one.day if one.status is Status.ACCEPTED else None
    year = (day or one.at.date()).year
    told = ", ".join(part for part in (decision_words(one), outcome_words(one)) if part)
    sentence = _("Like “{title}” in {year}: {told}.").format(title=one.title, year=year, told=told)
    lesson = _short(one.post_mortem.lesson) if one.post_mortem is not None else ""
    return f"{sentence} " + _("You wrote: “{lesson}”").format(lesson=lesson) if lesson else sentence


def decision_words(one: Decided) -> str:
    """ "accepted against the verdict", "declined because of fee and journey", "referred", "they withdrew"."""
    if one.status is Status.ACCEPTED:
        return _("accepted against the verdict") if one.against else _("accepted")
    plain = {
        Status.NOT_NOW: _("not now"),
        Status.DECLINED: _("declined"),
        Status.REFERRED: _("referred"),
        Status.WITHDRAWN: _("they withdrew"),
    }.get(one.status, str(one.status).replace("_", " "))
    why = reason_words(one.reasons)
    return _("{decision} because of {reasons}").format(decision=plain, reasons=listed(why)) if why else plain


def reason_words(reasons: tuple[str, ...]) -> tuple[str, ...]:
    """Keys of reasons in words within a sentence: "fee", "the date"; a key nobody knows any more is left out."""
    known = [_("the date") if key == "date" else BY_KEY[key].label.lower() for key in reasons if _is_known(key)]
    return tuple(known)


def outcome_words(one: Decided) -> str:
    """ "ended well", "ended badly", "the work was lost"; empty when nothing was accepted or can be said."""
    look = one.post_mortem
    if look is None:
        return _("no look back yet") if one.status is Status.ACCEPTED else ""
    return _ended(look)


def _ended(look: PostMortem) -> str:
    if not look.took_place:
        return _("the work was lost")
    return {True: _("ended well"), False: _("ended badly"), None: _("how it ended is not known")}[look.went_well]


def _is_known(key: str) -> bool:
    return key == "date" or key in BY_KEY


def _short(lesson: str) -> str:
    words = " ".join(lesson.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rsplit(" ", 1)[0] + "…"
