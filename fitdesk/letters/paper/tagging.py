"""What each mark on a page is: the structure tree by which programs read a letter aloud and search it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points from the lower left corner of the page."""


class Mark(NamedTuple):
    """A stretch of the contents of a page that belongs to one element; both numbers count from 0."""

    page: int
    number: int


class Attached(NamedTuple):
    """An annotation of a page that belongs to an element; ``reference`` is its PDF object."""

    page: int
    reference: str


@dataclass(slots=True, eq=False)
class Element:
    """One node of the tree. ``alt`` says in words what a picture or a link is; ``box`` is where a picture stands."""

    tag: str
    kids: list[Element | Mark | Attached] = field(default_factory=list)
    alt: str = ""
    box: Box | None = None
    language: str = ""


ARTIFACTS: Final = {
    "header": "/Artifact <</Type /Pagination /Subtype /Header>> BDC",
    "footer": "/Artifact <</Type /Pagination /Subtype /Footer>> BDC",
    "layout": "/Artifact <</Type /Layout>> BDC",
}
"""What is no part of the text: page numbers, fold marks, rules."""


class Structure:
    """The tree of one document, in reading order, and for each page the element of each of its marks."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self.pages: list[list[Element]] = []
        self.annotated: list[Element] = []

    def mark(self, element: Element) -> Mark:
        """A new stretch of the last page for ``element``."""
        marks = self.pages[-1]
        marks.append(element)
        mark = Mark(len(self.pages) - 1, len(marks) - 1)
        element.kids.append(mark)
        return mark

    def write(self, put: Callable[[], str], fill: Callable[[str, str], None], pages: Sequence[str]) -> str:
        """Writes the tree as PDF objects and returns the reference of its root.

        ``put`` reserves an object and gives its reference, ``fill`` says what it is; ``pages`` are the references of
        the pages. Annotations come after the pages in the numbering of parents.
        """
        root = put()
        family = list(_with_parents(self.root))
        names = {id(element): put() for element, _parent in family}
        for element, parent in family:
            above = names[id(parent)] if parent else root
            fill(names[id(element)], _written(element, above, names, pages))
        numbers = [f"[{' '.join(names[id(element)] for element in marks)}]" for marks in self.pages]
        numbers += [names[id(element)] for element in self.annotated]
        listed = " ".join(f"{number} {found}" for number, found in enumerate(numbers))
        fill(
            root,
            f"<</Type /StructTreeRoot /K [{names[id(self.root)]}] /ParentTree <</Nums [{listed}]>> "
            f"/ParentTreeNextKey {len(numbers)}>>",
        )
        return root


def _with_parents(element: Element, parent: Element | None = None) -> Iterator[tuple[Element, Element | None]]:
    yield element, parent
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _with_parents(kid, element)


def _written(element: Element, above: str, names: dict[int, str], pages: Sequence[str]) -> str:
    first = next((kid.page for kid in element.kids if not isinstance(kid, Element)), None)
    kids = []
    for kid in element.kids:
        if isinstance(kid, Element):
            kids.append(names[id(kid)])
        elif isinstance(kid, Attached):
            kids.append(f"<</Type /OBJR /Pg {pages[kid.page]} /Obj {kid.reference}>>")
        elif kid.page == first:
            kids.append(str(kid.number))
        else:
            kids.append(f"<</Type /MCR /Pg {pages[kid.page]} /MCID {kid.number}>>")
    further = f" /Pg {pages[first]}" if first is not None else ""
    if element.language:
        further += f" /Lang ({element.language})"
    if element.alt:
        further += f" /Alt {text_string(element.alt)}"
    if element.box:
        box = " ".join(f"{side:.2f}" for side in element.box)
        further += f" /A <</O /Layout /Placement /Block /BBox [{box}]>>"
    return f"<</Type /StructElem /S /{element.tag} /P {above}{further} /K [{' '.join(kids)}]>>"


def text_string(text: str) -> str:
    """``text`` as a PDF text string in hexadecimal."""
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"
