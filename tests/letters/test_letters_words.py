"""Dates, money, lists, articles, event phrases and the client's goal."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from build_letters import the_event
from fitdesk.domain.event import Budget, Event, Format, Mode, Place
from fitdesk.domain.letter import Manner
from fitdesk.letters.languages import language_of
from fitdesk.letters.languages.english_event import named_event, their_event, to_do, where
from fitdesk.letters.languages.english_event import the_event as event_phrase
from fitdesk.letters.languages.english_goal import say_goal
from fitdesk.letters.languages.english_words import mid_sentence, tidy, with_article
from fitdesk.letters.words.dates import days_in_short, say_day
from fitdesk.letters.words.money import say_limit
from fitdesk.letters.words.plain_words import printable, sentence
from fitdesk.letters.words.reason_words import group_size, say_days, say_lengths, say_minutes

BRITISH, AMERICAN = language_of("en_GB"), language_of("en_US")
NEAR = date(2026, 3, 1)


def test_days() -> None:
    day = date(2026, 3, 1)
    assert say_day(day, "en_GB") == "1 March 2026"
    assert say_day(day, "en_US") == "March 1, 2026"
    assert say_day(day, "en_US", near=NEAR) == "March 1"
    assert BRITISH.say_stretch(date(2027, 6, 12), date(2027, 6, 13), "en_GB", near=NEAR) == "12–13 June 2027"
    assert AMERICAN.say_stretch(date(2027, 6, 12), date(2027, 6, 13), "en_US", near=NEAR) == "June 12–13, 2027"
    assert BRITISH.say_stretch(date(2026, 6, 30), date(2026, 7, 1), "en_GB", near=NEAR) == "30 June – 1 July"


@pytest.mark.parametrize(
    ("dates", "stretch", "said", "month"),
    [
        ((date(2026, 6, 12),), None, "on 12 June", "June"),
        ((date(2026, 6, 12), date(2026, 6, 13)), None, "on 12–13 June", "June"),
        ((date(2026, 6, 4), date(2026, 6, 11)), None, "in June", "June"),
        ((date(2026, 6, 4), date(2026, 7, 11)), None, "", ""),
        ((), (date(2026, 6, 11), date(2026, 6, 20)), "in June", "June"),
        ((), (date(2026, 6, 11), date(2026, 6, 12)), "on 11–12 June", "June"),
        ((), None, "", ""),
    ],
)
def test_no_more_is_said_about_the_time_than_is_known(
    dates: tuple[date, ...], stretch: tuple[date, date] | None, said: str, month: str
) -> None:
    event = Event(dates=dates, date_range=stretch)
    assert BRITISH.when(event, "en_GB", NEAR) == said
    assert BRITISH.month_of(event, "en_GB", NEAR) == month


def test_all_days_stand_in_the_information_block() -> None:
    event = Event(dates=(date(2026, 6, 11), date(2026, 6, 4)))
    assert days_in_short(event, "en_GB", NEAR) == "4 and 11 June"
    assert days_in_short(Event(), "en_GB", NEAR) == ""


def test_money() -> None:
    assert BRITISH.amount(Decimal(7500), "GBP", "en_GB") == "£7,500.00"
    assert AMERICAN.amount(Decimal(7500), "USD", "en_US") == "$7,500.00"
    assert BRITISH.amount(Decimal(7500), "CHF", "en_GB") == "CHF\u00a07,500.00"
    assert BRITISH.amount(Decimal(7500), "EUR", "en_GB", in_prose=True) == "€7,500"
    assert BRITISH.amount(Decimal("7500.50"), "EUR", "en_GB", in_prose=True) == "€7,500.50"


@pytest.mark.parametrize(
    ("budget", "said"),
    [
        (Budget(Decimal(5000), Decimal(5000), "GBP"), "the £5,000 you named"),
        (Budget(Decimal(4000), Decimal(5000), "GBP"), "the range you named, £4,000 to £5,000"),
        (Budget(None, Decimal(5000), "GBP"), "the limit of £5,000 you named"),
        (Budget(Decimal(5000), None, "GBP"), "the £5,000 you named"),
        (Budget(None, Decimal(5000), None), ""),
    ],
)
def test_the_budget_as_a_phrase(budget: Budget, said: str) -> None:
    assert say_limit(budget, BRITISH, "en_GB") == said


def test_lists_articles_and_capitals() -> None:
    assert BRITISH.join(["a"]) == "a"
    assert BRITISH.join(["a", "b", "c"], "or") == "a, b or c"
    assert [with_article(noun) for noun in ("keynote", "hour", "AI course", "university day", "NHS forum", "MC")] == [
        "a keynote",
        "an hour",
        "an AI course",
        "a university day",
        "an NHS forum",
        "an MC",
    ]
    assert mid_sentence("Trust in teams") == "trust in teams"
    assert [mid_sentence(word) for word in ("AI tools", "German history", "I agree", "Brexit")] == [
        "AI tools",
        "German history",
        "I agree",
        "Brexit",
    ]
    assert sentence("she works alone") == "She works alone."
    assert sentence("Does she?") == "Does she?"
    assert (BRITISH.in_words(3), BRITISH.in_words(1200)) == ("three", "1,200")
    assert tuple(say_days(n, BRITISH) for n in (28, 9)) == ("four weeks", "nine days")
    assert tuple(say_minutes(n, BRITISH) for n in (60, 480)) == (
        "an hour",
        "a full day",
    )
    assert say_lengths((45, 90), BRITISH) == "between 45 and 90 minutes"
    assert say_lengths((60, 180), BRITISH) == "between an hour and three hours"
    assert group_size(None, 40, BRITISH) == "groups of up to 40"


def test_typographic_marks() -> None:
    assert tidy("She said \"no\" - it's 'fine'...") == "She said “no” – it’s ‘fine’…"
    assert tidy("the teams' goal") == "the teams’ goal"
    assert printable("e\u0301\u200b\u202ex\u00ad") == "éx"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Leadership summit", "your leadership summit"),
        ("Leadership Summit", "your Leadership Summit"),
        ("Horizon Days 2027", "your Horizon Days 2027"),
        ("The Great Gathering", "the Great Gathering"),
        ("Our annual dinner", "your annual dinner"),
        ("Not the Usual Route", "“Not the Usual Route”"),
        ("SUTRA 2027", "SUTRA 2027"),
        ("TEDxLyon", "TEDxLyon"),
        ("", ""),
        (None, ""),
    ],
)
def test_the_event_by_name(name: str | None, said: str) -> None:
    assert named_event(Event(name=name)) == said


def test_what_was_asked_for() -> None:
    assert to_do(the_event(), BRITISH) == "speak at your leadership summit"
    assert to_do(Event(format=Format.WORKSHOP, name="Spring Workshop"), BRITISH) == "lead your Spring Workshop"
    assert to_do(Event(format=Format.KEYNOTE), BRITISH) == "give a keynote"
    assert to_do(Event(), BRITISH) == "contribute to your event"
    assert event_phrase(Event(format=Format.CONSULTING), BRITISH) == "your project"
    assert where(Event(place=Place("Lyon"), name="Lyon Forum")) == ""
    assert where(Event(mode=Mode.VIRTUAL, place=Place("Lyon"))) == "online"


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (the_event(), "a leadership summit"),
        (Event(name="our annual dinner"), "an annual dinner"),
        (Event(name="leadership days"), "the leadership days"),
        (Event(name="Horizon Days 2027"), "the Horizon Days 2027"),
        (Event(name="Not the Usual Route"), "“Not the Usual Route”"),
        (Event(format=Format.WORKSHOP), "a workshop"),
        (Event(), "an event"),
    ],
)
def test_the_event_said_to_a_third_person(event: Event, said: str) -> None:
    assert their_event(event, BRITISH) == said


def test_the_event_in_the_information_block_has_no_article() -> None:
    assert BRITISH.event_in_short(Event(name="the Harbour Days")) == "Harbour Days"
    assert BRITISH.event_in_short(Event(format=Format.KEYNOTE)) == "Keynote"
    assert BRITISH.event_in_short(Event()) == ""


def test_terms_are_spelt_as_the_country_does() -> None:
    assert BRITISH.term("fact_organization") == "Organisation"
    assert AMERICAN.term("people", n=3) == "3 people"


def test_lines_do_not_end_inside_dates_numbers_and_names() -> None:
    said = BRITISH.keep_together(
        "Dr Meyer and I know 20 people, groups of 20 to 40, on 12 June 2027: +33 4 55 50 01 42"
    )
    assert said == (
        "Dr\u00a0Meyer and I\u00a0know 20\u00a0people, groups of 20\u00a0to\u00a040, on 12\u00a0June\u00a02027: "
        "+33\u00a04\u00a055\u00a050\u00a001\u00a042"
    )


def test_subject_lines() -> None:
    assert BRITISH.subject_line(the_event(), "") == "Your leadership summit in Lyon"
    assert (
        BRITISH.subject_line(Event(format=Format.KEYNOTE, place=Place("Leeds")), "")
        == "Your request for a keynote in Leeds"
    )
    assert BRITISH.subject_line(Event(place=Place("Leeds")), "") == "Your event in Leeds"
    assert BRITISH.subject_line(Event(), "28 February") == "Your request of 28 February"
    assert BRITISH.subject_line(Event(), "") == "Your request"


@pytest.mark.parametrize(
    ("goal", "wish"),
    [
        ("that the teams leave with three commitments.", "hope that the teams leave with three commitments"),
        ("We want our managers to talk to each other again.", "want your managers to talk to each other again"),
        ("to help our teams trust each other", "want to help your teams trust each other"),
        ("People should leave with a plan", "hope that people will leave with a plan"),
        ("Our nurses should be able to speak up", "hope that your nurses will be able to speak up"),
        ("leave with one thing they will do differently", ""),
        ("I would like my team to feel heard", ""),
        ("We want you to shake our people up", ""),
        ("How can we say no?", ""),
        ("calm, before the redundancies", ""),
    ],
)
def test_a_goal_is_woven_in_only_where_grammar_is_safe(goal: str, wish: str) -> None:
    words = say_goal(goal, "en_GB")
    assert words.wish == wish
    assert words.quote.startswith("“")


def test_a_goal_in_another_language_is_not_woven_in() -> None:
    words = BRITISH.goal("to help our teams", "de", Manner())
    assert (words.wish, words.quote) == ("", "“to help our teams”.")
    assert BRITISH.goal("to help our teams", "en", Manner()).wish == "want to help your teams"


def test_a_quotation_ends_as_its_country_wants_it() -> None:
    assert say_goal("calm and hope", "en_GB").quote == "“calm and hope”."
    assert say_goal("calm and hope", "en_US").quote == "“calm and hope.”"
    assert say_goal('He said "enough". Now we mean it.', "en_GB").quote == "“He said ‘enough’. Now we mean it.”"
    assert say_goal("Wake them up!", "en_GB").quote == "“Wake them up!”"


def test_a_long_goal_is_cut_where_a_clause_ends_and_says_so() -> None:
    goal = "people who " + "argue with each other and still come back, " * 8
    quote = say_goal(goal, "en_GB").quote
    assert quote.endswith("come back …”")
    assert len(quote.split()) <= 36


@pytest.mark.parametrize("goal", [None, "", " ", "…"])
def test_no_goal_says_nothing(goal: str | None) -> None:
    assert say_goal(goal, "en_GB").quote == ""
