"""HTML to readable plain text, in one pass and without running, loading or nesting anything."""

from __future__ import annotations

import html
import re

_SKIPPED = ("style", "script", "head", "title", "template", "svg", "object", "noscript")
_PARAGRAPH = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "pre", "table", "blockquote", "hr"))
_LINE = frozenset(
    ("br", "div", "tr", "li", "dt", "dd", "section", "article", "header", "footer", "center", "address", "form")
)
_TAG_NAME = re.compile(r"/?([a-zA-Z][a-zA-Z0-9]{0,15})")
_QUOTE = re.compile(r"cite|gmail_quote|yahoo_quoted", re.I)
_TAG_START = re.compile(r"<[/!?a-zA-Z]")
DEEPEST_QUOTE = 5
MOST_TAGS = 50_000
MOST_TEXT = 200_000


class _Writer:
    """Collects text into lines; knows how deep the quoting is and which skipped elements are never closed."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.pieces: list[str] = []
        self.quotes: list[bool] = []
        self.never_closed: set[str] = set()
        self.length = 0

    def words(self, text: str) -> None:
        text = re.sub(r"\s+", " ", html.unescape(text))
        if not self.pieces or self.pieces[-1][-1] in " \t":
            text = text.lstrip(" ")
        if text:
            self.pieces.append(text)
            self.length += len(text)

    def is_blank(self) -> bool:
        return not any(piece.strip() for piece in self.pieces)

    def end_line(self) -> None:
        line = "".join(self.pieces).strip()
        self.pieces = []
        if line:
            depth = min(sum(self.quotes), DEEPEST_QUOTE)
            self.lines.append("> " * depth + line)

    def blank_line(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def end_paragraph(self) -> None:
        self.end_line()
        self.blank_line()

    def cell(self) -> None:
        if not self.is_blank():
            self.pieces = ["".join(self.pieces).rstrip() + "\t"]


def html_to_text(source: str) -> str:
    """The readable text of ``source``: paragraphs apart, list items after "- ", cells of a row apart by tabs.

    Linear in the length of ``source``, and stops after MOST_TAGS tags or MOST_TEXT characters. What follows a tag that
    is never closed is taken as text.
    """
    writer, at, closing, tags = _Writer(), 0, -1, 0
    while tags < MOST_TAGS and writer.length < MOST_TEXT:
        opening = source.find("<", at)
        if opening < 0:
            break
        writer.words(source[at:opening])
        if source.startswith("<!--", opening):
            end = source.find("-->", opening)
            at = end + 3 if end >= 0 else len(source)
            continue
        if not _TAG_START.match(source, opening):  # "a < b": no tag at all
            writer.words("<")
            at = opening + 1
            continue
        if closing < opening:
            closing = source.find(">", opening)
        if closing < 0:
            at = opening + 1
            break
        tags += 1
        at = _tag(writer, source, opening, closing)
    else:
        at = len(source)
    writer.words(source[at:])
    writer.end_line()
    return "\n".join(writer.lines).strip("\n")


def _tag(writer: _Writer, source: str, opening: int, closing: int) -> int:
    """Act on the tag in ``source[opening:closing + 1]``; the place to go on reading from."""
    tag = source[opening + 1 : closing]
    match = _TAG_NAME.match(tag)
    if not match:
        return closing + 1
    name, closes = match.group(1).lower(), tag.startswith("/")
    if name in _SKIPPED and not closes and name not in writer.never_closed:
        end = _end_of(source, name, closing)
        if end < 0:
            writer.never_closed.add(name)
        return end if end >= 0 else closing + 1
    if name == "blockquote":
        writer.end_paragraph()
        if not closes and len(writer.quotes) < 1_000:
            writer.quotes.append(bool(_QUOTE.search(tag[:500])))
        elif closes and writer.quotes:
            writer.quotes.pop()
    elif name in ("td", "th"):
        writer.cell()
    elif name == "p":
        _paragraph_tag(writer, closes, is_line="MsoNormal" in tag[:300])
    elif name in _PARAGRAPH:
        writer.end_paragraph()
    elif name in _LINE:
        _line_tag(writer, name, closes)
    return closing + 1


def _paragraph_tag(writer: _Writer, closes: bool, *, is_line: bool) -> None:
    """Outlook's MsoNormal makes each line a paragraph, with empty ones between: ``is_line``."""
    if closes and writer.is_blank():
        writer.pieces = []
        writer.blank_line()
    elif closes or is_line:
        writer.end_line()
    else:
        writer.end_paragraph()


def _line_tag(writer: _Writer, name: str, closes: bool) -> None:
    if name == "br" and writer.is_blank():
        writer.pieces = []
        writer.blank_line()
        return
    writer.end_line()
    if name == "li" and not closes:
        writer.pieces = ["- "]


def _end_of(source: str, name: str, start: int) -> int:
    """Where the content of a skipped element ends; -1 when it is never closed."""
    end = re.compile(rf"</{name}\b[^>]{{0,100}}>", re.I).search(source, start)
    return end.end() if end else -1
