"""How each thing that waits reads as a two-line row."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from fitdesk.domain.followup import FollowUp
from fitdesk.domain.ranges import Range
from fitdesk.i18n import _, plural
from fitdesk.ui.format import ago, joined
from fitdesk.ui.widgets.row_painting import Row

if TYPE_CHECKING:
    from fitdesk.store.at_a_glance import DraftLine, PeerLine
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
