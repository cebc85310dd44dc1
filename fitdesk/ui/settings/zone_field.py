"""The field for a time zone: typed in part and completed, by its IANA name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QTimeZone
from PySide6.QtWidgets import QWidget

from fitdesk.i18n import _
from fitdesk.ui.widgets.choice_field import LookupField

_NOT_OFFERED = ("Etc/", "posix/", "right/", "SystemV/", "US/", "Canada/", "Brazil/", "Chile/", "Mexico/")
"""Beginnings of names that stand for others, or for no place at all; they can be typed all the same."""


class ZoneField(LookupField[str]):
    """An IANA name such as "Europe/London"; None for the computer's own zone, which the empty field names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _places,
            more=_all,
            hint=_("as on this computer: {zone}").replace("{zone}", own_zone()),
            problem=_("Choose a zone such as Europe/London, or leave it empty"),
            parent=parent,
        )

    def _name(self, value: str) -> str:
        return _words(value)


def own_zone() -> str:
    """The computer's own zone, in words: "Europe/London"."""
    return _words(bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace"))


@cache
def _all() -> Sequence[tuple[str, str]]:
    # Qt's list: zoneinfo would open six hundred files for the same names (75 ms, and this is asked while typing).
    names = (bytes(found.data()).decode("ascii", "replace") for found in QTimeZone.availableTimeZoneIds())
    return [(name, _words(name)) for name in sorted(names) if not name.startswith(("UTC+", "UTC-"))]


@cache
def _places() -> Sequence[tuple[str, str]]:
    return [(name, words) for name, words in _all() if "/" in name and not name.startswith(_NOT_OFFERED)]


def _words(name: str) -> str:
    return name.replace("_", " ")
