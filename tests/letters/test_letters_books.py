"""Phrase books: every book that is delivered is whole, and every kind of mistake is found in its line."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from fitdesk.domain.letter import PhraseChange, Tone
from fitdesk.letters.phrases.book import PhraseBook, PhraseError, load_book, with_changes
from fitdesk.letters.phrases.lines import find_lines
from fitdesk.letters.phrases.problems import book_problems
from fitdesk.letters.phrases.rules import template_problem
from fitdesk.paths import resources

FOLDER = resources() / "letters"
BOOKS = sorted(path.stem for path in FOLDER.glob("*.toml"))
ENGLISH = (FOLDER / "en.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", BOOKS)
def test_a_delivered_book_is_whole(language: str) -> None:
    problems = book_problems(FOLDER / f"{language}.toml", language)
    assert not problems, "\n".join(f"{language}.toml, line {one.line}: {one.sentence}" for one in problems)


def planted(*changes: tuple[str, str]) -> list[tuple[int, str]]:
    """What is found only because of ``changes``, (old, new) in the English book; every old one must be there."""
    text = ENGLISH
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    before = {one.sentence for one in book_problems(ENGLISH, "en")}
    return [(one.line, one.sentence) for one in book_problems(text, "en") if one.sentence not in before]


def line_of(words: str, text: str = ENGLISH) -> int:
    return text[: text.index(words)].count("\n") + 1


THANKS = '"Thank you for asking me to {to_do}[ {where}][ {when}].",'
GOAL = '"What you hope for, in your own words: {goal_quote}",'
FIRST_TONE = "[thanks]\nboth = ["


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (THANKS, '"",', "empty"),
        (THANKS, '" Thank you.",', "space"),
        (THANKS, '"Thank you!",', "exclamation"),
        (THANKS, '"Thank you[ {where}.",', "“[” has no partner"),
        (THANKS, '"Thank you {where.",', "“{” has no partner"),
        (THANKS, '"Thank you {where}].",', "“]” has no partner"),
        (THANKS, '"Thank [[you {where}]].",', "“[” has no partner"),
        (THANKS, '"Thank you[ very much].",', "no field"),
        (THANKS, '"Thank {two words}.",', "one word"),
        (THANKS, '"Thank <you>.",', "polite and the familiar"),
        (THANKS, '"Thank <you|thee>.",', "one form of address"),
        (THANKS, '"Thank you, {bank}.",', "field “bank”"),
        (GOAL, '"What you hope for.",', "{goal_quote} is missing"),
        (GOAL, '"What you hope for[: {goal_quote}].",', "{goal_quote} is missing"),
        ('in_city = "in {city}"', 'in_city = "there"', "{city} is missing"),
        ('in_city = "in {city}"', 'in_city = "in {city}{town}"', "does not know the field “town”"),
        ('in_city = "in {city}"', 'in_city = "in {city}"\nin_town = "x"', "no term “in_town”"),
        ('do = "give a keynote"', 'do = ""', "“do” of the format “keynote”"),
        ('do_at = "speak at {event}"', 'do_at = "speak"', "must name the {event}"),
        ('formal = ["Yours sincerely,"]', 'formal = ["Yours, {name}"]', "only the field {salutation}"),
        (FIRST_TONE, "[thanks]\nloud = [", "no tone"),
        (FIRST_TONE, "[thanks]\nboth = 3\nwarm_x = [", "must be a list"),
        (FIRST_TONE, "[thank_you]\nboth = [", "no building block “thank_you”"),
    ],
)
def test_a_mistake_is_found_in_its_line(old: str, new: str, said: str) -> None:
    found = [line for line, sentence in planted((old, new)) if said in sentence]
    marked = next(n for n, line in enumerate(new.split("\n")) if line not in old.split("\n"))
    assert line_of(old) + marked in found


def test_what_is_missing_is_named() -> None:
    thanks = ENGLISH[ENGLISH.index("[thanks]") : ENGLISH.index("[goal.woven]")]
    close = ENGLISH[ENGLISH.index("[close.en_US]") : ENGLISH.index("[spelling.en_US]")]
    found = planted((thanks, ""), (close, ""), ('in_city = "in {city}"\n', ""), ('many = "keynotes"\n', ""))
    said = " ".join(sentence for _line, sentence in found)
    for words in ("[thanks] is missing", "[close.en_US]", "term “in_city”", "“many” of the format “keynote”"):
        assert words in said


def test_a_close_that_a_salutation_asks_for_is_missed() -> None:
    (found,) = planted(('unknown = ["Yours faithfully,"]\n', ""))
    assert found == (
        line_of("[close.en_GB]"),
        "“unknown” is missing in [close.en_GB]: the close that goes with this salutation.",
    )


def test_too_few_and_a_phrase_that_stands_twice() -> None:
    start = ENGLISH.index("[goal.none]")
    block = ENGLISH[start : ENGLISH.index("\n# ", start)]
    few = '[goal.none]\nboth = [\n    "I have read it.",\n    "I have read it.",\n]\n\n'
    found = planted((block, few))
    at = line_of("[goal.none]")
    assert any(line == at + 3 and f"already in line {at + 2}" in said for line, said in found)
    assert sum("has 2 phrases" in said and "goal.none" in said for _line, said in found) == 2


def test_broken_notation_is_one_problem_with_its_line(tmp_path: Path) -> None:
    broken = ENGLISH.replace(THANKS, '"Thank you for asking me,', 1)
    (found,) = book_problems(broken, "en")
    assert found.line == line_of('"Thank you for asking me,', broken)
    (tmp_path / "en.toml").write_text(broken, encoding="utf-8")
    with pytest.raises(PhraseError, match=rf"en\.toml, line {found.line}: .*quotation mark"):
        load_book("en", tmp_path)


def test_a_book_with_a_wrong_table_names_the_line(tmp_path: Path) -> None:
    (tmp_path / "en.toml").write_text("# words\n[thanks]\nwarm = [\n  3]\n", encoding="utf-8")
    with pytest.raises(PhraseError, match=r"en\.toml, line 3: “warm” in “thanks”"):
        load_book("en", tmp_path)
    with pytest.raises(PhraseError, match=r"fr\.toml cannot be read"):
        load_book("fr", tmp_path)


def test_lines_are_found_behind_comments_strings_and_inner_tables() -> None:
    text = (
        '# [not.a.table]\n[a.b] # "x"\nboth = ["# no comment", # one\n  \'[c]\', """two\nlines = 3""",\n  "last"]\n'
        '[a."c d"]\n"odd key" = "x"\nin.ner = ["y"]\n'
    )
    lines = find_lines(text)
    assert lines.tables == {"a.b": 2, "a.c d": 7}
    assert lines.items["a.b", "both"] == [3, 4, 4, 6]
    assert (lines.line_of("a.c d", "odd key"), lines.line_of("a.c d.in", "ner", 0)) == (8, 9)
    assert lines.line_of("nowhere") == 1


def test_the_owners_words_replace_those_of_their_block_and_tone() -> None:
    book = load_book("en")
    own = PhraseChange("en", "goal.none", "warm", ("I have read every line of it.",))
    changed = with_changes(book, [own])
    assert changed.variants("goal.none", Tone.WARM) == (*book.blocks["goal.none", "both"], *own.variants)
    assert changed.variants("goal.none", Tone.FORMAL) == book.variants("goal.none", Tone.FORMAL)
    assert book.variants("goal.none", Tone.WARM) != changed.variants("goal.none", Tone.WARM)


def test_owners_words_that_cannot_be_used_leave_the_delivered_ones() -> None:
    book = load_book("en")
    for change in (
        PhraseChange("en", "goal.none", "warm", ("{bank}", "")),
        PhraseChange("en", "gone", "warm", ("Words.",)),
        PhraseChange("de", "goal.none", "warm", ("Worte.",)),
        PhraseChange("en", "goal.none", "loud", ("Words.",)),
    ):
        assert with_changes(book, [change]).blocks == book.blocks


def test_the_brief_tone_has_its_own_words_or_those_of_both_others() -> None:
    book = PhraseBook({("a", "both"): ("1",), ("a", "warm"): ("2",), ("a", "formal"): ("3",)}, {}, {}, language="en")
    assert book.variants("a", Tone.BRIEF) == ("1", "2", "3")
    own = replace(book, blocks={**book.blocks, ("a", "brief"): ("4",)})
    assert own.variants("a", Tone.BRIEF) == ("4",)
    assert own.variants("a", Tone.WARM) == ("1", "2")


def test_one_template_is_judged_as_in_the_book() -> None:
    assert template_problem("goal.quoted", "You wrote: {goal_quote}", "en") is None
    assert "goal_quote" in (template_problem("goal.quoted", "You wrote it.", "en") or "")
    assert "no building block" in (template_problem("nothing", "Words.", "en") or "")
