"""The check in German, French, Spanish and Dutch: what breaks a rule is heard, and what is right is left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from build_letters import letter_facts, the_contact, the_event, the_owner
from fitdesk.domain.availability import Availability
from fitdesk.domain.contact import Gender
from fitdesk.domain.letter import LetterKind, LetterText, Manner, Tone
from fitdesk.letters.checks.check import CheckFinding, Severity, apply_repair, check
from fitdesk.letters.facts import LetterFacts
from fitdesk.letters.words.compose import compose

WARNS = {3, 4, 6, 12, 14}
REFERRAL = LetterKind.REFERRAL


def the_facts(language: str) -> LetterFacts:
    """A referral whose records and request are in the language of the letter."""
    return letter_facts(owner=the_owner(records_language=language), language=language)


def composed(locale: str, *, familiar: bool = False) -> tuple[LetterFacts, LetterText, Manner]:
    manner = Manner(Tone.FORMAL, locale, familiar)
    facts = the_facts(locale[:2])
    return facts, compose(facts, REFERRAL, manner), manner


def found(text: LetterText, facts: LetterFacts, manner: Manner, number: int) -> list[CheckFinding]:
    return [one for one in check(text, facts, None, REFERRAL, manner) if one.number == number]


def with_sentence(text: LetterText, sentence: str, place: int) -> LetterText:
    body = list(text.body)
    words, line, rest = body[place].partition("\n")
    body[place] = f"{words} {sentence}{line}{rest}"
    return replace(text, body=tuple(body))


NO, PEER, END = 1, 3, -1
"""The paragraph of the No, that of the colleague, and the last."""

FIRES: dict[str, list[tuple[int, int, str]]] = {
    "de_DE": [
        (2, NO, "Es geht um den 13. Juni."),
        (2, NO, "Es geht um Sonntag, den 12. Juni 2027."),
        (2, NO, "Das ist im August."),
        (2, NO, "Das ist am 12.07.2027."),
        (2, NO, "Sie nannten 7.000 €."),
        (2, NO, "Sie nannten 7.000,00 EUR."),
        (5, NO, "An diesem Tag bin ich nicht frei."),
        (5, NO, "Mein Honorar liegt über dem Rahmen, den Sie nennen."),
        (5, NO, "Die Anreise ist mir zu weit."),
        (9, PEER, "Sie arbeitet auch auf Niederländisch."),
        (9, PEER, "Sie hat Säle mit 750 Menschen gefüllt."),
        (10, PEER, "Sie wird Ihnen gern helfen."),
        (10, PEER, "Gern wird sie Ihnen helfen."),
        (10, PEER, "Camille ist im Juni frei."),
        (11, END, "Ich erhalte dafür eine Provision von zehn Prozent."),
        (12, NO, "Leider tut es mir leid."),
        (12, NO, "Ehrlich gesagt ist Ihr Plan unrealistisch."),
        (13, NO, "Ihre Anfrage hat 41 von 100 Punkten."),
        (13, NO, "Meine Marge würde leiden."),
        (14, NO, "Ich freue mich auf dich."),
    ],
    "fr_FR": [
        (2, NO, "Il s’agit du 13 juin."),
        (2, NO, "C’est le dimanche 12 juin 2027."),
        (2, NO, "C’est en août."),
        (2, NO, "C’est le 12/07/2027."),
        (2, NO, "Vous avez indiqué 7 000 €."),
        (2, NO, "Vous avez indiqué 7\u202f000,00\u00a0€."),
        (5, NO, "Je ne suis pas disponible ce jour-là."),
        (5, NO, "Mes honoraires dépassent le montant que vous indiquez."),
        (5, NO, "Le trajet est trop long pour moi."),
        (9, PEER, "Elle travaille aussi en néerlandais."),
        (9, PEER, "Elle a rempli des salles de 750 personnes."),
        (10, PEER, "Elle vous aidera avec plaisir."),
        (10, PEER, "Camille est libre en juin."),
        (11, END, "Je reçois une commission de dix pour cent."),
        (12, NO, "Malheureusement, je suis désolée."),
        (12, NO, "Franchement, votre projet est irréaliste."),
        (13, NO, "Votre demande a obtenu 41 points sur 100."),
        (13, NO, "Ma marge en souffrirait."),
        (14, NO, "Je te remercie."),
    ],
    "es_ES": [
        (2, NO, "Se trata del 13 de junio."),
        (2, NO, "Es el domingo, 12 de junio de 2027."),
        (2, NO, "Es en agosto."),
        (2, NO, "Es el 12/07/2027."),
        (2, NO, "Usted mencionó 7000 €."),
        (2, NO, "Usted mencionó 7000,00 EUR."),
        (5, NO, "Ese día no estoy disponible."),
        (5, NO, "Mis honorarios superan lo que usted indica."),
        (5, NO, "El viaje es demasiado largo para mí."),
        (9, PEER, "También trabaja en neerlandés."),
        (9, PEER, "Ha llenado salas de 750 personas."),
        (10, PEER, "Ella le ayudará con mucho gusto."),
        (10, PEER, "Camille está libre en junio."),
        (11, END, "Recibo una comisión del diez por ciento."),
        (12, NO, "Lamentablemente, lo siento."),
        (12, NO, "Francamente, su plan es poco realista."),
        (13, NO, "Su solicitud obtuvo 41 puntos de 100."),
        (13, NO, "Mi margen se resentiría."),
        (14, NO, "Gracias por tu confianza."),
    ],
    "nl_NL": [
        (2, NO, "Het gaat om 13 juni."),
        (2, NO, "Het is op zondag 12 juni 2027."),
        (2, NO, "Dat is in augustus."),
        (2, NO, "Dat is op 12-07-2027."),
        (2, NO, "U noemde € 7.000."),
        (2, NO, "U noemde 7.000,00 euro."),
        (5, NO, "Op die dag ben ik niet beschikbaar."),
        (5, NO, "Mijn honorarium ligt boven het bedrag dat u noemt."),
        (5, NO, "De reis is voor mij te ver."),
        (9, PEER, "Ze werkt ook in het Pools."),
        (9, PEER, "Ze heeft zalen met 750 mensen gevuld."),
        (10, PEER, "Ze zal u graag helpen."),
        (10, PEER, "Camille is vrij in juni."),
        (11, END, "Ik ontvang daarvoor een commissie van tien procent."),
        (12, NO, "Helaas, het spijt me."),
        (12, NO, "Eerlijk gezegd is uw plan onrealistisch."),
        (13, NO, "Uw aanvraag kreeg 41 van de 100 punten."),
        (13, NO, "Mijn marge zou eronder lijden."),
        (14, NO, "Ik bedank je."),
    ],
}

SILENT: dict[str, list[tuple[int, int, str]]] = {
    "de_DE": [
        (2, NO, "Es geht um Samstag, den 12. Juni 2027."),
        (2, NO, "Sie nannten 5.000 € bis 6.000 €."),
        (2, NO, "Sie nannten 5.000,00 €."),
        (2, NO, "Ich schreibe am 3. März."),
        (2, NO, "Das ist am 12.06.2027."),
        (2, NO, "Andere können das besser."),
        (5, PEER, "Ich kann nicht sagen, ob sie frei ist."),
        (9, PEER, "Sie arbeitet auch auf Französisch."),
        (10, PEER, "Ich glaube, dass sie Ihnen gern helfen wird."),
        (10, PEER, "Vielleicht wird sie Ihnen helfen."),
        (11, END, "Ich erhalte dafür nichts."),
        (12, NO, "Es tut mir leid."),
        (13, NO, "Das ist ein wichtiger Punkt."),
        (14, NO, "Das ist gut für Sie."),
    ],
    "fr_FR": [
        (2, NO, "C’est le samedi 12 juin 2027."),
        (2, NO, "Vous avez indiqué 5 000 € à 6 000 €."),
        (2, NO, "Vous avez indiqué 5\u202f000,00\u00a0€."),
        (2, NO, "Je vous écris le 3 mars."),
        (2, NO, "C’est le 12/06/2027."),
        (5, PEER, "Je ne sais pas si elle est libre."),
        (9, PEER, "Elle travaille aussi en français."),
        (10, PEER, "Je crois qu’elle vous aidera avec plaisir."),
        (10, PEER, "Peut-être vous aidera-t-elle."),
        (11, END, "Je ne reçois rien pour cela."),
        (12, NO, "Je suis désolée."),
        (13, NO, "C’est un point important."),
        (14, NO, "C’est bien pour vous."),
    ],
    "es_ES": [
        (2, NO, "Es el sábado, 12 de junio de 2027."),
        (2, NO, "Usted mencionó de 5000 a 6000 €."),
        (2, NO, "Usted mencionó 5000,00 €."),
        (2, NO, "Le escribo el 3 de marzo."),
        (2, NO, "Es el 12/06/2027."),
        (5, PEER, "No sé si está libre."),
        (9, PEER, "También trabaja en francés."),
        (10, PEER, "Creo que ella le ayudará con mucho gusto."),
        (10, PEER, "Quizá ella le ayude."),
        (11, END, "No recibo nada por ello."),
        (12, NO, "Lo siento."),
        (13, NO, "Es un punto importante."),
        (14, NO, "Es bueno para usted."),
    ],
    "nl_NL": [
        (2, NO, "Het is op zaterdag 12 juni 2027."),
        (2, NO, "U noemde € 5.000 tot € 6.000."),
        (2, NO, "U noemde € 5.000,00."),
        (2, NO, "Ik schrijf op 3 maart."),
        (2, NO, "Dat is op 12-06-2027."),
        (5, PEER, "Ik weet niet of ze vrij is."),
        (9, PEER, "Ze werkt ook in het Frans."),
        (10, PEER, "Ik denk dat ze u graag zal helpen."),
        (10, PEER, "Misschien zal ze u helpen."),
        (11, END, "Ik ontvang daar niets voor."),
        (12, NO, "Het spijt me."),
        (13, NO, "Dat is een belangrijk punt."),
        (14, NO, "Dat is goed voor u."),
    ],
}


def cases(every: dict[str, list[tuple[int, int, str]]]) -> list[tuple[str, int, int, str]]:
    return [(locale, *one) for locale, found_there in every.items() for one in found_there]


@pytest.mark.parametrize(("locale", "number", "place", "sentence"), cases(FIRES))
def test_what_breaks_a_rule_is_heard(locale: str, number: int, place: int, sentence: str) -> None:
    facts, text, manner = composed(locale)
    assert found(text, facts, manner, number) == []
    findings = found(with_sentence(text, sentence, place), facts, manner, number)
    assert findings, sentence
    for one in findings:
        assert one.severity is (Severity.WARNS if number in WARNS else Severity.BLOCKS)
        assert one.paragraph == place % len(text.body)
        assert one.start is not None


@pytest.mark.parametrize(("locale", "number", "place", "sentence"), cases(SILENT))
def test_what_is_right_is_left_alone(locale: str, number: int, place: int, sentence: str) -> None:
    facts, text, manner = composed(locale)
    assert found(with_sentence(text, sentence, place), facts, manner, number) == []


@pytest.mark.parametrize("locale", sorted(FIRES))
@pytest.mark.parametrize("familiar", [False, True])
def test_salutation_and_close_are_those_of_the_table(locale: str, familiar: bool) -> None:
    facts, text, manner = composed(locale, familiar=familiar)
    for number, broken in ((1, replace(text, salutation="Dear Ms Fontaine,")), (15, replace(text, close="Cheers,"))):
        (finding,) = [one for one in found(broken, facts, manner, number) if one.severity is Severity.BLOCKS]
        assert apply_repair(broken, finding) == text


UNKNOWN = {
    "de_DE": "Sehr geehrte Damen und Herren,",
    "fr_FR": "Madame, Monsieur,",
    "es_ES": "Estimados señores:",
    "nl_NL": "Geachte heer of mevrouw,",
}


@pytest.mark.parametrize("locale", sorted(UNKNOWN))
def test_nobodys_gender_is_guessed(locale: str) -> None:
    manner = Manner(Tone.FORMAL, locale)
    nobody = replace(
        the_facts(locale[:2]), inquiry=replace(the_facts(locale[:2]).inquiry, contact=the_contact(name=None))
    )
    text = compose(nobody, REFERRAL, manner)
    assert text.salutation == UNKNOWN[locale]
    assert found(text, nobody, manner, 1) == []
    contacts = {gender: the_contact(name="Alex Moor", gender=gender) for gender in (Gender.FEMALE, Gender.MALE, None)}
    said = {}
    for gender, contact in contacts.items():
        facts = replace(nobody, inquiry=replace(nobody.inquiry, contact=contact))
        said[gender] = compose(facts, REFERRAL, manner).salutation
        assert found(compose(facts, REFERRAL, manner), facts, manner, 1) == []
    unknown = replace(nobody, inquiry=replace(nobody.inquiry, contact=contacts[None]))
    guessed = replace(compose(unknown, REFERRAL, manner), salutation=said[Gender.FEMALE])
    assert bool(found(guessed, unknown, manner, 1)) == (said[Gender.FEMALE] != said[None])
    assert said[Gender.FEMALE] != said[Gender.MALE]


def test_a_french_close_repeats_the_salutation() -> None:
    facts, text, manner = composed("fr_FR")
    assert "Madame" in text.close
    assert found(replace(text, close=text.close.replace("Madame", "Monsieur")), facts, manner, 15)


POLITE = {
    "de_DE": "Ich danke Ihnen.",
    "fr_FR": "Je vous écris.",
    "es_ES": "Le escribo a usted.",
    "nl_NL": "Ik dank u.",
}


@pytest.mark.parametrize("locale", sorted(FIRES))
def test_a_familiar_letter_has_no_polite_form(locale: str) -> None:
    facts, text, manner = composed(locale, familiar=True)
    assert found(text, facts, manner, 14) == []
    polite = {
        "de_DE": "Ich danke Ihnen.",
        "fr_FR": "Je vous écris.",
        "es_ES": "Le escribo a usted.",
        "nl_NL": "Ik dank u.",
    }
    assert found(with_sentence(text, polite[locale], NO), facts, manner, 14)


HARD = {
    "en_GB": "Organisational transformation necessitates interdisciplinary communication capabilities throughout.",
    "de_DE": "Organisationsentwicklungsmaßnahmen erfordern interdisziplinäre Kommunikationskompetenzen.",
    "fr_FR": "L’organisation interdisciplinaire nécessite d’extraordinaires qualifications communicationnelles.",
    "es_ES": "Organizaciones interdisciplinarias necesitan capacidades comunicativas extraordinarias.",
    "nl_NL": "Organisatieontwikkelingsmaatregelen vereisen interdisciplinaire communicatievaardigheden.",
}


@pytest.mark.parametrize("locale", sorted(HARD))
def test_hard_words_are_heard(locale: str) -> None:
    facts, text, manner = composed(locale)
    assert found(text, facts, manner, 14) == []
    hard = replace(text, body=(text.body[0], (f"{HARD[locale]} " * 15).strip(), *text.body[1:]))
    assert any("hard to read" in one.sentence for one in found(hard, facts, manner, 14))


@pytest.mark.parametrize("locale", sorted(HARD))
def test_a_day_lost_only_to_the_journey_is_not_available(locale: str) -> None:
    """The calendar rules such a day out as it does a booked one, and so may the letter."""
    said = {
        "en_GB": "I am not available on 12 June.",
        "de_DE": "Am 12. Juni bin ich nicht frei.",
        "fr_FR": "Je ne suis pas disponible le 12 juin.",
        "es_ES": "No estoy disponible el 12 de junio.",
        "nl_NL": "Op 12 juni ben ik niet beschikbaar.",
    }
    facts, text, manner = composed(locale)
    written = with_sentence(text, said[locale], NO)
    assert found(written, facts, manner, 5)
    two_days = the_event(dates=(date(2027, 6, 12), date(2027, 6, 19)))
    states = {date(2027, 6, 12): Availability.BUSY, date(2027, 6, 19): Availability.FREE}
    lost = replace(facts, inquiry=replace(facts.inquiry, event=two_days), availability=tuple(states.items()))
    assert found(written, lost, manner, 5) == []


REPAIRED = [
    ("de_DE", 2, "Es geht um Sonntag, den 13. Juni 2027.", "Es geht um Samstag, den 12. Juni 2027."),
    ("de_DE", 2, "Sie nannten 7.000,00 €.", "Sie nannten 6.000,00\u00a0€."),
    ("de_DE", 10, "Sie wird Ihnen gern helfen.", "Ich glaube, sie wird Ihnen gern helfen."),
    ("fr_FR", 2, "Il s’agit du 13 juin.", "Il s’agit du 12 juin."),
    ("fr_FR", 2, "C’est le dimanche 12 juin 2027.", "C’est le samedi 12 juin 2027."),
    ("fr_FR", 10, "Elle vous aidera avec plaisir.", "Je crois qu’elle vous aidera avec plaisir."),
    ("es_ES", 2, "Se trata del 13 de junio.", "Se trata del 12 de junio."),
    ("es_ES", 2, "Es en agosto.", "Es en junio."),
    ("es_ES", 10, "Ella le ayudará con mucho gusto.", "Creo que ella le ayudará con mucho gusto."),
    ("nl_NL", 2, "Het is op zondag 12 juni 2027.", "Het is op zaterdag 12 juni 2027."),
    ("nl_NL", 2, "U noemde € 7.000.", "U noemde €\u00a06.000."),
]


@pytest.mark.parametrize(("locale", "number", "wrong", "right"), REPAIRED)
def test_it_is_put_right_as_the_language_says_it(locale: str, number: int, wrong: str, right: str) -> None:
    facts, text, manner = composed(locale)
    place = PEER if number == 10 else NO
    broken = with_sentence(text, wrong, place)
    (finding,) = found(broken, facts, manner, number)
    assert apply_repair(broken, finding) == with_sentence(text, right, place)
