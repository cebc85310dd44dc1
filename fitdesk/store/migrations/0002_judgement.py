"""The judgement: own value functions, calendar files, holds that run out, and what decisions came from and led to."""

from __future__ import annotations

from typing import Protocol

COLUMNS = (
    "ALTER TABLE owner ADD COLUMN curves TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE owner ADD COLUMN vetoes_off TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE owner ADD COLUMN timezone TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE owner ADD COLUMN travel_before_from TEXT",
    "ALTER TABLE owner ADD COLUMN travel_after_from TEXT",
    "ALTER TABLE offerings ADD COLUMN preparation_days INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE offerings ADD COLUMN effort_months INTEGER NOT NULL DEFAULT 1",
    "ALTER TABLE offerings ADD COLUMN weights TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE offerings ADD COLUMN curves TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE offerings ADD COLUMN vetoes_off TEXT",
    "ALTER TABLE status_changes ADD COLUMN reasons TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE status_changes ADD COLUMN against INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE status_changes ADD COLUMN come_back TEXT",
    "ALTER TABLE status_changes ADD COLUMN snapshot TEXT",
    "ALTER TABLE inquiries ADD COLUMN post_mortem TEXT",
    "ALTER TABLE calendar_entries ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE calendar_entries ADD COLUMN expires TEXT",
    "ALTER TABLE calendar_entries ADD COLUMN before INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE calendar_entries ADD COLUMN after INTEGER NOT NULL DEFAULT 0",
)

TABLES = (
    """CREATE TABLE linked_calendars (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL, path TEXT NOT NULL UNIQUE, read_at TEXT, fingerprint TEXT NOT NULL, covers_until TEXT,
        trouble TEXT NOT NULL, notes TEXT NOT NULL
    ) STRICT""",
    # Every occurrence by itself, recurrences already worked out: availability never has to think about rules.
    """CREATE TABLE occurrences (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        calendar_id INTEGER NOT NULL REFERENCES linked_calendars (id) ON DELETE CASCADE,
        first TEXT NOT NULL, last TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL,
        "start" TEXT, "end" TEXT
    ) STRICT""",
    "CREATE INDEX occurrences_by_day ON occurrences (first, last)",
    "CREATE INDEX occurrences_by_calendar ON occurrences (calendar_id)",
    # An offering removed for good takes its own rules along: without it they would read as rules of all offerings.
    """CREATE TABLE rule_changes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL, before TEXT NOT NULL, after TEXT NOT NULL,
        offering_id INTEGER REFERENCES offerings (id) ON DELETE CASCADE,
        flipped INTEGER NOT NULL, reason TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX rule_changes_by_offering ON rule_changes (offering_id)",
    """CREATE TABLE second_looks (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        inquiry_id INTEGER NOT NULL REFERENCES inquiries (id) ON DELETE CASCADE,
        at TEXT NOT NULL, would_accept INTEGER NOT NULL, accepted INTEGER NOT NULL
    ) STRICT""",
    "CREATE INDEX second_looks_by_inquiry ON second_looks (inquiry_id)",
    # What Today asks each time it shows: small indexes of only what waits, so that 100,000 inquiries cost nothing.
    "CREATE INDEX status_changes_withdrawn ON status_changes (at) WHERE status = 'withdrawn'",
    """CREATE INDEX inquiries_to_look_back_on ON inquiries (last_date)
        WHERE shelf = 'decided' AND status = 'accepted' AND post_mortem IS NULL""",
    "CREATE INDEX status_changes_newest ON status_changes (at DESC, inquiry_id DESC)",
    "CREATE INDEX status_changes_by_come_back ON status_changes (come_back) WHERE come_back IS NOT NULL",
    "CREATE INDEX calendar_entries_by_expiry ON calendar_entries (expires) WHERE expires IS NOT NULL",
    # Remembered scores were made by older rules.
    """UPDATE meta SET value = value + 1 WHERE key = 'fit_version' AND EXISTS (SELECT 1 FROM inquiries)""",
)


class Database(Protocol):
    """What a migration needs of peewee's database."""

    def execute_sql(self, sql: str) -> object: ...


def up(_migrator: object, db: Database) -> None:
    """Add the columns and tables; what is there keeps its meaning."""
    for statement in (*COLUMNS, *TABLES):
        db.execute_sql(statement)
