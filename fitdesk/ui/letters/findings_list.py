"""What the check says of a letter: what blocks it and what could be better, each leading to its paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from fitdesk.i18n import _
from fitdesk.letters.check import CheckFinding, Severity

_PLACE = Qt.ItemDataRole.UserRole
_ROW = 26
_ROWS_SHOWN = 4


class FindingsList(QListWidget):
    """``paragraph_wanted(index)`` when a finding about a paragraph is chosen with the mouse or Enter."""

    paragraph_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("What the check says"))
        self.setWordWrap(True)
        self.setSelectionMode(QListWidget.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(_ROW + 8)
        self.itemActivated.connect(self._go)
        self.itemClicked.connect(self._go)

    def show_findings(self, findings: Sequence[CheckFinding]) -> None:
        """Blocking findings first; none at all is said in so many words."""
        self.clear()
        for finding in sorted(findings, key=lambda found: found.severity is not Severity.BLOCKS):
            blocks = finding.severity is Severity.BLOCKS
            item = QListWidgetItem(f"{'✕' if blocks else '!'}  {finding.sentence}")
            item.setData(_PLACE, finding.paragraph)
            spoken = _("Blocks sending") if blocks else _("Could be better")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{spoken}: {finding.sentence}")
            self.addItem(item)
        if not findings:
            self.addItem(QListWidgetItem("✓  " + _("Names, dates, reasons and consent all check out.")))
        self.setFixedHeight(_ROW * max(1, min(_ROWS_SHOWN, self.count())) + 8)

    def show_failure(self, sentence: str) -> None:
        """The letter cannot be drawn; ``sentence`` says why and what to do."""
        self.clear()
        self.addItem(QListWidgetItem(f"✕  {sentence}"))
        self.setFixedHeight(_ROW * 2 + 8)

    def _go(self, item: QListWidgetItem) -> None:
        place = item.data(_PLACE)
        if isinstance(place, int):
            self.paragraph_wanted.emit(place)
