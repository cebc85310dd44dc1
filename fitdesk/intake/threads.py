"""Who wrote which lines: a mail taken apart into its writers, newest first, by quote marks and forwarding headers."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from fitdesk.intake.headers import Mailbox, mailboxes
from fitdesk.intake.words import alternatives, thread_words

NOBODY = Mailbox()
MOST_LINES = 4_000
MOST_VOICES = 40
_MARKS = re.compile(r"(?:>[ ]?){1,20}")


@dataclass(frozen=True, slots=True)
class Line:
    """Characters ``start`` to ``end`` of the text, without quote marks; ``depth`` counts those."""

    start: int
    end: int
    text: str
    depth: int = 0


@dataclass(slots=True)
class Voice:
    """The lines that one person wrote in one mail. ``sent`` is the date as the quoting mail program wrote it.

    ``forwarded``: the lines stand under forwarding headers, not under "wrote:" or behind quote marks.
    """

    author: Mailbox
    sent: str = ""
    subject: str = ""
    recipient: Mailbox = NOBODY
    forwarded: bool = False
    known: bool = True
    lines: list[Line] = field(default_factory=list)

    def words(self) -> int:
        return sum(len(line.text.split()) for line in self.lines)


@dataclass(frozen=True, slots=True)
class _Patterns:
    label: re.Pattern[str]
    wrote_start: re.Pattern[str]
    wrote: re.Pattern[str]
    divider: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    labels = "|".join(
        f"(?P<{key}>{alternatives(thread_words(key))})" for key in ("from", "sent", "to", "subject", "copy")
    )
    divider = alternatives(thread_words("forwarded") + thread_words("original"))
    return _Patterns(
        label=re.compile(rf"\*?(?:{labels})\s?:\*?\s*(?P<value>.*)", re.I),
        wrote_start=re.compile(alternatives(thread_words("wrote_start")) + r"\b"),
        wrote=re.compile(rf"(?<!\w){alternatives(thread_words('wrote'))}\b[^:\n]{{0,120}}:\s*$"),
        divider=re.compile(rf"[-_\s]*{divider}\s?:?[-_\s]*", re.I),
    )


def lines_of(text: str) -> list[Line]:
    """Every line of ``text`` with its place."""
    lines, start = [], 0
    for raw in text.split("\n"):
        marks = _MARKS.match(raw)
        skipped = marks.end() if marks else 0
        depth = marks.group().count(">") if marks else 0
        lines.append(Line(start + skipped, start + len(raw), raw[skipped:], depth))
        start += len(raw) + 1
    return lines


def voices(text: str, author: Mailbox, recipient: Mailbox = NOBODY) -> list[Voice]:
    """The voices of ``text`` in order of their first line; ``author`` wrote the lines not said to be others'."""
    lines, found = lines_of(text), [Voice(author, recipient=recipient)]
    speaking: dict[int, Voice] = {0: found[0]}
    at = 0
    while at < min(len(lines), MOST_LINES) and len(found) < MOST_VOICES:
        line = lines[at]
        block = _header_block(lines, at) or _attribution(lines, at)
        if block:
            voice, length, below = block
            found.append(voice)
            depth = line.depth + 1 if below else line.depth
            speaking = {level: v for level, v in speaking.items() if level < depth} | {depth: voice}
            at += length
            continue
        if line.depth not in speaking:
            speaking[line.depth] = Voice(Mailbox(), known=False)
            found.append(speaking[line.depth])
        if not _patterns().divider.fullmatch(line.text.strip()):
            speaking[line.depth].lines.append(line)
        at += 1
    return [voice for voice in found if any(line.text.strip() for line in voice.lines)]


def _header_block(lines: list[Line], at: int) -> tuple[Voice, int, bool] | None:
    """A block "From: … Sent: … To: … Subject: …" that begins at line ``at``: its voice, its length."""
    match = _patterns().label.match(lines[at].text.strip())
    if not match or not match["from"] or not match["value"]:
        return None
    seen, values, length = {"from"}, {"from": match["value"]}, 1
    for line in lines[at + 1 : at + 10]:
        label = _patterns().label.match(line.text.strip())
        if line.depth != lines[at].depth or not line.text.strip():
            break
        if label:
            kind = next(key for key in ("from", "sent", "to", "subject", "copy") if label[key])
            if kind in seen and kind != "copy":
                break
            seen.add(kind)
            values[kind] = label["value"]
        length += 1
    if not {"sent", "to"} & seen or len(seen) < 3:
        return None
    authors, recipients = mailboxes(values["from"]), mailboxes(values.get("to", ""))
    author = authors[0] if authors else Mailbox(name=values["from"][:100])
    recipient = recipients[0] if recipients else Mailbox(name=values.get("to", "")[:100])
    return Voice(author, values.get("sent", ""), values.get("subject", ""), recipient, forwarded=True), length, False


def _attribution(lines: list[Line], at: int) -> tuple[Voice, int, bool] | None:
    """A sentence "On Tuesday … wrote:" of up to three lines that begins at line ``at``."""
    if not _patterns().wrote_start.match(lines[at].text.strip()):
        return None
    joined = ""
    for length, line in enumerate(lines[at : at + 3], 1):
        joined = f"{joined} {line.text.strip()}"[:600]
        match = _patterns().wrote.search(joined)
        if match and re.search(r"\d", joined):
            found = mailboxes(joined)
            said = joined[: match.start()] if found or match.end() - match.start() < 30 else joined
            words = re.findall(r"[^\d,:<>()]+", said.partition("<")[0])
            name = found[0].name if found else (words[-1] if words else "")
            author = Mailbox(re.split(r"\d|,|\b(?:at|um|à)\b", name)[-1].strip(), found[0].address if found else "")
            below = at + length < len(lines) and any(
                later.depth > lines[at].depth for later in lines[at + length : at + length + 3]
            )
            return Voice(author, joined, forwarded=False), length, below
    return None
