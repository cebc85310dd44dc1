"""How each thing that waits reads as a two-line row."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from fitdesk.domain.followup import FollowUp
from fitdesk.domain.ranges import Range
from fitdesk.i18n import _, plural
from fitdesk.ui.format import ago, day_span, joined
from fitdesk.ui.widgets.row_painting import Row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fitdesk.store.at_a_glance import ComeBackLine, DoneLine, DraftLine, HoldLine, PeerLine
    from fitdesk.store.inquiry_lists import InquiryLine


def inquiry_row(line: InquiryLine, today: date) -> Row:
    """Who wrote and how long ago, with verdict and fit."""
    fit = Range(line.low, line.high) if line.low is not None and line.high is not None else None
    return Row(line.title, joined(line.who, line.organization, ago(line.received, today)), line.verdict, fit)


def follow_up_row(follow_up: FollowUp, about: str, today: date) -> Row:
    """What to do, about whom, and by when."""
    late = (today - follow_up.due).days
    when = plural("due {n} day ago", "due {n} days ago", late) if late > 0 else _("due today")
    return Row(follow_up.what, joined(about, when))


def hold_row(holds: Sequence[HoldLine], today: date) -> Row:
    """For whom which days are held, and when that runs out."""
    first = holds[0]
    when = ", ".join(day_span(hold.first, hold.last, today) for hold in sorted(holds, key=lambda hold: hold.first))
    left = (first.expires - today).days
    if left < 0:
        ends = _("ran out {when}").replace("{when}", ago(first.expires, today))
    else:
        ends = _("runs out {when}").replace("{when}", ago(first.expires, today))
    return Row(first.title or _("A held day"), joined(when, ends))


def coming_back_row(line: ComeBackLine, today: date) -> Row:
    """Who it was, and why not then."""
    since = _("to come back to since {when}").replace("{when}", ago(line.come_back, today))
    when = _("to come back to today") if line.come_back >= today else since
    return Row(line.title, joined(line.who, line.organization, line.reason or when))


def done_row(line: DoneLine, today: date, *, was_lost: bool = False) -> Row:
    """What it was, and when it took place or was lost."""
    when = ago(line.day, today)
    return Row(line.title, joined(line.organization, _("lost {when}").replace("{when}", when) if was_lost else when))


def letter_row(line: DraftLine, today: date) -> Row:
    """To whom, and since when it lies here."""
    begun = _("begun {when}").replace("{when}", ago(line.day, today))
    return Row(line.recipient or _("No recipient yet"), joined(line.subject, begun))


def peer_row(peer: PeerLine, today: date) -> Row:
    """Who, and when their contact data were last looked at."""
    if peer.verified is None:
        return Row(peer.name, joined(peer.headline, _("never checked")))
    checked = _("last checked {when}").replace("{when}", ago(peer.verified, today))
    return Row(peer.name, joined(peer.headline, checked))
