"""For which offerings the rules are: for all, or for one that is judged otherwise in some points."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner
from fitdesk.i18n import _, plural
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.workflows.rules_draft import RulesDraft


class _Box(QComboBox):
    """Turning the wheel over it scrolls the page and changes nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ScopeField(QWidget):
    """``chosen(offering_id)``; None is for all offerings."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ids: list[int | None] = [None]
        self._shown: tuple[tuple[int | None, str], ...] = ()
        self.box = _Box()
        self.box.setAccessibleName(_("For which offerings"))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(24)
        self.box.activated.connect(lambda place: self.chosen.emit(self._ids[place]))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(PlainLabel(_("Counts for")))
        row.addWidget(self.box, 1)

    def show_scopes(self, owner: Owner, offerings: Sequence[Offering], chosen: int | None) -> None:
        """List all active offerings (and the chosen one), with how many points each has of its own."""
        listed = tuple(
            (one.id, scope_words(owner, one)) for one in offerings if one.active or one.id == chosen or _has_own(one)
        )
        scopes = ((None, _("All offerings")), *listed)
        if scopes != self._shown:
            self._shown = scopes
            self._ids = [number for number, _words in scopes]
            self.box.clear()
            self.box.addItems([words for _number, words in scopes])
        self.box.setCurrentIndex(self._ids.index(chosen) if chosen in self._ids else 0)
        self.setVisible(bool(listed))


def scope_words(owner: Owner, offering: Offering) -> str:
    """An offering's title, with how many points it has of its own."""
    title = offering.title or _("New offering")
    if not _has_own(offering):
        return title
    count = len(RulesDraft.of(owner, offering).own_keys())
    return f"{title} · {plural('{n} rule of its own', '{n} rules of its own', count)}" if count else title


def _has_own(offering: Offering) -> bool:
    return bool(offering.weights or offering.curves or offering.vetoes_off is not None)
