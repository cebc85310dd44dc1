"""The Qt bindings in use must not lose references to None (PySide6 6.12.0 on Python 3.10 and 3.11 did, and aborted)."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


def test_void_calls_do_not_take_references_to_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    texts = ["a", "b"] * 1000
    before = sys.getrefcount(None)
    for text in texts:
        label.setText(text)
    # The faulty version loses one a call; a handful either way is the interpreter's own business.
    assert sys.getrefcount(None) > before - 100
