"""Files that mean harm, or are merely broken: a Draft or a clear ReadError, soon."""

from __future__ import annotations

import base64
import time
from datetime import UTC, datetime

import pytest

from fitdesk.intake.draft import Draft, DraftKind
from fitdesk.intake.errors import ReadError
from fitdesk.intake.limits import LARGEST_FILE
from fitdesk.intake.readable import LONGEST_LINE, LONGEST_TEXT
from fitdesk.intake.readers import read

HEAD = (
    b"From: Ann Lee <ann@quarry.example>\nTo: me@desk.example\nDate: Mon, 1 Mar 2027 10:00:00 +0000\nSubject: Keynote\n"
)
PLAIN = HEAD + b"Content-Type: text/plain; charset=utf-8\n\n"
MARKUP = HEAD + b"Content-Type: text/html; charset=utf-8\n\n"
MIXED = HEAD + b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\n"
LONGEST_READING = 5.0
"""Seconds of processor time; each takes under one on a quiet machine."""


def reads(data: bytes, name: str = "request.eml") -> Draft:
    began = time.process_time()
    draft = read(data, name, received=datetime(2027, 3, 1, tzinfo=UTC))
    assert time.process_time() - began < LONGEST_READING
    assert len(draft.inquiry.text) <= LONGEST_TEXT
    assert all(len(line) <= LONGEST_LINE for line in draft.inquiry.text.split("\n"))
    return draft


@pytest.mark.parametrize(
    "data",
    [
        b"Subject: " + b"a" * 280_000 + b"\nFrom: x@quarry.example\n\nhello",
        b"From: " + b"(" * 900 + b" x@quarry.example\n\nhello",
        b'From: "' + b'\\"' * 900 + b" <x@quarry.example>\n\nhello",
        MARKUP + b"<a " * 20_000,
        MARKUP + b"<style>" * 200_000,
        MARKUP + b"<!--" * 100_000,
        MARKUP + b"< " * 500_000,
        MARKUP + b"&" * 1_000_000,
        MARKUP + b"<table><tr><td>" * 3_000 + b"keynote" + b"</td></tr></table>" * 3_000,
        MARKUP + b"<blockquote type=cite>" * 20_000 + b"keynote",
        PLAIN + b"word " * 100_000,
        PLAIN + b"w" * 500_000,
        PLAIN + b"Best,\n" * 10_000,
        PLAIN + b"topics are " * 5_000,
        PLAIN + b"keynote on " * 5_000,
        PLAIN + b"on 3 or 4 or 5 May " * 3_000,
        PLAIN + b"in London, " * 5_000,
        PLAIN + b"$5,000 " * 8_000,
        PLAIN + b"Name: x\n" * 8_000,
        PLAIN + b"> " * 30_000,
        PLAIN + b"On 1 May x wrote:\n" * 3_000,
        PLAIN + b"From: a@b.example\nSent: x\nTo: y\n" * 2_000,
    ],
    ids=range(22),
)
def test_endless_and_nested_text_is_read_in_time(data: bytes) -> None:
    reads(data)


@pytest.mark.parametrize("letter", ["a", "A", "1", " ", ".", ",", "-", ":", "/", "€", "$", ">", "|", "(", '"', "\t"])
def test_runs_of_one_letter(letter: str) -> None:
    reads(PLAIN + (letter * 60_000).encode())


def test_endless_nesting_is_cut_and_said() -> None:
    part = b"Content-Type: multipart/mixed; boundary=x%d\n\n--x%d\n"
    draft = reads(HEAD + b"".join(part % (n, n) for n in range(3_000)) + b"\n\nkeynote")
    assert any("too deep" in warning for warning in draft.warnings)
    reads(b"Content-Type: message/rfc822\n\n" * 5_000 + b"\n\nkeynote")
    reads(HEAD + b"Content-Type: multipart/mixed; boundary=x\n\n" + b"--x\n" * 100_000)


def test_a_long_text_is_cut_and_said() -> None:
    draft = reads(PLAIN + b"We would like a keynote.\n" * 20_000)
    assert any("very long" in warning for warning in draft.warnings)


def test_twenty_megabytes_with_attachments_read_well() -> None:
    files = base64.encodebytes(b"x" * 14_600_000)
    body = b"Would you give the keynote at our Quarry Safety Summit in Leeds on 4 May 2027?\n--x\n"
    data = MIXED + body + b"Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n" + files + b"--x--\n"
    assert 19_000_000 < len(data) <= LARGEST_FILE
    draft = reads(data)
    assert draft.inquiry.event.name == "Quarry Safety Summit"


def test_larger_files_are_refused_before_reading() -> None:
    with pytest.raises(ReadError, match=r"larger than 20 MB\. Save the message without its attachments"):
        read(b"x" * (LARGEST_FILE + 1), "big.eml")


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "a.eml", "empty"),
        (b" \n\n", "a.txt", "empty"),
        (bytes(range(256)) * 20, "a.eml", "holds no text"),
        (b"%PDF-1.7 ...", "a.pdf", "paste it"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "a.msg", r"Save the message as \.eml"),
        (b"PK\x03\x04....", "a.docx", "paste it"),
    ],
)
def test_what_is_no_message_says_what_to_do(data: bytes, name: str, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        read(data, name)


def test_a_mail_of_pictures_only_says_so() -> None:
    draft = reads(HEAD + b"Content-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n")
    assert draft.inquiry.text == ""
    assert draft.inquiry.subject == "Keynote"
    assert any("no text" in warning for warning in draft.warnings)
    assert draft.kind is DraftKind.INQUIRY


@pytest.mark.parametrize("charset", ["utf-8", "klingon", "us-ascii", "punycode", "unicode_escape", "idna", ""])
def test_a_wrong_encoding_falls_back_to_windows(charset: str) -> None:
    data = (
        HEAD
        + f"Content-Type: text/plain; charset={charset}\n\n".encode()
        + b"Keynote at the Caf\xe9 in Z\xfcrich \x80 500"
    )
    assert reads(data).inquiry.text == "Keynote at the Café in Zürich € 500"


def test_a_wrong_encoding_is_said() -> None:
    draft = reads(HEAD + b"Content-Type: text/plain; charset=utf-8\n\nKeynote at the Caf\xe9")
    assert any("encoding" in warning for warning in draft.warnings)


def test_null_bytes_and_direction_marks_are_left_out() -> None:
    draft = reads(PLAIN + "Key\0note \u202eevil\u202c in\u200b May".encode())
    assert draft.inquiry.text == "Keynote evil in May"


def test_markup_is_text_and_nothing_else() -> None:
    page = b"<p>Hi <img src='file:///etc/passwd'><script>alert('keynote')</script><b>bold</b> &lt;b&gt; 3 < 4</p>"
    assert reads(MARKUP + page).inquiry.text == "Hi bold <b> 3 < 4"
