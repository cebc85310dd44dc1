"""The editor at the right of a page of records: a heading that follows the typing, and a form."""

from __future__ import annotations

from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from fitdesk.i18n import _, plural
from fitdesk.ui.theme import MARGIN, SPACE, set_style
from fitdesk.ui.widgets.elided_label import ElidedLabel
from fitdesk.ui.widgets.field import Typed
from fitdesk.ui.widgets.form import WIDEST, Form
from fitdesk.ui.widgets.page import PlainLabel

R = TypeVar("R")


class RecordEditor(QWidget, Generic[R]):
    """Edits one record. Subclasses build ``form`` and say how a record fills it and what it makes of a record."""

    needed: tuple[str, ...] = ()
    """Keys of the fields without which a new record is not kept."""

    problem_clicked = Signal()
    acted = Signal(str)
    """Something was done at a click, in words for the notice; the page keeps it at once and offers Undo."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form(self)
        self.title = ElidedLabel("", "title")
        self.subtitle = PlainLabel("", "secondary", wraps=True)
        self.state = QPushButton()
        self.state.setProperty("role", "link")
        self.state.clicked.connect(self.problem_clicked)
        self.state.hide()
        self.trash_note = PlainLabel(_("In the trash. It rests there for 30 days."), "secondary", wraps=True)
        self.restore = QPushButton(_("Put back"))
        self.restore.setProperty("primary", True)
        self.tools = QHBoxLayout()
        self.tools.setSpacing(SPACE)
        self._lay_out()

    # ---- for the subclass

    def build(self) -> None:
        """Add the fields to ``form``."""
        raise NotImplementedError

    def fill(self, record: R) -> None:
        """Show ``record`` in the form."""
        raise NotImplementedError

    def merged(self, base: R) -> R:
        """``base`` with every value of the form that can be used."""
        raise NotImplementedError

    def learn(self, saved: R) -> None:
        """The record was kept and reads like this now; for editors that must know the ids of its parts."""

    def heading(self) -> tuple[str, str]:
        """Title and the quiet line below it, from what stands in the form now."""
        raise NotImplementedError

    # ---- for the page

    def set_up(self) -> None:
        """Build the fields; called when the editor stands in its place, because moving styled widgets is slow."""
        self.build()
        self.form.edited.connect(lambda _key: self.follow())

    def show_record(self, record: R, *, in_trash: bool = False) -> None:
        """Show ``record``; in the trash it can be read and put back, not edited."""
        focused = self.window().focusWidget()
        if focused is None or not self.form.isAncestorOf(focused):
            self.form.hide()  # a hidden form is laid out once in the end, not for every chip that comes and goes
        self.fill(record)
        self.form.show()
        self.form.setEnabled(not in_trash)
        self._trash_strip.setVisible(in_trash)
        self.state.hide()
        self.follow()

    def show_draft(self, typed: dict[str, Typed]) -> None:
        """Put half-typed text over the record, with its errors."""
        self.form.set_typed(typed)
        self.follow()

    def lacks_needed(self) -> bool:
        """Whether a field is missing without which a new record is not kept."""
        errors = self.form.errors()
        return any(key in errors for key in self.needed)

    def is_untouched(self, blank: R) -> bool:
        """Whether nothing has been typed into a new record."""
        return not self.form.typed(only_errors=True).keys() - set(self.needed) and self.merged(blank) == blank

    def follow(self) -> None:
        """Let the heading say what the form says."""
        title, subtitle = self.heading()
        self.title.set_words(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def tell_state(self, *, kept: bool) -> None:
        """Say how many fields need a look, or nothing while all is kept."""
        count = len(self.form.errors())
        self.state.setVisible(bool(count) or not kept)
        words = plural("{n} field is not kept yet: show it", "{n} fields are not kept yet: show the first", count)
        self.state.setText(words if count else _("Not kept yet: try again"))

    def focus_first(self) -> None:
        """Put the focus into the first field."""
        self.form.go_to(self.form.keys()[0])

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN + SPACE, MARGIN, MARGIN + SPACE, MARGIN * 3)
        column.setSpacing(0)
        head = QWidget()
        head.setMaximumWidth(WIDEST)
        inner = QVBoxLayout(head)
        inner.setContentsMargins(0, 0, 0, SPACE * 2)
        inner.setSpacing(SPACE // 2)
        top = QHBoxLayout()
        top.setSpacing(SPACE)
        top.addWidget(self.title, 1)
        top.addLayout(self.tools)
        inner.addLayout(top)
        inner.addWidget(self.subtitle)
        inner.addWidget(self.state, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(head)
        self._trash_strip = QWidget(self)
        strip = QHBoxLayout(self._trash_strip)
        strip.setContentsMargins(0, 0, 0, SPACE * 2)
        strip.addWidget(self.restore)
        strip.addSpacing(SPACE)
        strip.addWidget(self.trash_note, 1)
        self._trash_strip.setMaximumWidth(WIDEST)
        self._trash_strip.hide()
        column.addWidget(self._trash_strip)
        column.addWidget(self.form)
        column.addStretch(1)
        set_style(self, "role", "scrolled")
