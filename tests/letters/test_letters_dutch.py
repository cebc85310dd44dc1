"""Dutch in letters: salutations with tussenvoegsels, closes, days, amounts, events, peers and goals."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from fitdesk.domain.contact import Contact, Gender
from fitdesk.domain.event import Event, Format, Mode, Place
from fitdesk.domain.letter import Manner, Tone
from fitdesk.domain.peer import Peer
from fitdesk.letters.languages.dutch import LANGUAGE
from fitdesk.letters.languages.dutch_words import mid_sentence, owning, tidy

FEMALE, MALE = Gender.FEMALE, Gender.MALE
U, JE = LANGUAGE.for_address(familiar=False), LANGUAGE.for_address(familiar=True)
NEAR = date(2027, 3, 3)
SHE, HE = Peer(name="Camille Roux", pronoun_subject="she"), Peer(name="Luc Perrin", pronoun_subject="he")
THEY = Peer(name="Alex Bos", pronoun_subject="they")


def manner(tone: Tone = Tone.FORMAL, *, familiar: bool = False) -> Manner:
    return Manner(tone, "nl_NL", familiar)


@pytest.mark.parametrize(
    ("name", "gender", "title", "salutation"),
    [
        ("Maria Fontaine", FEMALE, None, "Geachte mevrouw Fontaine,"),
        ("Jan van der Berg", MALE, None, "Geachte heer Van der Berg,"),
        ("Berg, Jan van den", MALE, None, "Geachte heer Van den Berg,"),
        ("Els de Vries", FEMALE, None, "Geachte mevrouw De Vries,"),
        ("Jan in ’t Veld", MALE, None, "Geachte heer In ’t Veld,"),
        ("Els ’t Hart", FEMALE, None, "Geachte mevrouw ’t Hart,"),
        ("Mevrouw A. de Boer", None, None, "Geachte mevrouw De Boer,"),
        ("De heer Tom Bos", None, None, "Geachte heer Bos,"),
        ("Anna Meyer", FEMALE, "Dr.", "Geachte mevrouw Meyer,"),
        ("Anna Meyer", None, "Dr.", "Geachte dr. Meyer,"),
        ("Prof. dr. Piet Paaltjens", MALE, None, "Geachte professor Paaltjens,"),
        ("Alex Moor", None, None, "Beste Alex Moor,"),
        ("Alex de Vries", None, None, "Beste Alex de Vries,"),
        ("Madonna", FEMALE, None, "Beste Madonna,"),
        ("王小明", MALE, None, "Beste 王小明,"),
        (None, None, None, "Geachte heer of mevrouw,"),
        ("  ", None, None, "Geachte heer of mevrouw,"),
    ],
)
def test_the_formal_salutation(name: str | None, gender: Gender | None, title: str | None, salutation: str) -> None:
    contact = Contact(name=name, gender=gender, academic_title=title)
    assert LANGUAGE.salutation(contact, manner()) == salutation
    assert LANGUAGE.allowed_salutations(contact, manner())[0] == salutation


@pytest.mark.parametrize(
    ("name", "salutation"),
    [
        ("Maria Fontaine", "Beste Maria,"),
        ("Jan van der Berg", "Beste Jan,"),
        ("J.P. Balkenende", "Beste J.P. Balkenende,"),
        ("A. de Boer", "Beste A. de Boer,"),
        ("王小明", "Beste 王小明,"),
        (None, "Geachte heer of mevrouw,"),
    ],
)
def test_a_warm_or_familiar_letter_goes_to_the_first_name(name: str | None, salutation: str) -> None:
    contact = Contact(name=name, gender=FEMALE)
    assert LANGUAGE.salutation(contact, manner(Tone.WARM)) == salutation
    familiar = salutation if name else "Goedendag,"
    assert LANGUAGE.salutation(contact, manner(Tone.BRIEF, familiar=True)) == familiar
    assert LANGUAGE.salutation(contact, manner(Tone.FORMAL, familiar=True)) == familiar


def test_gender_is_never_guessed() -> None:
    for tone in Tone:
        allowed = LANGUAGE.allowed_salutations(Contact(name="Alex Moor"), manner(tone))
        assert "Beste Alex Moor," in allowed
        assert not any("mevrouw" in one or "heer" in one for one in allowed)
    allowed = LANGUAGE.allowed_salutations(Contact(name="Maria Fontaine", gender=FEMALE), manner())
    assert "Geachte heer Fontaine," not in allowed
    assert "Beste Maria," not in allowed


def test_a_doctor_may_be_addressed_with_the_title() -> None:
    allowed = LANGUAGE.allowed_salutations(Contact(name="Anna Meyer", gender=FEMALE, academic_title="Dr"), manner())
    assert allowed[0] == "Geachte mevrouw Meyer,"
    assert "Geachte mevrouw dr. Meyer," in allowed


@pytest.mark.parametrize(
    ("contact", "said"),
    [
        (Contact(name="Anna Meyer", academic_title="Dr"), "Dr. Anna Meyer"),
        (Contact(name="Prof. Jan van der Berg", gender=MALE), "Prof. Jan van der Berg"),
        (Contact(name="Mevrouw A. de Boer"), "A. de Boer"),
        (Contact(name="Maria Fontaine", gender=FEMALE), "Maria Fontaine"),
        (Contact(), ""),
    ],
)
def test_the_name_on_the_envelope(contact: Contact, said: str) -> None:
    assert LANGUAGE.on_envelope(contact) == said


def test_every_close_pairs_with_its_salutation() -> None:
    closes = LANGUAGE.book.closes
    known, unknown = Contact(name="Maria Fontaine", gender=FEMALE), Contact()
    assert LANGUAGE.close_key(known, manner(Tone.WARM)) == "warm"
    assert LANGUAGE.close_key(known, manner()) == "formal"
    assert LANGUAGE.close_key(unknown, manner(Tone.WARM)) == "unknown"
    assert {closes["nl_NL", key][0] for key in ("warm", "formal", "unknown")} == {"Met vriendelijke groet,"}
    assert "Hoogachtend," not in closes["nl_NL", "warm"]
    assert LANGUAGE.spoken_to(known, manner()) == "mevrouw Fontaine"
    assert LANGUAGE.spoken_to(unknown, manner()) == "heer of mevrouw"


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (Event(format=Format.WORKSHOP, mode=Mode.VIRTUAL), "online een workshop te geven"),
        (Event(format=Format.CONSULTING, mode=Mode.VIRTUAL), "u online te adviseren"),
        (Event(format=Format.FACILITATION, mode=Mode.VIRTUAL), "online uw bijeenkomst te begeleiden"),
        (
            Event(format=Format.WORKSHOP, dates=(date(2027, 6, 12),), place=Place("Lyon")),
            "een workshop te geven in Lyon op 12 juni",
        ),
    ],
)
def test_what_was_asked_for_has_its_place_and_day(event: Event, said: str) -> None:
    assert U.event_fields(event, "nl_NL", NEAR)["task"] == said


def test_several_days_name_their_month_and_year_once() -> None:
    for days, said in (
        ((date(2027, 8, 7), date(2027, 8, 14)), "7 en 14 augustus"),
        ((date(2027, 6, 13), date(2027, 6, 20), date(2027, 6, 27)), "13, 20 en 27 juni"),
        ((date(2028, 1, 24), date(2028, 1, 31), date(2028, 2, 7)), "24 en 31 januari en 7 februari 2028"),
    ):
        assert LANGUAGE.say_days(days, "nl_NL", near=NEAR) == said


@pytest.mark.parametrize(
    ("note", "who", "said"),
    [
        ("Werkt rustig, zonder dia’s.", "she", "Zij werkt rustig, zonder dia’s."),
        ("Vraagt veel.", "they", "Noor vraagt veel."),
        ("Directer dan ik.", "he", "Hij is directer dan ik."),
        ("Zonder dia’s.", "she", "Wat haar van mij onderscheidt: zonder dia’s."),
        ("Zij luistert meer dan ik.", "she", "Zij luistert meer dan ik."),
        ("Noor luistert.", "they", "Noor luistert."),
    ],
)
def test_how_a_peer_differs_is_a_sentence(note: str, who: str, said: str) -> None:
    assert LANGUAGE.trait(Peer(name="Noor Dekker", pronoun_subject=who), note) == said


def test_an_event_in_short_is_not_ours() -> None:
    assert LANGUAGE.event_in_short(Event(name="onze heidag")) == "Heidag"


def test_days_and_months() -> None:
    assert LANGUAGE.say_day(date(2026, 3, 1), "nl_NL") == "1 maart 2026"
    assert LANGUAGE.say_day(date(2027, 6, 12), "nl_NL", near=NEAR) == "12 juni"
    assert LANGUAGE.say_month(date(2028, 5, 1), "nl_NL", near=NEAR) == "mei 2028"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2027, 6, 12), date(2027, 6, 12), "12 juni"),
        (date(2027, 6, 12), date(2027, 6, 13), "12 en 13 juni"),
        (date(2027, 6, 12), date(2027, 6, 15), "12 tot en met 15 juni"),
        (date(2027, 6, 30), date(2027, 7, 1), "30 juni en 1 juli"),
        (date(2027, 12, 30), date(2028, 1, 2), "30 december 2027 tot en met 2 januari 2028"),
    ],
)
def test_consecutive_days(first: date, last: date, said: str) -> None:
    assert LANGUAGE.say_stretch(first, last, "nl_NL", near=NEAR) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((12,), "op 12 juni"),
        ((12, 13), "op 12 en 13 juni"),
        ((12, 13, 14), "van 12 tot en met 14 juni"),
        ((12, 26), "in juni"),
        ((), ""),
    ],
)
def test_when_it_is(days: tuple[int, ...], said: str) -> None:
    event = Event(dates=tuple(date(2027, 6, day) for day in days))
    assert LANGUAGE.when(event, "nl_NL", NEAR) == said


def test_amounts_numbers_and_lists() -> None:
    assert LANGUAGE.amount(Decimal(7500), "EUR", "nl_NL") == "€\u00a07.500,00"
    assert LANGUAGE.amount(Decimal(7500), "EUR", "nl_NL", in_prose=True) == "€\u00a07.500"
    assert LANGUAGE.amount(Decimal("7500.50"), "CHF", "nl_NL", in_prose=True) == "CHF\u00a07.500,50"
    assert (LANGUAGE.in_words(1), LANGUAGE.in_words(12), LANGUAGE.in_words(1200)) == ("één", "twaalf", "1.200")
    assert LANGUAGE.join(["a", "b", "c"]) == "a, b en c"
    assert LANGUAGE.join(["a", "b"], "or") == "a of b"
    assert LANGUAGE.language_name("fr") == "Frans"


def test_small_rules_of_writing() -> None:
    assert tidy("'s Avonds zei ze \"ja\" over foto's in 't Veld...") == "’s Avonds zei ze “ja” over foto’s in ’t Veld…"
    assert LANGUAGE.quoted("een “echt” gesprek") == "“een ‘echt’ gesprek”"
    assert [
        mid_sentence(words) for words in ("Vertrouwen in teams", "U zoekt", "IJsberen", "HR", "Nederlandse zorg")
    ] == [
        "vertrouwen in teams",
        "u zoekt",
        "ijsberen",
        "HR",
        "Nederlandse zorg",
    ]
    names = ("Maria", "Camille", "Alex", "Jan", "Lou", "Romy", "René", "Hans")
    assert [owning(name) for name in names] == [
        "Maria’s",
        "Camilles",
        "Alex’",
        "Jans",
        "Lous",
        "Romy’s",
        "Renés",
        "Hans’",
    ]


@pytest.mark.parametrize(
    ("name", "said", "to_others"),
    [
        ("Leadership summit", "uw leadership summit", "een leadership summit"),
        ("Leadership Summit 2027", "uw Leadership Summit 2027", "de Leadership Summit 2027"),
        ("Voorjaarscongres", "uw Voorjaarscongres", "het Voorjaarscongres"),
        ("De Nationale Onderwijsdag", "de Nationale Onderwijsdag", "de Nationale Onderwijsdag"),
        ("Het Grote Debat", "het Grote Debat", "het Grote Debat"),
        ("The Big Data Conference", "de Big Data Conference", "de Big Data Conference"),
        ("onze jaardag", "uw jaardag", "een jaardag"),
        ("Harbour Days", "uw Harbour Days", "de Harbour Days"),
        ("Not the Usual Route", "uw bijeenkomst “Not the Usual Route”", "de bijeenkomst “Not the Usual Route”"),
        ("zomerborrels", "uw zomerborrels", "de bijeenkomst “zomerborrels”"),
        ("SUTRA 2027", "SUTRA 2027", "SUTRA 2027"),
        (None, "uw bijeenkomst", "een bijeenkomst"),
    ],
)
def test_an_event_said_to_the_client_and_to_others(name: str | None, said: str, to_others: str) -> None:
    event = Event(name=name, format=Format.KEYNOTE)
    fields = U.event_fields(event, "nl_NL", NEAR)
    assert (fields["event"], fields["their_event"]) == (said, to_others)
    assert set(fields) == set(LANGUAGE.event_field_names)
    assert JE.event_fields(event, "nl_NL", NEAR)["event"] == re.sub(r"^uw ", "je ", said)


@pytest.mark.parametrize(
    ("form", "name", "said"),
    [
        (Format.KEYNOTE, "Heidag", "een keynote te geven tijdens uw Heidag"),
        (Format.KEYNOTE, None, "een keynote te geven"),
        (Format.WORKSHOP, "Onderhandelingsworkshop", "uw Onderhandelingsworkshop te geven"),
        (Format.WORKSHOP, "Heidag", "een workshop te geven tijdens uw Heidag"),
        (Format.PANEL, None, "deel te nemen aan uw panelgesprek"),
        (Format.CONSULTING, "Zorgdag", "u te adviseren over uw Zorgdag"),
        (Format.MODERATION, "Het Debat", "als moderator op te treden tijdens het Debat"),
        (None, None, "een bijdrage te leveren aan uw bijeenkomst"),
    ],
)
def test_what_was_asked_for(form: Format | None, name: str | None, said: str) -> None:
    assert U.event_fields(Event(name=name, format=form), "nl_NL", NEAR)["to_do"] == said


def test_the_subject_line_and_the_place() -> None:
    lyon = Place("Lyon", "FR")
    assert U.subject_line(Event(name="Heidag", place=lyon), "3 maart") == "Uw Heidag in Lyon"
    assert JE.subject_line(Event(format=Format.KEYNOTE, place=lyon), "") == "Je aanvraag voor een keynote in Lyon"
    assert U.subject_line(Event(place=lyon), "") == "Uw bijeenkomst in Lyon"
    assert U.subject_line(Event(), "3 maart") == "Uw aanvraag van 3 maart"
    online = Event(name="Heidag", mode=Mode.VIRTUAL, place=lyon)
    assert U.event_fields(online, "nl_NL", NEAR)["where"] == "online"
    assert U.event_fields(replace(online, format=Format.WEBINAR), "nl_NL", NEAR)["where"] == ""
    assert U.event_fields(Event(name="Zorgdag Lyon", place=lyon), "nl_NL", NEAR)["where"] == ""


def test_peers_and_companies() -> None:
    assert LANGUAGE.peer_fields(SHE) == {"she": "zij", "her": "haar", "hers": "haar"}
    assert LANGUAGE.peer_fields(HE) == {"she": "hij", "her": "hem", "hers": "zijn"}
    assert LANGUAGE.peer_fields(THEY) == {"she": "Alex", "her": "Alex", "hers": "Alex’"}
    one, two, three = (LANGUAGE.company_fields(peers) for peers in ((SHE,), (SHE, HE), (SHE, HE, THEY)))
    assert (one["number"], one["any_of_them"], one["is"]) == ("één", "haar", "is")
    assert (two["number"], two["any_of_them"], two["is"]) == ("twee", "een van beiden", "zijn")
    assert (three["number"], three["any_of_them"], three["hers"]) == ("drie", "een van hen", "hun")
    wanted = {*LANGUAGE.company_field_names, *LANGUAGE.peer_field_names}
    assert set(one) == set(two) == set(three) == wanted


@pytest.mark.parametrize(
    ("gives", "language", "groups", "said"),
    [
        (
            "geeft keynotes",
            "Frans",
            "groepen tot 40 personen",
            "geeft keynotes in het Frans voor groepen tot 40 personen",
        ),
        ("werkt", "", "groepen tot 40 personen", "werkt met groepen tot 40 personen"),
        ("werkt", "Frans", "", "werkt in het Frans"),
    ],
)
def test_the_details_of_a_peer(gives: str, language: str, groups: str, said: str) -> None:
    assert LANGUAGE.details(gives, language, groups) == said


def test_a_headline_is_woven_only_with_its_article() -> None:
    assert LANGUAGE.headline("Mediator en trainer.") == {"headline": "mediator en trainer", "a_headline": ""}
    assert LANGUAGE.headline("een mediator die luistert")["a_headline"] == "een mediator die luistert"
    assert LANGUAGE.headline("Ik help teams") == {"headline": "", "a_headline": ""}


@pytest.mark.parametrize(
    ("goal", "language", "wish", "quote"),
    [
        ("dat onze teams weer praten", "nl", "dat uw teams weer praten", "“dat onze teams weer praten”."),
        ("Dat de staf de zorg vertrouwt.", "nl", "dat de staf de zorg vertrouwt", "“Dat de staf de zorg vertrouwt.”"),
        ("dat wij weer praten", "nl", "", "“dat wij weer praten”."),
        ("dat het ons team helpt", "nl", "", "“dat het ons team helpt”."),
        ("minder ruzie", "nl", "", "“minder ruzie”."),
        ("that the teams talk", "en", "", "“that the teams talk”."),
        ("dat dies geht", "de", "", "“dat dies geht”."),
        ("Wie durft?", "nl", "", "“Wie durft?”"),
        (None, "nl", "", ""),
    ],
)
def test_a_goal_is_woven_only_where_grammar_allows_it(goal: str | None, language: str, wish: str, quote: str) -> None:
    words = LANGUAGE.goal(goal, language, manner())
    assert (words.wish, words.quote) == (wish, quote)


def test_a_long_goal_is_cut_at_a_clause() -> None:
    goal = f"dat {'heel ' * 20}veel mensen elkaar weer vertrouwen, {'en meer ' * 15}"
    quote = LANGUAGE.goal(goal, "nl", manner()).quote
    assert quote.endswith("vertrouwen …”")
    assert len(quote.split()) < 35
