"""One lever on the screen: a slider with an exact field, or a box of choices; what stood before is one click away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fitdesk.domain.lever import Days, Lever, LeverKind, Value
from fitdesk.domain.lever_verdicts import Stretch, turn_words
from fitdesk.domain.levers_of_clients import exact_decimal
from fitdesk.domain.ranges import Range
from fitdesk.i18n import _
from fitdesk.ui.inquiries.what_if_slider import LeverSlider, unknown_tip
from fitdesk.ui.inquiries.what_if_words import value_words
from fitdesk.ui.theme import SPACE, set_style
from fitdesk.ui.widgets.choice_field import ChoiceField
from fitdesk.ui.widgets.dates_field import DateField
from fitdesk.ui.widgets.elided_label import ElidedLabel
from fitdesk.ui.widgets.field import Field
from fitdesk.ui.widgets.fields import DecimalField
from fitdesk.ui.widgets.money_field import AmountField
from fitdesk.ui.widgets.page import PlainLabel, plain_tooltip
from fitdesk.ui.widgets.quiet_button import QuietButton

NAME_WIDTH = 98
FIELD_WIDTH = 148
NOTE_HEIGHT = 20


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a lever stands now, and where it stands in the facts. ``note``: what else is to be said of it."""

    value: Value | None
    fact: Value | None
    note: str = ""

    @property
    def is_moved(self) -> bool:
        return self.value != self.fact


class LeverRow(QWidget):
    """A lever. ``changed(key, value)`` when a person moved it; ``set_back(key)`` when what stood before is wanted."""

    changed = Signal(str, object)
    set_back = Signal(str)

    def __init__(self, today: Callable[[], date], locale: str) -> None:
        super().__init__()
        self._today, self._locale = today, locale
        self._lever: Lever | None = None
        self._shown: Setting | None = None
        self.name = ElidedLabel()
        self.before = QuietButton(larger=-1)
        self.before.setToolTip(_("Put it back"))
        self.before.clicked.connect(lambda *_: self.set_back.emit(self.lever().key))
        self.before.hide()

    def lever(self) -> Lever:
        assert self._lever is not None
        return self._lever

    def set_lever(self, lever: Lever) -> None:
        self._lever = lever
        self._shown = None
        self.name.set_words(lever.label)

    def show_setting(self, setting: Setting) -> None:
        """Stand as ``setting`` says; silently."""
        if setting == self._shown:
            return
        self._shown = setting
        lever = self.lever()
        self._show_value(setting)
        set_style(self.name, "role", "accent" if setting.is_moved else None)
        if setting.is_moved:
            words = value_words(lever, setting.fact, self._today(), self._locale)
            self.before.set_words(_("was {words}").replace("{words}", words))
            self.before.setAccessibleName(_("{name}: put back {words}").format(name=lever.label, words=words))
        if self.before.isHidden() == setting.is_moved:
            self.before.setVisible(setting.is_moved)

    def _show_value(self, setting: Setting) -> None:
        raise NotImplementedError


class SliderRow(LeverRow):
    """Name, slider and exact field on one line; below it, in small, where the verdict turns and what stood before."""

    def __init__(self, kind: LeverKind, today: Callable[[], date], locale: str) -> None:
        super().__init__(today, locale)
        self.slider = LeverSlider()
        self.field = _field_for(kind, today, locale)
        self.note = PlainLabel("", "caption")
        self.before.setStyleSheet(self.before.styleSheet() + "QPushButton, QPushButton:focus { min-height: 16px; }")
        self.before.setFixedHeight(NOTE_HEIGHT)
        self._turns = ""
        self.name.setFixedWidth(NAME_WIDTH)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        self.field.setFixedWidth(FIELD_WIDTH)
        for column, widget in enumerate((self.name, self.slider, self.field)):
            grid.addWidget(widget, 0, column)
        below = QHBoxLayout()
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(SPACE * 2)
        below.addWidget(self.note)
        below.addWidget(self.before)
        below.addStretch(1)
        grid.addLayout(below, 1, 1, 1, 2)
        grid.setRowMinimumHeight(1, NOTE_HEIGHT)  # kept free, so that nothing jumps when words appear there
        self.note.hide()
        self.slider.moved.connect(self._slid)
        self.field.changed.connect(self._typed)

    def set_lever(self, lever: Lever) -> None:
        super().set_lever(lever)
        self._turns = ""
        self.slider.set_lever(lever)
        self.slider.setToolTip(plain_tooltip(unknown_tip(lever.unknown)))
        self.field.set_name(lever.label)
        if isinstance(self.field, AmountField):
            self.field.set_currency(lever.unit, shown=False)
        elif isinstance(self.field, DecimalField):
            self.field.suffix.setText(lever.unit)
            self.field.suffix.setVisible(bool(lever.unit))

    def show_turns(self, turns: Sequence[Stretch]) -> None:
        """Say and mark where the verdict turns."""
        self._turns = turn_words(self.lever(), tuple(turns))
        self.slider.show_turns(turns)
        shown = self._shown
        is_the_offerings = shown is not None and shown.value is None and self.lever().is_owners
        self._show_note(self.lever().unknown if is_the_offerings else shown.note if shown else "")

    def _show_value(self, setting: Setting) -> None:
        lever = self.lever()
        words = value_words(lever, setting.value, self._today(), self._locale)
        self.slider.show_place(lever.stretch(setting.value), lever.stretch(setting.fact), words)
        exact = _exact(setting.value)
        is_the_offerings = setting.value is None and lever.is_owners
        self.field.set_hint("" if exact is not None or is_the_offerings else words)
        if exact is None or self.field.value() != exact:
            self.field.set_value(exact)
        self._show_note(lever.unknown if is_the_offerings else setting.note)

    def _show_note(self, note: str) -> None:
        words = "; ".join(part for part in (note, self._turns) if part)
        self.note.setText(words[:1].upper() + words[1:])
        if self.note.isHidden() == bool(words):
            self.note.setVisible(bool(words))

    def _slid(self, place: float | None) -> None:
        lever = self.lever()
        self.changed.emit(lever.key, None if place is None else lever.at(place))

    def _typed(self) -> None:
        if self.field.error():
            return
        typed = self.field.value()
        value: Value | None = None
        if isinstance(typed, date):
            value = Days((typed,))
        elif typed is not None:
            value = Range.exactly(float(typed))
        self.changed.emit(self.lever().key, value)


class ChoiceRow(LeverRow):
    """Name above, box below, and what stood before beside the name."""

    def __init__(self, today: Callable[[], date], locale: str) -> None:
        super().__init__(today, locale)
        self.name.setProperty("role", "caption")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, SPACE)
        self._column.setSpacing(2)
        self._column.addWidget(self.name)
        self.field: ChoiceField[Any] | None = None
        self._column.addWidget(self.before)

    def set_lever(self, lever: Lever) -> None:
        super().set_lever(lever)
        if self.field is not None:
            self._column.removeWidget(self.field)
            self.field.deleteLater()
        options = [(choice.value, choice.words) for choice in lever.choices]
        unknown = lever.unknown[:1].upper() + lever.unknown[1:]
        self.field = ChoiceField(options, unknown=unknown)
        self.field.set_name(lever.label)
        self.field.changed.connect(self._chosen)
        self._column.insertWidget(1, self.field)

    def _show_value(self, setting: Setting) -> None:
        if self.field is not None:
            self.field.set_value(setting.value)

    def show_setting(self, setting: Setting) -> None:
        super().show_setting(setting)
        set_style(self.name, "role", "accent" if setting.is_moved else "caption")

    def _chosen(self) -> None:
        if self.field is not None:
            self.changed.emit(self.lever().key, self.field.value())


def _field_for(kind: LeverKind, today: Callable[[], date], locale: str) -> Field[Any]:
    if kind is LeverKind.AMOUNT:
        field: Field[Any] = AmountField()
    elif kind is LeverKind.DAY:
        field = DateField(today, month_first=locale == "en_US")
    else:
        field = DecimalField()
    for edit in field.targets():
        edit.setMinimumWidth(40)
        edit.setMaximumWidth(FIELD_WIDTH)
    return field


def _exact(value: Value | None) -> Decimal | date | None:
    """What an exact field can show: a single amount, number or day."""
    if isinstance(value, Range) and value.is_exact:
        return exact_decimal(value.low)
    if isinstance(value, Days) and len(value.named) == 1:
        return value.named[0]
    return None
