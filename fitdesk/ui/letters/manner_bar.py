"""How a letter speaks: tone, language, Sie or du, Ms or Mr; and writing it afresh."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from fitdesk.domain.contact import Contact, Gender
from fitdesk.domain.letter import Manner, Tone
from fitdesk.i18n import _
from fitdesk.letters.languages import LOCALES
from fitdesk.ui.widgets.flow_layout import FlowLayout
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.segments import Segments

TONES: Final = (Tone.WARM, Tone.FORMAL, Tone.BRIEF)
FORMS: Final = {"de": ("Sie", "du"), "fr": ("vous", "tu"), "es": ("usted", "tú"), "nl": ("u", "je")}
"""The polite and the familiar word of each language that knows both."""


class MannerBar(QWidget):
    """``changed(Manner)`` when the owner chose; ``gender_chosen(Gender | None)``; ``afresh_wanted()``."""

    changed = Signal(object)
    gender_chosen = Signal(object)
    afresh_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._manner = Manner()
        self.tone = Segments((_("Warm"), _("Formal"), _("Brief")))
        self.tone.setAccessibleName(_("Tone"))
        self.language = _choice(_("Language"), [(locale, locale_name(locale)) for locale in LOCALES])
        self.form = _choice(_("Form of address"), [(False, ""), (True, "")])
        self.gender = _choice(
            _("Ms or Mr"), [(None, _("Ms or Mr: left open")), (Gender.FEMALE, _("Ms")), (Gender.MALE, _("Mr"))]
        )
        self.again = QPushButton(_("Write it afresh"))
        self.again.setAutoDefault(False)
        self.spoken_to = PlainLabel("", "secondary")
        row = FlowLayout(self, gap=8)
        for widget in (self.tone, self.language, self.form, self.spoken_to, self.gender, self.again):
            row.addWidget(widget)
        self.tone.chosen.connect(self._tell)
        self.language.activated.connect(lambda *_: self._take_language())
        self.form.activated.connect(lambda *_: self._tell())
        self.gender.activated.connect(lambda *_: self._tell_gender())
        self.again.clicked.connect(self.afresh_wanted)

    def manner(self) -> Manner:
        place = self.tone.index() or 0
        return Manner(TONES[place], str(self.language.currentData()), bool(self.form.currentData()))

    def set_manner(self, manner: Manner) -> None:
        """Show ``manner``, silently."""
        self.tone.set_index(TONES.index(manner.tone))
        self.language.setCurrentIndex(self.language.findData(manner.locale))
        self.form.setCurrentIndex(int(manner.is_familiar))
        self._show_forms()

    def ask_gender(self, contact: Contact, *, is_asked: bool) -> None:
        """Ask how ``contact`` is addressed where that is not on record and makes a difference."""
        name = contact.name or ""
        shown = is_asked and bool(name)
        self.gender.setVisible(shown)
        self.spoken_to.setVisible(shown)
        self.spoken_to.setText(name if len(name) <= 24 else name[:23] + "…")
        self.gender.setCurrentIndex(self.gender.findData(contact.gender))
        self.gender.setAccessibleName(_("Ms or Mr {name}").replace("{name}", name))

    def _take_language(self) -> None:
        self._show_forms()
        self._tell()

    def _show_forms(self) -> None:
        words = FORMS.get(str(self.language.currentData())[:2])
        self.form.setVisible(words is not None)
        for place, word in enumerate(words or ()):
            self.form.setItemText(place, word)

    def _tell(self) -> None:
        self.changed.emit(self.manner())

    def _tell_gender(self) -> None:
        chosen = self.gender.currentData()
        self.gender_chosen.emit(Gender(chosen) if chosen is not None else None)


def locale_name(locale: str) -> str:
    """ "English (UK)", "German" """
    return {
        "en_GB": _("English (UK)"),
        "en_US": _("English (US)"),
        "de_DE": _("German"),
        "fr_FR": _("French"),
        "es_ES": _("Spanish"),
        "nl_NL": _("Dutch"),
    }[locale]


def _choice(name: str, entries: Sequence[tuple[object, str]]) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    for value, word in entries:
        box.addItem(word, value)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box
