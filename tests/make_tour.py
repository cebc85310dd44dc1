"""Make the pictures of the README's tour from the demo practice: ``python tests/make_tour.py`` (no screen needed).

Every page, what-if, the weights and the building blocks, light and dark, the three steps of a referral, and letters
in five languages, on a fixed day, into resources/tour.
"""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QEventLoop, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from fitdesk.app import FixedOrRealClock
from fitdesk.domain.event import Budget
from fitdesk.domain.letter import LetterKind, Manner, Tone
from fitdesk.domain.rules import weights_for
from fitdesk.letters.paper.pdf import render
from fitdesk.letters.words.compose import compose
from fitdesk.store import inquiries, owner
from fitdesk.store.letters import LetterQuery, Shelf, lines
from fitdesk.store.store import Store
from fitdesk.ui import theme
from fitdesk.ui.inquiries.page import InquiriesPage
from fitdesk.ui.letters.page import LettersPage
from fitdesk.ui.letters.pictures import page_pictures
from fitdesk.ui.main_window import MainWindow
from fitdesk.ui.offerings.page import OfferingsPage
from fitdesk.ui.settings.page import LETTERS, SettingsPage
from fitdesk.workflows import demo
from fitdesk.workflows.demo_letters import write_sent_letters
from letter_cases import case

PLACE = Path(__file__).parent.parent / "resources" / "tour"
TODAY = date(2026, 11, 22)
SIZE = (1280, 800)
COLOURS = 128
SHOWN_INQUIRY = "Offsite in Lisbon"
REFERRED_INQUIRY = "Two days for our buyers"
SEED, DOTS = 21, 46
LETTERS_SHOWN = (
    ("en_GB", LetterKind.REFERRAL, Tone.WARM),
    ("de_DE", LetterKind.REFERRAL, Tone.FORMAL),
    ("fr_FR", LetterKind.NOT_NOW, Tone.FORMAL),
    ("es_ES", LetterKind.QUESTIONS, Tone.WARM),
    ("nl_NL", LetterKind.WRONG_FOR_YOU, Tone.WARM),
)
TRIED_FEE = Decimal(5200)
TRIED_POINTS = 3
"""Points that the first criterion takes from the last one."""


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(is_so: Callable[[], bool]) -> None:
    for _turn in range(200):
        if is_so():
            wait(250)
            return
        wait(100)
    raise SystemExit("make_tour: the window did not come to rest")


def keep(widget: QWidget, name: str) -> None:
    """Save a picture of ``widget``, small: interface pictures need few colours."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.ReadWrite)
    widget.grab().save(buffer, "PNG")
    picture = Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(PLACE / f"{name}.png", optimize=True)
    print(f"{name}.png")


def number_of(store: Store, title: str) -> int:
    return next(inquiry.id or 0 for inquiry in inquiries.all_open(store) if inquiry.title == title)


def show_pages(window: MainWindow, store: Store, appearance: str) -> None:
    page = window.page("inquiries")
    assert isinstance(page, InquiriesPage)
    for key in window.page_names():
        window.show_page(key)
        wait(600)
        if key == "inquiries":
            page.open_inquiry(number_of(store, SHOWN_INQUIRY))
            wait_until(lambda: (t := page.detail.triage()) is not None and t.next_question is not None)
        if key == "letters":
            letters = window.page("letters")
            assert isinstance(letters, LettersPage)
            letters.list.choose(next(line.id for line in lines(store, LetterQuery(shelf=Shelf.SENT))))
            wait(1500)
        keep(window, f"{key}-{appearance}")


def show_what_if(window: MainWindow, store: Store, appearance: str) -> None:
    """A fee tried out on a request that states none."""
    window.show_page("inquiries")
    page = window.page("inquiries")
    assert isinstance(page, InquiriesPage)
    page.open_inquiry(number_of(store, SHOWN_INQUIRY))
    wait_until(lambda: (t := page.detail.triage()) is not None and t.next_question is not None)
    triage = page.detail.triage()
    assert triage is not None
    budget = Budget(min=TRIED_FEE, max=TRIED_FEE, currency="EUR")
    page.detail.what_if.begin(replace(triage.inquiry, budget=budget))
    wait(1500)
    keep(window, f"what-if-{appearance}")
    page.detail.what_if.back_to_facts()


def show_weights(window: MainWindow, store: Store, appearance: str) -> None:
    """The weights while one of them is being changed, with what that would turn."""
    window.show_page("offerings")
    page = window.page("offerings")
    assert isinstance(page, OfferingsPage)
    page.open_rules()
    wait(600)
    weights = list(weights_for(owner.get(store), None))
    weights[0], weights[-1] = weights[0] + TRIED_POINTS, weights[-1] - TRIED_POINTS
    page.try_weights(tuple(weights))
    wait(2500)
    keep(window, f"weights-{appearance}")


def show_blocks(window: MainWindow, appearance: str) -> None:
    """The building blocks of letters while one of them is being read."""
    window.show_page("settings")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    page.show_part(LETTERS)
    blocks = page.letters.blocks
    blocks.language.setCurrentIndex(blocks.language.findData("de"))
    blocks.show_language()
    blocks.list.choose(("refusal.them", "warm"))
    wait(600)
    keep(window, f"blocks-{appearance}")


def keep_languages() -> None:
    """One letter in each language, side by side, each on the paper of its country."""
    sheets = []
    for locale, kind, tone in LETTERS_SHOWN:
        facts, manner = case(kind, locale, SEED), Manner(tone, locale)
        pdf = render(compose(facts, kind, manner), facts, kind, manner).pdf
        (picture,) = page_pictures(pdf, DOTS)
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.ReadWrite)
        QPixmap.fromImage(picture).save(buffer, "PNG")
        sheets.append(Image.open(io.BytesIO(bytes(buffer.data().data()))).convert("RGB"))
    gap, high = 14, max(sheet.height for sheet in sheets)
    wide = sum(sheet.width + gap for sheet in sheets) + gap
    whole = Image.new("RGB", (wide, high + 2 * gap), "#8a8f98")
    left = gap
    for sheet in sheets:
        whole.paste(sheet, (left, gap))
        left += sheet.width + gap
    whole.quantize(COLOURS, dither=Image.Dither.NONE).save(PLACE / "letters-languages.png", optimize=True)
    print("letters-languages.png")


def show_referral(window: MainWindow, store: Store) -> None:
    letters = window.page("letters")
    assert isinstance(letters, LettersPage)
    refer = letters.begin_letter(LetterKind.REFERRAL, number_of(store, REFERRED_INQUIRY))
    assert refer is not None
    refer.resize(1180, 800)
    refer.tabs[0].click()
    wait(400)
    keep(refer, "refer-1-peers")
    refer.forward.click()
    wait_until(lambda: refer.words.is_ready)
    keep(refer, "refer-2-letter")
    refer.forward.click()
    wait(1500)
    keep(refer, "refer-3-out")
    refer.close()


def main() -> None:
    PLACE.mkdir(exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication([])
    clock = FixedOrRealClock(TODAY)
    for appearance in ("light", "dark"):
        store = Store.open(None, now=clock.now())
        demo.fill(store, TODAY)
        list(write_sent_letters(store))
        theme.apply_theme(app, appearance)
        window = MainWindow(store, clock, demo=True)
        window.resize(*SIZE)
        window.show()
        window.activateWindow()
        wait(500)
        show_pages(window, store, appearance)
        show_what_if(window, store, appearance)
        show_weights(window, store, appearance)
        show_blocks(window, appearance)
        if appearance == "light":
            show_referral(window, store)
            keep_languages()
        window.close()
        window.deleteLater()  # with what still watches the files of its calendars
        wait(300)
        store.close()


if __name__ == "__main__":
    main()
