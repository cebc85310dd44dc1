"""The first schema: every table, index, search index and guard."""

from __future__ import annotations

from typing import Protocol

# Days and times are ISO 8601 text, money and days of effort are decimal text, yes and no are 1 and 0. A column that
# holds a value made of several parts (an address, a list of topics) is JSON of the domain type of that name.

OWNER_AND_PEERS = (
    "CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID",
    "INSERT INTO meta (key, value) VALUES ('fit_version', 1)",
    """CREATE TABLE owner (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        name TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, website TEXT NOT NULL, tax_id TEXT NOT NULL,
        address TEXT NOT NULL, home TEXT NOT NULL, locale TEXT NOT NULL, currency TEXT NOT NULL,
        target_rate TEXT, rates TEXT NOT NULL, travel_limit TEXT, capacity_days TEXT, capacity_cap INTEGER,
        focus TEXT NOT NULL, not_good_at TEXT NOT NULL, consent_months INTEGER NOT NULL,
        thresholds TEXT NOT NULL, weights TEXT NOT NULL, letterhead TEXT NOT NULL, logo BLOB, signature BLOB
    ) STRICT""",
    """CREATE TABLE peers (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL, gender TEXT, pronoun_subject TEXT NOT NULL,
        email TEXT NOT NULL, phone TEXT NOT NULL, website TEXT NOT NULL, address TEXT NOT NULL, home TEXT NOT NULL,
        headline TEXT NOT NULL, differs TEXT NOT NULL, not_good_at TEXT NOT NULL, active INTEGER NOT NULL,
        conflicts TEXT NOT NULL, benefit TEXT NOT NULL, seen TEXT, verified TEXT, note TEXT NOT NULL,
        trashed_at TEXT
    ) STRICT""",
    """CREATE TABLE offerings (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        peer_id INTEGER REFERENCES peers (id) ON DELETE CASCADE, position INTEGER NOT NULL DEFAULT 0,
        title TEXT NOT NULL, summary TEXT NOT NULL, active INTEGER NOT NULL,
        formats TEXT NOT NULL, modes TEXT NOT NULL, minutes TEXT, topics TEXT NOT NULL,
        confidence INTEGER, similar_jobs INTEGER, audience_min INTEGER, audience_max INTEGER,
        audience_levels TEXT NOT NULL, sectors TEXT NOT NULL, languages TEXT NOT NULL,
        lead_minimum INTEGER NOT NULL, lead_ideal INTEGER NOT NULL, style TEXT, limits TEXT,
        fee_list TEXT, fee_floor TEXT, currency TEXT NOT NULL, effort_days TEXT, expenses TEXT,
        package TEXT NOT NULL, fixed_package INTEGER, trashed_at TEXT
    ) STRICT""",
    "CREATE INDEX offerings_by_peer ON offerings (peer_id, position, id)",
    """CREATE TABLE consents (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        peer_id INTEGER NOT NULL REFERENCES peers (id) ON DELETE CASCADE,
        given TEXT NOT NULL, how TEXT NOT NULL, withdrawn TEXT, is_current INTEGER NOT NULL
    ) STRICT""",
    "CREATE UNIQUE INDEX consents_current ON consents (peer_id) WHERE is_current = 1",
    "CREATE INDEX consents_by_peer ON consents (peer_id)",
    """CREATE TABLE evidence (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        peer_id INTEGER NOT NULL REFERENCES peers (id) ON DELETE CASCADE, position INTEGER NOT NULL,
        day TEXT NOT NULL, fact TEXT NOT NULL, outcome TEXT
    ) STRICT""",
    "CREATE INDEX evidence_by_peer ON evidence (peer_id, position)",
)

INQUIRIES = (
    """CREATE TABLE organizations (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL, sector TEXT, address TEXT NOT NULL, note TEXT NOT NULL, name_key TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX organizations_by_name ON organizations (name_key)",
    """CREATE TABLE contacts (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        organization_id INTEGER REFERENCES organizations (id) ON DELETE SET NULL,
        name TEXT, email TEXT, phone TEXT, organization TEXT, role TEXT, gender TEXT, academic_title TEXT,
        address TEXT NOT NULL, language TEXT, note TEXT NOT NULL,
        name_key TEXT NOT NULL, email_key TEXT NOT NULL, organization_key TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX contacts_by_email ON contacts (email_key)",
    "CREATE INDEX contacts_by_name ON contacts (name_key, organization_key)",
    "CREATE INDEX contacts_by_organization ON contacts (organization_id)",
    # The narrow columns that lists read come first; the long text comes last, so that lists never load its pages.
    """CREATE TABLE inquiries (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        contact_id INTEGER REFERENCES contacts (id) ON DELETE SET NULL,
        shelf TEXT NOT NULL, status TEXT NOT NULL, received TEXT,
        title TEXT NOT NULL, who TEXT NOT NULL, organization TEXT NOT NULL, city TEXT NOT NULL,
        format TEXT, mode TEXT, first_date TEXT, last_date TEXT,
        date_order TEXT NOT NULL, name_order TEXT NOT NULL,
        fit_low REAL, fit_high REAL, verdict TEXT, fit_version INTEGER, trashed_at TEXT,
        channel TEXT NOT NULL, language TEXT, reply_by TEXT, others_considered INTEGER, scope TEXT,
        must_haves TEXT, budget TEXT NOT NULL, style TEXT NOT NULL, owners_word TEXT NOT NULL, stalls TEXT NOT NULL,
        contact TEXT NOT NULL, event TEXT NOT NULL, keywords TEXT NOT NULL,
        subject TEXT NOT NULL, goal TEXT, note TEXT NOT NULL, text TEXT NOT NULL,
        CHECK (shelf = CASE WHEN trashed_at IS NOT NULL THEN 'trash'
                            WHEN status IN ('new', 'asked', 'held') THEN 'open' ELSE 'decided' END)
    ) STRICT""",
    "CREATE INDEX inquiries_by_status ON inquiries (shelf, status)",
    "CREATE INDEX inquiries_newest ON inquiries (shelf, received DESC, id DESC, status, fit_version)",
    """CREATE INDEX inquiries_by_fit ON inquiries
        (shelf, fit_low DESC, fit_high DESC, received DESC, id DESC, status, fit_version)""",
    "CREATE INDEX inquiries_by_date ON inquiries (shelf, date_order, id DESC, status)",
    "CREATE INDEX inquiries_by_name ON inquiries (shelf, name_order, id DESC, status)",
    "CREATE INDEX inquiries_by_contact ON inquiries (contact_id)",
    """CREATE TABLE status_changes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        inquiry_id INTEGER NOT NULL REFERENCES inquiries (id) ON DELETE CASCADE, position INTEGER NOT NULL,
        at TEXT NOT NULL, status TEXT NOT NULL, reason TEXT NOT NULL, fit TEXT, verdict TEXT
    ) STRICT""",
    "CREATE INDEX status_changes_by_inquiry ON status_changes (inquiry_id, position)",
    """CREATE TABLE originals (
        inquiry_id INTEGER PRIMARY KEY REFERENCES inquiries (id) ON DELETE CASCADE,
        name TEXT NOT NULL, sha256 TEXT NOT NULL, data BLOB NOT NULL
    ) STRICT""",
    """CREATE TABLE calendar_entries (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        first TEXT NOT NULL, last TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL,
        inquiry_id INTEGER REFERENCES inquiries (id) ON DELETE SET NULL, trashed_at TEXT
    ) STRICT""",
    "CREATE INDEX calendar_entries_by_day ON calendar_entries (first, last)",
    "CREATE INDEX calendar_entries_by_inquiry ON calendar_entries (inquiry_id)",
)

LETTERS = (
    """CREATE TABLE letters (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        inquiry_id INTEGER REFERENCES inquiries (id) ON DELETE RESTRICT,
        status TEXT NOT NULL, kind TEXT NOT NULL, tone TEXT NOT NULL, locale TEXT NOT NULL, day TEXT NOT NULL,
        recipient TEXT NOT NULL, subject TEXT NOT NULL, peer_ids TEXT NOT NULL, peer_names TEXT NOT NULL,
        sent_at TEXT, sent_by TEXT, override TEXT NOT NULL, trashed_at TEXT,
        text TEXT NOT NULL, words TEXT NOT NULL, facts TEXT NOT NULL, pdf BLOB,
        CHECK (status <> 'sent' OR (pdf IS NOT NULL AND sent_at IS NOT NULL AND trashed_at IS NULL))
    ) STRICT""",
    "CREATE INDEX letters_by_day ON letters (day DESC, id DESC)",
    "CREATE INDEX letters_by_inquiry ON letters (inquiry_id)",
    "CREATE INDEX letters_in_trash ON letters (trashed_at) WHERE trashed_at IS NOT NULL",
    """CREATE TRIGGER sent_letters_stay BEFORE UPDATE ON letters WHEN old.status = 'sent'
    BEGIN SELECT RAISE(ABORT, 'A sent letter is kept exactly as it was. Write a new one from it instead.'); END""",
    """CREATE TRIGGER sent_letters_are_kept BEFORE DELETE ON letters WHEN old.status = 'sent'
    BEGIN SELECT RAISE(ABORT, 'A sent letter is kept for ever.'); END""",
    # Replacing a row deletes it without its trigger.
    """CREATE TRIGGER sent_letters_are_not_replaced BEFORE INSERT ON letters
    WHEN EXISTS (SELECT 1 FROM letters WHERE id = new.id AND status = 'sent')
    BEGIN SELECT RAISE(ABORT, 'A sent letter is kept for ever.'); END""",
    """CREATE TABLE disclosures (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        letter_id INTEGER NOT NULL REFERENCES letters (id) ON DELETE RESTRICT,
        peer_id INTEGER REFERENCES peers (id) ON DELETE RESTRICT, person TEXT NOT NULL, fields TEXT NOT NULL,
        recipient TEXT NOT NULL, day TEXT NOT NULL, consent TEXT NOT NULL, at TEXT NOT NULL, pdf_sha256 TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX disclosures_by_letter ON disclosures (letter_id)",
    "CREATE INDEX disclosures_by_peer ON disclosures (peer_id)",
    """CREATE TABLE referrals (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        direction TEXT NOT NULL,
        peer_id INTEGER NOT NULL REFERENCES peers (id) ON DELETE RESTRICT, peer_name TEXT NOT NULL,
        inquiry_id INTEGER REFERENCES inquiries (id) ON DELETE RESTRICT,
        letter_id INTEGER REFERENCES letters (id) ON DELETE RESTRICT,
        day TEXT NOT NULL, outcome TEXT, note TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX referrals_by_peer ON referrals (peer_id, direction, day)",
    "CREATE INDEX referrals_by_inquiry ON referrals (inquiry_id)",
    "CREATE INDEX referrals_by_letter ON referrals (letter_id)",
    """CREATE TABLE follow_ups (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        due TEXT NOT NULL, what TEXT NOT NULL, done TEXT,
        inquiry_id INTEGER REFERENCES inquiries (id) ON DELETE CASCADE,
        peer_id INTEGER REFERENCES peers (id) ON DELETE CASCADE
    ) STRICT""",
    "CREATE INDEX follow_ups_by_due ON follow_ups (done, due)",
    "CREATE INDEX follow_ups_by_inquiry ON follow_ups (inquiry_id)",
    "CREATE INDEX follow_ups_by_peer ON follow_ups (peer_id)",
    "CREATE TABLE typing (key TEXT NOT NULL PRIMARY KEY, text TEXT NOT NULL) STRICT, WITHOUT ROWID",
)

SEARCHED = (
    ("inquiries", ("title", "who", "organization", "city", "keywords", "subject", "goal", "note", "text")),
    ("contacts", ("name", "email", "organization")),
    ("letters", ("recipient", "subject", "peer_names", "words")),
)
"""Tables with a full-text index, and the columns in it."""


class Database(Protocol):
    """What a migration needs of peewee's database."""

    def execute_sql(self, sql: str) -> object: ...


def search_index(table: str, columns: tuple[str, ...]) -> str:
    """An FTS5 index over ``table`` that keeps no copy of the text.

    One letter is among the prefixes: 5 % more file, and the first key of a search over 100,000 inquiries takes 13 ms
    instead of 61. There are no triggers, because SQLite refuses them on FTS5 while trusted_schema is off: search.py
    follows every change.
    """
    return (
        f"CREATE VIRTUAL TABLE {table}_words USING fts5 ({', '.join(columns)}, content='{table}', "
        "content_rowid='id', prefix='1 2 3 4', tokenize='unicode61 remove_diacritics 2')"
    )


def up(_migrator: object, db: Database) -> None:
    """Make everything."""
    for statement in (*OWNER_AND_PEERS, *INQUIRIES, *LETTERS):
        db.execute_sql(statement)
    for table, columns in SEARCHED:
        db.execute_sql(search_index(table, columns))
