"""How a clear No sounds in English, so that it can be found in a letter that its owner has edited."""

from __future__ import annotations

import re
from typing import Final

_NO: Final = re.compile(
    r"""
    \bnot\ (?:the|quite\ the)\ (?:right|best|one|person|speaker|ideal)\b
    | \b(?:answer|reply)\ (?:has\ to\ be|must\ be|is|can\ only\ be|will\ have\ to\ be)(?:\ a)?(?:\ clear)?\ no\b
    | \b(?:have\ to|must|should|need\ to|will|would\ rather|am\ going\ to|[’']ll)
      \ (?:say\ no|decline|turn\ (?:it|this|you)\ down|pass\ on\ this)\b
    | \bI\ (?:say|said)\ no\b | \bI\ decline\b | \bdecided\ (?:not\ to\ (?:accept|take)|to\ decline)\b
    | \b(?:cannot|can’t|can't|can\ not|could\ not|will\ not|won’t|won't|should\ not|shouldn’t|am\ not\ able\ to
        |am\ unable\ to|not\ be\ able\ to|am\ not\ going\ to|not\ in\ a\ position\ to)
      \ (?:\w+\ ){0,2}(?:accept|take|do\ (?:it|this)|be\ there|come|speak|give|lead|join|moderate|run|help|say\ yes
        |be\ with\ you)\b
    | \b(?:leave|leaving)\ (?:this|it)(?:\ one)?\ to\ (?:somebody|someone|others|a\ colleague)\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


_CONDITION: Final = re.compile(r"\b(?:if|unless|until)\b[^.!?;:]{0,40}$", re.IGNORECASE)


def finds_refusal(text: str) -> bool:
    """Whether ``text`` holds a clear No, said without a condition."""
    plain = " ".join(text.split())
    return any(not _CONDITION.search(plain[: found.start()]) for found in _NO.finditer(plain))
