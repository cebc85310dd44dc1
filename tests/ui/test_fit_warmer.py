"""Scores are made again on a new day, in a window that stayed open too; until then the old ones are shown."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from build_store import an_inquiry, an_offering
from fitdesk.domain.inquiry import Verdict
from fitdesk.store import fits, inquiries, offerings
from fitdesk.ui.inquiries.fit_warmer import FitWarmer
from fitdesk.workflows.practice import load_practice

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from fitdesk.store.store import Store
    from ui.conftest import StandingClock


def test_a_night_passes(qtbot: QtBot, store: Store, clock: StandingClock) -> None:
    offerings.save(store, an_offering())
    number = inquiries.save(store, an_inquiry()).id or 0
    fits.age(store, clock.today())
    inquiries.cache_fit(store, number, 1.0, 2.0, Verdict.DECLINE)
    warmer = FitWarmer(store, clock, lambda: load_practice(store))
    warmer.work_a_slice()
    warmer.look_at_the_day()
    assert [line.low for line in inquiries.lines(store, [number])] == [1.0]  # it is still of today
    clock.at += timedelta(days=1)
    with qtbot.waitSignal(warmer.warmed):
        warmer.look_at_the_day()
        assert [line.low for line in inquiries.lines(store, [number])] == [1.0]
    assert [line.low for line in inquiries.lines(store, [number])] != [1.0]
    assert inquiries.stale_ids(store, 9) == []
    warmer.stop()
