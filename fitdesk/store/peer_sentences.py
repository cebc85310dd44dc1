"""What the owner always says about a peer, one text for each language."""

from __future__ import annotations

from fitdesk.domain.letter import PeerSentence
from fitdesk.store.kinds import Kind
from fitdesk.store.shape import shape_of
from fitdesk.store.store import Store


def for_peer(store: Store, peer_id: int) -> tuple[PeerSentence, ...]:
    """The sentences on one peer, by language."""
    shape = shape_of(PeerSentence)
    sql = f"SELECT {shape.listed} FROM peer_sentences WHERE peer_id = ? ORDER BY language"
    return tuple(shape.build(row) for row in store.rows(sql, (peer_id,)))


def keep(store: Store, own: PeerSentence) -> None:
    """Write the sentence for that peer and language down; an empty one takes it away."""
    sentence = " ".join(own.sentence.split())
    key = (own.peer_id, own.language)
    with store.transaction(Kind.PEERS):
        if not sentence:
            store.run("DELETE FROM peer_sentences WHERE peer_id = ? AND language = ?", key)
            return
        sql = """INSERT INTO peer_sentences (peer_id, language, sentence) VALUES (?, ?, ?)
            ON CONFLICT (peer_id, language) DO UPDATE SET sentence = excluded.sentence"""
        store.run(sql, (*key, sentence))
