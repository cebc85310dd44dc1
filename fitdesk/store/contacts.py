"""The people and organizations who write; every inquiry is linked to the contact it came from."""

from __future__ import annotations

import unicodedata
from dataclasses import fields, replace

from fitdesk.domain.contact import Address, Contact, Organization
from fitdesk.store import records
from fitdesk.store.kinds import Kind
from fitdesk.store.reading import read
from fitdesk.store.records import Table
from fitdesk.store.search import match_for
from fitdesk.store.shape import SqlValue, shape_of
from fitdesk.store.store import Store


def key_of(words: str | None) -> str:
    """What two spellings of the same name or address have in common: case, spaces and Unicode form do not count."""
    return " ".join(unicodedata.normalize("NFKC", words or "").casefold().split())


def save(store: Store, contact: Contact) -> Contact:
    """Keep a contact and the organization it names; returned with its id. Raises NotFound."""
    with store.transaction(Kind.CONTACTS):
        organization = _organization_named(store, contact.organization)
        values = {**_values(contact), "organization_id": organization}
        if contact.id is not None:
            records.update(store, Table.CONTACTS, contact.id, values)
            return contact
        del values["id"]
        return replace(contact, id=records.insert(store, Table.CONTACTS, values))


def get(store: Store, number: int) -> Contact:
    """One contact. Raises NotFound."""
    return records.fetch(store, Table.CONTACTS, Contact, number)


def find(store: Store, text: str, limit: int = 20) -> tuple[Contact, ...]:
    """Contacts with words of name, e-mail or organization that begin like those of ``text``, newest first."""
    match = match_for(text)
    if match is None:
        return ()
    return _read(store, "id IN (SELECT rowid FROM contacts_words WHERE contacts_words MATCH ?)", match, limit)


def save_organization(store: Store, organization: Organization) -> Organization:
    """Keep an organization; returned with its id. Raises NotFound."""
    values = {**shape_of(Organization).values(organization), "name_key": key_of(organization.name)}
    with store.transaction(Kind.CONTACTS):
        if organization.id is not None:
            records.update(store, Table.ORGANIZATIONS, organization.id, values)
            return organization
        del values["id"]
        return replace(organization, id=records.insert(store, Table.ORGANIZATIONS, values))


def get_organization(store: Store, number: int) -> Organization:
    """One organization. Raises NotFound."""
    return records.fetch(store, Table.ORGANIZATIONS, Organization, number)


def find_organizations(store: Store, text: str, limit: int = 20) -> tuple[Organization, ...]:
    """Organizations whose name begins like ``text``, by name."""
    start = key_of(text)
    rest = "organizations WHERE name_key >= ? AND name_key < ? ORDER BY name_key, id LIMIT ?"
    return read(store, Organization, rest, (start, start + "\U0010ffff", limit))


def link(store: Store, said: Contact, *, inquiry: int | None) -> int | None:
    """The contact that an inquiry with the contact data ``said`` belongs to, made if nobody is like it.

    Found by e-mail, else by name and organization; what was blank is filled in, nothing is written over. When the
    e-mail of an inquiry is corrected, its contact follows if no other inquiry shares it. None if nothing is said.
    """
    bare = replace(said, id=None)
    if bare == Contact():
        return None
    linked = None if said.id is None else next(iter(_read(store, "id = ?", said.id, 1)), None)
    if linked is not None and _same_or_open(linked.email, said.email):
        return _fill(store, linked, bare)
    found = _same_person(store, said)
    if found is not None:
        return _fill(store, found, bare)
    if linked is not None and _is_alone(store, said.id, inquiry):
        return _fill(store, replace(linked, email=said.email), bare, corrected=True)
    return save(store, bare).id


def _same_or_open(one: str | None, other: str | None) -> bool:
    return not one or not other or key_of(one) == key_of(other)


def _same_person(store: Store, said: Contact) -> Contact | None:
    if said.email:
        found = _read(store, "email_key = ?", key_of(said.email), 1)
    elif said.name:
        keys = (key_of(said.name), key_of(said.organization))
        found = _read(store, "name_key = ? AND organization_key = ?", *keys, 1)
    else:
        found = ()
    return found[0] if found else None


def _is_alone(store: Store, contact: int | None, inquiry: int | None) -> bool:
    """Whether no inquiry but ``inquiry`` is linked to ``contact``."""
    return not store.rows("SELECT 1 FROM inquiries WHERE contact_id = ? AND id IS NOT ? LIMIT 1", (contact, inquiry))


def _fill(store: Store, contact: Contact, said: Contact, *, corrected: bool = False) -> int | None:
    blanks = {
        field.name: getattr(said, field.name)
        for field in fields(Contact)
        if getattr(contact, field.name) in (None, "", Address())
        and getattr(said, field.name) not in (None, "", Address())
    }
    if blanks or corrected:
        save(store, replace(contact, **blanks))
    return contact.id


def _organization_named(store: Store, name: str | None) -> int | None:
    if not name or not key_of(name):
        return None
    found = store.rows("SELECT id FROM organizations WHERE name_key = ? ORDER BY id LIMIT 1", (key_of(name),))
    if found:
        return int(found[0][0])
    return save_organization(store, Organization(name=name)).id


def _values(contact: Contact) -> dict[str, SqlValue]:
    return {
        **shape_of(Contact).values(contact),
        "name_key": key_of(contact.name),
        "email_key": key_of(contact.email),
        "organization_key": key_of(contact.organization),
    }


def _read(store: Store, where: str, *parameters: object) -> tuple[Contact, ...]:
    """Contacts under ``where``, newest first; the last parameter is the limit."""
    return read(store, Contact, f"contacts WHERE {where} ORDER BY id DESC LIMIT ?", parameters)
