"""Addresses as they stand on an envelope: order of lines, postcode and town by country, country in capitals abroad."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from fitdesk.domain.contact import Address, Contact
from fitdesk.domain.owner import Layout, Owner
from fitdesk.letters.languages import language_of
from fitdesk.letters.paper.layout import ORGANIZATION_FIRST
from fitdesk.letters.paper.linebreak import NO_BREAK

_TOWN_FIRST: Final = frozenset({"US", "CA", "AU", "NZ", "IN", "SG", "TW", "TH", "PK", "BD", "ID", "NP"})
"""Where the postcode follows the town on the same line."""
_SHORT_LINE: Final = 24
"""Letters of a line; an address of such lines fits any window, and no shorter way to write it is needed."""
_OWN_LINE: Final = frozenset({"GB", "IE", "ZA", "HK", "KE", "NG", "IM", "JE", "GG"})
"""Where the postcode, if any, has a line of its own below the town."""


def country_line(code: str, locale: str) -> str:
    """The country's name in capitals, in the sender's language (universal postal rule)."""
    from babel import Locale  # costs 31 ms: not before the first letter

    return str(Locale.parse(locale).territories.get(code.upper(), code)).upper()


def country_in_text(code: str, locale: str) -> str:
    """The country's name as written in a line of text."""
    from babel import Locale

    return str(Locale.parse(locale).territories.get(code.upper(), code))


def is_abroad(contact: Contact, owner: Owner) -> bool:
    """Whether a letter crosses a border; a country not on record is taken as the sender's own."""
    there, here = contact.address.country, owner.address.country
    return bool(there) and (there or "").upper() != (here or "").upper()


def town_lines(address: Address, *, capitals: bool) -> tuple[str, ...]:
    """Postcode and town in the order of the country: one line, in the UK two."""
    postcode, town = (address.postcode or "").strip(), (address.city or "").strip()
    country = (address.country or "").upper()
    if capitals or country == "GB":
        town = town.upper()
    if country in _OWN_LINE:
        return tuple(part for part in (town, postcode) if part)
    pair = (town, postcode) if country in _TOWN_FIRST else (postcode, town)
    line = " ".join(part for part in pair if part)
    return (line,) if line else ()


def has_postal(address: Address) -> bool:
    """Whether a letter could be posted there: a street or a town is known."""
    return bool(address.lines) or bool(address.city)


def address_ways(contact: Contact, owner: Owner, layout: Layout, locale: str, most: int) -> tuple[tuple[str, ...], ...]:
    """The address block in full, then ever shorter ways to write it for a window too small: the role goes first."""
    full = address_lines(contact, owner, layout, locale, most)
    if sum(map(len, full)) <= most * _SHORT_LINE and max(map(len, full), default=0) <= 2 * _SHORT_LINE:
        return (full,)
    short = replace(contact, role=None)
    joined, unjoined = (address_lines(short, owner, layout, locale, lines) for lines in (most, most + 4))
    return tuple(dict.fromkeys((full, joined, unjoined)))


def address_lines(contact: Contact, owner: Owner, layout: Layout, locale: str, most: int) -> tuple[str, ...]:
    """The lines of the address block, at most ``most`` of them as far as joining lines can do it.

    In German, French and Dutch layouts the organization leads; elsewhere the person, the role, then the organization.
    """
    name, role = language_of(locale).on_envelope(contact), " ".join((contact.role or "").split())
    organization = " ".join((contact.organization or "").split())
    head = [organization, name, role] if layout in ORGANIZATION_FIRST else [name, role, organization]
    abroad = is_abroad(contact, owner)
    street = [" ".join(line.split()) for line in contact.address.lines if line.strip()]
    town = list(town_lines(contact.address, capitals=abroad)) if has_postal(contact.address) else []
    country = contact.address.country if abroad and has_postal(contact.address) else None
    last = [country_line(country, locale)] if country else []
    if name and role and _count(head, street, town, last) > most:
        head = [organization, f"{name}, {role}"] if layout in ORGANIZATION_FIRST else [f"{name}, {role}", organization]
    if _count(head, street, town, last) > most and len(town) > 1:
        town = [" ".join(town)]
    while _count(head, street, town, last) > most and len(street) > 1:
        street[-2:] = [f"{street[-2]}, {street[-1]}"]
    if _count(head, street, town, last) > most and street and town:
        street, town = [], [f"{street[0]}, {town[0].replace(' ', NO_BREAK)}"]
    if _count(head, street, town, last) > most:
        head = [", ".join(part for part in head if part)]
    return tuple(line for line in (*head, *street, *town, *last) if line)


def _count(*groups: list[str]) -> int:
    return sum(1 for group in groups for line in group if line)


def return_line(owner: Owner, *, with_country: bool, locale: str) -> str:
    """The sender in one line of small print: the owner's own words, or "Jo Hale · 4 Mill Lane · Bristol BS1 4DJ"."""
    address = owner.address
    if owner.letterhead.return_line.strip():
        return " ".join(owner.letterhead.return_line.split())
    town = " ".join(town_lines(address, capitals=False))
    country = country_in_text(address.country, locale) if with_country and address.country and town else ""
    if not town and not address.lines:
        return ""
    return " · ".join(part.strip() for part in (owner.name, *address.lines, town, country) if part.strip())


def footer_lines(owner: Owner) -> tuple[str, ...]:
    """The letterhead's footer: the owner's words, else name, address, tax number and website; the bank below."""
    bank = " ".join(owner.letterhead.bank.split())
    written = [" ".join(line.split()) for line in owner.letterhead.footer.splitlines() if line.strip()][:3]
    if not written:
        town = " ".join(town_lines(owner.address, capitals=False))
        website = owner.website.removeprefix("https://").removeprefix("http://").rstrip("/")
        parts = (owner.name, *owner.address.lines, town, owner.tax_id, website)
        written = [" · ".join(part.strip() for part in parts if part.strip())]
    if bank and not any(bank in line for line in written):
        written.append(bank)
    return tuple(line for line in written if line)
