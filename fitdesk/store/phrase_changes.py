"""The owner's own building blocks of letters, in place of those of the phrase books."""

from __future__ import annotations

from fitdesk.domain.letter import PhraseChange
from fitdesk.store.kinds import Kind
from fitdesk.store.shape import shape_of
from fitdesk.store.store import Store


def for_language(store: Store, language: str) -> tuple[PhraseChange, ...]:
    """Every changed block of the phrase book of ``language`` ("en"), by name."""
    shape = shape_of(PhraseChange)
    sql = f"SELECT {shape.listed} FROM phrase_changes WHERE language = ? ORDER BY block, tone"
    return tuple(shape.build(row) for row in store.rows(sql, (language,)))


def keep(store: Store, change: PhraseChange) -> None:
    """Write the owner's variants of one block down, over what was said before."""
    values = shape_of(PhraseChange).values(change)
    sql = """INSERT INTO phrase_changes (language, block, tone, variants) VALUES (?, ?, ?, ?)
        ON CONFLICT (language, block, tone) DO UPDATE SET variants = excluded.variants"""
    with store.transaction(Kind.LETTERS):
        store.run(sql, (values["language"], values["block"], values["tone"], values["variants"]))


def drop(store: Store, language: str, block: str, tone: str) -> None:
    """Go back to the phrase book's own variants of that block."""
    with store.transaction(Kind.LETTERS):
        store.run("DELETE FROM phrase_changes WHERE language = ? AND block = ? AND tone = ?", (language, block, tone))
