"""The command line in careless hands: odd terminals, closed pipes, wrong places; nothing of the user's is spoilt."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from build_store import an_offering
from fitdesk.app import main
from fitdesk.store import offerings
from fitdesk.store.store import Store
from fitdesk.workflows.demo import request_mail

DOOR = Path(__file__).parent.parent / "main.py"
MAIL = request_mail("refer-negotiation-training.eml")
posix = pytest.mark.skipif(os.name != "posix", reason="a POSIX shell's redirections")


def shell(command: str, folder: Path, **extra: str) -> subprocess.CompletedProcess[str]:
    """``command`` in bash, where $FITDESK and $MAIL stand for the program and a request."""
    words = {"FITDESK": f"{sys.executable} {DOOR}", "MAIL": str(MAIL)}
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        cwd=folder, env=os.environ | words | extra, capture_output=True, text=True, check=False, timeout=60,
        encoding="utf-8", errors="replace",
    )  # fmt: skip


@posix
@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_without_our_signs(encoding: str, tmp_path: Path) -> None:
    said = shell("$FITDESK --demo triage $MAIL", tmp_path, PYTHONIOENCODING=encoding)
    assert (said.returncode, said.stderr) == (0, "")
    assert "x Decline" in said.stdout
    assert "##" in said.stdout
    found = shell("$FITDESK --demo triage $MAIL --json", tmp_path, PYTHONIOENCODING=encoding)
    whole = shell("$FITDESK --demo triage $MAIL --json", tmp_path, PYTHONIOENCODING="utf-8")
    assert json.loads(found.stdout) == json.loads(whole.stdout)


@posix
def test_a_letter_is_written_though_nobody_reads_the_answer(tmp_path: Path) -> None:
    said = shell("$FITDESK --demo triage $MAIL --letter out.pdf | true", tmp_path)
    assert said.returncode == 0
    assert said.stderr.endswith("written to out.pdf.\n")
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")


@posix
@pytest.mark.parametrize(
    ("command", "code", "words"),
    [
        pytest.param("$FITDESK --demo triage $MAIL >/dev/full", 1, "could not be written", id="full disk"),
        pytest.param("$FITDESK --demo triage $MAIL >&-", 1, "output is closed", id="closed output"),
        pytest.param("$FITDESK read - <&-", 1, "input is closed", id="closed input"),
        pytest.param("$FITDESK read no-such-file 2>&-", 1, "", id="closed error output"),
        pytest.param("$FITDESK read /dev/zero", 1, "20 MB", id="a file without end"),
        pytest.param("yes | $FITDESK read -; exit ${PIPESTATUS[1]}", 1, "standard input: ", id="a pipe without end"),
    ],
)
def test_streams_that_fail_are_named(command: str, code: int, words: str, tmp_path: Path) -> None:
    said = shell(command, tmp_path)
    assert (said.returncode, said.stdout) == (code, "")
    assert words in said.stderr
    assert "Traceback" not in said.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["--demo", "triage", "MAIL", "--today", "20270301"], 2, "YYYY-MM-DD"),
        (["--demo", "triage", "MAIL", "--today", "2027-W09-1"], 2, "YYYY-MM-DD"),
        (["--demo", "triage", "MAIL", "--today", "0001-01-01"], 2, "from 1970 to 2199"),
        (["read", "MAIL", "--today", "9999-12-31"], 2, "from 1970 to 2199"),
        (["--database", "", "triage", "MAIL"], 2, "not a folder"),
        (["--demo", "triage", "MAIL", "--letter", "letters/"], 2, "not a folder"),
        (["--database", "x" * 5000, "triage", "MAIL"], 1, "cannot be opened"),
        (["--demo", "triage", "MAIL", "--letter", "out.pdf", *["--peer", "x"] * 4], 2, "one to three"),
        (["--demo", "triage", "MAIL", "--letter", "out.pdf", "--peer", "a"], 2, "Write the whole name"),
    ],
)
def test_odd_arguments_are_answered_with_what_to_do(
    arguments: list[str], code: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    try:
        got = main([str(MAIL) if argument == "MAIL" else argument for argument in arguments])
    except SystemExit as stop:
        got = int(stop.code or 0)
    assert got == code
    assert words in capfd.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_mail_without_text_is_refused(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    mail = tmp_path / "picture.eml"
    mail.write_bytes(b"Subject: x\nFrom: a@b.example\nContent-Type: image/png\n\nnot a picture\n")
    assert main(["--demo", "triage", str(mail)]) == 1
    out, err = capfd.readouterr()
    assert (out, "type in what it says" in err) == ("", True)


def test_a_newsletter_is_not_judged(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    mail = tmp_path / "news.eml"
    mail.write_bytes(b"Subject: Our news\nFrom: a@b.example\nList-Unsubscribe: <x>\n\nTen tips. Unsubscribe here.\n")
    assert main(["--demo", "triage", str(mail)]) == 0
    out, _err = capfd.readouterr()
    assert "does not look like a booking request" in out
    assert "Am I right" not in out


def test_a_letter_never_replaces_a_mail_or_the_database(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for name in ("request.eml", "fitdesk.sqlite3"):
        precious = tmp_path / name
        precious.write_bytes(MAIL.read_bytes())
        assert main(["--demo", "triage", str(MAIL), "--letter", str(precious)]) == 1
        assert precious.read_bytes() == MAIL.read_bytes()
        assert "not a PDF" in capfd.readouterr().err


def test_an_earlier_letter_is_replaced_whole(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    out.write_bytes(b"%PDF-1.4 an earlier letter")
    assert main(["--demo", "triage", str(MAIL), "--letter", str(out)]) == 0
    assert len(out.read_bytes()) > 10_000
    assert list(tmp_path.iterdir()) == [out]


def test_judging_as_on_a_later_day_empties_no_trash(tmp_path: Path) -> None:
    path, now = tmp_path / "fitdesk.sqlite3", datetime.now()
    store = Store.open(path, now=now)
    kept = offerings.save(store, an_offering())
    offerings.trash(store, kept.id or 0, now)
    store.close()
    later = (now + timedelta(days=400)).date().isoformat()
    assert main(["--database", str(path), "triage", str(MAIL), "--today", later]) == 0
    store = Store.open(path, now=now)
    assert offerings.every(store, trashed=True) == (kept,)
    store.close()


def test_warnings_about_the_place_are_shown(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "Dropbox" / "fitdesk.sqlite3"
    Store.open(path, now=datetime.now()).close()
    assert main(["--database", str(path), "triage", str(MAIL)]) == 0
    assert "synced folder" in capfd.readouterr().err
