"""What the owner is not good at: an entry of its own on the Offerings page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from fitdesk.i18n import _, plural
from fitdesk.store import owner as owners
from fitdesk.ui.offerings.own_form import OwnerForm
from fitdesk.ui.widgets.chips import ChipsField
from fitdesk.ui.widgets.row_delegate import Row

if TYPE_CHECKING:
    from fitdesk.store.store import Store


class WeakSpots(OwnerForm):
    """Chips bound to ``owner.not_good_at``; a topic named here is never the owner's work."""

    entry_id = -1

    def __init__(self, store: Store) -> None:
        super().__init__(
            store,
            _("What I am not good at"),
            _(
                "A request for one of these is declined and goes to a peer who is better at it. "
                "Saying so openly is what makes people believe the rest."
            ),
        )
        self.field = self.form.add(
            "not_good_at",
            _("Topics and kinds of work"),
            ChipsField(hint=_("stand-up comedy, crisis negotiation")),
            helper=_("Enter or a comma adds one; Backspace takes the last one away."),
        )
        self.refresh()

    def row(self) -> Row:
        count = len(owners.get(self.store).not_good_at)
        detail = plural("{n} thing that peers do better", "{n} things that peers do better", count)
        return Row(self.title, detail if count else _("Nothing said yet"))

    def fill(self) -> None:
        self.field.set_value(owners.get(self.store).not_good_at or None)

    def keep(self) -> None:
        before = owners.get(self.store)
        after = replace(before, not_good_at=self.field.value() or ())
        if after != before:
            owners.save(self.store, after)
