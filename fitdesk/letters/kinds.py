"""What each kind of letter is: to whom it goes, in which order it says what, and which checks it must pass."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from fitdesk.domain.letter import LetterKind


class To(StrEnum):
    CLIENT = "client"
    PEER = "peer"
    OWNER = "owner"
    """The call card never leaves the house."""


@dataclass(frozen=True, slots=True)
class KindRules:
    """``checks`` are the numbers of letters.md that apply. ``words`` and ``brief_words``: fewest and most in a letter
    and in a brief one or an e-mail. ``most_peers`` it may name; ``fewest_peers`` it must."""

    to: To
    checks: frozenset[int]
    words: tuple[int, int] = (80, 260)
    brief_words: tuple[int, int] = (40, 110)
    fewest_peers: int = 0
    most_peers: int = 0


_ALWAYS: Final = frozenset({1, 2, 12, 13, 14, 15})
_NO: Final = _ALWAYS | {3, 4, 5, 6, 7}

# Only a referral has to say so much that 140 words are few. The others have less to say when little is on record, and
# what would bring them to a round number of words would be padding. Lists of facts count into the upper limits.
RULES: Final[dict[LetterKind, KindRules]] = {
    LetterKind.REFERRAL: KindRules(
        To.CLIENT, _NO | {8, 9, 10, 11}, (140, 260), (60, 110), fewest_peers=1, most_peers=3
    ),
    LetterKind.WRONG_FOR_YOU: KindRules(To.CLIENT, _NO, (40, 260), (24, 110)),
    LetterKind.NOT_FOR_ME: KindRules(To.CLIENT, _NO, (38, 260), (20, 110)),
    LetterKind.NOT_NOW: KindRules(To.CLIENT, _NO, (30, 260), (15, 110)),
    LetterKind.ACCEPTANCE: KindRules(To.CLIENT, _ALWAYS | {3, 4}, (60, 260), (40, 110)),
    LetterKind.QUESTIONS: KindRules(To.CLIENT, _ALWAYS | {3, 4}, (38, 260), (28, 110)),
    LetterKind.INTRODUCTION: KindRules(To.PEER, _ALWAYS | {10}, (45, 260), (35, 130)),
    LetterKind.THANKS: KindRules(To.PEER, _ALWAYS | {3}, (20, 260), (20, 110)),
    LetterKind.AFTER_EVENT: KindRules(To.CLIENT, _ALWAYS, (28, 260), (24, 110), most_peers=3),
    LetterKind.NEXT_SEASON: KindRules(To.CLIENT, _ALWAYS, (35, 260), (28, 110)),
    LetterKind.CONSENT: KindRules(To.PEER, _ALWAYS, (80, 260), (60, 130)),
    LetterKind.CALL_CARD: KindRules(To.OWNER, frozenset(), (0, 400), (0, 400), most_peers=3),
}
"""Check 15's open door is looked for only where a No was said, and in NEXT_SEASON and AFTER_EVENT."""
