"""Positions read back from the finished PDF, to half a millimetre: windows, marks, order, one page, no overlaps."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import NamedTuple

import pytest
from pypdf import PdfReader

from build_letters import a_colleague, letter_facts, random_facts, the_contact, the_event, the_owner, three_colleagues
from fitdesk.domain.contact import Address, Contact
from fitdesk.domain.letter import LetterKind, LetterText, Manner, Tone
from fitdesk.domain.owner import Layout, Owner
from fitdesk.letters.compose import compose
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.flow import STEPS
from fitdesk.letters.pdf import RenderedLetter, render
from read_pdf import Printed, pages, printed, rules

NEAR = 0.5


class Window(NamedTuple):
    """What letters.md demands: the rectangle that always shows, and the one that may show at some position."""

    left: float
    right: float
    top: float
    bottom: float
    clear: tuple[float, float, float, float]
    folds: tuple[float, ...]
    text_left: float
    width: float


WINDOWS = {
    Layout.DIN_B: Window(20, 100, 50, 90, (10, 110, 50, 95), (105, 210), 25, 210),
    Layout.UK: Window(20, 100, 57, 81, (10, 110, 46, 92), (99, 198), 25, 210),
    Layout.US: Window(25.4, 108, 66.7, 85.7, (0, 136.5, 60.3, 92.1), (101.6, 190.5), 26, 215.9),
}
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
    locale = "en_US" if facts.owner.letterhead.layout is Layout.US else "en_GB"
    text = compose(facts, LetterKind.REFERRAL, Manner(tone, locale))
    return text, render(text, facts, LetterKind.REFERRAL, Manner(locale=locale))


def squeezed(text: str) -> str:
    return "".join(text.split())


def line_with(lines: list[Printed], words: str) -> Printed:
    return next(line for line in lines if words in line.text)


@pytest.mark.parametrize("layout", list(WINDOWS))
@pytest.mark.parametrize("contact", [the_contact(), LONG], ids=["usual", "long"])
def test_the_window_shows_the_address_and_nothing_but_the_address(layout: Layout, contact: Contact) -> None:
    facts = letter_facts(*three_colleagues(), owner=an_owner(layout), contact=contact)
    _text, letter = drawn(facts)
    window, lines = WINDOWS[layout], printed(letter.pdf)
    left, right, top, bottom = window.clear
    shown = [
        line for line in lines if line.right > left and line.left < right and line.bottom > top and line.top < bottom
    ]
    last_name = "Wartenberg" if contact is LONG else "Fontaine"
    assert any(last_name in line.text for line in shown)
    assert len(shown) >= 4
    for line in shown:
        assert line.left >= window.left - NEAR
        assert line.right <= window.right + NEAR
        assert line.top >= window.top - NEAR
        assert line.bottom <= window.bottom + NEAR
    said = " ".join(line.text for line in shown)
    assert "@" not in said
    assert "2027" not in said
    assert "Ruth Anders" not in said


@pytest.mark.parametrize("layout", list(WINDOWS))
def test_fold_and_hole_marks_stand_where_they_should(layout: Layout) -> None:
    _text, letter = drawn(letter_facts(owner=an_owner(layout)))
    marks = sorted(height for left, right, height in rules(letter.pdf) if right < 12 and left < 5)
    wanted = [*WINDOWS[layout].folds, *((148.5,) if layout is Layout.DIN_B else ())]
    assert marks == pytest.approx(sorted(wanted), abs=NEAR)


@pytest.mark.parametrize("layout", list(WINDOWS))
def test_text_is_flush_left_and_inside_the_margins(layout: Layout) -> None:
    text, letter = drawn(letter_facts(*three_colleagues(), owner=an_owner(layout)))
    window, lines = WINDOWS[layout], printed(letter.pdf)
    for words in (text.subject, text.salutation, text.close, "Ruth Anders"):
        assert line_with(lines, words).left == pytest.approx(window.text_left, abs=NEAR)
    assert all(line.left >= window.text_left - NEAR and line.right <= window.width - 10 for line in lines)


def test_the_din_letter_keeps_to_the_norm() -> None:
    text, letter = drawn(letter_facts(owner=an_owner(Layout.DIN_B)))
    lines = printed(letter.pdf)
    back = line_with(lines, "Ruth Anders · Lindenweg 4 · 79102 Freiburg · Germany")
    assert back.top >= 45
    assert back.bottom <= 50
    assert line_with(lines, "Aubade SA").top == pytest.approx(63, abs=NEAR)
    assert line_with(lines, "FRANCE").bottom <= 90
    assert line_with(lines, "3 March 2027").left == pytest.approx(146.5, abs=NEAR)
    assert next(line for line in lines if line.text == "Date").left == pytest.approx(125, abs=NEAR)
    assert line_with(lines, text.subject).top >= 98.4
    assert any(height == pytest.approx(50, abs=0.1) for _left, _right, height in rules(letter.pdf))


@pytest.mark.parametrize("layout", list(WINDOWS))
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


@pytest.mark.parametrize("layout", list(WINDOWS))
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
