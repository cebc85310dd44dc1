"""French letters: salutations and closes, days and amounts, elision, typography, events, peers and goals."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from fitdesk.domain.contact import Address, Contact, Gender
from fitdesk.domain.event import Event, Format, Mode, Place
from fitdesk.domain.letter import Manner, Tone
from fitdesk.domain.peer import Peer
from fitdesk.letters.languages import language_of
from fitdesk.letters.languages.french_typography import elided, with_de
from fitdesk.letters.languages.language import Language
from fitdesk.letters.phrases.book import fill, load_book

FRENCH = language_of("fr_FR")
TU = FRENCH.for_address(familiar=True)
NEAR = date(2027, 3, 3)
CLAIRE = Contact(name="Claire Fontaine", gender=Gender.FEMALE)
PAUL = Contact(name="Paul Noir", gender=Gender.MALE)
ALEX = Contact(name="Alex Moreau")
NOBODY = Contact(organization="Aubade SA")
DOCTOR = Contact(name="Nadia Benyoucef", gender=Gender.FEMALE, academic_title="Dr")
PROFESSOR = Contact(name="Prof. Anne Roy", gender=Gender.FEMALE)
SHE, HE = Peer(name="Camille Roux", pronoun_subject="she"), Peer(name="Luc Perrin", pronoun_subject="he")
SAM, ALIX = Peer(name="Sam Okoro", pronoun_subject="they"), Peer(name="Alix Moreau", pronoun_subject="they")


def manner(tone: Tone = Tone.FORMAL, *, tu: bool = False) -> Manner:
    return Manner(tone, "fr_FR", tu)


@pytest.mark.parametrize(
    ("contact", "tone", "tu", "said"),
    [
        (CLAIRE, Tone.FORMAL, False, "Madame,"),
        (PAUL, Tone.FORMAL, False, "Monsieur,"),
        (ALEX, Tone.FORMAL, False, "Madame, Monsieur,"),
        (NOBODY, Tone.WARM, False, "Madame, Monsieur,"),
        (DOCTOR, Tone.FORMAL, False, "Docteur,"),
        (DOCTOR, Tone.WARM, False, "Chère Madame,"),
        (replace(DOCTOR, address=Address(country="DE")), Tone.FORMAL, False, "Madame,"),
        (PROFESSOR, Tone.FORMAL, False, "Madame la Professeure,"),
        (Contact(name="Prof. Dominique Roy"), Tone.FORMAL, False, "Madame, Monsieur,"),
        (CLAIRE, Tone.WARM, False, "Chère Madame,"),
        (PAUL, Tone.WARM, False, "Cher Monsieur,"),
        (ALEX, Tone.WARM, False, "Bonjour,"),
        (CLAIRE, Tone.BRIEF, False, "Madame,"),
        (CLAIRE, Tone.WARM, True, "Chère Claire,"),
        (PAUL, Tone.FORMAL, True, "Cher Paul,"),
        (PAUL, Tone.BRIEF, True, "Bonjour Paul,"),
        (ALEX, Tone.WARM, True, "Bonjour Alex,"),
        (NOBODY, Tone.WARM, True, "Bonjour,"),
        (Contact(name="Mme Claire Petit"), Tone.FORMAL, False, "Madame,"),
        (Contact(name="J. Noir", gender=Gender.MALE), Tone.WARM, True, "Cher J. Noir,"),
    ],
)
def test_salutations_have_no_surname_and_guess_nothing(contact: Contact, tone: Tone, tu: bool, said: str) -> None:
    assert FRENCH.salutation(contact, manner(tone, tu=tu)) == said
    assert FRENCH.allowed_salutations(contact, manner(tone, tu=tu))[0] == said


def test_other_salutations_that_fit_are_allowed_and_no_wrong_one() -> None:
    allowed = FRENCH.allowed_salutations(CLAIRE, manner())
    assert {"Chère Madame,", "Bonjour Madame,", "Madame, Monsieur,"} <= set(allowed)
    assert not any("Monsieur," in one and "Madame" not in one for one in allowed)
    assert FRENCH.allowed_salutations(NOBODY, manner()) == ("Madame, Monsieur,",)


@pytest.mark.parametrize("contact", [CLAIRE, PAUL, ALEX, NOBODY, DOCTOR, PROFESSOR])
def test_a_formal_close_repeats_the_words_of_the_salutation(contact: Contact) -> None:
    key = FRENCH.close_key(contact, manner())
    for close in load_book("fr").closes["fr_FR", key]:
        said = fill(close, {"salutation": FRENCH.spoken_to(contact, manner())})
        assert f", {FRENCH.salutation(contact, manner())} " in said
    assert load_book("fr").closes["fr_FR", key][0].endswith("mes salutations distinguées.")


def test_other_closes_go_with_their_form_of_address() -> None:
    closes = load_book("fr").closes
    assert closes["fr_FR", FRENCH.close_key(CLAIRE, manner(Tone.WARM))][0] == "Bien cordialement,"
    assert closes["fr_FR", FRENCH.close_key(ALEX, manner(Tone.WARM))][0] == "Bien cordialement,"
    assert closes["fr_FR", FRENCH.close_key(CLAIRE, manner(tu=True))][0] == "Bien à toi,"
    assert FRENCH.close_key(NOBODY, manner(Tone.WARM)) == "unknown"


def test_the_envelope_has_only_what_is_on_record() -> None:
    assert FRENCH.on_envelope(CLAIRE) == "Madame Claire Fontaine"
    assert FRENCH.on_envelope(ALEX) == "Alex Moreau"
    assert FRENCH.on_envelope(DOCTOR) == "Dr Nadia Benyoucef"
    assert FRENCH.on_envelope(PROFESSOR) == "Pr Anne Roy"
    assert FRENCH.on_envelope(NOBODY) == ""


def test_days() -> None:
    assert FRENCH.say_day(date(2026, 3, 1), "fr_FR") == "1er mars 2026"
    assert FRENCH.say_day(date(2027, 6, 12), "fr_FR", near=NEAR) == "12 juin"
    assert FRENCH.say_day(date(2027, 6, 11), "fr_FR") == "11 juin 2027"
    stretches = {
        (date(2027, 6, 12), date(2027, 6, 12)): "le 12 juin",
        (date(2027, 6, 1), date(2027, 6, 2)): "les 1er et 2 juin",
        (date(2027, 6, 1), date(2027, 6, 4)): "du 1er au 4 juin",
        (date(2028, 6, 30), date(2028, 7, 1)): "du 30 juin au 1er juillet 2028",
    }
    for (first, last), said in stretches.items():
        assert FRENCH.say_stretch(first, last, "fr_FR", near=NEAR) == said
    days = (date(2027, 6, 12), date(2027, 6, 13))
    assert FRENCH.when(Event(dates=days[:1]), "fr_FR", NEAR) == "le 12 juin"
    assert FRENCH.when(Event(dates=days), "fr_FR", NEAR) == "les 12 et 13 juin"
    assert FRENCH.when(Event(date_range=(date(2027, 8, 1), date(2027, 8, 20))), "fr_FR", NEAR) == "en août"


def test_amounts_and_figures_have_the_narrow_space() -> None:
    assert FRENCH.amount(Decimal(7500), "EUR", "fr_FR") == "7\u202f500,00\u00a0€"
    assert FRENCH.amount(Decimal(7500), "EUR", "fr_FR", in_prose=True) == "7\u202f500\u00a0€"
    assert FRENCH.amount(Decimal(7500), "GBP", "fr_FR", in_prose=True) == "7\u202f500\u00a0£"
    assert FRENCH.figure(1200) == "1\u202f200"
    assert FRENCH.join(["a", "b", "c"]) == "a, b et c"


@pytest.mark.parametrize(
    ("peer", "note", "said"),
    [
        (SHE, "Travaille sans écran.", "Elle travaille sans écran."),
        (HE, "N’utilise pas de diapositives.", "Il n’utilise pas de diapositives."),
        (SHE, "S’appuie sur les chiffres.", "Elle s’appuie sur les chiffres."),
        (SHE, "Plus directe que moi, et sans écran.", "Elle est plus directe que moi, et sans écran."),
        (SHE, "Un travail discret.", "Ce qui la distingue : un travail discret."),
        (HE, "Un travail discret.", "Ce qui le distingue : un travail discret."),
        (SAM, "Un travail discret.", "Ce qui distingue Sam Okoro : un travail discret."),
        (SAM, "Écoute d’abord.", "Sam Okoro écoute d’abord."),
        (SHE, "Son humour désarme.", "Son humour désarme."),
        (SHE, "L’humour l’aide.", "L’humour l’aide."),
        (SHE, "Camille rit souvent.", "Camille rit souvent."),
    ],
)
def test_a_note_on_a_peer_is_a_sentence(peer: Peer, note: str, said: str) -> None:
    assert FRENCH.trait(peer, note) == said


def test_days_of_one_month_name_it_once() -> None:
    fridays = (date(2027, 10, 1), date(2027, 10, 8), date(2027, 10, 15))
    assert FRENCH.say_days(fridays, "fr_FR", near=NEAR) == "1er, 8 et 15 octobre"
    assert FRENCH.say_days(fridays[1:], "fr_FR") == "8 et 15 octobre 2027"
    winter = (date(2027, 12, 31), date(2028, 1, 7), date(2028, 1, 14), date(2028, 2, 4))
    assert FRENCH.say_days(winter, "fr_FR", near=NEAR) == "31 décembre, 7 et 14 janvier et 4 février 2028"
    autumn = (date(2027, 8, 28), date(2027, 9, 4), date(2027, 9, 11))
    assert FRENCH.say_days(autumn, "fr_FR", near=NEAR) == "28 août, 4 et 11 septembre"
    assert FRENCH.say_days((date(2027, 7, 29), date(2027, 8, 5)), "fr_FR", near=NEAR) == "29 juillet et 5 août"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("d(e) négociation", "de négociation"),
        ("d(e) écoute", "d’écoute"),
        ("d(e) Anna Roy", "d’Anna Roy"),
        ("d(e) Mutuelle du Rhône", "de la Mutuelle du Rhône"),
        ("d(e) Groupe Alma", "du Groupe Alma"),
        ("d(e) Université d’Été", "de l’Université d’Été"),
        ("d(e) Ateliers Hénaff SA", "des Ateliers Hénaff SA"),
        ("d(e) Hélène", "d’Hélène"),
        ("d(e) histoire", "d’histoire"),
        ("d(e) handicap", "de handicap"),
        ("d(e) onze", "de onze"),
        ("d(e) le congrès", "du congrès"),
        ("d(e) les assises", "des assises"),
        ("d(e) la ville", "de la ville"),
        ("à partir d(e) 1er octobre", "à partir du 1er octobre"),
        ("à partir d(e) 12 juin", "à partir du 12 juin"),
        ("qu(e) Alix viendra", "qu’Alix viendra"),
        ("qu(e) Sam viendra", "que Sam viendra"),
        ("en matière d(e) écoute et vente.", "en matière d’écoute et de vente."),
        ("Je travaille (en) anglais et allemand.", "Je travaille en anglais et en allemand."),
    ],
)
def test_marks_of_the_phrase_book_become_elision_and_contraction(written: str, said: str) -> None:
    assert FRENCH.tidy(written) == said


def test_de_and_que_before_phrases() -> None:
    assert with_de("votre congrès") == "de votre congrès"
    assert with_de("le congrès") == "du congrès"
    assert with_de("un atelier") == "d’un atelier"
    assert elided("que", "Sam") == "que Sam"


TYPED = [
    ('Il dit : "Venez ; est-ce possible ?"', "Il dit\u00a0: «\u202fVenez\u202f; est-ce possible\u202f?\u202f»"),
    ("Qui vient? L'ami: oui; lui.", "Qui vient\u202f? L’ami\u00a0: oui\u202f; lui."),
    ("« mot » et «mot»", "«\u202fmot\u202f» et «\u202fmot\u202f»"),
    ("7 500 € ou 10 %...", "7\u202f500\u00a0€ ou 10\u00a0%…"),
    ("M. Dupont -- demain", "M.\u00a0Dupont – demain"),
    ("à 14:30, https://a.example:80/x?y=1", "à 14:30, https://a.example:80/x?y=1"),
    ("**« Et vous ? »**\nOui", "**«\u202fEt vous\u202f?\u202f»**\nOui"),
    ("« Wake Up! » de Yahoo! France", "«\u202fWake Up!\u202f» de Yahoo! France"),
    ("aujourd'hui, 'petit' mot", "aujourd’hui, ‘petit’ mot"),
]


@pytest.mark.parametrize(("typed", "set_"), TYPED)
def test_typed_text_is_set_as_french_is(typed: str, set_: str) -> None:
    assert FRENCH.tidy(typed) == set_


@pytest.mark.parametrize("typed", [typed for typed, _set in TYPED])
def test_set_text_stays_as_it_is(typed: str) -> None:
    once = FRENCH.tidy(typed)
    assert FRENCH.tidy(once) == once


def fields(event: Event, speech: Language = FRENCH) -> dict[str, str]:
    return dict(speech.event_fields(event, "fr_FR", NEAR))


def test_a_named_event_takes_the_right_possessive() -> None:
    annual = Event(name="Congrès annuel", place=Place("Le Havre"), dates=(date(2027, 6, 1),), format=Format.KEYNOTE)
    said = fields(annual)
    assert (said["event"], said["event_a"]) == ("votre congrès annuel", "à votre congrès annuel")
    assert (said["event_de"], said["their_event"]) == ("de votre congrès annuel", "un congrès annuel")
    assert said["to_do"] == "intervenir lors de votre congrès annuel"
    assert (said["where"], said["when"]) == ("au Havre", "le 1er juin")
    assert fields(annual, TU)["event"] == "ton congrès annuel"
    assert set(said) == set(FRENCH.event_field_names)


@pytest.mark.parametrize(
    ("name", "polite", "familiar", "theirs"),
    [
        ("Soirée des partenaires", "votre soirée des partenaires", "ta soirée des partenaires", "une soirée des"),
        ("Assemblée générale", "votre assemblée générale", "ton assemblée générale", "une assemblée générale"),
        ("Rencontres du soin", "vos rencontres du soin", "tes rencontres du soin", "des rencontres du soin"),
        ("notre séminaire d’équipe", "votre séminaire d’équipe", "ton séminaire d’équipe", "un séminaire d’équipe"),
        ("Forum Santé 2027", "votre forum Santé 2027", "ton forum Santé 2027", "le forum Santé 2027"),
        ("les Assises du soin", "vos assises du soin", "tes assises du soin", "les assises du soin"),
        ("Cap Nord", "votre événement «\u202fCap Nord\u202f»", "ton événement «", "l’événement «\u202fCap Nord\u202f»"),
        (
            "Annual conference",
            "votre événement «\u202fAnnual",
            "ton événement «\u202fAnnual",
            "l’événement «\u202fAnnual",
        ),
    ],
)
def test_names_of_events(name: str, polite: str, familiar: str, theirs: str) -> None:
    event = Event(name=name)
    assert fields(event)["event"].startswith(polite)
    assert fields(event, TU)["event"].startswith(familiar)
    assert fields(event)["their_event"].startswith(theirs)


@pytest.mark.parametrize("form", [None, *Format])
def test_every_format_has_its_words_in_both_forms_of_address(form: Format | None) -> None:
    for speech, your in ((FRENCH, "votre "), (TU, ("ton ", "ta "))):
        unnamed, named = fields(Event(format=form), speech), fields(Event(name="Cap Nord", format=form), speech)
        assert unnamed["event"].startswith(your)
        assert re.match(r"(?:vous |te |t’)?\w+(?:er|ir|re)\b", unnamed["to_do"])
        assert "Cap Nord" in named["to_do"]
        assert not re.search(r"[<>{}|]", " ".join([*unnamed.values(), *named.values()]))


def test_an_event_that_is_itself_the_format_is_not_held_twice() -> None:
    assert (
        fields(Event(name="Atelier d’écriture", format=Format.WORKSHOP))["to_do"] == "animer votre atelier d’écriture"
    )
    assert fields(Event(name="Congrès", format=Format.WORKSHOP))["to_do"] == "animer un atelier lors de votre congrès"


@pytest.mark.parametrize(
    ("city", "said"),
    [("Lyon", "à Lyon"), ("La Rochelle", "à La Rochelle"), ("Les Sables-d’Olonne", "aux Sables-d’Olonne"), ("", "")],
)
def test_places(city: str, said: str) -> None:
    assert fields(Event(place=Place(city or None)))["where"] == said


def test_places_that_need_no_words() -> None:
    assert fields(Event(mode=Mode.VIRTUAL))["where"] == "en ligne"
    assert fields(Event(mode=Mode.VIRTUAL, format=Format.WEBINAR))["where"] == ""
    assert fields(Event(name="Journées de Lyon", place=Place("Lyon")))["where"] == ""


def test_subject_lines() -> None:
    assert FRENCH.subject_line(Event(name="Congrès annuel", place=Place("Lyon")), "") == "Votre congrès annuel à Lyon"
    assert FRENCH.subject_line(Event(format=Format.WORKSHOP), "") == "Votre demande d’atelier"
    assert TU.subject_line(Event(), "28 février") == "Ta demande du 28 février"
    assert FRENCH.event_in_short(Event(name="notre séminaire d’équipe")) == "Séminaire d’équipe"
    assert FRENCH.event_in_short(Event(format=Format.PANEL)) == "Table ronde"


def test_peers_have_pronouns_or_their_name() -> None:
    assert FRENCH.peer_fields(SHE)["elle"] == "elle"
    assert FRENCH.peer_fields(HE)["si_elle"] == "s’il"
    assert FRENCH.peer_fields(HE)["avec_elle"] == "avec lui"
    assert FRENCH.peer_fields(ALIX)["qu_elle"] == "qu’Alix Moreau"
    assert FRENCH.peer_fields(SAM)["qu_elle"] == "que Sam Okoro"
    assert set(FRENCH.peer_fields(SAM).values()) & {"elle", "il", "avec elle", "avec lui"} == set()
    two, three = FRENCH.company_fields([SHE, HE]), FRENCH.company_fields([SHE, HE, SAM])
    assert (two["number"], two["any_of_them"]) == ("deux", "l’une ou l’autre de ces personnes")
    assert (three["number"], three["any_of_them"]) == ("trois", "l’une de ces personnes")
    for peers in ([SHE], [SHE, HE]):
        assert set(FRENCH.company_fields(peers)) == {*FRENCH.company_field_names, *FRENCH.peer_field_names}


def test_headlines_in_french_only() -> None:
    assert FRENCH.headline("Médiatrice et formatrice.")["a_headline"] == "médiatrice et formatrice"
    assert FRENCH.headline("Négociation et médiation") == {"headline": "négociation et médiation", "a_headline": ""}
    for written in ("mediator who has worked with both sides", "Consultant in change", "J’aide les équipes", ""):
        assert FRENCH.headline(written) == {"headline": "", "a_headline": ""}


def test_noun_phrases_inside_a_sentence() -> None:
    said = {"La négociation": "négociation", "L’écoute active": "écoute active", "IA générative": "IA générative"}
    said |= {"Vous attendez 300 personnes.": "vous attendez 300 personnes.", "À Lyon": "à Lyon", "La Poste": "La Poste"}
    for written, inside in said.items():
        assert FRENCH.mid_sentence(written) == inside


@pytest.mark.parametrize(
    ("goal", "wish"),
    [
        ("Nous voulons que nos managers se parlent à nouveau.", "que vos managers se parlent à nouveau"),
        ("Redonner confiance aux équipes", "redonner confiance aux équipes"),
        ("L'objectif est de fédérer nos équipes", "fédérer vos équipes"),
        ("pour que notre équipe ose parler", "que votre équipe ose parler"),
        ("afin de mieux travailler ensemble", "mieux travailler ensemble"),
        ("ne plus subir les réunions", "ne plus subir les réunions"),
        ("une équipe soudée", ""),
        ("Premier pas vers la confiance", ""),
        ("nous aimerions que vous les secouiez", ""),
        ("que nous repartions avec un plan", ""),
        ("Réveillez-les !", ""),
    ],
)
def test_a_goal_is_woven_in_only_where_grammar_allows_it(goal: str, wish: str) -> None:
    words = FRENCH.goal(goal, "fr", manner())
    assert words.wish == wish
    assert words.quote.startswith("«\u202f")


def test_a_goal_said_to_somebody_one_knows_well() -> None:
    familiar = manner(tu=True)
    assert TU.goal("que nos élus osent décider", "fr", familiar).wish == "que tes élus osent décider"
    assert TU.goal("que notre équipe ose décider", "fr", familiar).wish == ""  # ton or ta is not known


def test_a_quoted_goal_ends_once() -> None:
    assert FRENCH.goal("une équipe soudée", "fr", manner()).quote.endswith("soudée\u202f».")
    assert FRENCH.goal("Nous voulons avancer.", "fr", manner()).quote.endswith("avancer.\u202f»")
    assert FRENCH.goal("Wake them up!", "en", manner()).quote == "«\u202fWake them up!\u202f»"
    assert FRENCH.goal("that people talk", "en", manner()).wish == ""
    assert FRENCH.goal(" … ", "fr", manner()).quote == FRENCH.goal(None, "fr", manner()).quote == ""
