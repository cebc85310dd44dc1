"""The first page around the words: letterhead, address, information block, footer, fold and hole marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import Final

from fitdesk.domain.letter import LetterKind, LetterText, Manner
from fitdesk.i18n import _
from fitdesk.letters.facts import LetterFacts, recipient_of
from fitdesk.letters.languages import language_for, language_of
from fitdesk.letters.paper.address import address_ways, footer_lines, has_postal, is_abroad, return_line
from fitdesk.letters.paper.blocks import (
    INFO_SIZE,
    FittedAddress,
    InfoRow,
    fit_address,
    fit_info,
    fit_one_line,
    fit_small,
    info_rows,
)
from fitdesk.letters.paper.cannot_print import CannotPrint
from fitdesk.letters.paper.canvas import POINT, Paper
from fitdesk.letters.paper.faces import BOLD, SANS, TEXT
from fitdesk.letters.paper.images import PrintImage, UnusableImage, fit_image
from fitdesk.letters.paper.layout import SHEETS, Sheet
from fitdesk.letters.paper.linebreak import Measure
from fitdesk.letters.paper.shaping import text_width
from fitdesk.letters.paper.style import INK, MARK, QUIET, RULE, accent_colour
from fitdesk.letters.words.plain_words import printable

_FOOTER_STEP: Final = 3.7
_INFO_STEP: Final = 4.7
_INFO_LEADING: Final = 3.9


@cache
def measure_at(size: float) -> Measure:
    """The measure of the text face and its bold for a size in points."""
    return lambda words, bold: text_width(words, BOLD if bold else TEXT, size)


def sans_at(words: str, size: float) -> float:
    """The width of small print in points."""
    return text_width(words, SANS, size)


@cache
def keeper(locale: str) -> Callable[[str], str]:
    """Puts no-break spaces where the language wants them; kept, because letters repeat their paragraphs."""
    return lru_cache(maxsize=2048)(language_of(locale).keep_together)


def printed_image(data: bytes | None, width: float, height: float, what: str) -> PrintImage | None:
    """The owner's picture ready for print. Raises CannotPrint, which names ``what`` it is."""
    if data is None:
        return None
    try:
        return fit_image(data, width, height)
    except UnusableImage as error:
        said = _("The {what} cannot be printed. {why} It is chosen in Settings, under Letterhead.")
        raise CannotPrint(said.format(what=what, why=error)) from error


class Letterhead:
    """What stands around the words of one letter. Raises CannotPrint when its pictures or its address cannot."""

    def __init__(self, text: LetterText, facts: LetterFacts, kind: LetterKind, manner: Manner) -> None:
        locale = manner.locale
        self.owner = facts.owner
        self.head = self.owner.letterhead
        self.sheet: Sheet = SHEETS[self.head.layout]
        contact, speech = recipient_of(facts, kind), language_for(manner)
        self.keep = keeper(locale)
        rows = info_rows(text, facts, kind, manner)
        self.rows = [InfoRow(printable(row.label), printable(row.value)) for row in rows]
        ways = address_ways(contact, self.owner, self.head.layout, locale, self.sheet.address_lines)
        self.address = [[printable(line) for line in lines] for lines in ways]
        by_email = not has_postal(contact.address) and bool(contact.email)
        self.remark = printable(speech.term("by_email", email=(contact.email or "").strip())) if by_email else ""
        abroad = is_abroad(contact, self.owner)
        self.sender = printable(return_line(self.owner, with_country=abroad, locale=locale))
        wide = self.sheet.text.width * POINT
        footers = [fit_small(printable(line), wide, 8, 7, sans_at) for line in footer_lines(self.owner)]
        self.footer = [(size, line) for size, lines in footers for line in lines]
        self.name, self.tagline = printable(self.owner.name), printable(self.head.tagline)
        self.logo = printed_image(self.head.logo, self.sheet.logo.width, self.sheet.logo.height, _("logo"))

    @property
    def footer_top(self) -> float:
        """Where the words must end, in millimetres from the top."""
        return self.sheet.footer - (len(self.footer) - 1) * _FOOTER_STEP - 9

    def texts(self) -> list[tuple[str, str]]:
        """Every text with its face."""
        small = [self.tagline, self.sender, self.remark, *(line for _size, line in self.footer)]
        small += [part for row in self.rows for part in (row.label, row.value)]
        address = [(TEXT, line) for lines in self.address for line in lines]
        return [(BOLD, self.name), *address, *((SANS, part) for part in small)]

    def draw(self, paper: Paper) -> None:
        """Everything above the words, in reading order, and the marks at the edge."""
        self._draw_marks(paper)
        self._draw_name(paper)
        self._draw_address(paper)
        self._draw_info(paper)

    def draw_footer(self, paper: Paper, *, is_text: bool) -> None:
        """The footer; after the first page it is a repetition and no text."""
        with paper.element("P") if is_text else paper.artifact("footer"):
            for place, (size, said) in enumerate(self.footer):
                y = self.sheet.footer - (len(self.footer) - 1 - place) * _FOOTER_STEP
                paper.say(self.sheet.width / 2 - sans_at(said, size) / POINT / 2, y, said, SANS, size, QUIET)

    def _draw_name(self, paper: Paper) -> None:
        sheet, width = self.sheet, self.sheet.text.width
        if self.logo is not None:
            width -= self.logo.width + 6
        if self.name:
            size = fit_one_line(self.name, width * POINT, 17, 8, lambda words, at: text_width(words, BOLD, at))
            with paper.element("P"):
                paper.say(sheet.text.x, sheet.name, self.name, BOLD, size, accent_colour(self.head.accent))
        if self.tagline:
            size, said = fit_small(self.tagline, width * POINT, 9.5, 7.5, sans_at)
            self._draw_small(paper, sheet.text.x, sheet.name + 5.9, said, size)
        if self.logo is not None:
            with paper.element("Figure", alt=f"Logo: {self.name}"):
                paper.picture(self.logo, sheet.text.right - self.logo.width, sheet.logo.y)

    def _draw_address(self, paper: Paper) -> None:
        self._draw_return_line(paper)
        box, fitted = self.sheet.address, self.fitted_address()
        lines = fitted.lines
        first = box.y + (fitted.leading * 0.5 + fitted.size * 0.28) / POINT
        if self.remark and self.sheet.remarks:
            self._draw_remark(paper, self.sheet.remarks.bottom - 3)
        if lines:
            with paper.element("P"):
                for place, line in enumerate(lines):
                    paper.say(box.x, first + place * fitted.leading / POINT, line, TEXT, fitted.size, INK)
        if self.remark and not self.sheet.remarks:
            self._draw_remark(paper, first + len(lines) * fitted.leading / POINT)

    def fitted_address(self) -> FittedAddress:
        box = self.sheet.address
        fitted = fit_address(self.address, box.width * POINT, box.height * POINT, measure_at)
        if fitted is None:
            raise CannotPrint(_("The address is too long for the window of the envelope. Shorten its lines."))
        return fitted

    def _draw_return_line(self, paper: Paper) -> None:
        box = self.sheet.return_line
        if box is None or not self.sender:
            return
        size, said = fit_small(self.sender, box.width * POINT, 7, 5.5, sans_at)
        self._draw_small(paper, box.x, box.bottom - 1.5 - (len(said) - 1) * size * 1.15 / POINT, said, size)
        with paper.artifact("layout"):
            paper.rule(box.x, box.bottom, box.right, box.bottom, 0.35, RULE)

    def _draw_remark(self, paper: Paper, y: float) -> None:
        """How the letter travels, when there is no postal address: above the address, else under its last line."""
        width = (self.sheet.remarks or self.sheet.address).width * POINT
        size, said = fit_small(self.remark, width, 8.5, 6, sans_at)
        self._draw_small(paper, self.sheet.address.x, y, said, size)

    def _draw_small(self, paper: Paper, x: float, y: float, lines: Sequence[str], size: float) -> None:
        """Lines of small print, the first with its baseline at ``y``."""
        with paper.element("P"):
            for place, line in enumerate(lines):
                paper.say(x, y + place * size * 1.15 / POINT, line, SANS, size, QUIET)

    def _draw_info(self, paper: Paper) -> None:
        box, top = self.sheet.info, self.sheet.info.y
        widest = max((sans_at(row.label, INFO_SIZE) / POINT for row in self.rows), default=0)
        label = min(max(widest + 3.5, self.sheet.info_label - 4), box.width * 0.45)
        fitted = fit_info(self.rows, (box.width - label) * POINT, sans_at, self.keep)
        needed = sum(_INFO_STEP + (len(lines) - 1) * _INFO_LEADING for _size, lines in fitted)
        tight = min(1.0, box.height / needed) if needed else 1.0
        for row, (size, lines) in zip(self.rows, fitted, strict=True):
            with paper.element("P"):
                name_size = fit_one_line(row.label, (label - 2) * POINT, INFO_SIZE, 5, sans_at)
                paper.say(box.x, top + 3, row.label, SANS, name_size, QUIET)
                for place, line in enumerate(lines):
                    y = top + 3 + place * _INFO_LEADING * tight
                    paper.say(box.x + label, y, line, SANS, size * min(1.0, tight * 1.1), INK)
            top += (_INFO_STEP + (len(lines) - 1) * _INFO_LEADING) * tight

    def _draw_marks(self, paper: Paper) -> None:
        with paper.artifact("layout"):
            for y in self.sheet.folds:
                paper.rule(3.5, y, 7.5, y, 0.3, MARK)
            for y in self.sheet.holes:
                paper.rule(3.5, y, 9.5, y, 0.3, MARK)
