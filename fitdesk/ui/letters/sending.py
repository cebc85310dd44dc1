"""A letter goes out by the way the owner chose: first the dialog, then the record, so that a cancel records nothing."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from fitdesk.domain.letter import Letter
from fitdesk.i18n import _
from fitdesk.letters.email import email_draft, mailto_link
from fitdesk.ui.letters import out
from fitdesk.ui.letters.ways import Way
from fitdesk.workflows.letter_words import LetterError, facts_of
from fitdesk.workflows.send import prepare_letter, send_letter
from fitdesk.workflows.whole_file import write_whole

if TYPE_CHECKING:
    from fitdesk.store.store import Store


def send(parent: QWidget, store: Store, letter: Letter, way: Way, now: datetime) -> tuple[Letter, str] | None:
    """Let ``letter`` out; returns it as kept and a sentence on what happened, None when a dialog was cancelled.

    A letter sent before goes out again exactly as it was. Raises LetterError when it may not leave, StoreError when
    it cannot be kept, OSError when a file cannot be written; in each case nothing is recorded.
    """
    ready = prepare_letter(store, letter, now.date(), letter.override, by_email=way.by_email)
    said = _let_out(parent, ready, way)
    return None if said is None else (send_letter(store, ready, way.sending, now), said)


def _let_out(parent: QWidget, ready: Letter, way: Way) -> str | None:
    """Print, save or hand over; returns what happened, None when it was cancelled."""
    pdf = ready.pdf or b""
    if way is Way.PRINT:
        return _("Printed, and kept under Letters.") if out.print_pdf(parent, pdf, ready.text.subject) else None
    if way is Way.MAIL_PROGRAM:
        return _hand_over(ready)
    name = out.file_name_for(ready.recipient, ready.text.subject)
    is_mail = way is Way.EMAIL
    path = out.ask_where(
        parent, name, ending=".eml" if is_mail else ".pdf", kind=_("E-mail draft") if is_mail else _("PDF document")
    )
    if path is None:
        return None
    words = ready.email if ready.email.body else ready.text
    write_whole(path, email_draft(words, facts_of(ready), pdf, f"{name}.pdf", ready.manner) if is_mail else pdf)
    return _said(path, is_mail=is_mail)


def _hand_over(ready: Letter) -> str:
    """Open a new mail with the short text. Raises LetterError when there is nothing to open it with."""
    link = mailto_link(ready.email, facts_of(ready), ready.manner)
    if link is None:
        raise LetterError(_("Without an e-mail address, or with so long a text, use “E-mail draft” instead."))
    if not out.open_link(link):
        raise LetterError(_("No mail program answered. Use “E-mail draft” instead."))
    return _("Handed to your mail program; send it there. Kept under Letters.")


def _said(path: Path, *, is_mail: bool) -> str:
    if is_mail and out.open_in_mail_program(path):
        return _("Saved as {name} and handed to your mail program.").replace("{name}", path.name)
    if is_mail:
        return _("Saved as {name}. Open it with your mail program to send it.").replace("{name}", path.name)
    return _("Saved as {name}, and kept under Letters.").replace("{name}", path.name)
