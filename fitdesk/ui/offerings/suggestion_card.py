"""What the owner's own decisions suggest: a quiet card that changes nothing, or a line on why there is none yet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from fitdesk.domain.criteria import BY_KEY
from fitdesk.domain.learning import Suggestion, TooFew, WeightChange
from fitdesk.i18n import _, plural
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.disclosure import Disclosure
from fitdesk.ui.widgets.page import PlainLabel, empty_layout


def too_few_words(found: TooFew) -> str:
    """How many decisions are missing before weights can be suggested."""
    missing = plural(
        "{n} more decision, and your own judgement can suggest weights here",
        "{n} more decisions, and your own judgement can suggest weights here",
        found.missing,
    )
    rarer = [
        plural("{n} accepted", "{n} accepted", found.missing_accepted) if found.missing_accepted else "",
        plural("{n} turned down", "{n} turned down", found.missing_turned_down) if found.missing_turned_down else "",
    ]
    least = _(" and ").join(part for part in rarer if part)
    return f"{missing} ({_('at least')} {least})." if least else f"{missing}."


def evidence_words(found: Suggestion) -> str:
    """On how many decisions it rests, and how much better it does."""
    return _(
        "Learnt from {n} decisions. Of those it had not seen, these weights foretell {then} %, today’s {now} %."
    ).format(n=found.decisions, then=round(found.agreement_then * 100), now=round(found.agreement_now * 100))


def source_words(found: Suggestion) -> str:
    """Where a change came from, for the history."""
    return _("suggested from {n} decisions").replace("{n}", str(found.decisions))


class SuggestionCard(QWidget):
    """``tried(Suggestion)`` wants it in the draft. Hidden while there is nothing to say."""

    tried = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Suggestion | None = None
        self.line = PlainLabel("", "caption", wraps=True)
        self.card = QFrame()
        self.card.setProperty("role", "card")
        self.text = PlainLabel("", "secondary", wraps=True)
        self.fold = Disclosure("")
        self.changes = QVBoxLayout()
        self.changes.setSpacing(SPACE)
        self.fold.content.addLayout(self.changes)
        self.button = QPushButton(_("Try it in the draft"))
        self.button.setProperty("small", True)
        self.button.clicked.connect(lambda: self.tried.emit(self._found))
        inner = QVBoxLayout(self.card)
        inner.setContentsMargins(SPACE * 2, SPACE + 4, SPACE * 2, SPACE + 4)
        inner.setSpacing(SPACE // 2)
        inner.addWidget(PlainLabel(_("Your decisions suggest other weights"), "strong", wraps=True))
        inner.addWidget(self.text)
        inner.addWidget(self.fold)
        inner.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        column.addWidget(self.card)
        self.clear()

    def found(self) -> Suggestion | None:
        """What is suggested; None while nothing is."""
        return self._found

    def clear(self) -> None:
        """Say nothing."""
        self._found = None
        self.hide()

    def show_found(self, found: Suggestion | TooFew) -> None:
        """Show what learning found."""
        self._found = found if isinstance(found, Suggestion) and found.is_better and found.changes else None
        self.card.setVisible(self._found is not None)
        self.line.setVisible(self._found is None)
        if isinstance(found, TooFew):
            self.line.setText(too_few_words(found))
        elif self._found is None:
            words = _("No other weights foretell your {n} decisions better than yours do ({now} %).")
            self.line.setText(words.format(n=found.decisions, now=round(found.agreement_now * 100)))
        else:
            self._fill(self._found)
        self.show()

    def tell_tried(self, *, is_in_draft: bool) -> None:
        """The button rests while the draft has these weights already."""
        self.button.setEnabled(not is_in_draft)
        self.button.setText(_("It is in the draft") if is_in_draft else _("Try it in the draft"))

    def _fill(self, found: Suggestion) -> None:
        self.text.setText(evidence_words(found))
        count = len(found.changes)
        self.fold.button.setText(plural("{n} weight would change", "{n} weights would change", count))
        self.fold.set_summary(", ".join(_change_words(one) for one in found.changes[:3]))
        empty_layout(self.changes)
        for change in found.changes:
            part = QWidget()
            lines = QVBoxLayout(part)
            lines.setContentsMargins(0, 0, 0, 0)
            lines.setSpacing(0)
            lines.addWidget(PlainLabel(_change_words(change), wraps=True))
            lines.addWidget(PlainLabel(change.evidence, "caption", wraps=True))
            self.changes.addWidget(part)


def _change_words(change: WeightChange) -> str:
    figures = {"then": f"{change.suggested:.0f}", "now": f"{change.now:.0f}"}
    return _("{what} {then} instead of {now}").format(what=BY_KEY[change.criterion].label, **figures)
