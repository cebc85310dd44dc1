"""Fields for choosing: one of a short list, one of a long list by typing, yes or no, and several at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QWidget

from fitdesk.i18n import _
from fitdesk.ui.widgets.field import Field, Typed, required

V = TypeVar("V")
Options = Sequence[tuple[V, str]]
"""(value, words on the screen)."""


class ChoiceField(Field[V | None], Generic[V]):
    """One of a short list, in a box that drops down; the first entry, ``unknown``, stands for None."""

    def __init__(
        self, options: Options[V], *, unknown: str | None = None, needed: str = "", parent: QWidget | None = None
    ) -> None:
        """``unknown``: words for None ("Not stated"); "" leaves None out: then the first option is the start."""
        super().__init__(parent)
        self._needed = needed
        unknown = _("Not stated") if unknown is None else unknown
        self._values: list[V | None] = [None] if unknown else []
        self._values += [value for value, _words in options]
        self.box = QComboBox()
        self.box.addItems(([unknown] if unknown else []) + [words for _value, words in options])
        self.box.setMinimumContentsLength(6)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContentsOnFirstShow)
        _fill(self, self.box)
        self.box.activated.connect(self.changed)
        self.watch(self.box)

    def targets(self) -> tuple[QWidget, ...]:
        return (self.box,)

    def value(self) -> V | None:
        return self._values[self.box.currentIndex()] if self._values else None

    def set_value(self, value: V | None) -> None:
        self.box.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def error(self) -> str:
        return required(self.value(), self._needed)

    def typed(self) -> Typed:
        return self.box.currentIndex()

    def set_typed(self, typed: Typed) -> None:
        self.box.setCurrentIndex(int(typed) if 0 <= int(typed) < self.box.count() else 0)


class LookupField(Field[V | None], Generic[V]):
    """One of a long list: type a part of its name, or open the list. The options are read when first needed."""

    def __init__(
        self,
        options: Callable[[], Options[V]],
        *,
        more: Callable[[], Options[V]] | None = None,
        hint: str = "",
        needed: str = "",
        problem: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """``more``: options that can be typed but are not in the list. ``problem``: the error for other words."""
        super().__init__(parent)
        self._options, self._more = options, more
        self._needed, self._problem = needed, problem or _("Choose one from the list")
        self._known: dict[str, V] = {}
        self._names: dict[V, str] = {}
        self._good: V | None = None
        self.box = _LazyBox(self._fill_list)
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setMinimumContentsLength(4)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMaxVisibleItems(12)
        edit = self.box.lineEdit()
        assert edit is not None
        self.edit = edit
        self.edit.setMaxLength(120)
        self.edit.setPlaceholderText(hint)
        self._offers = QStringListModel(self)
        self._make_completer()
        _fill(self, self.box)
        self.edit.textEdited.connect(self._take)
        self.edit.editingFinished.connect(self._tidy)
        self.box.activated.connect(lambda _index: self._take(self.edit.text()))
        self.watch(self.box, self.edit)

    def targets(self) -> tuple[QWidget, ...]:
        return (self.box, self.edit)

    def value(self) -> V | None:
        return self._good

    def set_value(self, value: V | None) -> None:
        self._good = value
        self._show("" if value is None else self._name(value))

    def error(self) -> str:
        text = self.edit.text().strip()
        if text and self._find(text) is None:
            return self._problem
        return required(text, self._needed)

    def typed(self) -> Typed:
        return self.edit.text()

    def set_typed(self, typed: Typed) -> None:
        self._show(str(typed))
        self._good = self._find(str(typed)) or (self._good if str(typed).strip() else None)

    def set_hint(self, text: str) -> None:
        self.edit.setPlaceholderText(text)

    def _take(self, text: str) -> None:
        found = self._find(text)
        if found is not None or not text.strip():
            self._good = found
        self.changed.emit()

    def _tidy(self) -> None:
        if self._good is not None and not self.error():
            self._show(self._name(self._good))

    def _find(self, text: str) -> V | None:
        self._learn()
        return self._known.get(" ".join(text.split()).casefold())

    def _name(self, value: V) -> str:
        self._learn()
        return self._names.get(value, str(value))

    def _learn(self) -> None:
        if not self._known:
            options = self._options()
            for value, name in [*options, *(self._more() if self._more else ())]:
                self._known.setdefault(name.casefold(), value)
                self._known.setdefault(str(value).casefold(), value)
                self._names.setdefault(value, name)
            self._offers.setStringList([name for _value, name in options])

    def _make_completer(self) -> None:
        """Suggestions below the line for any part of a name; the box's own would finish words while they are typed."""
        completer = QCompleter(self._offers, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(lambda _text: self._take(self.edit.text()))
        self.edit.setCompleter(completer)

    def _fill_list(self) -> None:
        if self.box.count():
            return
        self._learn()
        shown = self.edit.text()
        self.box.addItems(self._offers.stringList())
        self._show(shown)

    def _show(self, text: str) -> None:
        if self.edit.text() != text or self.box.currentText() != text:
            self.box.setEditText(text)
            self.edit.setCursorPosition(0 if not self.edit.hasFocus() else len(text))


class _LazyBox(QComboBox):
    """Fills itself just before its list drops down."""

    def __init__(self, fill: Callable[[], None]) -> None:
        super().__init__()
        self._fill = fill

    def showPopup(self) -> None:
        self._fill()
        super().showPopup()


def _fill(field: QWidget, box: QComboBox) -> None:
    row = QHBoxLayout(field)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(box, 1)
    field.setFocusProxy(box)
