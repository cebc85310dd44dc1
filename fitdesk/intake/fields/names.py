"""Names of people: without titles and degrees, told from names of organizations and roles."""

from __future__ import annotations

import re

from fitdesk.intake.page import Page, even, squeezed
from fitdesk.intake.places import fold

_PART = r"(?:[^\W\d_a-zß-öø-ÿ][\w'’.-]*)"
_LINK = r"(?:de|del|della|di|da|do|dos|das|du|la|le|van|von|der|den|ter|ten|zu|bin|ibn|al|el|y|e|d')"
NAME = rf"{_PART}(?:[ ]+(?:{_LINK}[ ]+){{0,2}}{_PART}){{0,4}}"

_TITLES = re.compile(
    r"^(?:(?:Prof(?:essor)?|Dr|Mr|Mrs|Ms|Miss|Mx|Rev|Fr|Pastor|Canon|Rabbi|Sir|Dame|Hon|Ing|Lic|Dipl|Mag|Ir|Drs|Herr|Frau|Mme|M|Sra?|Srta|Dott|Dra)\b\.?"
    r"|\((?:Dr|Mrs|Ms|Mr)\.?\)|(?:dr|ir|mr|med|jur|rer|nat|phil|h\.c)\.)[\s.-]*",
)
_DEGREE = re.compile(
    r"\s+(?:Ph\.?\s?D\.?|M\.?D\.?|MBA|MSc|BSc|M\.?A\.?|B\.?A\.?|LL\.?M\.?|LL\.?B\.?|CPA|CPP|SHRM-?\w*|PMP|CFA|FRICS|MRICS|FCIPD|RN|MSN|"
    r"[A-Z]{3,6}|Esq\.?|OBE|MBE|CBE|(?i:she/her|he/him|they/them)[\w/]*)$"
)


def cleaned_name(text: str, page: Page) -> str:
    """``text`` without titles, degrees, pronouns and brackets, first name first: "Feldstein, Rebecca J." is turned."""
    text = squeezed(
        re.sub(r"\([^)]*\)|\[[^\]]*\]", lambda m: m.group() if _TITLES.match(m.group()) else " ", text)
    ).strip("\"'*_-,;:. ")
    text = squeezed(re.split(r"\s+(?:via|at|from|@|[|–—])\s+|\s-\s", text)[0])
    head, comma, tail = text.partition(",")
    if comma:
        turned = _without_titles(tail.strip())
        is_first_name = 0 < len(turned.split()) <= 3 and re.fullmatch(NAME, turned) and not turned.isupper()
        known = page.words.pattern("people", "role_words").search(tail) or page.words.pattern(
            "people", "org_words"
        ).search(tail)
        text = f"{turned} {head}" if is_first_name and not known and not _DEGREE.match(" " + turned) else head
    text = _without_titles(text)
    while (shorter := _DEGREE.sub("", text)) != text and len(shorter.split()) > 1:
        text = shorter
    if text.isupper() and len(text) > 4:
        text = text.title()
    return text.rstrip(" ,")


def _without_titles(text: str) -> str:
    while (shorter := _TITLES.sub("", text)) != text:
        text = shorter
    return text


def is_person(name: str, page: Page) -> bool:
    """Whether ``name`` looks like a person's: one to six capitalised words, no word for a role or a house."""
    words = name.split()
    if not 1 <= len(words) <= 6 or not re.fullmatch(NAME, even(name)) or any(c.isdigit() for c in name):
        return False
    if page.words.pattern("people", "not_person").search(name) or page.words.pattern("people", "org_words").search(
        name
    ):
        return False
    if page.words.pattern("people", "legal_forms").search(name) or page.words.pattern("text", "sign_offs").fullmatch(
        name
    ):
        return False
    if len(words) == 1 and name.isupper():
        return False
    if words[0] != "Dean" and page.words.pattern("people", "role_words").fullmatch(words[0]):
        return False
    return fold(name) not in page.words.months


def same_person(one: str, other: str) -> bool:
    """Whether two names may be one person's: a shared surname or first name, initials allowed."""
    a, b = fold(one).split(), fold(other).split()
    if not a or not b:
        return False
    shared = {word for word in a if len(word) > 1} & set(b)
    if not shared:
        return False
    return a[0][0] == b[0][0] or len(shared) > 1 or a[-1] == b[-1]
