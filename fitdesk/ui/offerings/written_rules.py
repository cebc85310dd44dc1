"""The written history of the rules as the page shows it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from fitdesk.domain.rule_change import Rules
from fitdesk.store import offerings, owner, rule_changes
from fitdesk.ui.offerings.rule_history import HistoryEntry
from fitdesk.ui.offerings.rule_words import history_line
from fitdesk.workflows.judging_rules import standing_rules, without

if TYPE_CHECKING:
    from fitdesk.store.store import Store


def written(store: Store, today: date) -> tuple[HistoryEntry, ...]:
    """Every change in words, newest first. May raise StoreError."""
    titles = {one.id: one.title for trashed in (False, True) for one in offerings.every(store, trashed=trashed)}
    locale = owner.get(store).locale
    standing: dict[int | None, Rules] = {}
    found = []
    for change in rule_changes.every(store):
        scope = change.offering_id
        if scope not in standing:
            standing[scope] = standing_rules(store, scope)
        words = history_line(change, today, offering=titles.get(scope, ""), locale=locale)
        found.append(HistoryEntry(change, words, without(standing[scope], change) != standing[scope]))
    return tuple(found)
