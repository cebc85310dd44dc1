"""The command line without a window: read a request, triage it, write the letter; for scripts, servers and checks."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from fitdesk import __version__
from fitdesk.i18n import _
from fitdesk.terminal import SilentError, complain, has, say

if TYPE_CHECKING:
    from fitdesk.intake.draft import Draft
    from fitdesk.store.store import Store
    from fitdesk.workflows.triage import Triage

OK, FAILED, BAD_USE, INTERRUPTED = 0, 1, 2, 130
YEARS = range(1970, 2200)
"""The years by which one may judge: beyond them the demo practice and the calendar run out of days."""
DEMO_REQUEST = "refer-negotiation-training.eml"
DEMO_LETTER = Path("fitdesk-demo-letter.pdf")


class RefusedError(Exception):
    """Something that cannot be done, said in a sentence with what to do; ``code`` is the exit code."""

    def __init__(self, message: str, code: int = FAILED) -> None:
        super().__init__(message)
        self.code = code


def parser() -> argparse.ArgumentParser:
    """What may be said on the command line; argparse answers bad use with exit code 2."""
    day = argparse.ArgumentParser(add_help=False)
    day.add_argument(
        "--today",
        type=_day,
        metavar="YYYY-MM-DD",
        default=argparse.SUPPRESS,
        help=_("judge as on this day (default: today)"),
    )
    top = argparse.ArgumentParser(
        prog="fitdesk",
        description=_("Am I free, am I right for this client, and if not, who is? Without a command the window opens."),
        parents=[day],
    )
    top.add_argument("--version", action="version", version=f"FitDesk {__version__}")
    place = top.add_mutually_exclusive_group()
    place.add_argument("--demo", action="store_true", help=_("use the example practice; nothing of it is kept"))
    place.add_argument("--database", type=_file, metavar="PATH", help=_("use this database file"))
    top.add_argument(
        "--appearance", choices=("system", "light", "dark"), help=_("colours of the window (default: your setting)")
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    read = commands.add_parser("read", parents=[day], help=_("show what a request says"))
    triage = commands.add_parser("triage", parents=[day], help=_("answer the three questions for a request"))
    for command in (read, triage):
        command.add_argument("file", metavar="FILE", help=_("an .eml or text file, or - for standard input"))
        command.add_argument("--json", action="store_true", help=_("print JSON; null means unknown"))
    triage.add_argument("--letter", type=_file, metavar="OUT.pdf", help=_("write a letter to this file"))
    triage.add_argument(
        "--peer", action="append", default=[], metavar="NAME", help=_("refer to this peer (up to three times)")
    )
    triage.add_argument(
        "--kind", choices=("referral", "wrong_for_you", "not_for_me", "not_now", "questions"),
        help=_("what the letter says (default: a referral)"),
    )  # fmt: skip
    triage.add_argument("--tone", choices=("warm", "formal", "brief"), help=_("how it speaks (default: warm)"))
    triage.add_argument(
        "--language", metavar="LOCALE", choices=("en_GB", "en_US", "de_DE", "fr_FR", "es_ES", "nl_NL"),
        help=_("in which language: {choices} (default: that of the request)").replace("{choices}", "%(choices)s"),
    )  # fmt: skip
    return top


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:  # Python also takes 20270301 and 2027-W09-1
        raise argparse.ArgumentTypeError(_("write the day as YYYY-MM-DD, such as 2027-03-01"))
    if day.year not in YEARS:
        wanted = _("choose a year from {first} to {last}")
        raise argparse.ArgumentTypeError(wanted.format(first=YEARS[0], last=YEARS[-1]))
    return day


def _file(text: str) -> Path:
    if not text or text.endswith(("/", os.sep)):
        raise argparse.ArgumentTypeError(_("name a file, not a folder"))
    return Path(text)


def run(options: argparse.Namespace) -> int:
    """Carry out ``options.command``; returns the exit code, with every error said on stderr."""
    return _answered(_read if options.command == "read" else _triage, options)


def _answered(command: Callable[[argparse.Namespace], None], options: argparse.Namespace) -> int:
    try:
        command(options)
    except RefusedError as refused:
        complain(f"fitdesk: {refused}")
        return refused.code
    except SilentError as error:
        complain(f"fitdesk: {error}")
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    return OK


def today_of(options: argparse.Namespace) -> date:
    """The day to judge by: ``--today``, else the clock."""
    given: date | None = getattr(options, "today", None)
    return given or date.today()


def read_request(name: str, today: date) -> tuple[Draft, bytes]:
    """The draft and the bytes of the file ``name`` ("-": standard input). Raises RefusedError if it cannot be read."""
    from fitdesk.intake.draft import DraftKind
    from fitdesk.intake.errors import ReadError
    from fitdesk.intake.worker import read_safely

    data, shown = _bytes_of(name), _("standard input") if name == "-" else name
    try:
        draft = read_safely(
            data, "pasted.txt" if name == "-" else Path(name).name, received=datetime.combine(today, time(9))
        )
    except ReadError as error:
        raise RefusedError(f"{shown}: {error}") from error
    if draft.kind is not DraftKind.INQUIRY and not draft.inquiry.text.strip():
        raise RefusedError(f"{shown}: {' '.join(draft.warnings)}")
    return draft, data


def _bytes_of(name: str) -> bytes:
    """The bytes of a file, or one more than may be read of a larger one: some, such as /dev/zero, never end."""
    from fitdesk.intake.limits import LARGEST_FILE

    try:
        if name != "-":
            with Path(name).open("rb") as file:
                return file.read(LARGEST_FILE + 1)
        if sys.stdin is None:  # closed by the caller
            raise RefusedError(_("Standard input is closed. Name a file instead."))
        return sys.stdin.buffer.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        said = _("There is no file {name}. Check the name and try again.")
        raise RefusedError(said.replace("{name}", name)) from None
    except IsADirectoryError:
        raise RefusedError(_("{name} is a folder. Name one file in it.").replace("{name}", name)) from None
    except OSError as error:
        said = _("{name} cannot be opened ({why}). Check its name and who may read it.")
        raise RefusedError(said.replace("{name}", name).replace("{why}", _reason(error))) from error


def _reason(error: OSError) -> str:
    return error.strerror or str(error)


@contextmanager
def opened_store(options: argparse.Namespace, today: date) -> Iterator[Store]:
    """The database that the options name, or a fresh demo practice. Raises RefusedError when it cannot be opened."""
    from fitdesk.paths import default_database
    from fitdesk.store.errors import StoreError
    from fitdesk.store.store import Store
    from fitdesk.workflows import demo
    from fitdesk.workflows.demo_files import DemoError

    path: Path | None = None if options.demo else (options.database or default_database())
    try:
        if path is not None and not path.exists():
            said = _("There is no FitDesk database at {path} yet. Open FitDesk once to make it, or try --demo.")
            raise RefusedError(said.replace("{path}", str(path)))
        # The real time, whatever --today says: opening empties the trash of what has lain there for 30 days.
        store = Store.open(path, now=datetime.now())
    except StoreError as error:
        raise RefusedError(str(error)) from error
    except OSError as error:
        said = _("{name} cannot be opened ({why}). Check its name and who may read it.")
        raise RefusedError(said.replace("{name}", str(path)).replace("{why}", _reason(error))) from error
    try:
        for warning in store.warnings:
            complain(f"fitdesk: {warning}")
        if options.demo:
            demo.fill(store, today)
        yield store
    except (StoreError, DemoError) as error:
        raise RefusedError(str(error)) from error
    finally:
        store.close()


def _read(options: argparse.Namespace) -> None:
    from fitdesk.intake.schema import draft_json
    from fitdesk.workflows.report import draft_text

    draft, _data = read_request(options.file, today_of(options))
    say(_as_json(draft_json(draft)) if options.json else draft_text(draft))


def _triage(options: argparse.Namespace) -> None:
    from fitdesk.domain.precedents import precedents
    from fitdesk.intake.draft import DraftKind
    from fitdesk.store import decided
    from fitdesk.workflows.practice import load_practice
    from fitdesk.workflows.receive import inquiry_from
    from fitdesk.workflows.report import triage_json, triage_text
    from fitdesk.workflows.triage import triage

    _refuse_without_letter(options)
    today = today_of(options)
    draft, _data = read_request(options.file, today)
    with opened_store(options, today) as store:
        practice = load_practice(store)
        inquiry = inquiry_from(draft, channel=None, now=datetime.combine(today, time(9)))
        answer = triage(inquiry, practice, today)
        before = precedents(inquiry, answer.best, decided.every(store)) if draft.kind is DraftKind.INQUIRY else ()
        say(_as_json(triage_json(answer, draft, before)) if options.json else triage_text(answer, draft, before))
        if options.letter:
            if draft.kind is not DraftKind.INQUIRY:
                raise RefusedError(
                    _("This is not a booking request, so there is nobody to write to. No letter was written.")
                )
            names = write_letter(answer, options, today, store)
            said = _("Letter naming {names} written to {path}.") if names else _("Letter written to {path}.")
            complain(said.replace("{names}", names).replace("{path}", str(options.letter)))


def _refuse_without_letter(options: argparse.Namespace) -> None:
    if options.letter:
        if options.peer and options.kind not in (None, "referral"):
            raise RefusedError(_("Only a referral names peers. Leave --peer out, or --kind."), BAD_USE)
        return
    if options.peer:
        raise RefusedError(
            _("--peer names whom the letter recommends. Say where to write it with --letter OUT.pdf."), BAD_USE
        )
    if options.kind or options.tone or options.language:
        raise RefusedError(
            _("--kind, --tone and --language are about a letter. Say where to write it with --letter OUT.pdf."),
            BAD_USE,
        )


def write_letter(answer: Triage, options: argparse.Namespace, today: date, store: Store) -> str:
    """Write the letter that ``options`` ask for and return the names of the peers in it.

    Raises RefusedError, and then writes nothing. Nothing is recorded in the database: the file is a draft until the
    owner sends it from the window.
    """
    from fitdesk.domain.letter import LetterKind, Tone
    from fitdesk.workflows.letter_unsaved import unsaved_letter
    from fitdesk.workflows.letter_words import LetterError, ready_to_leave

    kind, tone = LetterKind(options.kind or LetterKind.REFERRAL), Tone(options.tone or Tone.WARM)
    try:
        letter, names = unsaved_letter(store, answer, kind, options.peer, today, tone=tone, language=options.language)
        pdf = ready_to_leave(letter).pdf or b""
    except LetterError as error:
        raise RefusedError(str(error), BAD_USE if error.is_bad_use else FAILED) from error
    _put(pdf, options.letter)
    return ", ".join(names)


def _put(pdf: bytes, path: Path) -> None:
    """Write a PDF, all or nothing; an earlier one is replaced, anything else in its place is kept. Raises RefusedError.

    A slip of the hand must not cost a mail, or the database.
    """
    from fitdesk.workflows.whole_file import write_whole

    try:
        if path.is_file() and not _is_pdf(path):
            raise RefusedError(
                _("{path} is not a PDF, so it was not replaced. Choose another name.").replace("{path}", str(path))
            )
        write_whole(path, pdf)
    except OSError as error:
        said = _("The letter cannot be written to {path} ({why}). Choose another place.")
        raise RefusedError(said.replace("{path}", str(path)).replace("{why}", _reason(error))) from error


def _is_pdf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(5) in (b"%PDF-", b"")


def run_demo_in_terminal(options: argparse.Namespace) -> int:
    """The main job without a display: the demo request is read and judged, and its letter written here."""
    from fitdesk.workflows.demo import request_mail

    options.file, options.json, options.peer = str(request_mail(DEMO_REQUEST)), False, []
    options.letter, options.command = DEMO_LETTER, "triage"
    options.kind = options.tone = options.language = None
    return _answered(_introduced_triage, options)


def _introduced_triage(options: argparse.Namespace) -> None:
    say(
        _("There is no display here, so this is the main job in the terminal, on a request from the demo practice.\n\n")
    )
    _triage(options)


def _as_json(record: dict[str, object]) -> str:
    import json  # 3 ms that the window need not pay

    text = json.dumps(record, ensure_ascii=False, indent=2) + "\n"
    # Escaped rather than respelt where a sign is missing: scripts get exactly what was read.
    return text if has(text) else json.dumps(record, indent=2) + "\n"
