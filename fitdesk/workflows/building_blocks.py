"""The building blocks of letters as their owner may change them: listed, tried on an example, kept and put back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from fitdesk.domain.letter import PhraseChange
from fitdesk.i18n import _
from fitdesk.letters.languages import language_of
from fitdesk.letters.phrases.book import FIELD, PhraseError, fill, in_address, load_book, required_fields
from fitdesk.letters.phrases.catalogue import BLOCKS
from fitdesk.letters.phrases.rules import fields_of, template_problem
from fitdesk.store import phrase_changes
from fitdesk.workflows.block_examples import examples, field_words

if TYPE_CHECKING:
    from fitdesk.store.store import Store


@dataclass(frozen=True, slots=True)
class BuildingBlock:
    """One block for one tone ("both" is every tone). ``variants`` are the words in use, ``own`` if the owner's."""

    name: str
    tone: str
    variants: tuple[str, ...]
    is_own: bool


def blocks_of(store: Store, language: str) -> tuple[BuildingBlock, ...]:
    """Every building block of ``language`` in the order of the letter, the owner's words in place of ours."""
    own = {(change.block, change.tone): change.variants for change in phrase_changes.for_language(store, language)}
    delivered = load_book(language).blocks
    return tuple(
        BuildingBlock(name, tone, own.get((name, tone), delivered.get((name, tone), ())), (name, tone) in own)
        for name in BLOCKS
        for tone in ("both", "warm", "formal", "brief")
        if (name, tone) in delivered or (name, tone) in own
    )


def problems_of(block: str, variants: Sequence[str], language: str) -> tuple[str, ...]:
    """What keeps ``variants`` from being used, as sentences that say what to do; empty when all is well."""
    if not variants:
        return (_("Write at least one way to say it, or go back to the original."),)
    found = [_unknown_field(block, one, language) or template_problem(block, one, language) for one in variants]
    wrong = tuple(dict.fromkeys(problem for problem in found if problem))
    if wrong:
        return wrong
    known = _always_known(block, language)
    optional = [set(required_fields(in_address(one, familiar=False))) - known for one in variants]
    if all(optional):
        said = _("One way to say it must do without {fields}: not every request says that. Or put it in [ ].")
        return (said.replace("{fields}", ", ".join(f"{{{name}}}" for name in sorted(optional[0]))),)
    return ()


def _unknown_field(block: str, template: str, language: str) -> str | None:
    """A field that nothing fills, said without the names that the phrase books use."""
    known = fields_of(block, language)
    wrong = next((name for name in FIELD.findall(template) if name.lower() not in known), None)
    if wrong is None:
        return None
    said = _("Nothing fills in {field} here. Take one of the fields below, or leave it out.")
    return said.replace("{field}", "{" + wrong + "}")


def _always_known(block: str, language: str) -> set[str]:
    speech = language_of(language)
    event = {name for name in speech.event_field_names if not name.startswith(("where", "when", "month"))}
    return {*BLOCKS[block].needs, *event, *speech.peer_field_names, *speech.company_field_names}


def keep_block(store: Store, language: str, block: str, tone: str, variants: Sequence[str]) -> None:
    """Use ``variants`` from now on; the delivered words, written again, are no change.

    Raises ValueError when ``problems_of`` finds anything.
    """
    problems = problems_of(block, variants, language)
    if problems:
        raise ValueError(problems[0])
    if tuple(variants) == load_book(language).blocks.get((block, tone), ()):
        phrase_changes.drop(store, language, block, tone)
    else:
        phrase_changes.keep(store, PhraseChange(language, block, tone, tuple(variants)))


def put_back(store: Store, language: str, block: str, tone: str) -> tuple[str, ...]:
    """Go back to the delivered words, which are returned."""
    phrase_changes.drop(store, language, block, tone)
    return load_book(language).blocks.get((block, tone), ())


def read_aloud(block: str, template: str, language: str, today: date, *, familiar: bool) -> str:
    """``template`` filled with an example, as it will read; ‹what will stand there› in place of other fields.

    A template that cannot be filled, such as one kept by an older version, reads as it is written.
    """
    known = examples(language, today, familiar=familiar)
    fields = {name: known.get(name) or f"‹{field_words(name)}›" for name in fields_of(block, language)}
    try:
        filled = fill(in_address(template, familiar=familiar), fields)
    except PhraseError:
        return template
    return language_of(language).tidy(filled).replace("**", "")


def offered_fields(block: str, language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The fields that ``block`` may use: those that it needs or that the delivered words use, then all others."""
    rules, known = BLOCKS[block], fields_of(block, language)
    delivered = [one for (name, _tone), ways in load_book(language).blocks.items() if name == block for one in ways]
    used = (*rules.needs, *(name.lower() for one in delivered for name in FIELD.findall(one)))
    usual = tuple(name for name in dict.fromkeys(used) if name in known)
    return usual, tuple(sorted(known - set(usual)))
