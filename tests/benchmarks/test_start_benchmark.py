"""Start to first paint, beside an empty PySide6 window in the same run, interleaved.

    QT_QPA_PLATFORM=offscreen pytest tests/benchmarks/test_start_benchmark.py -s

Prints medians and ratios; performance.md's goal is at most 1.35 times the empty window, with 1,000 and with 100,000
inquiries. Asserts only that the window painted.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import pytest

from benchmarks.many_inquiries import fill

ROUNDS = 9

STOP_AT_FIRST_PAINT = """
from PySide6.QtCore import QEvent, QObject, QTimer
class Stop(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            print("painted", flush=True)
            import os; os._exit(0)
        return False
"""

EMPTY = (
    STOP_AT_FIRST_PAINT
    + """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
stop = Stop(); window.installEventFilter(stop)
window.show()
app.exec()
"""
)

FITDESK = """
import os, sys
from PySide6.QtWidgets import QMainWindow
show = QMainWindow.show
def paint(self, event):
    print("painted", flush=True)
    os._exit(0)
def show_and_stop(self):
    from fitdesk.ui.today.page import TodayPage
    TodayPage.paintEvent = paint
    show(self)
QMainWindow.show = show_and_stop
from fitdesk.app import main
main(sys.argv[1:])
"""
"""Until the Today page itself paints, not only its frame."""


def seconds(code: str, *arguments: str) -> float:
    """Wall time of one fresh process up to its first paint."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert "painted" in done.stdout, done.stderr
    return time.perf_counter() - begun


@pytest.mark.parametrize("count", [1_000, 100_000])
def test_start_to_first_paint(count: int, tmp_path: Path) -> None:
    database = tmp_path / "practice.sqlite3"
    fill(database, count)
    path = str(database)
    seconds(EMPTY)
    seconds(FITDESK, "--database", path)
    empty, full = [], []
    for _round in range(ROUNDS):
        empty.append(seconds(EMPTY))
        full.append(seconds(FITDESK, "--database", path))
    anchor, ours = median(empty), median(full)
    ours_ms, anchor_ms = ours * 1e3, anchor * 1e3
    print(f"\n{count:>7} inquiries: empty window {anchor_ms:.0f} ms, FitDesk {ours_ms:.0f} ms, {ours / anchor:.2f}x")
