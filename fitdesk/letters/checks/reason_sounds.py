"""Which reason for a No a sentence gives, in each language of letters."""

from __future__ import annotations

from fitdesk.letters.checks.heard import heard_in


def heard_reason(sentence: str, language: str = "en") -> str | None:
    """The criterion that ``sentence`` gives as a reason (the first that is heard), None when it gives none."""
    return heard_in(language).reason(sentence)
