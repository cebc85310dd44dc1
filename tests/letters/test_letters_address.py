"""Envelopes: order of lines, postcodes, capitals abroad, and how an address is shortened."""

from __future__ import annotations

import pytest

from build_letters import the_contact, the_owner
from fitdesk.domain.contact import Address, Contact
from fitdesk.domain.owner import Layout, Owner
from fitdesk.letters.paper.address import address_lines, address_ways, footer_lines, return_line

FRENCH = Address(("18 rue des Tisserands",), "69002", "Lyon", "FR")
BRITISH = Address(("The Old Kiln", "Quay Lane"), "BS1 9ZZ", "Bristol", "GB")
AMERICAN = Address(("4400 Camelback Road", "Building 3"), "85251", "Scottsdale, AZ", "US")


def lines(contact: Contact, layout: Layout = Layout.DIN_B, most: int = 9, country: str = "DE") -> tuple[str, ...]:
    owner = the_owner(address=Address(("Lindenweg 4",), "79102", "Freiburg", country))
    return address_lines(contact, owner, layout, "en_GB", most)


def test_abroad_town_and_country_stand_in_capitals() -> None:
    assert lines(the_contact(address=FRENCH)) == (
        "Aubade SA",
        "Maria Fontaine",
        "Head of Events",
        "18 rue des Tisserands",
        "69002 LYON",
        "FRANCE",
    )


def test_at_home_there_is_no_country() -> None:
    assert lines(the_contact(address=FRENCH), country="FR")[-1] == "69002 Lyon"


def test_english_letters_begin_with_the_person() -> None:
    assert lines(the_contact(address=FRENCH), Layout.UK)[:3] == ("Maria Fontaine", "Head of Events", "Aubade SA")


def test_post_towns() -> None:
    assert lines(the_contact(address=BRITISH), country="GB")[-2:] == ("BRISTOL", "BS1 9ZZ")
    assert lines(the_contact(address=AMERICAN), country="US")[-1] == "Scottsdale, AZ 85251"
    assert lines(the_contact(address=AMERICAN))[-2:] == ("SCOTTSDALE, AZ 85251", "UNITED STATES")


@pytest.mark.parametrize("most", [4, 5, 6])
@pytest.mark.parametrize("address", [FRENCH, BRITISH, AMERICAN])
def test_lines_are_joined_until_they_fit(most: int, address: Address) -> None:
    found = lines(the_contact(address=address), Layout.US, most)
    assert len(found) <= most
    said = " ".join(found).replace("\u00a0", " ")
    for words in ("Maria Fontaine", "Head of Events", "Aubade SA", address.lines[0], address.postcode or ""):
        assert words in said


def test_shorter_ways_lose_the_role_first() -> None:
    ways = address_ways(the_contact(address=FRENCH), the_owner(), Layout.US, "en_US", 4)
    assert "Head of Events" in " ".join(ways[0])
    assert all("Head of Events" not in " ".join(way) for way in ways[1:])
    assert all("Maria Fontaine" in " ".join(way) for way in ways)


def test_without_an_address_name_role_and_organization_stand() -> None:
    assert lines(the_contact(address=Address(country="FR"))) == ("Aubade SA", "Maria Fontaine", "Head of Events")
    assert lines(Contact()) == ()


def test_sender_lines() -> None:
    owner = the_owner()
    assert (
        return_line(owner, with_country=True, locale="en_GB") == "Ruth Anders · Lindenweg 4 · 79102 Freiburg · Germany"
    )
    assert return_line(owner, with_country=False, locale="en_GB").endswith("79102 Freiburg")
    assert return_line(Owner(name="Ruth"), with_country=True, locale="en_GB") == ""
    assert footer_lines(owner) == ("Ruth Anders · Lindenweg 4 · 79102 Freiburg · VAT DE 000 000 000 · anders.example",)
    assert footer_lines(Owner()) == ()
