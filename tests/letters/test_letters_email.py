"""The e-mail draft: headers, the short text, the attachment, and names that try to become headers."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from build_letters import a_colleague, letter_facts, the_contact, the_owner, three_colleagues
from fitdesk.domain.letter import LetterKind, LetterText, Manner, Tone
from fitdesk.letters.compose import compose
from fitdesk.letters.email import email_draft, email_text
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.reading import words_of

PDF = b"%PDF-1.4 a letter"


def drafted(facts: LetterFacts, text: LetterText | None = None, name: str = "Letter.pdf") -> EmailMessage:
    words = text or compose(facts, LetterKind.REFERRAL, Manner(Tone.WARM, "en_GB"))
    message = message_from_bytes(email_draft(words, facts, PDF, name), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def body(message: EmailMessage) -> str:
    part = message.get_body(("plain",))
    assert part is not None
    return str(part.get_content()).replace("\r\n", "\n")


def test_it_goes_from_the_owner_to_the_contact_and_waits_to_be_sent() -> None:
    message = drafted(letter_facts())
    assert str(message["From"]) == "Ruth Anders <hello@anders.example>"
    assert str(message["To"]) == "Maria Fontaine <maria@aubade.example>"
    assert message["Subject"] == "Your leadership summit in Lyon"
    assert message["X-Unsent"] == "1"
    assert "3 Mar 2027" in " ".join(str(message["Date"]).split()).replace("03 Mar", "3 Mar")


def test_the_letter_is_attached() -> None:
    (attachment,) = drafted(letter_facts(), name="Letter to Maria").iter_attachments()
    assert attachment.get_content_type() == "application/pdf"
    assert attachment.get_filename() == "Letter to Maria.pdf"
    assert attachment.get_content() == PDF


def test_the_text_is_a_short_version_of_the_letter() -> None:
    facts = letter_facts(*three_colleagues()[:2])
    text = compose(facts, LetterKind.REFERRAL, Manner(Tone.WARM, "en_GB"))
    said = body(drafted(facts, text))
    assert said.startswith("Dear Maria,")
    for words in (
        "hank you",
        "attached letter",
        "Camille Roux, Lyon",
        "camille@colleague.example",
        "Luc Perrin, Geneva",
    ):
        assert words in said
    assert "With kind regards,\nRuth Anders\n+49 761 5550142 · anders.example" in said
    assert "**" not in said
    assert 30 <= len(words_of(said)) <= 110 < len(words_of(" ".join(text.body)))


def test_the_owners_edits_are_in_it() -> None:
    facts = letter_facts()
    text = compose(facts, LetterKind.REFERRAL, Manner(Tone.FORMAL, "en_US"))
    edited = replace(text, subject="A word on Lyon", body=("Thank you so much, Maria.", *text.body[1:]))
    said = body(drafted(facts, edited))
    assert "Thank you so much, Maria." in said
    assert drafted(facts, edited)["Subject"] == "A word on Lyon"


def test_a_benefit_is_disclosed_in_the_mail_too() -> None:
    facts = letter_facts(a_colleague(benefit="10 % of the first fee"))
    assert "10 % of the first fee" in body(drafted(facts))


def test_names_cannot_become_headers() -> None:
    contact = the_contact(name="Maria\r\nBcc: everybody@evil.example", email="maria@aubade.example")
    message = drafted(
        letter_facts(contact=contact), LetterText("Hello\nBcc: x@evil.example", "Dear Maria,", (), "Bye,")
    )
    assert message["Bcc"] is None
    assert message["Subject"] == "Hello Bcc: x@evil.example"
    assert "\n" not in str(message["To"])


@pytest.mark.parametrize("email", [None, "", "not an address", "a@b\r\nBcc: c@d.example"])
def test_without_a_usable_address_the_line_stays_empty(email: str | None) -> None:
    message = drafted(letter_facts(contact=the_contact(email=email)))
    assert message["To"] is None or "evil" not in str(message["To"])
    assert message["Bcc"] is None


def test_an_owner_without_address_can_still_draft() -> None:
    assert body(drafted(letter_facts(owner=the_owner(email="", phone="", website=""))))


def test_names_with_accents_arrive() -> None:
    message = drafted(letter_facts(contact=the_contact(name="Étienne Delaunay-Tan")))
    assert str(message["To"]) == "Étienne Delaunay-Tan <maria@aubade.example>"


def test_odd_file_names_are_tamed() -> None:
    (attachment,) = drafted(letter_facts(), name="../..\\x\r\n<y>.pdf").iter_attachments()
    name = attachment.get_filename() or ""
    assert name.endswith(".pdf")
    assert not set(name) & set("/\\<>\r\n")


def test_the_same_letter_gives_the_same_draft() -> None:
    facts = letter_facts()
    text = compose(facts, LetterKind.REFERRAL, Manner(Tone.WARM, "en_GB"))
    assert email_draft(text, facts, PDF, "a") == email_draft(text, facts, PDF, "a")
    assert email_text(text, facts) == email_text(text, facts)
