"""The words that make up a date, found in running text by the lists of its language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from fitdesk.intake.words import Words, alternatives


class Kind(Enum):
    ISO = auto()
    NUMERIC = auto()
    YEAR = auto()
    DAY = auto()
    MONTH = auto()
    WEEKDAY = auto()
    RANGE = auto()
    BOTH = auto()
    CHOICE = auto()
    COMMA = auto()
    EARLY = auto()
    MIDDLE = auto()
    LATE = auto()
    ORDINAL = auto()
    LAST = auto()
    WEEK = auto()
    WEEKEND = auto()
    WEEK_OF = auto()
    WEEK_NUMBER = auto()
    WEEK_LATER = auto()
    WEEKS_AHEAD = auto()
    QUARTER = auto()
    HALF = auto()
    NEXT = auto()
    NEXT_WEEK = auto()
    THIS_WEEK = auto()
    NEXT_MONTH = auto()
    THIS_MONTH = auto()
    TODAY = auto()
    TOMORROW = auto()
    BETWEEN = auto()
    WITHIN = auto()
    FILLER = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Token:
    kind: Kind
    start: int
    end: int
    text: str
    value: int = 0
    """Day, month, weekday (0 Monday), year, or which ordinal."""
    marked: bool = False
    """A day written as an ordinal ("9th"), a month written out."""


_PHRASES = (
    ("next_week", Kind.NEXT_WEEK),
    ("this_week", Kind.THIS_WEEK),
    ("next_month", Kind.NEXT_MONTH),
    ("this_month", Kind.THIS_MONTH),
    ("tomorrow", Kind.TOMORROW),
    ("today", Kind.TODAY),
    ("week_later", Kind.WEEK_LATER),
    ("week_of", Kind.WEEK_OF),
    ("between", Kind.BETWEEN),
    ("within", Kind.WITHIN),
    ("early", Kind.EARLY),
    ("middle", Kind.MIDDLE),
    ("late", Kind.LATE),
    ("last", Kind.LAST),
    ("weekend", Kind.WEEKEND),
    ("week", Kind.WEEK),
    ("quarter", Kind.QUARTER),
    ("half", Kind.HALF),
    ("next", Kind.NEXT),
    ("range", Kind.RANGE),
    ("choice", Kind.CHOICE),
    ("both", Kind.BOTH),
    ("filler", Kind.FILLER),
)
_KIND_OF = dict(_PHRASES)
_UNIT_AFTER = r"(?!\s?(?:%|°|€|\$|£|:\d|[.,]\d{3}|[ap]\.?m\b|h\b|x\b))"


class Tokenizer:
    """Turns text into date tokens with the words of one language."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._capital = bool(words.table("dates").get("capital_months"))
        self._before_slash = alternatives(
            [*words.list("dates", "on"), *words.list("reply", "deadline"), *words.weekdays]
        )
        suffixes = alternatives(words.list("dates", "ordinal_suffixes"))
        named = "|".join(rf"(?P<{key}>(?<!\w){alternatives(words.list('dates', key))}(?!\w))" for key in _KIND_OF)
        months = alternatives([re.escape(month) for month in words.months])
        weekdays = alternatives([re.escape(day) for day in words.weekdays])
        self._ordinals = {
            word.lower(): number
            for number, names in enumerate(words.table("dates").get("ordinals", []), 1)
            for word in names
        }
        ordinals = alternatives([re.escape(word) for word in self._ordinals])
        ahead, later = (alternatives(words.list("dates", key)) for key in ("ahead", "ahead_after"))
        counts = "|".join([r"\d{1,2}", *(re.escape(word) for word in words.numbers)])
        weeks = alternatives(words.list("dates", "week_unit"))
        numbered = alternatives(words.list("dates", "week_number"))
        self._pattern = re.compile(
            r"(?P<iso>(?<![\d-])(?:19|20)\d\d-\d\d-\d\d(?!\d))"
            r"|(?P<numeric>(?<![\d./-])\d{1,2}(?P<mark>[./-])\s?\d{1,2}(?P=mark)\s?(?:(?:19|20)\d\d|\d\d)(?![\d/])"
            rf"(?!\s+{months}))"
            r"|(?P<short>(?<![\d./])\d{1,2}\.\s?\d{1,2}\.(?!\d))"
            rf"|(?P<slashed>(?<![\d./])\d{{1,2}}/\d{{1,2}}(?![\d/])(?!\s+{months}))"
            r"|(?P<clock>(?<!\d)\d{1,2}[:.h]\d\d(?!\d))"
            r"|(?P<year>(?<![\d.,$£€#/-])(?:19|20)\d\d(?!\d|[.,]\d{3}|\s?[€$£])|(?<=\s)'\d\d(?!\d))"
            r"|(?P<quarternumber>(?<!\w)Q[1-4](?!\w))"
            rf"|(?P<weeksahead>(?<!\w){ahead}\s+(?:{counts})\s+{weeks}'?(?:\s+{later})?(?!\w))"
            rf"|(?P<weeknumber>(?<!\w){numbered}\s+\d{{1,2}}(?![\w:]|\.\d)(?!\s+{months}))"
            rf"|(?P<ordinal>(?<!\w){ordinals}(?!\w))"
            rf"|(?P<day>(?<![\d.,$£€#:])(?:0?[1-9]|[12]\d|3[01])(?P<suffix>{suffixes})?(?![\w]){_UNIT_AFTER})"
            rf"|(?P<month>(?<!\w){months}(?!\w)\.?)"
            rf"|(?P<weekday>(?<!\w){weekdays}(?!\w)\.?)"
            rf"|{named}"
            r"|(?P<dash>\s?(?:--|-|—|/)\s?)|(?P<comma>[,(]|\s?\.\s?(?=\d))|(?P<space>\s+)|(?P<other>\w+|[^\w\s])",
            re.I,
        )

    def _count_in(self, written: str) -> int:
        """The number in "in 14 weeks" or "in three weeks' time"."""
        said = next(word for word in written.lower().split() if word.isdigit() or word in self._words.numbers)
        return int(said) if said.isdigit() else self._words.numbers[said]

    def tokens(self, text: str, start: int = 0, end: int | None = None) -> list[Token]:
        """The tokens of ``text[start:end]``, white space left out; places are those in ``text``."""
        found = []
        for match in self._pattern.finditer(text, start, len(text) if end is None else end):
            group = match.lastgroup or "other"
            if group in ("mark", "suffix"):
                group = "numeric" if match["numeric"] else "day"
            if group == "space":
                if "\n" in match.group():
                    found.append(Token(Kind.OTHER, *match.span(), "\n"))
                continue
            found.append(self._token(group, match, text))
        return found

    def _token(self, group: str, match: re.Match[str], text: str) -> Token:
        written, span = match.group(), match.span()
        if group == "iso":
            return Token(Kind.ISO, *span, written)
        if group == "slashed" and not re.search(
            rf"(?:\(|(?<!\w){self._before_slash})\s*$", text[max(0, span[0] - 14) : span[0]], re.I
        ):
            return Token(Kind.OTHER, *span, written)  # "24/7"
        if group in ("numeric", "short", "slashed"):
            return Token(Kind.NUMERIC, *span, written)
        if group == "year":
            number = int(written.lstrip("'"))
            return Token(Kind.YEAR, *span, written, number if number > 99 else 2000 + number)
        if group == "ordinal":
            return Token(Kind.ORDINAL, *span, written, self._ordinals[written.lower()])
        if group == "day":
            return Token(Kind.DAY, *span, written, int(re.match(r"\d+", written).group()), bool(match["suffix"]))  # type: ignore[union-attr]
        if group == "month":
            number = self._words.months[written.lower().rstrip(".")]
            lower = self._capital and written[0].islower()
            near = re.search(r"\d(?:st|nd|rd|th)?(?: of)?\s$", text[max(0, span[0] - 8) : span[0]])
            if lower and not (near and len(written) > 3):
                return Token(Kind.OTHER, *span, written)
            return Token(Kind.MONTH, *span, written, number)
        if group == "weekday":
            if self._capital and written[0].islower() and len(written) < 6:
                return Token(Kind.OTHER, *span, written)
            return Token(Kind.WEEKDAY, *span, written, self._words.weekdays[written.lower().rstrip(".")])
        if group == "weeksahead":
            return Token(Kind.WEEKS_AHEAD, *span, written, self._count_in(written))
        if group == "weeknumber":
            return Token(Kind.WEEK_NUMBER, *span, written, int(written.split()[-1]))
        if group == "quarternumber":
            return Token(Kind.QUARTER, *span, written, int(written[1]))
        if group == "dash":
            return Token(Kind.BOTH if "/" in written else Kind.RANGE, *span, written)
        if group == "comma":
            return Token(Kind.COMMA, *span, written)
        return Token(_KIND_OF.get(group, Kind.OTHER), *span, written)
