"""Makes the folder of sample letters: a PDF for each kind, language and layout, contact sheets, and the texts.

PYTHONPATH=. python tests/make_letters.py FOLDER [--validate]   --validate runs the PDF/A and PDF/UA
validator on each.
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

from fitdesk.domain.letter import Form, LetterKind, LetterText, Manner, Tone
from fitdesk.domain.owner import Layout
from fitdesk.letters.checks.check import check
from fitdesk.letters.languages import LOCALES
from fitdesk.letters.paper.pdf import render
from fitdesk.letters.words.compose import compose
from letter_cases import case

TONES = tuple(Tone)
ACROSS, DOTS, GAP = 4, 62, 12
SHEET_OF = {
    "en_GB": Layout.UK,
    "en_US": Layout.US,
    "de_DE": Layout.DIN_B,
    "fr_FR": Layout.FRANCE,
    "es_ES": Layout.SPAIN_LEFT,
    "nl_NL": Layout.DUTCH_LEFT,
}


def wanted() -> Iterator[tuple[LetterKind, Manner, Layout, int]]:
    """Every kind × language × layout, tones and forms of address in turn."""
    number = 0
    for locale in LOCALES:
        for kind in LetterKind:
            for layout in Layout:
                number += 1
                yield kind, Manner(TONES[number % 3], locale, is_familiar=number % 4 == 0), layout, number


def page_of(pdf: bytes) -> Image.Image:
    """The first page as a small picture."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture: Image.Image = document[0].render(scale=DOTS / 72).to_pil()
        return picture.convert("RGB")
    finally:
        document.close()


def contact_sheet(pictures: Sequence[tuple[str, Image.Image]]) -> Image.Image:
    """The pictures side by side, each with its name below."""
    wide = max(picture.width for _name, picture in pictures) + GAP
    high = max(picture.height for _name, picture in pictures) + GAP + 14
    rows = -(-len(pictures) // ACROSS)
    sheet = Image.new("RGB", (ACROSS * wide + GAP, rows * high + GAP), "#8a8f98")
    pen = ImageDraw.Draw(sheet)
    for place, (name, picture) in enumerate(pictures):
        left, top = GAP + place % ACROSS * wide, GAP + place // ACROSS * high
        sheet.paste(picture, (left, top))
        pen.text((left, top + picture.height + 2), name, fill="#ffffff")
    return sheet


def as_text(text: LetterText) -> str:
    """The words as one reads them."""
    return "\n\n".join(part for part in (text.subject, text.salutation, *text.body, text.close) if part)


def validate(pdf: bytes) -> list[str]:
    """What the validator finds against PDF/A-2a and PDF/UA-1."""
    from page import ValidationProfile, validate_pdf_bytes

    found = []
    for profile in (ValidationProfile.PDF_A_2A, ValidationProfile.PDF_UA_1):
        found += [
            f"{profile.name} {one.rule_id}: {one.message}" for one in validate_pdf_bytes(pdf, profile=profile).failures
        ]
    return found


def make(folder: Path, *, validates: bool) -> int:
    """Write everything into ``folder``; returns how many problems were found."""
    problems = 0
    sheets: dict[str, list[tuple[str, Image.Image]]] = {}
    aloud: dict[str, list[str]] = {}
    for kind, manner, layout, number in wanted():
        facts = case(kind, manner.locale, number, layout)
        text = compose(facts, kind, manner)
        drawn = render(text, facts, kind, manner)
        name = f"{kind.value}-{manner.tone.value}{'-familiar' if manner.is_familiar else ''}-{layout.value}"
        place = folder / manner.locale
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{name}.pdf").write_bytes(drawn.pdf)
        sheets.setdefault(f"{manner.locale}-{kind.value}", []).append((name, page_of(drawn.pdf)))
        found = [f"check {one.number}: {one.sentence}" for one in check(text, facts, drawn.page_fit, kind, manner)]
        found += validate(drawn.pdf) if validates else []
        for sentence in found:
            problems += 1
            print(f"{manner.locale}/{name}: {sentence}")
        if layout is SHEET_OF[manner.locale]:
            email = compose(facts, kind, manner, form=Form.EMAIL)
            said = f"## {name}\n\n{as_text(text)}\n\n-- e-mail --\n\n{as_text(email)}\n"
            aloud.setdefault(manner.locale, []).append(said)
    for name, pictures in sheets.items():
        target = io.BytesIO()
        contact_sheet(pictures).save(target, "PNG")
        (folder / f"{name}.png").write_bytes(target.getvalue())
    for locale, texts in aloud.items():
        (folder / f"{locale}.txt").write_text("\n\n".join(texts), encoding="utf-8")
    return problems


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--validate", action="store_true")
    given = parser.parse_args()
    found = make(given.folder, validates=given.validate)
    print(f"{len(list(wanted()))} letters, {found} problems")


if __name__ == "__main__":
    main()
