"""What the window itself can do from the keyboard: go to a page, find anything, take back, close."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from fitdesk.i18n import _
from fitdesk.ui.page_list import PageEntry

if TYPE_CHECKING:
    from fitdesk.ui.main_window import MainWindow


def add_actions(window: MainWindow, pages: Sequence[PageEntry]) -> None:
    """Give ``window`` its actions and shortcuts; on macOS also in its menu bar."""
    by_key = Qt.FocusReason.ShortcutFocusReason
    for page in pages:
        _add(window, page.name, page.shortcuts, partial(window.show_page, page.key, by_key))
    _add(window, _("Command palette"), ("Ctrl+K",), window.open_palette)
    _add(window, _("Undo"), ("Ctrl+Z",), window.undo)
    _add(window, _("Close the window"), ("Ctrl+W", "Ctrl+Q"), window.close)
    if sys.platform == "darwin":
        window.menuBar().addMenu(_("Go")).addActions(window.actions())


def shortcut_words(shortcut: str) -> str:
    """ "Ctrl+K" as this system writes it."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)


def _add(window: MainWindow, text: str, shortcuts: Sequence[str], call: Callable[[], object]) -> None:
    action = QAction(text, window)
    action.setShortcuts([QKeySequence(shortcut) for shortcut in shortcuts])
    action.triggered.connect(lambda *_checked: call())
    window.addAction(action)
