"""German as letters want it: Sie and du, the cases of an event, „…“, and lower case after the salutation's comma."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby, zip_longest
from typing import ClassVar

from fitdesk.domain.contact import Contact
from fitdesk.domain.event import Event, Format, Mode
from fitdesk.domain.letter import Manner, Tone
from fitdesk.domain.peer import Peer
from fitdesk.letters.languages import german_names
from fitdesk.letters.languages.german_events import ACCUSATIVE, DATIVE, NOMINATIVE, Noun, bare_name, named
from fitdesk.letters.languages.german_goal import woven
from fitdesk.letters.languages.german_peers import COMPANY_FIELDS, PEER_FIELDS, company_fields, peer_fields, trait
from fitdesk.letters.languages.german_words import inner_quotes, small_adjective, small_first, tidy
from fitdesk.letters.languages.language import GoalWords, Language
from fitdesk.letters.languages.long_goal import LONGEST_HEADLINE, shortened

_CALLINGS = """
    trainer coach berater moderator mediator redner sprecher psychologe psycholog therapeut autor journalist professor
    dozent lehrer pädagoge pädagog forscher wissenschaftler künstler schauspieler musiker unternehmer gründer manager
    leiter ingenieur jurist anwalt anwält arzt ärzt pfleger philosoph soziologe soziolog ökonom historiker informatiker
    experte expert spezialist fachfrau fachmann begleiter facilitator stratege strateg designer entwickler kabarettist
    sportler sieger pilot seelsorger pfarrer theologe theolog
"""
_PERSON = re.compile(rf"[\wäöüß-]*(?:{'|'.join(_CALLINGS.split())})(?:in)?(?=[\s,;]|$)", re.IGNORECASE)
"""A headline that says what somebody is: "Mediatorin mit …" takes no article after "ist"."""
_FOREIGN = re.compile(r"\b(?:who|whose|with|and|for|the|of|from|et|pour|avec|des|qui|y|para|con|los|las|en|voor|met)\b")


class German(Language):
    """German for Germany and Austria. event_akk, event_dat: the event in these cases; task: to_do with day and place.

    ``to_do`` and ``task`` are infinitive clauses with "zu", as they stand after a comma: "bei Ihrer Tagung zu
    sprechen".
    """

    code: ClassVar[str] = "de"
    quotes: ClassVar[tuple[str, str]] = ("„", "“")
    inner_quotes: ClassVar[tuple[str, str]] = ("‚", "‘")
    titles: ClassVar[tuple[str, ...]] = ("Dr.", "Prof.", "Mag.", "PD", "Frau", "Herr")
    kept_before_figure: ClassVar[tuple[str, ...]] = ("ab", "bis", "zu", "Nr.")
    event_field_names: ClassVar[tuple[str, ...]] = (
        *Language.event_field_names,
        "event_akk",
        "event_dat",
        "their_event_akk",
        "their_event_dat",
        "task",
    )
    peer_field_names: ClassVar[tuple[str, ...]] = PEER_FIELDS
    company_field_names: ClassVar[tuple[str, ...]] = COMPANY_FIELDS

    # ---- words

    def mid_sentence(self, phrase: str) -> str:
        """As in every language; "Digitaler Wandel", which would have to be bent ("um digitalen Wandel"), is quoted."""
        lowered = small_first(phrase)
        if lowered != phrase:
            return lowered
        lowered = small_adjective(phrase)
        return self.quoted(phrase) if lowered != phrase and lowered.split()[0].endswith("er") else lowered

    def tidy(self, text: str) -> str:
        return tidy(text)

    def quoted(self, text: str) -> str:
        return f"{self.quotes[0]}{inner_quotes(text)}{self.quotes[1]}"

    def begin_body(self, paragraph: str) -> str:
        return small_first(paragraph)

    # ---- days

    def day_pattern(self, locale: str, *, with_year: bool) -> str:  # noqa: ARG002 - one for all of German
        return "d. MMMM y" if with_year else "d. MMMM"

    def say_stretch(self, first: date, last: date, locale: str, *, near: date | None = None) -> str:
        if first == last:
            return self.say_day(first, locale, near=near)
        joined = "und" if last - first == timedelta(days=1) else "bis"
        until = self.say_day(last, locale, near=near)
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}. {joined} {until}"
        return f"{self.say_day(first, locale, near=first if first.year == last.year else near)} {joined} {until}"

    def say_days(self, days: Sequence[date], locale: str, *, near: date | None = None) -> str:
        """Several days, each month and year named once: "24. und 31. Januar und 7. Februar 2028"."""
        months = [list(month) for _key, month in groupby(days, key=lambda day: (day.year, day.month))]
        said = []
        for month, later in zip_longest(months, months[1:]):
            is_year_said = later is not None and later[0].year == month[-1].year
            last = self.say_day(month[-1], locale, near=later[0] if is_year_said else near)
            said.append(self.join([*(f"{day.day}." for day in month[:-1]), last]))
        return self.join(said)

    def when(self, event: Event, locale: str, near: date) -> str:
        """As in every language; two days in a row are "am 12. und 13. Juni"."""
        said = super().when(event, locale, near)
        return f"am {said.removeprefix('vom ')}" if " und " in said else said

    # ---- people

    def salutation(self, contact: Contact, manner: Manner) -> str:
        return german_names.salutation(contact, manner)

    def allowed_salutations(self, contact: Contact, manner: Manner) -> tuple[str, ...]:
        return german_names.allowed_salutations(contact, manner)

    def close_key(self, contact: Contact, manner: Manner) -> str:
        if manner.is_familiar:
            return "familiar"
        if german_names.known(contact) is None:
            return "unknown"
        return "warm" if manner.tone is Tone.WARM else "formal"

    def spoken_to(self, contact: Contact, manner: Manner) -> str:
        name = german_names.known(contact)
        return name.familiar if manner.is_familiar and name else german_names.spoken_to(contact)

    def on_envelope(self, contact: Contact) -> str:
        return german_names.on_envelope(contact)

    # ---- what phrases are filled with

    def event_fields(self, event: Event, locale: str, near: date) -> Mapping[str, str]:
        noun = self._noun(event)
        yours = {case: noun.yours(case, familiar=self.is_familiar) for case in (NOMINATIVE, ACCUSATIVE, DATIVE)}
        to_do, place, when = self._to_do(event, yours), self._where(event), self.when(event, locale, near)
        venue = self.term("online") if event.mode is Mode.VIRTUAL and event.format is not Format.WEBINAR else place
        return {
            "event": yours[NOMINATIVE],
            "event_akk": yours[ACCUSATIVE],
            "event_dat": yours[DATIVE],
            "their_event": noun.somebodys(NOMINATIVE),
            "their_event_akk": noun.somebodys(ACCUSATIVE),
            "their_event_dat": noun.somebodys(DATIVE),
            "to_do": to_do,
            "task": " ".join(part for part in (when, venue, to_do) if part),
            "where": place,
            "when": when,
            "month": self.month_of(event, locale, near),
        }

    def _noun(self, event: Event) -> Noun:
        form = event.format or Format.OTHER
        unnamed = Noun(self.format_word(form, "gender"), self.format_word(form, "noun"))
        return named(event, self.quoted(bare_name(event))) or unnamed

    def _to_do(self, event: Event, yours: Mapping[str, str]) -> str:
        form, name = event.format or Format.OTHER, bare_name(event)
        same = self.format_word(form, "same")
        if not name:
            return self.format_word(form, "do")
        part = "lead" if same and same in name.casefold() else "do_at"
        words = self.format_word(form, part)
        return words.replace("{event_akk}", yours[ACCUSATIVE]).replace("{event_dat}", yours[DATIVE])

    def _where(self, event: Event) -> str:
        city = (event.place.city or "").strip()
        if event.mode is Mode.VIRTUAL or not city or city.casefold() in (event.name or "").casefold():
            return ""
        return self.term("in_city", city=city)

    def subject_line(self, event: Event, received: str) -> str:
        place, yours = self._where(event), "Deine" if self.is_familiar else "Ihre"
        if bare_name(event):
            noun = self._noun(event).yours(NOMINATIVE, familiar=self.is_familiar)
            return f"{noun[:1].upper()}{noun[1:]} {place}".strip()
        wanted = self.format_word(event.format, "a") if event.format else ""
        if wanted:
            return f"{yours} Anfrage für {wanted} {place}".strip()
        if place:
            return f"{yours} Veranstaltung {place}"
        return f"{yours} Anfrage vom {received}" if received else f"{yours} Anfrage"

    def event_in_short(self, event: Event) -> str:
        return super().event_in_short(replace(event, name=bare_name(event)))

    def peer_fields(self, peer: Peer) -> Mapping[str, str]:
        return peer_fields(peer)

    def trait(self, peer: Peer, note: str) -> str:
        return trait(peer, note)

    def company_fields(self, peers: Sequence[Peer]) -> Mapping[str, str]:
        return company_fields(peers, self.in_words(len(peers)))

    def goal(self, goal: str | None, goal_language: str | None, manner: Manner) -> GoalWords:
        text = self.tidy(" ".join((goal or "").split()))
        if not re.search(r"\w", text):
            return GoalWords()
        wish = woven(text, familiar=manner.is_familiar) if goal_language in (None, "de") else ""
        return GoalWords(wish=wish, quote=self._quote(text))

    def _quote(self, text: str) -> str:
        """The goal in quotation marks with the stop of the sentence: inside when the goal is a sentence itself."""
        words, is_cut = shortened(text)
        if re.search(r"[!?…]$", words):
            return self.quoted(words)
        is_sentence = words.endswith(".") and not is_cut
        words = words.rstrip(".,;: ")
        return self.quoted(f"{words}.") if is_sentence else f"{self.quoted(words)}."

    def benefit_as_clause(self, peer: Peer, words: str) -> str:
        """ "Sie schickt mir eine Kiste Wein" is said with the name in place of the pronoun."""
        name = " ".join(peer.name.replace("*", "").split())
        if found := re.match(r"(?:Sie|Er)\s+(?=[a-zäöüß]+t\b)", words):
            return f"{name} {words[found.end() :]}"
        return f"{words} ({name})" if re.match(r"(?:Ich|Wir)\s", words) else ""

    def headline(self, written: str) -> Mapping[str, str]:
        """A headline in another language is left out: a German sentence does not end in an English one."""
        words = " ".join(written.split()).strip(" .")
        if len(words.split()) > LONGEST_HEADLINE:
            words = words.split(",")[0]
        is_mine = re.search(r"\b(?:ich|mein\w*|mich|mir|wir|unser\w*)\b", words, re.IGNORECASE)
        if not words or len(words.split()) > LONGEST_HEADLINE or is_mine or _FOREIGN.search(words):
            return {"headline": "", "a_headline": ""}
        is_person = _PERSON.match(words) is not None or re.match(r"[Ee]ine?\s", words) is not None
        return {"headline": words, "a_headline": self.mid_sentence(words) if is_person else ""}


LANGUAGE = German()
