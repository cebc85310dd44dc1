"""Whatever stands in a record or an edited text: it is printed as text, or refused with the reason; no crash."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from build_letters import a_colleague, letter_facts, the_contact, the_event, the_owner
from fitdesk.domain.contact import Address
from fitdesk.domain.letter import LetterKind, LetterText, Manner, Tone
from fitdesk.letters.checks.check import check
from fitdesk.letters.email import email_draft
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.paper.pdf import CannotPrint, render
from fitdesk.letters.words.compose import compose

words = st.text(max_size=60)
nasty = st.one_of(
    words,
    st.sampled_from(
        ["**", "{", "}", "[x]", "<b>", "&amp;", "%s", "“", "\u202e", "\x00", "\n\n", "12 June", "£5", "a" * 400]
    ),
)
texts = st.builds(LetterText, nasty, nasty, st.lists(nasty, max_size=6).map(tuple), nasty)


def is_printed_or_refused(text: LetterText, facts: LetterFacts, locale: str) -> bool:
    try:
        return render(text, facts, LetterKind.REFERRAL, Manner(locale=locale)).pdf.startswith(b"%PDF")
    except CannotPrint as error:
        return len(str(error)) > 20


CAREFUL = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@CAREFUL
@given(texts)
def test_any_edited_text_is_checked_and_printed_or_refused(text: LetterText) -> None:
    facts = letter_facts()
    assert check(text, facts, None, LetterKind.REFERRAL, Manner(Tone.WARM, "en_GB"))
    assert is_printed_or_refused(text, facts, "en_GB")
    assert email_draft(text, facts, b"%PDF", "letter").startswith(b"From:")


@CAREFUL
@given(name=nasty, role=nasty, street=nasty, goal=nasty, event=nasty, topic=nasty, differs=nasty, headline=nasty)
def test_any_record_gives_a_letter_or_a_reason(
    name: str, role: str, street: str, goal: str, event: str, topic: str, differs: str, headline: str
) -> None:
    contact = the_contact(name=name, role=role, organization=street, address=Address((street,), "1", name, "FR"))
    facts = letter_facts(
        a_colleague(differs=differs, headline=headline),
        contact=contact,
        event=the_event(name=event, topics=(topic,)),
        goal=goal,
        owner=the_owner(name=role or "x", tax_id=street),
    )
    for tone, locale in ((Tone.WARM, "en_GB"), (Tone.FORMAL, "en_US")):
        text = compose(facts, LetterKind.REFERRAL, Manner(tone, locale))
        assert text.body
        check(text, facts, None, LetterKind.REFERRAL, Manner(tone, locale))
        assert is_printed_or_refused(text, facts, locale)


@pytest.mark.parametrize(
    "piece", ["word ", "12 June and 13 ", "£1,000 ", "a.b@c.d ", "Camile Roux ", "x", "(", "+33 1 "]
)
def test_a_long_text_is_checked_in_good_time(piece: str) -> None:
    facts = letter_facts()
    text = LetterText("Subject", "Dear Maria,", (piece * (20_000 // len(piece)),), "Yours,")
    start = process_time()
    check(text, facts, None, LetterKind.REFERRAL, Manner(Tone.WARM, "en_GB"))
    assert process_time() - start < 5
