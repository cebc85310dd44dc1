"""Start to first paint, beside an empty PySide6 window in the same run, interleaved.

    QT_QPA_PLATFORM=offscreen pytest tests/benchmarks/test_start_benchmark.py -s

Prints medians and ratios of three figures with 1,000 and with 100,000 inquiries: the frame painted, the Today page
painted, and the most memory held until then (Linux only). performance.md's goals, for the Today page: at most 1.35
times the empty window in time, 1.4 times in memory. Asserts only that each window painted.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pytest

from benchmarks.many_inquiries import fill

ROUNDS = 9

TELL_AND_END = """
def tell_and_end(*_ignored):
    import os, re
    # Not ru_maxrss: it counts what the process that started this one held.
    print("painted", re.search(r"VmHWM:\\s*(\\d+)", open("/proc/self/status").read())[1], flush=True)
    os._exit(0)
"""

EMPTY = (
    TELL_AND_END
    + """
from PySide6.QtCore import QEvent, QObject, QTimer
class Stop(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            tell_and_end()
        return False
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1280, 800)
stop = Stop(); window.installEventFilter(stop)
window.show()
app.exec()
"""
)

FITDESK = (
    TELL_AND_END
    + """
import sys
from fitdesk import app
open_store = app.open_store
def open_store_and_stop_later(*arguments):  # called when Qt is there and the window is not yet
    {where}
    return open_store(*arguments)
app.open_store = open_store_and_stop_later
app.main(sys.argv[1:])
"""
)

FRAME = FITDESK.replace(
    "{where}", "from fitdesk.ui.main_window import MainWindow; MainWindow.paintEvent = tell_and_end"
)
"""Until the window's frame paints, with the sidebar and an empty page."""

TODAY = FITDESK.replace("{where}", "from fitdesk.ui.today.page import TodayPage; TodayPage.paintEvent = tell_and_end")
"""Until the Today page itself paints: its content was read and laid out, and stands on the screen in this pass."""


@dataclass(frozen=True, slots=True)
class Start:
    """Wall time in seconds of one fresh process up to its first paint, and the most memory it held, in KiB."""

    seconds: float
    memory: int


def start(code: str, *arguments: str) -> Start:
    """Start a fresh process and end it at its first paint."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    taken = time.perf_counter() - begun
    assert "painted" in done.stdout, done.stderr
    return Start(taken, int(done.stdout.split()[-1]))


@pytest.mark.parametrize("count", [1_000, 100_000])
def test_start_to_first_paint(count: int, tmp_path: Path) -> None:
    database = tmp_path / "practice.sqlite3"
    fill(database, count)
    arguments = ("--database", str(database))
    starts: dict[str, list[Start]] = {EMPTY: [], FRAME: [], TODAY: []}
    for code in starts:
        start(code, *arguments)
    for _round in range(ROUNDS):
        for code, found in starts.items():
            found.append(start(code, *arguments))
    seconds = {code: median(one.seconds for one in found) for code, found in starts.items()}
    memory = {code: median(one.memory for one in found) for code, found in starts.items()}
    print(
        f"\n{count:>7} inquiries: empty window {seconds[EMPTY] * 1e3:.0f} ms;"
        f" frame {seconds[FRAME] * 1e3:.0f} ms, {seconds[FRAME] / seconds[EMPTY]:.2f}x;"
        f" Today {seconds[TODAY] * 1e3:.0f} ms, {seconds[TODAY] / seconds[EMPTY]:.2f}x;"
        f" memory {memory[TODAY] / 1024:.0f} of {memory[EMPTY] / 1024:.0f} MB, {memory[TODAY] / memory[EMPTY]:.2f}x"
    )
