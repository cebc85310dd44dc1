"""One mail as bytes to its headers, its readable text and the mails attached to it."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote_to_bytes

from fitdesk.i18n import _
from fitdesk.intake.charsets import decode, decode_noting
from fitdesk.intake.headers import Headers
from fitdesk.intake.markup import html_to_text

DEEPEST = 8
"""Levels of parts within parts that are read."""
MOST_PARTS = 100
LARGEST_TEXT = 1_500_000
"""Bytes read of one text part; what FitDesk shows is cut far below."""


@dataclass(slots=True)
class Mail:
    """What was read of one mail. ``is_report``: a machine wrote it (a bounce, a receipt)."""

    headers: Headers
    text: str = ""
    attached: list[Mail] = field(default_factory=list)
    is_report: bool = False
    has_files: bool = False
    warnings: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Part:
    headers: Headers
    kind: str
    parameters: dict[str, str]
    body: bytes


@dataclass(slots=True)
class _Texts:
    """The texts found in a part: plain and HTML ones stand for the same words when ``alternative``."""

    plain: str = ""
    markup: str = ""


def parse(data: bytes) -> Mail:
    """The mail in ``data``; never fails: what cannot be read is missing and named in ``warnings``."""
    return _parse(data, 0, [MOST_PARTS])


def _parse(data: bytes, depth: int, budget: list[int]) -> Mail:
    part = _part(data)
    mail = Mail(part.headers, is_report=part.kind == "multipart/report")
    if part.headers.was_cut:
        mail.warnings.append(_("A header of this mail is far too long; only its beginning was read."))
    mail.text = _read(part, mail, depth, budget)
    if budget[0] <= 0 and not depth:
        mail.warnings.append(_("This mail has more parts than usual; the last ones were not read."))
    return mail


def _part(data: bytes) -> _Part:
    match = re.search(rb"(?:\A|\n)\r?\n", data)
    head, body = (data[: match.start()], data[match.end() :]) if match else (data, b"")
    headers = Headers(head)
    kind, parameters = _content_type(headers.first("content-type"))
    return _Part(headers, kind or "text/plain", parameters, body)


def _content_type(value: str) -> tuple[str, dict[str, str]]:
    kind = value.partition(";")[0].strip().lower()
    found = re.findall(r';\s*([\w*-]{1,40})\s*=\s*("[^"]{0,300}"|[^;\s"]{1,300})', value)
    return kind, {name.lower(): text.strip('"') for name, text in found}


def _read(part: _Part, mail: Mail, depth: int, budget: list[int]) -> str:
    """The text of ``part`` and of the parts inside it; attached mails are added to ``mail``."""
    budget[0] -= 1
    if budget[0] < 0:
        return ""
    if depth > DEEPEST:
        if (sentence := _("Parts of this mail lie too deep inside each other and were not read.")) not in mail.warnings:
            mail.warnings.append(sentence)
        return ""
    if part.kind.startswith("multipart/") and part.parameters.get("boundary"):
        children = [_part(piece) for piece in _pieces(part.body, part.parameters["boundary"].encode())]
        if part.kind == "multipart/alternative":
            return _best([_read_texts(child, mail, depth + 1, budget) for child in children])
        return "\n\n".join(text for child in children if (text := _read(child, mail, depth + 1, budget)))
    return _best([_read_texts(part, mail, depth, budget)])


def _read_texts(part: _Part, mail: Mail, depth: int, budget: list[int]) -> _Texts:
    if part.kind.startswith("multipart/"):
        return _Texts(plain=_read(part, mail, depth, budget))
    if part.kind == "message/rfc822":
        if not mail.is_report:
            mail.attached.append(_parse(_decoded(part, mail), depth + 1, budget))
        return _Texts()
    disposition = part.headers.first("content-disposition").lower()
    if not part.kind.startswith("text/") or disposition.startswith("attachment"):
        mail.has_files = mail.has_files or not part.kind.startswith("message/")
        return _Texts()
    if part.kind not in ("text/plain", "text/html", "text/enriched"):
        mail.has_files = True
        return _Texts()
    text = _text(part, mail)
    return _Texts(markup=html_to_text(text)) if part.kind == "text/html" else _Texts(plain=text)


def _best(texts: list[_Texts]) -> str:
    """The plain text, unless it only stands in for the HTML one ("your mail program cannot show this")."""
    plain = "\n\n".join(t.plain for t in texts if t.plain.strip())
    markup = "\n\n".join(t.markup for t in texts if t.markup.strip())
    return plain if len(plain.strip()) >= 0.3 * len(markup) else markup


def _pieces(body: bytes, boundary: bytes) -> Iterator[bytes]:
    """What stands between the lines ``--boundary``; the last piece may be unclosed."""
    line = re.compile(rb"^--" + re.escape(boundary) + rb"(--)?[ \t]*\r?$", re.M)
    start = -1
    for count, match in enumerate(line.finditer(body)):
        if start >= 0:
            yield body[start : match.start()]
        start = match.end() + 1
        if match.group(1) or count > MOST_PARTS:
            return
    if 0 <= start < len(body):
        yield body[start:]


def _decoded(part: _Part, mail: Mail) -> bytes:
    coding = part.headers.first("content-transfer-encoding").lower()
    body = part.body
    if part.kind.startswith("text/") and len(body) > LARGEST_TEXT:
        body = body[:LARGEST_TEXT]
        mail.warnings.append(_("The text of this mail is very long; only its beginning was read."))
    if "quoted-printable" in coding:
        return binascii.a2b_qp(body)
    if "base64" in coding:
        letters = re.sub(rb"[^A-Za-z0-9+/]", b"", body)
        return binascii.a2b_base64(letters[: len(letters) - (len(letters) % 4 == 1)] + b"=" * (-len(letters) % 4))
    return body


def _text(part: _Part, mail: Mail) -> str:
    data = _decoded(part, mail)
    declared = part.parameters.get("charset", "")
    if "charset*" in part.parameters:
        declared = decode(unquote_to_bytes(part.parameters["charset*"].rpartition("'")[2]), "ascii")
    text, given_up = decode_noting(data, declared)
    if given_up or "\ufffd" in text:
        mail.warnings.append(_("Some letters of this mail may be wrong: its encoding is not the one it names."))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "flowed" in part.parameters.get("format", "").lower():
        text = re.sub(r"(?m)^ (?=[>F ])", "", text)
    return text
