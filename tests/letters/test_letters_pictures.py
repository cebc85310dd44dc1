"""Drawn logos: shapes are drawn as shapes; what could reach outside or cannot be shown is refused with what to do."""

from __future__ import annotations

from dataclasses import replace

import pytest

from build_letters import letter_facts, the_owner
from fitdesk.domain.letter import LetterKind, LetterText, Manner
from fitdesk.letters.paper.images import fit_image, image_problem
from fitdesk.letters.paper.pdf import CannotPrint, render

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="100">'
CIRCLE = '<circle cx="40" cy="40" r="36" fill="#2f6f5e" opacity="0.5"/>'


def drawing(inside: str, before: str = "") -> bytes:
    return f"{before}{HEAD}{inside}</svg>".encode()


def test_a_drawing_fits_its_place_and_stays_a_drawing() -> None:
    image = fit_image(drawing(CIRCLE), 55, 24)
    assert (image.width, image.height) == pytest.approx((48, 24))
    assert image.drawing is not None
    assert "/ca" in image.drawing.resources
    assert not image.colours
    wide = fit_image(drawing(CIRCLE).replace(b'height="100"', b'height="20"'), 55, 24)
    assert (wide.width, wide.height) == pytest.approx((55, 5.5))


@pytest.mark.parametrize(
    "before",
    [
        "",
        '<?xml version="1.0"?>\n',
        "<!-- made by hand -->",
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd">',
    ],
)
def test_usual_heads_are_read(before: str) -> None:
    inside = f"<title>Logo</title><metadata>x</metadata><g onclick='x()'>{CIRCLE}</g>"
    assert image_problem(drawing(inside, before)) is None


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (drawing("<script>alert(1)</script>"), "<script>"),
        (drawing('<image xlink:href="file:///etc/passwd"/>'), "<image>"),
        (drawing('<use xlink:href="http://x.example/a.svg#b"/>'), "<use>"),
        (drawing("<foreignObject><p>x</p></foreignObject>"), "<foreignObject>"),
        (drawing("<text>Logo</text>"), "<text>"),
        (drawing("<style>@import 'http://x.example/a.css';</style>" + CIRCLE), "other files"),
        (drawing('<style>.a{fill:url(http://x.example/a)}</style><g class="a"/>'), "other files"),
        (drawing('<rect width="9" height="9" style="fill:url(#g)"/>'), "gradients"),
        (drawing('<rect width="9" height="9" fill="u\\72l(#g)"/>'), "gradients"),
        (drawing("&a;", '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'), "not safe"),
        (drawing("<g>" * 60 + CIRCLE + "</g>" * 60), "5,000 shapes"),
        (drawing(CIRCLE * 5001), "5,000 shapes"),
        (drawing(CIRCLE + " " * 600_000), "500 kB"),
        (drawing(""), "empty"),
        (drawing(f'<g opacity="0.5">{CIRCLE}</g>'), "see-through"),
        (drawing(f"<style>.a{{opacity:.5}}</style>{CIRCLE}"), "see-through"),
        (drawing(CIRCLE)[:-9], "damaged"),
        (drawing('<circle r="9" opacity="1.2.3"/>'), "see-through"),
    ],
)
def test_what_is_not_safe_or_cannot_be_drawn_is_explained(data: bytes, said: str) -> None:
    problem = image_problem(data)
    assert problem is not None
    assert said in problem
    owner = the_owner()
    owner = replace(owner, letterhead=replace(owner.letterhead, logo=data))
    with pytest.raises(CannotPrint, match="logo cannot be printed"):
        render(LetterText("S", "Dear A,", ("x",), "Yours,"), letter_facts(owner=owner), LetterKind.THANKS, Manner())
