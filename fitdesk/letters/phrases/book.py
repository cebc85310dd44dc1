"""Phrase books: the building blocks of letters, which variant is chosen, and how merge fields are filled.

A template knows merge fields ``{like_this}`` (``{Like_this}`` begins with a capital), optional blocks ``[...]``, which
stay only when every field inside has a value, and ``<polite|familiar>`` for the form of address. Nothing else: no
expressions, no formats, no code. Values are plain text.
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from fitdesk.domain.letter import PhraseChange, Tone
from fitdesk.i18n import _
from fitdesk.paths import resources

FIELD = re.compile(r"\{([A-Za-z_]+)\}")
OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
ADDRESS = re.compile(r"<([^<>|]*)\|([^<>|]*)>")
"""The two forms of address: polite, then familiar."""

TONES = ("both", "warm", "formal", "brief")
SECTIONS = ("terms", "formats", "close", "spelling")
"""Tables of a phrase book that hold no building blocks."""
_SPACE = re.compile(r"\s+")
_AT_LINE = re.compile(r"\s*\(at line (\d+), column \d+\)|\s*\(at end of document\)")


class PhraseError(ValueError):
    """A phrase book that cannot be used; str() names the file, the line and what to do, or the block."""


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """``blocks`` maps (block, tone) to variants; ``spelling`` maps (locale, word) to the word as spelt there."""

    blocks: Mapping[tuple[str, str], tuple[str, ...]]
    spelling: Mapping[tuple[str, str], str]
    closes: Mapping[tuple[str, str], tuple[str, ...]]
    """(locale, key of Language.close_key) → the closes that pair with that salutation, usual one first."""

    terms: Mapping[str, str] = field(default_factory=dict)
    formats: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    language: str = ""

    def term(self, name: str, /, *, familiar: bool = False, **values: object) -> str:
        """The short phrase ``name`` with its fields filled. Raises PhraseError if there is none."""
        if name not in self.terms:
            raise PhraseError(f"The phrase book has no term “{name}”.")
        template = in_address(self.terms[name], familiar=familiar)
        return fill(template, {key: str(value) for key, value in values.items()})

    def variants(self, block: str, tone: Tone) -> tuple[str, ...]:
        """The variants of ``block`` for ``tone``: those for both tones, then its own. Raises PhraseError if none.

        The brief tone has its words to itself; where a block has none for it, it uses all the others.
        """
        tones = ["both", tone.value]
        if tone is Tone.BRIEF:
            tones = ["brief"] if (block, "brief") in self.blocks else ["both", "warm", "formal"]
        found = tuple(variant for name in tones for variant in self.blocks.get((block, name), ()))
        if not found:
            raise PhraseError(f"The phrase book has no “{block}” for the {tone.value} tone.")
        return found


@cache
def load_book(language: str, folder: Path | None = None) -> PhraseBook:
    """The phrase book of ``language`` ("en"). Raises PhraseError when it is missing or not as it should be.

    Only what would stop a letter is looked at here; phrase_problems finds everything else.
    """
    path = (folder or resources() / "letters") / f"{language}.toml"
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeError) as error:
        said = _("The phrase book {file} cannot be read. Install FitDesk again.")
        raise PhraseError(said.replace("{file}", path.name)) from error
    try:
        return _book(tomllib.loads(text), language)
    except tomllib.TOMLDecodeError as error:
        line, what = syntax_error(error, text)
        raise PhraseError(f"{path.name}, line {line}: {what}") from error
    except _TableError as error:
        from fitdesk.letters.phrases.lines import find_lines

        line = find_lines(text).line_of(error.table, error.key)
        raise PhraseError(f"{path.name}, line {line}: {error}") from error


def syntax_error(error: tomllib.TOMLDecodeError, text: str) -> tuple[int, str]:
    """The line of a mistake in the notation, and what to do about it."""
    found = _AT_LINE.search(str(error))
    line = int(found[1]) if found and found[1] else text.count("\n") + 1
    said = _("the notation is broken here ({what}). Look for a missing quotation mark, comma or bracket.")
    return line, said.replace("{what}", _AT_LINE.sub("", str(error)))


class _TableError(ValueError):
    def __init__(self, table: str, key: str) -> None:
        self.table, self.key = table, key
        said = _("“{key}” in “{table}” should be a list of phrases called both, warm, formal or brief.")
        super().__init__(said.replace("{key}", key).replace("{table}", table))


def _book(data: dict[str, object], language: str) -> PhraseBook:
    terms, formats, closes, spelling = (_table(data.pop(name, {}), name) for name in SECTIONS)
    blocks: dict[tuple[str, str], tuple[str, ...]] = {}
    _collect(data, "", blocks)
    return PhraseBook(
        blocks=blocks,
        spelling={(at, word): str(to) for at, words in spelling.items() for word, to in _table(words, at).items()},
        closes={
            (at, key): tuple(map(str, _list(found, f"close.{at}", key)))
            for at, table in closes.items()
            for key, found in _table(table, f"close.{at}").items()
        },
        terms={name: str(words) for name, words in terms.items()},
        formats={name: {k: str(v) for k, v in _table(parts, name).items()} for name, parts in formats.items()},
        language=language,
    )


def _table(value: object, name: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise _TableError("", name)
    return value


def _list(value: object, table: str, key: str) -> Sequence[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise _TableError(table, key)
    return value


def _collect(table: Mapping[str, object], name: str, blocks: dict[tuple[str, str], tuple[str, ...]]) -> None:
    for key, value in table.items():
        if isinstance(value, dict):
            _collect(value, f"{name}.{key}" if name else key, blocks)
        elif key in TONES:
            blocks[name, key] = tuple(_list(value, name, key))
        else:
            raise _TableError(name, key)


def with_changes(book: PhraseBook, changes: Sequence[PhraseChange]) -> PhraseBook:
    """``book`` with the owner's own variants in place of those of their block and tone.

    What no longer fits the program (a field that is gone, say) is left out: the delivered words stand in for it.
    """
    from fitdesk.letters.phrases.rules import template_problem

    blocks = dict(book.blocks)
    for change in changes:
        if change.language != book.language or change.tone not in TONES:
            continue
        good = tuple(v for v in change.variants if template_problem(change.block, v, book.language) is None)
        if good:
            blocks[change.block, change.tone] = good
    return replace(book, blocks=blocks)


def in_address(template: str, *, familiar: bool) -> str:
    """``template`` for one form of address: of ``<Ihre|deine>`` the first, or the second when ``familiar``."""
    return ADDRESS.sub(r"\2" if familiar else r"\1", template) if "<" in template else template


def in_turn(options: tuple[str, ...], seed: str, block: str, turn: int = 0) -> tuple[str, ...]:
    """``options`` as ``seed`` and ``block`` shuffle them, the same for ever; ``turn`` starts further on.

    Each is as likely as any other to come next when the ones before it are passed over.
    """
    if not options:
        return ()

    def drawn(place: int) -> bytes:
        return hashlib.sha256(f"{seed}\n{block}\n{place}".encode()).digest()

    shuffled = tuple(options[place] for place in sorted(range(len(options)), key=drawn))
    start = turn % len(options)
    return shuffled[start:] + shuffled[:start]


def freshest(options: tuple[str, ...], said: str, named: str = "") -> str:
    """The first option without a turn of phrase of what was already ``said``, else the one with the fewest.

    ``named`` are things that are called what they are called, however often: they count as none.
    """
    known = _turns(said) - _turns(named)
    return min(options, key=lambda option: len(_turns(option) & known))


def _turns(text: str) -> frozenset[tuple[str, ...]]:
    """Three words in a row, one of them long enough to be noticed: nobody hears "I am not" twice."""
    words = re.findall(r"[\w’'-]+", text.casefold())
    rows = (tuple(words[n : n + 3]) for n in range(len(words) - 2))
    return frozenset(row for row in rows if any(len(word) >= _NOTICED for word in row))


_NOTICED = 4
"""Letters of a word."""


def usable(options: tuple[str, ...], fields: Mapping[str, str]) -> tuple[str, ...]:
    """The templates whose required fields all have a value; fields in optional blocks may be empty."""
    return tuple(option for option in options if all(fields.get(name) for name in required_fields(option)))


def required_fields(template: str) -> tuple[str, ...]:
    """The names of the fields outside optional blocks, in lower case."""
    return tuple(name.lower() for name in FIELD.findall(OPTIONAL.sub("", template)))


def fill(template: str, fields: Mapping[str, str]) -> str:
    """``template`` with its fields filled in. Raises PhraseError for a field that is not in ``fields``.

    Values are never read again for fields or markup; a full stop after a value that ends a sentence is left
    out, but not after a closing bracket: "(…, S. L.)" needs its own.
    """
    kept = OPTIONAL.sub(lambda found: _optional(found.group(1), fields), template)
    parts: list[str] = []
    place = 0
    for found in FIELD.finditer(kept):
        parts.append(kept[place : found.start()])
        value = plain(_value(found.group(1), fields))
        place = found.end()
        if re.search(r"[.!?…][”’\"]*$", value) and kept[place : place + 1] == ".":
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
