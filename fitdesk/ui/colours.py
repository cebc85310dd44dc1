"""The colours of the window, light and dark; every text colour reaches 4.5 : 1 on every ground it may stand on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from fitdesk.domain.terms import Verdict


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours as "#rrggbb". Grounds first, then lines and marks, then text."""

    window: str
    sidebar: str
    sidebar_selected: str
    selected: str
    hover: str
    field: str
    notice: str
    bar: str
    border: str
    track: str
    hatch: str
    text: str
    dimmed: str
    accent: str
    accent_hover: str
    on_accent: str
    on_bar: str
    accept: str
    ask: str
    decline: str
    your_call: str

    def of_verdict(self, verdict: Verdict | None) -> str:
        """The colour of a verdict's shape, word and bar; dimmed while there is none."""
        # The fields are named like the verdicts: the rules need not be imported before the window is painted.
        return self.dimmed if verdict is None else str(getattr(self, verdict))


LIGHT = Colours(
    window="#ffffff",
    sidebar="#f4f5f7",
    sidebar_selected="#e3efeb",
    selected="#e8f1ee",
    hover="#f0f2f4",
    field="#f4f5f7",
    notice="#fff4d6",
    bar="#2a2e35",
    border="#dfe2e6",
    track="#e9ebef",
    hatch="#bcc3cd",
    text="#1d2025",
    dimmed="#5c6370",
    accent="#2f6f5e",
    accent_hover="#285f50",
    on_accent="#ffffff",
    on_bar="#ffffff",
    accept="#28744f",
    ask="#8f5e0e",
    decline="#b03f35",
    your_call="#5263a0",
)

DARK = Colours(
    window="#1b1d21",
    sidebar="#151719",
    sidebar_selected="#22352f",
    selected="#24312d",
    hover="#23262b",
    field="#151719",
    notice="#3d3622",
    bar="#3a3f48",
    border="#32363d",
    track="#2c3036",
    hatch="#59616d",
    text="#eceef1",
    dimmed="#a0a7b2",
    accent="#6fc3a8",
    accent_hover="#86d0b8",
    on_accent="#10201b",
    on_bar="#eceef1",
    accept="#66c08f",
    ask="#e0a94e",
    decline="#ee8a7d",
    your_call="#9fadde",
)


def colours_of(palette: QPalette) -> Colours:
    """The table that ``palette`` was made from, for widgets that paint themselves: ``colours_of(self.palette())``."""
    # Links are ours alone: stylesheet rules change a widget's grounds and texts in its palette, never this colour.
    return DARK if palette.color(QPalette.ColorRole.Link) == QColor(DARK.accent) else LIGHT
