"""Referrals in the last year: how many were given and received, how they ended, who sent somebody back."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from fitdesk.domain.goodwill import Goodwill
from fitdesk.domain.wording import listed
from fitdesk.i18n import _, plural
from fitdesk.ui.insight.block import Block
from fitdesk.ui.widgets.page import PlainLabel


class GoodwillBlock(Block):
    """Hidden while nobody was referred, either way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Referrals in the last year"), parent)
        self.ends = PlainLabel("", "secondary", wraps=True)
        self.back = PlainLabel("", "secondary", wraps=True)
        self.column.addWidget(self.ends)
        self.column.addWidget(self.back)

    def show_goodwill(self, found: Goodwill) -> None:
        self.say(_("Given {given}, received {received}.").format(given=found.given, received=found.received))
        self.ends.setText(ends_words(found))
        self.ends.setVisible(found.given > 0)
        self.back.setText(back_words(found))
        self.back.setVisible(found.peers > 0)
        self.setVisible(found.given + found.received + found.peers > 0)


def ends_words(found: Goodwill) -> str:
    """ "How the clients fared: 4 delighted, 2 fine and 3 not known yet."."""
    ended = (
        (_("{n} delighted"), found.delighted),
        (_("{n} fine"), found.fine),
        (_("{n} disappointed"), found.disappointed),
    )
    known = [words.replace("{n}", str(count)) for words, count in ended if count]
    if not known:
        return _("How the clients fared is not known of any yet: ask, and note it with the peer.")
    if found.untold:
        known.append(_("{n} not known yet").replace("{n}", str(found.untold)))
    return _("How the clients fared: {known}.").replace("{known}", listed(known))


def back_words(found: Goodwill) -> str:
    """ "2 of the 7 peers to whom you ever sent somebody sent somebody to you."."""
    if not found.returning:
        return plural(
            "The peer to whom you sent somebody has sent nobody to you so far.",
            "None of the {n} peers to whom you sent somebody has sent somebody to you so far.",
            found.peers,
        )
    one, many = (
        _("The peer to whom you sent somebody has sent somebody to you."),
        _("Of the {n} peers to whom you ever sent somebody, {back} sent somebody to you."),
    )
    return plural(one, many, found.peers).replace("{back}", str(found.returning))
