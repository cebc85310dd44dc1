"""The foot of the rules: what the draft changes, which open inquiries it turns, and the words that let it count."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from fitdesk.i18n import _, plural
from fitdesk.ui.offerings.effect_words import flip_words
from fitdesk.ui.theme import MARGIN, SPACE
from fitdesk.ui.widgets.elided_label import ElidedLabel
from fitdesk.ui.widgets.form import WIDEST
from fitdesk.ui.widgets.page import PlainLabel, empty_layout, line
from fitdesk.workflows.judging_rules import Effect

_MOST_FLIPS = 4
_LONGEST_REASON = 300


class DraftBar(QWidget):
    """Three states: the draft waits; the open inquiries are being judged; what turns is said and wants a yes.

    ``wanted()``: let it count, ``discarded()``, ``cancelled()`` while judging or asked, ``confirmed(reason)``.
    """

    haste_ms = 700
    """So long after the question a yes is the rest of a double click or a second Enter: nobody has read it yet."""
    wanted = Signal()
    discarded = Signal()
    cancelled = Signal()
    confirmed = Signal(str)
    left = Signal()
    """The bar goes away with the focus in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = PlainLabel("", "strong", wraps=True)
        self.agreement = PlainLabel("", "secondary", wraps=True)
        self.flips = QVBoxLayout()
        self.flips.setSpacing(2)
        self.reason = QLineEdit()
        self.reason.setMaxLength(_LONGEST_REASON)
        self.reason.setPlaceholderText(_("Why, in a sentence, for the history (may stay empty)"))
        self.reason.setAccessibleName(_("Why, in a sentence"))
        self.reason.returnPressed.connect(self._confirm)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Judging the open inquiries"))
        self.back = QPushButton()
        self.go = QPushButton()
        self.go.setProperty("primary", True)
        policy = self.go.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the rest of a double click on it must not cancel
        self.go.setSizePolicy(policy)
        self.back.clicked.connect(self._step_back)
        self.go.clicked.connect(self._step_on)
        self._state = ""
        self._asked = QElapsedTimer()
        self._lay_out()
        self.set_agreement("", shown=False)
        self.show_draft("")

    def state(self) -> str:
        """ "" while nothing is drafted, "draft", "judging" or "asking"."""
        return self._state

    def show_draft(self, changes: str) -> None:
        """Say what the draft changes; nothing hides the bar."""
        self._enter("draft" if changes else "")
        self.text.setText(changes)
        self.back.setText(_("Throw it away"))
        self.go.setText(_("Let this count"))

    def show_judging(self) -> None:
        """Say that the open inquiries are being judged."""
        self._enter("judging")
        self.text.setText(_("Judging the open inquiries both ways…"))
        self.progress.setRange(0, 0)
        self.back.setText(_("Cancel"))

    def show_progress(self, done: int, total: int) -> None:
        """How far the judging is."""
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def ask(self, flips: Sequence[Effect], go_words: str, reason: str = "") -> None:
        """Name the open inquiries that turn, and ask for a yes."""
        self._enter("asking")
        self._asked.start()
        turned = plural("{n} open inquiry is judged otherwise:", "{n} open inquiries are judged otherwise:", len(flips))
        self.text.setText(turned if flips else _("No open inquiry is judged otherwise."))
        empty_layout(self.flips)
        for effect in flips[:_MOST_FLIPS]:
            self.flips.addWidget(_flip_row(effect))
        if len(flips) > _MOST_FLIPS:
            rest = plural("and {n} more", "and {n} more", len(flips) - _MOST_FLIPS)
            self.flips.addWidget(PlainLabel(rest, "secondary"))
        self.reason.setText(reason)
        self.back.setText(_("Not yet"))
        self.go.setText(go_words)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_agreement(self, words: str, *, shown: bool) -> None:
        """The line on past decisions, where the list itself is out of sight."""
        self.agreement.setText(words)
        self.agreement.setVisible(shown and bool(words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._state in ("judging", "asking"):
            self._step_back()
        else:
            super().keyPressEvent(event)

    def _enter(self, state: str) -> None:
        focused = self.focusWidget() if self._holds_focus() else None
        self._state = state
        if focused is not None and not state:
            self.left.emit()
        self.setVisible(bool(state))
        self._flip_box.setVisible(state == "asking")
        self.reason.setVisible(state == "asking")
        self.progress.setVisible(state == "judging")
        self.go.setVisible(state in ("draft", "asking"))
        if focused is not None and state:
            (self.back if state == "judging" else self.go).setFocus(Qt.FocusReason.OtherFocusReason)

    def _holds_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _step_on(self) -> None:
        if self._state == "draft":
            self.wanted.emit()
        else:
            self._confirm()

    def _step_back(self) -> None:
        if self._state == "draft":
            self.discarded.emit()
        else:
            self.cancelled.emit()

    def _confirm(self) -> None:
        if self._state == "asking" and self._asked.elapsed() >= self.haste_ms:
            self.confirmed.emit(" ".join(self.reason.text().split()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line())
        inner = QVBoxLayout()
        inner.setContentsMargins(MARGIN + SPACE, SPACE + 4, MARGIN + SPACE, SPACE + 4)
        inner.setSpacing(SPACE)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.text)
        words.addWidget(self.agreement)
        inner.addLayout(words)
        self._flip_box = QWidget()
        self._flip_box.setLayout(self.flips)
        self.flips.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._flip_box)
        inner.addWidget(self.progress)
        inner.addWidget(self.reason)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.go)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        inner.addLayout(buttons)
        content = QWidget()
        content.setMaximumWidth(WIDEST + 2 * (MARGIN + SPACE))
        content.setLayout(inner)
        column.addWidget(content)


def _flip_row(effect: Effect) -> QWidget:
    row = QWidget()
    across = QHBoxLayout(row)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(SPACE * 2)
    across.addWidget(ElidedLabel(effect.title), 1)
    across.addWidget(PlainLabel(flip_words(effect), "secondary"))
    return row
