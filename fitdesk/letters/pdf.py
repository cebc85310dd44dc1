"""Draws the letter as PDF: the same words always give the same bytes, in reading order, with embedded faces."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from reportlab.lib.utils import ImageReader, TimeStamp
from reportlab.pdfgen.canvas import Canvas

from fitdesk.domain.letter import LetterKind, LetterText, Manner
from fitdesk.i18n import _
from fitdesk.letters.address import address_ways, footer_line, has_postal, is_abroad, return_line
from fitdesk.letters.blocks import INFO_SIZE, InfoRow, fit_address, fit_info, fit_one_line, info_rows
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.flow import POINT, UNDER_SIGNATURE, Flow, Placed, TextArea, flow
from fitdesk.letters.images import PrintImage, UnusableImage, fit_image
from fitdesk.letters.layout import LOGO, SHEETS, SIGNATURE, PageFit, Sheet
from fitdesk.letters.linebreak import Line, Measure
from fitdesk.letters.plain_words import printable
from fitdesk.letters.style import (
    BOLD,
    INK,
    MARK,
    QUIET,
    RULE,
    SANS,
    TEXT,
    accent_colour,
    printable_characters,
    register_faces,
    text_width,
)

LATER_TOP = 30.0
"""Millimetres from the top to the words of a second page."""

LONGEST = 20_000
"""Characters of one paragraph; more is not a letter."""


class CannotPrint(Exception):  # noqa: N818 - reads better where it is caught
    """A letter that cannot be printed as it should be; str() names what is wrong and what to do."""


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
    register_faces()
    text = LetterText(
        printable(text.subject), printable(text.salutation), tuple(map(printable, text.body)), printable(text.close)
    )
    page = _Page(text, facts, manner.locale)
    _refuse_unprintable(page.every_text())
    return page.draw()


def _refuse_unprintable(texts: Iterable[tuple[str, str]]) -> None:
    """Raises CannotPrint naming the characters that the face of each (face, text) does not have."""
    missing: dict[str, None] = {}
    for face, text in texts:
        if len(text) > LONGEST:
            raise CannotPrint(_("One paragraph is longer than a letter can be. Shorten it."))
        unknown = set(text) - printable_characters(face)
        missing.update(dict.fromkeys(c for c in text if c in unknown and c != "\n"))
    if missing:
        names = ", ".join(f"“{c}” ({unicodedata.name(c, f'U+{ord(c):04X}').lower()})" for c in list(missing)[:8])
        said = _("The letter's typeface cannot print {characters}. Write the name or word in Latin letters.")
        raise CannotPrint(said.format(characters=names))


@cache
def _measure_at(size: float) -> Measure:
    return lambda words, bold: text_width(words, BOLD if bold else TEXT, size)


class _Page:
    """One letter on its way to paper. Coordinates are millimetres from the top left until they reach the canvas."""

    def __init__(self, text: LetterText, facts: LetterFacts, locale: str) -> None:
        self.text, self.facts, self.locale = text, facts, locale
        self.owner = facts.owner
        self.sheet: Sheet = SHEETS[self.owner.letterhead.layout]
        contact = facts.inquiry.contact
        self.rows = [InfoRow(printable(row.label), printable(row.value)) for row in info_rows(facts, locale)]
        ways = address_ways(contact, self.owner, self.owner.letterhead.layout, locale, self.sheet.address_lines)
        self.address = [[printable(line) for line in lines] for lines in ways]
        self.remark = "" if has_postal(contact.address) or not contact.email else f"by e-mail: {contact.email.strip()}"
        self.sender = printable(return_line(self.owner, with_country=is_abroad(contact, self.owner), locale=locale))
        self.footer = [line for line in printable(footer_line(self.owner)).splitlines() if line.strip()][:3]
        self.name, self.tagline = printable(self.owner.name), printable(self.owner.letterhead.tagline)
        self.logo = self._image(self.owner.letterhead.logo, LOGO.width, LOGO.height, _("logo"))
        self.signature = self._image(self.owner.letterhead.signature, SIGNATURE.width, SIGNATURE.height, _("signature"))

    def _image(self, data: bytes | None, width: float, height: float, what: str) -> PrintImage | None:
        if data is None:
            return None
        try:
            return fit_image(data, width, height)
        except UnusableImage as error:
            said = _("The {what} cannot be printed. {why} It is chosen in Settings, under Letterhead.")
            raise CannotPrint(said.format(what=what, why=error)) from error

    def every_text(self) -> Iterable[tuple[str, str]]:
        """Every text on the page with its face."""
        yield from ((TEXT, part) for part in (self.text.salutation, *self.text.body, self.text.close, *self.address[0]))
        yield from ((BOLD, part) for part in (self.text.subject, self.name))
        yield from ((SANS, part) for part in (self.tagline, self.sender, self.remark, *self.footer))
        yield from ((SANS, part) for row in self.rows for part in (row.label, row.value))

    def draw(self) -> RenderedLetter:
        sheet = self.sheet
        footer_top = sheet.footer - (len(self.footer) - 1) * 3.6 - 9
        height = (min(sheet.text.bottom, footer_top) - sheet.text.y) * POINT
        raised = self.signature.height * POINT if self.signature else 0.0
        area = TextArea(sheet.text.width * POINT, height, (footer_top - LATER_TOP) * POINT)
        words = flow(self.text, self.name, area, _measure_at, signature=raised)
        target = io.BytesIO()
        self.canvas: Any = self._new_canvas(target)
        self._draw_first_page(words)
        for number, placed in enumerate(words.pages[1:], start=2):
            self.canvas.showPage()
            self._begin_page()
            self._small(sheet.text.x, 20, f"{self.name} · {self.rows[0].value} · page {number}")
            self._draw_words(placed, words, LATER_TOP)
            self._draw_footer()
        self.canvas.save()
        return RenderedLetter(target.getvalue(), len(words.pages), words.overflow_lines)

    def _new_canvas(self, target: io.BytesIO) -> Canvas:
        size = (self.sheet.width * POINT, self.sheet.height * POINT)
        canvas = Canvas(
            target,
            pagesize=size,
            invariant=1,
            pageCompression=1,
            initialFontName=TEXT,
            lang=self.locale.replace("_", "-"),
        )
        canvas._doc._timeStamp = _stamp(self.facts.day)
        subject = self.text.subject or self.facts.inquiry.title
        canvas.setTitle(subject.replace("**", ""))
        canvas.setAuthor(self.name)
        canvas.setSubject(" ".join(filter(None, ("Letter to", self.facts.inquiry.contact.name or "", ""))).strip())
        canvas.setCreator("FitDesk")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        return canvas

    def _begin_page(self) -> None:
        self.canvas.setFillColor(INK)

    def _draw_first_page(self, words: Flow) -> None:
        self._begin_page()
        self._draw_letterhead()
        self._draw_address()
        self._draw_info()
        self._draw_words(words.pages[0], words, self.sheet.text.y)
        self._draw_footer()
        self._draw_marks()

    def _draw_letterhead(self) -> None:
        sheet, width = self.sheet, self.sheet.text.width
        if self.logo is not None:
            self._picture(self.logo, sheet.text.right - self.logo.width, LOGO.y)
            width -= self.logo.width + 6
        size, name = fit_one_line(self.name, width * POINT, 17, 10, lambda words, at: text_width(words, BOLD, at))
        self._say(sheet.text.x, sheet.name, name, BOLD, size, accent_colour(self.owner.letterhead.accent))
        size, said = fit_one_line(self.tagline, width * POINT, 9.5, 7.5, self._sans_at)
        self._small(sheet.text.x, sheet.name + 5.9, said, size)

    def _draw_address(self) -> None:
        sheet = self.sheet
        if sheet.return_line is not None and self.sender:
            box = sheet.return_line
            size, said = fit_one_line(self.sender, box.width * POINT, 7, 5.5, self._sans_at)
            self._small(box.x, box.bottom - 1.5, said, size)
            self.canvas.setLineWidth(0.4)
            self.canvas.setStrokeColor(RULE)
            self._line(box.x, box.bottom, box.right, box.bottom)
        box = sheet.address
        fitted = fit_address(self.address, box.width * POINT, box.height * POINT, _measure_at)
        if fitted is None:
            raise CannotPrint(_("The address is too long for the window of the envelope. Shorten its lines."))
        first = box.y + (fitted.leading * 0.5 + fitted.size * 0.28) / POINT
        for place, line in enumerate(fitted.lines):
            self._say(box.x, first + place * fitted.leading / POINT, line, TEXT, fitted.size, INK)
        if self.remark:
            self._draw_remark(first + len(fitted.lines) * fitted.leading / POINT)

    def _draw_remark(self, below: float) -> None:
        """How the letter travels, when there is no postal address: above the address, else under its last line."""
        box = self.sheet.remarks
        width = (box or self.sheet.address).width * POINT
        size, said = fit_one_line(self.remark, width, 8.5, 6, self._sans_at)
        self._small(self.sheet.address.x, box.bottom - 3 if box else below, said, size)

    def _draw_info(self) -> None:
        box, top = self.sheet.info, self.sheet.info.y
        wide = (box.width - self.sheet.info_label) * POINT
        for row, (size, lines) in zip(self.rows, fit_info(self.rows, wide, self._sans_at), strict=True):
            self._small(box.x, top + 3, row.label, INFO_SIZE)
            for place, line in enumerate(lines):
                self._say(box.x + self.sheet.info_label, top + 3 + place * 3.9, line, SANS, size, INK)
            top += 4.6 + (len(lines) - 1) * 3.9

    @staticmethod
    def _sans_at(words: str, size: float) -> float:
        return text_width(words, SANS, size)

    def _draw_words(self, placed: Sequence[Placed], words: Flow, top: float) -> None:
        step, sheet = words.step, self.sheet
        for block in placed:
            if block.role == "name" and self.signature is not None:
                self._picture(
                    self.signature, sheet.text.x, top + block.baseline / POINT - self.signature.height - UNDER_SIGNATURE
                )
            for place, line in enumerate(block.lines):
                self._draw_line(line, sheet.text.x, top + (block.baseline + place * step.leading) / POINT, step.size)

    def _draw_line(self, line: Line, x: float, y: float, size: float) -> None:
        at = self.canvas.beginText(x * POINT, (self.sheet.height - y) * POINT)
        at.setFillColor(INK)
        for run in line:
            at.setFont(BOLD if run.bold else TEXT, size)
            at.textOut(run.text)
        self.canvas.drawText(at)

    def _draw_footer(self) -> None:
        middle = self.sheet.width / 2
        for place, line in enumerate(self.footer):
            size, said = fit_one_line(line, self.sheet.text.width * POINT, 8, 6, self._sans_at)
            y = self.sheet.footer - (len(self.footer) - 1 - place) * 3.6
            self._small(middle - text_width(said, SANS, size) / POINT / 2, y, said, size)

    def _draw_marks(self) -> None:
        self.canvas.setLineWidth(0.3)
        self.canvas.setStrokeColor(MARK)
        for y in self.sheet.folds:
            self._line(3.5, y, 7.5, y)
        for y in self.sheet.holes:
            self._line(3.5, y, 9.5, y)

    def _small(self, x: float, y: float, text: str, size: float = 9) -> None:
        self._say(x, y, text, SANS, size, QUIET)

    def _say(self, x: float, y: float, text: str, face: str, size: float, colour: Any) -> None:
        if not text:
            return
        self.canvas.setFillColor(colour)
        self.canvas.setFont(face, size)
        self.canvas.drawString(x * POINT, (self.sheet.height - y) * POINT, re.sub(r"\s", " ", text))

    def _line(self, x: float, y: float, to_x: float, to_y: float) -> None:
        height = self.sheet.height
        self.canvas.line(x * POINT, (height - y) * POINT, to_x * POINT, (height - to_y) * POINT)

    def _picture(self, image: PrintImage, x: float, y: float) -> None:
        bottom = (self.sheet.height - y - image.height) * POINT
        size = (image.width * POINT, image.height * POINT)
        self.canvas.drawImage(ImageReader(io.BytesIO(image.png)), x * POINT, bottom, *size, mask="auto")


def _stamp(day: date) -> TimeStamp:
    """The letter's day at noon as the file's date: the clock must not change the bytes."""
    stamp = TimeStamp(1)
    stamp.lt = (day.year, day.month, day.day, 12, 0, 0, day.weekday(), day.timetuple().tm_yday, 0)
    stamp.YMDhms = stamp.lt[:6]
    return stamp
