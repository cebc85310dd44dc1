"""A town, found on FitDesk's own map so that travel time can be told."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from fitdesk.domain.event import Place
from fitdesk.i18n import _
from fitdesk.intake.places import country_code, country_name, find_town, fold
from fitdesk.ui.widgets.fields import ParsedField
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.read_words import read_words


def read_place(text: str) -> Place:
    """ "Lyon", "Lyon, France" or "Portland, OR"; a town that is not on the map keeps its name without coordinates."""
    words = read_words(text)
    town, _comma, rest = (part.strip() for part in words.rpartition(","))
    if not town:
        town, rest = rest, ""
    country = country_code(rest) if rest else None
    region = rest.upper() if rest and not country else None
    found = find_town(town, country, region=region)
    if found is None:
        return Place(town if country else words, country)
    place = found.place()
    return place if fold(town) == fold(place.city or "") else replace(place, city=town)


def write_place(place: Place) -> str:
    """ "Lyon, France"."""
    return ", ".join(part for part in (place.city, country_name(place.country) if place.country else None) if part)


class PlaceField(ParsedField[Place]):
    """A town; below it stands whether it is on the map."""

    def __init__(self, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(read_place, write_place, hint=hint, parent=parent)
        self.note = PlainLabel("", "caption", wraps=True)
        self.changed.connect(self._show_note)
        self.column.addWidget(self.note)
        self._show_note()

    def set_value(self, value: Place | None) -> None:
        super().set_value(value if value is not None and value.city else None)
        self._show_note()

    def place(self) -> Place:
        """The town; an empty Place when none is known."""
        return self.value() or Place()

    def _show_note(self) -> None:
        place = self.value()
        missing = place is not None and place.latitude is None
        self.note.setText(
            _("Not on the map, which has towns from 15,000 people: name the nearest larger one to know travel times.")
            if missing
            else ""
        )
        self.note.setVisible(missing)
