"""The building blocks of letters as their owner may change them: listed, tried on an example, kept and put back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from fitdesk.domain.event import Event, Format, Place
from fitdesk.domain.letter import PhraseChange
from fitdesk.domain.peer import Peer
from fitdesk.i18n import _
from fitdesk.letters.catalogue import BLOCKS, PEER_FIELDS
from fitdesk.letters.languages import LOCALES, language_of
from fitdesk.letters.phrase_rules import fields_of, template_problem
from fitdesk.letters.phrases import fill, in_address, load_book, required_fields
from fitdesk.store import phrase_changes

if TYPE_CHECKING:
    from fitdesk.store.store import Store

_EXAMPLE_EVENT = Event(name="Leadership Summit", format=Format.KEYNOTE, place=Place(city="Lyon", country="FR"))
_EXAMPLE_PEER = Peer(name="Alex Example", pronoun_subject="she")


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
    found = [template_problem(block, variant, language) for variant in variants]
    wrong = tuple(dict.fromkeys(problem for problem in found if problem))
    if wrong:
        return wrong
    known = _always_known(block, language)
    optional = [set(required_fields(in_address(one, familiar=False))) - known for one in variants]
    if all(optional):
        said = _("One way to say it must do without {fields}: not every request says that. Or put it in [ ].")
        return (said.replace("{fields}", ", ".join(f"{{{name}}}" for name in sorted(optional[0]))),)
    return ()


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
    """``template`` filled with an example, as it will read; a field without an example shows its name in ‹ ›."""
    fields = _example(language, today) | {
        name: f"‹{name.replace('_', ' ')}›" for name in fields_of(block, language) if name not in _known_names(language)
    }
    filled = fill(in_address(template, familiar=familiar), fields)
    return language_of(language).tidy(filled)


def _known_names(language: str) -> set[str]:
    speech = language_of(language)
    return {*speech.event_field_names, *speech.peer_field_names, *speech.company_field_names}


def _example(language: str, today: date) -> dict[str, str]:
    """Fields of an event and a colleague who do not exist."""
    speech = language_of(language)
    locale = next(locale for locale in LOCALES if locale[:2] == language)
    day = today + timedelta(days=90)
    event = Event(name=_EXAMPLE_EVENT.name, format=_EXAMPLE_EVENT.format, place=_EXAMPLE_EVENT.place, dates=(day,))
    found: Mapping[str, str] = {
        **{name: f"‹{name.replace('_', ' ')}›" for name in (*PEER_FIELDS, "received")},
        **speech.company_fields((_EXAMPLE_PEER, _EXAMPLE_PEER)),
        **speech.peer_fields(_EXAMPLE_PEER),
        **speech.event_fields(event, locale, today),
    }
    return dict(found)
