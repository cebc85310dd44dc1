"""Phrase books: filling, choosing, and that the English one is complete."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from fitdesk.domain.letter import Tone
from fitdesk.letters.phrases.book import (
    PhraseError,
    fill,
    freshest,
    in_address,
    in_turn,
    load_book,
    required_fields,
    respell,
    usable,
)


def test_fields_are_filled_and_capitals_follow_the_template() -> None:
    assert fill("{She} works in {town}.", {"she": "she", "town": "Lyon"}) == "She works in Lyon."


def test_optional_blocks_go_when_a_field_is_unknown() -> None:
    template = "Thank you[ for {event}][ {where}]."
    assert fill(template, {"event": "the day", "where": ""}) == "Thank you for the day."
    assert fill(template, {"event": "", "where": ""}) == "Thank you."


def test_values_are_plain_text() -> None:
    hostile = {"name": "{owner.bank} [x] **b**\n<b>{town}</b>", "town": "Lyon"}
    assert fill("Dear {name}.", hostile) == "Dear {owner.bank} [x] *b* <b>{town}</b>."


def test_no_double_stop_after_a_value_that_ends_a_sentence() -> None:
    assert fill("You wrote: {goal}.", {"goal": "“Wake up!”"}) == "You wrote: “Wake up!”"
    assert fill("We meet at {place}.", {"place": "Acme Inc."}) == "We meet at Acme Inc."


def test_an_unknown_field_is_an_error() -> None:
    with pytest.raises(PhraseError, match="bank"):
        fill("{bank}", {"name": "x"})


def test_only_templates_with_all_their_fields_are_usable() -> None:
    assert usable(("{a}", "[{a}]", "{b}"), {"a": "", "b": "x"}) == ("[{a}]", "{b}")
    assert required_fields("{A} [{b}] {c}") == ("a", "c")


def test_a_choice_is_the_same_for_ever_and_turns() -> None:
    options = ("a", "b", "c", "d")
    assert in_turn(options, "seed", "block") == in_turn(options, "seed", "block")
    first = in_turn(options, "seed", "block")[0]
    assert in_turn(options, "seed", "block", 1)[-1] == first
    assert {in_turn(options, str(n), "block")[0] for n in range(50)} == set(options)
    assert in_turn((), "seed", "block") == ()


def test_the_freshest_option_repeats_nothing() -> None:
    assert (
        freshest(("I have thought about it", "After some thought"), "and I have thought it over")
        == "After some thought"
    )


def test_small_words_and_things_that_have_a_name_are_no_repetition() -> None:
    assert freshest(("I am not good at it.", "It is not mine."), "I am not the one.") == "I am not good at it."
    options = ("All good wishes for your leadership summit.", "All the best.")
    said = "Thank you for asking me to your leadership summit."
    assert freshest(options, said + " I am there for your leadership summit.") == options[1]
    assert freshest(options, said, named="for your leadership summit") == options[0]


def test_each_variant_has_its_share_also_when_one_is_passed_over() -> None:
    options = ("a", "b", "c", "d")
    drawn = [in_turn(options, str(n), "block") for n in range(400)]
    shares = Counter(one[0] for one in drawn), Counter(next(o for o in one if o != "a") for one in drawn)
    assert all(70 <= shares[0][option] <= 130 for option in options)
    assert all(100 <= shares[1][option] <= 166 for option in "bcd")


def test_the_formal_tone_has_no_contractions() -> None:
    book = load_book("en")
    for (_block, tone), variants in book.blocks.items():
        if tone == "formal":
            assert not [v for v in variants if "n’t" in v or "n't" in v or "’ll" in v or "I’m" in v]


def test_the_form_of_address_is_resolved() -> None:
    template = "Danke für <Ihre|deine> Anfrage[ und <Ihr|dein> {thing}]."
    assert in_address(template, familiar=False) == "Danke für Ihre Anfrage[ und Ihr {thing}]."
    assert in_address(template, familiar=True) == "Danke für deine Anfrage[ und dein {thing}]."
    assert in_address("a < b", familiar=True) == "a < b"


def test_american_spelling_leaves_fields_alone() -> None:
    book = load_book("en")
    assert (
        respell("She specialises; the centre of {centre}.", book, "en_US") == "She specializes; the center of {centre}."
    )
    assert respell("the centre", book, "en_GB") == "the centre"


def test_a_broken_book_is_named(tmp_path: Path) -> None:
    (tmp_path / "xx.toml").write_text("[thanks]\nsome = 3\n", encoding="utf-8")
    with pytest.raises(PhraseError, match="some"):
        load_book("xx", tmp_path)
    with pytest.raises(PhraseError, match=r"yy\.toml"):
        load_book("yy", tmp_path)
    with pytest.raises(PhraseError, match="nothing"):
        load_book("en").variants("nothing", Tone.WARM)
