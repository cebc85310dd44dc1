"""Two thousand damaged mails with fixed seeds: each gives a Draft or a ReadError, never anything else."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from fitdesk.intake.errors import ReadError
from fitdesk.intake.readers import read
from fitdesk.intake.schema import draft_json

OWN = sorted((Path(__file__).parent.parent / "samples" / "mail").glob("*.eml"))
BATCHES = 20
MAILS_PER_BATCH = 100
SPLICES = [
    b"--", b"\0", b"\xff\xfe", b"=?utf-8?B?", b"?=", b"<table>", b"</", b"<!--", b"\n\n", b"\r", b"> > >",
    b"From: ", b'Content-Type: multipart/mixed; boundary=""\n', b"Content-Transfer-Encoding: base64\n", b"&#xffffffff;",
    b"31/02/2027", b"0000-00-00", b"99:99", b"1,2,3,4,5", b"\xe2\x80\xae", b"{0}%s", b"29 February 2027", b"week 99",
    b"\xf0\x9f\x99\x8f", b"$9999999999999999", b"On 1 May wrote:", b"(((((", b"+999999999999999",
    b"Date: Thu, 99 Foo 0000\n", b'"', b"'" * 30,
]  # fmt: skip


def damaged(data: bytes, chance: random.Random) -> bytes:
    for _ in range(chance.randint(1, 12)):
        at, length = chance.randrange(len(data) + 1), chance.choice((0, 1, 5, 40, 400))
        match chance.randrange(5):
            case 0:
                data = data[:at] + data[at + length :]
            case 1:
                data = data[:at] + chance.choice(SPLICES) + data[at:]
            case 2:
                data = data[:at] + chance.randbytes(chance.randint(1, 8)) + data[at + 3 :]
            case 3:
                data = data[:at] + data[at : at + length] * chance.randint(2, 6) + data[at:]
            case _:
                other = chance.choice(OWN).read_bytes()
                data = data[:at] + other[chance.randrange(len(other)) :][:length]
        data = data or b"x"
    return data


@pytest.mark.parametrize("batch", range(BATCHES))
def test_damaged_mails(batch: int) -> None:
    chance = random.Random(f"damaged mails {batch}")
    read_well = 0
    for _ in range(MAILS_PER_BATCH):
        data = damaged(chance.choice(OWN).read_bytes(), chance)
        try:
            draft = read(data, chance.choice(("a.eml", "a.txt", "", "…")))
        except ReadError:
            continue
        text = draft.inquiry.text
        assert all(0 <= s.start <= s.end <= len(text) for sources in draft.sources.values() for s in sources)
        assert draft_json(draft)["kind"] in ("inquiry", "not_inquiry")
        read_well += 1
    assert read_well > MAILS_PER_BATCH / 2
