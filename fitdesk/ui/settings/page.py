"""The Settings page: six short parts, saved as you type."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from fitdesk.domain.owner import Owner
from fitdesk.i18n import _
from fitdesk.store import drafts, owner
from fitdesk.store.errors import StoreError
from fitdesk.store.kinds import Kind
from fitdesk.ui import window_state
from fitdesk.ui.changes import Changes, Clock
from fitdesk.ui.settings.blocks_panel import BlocksPanel
from fitdesk.ui.settings.letter_preview import LetterPreview, MakePictures
from fitdesk.ui.settings.letterhead_form import LetterheadForm
from fitdesk.ui.settings.letters_form import LettersForm
from fitdesk.ui.settings.look_panel import LookPanel
from fitdesk.ui.settings.owner_form import OwnerForm
from fitdesk.ui.settings.profile_form import ProfileForm
from fitdesk.ui.settings.rules_form import RulesForm
from fitdesk.ui.settings.work_form import WorkForm
from fitdesk.ui.theme import MARGIN, SPACE, Appearance, set_style
from fitdesk.ui.widgets.form import WIDEST
from fitdesk.ui.widgets.page import Page, PlainLabel, scrolled

if TYPE_CHECKING:
    from fitdesk.store.store import Store

_LEFT = 32
LETTERHEAD = 1
"""The place of the letterhead among the parts."""
LETTERS = 2
"""The place of the words of letters among them."""
WORK = 3
"""The place of work and money among them."""


class SettingsPage(Page):
    """``appearance_chosen(Appearance)`` asks the window to change its look."""

    appearance_chosen = Signal(object)
    watched = frozenset({Kind.OWNER})

    def __init__(self, store: Store, changes: Changes, clock: Clock) -> None:
        super().__init__(store, changes, clock)
        self._shown: Owner | None = None
        self._preview: LetterPreview | None = None
        self.profile, self.letterhead = ProfileForm(), LetterheadForm()
        self.letters = LettersForm(BlocksPanel(store, clock))
        self.work, self.rules = WorkForm(), RulesForm()
        self.look = LookPanel(store)
        self.look.appearance_chosen.connect(self._choose_appearance)
        self.state = PlainLabel("", "secondary")
        self._tabs = QButtonGroup(self)
        self._stack = QStackedWidget()
        self._bar = QHBoxLayout()
        self._bar.setSpacing(4)
        for name, part in (
            (_("You"), self.profile),
            (_("Letterhead"), self.letterhead),
            (_("Letters"), self.letters),
            (_("Work and money"), self.work),
            (_("Verdicts and consent"), self.rules),
            (_("Look and data"), self.look),
        ):
            self._add_part(name, part)
        for form in self._forms():
            form.settled.connect(lambda settled=form: self._save(settled))
            form.edited.connect(lambda _key: self.state.setText(""))
        self._lay_out()
        self.show_part(0)

    def refresh(self) -> None:
        """Show the owner as kept, and what was typed but could not be read."""
        self.look.show_backup(self.clock.today())
        kept = owner.get(self.store)
        if kept == self._shown:
            return
        self._shown = kept
        for form in self._forms():
            form.show_owner(kept)
            typed = drafts.find(self.store, form.key)
            if typed:
                form.set_typed(json.loads(typed))
        self.look.appearance.set_value(window_state.appearance(self.store))

    def show_letters_with(self, make_pictures: MakePictures) -> None:
        """Show a letter beside the letterhead; the window knows how PDF pages become pictures."""
        self._preview = LetterPreview(make_pictures, self.clock.today())
        beside = self._stack.widget(LETTERHEAD)
        row = beside.layout() if beside is not None else None
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(1, self._preview, 0, Qt.AlignmentFlag.AlignTop)
        self._draw_letter()

    def show_part(self, place: int) -> None:
        """Show the part at ``place``, from 0."""
        self._stack.setCurrentIndex(place)
        self._tabs.button(place).setChecked(True)
        self._draw_letter()
        if place == LETTERS:
            self.letters.blocks.show_language()

    def show_work(self) -> None:
        """Show how much the owner works, with the focus on the days a month."""
        self.show_part(WORK)
        self.work.go_to("capacity_days")

    def part(self) -> int:
        """Which part is shown, from 0."""
        return self._stack.currentIndex()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._preview is not None:
            self._preview.set_room(self.width() - WIDEST - _LEFT - 3 * MARGIN)

    def hideEvent(self, event: QHideEvent) -> None:
        self.letters.blocks.keep_now()
        super().hideEvent(event)

    def _forms(self) -> tuple[OwnerForm, ...]:
        return (self.profile, self.letterhead, self.letters, self.work, self.rules)

    def _add_part(self, name: str, part: QWidget) -> None:
        place = self._stack.count()
        tab = QPushButton(name)
        tab.setProperty("role", "tab")
        tab.setCheckable(True)
        tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        tab.clicked.connect(lambda: self.show_part(place))
        self._tabs.addButton(tab, place)
        self._bar.addWidget(tab)
        area = _scrolling(part, fills=part is self.letters)
        self._stack.addWidget(_with_room_beside(area) if part is self.letterhead else area)
        self.add_action(_("Settings: {part}").replace("{part}", name), lambda: self.show_part(place))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(_LEFT, MARGIN, _LEFT, 0)
        head.addWidget(PlainLabel(_("Settings"), "title"))
        head.addStretch(1)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignBottom)
        self._bar.setContentsMargins(_LEFT - 9, SPACE, _LEFT, SPACE)
        self._bar.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(self._bar)
        column.addWidget(self._stack, 1)

    def _save(self, form: OwnerForm) -> None:
        """Keep what can be used; keep as a draft what cannot be read yet."""
        before = owner.get(self.store)
        after = form.owner_with(before)
        wrong = form.typed(only_errors=True)
        try:
            if after != before:
                self._shown = after
                owner.save(self.store, after)
            if wrong:
                drafts.keep(self.store, form.key, json.dumps(wrong))
            elif drafts.find(self.store, form.key) is not None:
                drafts.drop(self.store, form.key)
        except StoreError as error:
            self._shown = before
            self._tell_state(str(error), "error")
        else:
            self._draw_letter()
            self._tell_state(_("Saved, but for what is marked") if wrong else _("Saved"), "secondary")

    def _draw_letter(self) -> None:
        """Only while the letterhead is looked at: drawing brings the whole typesetter along."""
        if self._preview is not None and self._shown is not None and self.part() == LETTERHEAD:
            self._preview.show_owner(self._shown)

    def _tell_state(self, text: str, role: str) -> None:
        set_style(self.state, "role", role)
        self.state.setText(text)

    def _choose_appearance(self, appearance: Appearance) -> None:
        self.appearance_chosen.emit(appearance)
        try:
            window_state.keep_appearance(self.store, appearance)
        except StoreError as error:
            self._tell_state(str(error), "error")


def _scrolling(part: QWidget, *, fills: bool) -> QScrollArea:
    """``part`` at the left of a page that scrolls when it is short; one that ``fills`` it grows with the window."""
    content = QWidget()
    row = QHBoxLayout(content)
    row.setContentsMargins(_LEFT, SPACE * 2, _LEFT, MARGIN)
    row.setSpacing(MARGIN)
    row.addWidget(part, 1) if fills else row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
    row.addStretch()
    return scrolled(content)


def _with_room_beside(area: QScrollArea) -> QWidget:
    """``area`` in a row, so that what is put beside it stays in view while it scrolls."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, SPACE * 2, MARGIN, 0)
    row.setSpacing(SPACE)
    inner = area.widget()
    layout = inner.layout() if inner is not None else None
    if layout is not None:
        layout.setContentsMargins(_LEFT, 0, SPACE * 2, MARGIN)
    area.setMaximumWidth(_LEFT + WIDEST + MARGIN + SPACE)
    row.addWidget(area, 1)
    row.addStretch()
    return whole
