"""What is left out of a letter that is too long, and what is added to one that is too short."""

from __future__ import annotations

from fitdesk.letters.words.plan import Piece, fitted, left_out

ONE = (Piece("One two three four."), Piece("Five six.", drop=2), Piece("Seven eight.", drop=1))
MORE = (Piece("Nine ten.", drop=2), Piece("Spare words here.", fill=1), Piece("\n+33 4 55 50 01 42 · a@b.example"))
LAST = (Piece("Very last words.", fill=2),)


def test_what_fits_is_all_said() -> None:
    assert fitted([ONE, MORE, LAST], 0, 10) == (
        "One two three four. Five six. Seven eight.",
        "Nine ten.\n+33 4 55 50 01 42 · a@b.example",
    )


def test_the_least_needed_goes_first_and_in_all_paragraphs() -> None:
    assert fitted([ONE, MORE, LAST], 0, 9) == ("One two three four. Seven eight.", "+33 4 55 50 01 42 · a@b.example")
    assert fitted([ONE], 0, 5) == ("One two three four.",)


def test_what_must_be_said_is_said_however_long() -> None:
    assert fitted([ONE], 0, 1) == ("One two three four.",)


def test_a_short_letter_is_filled_up_step_by_step() -> None:
    assert "Spare words here." in fitted([ONE, MORE, LAST], 11, 99)[1]
    assert len(fitted([ONE, MORE, LAST], 11, 99)) == 2
    assert fitted([ONE, MORE, LAST], 14, 99)[-1] == "Very last words."


def test_filling_up_never_makes_it_too_long() -> None:
    assert fitted([(Piece("One two."), Piece("Three four five six.", fill=1))], 4, 5) == ("One two.",)


def test_empty_pieces_leave_no_trace() -> None:
    assert fitted([(Piece(""), Piece("One.")), (Piece(" "),)], 0, 9) == ("One.",)


def test_what_went_comes_back_where_there_is_room_after_all() -> None:
    paragraph = (Piece("One two three."), Piece("Four five six seven.", drop=1), Piece("Eight.", drop=2))
    assert fitted([paragraph], 0, 4) == ("One two three. Eight.",)
    assert left_out([paragraph], 4) == {1}
    assert left_out([paragraph], 8) == frozenset()


def test_what_is_empty_or_only_fills_is_never_left_out() -> None:
    assert left_out([(Piece("One two."), Piece("", drop=2), Piece("Three.", drop=3, fill=1))], 1) == frozenset()
