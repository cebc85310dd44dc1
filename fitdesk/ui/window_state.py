"""What the window remembers between starts: its size, the page, where the splitters stood, light or dark."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSplitter, QWidget

from fitdesk.store import drafts
from fitdesk.store.errors import StoreError
from fitdesk.ui.theme import Appearance

if TYPE_CHECKING:
    from fitdesk.store.store import Store

_KEY = "window"
_APPEARANCE_KEY = "window/appearance"


@dataclass
class WindowState:
    """Sizes in device-independent pixels; ``splitters`` maps a page to the sizes of each of its splitters."""

    width: int = 1280
    height: int = 800
    maximized: bool = False
    splitters: dict[str, list[list[int]]] = field(default_factory=dict)


def load(store: Store) -> WindowState:
    """The state kept by ``save``; the usual one when there is none or it cannot be read."""
    text = drafts.find(store, _KEY)
    if not text:
        return WindowState()
    import json  # costs 4 ms

    try:
        return WindowState(**json.loads(text))
    except (TypeError, ValueError):
        return WindowState()


def save(store: Store, state: WindowState) -> None:
    """Keep ``state``; quietly not where nothing can be written."""
    import json

    if not store.read_only:
        try:
            drafts.keep(store, _KEY, json.dumps(asdict(state)))
        except StoreError:
            return


def appearance(store: Store) -> Appearance:
    """Light, dark, or as the system has it."""
    text = drafts.find(store, _APPEARANCE_KEY)
    return Appearance(text) if text in set(Appearance) else Appearance.SYSTEM


def keep_appearance(store: Store, chosen: Appearance) -> None:
    """Remember ``chosen`` for the next start. Raises StoreError."""
    drafts.keep(store, _APPEARANCE_KEY, str(chosen))


def splitter_sizes(page: QWidget) -> list[list[int]]:
    """The sizes of every splitter on ``page``, in order."""
    return [splitter.sizes() for splitter in page.findChildren(QSplitter)]


def restore_splitters(page: QWidget, sizes: list[list[int]]) -> None:
    """Put the splitters of ``page`` where they stood; left alone when the page is built differently now."""
    splitters = page.findChildren(QSplitter)
    if len(splitters) == len(sizes):
        for splitter, wanted in zip(splitters, sizes, strict=True):
            if len(wanted) == splitter.count() and all(isinstance(size, int) for size in wanted):
                splitter.setSizes(wanted)
