"""Mails taken apart: headers, parts, markup, and who wrote which lines."""

from __future__ import annotations

import pytest

from fitdesk.intake.draft import DraftKind
from fitdesk.intake.eml import parse
from fitdesk.intake.headers import Headers, Mailbox, mailboxes, sent_at
from fitdesk.intake.markup import html_to_text
from fitdesk.intake.readers import read
from fitdesk.intake.threads import voices


@pytest.mark.parametrize(
    ("value", "name", "address"),
    [
        ("Ann Lee <ann@quarry.example>", "Ann Lee", "ann@quarry.example"),
        ('"Lee, Ann" <ann@quarry.example>', "Lee, Ann", "ann@quarry.example"),
        ("ann@quarry.example (Ann Lee)", "Ann Lee", "ann@quarry.example"),
        ("Ann Lee [mailto:ann@quarry.example]", "Ann Lee", "ann@quarry.example"),
        ("ann@quarry.example", "", "ann@quarry.example"),
        ('"ann@quarry.example" <ann@quarry.example>', "", "ann@quarry.example"),
    ],
)
def test_mailboxes(value: str, name: str, address: str) -> None:
    assert mailboxes(value)[0] == Mailbox(name, address)


def test_headers_are_unfolded_and_decoded() -> None:
    headers = Headers(
        b"Subject: =?utf-8?B?S2V5bm90ZSA=?=\r\n =?iso-8859-1?Q?in_Z=FCrich?=\r\nX: 1\r\n"
        b"Date: Mon, 1 Mar 2027 10:00:00 +0100"
    )
    assert headers.first("subject") == "Keynote in Zürich"
    sent = sent_at(headers)
    assert sent is not None
    assert sent.isoformat() == "2027-03-01T10:00:00+01:00"


def test_the_received_header_stands_in_for_a_missing_date() -> None:
    sent = sent_at(Headers(b"Received: from a by b; Tue, 2 Mar 2027 08:00:00 +0000"))
    assert sent is not None
    assert sent.day == 2
    assert sent_at(Headers(b"Date: soon")) is None


def test_markup_keeps_lists_tables_and_quotes_apart() -> None:
    source = (
        "<p>Hello</p><ul><li>one<li>two</ul><table><tr><td>Fee</td><td>500</td></tr></table>"
        "<blockquote type=cite>old</blockquote><div>a<br>b</div>"
    )
    assert html_to_text(source).split("\n") == [
        "Hello",
        "",
        "- one",
        "- two",
        "",
        "Fee\t500",
        "",
        "> old",
        "",
        "a",
        "b",
    ]


def test_plain_text_wins_over_markup_unless_it_only_stands_in() -> None:
    head = b"Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\n"
    tail = b"\n--x\nContent-Type: text/html\n\n<p>Would you give the keynote at our summit in Leeds?</p>\n--x--\n"
    assert parse(head + b"Would you give the keynote at our summit?" + tail).text.startswith(
        "Would you give the keynote at our summit?"
    )
    assert parse(head + b"See HTML." + tail).text == "Would you give the keynote at our summit in Leeds?"


CLIENT, OWNER = Mailbox("Ann Lee", "ann@quarry.example"), Mailbox("Nora Vale", "nora@vale.example")
THREAD = """Yes, the 15th.

On 6 May 2027 at 10:01, Nora Vale <nora@vale.example> wrote:
> Which day?
>> On 5 May 2027, Ann Lee <ann@quarry.example> wrote:
>> A keynote, please.
"""


def test_each_writer_of_a_thread_has_a_voice() -> None:
    spoken = voices(THREAD, CLIENT, OWNER)
    assert [(voice.author.address, voice.words()) for voice in spoken] == [
        ("ann@quarry.example", 3),
        ("nora@vale.example", 2),
        ("ann@quarry.example", 3),
    ]


def test_the_owners_words_are_never_the_clients() -> None:
    text = (
        "From: Ann Lee <ann@quarry.example>\nTo: Nora Vale <nora@vale.example>\nDate: Fri, 7 May 2027 09:00:00 +0000\n"
        "Subject: Re: Keynote\n\nYes please, for our Quarry Safety Summit on 4 June 2027 in Leeds.\n\n"
        "On 6 May 2027 at 10:01, Nora Vale <nora@vale.example> wrote:\n> My fee is EUR 6,500 for 60 minutes.\n"
    )
    inquiry = read(text.encode(), "a.eml").inquiry
    assert inquiry.contact.name == "Ann Lee"
    assert inquiry.budget.min is None
    assert inquiry.event.duration_minutes is None


def test_a_forwarding_assistant_is_not_the_contact() -> None:
    text = (
        "From: Desk <desk@vale.example>\nTo: Nora Vale <nora@vale.example>\nDate: Fri, 7 May 2027 09:00:00 +0000\n"
        "Subject: Fwd: Keynote\n\nFor you. You have EUR 9,000 from the others that day.\n\n"
        "---------- Forwarded message ---------\nFrom: Ann Lee <ann@quarry.example>\nDate: Thu, 6 May 2027 at 10:01\n"
        "Subject: Keynote\nTo: <desk@vale.example>\n\n"
        "Would you give a keynote in Leeds next Friday? We have £2,000.\n\nAnn Lee\n"
    )
    inquiry = read(text.encode(), "a.eml").inquiry
    assert (inquiry.contact.name, inquiry.contact.email) == ("Ann Lee", "ann@quarry.example")
    assert [day.isoformat() for day in inquiry.event.dates] == ["2027-05-07"]
    assert inquiry.budget.max == 2000


def test_a_bounce_is_no_inquiry() -> None:
    head = b"From: MAILER-DAEMON@quarry.example\nContent-Type: multipart/report; boundary=x\n\n--x\n\n"
    assert read(head + b"A keynote on 4 May was not delivered.\n--x--\n", "a.eml").kind is DraftKind.NOT_INQUIRY
