"""Which of the days a mail names are the event's, which is the day an answer is asked for, and which are neither."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from fitdesk.intake.fields.day_tokens import Tokenizer
from fitdesk.intake.fields.days import Mention, Reading, mentions
from fitdesk.intake.fields.labels import Labelled, values_of
from fitdesk.intake.page import Found, Page, Sentence, even

_FAR = timedelta(days=365 * 4)


@dataclass(frozen=True, slots=True)
class _Candidate:
    mention: Mention
    score: int
    labelled: bool
    alternative: bool
    sentence: Sentence


def read_dates(page: Page, labelled: list[Labelled], found: Found) -> None:
    """Put event.dates, event.date_range, event.date_flexible and reply_by into ``found``."""
    tokenizer = Tokenizer(page.words)
    reading = Reading(page.sent, page.country)
    lines = values_of(page, labelled, "dates")
    inside = [(line.start, line.end) for line in lines]
    candidates: list[_Candidate] = []
    reading = _with_hint(reading, lines)
    named = mentions(page.text, tokenizer, reading)
    moved = _in_the_month_meant(page, named, tokenizer, reading)
    for mention, in_month in zip(named, moved, strict=True):
        sentence = page.sentence_at(mention.start)
        if _asks_for_answer(page, mention, sentence):
            found.put("reply_by", _deadline(mention), page, (mention.start, mention.end))
            continue
        is_labelled = any(start <= mention.start < end for start, end in inside)
        candidate = _weighed(page, in_month, sentence, is_labelled)
        if candidate:
            candidates.append(candidate)
    _within(page, found)
    if not found.has("event.dates", "event.date_range"):
        _choose(page, candidates, found)
    _flexible(page, lines, found)


def _in_the_month_meant(page: Page, found: list[Mention], tokenizer: Tokenizer, reading: Reading) -> list[Mention]:
    """Days without a month ("the 17th works") belong to the month named last before them, else to the only one."""
    if page.sent is None or not any(mention.bare for mention in found):
        return found
    months = [
        (mention.start, mention.earliest)
        for mention in mentions(even(page.whole), tokenizer, reading)
        if not mention.bare and mention.latest > page.sent
    ]
    only = {(day.year, day.month) for _start, day in months}
    result = []
    for mention in found:
        before = [day for start, day in months if start < mention.start]
        month = before[-1] if before else months[0][1] if len(only) == 1 else None
        result.append(_moved(mention, month, page) if mention.bare and month else mention)
    return result


def _moved(mention: Mention, month: date, page: Page) -> Mention:
    """``mention`` in the month of ``month``, if its day of the month is written and its weekday fits there."""
    number = re.search(r"\d{1,2}", page.text[mention.start : mention.end])
    if not number or len(mention.days) != 1 or page.sent is None:
        return mention
    try:
        day = month.replace(day=int(number.group()))
    except ValueError:
        return mention
    fits = not mention.weekday or day.weekday() == mention.days[0].weekday()
    return replace(mention, days=(day,), bare=False) if fits and day >= page.sent else mention


def _with_hint(reading: Reading, lines: list[Labelled]) -> Reading:
    """A form that says "(mm/dd/yyyy)" knows better than the sender's country."""
    for line in lines:
        if re.search(r"m{1,2}[/.-]d{1,2}[/.-]y", line.label):
            return replace(reading, month_first=True)
        if re.search(r"d{1,2}[/.-]m{1,2}[/.-]y", line.label):
            return replace(reading, month_first=False)
    return reading


def _asks_for_answer(page: Page, mention: Mention, sentence: Sentence) -> bool:
    """Whether the mention is a deadline in a sentence that asks the reader for an answer."""
    before = page.text[max(sentence.start, mention.start - 60) : mention.start]
    if re.search(rf"(?<!\w){page.words.any_of('reply', 'not_deadline')}\s+(?:\w+\s+)?$", before, re.I):
        return False
    deadline = re.search(rf"{page.words.any_of('reply', 'deadline')}[\s:]*(?:\w+\s+){{0,3}}[\"'(]?\s*$", before, re.I)
    if not deadline:
        after = page.text[mention.end : mention.end + 30]
        deadline = re.match(rf"[\s,]*{page.words.any_of('reply', 'deadline_after')}", after, re.I)
    if not deadline:
        deadline = page.words.pattern("reply", "before_then").search(sentence.text[mention.end - sentence.start :])
    return bool(deadline) and bool(page.words.pattern("reply", "asking").search(sentence.text))


def _deadline(mention: Mention) -> date | None:
    if mention.days:
        return min(mention.days)
    return mention.last if mention.is_end else mention.first if not mention.vague else None


def _within(page: Page, found: Found) -> None:
    """ "within ten days", counted from the day the mail was sent."""
    if page.sent is None or found.has("reply_by"):
        return
    numbers = "|".join([r"\d{1,2}", *(re.escape(word) for word in page.words.numbers)])
    units = "|".join(f"(?P<{key}>{page.words.any_of('dates', key)})" for key in ("day_unit", "week_unit", "hour_unit"))
    pattern = re.compile(
        rf"(?<!\w){page.words.any_of('dates', 'within')}\s+(?P<count>{numbers})\s+(?:{units})(?!\w)", re.I
    )
    for match in pattern.finditer(page.text):
        if page.words.pattern("reply", "asking").search(page.sentence_at(match.start()).text):
            said = match["count"].lower()
            count = int(said) if said.isdigit() else page.words.numbers[said]
            days = count * 7 if match["week_unit"] else -(-count // 24) if match["hour_unit"] else count
            found.put("reply_by", page.sent + timedelta(days=days), page, match.span())


def _weighed(page: Page, mention: Mention, sentence: Sentence, labelled: bool) -> _Candidate | None:
    """How likely the mention is the event's day; None when it cannot be."""
    if page.sent and (mention.latest < page.sent or mention.earliest > page.sent + _FAR):
        return None
    words, place = page.words, mention.start - sentence.start
    before, around = sentence.text[max(0, place - 45) : place], sentence.text[max(0, place - 70) : place + 90]
    if re.search(rf"{words.any_of('dates', 'not_these')}\s+(?:\w+\s+)?$", before, re.I):
        return None
    if not labelled:
        if words.pattern("dates", "past").search(before) or words.pattern("dates", "past").match(sentence.text.strip()):
            return None
        if re.search(rf"{words.any_of('reply', 'deadline')}\s+(?:\w+\s+){{0,2}}$", before, re.I) and not re.search(
            rf"{words.any_of('dates', 'range')}", before[-8:], re.I
        ):
            return None
    score = 6 if labelled else 0
    score += 2 * bool(words.pattern("dates", "event").search(sentence.text))
    score += 2 * bool(re.search(rf"{words.any_of('dates', 'on')}\s+(?:the\s+)?$", before, re.I))
    score += mention.weekday + (not mention.yearless) - 2 * mention.bare - mention.vague
    if not labelled and words.pattern("dates", "elsewhere").search(around):
        score -= 4
    alternative = bool(words.pattern("dates", "alternative").search(sentence.text[: place + 1]))
    return _Candidate(mention, score, labelled, alternative, sentence)


def _choose(page: Page, candidates: list[_Candidate], found: Found) -> None:
    """The best candidates' days: all of the best one's sentence, and alternatives named elsewhere."""
    good = [c for c in candidates if c.score >= -1]
    if not good:
        return
    exact = [c for c in good if not c.mention.vague and not (c.mention.bare and c.score < 2)]
    if any(not c.mention.bare for c in exact):
        exact = [c for c in exact if not c.mention.bare]
    single = [c for c in exact if c.mention.days]
    spans = [c for c in exact if c.mention.range]
    vague = [c for c in good if c.mention.vague]
    if spans:
        best_span = max(spans, key=lambda c: c.score)
        single = [c for c in single if _inside(c.mention, best_span.mention) or c.labelled or c.alternative]
        found.put("event.date_range", best_span.mention.range, page, _place(best_span))
    if single:
        best = max(single, key=lambda c: c.score)
        chosen = [c for c in single if c is best or _goes_with(c, best)]
        if not spans and _only_a_start(page, best):
            found.put("event.date_range", (best.mention.days[0],) * 2, page, _place(best))
            return
        days = tuple(sorted({day for c in chosen for day in c.mention.days}))
        if not (spans and len(days) > 1 and not best.labelled and len(chosen) == len(single) > 1):
            found.put("event.dates", days, page, *(_place(c) for c in chosen))
    elif not spans and vague:
        best = max(vague, key=lambda c: (c.score, -(c.mention.latest - c.mention.earliest).days))
        narrower = [c for c in vague if _inside(c.mention, best.mention) and c is not best]
        best = narrower[0] if narrower else best
        found.put("event.date_range", best.mention.range, page, _place(best), sure=0.8)
        found.put("event.date_flexible", True, page, _place(best), sure=0.8)


def _place(candidate: _Candidate) -> tuple[int, int]:
    return candidate.mention.start, candidate.mention.end


def _inside(inner: Mention, outer: Mention) -> bool:
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest


def _goes_with(candidate: _Candidate, best: _Candidate) -> bool:
    """Same sentence and not much less likely, both from labelled lines, or offered as an alternative."""
    if candidate.labelled or best.labelled:
        return candidate.labelled and best.labelled
    if candidate.sentence == best.sentence:
        return candidate.score >= best.score - 3 and not candidate.mention.bare
    return candidate.alternative and candidate.score >= 0


def _only_a_start(page: Page, candidate: _Candidate) -> bool:
    """ "starting 11 January": an engagement of which only the beginning is named."""
    before = page.text[max(0, candidate.mention.start - 30) : candidate.mention.start]
    starts = re.search(rf"(?<!\w){page.words.any_of('dates', 'starts')}\s+(?:on\s+|the\s+)?$", before, re.I)
    return bool(starts) and len(candidate.mention.days) == 1


def _flexible(page: Page, lines: list[Labelled], found: Found) -> None:
    """Said to be open (True) or fixed (False); a vague time alone is open."""
    open_said = page.words.pattern("dates", "flexible").search(page.text)
    fixed_said = page.words.pattern("dates", "fixed").search(page.text)
    if fixed_said and not (open_said and open_said.start() < fixed_said.end() < open_said.end() + 40):
        found.values.pop("event.date_flexible", None)
        found.put("event.date_flexible", False, page, fixed_said.span())
    elif open_said:
        found.values.pop("event.date_flexible", None)
        found.put("event.date_flexible", True, page, open_said.span())
    for line in lines:
        if re.search(rf"{page.words.any_of('dates', 'flexible_label')}", line.text, re.I):
            found.put("event.date_flexible", True, page, (line.start, line.end))
