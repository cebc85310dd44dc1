"""A letter goes out by the way the owner chose: first the dialog, then the record, so that a cancel records nothing."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from fitdesk.domain.letter import Letter, Sending
from fitdesk.i18n import _
from fitdesk.letters.email import email_draft
from fitdesk.ui.letters import out
from fitdesk.workflows.letter_words import facts_of
from fitdesk.workflows.send import prepare_letter, send_letter

if TYPE_CHECKING:
    from fitdesk.store.store import Store


def send(parent: QWidget, store: Store, letter: Letter, way: Sending, now: datetime) -> tuple[Letter, str] | None:
    """Let ``letter`` out; returns it as kept and a sentence on what happened, None when a dialog was cancelled.

    A letter sent before goes out again exactly as it was. Raises LetterError when it may not leave, StoreError when
    it cannot be kept, OSError when a file cannot be written; in each case nothing is recorded.
    """
    is_mail = way is Sending.EMAIL
    ready = prepare_letter(store, letter, now.date(), letter.override, by_email=is_mail)
    pdf = ready.pdf or b""
    if way is Sending.PRINT:
        if not out.print_pdf(parent, pdf, letter.text.subject):
            return None
        return send_letter(store, ready, way, now), _("Printed, and kept under Letters.")
    name = out.file_name_for(letter.recipient, letter.text.subject)
    path = out.ask_where(
        parent, name, ending=".eml" if is_mail else ".pdf", kind=_("E-mail draft") if is_mail else _("PDF document")
    )
    if path is None:
        return None
    path.write_bytes(email_draft(ready.text, facts_of(ready), pdf, f"{name}.pdf") if is_mail else pdf)
    return send_letter(store, ready, way, now), _said(path, is_mail=is_mail)


def _said(path: Path, *, is_mail: bool) -> str:
    if is_mail and out.open_in_mail_program(path):
        return _("Saved as {name} and handed to your mail program.").replace("{name}", path.name)
    if is_mail:
        return _("Saved as {name}. Open it with your mail program to send it.").replace("{name}", path.name)
    return _("Saved as {name}, and kept under Letters.").replace("{name}", path.name)
