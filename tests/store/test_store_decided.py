"""Decided inquiries, looked back on all at once: the same facts as the whole inquiries hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from statistics import median
from time import process_time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_store import NOW, a_snapshot, an_inquiry
from fitdesk.domain.assessment import Verdict
from fitdesk.domain.decided import Decided
from fitdesk.domain.event import Event, Format
from fitdesk.domain.inquiry import Inquiry, Status, StatusChange
from fitdesk.domain.post_mortem import PostMortem
from fitdesk.domain.ranges import Range
from fitdesk.domain.snapshot import Snapshot
from fitdesk.store import decided, inquiries
from fitdesk.store.store import Store

SETTLED = [status for status in Status if not status.is_open]
ASKED = StatusChange(NOW - timedelta(days=9), Status.ASKED, "What for?", snapshot=replace(a_snapshot(), vetoes=()))


def settled(status: Status, days_ago: int, **changes: object) -> Inquiry:
    last = StatusChange(
        NOW - timedelta(days=days_ago),
        status,
        "It fits.",
        Range(70.5, 80.0),
        Verdict.ASK,
        ("goal",),
        True,
        None,
        a_snapshot(),
    )
    return replace(an_inquiry(), id=None, status=status, history=(ASKED, last), **changes)  # type: ignore[arg-type]


def expected(inquiry: Inquiry) -> Decided:
    """What ``decided`` must say, taken from the whole inquiry."""
    last, event = inquiry.history[-1], inquiry.event
    return Decided(
        inquiry_id=inquiry.id or 0,
        title=inquiry.title,
        status=inquiry.status,
        at=last.at,
        fit=last.fit,
        verdict=last.verdict,
        against=last.against,
        reason=last.reason,
        reasons=last.reasons,
        snapshot=last.snapshot,
        post_mortem=inquiry.post_mortem,
        topics=event.topics,
        format=event.format,
        sector=event.sector,
        audience=event.audience_max if event.audience_max is not None else event.audience_min,
        day=min(event.dates) if event.dates else event.date_range[0] if event.date_range else None,
        language=event.language or inquiry.language,
        organization=inquiry.contact.organization or "",
    )


def test_newest_decision_first_and_only_settled_ones(store: Store) -> None:
    kept = [inquiries.save(store, settled(status, days)) for days, status in enumerate(SETTLED, 1)]
    inquiries.save(store, replace(an_inquiry(), id=None))  # open
    inquiries.save(store, replace(settled(Status.DECLINED, 0), history=()))  # never decided here
    gone = inquiries.save(store, settled(Status.ACCEPTED, 0))
    inquiries.trash(store, gone.id or 0, NOW)
    assert decided.every(store) == tuple(expected(inquiry) for inquiry in kept)
    inquiries.set_status(store, kept[-1].id or 0, Status.WITHDRAWN, "Cancelled.", NOW)
    assert [one.inquiry_id for one in decided.every(store)][:2] == [kept[-1].id, kept[0].id]


def test_the_latest_of_some_kinds(store: Store) -> None:
    kept = {
        (status, days): inquiries.save(store, settled(status, days)).id
        for status in (Status.ACCEPTED, Status.DECLINED, Status.REFERRED)
        for days in (3, 1, 2)
    }
    found = decided.latest_ids(store, (Status.ACCEPTED, Status.DECLINED), 5)
    assert found == tuple(kept[status, days] for days in (1, 2, 3) for status in (Status.DECLINED, Status.ACCEPTED))[:5]
    changed = kept[Status.ACCEPTED, 1] or 0
    inquiries.set_status(store, changed, Status.WITHDRAWN, "", NOW)
    assert changed not in decided.latest_ids(store, (Status.ACCEPTED,), 5)
    inquiries.set_status(store, changed, Status.ACCEPTED, "", NOW)
    assert decided.latest_ids(store, (Status.ACCEPTED,), 5)[0] == changed
    inquiries.trash(store, changed, NOW)
    assert changed not in decided.latest_ids(store, (Status.ACCEPTED,), 5)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(SETTLED),
    st.builds(Event),
    st.none() | st.builds(PostMortem),
    st.none() | st.text(st.characters(exclude_categories=["Cs"]), max_size=9),
)
def test_it_says_what_the_inquiry_says(
    store: Store, status: Status, event: Event, post_mortem: PostMortem | None, language: str | None
) -> None:
    kept = inquiries.save(store, settled(status, 1, event=event, post_mortem=post_mortem, language=language))
    found = {one.inquiry_id: one for one in decided.every(store)}
    assert found[kept.id or 0] == expected(kept)


def test_ten_thousand_in_a_moment(store: Store) -> None:
    """Generous, for slow machines; a slice of 200, which is what a window waits for, takes about 10 ms."""
    keys = [f"criterion{n}" for n in range(15)]
    snapshot = Snapshot(
        1, "Trust", Range(40, 50), Range(20, 30), tuple((k, 6.5) for k in keys), tuple((k, 0.25, 0.75) for k in keys)
    )
    kept = settled(Status.ACCEPTED, 1, text="Dear Ada, " * 300)
    kept = inquiries.save(store, replace(kept, history=(kept.history[0], replace(kept.history[1], snapshot=snapshot))))
    columns = [name for (name,) in store.rows("SELECT name FROM pragma_table_info('inquiries')") if name != "id"]
    counted = "WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)"
    with store.transaction():
        listed = ", ".join(columns)
        store.run(f"INSERT INTO inquiries (id, {listed}) {counted} SELECT n.i, {listed} FROM n, inquiries WHERE id = 1")
        names = "position, at, status, reason, fit, verdict, reasons, against, come_back, snapshot"
        store.run(
            f"INSERT INTO status_changes (inquiry_id, {names}) {counted}"
            f" SELECT n.i, {names} FROM n, status_changes WHERE inquiry_id = 1"
        )
    found: list[Decided] = []
    slices: list[float] = []
    begun = process_time()
    for part in decided.in_slices(store):
        slices.append(process_time() - begun)
        found += part
        begun = process_time()
    assert len(found) == 10_000
    assert next(one for one in found if one.inquiry_id == kept.id) == expected(kept)
    assert found[0].format is Format.KEYNOTE
    print(f"10,000 decided inquiries in {sum(slices) * 1000:.0f} ms, a slice in {median(slices) * 1000:.1f} ms")
    assert median(slices) < 0.1
