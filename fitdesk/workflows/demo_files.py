"""The demo practice as it lies in resources/demo: TOML read into domain values, strictly."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

import msgspec

from fitdesk.domain.availability import CalendarEntry
from fitdesk.domain.followup import FollowUp
from fitdesk.domain.inquiry import Inquiry, Status, StatusChange
from fitdesk.domain.letter import LetterKind, Tone
from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner
from fitdesk.domain.peer import Peer
from fitdesk.domain.referral import Referral
from fitdesk.domain.rule_change import RuleChange
from fitdesk.workflows.demo_days import calendar_text, moved, moved_text

Table = dict[str, Any]
"""A table as TOML gives it; every value is checked on its way into a domain value."""
Value = TypeVar("Value")


class DemoError(Exception):
    """Something in resources/demo that cannot be read: the file, the record and the field."""


@dataclass(frozen=True, slots=True)
class Linked:
    """What belongs to an inquiry or a peer, named by their keys."""

    value: CalendarEntry | FollowUp | Referral
    inquiry: str | None
    peer: str | None


@dataclass(frozen=True, slots=True)
class LetterBegun:
    """A letter to be drafted: the inquiry it is about, the peers it names and the peer it goes to, by their keys.

    ``allowed``: data of the client that it passes on (letters.facts.CLIENT_DATA), ``allowed_how``: how they said so.
    """

    inquiry: str | None = None
    peers: tuple[str, ...] = ()
    tone: Tone = Tone.WARM
    kind: LetterKind = LetterKind.REFERRAL
    to: str | None = None
    allowed: tuple[str, ...] = ()
    allowed_how: str = ""


@dataclass(frozen=True, slots=True)
class RulesChanged:
    """A change of the judging rules; ``offering`` is the title of the one it was for, None for all."""

    value: RuleChange
    offering: str | None


@dataclass(frozen=True, slots=True)
class DemoPractice:
    """Everything in resources/demo for one day; inquiries and peers by key, in the order of the files.

    changes: how the judging came to be what it is, oldest first. calendar: a calendar file of the owner's, as text.
    """

    owner: Owner
    offerings: tuple[Offering, ...]
    peers: Mapping[str, Peer]
    inquiries: Mapping[str, Inquiry]
    entries: tuple[Linked, ...]
    referrals: tuple[Linked, ...]
    follow_ups: tuple[Linked, ...]
    letters: tuple[LetterBegun, ...]
    changes: tuple[RulesChanged, ...]
    calendar: str


def read_practice(folder: Path, today: date) -> DemoPractice:
    """The practice in ``folder`` as of ``today``. Raises DemoError naming a misspelt key, day, town or record."""
    files = _Files(folder, today)
    ledger = files.tables("ledger.toml", {"referral", "follow_up", "draft"})
    practice = DemoPractice(
        owner=_owner(files),
        offerings=tuple(
            as_value(table, Offering, f"offerings.toml, {table.get('title')}") for table in files.list_of("offering")
        ),
        peers={key: as_value(table, Peer, f"peers.toml, {key}") for key, table in files.keyed("peer")},
        inquiries={key: _inquiry(table, key, today) for key, table in files.keyed("inquiry", "past")},
        entries=_linked(files.list_of("entry"), CalendarEntry, "calendar.toml"),
        referrals=_linked(ledger["referral"], Referral, "ledger.toml, referral"),
        follow_ups=_linked(ledger["follow_up"], FollowUp, "ledger.toml, follow_up"),
        letters=tuple(as_value(table, LetterBegun, "ledger.toml, draft") for table in ledger["draft"]),
        changes=tuple(_rules_changed(table) for table in files.list_of("rule_change")),
        calendar=files.calendar(),
    )
    _check_names(practice)
    return practice


FILE_OF = {
    "offering": "offerings.toml",
    "peer": "peers.toml",
    "inquiry": "inquiries.toml",
    "past": "history.toml",
    "entry": "calendar.toml",
    "rule_change": "rules.toml",
}
"""Where the tables of a kind lie; those of the "past" are inquiries too."""
CALENDAR = "family.ics"


class _Files:
    """The TOML files of one folder, with moving days and the names of towns already written out."""

    def __init__(self, folder: Path, today: date) -> None:
        self.folder = folder
        self.today = today
        self.places = self._parsed("places.toml")

    def table(self, name: str) -> Table:
        table = self._placed(moved(self._parsed(name), self.today), name)
        assert isinstance(table, dict)
        return table

    def tables(self, name: str, kinds: set[str]) -> dict[str, list[Table]]:
        """The lists of tables in file ``name``, which may hold only ``kinds``."""
        table = self.table(name)
        if unknown := table.keys() - kinds:
            raise DemoError(f"{name}: no such table as [[{min(unknown)}]]")
        return {kind: table.get(kind, []) for kind in kinds}

    def list_of(self, kind: str) -> list[Table]:
        name = "inquiry" if kind == "past" else kind
        return self.tables(FILE_OF[kind], {name})[name]

    def keyed(self, *kinds: str) -> Iterator[tuple[str, Table]]:
        seen: set[str] = set()
        for kind in kinds:
            for table in self.list_of(kind):
                key = table.pop("key", "")
                if not key or key in seen:
                    raise DemoError(f"{FILE_OF[kind]}: every {kinds[0]} needs a key of its own, not “{key}”")
                seen.add(key)
                yield key, table

    def calendar(self) -> str:
        try:
            return calendar_text((self.folder / CALENDAR).read_bytes().decode("utf-8"), self.today)
        except ValueError as error:
            raise DemoError(f"{CALENDAR}: {error}") from error

    def _parsed(self, name: str) -> Table:
        try:
            return tomllib.loads((self.folder / name).read_text("utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise DemoError(f"{name}: {error}") from error

    def _placed(self, value: object, name: str) -> object:
        if isinstance(value, list):
            return [self._placed(item, name) for item in value]
        if not isinstance(value, dict):
            return value
        return {
            key: self._place(item, name)
            if key in ("home", "place") and isinstance(item, str)
            else self._placed(item, name)
            for key, item in value.items()
        }

    def _place(self, city: str, name: str) -> Table:
        if city not in self.places:
            raise DemoError(f"{name}: places.toml does not know the town “{city}”")
        country, latitude, longitude = self.places[city]
        return {"city": city, "country": country, "latitude": latitude, "longitude": longitude}


def _owner(files: _Files) -> Owner:
    table = files.table("owner.toml")
    letterhead = table.get("letterhead", {})
    pictures = {
        kind: (files.folder / letterhead.pop(kind)).read_bytes() for kind in ("logo", "signature") if kind in letterhead
    }
    owner = as_value(table, Owner, "owner.toml")
    return replace(owner, letterhead=replace(owner.letterhead, **pictures))


def _inquiry(table: Table, key: str, today: date) -> Inquiry:
    inquiry = as_value(table, Inquiry, f"inquiries.toml, {key}")
    if inquiry.received is None:
        raise DemoError(f"inquiries.toml, {key}: say when it was received")
    history = (StatusChange(inquiry.received, Status.NEW), *inquiry.history)
    try:
        text, subject = (moved_text(words, today, inquiry.language) for words in (inquiry.text, inquiry.subject))
    except ValueError as error:
        raise DemoError(f"inquiries.toml, {key}: {error}") from error
    return replace(inquiry, text=text.strip() + "\n", subject=subject, history=history, status=history[-1].status)


def _linked(
    tables: list[Table], kind: type[CalendarEntry] | type[FollowUp] | type[Referral], where: str
) -> tuple[Linked, ...]:
    found = []
    for number, table in enumerate(tables, 1):
        inquiry, peer = table.pop("inquiry", None), table.pop("peer", None)
        if kind is CalendarEntry:
            table.setdefault("last", table.get("first"))
        found.append(Linked(as_value(table, kind, f"{where} {number}"), inquiry, peer))
    return tuple(found)


def _rules_changed(table: Table) -> RulesChanged:
    offering = table.pop("offering", None)
    return RulesChanged(as_value(table, RuleChange, "rules.toml"), offering)


def _check_names(practice: DemoPractice) -> None:
    for linked in (*practice.entries, *practice.referrals, *practice.follow_ups):
        if linked.inquiry is not None and linked.inquiry not in practice.inquiries:
            raise DemoError(f"no inquiry has the key “{linked.inquiry}”")
        if linked.peer is not None and linked.peer not in practice.peers:
            raise DemoError(f"no peer has the key “{linked.peer}”")
    for letter in practice.letters:
        known = letter.inquiry in practice.inquiries or letter.kind is LetterKind.CONSENT
        peers = {*letter.peers, *([letter.to] if letter.to is not None else [])}
        if not known or not peers <= practice.peers.keys():
            raise DemoError(f"the letter begun for “{letter.inquiry}” names an inquiry or a peer that does not exist")
    titles = {offering.title for offering in practice.offerings}
    for changed in practice.changes:
        if changed.offering is not None and changed.offering not in titles:
            raise DemoError(f"rules.toml: no offering is called “{changed.offering}”")


def as_value(table: Table, kind: type[Value], where: str) -> Value:
    """``table`` as a ``kind``; raises DemoError for a key that ``kind`` does not have or a value of another type."""
    _check_keys(table, kind, where)
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        raise DemoError(f"{where}: {error}") from error


def _check_keys(value: object, kind: object, where: str) -> None:
    """msgspec forgives unknown keys in dataclasses; a slip of the pen must not be forgiven."""
    if get_origin(kind) is UnionType:
        kind = next(option for option in get_args(kind) if option is not type(None))
    if isinstance(value, list):
        inner = get_args(kind)[:1] if get_origin(kind) is tuple else ()
        for item in value if inner else ():
            _check_keys(item, inner[0], where)
    elif isinstance(value, dict) and isinstance(kind, type) and is_dataclass(kind):
        hints = _fields_of(kind)
        if unknown := value.keys() - hints.keys():
            raise DemoError(f"{where}: {kind.__name__} has no field called “{min(unknown)}”")
        for key, item in value.items():
            _check_keys(item, hints[key], f"{where}, {key}")


@lru_cache(maxsize=64)
def _fields_of(kind: type) -> dict[str, object]:
    """The fields of a dataclass and their types; looked up once, as it costs most of the reading."""
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}
