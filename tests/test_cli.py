"""The command line: exit codes, messages, and JSON in the promised shape."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest

from fitdesk.app import main
from fitdesk.workflows.demo import request_mail, requests

TODAY = "2026-11-22"
REQUEST = "refer-negotiation-training.eml"


def run(*arguments: str | Path, capfd: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of one command."""
    try:
        code = main([str(argument) for argument in arguments])
    except SystemExit as stop:
        code = stop.code if isinstance(stop.code, int) else 2
    out, err = capfd.readouterr()
    return code, out, err


def triage_json(*arguments: str | Path, capfd: pytest.CaptureFixture[str]) -> dict[str, object]:
    code, out, err = run("--demo", "triage", *arguments, "--json", "--today", TODAY, capfd=capfd)
    assert code == 0, err
    record = json.loads(out)
    assert isinstance(record, dict)
    return record


def test_read_prints_the_draft_with_null_for_unknown(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _err = run("read", request_mail(REQUEST), "--json", "--today", TODAY, capfd=capfd)
    record = json.loads(out)
    assert code == 0
    assert record["kind"] == "inquiry"
    assert set(record) == {"kind", "language", "contact", "event", "budget", "reply_by", "others_considered"}


def test_a_request_outside_her_work_is_declined_with_a_better_address(capfd: pytest.CaptureFixture[str]) -> None:
    record = triage_json(request_mail(REQUEST), capfd=capfd)
    assert record["verdict"] == "decline"
    offerings = record["offerings"]
    assert isinstance(offerings, list)
    best = offerings[0]
    assert best["title"] == record["best_offering"]
    assert {"criterion": "goal", "state": "confirmed"} in best["vetoes"]
    lows = sum(line["low"] for line in best["contributions"])
    assert lows == pytest.approx(best["fit"]["low"], abs=0.1)
    peers = record["peers"]
    assert isinstance(peers, list)
    assert peers[0]["reasons"]
    assert peers[0]["score"] == max(peer["score"] for peer in peers)


def test_the_letter_is_written_and_names_the_best_peer(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    from pypdf import PdfReader

    out = tmp_path / "out.pdf"
    code, text, err = run("--demo", "triage", request_mail(REQUEST), "--letter", out, "--today", TODAY, capfd=capfd)
    assert code == 0, err
    pages = PdfReader(out).pages
    best = re.search(r"→ +\d+  ([^,]+),", text)
    assert len(pages) == 1
    assert best is not None
    assert best[1] in pages[0].extract_text()
    assert str(out) in err


def test_a_named_peer_is_the_one_in_the_letter(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    from pypdf import PdfReader

    record = triage_json(request_mail(REQUEST), capfd=capfd)
    peers = record["peers"]
    assert isinstance(peers, list)
    second = peers[1]["name"]
    out = tmp_path / "out.pdf"
    code, _out, err = run(
        "--demo", "triage", request_mail(REQUEST), "--letter", out, "--peer", second, "--today", TODAY, capfd=capfd
    )
    if code == 0:
        assert second in PdfReader(out).pages[0].extract_text()
    else:  # an honest letter needs a reason the record supports
        assert "reason" in err
        assert not out.exists()


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (("--kind", "wrong_for_you"), "negotiation"),
        (("--kind", "not_for_me", "--tone", "formal", "--language", "en_US"), "Dear Priya Ashdown:"),
        (("--kind", "questions", "--language", "de_DE"), "Guten Tag Priya Ashdown,"),
    ],
)
def test_a_letter_of_another_kind_tone_and_language_is_written(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], options: tuple[str, ...], word: str
) -> None:
    from pypdf import PdfReader

    out, mail = tmp_path / "letter.pdf", request_mail(REQUEST)
    code, _text, err = run(
        "--demo", "triage", mail, "--letter", out, "--tone", "formal", *options, "--today", TODAY, capfd=capfd
    )
    assert (code, "Letter written to" in err) == (0, True), err
    assert word in " ".join(PdfReader(out).pages[0].extract_text().split())


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["triage"], 2, "FILE"),
        (["read", "no-such-file.eml"], 1, "Check the name"),
        (["read", "."], 1, "folder"),
        (["read", "x", "--today", "tomorrow"], 2, "YYYY-MM-DD"),
        (["--demo", "--database", "x", "read", "y"], 2, "not allowed"),
        (["--database", "no-such.sqlite3", "triage", "REQUEST"], 1, "no FitDesk database"),
        (["--demo", "triage", "REQUEST", "--peer", "Nobody"], 2, "--letter"),
        (["--demo", "triage", "REQUEST", "--kind", "not_now"], 2, "--letter"),
        (
            ["--demo", "triage", "REQUEST", "--letter", "out.pdf", "--kind", "not_now", "--peer", "Teague"],
            2,
            "Only a referral",
        ),
        (["--demo", "triage", "REQUEST", "--letter", "out.pdf", "--peer", "Nobody Atall"], 2, "Nobody Atall"),
        (["--demo", "triage", "REQUEST", "--letter", "no-such-folder/out.pdf"], 1, "another place"),
    ],
)
def test_bad_use_is_answered_with_what_to_do(
    arguments: list[str], code: int, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    real = [str(request_mail(REQUEST)) if argument == "REQUEST" else argument for argument in arguments]
    got, _out, err = run(*real, capfd=capfd)
    assert got == code, err
    assert words in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (bytes(range(256)) * 40, "not"),
        (b"x" * (20 * 1024 * 1024 + 1), "20 MB"),
    ],
)
def test_a_file_that_cannot_be_read_gives_exit_1(
    data: bytes, words: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.eml"
    bad.write_bytes(data)
    code, _out, err = run("--demo", "triage", bad, capfd=capfd)
    assert code == 1
    assert words in err


@pytest.mark.parametrize("mail", requests(), ids=lambda path: path.stem)
@pytest.mark.parametrize("today", ["2026-11-22", "2028-02-29", "2027-06-30"])
def test_every_demo_request_says_what_its_name_says(mail: Path, today: str, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = run("--demo", "triage", mail, "--json", "--today", today, capfd=capfd)
    assert code == 0, err
    wanted = {
        "accept": {"accept"},
        "ask": {"ask"},
        "refer": {"decline"},
        "wrong": {"decline"},
        "date": {"decline", "ask"},
    }[mail.name.split("-")[0]]
    assert json.loads(out)["verdict"] in wanted


def without_display(**extra: str) -> dict[str, str]:
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return {name: value for name, value in os.environ.items() if name not in hidden} | extra


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux runs without a display")
def test_the_demo_without_a_display_does_the_job_in_the_terminal(tmp_path: Path) -> None:
    door = Path(__file__).parent.parent / "main.py"
    result = subprocess.run(
        [sys.executable, str(door), "--demo"],
        cwd=tmp_path, env=without_display(), capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert "Decline" in result.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["fitdesk-demo-letter.pdf"]
    assert "fitdesk-demo-letter.pdf" in result.stderr


def test_the_command_line_never_loads_qt(tmp_path: Path) -> None:
    code = (
        "import sys; from fitdesk.app import main; "
        f"main(['--demo', 'triage', {str(request_mail(REQUEST))!r}, '--letter', 'x.pdf']); "
        "sys.exit('PySide6' in sys.modules)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60
    )
    assert result.returncode == 0, result.stderr


def test_json_tells_what_stands_in_the_way_and_what_would_turn_it(capfd: pytest.CaptureFixture[str]) -> None:
    record = triage_json(request_mail("date-taken-management-meeting.eml"), capfd=capfd)
    (day,) = cast("list[dict[str, object]]", record["days"])
    assert day["state"] == "busy"
    assert "Residential week" in str(day["because"])
    assert cast("list[dict[str, object]]", day["stands"])[0]["kind"] == "booked"
    assert day["instead"]
    assert cast("dict[str, str]", record["availability"]) == {day["day"]: "busy"}
    best = cast("list[dict[str, object]]", record["offerings"])[0]
    assert best["which_no"] == "not_free"
    turns = cast("list[dict[str, object]]", best["counterfactuals"])
    assert turns[0]["criterion"] == "date"
    assert turns[0]["verdict"] == "accept"


def test_json_and_text_tell_what_became_of_requests_like_it(capfd: pytest.CaptureFixture[str]) -> None:
    mail = request_mail("accept-one-house-keynote.eml")
    found = cast("list[dict[str, object]]", triage_json(mail, capfd=capfd)["precedents"])
    assert 1 <= len(found) <= 3
    assert {one["decision"] for one in found} <= {"accepted", "not_now", "declined", "referred", "withdrawn"}
    code, text, _err = run("--demo", "triage", mail, "--today", TODAY, capfd=capfd)
    assert code == 0
    assert "What became of requests like it" in text
    assert all(str(one["sentence"]) in text for one in found)


def test_who_was_promised_the_day_is_to_be_asked_first(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    mail = tmp_path / "same-day.txt"
    mail.write_text(
        "Dear Imogen,\nwould you give a 60 minute keynote on trust after a merger for 150 managers"
        " in Brussels on 2 February 2027? Our budget is 7,800 euros plus travel.\nBest wishes\nAnna Berg"
    )
    record = triage_json(mail, capfd=capfd)
    (first,) = cast("list[dict[str, object]]", record["first_clients"])
    assert first["day"] == "2027-02-02"
    assert first["held_until"] == "2026-11-24"
    code, text, _err = run("--demo", "triage", mail, "--today", TODAY, capfd=capfd)
    assert code == 0
    assert f"Ask {first['who']} first" in text


def test_what_is_not_stated_stands_together_and_codes_are_not_shown(capfd: pytest.CaptureFixture[str]) -> None:
    code, text, err = run("--demo", "triage", request_mail("ask-no-budget-offsite.eml"), "--today", TODAY, capfd=capfd)
    assert code == 0, err
    head = text.partition("\n\n")[0]
    (missing,) = [line for line in head.splitlines() if "Not stated" in line]
    assert "reply by" in missing, "“reopened by Wednesday” asks for no answer"
    assert "budget" in head
    assert "budget min" not in head
    assert not re.search(r"in_person|\d{4}-\d\d-\d\d", head)
    assert "Language          ████████████████████ English: fluent" in text
    assert "whoever you owe" in text
