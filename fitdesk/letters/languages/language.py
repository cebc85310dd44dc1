"""What a letter must know of a language beyond the words of its phrase book. Each language overrides what differs."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from fitdesk.domain.contact import Contact
from fitdesk.domain.event import Event, Format
from fitdesk.domain.letter import Manner
from fitdesk.domain.peer import Peer

if TYPE_CHECKING:
    from fitdesk.letters.phrases.book import PhraseBook

NO_BREAK = "\u00a0"


@dataclass(frozen=True, slots=True)
class GoalWords:
    """The client's goal for a sentence: ``wish`` for the block goal.woven (field goal_wish) where grammar allows it;
    ``quote`` for goal.quoted (field goal_quote), in quotation marks, with the stop that ends the sentence."""

    wish: str = ""
    quote: str = ""


_PHONE = re.compile(r"\+\d[\d ()/.-]{5,}\d")
_CURRENCIES = ("EUR", "GBP", "USD", "CHF", "€")
_ARTICLE = re.compile(r"^(?:an?|eine?[nrms]?|une?|una|een)\s+", re.IGNORECASE)


def _after(*words: str) -> str:
    """A pattern for a place right after one of ``words`` and a space; for none, one that never fits."""
    return "(?:" + ("|".join(rf"(?<=\b{re.escape(word)} )" for word in words) or r"(?!)") + ")"


class Language(ABC):
    """One language. Methods return plain text without markup; what has no value is "".

    ``event_field_names``, ``peer_field_names``, ``company_field_names``: the merge fields that ``event_fields``,
    ``peer_fields`` and ``company_fields`` give, so that the loader can check phrases against them.
    """

    is_familiar: bool = False
    """Whether this one says du, tu, tú, je: set by ``for_address``. Terms and formats with ``<Ihre|deine>`` follow."""

    code: ClassVar[str]
    quotes: ClassVar[tuple[str, str]]
    inner_quotes: ClassVar[tuple[str, str]]
    event_field_names: ClassVar[tuple[str, ...]] = (
        "event",
        "their_event",
        "to_do",
        "where",
        "when",
        "month",
    )
    peer_field_names: ClassVar[tuple[str, ...]] = ()
    company_field_names: ClassVar[tuple[str, ...]] = ("number", "any_of_them")

    @cached_property
    def book(self) -> PhraseBook:
        """The phrase book as it is delivered, without the owner's changes; its terms and formats are used here."""
        from fitdesk.letters.phrases.book import load_book

        return load_book(self.code)

    def for_address(self, *, familiar: bool) -> Language:
        """This language with the polite or the familiar form of address in all that it says."""
        if familiar is self.is_familiar:
            return self
        other = copy(self)
        other.is_familiar = familiar
        return other

    def term(self, name: str, /, **values: object) -> str:
        """The short phrase ``name`` of the section [terms], with ``{fields}`` filled. Raises PhraseError if missing."""
        return self.book.term(name, familiar=self.is_familiar, **values)

    def format_word(self, form: Format, part: str) -> str:
        """``part`` ("a", "many", "noun", "do", "do_at") of a format in the section [formats]; "" if it has none."""
        from fitdesk.letters.phrases.book import in_address

        return in_address(self.book.formats.get(form.value, {}).get(part, ""), familiar=self.is_familiar)

    # ---- words and lists

    def join(self, words: Sequence[str], last: str = "and") -> str:
        """A list as one says it: "a", "a and b", "a, b and c". ``last``: "and" or "or"."""
        items = [word for word in words if word]
        if len(items) < 2:
            return items[0] if items else ""
        return f"{', '.join(items[:-1])} {self.term(last)} {items[-1]}"

    def in_words(self, number: int) -> str:
        """Numbers up to twelve in words (terms "n0" to "n12"), the rest in figures as the language groups them."""
        return self.term(f"n{number}") if 0 <= number <= 12 else self.figure(number)

    def figure(self, number: int) -> str:
        """A whole number in figures, grouped as the language does."""
        from babel.numbers import format_decimal  # Babel costs 31 ms: not before the first letter

        return str(format_decimal(number, locale=self.code))

    @abstractmethod
    def mid_sentence(self, phrase: str) -> str:
        """``phrase`` as it stands inside a sentence: a mere capital at its start is lowered where that is right."""

    @abstractmethod
    def tidy(self, text: str) -> str:
        """Straight marks made typographic: quotation marks, apostrophes, dashes, and the no-break spaces it wants."""

    def quoted(self, text: str) -> str:
        """``text`` in this language's quotation marks, quotation marks within it turned into inner ones."""
        inner = re.sub(r"[“„«]\s?", self.inner_quotes[0], re.sub(r"\s?[”»]", self.inner_quotes[1], text))
        return f"{self.quotes[0]}{inner}{self.quotes[1]}"

    def begin_body(self, paragraph: str) -> str:
        """The first paragraph as it goes on after the salutation (German: lower case after its comma)."""
        return paragraph

    # ---- days and amounts

    def say_day(self, day: date, locale: str, *, near: date | None = None) -> str:
        """ "12 June 2027"; without the year when it is that of ``near``."""
        from babel.dates import format_date

        with_year = near is None or near.year != day.year
        return str(format_date(day, self.day_pattern(locale, with_year=with_year), locale=locale))

    @abstractmethod
    def day_pattern(self, locale: str, *, with_year: bool) -> str:
        """Babel's pattern for a day, such as "d MMMM y"."""

    def say_month(self, day: date, locale: str, *, near: date | None = None) -> str:
        """ "June", or "June 2028" when it is not in the year of ``near``."""
        from babel.dates import format_date

        is_near = near is not None and near.year == day.year
        return str(format_date(day, "LLLL" if is_near else self.month_pattern, locale=locale))

    month_pattern: ClassVar[str] = "LLLL y"

    def say_stretch(self, first: date, last: date, locale: str, *, near: date | None = None) -> str:
        """Consecutive days: "12–13 June", "30 June – 1 July 2028"."""
        if first == last:
            return self.say_day(first, locale, near=near)
        same_year = first if first.year != last.year else last
        if (first.year, first.month) != (last.year, last.month):
            return f"{self.say_day(first, locale, near=same_year)} – {self.say_day(last, locale, near=near)}"
        return f"{first.day}–{self.say_day(last, locale, near=near)}"

    def say_days(self, days: Sequence[date], locale: str, *, near: date | None = None) -> str:
        """Several days in a list: "4 June and 11 June"."""
        return self.join([self.say_day(day, locale, near=near) for day in days])

    def when(self, event: Event, locale: str, near: date) -> str:
        """When the event is, with its preposition, no more than the record says: "on 12 June", "in June", or ""."""
        days = tuple(sorted(set(event.dates)))
        if len(days) == 1:
            return self.term("on_day", day=self.say_day(days[0], locale, near=near))
        if len(days) > 1:
            if all(later - earlier == timedelta(days=1) for earlier, later in pairwise(days)):
                return self.term("on_stretch", stretch=self.say_stretch(days[0], days[-1], locale, near=near))
            return self._in_month(days, locale, near)
        if event.date_range is None:
            return ""
        first, last = event.date_range
        if (last - first).days <= 2:
            return self.term("on_stretch", stretch=self.say_stretch(first, last, locale, near=near))
        return self._in_month((first, last), locale, near)

    def month_of(self, event: Event, locale: str, near: date) -> str:
        """The month of the event when all its days lie in one; else ""."""
        days = tuple(sorted(set(event.dates))) or (event.date_range or ())
        if not days or (days[0].year, days[0].month) != (days[-1].year, days[-1].month):
            return ""
        return self.say_month(days[0], locale, near=near)

    def _in_month(self, days: Sequence[date], locale: str, near: date) -> str:
        if (days[0].year, days[0].month) != (days[-1].year, days[-1].month):
            return ""
        return self.term("in_month", month=self.say_month(days[0], locale, near=near))

    def amount(self, amount: Decimal, currency: str, locale: str, *, in_prose: bool = False) -> str:
        """ "£7,500.00" as letters.md has it for ``locale``; ``in_prose`` leaves out the hundredths of a whole one."""
        from babel.numbers import format_currency

        if in_prose and amount == amount.to_integral_value():
            said = format_currency(amount, currency, self.whole_amount_pattern, locale=locale, currency_digits=False)
        else:
            said = format_currency(amount, currency, locale=locale)
        return str(said)

    whole_amount_pattern: ClassVar[str] = "#,##0\u00a0¤"

    # ---- what a line must not part

    titles: ClassVar[tuple[str, ...]] = ("Dr.", "Prof.")
    """Words that stay on a line with the name after them."""

    kept_before_word: ClassVar[tuple[str, ...]] = ()
    """Words that stay on a line with the word after them."""

    kept_before_figure: ClassVar[tuple[str, ...]] = ()
    """Words that stay on a line with a figure after them."""

    def keep_together(self, text: str) -> str:
        """``text`` with no-break spaces inside dates, numbers with their units, titles with names, phone numbers."""
        text = self._kept.sub(NO_BREAK, text)
        return _PHONE.sub(lambda found: found.group().replace(" ", NO_BREAK), text)

    @cached_property
    def _kept(self) -> re.Pattern[str]:
        """The spaces at which a line must not end."""
        from babel import Locale

        names = Locale(self.code).months
        months = tuple(dict.fromkeys(name for kind in names.values() for name in kind["wide"].values()))
        units = tuple(self.term(unit, n="").split()[0] for unit in ("people", "minutes", "hours", "weeks", "days"))
        after_figure = "|".join(re.escape(word) for word in (*months, *units, *_CURRENCIES))
        before_name = _after(*self.titles)
        return re.compile(
            " (?:(?=–)"
            rf"|(?<=\d )(?=(?:{after_figure})(?!\w)|{self._range_word} \d|%)|(?<=\d\. )(?=(?:{after_figure})(?!\w))"
            rf"|{_after(*self.kept_before_word)}(?=\w)|{_after(*self.kept_before_figure, *months)}(?=\d)"
            rf"|(?<=\b[A-Z]{{3}} )(?=\d)|{before_name}(?=[A-ZÀ-Þ]))"
        )

    @property
    def _range_word(self) -> str:
        """The word between two figures: "to" in "groups of 20 to 40"."""
        between = self.book.terms.get("groups_between", "")
        found = re.search(r"\{low\} (\w+) \{high\}", between)
        return re.escape(found[1]) if found else "–"

    # ---- people

    @abstractmethod
    def salutation(self, contact: Contact, manner: Manner) -> str:
        """The salutation of letters.md with its stop, for a person whose gender may be unknown (never guessed)."""

    @abstractmethod
    def allowed_salutations(self, contact: Contact, manner: Manner) -> tuple[str, ...]:
        """Every salutation that fits the record, with its stop; the usual one first."""

    @abstractmethod
    def close_key(self, contact: Contact, manner: Manner) -> str:
        """Which list of the section [close.<locale>] pairs with the salutation: "warm", "formal", "unknown", or
        another name that the phrase book of this language has there. A close may hold {salutation} (French)."""

    @abstractmethod
    def spoken_to(self, contact: Contact, manner: Manner) -> str:
        """The words of the salutation without greeting and stop ("Madame"), for closes that repeat them."""

    @abstractmethod
    def on_envelope(self, contact: Contact) -> str:
        """The name on the envelope, with a title on record, never with a guessed Ms or Mr."""

    # ---- what phrases are filled with

    @abstractmethod
    def event_fields(self, event: Event, locale: str, near: date) -> Mapping[str, str]:
        """A value ("" allowed, except for event and to_do) for each of ``event_field_names``.

        event: the event as a noun phrase ("your leadership summit"); their_event: the same said to a third person ("a
        leadership summit", "the Harbour Days"); to_do: what the owner was asked to do, as the
        phrases of this language want it ("speak at your leadership summit"); where: "in Lyon"; when: "on 12 June".
        """

    @abstractmethod
    def subject_line(self, event: Event, received: str) -> str:
        """A subject that fits every letter about this request: "Your leadership summit in Lyon"."""

    def event_in_short(self, event: Event) -> str:
        """The event for the information block: its name, else what was asked for without an article; "" if unknown."""
        name = " ".join((event.name or "").split())
        wanted = self.format_word(event.format, "a") if event.format else ""
        said = name or _ARTICLE.sub("", wanted)
        return said[:1].upper() + said[1:]

    def details(self, gives: str, language: str, groups: str) -> str:
        """What else a peer offers, from "gives keynotes" (or "works"), "French" and "groups of 20 to 40", some "".

        It goes into {details} of peer.details.
        """
        spoken = self.term("details_in_language", language=language) if language else ""
        return " ".join(filter(None, (gives, spoken, self.term("details_for_groups", groups=groups) if groups else "")))

    @abstractmethod
    def peer_fields(self, peer: Peer) -> Mapping[str, str]:
        """The pronouns of a peer, or their name in place of one where the language has no neutral pronoun."""

    @abstractmethod
    def company_fields(self, peers: Sequence[Peer]) -> Mapping[str, str]:
        """The words that stand for one peer or for all of two or three; the fields of ``peer_fields`` among them."""

    @abstractmethod
    def goal(self, goal: str | None, goal_language: str | None, manner: Manner) -> GoalWords:
        """The ways to say the client's ``goal``, which they wrote in ``goal_language``; a foreign one is not woven."""

    def benefit_as_clause(self, peer: Peer, words: str) -> str:
        """A recorded benefit for disclosure.said, when ``words`` are a clause of their own ("She sends …"); else "".

        The name of the peer must stand in it.
        """
        del peer, words
        return ""

    def trait(self, peer: Peer, note: str) -> str:
        """A sentence of the owner's note on how ``peer`` differs, with a subject where the note has none."""
        del peer
        return note

    def labelled(self, label: str, value: str) -> str:
        """A fact in a list: "Place: Lyon"."""
        return f"{label}: {value}"

    def headline(self, written: str) -> Mapping[str, str]:
        """A peer's headline for peer.headline ({headline}) and, when it names a person, peer.person ({a_headline})."""
        return {"headline": " ".join(written.split()).strip(" ."), "a_headline": ""}

    def language_name(self, code: str) -> str:
        """The name of the language ``code`` inside a sentence of this language."""
        from babel import Locale

        return str(Locale(self.code).languages.get(code.lower(), code))
