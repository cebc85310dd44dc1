"""Reading measured over labelled requests: our own, and the shared ones when they are there."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from measure_reading import FIELDS, agrees, read_file, value

OWN = Path(__file__).parent.parent / "samples" / "mail"
SHARED = Path(os.environ.get("FITDESK_SAMPLES", "")) / "inquiries"


def measure(folder: Path, language: str | None = None) -> tuple[float, float, float]:
    """Precision and recall over all fields, and the share of mails taken for what they are."""
    right = wrong = missed = kinds = mails = 0
    for gold_file in sorted(folder.glob("[0-9][0-9]-*.json")):
        gold = json.loads(gold_file.read_text("utf-8"))
        got = read_file(gold_file.with_suffix(".eml"))
        mails += 1
        kinds += gold["kind"] == got["kind"]
        if gold["kind"] != "inquiry" or language not in (None, gold["language"]):
            continue
        for path in FIELDS:
            wanted, was = value(gold, path), value(got, path)
            hit = wanted is not None and was is not None and agrees(path, wanted, was)
            right += hit
            wrong += was is not None and not hit
            missed += wanted is not None and not hit
    return right / (right + wrong), right / (right + missed), kinds / mails


def test_our_own_requests_are_read_well() -> None:
    precision, recall, kinds = measure(OWN)
    assert precision >= 0.95
    assert recall >= 0.9
    assert kinds >= 0.95


@pytest.mark.skipif(not os.environ.get("FITDESK_SAMPLES"), reason="FITDESK_SAMPLES does not name the shared samples")
def test_shared_english_requests_are_read_well() -> None:
    precision, recall, kinds = measure(SHARED, "en")
    assert precision >= 0.9
    assert recall >= 0.75
    assert kinds >= 34 / 36


@pytest.mark.parametrize("mail", sorted(OWN.glob("*.eml")), ids=lambda mail: mail.stem)
def test_language_of_our_own_requests(mail: Path) -> None:
    gold = json.loads(mail.with_suffix(".json").read_text("utf-8"))
    assert read_file(mail)["language"] == gold["language"]
