"""The demo files are read strictly: a slip of the pen is an error that names its place."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from fitdesk.workflows.demo import folder
from fitdesk.workflows.demo_files import DemoError, read_practice

TODAY = date(2026, 11, 22)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the demo folder that may be spoilt."""
    return Path(shutil.copytree(folder(), tmp_path / "demo"))


@pytest.mark.parametrize(
    ("file", "right", "wrong", "words"),
    [
        ("owner.toml", "tax_id", "tax_number", ["owner.toml", "Owner has no field called “tax_number”"]),
        ("owner.toml", 'layout = "din_b"', 'layout = "din_c"', ["owner.toml", "din_c"]),
        ("owner.toml", 'home = "Karlsruhe"', 'home = "Carlsruhe"', ["does not know the town “Carlsruhe”"]),
        ("owner.toml", 'accent = "', 'akzent = "', ["letterhead", "Letterhead has no field called “akzent”"]),
        ("offerings.toml", "confidence = 95", "confidence = true", ["Keynote: Trust after the change", "confidence"]),
        ("offerings.toml", "depth = 3", 'deep = "3"', ["topics", "Topic has no field called “deep”"]),
        ("offerings.toml", "[[offering]]", "[[offer]]", ["no such table as [[offer]]"]),
        ("peers.toml", 'key = "teague"', 'key = "whitcombe"', ["needs a key of its own", "whitcombe"]),
        ("peers.toml", 'given = "today-96"', 'given = "today 96"', ["teague", "consent.given"]),
        ("inquiries.toml", "start_time = 09:30:00", 'start = "9.30"', ["norrvik", "Event has no field called “start”"]),
        ("inquiries.toml", 'received = "today-1 08:52"\n', "", ["norrvik", "received"]),
        ("inquiries.toml", "{thu+19 weekday}", "{thu+19 week day}", ["norrvik", "misspelt"]),
        ("inquiries.toml", 'status = "asked"', 'status = "questioned"', ["harbour-board", "questioned"]),
        ("calendar.toml", 'inquiry = "alpvers"', 'inquiry = "alpenvers"', ["no inquiry has the key “alpenvers”"]),
        ("calendar.toml", 'kind = "held"', 'kind = "pencilled"', ["calendar.toml", "pencilled"]),
        ("ledger.toml", 'peer = "rourke"', 'peer = "roarke"', ["no peer has the key “roarke”"]),
        ("ledger.toml", 'peers = ["teague", "bellandi"]', 'peers = ["tig"]', ["bracken"]),
        ("ledger.toml", "[[draft]]", "[draft", ["ledger.toml"]),
        ("history.toml", 'key = "isar-grid"', 'key = "norrvik"', ["history.toml", "needs a key of its own", "norrvik"]),
        ("history.toml", "again = true", "once = true", ["mosel-clinics", "PostMortem has no field called “once”"]),
        ("rules.toml", "Trust at a distance", "Trust afar", ["rules.toml", "no offering is called", "Trust afar"]),
        ("rules.toml", "reason =", "why =", ["rules.toml", "RuleChange has no field called “why”"]),
        ("family.ics", "{mon-8}", "{mon 8}", ["family.ics", "misspelt"]),
    ],
)
def test_a_slip_is_named_with_its_place(copied: Path, file: str, right: str, wrong: str, words: list[str]) -> None:
    path = copied / file
    text = path.read_text("utf-8")
    assert right in text
    path.write_text(text.replace(right, wrong, 1), "utf-8")
    with pytest.raises(DemoError) as raised:
        read_practice(copied, TODAY)
    for word in words:
        assert word in str(raised.value)


def test_the_same_day_gives_the_same_practice() -> None:
    assert read_practice(folder(), TODAY) == read_practice(folder(), TODAY)


def test_pictures_of_the_letterhead_are_small_png_files() -> None:
    letterhead = read_practice(folder(), TODAY).owner.letterhead
    for picture in (letterhead.logo, letterhead.signature):
        assert picture is not None
        assert picture.startswith(b"\x89PNG")
        assert len(picture) < 20_000
