"""French letters: vous and tu, days, lists, peers and headlines; the rest stands in the files french_*.py."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby, zip_longest
from typing import Final

from fitdesk.domain.contact import Contact
from fitdesk.domain.event import Event
from fitdesk.domain.letter import Manner
from fitdesk.domain.peer import Peer
from fitdesk.letters.languages import french_events, french_peer, french_people
from fitdesk.letters.languages.french_goals import looks_french, say_goal, seems_foreign
from fitdesk.letters.languages.french_typography import THIN, WIDE, tidy
from fitdesk.letters.languages.language import GoalWords, Language
from fitdesk.letters.languages.long_goal import LONGEST_HEADLINE

_LONGEST_BARE: Final = 5
"""Words of a noun phrase that may lose its article."""

_NAMES: Final = "europe france afrique asie amérique allemagne espagne italie suisse belgique brexit excel paris"
_PROPER: Final = frozenset(_NAMES.split())
_ARTICLE: Final = re.compile(r"^(?:(?:le|la|les)\s+|l[’'])(?=(?-i:[a-zà-ÿœ]))", re.IGNORECASE)
_PERSON: Final = re.compile(
    r"(?:[a-zà-ÿ](?:eur|euse|rice|iste|ien|ienne|logue|ier|ière|ant|ante|ateur|mane|graphe|nome|ologue)"
    r"|coach|guide|experte?|juge|cheffe?|infirmière?|médecin|avocate?|psychiatre|interprète|architecte|pédagogue"
    r"|artiste|maître|moine|clown|pilote|élue?|capitaine)$",
    re.IGNORECASE,
)
"""A noun for a person, by its ending: formatrice, médiateur, psychologue, conférencière, consultant, coach."""

_A: Final = re.compile(r"^une? ", re.IGNORECASE)
_OWN_VOICE: Final = re.compile(r"\b(?:je|j’|mon|ma|mes|nous|nos|notre)\b", re.IGNORECASE)


class French(Language):
    code = "fr"
    quotes = (f"«{THIN}", f"{THIN}»")
    inner_quotes = ("“", "”")
    event_field_names = french_events.FIELDS
    peer_field_names = french_people.PEER_FIELDS
    titles = ("M.", "MM.", "Mme", "Mmes", "Dr", "Pr", "Me")
    kept_before_figure = ("à", "le", "les", "du", "au")
    whole_amount_pattern = "#,##0\u00a0¤"

    def mid_sentence(self, phrase: str) -> str:
        """Inside a sentence a short noun phrase goes without its article: "La négociation" is "négociation"."""
        bare = _ARTICLE.sub("", phrase)
        if bare != phrase and len(phrase.split()) <= _LONGEST_BARE and not re.search(r"[.!?…:;,]", phrase):
            return bare
        word = phrase.split()[0] if phrase.split() else ""
        plain = re.split(r"[’']", word)[0]
        is_name = word[1:] != word[1:].lower() or any(letter.isdigit() for letter in word)
        is_name = is_name or re.match(r"(?:L[ea]s?\s+|L[’'])[A-ZÀ-Þ]", phrase) is not None
        if not word[:1].isupper() or is_name or word.strip(".,;:").casefold() in _PROPER:
            return phrase
        if len(word) == 1 and word not in "ÀÔY":
            return phrase
        return phrase[0].lower() + phrase[1:] if plain else phrase

    def tidy(self, text: str) -> str:
        return tidy(text)

    # ---- days

    def day_pattern(self, locale: str, *, with_year: bool) -> str:
        del locale
        return "d MMMM y" if with_year else "d MMMM"

    def say_day(self, day: date, locale: str, *, near: date | None = None) -> str:
        """ "12 juin 2027", "1er mars 2026": Babel prints "1 mars"."""
        said = super().say_day(day, locale, near=near)
        return re.sub(r"^1 ", "1er ", said)

    def say_days(self, days: Sequence[date], locale: str, *, near: date | None = None) -> str:
        """Several days, each month and year named once: "24 et 31 janvier et 7 février 2028"."""
        months = [list(month) for _key, month in groupby(days, key=lambda day: (day.year, day.month))]
        said = []
        for month, later in zip_longest(months, months[1:]):
            is_year_said = later is not None and later[0].year == month[-1].year
            last = self.say_day(month[-1], locale, near=later[0] if is_year_said else near)
            said.append(self.join([*(self.say_day(day, locale).split()[0] for day in month[:-1]), last]))
        return self.join(said) if not months or len(months[-1]) == 1 else ", ".join(said)

    def say_stretch(self, first: date, last: date, locale: str, *, near: date | None = None) -> str:
        """With its article or preposition: "le 12 juin", "les 12 et 13 juin", "du 30 juin au 1er juillet 2028"."""
        if first == last:
            return f"le {self.say_day(first, locale, near=near)}"
        if (first.year, first.month) != (last.year, last.month):
            same_year = first if first.year != last.year else last
            begin = self.say_day(first, locale, near=same_year)
            return f"du {begin} au {self.say_day(last, locale, near=near)}"
        begin = "1er" if first.day == 1 else str(first.day)
        end = self.say_day(last, locale, near=near)
        return f"les {begin} et {end}" if last - first == timedelta(days=1) else f"du {begin} au {end}"

    def amount(self, amount: Decimal, currency: str, locale: str, *, in_prose: bool = False) -> str:
        """Babel prints "7 500 £GB" in French; a letter says "7 500 £"."""
        return super().amount(amount, currency, locale, in_prose=in_prose).replace("£GB", "£")

    # ---- people

    def salutation(self, contact: Contact, manner: Manner) -> str:
        return f"{french_people.addressed(contact, manner)[0]},"

    def allowed_salutations(self, contact: Contact, manner: Manner) -> tuple[str, ...]:
        return tuple(f"{words}," for words in french_people.addressed(contact, manner))

    def close_key(self, contact: Contact, manner: Manner) -> str:
        return french_people.close_key(contact, manner)

    def spoken_to(self, contact: Contact, manner: Manner) -> str:
        return french_people.spoken_to(contact, manner)

    def on_envelope(self, contact: Contact) -> str:
        return french_people.on_envelope(contact)

    # ---- what phrases are filled with

    def event_fields(self, event: Event, locale: str, near: date) -> Mapping[str, str]:
        return {
            **french_events.event_words(event, self),
            "when": self.when(event, locale, near),
            "month": self.month_of(event, locale, near),
        }

    def subject_line(self, event: Event, received: str) -> str:
        return french_events.subject_line(event, received, self)

    def event_in_short(self, event: Event) -> str:
        return super().event_in_short(replace(event, name=french_events.bare_name(event)))

    def peer_fields(self, peer: Peer) -> Mapping[str, str]:
        return french_people.peer_fields(peer)

    def company_fields(self, peers: Sequence[Peer]) -> Mapping[str, str]:
        return french_people.company_fields(peers, self.in_words(len(peers)))

    def goal(self, goal: str | None, goal_language: str | None, manner: Manner) -> GoalWords:
        return say_goal(goal, goal_language, familiar=manner.is_familiar)

    def benefit_as_clause(self, peer: Peer, words: str) -> str:
        """ "Elle m’offre …" with her name in place of the pronoun; "je reçois …" with the name behind it."""
        name = " ".join(peer.name.replace("*", "").split())
        found = re.match(r"(?:elle|il)\s+(?=\S)", words, re.IGNORECASE)
        if found:
            return f"{name} {words[found.end() :]}"
        if re.match(r"(?:je|nous|on)\s|j[’']", words, re.IGNORECASE):
            return f"{words[0].lower()}{words[1:]} ({name})"
        return ""

    def trait(self, peer: Peer, note: str) -> str:
        return french_peer.trait(peer, note)

    def labelled(self, label: str, value: str) -> str:
        return f"{label}{WIDE}: {value}"

    def headline(self, written: str) -> Mapping[str, str]:
        """``a_headline`` goes after "est" and needs no article: "médiatrice en entreprise". Only French is used."""
        words = " ".join(written.split()).strip(" .")
        if len(words.split()) > LONGEST_HEADLINE:
            words = words.split(",")[0]
        bare = _A.sub("", words)
        is_person = bool(bare) and _PERSON.search(bare.split()[0].rstrip(",;:")) is not None
        is_french = looks_french(words) if seems_foreign(words) or not is_person else True
        if not words or len(words.split()) > LONGEST_HEADLINE or _OWN_VOICE.search(words) or not is_french:
            return {"headline": "", "a_headline": ""}
        said = f"{words[0].lower()}{words[1:]}" if bare != words else self.mid_sentence(words)
        return {"headline": said, "a_headline": said if is_person else ""}


LANGUAGE: Final = French()
