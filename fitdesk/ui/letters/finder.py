"""Finds the inquiry or the peer that a new letter is about, by name, when the menu does not show them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from fitdesk.domain.peer import Peer
from fitdesk.i18n import _
from fitdesk.store import inquiries
from fitdesk.store.inquiries import InquiryLine, InquiryQuery, View
from fitdesk.ui.format import joined
from fitdesk.ui.widgets.command_palette import CommandPalette, Entry, rank

if TYPE_CHECKING:
    from fitdesk.store.store import Store

MOST_SHOWN = 50
Take = Callable[[int], object]


def inquiry_finder(over: QWidget, store: Store, first: View, take: Take) -> CommandPalette:
    """Over ``over``: those of the view ``first`` at once, all others by typing; ``take(id)`` gets the chosen one."""

    def lines(view: View, text: str = "") -> Sequence[InquiryLine]:
        return inquiries.first_lines(store, InquiryQuery(view, text), MOST_SHOWN)

    def entry(line: InquiryLine) -> Entry:
        return Entry(line.title, joined(line.organization or line.who), partial(take, line.id))

    def others(text: str) -> list[Entry]:
        """By their words too; without those that stand there by their name already."""
        there = {line.id for line in lines(first) if rank(text, [entry(line)])}
        found = [line for view in (View.OPEN, View.DECIDED) for line in lines(view, text)]
        return [entry(line) for line in found if line.id not in there]

    finder = CommandPalette(over, lambda: [entry(line) for line in lines(first)], others)
    finder.field.setPlaceholderText(_("Which inquiry? Type its name, or who asked"))
    finder.field.setAccessibleName(_("Find the inquiry"))
    return finder


def peer_finder(over: QWidget, peers: Sequence[Peer], take: Take) -> CommandPalette:
    """Over ``over``: all ``peers`` by name; ``take(id)`` gets the chosen one."""
    entries = [Entry(peer.name, peer.home.city or "", partial(take, peer.id or 0)) for peer in peers]
    finder = CommandPalette(over, lambda: entries, lambda _text: ())
    finder.field.setPlaceholderText(_("Whom? Type the name"))
    finder.field.setAccessibleName(_("Find the peer"))
    return finder
