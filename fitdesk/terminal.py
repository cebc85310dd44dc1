"""Speaking to a terminal, a pipe or a log: in the signs it has, and in good order when it stops listening."""

from __future__ import annotations

import os
import sys

from fitdesk.i18n import _

PLAIN_SIGNS = {
    "█": "#", "▒": "+", "░": ".", "✓": "v", "✕": "x", "◇": "=", "→": ">", "“": '"', "”": '"', "‘": "'", "’": "'",
    "–": "-", "—": "-", "…": "...", "≈": "~", "€": "EUR ", "£": "GBP ", "\u00a0": " ", "\u202f": " ",
}  # fmt: skip
"""What stands for a sign that the terminal does not have."""


class SilentError(Exception):
    """The answer cannot be written to standard output; ``str()`` is a plain sentence."""


def say(text: str) -> None:
    """Write ``text`` to standard output, in the signs it has. Raises SilentError when it cannot be written.

    A reader that has seen enough (``| head``) is no error.
    """
    if sys.stdout is None:  # closed by the caller
        raise SilentError(_("There is nowhere to write the answer to: standard output is closed."))
    try:
        sys.stdout.write(_spelt(text, sys.stdout.encoding))
        sys.stdout.flush()
    except BrokenPipeError:
        _write_no_more()
    except OSError as error:
        _write_no_more()
        said = _("The answer could not be written ({why}).").replace("{why}", error.strerror or str(error))
        raise SilentError(said) from error


def complain(text: str) -> None:
    """Write one line to standard error, if there is one."""
    if sys.stderr is not None:
        sys.stderr.write(_spelt(text, sys.stderr.encoding) + "\n")


def has(text: str) -> bool:
    """Whether standard output has every sign of ``text``."""
    return sys.stdout is not None and _fits(sys.stdout.encoding, text)


def _write_no_more() -> None:
    # What is still buffered would fail again when Python ends; see "Note on SIGPIPE",
    # https://docs.python.org/3/library/signal.html
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _spelt(text: str, encoding: str | None) -> str:
    return text if _fits(encoding, text) else "".join(_nearest(sign, encoding) for sign in text)


def _nearest(sign: str, encoding: str | None) -> str:
    import unicodedata  # hardly ever needed

    tried = (sign, PLAIN_SIGNS.get(sign, sign), unicodedata.normalize("NFKD", sign)[0])
    return next((spelling for spelling in tried if _fits(encoding, spelling)), "?")


def _fits(encoding: str | None, text: str) -> bool:
    try:
        text.encode(encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True
