"""Everything in the calendar as a list by day: what is to come first, then what is past; searched by word."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QVBoxLayout, QWidget

from fitdesk.domain.availability import CalendarEntry
from fitdesk.domain.followup import FollowUp
from fitdesk.i18n import _
from fitdesk.ui.calendar.bar_painting import look_of, paint_bar, paint_flag, paint_sign
from fitdesk.ui.calendar.entry_words import Names, detail_words, has_run_out, title_of
from fitdesk.ui.calendar.weekday_row import weekday_word
from fitdesk.ui.colours import colours_of
from fitdesk.ui.format import day as day_words
from fitdesk.ui.table import LazyRows, RowList
from fitdesk.ui.theme import SPACE, font_of
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.row_delegate import ROW_ROLE, Row, RowDelegate
from fitdesk.ui.widgets.row_painting import paint_ground, paint_row, paint_text
from fitdesk.ui.widgets.search_field import SearchField
from fitdesk.ui.widgets.word_search import has_words

_DAY_WIDTH = 104
_NUMBER_ROLE = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list; ``id`` is its place. ``starts_day``: the first line of its day, which names it."""

    id: int
    day: date
    what: CalendarEntry | FollowUp
    starts_day: bool = True


def lines_of(entries: Sequence[CalendarEntry], promised: Sequence[FollowUp], today: date) -> tuple[Line, ...]:
    """What is to come (or goes on) by day, then what is past, the latest first."""
    found: list[tuple[date, CalendarEntry | FollowUp]] = [(max(e.first, today), e) for e in entries if e.last >= today]
    found += [(one.due, one) for one in promised if one.due >= today]
    past: list[tuple[date, CalendarEntry | FollowUp]] = [(e.first, e) for e in entries if e.last < today]
    past += [(one.due, one) for one in promised if one.due < today]
    found.sort(key=lambda pair: pair[0])
    past.sort(key=lambda pair: pair[0], reverse=True)
    ordered = [*found, *past]
    return tuple(
        Line(place, day, what, place == 0 or ordered[place - 1][0] != day) for place, (day, what) in enumerate(ordered)
    )


class AgendaDelegate(RowDelegate):
    """The day at the left of its first row; then the shape of the entry, and its two lines."""

    def __init__(self, agenda: Agenda) -> None:
        super().__init__(agenda)
        self._agenda = agenda

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row, line = index.data(ROW_ROLE), self._agenda.line_at(index.row())
        if not isinstance(row, Row) or line is None:
            return
        painter.save()
        colours = colours_of(option.palette)
        box = QRectF(option.rect).adjusted(8, 2, -8, -2)
        state = option.state if self.shows_focus else option.state & ~QStyle.StateFlag.State_HasFocus
        paint_ground(painter, box.adjusted(_DAY_WIDTH, 0, 0, 0), state, colours)
        if self._agenda.names_day(line):
            strong = font_of(option.font, weight=QFont.Weight.DemiBold)
            is_today = line.day == self._agenda.today
            left = QRectF(box.left() + 4, box.top() + 8, _DAY_WIDTH - 8, (box.height() - 16) / 2)
            words = _("Today") if is_today else day_words(line.day, self._agenda.today, locale=self._agenda.spelling)
            paint_text(painter, left, words, strong, colours.accent if is_today else colours.text)
            below = left.translated(0, left.height())
            paint_text(
                painter, below, weekday_word(line.day.weekday()), font_of(option.font, larger=-1), colours.dimmed
            )
        self._paint_shape(painter, box, line)
        inner = box.adjusted(_DAY_WIDTH + 40, 8, -12, -8)
        paint_row(painter, inner, row, option.font, colours)
        painter.restore()

    def _paint_shape(self, painter: QPainter, box: QRectF, line: Line) -> None:
        colours = colours_of(self._agenda.palette())
        swatch = QRectF(box.left() + _DAY_WIDTH + 12, box.center().y() - 6, 18, 12)
        if isinstance(line.what, FollowUp):
            paint_flag(painter, swatch.bottomLeft() + QPointF(5, -1), QColor(colours.ask))
        else:
            look = look_of(line.what)
            paint_bar(painter, swatch, look, colours)
            paint_sign(painter, swatch.center(), look, QColor(colours.text))


class AgendaList(RowList):
    """A list whose Delete key asks for the chosen entry to be thrown away."""

    delete_wanted = Signal()

    def __init__(self, agenda: Agenda, rows: LazyRows[Line]) -> None:
        super().__init__(rows)
        self._delegate = AgendaDelegate(agenda)
        self.setItemDelegate(self._delegate)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_wanted.emit()
        else:
            super().keyPressEvent(event)


class Agenda(QWidget):
    """``chosen(date)`` follows the current row, ``opened(CalendarEntry | FollowUp)`` is Enter or a double click."""

    chosen = Signal(object)
    opened = Signal(object)
    searched = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.today, self.spelling = date.min, "en_GB"
        self._names: Names = {}
        self._lines: tuple[Line, ...] = ()
        self._shown: list[int] = []
        self._words: dict[int, tuple[str, ...]] = {}
        self.search = SearchField(_("Search the calendar"))
        self.rows = LazyRows(lambda ids: [self._lines[place] for place in ids], self._describe)
        self.list = AgendaList(self, self.rows)
        self.list.setAccessibleName(_("Entries by day"))
        self.nothing = PlainLabel("", "secondary", wraps=True)
        self.nothing.setContentsMargins(12, SPACE, 12, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.search)
        column.addWidget(self.nothing)
        column.addWidget(self.list, 1)
        self.search.searched.connect(lambda _text: self._show())
        self.search.left_down.connect(self._enter_list)
        self.list.chosen.connect(self._tell_chosen)
        self.list.opened.connect(lambda place: self.opened.emit(self._lines[place].what))

    def show_lines(self, lines: tuple[Line, ...], today: date, names: Names, locale: str) -> None:
        """Show ``lines`` as far as they match the search."""
        before = self.chosen_line()
        self._lines, self.today, self._names, self.spelling = lines, today, names, locale
        self._words.clear()
        self._show(before)

    def line_at(self, row: int) -> Line | None:
        place = self.rows.id_at(row)
        return None if place is None else self._lines[place]

    def chosen_line(self) -> Line | None:
        """The line of the current row."""
        place = self.list.chosen_id()
        return self._lines[place] if place is not None and place < len(self._lines) else None

    def names_day(self, line: Line) -> bool:
        """Whether ``line`` is the first one shown of its day."""
        at = bisect_left(self._shown, line.id)
        return at == 0 or self._lines[self._shown[at - 1]].day != line.day

    def shown(self) -> list[Line]:
        """The lines that match the search, in order."""
        return [self._lines[place] for place in self._shown]

    def _show(self, before: Line | None = None) -> None:
        words = self.search.text().strip()
        self._shown = [line.id for line in self._lines if not words or has_words(words, self._texts(line))]
        same = next((one.id for one in self.shown() if before is not None and one.what == before.what), None)
        self.list.show_ids(self._shown)
        if same is not None:
            self.list.choose(same)
        self.nothing.setVisible(not self._shown)
        nothing = _("Nothing found for “{words}”").replace("{words}", words)
        self.nothing.setText(nothing if words else _("Nothing stands in your calendar yet."))

    def _texts(self, line: Line) -> tuple[str, ...]:
        """The words in which a line is found; put together once, for thousands are searched at each key."""
        if line.id not in self._words:
            what = line.what
            if isinstance(what, FollowUp):
                self._words[line.id] = (what.what, _("Follow-up"))
            else:
                detail = detail_words(what, self.today, self._names, self.spelling)
                self._words[line.id] = (title_of(what, self._names), what.note, detail)
        return self._words[line.id]

    def _describe(self, line: Line) -> Row:
        if isinstance(line.what, FollowUp):
            return Row(line.what.what or _("Follow-up"), _("Follow-up"), faded=line.day < self.today)
        faded = line.what.last < self.today or has_run_out(line.what, self.today)
        detail = detail_words(line.what, self.today, self._names, self.spelling, on=line.day)
        return Row(title_of(line.what, self._names), detail, faded=faded)

    def _tell_chosen(self, place: int | None) -> None:
        if place is not None:
            self.chosen.emit(self._lines[place].day)

    def _enter_list(self) -> None:
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.list.currentIndex().isValid():
            self.list.choose_first()
