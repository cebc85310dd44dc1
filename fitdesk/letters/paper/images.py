"""The owner's logo and signature: what is wrong with a picture, and a picture made ready for print."""

from __future__ import annotations

import io
import warnings
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from fitdesk.i18n import _

if TYPE_CHECKING:
    from PIL.Image import Image

LARGEST_FILE: Final = 5_000_000
LARGEST_SIDE: Final = 6_000
DOTS_PER_MM: Final = 300 / 25.4


class UnusableImage(ValueError):  # noqa: N818 - says what is so, like CannotPrint
    """A picture that cannot be printed; str() says what to do."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing of lines and areas: deflated PDF operators, the resources they name, and their box in points."""

    operators: bytes
    resources: str
    box: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, eq=False)
class PrintImage:
    """A picture for a place on the page; ``width`` and ``height`` in millimetres.

    ``colours`` (RGB) and ``alpha`` (empty: opaque) are deflated rows of ``dots``; a ``drawing`` has no dots.
    """

    width: float
    height: float
    dots: tuple[int, int] = (0, 0)
    colours: bytes = b""
    alpha: bytes = b""
    drawing: Drawing | None = None


def image_problem(data: bytes) -> str | None:
    """Why ``data`` cannot be a logo or a signature, and what to do; None when it can."""
    try:
        fit_image(data, 55, 24)
    except UnusableImage as error:
        return str(error)
    return None


@lru_cache(maxsize=8)
def fit_image(data: bytes, width: float, height: float) -> PrintImage:
    """``data`` scaled into ``width`` × ``height`` millimetres at 300 dots per inch at most. Raises UnusableImage."""
    if is_drawing(data):
        from fitdesk.letters.paper.vector_logo import fit_drawing  # 0.2 s: only for letters with such a logo

        return fit_drawing(data, width, height)
    from PIL import Image, ImageOps  # 60 ms: only for letters with a picture

    picture = ImageOps.exif_transpose(_opened(data))
    is_clear = "transparency" in picture.info or "A" in picture.getbands()
    picture = picture.convert("RGBA" if is_clear else "RGB")
    scale = min(width / picture.width, height / picture.height)
    size = (picture.width * scale, picture.height * scale)
    dots = (max(1, round(size[0] * DOTS_PER_MM)), max(1, round(size[1] * DOTS_PER_MM)))
    if dots[0] < picture.width:
        picture = picture.resize(dots, Image.Resampling.LANCZOS)
    colours = zlib.compress(picture.convert("RGB").tobytes(), 9)
    alpha = zlib.compress(picture.getchannel("A").tobytes(), 9) if is_clear else b""
    return PrintImage(*size, picture.size, colours, alpha)


def is_drawing(data: bytes) -> bool:
    """Whether ``data`` looks like an SVG file."""
    start = data[:1000].lstrip(b"\xef\xbb\xbf \t\r\n")
    return start.startswith((b"<?xml", b"<!--", b"<!DOCTYPE", b"<svg")) and b"<svg" in data[:20_000]


def _opened(data: bytes) -> Image:
    """The decoded picture. Raises UnusableImage."""
    from PIL import Image

    if not data:
        raise UnusableImage(_("The picture is empty. Choose a PNG, JPEG or SVG file."))
    if len(data) > LARGEST_FILE:
        raise UnusableImage(_("The picture is larger than 5 MB. Choose a smaller PNG or JPEG file."))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            picture = Image.open(io.BytesIO(data), formats=("PNG", "JPEG"))
            if max(picture.size) > LARGEST_SIDE:
                raise UnusableImage(_("The picture is more than 6,000 dots wide or high. Choose a smaller one."))
            picture.load()
    except UnusableImage:
        raise
    except (OSError, ValueError, SyntaxError, Warning, Image.DecompressionBombError) as error:
        raise UnusableImage(_("The picture is damaged or not a PNG, JPEG or SVG file. Choose another one.")) from error
    return picture
