"""Everything that is wrong with a phrase book, each with its line: for who writes one, and for the tests."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fitdesk.domain.contact import Contact, Gender
from fitdesk.domain.event import Format
from fitdesk.domain.letter import Manner, Tone
from fitdesk.i18n import _
from fitdesk.letters.languages import LOCALES, language_of
from fitdesk.letters.phrases.book import FIELD, SECTIONS, TONES, required_fields, syntax_error
from fitdesk.letters.phrases.catalogue import BLOCKS, FORMAT_PARTS, TERMS
from fitdesk.letters.phrases.lines import BookLines, find_lines
from fitdesk.letters.phrases.rules import always_known, marks_problem, missing_field, template_problem

_PEOPLE = (
    Contact(name="Maria Fontaine", gender=Gender.FEMALE),
    Contact(name="Luc Perrin", gender=Gender.MALE),
    Contact(name="Alex Moor"),
    Contact(name="Dr. Anna Meyer", gender=Gender.FEMALE, academic_title="Dr"),
    Contact(),
    Contact(organization="Aubade SA"),
)
"""Between them they need every close that a letter can ask for."""


@dataclass(frozen=True, slots=True, order=True)
class BookProblem:
    """``line`` counts from 1; ``sentence`` says what is wrong and what to do."""

    line: int
    sentence: str


def book_problems(path_or_text: Path | str, language: str) -> tuple[BookProblem, ...]:
    """All that is wrong with a phrase book of ``language``, in order of lines; a text is read as it stands."""
    text = path_or_text.read_text(encoding="utf-8") if isinstance(path_or_text, Path) else path_or_text
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return (BookProblem(*syntax_error(error, text)),)
    lines = find_lines(text)
    sections = {name: _tables(data.pop(name, {})) for name in SECTIONS}
    found = {
        *_block_problems(data, lines, language),
        *_term_problems(sections["terms"], lines, language),
        *_format_problems(sections["formats"], lines, language),
        *_close_problems(sections["close"], lines, language),
        *_spelling_problems(sections["spelling"], lines, language),
    }
    return tuple(sorted(found))


def _tables(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {"": value}


def _block_problems(data: Mapping[str, Any], lines: BookLines, language: str) -> Iterator[BookProblem]:
    books: dict[str, dict[str, list[str]]] = {}
    for block, tone, value in _walk(data, ""):
        if block not in BLOCKS:
            said = _("There is no building block “{name}”. Take it out, or correct its name.")
            yield BookProblem(lines.line_of(block), said.replace("{name}", block))
        elif tone not in TONES:
            said = _("“{tone}” is no tone. A list is called both, warm, formal or brief.")
            yield BookProblem(lines.line_of(block, tone), said.replace("{tone}", tone))
        elif not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            said = _("“{tone}” must be a list of phrases in quotation marks.").replace("{tone}", tone)
            yield BookProblem(lines.line_of(block, tone), said)
        else:
            books.setdefault(block, {})[tone] = value
    for block in BLOCKS:
        tones = books.get(block)
        if tones is None:
            said = _("The building block [{name}] is missing.").replace("{name}", block)
            yield BookProblem(_near(block, lines), said)
            continue
        yield from _variant_problems(block, tones, lines, language)
        yield from _few_problems(block, tones, lines, language)


def _near(block: str, lines: BookLines) -> int:
    """Where a missing block would stand: after the one before it in the catalogue."""
    names = list(BLOCKS)
    before = (name for name in reversed(names[: names.index(block)]) if name in lines.tables)
    return lines.line_of(next(before, ""))


def _walk(table: Mapping[str, Any], name: str) -> Iterator[tuple[str, str, object]]:
    """(block, tone, value) for everything below ``table``."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _walk(value, f"{name}.{key}" if name else key)
        else:
            yield name, key, value


def _variant_problems(
    block: str, tones: Mapping[str, list[str]], lines: BookLines, language: str
) -> Iterator[BookProblem]:
    seen: dict[tuple[str, str], int] = {}
    for tone, variants in tones.items():
        for place, variant in enumerate(variants):
            line = lines.line_of(block, tone, place)
            problem = template_problem(block, variant, language)
            if problem:
                yield BookProblem(line, problem)
            earlier = seen.get((tone, variant)) or (tone != "brief" and seen.get(("both", variant)))
            if earlier:
                said = _("This phrase of “{block}” stands already in line {line}. Write another one.")
                yield BookProblem(line, said.replace("{block}", block).replace("{line}", str(earlier)))
            seen.setdefault((tone, variant), line)


def _few_problems(block: str, tones: Mapping[str, list[str]], lines: BookLines, language: str) -> Iterator[BookProblem]:
    rules = BLOCKS[block]
    known = {*rules.needs, *always_known(language)}
    for tone in ("warm", "formal"):
        variants = [*tones.get("both", ()), *tones.get(tone, ())]
        line = lines.line_of(block, tone)
        if len(variants) < rules.least:
            said = _("“{block}” has {n} phrases for the {tone} tone and needs {least}.")
            said = said.replace("{n}", str(len(variants))).replace("{least}", str(rules.least))
            yield BookProblem(line, said.replace("{block}", block).replace("{tone}", tone))
        elif not any(set(required_fields(variant)) <= known for variant in variants):
            said = _("“{block}” needs a {tone} phrase that stands when {fields} are unknown: put them in [ ].")
            other = sorted({name for v in variants for name in required_fields(v)} - known)
            yield BookProblem(
                line, said.replace("{block}", block).replace("{tone}", tone).replace("{fields}", ", ".join(other))
            )


def _term_problems(terms: Mapping[str, Any], lines: BookLines, language: str) -> Iterator[BookProblem]:
    for name, value in terms.items():
        line = lines.line_of("terms", name)
        if name not in TERMS:
            said = _("There is no term “{name}”. Take it out, or correct its name.").replace("{name}", name)
            yield BookProblem(line, said)
        elif not isinstance(value, str):
            yield BookProblem(line, _("A term is one phrase in quotation marks."))
        else:
            problem = marks_problem(value, language) or _term_fields(name, value, language)
            if problem:
                yield BookProblem(line, problem)
    for name in TERMS.keys() - terms.keys():
        yield BookProblem(lines.line_of("terms"), _("The term “{name}” is missing.").replace("{name}", name))


def _term_fields(name: str, value: str, language: str) -> str | None:
    known = TERMS[name]
    pronouns = language_of(language).peer_field_names if name.startswith("details_") else ()
    wrong = next((field for field in FIELD.findall(value) if field.lower() not in (*known, *pronouns)), None)
    if wrong is not None:
        said = _("The term “{name}” does not know the field “{field}”.")
        return said.replace("{name}", name).replace("{field}", wrong)
    return missing_field(value, known)


def _format_problems(formats: Mapping[str, Any], lines: BookLines, language: str) -> Iterator[BookProblem]:
    for form in Format:
        parts = formats.get(form.value)
        table = f"formats.{form.value}"
        if not isinstance(parts, dict):
            said = _("The format [formats.{name}] is missing.").replace("{name}", form.value)
            yield BookProblem(lines.line_of("formats"), said)
            continue
        for part in FORMAT_PARTS:
            value = parts.get(part)
            may_be_empty = part == "gives" or (part == "a" and form is Format.OTHER)
            if not isinstance(value, str) or not (value or may_be_empty):
                said = _("“{part}” of the format “{name}” is missing.")
                yield BookProblem(
                    lines.line_of(table, part), said.replace("{part}", part).replace("{name}", form.value)
                )
            elif value and (problem := marks_problem(value, language)):
                yield BookProblem(lines.line_of(table, part), problem)
            elif part == "do_at" and "{event" not in value:
                yield BookProblem(lines.line_of(table, part), _("“do_at” must name the {event}."))
    for name in formats.keys() - {form.value for form in Format}:
        said = _("There is no format “{name}”.").replace("{name}", name)
        yield BookProblem(lines.line_of(f"formats.{name}"), said)


def _close_problems(closes: Mapping[str, Any], lines: BookLines, language: str) -> Iterator[BookProblem]:
    speech = language_of(language)
    for locale in (one for one in LOCALES if one[:2] == language):
        table, found = f"close.{locale}", closes.get(locale)
        if not isinstance(found, dict):
            yield BookProblem(lines.line_of("close"), _("The section [{name}] is missing.").replace("{name}", table))
            continue
        manners = [Manner(tone, locale, familiar) for tone in Tone for familiar in (False, True)]
        for key in {speech.close_key(person, manner) for person in _PEOPLE for manner in manners}:
            if not found.get(key):
                said = _("“{key}” is missing in [{name}]: the close that goes with this salutation.")
                yield BookProblem(lines.line_of(table), said.replace("{key}", key).replace("{name}", table))
        for key, variants in found.items():
            for place, variant in enumerate(variants):
                problem = marks_problem(str(variant), language) or _close_fields(str(variant))
                if problem:
                    yield BookProblem(lines.line_of(table, key, place), problem)
    for locale in closes.keys() - set(LOCALES):
        said = _("Letters are not written in “{name}”.").replace("{name}", locale)
        yield BookProblem(lines.line_of(f"close.{locale}"), said)


def _close_fields(close: str) -> str | None:
    wrong = next((name for name in FIELD.findall(close) if name != "salutation"), None)
    return _("A close knows only the field {salutation}.") if wrong else None


def _spelling_problems(spelling: Mapping[str, Any], lines: BookLines, language: str) -> Iterator[BookProblem]:
    for locale in spelling.keys() - {one for one in LOCALES if one[:2] == language}:
        said = _("Letters in this language are not written in “{name}”.").replace("{name}", locale)
        yield BookProblem(lines.line_of(f"spelling.{locale}"), said)
