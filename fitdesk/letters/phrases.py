"""Phrase books: the building blocks of letters, which variant is chosen, and how merge fields are filled.

A template knows merge fields ``{like_this}`` (``{Like_this}`` begins with a capital) and optional blocks ``[...]``,
which stay only when every field inside has a value. Nothing else: no expressions, no formats, no code. Values are
plain text.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from fitdesk.domain.letter import Tone
from fitdesk.paths import resources

FIELD = re.compile(r"\{([A-Za-z_]+)\}")
OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_SPACE = re.compile(r"\s+")


class PhraseError(ValueError):
    """A phrase book that cannot be used; str() names the block."""


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """``blocks`` maps (block, tone) to variants; ``spelling`` maps (locale, word) to the word as spelt there."""

    blocks: Mapping[tuple[str, str], tuple[str, ...]]
    spelling: Mapping[tuple[str, str], str]
    closes: Mapping[tuple[str, str], tuple[str, ...]]
    """(locale, "warm" | "formal" | "unknown") → the closes that pair with that salutation, usual one first."""

    terms: Mapping[str, str] = field(default_factory=dict)
    formats: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def term(self, name: str, **values: object) -> str:
        """The short phrase ``name`` with its fields filled. Raises PhraseError if there is none."""
        if name not in self.terms:
            raise PhraseError(f"The phrase book has no term “{name}”.")
        return fill(self.terms[name], {key: str(value) for key, value in values.items()})

    def variants(self, block: str, tone: Tone) -> tuple[str, ...]:
        """The variants of ``block`` for ``tone``: those for both tones, then its own. Raises PhraseError if none."""
        found = self.blocks.get((block, "both"), ()) + self.blocks.get((block, tone.value), ())
        if not found:
            raise PhraseError(f"The phrase book has no “{block}” for the {tone.value} tone.")
        return found


@cache
def load_book(language: str, folder: Path | None = None) -> PhraseBook:
    """The phrase book of ``language`` ("en"). Raises PhraseError when it is missing or not as it should be."""
    path = (folder or resources() / "letters") / f"{language}.toml"
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeError, tomllib.TOMLDecodeError) as error:
        raise PhraseError(f"The phrase book {path.name} cannot be read: {error}") from error
    spelling = data.pop("spelling", {})
    closes = data.pop("close", {})
    blocks: dict[tuple[str, str], tuple[str, ...]] = {}
    _collect(data, "", blocks)
    return PhraseBook(
        blocks=blocks,
        spelling={(locale, word): to for locale, words in spelling.items() for word, to in words.items()},
        closes={(locale, key): tuple(found) for locale, table in closes.items() for key, found in table.items()},
    )


def _collect(table: Mapping[str, object], name: str, blocks: dict[tuple[str, str], tuple[str, ...]]) -> None:
    for key, value in table.items():
        if isinstance(value, dict):
            _collect(value, f"{name}.{key}" if name else key, blocks)
        elif isinstance(value, list) and key in ("both", "warm", "formal") and all(isinstance(v, str) for v in value):
            blocks[name, key] = tuple(str(v) for v in value)
        else:
            raise PhraseError(f"“{key}” in “{name}” should be a list of phrases called both, warm or formal.")


def in_turn(options: tuple[str, ...], seed: str, block: str, turn: int = 0) -> tuple[str, ...]:
    """``options`` from one on that ``seed`` and ``block`` choose, the same for ever; ``turn`` starts further on."""
    if not options:
        return ()
    digest = hashlib.sha256(f"{seed}\n{block}".encode()).digest()
    start = (int.from_bytes(digest[:8], "big") + turn) % len(options)
    return options[start:] + options[:start]


def freshest(options: tuple[str, ...], said: str) -> str:
    """The first option that repeats the fewest turns of phrase (three words in a row) of what was already ``said``."""
    known = _turns(said)
    return min(options, key=lambda option: len(_turns(option) & known))


def _turns(text: str) -> frozenset[tuple[str, ...]]:
    words = re.findall(r"[\w’'-]+", text.casefold())
    return frozenset(tuple(words[n : n + 3]) for n in range(len(words) - 2))


def usable(options: tuple[str, ...], fields: Mapping[str, str]) -> tuple[str, ...]:
    """The templates whose required fields all have a value; fields in optional blocks may be empty."""
    return tuple(option for option in options if all(fields.get(name) for name in required_fields(option)))


def required_fields(template: str) -> tuple[str, ...]:
    """The names of the fields outside optional blocks, in lower case."""
    return tuple(name.lower() for name in FIELD.findall(OPTIONAL.sub("", template)))


def fill(template: str, fields: Mapping[str, str]) -> str:
    """``template`` with its fields filled in. Raises PhraseError for a field that is not in ``fields``.

    Values are never read again for fields or markup; a full stop after a value that ends a sentence is left out.
    """
    kept = OPTIONAL.sub(lambda found: _optional(found.group(1), fields), template)
    parts: list[str] = []
    place = 0
    for found in FIELD.finditer(kept):
        parts.append(kept[place : found.start()])
        value = plain(_value(found.group(1), fields))
        place = found.end()
        if re.search(r"[.!?…][”’\")]*$", value) and kept[place : place + 1] == ".":
            place += 1
        parts.append(value)
    parts.append(kept[place:])
    return re.sub(r" {2,}", " ", "".join(parts)).replace(" ,", ",").strip()


def plain(value: str) -> str:
    """A value as plain text for a letter: one line, and no bold marks of its own."""
    return re.sub(r"\*{2,}", "*", _SPACE.sub(" ", value)).strip()


def respell(template: str, book: PhraseBook, locale: str) -> str:
    """``template`` in the spelling of ``locale``; fields keep their names."""
    words = {word: to for (where, word), to in book.spelling.items() if where == locale}
    if not words:
        return template
    pattern = re.compile(r"\b(" + "|".join(map(re.escape, words)) + r")\b(?![^{]*\})", re.IGNORECASE)

    def as_spelt(found: re.Match[str]) -> str:
        word = words[found.group(1).lower()]
        return word[0].upper() + word[1:] if found.group(1)[0].isupper() else word

    return pattern.sub(as_spelt, template)


def _optional(inside: str, fields: Mapping[str, str]) -> str:
    return inside if all(_value(name, fields) for name in FIELD.findall(inside)) else ""


def _value(name: str, fields: Mapping[str, str]) -> str:
    if name.lower() not in fields:
        raise PhraseError(f"The phrase book asks for a field “{name}” that this block does not know.")
    value = fields[name.lower()]
    return value[:1].upper() + value[1:] if name[0].isupper() else value
