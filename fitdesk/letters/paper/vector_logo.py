"""A logo drawn in lines and areas (SVG): what is unsafe is refused, the rest becomes PDF operators."""

from __future__ import annotations

import io
import logging
import re
import zlib
from typing import Any, Final

from fitdesk.i18n import _
from fitdesk.letters.paper.images import Drawing, PrintImage, UnusableImage

LARGEST: Final = 500_000
"""Bytes of an SVG file."""
_MOST_SHAPES: Final = 5_000
_DEEPEST: Final = 40
_POINT: Final = 72 / 25.4
_SVG: Final = "{http://www.w3.org/2000/svg}"
_SHAPES: Final = frozenset(
    {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "defs", "clipPath", "style"}
)
_GROUPS: Final = frozenset({"svg", "g", "defs", "clipPath", "style"})
_SILENT: Final = frozenset({"title", "desc", "metadata"})
"""Words about the drawing: left out."""
_FOREIGN: Final = re.compile(r"url\s*\(|@import|expression|javascript:|data:|\\", re.IGNORECASE)
_OPACITY: Final = re.compile(r"(?<![-\w])opacity\s*:")
_CLIP: Final = re.compile(r"url\(#[\w.-]+\)")
_FONT_SET: Final = re.compile(r"BT /F\d+ [\d.]+ Tf [\d.]+ TL ET")
"""reportlab begins every drawing with a font, which no shape needs."""
_DOCTYPE: Final = re.compile(rb"<!DOCTYPE[^>\[]*>")


def fit_drawing(data: bytes, width: float, height: float) -> PrintImage:
    """``data`` scaled into ``width`` × ``height`` millimetres. Raises UnusableImage with what to do."""
    if len(data) > LARGEST:
        raise UnusableImage(_("The drawing is larger than 500 kB. Simplify it, or choose a PNG file."))
    drawing = _drawing(_cleaned(data))
    sides = (float(drawing.width or 0), float(drawing.height or 0))
    if not all(0.1 < side < 100_000 for side in sides) or not drawing.contents:
        raise UnusableImage(_("The drawing is empty or has no size. Choose another one, or a PNG file."))
    scale = min(width * _POINT / sides[0], height * _POINT / sides[1])
    operators, resources = _operators(drawing)
    size = (sides[0] * scale, sides[1] * scale)
    contents = f"{scale:.5f} 0 0 {scale:.5f} 0 0 cm\n{operators}"
    made = Drawing(zlib.compress(contents.encode("ascii"), 9), resources, (0, 0, *size))
    return PrintImage(size[0] / _POINT, size[1] / _POINT, drawing=made)


def _cleaned(data: bytes) -> bytes:
    """The drawing with nothing but shapes in it: no files, scripts, text or words about it. Raises UnusableImage."""
    from lxml import etree  # with svglib: only for letters with such a logo

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    if b"<!ENTITY" in data:
        raise UnusableImage(_("The drawing holds definitions that are not safe. Save it as plain SVG, or as PNG."))
    try:
        root = etree.fromstring(_DOCTYPE.sub(b"", data, count=1), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnusableImage(_("The drawing is damaged or not an SVG file. Choose another one.")) from error
    if root.tag != f"{_SVG}svg":
        raise UnusableImage(_("The drawing is damaged or not an SVG file. Choose another one."))
    _prune(root, 0)
    if sum(1 for _element in root.iter()) > _MOST_SHAPES:
        raise UnusableImage(_("The drawing has more than 5,000 shapes. Simplify it, or choose a PNG file."))
    if all(element.tag.removeprefix(_SVG) in _GROUPS for element in root.iter()):
        raise UnusableImage(_("The drawing is empty or has no size. Choose another one, or a PNG file."))
    return bytes(etree.tostring(root))


def _prune(element: Any, depth: int) -> None:
    """Takes out what draws nothing; raises UnusableImage at what is not safe or cannot be drawn."""
    if depth > _DEEPEST:
        raise UnusableImage(_("The drawing has more than 5,000 shapes. Simplify it, or choose a PNG file."))
    for name, value in list(element.attrib.items()):
        if name.startswith("on") or name.startswith("{") or name == "href":
            del element.attrib[name]
        elif _FOREIGN.search(_CLIP.sub("", value) if name == "clip-path" else value):
            raise _beyond(_("patterns, gradients or other files"))
    _spread_opacity(element)
    for child in list(element):
        tag = str(child.tag)
        name = tag.removeprefix(_SVG)
        if not tag.startswith(_SVG) or name in _SILENT:
            element.remove(child)
        elif name not in _SHAPES:
            raise _beyond(f"<{name}>")
        elif name == "style" and _FOREIGN.search(child.text or ""):
            raise _beyond(_("patterns, gradients or other files"))
        elif name == "style" and _OPACITY.search(child.text or ""):
            raise _beyond(_("see-through groups"))
        else:
            _prune(child, depth + 1)


def _spread_opacity(element: Any) -> None:
    """The opacity of a shape as that of its area and its line, which is what svglib knows. Raises UnusableImage."""
    opacity = element.attrib.pop("opacity", "1")
    if _OPACITY.search(element.get("style", "")) or not re.fullmatch(r"[01](?:\.\d{1,6})?|\.\d{1,6}", opacity.strip()):
        raise _beyond(_("see-through groups"))
    if float(opacity) == 1.0:
        return
    if element.tag.removeprefix(_SVG) in _GROUPS:
        raise _beyond(_("see-through groups"))
    for part in ("fill-opacity", "stroke-opacity"):
        if part not in element.attrib:
            element.set(part, opacity)


def _beyond(what: str) -> UnusableImage:
    said = _(
        "The drawing uses {what}, which a letter cannot show. Turn everything into plain paths, or choose a PNG file."
    )
    return UnusableImage(said.format(what=what))


def _drawing(cleaned: bytes) -> Any:
    from svglib.svglib import svg2rlg

    quiet = logging.getLogger("svglib")
    before, quiet.disabled = quiet.disabled, True
    try:
        drawing = svg2rlg(io.BytesIO(cleaned))
    except Exception as error:  # whatever a stranger's drawing makes svglib raise, the answer is the same
        raise UnusableImage(_("The drawing cannot be read. Save it as plain SVG, or choose a PNG file.")) from error
    finally:
        quiet.disabled = before
    if drawing is None:
        raise UnusableImage(_("The drawing cannot be read. Save it as plain SVG, or choose a PNG file."))
    return drawing


def _operators(drawing: Any) -> tuple[str, str]:
    """The PDF operators of a drawing and the resources they name. Raises UnusableImage."""
    from reportlab.graphics import renderPDF
    from reportlab.pdfbase.pdfdoc import DummyDoc
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(io.BytesIO(), invariant=1, pageCompression=0)
    try:
        renderPDF.draw(drawing, canvas, 0, 0)
    except Exception as error:  # as above
        raise UnusableImage(_("The drawing cannot be read. Save it as plain SVG, or choose a PNG file.")) from error
    operators = "\n".join(line for line in canvas._code if not _FONT_SET.fullmatch(line))
    if re.search(r"\b(?:Tf|sh|Do|k|K|scn|SCN|nan|inf)\b", operators) or not operators.isascii():
        raise _beyond(_("text, pictures or printing inks"))
    states = canvas._extgstate.getState()
    resources = f"/ExtGState {states.format(DummyDoc()).decode('ascii')}" if states else ""
    return operators, resources
