"""English letters, British and American."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Final

from fitdesk.domain.contact import Contact
from fitdesk.domain.event import Event
from fitdesk.domain.letter import Manner
from fitdesk.domain.peer import Peer
from fitdesk.letters.languages import english_event, english_names, english_peer
from fitdesk.letters.languages.english_goal import say_goal
from fitdesk.letters.languages.english_words import mid_sentence, tidy, with_article
from fitdesk.letters.languages.language import NO_BREAK, GoalWords, Language
from fitdesk.letters.languages.long_goal import LONGEST_HEADLINE

_PERSON: Final = re.compile(
    r"(?:[a-z](?:er|or|ist|ian|ant|ent)|coach|guide|host|expert|nurse|judge|chef|actress|scholar|monk|priest)$", re.I
)
"""A noun for a person, by its ending: trainer, mediator, psychologist, musician, consultant, superintendent."""


class English(Language):
    """``locale`` is "en_GB" or "en_US"; terms are spelt as it wants them."""

    code = "en"
    quotes = ("“", "”")
    inner_quotes = ("‘", "’")
    peer_field_names = tuple(english_names.PRONOUNS["they"])
    titles = ("Dr", "Mr", "Ms", "Mrs", "Mx", "Miss", "Professor", "Dr.", "Mr.", "Ms.", "Mrs.", "Mx.")
    kept_before_word = ("I",)
    kept_before_figure = ("to",)
    whole_amount_pattern = "¤#,##0"

    def __init__(self, locale: str = "en_GB") -> None:
        self.locale = locale

    def term(self, name: str, /, **values: object) -> str:
        """As in every language, in American spelling where that is wanted."""
        from fitdesk.letters.phrases.book import fill, in_address, respell

        if self.locale == "en_GB" or name not in self.book.terms:
            return super().term(name, **values)
        template = respell(in_address(self.book.terms[name], familiar=self.is_familiar), self.book, self.locale)
        return fill(template, {key: str(value) for key, value in values.items()})

    def mid_sentence(self, phrase: str) -> str:
        return mid_sentence(phrase)

    def tidy(self, text: str) -> str:
        return tidy(text)

    def day_pattern(self, locale: str, *, with_year: bool) -> str:
        day_month, year = ("MMMM d", ", y") if locale == "en_US" else ("d MMMM", " y")
        return day_month + (year if with_year else "")

    def say_stretch(self, first: date, last: date, locale: str, *, near: date | None = None) -> str:
        """ "12–13 June", in the US "June 12–13"."""
        if locale != "en_US" or first == last or (first.year, first.month) != (last.year, last.month):
            return super().say_stretch(first, last, locale, near=near)
        whole = self.say_day(first, locale, near=near)
        return whole.replace(f" {first.day}", f" {first.day}–{last.day}", 1)

    def say_days(self, days: Sequence[date], locale: str, *, near: date | None = None) -> str:
        """ "4 and 11 June", "27 January and 3 February 2028"; in the US "June 4 and 11", "January 4 and 11, 2028"."""
        if len({day.year for day in days}) != 1:
            return super().say_days(days, locale, near=near)
        *others, last = days
        if len({day.month for day in days}) > 1:
            said = [self.say_day(day, locale, near=last) for day in others]
            return self.join([*said, self.say_day(last, locale, near=near)])
        figures = self.join([str(day.day) for day in days])
        whole = self.say_day(last, locale, near=near)
        if locale == "en_US":
            return whole.replace(f" {last.day}", f" {figures}", 1)
        return whole.replace(f"{last.day} ", f"{figures} ", 1)

    def trait(self, peer: Peer, note: str) -> str:
        return english_peer.trait(peer, note)

    def amount(self, amount: Decimal, currency: str, locale: str, *, in_prose: bool = False) -> str:
        """Babel prints "CHF7,500" in English; a code of letters wants a no-break space."""
        said = super().amount(amount, currency, locale, in_prose=in_prose)
        rest = said.removeprefix(currency)
        return f"{currency}{NO_BREAK}{rest.lstrip()}" if rest != said else said

    def salutation(self, contact: Contact, manner: Manner) -> str:
        return english_names.salutation(contact, manner)

    def allowed_salutations(self, contact: Contact, manner: Manner) -> tuple[str, ...]:
        return english_names.allowed_salutations(contact, manner)

    def close_key(self, contact: Contact, manner: Manner) -> str:
        if not english_names.is_named(contact):
            return "unknown"
        return "warm" if english_names.is_by_first_name(manner) else "formal"

    def spoken_to(self, contact: Contact, manner: Manner) -> str:
        return english_names.addressed(contact, manner)

    def on_envelope(self, contact: Contact) -> str:
        return english_names.on_envelope(contact, self.locale)

    def event_fields(self, event: Event, locale: str, near: date) -> Mapping[str, str]:
        return {
            "event": english_event.the_event(event, self),
            "their_event": english_event.their_event(event, self),
            "to_do": english_event.to_do(event, self),
            "where": english_event.where(event),
            "when": self.when(event, locale, near),
            "month": self.month_of(event, locale, near),
        }

    def subject_line(self, event: Event, received: str) -> str:
        return english_event.subject_line(event, received, self)

    def event_in_short(self, event: Event) -> str:
        return super().event_in_short(replace(event, name=english_event.ARTICLED.sub("", event.name or "")))

    def peer_fields(self, peer: Peer) -> Mapping[str, str]:
        return english_names.pronouns(peer.pronoun_subject)

    def company_fields(self, peers: Sequence[Peer]) -> Mapping[str, str]:
        one = english_names.pronouns(peers[0].pronoun_subject if len(peers) == 1 else "they")
        of_them = "either of them" if len(peers) == 2 else "any of them"
        return one | {"number": self.in_words(len(peers)), "any_of_them": of_them}

    def goal(self, goal: str | None, goal_language: str | None, manner: Manner) -> GoalWords:
        return say_goal(goal, manner.locale, is_english=goal_language in (None, "en"))

    def headline(self, written: str) -> Mapping[str, str]:
        """``a_headline`` has an article when the headline names a person, as "is a …" wants it."""
        words = mid_sentence(" ".join(written.split()).strip(" ."))
        if len(words.split()) > LONGEST_HEADLINE:
            words = words.split(",")[0]
        if not words or len(words.split()) > LONGEST_HEADLINE or re.search(r"\b(I|my|me|we|our)\b", words):
            return {"headline": "", "a_headline": ""}
        if re.match(r"(an?|the)\s", words):
            return {"headline": words, "a_headline": words}
        head = re.split(r"[,;:(]|\s(?:who|whose|with|on|for|from|in|at|of|and|to|that)\s", words)[0]
        return {"headline": words, "a_headline": with_article(words) if _PERSON.search(head) else ""}

    def benefit_as_clause(self, peer: Peer, words: str) -> str:
        """ "Chiara Bellandi sends a case of oil", or "we have an agreement (Chiara Bellandi)"."""
        if re.match(r"(She|He)\b", words):
            return f"{peer.name}{words[words.index('e') + 1 :]}"
        return f"{mid_sentence(words)} ({peer.name})" if re.match(r"(I|We|They)\b", words) else ""

    def details(self, gives: str, language: str, groups: str) -> str:
        """ "can give keynotes in French for groups of 50 to 500", "can work with groups of up to 40"."""
        if groups and re.search(r"\bworks?$", gives):
            return f"{super().details(gives, language, '')} with {groups}"
        return super().details(gives, language, groups)


LANGUAGE: Final = English()
BY_LOCALE: Final = {"en_GB": LANGUAGE, "en_US": English("en_US")}
