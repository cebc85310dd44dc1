"""Letters of every kind: form of address, e-mail text, findings, voided ones, and the owner's own building blocks."""

from __future__ import annotations

from typing import Protocol

COLUMNS = (
    "ALTER TABLE letters ADD COLUMN familiar INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE letters ADD COLUMN addressee_id INTEGER REFERENCES peers (id) ON DELETE RESTRICT",
    "ALTER TABLE letters ADD COLUMN email TEXT NOT NULL DEFAULT '{}'",
    "ALTER TABLE letters ADD COLUMN findings TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE owner ADD COLUMN records_language TEXT NOT NULL DEFAULT 'en'",
    "ALTER TABLE owner ADD COLUMN familiar TEXT NOT NULL DEFAULT '[]'",
)

TABLES = (
    "CREATE INDEX letters_by_addressee ON letters (addressee_id) WHERE addressee_id IS NOT NULL",
    # Beside the letter, never in it: a sent letter stays as it was.
    """CREATE TABLE voided_letters (
        letter_id INTEGER PRIMARY KEY REFERENCES letters (id) ON DELETE RESTRICT,
        at TEXT NOT NULL, reason TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE phrase_changes (
        language TEXT NOT NULL, block TEXT NOT NULL, tone TEXT NOT NULL, variants TEXT NOT NULL,
        PRIMARY KEY (language, block, tone)
    ) STRICT""",
    """CREATE TABLE peer_sentences (
        peer_id INTEGER NOT NULL REFERENCES peers (id) ON DELETE CASCADE,
        language TEXT NOT NULL, sentence TEXT NOT NULL,
        PRIMARY KEY (peer_id, language)
    ) STRICT""",
)


class Database(Protocol):
    """What a migration needs of peewee's database."""

    def execute_sql(self, sql: str) -> object: ...


def up(_migrator: object, db: Database) -> None:
    """Add the columns and tables; what is there keeps its meaning."""
    for statement in (*COLUMNS, *TABLES):
        db.execute_sql(statement)
