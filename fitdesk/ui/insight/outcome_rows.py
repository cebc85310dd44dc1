"""Rows that say how work ended: a name, a drawn interval, and the same in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from fitdesk.domain.calibration import Ended
from fitdesk.domain.ranges import Range
from fitdesk.i18n import _, plural
from fitdesk.ui.insight.share_bar import ShareBar
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.page import PlainLabel

_NAME_WIDTH = 136
_BAR_WIDTH = 220


def percent_words(interval: Range) -> str:
    """ "66–91 %"."""
    low, high = round(100 * interval.low), round(100 * interval.high)
    return f"{low} %" if low == high else f"{low}–{high} %"


class OutcomeRows(QWidget):
    """A row for each name; ``show_ended`` fills them. Without ``always``, fewer than ten cases have no figure."""

    def __init__(self, names: Sequence[str], *, always: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._always = always
        self._names = tuple(names)
        self.bars: list[ShareBar] = []
        self.words: list[PlainLabel] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, SPACE // 2, 0, SPACE // 2)
        grid.setHorizontalSpacing(SPACE * 2)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnMinimumWidth(0, _NAME_WIDTH)
        grid.setColumnStretch(2, 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        for row, name in enumerate(self._names):
            bar, words = ShareBar(), PlainLabel("", "secondary", wraps=True)
            bar.setFixedWidth(_BAR_WIDTH)
            self.bars.append(bar)
            self.words.append(words)
            grid.addWidget(PlainLabel(name), row, 0, middle)
            grid.addWidget(bar, row, 1, middle)
            grid.addWidget(words, row, 2)

    def show_ended(self, found: Sequence[Ended]) -> None:
        """One for each name, in order."""
        for name, ended, bar, words in zip(self._names, found, self.bars, self.words, strict=True):
            has_figure = ended.is_enough or (self._always and ended.cases > 0)
            if has_figure:
                bar.show_share(ended.well / ended.cases, ended.interval)
            else:
                bar.show_nothing()
            words.setText(_words(ended) if has_figure else _few_words(ended))
            bar.setAccessibleName(f"{name}: {words.text()}")


def _words(ended: Ended) -> str:
    return _("{well} of {cases} ended well; likely {interval}").format(
        well=ended.well, cases=ended.cases, interval=percent_words(ended.interval)
    )


def _few_words(ended: Ended) -> str:
    return plural("{n} case: too few", "{n} cases: too few", ended.cases) if ended.cases else _("none yet")
