"""The worker process: same answers as in this process, from any folder, within its limits."""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from fitdesk.intake import worker
from fitdesk.intake.errors import ReadError
from fitdesk.intake.readers import read
from fitdesk.intake.worker import read_safely, read_text

OWN = sorted((Path(__file__).parent.parent / "samples" / "mail").glob("*.eml"))


@pytest.mark.parametrize("mail", OWN[::12], ids=lambda mail: mail.stem)
def test_the_worker_answers_what_this_process_would(mail: Path) -> None:
    data = mail.read_bytes()
    assert read_safely(data, mail.name) == read(data, mail.name)


def test_pasted_text_counts_days_from_when_it_was_pasted() -> None:
    draft = read_text("Could you give a keynote for us in Leeds on 4 May? Ann", datetime(2026, 11, 22, 9, tzinfo=UTC))
    assert [day.isoformat() for day in draft.inquiry.event.dates] == ["2027-05-04"]
    assert draft.inquiry.channel.value == "pasted"


def test_the_worker_starts_from_another_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('a stranger lies in wait in the working folder')")
    (tmp_path / "fitdesk.py").write_text("raise SystemExit('and another')")
    monkeypatch.chdir(tmp_path)
    assert read_text("Hello, are you free for a keynote on 4 May 2027?", None).inquiry.event.dates


def test_errors_come_back_as_sentences() -> None:
    with pytest.raises(ReadError, match="empty"):
        read_safely(b"", "a.eml")
    with pytest.raises(ReadError, match="20 MB"):
        read_safely(b"x" * 21_000_000, "a.eml")


def test_odd_names_do_not_matter() -> None:
    assert read_safely(b"keynote on 4 May 2027?", "\udcff\n\"'$(id).eml").inquiry.text


def in_worker(code: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Make the worker run ``code`` instead of reading, under the limits that it sets itself."""
    script = tmp_path / "interpreter"
    script.write_text(
        f"#!/bin/sh\nexec {sys.executable} -c 'from fitdesk.intake import worker; worker._limit()\n{code}'\n"
    )
    script.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(script))


@pytest.mark.skipif(os.name != "posix", reason="the system bounds neither time nor memory")
@pytest.mark.parametrize(
    "code", ["while True: pass", "[bytearray(1 << 24) for _ in range(1000)]", "import os; os.abort()"]
)
def test_what_runs_wild_is_ended_and_said(code: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    in_worker(code, monkeypatch, tmp_path)
    monkeypatch.setattr(worker, "LONGEST_WAIT", 60.0)
    with pytest.raises(ReadError, match="too large or too tangled"):
        read_safely(b"keynote", "a.txt")


@pytest.mark.skipif(os.name != "posix", reason="needs a script as interpreter")
def test_what_only_waits_is_ended_by_the_clock(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    in_worker("import time; time.sleep(60)", monkeypatch, tmp_path)
    monkeypatch.setattr(worker, "LONGEST_WAIT", 0.5)
    began = time.monotonic()
    with pytest.raises(ReadError, match="too large or too tangled"):
        read_safely(b"keynote", "a.txt")
    assert time.monotonic() - began < 20


def test_a_worker_that_cannot_start_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(ReadError, match="could not start"):
        read_safely(b"keynote", "a.txt")
