"""Whether a text says a clear No, in each language of letters."""

from __future__ import annotations

from fitdesk.letters.checks.heard import as_heard, heard_in


def finds_refusal(text: str, language: str = "en") -> bool:
    """Whether ``text`` holds a clear No, said without a condition."""
    return heard_in(language).refuses(as_heard(text)) is not None
