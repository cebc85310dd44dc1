"""Plausible people, events, goals and subjects in each language of letters, for tests and for the folder of samples."""

from __future__ import annotations

from dataclasses import dataclass

from fitdesk.domain.contact import Address, Gender
from fitdesk.domain.owner import Layout

F, M = Gender.FEMALE, Gender.MALE


@dataclass(frozen=True, slots=True)
class Words:
    """``people``: (name, gender or None for unknown, title or None). ``places``: (town, country). ``wanted`` are
    subjects that clients ask for and peers know, ``mine`` the owner's. ``traits``: how peers differ."""

    locale: str
    layout: Layout
    owner: tuple[str, Address, str]
    people: tuple[tuple[str, Gender | None, str | None], ...]
    organizations: tuple[str, ...]
    addresses: tuple[Address, ...]
    roles: tuple[str, ...]
    events: tuple[str | None, ...]
    goals: tuple[str | None, ...]
    wanted: tuple[str, ...]
    mine: tuple[str, ...]
    places: tuple[tuple[str, str], ...]
    levels: tuple[str, ...]
    peers: tuple[tuple[str, str], ...]
    traits: tuple[str, ...]
    headlines: tuple[str, ...]
    must_haves: tuple[str, ...]
    benefit: str


EN = Words(
    "en_GB",
    Layout.UK,
    ("Imogen Vale", Address(("4 Mill Lane",), "BS1 4DJ", "Bristol", "GB"), "Talks on trust at work"),
    (
        ("Alex Moor", None, None),
        ("Maria Lindgren-Hughes", F, None),
        ("Khalid Al Mansoori", M, "Dr"),
        ("Temi Adeyemi", F, "Professor"),
        ("Jo March", None, None),
    ),
    ("Harbour Freight Union", "Northbridge Housing Trust", "Quayside Theatre", "Pennine Care"),
    (
        Address(("Unit 3, The Maltings", "12 Wharf Road"), "LS1 4AP", "Leeds", "GB"),
        Address(("7 Castle Street",), "EH2 3AH", "Edinburgh", "GB"),
    ),
    ("Head of Events", "Director of People", ""),
    ("Leadership summit", "Spring Education Day", None, "Not the Usual Route", "Annual conference 2027"),
    (
        "that the two management teams leave with three commitments they have made to each other",
        "We want our managers to talk to each other again.",
        "Our nurses should be able to speak up without fear of being blamed",
        "calm, before the redundancies are announced",
        None,
    ),
    ("negotiation technique", "artificial intelligence in daily work", "customer service", "sales training"),
    ("trust in teams", "leading through change", "difficult conversations"),
    (("Leeds", "GB"), ("Manchester", "GB"), ("Dublin", "IE")),
    ("nurses", "executives", "apprentices"),
    (("Camille Roux", "she"), ("Fergus Teague", "he"), ("Sam Okoro", "they")),
    ("Firmer than I am, and always with your own figures on the table.", "Works quietly and in depth, without slides."),
    ("mediator and trainer", "negotiation trainer who has sat on both sides of the table", ""),
    ("simultaneous translation", "a recording for those who cannot come"),
    "ten per cent of the first fee",
)
DE = Words(
    "de_DE",
    Layout.DIN_B,
    ("Ruth Anders", Address(("Lindenweg 4",), "79102", "Freiburg", "DE"), "Vorträge über Vertrauen in Teams"),
    (
        ("Alex Sommer", None, None),
        ("Maria Lindemann", F, "Dr."),
        ("Jürgen Weiß", M, None),
        ("Prof. Dr. Ayşe Yılmaz", F, None),
        ("Kim Berger", None, None),
    ),
    ("Stadtwerke Musterhausen GmbH", "Pflegeverbund Oberrhein e. V.", "Handwerkskammer Süd", "Großhandel Böhm KG"),
    (
        Address(("Am Alten Güterbahnhof 12",), "50667", "Köln", "DE"),
        Address(("Gebäude 4, Zimmer 210", "Schloßstraße 9"), "04109", "Leipzig", "DE"),
    ),
    ("Leiterin Personalentwicklung", "Geschäftsführung", ""),
    ("Führungskräftetagung", "Pflegetag 2027", None, "Impulse am Fluss", "unser Sommerfest"),
    (
        "dass unsere Teams nach der Fusion wieder miteinander reden",
        "Unsere Pflegekräfte sollen Fehler ansprechen können, ohne Angst zu haben.",
        "mehr Mut im Umgang mit Kundinnen und Kunden",
        None,
    ),
    ("Verhandlungstechnik", "künstliche Intelligenz im Alltag", "Kundenservice", "Zeitmanagement"),
    ("Vertrauen in Teams", "Führung im Wandel", "schwierige Gespräche"),
    (("Köln", "DE"), ("Wien", "AT"), ("Basel", "CH")),
    ("Pflegekräfte", "Führungskräfte", "Auszubildende"),
    (("Petra Kellermann", "she"), ("Jonas Winkler", "he"), ("Robin Vogt", "they")),
    ("Direkter als ich und immer nah an den Zahlen.", "Arbeitet leise und gründlich, ganz ohne Folien."),
    ("Mediatorin und Trainerin", "Verhandlungstrainer mit langer Erfahrung im Einkauf", ""),
    ("eine Aufzeichnung für alle, die nicht kommen können", "Simultandolmetschen"),
    "zehn Prozent des ersten Honorars",
)
FR = Words(
    "fr_FR",
    Layout.FRANCE,
    ("Claire Vasseur", Address(("14 rue des Tanneurs",), "69002", "Lyon", "FR"), "Conférences sur la confiance"),
    (
        ("Alex Moreau", None, None),
        ("Hélène d’Aubigné", F, None),
        ("Étienne Lœuil", M, None),
        ("Nadia Benyoucef", F, "Dr"),
        ("Dominique Petit", None, None),
    ),
    ("Coopérative des Alpilles", "Mutuelle du Rhône", "Université d’Été du Soin", "Ateliers Hénaff SA"),
    (
        Address(("Bâtiment C", "27 avenue de l’Europe"), "31000", "Toulouse", "FR"),
        Address(("3 quai des Orfèvres",), "75001", "Paris", "FR"),
    ),
    ("Directrice des ressources humaines", "Responsable des événements", ""),
    ("Congrès annuel des coopératives", "Journée du soin", None, "Demain, ensemble", "notre séminaire d’équipe"),
    (
        "que nos équipes se reparlent après la fusion",
        "Nous voulons que chaque responsable reparte avec une décision.",
        "redonner confiance aux équipes de nuit",
        None,
    ),
    ("techniques de négociation", "intelligence artificielle au quotidien", "relation client", "gestion du temps"),
    ("confiance dans les équipes", "conduite du changement", "conversations difficiles"),
    (("Toulouse", "FR"), ("Le Havre", "FR"), ("Bruxelles", "BE")),
    ("personnel soignant", "cadres", "jeunes diplômés"),
    (("Camille Roux", "she"), ("Luc Perrin", "he"), ("Dominique Ferrand", "they")),
    (
        "Un ton direct, toujours à partir des chiffres de la maison.",
        "Un travail discret et approfondi, sans écran.",
        "Travaille debout, avec tout le monde autour d’une seule table.",
    ),
    ("médiatrice et formatrice", "formateur en négociation", ""),
    ("une captation pour les absents", "une traduction simultanée"),
    "dix pour cent des premiers honoraires",
)
ES = Words(
    "es_ES",
    Layout.SPAIN_LEFT,
    (
        "Lucía Ferrer Soto",
        Address(("Calle del Olmo 8, 2.º B",), "28012", "Madrid", "ES"),
        "Conferencias sobre confianza",
    ),
    (
        ("Alex Molina", None, None),
        ("María López García", F, None),
        ("Íñigo Echeverría Ruiz", M, "Dr."),
        ("Begoña Núñez", F, None),
        ("Trinidad Rey", None, None),
    ),
    ("Cooperativa Valle Alto", "Mutua del Ebro", "Colegio de Enfermería", "Logística Peñas, S. L."),
    (
        Address(("Avenida de la Constitución 21, 3.º",), "50001", "Zaragoza", "ES"),
        Address(("Polígono Sur, nave 14",), "41013", "Sevilla", "ES"),
    ),
    ("Directora de Personas", "Responsable de eventos", ""),
    ("Congreso anual de logística", "Jornada de cuidados", None, "Mañana empieza hoy", "nuestra reunión de equipo"),
    (
        "que los equipos vuelvan a hablarse después de la fusión",
        "Queremos que cada responsable salga con una decisión tomada.",
        "más seguridad al tratar con clientes difíciles",
        None,
    ),
    ("técnicas de negociación", "inteligencia artificial en el día a día", "atención al cliente", "gestión del tiempo"),
    ("confianza en los equipos", "liderazgo en tiempos de cambio", "conversaciones difíciles"),
    (("Zaragoza", "ES"), ("Sevilla", "ES"), ("Lisboa", "PT")),
    ("personal de enfermería", "directivos", "jóvenes en prácticas"),
    (("Elena Castro", "she"), ("Pablo Iriarte", "he"), ("Cruz Medina", "they")),
    (
        "Un trato directo, y siempre con las cifras de la propia casa.",
        "Un trabajo callado y a fondo, sin diapositivas.",
        "Trabaja de pie, con todo el mundo alrededor de una sola mesa.",
    ),
    ("mediadora y formadora", "formador en negociación", ""),
    ("una grabación para quien no pueda venir", "traducción simultánea"),
    "el diez por ciento de los primeros honorarios",
)
NL = Words(
    "nl_NL",
    Layout.DUTCH_LEFT,
    ("Marijke de Wit", Address(("Oudegracht 112",), "3511 AX", "Utrecht", "NL"), "Lezingen over vertrouwen in teams"),
    (
        ("Alex Bakker", None, None),
        ("Anneke van der Berg", F, "dr."),
        ("Joost ten Have", M, None),
        ("Fatma Yıldız", F, None),
        ("Robin Smit", None, None),
    ),
    ("Zorggroep Waterland", "Bouwcoöperatie De Brug", "Gemeente Westerkade", "Handelshuis Krijgsman BV"),
    (
        Address(("Stationsplein 4",), "1012 AB", "Amsterdam", "NL"),
        Address(("Gebouw De Spil", "Havenstraat 27 b"), "3024 SG", "Rotterdam", "NL"),
    ),
    ("Hoofd evenementen", "Directeur", ""),
    ("Leiderschapstop", "Dag van de Zorg", None, "Morgen samen verder", "onze heidag"),
    (
        "dat onze teams na de fusie weer met elkaar praten",
        "Wij willen dat iedere manager met één besluit naar huis gaat.",
        "meer vertrouwen in het gesprek met lastige klanten",
        None,
    ),
    ("onderhandelen", "kunstmatige intelligentie in het dagelijks werk", "klantcontact", "timemanagement"),
    ("vertrouwen in teams", "leidinggeven aan verandering", "moeilijke gesprekken"),
    (("Amsterdam", "NL"), ("Den Haag", "NL"), ("Antwerpen", "BE")),
    ("verpleegkundigen", "directieleden", "starters"),
    (("Saskia Vermeer", "she"), ("Bram Hoekstra", "he"), ("Noor Dekker", "they")),
    ("Directer dan ik, en altijd met de cijfers erbij.", "Werkt rustig en grondig, zonder dia’s."),
    ("mediator en trainer", "onderhandelingstrainer met ervaring aan beide kanten van de tafel", ""),
    ("een opname voor wie er niet bij kan zijn", "een tolk"),
    "tien procent van het eerste honorarium",
)
WORDS = {"en": EN, "de": DE, "fr": FR, "es": ES, "nl": NL}
