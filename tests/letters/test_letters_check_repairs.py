"""Findings lead to their words, and a repair that is offered removes its finding and lets nothing new block."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from build_letters import a_colleague, facts_for_kind, letter_facts, the_contact
from fitdesk.domain.letter import Form, LetterKind, LetterText, Manner, Tone
from fitdesk.letters.checks.check import CheckFinding, Severity, apply_repair, check
from fitdesk.letters.checks.findings import Part
from fitdesk.letters.checks.heard import heard_in
from fitdesk.letters.checks.heard_text import hear
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.kinds import RULES
from fitdesk.letters.words.compose import compose

KINDS = tuple(kind for kind in LetterKind if RULES[kind].checks)
EACH_LANGUAGE = ("en_GB", "de_DE", "fr_FR", "es_ES", "nl_NL")
FORMAL = Manner(Tone.FORMAL, "en_GB")


def findings_of(text: LetterText, facts: LetterFacts, kind: LetterKind, manner: Manner) -> tuple[CheckFinding, ...]:
    return check(text, facts, None, kind, manner)


def without(text: LetterText, code: str, is_gone: Callable[[str], object]) -> LetterText:
    """The letter without the sentences that ``is_gone`` hits."""
    body = list(text.body)
    for place, raw in enumerate(body):
        for sentence in reversed(hear(raw, code).sentences):
            if is_gone(sentence.text):
                start, end = sentence.span(0, len(sentence.text))
                raw = raw[:start] + raw[end:].lstrip(" ")
        body[place] = raw.strip()
    return replace(text, body=tuple(paragraph for paragraph in body if paragraph.strip("* \n")))


def breaks(text: LetterText, manner: Manner) -> Iterator[tuple[str, LetterText]]:
    """The letter, broken in every way that needs no words of its language."""
    heard, code = heard_in(manner.language), manner.language
    last = len(text.body) - 1

    def more(sentence: str, place: int) -> LetterText:
        body = list(text.body)
        words, line, rest = body[place].partition("\n")
        body[place] = f"{words} {sentence}{line}{rest}"
        return replace(text, body=tuple(body))

    yield "salutation", replace(text, salutation="Hello there")
    yield "no salutation", replace(text, salutation="")
    yield "close", replace(text, close="Cheers")
    yield "placeholder", more("Abc def {hall} ghi.", last)
    yield "known placeholder", more("Abc def [place] ghi.", last)
    yield "placeholder in the subject", replace(text, subject=f"{text.subject} XXX")
    yield "day", more("Abc 2031-05-17.", 0)
    yield "amount", more("Abc 98.765,00 EUR.", 0)
    yield "thanks", without(text, code, heard.patterns["thanks"].search)
    yield "no", without(text, code, heard.refuses)
    yield "door", without(text, code, heard.patterns["door"].search)
    yield "disclosure", without(text, code, lambda said: "Weinhändler" in said)
    yield "name", replace(text, body=tuple(one.replace("Camille", "Camile") for one in text.body))
    yield "address", replace(text, body=tuple(one.replace("camille@", "camila@") for one in text.body))
    yield "phone", replace(text, body=tuple(one.replace("01 42", "01 43") for one in text.body))
    yield "contact", replace(text, body=tuple(one.partition("\n+33")[0] for one in text.body))
    yield "nobody", replace(text, body=text.body[:1])
    yield "nothing", LetterText()


def facts_of(kind: LetterKind) -> LetterFacts:
    return facts_for_kind(kind, a_colleague(benefit="Zehn Prozent vom ersten Honorar, sagt der Weinhändler"))


@pytest.mark.parametrize("locale", EACH_LANGUAGE)
@pytest.mark.parametrize("kind", KINDS)
def test_a_repair_removes_its_finding_and_lets_nothing_new_block(kind: LetterKind, locale: str) -> None:
    facts = facts_of(kind)
    familiar = [Manner(Tone.WARM, locale, is_familiar=True)] if kind is LetterKind.REFERRAL else []
    for manner in (Manner(Tone.FORMAL, locale), *familiar):
        for name, broken in breaks(compose(facts, kind, manner), manner):
            before = findings_of(broken, facts, kind, manner)
            blocking = [(one.number, one.sentence) for one in before if one.severity is Severity.BLOCKS]
            for finding in before:
                if finding.repair is None:
                    continue
                after = findings_of(apply_repair(broken, finding), facts, kind, manner)
                said = [(one.number, one.sentence) for one in after]
                mine = (finding.number, finding.sentence)
                count = [(one.number, one.sentence) for one in before].count(mine)
                assert said.count(mine) < count, (name, finding)
                new = [(one.number, one.sentence) for one in after if one.severity is Severity.BLOCKS]
                assert [one for one in new if one not in blocking] == [], (name, finding)


@pytest.mark.parametrize("locale", EACH_LANGUAGE)
@pytest.mark.parametrize("kind", KINDS)
def test_a_finding_leads_to_words_that_are_there(kind: LetterKind, locale: str) -> None:
    facts, manner = facts_of(kind), Manner(Tone.FORMAL, locale)
    for name, broken in breaks(compose(facts, kind, manner), manner):
        for finding in findings_of(broken, facts, kind, manner):
            parts = {Part.SUBJECT: broken.subject, Part.SALUTATION: broken.salutation, Part.CLOSE: broken.close}
            raw = parts.get(finding.part, "")
            if finding.part is Part.BODY and finding.paragraph is not None:
                raw = broken.body[finding.paragraph]
            if finding.start is not None and finding.end is not None:
                assert 0 <= finding.start < finding.end <= len(raw), (name, finding)


MUST: list[tuple[str, str, str]] = [
    ("salutation", "Dear Ms Fontaine,", "salutation"),
    ("close", "Yours sincerely,", "close"),
    ("day", "12 June 2027", "body"),
    ("amount", "€6,000.00", "body"),
    ("name", "Camille", "body"),
    ("address", "camille@colleague.example", "body"),
    ("phone", "+33 4 55 50 01 42", "body"),
    ("contact", "+33 4 55 50 01 42", "body"),
    ("known placeholder", "Abc def Lyon ghi.", "body"),
    ("thanks", "hank you", "body"),
    ("no", "", "body"),
    ("disclosure", "Weinhändler", "body"),
]


@pytest.mark.parametrize(("name", "words", "part"), MUST)
def test_the_usual_mistakes_can_be_repaired(name: str, words: str, part: str) -> None:
    facts = facts_of(LetterKind.REFERRAL)
    broken = dict(breaks(compose(facts, LetterKind.REFERRAL, FORMAL), FORMAL))[name]
    findings = findings_of(broken, facts, LetterKind.REFERRAL, FORMAL)
    assert findings
    assert any(finding.repair is not None for finding in findings)
    text = broken
    for _step in range(5):
        found = [one for one in findings_of(text, facts, LetterKind.REFERRAL, FORMAL) if one.repair is not None]
        text = apply_repair(text, found[0]) if found else text
    assert findings_of(text, facts, LetterKind.REFERRAL, FORMAL) == ()
    said = {"salutation": text.salutation, "close": text.close, "body": "\n".join(text.body)}[part]
    assert words in said


def repaired(sentence: str, number: int, place: int = 1, **changes: object) -> tuple[CheckFinding, LetterText]:
    """The one finding of ``number`` on a referral with one more sentence, and the letter after its repair."""
    facts = letter_facts()
    text = compose(facts, LetterKind.REFERRAL, FORMAL)
    body = list(text.body)
    words, line, rest = body[place].partition("\n")
    body[place] = f"{words} {sentence}{line}{rest}"
    text = replace(text, body=tuple(body))
    (finding,) = [one for one in findings_of(text, facts, LetterKind.REFERRAL, FORMAL) if one.number == number]
    assert finding.start is not None
    assert finding.paragraph is not None
    return finding, apply_repair(text, finding)


@pytest.mark.parametrize(
    ("number", "sentence", "button", "after"),
    [
        (2, "It is on 13 June.", "Write “12 June”", "It is on 12 June."),
        (2, "It is on Sunday, 12 June.", "Write “Saturday, 12 June”", "It is on Saturday, 12 June."),
        (2, "It is on the 13th of June.", "Write “12 June”", "It is on 12 June."),
        (2, "It is in August.", "Write “June”", "It is in June."),
        (2, "You named €7,000.", "Write “€6,000”", "You named €6,000."),
        (2, "Greetings to Aubede SA.", "Write “Aubade SA”", "Greetings to Aubade SA."),
        (13, "My margin would suffer.", "Take out “My margin would suffer.”", ""),
        (14, "I don’t think so.", "Write “do not”", "I do not think so."),
        (14, "It’s so, and we’ll see.", "", ""),
        (12, "To be honest, that is all.", "Take out “To be honest, that is all.”", ""),
    ],
)
def test_a_sentence_is_put_right(number: int, sentence: str, button: str, after: str) -> None:
    if not button:
        facts = letter_facts()
        text = compose(facts, LetterKind.REFERRAL, FORMAL)
        text = replace(text, body=(*text.body[:-1], f"{text.body[-1]} {sentence}"))
        for _step in range(2):
            text = apply_repair(text, findings_of(text, facts, LetterKind.REFERRAL, FORMAL)[0])
        assert text.body[-1].endswith("It is so, and we will see.")
        return
    finding, text = repaired(sentence, number)
    assert finding.repair is not None
    assert finding.repair.words == button
    assert after in text.body[1]
    assert sentence not in text.body[1]


def test_a_promise_becomes_a_belief() -> None:
    finding, text = repaired("She will be delighted to help you.", 10, 3)
    assert "I believe she will be delighted to help you." in text.body[3]
    assert finding.repair is not None
    _finding, text = repaired("Camille will gladly do it.", 10, 3)
    assert "I believe Camille will gladly do it." in text.body[3]


def test_a_second_word_of_regret_goes() -> None:
    facts = letter_facts()
    text = compose(facts, LetterKind.REFERRAL, FORMAL)
    text = replace(text, body=(*text.body[:-1], f"{text.body[-1]} I am sorry. Unfortunately, the day is short."))
    (finding,) = findings_of(text, facts, LetterKind.REFERRAL, FORMAL)
    after = apply_repair(text, finding)
    assert after.body[-1].endswith("I am sorry. The day is short.")
    assert findings_of(after, facts, LetterKind.REFERRAL, FORMAL) == ()


def test_a_reason_that_is_not_recorded_goes() -> None:
    finding, text = repaired("My fee is above the range you named.", 5)
    assert finding.repair is not None
    assert "My fee" not in text.body[1]


def test_saying_nothing_becomes_saying_what_it_is() -> None:
    facts = facts_of(LetterKind.REFERRAL)
    text = compose(facts, LetterKind.REFERRAL, FORMAL)
    hidden = without(text, "en", lambda said: "Weinhändler" in said)
    denied = replace(hidden, body=(*hidden.body[:-1], f"I receive nothing for this. {hidden.body[-1]}"))
    findings = [
        one for one in findings_of(denied, facts, LetterKind.REFERRAL, FORMAL) if "receive nothing" in one.sentence
    ]
    after = apply_repair(denied, findings[0])
    assert "I receive nothing" not in "".join(after.body)
    assert "Weinhändler" in "".join(after.body)


def test_marks_of_bold_words_are_counted() -> None:
    facts = letter_facts()
    text = compose(facts, LetterKind.REFERRAL, FORMAL)
    body = list(text.body)
    body[1] = f"**Now** and **then**: {body[1]} It is on 13 June."
    text = replace(text, body=tuple(body))
    (finding,) = [one for one in findings_of(text, facts, LetterKind.REFERRAL, FORMAL) if one.number == 2]
    assert body[1][finding.start : finding.end] == "13 June"
    assert apply_repair(text, finding).body[1] == body[1].replace("13 June", "12 June")


def test_without_a_repair_the_text_stays() -> None:
    text = LetterText(subject="A")
    assert apply_repair(text, CheckFinding(1, Severity.WARNS, "So.")) is text


def test_the_repair_of_a_missing_name_asks_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    facts = letter_facts(contact=the_contact(name=None))
    text = replace(compose(facts, LetterKind.REFERRAL, FORMAL), salutation="Dear {name},")
    after = text
    for _step in range(2):
        finding = next(one for one in findings_of(after, facts, LetterKind.REFERRAL, FORMAL) if one.repair)
        after = apply_repair(after, finding)
        if not findings_of(after, facts, LetterKind.REFERRAL, FORMAL):
            break
    assert after.salutation == "Dear Sir or Madam,"


def test_an_email_is_repaired_as_an_email() -> None:
    facts = letter_facts()
    text = compose(facts, LetterKind.REFERRAL, FORMAL, form=Form.EMAIL)
    broken = without(text, "en", heard_in("en").refuses)
    (no,) = [one for one in check(broken, facts, None, LetterKind.REFERRAL, FORMAL, form=Form.EMAIL) if one.number == 7]
    assert no.repair is not None
    after = check(no.repair.text, facts, None, LetterKind.REFERRAL, FORMAL, form=Form.EMAIL)
    assert not any(one.severity is Severity.BLOCKS for one in after)
