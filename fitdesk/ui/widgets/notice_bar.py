"""The quiet bar at the bottom: what just happened with Undo, work under way with Cancel, and unexpected errors."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QStackedWidget, QWidget

from fitdesk.i18n import _
from fitdesk.ui.tasks import Task
from fitdesk.ui.widgets.page import PlainLabel

NOTICE_MS = 8000
PATIENCE_MS = 300
"""Work that is over sooner is not mentioned."""
_MARGIN = 16
_WIDEST = 520
WIDEST_NOTICE = 300
"""A notice stays over the list at the left: were it wider, its Undo would lie on the buttons that decide, right where
one was pressed a moment ago."""


class NoticeBar(QFrame):
    """Lies over the bottom left corner of ``over`` (the page area) and goes by itself after 8 s.

    It stays while the pointer or the focus is on it; an error stays until it is closed.
    """

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._undo: Callable[[], object] | None = None
        self._task: Task | None = None
        self._details = ""
        self.setProperty("role", "bar")
        self.text = PlainLabel("", wraps=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(96)
        self.button = QPushButton()
        self.button.clicked.connect(self._act)
        self.close_button = QPushButton(_("Close"))
        self.close_button.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(self.progress)
        row.addWidget(self.button)
        row.addWidget(self.close_button)
        self._leave = QTimer(self, singleShot=True, interval=NOTICE_MS)
        self._leave.timeout.connect(self._leave_if_idle)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._show_task)
        over.installEventFilter(self)
        if isinstance(over, QStackedWidget):
            over.currentChanged.connect(lambda _place: self.raise_())  # a stack lifts the page it turns to
        self.hide()

    def show_notice(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Say ``text``; with ``undo``, offer to take it back."""
        self._undo, self._details = undo, ""
        self._fill(text, button=_("Undo") if undo is not None else "", closes=False, works=False)
        self._leave.start()

    def show_error(self, sentence: str, details: str) -> None:
        """An unexpected error: a calm sentence, details for a report on demand; stays until closed."""
        self._undo, self._details = None, details
        self._leave.stop()
        self._fill(sentence, button=_("Copy details"), closes=True, works=False)

    def follow(self, task: Task, text: str) -> None:
        """Show ``task`` with progress and Cancel if it is still under way after 0.3 s."""
        if task.is_over:
            return
        self._task = task
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(text)
        self._patience.setProperty("text", text)
        self._patience.start()
        task.progressed.connect(self._show_progress)
        task.ended.connect(self._task_over)

    @property
    def can_undo(self) -> bool:
        return self.isVisible() and self._undo is not None

    def undo(self) -> None:
        """Take back what the bar speaks of."""
        undo, self._undo = self._undo, None
        self.dismiss()
        if undo is not None:
            undo()

    def dismiss(self) -> None:
        """Go away; a task under way goes on."""
        self._leave.stop()
        self._undo = None
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _fill(self, text: str, *, button: str, closes: bool, works: bool) -> None:
        self.text.setText(text)
        self.setAccessibleName(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.close_button.setVisible(closes)
        self.progress.setVisible(works)
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        is_notice = self.close_button.isHidden() and self.progress.isHidden()
        wide = min(WIDEST_NOTICE if is_notice else _WIDEST, self._over.width() - 2 * _MARGIN)
        buttons = sum(part.sizeHint().width() + 8 for part in self._parts_shown())
        text = min(self.text.fontMetrics().horizontalAdvance(self.text.text()) + 4, wide - buttons - 24)
        lines = self.text.heightForWidth(max(text, 80))
        self.resize(max(text, 80) + buttons + 24, max(44, lines + 20))
        self.move(_MARGIN, self._over.height() - self.height() - _MARGIN)

    def _parts_shown(self) -> list[QWidget]:
        return [part for part in (self.progress, self.button, self.close_button) if not part.isHidden()]

    def _act(self) -> None:
        if self._task is not None and not self.progress.isHidden():
            self._task.cancel()
        elif self._details:
            QGuiApplication.clipboard().setText(self._details)
            self.button.setText(_("Copied"))
        else:
            self.undo()

    def _leave_if_idle(self) -> None:
        focused = self.window().focusWidget()
        if self.underMouse() or (focused is not None and self.isAncestorOf(focused)):
            self._leave.start(1000)
        else:
            self.dismiss()

    def _show_task(self) -> None:
        if self._task is not None:
            self._leave.stop()
            self._undo, self._details = None, ""
            self._fill(str(self._patience.property("text")), button=_("Cancel"), closes=False, works=True)

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _task_over(self) -> None:
        shown = self._task is not None and not self.progress.isHidden()
        self._task = None
        self._patience.stop()
        if shown:
            self.dismiss()
