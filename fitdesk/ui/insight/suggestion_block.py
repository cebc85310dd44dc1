"""What the decisions suggest about the weights: the changes with their evidence, to be tried in the editor."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from fitdesk.domain.criteria import BY_KEY
from fitdesk.domain.learning import NEEDED, NEEDED_RARER, Suggestion, TooFew, WeightChange
from fitdesk.i18n import _, plural
from fitdesk.ui.insight.block import Block
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.page import PlainLabel, empty_layout

_NAME_WIDTH = 136
_POINTS_WIDTH = 92
_MOST_SHOWN = 6


class SuggestionBlock(Block):
    """``tried(weights)`` when the owner wants to see the suggested weights in the editor; nothing changes here."""

    tried = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What your decisions suggest"), parent)
        self._weights: tuple[float, ...] = ()
        self._changes = QWidget()
        self._grid = QGridLayout(self._changes)
        self._grid.setContentsMargins(0, SPACE // 2, 0, SPACE // 2)
        self._grid.setHorizontalSpacing(SPACE * 2)
        self._grid.setVerticalSpacing(SPACE)
        self._grid.setColumnMinimumWidth(0, _NAME_WIDTH)
        self._grid.setColumnMinimumWidth(1, _POINTS_WIDTH)
        self._grid.setColumnStretch(2, 1)
        self.button = QPushButton(_("Try it in the editor"))
        self.button.setProperty("primary", True)
        self.button.clicked.connect(lambda: self.tried.emit(self._weights))
        self.note = PlainLabel(_("Nothing changes until you keep it there."), "secondary")
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(SPACE * 2)
        foot.addWidget(self.button)
        foot.addWidget(self.note)
        foot.addStretch(1)
        self.more = PlainLabel("", "secondary")
        self.column.addWidget(self._changes)
        self.column.addWidget(self.more)
        self.column.addWidget(self._foot)

    def show_suggestion(self, found: Suggestion | TooFew) -> None:
        """The changes, or why there are none."""
        has_any = isinstance(found, Suggestion) and bool(found.changes)
        self._changes.setVisible(has_any)
        self._foot.setVisible(has_any)
        self.more.hide()
        if isinstance(found, TooFew):
            self.say(_few_words(found))
            return
        self._weights = found.weights
        self.say(_suggestion_words(found))
        self._show_changes(found.changes)
        smaller = len(found.changes) - _MOST_SHOWN
        self.more.setText(plural("and {n} smaller change", "and {n} smaller changes", smaller))
        self.more.setVisible(smaller > 0)

    def changes(self) -> list[str]:
        """What is listed, a label after the other: criterion, points, evidence."""
        return [label.text() for label in self._changes.findChildren(PlainLabel) if not label.isHidden()]

    def _show_changes(self, changes: tuple[WeightChange, ...]) -> None:
        empty_layout(self._grid)
        top = Qt.AlignmentFlag.AlignTop
        heads = _("What counts"), _("Points of 100"), _("How well it was met, on average")
        for column, head in enumerate(heads):
            self._grid.addWidget(PlainLabel(head, "caption"), 0, column, top)
        for row, change in enumerate(changes[:_MOST_SHOWN], 1):
            now, then = f"{change.now:.0f}", f"{change.suggested:.0f}"
            if now == then:
                now, then = f"{change.now:.1f}", f"{change.suggested:.1f}"
            points = PlainLabel(f"{now} → {then}", "strong")
            points.setAccessibleName(_("from {now} to {then} points").format(now=now, then=then))
            self._grid.addWidget(PlainLabel(BY_KEY[change.criterion].label), row, 0, top)
            self._grid.addWidget(points, row, 1, top)
            self._grid.addWidget(PlainLabel(change.evidence, "secondary", wraps=True), row, 2, top)


def _suggestion_words(found: Suggestion) -> str:
    now, then = round(100 * found.agreement_now), round(100 * found.agreement_then)
    if not found.changes:
        return _(
            "Your weights describe your {decisions} decisions as well as any others would: they foretell {now} of 100."
        ).format(decisions=found.decisions, now=now)
    if then > now:
        text = _(
            "Going by {decisions} decisions, other weights would foretell {then} of 100 of your decisions; "
            "today’s foretell {now}. Both were tried only on decisions they had not seen."
        )
    else:
        text = _(
            "Going by {decisions} decisions, other weights would foretell your decisions more surely, though about as "
            "many of them ({then} of 100; today’s {now}). Both were tried only on decisions they had not seen."
        )
    return text.format(decisions=found.decisions, now=now, then=then)


def _few_words(found: TooFew) -> str:
    text = plural(
        "{n} more decision until weights can be suggested",
        "{n} more decisions until weights can be suggested",
        found.missing,
    )
    rest = _("at least {needed} in all, with {rarer} accepted and {rarer} turned down; so far {yes} and {no}.").format(
        needed=NEEDED, rarer=NEEDED_RARER, yes=found.accepted, no=found.turned_down
    )
    left_out = _(
        "What was turned down for its date or ruled out, and what you accepted although the verdict was to decline, "
        "does not count."
    )
    return f"{text}: {rest} {left_out}"
