"""Bytes to a Draft in this process: which kind of file it is, and the reader for it."""

from __future__ import annotations

import re
from datetime import datetime

from fitdesk.domain.inquiry import Channel
from fitdesk.i18n import _
from fitdesk.intake.charsets import decode_noting
from fitdesk.intake.draft import Draft
from fitdesk.intake.eml import Mail, parse
from fitdesk.intake.errors import ReadError
from fitdesk.intake.extract import Request, extract
from fitdesk.intake.headers import Headers, sent_at
from fitdesk.intake.limits import check_size
from fitdesk.intake.pasted import split_headers
from fitdesk.intake.readable import clean, cut

_MAIL_HEADERS = re.compile(
    rb"(?im)^(?:mime-version|message-id|received|content-type|return-path|delivered-to|x-mailer)[ \t]*:"
)
_FIRST_HEADER = re.compile(rb"\s*(?:From [^\n]{1,200}\n)?[A-Za-z][A-Za-z0-9-]{1,60}[ \t]*:")
_OTHER_PROGRAMS = (
    (b"\xd0\xcf\x11\xe0", "Outlook"),
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "Word"),
    (b"{\\rtf", "RTF"),
    (b"BEGIN:VCARD", "vCard"),
    (b"BEGIN:VCALENDAR", "calendar"),
)


def read(data: bytes, name: str, *, received: datetime | None = None) -> Draft:
    """What the mail or text in ``data`` asks for; ``name`` is its file name, ``received`` stands in for a missing date.

    Raises ReadError with what to do when there is nothing to read. Strangers' files go through ``worker.read_safely``.
    """
    check_size(data)
    start = data[:1_000].lstrip()
    if not start:
        raise ReadError(_("This file is empty. Save the message again, or paste its text."))
    for magic, program in _OTHER_PROGRAMS:
        if start.startswith(magic):
            raise ReadError(_other_program(program))
    if _is_mail(data, name):
        return _read_mail(data.lstrip(), received)
    return _read_text(data, received)


def _other_program(program: str) -> str:
    if program == "Outlook":
        return _("This is Outlook's own format. Save the message as .eml, or copy its text and paste it.")
    return _("This is a {kind} file, not a message. Open it, copy the text of the request and paste it.").replace(
        "{kind}", program
    )


def _is_mail(data: bytes, name: str) -> bool:
    if not _FIRST_HEADER.match(data):
        return False
    head = data[:300_000].replace(b"\r\n", b"\n").lstrip().partition(b"\n\n")[0]
    return name.lower().endswith((".eml", ".mbox")) or bool(_MAIL_HEADERS.search(head))


def _read_mail(data: bytes, received: datetime | None) -> Draft:
    if data.startswith(b"From "):
        data = data.partition(b"\n")[2]
    mail = parse(data)
    text, was_cut = cut(clean(_with_attached(mail)))
    warnings = list(dict.fromkeys([*mail.warnings, *(w for inner in mail.attached for w in inner.warnings)]))
    if was_cut:
        warnings.append(_("This message is very long; FitDesk read and shows its beginning only."))
    if not text.strip():
        warnings.append(_("This mail has no text, only pictures or files. Open it and type in what it says."))
    elif re.search(r"[\x00-\x08]", mail.text[:5_000]):
        warnings.append(_("Some signs in this mail are no text and were left out."))
    return extract(
        Request(
            text=text,
            headers=mail.headers,
            sent=sent_at(mail.headers) or received,
            channel=Channel.MAIL,
            is_report=mail.is_report,
            warnings=tuple(warnings),
        )
    )


def _with_attached(mail: Mail) -> str:
    """The text of the mail and of the mails attached to it, each of these under its headers as they are printed."""
    pieces = [mail.text.strip("\n")]
    for inner in mail.attached[:5]:
        named = (("From", "from"), ("Date", "date"), ("Subject", "subject"), ("To", "to"))
        head = "\n".join(f"{label}: {inner.headers.first(key)}" for label, key in named)
        pieces.append(f"{head}\n\n{_with_attached(inner)}")
    return "\n\n".join(piece for piece in pieces if piece.strip())


def _read_text(data: bytes, received: datetime | None) -> Draft:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text, doubtful = data.decode("utf-16", "replace"), False
    else:
        text, doubtful = decode_noting(data, "utf-8")
    if _is_rubbish(text[:20_000]):
        raise ReadError(_("This file holds no text. Save the message as .eml, or copy its text and paste it."))
    warnings = [_("Some letters may be wrong: the file does not say how it is encoded.")] if doubtful else []
    text, was_cut = cut(clean(text))
    if was_cut:
        warnings.append(_("This message is very long; FitDesk read and shows its beginning only."))
    block, text = split_headers(text)
    if not text.strip():
        raise ReadError(_("There is no text to read. Copy the text of the request and paste it."))
    headers = Headers(block)
    sent = sent_at(headers) or received
    return extract(Request(text=text, headers=headers, sent=sent, channel=Channel.PASTED, warnings=tuple(warnings)))


def _is_rubbish(text: str) -> bool:
    strange = sum(1 for c in text if c == "\ufffd" or (c < " " and c not in "\t\n\r\f") or "\x7f" <= c <= "\x9f")
    return strange * 20 > len(text)
