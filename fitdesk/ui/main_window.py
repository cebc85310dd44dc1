"""The window: the sidebar, one page at a time, the quiet bar at the bottom, and what connects them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from fitdesk.i18n import _
from fitdesk.ui import window_state
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.errors import install_hook
from fitdesk.ui.idle_scores import IdleScores
from fitdesk.ui.page_list import page_entries
from fitdesk.ui.theme import Appearance, apply_theme
from fitdesk.ui.widgets.notice_bar import NoticeBar
from fitdesk.ui.widgets.sidebar import Sidebar
from fitdesk.ui.window_actions import add_actions, shortcut_words
from fitdesk.ui.wiring import wire

if TYPE_CHECKING:
    from fitdesk.store.store import Store
    from fitdesk.ui.widgets.command_palette import CommandPalette
    from fitdesk.ui.widgets.page import Page


FIRST_PAGE = "today"


class MainWindow(QMainWindow):
    """Everything the owner sees. Pages are built when first shown; they talk to each other only through here."""

    def __init__(self, store: Store, clock: Clock, *, demo: bool = False) -> None:
        """``demo``: a quiet line says so, and nothing about the window is remembered."""
        super().__init__()
        self._store, self._clock, self._demo = store, clock, demo
        self._entries = {entry.key: entry for entry in page_entries()}
        self._pages: dict[str, Page] = {}
        self._palette: CommandPalette | None = None
        self._is_painted = False
        self._remove_hook: Callable[[], None] | None = None
        self._count_soon = QTimer(self, singleShot=True, interval=50)
        self._count_soon.timeout.connect(self._count)
        self.changes = Changes(store, self)
        self.changes.changed.connect(self._note_change)
        self._scores = IdleScores(store, self.changes, clock, self)
        self._centre = QWidget(self)  # parts are made in their place: moving them would style all in them again
        names = [(entry.key, entry.name, shortcut_words(entry.shortcuts[0])) for entry in self._entries.values()]
        self.sidebar = Sidebar(names, self._centre)
        self.sidebar.page_chosen.connect(lambda key: self.show_page(key))
        self.sidebar.set_note(_("Demo practice") if demo else _("Read only") if store.read_only else "")
        self._stack = QStackedWidget(self._centre)
        self.notices = NoticeBar(self._stack)
        self._lay_out()
        add_actions(self, tuple(self._entries.values()))
        self._state = window_state.WindowState() if demo else window_state.load(store)
        is_first = self._state == window_state.WindowState()  # later it opens as it was left, on whichever screen
        size = QSize(self._state.width, self._state.height)
        self.resize(size.boundedTo(self.screen().availableSize()) if is_first else size)
        if self._state.maximized:
            self.setWindowState(Qt.WindowState.WindowMaximized)
        if not demo and (chosen := window_state.appearance(store)) is not Appearance.SYSTEM:
            self.set_appearance(chosen)
        self.sidebar.set_current(FIRST_PAGE)

    @property
    def store(self) -> Store:
        return self._store

    @property
    def clock(self) -> Clock:
        return self._clock

    def page(self, key: str) -> Page:
        """The page of ``key``, built now if it was not yet. Raises KeyError."""
        if key not in self._pages:
            page = self._entries[key].make(self._store, self.changes, self._clock)
            page.notice.connect(self.notices.show_notice)
            page.working.connect(self.notices.follow)
            self._pages[key] = page
            self._stack.addWidget(page)
            wire(key, page, self)
            if key == "inquiries":
                self._scores.stop()
            if key in self._state.splitters:  # once the page has its size
                QTimer.singleShot(0, page, partial(window_state.restore_splitters, page, self._state.splitters[key]))
        return self._pages[key]

    def show_page(self, key: str, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> Page:
        """Show the page of ``key`` and put the focus on it; ``reason`` tells rows whether to ring it."""
        page = self.page(key)
        self._stack.setCurrentWidget(page)
        self.sidebar.set_current(key)
        page.setFocus(reason)
        return page

    def current_key(self) -> str:
        """The page that is shown, or will be in a moment."""
        shown = (key for key, page in self._pages.items() if page is self._stack.currentWidget())
        return next(shown, FIRST_PAGE)

    def page_names(self) -> dict[str, str]:
        """Key → name of every page, in the order of the sidebar."""
        return {entry.key: entry.name for entry in self._entries.values()}

    def open_record(self, key: str, record_id: int) -> None:
        """Show one record on its page."""
        self.show_page(key).open_record(record_id)

    def show_error(self, sentence: str, details: str) -> None:
        """Tell of an unexpected error, calmly."""
        self.notices.show_error(sentence, details)

    def set_appearance(self, appearance: Appearance) -> None:
        """Light, dark, or as the system has it, from now on."""
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_theme(app, appearance)

    def bring_to_front(self) -> None:
        """Show the window above all others, as when the program is started a second time."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def open_palette(self) -> None:
        """Every action and every record by name."""
        if self._palette is None:
            from fitdesk.ui.palette_entries import actions, records
            from fitdesk.ui.widgets.command_palette import CommandPalette

            self._palette = CommandPalette(self._centre, partial(actions, self), partial(records, self))
        self._palette.open()

    def undo(self) -> None:
        """Take back what the bar at the bottom speaks of, if it offers that."""
        if self.notices.can_undo:
            self.notices.undo()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if sys.excepthook is sys.__excepthook__:  # a test's own hook stays
            self._remove_hook = install_hook(self.show_error)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:  # the frame stands after 0.15 s; the first page follows in the same breath
            self._is_painted = True
            QTimer.singleShot(0, self, self._start)

    def closeEvent(self, event: QCloseEvent) -> None:
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()  # what was just typed is kept on focus loss
        if not self._demo:
            self._keep_state()
        if self._remove_hook is not None:
            self._remove_hook()
        self._count_soon.stop()
        self.changes.stop()
        super().closeEvent(event)

    def _lay_out(self) -> None:
        self.setWindowTitle("FitDesk")
        self.setMinimumSize(960, 640)
        row = QHBoxLayout(self._centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(self._centre)

    def _start(self) -> None:
        if not self._pages:
            self.show_page(FIRST_PAGE)
        self._count_soon.start()
        self._scores.start()

    def _note_change(self, _kinds: object) -> None:
        if not self._count_soon.isActive():
            self._count_soon.start()

    def _count(self) -> None:
        from fitdesk.ui.counts import sidebar_counts

        for key, count in sidebar_counts(self._store, self._clock.today()).items():
            self.sidebar.set_count(key, count)

    def _keep_state(self) -> None:
        size = self.normalGeometry().size() if self.isMaximized() else self.size()
        splitters = self._state.splitters | {k: window_state.splitter_sizes(p) for k, p in self._pages.items()}
        state = window_state.WindowState(size.width(), size.height(), self.isMaximized(), splitters)
        window_state.save(self._store, state)
