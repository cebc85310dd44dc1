"""The one stylesheet of the application, filled from a table of colours and the sizes of the system's font."""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from fitdesk.paths import resources
from fitdesk.ui.colours import DARK, Colours

_RULES = Template("""
QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title_size}pt; font-weight: 600; }
QLabel[role="section"] { font-size: ${section_size}pt; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="secondary"] { color: $dimmed; }
QLabel[role="caption"] { color: $dimmed; font-size: ${caption_size}pt; }
QLabel[role="error"] { color: $decline; }
QLabel[role="warning"] { color: $ask; }
QLabel[role="accent"] { color: $accent; font-weight: 600; }
QFrame[role="notice"] { background: $notice; border: none; border-radius: 8px; }
QFrame[role="card"] { background: $sidebar; border: none; border-radius: 8px; }
QFrame[role="line"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
QWidget[role="sidebar"] { background: $sidebar; }

QPushButton { background: $window; color: $text; border: 1px solid $border; border-radius: 8px;
    padding: 0 14px; min-height: 32px; font-weight: 500; outline: none; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $track; }
QPushButton:focus { border: 2px solid $accent; padding: 0 13px; min-height: 30px; }
QPushButton:disabled { color: $dimmed; background: $hover; }
QPushButton[primary="true"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[primary="true"]:hover, QPushButton[primary="true"]:pressed { background: $accent_hover; }
QPushButton[primary="true"]:focus { border: 2px solid $text; }
QPushButton[primary="true"]:disabled { background: $track; border-color: $track; color: $dimmed; }
QPushButton[danger="true"] { color: $decline; }
QPushButton[small="true"] { border-radius: 6px; padding: 0 10px; min-height: 26px; font-size: ${caption_size}pt; }
QPushButton[small="true"]:focus { padding: 0 9px; min-height: 24px; }
QPushButton[small="true"][menu="true"] { padding-right: 24px; }
QPushButton[role="tab"] { background: transparent; color: $dimmed; border: 1px solid transparent;
    border-radius: 6px; padding: 0 8px; min-height: 24px; font-weight: 400; }
QPushButton[role="tab"]:hover { color: $text; }
QPushButton[role="tab"]:checked { color: $text; font-weight: 600; }
QPushButton[role="tab"]:focus { border: 1px solid $accent; padding: 0 8px; min-height: 24px; }
QPushButton[role="link"] { background: transparent; color: $accent; border: 1px solid transparent;
    border-radius: 6px; padding: 0 4px; min-height: 24px; font-weight: 600; text-align: left; }
QPushButton[role="link"]:hover { color: $accent_hover; }
QPushButton[role="link"]:focus { border: 1px solid $accent; padding: 0 4px; min-height: 24px; }
QPushButton[role="link"][flush="true"], QPushButton[role="link"][flush="true"]:focus { padding: 0 4px 0 0; }
QPushButton::menu-indicator { image: url("$down"); subcontrol-position: right center; right: 8px;
    width: 12px; height: 12px; }
QPushButton[menu="true"] { padding-right: 28px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px; color: $text; }
QToolButton:hover { background: $hover; }
QToolButton:pressed, QToolButton:checked { background: $track; }
QToolButton:focus { border: 1px solid $accent; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox { background: $field; color: $text;
    border: 1px solid $border; border-radius: 8px; padding: 0 9px; min-height: 32px;
    placeholder-text-color: $dimmed;
    selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit, QTextEdit { padding: 5px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {
    border: 2px solid $accent; padding: 0 8px; min-height: 30px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 4px; }
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"], QComboBox[invalid="true"] { border-color: $decline; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $dimmed; }
QLineEdit[bare="true"], QPlainTextEdit[bare="true"] { background: transparent; border: none; padding: 0; }
QLineEdit > QToolButton { border: none; padding: 0; background: transparent; }
QComboBox::drop-down { border: none; width: 26px; }
QComboBox::down-arrow { image: url("$down"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $window; color: $text; border: 1px solid $border; padding: 4px; outline: none;
    selection-background-color: $selected; selection-color: $text; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: none; }

QListView, QTreeView { background: $window; color: $text; border: 1px solid $border; outline: none;
    selection-background-color: $selected; selection-color: $text; }
QListWidget { background: transparent; border: none; }
QListView[role="rows"], QTableView[role="rows"] { background: transparent; border: none; outline: none;
    selection-background-color: transparent; }
QScrollArea, QScrollArea > QWidget > QWidget[role="scrolled"] { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: $hatch; border-radius: 3px; min-height: 32px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle:horizontal { background: $hatch; border-radius: 3px; min-width: 32px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QMenu { background: $window; color: $text; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $dimmed; }
QMenu::separator { background: $border; height: 1px; margin: 4px 8px; }
QToolTip { background: $window; color: $text; border: 1px solid $border; padding: 4px; }
QProgressBar { background: $track; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }

QFrame[role="bar"] { background: $bar; border-radius: 8px; }
QFrame[role="bar"] QLabel { color: $on_bar; }
QFrame[role="bar"] QPushButton { background: transparent; border: 1px solid transparent; color: $on_bar;
    padding: 0 10px; min-height: 26px; font-weight: 600; }
QFrame[role="bar"] QPushButton:hover { border-color: $dimmed; }
QFrame[role="bar"] QPushButton:focus { border: 1px solid $on_bar; padding: 0 10px; min-height: 26px; }
QFrame[role="bar"] QProgressBar { background: $dimmed; }
QFrame[role="bar"] QProgressBar::chunk { background: $on_bar; }
QFrame[role="palette"] { background: $window; border: 1px solid $border; border-radius: 12px; }
QFrame[role="dropzone"] { background: $sidebar; border: 1px solid $border; border-radius: 8px; }
QFrame[role="dropzone"][focused="true"] { border: 1px solid $accent; }
QFrame[role="dropzone"][dropping="true"] { border: 2px dashed $accent; background: $selected; }
""")


def stylesheet(colours: Colours, body_size: float) -> str:
    """The rules for ``colours``; ``body_size`` is the size of running text in points."""
    arrow = "down-dark.svg" if colours == DARK else "down-light.svg"
    return _RULES.substitute(
        asdict(colours),
        title_size=f"{body_size + 6:g}",
        section_size=f"{body_size + 2:g}",
        caption_size=f"{body_size - 1:g}",
        down=(resources() / "icons" / arrow).as_posix(),
    )
