"""The demo practice: a complete fictitious practice, loaded into a store, and five requests to try it with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from fitdesk.domain.availability import CalendarEntry
from fitdesk.domain.fit import score_all
from fitdesk.domain.followup import FollowUp
from fitdesk.paths import resources
from fitdesk.store import calendar, fits, follow_ups, inquiries, offerings, owner, peers, referrals, rule_changes
from fitdesk.workflows.demo_calendar import link_demo_calendar
from fitdesk.workflows.demo_files import DemoError, DemoPractice, LetterBegun, Linked, read_practice
from fitdesk.workflows.demo_judging import judged_inquiries
from fitdesk.workflows.letter_begin import begin_letter
from fitdesk.workflows.letter_facts import LetterOrder
from fitdesk.workflows.letter_prefill import order_for
from fitdesk.workflows.practice import load_practice

if TYPE_CHECKING:
    from fitdesk.store.store import Store


def folder() -> Path:
    """Where the demo practice lies."""
    return resources() / "demo"


def requests() -> tuple[Path, ...]:
    """The request mails to try, by name."""
    return tuple(sorted(folder().glob("*.eml")))


def request_mail(name: str) -> Path:
    """The request mail called ``name``, with or without ".eml". Raises DemoError when there is none."""
    for path in requests():
        if name in (path.name, path.stem):
            return path
    raise DemoError(f"no demo request is called “{name}”; there are {', '.join(path.name for path in requests())}")


def fill(store: Store, today: date) -> None:
    """Load the demo practice as of ``today`` into the empty ``store``, all or nothing.

    Raises DemoError naming what cannot be read, StoreError when it cannot be written.
    """
    content = read_practice(folder(), today)
    with store.transaction():
        owner.save(store, content.owner)
        content = replace(content, offerings=tuple(offerings.save(store, one) for one in content.offerings))
        peer_ids = {key: _number(peers.save(store, peer).id) for key, peer in content.peers.items()}
        inquiry_ids = {
            key: _number(inquiries.save(store, inquiry, original=inquiry.text.encode(), original_name=f"{key}.txt").id)
            for key, inquiry in judged_inquiries(content).items()
        }
        for linked in (*content.entries, *content.referrals, *content.follow_ups):
            _keep_linked(store, linked, content, inquiry_ids, peer_ids)
        link_demo_calendar(store, content.calendar, content.owner.timezone, today)
        for changed in content.changes:
            rule_changes.add(store, replace(changed.value, offering_id=_titled(content, changed.offering)))
        for begun in content.letters:
            begin_letter(store, _order(store, begun, inquiry_ids, peer_ids, today), today, tone=begun.tone)
        _remember_fits(store, today)


def _order(
    store: Store, begun: LetterBegun, inquiry_ids: dict[str, int], peer_ids: dict[str, int], today: date
) -> LetterOrder:
    """The letter as the records propose it, with what the demo says of it."""
    to = peer_ids[begun.to] if begun.to is not None else None
    about = inquiry_ids[begun.inquiry] if begun.inquiry is not None else None
    order = order_for(store, begun.kind, about, today, peer_id=to)
    if begun.allowed:
        allowed = replace(order.particulars, allowed=begun.allowed, allowed_how=begun.allowed_how)
        order = replace(order, particulars=allowed)
    return replace(order, peer_ids=tuple(peer_ids[key] for key in begun.peers)) if begun.peers else order


def _remember_fits(store: Store, today: date) -> None:
    """Scores of the open inquiries for the list, as they lie there after a day's work."""
    practice = load_practice(store)
    fits.age(store, today)
    for inquiry in inquiries.all_open(store):
        best = score_all(inquiry, practice.offerings, practice.owner, practice.entries, today)[0]
        inquiries.cache_fit(store, _number(inquiry.id), best.fit.low, best.fit.high, best.verdict)


def _titled(content: DemoPractice, title: str | None) -> int | None:
    return next((offering.id for offering in content.offerings if offering.title == title), None)


def _keep_linked(
    store: Store, linked: Linked, content: DemoPractice, inquiry_ids: dict[str, int], peer_ids: dict[str, int]
) -> None:
    value = linked.value
    inquiry = inquiry_ids[linked.inquiry] if linked.inquiry else None
    peer = peer_ids[linked.peer] if linked.peer else None
    if isinstance(value, CalendarEntry):
        title = value.title or (content.inquiries[linked.inquiry].title if linked.inquiry else "")
        calendar.save(store, replace(value, title=title, inquiry_id=inquiry))
    elif isinstance(value, FollowUp):
        follow_ups.save(store, replace(value, inquiry_id=inquiry, peer_id=peer))
    else:
        referrals.add(store, replace(value, inquiry_id=inquiry, peer_id=_number(peer)))


def _number(number: int | None) -> int:
    if number is None:
        raise DemoError("a record of the demo practice got no number, or a referral names no peer")
    return number
