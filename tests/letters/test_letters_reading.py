"""How a text reads in each language: sentences, syllables, words, ease."""

from __future__ import annotations

import pytest

from fitdesk.letters.checks.reading import count_words, mean_sentence, reading_ease, sentences
from fitdesk.letters.checks.syllables import syllables

SENTENCES = [
    ("en", "Dr. Lind spoke to Mr. J. Okoro. It went well, e.g. in Lyon. Then?", 3),
    ("en", "She said: “I will come.” He did not. (Nor did I.)", 4),
    ("en", "The first (of two) is on 12. The second is on 14.", 2),
    ("de", "Am 12. Juni geht es, z. B. mit Dr. Lind. Am 12. und 13. Juni auch. „Gut.“ Und dann?", 4),
    ("de", "Das war 2027. Ich komme gern.", 2),
    ("fr", "M. Roux viendra. « Bien sûr ! » Elle l’a dit. Et vous ?", 4),
    ("es", "La Sra. Lind y el Sr. Roca vendrán. ¿Le parece bien? ¡Gracias!", 3),
    ("nl", "Dhr. Jansen komt, d.w.z. hij belt. ‘Goed.’ En u?", 3),
]
SYLLABLES = {
    "en": {"time": 1, "people": 2, "called": 1, "places": 2, "review": 2, "little": 2, "2027": 2},
    "de": {"Führungskräfte": 4, "Familie": 3, "heute": 2, "Nation": 3, "Theater": 3, "Qualität": 4, "Straße": 2},
    "fr": {"réunion": 3, "événement": 4, "entreprises": 3, "équipe": 2, "théâtre": 2, "naïf": 2, "beaucoup": 2},
    "es": {"había": 3, "guerra": 2, "que": 1, "cuando": 2, "muy": 1, "construir": 2, "estoy": 2, "reunión": 2},
    "nl": {"gelegenheid": 4, "nieuw": 1, "beïnvloeden": 4, "leeuw": 1, "coördinatie": 5, "mooie": 2, "uur": 1},
}


@pytest.mark.parametrize(("language", "text", "count"), SENTENCES)
def test_abbreviations_and_initials_end_no_sentence(language: str, text: str, count: int) -> None:
    assert len(sentences(text, language)) == count


@pytest.mark.parametrize("language", sorted(SYLLABLES))
def test_syllables_are_those_one_speaks(language: str) -> None:
    assert {word: syllables(word, language) for word in SYLLABLES[language]} == SYLLABLES[language]


def test_the_ease_follows_the_formula_of_the_language() -> None:
    words = ("Das ist gut. Wir gehen heim.",)
    # 6 words in 2 sentences, 7 syllables: 180 − 3 − 58.5 · 7/6
    assert reading_ease(words, "de") == pytest.approx(180 - 3 - 58.5 * 7 / 6)
    assert reading_ease(("The cat sat.",), "en") == pytest.approx(206.835 - 1.015 * 3 - 84.6)
    assert reading_ease((), "fr") is None


def test_names_are_no_hard_words_but_german_nouns_may_be() -> None:
    assert reading_ease(("We met Venkataraghavan.",), "en") == reading_ease(("We met Anna.",), "en")
    hard, easy = (reading_ease((f"Wir mögen {word}.",), "de") for word in ("Führungskräfteentwicklung", "Brot"))
    assert (hard or 0) < (easy or 0)


def test_lines_of_a_list_and_contact_lines_are_no_sentences() -> None:
    listed = ("Here is what is agreed.\n**Day:** Saturday\n**Place:** the old hall by the river in the middle of Lyon",)
    assert mean_sentence(listed) == 5
    assert count_words(("She is good.\n+33 4 55 50 01 42 · camille@colleague.example",)) == 3
