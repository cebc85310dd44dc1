"""Prints precision and recall per field over a folder of labelled requests.

python tests/measure_reading.py [FOLDER] [--language en] [--misses]

FOLDER holds NN-slug.eml with NN-slug.json beside it (default: inquiries in $FITDESK_SAMPLES).
Reading is done in this process.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import time
import unicodedata
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from fitdesk.intake.errors import ReadError
from fitdesk.intake.readers import read
from fitdesk.intake.schema import draft_json

GROUPS = {
    "contact": ("name", "email", "phone", "organization", "role"),
    "event": (
        "name", "dates", "date_range", "date_flexible", "start_time", "duration_minutes", "city", "country", "venue",
        "mode", "format", "audience_min", "audience_max", "topics",
    ),
    "budget": ("min", "max", "currency", "expenses_covered", "unpaid"),
}  # fmt: skip
FIELDS = [f"{group}.{name}" for group, names in GROUPS.items() for name in names] + ["reply_by", "others_considered"]
ENOUGH_OVERLAP = 0.5


def value(record: dict[str, object], path: str) -> object:
    """The value at ``path``; ``None`` for empty ones."""
    here: object = record
    for key in path.split("."):
        here = here.get(key) if isinstance(here, dict) else None
    return None if here in ("", [], {}) else here


def plain(text: str) -> str:
    """Case, white space, outer punctuation, a leading "the", curly apostrophes and dashes do not count."""
    text = " ".join(unicodedata.normalize("NFC", text).casefold().split()).strip(" .,;:\"'")
    return text.removeprefix("the ").replace("’", "'").replace("–", "-")


def bag(topics: object) -> set[str]:
    listed = topics if isinstance(topics, list) else [topics]
    return set(re.findall(r"\w+", " ".join(plain(str(topic)) for topic in listed)))


def agrees(path: str, gold: object, read_value: object) -> bool:
    """Whether a value counts as read right."""
    if path == "event.topics":
        wanted, got = bag(gold), bag(read_value)
        return bool(wanted & got) and 2 * len(wanted & got) >= ENOUGH_OVERLAP * (len(wanted) + len(got))
    if path == "event.dates" and isinstance(gold, list) and isinstance(read_value, list):
        return set(gold) == set(read_value)
    if path == "contact.phone":
        return re.sub(r"\D", "", str(gold)) == re.sub(r"\D", "", str(read_value))
    if isinstance(gold, str) and isinstance(read_value, str):
        one, other = plain(gold), plain(read_value)
        if path == "event.city":
            one, other = (
                "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
                for name in (one, other)
            )
        return one == other
    return isinstance(gold, bool) == isinstance(read_value, bool) and gold == read_value


def read_file(path: Path) -> dict[str, object]:
    try:
        return draft_json(read(path.read_bytes(), path.name))
    except ReadError:
        return {}


def line(label: str, hits: int, wrong: int, missed: int) -> str:
    precision = hits / (hits + wrong) if hits + wrong else 0.0
    recall = hits / (hits + missed) if hits + missed else 0.0
    both = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"{label:<26}{precision:7.3f}{recall:7.3f}{both:7.3f}{hits:6d}{wrong:5d}{missed:5d}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    samples = os.environ.get("FITDESK_SAMPLES", "../shared/samples")
    parser.add_argument("folder", type=Path, nargs="?", default=Path(samples) / "inquiries")
    parser.add_argument("--language", help="only requests in this language, by their labels")
    parser.add_argument("--misses", action="store_true", help="print every value that was read wrong or not at all")
    options = parser.parse_args()
    files = sorted(options.folder.glob("[0-9][0-9]-*.json"))
    if not files:
        parser.error(f"no NN-slug.json in {options.folder}; set FITDESK_SAMPLES or name a folder")
    counts = {path: [0, 0, 0] for path in FIELDS}
    kinds = languages = total = 0
    began = time.perf_counter()
    for gold_file in files:
        gold = json.loads(gold_file.read_text("utf-8"))
        if options.language and gold["language"] != options.language:
            continue
        got = read_file(gold_file.with_suffix(".eml"))
        total += 1
        kinds += gold["kind"] == got.get("kind")
        languages += gold["language"] == got.get("language")
        if options.misses and gold["kind"] != got.get("kind"):
            print(f"{gold_file.stem}: kind {got.get('kind')}, should be {gold['kind']}")
        if gold["kind"] != "inquiry":
            continue
        for path in FIELDS:
            wanted, was = value(gold, path), value(got, path)
            hit = wanted is not None and was is not None and agrees(path, wanted, was)
            counts[path][0] += hit
            counts[path][1] += was is not None and not hit
            counts[path][2] += wanted is not None and not hit
            if options.misses and not hit and not (wanted is None and was is None):
                print(f"{gold_file.stem}: {path} read {was!r}, should be {wanted!r}")
    took = time.perf_counter() - began
    print(f"{'field':<26}{'prec':>7}{'rec':>7}{'F1':>7}{'right':>6}{'wrong':>6}{'miss':>5}")
    for path in FIELDS:
        print(line(path, *counts[path]))
    sums = [sum(column) for column in zip(*counts.values(), strict=True)]
    print(line("MICRO-AVERAGE", *sums))
    print(f"kind accuracy      {kinds}/{total} = {kinds / total:.3f}")
    print(f"language accuracy  {languages}/{total} = {languages / total:.3f}")
    print(f"{1000 * took / total:.0f} ms a request")
    return 0


if __name__ == "__main__":
    sys.exit(main())
