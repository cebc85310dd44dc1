"""Languages on stage, each with its level."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from fitdesk.domain.offering import LanguageLevel
from fitdesk.i18n import _
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.country_field import LanguageField, language_name
from fitdesk.ui.widgets.field import Field
from fitdesk.ui.widgets.remove_button import RemoveButton
from fitdesk.ui.widgets.rows_field import RowEditor, RowsField
from fitdesk.ui.widgets.segments import SegmentsField

Spoken = tuple[str, LanguageLevel]
"""(ISO 639-1, level)."""


class LanguageRow(RowEditor[Spoken]):
    """One language and how it is spoken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = LanguageField(hint=_("Language"))
        self.language.setMaximumWidth(240)
        self.level: SegmentsField[LanguageLevel] = SegmentsField(
            ((LanguageLevel.FLUENT, _("fluent")), (LanguageLevel.INTERPRETER, _("with interpreter"))), clears=False
        )
        remove = RemoveButton(_("Remove this language"))
        remove.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(self.language, 1)
        row.addWidget(self.level, 1)
        row.addWidget(remove)

    def parts(self) -> tuple[Field[Any], ...]:
        return (self.language, self.level)

    def value(self) -> Spoken | None:
        language, level = self.language.value(), self.level.value()
        return (language, level) if language and level else None

    def set_value(self, value: Spoken) -> None:
        self.language.set_value(value[0])
        self.level.set_value(value[1])

    def error(self) -> str:
        language, level = self.language.value(), self.level.value()
        if language and level is None:
            return _("Say how well you speak {language} on stage").replace("{language}", language_name(language))
        return super().error() or (_("Choose a language from the list") if level and not language else "")

    def name_parts(self, name: str) -> None:
        self.language.set_name(name)
        self.level.set_name(_("{field}, level").replace("{field}", name))


class LanguagesField(RowsField[Spoken]):
    """All languages that somebody works in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Add a language"), parent=parent)

    def make_row(self) -> LanguageRow:
        return LanguageRow()
