"""Spanish letters, as Spain writes them, with usted or tú."""

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
from fitdesk.domain.letter import Manner, Tone
from fitdesk.domain.peer import Peer
from fitdesk.letters.languages import spanish_events, spanish_names, spanish_peer, spanish_words
from fitdesk.letters.languages.language import NO_BREAK, GoalWords, Language
from fitdesk.letters.languages.long_goal import LONGEST_HEADLINE
from fitdesk.letters.languages.spanish_goal import say_goal

_SYMBOLS: Final = {"EUR": "€", "GBP": "£", "USD": "$"}
_NO_HUNDREDTHS: Final = frozenset(("JPY", "KRW", "CLP", "ISK", "HUF"))
_PERSON: Final = re.compile(
    r"^(?:[a-záéíóúñ]+(?:ador|adora|edor|edora|idor|idora|ólogo|óloga|ista|ógrafo|ógrafa|étic[oa]|átic[oa])"
    r"|ponente|conferenciante|docente|consultora?|asesora?|autora?|escritora?|profesora?|mentora?|coach"
    r"|abogad[oa]|médic[oa]|enfermer[oa]|ingenier[oa]|filósof[oa]|músic[oa]|actriz|juez|jueza|arquitect[oa]"
    r"|expert[oa]|catedrátic[oa]|directora|doctora|instructora|maestr[oa]|presentador|presentadora)\b",
    re.IGNORECASE,
)
"""A Spanish noun for a person, which stands without an article after "es"; what English spells alike is left out."""

_ENGLISH: Final = re.compile(r"\b(?:of|for|and|with|the|in|who|on)\b", re.IGNORECASE)
_FIRST_PERSON: Final = re.compile(r"\b(?:yo|me|mi|mis|nosotr[oa]s|nuestr[oa]s?|soy|somos|I|my|our|we)\b")


class Spanish(Language):
    """Fields of its own: {ella} is ella, él or the name of a peer, {colega} una colega, un colega or una persona;
    for two or three peers ellos, ellas or estas personas, and {each_of_them} cada uno de ellos."""

    code = "es"
    quotes = ("«", "»")
    inner_quotes = ("“", "”")
    peer_field_names = ("ella", "colega")
    company_field_names = (*Language.company_field_names, "each_of_them")
    titles = ("Dr.", "Dra.", "Prof.", "Sr.", "Sra.", "Srta.", "D.", "D.ª")
    month_pattern = "LLLL 'de' y"

    def join(self, words: Sequence[str], last: str = "and") -> str:
        return spanish_words.join(words, self.term(last))

    def figure(self, number: int) -> str:
        return spanish_words.grouped(str(number))

    def mid_sentence(self, phrase: str) -> str:
        return spanish_words.mid_sentence(phrase)

    def tidy(self, text: str) -> str:
        return spanish_words.tidy(text)

    def keep_together(self, text: str) -> str:
        """As in every language; a day stays with its month too: "12 de junio"."""
        return re.sub(r"(?<=\d) (de|al) (?=[a-z\d])", rf"{NO_BREAK}\1{NO_BREAK}", super().keep_together(text))

    def day_pattern(self, locale: str, *, with_year: bool) -> str:
        del locale
        return "d 'de' MMMM 'de' y" if with_year else "d 'de' MMMM"

    def say_days(self, days: Sequence[date], locale: str, *, near: date | None = None) -> str:
        """Several days, each month and year named once: "24 y 31 de enero y 7 de febrero de 2028"."""
        months = [list(month) for _key, month in groupby(days, key=lambda day: (day.year, day.month))]
        said = []
        for month, later in zip_longest(months, months[1:]):
            is_year_said = later is not None and later[0].year == month[-1].year
            last = self.say_day(month[-1], locale, near=later[0] if is_year_said else near)
            said.append(self.join([*(self.say_day(day, locale).split()[0] for day in month[:-1]), last]))
        return self.join(said) if not months or len(months[-1]) == 1 else ", ".join(said)

    def say_stretch(self, first: date, last: date, locale: str, *, near: date | None = None) -> str:
        """ "los días 12 y 13 de junio", "del 12 al 14 de junio", "del 30 de junio al 1 de julio de 2028"."""
        if first == last:
            return f"el {self.say_day(first, locale, near=near)}"
        end = self.say_day(last, locale, near=near)
        if (first.year, first.month) == (last.year, last.month):
            is_pair = last - first == timedelta(days=1)
            return f"los días {first.day} y {end}" if is_pair else f"del {first.day} al {end}"
        same_year = first if first.year == last.year else near
        return f"del {self.say_day(first, locale, near=same_year)} al {end}"

    def amount(self, amount: Decimal, currency: str, locale: str, *, in_prose: bool = False) -> str:
        """ "7500,00 €": four figures are not parted, more are by a no-break space; Babel prints 7.500,00 €."""
        del locale
        is_whole = currency in _NO_HUNDREDTHS or (in_prose and amount == amount.to_integral_value())
        whole, _, rest = f"{abs(amount):.{0 if is_whole else 2}f}".partition(".")
        figures = spanish_words.grouped(whole) + (f",{rest}" if rest else "")
        return f"{'−' if amount < 0 else ''}{figures}{NO_BREAK}{_SYMBOLS.get(currency, currency)}"

    def salutation(self, contact: Contact, manner: Manner) -> str:
        return spanish_names.salutation(contact, manner)

    def allowed_salutations(self, contact: Contact, manner: Manner) -> tuple[str, ...]:
        return spanish_names.allowed_salutations(contact, manner)

    def close_key(self, contact: Contact, manner: Manner) -> str:
        """ "unknown", "formal", "warm", or "familiar" for a warm or brief letter that says tú."""
        if manner.is_familiar and manner.tone is not Tone.FORMAL:
            return "familiar"
        if not spanish_names.is_named(contact):
            return "unknown"
        return "warm" if spanish_names.is_by_first_name(manner) else "formal"

    def spoken_to(self, contact: Contact, manner: Manner) -> str:
        return spanish_names.spoken_to(contact, manner)

    def on_envelope(self, contact: Contact) -> str:
        return spanish_names.on_envelope(contact)

    def event_fields(self, event: Event, locale: str, near: date) -> Mapping[str, str]:
        return {
            "event": spanish_events.the_event(event, self),
            "their_event": spanish_events.their_event(event, self),
            "to_do": spanish_events.to_do(event, self),
            "where": spanish_events.where(event, self),
            "when": self.when(event, locale, near),
            "month": self.month_of(event, locale, near),
        }

    def subject_line(self, event: Event, received: str) -> str:
        return spanish_events.subject_line(event, received, self)

    def event_in_short(self, event: Event) -> str:
        return super().event_in_short(replace(event, name=spanish_events.bare_name(event)))

    def peer_fields(self, peer: Peer) -> Mapping[str, str]:
        name = " ".join(peer.name.replace("*", "").split())
        return {
            "she": {"ella": "ella", "colega": "una colega"},
            "he": {"ella": "él", "colega": "un colega"},
        }.get(peer.pronoun_subject.casefold().strip(), {"ella": name, "colega": "una persona"})

    def company_fields(self, peers: Sequence[Peer]) -> Mapping[str, str]:
        number = self.in_words(len(peers))
        if len(peers) == 1:
            one = self.peer_fields(peers[0])
            return {**one, "number": "una", "any_of_them": one["ella"], "each_of_them": one["ella"]}
        said = {peer.pronoun_subject.casefold().strip() for peer in peers}
        them, ending = "estas personas", "a"
        if said <= {"she", "he"}:
            them, ending = ("ellas", "a") if said == {"she"} else ("ellos", "o")
        return {
            "ella": them,
            "colega": f"{number} colegas",
            "number": number,
            "any_of_them": f"cualquiera de {them}",
            "each_of_them": f"cada un{ending} de {them}",
        }

    def goal(self, goal: str | None, goal_language: str | None, manner: Manner) -> GoalWords:
        speech = self.for_address(familiar=manner.is_familiar)
        return say_goal(goal, is_spanish=goal_language in (None, "es"), speech=speech)

    def benefit_as_clause(self, peer: Peer, words: str) -> str:
        """ "Camille Roux me envía una caja de aceite", or "recibo el 10 % (Camille Roux)"."""
        bare = re.sub(r"^(?:ella|él) ", "", words, flags=re.IGNORECASE)
        if bare != words or re.match(r"(?:me|nos) [a-z]", words, re.IGNORECASE):
            return f"{peer.name} {self.mid_sentence(bare)}"
        is_mine = re.match(r"(?:recibo|cobro|tenemos|hemos|nos|acordamos|compartimos)\b", words, re.IGNORECASE)
        return f"{words[0].lower()}{words[1:]} ({peer.name})" if is_mine else ""

    def trait(self, peer: Peer, note: str) -> str:
        return spanish_peer.trait(peer, note)

    def details(self, gives: str, language: str, groups: str) -> str:
        """ "imparte talleres en francés para grupos de hasta 40 personas", "trabaja con grupos de …"."""
        if groups and gives == self.term("details_works"):
            return f"{super().details(gives, language, '')} con {groups}"
        return super().details(gives, language, groups)

    def headline(self, written: str) -> Mapping[str, str]:
        """``a_headline`` has no article, as "es mediadora" wants it; a foreign headline only follows a colon."""
        words = self.mid_sentence(" ".join(written.split()).strip(" ."))
        if len(words.split()) > LONGEST_HEADLINE:
            words = words.split(",")[0]
        if not words or len(words.split()) > LONGEST_HEADLINE or _FIRST_PERSON.search(words):
            return {"headline": "", "a_headline": ""}
        is_person = re.match(r"una? ", words) or (_PERSON.match(words) and not _ENGLISH.search(words))
        return {"headline": words, "a_headline": words if is_person else ""}


LANGUAGE: Final = Spanish()
