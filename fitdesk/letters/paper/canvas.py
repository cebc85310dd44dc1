"""Puts text, rules and pictures on the pages of a PDF: places in millimetres from the top left, every mark tagged."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Final

from fitdesk.letters.paper.archive import Archive, resource_name
from fitdesk.letters.paper.faces import INSTEAD
from fitdesk.letters.paper.images import PrintImage
from fitdesk.letters.paper.shaping import Shaped, shape
from fitdesk.letters.paper.style import Colour
from fitdesk.letters.paper.tagging import ARTIFACTS, Element, text_string

POINT: Final = 72 / 25.4
"""Points in a millimetre."""
_RESOURCES: Final = {face: resource_name(face) for face in INSTEAD}
_HYPHEN: Final = "/Span <</ActualText <FEFF00AD>>> BDC"
"""A hyphen that divides a word reads as a soft one: the word is whole for who listens or searches."""


class Paper:
    """The pages of one document. What is drawn belongs to the innermost element or artifact that is open."""

    def __init__(self, locale: str, day: date, title: str, author: str, subject: str) -> None:
        self._archive = Archive(locale, day, title, author, subject)
        self._inside: list[Element | str] = [self._archive.structure.root]
        self._open: Element | str | None = None
        self._operators: list[str] = []
        self._annotations: list[str] = []
        self._size = (0.0, 0.0)
        self._colours: dict[str, Colour] = {}

    def begin_page(self, width: float, height: float) -> None:
        """A new page of ``width`` × ``height`` millimetres; what is drawn next stands on it."""
        self._finish_page()
        self._size = (width * POINT, height * POINT)
        self._archive.structure.pages.append([])

    def finished(self) -> bytes:
        """The whole PDF."""
        self._finish_page()
        return self._archive.finished()

    def _finish_page(self) -> None:
        if not self._archive.structure.pages:
            return
        self._turn_to(None)
        self._archive.add_contents(self._operators, self._size, self._annotations)
        self._operators, self._annotations, self._colours = [], [], {}

    @contextmanager
    def element(self, tag: str, *, alt: str = "", language: str = "") -> Iterator[Element]:
        """Everything drawn inside is one element of the text: "P", "H1", "Figure" … ``language`` as in a locale."""
        made = Element(tag, alt=alt, language=language.replace("_", "-"))
        with self.adopt(made):
            yield made

    @contextmanager
    def adopt(self, element: Element) -> Iterator[Element]:
        """As ``element``, with one that is made already."""
        parent = self._inside[-1]
        assert isinstance(parent, Element), "an artifact holds no text"
        parent.kids.append(element)
        with self.again(element):
            yield element

    @contextmanager
    def again(self, element: Element) -> Iterator[Element]:
        """Goes on with an element, such as a paragraph that runs to the next page."""
        self._inside.append(element)
        yield element
        self._inside.pop()

    @contextmanager
    def artifact(self, kind: str) -> Iterator[None]:
        """What is drawn inside is no part of the text: a key of ARTIFACTS."""
        self._inside.append(kind)
        yield
        self._inside.pop()

    def _turn_to(self, holder: Element | str | None) -> None:
        if self._open is holder:
            return
        if self._open is not None:
            self._operators.append("EMC")
        if isinstance(holder, Element):
            mark = self._archive.structure.mark(holder)
            self._operators.append(f"/{holder.tag} <</MCID {mark.number}>> BDC")
        elif holder is not None:
            self._operators.append(ARTIFACTS[holder])
        self._open = holder

    def say(self, x: float, y: float, text: str, face: str, size: float, colour: Colour) -> float:
        """``text`` from ``x`` with its baseline at ``y``; returns its width in millimetres."""
        if not text:
            return 0.0
        return self.set_text(x, y, shape(text, face), size, colour)

    def set_text(self, x: float, y: float, words: Shaped, size: float, colour: Colour) -> float:
        """Words in glyphs from ``x`` with their baseline at ``y``; returns their width in millimetres."""
        self._turn_to(self._inside[-1])
        self._colour("rg", colour)
        for face, glyphs in words.glyphs:
            self._archive.use(face, glyphs)
        place = f"BT 1 0 0 1 {x * POINT:.3f} {self._size[1] - y * POINT:.3f} Tm"
        self._operators.append(f"{place} {words.operators(_RESOURCES, size)} ET")
        return words.width * size / 1000 / POINT

    def hyphen(self, x: float, y: float, face: str, size: float, colour: Colour) -> None:
        """The mark of a divided word."""
        self._turn_to(self._inside[-1])
        self._operators.append(_HYPHEN)
        self.say(x, y, "-", face, size, colour)
        self._operators.append("EMC")

    def rule(self, x: float, y: float, to_x: float, to_y: float, thickness: float, colour: Colour) -> None:
        """A straight line; ``thickness`` in points."""
        self._turn_to(self._inside[-1])
        self._colour("RG", colour)
        height = self._size[1]
        ends = (x * POINT, height - y * POINT, to_x * POINT, height - to_y * POINT)
        self._operators.append("{:g} w {:.3f} {:.3f} m {:.3f} {:.3f} l S".format(thickness, *ends))

    def picture(self, image: PrintImage, x: float, y: float) -> None:
        """A picture with its upper left corner at ``x``, ``y``."""
        holder = self._inside[-1]
        self._turn_to(holder)
        left, bottom = x * POINT, self._size[1] - (y + image.height) * POINT
        width, height = image.width * POINT, image.height * POINT
        if isinstance(holder, Element):
            holder.box = (left, bottom, left + width, bottom + height)
        name = self._archive.picture(image)
        across, up = (1.0, 1.0) if image.drawing is not None else (width, height)
        self._operators.append(f"q {across:.3f} 0 0 {up:.3f} {left:.3f} {bottom:.3f} cm /{name} Do Q")

    def link(self, x: float, y: float, text: str, target: str, face: str, size: float, colour: Colour) -> float:
        """``text`` that opens ``target`` (mailto: or https:); returns its width in millimetres."""
        with self.element("Link", alt=text) as link:
            width = self.say(x, y, text, face, size, colour)
            left, base = x * POINT, self._size[1] - y * POINT
            box = f"{left:.2f} {base - size * 0.25:.2f} {left + width * POINT:.2f} {base + size * 0.8:.2f}"
            reference = self._archive.link(f"/Rect [{box}] /Contents {text_string(text)}", target, link)
            self._annotations.append(reference)
        return width

    def _colour(self, operator: str, colour: Colour) -> None:
        if self._colours.get(operator) != colour:
            self._colours[operator] = colour
            self._operators.append(f"{colour.red:.3f} {colour.green:.3f} {colour.blue:.3f} {operator}")
