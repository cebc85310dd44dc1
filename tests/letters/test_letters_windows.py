"""Every layout, read back from the PDF to half a millimetre: what the window shows wherever the sheet slips."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import pytest

from build_letters import letter_facts, the_contact, the_owner, three_colleagues
from fitdesk.domain.contact import Address, Contact
from fitdesk.domain.letter import LetterKind, LetterText, Manner
from fitdesk.domain.owner import Layout
from fitdesk.letters.paper.pdf import CannotPrint, RenderedLetter, render
from read_pdf import Printed, printed, rules

NEAR = 0.5


class Envelope(NamedTuple):
    """An envelope and its window in millimetres from the top left, and the play of a folded sheet inside it."""

    left: float
    top: float
    width: float
    height: float
    play_x: float
    play_y: float


def window(
    size: tuple[float, float], sheet: tuple[float, float], hole: tuple[float, float], edge: str, *at: float
) -> Envelope:
    """``size`` of the envelope, ``sheet`` folded, ``hole`` of the window, ``at`` from the edge and from the bottom."""
    left = at[0] if edge == "left" else size[0] - at[0] - hole[0]
    return Envelope(left, size[1] - at[1] - hole[1], *hole, size[0] - sheet[0], size[1] - sheet[1])


DL, C56, NO10 = (220.0, 110.0), (229.0, 114.0), (241.3, 104.8)
THIRD = (210.0, 99.0)
ENVELOPES = {
    Layout.DIN_A: (window(DL, (210, 105), (90, 45), "left", 20, 15), 18.0),
    Layout.DIN_B: (window(DL, (210, 105), (90, 45), "left", 20, 15), 0.0),
    Layout.FRANCE: (window(DL, THIRD, (100, 35), "right", 20, 20), 0.0),
    Layout.UK: (window(DL, THIRD, (90, 35), "left", 20, 18), 0.0),
    Layout.US: (window(NO10, (215.9, 101.6), (114.3, 28.6), "left", 22.2, 12.7), 0.0),
    Layout.SPAIN_LEFT: (window(DL, THIRD, (90, 35), "left", 20, 18), 0.0),
    Layout.SPAIN_RIGHT: (window(DL, THIRD, (90, 35), "right", 20, 18), 0.0),
    Layout.DUTCH_LEFT: (window(C56, THIRD, (90, 35), "left", 20, 18), 0.0),
    Layout.DUTCH_RIGHT: (window(C56, THIRD, (90, 35), "right", 20, 18), 0.0),
}
FOLDS = {
    **dict.fromkeys(Layout, (99.0, 198.0)),
    Layout.DIN_A: (87.0, 148.5, 192.0),
    Layout.DIN_B: (105.0, 148.5, 210.0),
    Layout.US: (101.6, 190.5),
    Layout.PLAIN_A4: (),
    Layout.PLAIN_LETTER: (),
}
LONG = Contact(
    name="Prof. Dr. Anna-Katharina Freifrau von und zu Hohenstein-Wartenberg",
    organization="Bundesvereinigung der kommunalen Wasserversorgungsunternehmen e. V.",
    role="Leiterin der Abteilung Veranstaltungen und Öffentlichkeitsarbeit",
    address=Address(("Haus der Verbände, Aufgang C", "Straße des Siebzehnten Juni 1234"), "10623", "Berlin", "DE"),
)
TEXT = LetterText(
    "Your leadership summit in Lyon",
    "Dear Ms Fontaine,",
    ("Thank you for asking me to speak at your summit. " * 5, "I have thought about it carefully. " * 5),
    "Yours sincerely,",
    reference="2027-014, on behalf of the association of municipal water works, second request",
    enclosures=("Outline",),
)


def drawn(layout: Layout, contact: Contact) -> RenderedLetter:
    owner = the_owner()
    owner = replace(owner, letterhead=replace(owner.letterhead, layout=layout, place="Freiburg im Breisgau"))
    facts = letter_facts(*three_colleagues(), owner=owner, contact=contact)
    return render(TEXT, facts, LetterKind.REFERRAL, Manner(locale="en_GB"))


def seen(line: Printed, envelope: Envelope, slip_x: float, slip_y: float) -> tuple[bool, bool]:
    """Whether any of a line, and all of it, shows when the sheet has slipped that far to the right and down."""
    left, right = line.left + slip_x, line.right + slip_x
    top, bottom = line.top + slip_y, line.bottom + slip_y
    into, down = envelope.left + envelope.width, envelope.top + envelope.height
    some = right > envelope.left and left < into and bottom > envelope.top and top < down
    whole = (
        left >= envelope.left - NEAR and right <= into + NEAR and top >= envelope.top - NEAR and bottom <= down + NEAR
    )
    return some, whole


@pytest.mark.parametrize("contact", [the_contact(), LONG], ids=["usual", "long"])
@pytest.mark.parametrize("layout", list(ENVELOPES))
def test_the_window_shows_the_address_whole_and_nothing_else_wherever_the_sheet_slips(
    layout: Layout, contact: Contact
) -> None:
    lines = printed(drawn(layout, contact).pdf)
    envelope, higher = ENVELOPES[layout]
    first = next(place for place, line in enumerate(lines) if line.text.startswith(("Date", "Ruth Anders · ")))
    back = [line for line in lines if line.text.startswith("Ruth Anders · Lindenweg") and line.top < 100]
    start = lines.index(back[0]) + 1 if back else 2
    end = next(place for place, line in enumerate(lines) if line.text == "Date")
    address = lines[start:end]
    assert first <= start or not back
    assert len(address) >= 4
    for slip_x in (0.0, envelope.play_x / 2, envelope.play_x):
        for slip_y in (0.0, envelope.play_y / 2, envelope.play_y):
            # Form A is folded 18 mm higher, so that its field stands where that of form B does.
            at = [seen(line, envelope, slip_x, slip_y + higher) for line in lines]
            shown = [line.text for line, (some, _whole) in zip(lines, at, strict=True) if some]
            assert all(at[start + n][1] for n in range(len(address))), (slip_x, slip_y, shown)
            assert set(shown) - {line.text for line in back} == {line.text for line in address}


@pytest.mark.parametrize("layout", list(Layout))
def test_marks_stand_where_the_sheet_is_folded(layout: Layout) -> None:
    marks = sorted(height for left, right, height in rules(drawn(layout, the_contact()).pdf) if right < 12 and left < 5)
    assert marks == pytest.approx(sorted(FOLDS[layout]), abs=NEAR)


@pytest.mark.parametrize("contact", [the_contact(), LONG], ids=["usual", "long"])
@pytest.mark.parametrize("layout", list(Layout))
def test_the_words_begin_below_everything_above_them(layout: Layout, contact: Contact) -> None:
    lines = printed(drawn(layout, contact).pdf)
    subject = next(line for line in lines if line.text == TEXT.subject)
    above = lines[: lines.index(subject)]
    assert all(line.bottom < subject.top - 1 for line in above)
    margin = 26 if layout is Layout.US else 25.4 if layout is Layout.PLAIN_LETTER else 25
    assert subject.left == pytest.approx(margin, abs=NEAR)
    for line in lines:
        assert line.left >= margin - NEAR
        assert line.right <= (215.9 if "letter" in layout or layout is Layout.US else 210) - 10
        assert line.bottom < (279.4 if "letter" in layout or layout is Layout.US else 297) - 10


DIN = {Layout.DIN_A: 18.0, Layout.DIN_B: 0.0}


@pytest.mark.parametrize("layout", list(DIN))
def test_both_forms_of_din_5008_keep_to_the_norm(layout: Layout) -> None:
    up = DIN[layout]
    lines = printed(drawn(layout, the_contact()).pdf)

    def line(words: str) -> Printed:
        return next(line for line in lines if line.text.startswith(words))

    back = line("Ruth Anders · Lindenweg 4 · 79102 Freiburg · Germany")
    assert 45 - up <= back.top <= back.bottom <= 50 - up
    assert line("Aubade SA").top == pytest.approx(63 - up, abs=NEAR)
    assert line("FRANCE").bottom <= 90 - up
    assert line("Date").left == pytest.approx(125, abs=NEAR)
    assert line("Date").top >= 50 - up
    assert 98.4 - up <= line(TEXT.subject).top <= 100.5 - up
    assert line("Ruth Anders").bottom < 45 - up
    remarks = printed(drawn(layout, the_contact(address=Address())).pdf)
    way = next(line for line in remarks if line.text.startswith("By email to"))
    assert 50 - up <= way.top <= way.bottom <= 62.7 - up


def test_an_address_that_no_window_holds_is_refused() -> None:
    many = Address(
        tuple(f"Building {n} of the very long estate with many words in its name" for n in range(30)), "1", "X", "GB"
    )
    with pytest.raises(CannotPrint, match="too long for the window"):
        drawn(Layout.US, the_contact(address=many, role="word " * 60))
