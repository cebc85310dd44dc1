"""What the quiet bar says after a decision."""

from __future__ import annotations

from datetime import date

from fitdesk.domain.decision_days import last_change
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.i18n import _
from fitdesk.ui.inquiries.day_words import day_in_words

_LONGEST = 60


def said(inquiry: Inquiry, today: date) -> str:
    """One sentence on an inquiry that was just decided."""
    event, last = inquiry.event, last_change(inquiry)
    days = len(set(event.dates))
    day = day_in_words(last.come_back, today) if last is not None and last.come_back is not None else ""
    if inquiry.status is Status.HELD:
        words = _("“{title}” is held until {day}, and the calendar with it.")
        words = words if days else _("“{title}” is held until {day}.")
    elif inquiry.status is Status.NOT_NOW:
        words = _("“{title}” comes back on {day}.") if day else _("“{title}”: not now.")
    elif inquiry.status is Status.ACCEPTED:
        words = _("“{title}” is accepted, and in the calendar.") if days == 1 else _("“{title}” is accepted.")
        words = _("“{title}” is accepted; its days are held until one is agreed.") if days > 1 else words
    else:
        words = {
            Status.NEW: _("“{title}” is open again."),
            Status.ASKED: _("“{title}” waits for their answer."),
            Status.DECLINED: _("“{title}” is declined."),
            Status.REFERRED: _("“{title}” is referred."),
            Status.WITHDRAWN: _("“{title}” is withdrawn."),
        }[inquiry.status]
    return words.replace("{title}", short(inquiry.title)).replace("{day}", day)


def short(title: str) -> str:
    """``title``, cut where it would fill the bar."""
    return title if len(title) <= _LONGEST else title[: _LONGEST - 1] + "…"
