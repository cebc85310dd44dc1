"""The topics editor: each topic with its depth and the other words that clients use for it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fitdesk.domain.offering import Topic
from fitdesk.i18n import _
from fitdesk.ui.theme import SPACE
from fitdesk.ui.widgets.chip import CHIP_HEIGHT
from fitdesk.ui.widgets.chips import ChipsField
from fitdesk.ui.widgets.field import Field
from fitdesk.ui.widgets.fields import LineField
from fitdesk.ui.widgets.flow_layout import FlowLayout
from fitdesk.ui.widgets.page import PlainLabel
from fitdesk.ui.widgets.remove_button import RemoveButton
from fitdesk.ui.widgets.rows_field import RowEditor, RowsField
from fitdesk.ui.widgets.segments import SegmentsField


def depth_words() -> tuple[tuple[int, str], ...]:
    """The four depths of a topic, as they read on the screen."""
    return (0, _("not mine")), (1, _("touched on")), (2, _("solid")), (3, _("deepest"))


class TopicRow(RowEditor[Topic]):
    """Name, depth and synonyms of one topic."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = LineField(hint=_("Topic, such as trust after a merger"))
        self.name.setMinimumWidth(180)
        self.how_deep: SegmentsField[int] = SegmentsField(depth_words(), clears=False)
        self.synonyms = ChipsField(hint=_("other words clients use for it"))
        remove = RemoveButton(_("Remove this topic"))
        remove.clicked.connect(self.removed)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, SPACE)
        across.setSpacing(SPACE)
        column = QVBoxLayout()
        column.setSpacing(SPACE // 2)
        head = FlowLayout(gap=SPACE)
        self.name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.how_deep.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        head.addWidget(self.name)
        head.addWidget(self.how_deep)
        column.addLayout(head)
        others = QHBoxLayout()
        others.setSpacing(SPACE)
        also = PlainLabel(_("also called"), "caption")
        also.setFixedHeight(CHIP_HEIGHT + 12)
        others.addWidget(also, 0, Qt.AlignmentFlag.AlignTop)
        others.addWidget(self.synonyms, 1)
        column.addLayout(others)
        across.addLayout(column, 1)
        across.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)

    def parts(self) -> tuple[Field[Any], ...]:
        return (self.name, self.how_deep, self.synonyms)

    def value(self) -> Topic | None:
        name, depth = self.name.value(), self.how_deep.value()
        return Topic(name, depth, self.synonyms.value() or ()) if name and depth is not None else None

    def set_value(self, value: Topic) -> None:
        self.name.set_value(value.name)
        self.how_deep.set_value(value.depth)
        self.synonyms.set_value(value.synonyms or None)

    def error(self) -> str:
        name, depth = self.name.value(), self.how_deep.value()
        if name and depth is None:
            return _("Say how deep your work on “{topic}” goes").replace("{topic}", name)
        if not name and (depth is not None or self.synonyms.value()):
            return _("Give the topic a name")
        return super().error()

    def name_parts(self, name: str) -> None:
        self.name.set_name(name)
        self.how_deep.set_name(_("{field}, depth").replace("{field}", name))
        self.synonyms.set_name(_("{field}, also called").replace("{field}", name))


class TopicsField(RowsField[Topic]):
    """All topics of an offering."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Add a topic"), gap=SPACE // 2, parent=parent)

    def make_row(self) -> TopicRow:
        return TopicRow()
