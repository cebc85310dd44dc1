"""How the window looks: Fusion with our palette, stylesheet and type, light or dark, following the system live.

Style names for everybody (set with ``widget.setProperty`` before first show, or ``set_style`` later):

- labels: ``role`` = title, section, strong, secondary, caption, error, warning, accent
- frames: ``role`` = notice (tinted box), card, line, dropzone
- buttons: ``primary`` = True (one per page), ``danger`` = True, ``role`` = tab (checkable word above a list) or link
  (``flush`` = True where its words begin right under others),
  ``menu`` = True (a button that drops a menu), ``small`` = True (inside a row)
- lists: ``role`` = rows for those whose delegate paints the ground itself (RowList has it)
- fields: ``invalid`` = True while the text cannot be used; ``bare`` = True for a field without a frame
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from fitdesk.ui.colours import DARK, LIGHT, Colours, colours_of
from fitdesk.ui.stylesheet import stylesheet

__all__ = [
    "KEYBOARD",
    "MARGIN",
    "SPACE",
    "Appearance",
    "apply_theme",
    "body_points",
    "colours_of",
    "font_of",
    "set_style",
]

SPACE = 8
"""The grid, in device-independent pixels."""
MARGIN = 24
"""Around a page."""
KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
"""How the focus comes to those who need to see where it is; rows that paint themselves ring it only then."""


class Appearance(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


_BARE_FAMILIES = ("Sans Serif", "Sans", "DejaVu Sans")
_BETTER_FAMILIES = ["Inter", "Cantarell", "Noto Sans", "Ubuntu", "Liberation Sans", "DejaVu Sans"]


def apply_theme(app: QApplication, appearance: Appearance | str = Appearance.SYSTEM) -> None:
    """Dress ``app``; call again to change the appearance. With SYSTEM it follows the desktop from then on."""
    # Not findChild: PySide takes 10 ms to prepare its first call.
    theme = next((child for child in app.children() if isinstance(child, _Theme)), None) or _Theme(app)
    theme.wear(Appearance(appearance))


class _Theme(QObject):
    """Remembers the chosen appearance and dresses the application again when the system's scheme changes."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._appearance = Appearance.SYSTEM
        self._worn: Colours | None = None
        app.setStyle("Fusion")
        app.setFont(_body_font(app.font()))
        app.styleHints().colorSchemeChanged.connect(self._dress)

    def wear(self, appearance: Appearance) -> None:
        self._appearance = appearance
        hints = self._app.styleHints()
        if appearance is Appearance.SYSTEM:
            hints.unsetColorScheme()
        else:
            dark = appearance is Appearance.DARK
            hints.setColorScheme(Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light)
        self._dress()

    def _dress(self) -> None:
        dark = self._appearance is Appearance.DARK or (
            self._appearance is Appearance.SYSTEM and self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        )
        colours = DARK if dark else LIGHT
        self._app.setPalette(_palette(colours))
        if colours is not self._worn:
            self._worn = colours
            self._app.setStyleSheet(stylesheet(colours, body_points(self._app.font())))


def _palette(colours: Colours) -> QPalette:
    """``colours`` as a palette, for everything that the stylesheet does not name."""
    role = QPalette.ColorRole
    palette = QPalette(QColor(colours.window))
    for which, value in (
        (role.Window, colours.window),
        (role.Base, colours.window),
        (role.AlternateBase, colours.hover),
        (role.Button, colours.window),
        (role.ToolTipBase, colours.window),
        (role.WindowText, colours.text),
        (role.Text, colours.text),
        (role.ButtonText, colours.text),
        (role.ToolTipText, colours.text),
        (role.PlaceholderText, colours.dimmed),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        (role.Accent, colours.accent),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
    ):
        palette.setColor(which, QColor(value))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.dimmed))
    return palette


def _body_font(system: QFont) -> QFont:
    """The system's font with tabular figures; where the system names none of its own, the best face installed."""
    font = QFont(system)
    if font.family() in _BARE_FAMILIES:
        font.setFamilies(_BETTER_FAMILIES)
        font.setPointSizeF(max(10.0, font.pointSizeF()))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def body_points(font: QFont) -> float:
    """The size of running text in points, also where the system gives it in pixels."""
    return font.pointSizeF() if font.pointSizeF() > 0 else font.pixelSize() * 0.75


def font_of(font: QFont, *, larger: float = 0.0, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """``font`` made ``larger`` by that many points and of ``weight``; for widgets that paint themselves."""
    made = QFont(font)
    made.setPointSizeF(body_points(font) + larger)
    made.setWeight(weight)
    return made


def set_style(widget: QWidget, name: str, value: object) -> None:
    """Set the style property ``name`` of a widget that is already shown, and polish it again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()
