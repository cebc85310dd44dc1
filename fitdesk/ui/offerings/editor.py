"""The editor of one offering."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner
from fitdesk.i18n import _
from fitdesk.ui.offerings.rule_words import own_words
from fitdesk.ui.widgets.offering_form import add_own_fields, fill, merged, summary_line, unsaid
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.record_editor import RecordEditor
from fitdesk.ui.widgets.segments import SegmentsField
from fitdesk.workflows.rules_draft import RulesDraft

_MOST_NAMED = 4


class OfferingEditor(RecordEditor[Offering]):
    """All that can be said of an offering; whether it is active stands in the heading."""

    needed = ("title",)
    rules_wanted = Signal(int)
    """The id of the offering whose rules of judging the owner wants to see."""

    def __init__(self, owner: Callable[[], Owner], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._owner = owner
        self._number: int | None = None

    def build(self) -> None:
        add_own_fields(self.form)
        self.active: SegmentsField[bool] = SegmentsField(
            ((True, _("Active")), (False, _("Retired"))), clears=False
        )  # fmt: skip
        self.tools.addWidget(self.active)
        self.form.take_in("active", _("Active or retired"), self.active)
        self.form.add_widget(self._rules_part())

    def fill(self, record: Offering) -> None:
        fill(self.form, record)
        self._tell_rules(record)

    def learn(self, saved: Offering) -> None:
        self._tell_rules(saved)

    def merged(self, base: Offering) -> Offering:
        return merged(self.form, base)

    def heading(self) -> tuple[str, str]:
        offering = self.merged(Offering())
        missing = unsaid(offering)
        still = ""
        if missing:
            more = len(missing) - _MOST_NAMED
            named = ", ".join(missing[:_MOST_NAMED])
            named += _(" and {n} more").replace("{n}", str(more)) if more > 0 else ""
            still = _("Not said yet: {what}. Each widens the score.").replace("{what}", named)
        title = self.form.field("title").typed().strip()
        lines = (summary_line(offering), still) if title else (_("Say what it is; the rest can follow later."),)
        return title or _("New offering"), "\n".join(line for line in lines if line)

    def _rules_part(self) -> QWidget:
        self.rules_words = PlainLabel("", "secondary", wraps=True)
        self.rules_link = QPushButton(_("Show what counts how much"))
        self.rules_link.setProperty("role", "link")
        self.rules_link.clicked.connect(lambda: self.rules_wanted.emit(self._number or 0))
        self.rules_part = QWidget()
        column = QVBoxLayout(self.rules_part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.rules_words)
        column.addWidget(self.rules_link, 0, Qt.AlignmentFlag.AlignLeft)
        return self.rules_part

    def _tell_rules(self, offering: Offering) -> None:
        self._number = offering.id
        own = own_words(RulesDraft.of(self._owner(), offering).own_keys())
        self.rules_words.setText(f"{own}." if own else _("Judged by the same rules as your other offerings."))
        self.rules_part.setVisible(offering.id is not None)
