"""What is heard: every file of sounds is complete, compiles, names its faults, and is quick on hostile text."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from fitdesk.letters.checks.heard import CRITERIA, PATTERNS, Heard, as_heard, heard_in
from fitdesk.letters.checks.heard_patterns import HeardError, filled
from fitdesk.paths import resources

FOLDER = resources() / "letters" / "heard"
WRITTEN = sorted(path.stem for path in FOLDER.glob("*.toml"))
ENGLISH = (FOLDER / "en.toml").read_text(encoding="utf-8")


def patterns_of(heard: Heard) -> Iterator[tuple[str, str]]:
    yield from ((key, pattern.pattern) for key, pattern in heard.patterns.items())
    yield from ((f"reasons.{key}", pattern.pattern) for key, pattern in heard.reasons)


@pytest.mark.parametrize("language", WRITTEN)
def test_every_file_is_complete(language: str) -> None:
    heard = heard_in(language)
    assert set(heard.patterns) == set(PATTERNS)
    assert {key for key, _pattern in heard.reasons} == set(CRITERIA)
    assert set(heard.months.values()) == set(range(1, 13))
    assert set(heard.weekdays.values()) == set(range(7))


@pytest.mark.parametrize("language", WRITTEN)
def test_hostile_text_is_heard_in_good_time(language: str) -> None:
    heard = heard_in(language)
    every = [*heard.patterns.values(), *(pattern for _key, pattern in heard.reasons), *heard.days, *heard.lone_months]
    words = [word for pattern in every for word in pattern.pattern.split() if word.isalpha()]
    texts = [
        "a" * 20_000,
        "1" * 20_000,
        "12, " * 5_000,
        " '" * 10_000,
        f"{' '.join(words)} " * 20,
        "ich je I yo ik " * 1500,
    ]
    for pattern in every:
        begun = time.perf_counter()
        for text in texts:
            assert sum(1 for _found in pattern.finditer(text)) >= 0
        assert time.perf_counter() - begun < 3.0, pattern.pattern


def broken(tmp_path: Path, old: str, new: str) -> Path:
    assert old in ENGLISH
    (tmp_path / "en.toml").write_text(ENGLISH.replace(old, new, 1), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("thanks = [", "thank = [", "“thanks” is missing"),
        ("polite = []", "polite = []\nrude = []", "“rude” is no key"),
        ("familiar = []", "familiar = 3", "“familiar” should be a list"),
        ("familiar = []", "familiar = ['']", "none of them empty"),
        ("familiar = []", "familiar = ['(']", "is no regular expression"),
        ("familiar = []", "familiar = ['a?']", "heard in silence"),
        ("familiar = []", "familiar = ['{who} x']", "{who} is not known here"),
        ("familiar = []", "familiar = ['a.*b']", "write .{0,60} instead of .*"),
        ("familiar = []", "familiar = ['a[^x]+b']", "write [^x]{0,60} instead"),
        ("familiar = []", "familiar = ['(a|b)+c']", "repeated more than 6 times"),
        ("familiar = []", r"familiar = ['(?:\w+ ){0,40}c']", "repeated more than 6 times"),
        ("hedged = [", "hedged = ['nothing', ", "must hold {sentence} once"),
        ("style = [", "fashion = [", "“style” is missing"),
        ("euros = ", "cents = 3\neuros = ", "“money.cents” should be a text"),
        ("ordinal = ", "cardinal = ", "“ordinal” is missing"),
        ("[money]", "[money", "cannot be read"),
    ],
)
def test_a_fault_is_named(tmp_path: Path, old: str, new: str, said: str) -> None:
    with pytest.raises(HeardError) as error:
        heard_in("en", broken(tmp_path, old, new))
    assert said in str(error.value)
    assert "en.toml" in str(error.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(HeardError, match=r"xx\.toml cannot be read"):
        heard_in("xx", tmp_path)


def test_what_is_bounded_may_stay() -> None:
    for pattern in (r"\bregret\w*", "a.{0,60}b", "[^.]{1,80}x", r"(?:\w+ ){0,3}y", r"\d+%", "(?:ab)?c", "[a-z]+x"):
        assert filled("key", pattern, {}) == pattern


def test_text_is_made_plain_to_be_heard() -> None:
    assert as_heard(" I\u00a0don’t \n know ") == "I don't know"


def test_a_refusal_with_a_condition_is_none() -> None:
    heard = heard_in("en")
    assert heard.refuses("I must decline.")
    assert not heard.refuses("If I cannot come, I will tell you.")
    assert heard.refuses("If you ask me: I must decline.")
