"""The fifteen checks: each one fires where it should, and is silent on a letter that is right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from build_letters import (
    DAY,
    a_colleague,
    letter_facts,
    peer_offering,
    ranked,
    the_contact,
    the_owner,
    three_colleagues,
)
from fitdesk.domain.event import Budget
from fitdesk.domain.inquiry import StallSignal
from fitdesk.domain.letter import LetterKind, LetterText, Manner, Tone
from fitdesk.domain.peer import Consent
from fitdesk.letters.checks.check import CheckFinding, Severity, check
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.paper.layout import PageFit
from fitdesk.letters.words.compose import compose

WARNS = {3, 4, 6, 12}
ONE_PAGE = PageFit(1)


def composed(facts: LetterFacts, tone: Tone = Tone.FORMAL, locale: str = "en_GB") -> LetterText:
    return compose(facts, LetterKind.REFERRAL, Manner(tone, locale))


def found(
    text: LetterText, facts: LetterFacts, number: int, *, tone: Tone = Tone.FORMAL, locale: str = "en_GB"
) -> list[CheckFinding]:
    return [
        one for one in check(text, facts, ONE_PAGE, LetterKind.REFERRAL, Manner(tone, locale)) if one.number == number
    ]


def with_sentence(text: LetterText, sentence: str, place: int = 1) -> LetterText:
    """The letter with one more sentence at the end of a paragraph, before its contact line."""
    body = list(text.body)
    words, line, contact = body[place].partition("\n")
    body[place] = f"{words} {sentence}{line}{contact}"
    return replace(text, body=tuple(body))


def rewritten(text: LetterText, old: str, new: str) -> LetterText:
    """The letter with ``old`` replaced everywhere, as an owner would edit it."""
    assert any(old in part for part in (text.subject, text.salutation, text.close, *text.body))
    body = tuple(part.replace(old, new) for part in text.body)
    return LetterText(
        text.subject.replace(old, new), text.salutation.replace(old, new), body, text.close.replace(old, new)
    )


@pytest.mark.parametrize("tone", list(Tone))
@pytest.mark.parametrize("locale", ["en_GB", "en_US"])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_composed_letter_has_nothing_to_complain_about(tone: Tone, locale: str, count: int) -> None:
    facts = letter_facts(*three_colleagues()[:count])
    assert check(composed(facts, tone, locale), facts, ONE_PAGE, LetterKind.REFERRAL, Manner(tone, locale)) == ()


Edit = Callable[[LetterText], LetterText]


def add(sentence: str, place: int = 1) -> Edit:
    return lambda text: with_sentence(text, sentence, place)


def swap(old: str, new: str) -> Edit:
    return lambda text: rewritten(text, old, new)


def without(place: int) -> Edit:
    return lambda text: replace(text, body=text.body[:place] + text.body[place + 1 :])


FIRES: list[tuple[int, str, Edit]] = [
    (1, "still waits", add("We meet at {place}.")),
    (1, "still waits", add("We meet at [place].")),
    (1, "still waits", add("We meet at XXX.")),
    (1, "salutation", swap("Dear Ms Fontaine,", "Dear Mr Fontaine,")),
    (1, "salutation", swap("Dear Ms Fontaine,", "Dear Maria,")),
    (1, "salutation", swap("Dear Ms Fontaine,", "Dear Ms Fontaine:")),
    (1, "salutation", swap("Dear Ms Fontaine,", "")),
    (2, "“13 June”", swap("12 June", "13 June")),
    (2, "“12 July”", swap("12 June", "12 July")),
    (2, "“June 14”", add("Your day is June 14.")),
    (2, "“Sunday, 12 June”", add("It is on Sunday, 12 June.")),
    (2, "“2027-06-15”", add("It is on 2027-06-15.")),
    (2, "“in August”", add("It happens in August.")),
    (2, "“€7,000”", add("You named €7,000.")),
    (2, "“£6,000”", add("You named £6,000.")),
    (2, "Leadership sumit", swap("leadership summit", "Leadership sumit")),
    (2, "Camile", swap("Camille Roux", "Camile Roux")),
    (2, "Aubede", add("I wish everybody at Aubede well.")),
    (3, "Thank them", swap("hank you", "ood day to you")),
    (4, "own words", lambda text: replace(text, body=("Thank you for your request.", *text.body[1:]))),
    (5, "not available", add("I am not available on that day.")),
    (5, "not available", add("My calendar is full.")),
    (5, "the fee", add("My fee is above the range you named.")),
    (5, "the journey", add("The journey is too far for me.")),
    (5, "the language", add("I do not speak French well.")),
    (6, "one or two", lambda text: replace(text, body=(text.body[0], "I must decline.", *text.body[2:]))),
    (7, "Say no", lambda text: replace(text, body=(text.body[0], "My field is another one.", *text.body[2:]))),
    (8, "at least one", lambda text: replace(text, body=tuple(p for p in text.body if not p.startswith("**")))),
    (8, "record of anybody", swap("camille@colleague.example", "camilla@colleague.example")),
    (8, "record of anybody", swap("+33 4 55 50 01 42", "+33 4 55 50 01 43")),
    (8, "record of anybody", swap("camille.example", "camille.invalid")),
    (
        8,
        "how to reach",
        swap("+33 4 55 50 01 42 · camille@colleague.example · camille.example", "She is easy to find."),
    ),
    (8, "not among", lambda t: replace(t, body=(*t.body[:-1], "**Jane Doe**, Bath, is good too.", t.body[-1]))),
    (9, "Say why", lambda t: replace(t, body=tuple(_only_name(p) for p in t.body))),
    (9, "“in Dutch”", add("She also works in Dutch.", 3)),
    (9, "“750”", add("She has filled halls of 750 people.", 3)),
    (10, "promises", add("She will be delighted to help you.", 3)),
    (10, "promises", add("Camille is free in June.", 3)),
    (11, "none is recorded", add("I receive a commission of ten percent.", -1)),
    (12, "One word of regret", add("Unfortunately I am sorry about it.")),
    (12, "blame", add("To be honest, your plan is vague.")),
    (12, "blame", add("You did not give me enough time.")),
    (13, "for you only", add("Your request scored low.")),
    (13, "for you only", add("My margin would suffer.")),
    (13, "for you only", add("The fit is 41 out of 100.")),
    (14, "Take out", add("I say it again and again. " * 40)),
    (14, "in a hurry", lambda text: replace(text, body=text.body[:3])),
    (14, "in full", add("I don’t think so.")),
    (14, "on average", lambda text: replace(text, body=tuple(p.replace(". ", ", and ") for p in text.body))),
    (15, "close", swap("Yours sincerely,", "Yours faithfully,")),
    (15, "close", swap("Yours sincerely,", "Cheers,")),
    (
        15,
        "door",
        lambda text: replace(text, body=(*text.body[:-2], "I receive nothing for this.", "All the best to you all.")),
    ),
]


def _only_name(paragraph: str) -> str:
    if not paragraph.startswith("**"):
        return paragraph
    return f"**Camille Roux**, Lyon, is somebody I like.\n{paragraph.splitlines()[-1]}"


@pytest.mark.parametrize(("number", "words", "edit"), FIRES, ids=[f"{n}-{w}" for n, w, _ in FIRES])
def test_an_edit_that_breaks_a_rule_is_found(number: int, words: str, edit: Edit) -> None:
    facts = letter_facts()
    text = composed(facts)
    assert found(text, facts, number) == []
    findings = found(edit(text), facts, number)
    assert any(words in one.sentence for one in findings), findings


@pytest.mark.parametrize(("number", "words", "edit"), FIRES, ids=[f"{n}-{w}" for n, w, _ in FIRES])
def test_blocking_and_warning_are_as_designed(number: int, words: str, edit: Edit) -> None:
    facts = letter_facts()
    for one in found(edit(composed(facts)), facts, number):
        warns = number in WARNS or number == 14 or (number == 15 and "door" in one.sentence)
        assert one.severity is (Severity.WARNS if warns else Severity.BLOCKS)
        assert one.sentence.rstrip("”").endswith((".", "?")) or one.sentence.endswith("”")


SILENT: list[tuple[int, str]] = [
    (1, "I wrote to you with pleasure."),
    (2, "Your summit is on Saturday, 12 June 2027."),
    (2, "Your summit is on the 12th of June."),
    (2, "You wrote to me on 28 February."),
    (2, "You have set aside €5,000 to €6,000."),
    (2, "You have set aside 6,000 euros."),
    (2, "You have set aside 5k EUR."),
    (2, "Camille Roux’s work is known in Lyon."),
    (2, "I may march with you in may."),
    (5, "I could come close, but close is not what you need."),
    (5, "I cannot say whether she is free."),
    (10, "I believe she will be glad to hear from you."),
    (10, "Perhaps she will write to you."),
    (11, "I receive no commission."),
    (12, "I am sorry."),
    (13, "She sees the point."),
]


@pytest.mark.parametrize(("number", "sentence"), SILENT)
def test_what_is_right_is_left_alone(number: int, sentence: str) -> None:
    facts = letter_facts()
    assert found(with_sentence(composed(facts), sentence), facts, number) == []


def test_the_finding_says_in_which_paragraph() -> None:
    facts = letter_facts()
    (finding,) = found(with_sentence(composed(facts), "We meet at {place}.", 3), facts, 1)
    assert finding.paragraph == 3


def test_not_available_is_true_when_the_calendar_says_so() -> None:
    facts = letter_facts(lost=(), busy=True)
    assert found(composed(facts), facts, 5) == []
    assert found(with_sentence(composed(facts), "I am not available on 12 June."), facts, 5) == []


def test_more_than_two_reasons_are_too_many() -> None:
    facts = letter_facts(lost=("goal", "overdeliver", "audience", "language"))
    text = with_sentence(composed(facts), "Your audience deserves somebody who knows their world.")
    text = with_sentence(text, "I work in English and German.")
    assert [one.severity for one in found(text, facts, 6)] == [Severity.WARNS]


@pytest.mark.parametrize(
    "consent",
    [
        None,
        Consent(date(2025, 1, 1)),
        Consent(date(2026, 11, 1), withdrawn=date(2027, 1, 1)),
        Consent(date(2027, 12, 1)),
    ],
)
def test_a_peer_without_valid_consent_blocks(consent: Consent | None) -> None:
    facts = letter_facts(a_colleague(consent=consent))
    assert any("has not agreed" in one.sentence for one in found(composed(facts), facts, 8))


def test_more_than_three_peers_block() -> None:
    facts = letter_facts(*three_colleagues(), a_colleague("Nora Lind", home=three_colleagues()[0].home))
    assert any("at most three" in one.sentence for one in found(composed(facts), facts, 8))


def test_a_peer_whom_the_owner_struck_out_is_no_longer_checked() -> None:
    facts = letter_facts(*three_colleagues()[:2])
    text = composed(facts)
    shorter = replace(text, body=tuple(p for p in text.body if "Luc Perrin" not in p))
    assert found(shorter, facts, 8) == []
    assert found(shorter, facts, 9) == []


def test_an_unsupported_peer_blocks() -> None:
    weak = ranked(a_colleague(differs=""), weak=("goal", "overdeliver", "audience", "format", "language", "style"))
    weak = replace(weak, reasons=())
    facts = letter_facts(weak)
    assert any("Say why Camille Roux" in one.sentence for one in found(composed(facts), facts, 9))


def test_a_promise_that_stands_in_the_record_is_none() -> None:
    facts = letter_facts(a_colleague(differs="She will come to your house before the day."))
    assert found(composed(facts), facts, 10) == []


def test_a_recorded_benefit_must_be_named_and_not_denied() -> None:
    facts = letter_facts(a_colleague(benefit="10 % of the first fee"))
    text = composed(facts)
    assert found(text, facts, 11) == []
    hidden = replace(text, body=tuple(p.replace("10 % of the first fee", "something") for p in text.body))
    assert any("Say openly" in one.sentence for one in found(hidden, facts, 11))
    denied = with_sentence(text, "I receive nothing for this.", -1)
    assert any("receive nothing" in one.sentence for one in found(denied, facts, 11))


def test_private_notes_and_other_clients_stay_in_the_house() -> None:
    stall = StallSignal(date(2027, 2, 1), "asked for patience the third time without a reason")
    contact = the_contact(note="Her director has overruled her twice before")
    facts = letter_facts(
        a_colleague(conflicts=("Harbour Trust",)), contact=contact, stalls=(stall,), confidential=("Bergmann AG",)
    )
    text = composed(facts)
    assert found(text, facts, 13) == []
    for sentence in (
        "You asked for patience a third time, without a reason.",
        "I know that your director has overruled you twice before.",
        "That week I work for Bergmann AG.",
        "She once worked for Harbour Trust.",
        "Harbour Freight Union praised her mediation in spring.",
    ):
        assert found(with_sentence(text, sentence), facts, 13), sentence


def test_an_organization_of_the_client_is_no_secret() -> None:
    facts = letter_facts(confidential=("Aubade SA",))
    assert found(with_sentence(composed(facts), "I wish Aubade SA well."), facts, 13) == []


@pytest.mark.parametrize(("page", "words"), [(PageFit(2, 3), "3 lines too long"), (PageFit(2, 1), "1 line too long")])
def test_a_second_page_blocks(page: PageFit, words: str) -> None:
    facts = letter_facts()
    findings = check(composed(facts), facts, page, LetterKind.REFERRAL, Manner(Tone.FORMAL, "en_GB"))
    assert [(one.number, one.severity) for one in findings] == [(14, Severity.BLOCKS)]
    assert words in findings[0].sentence


def test_unknown_people_get_their_own_close() -> None:
    facts = letter_facts(contact=the_contact(name=None))
    text = composed(facts)
    assert found(text, facts, 15) == []
    assert found(replace(text, close="Yours sincerely,"), facts, 15)


def test_american_stops() -> None:
    facts = letter_facts()
    text = composed(facts, locale="en_US")
    assert found(text, facts, 1, locale="en_US") == []
    assert found(rewritten(text, "Dear Ms. Fontaine:", "Dear Ms. Fontaine,"), facts, 1, locale="en_US")
    warm = composed(facts, Tone.WARM, "en_US")
    assert found(rewritten(warm, "Dear Maria,", "Dear Maria:"), facts, 1, tone=Tone.WARM, locale="en_US") == []


def test_numeric_dates_are_read_as_the_country_writes_them() -> None:
    facts = letter_facts()
    british = with_sentence(composed(facts), "It is on 12/06/2027.")
    assert found(british, facts, 2) == []
    american = with_sentence(composed(facts, locale="en_US"), "It is on 12/06/2027.")
    assert found(american, facts, 2, locale="en_US")


def test_dates_of_a_stretch_are_all_known() -> None:
    from build_letters import the_event

    facts = letter_facts(event=the_event(dates=(), date_range=(date(2027, 6, 10), date(2027, 6, 14))))
    assert found(with_sentence(composed(facts), "I looked at 10, 11 and 14 June."), facts, 2) == []
    assert found(with_sentence(composed(facts), "I looked at 10 and 15 June."), facts, 2)


def test_the_list_fee_may_be_named_and_the_floor_may_not() -> None:
    facts = letter_facts(lost=("fee",))
    assert found(with_sentence(composed(facts), "My fee is €6,000."), facts, 2) == []
    assert found(with_sentence(composed(facts), "My fee is never below €4,000."), facts, 2)


def test_a_budget_without_currency_cannot_prove_an_amount() -> None:
    facts = letter_facts(budget=Budget(min=None, max=None))
    assert found(with_sentence(composed(facts), "You named £500."), facts, 2)


def test_an_empty_letter_is_found_wanting_and_does_not_crash() -> None:
    facts = letter_facts()
    findings = check(LetterText(), facts, None, LetterKind.REFERRAL, Manner(Tone.WARM, "en_GB"))
    assert {1, 7, 8, 15} <= {one.number for one in findings if one.severity is Severity.BLOCKS}


def test_the_owners_own_contact_data_may_stand() -> None:
    facts = letter_facts(owner=the_owner(website="anders.example"))
    text = with_sentence(composed(facts), "You reach me at hello@anders.example or +49 761 555 0142.", -1)
    assert found(text, facts, 8) == []


def test_a_phone_may_be_written_the_national_way() -> None:
    facts = letter_facts()
    text = rewritten(composed(facts), "+33 4 55 50 01 42", "04 55 50 01 42")
    assert found(text, facts, 8) == []


@pytest.mark.parametrize("changes", [{"received": None}, {"goal": None}, {"reply_by": date(2027, 3, 10)}])
def test_missing_facts_are_no_findings(changes: dict[str, Any]) -> None:
    facts = letter_facts(**changes)
    assert check(composed(facts), facts, ONE_PAGE, LetterKind.REFERRAL, Manner(Tone.FORMAL, "en_GB")) == ()


def test_the_day_of_the_letter_and_of_the_request_are_known() -> None:
    facts = letter_facts(received=datetime(2027, 2, 20, 9))
    text = with_sentence(composed(facts), "I write on 3 March; you wrote on 20 February.")
    assert date(2027, 3, 3) == DAY
    assert found(text, facts, 2) == []


def test_offerings_of_the_peer_are_evidence() -> None:
    facts = letter_facts(a_colleague(offerings=(peer_offering(similar_jobs=44),)))
    assert found(with_sentence(composed(facts), "She has done it 44 times.", 3), facts, 9) == []
