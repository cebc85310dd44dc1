"""Is it a booking request at all? Bounces, newsletters, automatic answers, sales pitches and invoices are not."""

from __future__ import annotations

import re

from fitdesk.intake.fields.people import is_machine
from fitdesk.intake.headers import Headers
from fitdesk.intake.page import Found, Page, even
from fitdesk.intake.speakers import author_of


def is_inquiry(page: Page, subject: str, headers: Headers, found: Found, *, is_report: bool, is_form: bool) -> bool:
    """Weighs words that ask for a booking and facts against headers and words that sell, bill or answer by machine."""
    if is_report:
        return False
    auto = headers.first("auto-submitted").lower()
    if (auto.startswith("auto-replied") or "x-autoreply" in headers) and not is_form:
        return False
    words = page.words
    subject, whole = bare_subject(even(subject)), even(page.said)
    if words.pattern("kind", "machine_subjects").match(subject.strip()):
        return False
    score = _asked(page, subject, found)
    bulk = "list-unsubscribe" in headers or headers.first("precedence").lower() in ("bulk", "list", "junk")
    bulk = bulk or "list-id" in headers
    if not page.said.strip():  # only pictures: the subject must do
        return bool(re.search(words.any_of("kind", "subjects"), subject, re.I)) and not bulk
    if bulk and not is_form:
        score -= 4
    if is_form:
        score += 3
    elif is_machine(author_of(headers).address):
        score -= 3
    against = {match.group().lower() for match in words.pattern("kind", "against").finditer(whole)}
    score -= 2 * min(len(against), 4)
    strongly = {
        match.group().lower() for match in words.pattern("kind", "strongly_against").finditer(whole + " " + subject)
    }
    score -= 4 * min(len(strongly), 3)
    return score > 0


def _asked(page: Page, subject: str, found: Found) -> int:
    """Signs of a request: its words, and the facts that requests hold."""
    asked = {match.group().lower() for match in page.words.pattern("kind", "for").finditer(page.text + "\n" + subject)}
    score = min(len(asked), 4)
    score += bool(re.search(page.words.any_of("kind", "subjects"), subject, re.I)) * 2
    facts = (("event.dates", "event.date_range"), ("event.format",), ("event.audience_min", "event.audience_max"),
             ("budget.min", "budget.max", "budget.unpaid"), ("event.topics",))  # fmt: skip
    known = sum(found.has(*paths) for paths in facts)
    return score + min(3, known) if asked or known > 2 else 0


def bare_subject(subject: str) -> str:
    """``subject`` without "Re:" and "Fwd:"."""
    return re.sub(r"^(?:\s*(?:re|fwd?|wg|aw|tr|rv|antw|sv)\s*:\s*)+", "", subject, flags=re.I)
