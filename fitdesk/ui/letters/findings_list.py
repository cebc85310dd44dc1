"""What the check says of a letter: what blocks it and what could be better, each leading to its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from fitdesk.i18n import _
from fitdesk.letters.checks.check import CheckFinding, Severity
from fitdesk.ui.widgets.page import PlainLabel, empty_layout, plain_tooltip

_ROWS_SHOWN = 4
_ROW = 34
LONGEST_REPAIR = 56
"""Characters on a button: a longer one would take the room from the sentence that it answers."""


class FindingsList(QScrollArea):
    """``chosen(CheckFinding)`` by mouse or Enter; ``repair_wanted(CheckFinding)`` by the button of one that has it."""

    chosen = Signal(object)
    repair_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("What the check says"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows: list[FindingRow] = []
        self._shown: tuple[CheckFinding, ...] | None = None
        content = QWidget()
        content.setProperty("role", "scrolled")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(0)
        self.setWidget(content)

    def show_findings(self, findings: Sequence[CheckFinding]) -> None:
        """Blocking findings first; none at all is said in so many words."""
        ordered = tuple(sorted(findings, key=lambda found: found.severity is not Severity.BLOCKS))
        if ordered == self._shown:
            return
        self._shown = ordered
        self._clear()
        for finding in ordered:
            row = FindingRow(finding)
            row.chosen.connect(lambda found=finding: self.chosen.emit(found))
            row.repair.clicked.connect(lambda *_, found=finding: self.repair_wanted.emit(found))
            self.rows.append(row)
            self._column.addWidget(row)
        if not ordered:
            self._say("✓  " + _("Names, dates, reasons and consent all check out."), "secondary")
        self._fit(max(1, len(ordered)))

    def show_failure(self, sentence: str) -> None:
        """The letter cannot be drawn; ``sentence`` says why and what to do."""
        self._shown = None
        self._clear()
        self._say(f"✕  {sentence}", "error")
        self._fit(2)

    def _clear(self) -> None:
        self.rows = []
        empty_layout(self._column)

    def _say(self, words: str, role: str) -> None:
        label = PlainLabel(words, role, wraps=True)
        label.setMinimumHeight(_ROW)
        self._column.addWidget(label)

    def _fit(self, rows: int) -> None:
        self.setFixedHeight(_ROW * min(_ROWS_SHOWN, rows) + 2)


class FindingRow(QFrame):
    """One finding. ``chosen()`` by a click on it or Enter."""

    chosen = Signal()

    def __init__(self, finding: CheckFinding) -> None:
        super().__init__()
        blocks = finding.severity is Severity.BLOCKS
        self.finding = finding
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(_ROW)
        spoken = _("Blocks sending") if blocks else _("Could be better")
        self.setAccessibleName(f"{spoken}: {finding.sentence}")
        self.mark = PlainLabel("✕" if blocks else "!", "error" if blocks else "warning")
        self.mark.setFixedWidth(16)
        self.sentence = PlainLabel(finding.sentence, wraps=True)
        words = finding.repair.words if finding.repair is not None else ""
        self.repair = QPushButton(
            words if len(words) <= LONGEST_REPAIR else f"{words[: LONGEST_REPAIR - 2].rstrip()}…”"
        )
        self.repair.setToolTip(plain_tooltip(words))
        self.repair.setAccessibleName(words)
        self.repair.setProperty("small", True)
        self.repair.setAutoDefault(False)
        self.repair.setVisible(finding.repair is not None)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(8)
        row.addWidget(self.mark)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.repair)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)
