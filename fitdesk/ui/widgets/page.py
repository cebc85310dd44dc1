"""What every page is made of: the page itself, labels that never read markup, and tooltips that do not either.

A page::

    class PeersPage(Page):
        watched = frozenset({Kind.PEERS})

        def __init__(self, store: Store, changes: Changes, clock: Clock) -> None:
            super().__init__(store, changes, clock)
            ...build widgets; add QActions with self.addAction (they enter the command palette)...

        def refresh(self) -> None:
            ...read the store and show it...

``refresh`` runs when the page is first shown and after each change of a watched kind (once per turn of the event
loop; a hidden page waits until it is shown).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QScrollArea, QWidget

from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.tasks import Progress, Task, run_task

if TYPE_CHECKING:
    from fitdesk.store.store import Kind, Store

T = TypeVar("T")
_LONGEST_TOOLTIP = 600
_MARKUP = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("\n", "<br>"))
"""What html.escape replaces (its module costs 6 ms at the start), and line breaks."""


class Page(QWidget):
    """A page of the window. ``notice(text, undo)`` asks for the quiet bar at the bottom; undo is a callable or None.

    ``working(task, text)`` asks for progress and Cancel in the same place; ``run`` emits it.
    """

    notice = Signal(str, object)
    working = Signal(object, str)
    watched: frozenset[Kind] = frozenset()
    """Kinds of records whose change refreshes this page."""
    pause_ms = 0
    """How long to wait for more changes before refreshing."""

    def __init__(self, store: Store, changes: Changes, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.changes = changes
        self.clock = clock
        self._stale = True
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._refresh_now)
        changes.changed.connect(self._note_change)

    def refresh(self) -> None:
        """Read the store again and show it."""

    def open_record(self, record_id: int) -> None:
        """Show this record (an inquiry, an offering, a peer or a letter, as the page has them)."""

    def run(
        self,
        text: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        failed: Callable[[str], None] | None = None,
    ) -> Task:
        """Run ``work`` in a worker thread (values only, never the store); ``done`` gets its result here.

        ``text`` says what is going on if it takes over 0.3 s. Without ``failed``, an error becomes a notice.
        """
        task = run_task(work, done, failed or self._tell, parent=self)
        self.working.emit(task, text)
        return task

    def add_action(
        self,
        text: str,
        call: Callable[[], object],
        shortcut: QKeySequence | QKeySequence.StandardKey | str | None = None,
    ) -> QAction:
        """An action of this page for its shortcut and for the command palette."""
        action = QAction(text, self)
        if shortcut is not None:
            action.setShortcut(QKeySequence(shortcut))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda *_: call())
        self.addAction(action)
        return action

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh_now()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()  # it is read when it is shown again

    def _note_change(self, kinds: frozenset[Kind]) -> None:
        if not kinds & self.watched:
            return
        self._stale = True
        if self.isVisible() and not self._soon.isActive():
            self._soon.start(self.pause_ms)

    def _refresh_now(self) -> None:
        self._soon.stop()
        self._stale = False
        self.refresh()

    def _tell(self, sentence: str) -> None:
        self.notice.emit(sentence, None)


class PlainLabel(QLabel):
    """A label that shows its text as it is. ``role`` is a style name (see theme.py)."""

    def __init__(
        self, text: str = "", role: str | None = None, *, wraps: bool = False, selectable: bool = False
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        if role is not None:
            self.setProperty("role", role)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setText(text)


def plain_tooltip(text: str) -> str:
    """``text`` for setToolTip and ToolTipRole: markup shown as written, lines wrapped, a very long text cut."""
    shown = text if len(text) <= _LONGEST_TOOLTIP else text[:_LONGEST_TOOLTIP] + "…"
    for sign, name in _MARKUP:
        shown = shown.replace(sign, name)
    return f"<span>{shown}</span>" if shown else ""


def line() -> QFrame:
    """A hairline between two parts of a page; use space first."""
    rule = QFrame()
    rule.setProperty("role", "line")
    return rule


def scrolled(content: QWidget) -> QScrollArea:
    """``content`` in a frameless area that scrolls vertically only."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setProperty("role", "scrolled")
    area.setWidget(content)
    return area


def empty_layout(layout: QLayout) -> None:
    """Take everything out of ``layout`` and delete its widgets."""
    while (item := layout.takeAt(0)) is not None:
        widget: QObject | None = item.widget()
        if isinstance(widget, QWidget):
            widget.hide()
            widget.deleteLater()
