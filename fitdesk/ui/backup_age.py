"""How old the newest backup is, in words."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from fitdesk.i18n import _
from fitdesk.ui.format import ago

if TYPE_CHECKING:
    from fitdesk.store.store import Store


def last_backup(store: Store, today: date) -> str:
    """ "last backup yesterday"; empty before the first one, and for a practice in memory."""
    if store.path is None:
        return ""
    from fitdesk.store import backups  # 6 ms that the first paint need not pay

    newest = backups.newest_first(store.path)
    if not newest:
        return ""
    made = datetime.fromtimestamp(newest[0].stat().st_mtime).date()
    return _("last backup {when}").replace("{when}", ago(min(made, today), today))
