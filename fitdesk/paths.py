"""Where files live: what ships with the program, and the user's own database."""

from __future__ import annotations

from pathlib import Path


def resources() -> Path:
    """The folder of everything that is not code: inside an installed package, else beside it in a checkout."""
    installed = Path(__file__).parent / "resources"
    return installed if installed.is_dir() else Path(__file__).parent.parent / "resources"


def default_database() -> Path:
    """The user's database: one file in the local application-data folder."""
    from platformdirs import user_data_path  # costs 14 ms: not before it is asked for

    return user_data_path("FitDesk", appauthor=False, roaming=False) / "fitdesk.sqlite3"
