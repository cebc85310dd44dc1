"""The command line without a window: read a request, triage it, write the letter; for scripts, servers and checks."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from fitdesk import __version__
from fitdesk.i18n import _

if TYPE_CHECKING:
    from fitdesk.intake.draft import Draft
    from fitdesk.store.store import Store
    from fitdesk.workflows.triage import Triage

OK, FAILED, BAD_USE = 0, 1, 2
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
    place.add_argument("--database", type=Path, metavar="PATH", help=_("use this database file"))
    top.add_argument(
        "--appearance", choices=("system", "light", "dark"), help=_("colours of the window (default: your setting)")
    )
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    read = commands.add_parser("read", parents=[day], help=_("show what a request says"))
    triage = commands.add_parser("triage", parents=[day], help=_("answer the three questions for a request"))
    for command in (read, triage):
        command.add_argument("file", metavar="FILE", help=_("an .eml or text file, or - for standard input"))
        command.add_argument("--json", action="store_true", help=_("print JSON; null means unknown"))
    triage.add_argument("--letter", type=Path, metavar="OUT.pdf", help=_("write a referral letter to this file"))
    triage.add_argument(
        "--peer", action="append", default=[], metavar="NAME", help=_("refer to this peer (up to three times)")
    )
    return top


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(_("write the day as YYYY-MM-DD, such as 2027-03-01")) from error


def run(options: argparse.Namespace) -> int:
    """Carry out ``options.command``; returns the exit code, with every error said on stderr."""
    try:
        if options.command == "read":
            return _read(options)
        return _triage(options)
    except RefusedError as refused:
        print(f"fitdesk: {refused}", file=sys.stderr)
        return refused.code
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has seen enough
        return OK


def today_of(options: argparse.Namespace) -> date:
    """The day to judge by: ``--today``, else the clock."""
    given: date | None = getattr(options, "today", None)
    return given or date.today()


def read_request(name: str, today: date) -> tuple[Draft, bytes]:
    """The draft and the bytes of the file ``name`` ("-": standard input). Raises RefusedError if it cannot be read."""
    from fitdesk.intake.errors import ReadError
    from fitdesk.intake.worker import read_safely

    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except FileNotFoundError:
        raise RefusedError(
            _("There is no file {name}. Check the name and try again.").replace("{name}", name)
        ) from None
    except IsADirectoryError:
        raise RefusedError(_("{name} is a folder. Name one file in it.").replace("{name}", name)) from None
    except OSError as error:
        raise RefusedError(
            _("{name} cannot be opened ({why}). Check its permissions.")
            .replace("{name}", name)
            .replace("{why}", error.strerror or str(error))
        ) from error
    file_name = "pasted.txt" if name == "-" else Path(name).name
    try:
        return read_safely(data, file_name, received=datetime.combine(today, time(9))), data
    except ReadError as error:
        raise RefusedError(f"{name}: {error}") from error


@contextmanager
def opened_store(options: argparse.Namespace, today: date) -> Iterator[Store]:
    """The database that the options name, or a fresh demo practice. Raises RefusedError when it cannot be opened."""
    from fitdesk.paths import default_database
    from fitdesk.store.errors import StoreError
    from fitdesk.store.store import Store
    from fitdesk.workflows import demo

    path: Path | None = None if options.demo else (options.database or default_database())
    if path is not None and not path.exists():
        raise RefusedError(
            _("There is no FitDesk database at {path} yet. Open FitDesk once to make it, or try --demo.").replace(
                "{path}", str(path)
            )
        )
    try:
        store = Store.open(path, now=datetime.combine(today, time(9)))
    except StoreError as error:
        raise RefusedError(str(error)) from error
    try:
        if options.demo:
            demo.fill(store, today)
        yield store
    except StoreError as error:
        raise RefusedError(str(error)) from error
    finally:
        store.close()


def _read(options: argparse.Namespace) -> int:
    from fitdesk.intake.schema import draft_json
    from fitdesk.workflows.report import draft_text

    draft, _data = read_request(options.file, today_of(options))
    sys.stdout.write(_as_json(draft_json(draft)) if options.json else draft_text(draft))
    return OK


def _triage(options: argparse.Namespace) -> int:
    from fitdesk.intake.draft import DraftKind
    from fitdesk.workflows.practice import load_practice
    from fitdesk.workflows.receive import inquiry_from
    from fitdesk.workflows.report import triage_json, triage_text
    from fitdesk.workflows.triage import triage

    if options.peer and not options.letter:
        raise RefusedError(
            _("--peer names whom the letter recommends. Say where to write it with --letter OUT.pdf."), BAD_USE
        )
    today = today_of(options)
    draft, _data = read_request(options.file, today)
    with opened_store(options, today) as store:
        practice = load_practice(store)
        inquiry = inquiry_from(draft, channel=None, now=datetime.combine(today, time(9)))
        answer = triage(inquiry, practice, today)
        sys.stdout.write(_as_json(triage_json(answer, draft)) if options.json else triage_text(answer, draft))
        sys.stdout.flush()
        if options.letter:
            if draft.kind is not DraftKind.INQUIRY:
                raise RefusedError(
                    _("This is not a booking request, so there is nobody to write to. No letter was written.")
                )
            names = write_letter(answer, practice.owner.locale, options.letter, options.peer, today, store)
            said = _("Letter naming {names} written to {path}.")
            print(said.replace("{names}", names).replace("{path}", str(options.letter)), file=sys.stderr)
    return OK


def write_letter(answer: Triage, locale: str, path: Path, names: Sequence[str], today: date, store: Store) -> str:
    """Write the referral letter to ``path`` and return the names in it; raises RefusedError, and then writes nothing.

    Nothing is recorded in the database: the file is a draft until the owner sends it from the window.
    """
    from fitdesk.store import owner as owners
    from fitdesk.workflows.refer import ReferralError, choose_peers, letter_for, pdf_for_sending

    try:
        chosen = choose_peers(answer, names)
        letter = letter_for(answer, owners.get(store), chosen, locale=locale, today=today)
        pdf = pdf_for_sending(letter)
    except ReferralError as error:
        raise RefusedError(str(error), BAD_USE if error.is_bad_use else FAILED) from error
    try:
        path.write_bytes(pdf)
    except OSError as error:
        raise RefusedError(
            _("The letter cannot be written to {path} ({why}). Choose another place.")
            .replace("{path}", str(path))
            .replace("{why}", error.strerror or str(error))
        ) from error
    return ", ".join(ranked.peer.name for ranked in chosen)


def run_demo_in_terminal(options: argparse.Namespace) -> int:
    """The main job without a display: the demo request is read and judged, and its letter written here."""
    from fitdesk.workflows.demo import request_mail

    print(
        _("There is no display here, so this is the main job in the terminal, on a request from the demo practice.\n")
    )
    options.file, options.json, options.peer = str(request_mail(DEMO_REQUEST)), False, []
    options.letter, options.command = DEMO_LETTER, "triage"
    return run(options)


def _as_json(record: dict[str, object]) -> str:
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"
