"""What a client wants, only where it is said: audience, outcome, language on stage, other speakers."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from fitdesk.domain.event import Booking, Format, Mode
from fitdesk.domain.inquiry import Inquiry
from fitdesk.intake.readers import read
from fitdesk.intake.words import LANGUAGES, words_of


def asked(sentence: str, opening: str = "would you speak to us on 4 May 2027?") -> Inquiry:
    text = f"Dear Nora,\n\n{opening} {sentence}\n\nKind regards\nAnn Lee\n"
    return read(text.encode(), "pasted.txt", received=datetime(2027, 1, 4, tzinfo=UTC)).inquiry


@pytest.mark.parametrize(
    ("sentence", "bounds"),
    [
        ("About 300 sales reps will be in the room (the company has 2,400 people).", (300, 300)),
        ("We expect up to 80 guests.", (None, 80)),
        ("There will be 250+ participants.", (250, None)),
        ("It is for a dozen partners.", (12, 12)),
        ("Between 90 and 110 members will attend.", (90, 110)),
        ("We have 80 people in the room and about 200 online.", (280, 280)),
        ("Last year 180 people came.", (None, None)),
        ("Our firm has 140 lawyers in 3 offices.", (None, None)),
        ("The talk lasts 45 minutes and people may ask questions.", (None, None)),
    ],
)
def test_audience(sentence: str, bounds: tuple[int | None, int | None]) -> None:
    event = asked(sentence).event
    assert (event.audience_min, event.audience_max) == bounds


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("We would like a keynote.", Format.KEYNOTE),
        ("We loved your workshop in Hull and would now like a panel.", Format.PANEL),
        ("We need a moderator.", Format.MODERATION),
        ("We would like an after-dinner speech.", Format.OTHER),
        ("There will be pie.", None),
    ],
)
def test_format(sentence: str, wanted: Format | None) -> None:
    assert asked(sentence).event.format is wanted


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("It is on Zoom.", Mode.VIRTUAL),
        ("It is a hybrid event.", Mode.HYBRID),
        ("We meet at the Hotel Brunel in Leeds.", Mode.IN_PERSON),
        ("It can be virtual or in person.", None),
        ("Our topic is leading remote teams.", None),
    ],
)
def test_mode(sentence: str, mode: Mode | None) -> None:
    assert asked(sentence).event.mode is mode


def test_slot() -> None:
    event = asked("You would be on at 9.15pm for 20 minutes plus 10 for questions; doors open at 7 pm.").event
    assert (event.start_time, event.duration_minutes) == (time(21, 15), 30)


@pytest.mark.parametrize(
    ("sentence", "others"),
    [
        ("We are also talking to two other speakers.", True),
        ("Nobody else has been asked.", False),
        ("Two other speakers will join you on stage.", None),
    ],
)
def test_others(sentence: str, others: bool | None) -> None:
    assert asked(sentence).others_considered is others


def test_goal_language_series_and_must_haves_only_when_said() -> None:
    said = asked(
        "We want our managers to leave able to say no kindly. The keynote will be in German. "
        "This would be a series of sessions.\n\nMust-haves:\n- no slides\n- a German speaker\n"
    )
    assert said.goal == "We want our managers to leave able to say no kindly."
    assert said.event.language == "de"
    assert said.event.booking is Booking.SERIES
    assert said.must_haves == ("no slides", "a German speaker")
    silent = asked("There will be pie.")
    assert (silent.goal, silent.event.language, silent.event.booking, silent.must_haves) == (None, None, None, None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_word_lists_are_sound(language: str) -> None:
    words = words_of(language)
    assert words.language == language
    assert len(words.months) >= 12
    assert set(words.weekdays.values()) == set(range(7))
    lists = [
        (section, key)
        for section, table in words._data.items()
        for key, entries in table.items()
        if isinstance(entries, list) and entries and isinstance(entries[0], str)
    ]
    assert len(lists) > 60
    for section, key in lists:
        assert words.pattern(section, key).pattern
