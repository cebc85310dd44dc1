"""Letters of more than one page: nothing that belongs together is parted; and the small blocks around the words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from build_letters import a_colleague, letter_facts, the_contact, the_owner
from fitdesk.domain.letter import LetterKind, LetterText, Manner
from fitdesk.domain.owner import Owner
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.paper.linebreak import SOFT_HYPHEN, Run
from fitdesk.letters.paper.pages import Block, Role, spread
from fitdesk.letters.paper.pdf import RenderedLetter, render
from read_pdf import pages, printed

LINE = 12.0


def block(role: Role, lines: int, *, with_next: bool = False, divided: int = -1) -> Block:
    made = tuple((Run("x" + (SOFT_HYPHEN if number == divided else "")),) for number in range(lines))
    return Block(role, made, 6.0, role is not Role.BODY, with_next)


def letter(*paragraphs: int, divided: int = -1) -> list[Block]:
    return [
        block(Role.SUBJECT, 1, with_next=True),
        block(Role.SALUTATION, 1, with_next=True),
        *(block(Role.BODY, lines, divided=divided) for lines in paragraphs),
        block(Role.CLOSE, 1, with_next=True),
        block(Role.NAME, 1, with_next=True),
        block(Role.NOTE, 1),
    ]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(1, 9), min_size=3, max_size=14), st.integers(12, 30), st.integers(14, 40))
def test_no_line_is_left_alone_and_none_is_lost(paragraphs: list[int], first: int, later: int) -> None:
    blocks = letter(*paragraphs)
    found = spread(blocks, LINE, 10, first * LINE, later * LINE)
    assert [line for one in found for placed in one for line in placed.lines] == [
        line for one in blocks for line in one.lines
    ]
    for number, one in enumerate(found):
        room = (later if number else first) * LINE
        assert one[-1].baseline + (len(one[-1].lines) - 1) * LINE <= room
        for placed in (one[0], one[-1]):
            if len(blocks[placed.block].lines) != len(placed.lines):
                assert len(placed.lines) >= 2
    last = [placed.role for placed in found[-1]]
    assert last[-3:] == [Role.CLOSE, Role.NAME, Role.NOTE]
    assert sum(len(placed.lines) for placed in found[-1] if placed.role is Role.BODY) >= 2
    assert [placed.role for placed in found[0]][:3] == [Role.SUBJECT, Role.SALUTATION, Role.BODY]


def test_a_page_never_ends_with_a_divided_word() -> None:
    for height in range(9, 16):
        for divided in range(1, 11):
            first = spread(letter(3, 12, divided=divided), LINE, 10, height * LINE, 60 * LINE)[0]
            assert not any(run.text.endswith(SOFT_HYPHEN) for run in first[-1].lines[-1])


def drawn(
    text: LetterText, facts: LetterFacts, kind: LetterKind = LetterKind.REFERRAL, locale: str = "en_GB"
) -> RenderedLetter:
    return render(text, facts, kind, Manner(locale=locale))


def lines_of(
    text: LetterText, facts: LetterFacts, kind: LetterKind = LetterKind.REFERRAL, locale: str = "en_GB"
) -> list[str]:
    return [line.text for line in printed(drawn(text, facts, kind, locale).pdf)]


def headed(**changes: object) -> Owner:
    owner = the_owner()
    return replace(owner, letterhead=replace(owner.letterhead, **changes))  # type: ignore[arg-type]  # any field


TEXT = LetterText("Subject", "Dear Maria,", ("Some words.",), "Yours,")


def test_a_long_letter_has_the_size_of_a_short_one_when_it_needs_two_pages_anyway() -> None:
    facts = letter_facts()
    long = drawn(replace(TEXT, body=("More words for this letter. " * 40,) * 4), facts)
    assert pages(long.pdf) == long.pages == 2
    assert long.overflow_lines > 0
    sizes = [
        next(line.bottom - line.top for line in printed(letter.pdf) if line.text == "Dear Maria,")
        for letter in (drawn(TEXT, facts), long)
    ]
    assert sizes[0] == pytest.approx(sizes[1])


def test_the_second_page_says_who_when_and_which_page_in_the_language_of_the_letter() -> None:
    facts = letter_facts(owner=headed(place="Bern"))
    long = drawn(replace(TEXT, body=("Mehr Worte. " * 600,)), facts, locale="de_DE")
    second = [line.text for line in printed(long.pdf, 1)]
    assert second[:2] == ["Ruth Anders · Bern, 3. März 2027", "Seite 2 von 2"]


@pytest.mark.parametrize(
    ("locale", "said"),
    [("en_GB", "Bern, 3 March 2027"), ("en_US", "Bern, March 3, 2027"), ("fr_FR", "Bern, le 3 mars 2027")],
)
def test_the_day_stands_with_its_place(locale: str, said: str) -> None:
    assert said in lines_of(TEXT, letter_facts(owner=headed(place="Bern")), locale=locale)


def test_reference_enclosures_copies_bank_and_tax_number_have_their_places() -> None:
    owner = headed(bank="IBAN DE00 0000", return_line="R. Anders, Box 1, Bern")
    text = replace(TEXT, reference="7/27 A", enclosures=("Outline", "Terms"), copies=("Luc Perrin",))
    found = lines_of(text, letter_facts(owner=owner))
    assert found[found.index("Our reference") + 1] == "7/27 A"
    close = found.index("Yours,")
    assert found[close + 1 : close + 4] == ["Ruth Anders", "Enclosures: Outline, Terms", "Copy to: Luc Perrin"]
    assert found[-1] == "IBAN DE00 0000"
    assert "VAT DE 000 000 000" in found[-2]
    assert "R. Anders, Box 1, Bern" in found
    one = lines_of(replace(text, enclosures=("Outline",)), letter_facts())
    assert "Enclosure: Outline" in one


def test_labels_speak_as_the_letter_does() -> None:
    polite = lines_of(TEXT, letter_facts(), locale="fr_FR")
    familiar = render(TEXT, letter_facts(), LetterKind.REFERRAL, Manner(locale="fr_FR", is_familiar=True))
    assert "Votre demande" in polite
    assert "Ta demande" in [line.text for line in printed(familiar.pdf)]


def test_the_footer_is_the_owners_words_up_to_three_lines() -> None:
    found = lines_of(TEXT, letter_facts(owner=headed(footer="One\nTwo\nThree\nFour", bank="IBAN 1")))
    assert found[-4:] == ["One", "Two", "Three", "IBAN 1"]


def test_small_print_that_is_too_long_is_broken_and_never_cut() -> None:
    words = " · ".join(f"Part number {number} of the sender" for number in range(14))
    facts = letter_facts(owner=headed(footer=words, return_line=words[:150], tagline=words))
    found = printed(drawn(TEXT, facts).pdf)
    for part in words.split(" · "):
        assert sum(part in line.text for line in found) >= 2
    assert all(line.left >= 25 - 0.5 and line.right <= 190.5 for line in found)
    assert words[:150].split(" · ")[-1] in " ".join(line.text for line in found if line.bottom < 50.5)


def test_a_peer_gets_their_own_address_and_nothing_of_the_request_beside_the_words() -> None:
    facts = letter_facts()
    facts = replace(facts, particulars=replace(facts.particulars, addressee=a_colleague("Luc Perrin")))
    found = lines_of(TEXT, facts, LetterKind.INTRODUCTION)
    assert "Luc Perrin" in found
    assert "By email to luc@colleague.example" in found
    assert not {"Your request", "Event", "Maria Fontaine", "Aubade SA"} & set(found)


def test_a_call_card_is_a_clean_page() -> None:
    text = LetterText("Call with Maria", "", ("**Goal**\nWhat they want.", "**Next**\n**“And?”**\nNothing."), "")
    card = drawn(text, letter_facts(contact=the_contact()), LetterKind.CALL_CARD)
    assert [line.text for line in printed(card.pdf)] == [
        "Call with Maria", "Goal", "What they want.", "Next", "“And?”", "Nothing.", "3 March 2027",
    ]  # fmt: skip


def test_facts_are_set_as_a_list_in_two_columns() -> None:
    text = replace(TEXT, body=("This is agreed:\nPlace: Lyon\nAudience: 300 people",))
    found = printed(drawn(text, letter_facts()).pdf)
    lyon, people = (next(line for line in found if line.text == words) for words in ("Lyon", "300 people"))
    label = next(line for line in found if line.text == "Audience:")
    assert lyon.left == pytest.approx(people.left, abs=0.4)
    assert lyon.left > label.right + 1
