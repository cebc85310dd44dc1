"""Mail headers: unfolded, decoded and cut to size, without a parser that a hostile line could lead astray."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

from fitdesk.intake.charsets import decode

LONGEST_HEADER = 2_000
"""Characters read of one header: a 280 kB Subject takes Python's own parser to 2.7 GB."""
MOST_HEADERS = 300

_ENCODED_WORD = re.compile(r"=\?([\w.:-]{2,40})(?:\*[\w-]*)?\?([bBqQ])\?([^?\s]{0,1000})\?=(?:\s+(?==\?))?")
_ADDRESS = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\u00a1-\uffff-]{1,64}@[A-Za-z0-9\u00a1-\uffff.-]{1,190}[A-Za-z0-9\u00a1-\uffff]"
)


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A name and an address, either of which may be empty."""

    name: str = ""
    address: str = ""

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2].lower()


class Headers:
    """The headers of one mail, by name in any case; each value one line of readable text."""

    def __init__(self, block: bytes) -> None:
        self._values: dict[str, list[str]] = {}
        self.was_cut = False
        for name, raw in _unfolded(block):
            if len(raw) > LONGEST_HEADER:
                raw, self.was_cut = raw[:LONGEST_HEADER], True
            self._values.setdefault(name, []).append(_readable(raw))

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._values

    def first(self, name: str) -> str:
        return self._values.get(name.lower(), [""])[0]

    def every(self, name: str) -> list[str]:
        return self._values.get(name.lower(), [])


def _unfolded(block: bytes) -> Iterator[tuple[str, bytes]]:
    """(lower-case name, raw value) of each header; a value is cut a little above LONGEST_HEADER."""
    name, value = "", b""
    for line in block.split(b"\n", 5_000)[:5_000]:
        line = line.rstrip(b"\r")[: LONGEST_HEADER + 100]
        if line[:1] in (b" ", b"\t"):
            if len(value) <= LONGEST_HEADER:
                value += line
            continue
        if name:
            yield name, value
        head, colon, value = line.partition(b":")
        known = colon and len(head) < 80 and re.fullmatch(rb"[!-9;-~]+[ \t]*", head)
        name = head.decode("ascii").strip().lower() if known else ""
    if name:
        yield name, value


def _readable(raw: bytes) -> str:
    text = _ENCODED_WORD.sub(_decode_word, decode(raw, "utf-8"))
    return " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", text).split())


def _decode_word(match: re.Match[str]) -> str:
    charset, coding, words = match.groups()
    if coding in "bB":
        try:
            data = binascii.a2b_base64(words + "=" * (-len(words) % 4))
        except (binascii.Error, ValueError):
            return match.group()
    else:
        data = binascii.a2b_qp(words.encode("utf-8", "replace"), header=True)
    return decode(data, charset)


def mailboxes(value: str) -> list[Mailbox]:
    """The mailboxes in the value of a From, To or Reply-To header, at most 50; comments and groups do not nest here."""
    found = []
    for part in _split_at_commas(value)[:50]:
        match = _ADDRESS.search(part)
        if not match:
            continue
        before = part[: match.start()].rstrip("<[ (").removesuffix("mailto:").rstrip("<[ (")
        name = before.strip().strip("\"'").strip()
        comment = re.match(r">?\s*\(([^()]{1,100})\)", part[match.end() :])
        if not name and comment:
            name = comment.group(1).strip()
        found.append(Mailbox("" if "@" in name else name.replace('\\"', '"'), match.group().strip("'")))
    return found


def _split_at_commas(value: str) -> list[str]:
    """``value`` cut at commas and semicolons outside quotes and angle brackets, where an address has been seen."""
    parts, start, quoted = [], 0, False
    for at, char in enumerate(value):
        if char == '"':
            quoted = not quoted
        elif char in ",;" and not quoted and "@" in value[start:at]:
            parts.append(value[start:at])
            start = at + 1
    parts.append(value[start:])
    return parts


def sent_at(headers: Headers) -> datetime | None:
    """When the mail was sent by its Date header, else came in by its Received headers; ``None`` if neither tells."""
    for value in (headers.first("date"), *(line.rpartition(";")[2] for line in headers.every("received")[:5])):
        try:
            return parsedate_to_datetime(value)
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    return None
