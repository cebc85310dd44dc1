"""Reads a finished PDF back: every line of text with its place, in millimetres from the top left corner."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any, NamedTuple

import pypdfium2

POINT = 72 / 25.4


class Printed(NamedTuple):
    """A run of text on one line, and its box."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Printed) -> bool:
        """Whether the two boxes share more than a hair."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > 0.2
            and min(self.bottom, other.bottom) - max(self.top, other.top) > 0.2
        )


@contextmanager
def _page(pdf: bytes, number: int) -> Iterator[Any]:
    with closing(pypdfium2.PdfDocument(pdf)) as document, closing(document[number]) as page:
        yield page


def printed(pdf: bytes, number: int = 0) -> list[Printed]:
    """The runs of text on one page, in the order of the file."""
    with _page(pdf, number) as page, closing(page.get_textpage()) as text:
        height = page.get_height()
        found = []
        for place in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(place)
            words = text.get_text_bounded(left, bottom, right, top).strip()
            box = (left / POINT, (height - top) / POINT, right / POINT, (height - bottom) / POINT)
            found.append(Printed(" ".join(words.split()), *box))
        return found


def whole_text(pdf: bytes) -> str:
    """All words of all pages, as a reader copies them."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)


def rules(pdf: bytes) -> list[tuple[float, float, float]]:
    """(left, right, height) of every horizontal line on the first page."""
    with _page(pdf, 0) as page:
        height = page.get_height()
        boxes = [thing.get_bounds() for thing in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])]
        return [
            (left / POINT, right / POINT, (height - (top + bottom) / 2) / POINT) for left, bottom, right, top in boxes
        ]


def pages(pdf: bytes) -> int:
    """How many pages there are."""
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        return len(document)
