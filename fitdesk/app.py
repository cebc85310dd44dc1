"""The composition root: arguments, then a database, then a window (or a command without one)."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from fitdesk import cli
from fitdesk.i18n import _
from fitdesk.terminal import complain

if TYPE_CHECKING:
    from fitdesk.store.store import Store
    from fitdesk.ui.main_window import MainWindow

AHEAD_OF_QT = ("fitdesk.ui.today.waiting", "fitdesk.ui.format")
"""What the first page needs that needs no Qt: PySide6 reads the source of each module that comes after it, for 6 ms."""
SETTLED_MS = 300
"""So long after it is shown the window stands, and its first page."""
CALENDARS_MS = 2_500
"""So long after the start the owner's calendar files are looked at."""
NEEDS_A_DISPLAY = sys.platform.startswith("linux")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run FitDesk with ``arguments`` (default: the command line) and return the exit code."""
    options = cli.parser().parse_args(arguments)
    if options.command:
        return cli.run(options)
    if not has_display():
        if options.demo:
            return cli.run_demo_in_terminal(options)
        said = _("There is no display to open a window on. Try --demo, or a command: fitdesk --help lists them.")
        complain(f"fitdesk: {said}")
        return cli.FAILED
    return open_window(options)


def has_display() -> bool:
    """Whether a window can be opened; a platform chosen by QT_QPA_PLATFORM counts as one."""
    if not NEEDS_A_DISPLAY:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


class FixedOrRealClock:
    """Tells the day and the time: the real ones, or a day fixed by ``--today`` with the real time of day."""

    def __init__(self, fixed: date | None = None) -> None:
        self._fixed = fixed

    def today(self) -> date:
        return self._fixed or date.today()

    def now(self) -> datetime:
        """Local time, without zone, to the second."""
        moment = datetime.now().replace(microsecond=0)
        return datetime.combine(self._fixed, moment.time()) if self._fixed else moment


def open_window(options: argparse.Namespace) -> int:
    """Open the database and the window, and stay until it is closed."""
    gc.disable()  # until the window stands: what is made now stays, and looking it through for rubbish takes 18 ms
    for name in AHEAD_OF_QT:
        import_module(name)
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from fitdesk.ui import theme
    from fitdesk.ui.main_window import MainWindow
    from fitdesk.ui.second_start import NoteWatcher
    from fitdesk.ui.upkeep import DemoLetters, Upkeep

    app = QApplication(sys.argv[:1])
    app.setApplicationName("FitDesk")
    app.setDesktopFileName("fitdesk")
    theme.apply_theme(app, options.appearance or "system")
    clock = FixedOrRealClock(getattr(options, "today", None))
    store = open_store(options, clock)
    if store is None:
        return cli.FAILED
    window = MainWindow(store, clock, demo=options.demo)
    if options.appearance:
        window.set_appearance(theme.Appearance(options.appearance))
    if store.path is not None and not store.read_only:
        NoteWatcher(store.path, window.bring_to_front, window)
    upkeep = Upkeep(store, clock, lambda damage: window.show_error(damage, damage), window)
    if options.demo:
        DemoLetters(store, window)
    window.show()
    if store.warnings:
        window.notices.show_notice(" ".join(store.warnings))
    QTimer.singleShot(SETTLED_MS, window, _settle)
    QTimer.singleShot(CALENDARS_MS, window, lambda: _read_calendars(window))
    try:
        code = app.exec()
        upkeep.stop()
        if trouble := upkeep.back_up():
            say_why_not(trouble)
        return code
    finally:
        store.close()


def _settle() -> None:
    """What the first page did not have to wait for."""
    from PySide6.QtWidgets import QApplication

    from fitdesk.ui.icons import app_icon  # with the reader of SVG files 7 ms

    QApplication.setWindowIcon(app_icon())
    gc.freeze()  # what the start made is not looked through again
    gc.enable()


def _read_calendars(window: MainWindow) -> None:
    """Read the calendar files that have changed since, beside the window; who has none need not load the reader."""
    from fitdesk.store import linked_calendars

    if linked_calendars.every(window.store):
        from fitdesk.ui.calendar_files import files_of

        files_of(window).start()


def open_store(options: argparse.Namespace, clock: FixedOrRealClock) -> Store | None:
    """The store that the options name; None after saying in a message why it cannot be opened."""
    from fitdesk.paths import default_database
    from fitdesk.store.errors import DatabaseLocked, StoreError
    from fitdesk.store.store import Store

    path: Path | None = None if options.demo else (options.database or default_database())
    try:
        # The real time, whatever --today says: opening empties the trash of what has lain there for 30 days.
        store = Store.open(path, now=datetime.now())
        if options.demo:
            from fitdesk.workflows import demo

            demo.fill(store, clock.today())
    except DatabaseLocked as error:
        from fitdesk.ui.second_start import ask_first_window

        if path is not None:
            ask_first_window(path.resolve())  # where links lead: the note stands beside the file itself
        say_why_not(str(error))
        return None
    except StoreError as error:
        say_why_not(str(error))
        return None
    return store


def say_why_not(message: str) -> None:
    """Show in a plain message what went wrong with the database."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QMessageBox

    complain(f"fitdesk: {message}")
    box = QMessageBox(QMessageBox.Icon.Information, "FitDesk", message)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.exec()
