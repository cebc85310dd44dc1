"""Dutch letters, with u or je."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby, zip_longest
from typing import ClassVar, Final

from fitdesk.domain.contact import Contact
from fitdesk.domain.event import Event
from fitdesk.domain.letter import Manner
from fitdesk.domain.peer import Peer
from fitdesk.letters.languages import dutch_event, dutch_names, dutch_peer, dutch_words
from fitdesk.letters.languages.dutch_goal import woven
from fitdesk.letters.languages.language import NO_BREAK, GoalWords, Language
from fitdesk.letters.languages.long_goal import LONGEST_HEADLINE, shortened

_OWN_WORDS: Final = re.compile(r"\b(ik|mij|mijn|wij|we|ons|onze|I|my|me|our)\b", re.IGNORECASE)


class Dutch(Language):
    """Peers without a pronoun are called by their first name; events without a common noun stand in quotation marks."""

    code = "nl"
    quotes = ("“", "”")
    inner_quotes = ("‘", "’")
    event_field_names: ClassVar[tuple[str, ...]] = (*Language.event_field_names, "task")
    peer_field_names: ClassVar[tuple[str, ...]] = ("she", "her", "hers")
    company_field_names: ClassVar[tuple[str, ...]] = ("number", "any_of_them", "is")
    titles = ("dr.", "prof.", "Dr.", "Prof.", "professor", "mevrouw", "heer")
    kept_before_word = ("u",)
    kept_before_figure = ("tot",)
    whole_amount_pattern = f"¤{NO_BREAK}#,##0"

    # ---- words, days and amounts

    def mid_sentence(self, phrase: str) -> str:
        return dutch_words.mid_sentence(phrase)

    def tidy(self, text: str) -> str:
        return dutch_words.tidy(text)

    def day_pattern(self, locale: str, *, with_year: bool) -> str:  # noqa: ARG002 - one for all of Dutch
        return "d MMMM y" if with_year else "d MMMM"

    def say_stretch(self, first: date, last: date, locale: str, *, near: date | None = None) -> str:
        """ "12 en 13 juni", "12 tot en met 15 juni", "30 juni tot en met 1 juli 2028"."""
        if first == last:
            return self.say_day(first, locale, near=near)
        until = "en" if (last - first).days == 1 else "tot en met"
        end = self.say_day(last, locale, near=near)
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day} {until} {end}"
        begin = self.say_day(first, locale, near=first if first.year == last.year else None)
        return f"{begin} {until} {end}"

    def say_days(self, days: Sequence[date], locale: str, *, near: date | None = None) -> str:
        """Several days, each month and year named once: "24 en 31 januari en 7 februari 2028"."""
        months = [list(month) for _key, month in groupby(days, key=lambda day: (day.year, day.month))]
        said = []
        for month, later in zip_longest(months, months[1:]):
            is_year_said = later is not None and later[0].year == month[-1].year
            last = self.say_day(month[-1], locale, near=later[0] if is_year_said else near)
            said.append(self.join([*(str(day.day) for day in month[:-1]), last]))
        return self.join(said)

    def when(self, event: Event, locale: str, near: date) -> str:
        said = super().when(event, locale, near)
        return f"van {said.removeprefix('op ')}" if " tot en met " in said else said

    # ---- people

    def salutation(self, contact: Contact, manner: Manner) -> str:
        return dutch_names.salutation(contact, manner)

    def allowed_salutations(self, contact: Contact, manner: Manner) -> tuple[str, ...]:
        return dutch_names.allowed_salutations(contact, manner)

    def close_key(self, contact: Contact, manner: Manner) -> str:
        if not dutch_names.is_named(contact):
            return "unknown"
        return "warm" if dutch_names.is_by_first_name(manner) else "formal"

    def spoken_to(self, contact: Contact, manner: Manner) -> str:
        return dutch_names.addressed(contact, manner) or dutch_names.NOBODY

    def on_envelope(self, contact: Contact) -> str:
        return dutch_names.on_envelope(contact)

    # ---- what phrases are filled with

    def event_fields(self, event: Event, locale: str, near: date) -> Mapping[str, str]:
        when = self.when(event, locale, near)
        return {
            "event": dutch_event.the_event(event, self),
            "their_event": dutch_event.their_event(event, self),
            "to_do": dutch_event.to_do(event, self),
            "where": dutch_event.where(event, self),
            "when": when,
            "task": dutch_event.task(event, when, self),
            "month": self.month_of(event, locale, near),
        }

    def subject_line(self, event: Event, received: str) -> str:
        return dutch_event.subject_line(event, received, self)

    def event_in_short(self, event: Event) -> str:
        """As in every language; "onze heidag" is not ours."""
        return super().event_in_short(replace(event, name=dutch_event.ARTICLED.sub("", event.name or "")))

    def details(self, gives: str, language: str, groups: str) -> str:
        """ "geeft keynotes in het Frans voor groepen …", "werkt met groepen …"."""
        if groups and gives == self.term("details_works"):
            return f"{super().details(gives, language, '')} met {groups}"
        return super().details(gives, language, groups)

    def peer_fields(self, peer: Peer) -> Mapping[str, str]:
        return dutch_names.pronouns(peer)

    def trait(self, peer: Peer, note: str) -> str:
        return dutch_peer.trait(peer, note)

    def company_fields(self, peers: Sequence[Peer]) -> Mapping[str, str]:
        number = {"number": self.in_words(len(peers))}
        if len(peers) == 1:
            called = dutch_names.pronouns(peers[0])
            return {**called, **number, "any_of_them": called["her"], "is": "is"}
        of_them = "een van beiden" if len(peers) == 2 else "een van hen"
        return {"she": "zij", "her": "hen", "hers": "hun", **number, "any_of_them": of_them, "is": "zijn"}

    def goal(self, goal: str | None, goal_language: str | None, manner: Manner) -> GoalWords:
        text = self.tidy(" ".join((goal or "").split()))
        if not re.search(r"\w", text):
            return GoalWords()
        yours = "je" if manner.is_familiar else "uw"
        return GoalWords(wish=woven(text, yours) if goal_language in (None, "nl") else "", quote=self._quote(text))

    def _quote(self, text: str) -> str:
        """``text`` in quotation marks with the stop of the sentence: within them when it is a sentence itself."""
        words, is_cut = shortened(text)
        if re.search(r"[!?…]$", words):
            return self.quoted(words)
        bare = words.rstrip(".,;: ")
        return self.quoted(f"{bare}.") if words.endswith(".") and not is_cut else f"{self.quoted(bare)}."

    def headline(self, written: str) -> Mapping[str, str]:
        """Dutch says "is mediator" and "is een mediator die …": only a headline that has its article is woven."""
        words = self.mid_sentence(" ".join(written.split()).strip(" ."))
        if len(words.split()) > LONGEST_HEADLINE:
            words = words.split(",")[0]
        if len(words.split()) > LONGEST_HEADLINE or _OWN_WORDS.search(words):
            return {"headline": "", "a_headline": ""}
        return {"headline": words, "a_headline": words if re.match(r"(een|de|het)\s", words) else ""}


LANGUAGE: Final = Dutch()
