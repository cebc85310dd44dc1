"""From a slider moved to the panel painted, in what-if on the demo practice with all offerings judged again.

Run by hand: FITDESK_BENCHMARKS=1 pytest -s tests/benchmarks/test_what_if_benchmark.py
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from datetime import date, datetime, time
from statistics import median, quantiles
from time import perf_counter, thread_time

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fitdesk.domain.lever import Lever, LeverKind
from fitdesk.store import inquiries
from fitdesk.store.store import Store
from fitdesk.ui.inquiries.detail import DetailView
from fitdesk.ui.inquiries.what_if_rows import SliderRow
from fitdesk.ui.theme import Appearance, apply_theme
from fitdesk.workflows import demo
from fitdesk.workflows.practice import load_practice
from fitdesk.workflows.triage import triage

pytestmark = pytest.mark.skipif("FITDESK_BENCHMARKS" not in os.environ, reason="run by hand")

TODAY = date(2026, 11, 22)
NOW = datetime.combine(TODAY, time(9))
FRAME = 16.0
MOVES = 60


@pytest.fixture
def filled() -> Iterator[Store]:
    store = Store.open(None, now=NOW)
    demo.fill(store, TODAY)
    yield store
    store.close()


def painted(view: DetailView) -> None:
    """Everything that waits for the next frame: layouts, then paint events."""
    app = QApplication.instance()
    assert app is not None
    app.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    app.sendPostedEvents(None, 0)
    app.processEvents()


def moved(view: DetailView, lever: Lever, chance: random.Random) -> tuple[float, float]:
    """Milliseconds from one move of the slider until its consequences are painted: by the wall, and of work."""
    row = view.what_if.levers.rows()[lever.key]
    assert isinstance(row, SliderRow)
    here = row.slider.value()
    there = min(max(here + chance.choice((-3, -2, -1, 1, 2, 3)), 0), row.slider.maximum())
    begun, worked = perf_counter(), thread_time()
    row.slider.setValue(there if there != here else max(here - 1, 0))
    painted(view)
    return (perf_counter() - begun) * 1e3, (thread_time() - worked) * 1e3


@pytest.mark.parametrize("size", [(548, 640), (1100, 900)])
def test_a_move_is_painted_within_a_frame(
    qapp: QApplication, qtbot: QtBot, filled: Store, size: tuple[int, int]
) -> None:
    apply_theme(qapp, Appearance.LIGHT)
    practice = load_practice(filled)
    numbers = [number for (number,) in filled.rows("SELECT id FROM inquiries WHERE shelf = 'open' ORDER BY id")]
    view = DetailView()
    qtbot.addWidget(view)
    view.resize(*size)
    view.show()
    chance = random.Random(7)
    by_lever: dict[str, list[tuple[float, float]]] = {}
    for number in numbers[:10]:
        view.show_triage(triage(inquiries.get(filled, number), practice, TODAY), (), practice, TODAY)
        view.what_if.begin()
        painted(view)
        sliders = [lever for lever in view.what_if.trial.levers() if lever.kind is not LeverKind.CHOICE]
        for _move in range(MOVES // len(sliders)):
            for lever in sliders:
                by_lever.setdefault(lever.key, []).append(moved(view, lever, chance))
    everything = [both for found in by_lever.values() for both in found]
    print(f"\nwhat-if at {size[0]} × {size[1]}, {len(everything)} moves: {told(everything)}")
    for key, found in by_lever.items():
        print(f"  {key}: {told(found)}")
    assert p95([work for _wall, work in everything]) <= FRAME, "a machine that does nothing else paints in time"


def p95(figures: list[float]) -> float:
    return quantiles(figures, n=20)[18]


def told(found: list[tuple[float, float]]) -> str:
    walls, works = [wall for wall, _work in found], [work for _wall, work in found]
    return f"p50 {median(walls):.1f} ms, p95 {p95(walls):.1f} ms; of work p50 {median(works):.1f}, p95 {p95(works):.1f}"
