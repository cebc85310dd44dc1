"""The people and organizations who write, and how to address them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Gender(StrEnum):
    """How a person is addressed; asked or left open (``None``), never guessed from a name."""

    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address as it stands on an envelope: ``lines`` hold street and so on, without name and country."""

    lines: tuple[str, ...] = ()
    postcode: str | None = None
    city: str | None = None
    country: str | None = None
    """ISO 3166 alpha-2."""


@dataclass(frozen=True, slots=True)
class Organization:
    id: int | None = None
    name: str = ""
    sector: str | None = None
    address: Address = Address()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """A person on the client's side. ``phone`` is E.164; ``organization`` is the name of their own employer."""

    id: int | None = None
    name: str | None = None
    email: str | None = None
    phone: str | None = None
    organization: str | None = None
    role: str | None = None
    gender: Gender | None = None
    academic_title: str | None = None
    """As spoken to: "Dr", "Prof."."""
    address: Address = Address()
    language: str | None = None
    note: str = ""
