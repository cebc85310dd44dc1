"""The finished PDF read back: its order, one page whatever the record, no overlaps, and how a long letter runs on."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from pypdf import PdfReader

from build_letters import a_colleague, letter_facts, random_facts, the_contact, the_event, the_owner, three_colleagues
from fitdesk.domain.contact import Address, Contact
from fitdesk.domain.letter import LetterKind, LetterText, Manner, Tone
from fitdesk.domain.owner import Layout, Owner
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.paper.flow import STEPS
from fitdesk.letters.paper.pdf import RenderedLetter, render
from fitdesk.letters.words.compose import compose
from read_pdf import Printed, pages, printed

NEAR = 0.5


LOCALE = {Layout.US: "en_US", Layout.PLAIN_LETTER: "en_US"}
LONG = Contact(
    name="Prof. Dr. Anna-Katharina Freifrau von und zu Hohenstein-Wartenberg",
    email="anna-katharina.hohenstein@wasserversorgung-und-abwasser.example",
    organization="Bundesvereinigung der kommunalen Wasserversorgungsunternehmen e. V.",
    role="Leiterin der Abteilung Veranstaltungen und Öffentlichkeitsarbeit",
    address=Address(("Haus der Verbände, Aufgang C", "Straße des Siebzehnten Juni 1234"), "10623", "Berlin", "DE"),
)


def an_owner(layout: Layout, **changes: object) -> Owner:
    owner = the_owner()
    return replace(owner, letterhead=replace(owner.letterhead, layout=layout, **changes))  # type: ignore[arg-type]  # any field


def drawn(facts: LetterFacts, tone: Tone = Tone.FORMAL) -> tuple[LetterText, RenderedLetter]:
    locale = LOCALE.get(facts.owner.letterhead.layout, "en_GB")
    text = compose(facts, LetterKind.REFERRAL, Manner(tone, locale))
    return text, render(text, facts, LetterKind.REFERRAL, Manner(locale=locale))


def squeezed(text: str) -> str:
    return "".join(text.split())


def line_with(lines: list[Printed], words: str) -> Printed:
    return next(line for line in lines if words in line.text)


@pytest.mark.parametrize("layout", list(Layout))
def test_text_is_read_in_the_order_of_the_page(layout: Layout) -> None:
    facts = letter_facts(*three_colleagues()[:2], owner=an_owner(layout))
    text, letter = drawn(facts)
    read = " ".join(PdfReader(io.BytesIO(letter.pdf)).pages[0].extract_text().replace("\u00a0", " ").split())
    parts = ["Ruth Anders", "Speaker and adviser", "Aubade SA", "Date", "Event", text.subject, text.salutation]
    parts += [" ".join(paragraph.replace("**", "").split()) for paragraph in text.body]
    parts += [text.close, "Ruth Anders · Lindenweg 4 · 79102 Freiburg · VAT DE 000 000 000"]
    place = 0
    for part in parts:
        found = read.find(part, place)
        assert found >= 0, part
        place = found + len(part)


@pytest.mark.parametrize("seed", range(0, 60))
def test_any_plausible_letter_fits_one_page_without_overlaps(seed: int) -> None:
    facts = random_facts(seed)
    facts = replace(facts, owner=an_owner(list(Layout)[seed % len(Layout)]))
    text, letter = drawn(facts, list(Tone)[seed % 2])
    assert (letter.pages, letter.overflow_lines) == (1, 0)
    lines = printed(letter.pdf)
    assert not [(a.text, b.text) for a, b in combinations(lines, 2) if a.overlaps(b)]
    read = squeezed("".join(line.text for line in lines))
    assert all(squeezed(paragraph.replace("**", "")) in read for paragraph in text.body)
    assert len(letter.pdf) < 100_000


def test_a_long_letter_steps_down_before_it_runs_over() -> None:
    facts = letter_facts(*three_colleagues(), owner=an_owner(Layout.US))
    text, usual = drawn(facts)
    body = printed(usual.pdf)
    longer = replace(text, body=(*text.body[:2], "One more thought that matters here. " * 9, *text.body[2:]))
    tight = render(longer, facts, LetterKind.REFERRAL, Manner(locale="en_US"))
    assert tight.pages == 1
    first, second = (line_with(lines, "Dear Ms. Fontaine:") for lines in (body, printed(tight.pdf)))
    assert second.bottom - second.top < first.bottom - first.top
    assert STEPS[0].size == 11
    assert STEPS[-1].size == 9.5


def test_what_is_too_much_runs_to_a_second_page_and_says_by_how_much() -> None:
    facts = letter_facts(owner=an_owner(Layout.DIN_B))
    text, _letter = drawn(facts)
    filler = "One more thought that matters here, and then another one. "
    letters = [
        render(
            replace(text, body=(*text.body, *(filler * 8 for _ in range(count)))),
            facts,
            LetterKind.REFERRAL,
            Manner(locale="en_GB"),
        )
        for count in (5, 7, 10)
    ]
    assert all(letter.pages == 2 and pages(letter.pdf) == 2 for letter in letters)
    assert letters[0].overflow_lines < letters[1].overflow_lines < letters[2].overflow_lines
    second = printed(letters[2].pdf, 1)
    assert any("Page 2 of 2" in line.text for line in second)
    close = next(place for place, line in enumerate(second) if line.text == text.close)
    assert second[close + 1].text == "Ruth Anders"
    assert close > 2, "the close must not stand alone on its page"
    read = " ".join(line.text for number in (0, 1) for line in printed(letters[2].pdf, number))
    assert read.count("and then another one") >= 10 * 8 - 10


def test_a_very_long_letter_runs_on() -> None:
    facts = letter_facts()
    text, _letter = drawn(facts)
    endless = replace(text, body=(*text.body, *("More and more words to fill the sheets. " * 60 for _ in range(6))))
    letter = render(endless, facts, LetterKind.REFERRAL, Manner(locale="en_GB"))
    assert letter.pages >= 3
    assert pages(letter.pdf) == letter.pages


@pytest.mark.parametrize("layout", list(Layout))
def test_without_an_address_there_is_no_gap_and_the_way_is_named(layout: Layout) -> None:
    facts = letter_facts(owner=an_owner(layout), contact=the_contact(address=Address()))
    lines = printed(drawn(facts)[1].pdf)
    assert line_with(lines, "By email to maria@aubade.example")
    names = [line_with(lines, words) for words in ("Maria Fontaine", "Aubade SA")]
    assert abs(names[0].top - names[1].top) < 11
    assert not any("FRANCE" in line.text for line in lines)


def test_without_anything_about_the_sender_the_page_still_stands() -> None:
    facts = letter_facts(owner=Owner(letterhead=replace(Owner().letterhead, footer="")), contact=Contact())
    text, letter = drawn(facts)
    assert text.salutation == "Dear Sir or Madam,"
    assert letter.pages == 1


def test_long_names_of_owner_and_event_fit_their_places() -> None:
    owner = replace(
        an_owner(Layout.US), name="Dr. Maximiliana Esterházy-Lichtenstein von Wolkenstein-Rodenegg zu Hohenems"
    )
    event = the_event(name="Zwölftes Symposium der kommunalen Wasserwirtschaft und Abwasserentsorgung im Alpenraum")
    lines = printed(drawn(letter_facts(*three_colleagues(), owner=owner, event=event, contact=LONG))[1].pdf)
    assert not [(a.text, b.text) for a, b in combinations(lines, 2) if a.overlaps(b)]
    assert all(line.right <= 205 for line in lines)


def test_dates_and_numbers_are_not_broken_over_lines() -> None:
    facts = letter_facts(a_colleague(), event=the_event(dates=(date(2027, 6, 12),)))
    text, letter = drawn(facts)
    assert "12 June" in " ".join(text.body)
    assert any("12 June" in line.text for line in printed(letter.pdf) if line.top > 110)
