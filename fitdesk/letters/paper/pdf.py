"""Draws letters as PDF: the same words always give the same bytes, in reading order, with embedded faces."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from fitdesk.domain.letter import LetterKind, LetterText, Manner
from fitdesk.i18n import _
from fitdesk.letters.facts import LetterFacts, recipient_of
from fitdesk.letters.kinds import RULES, To
from fitdesk.letters.languages import language_for
from fitdesk.letters.paper.blocks import dated, notes_below
from fitdesk.letters.paper.cannot_print import CannotPrint as CannotPrint
from fitdesk.letters.paper.cannot_print import refuse_unprintable
from fitdesk.letters.paper.canvas import POINT, Paper
from fitdesk.letters.paper.faces import BOLD, SANS, TEXT
from fitdesk.letters.paper.flow import CARD_TITLE, UNDER_SIGNATURE, Flow, Setting, TextArea, flow, flow_card
from fitdesk.letters.paper.hyphenation import divider
from fitdesk.letters.paper.layout import SIGNATURE, PageFit
from fitdesk.letters.paper.letterhead import Letterhead, keeper, measure_at, printed_image
from fitdesk.letters.paper.linebreak import SOFT_HYPHEN, Divide, Line, undivided
from fitdesk.letters.paper.pages import Placed, Role
from fitdesk.letters.paper.shaping import shape, text_width
from fitdesk.letters.paper.style import INK, QUIET
from fitdesk.letters.paper.tagging import Element
from fitdesk.letters.phrases.book import fill
from fitdesk.letters.words.plain_words import printable

LATER_TOP: Final = 34.0
"""Millimetres from the top to the words of a second page."""
_EMAIL: Final = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
_TAGS: Final = {Role.SUBJECT: "H1", Role.HEADING: "H2"}


@dataclass(frozen=True, slots=True)
class RenderedLetter:
    """The finished PDF, its pages, and how many lines are too many for one page."""

    pdf: bytes
    pages: int
    overflow_lines: int = 0

    @property
    def page_fit(self) -> PageFit:
        return PageFit(self.pages, self.overflow_lines)


def render(text: LetterText, facts: LetterFacts, kind: LetterKind, manner: Manner) -> RenderedLetter:
    """The letter on the owner's letterhead, in the layout chosen there. Raises CannotPrint before anything is drawn."""
    page = _page(text, facts, kind, manner)
    paper = Paper(manner.locale, facts.day, page.title, page.author, page.about)
    words = page.draw(paper)
    return RenderedLetter(paper.finished(), len(words.pages), words.overflow_lines)


def render_many(letters: Sequence[tuple[LetterText, LetterFacts, LetterKind, Manner]]) -> bytes:
    """All letters in one PDF, for one print job. Raises CannotPrint, and ValueError when there are none."""
    if not letters:
        raise ValueError("no letters to print")
    pages = [_page(*letter) for letter in letters]
    first = letters[0]
    paper = Paper(first[3].locale, first[1].day, pages[0].title, pages[0].author, _("{n} letters").format(n=len(pages)))
    for page in pages:
        with paper.element("Sect", language=page.locale):
            page.draw(paper)
    return paper.finished()


def _page(text: LetterText, facts: LetterFacts, kind: LetterKind, manner: Manner) -> _Page:
    card = RULES[kind].to is To.OWNER
    return (_Card if card else _Page)(text, facts, kind, manner)


class _Page:
    """One letter on its way to paper. Coordinates are millimetres from the top left."""

    def __init__(self, text: LetterText, facts: LetterFacts, kind: LetterKind, manner: Manner) -> None:
        self.facts, self.locale, self.speech = facts, manner.locale, language_for(manner)
        self.text = replace(
            text,
            subject=printable(text.subject),
            salutation=printable(text.salutation),
            body=tuple(map(printable, text.body)),
            close=printable(text.close),
        )
        self.author = printable(facts.owner.name)
        recipient = recipient_of(facts, kind)
        self.to = printable(recipient.name or recipient.organization or "")
        self.title = (self.text.subject or facts.inquiry.title).replace("**", "").strip() or "FitDesk"
        self.around = Letterhead(text, facts, kind, manner)
        self.notes = [printable(note) for note in notes_below(text, manner)]
        head = facts.owner.letterhead
        self.signature = printed_image(head.signature, SIGNATURE.width, SIGNATURE.height, _("signature"))
        self.linked = _links_of(facts)
        refuse_unprintable(self.every_text())
        self.list: Element | None = None

    @property
    def about(self) -> str:
        """What the file says it is: "Letter to Maria Fontaine"."""
        return fill(self.speech.book.terms["letter_to"], {"name": self.to}) if self.to else self.title

    def every_text(self) -> list[tuple[str, str]]:
        """Every text on the page with its face."""
        words = (self.text.salutation, *self.text.body, self.text.close, self.author, *self.notes)
        return [(BOLD, self.text.subject), *((TEXT, part) for part in words), *self.around.texts()]

    def draw(self, paper: Paper) -> Flow:
        """Draws every page and returns how the words fill them."""
        self.paper = paper
        sheet, words = self.around.sheet, self.flow()
        elements: dict[int, Element] = {}
        for number, placed in enumerate(words.pages, start=1):
            paper.begin_page(sheet.width, sheet.height)
            if number == 1:
                self.around.draw(paper)
            else:
                self._draw_continuation(number, len(words.pages))
            self._draw_words(placed, words, sheet.text.y if number == 1 else LATER_TOP, elements)
            self.around.draw_footer(paper, is_text=number == 1)
        return words

    def flow(self) -> Flow:
        """The words on their pages."""
        sheet, foot = self.around.sheet, self.around.footer_top
        height = (min(sheet.text.bottom, foot) - sheet.text.y) * POINT
        raised = self.signature.height * POINT if self.signature else 0.0
        area = TextArea(sheet.text.width * POINT, height, (foot - LATER_TOP) * POINT)
        return flow(self.text, self.author, self.notes, area, self.setting(), signature=raised)

    def setting(self) -> Setting:
        """How the words are set: whether they are divided is for the owner to say."""
        divide: Divide = undivided
        if self.facts.owner.letterhead.hyphenate:
            divide = divider(self.locale, _names_in(self.facts))
        return Setting(measure_at, keeper(self.locale), divide)

    def _draw_continuation(self, number: int, pages: int) -> None:
        """Who wrote to whom and when, and which page this is."""
        sheet, page = self.around.sheet, self.speech.term("page_of", page=number, pages=pages)
        said = " · ".join(part for part in (self.author, dated(self.facts, self.locale)) if part)
        with self.paper.artifact("header"):
            self.paper.say(sheet.text.x, 20, said, SANS, 9, QUIET)
            right = sheet.text.right - text_width(page, SANS, 9) / POINT
            self.paper.say(right, 20, page, SANS, 9, QUIET)

    def _draw_words(self, placed: Sequence[Placed], words: Flow, top: float, elements: dict[int, Element]) -> None:
        step = words.step
        for block in placed:
            if block.role is Role.NAME:
                self._draw_signature(top + block.baseline / POINT)
            at = top + block.baseline / POINT
            if block.role is Role.ITEM:
                self._draw_item(block, at, step.size, step.leading, elements)
                continue
            self.list = None
            with self.element(_TAGS.get(block.role, "P"), block.block, elements):
                size = step.size * self.scale(block.role)
                self._draw_lines(block.lines, self.around.sheet.text.x, at, size, step.leading)

    def scale(self, _role: Role) -> float:
        """How much larger than the words a block is."""
        return 1.0

    def element(self, tag: str, block: int, elements: dict[int, Element]) -> AbstractContextManager[Element]:
        """A new element for a block, or the one it began on the page before."""
        if block in elements:
            return self.paper.again(elements[block])
        elements[block] = Element(tag)
        return self.paper.adopt(elements[block])

    def _draw_item(self, block: Placed, y: float, size: float, leading: float, elements: dict[int, Element]) -> None:
        """One item of a list: its mark at the left, its words indented."""
        x = self.around.sheet.text.x
        if self.list is None:
            self.list = Element("L")
            opened = self.paper.adopt(self.list)
        else:
            opened = self.paper.again(self.list)
        with opened:
            if block.is_begun:
                with self.paper.again(elements[block.block]):
                    self._draw_lines(block.lines, x + block.indent / POINT, y, size, leading)
                return
            with self.paper.element("LI"):
                with self.paper.element("Lbl"):
                    self.paper.say(x + (1.2 if len(block.marker) == 1 else 0), y, block.marker, TEXT, size, INK)
                with self.paper.element("LBody") as body:
                    elements[block.block] = body
                    self._draw_lines(block.lines, x + block.indent / POINT, y, size, leading)

    def _draw_signature(self, baseline: float) -> None:
        if self.signature is None:
            return
        top = baseline - self.signature.height - UNDER_SIGNATURE
        with self.paper.element("Figure", alt=self.author or "FitDesk"):
            self.paper.picture(self.signature, self.around.sheet.text.x, top)

    def _draw_lines(self, lines: Sequence[Line], x: float, y: float, size: float, leading: float) -> None:
        for place, line in enumerate(lines):
            self._draw_line(line, x, y + place * leading / POINT, size)

    def _draw_line(self, line: Line, x: float, y: float, size: float) -> None:
        for run in line:
            face = BOLD if run.bold else TEXT
            text = run.text.rstrip(SOFT_HYPHEN)
            for place, part in enumerate(self.linked[0].split(text)):
                if place % 2:
                    x += self.paper.link(x, y, part, self.linked[1](part), face, size, INK)
                elif part:
                    x += self.paper.set_text(x, y, shape(part, face), size, INK)
            if len(text) < len(run.text):
                self.paper.hyphen(x, y, face, size, INK)


class _Card(_Page):
    """The card for the conversation: a title, headings and notes on a clean page, with the day at its foot."""

    def draw(self, paper: Paper) -> Flow:
        self.paper = paper
        sheet, words = self.around.sheet, self.flow()
        elements: dict[int, Element] = {}
        for number, placed in enumerate(words.pages, start=1):
            paper.begin_page(sheet.width, sheet.height)
            self._draw_words(placed, words, LATER_TOP - 8, elements)
            with paper.artifact("footer"):
                foot = self.speech.term("page_of", page=number, pages=len(words.pages)) if len(words.pages) > 1 else ""
                said = " · ".join(filter(None, (self.speech.say_day(self.facts.day, self.locale), foot)))
                paper.say(sheet.text.x, sheet.footer, said, SANS, 9, QUIET)
        return words

    def flow(self) -> Flow:
        sheet = self.around.sheet
        height = (sheet.footer - 10 - LATER_TOP + 8) * POINT
        return flow_card(self.text, TextArea(sheet.text.width * POINT, height, height), self.setting())

    def scale(self, role: Role) -> float:
        return CARD_TITLE if role is Role.SUBJECT else 1.0

    def every_text(self) -> list[tuple[str, str]]:
        return [(BOLD, self.text.subject), *((TEXT, part) for part in self.text.body)]


def _names_in(facts: LetterFacts) -> tuple[str, ...]:
    """Every name in the record: none is ever divided."""
    inquiry = facts.inquiry
    own = (facts.owner.name, inquiry.contact.name, inquiry.contact.organization, inquiry.event.name)
    places = (inquiry.event.place.city, facts.owner.address.city)
    peers = tuple(ranked.peer.name for ranked in facts.peers)
    addressee = facts.particulars.addressee
    return tuple(filter(None, (*own, *places, *peers, addressee.name if addressee else "")))


def _links_of(facts: LetterFacts) -> tuple[re.Pattern[str], Callable[[str], str]]:
    """What in the words is a link: e-mail addresses, and the websites on record; and where it leads."""
    sites = (facts.owner.website, *(ranked.peer.website for ranked in facts.peers))
    known = {re.sub(r"^https?://(?:www\.)?|/$", "", site.strip()): site.strip() for site in sites if site.strip()}
    pattern = _link_pattern(tuple(sorted((site for site in known if site.isascii()), key=len, reverse=True)))

    def target(words: str) -> str:
        if "@" in words:
            return f"mailto:{words}"
        return "https://" + re.sub(r"^https?://", "", known[words])

    return pattern, target


@cache
def _link_pattern(sites: tuple[str, ...]) -> re.Pattern[str]:
    named = "".join(rf"|(?<![\w@./-]){re.escape(site)}(?![\w@/-])" for site in sites)
    return re.compile(f"((?<![\\w.@-]){_EMAIL}{named})")
