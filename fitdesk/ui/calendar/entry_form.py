"""The form for days that are booked, held or blocked by hand: two days, a title, and for a hold until when."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fitdesk.domain.availability import CalendarEntry, EntryKind
from fitdesk.i18n import _
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.choice_field import LookupField
from fitdesk.ui.widgets.dates_field import DateField
from fitdesk.ui.widgets.fields import LineField, TextField, WholeField
from fitdesk.ui.widgets.form import Form
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.segments import SegmentsField

Inquiries = Callable[[int | None], Sequence[tuple[int, str]]]
"""Open inquiries by id, with the words that name each, and besides them the one of the id, whatever became of it."""
_HOLD_FIELDS = ("expires", "inquiry")
_LONGEST_AROUND = 30


class InquiryField(LookupField[int]):
    """One of the inquiries that are open now: they are read again for each entry."""

    def forget(self) -> None:
        """Read the inquiries again when they are next needed."""
        self._known.clear()
        self._names.clear()
        self.box.clear()


class EntryForm(QWidget):
    """``kept(CalendarEntry)`` with what was written, ``dropped()`` when nothing is to be kept."""

    kept = Signal(object)
    dropped = Signal()

    def __init__(
        self,
        today: Callable[[], date],
        inquiries: Inquiries,
        *,
        month_first: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today, self._inquiries = today, inquiries
        self._base = CalendarEntry()
        self.heading = PlainLabel("", "section", wraps=True)
        self.form = Form()
        self._build(month_first)
        self.save, self.cancel = QPushButton(_("Save")), QPushButton(_("Cancel"))
        self.save.setProperty("primary", True)
        self.save.clicked.connect(self.keep)
        self.cancel.clicked.connect(self.dropped)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        for button in (self.save, self.cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE * 2)
        column.addWidget(self.heading)
        column.addWidget(self.form)
        column.addLayout(buttons)

    def show_entry(self, entry: CalendarEntry) -> None:
        """Show ``entry`` for changing, or a new one (without id) for filling in; the focus goes to the title."""
        self._base = entry
        self._inquiry.forget()
        self.form.set_values(
            {
                "kind": entry.kind,
                "first": entry.first,
                "last": entry.last if entry.last != entry.first else None,
                "title": entry.title or None,
                "expires": entry.expires,
                "inquiry": entry.inquiry_id,
                "before": entry.before or None,
                "after": entry.after or None,
                "note": entry.note or None,
            }
        )
        self._around.set_open(bool(entry.before or entry.after))
        self._show_kind()
        self.form.field("title").targets()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_days(self, first: date, last: date) -> None:
        """Other days for what is being written."""
        self.form.set_values({"first": first, "last": last if last != first else None})

    def entry(self) -> CalendarEntry:
        """The entry as now written; a field in error leaves its old value."""
        good = self.form.values()
        first = good.get("first") or self._base.first
        kind = good.get("kind") or self._base.kind
        is_hold = kind is EntryKind.HELD
        return replace(
            self._base,
            kind=kind,
            first=first,
            last=good.get("last") or first,
            title=good.get("title") or "",
            note=good.get("note") or "",
            before=good.get("before") or 0,
            after=good.get("after") or 0,
            expires=good.get("expires") if is_hold else None,
            inquiry_id=good.get("inquiry") if is_hold else self._base.inquiry_id if self._base.id else None,
        )

    def keep(self) -> None:
        """Hand over what is written; what is wrong is shown beside its field first."""
        if not self.form.go_to_first_error():
            self.kept.emit(self.entry())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        else:
            super().keyPressEvent(event)

    def _build(self, month_first: bool) -> None:
        form = self.form
        kinds = [(EntryKind.BOOKED, _("Booked")), (EntryKind.HELD, _("Held")), (EntryKind.BLOCKED, _("Blocked"))]
        form.add("kind", "", SegmentsField(kinds, clears=False)).set_name(_("Kind"))
        needed = _("Write the first day")
        form.add("first", _("First day"), DateField(self._today, month_first=month_first, needed=needed))
        form.add("last", _("Last day"), DateField(self._today, month_first=month_first, hint=_("the same day")))
        form.add("title", _("Title"), LineField())
        form.add("expires", _("Held until"), DateField(self._today, month_first=month_first, hint=_("no end set")))
        self._inquiry = InquiryField(self._named, hint=_("none"), problem=_("Choose an open inquiry from the list"))
        form.add("inquiry", _("For which inquiry"), self._inquiry)
        form.add("note", _("Note"), TextField(lines=2))
        with form.folded(_("Days kept free around it")) as self._around:
            form.add("before", _("Before, to travel and prepare"), _days_field())
            form.add("after", _("After, to travel back"), _days_field())
        form.set_gap(SPACE + 4)
        form.add_check(self._check)
        form.edited.connect(lambda key: self._show_kind() if key == "kind" else self._name_hold(key))

    def _named(self) -> Sequence[tuple[int, str]]:
        return self._inquiries(self._base.inquiry_id)

    def _show_kind(self) -> None:
        """The heading, and only the fields that this kind has."""
        kind = self.form.field("kind").value()
        for key in _HOLD_FIELDS:
            self.form.row(key).setVisible(kind is EntryKind.HELD)
        self._around.setVisible(kind is not EntryKind.BLOCKED)
        new = {EntryKind.BOOKED: _("Booked days"), EntryKind.HELD: _("Hold days"), EntryKind.BLOCKED: _("Block days")}
        self.heading.setText(_("Change an entry") if self._base.id is not None else new[kind])
        hints = {
            EntryKind.BOOKED: _("what for"),
            EntryKind.HELD: _("for whom"),
            EntryKind.BLOCKED: _("holiday, family"),
        }
        self.form.set_hint("title", hints[kind])

    def _name_hold(self, key: str) -> None:
        """A hold for an inquiry is called like it unless it has a name already."""
        title, inquiry = self.form.field("title"), self.form.field("inquiry")
        if key == "inquiry" and inquiry.value() is not None and title.value() is None:
            title.set_value(dict(self._named()).get(inquiry.value()))

    def _check(self) -> Mapping[str, str]:
        wrong: dict[str, str] = {}
        first, last = self.form.field("first").value(), self.form.field("last").value()
        if first is not None and last is not None and last < first:
            wrong["last"] = _("Before the first day: write a later one")
        expires, kind = self.form.field("expires").value(), self.form.field("kind").value()
        was_so = self._base.id is not None and expires == self._base.expires
        if kind is EntryKind.HELD and expires is not None and not was_so:
            end = last or first
            if expires < self._today():
                wrong["expires"] = _("Already past: write a day to come")
            elif end is not None and expires > end:
                wrong["expires"] = _("After the days held: write an earlier one")
        return wrong


def _days_field() -> WholeField:
    return WholeField(most=_LONGEST_AROUND, suffix=_("days"))
