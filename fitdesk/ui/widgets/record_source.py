"""What a page of records needs to know of them: where they come from, how they are called, what their lists are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from PySide6.QtWidgets import QWidget

from fitdesk.ui.widgets.row_delegate import Row

R = TypeVar("R")

TRASH = "trash"
"""The key of the view of what was thrown away; every other view shows records that can be edited."""
NEW = 0
"""The list's id of a record that is being typed and not yet kept."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the list. Ids above 0 are records, 0 is the new one, below 0 are the page's own entries."""

    id: int
    row: Row


@dataclass(frozen=True, slots=True)
class View:
    """One of the lists: its key and its word above the list."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class RecordWords:
    """The page's words. ``thing`` is "offering" or "peer"."""

    page: str
    new: str
    search: str
    untitled: str
    empty_title: str
    empty_text: str
    pick_title: str
    pick_text: str


class Records(Protocol[R]):
    """Records of one kind in the store. All may raise StoreError."""

    key: str
    """First part of the keys under which half-typed forms are kept: "offering"."""
    words: RecordWords
    views: Sequence[View]
    """The first one is shown at the start; TRASH is the last."""

    def entries(self, view: str, search: str) -> Sequence[Entry]:
        """The rows of a view, in order, that match ``search``."""
        ...

    def view_of(self, record: R) -> str:
        """In which view a record that is not in the trash is listed."""
        ...

    def name(self, record: R) -> str: ...

    def id_of(self, record: R) -> int | None: ...

    def blank(self) -> R:
        """A new record with nothing said yet."""
        ...

    def copy(self, record: R) -> R:
        """The same as a new record, with a name that says so."""
        ...

    def get(self, number: int) -> R: ...

    def save(self, record: R) -> R: ...

    def trash(self, number: int) -> None: ...

    def untrash(self, number: int) -> None: ...


class OwnEntry(QWidget):
    """An entry of the page's own above its records, with its own editor: this widget."""

    entry_id = -1

    def row(self) -> Row:
        """How it reads in the list."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read the store again, unless something typed waits."""

    def settle(self) -> None:
        """Keep what is typed now."""

    def focus_first(self) -> None:
        """Put the focus into its first field."""
