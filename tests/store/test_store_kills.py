"""Killed at any moment, nothing that was acknowledged is lost and nothing is half done."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from build_store import NOW
from fitdesk.store import inquiries, offerings
from fitdesk.store.inquiries import InquiryQuery, View
from fitdesk.store.store import Store

KILLS = 20

WRITER = """
import sys
from datetime import datetime
from pathlib import Path
from fitdesk.domain.contact import Contact
from fitdesk.domain.inquiry import Inquiry, Status
from fitdesk.domain.offering import Offering
from fitdesk.store import inquiries, offerings
from fitdesk.store.store import Store

now = datetime(2026, 11, 22)
store = Store.open(Path(sys.argv[1]), now=now)
while True:
    with store.transaction():
        arrived = Inquiry(contact=Contact(email="a@b.org"), subject="killed", text="word " * 3000)
        inquiry = inquiries.save(store, arrived, original=b"x" * 9000)
        offerings.save(store, Offering(title=str(inquiry.id)))
    print("saved", inquiry.id, flush=True)
    inquiries.set_status(store, inquiry.id, Status.DECLINED, "", now)
    print("decided", inquiry.id, flush=True)
"""


def test_nothing_acknowledged_is_lost(path: Path) -> None:
    chance = random.Random(7)
    saved: set[int] = set()
    decided: set[int] = set()
    for _ in range(KILLS):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            heard = [writer.stdout.readline() for _ in range(chance.randint(1, 12))]
            time.sleep(chance.uniform(0.0, 0.004))  # somewhere in the next few commits
            writer.kill()
            heard += [line for line in writer.stdout if line.endswith("\n")]
        for line in heard:
            what, number = line.split()
            (saved if what == "saved" else decided).add(int(number))
        with closing(Store.open(path, now=NOW)) as store:
            known = {*inquiries.ids(store, InquiryQuery()), *inquiries.ids(store, InquiryQuery(View.DECIDED))}
            assert saved <= known
            assert decided <= set(inquiries.ids(store, InquiryQuery(View.DECIDED)))
            assert {offering.title for offering in offerings.every(store)} == {str(number) for number in known}
            assert all(inquiries.original(store, number) == ("", b"x" * 9000) for number in known)
            assert len(inquiries.ids(store, InquiryQuery(View.OPEN, "killed"))) == inquiries.counts(store)["open"]
            assert len(list(store.check_health(NOW))) > 20
    assert len(saved) >= KILLS
    assert len(decided) >= KILLS / 2
