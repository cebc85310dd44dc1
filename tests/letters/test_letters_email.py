"""The e-mail draft: headers, the short text, the attachment, and names that try to become headers."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from urllib.parse import unquote

import pytest

from build_letters import a_colleague, facts_for_kind, letter_facts, the_contact, the_owner, three_colleagues
from fitdesk.domain.letter import Form, LetterKind, LetterText, Manner, Tone
from fitdesk.letters.email import email_draft, email_text, mailto_link
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.words.compose import compose

PDF = b"%PDF-1.4 a letter"


WARM = Manner(Tone.WARM, "en_GB")


def mail_of(facts: LetterFacts, kind: LetterKind = LetterKind.REFERRAL, manner: Manner = WARM) -> LetterText:
    return compose(facts, kind, manner, form=Form.EMAIL)


def drafted(
    facts: LetterFacts, text: LetterText | None = None, name: str = "Letter.pdf", pdf: bytes | None = PDF
) -> EmailMessage:
    made = email_draft(text or mail_of(facts), facts, pdf, name, WARM)
    message = message_from_bytes(made, policy=default)
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


def test_without_a_letter_nothing_is_attached_and_nothing_says_so() -> None:
    message = drafted(letter_facts(), pdf=None)
    assert list(message.iter_attachments()) == []
    assert "attached" not in body(message)
    assert message["X-Unsent"] == "1"
    assert drafted(letter_facts(), pdf=None).as_bytes() == message.as_bytes()


def test_the_text_is_that_of_the_email_with_a_line_on_the_letter() -> None:
    facts = letter_facts(*three_colleagues()[:2])
    text = mail_of(facts)
    said = body(drafted(facts, text))
    assert said.startswith("Dear Maria,\n\n")
    for words in ("attached", "Camille Roux, Lyon", "camille@colleague.example", "Luc Perrin, Geneva"):
        assert words in said
    assert "With kind regards,\nRuth Anders\n+49 761 5550142 · anders.example" in said
    assert "**" not in said
    paragraphs = said.split("\n\n")
    assert "attached" in paragraphs[-3]
    assert paragraphs[-2] == text.body[-1]


def test_the_owners_edits_are_in_it() -> None:
    facts = letter_facts()
    text = mail_of(facts, manner=Manner(Tone.FORMAL, "en_US"))
    edited = replace(text, subject="A word on Lyon", body=("Thank you so much, Maria.", *text.body[1:]))
    message = drafted(facts, edited)
    assert "Thank you so much, Maria." in body(message)
    assert message["Subject"] == "A word on Lyon"


def test_a_letter_to_a_peer_goes_to_the_peer() -> None:
    facts = facts_for_kind(LetterKind.INTRODUCTION)
    text = mail_of(facts, LetterKind.INTRODUCTION)
    assert str(drafted(facts, text)["To"]) == "Camille Roux <camille@colleague.example>"
    assert (mailto_link(text, facts, WARM) or "").startswith("mailto:camille@colleague.example?subject=")


def test_a_link_opens_the_whole_text() -> None:
    facts = letter_facts(contact=the_contact(email="maria+events&x@aubade.example"))
    text = replace(mail_of(facts), body=("Thank you & goodbye?\nÜber 50 %", "So long."))
    link = mailto_link(text, facts, WARM)
    assert link is not None
    address, _mark, query = link.removeprefix("mailto:").partition("?")
    assert unquote(address) == "maria+events&x@aubade.example"
    found = dict(part.split("=") for part in query.split("&"))
    assert unquote(found["subject"]) == text.subject
    assert unquote(found["body"]).replace("\r\n", "\n") == email_text(text, facts, WARM)
    assert "\r\n" in unquote(found["body"])
    assert " " not in link


def test_a_link_that_would_be_cut_off_is_none() -> None:
    facts = letter_facts()
    text = mail_of(facts)
    assert len(mailto_link(text, facts, WARM) or "") <= 1900
    assert mailto_link(replace(text, body=("long words " * 200,)), facts, WARM) is None


@pytest.mark.parametrize("email", [None, "", "not an address", "a@b\r\nBcc: c@d.example"])
def test_without_a_usable_address_there_is_no_link(email: str | None) -> None:
    facts = letter_facts(contact=the_contact(email=email))
    link = mailto_link(mail_of(facts), facts, WARM)
    assert link is None or "Bcc" not in link


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
    text = mail_of(facts)
    assert email_draft(text, facts, PDF, "a", WARM) == email_draft(text, facts, PDF, "a", WARM)
    assert email_text(text, facts, WARM) == email_text(text, facts, WARM)
