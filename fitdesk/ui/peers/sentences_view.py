"""What the owner always says about a peer, in each language of letters; kept as it is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fitdesk.domain.languages import language_name
from fitdesk.domain.letter import PeerSentence
from fitdesk.i18n import _
from fitdesk.letters.languages import LANGUAGES
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.fields import TextField
from fitdesk.ui.widgets.page import PlainLabel

REST_MS = 600


class SentencesView(QWidget):
    """``written(PeerSentence)`` shortly after the typing rests, and before another peer is shown."""

    written = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._peer_id: int | None = None
        self._kept: dict[str, str] = {}
        self.fields: dict[str, TextField] = {}
        self.warnings: dict[str, PlainLabel] = {}
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.keep_now)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        said = _(
            "Whole sentences, such as “Her workshops end with a plan that people keep.” A letter in that language "
            "says them word for word, in place of how they differ from you."
        )
        self.explanation = PlainLabel(said, "caption", wraps=True)
        column.addWidget(self.explanation)
        for code in LANGUAGES:
            field = TextField(lines=1)
            field.set_name(_("What you always say, in {language}").replace("{language}", language_name(code)))
            field.changed.connect(lambda code=code: self._typed(code))
            label = PlainLabel(language_name(code), "secondary")
            label.setBuddy(field)
            warning = PlainLabel("", "warning", wraps=True)
            warning.hide()
            for part in (label, field, warning):
                column.addWidget(part)
            self.fields[code], self.warnings[code] = field, warning

    def show_sentences(self, peer_id: int | None, sentences: Sequence[PeerSentence]) -> None:
        """Show those of a peer; of one not yet saved none can be written."""
        kept = {own.language: own.sentence for own in sentences}
        if (peer_id, kept) == (self._peer_id, self._kept):
            return
        if peer_id != self._peer_id:
            self.keep_now()
        self._peer_id, self._kept = peer_id, kept
        for code, field in self.fields.items():
            field.setEnabled(peer_id is not None)
            if not field.edit.hasFocus() or peer_id is None:
                field.set_value(kept.get(code))
                self._warn(code)

    def _typed(self, code: str) -> None:
        self._warn(code)
        self._rest.start()

    def _warn(self, code: str) -> None:
        """Say beside a sentence what would look odd in a letter; it is kept all the same."""
        said = _odd_in(self.fields[code].value() or "")
        self.warnings[code].setText(said)
        self.warnings[code].setVisible(bool(said))

    def keep_now(self) -> None:
        """Say what was written and not yet said."""
        self._rest.stop()
        if self._peer_id is None:
            return
        for code, field in self.fields.items():
            words = " ".join((field.value() or "").split())
            if words != self._kept.get(code, ""):
                self._kept[code] = words
                self.written.emit(PeerSentence(self._peer_id, code, words))


def _odd_in(words: str) -> str:
    """What a client would stumble over in ``words``; "" when nothing."""
    if any(mark in words for mark in "{}[]<>"):
        return _("Brackets are printed as they stand. Write plain words.")
    if "!" in words or "¡" in words:
        return _("Letters do without exclamation marks: end the sentence with a full stop.")
    if words and words.rstrip("”»’\"')")[-1:] not in (".", "?", "…"):
        return _("End it with a full stop: it stands as a sentence of its own.")
    return ""
