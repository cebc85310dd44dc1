"""How each reason for a No sounds in English, so that it can be heard in a letter that its owner has edited."""

from __future__ import annotations

import re
from typing import Final

from fitdesk.letters.reasons import DATE

LANGUAGES: Final = (
    "English",
    "German",
    "French",
    "Spanish",
    "Dutch",
    "Italian",
    "Portuguese",
    "Polish",
    "Swedish",
    "Danish",
    "Norwegian",
    "Finnish",
    "Czech",
    "Hungarian",
    "Romanian",
    "Greek",
    "Turkish",
    "Russian",
    "Ukrainian",
    "Arabic",
    "Hebrew",
    "Chinese",
    "Japanese",
    "Korean",
    "Hindi",
    "Catalan",
)
"""Languages that are recognised when a letter names them."""

_STATE: Final = (
    r"not available|unavailable|not free|booked|committed|taken|full|engaged|away|on holiday|on leave|travell?ing"
)
_KIND: Final = (
    r"keynotes?|workshops?|panels?|panel discussions|seminars?|webinars?|moderat\w+|facilitat\w+|coaching|consulting"
    r"|training"
)

_SOUNDS: Final[tuple[tuple[str, tuple[str, ...]], ...]] = (
    (
        DATE,
        (
            rf"\b(?:I am|I[’']m|my (?:calendar|diary|schedule)|we are)\b[^.;]*\b(?:{_STATE})\b",
            r"\bgiven my word\b",
            r"\b(?:another|a prior|an earlier) (?:commitment|engagement|booking)\b",
            r"\b(?:have|had) no time\b",
            r"\b(?:cannot|can[’']t) make (?:it|the date|that day)\b",
        ),
    ),
    (
        "language",
        (
            rf"\b(?:at home|fluent|speak|work|voice|in)\b[^.]*\b(?:{'|'.join(LANGUAGES)})\b",
            r"\b(?:the|their) language\b",
            r"\bnative voice\b",
        ),
    ),
    (
        "fee",
        (
            r"\b(?:my|a|the) (?:usual )?fee\b",
            r"\bI charge\b",
            r"\bbudget\b",
            r"\b(?:range|limit)\b.*\byou named\b",
            r"\bunpaid\b",
            r"\bmy living\b",
        ),
    ),
    ("travel", (r"\b(?:journey|travel\w*|too far|distance)\b", r"\bthe way (?:to|there|is)\b")),
    (
        "leadtime",
        (r"\bprepar\w+\b", r"\bshort notice\b", r"\btoo (?:late|soon)\b", r"\btime that is left\b", r"\bhas passed\b"),
    ),
    (
        "capacity",
        (
            r"\battention it needs\b",
            r"\bas much (?:work )?as I can\b",
            r"\b(?:work|time)\b.*\bpromised\b",
            r"\bpromised\b.*\bwork\b",
            r"\b(?:capacity|workload)\b",
            r"\bone too many\b",
            r"\btoo (?:much (?:work|on)|busy)\b",
        ),
    ),
    (
        "audience",
        (
            r"\baudience\b",
            r"\bgroups? of\b",
            r"\bweek in, week out\b",
            r"\bknows (?:them|their world)\b",
            r"\bwith other people\b",
            r"\bserve them better\b",
        ),
    ),
    ("style", (r"\bstyle\b", r"\bbe myself\b")),
    (
        "churn",
        (
            r"\boutside what I offer\b",
            r"\bdo not offer\b",
            r"\bI offer does not\b",
            r"\bsomething I can offer\b",
        ),
    ),
    (
        "format",
        (
            r"\bformat\b",
            r"\bface to face\b",
            r"\bthe (?:same )?room\b",
            r"\bonline\b",
            r"\bthe screen\b",
            rf"\b(?:{_KIND})\b.*[,;:].*\b(?:{_KIND})\b",
            r"\bset aside\b",
            r"\b(?:minutes|hours?|day)\b.*\b(?:takes?|needs?|made for|justice)\b",
            r"\b(?:takes?|needs?|made for)\b.*\b(?:minutes|hours?)\b",
        ),
    ),
    ("scope", (r"\b(?:broader|wider) than\b", r"\b(?:deliver|work) alone\b", r"\bmore hands\b")),
    ("overdeliver", (r"\bcome close\b", r"\bdecently\b", r"\bmore than (?:manage|sound)\b", r"\bthe result\b")),
    (
        "goal",
        (
            r"\bmy (?:own |deepest |real )?(?:field|work|strength|subject|theme)\b",
            r"\bnot (?:very |so )?good at\b",
            r"\boutside (?:it|the work|the field)\b",
            r"\bnot my (?:field|subject|theme|work)\b",
            r"\bknow more than I\b",
            r"\bputs? .{2,80} first\b",
            r"\bto those who do it well\b",
            r"\bgoes beyond\b",
            r"\blies outside\b",
            r"\bit is not mine\b",
            r"\bmine is\b",
            r"\bsomething else\b",
        ),
    ),
)

_PATTERNS: Final = tuple((key, re.compile("|".join(sounds), re.IGNORECASE)) for key, sounds in _SOUNDS)


def heard_reason(sentence: str) -> str | None:
    """The criterion that ``sentence`` gives as a reason (the first that is heard), None when it gives none."""
    plain = " ".join(sentence.split())
    return next((criterion for criterion, sound in _PATTERNS if sound.search(plain)), None)
