"""How a Spanish letter addresses people: two surnames, Sra. López, Dra. López, Estimado/a Alex Moor."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from fitdesk.domain.contact import Contact, Gender
from fitdesk.domain.letter import Manner, Tone
from fitdesk.letters.names import PersonName, is_western, take_apart
from fitdesk.letters.titles import letters_of, spaced

FEMALE, MALE = Gender.FEMALE, Gender.MALE
_BY_HONORIFIC: Final = {"Mr": MALE, "Mrs": FEMALE, "Ms": FEMALE, "Miss": FEMALE}

_JOINS_NEXT_TEXT: Final = "de del la las los el y i e da do dos das di van von der den ten le al bin ben"
_JOINS_NEXT: Final = frozenset(_JOINS_NEXT_TEXT.split())
_JOINS_BOTH: Final = frozenset(("y", "i", "e"))
_SECOND_NAMES_TEXT: Final = """
    jose maria carlos luis antonio manuel carmen angel angeles jesus isabel teresa luisa pilar belen cristina rosa mar
    dolores mercedes javier miguel pedro pablo francisco ramon ignacio fernando alberto eduardo enrique andres david
    victoria elena lucia laura rosario concepcion paz nieves soledad eugenia asuncion consuelo ines beatriz patricia
    sofia rafael jorge juan daniel alejandro sergio raul oscar emilio julia clara marta ana anna eva esther raquel
    gloria montserrat guadalupe magdalena amparo inmaculada rocio fatima jesus cruz
    """
_SECOND_NAMES: Final = frozenset(_SECOND_NAMES_TEXT.split())
"""Second parts of a first name, without accents: "María José", "Juan Carlos", "Ana Belén"."""

_SPANISH_SPEAKING_TEXT: Final = "ES MX AR CO CL PE VE EC BO PY UY CR PA GT HN SV NI DO CU PR GQ"
_SPANISH_SPEAKING: Final = frozenset(_SPANISH_SPEAKING_TEXT.split())
_BEFORE: Final[dict[str, tuple[str, Gender | None]]] = {
    "dr": ("Dr", None), "doctor": ("Dr", MALE), "dra": ("Dr", FEMALE), "doctora": ("Dr", FEMALE),
    "prof": ("Prof", None), "profesor": ("Prof", MALE), "profesora": ("Prof", FEMALE), "profa": ("Prof", FEMALE),
    "professor": ("Prof", None), "catedrático": ("Prof", MALE), "catedrática": ("Prof", FEMALE),
    "sr": ("", MALE), "señor": ("", MALE), "sra": ("", FEMALE), "señora": ("", FEMALE), "srta": ("", FEMALE),
    "señorita": ("", FEMALE), "don": ("", MALE), "d": ("", MALE), "doña": ("", FEMALE), "dña": ("", FEMALE),
    "dª": ("", FEMALE), "mr": ("", MALE), "mrs": ("", FEMALE), "ms": ("", FEMALE), "miss": ("", FEMALE),
    "mx": ("", None), "herr": ("", MALE), "frau": ("", FEMALE), "monsieur": ("", MALE), "madame": ("", FEMALE),
}  # fmt: skip
"""Words before a name: the title they are, and the gender they put on record ("Dr" may be an English one)."""

_WITH_FIRST_NAME: Final = frozenset(("don", "d", "doña", "dña", "dª"))


@dataclass(frozen=True, slots=True)
class SpanishName:
    """``first`` with both parts ("María José"), ``last`` with both surnames ("López García"), ``first_last`` the
    one after Sra. ("López"); ``title`` is "Dr", "Prof" or "". ``gender`` as recorded, never guessed."""

    plain: PersonName
    first: str
    last: str
    first_last: str
    title: str
    gender: Gender | None

    @property
    def full(self) -> str:
        """The whole name; before a last name alone also the title that is never said ("Ing. Pöll")."""
        return " ".join((self.first, self.last)).strip() if self.first else self.plain.full


def read_name(contact: Contact) -> SpanishName:
    """The name of ``contact`` taken apart, as Spain does or, for people from elsewhere, with one surname."""
    plain, title, gender = _name_and_gender(contact)
    if plain.last and not plain.first:
        return SpanishName(plain, "", plain.last, plain.last, title, gender)
    if not is_western(plain.full) or not plain.last:
        return SpanishName(plain, plain.full, "", "", title, gender)
    if not _is_spanish(contact):
        return SpanishName(plain, plain.first, plain.last, plain.last, title, gender)
    groups = _groups(plain.full.split())
    count = _first_names(groups)
    first, surnames = " ".join(groups[:count]), groups[count:]
    first_last = " ".join(surnames) if len(surnames) > 1 and surnames[0].casefold() in _JOINS_NEXT else surnames[0]
    return SpanishName(plain, first, " ".join(surnames), first_last, title, gender)


def _name_and_gender(contact: Contact) -> tuple[PersonName, str, Gender | None]:
    """The name taken apart, the highest title on record, and the gender on record or in a title."""
    words = spaced(contact.name or "").split()
    before: list[str] = []
    while len(words) > 1 and letters_of(words[0]) in _BEFORE:
        before.append(words.pop(0))
    known = ["señor" if letters_of(one) == "sr" else one for one in before if letters_of(one) not in _WITH_FIRST_NAME]
    plain = take_apart(" ".join((*known, *words)))
    title, gender = plain.title[:4], contact.gender
    recorded = re.findall(r"[^\W\d_]+ª?", (contact.academic_title or "").replace(".ª", "ª"))
    for word in (*recorded, *before, *plain.titles.split()):
        found, says = _BEFORE.get(letters_of(word), ("", None))
        title = "Prof" if "Prof" in (title, found) else title or found
        gender = gender or says
    return plain, title, gender or _BY_HONORIFIC.get(plain.honorific)


def _is_spanish(contact: Contact) -> bool:
    if contact.language is not None and contact.language != "es":
        return contact.address.country in _SPANISH_SPEAKING
    return contact.language == "es" or contact.address.country in (None, *_SPANISH_SPEAKING)


def _groups(words: list[str]) -> list[str]:
    """Words with what belongs to them: "de la Fuente", "Ortega y Gasset"."""
    groups: list[str] = []
    is_open = False
    for word in words:
        joins = word.casefold() in _JOINS_NEXT
        if groups and (is_open or word.casefold() in _JOINS_BOTH):
            groups[-1] += f" {word}"
        else:
            groups.append(word)
        is_open = joins
    return groups


def _first_names(groups: list[str]) -> int:
    """How many of the groups are the first name; at least one surname is left."""
    if len(groups) < 3:
        return 1
    initials = sum(1 for group in groups[1:-1] if re.fullmatch(r"\w\.?", group))
    if len(groups) > 3 or initials:
        return max(len(groups) - 2, 1 + initials)
    second = groups[1].translate(str.maketrans("áéíóúÁÉÍÓÚ", "aeiouAEIOU")).casefold()
    is_name = second in _SECOND_NAMES or (second.split()[0] in ("de", "del") and second.split()[-1] in _SECOND_NAMES)
    return 2 if is_name else 1


def is_named(contact: Contact) -> bool:
    """Whether a letter can be addressed to a person."""
    return bool(contact.name and contact.name.strip())


def is_by_first_name(manner: Manner) -> bool:
    """Warm letters are, and all that say tú."""
    return manner.tone is Tone.WARM or manner.is_familiar


def spoken_to(contact: Contact, manner: Manner) -> str:
    """What stands after "Estimada": "María", "Sra. López", "Dra. López", "Alex Moor"; "señores" for nobody."""
    if not is_named(contact):
        return "señores"
    name = read_name(contact)
    full = name.full
    if is_by_first_name(manner) and name.first:
        return full if len(name.first) < 2 or "." in name.first.split()[0] else name.first
    last = name.first_last[:1].upper() + name.first_last[1:]
    if not last:
        return full
    if name.title and (title := _title(name)):
        return f"{title} {last}"
    return full if name.gender is None else f"{'Sra.' if name.gender is FEMALE else 'Sr.'} {last}"


def _title(name: SpanishName) -> str:
    """ "Dra.", "Dr." or "Prof."; "" where the record leaves open which of the first two it is."""
    if name.title == "Prof":
        return "Prof."
    return {FEMALE: "Dra.", MALE: "Dr."}[name.gender] if name.title and name.gender else ""


def _dear(gender: Gender | None, familiar: str = "Estimad") -> str:
    return familiar + {FEMALE: "a", MALE: "o", None: "o/a"}[gender]


def salutation(contact: Contact, manner: Manner) -> str:
    """The salutation of letters.md, with its colon: "Estimada Sra. López:", "Querida María:", "Hola, Alex:"."""
    if not is_named(contact):
        if not manner.is_familiar:
            return "Estimados señores:"
        return "Buenos días:" if manner.tone is Tone.FORMAL else "Hola:"
    who, gender = spoken_to(contact, manner), read_name(contact).gender
    if not manner.is_familiar or manner.tone is Tone.FORMAL:
        return f"{_dear(gender)} {who}:"
    if gender is None or manner.tone is Tone.BRIEF:
        return f"Hola, {who}:"
    return f"{_dear(gender, 'Querid')} {who}:"


def allowed_salutations(contact: Contact, manner: Manner) -> tuple[str, ...]:
    """Every salutation that fits the record, the usual one first; the full name is always right."""
    found = [salutation(contact, manner)]
    if not is_named(contact):
        found += ["Estimados señores:", "Estimadas señoras, estimados señores:", "Estimadas señoras y señores:"]
        found += ["Estimada señora, estimado señor:", "A quien corresponda:"]
        return tuple(dict.fromkeys(found + (["Buenos días:"] if manner.tone is not Tone.FORMAL else [])))
    name = read_name(contact)
    full, dear = name.full, _dear(name.gender)
    found += [f"{dear} {full}:"]
    if not manner.is_familiar and manner.tone is not Tone.WARM and name.last:
        known = {FEMALE: ("Sra.",), MALE: ("Sr.",), None: ()}[name.gender]
        lasts = dict.fromkeys(f"{one[:1].upper()}{one[1:]}" for one in (name.first_last, name.last))
        found += [f"{dear} {title} {last}:" for title in (*known, _title(name)) if title for last in lasts]
    if name.first and (manner.tone is not Tone.FORMAL or manner.is_familiar):
        found += [f"{dear} {name.first}:", f"Hola, {name.first}:", f"Buenos días, {name.first}:"]
        if manner.is_familiar and name.gender is not None:
            found.append(f"{_dear(name.gender, 'Querid')} {name.first}:")
    return tuple(dict.fromkeys(found))


def on_envelope(contact: Contact) -> str:
    """The name for the address: with a title on record, never with a guessed one."""
    if not is_named(contact):
        return ""
    name = read_name(contact)
    return name.plain.on_envelope(_title(name))
