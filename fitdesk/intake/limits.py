"""How much of a stranger's file is taken in at all."""

from __future__ import annotations

from fitdesk.i18n import _
from fitdesk.intake.errors import ReadError

LARGEST_FILE = 20 * 1024 * 1024
"""Bytes."""


def check_size(data: bytes) -> None:
    """Refuse what is larger than LARGEST_FILE, before anything looks at it."""
    if len(data) > LARGEST_FILE:
        raise ReadError(_("This mail is larger than 20 MB. Save the message without its attachments and try again."))


def check_calendar_size(data: bytes) -> None:
    """The same for a calendar file."""
    if len(data) > LARGEST_FILE:
        raise ReadError(_("This calendar is larger than 20 MB. Export only the last and the next two years."))
