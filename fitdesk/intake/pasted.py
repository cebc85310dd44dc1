"""The header lines that come along when a mail is copied from a mail program: told apart from its text."""

from __future__ import annotations

import re

_NAMES = {
    "from": "From", "von": "From", "de": "From", "van": "From", "da": "From",
    "to": "To", "an": "To", "à": "To", "para": "To", "aan": "To",
    "subject": "Subject", "betreff": "Subject", "objet": "Subject", "asunto": "Subject", "onderwerp": "Subject",
    "date": "Date", "sent": "Date", "datum": "Date", "gesendet": "Date", "fecha": "Date",
    "cc": "Cc", "reply-to": "Reply-To",
}  # fmt: skip
_LINE = re.compile(r"([A-Za-zÀ-ÿ-]{2,10})[ \t]*:[ \t]*(.*)")
_MOST_LINES = 12


def split_headers(text: str) -> tuple[bytes, str]:
    """(header block as a mail has it, the text below); the block is empty when ``text`` does not begin with one.

    A single "Subject:" or "From:" line is enough when an empty line follows it, as in a mail; a form's list of labels
    is not one.
    """
    headers: list[str] = []
    lines = text.split("\n")
    for number, line in enumerate(lines[: _MOST_LINES + 1]):
        if not line.strip():
            told = {header.partition(":")[0] for header in headers}
            if told & {"From", "Subject"}:
                return "\n".join(headers).encode(), "\n".join(lines[number + 1 :]).lstrip("\n")
            break
        match = _LINE.fullmatch(line.strip())
        name = _NAMES.get(match[1].lower()) if match else None
        if match is None or name is None:
            break
        headers.append(f"{name}: {match[2]}")
    return b"", text
