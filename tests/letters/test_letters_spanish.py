"""Spanish letters: salutations with two surnames, usted and tú, days, amounts, y and e, events and goals."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from fitdesk.domain.contact import Address, Contact, Gender
from fitdesk.domain.event import Event, Format, Mode, Place
from fitdesk.domain.letter import LetterKind, Manner, Tone
from fitdesk.domain.peer import Peer
from fitdesk.letters.languages.spanish import LANGUAGE
from fitdesk.letters.words.compose import compose
from letter_cases import case

FEMALE, MALE = Gender.FEMALE, Gender.MALE
USTED, TU = LANGUAGE.for_address(familiar=False), LANGUAGE.for_address(familiar=True)
NEAR = date(2026, 1, 10)
SHE, HE = Peer(name="Camille Roux", pronoun_subject="she"), Peer(name="Jon Iturbe", pronoun_subject="he")
THEY = Peer(name="Alex Moor", pronoun_subject="they")


def manner(tone: Tone, *, familiar: bool = False) -> Manner:
    return Manner(tone, "es_ES", familiar)


@pytest.mark.parametrize(
    ("name", "gender", "title", "salutation"),
    [
        ("María López García", FEMALE, None, "Estimada Sra. López:"),
        ("Juan Carlos Pérez", MALE, None, "Estimado Sr. Pérez:"),
        ("María José García López", FEMALE, None, "Estimada Sra. García:"),
        ("Ana de la Fuente Ruiz", FEMALE, None, "Estimada Sra. De la Fuente:"),
        ("José Ortega y Gasset", MALE, None, "Estimado Sr. Ortega y Gasset:"),
        ("López García, María", FEMALE, None, "Estimada Sra. López:"),
        ("María López", FEMALE, "Dr", "Estimada Dra. López:"),
        ("Dra. María López García", None, None, "Estimada Dra. López:"),
        ("Íñigo Echeverría", MALE, "Prof. Dr.", "Estimado Prof. Echeverría:"),
        ("Alex Moor", None, "Dr", "Estimado/a Alex Moor:"),
        ("Alex Moor", None, "Prof.", "Estimado/a Prof. Moor:"),
        ("Alex Moor", None, None, "Estimado/a Alex Moor:"),
        ("Doña Carmen Ruiz", None, None, "Estimada Sra. Ruiz:"),
        ("D. Luis Ramos", None, None, "Estimado Sr. Ramos:"),
        ("Cher", FEMALE, None, "Estimada Cher:"),
        ("王小明", MALE, None, "Estimado 王小明:"),
        (None, None, None, "Estimados señores:"),
        ("  ", None, None, "Estimados señores:"),
    ],
)
def test_the_formal_salutation(name: str | None, gender: Gender | None, title: str | None, salutation: str) -> None:
    contact = Contact(name=name, gender=gender, academic_title=title)
    assert LANGUAGE.salutation(contact, manner(Tone.FORMAL)) == salutation


@pytest.mark.parametrize(
    ("name", "gender", "tone", "familiar", "salutation"),
    [
        ("María López", FEMALE, Tone.WARM, False, "Estimada María:"),
        ("María José López", FEMALE, Tone.WARM, False, "Estimada María José:"),
        ("Alex Moor", None, Tone.WARM, False, "Estimado/a Alex:"),
        ("María López", FEMALE, Tone.WARM, True, "Querida María:"),
        ("Luis Ramos", MALE, Tone.WARM, True, "Querido Luis:"),
        ("Alex Moor", None, Tone.WARM, True, "Hola, Alex:"),
        ("María López", FEMALE, Tone.BRIEF, True, "Hola, María:"),
        ("María López", FEMALE, Tone.BRIEF, False, "Estimada Sra. López:"),
        ("María López", FEMALE, Tone.FORMAL, True, "Estimada María:"),
        ("J. Ramos", MALE, Tone.WARM, False, "Estimado J. Ramos:"),
        (None, None, Tone.WARM, True, "Hola:"),
        (None, None, Tone.FORMAL, True, "Buenos días:"),
    ],
)
def test_by_first_name(name: str | None, gender: Gender | None, tone: Tone, familiar: bool, salutation: str) -> None:
    assert LANGUAGE.salutation(Contact(name=name, gender=gender), manner(tone, familiar=familiar)) == salutation


def test_people_from_elsewhere_have_one_surname() -> None:
    kennedy = Contact(name="John Fitzgerald Kennedy", gender=MALE, address=Address(country="US"))
    assert LANGUAGE.salutation(kennedy, manner(Tone.FORMAL)) == "Estimado Sr. Kennedy:"
    at_home = replace(kennedy, name="María López García", gender=FEMALE, language="es")
    assert LANGUAGE.salutation(at_home, manner(Tone.FORMAL)) == "Estimada Sra. López:"


def test_the_usual_salutation_is_allowed_and_has_a_close() -> None:
    people = [Contact(), *(Contact(name=n, gender=g) for n, g in product(("Cher", "Dra. Ana Gil Paz"), (FEMALE, None)))]
    for contact, tone, familiar in product(people, Tone, (False, True)):
        how = manner(tone, familiar=familiar)
        allowed = LANGUAGE.allowed_salutations(contact, how)
        assert allowed[0] == LANGUAGE.salutation(contact, how)
        assert all(one.endswith(":") for one in allowed)
        assert LANGUAGE.book.closes["es_ES", LANGUAGE.close_key(contact, how)]


def test_no_gender_and_no_title_is_guessed() -> None:
    allowed = LANGUAGE.allowed_salutations(Contact(name="Alex Moor"), manner(Tone.FORMAL))
    assert not any(word in one for one in allowed for word in ("Sra.", "Sr.", "Dr", "Estimada ", "Estimado "))
    assert LANGUAGE.on_envelope(Contact(name="Alex Moor", academic_title="Dr")) == "Alex Moor"
    assert LANGUAGE.on_envelope(Contact(name="Ana Gil Paz", gender=FEMALE, academic_title="Dr")) == "Dra. Ana Gil Paz"


def test_a_letter_says_a_capital_after_the_salutation() -> None:
    for seed, kind in enumerate((LetterKind.REFERRAL, LetterKind.NOT_NOW, LetterKind.ACCEPTANCE, LetterKind.CONSENT)):
        text = compose(case(kind, "es_ES", seed), kind, manner(Tone.WARM, familiar=bool(seed % 2)))
        assert text.salutation.endswith(":")
        assert re.match(r"¿?[A-ZÁÉÍÓÚ]", text.body[0])
        assert text.close.endswith(",")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["a"], "a"),
        (["a", "b", "c"], "a, b y c"),
        (["ética", "inteligencia artificial"], "ética e inteligencia artificial"),
        (["padres", "hijos"], "padres e hijos"),
        (["agua", "hielo"], "agua y hielo"),
        (["moléculas", "iones"], "moléculas y iones"),
        (["Lola", "«Inés»"], "Lola e «Inés»"),
    ],
)
def test_lists_with_and(words: list[str], said: str) -> None:
    assert LANGUAGE.join(words) == said


def test_lists_with_or() -> None:
    assert LANGUAGE.join(["plata", "oro"], "or") == "plata u oro"
    assert LANGUAGE.join(["siete", "ocho"], "or") == "siete u ocho"
    assert LANGUAGE.join(["mujeres", "hombres"], "or") == "mujeres u hombres"
    assert LANGUAGE.join(["a", "b"], "or") == "a o b"


def test_days() -> None:
    def say(first: date, last: date) -> str:
        return LANGUAGE.say_stretch(first, last, "es_ES", near=NEAR)

    assert LANGUAGE.say_day(date(2026, 3, 1), "es_ES") == "1 de marzo de 2026"
    assert LANGUAGE.say_day(date(2026, 3, 1), "es_ES", near=NEAR) == "1 de marzo"
    assert LANGUAGE.say_month(date(2027, 6, 1), "es_ES", near=NEAR) == "junio de 2027"
    assert say(date(2026, 6, 12), date(2026, 6, 14)) == "del 12 al 14 de junio"
    assert say(date(2026, 6, 30), date(2026, 7, 1)) == "del 30 de junio al 1 de julio"
    assert say(date(2027, 6, 30), date(2027, 7, 1)) == "del 30 de junio al 1 de julio de 2027"
    assert say(date(2026, 12, 31), date(2027, 1, 1)) == "del 31 de diciembre al 1 de enero de 2027"


@pytest.mark.parametrize(
    ("who", "note", "said"),
    [
        ("she", "Más directa que yo, y sin rodeos.", "Es más directa que yo, y sin rodeos."),
        ("she", "Un trabajo callado.", "Lo que la distingue: un trabajo callado."),
        ("he", "Sin diapositivas.", "Lo que lo distingue: sin diapositivas."),
        ("they", "Siempre con cifras.", "Lo que distingue a Cruz Medina: siempre con cifras."),
        ("they", "Siempre empieza con una pregunta.", "Siempre empieza con una pregunta."),
        ("she", "Trabaja sin diapositivas.", "Trabaja sin diapositivas."),
    ],
)
def test_a_note_on_a_peer_is_a_sentence(who: str, note: str, said: str) -> None:
    assert LANGUAGE.trait(Peer(name="Cruz Medina", pronoun_subject=who), note) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((date(2026, 12, 5), date(2026, 12, 12)), "5 y 12 de diciembre"),
        ((date(2026, 5, 25), date(2026, 6, 1)), "25 de mayo y 1 de junio"),
        ((date(2028, 1, 3), date(2028, 1, 4)), "3 y 4 de enero de 2028"),
        ((date(2028, 1, 24), date(2028, 1, 31), date(2028, 2, 7)), "24 y 31 de enero y 7 de febrero de 2028"),
    ],
)
def test_days_of_one_month_name_it_once(days: tuple[date, ...], said: str) -> None:
    assert LANGUAGE.say_days(days, "es_ES", near=NEAR) == said


@pytest.mark.parametrize(
    ("dates", "when"),
    [
        ((date(2026, 6, 12),), "el 12 de junio"),
        ((date(2026, 6, 12), date(2026, 6, 13)), "los días 12 y 13 de junio"),
        ((date(2026, 6, 4), date(2026, 6, 11)), "en junio"),
        ((), ""),
    ],
)
def test_when(dates: tuple[date, ...], when: str) -> None:
    assert LANGUAGE.event_fields(Event(dates=dates), "es_ES", NEAR)["when"] == when


@pytest.mark.parametrize(
    ("amount", "currency", "in_prose", "said"),
    [
        ("7500", "EUR", False, "7500,00 €"),
        ("7500", "EUR", True, "7500 €"),
        ("12500", "EUR", False, "12 500,00 €"),
        ("1250000.5", "EUR", True, "1 250 000,50 €"),
        ("7500", "GBP", False, "7500,00 £"),
        ("7500", "CHF", False, "7500,00 CHF"),
    ],
)
def test_amounts(amount: str, currency: str, in_prose: bool, said: str) -> None:
    found = LANGUAGE.amount(Decimal(amount), currency, "es_ES", in_prose=in_prose)
    assert found == said.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("event", "to_do", "their_event", "subject"),
    [
        (
            Event(name="Jornada de liderazgo", format=Format.KEYNOTE),
            "dar una conferencia en su jornada de liderazgo",
            "una jornada de liderazgo",
            "Su jornada de liderazgo",
        ),
        (
            Event(name="Nuestro congreso anual", format=Format.MODERATION),
            "moderar su congreso anual",
            "un congreso anual",
            "Su congreso anual",
        ),
        (
            Event(name="III Congreso Nacional de Enfermería", format=Format.KEYNOTE),
            "dar una conferencia en su III Congreso Nacional de Enfermería",
            "el III Congreso Nacional de Enfermería",
            "Su III Congreso Nacional de Enfermería",
        ),
        (
            Event(name="Leadership Summit", format=Format.WORKSHOP),
            "impartir un taller en su evento «Leadership Summit»",
            "el evento «Leadership Summit»",
            "Su evento «Leadership Summit»",
        ),
        (
            Event(name="Negotiation workshop", format=Format.WORKSHOP),
            "impartir su taller «Negotiation workshop»",
            "el taller «Negotiation workshop»",
            "Su taller «Negotiation workshop»",
        ),
        (
            Event(name="Mañana empieza hoy", format=Format.KEYNOTE),
            "dar una conferencia en su evento «Mañana empieza hoy»",
            "el evento «Mañana empieza hoy»",
            "Su evento «Mañana empieza hoy»",
        ),
        (
            Event(format=Format.WORKSHOP, place=Place("Lyon")),
            "impartir un taller",
            "un taller",
            "Su solicitud de un taller en Lyon",
        ),
        (Event(), "participar en un acto", "un evento", "Su solicitud del 3 de enero"),
    ],
)
def test_what_the_event_is_called(event: Event, to_do: str, their_event: str, subject: str) -> None:
    fields = USTED.event_fields(event, "es_ES", NEAR)
    assert (fields["to_do"], fields["their_event"]) == (to_do, their_event)
    assert USTED.subject_line(event, "3 de enero") == subject
    assert TU.event_fields(event, "es_ES", NEAR)["event"] == fields["event"].replace("su ", "tu ", 1)


def test_where() -> None:
    def where(event: Event) -> str:
        return LANGUAGE.event_fields(event, "es_ES", NEAR)["where"]

    assert where(Event(place=Place("Lyon"))) == "en Lyon"
    assert where(Event(name="Feria de Lyon", place=Place("Lyon"))) == ""
    assert where(Event(mode=Mode.VIRTUAL)) == "en línea"
    assert where(Event(mode=Mode.VIRTUAL, format=Format.WEBINAR)) == ""


def test_peers_keep_their_pronoun_or_their_name() -> None:
    assert LANGUAGE.peer_fields(SHE) == {"ella": "ella", "colega": "una colega"}
    assert LANGUAGE.peer_fields(HE) == {"ella": "él", "colega": "un colega"}
    assert LANGUAGE.peer_fields(THEY) == {"ella": "Alex Moor", "colega": "una persona"}
    assert LANGUAGE.company_fields([SHE, SHE])["each_of_them"] == "cada una de ellas"
    assert LANGUAGE.company_fields([SHE, HE])["any_of_them"] == "cualquiera de ellos"
    assert LANGUAGE.company_fields([SHE, THEY])["each_of_them"] == "cada una de estas personas"
    for peers in ([SHE], [THEY], [SHE, HE, THEY]):
        fields = LANGUAGE.company_fields(peers)
        assert set(fields) == {*LANGUAGE.company_field_names, *LANGUAGE.peer_field_names}


@pytest.mark.parametrize(
    ("goal", "wish"),
    [
        ("Queremos que nuestros equipos se hablen de nuevo.", "que sus equipos se hablen de nuevo"),
        ("reforzar la confianza entre turnos", "reforzar la confianza entre turnos"),
        ("Nuestro objetivo es que cada cual salga con un plan", "que cada cual salga con un plan"),
        ("más confianza entre turnos", ""),
        ("Que nos hablemos de nuevo", ""),
        ("Que los equipos se hablarán de nuevo", ""),
        ("¿Cómo salimos de esta?", ""),
        ("Que usted nos ayude a decidir", ""),
        ("", ""),
    ],
)
def test_a_goal_is_woven_in_only_where_grammar_allows_it(goal: str, wish: str) -> None:
    words = LANGUAGE.goal(goal, "es", manner(Tone.WARM))
    assert words.wish == wish
    assert words.quote == (f"«{goal.rstrip('.')}»." if goal else "")
    assert not LANGUAGE.goal(goal, "en", manner(Tone.WARM)).wish


def test_a_goal_in_tu_and_in_inner_quotation_marks() -> None:
    assert LANGUAGE.goal("que nuestro equipo decida", "es", manner(Tone.WARM, familiar=True)).wish == (
        "que tu equipo decida"
    )
    quote = LANGUAGE.goal('pasar del "no" al "quizá"', "es", manner(Tone.WARM)).quote
    assert quote == "«pasar del “no” al “quizá”»."


@pytest.mark.parametrize(
    ("written", "tidied"),
    [
        ('el "no" de siempre', "el «no» de siempre"),
        ("sobre la importancia de el cambio", "sobre la importancia del cambio"),
        ("ir a el grano", "ir al grano"),
        ("cerca de El Ejido", "cerca de El Ejido"),
        ("la agenda de él", "la agenda de él"),
        ("la fecha y idioma", "la fecha e idioma"),
        ("Ortega y Ibáñez", "Ortega y Ibáñez"),
        ("uno o otro", "uno u otro"),
        ("a partir de 4 de octubre", "a partir del 4 de octubre"),
        ("el 10 % de 7500 €", "el 10\u00a0% de 7500\u00a0€"),
        ("ya veremos...", "ya veremos…"),
    ],
)
def test_tidying_is_right_and_done_once(written: str, tidied: str) -> None:
    assert LANGUAGE.tidy(written) == tidied
    assert LANGUAGE.tidy(tidied) == tidied


def test_mid_sentence() -> None:
    for phrase, inside in (
        ("Liderazgo en tiempos de cambio", "liderazgo en tiempos de cambio"),
        ("IA generativa", "IA generativa"),
        ("Design Thinking", "Design Thinking"),
        ("Europa en crisis", "Europa en crisis"),
        ("En Madrid no", "en Madrid no"),
    ):
        assert LANGUAGE.mid_sentence(phrase) == inside


def test_headlines_of_people_stand_without_an_article() -> None:
    assert LANGUAGE.headline("Mediadora y formadora.")["a_headline"] == "mediadora y formadora"
    assert LANGUAGE.headline("Mediator for teams")["a_headline"] == ""
    assert LANGUAGE.headline("Negociar sin perder")["a_headline"] == ""
    assert LANGUAGE.headline("Soy mediadora")["headline"] == ""
