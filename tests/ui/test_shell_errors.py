"""Errors in plain words, and a record without names."""

from __future__ import annotations

import logging
import sys

import pytest

from fitdesk.store.errors import StoreError
from fitdesk.ui.errors import details_of, install_hook, sentence_for


def fail_with(secret: str) -> None:
    raise ValueError(secret)


def caught(secret: str = "Anna Berg wrote") -> Exception:
    try:
        fail_with(secret)
    except ValueError as error:
        return error
    raise AssertionError


def test_our_own_errors_speak_for_themselves() -> None:
    assert sentence_for(StoreError("The disk is gone. Plug it in again.")) == "The disk is gone. Plug it in again."


@pytest.mark.parametrize(
    "error", [PermissionError("/x/anna"), FileNotFoundError("/x/anna"), OSError(28, "anna"), OSError("anna"),
              MemoryError("anna"), caught(), RecursionError("anna")],
)  # fmt: skip
def test_other_errors_become_a_sentence_without_their_message(error: BaseException) -> None:
    sentence = sentence_for(error)
    assert "anna" not in sentence.casefold()
    assert sentence.endswith(".")
    assert "!" not in sentence


def test_a_full_disk_is_named() -> None:
    assert "full" in sentence_for(OSError(28, "No space left on device"))


def test_details_say_where_but_not_what() -> None:
    details = details_of(caught())
    assert "ValueError" in details
    assert "in fail_with" in details
    assert "Anna" not in details
    assert "/" not in details


def test_details_name_the_cause() -> None:
    try:
        try:
            fail_with("Anna")
        except ValueError as error:
            raise StoreError("Anna") from error
    except StoreError as error:
        details = details_of(error)
    assert details.index("StoreError") < details.index("ValueError")
    assert "Anna" not in details


def test_unexpected_errors_are_told_and_recorded(caplog: pytest.LogCaptureFixture) -> None:
    told: list[tuple[str, str]] = []
    before = sys.excepthook
    remove = install_hook(lambda sentence, details: told.append((sentence, details)))
    try:
        error = caught()
        with caplog.at_level(logging.ERROR, "fitdesk"):
            sys.excepthook(type(error), error, error.__traceback__)
    finally:
        remove()
    assert sys.excepthook is before
    assert len(told) == 1
    assert "in fail_with" in caplog.text
    assert "Anna" not in caplog.text
