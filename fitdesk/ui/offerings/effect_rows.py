"""Rows of what a change of the rules does to decided requests, and how they are painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from fitdesk.ui.colours import Colours
from fitdesk.ui.offerings.effect_words import decided_words, spoken, turn_words
from fitdesk.ui.theme import SPACE, colours_of, font_of
from fitdesk.ui.widgets.range_bar import paint_interval
from fitdesk.ui.widgets.row_painting import paint_ground, paint_text
from fitdesk.ui.widgets.verdict_mark import paint_verdict
from fitdesk.workflows.judging_rules import Effect

EFFECT_ROLE = Qt.ItemDataRole.UserRole + 1
_BAR = 72


class EffectRows(QAbstractListModel):
    """The effects in the order given."""

    def __init__(self) -> None:
        super().__init__()
        self._effects: tuple[Effect, ...] = ()

    def set_effects(self, found: Sequence[Effect]) -> None:
        """Show ``found``; the same requests with other figures only repaint."""
        same = [one.inquiry_id for one in found] == [one.inquiry_id for one in self._effects]
        if same:
            self._effects = tuple(found)
            self.dataChanged.emit(self.index(0), self.index(max(0, len(found) - 1)))
            return
        self.beginResetModel()
        self._effects = tuple(found)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return 0 if parent.isValid() else len(self._effects)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._effects):
            return None
        effect = self._effects[index.row()]
        if role == EFFECT_ROLE:
            return effect
        return spoken(effect) if role == Qt.ItemDataRole.AccessibleTextRole else None


class EffectDelegate(QStyledItemDelegate):
    """Two lines: the title and how the verdict turns; what was decided and how the fit moves."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, row_height(option.font))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        effect = index.data(EFFECT_ROLE)
        if not isinstance(effect, Effect):
            return
        painter.save()
        colours = colours_of(option.palette)
        box = QRectF(option.rect).adjusted(0, 1, 0, -1)
        paint_ground(painter, box, option.state, colours)
        inner = box.adjusted(SPACE, 5, -SPACE, -5)
        upper = QRectF(inner.left(), inner.top(), inner.width(), inner.height() / 2)
        small = font_of(option.font, larger=-1.0)
        strong = font_of(small, weight=QFont.Weight.DemiBold)
        taken = _paint_verdicts(painter, upper, effect, colours, small, strong)
        paint_text(painter, upper.adjusted(0, 0, -taken - 12, 0), effect.title, option.font, colours.text)
        lower = upper.translated(0, inner.height() / 2)
        _paint_fit(painter, lower, effect, colours)
        _paint_decision(painter, lower.adjusted(0, 0, -_BAR - 12, 0), effect, colours, small)
        painter.restore()


def row_height(font: QFont) -> int:
    """Pixels of one row."""
    return round(2 * QFontMetricsF(font).height()) + 16


def _paint_verdicts(
    painter: QPainter, rect: QRectF, effect: Effect, colours: Colours, small: QFont, strong: QFont
) -> float:
    """The verdict at the right; where it turns, the one before in grey and an arrow. Returns the width used."""
    after = colours.of_verdict(effect.verdict_after)
    if not effect.flips:
        return paint_verdict(painter, rect, effect.verdict_after, colours.dimmed, small)
    taken = paint_verdict(painter, rect, effect.verdict_after, after, strong)
    arrow = rect.adjusted(0, 0, -taken - 6, 0)
    painter.setFont(small)
    painter.setPen(QColor(colours.dimmed))
    painter.drawText(arrow, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "→")
    wide = QFontMetricsF(small).horizontalAdvance("→") + 12
    before = arrow.adjusted(0, 0, -wide + 6, 0)
    return taken + wide + paint_verdict(painter, before, effect.verdict_before, colours.dimmed, small)


def _paint_decision(painter: QPainter, rect: QRectF, effect: Effect, colours: Colours, small: QFont) -> None:
    words, turn = decided_words(effect.status), turn_words(effect)
    if turn:
        left = QFontMetricsF(small).horizontalAdvance(words + " · ")
        paint_text(
            painter,
            rect.adjusted(left - QFontMetricsF(small).horizontalAdvance("· "), 0, 0, 0),
            "·",
            small,
            colours.dimmed,
        )
        colour = colours.accept if effect.agrees else colours.decline if effect.agreed else colours.text
        paint_text(painter, rect.adjusted(left, 0, 0, 0), turn, font_of(small, weight=QFont.Weight.DemiBold), colour)
    paint_text(painter, rect, words, small, colours.dimmed)


def _paint_fit(painter: QPainter, rect: QRectF, effect: Effect, colours: Colours) -> None:
    """The bar with the draft, and a thin line below it where the fit was."""
    if effect.fit_after is None:
        return
    bar = QRectF(rect.right() - _BAR, rect.center().y() - 2.5, _BAR, 5)
    colour = colours.of_verdict(effect.verdict_after) if effect.flips else colours.dimmed
    paint_interval(painter, bar, effect.fit_after, 100.0, colours, colour)
    before = effect.fit_before
    if before is None or before == effect.fit_after:
        return
    ends = [bar.left() + bar.width() * min(max(end / 100.0, 0.0), 1.0) for end in (before.low, before.high)]
    painter.setPen(QPen(QColor(colours.hatch), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(ends[0], bar.bottom() + 4), QPointF(max(ends[1], ends[0] + 2), bar.bottom() + 4))
