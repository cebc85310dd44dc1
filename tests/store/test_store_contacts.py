"""Contacts: who wrote is recognised, and what was said stays as it was said."""

from __future__ import annotations

from dataclasses import replace

from build_store import an_inquiry
from fitdesk.domain.contact import Address, Contact, Organization
from fitdesk.domain.inquiry import Inquiry
from fitdesk.store import contacts, inquiries
from fitdesk.store.store import Store


def keep(store: Store, contact: Contact) -> Inquiry:
    return inquiries.save(store, Inquiry(contact=contact))


def everybody(store: Store) -> list[str | None]:
    return [name for (name,) in store.rows("SELECT name FROM contacts ORDER BY id")]


def test_the_same_e_mail_is_the_same_person(store: Store) -> None:
    first = keep(store, Contact(name="Zoe Muller", email="Zoe@Example.org"))
    second = keep(store, Contact(name="Dr Zoë Müller", email=" zoe@example.org", phone="+33 1"))
    assert first.contact.id == second.contact.id is not None
    assert inquiries.get(store, second.id or 0).contact.name == "Dr Zoë Müller"  # as said
    person = contacts.get(store, first.contact.id or 0)
    assert (person.name, person.phone) == ("Zoe Muller", "+33 1")  # filled in, not written over


def test_without_e_mail_name_and_organization_tell(store: Store) -> None:
    first = keep(store, Contact(name="Zoë  Müller", organization="HealthNet"))
    assert keep(store, Contact(name="zoë müller", organization="HEALTHNET")).contact.id == first.contact.id
    assert keep(store, Contact(name="zoë müller", organization="Other")).contact.id != first.contact.id
    assert keep(store, Contact(name="zoë müller")).contact.id != first.contact.id
    with_mail = keep(store, Contact(name="Zoë Müller", organization="HealthNet", email="z@example.org"))
    assert with_mail.contact.id != first.contact.id  # an e-mail nobody has yet is somebody new


def test_nothing_said_is_nobody(store: Store) -> None:
    assert keep(store, Contact()).contact.id is None
    assert everybody(store) == []
    assert keep(store, Contact(organization="HealthNet")).contact.id is not None


def test_saving_again_keeps_the_link(store: Store) -> None:
    saved = inquiries.save(store, an_inquiry())
    assert inquiries.save(store, saved) == saved
    assert (
        inquiries.save(store, replace(saved, contact=replace(saved.contact, name="Zoë M"))).contact.id
        == saved.contact.id
    )
    assert everybody(store) == ["Zoë Müller"]


def test_a_misread_e_mail_is_corrected_on_the_contact(store: Store) -> None:
    saved = keep(store, Contact(name="Zoë", email="zoe@example.org>"))
    corrected = inquiries.save(store, replace(saved, contact=replace(saved.contact, email="zoe@example.org")))
    assert corrected.contact.id == saved.contact.id
    assert contacts.get(store, saved.contact.id or 0).email == "zoe@example.org"


def test_a_corrected_e_mail_of_somebody_else_links_to_them(store: Store) -> None:
    ada = keep(store, Contact(name="Ada", email="ada@example.org"))
    zoe = keep(store, Contact(name="Zoë", email="zoe@example.org"))
    moved = inquiries.save(store, replace(zoe, contact=replace(zoe.contact, email="ada@example.org")))
    assert moved.contact.id == ada.contact.id
    assert contacts.get(store, zoe.contact.id or 0).email == "zoe@example.org"


def test_a_shared_contact_is_not_changed_by_one_of_its_inquiries(store: Store) -> None:
    first, second = (keep(store, Contact(name="Zoë", email="zoe@example.org")) for _ in range(2))
    moved = inquiries.save(store, replace(second, contact=replace(second.contact, email="new@example.org")))
    assert moved.contact.id != first.contact.id
    assert contacts.get(store, first.contact.id or 0).email == "zoe@example.org"


def test_a_contact_that_is_gone_is_found_or_made_again(store: Store) -> None:
    saved = keep(store, Contact(id=77, name="Zoë"))
    assert saved.contact.id not in (None, 77)


def test_find(store: Store) -> None:
    for name, email, firm in (
        ("Zoë Müller", "zoe@a.org", "Alpha Health"),
        ("Ada", "ada@b.org", "Beta"),
        (None, None, "Alpha"),
    ):
        contacts.save(store, Contact(name=name, email=email, organization=firm))
    assert [one.name for one in contacts.find(store, "alph")] == [None, "Zoë Müller"]
    assert [one.name for one in contacts.find(store, "muller zo")] == ["Zoë Müller"]
    assert [one.name for one in contacts.find(store, "ada@b")] == ["Ada"]
    assert contacts.find(store, "alph", 1)[0].name is None
    assert contacts.find(store, "") == contacts.find(store, "?") == ()
    changed = contacts.save(store, replace(contacts.find(store, "ada")[0], name="Eve"))
    assert contacts.find(store, "ada")[0] == changed  # by the e-mail
    assert contacts.find(store, "eve") == (changed,)


def test_organizations_are_made_once(store: Store) -> None:
    contacts.save(store, Contact(name="a", organization="Alpha Health"))
    contacts.save(store, Contact(name="b", organization="ALPHA  health"))
    (alpha,) = contacts.find_organizations(store, "alpha")
    assert alpha == Organization(id=1, name="Alpha Health")
    better = contacts.save_organization(store, replace(alpha, sector="health", address=Address(city="Leeds")))
    assert contacts.get_organization(store, 1) == better
    assert contacts.find_organizations(store, "beta") == ()
