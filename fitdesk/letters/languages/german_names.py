"""How people are addressed in German: Frau and Herr only where it is known, titles as they are spoken, Sie and du."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from fitdesk.domain.contact import Contact, Gender
from fitdesk.domain.letter import Manner, Tone
from fitdesk.letters.names import is_western, take_apart

_HONORIFIC: Final = re.compile(r"^(?:(Frau)|(Herrn?|Hr\.))\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class German:
    """A name for German: ``title`` as written ("Prof. Dr."), ``spoken`` as in a salutation ("Professorin"), ``posted``
    as on an envelope.

    ``last`` is empty when only one word is known and nothing says that it is a family name.
    """

    full: str
    first: str
    last: str
    posted: str
    title: str = ""
    spoken: str = ""
    gender: Gender | None = None

    @property
    def polite(self) -> str:
        """Who stands after "Sehr geehrte": "Frau Dr. Lind"; "" when the gender or the family name is not known."""
        if self.gender is None or not self.last:
            return ""
        return _titled("Frau" if self.gender is Gender.FEMALE else "Herr", self.spoken, self.last)

    @property
    def open(self) -> str:
        """Who stands after "Guten Tag" when Frau or Herr would be a guess: "Dr. Alex Lind"."""
        return _titled(self.title, self.full)

    @property
    def familiar(self) -> str:
        """The first name, or the whole one where it cannot be told, or is an initial; "Frau Lind" without any."""
        if not self.first:
            return self.polite or self.open
        return self.full if len(self.first) < 2 or "." in self.first or not is_western(self.full) else self.first


def known(contact: Contact) -> German | None:
    """The name of ``contact`` taken apart; None when there is none."""
    written = " ".join((contact.name or "").split())
    if not written:
        return None
    gender, recorded = contact.gender, " ".join((contact.academic_title or "").split())
    found = _HONORIFIC.match(written)
    if found:
        gender = gender or (Gender.FEMALE if found[1] else Gender.MALE)
        written = written[found.end() :]
    name = take_apart(written)
    gender = gender or {"Mr": Gender.MALE, "Mrs": Gender.FEMALE, "Ms": Gender.FEMALE, "Miss": Gender.FEMALE}.get(
        name.honorific
    )
    title_words = f"{recorded} {name.titles}"
    last = name.last or (name.full if found else "")
    title = _as_written(title_words, recorded)
    return German(
        full=name.full,
        first="" if found and not name.last else name.first,
        last=last if is_western(name.full) else "",
        posted=name.on_envelope(title),
        title=title,
        spoken=_as_spoken(title_words, recorded, gender),
        gender=gender,
    )


def _as_written(words: str, recorded: str) -> str:
    found = [
        short
        for short, pattern in (("Prof.", r"\bprof"), ("Dr.", r"\b(?:dr|doktor|doctor)\b"))
        if re.search(pattern, words, re.IGNORECASE)
    ]
    return " ".join(found) if found else recorded


def _as_spoken(words: str, recorded: str, gender: Gender | None) -> str:
    written = _as_written(words, recorded)
    if written.startswith("Prof."):
        return "Professorin" if gender is Gender.FEMALE else "Professor"
    return written


def _titled(*words: str) -> str:
    return " ".join(word for word in words if word)


def salutation(contact: Contact, manner: Manner) -> str:
    """The salutation of letters.md with its comma."""
    return allowed_salutations(contact, manner)[0]


def allowed_salutations(contact: Contact, manner: Manner) -> tuple[str, ...]:
    """Every salutation that fits the record, the usual one for this manner first."""
    name = known(contact)
    if name is None:
        return ("Guten Tag,", "Hallo,") if manner.is_familiar else ("Sehr geehrte Damen und Herren,", "Guten Tag,")
    said = _familiar(name) if manner.is_familiar else _polite(name, manner.tone)
    return tuple(dict.fromkeys(f"{words}," for words in said))


def _familiar(name: German) -> tuple[str, ...]:
    who = name.familiar
    dear = () if name.gender is None else (f"{_ending('Liebe', name)} {who}",)
    return (*dear, f"Hallo {who}", f"Guten Tag {who}", f"Guten Tag {name.full}")


def _polite(name: German, tone: Tone) -> tuple[str, ...]:
    plain = (f"Guten Tag {name.open}", f"Guten Tag {name.full}")
    if not name.polite:
        return plain
    whole = [name.polite]
    if name.spoken.startswith("Profess"):
        whole += [name.polite.replace(name.spoken, word) for word in ("Professor", name.title, "Prof.")]
    ways = [_ending("Sehr geehrte", name), _ending("Liebe", name), "Guten Tag"]
    if tone is Tone.WARM:
        ways[:2] = ways[1], ways[0]
    return (*(f"{way} {who}" for way in ways for who in dict.fromkeys(whole)), *plain)


def _ending(word: str, name: German) -> str:
    return f"{word}r" if name.gender is Gender.MALE else word


def spoken_to(contact: Contact) -> str:
    """Whom the salutation names, without greeting and comma."""
    name = known(contact)
    if name is None:
        return "Damen und Herren"
    return name.polite or name.open


def on_envelope(contact: Contact) -> str:
    """The name with its titles and what stands behind it, never with a Frau or Herr that was not asked for."""
    name = known(contact)
    return name.posted if name else ""
