"""The owner's logo and signature: what is wrong with a picture, and a picture made ready for print."""

from __future__ import annotations

import io
import warnings
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
class PrintImage:
    """A PNG for a place on the page; ``width`` and ``height`` in millimetres."""

    png: bytes
    width: float
    height: float


def image_problem(data: bytes) -> str | None:
    """Why ``data`` cannot be a logo or a signature, and what to do; None when it can."""
    try:
        _opened(data)
    except UnusableImage as error:
        return str(error)
    return None


@lru_cache(maxsize=8)
def fit_image(data: bytes, width: float, height: float) -> PrintImage:
    """``data`` scaled into ``width`` × ``height`` millimetres at 300 dots per inch. Raises UnusableImage."""
    from PIL import Image, ImageOps  # 60 ms: only for letters with a picture

    picture = ImageOps.exif_transpose(_opened(data))
    picture = picture.convert("RGBA" if "transparency" in picture.info or "A" in picture.getbands() else "RGB")
    scale = min(width / picture.width, height / picture.height)
    size = (picture.width * scale, picture.height * scale)
    dots = (max(1, round(size[0] * DOTS_PER_MM)), max(1, round(size[1] * DOTS_PER_MM)))
    if dots[0] < picture.width:
        picture = picture.resize(dots, Image.Resampling.LANCZOS)
    target = io.BytesIO()
    picture.save(target, "PNG")
    return PrintImage(target.getvalue(), *size)


def _opened(data: bytes) -> Image:
    """The decoded picture. Raises UnusableImage."""
    from PIL import Image

    if not data:
        raise UnusableImage(_("The picture is empty. Choose a PNG or JPEG file."))
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
        raise UnusableImage(_("The picture is damaged or not a PNG or JPEG file. Choose another one.")) from error
    return picture
