"""What is worth a warning about the place of the database: synced folders, little room, no right to write."""

from __future__ import annotations

import shutil
from pathlib import Path

from fitdesk.i18n import _

SYNCED = ("dropbox", "onedrive", "icloud", "mobile documents", "nextcloud", "owncloud", "google drive", "cloudstorage")

LITTLE = 50_000_000
"""Bytes below which a disk counts as full, however small the database is."""


def warnings_for(path: Path, read_only: bool) -> tuple[str, ...]:
    """Plain sentences for the owner; usually none."""
    found = []
    if read_only:
        found.append(_("This database can only be read here: changes cannot be saved."))
    place = str(path.absolute().parent).lower()
    if any(name in place for name in SYNCED):
        found.append(
            _("The database lies in a synced folder, which can damage it. Move it to a folder of this computer only.")
        )
    if _has_little_room(path):
        found.append(_("There is little room left on this disk. Make some, so that backups and changes can be saved."))
    return tuple(found)


def _has_little_room(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < max(3 * path.stat().st_size, LITTLE)
    except OSError:  # some network disks do not tell; a warning is not worth failing for
        return False
