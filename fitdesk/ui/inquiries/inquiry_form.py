"""The form in which a request is corrected: the facts that matter first, the rest folded."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from fitdesk.domain.contact import Gender
from fitdesk.domain.criteria import BY_KEY
from fitdesk.domain.event import Booking, Format, Mode
from fitdesk.domain.inquiry import DecisionPower, Inquiry, ScopeState
from fitdesk.i18n import _
from fitdesk.intake.draft import Source
from fitdesk.ui.format import format_word, mode_word
from fitdesk.ui.inquiries.form_reads import NumberField, TimeField
from fitdesk.ui.inquiries.form_values import field_values, inquiry_with
from fitdesk.ui.widgets.chips import ChipsField
from fitdesk.ui.widgets.choice_field import ChoiceField
from fitdesk.ui.widgets.country_field import CountryField, LanguageField
from fitdesk.ui.widgets.dates_field import DateField, DatesField, PeriodField
from fitdesk.ui.widgets.fields import EmailField, LineField, PercentField, PhoneField, TextField, WholeField
from fitdesk.ui.widgets.form import Form
from fitdesk.ui.widgets.money_field import MoneyRangeField
from fitdesk.ui.widgets.range_field import RangeField
from fitdesk.ui.widgets.segments import SegmentsField, YesNoField
from fitdesk.ui.widgets.slider_field import StyleWishField

READ_FROM = {
    "event.city": ("event.city", "event.place.city", "event.place"),
    "event.country": ("event.country", "event.place.country"),
    "event.audience": ("event.audience_min", "event.audience_max", "event.audience"),
    "budget.range": ("budget.min", "budget.max", "budget.currency", "budget"),
}
"""Which paths of a draft's sources a field of the form shows, where they are called otherwise."""
QUESTIONS = {"event.dates": "leadtime", "event.format": "format", "event.audience": "audience", "budget.range": "fee"}
"""Fields that show the question of a criterion below them while they are empty."""
UNSURE = 0.6
"""A value read with less confidence than this asks to be looked at."""


class InquiryForm(Form):
    """Every fact of a request. ``fill``, ``filled`` and ``places_of`` speak of inquiries; the rest is a ``Form``."""

    def __init__(self, today: Callable[[], date], *, locale: str = "en_GB", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._month_first = locale == "en_US"
        self._add_contact()
        self._add_event()
        self._add_money()
        self._add_more_about_the_event()
        self._add_more_about_the_client()
        self._add_owners_word()
        for key in self.keys():
            for target in self.field(key).targets():
                target.setProperty("field_key", key)
                target.installEventFilter(self)

    def fill(self, inquiry: Inquiry, sources: Mapping[str, Sequence[Source]]) -> None:
        """Show ``inquiry``; what was read without much confidence asks to be looked at."""
        self.set_values(field_values(inquiry))
        for key in self.keys():
            places = self.places_of(key, sources)
            unsure = bool(places) and min(place.confidence for place in places) < UNSURE
            self.set_helper(key, _("Read with some doubt: please look") if unsure else "")
        self._ask_what_is_empty()

    def filled(self, inquiry: Inquiry) -> Inquiry:
        """``inquiry`` with what stands in the fields; a field with an error keeps what it was."""
        return inquiry_with(inquiry, self.values(), self._today())

    def places_of(self, key: str, sources: Mapping[str, Sequence[Source]]) -> tuple[Source, ...]:
        """Where the value of the field ``key`` was read."""
        return tuple(place for path in READ_FROM.get(key, (key,)) for place in sources.get(path, ()))

    def finish_words(self) -> None:
        """Take in the word that is still being typed in a list of words."""
        for key in self.keys():
            field = self.field(key)
            if isinstance(field, ChipsField):
                field.box.commit()

    def note_other_typing(self) -> None:
        """Something beside the fields was typed: it settles with them."""
        self._rest.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.hovered.emit(str(watched.property("field_key") or ""))
        return super().eventFilter(watched, event)

    def _ask_what_is_empty(self) -> None:
        for key, criterion in QUESTIONS.items():
            if self._is_empty(key):
                self.set_helper(key, BY_KEY[criterion].question)

    def _is_empty(self, key: str) -> bool:
        value = self.field(key).value()
        if key == "event.dates" and self.field("event.date_range").value():
            return False
        return not any(value) if isinstance(value, tuple) else value is None

    def _add_contact(self) -> None:
        self.add_section(_("Who writes"))
        self.add_line(("contact.name", _("Name"), LineField()), ("contact.role", _("Role"), LineField()))
        self.add("contact.organization", _("Organization"), LineField())
        self.add_line(("contact.email", _("E-mail"), EmailField()), ("contact.phone", _("Phone"), PhoneField()))

    def _add_event(self) -> None:
        self.add_section(_("The event"))
        self.add("event.name", _("Name of the event"), LineField())
        days = DatesField(self._today, month_first=self._month_first, hint=_("12 or 13 June"))
        period = PeriodField(self._today, month_first=self._month_first, hint=_("June 2027"))
        self.add_line(("event.dates", _("Days asked for"), days), ("event.date_range", _("Or a period"), period))
        formats = [(kind, format_word(kind)) for kind in Format]
        self.add_line(
            ("event.format", _("Format"), ChoiceField(formats)),
            ("event.duration_minutes", _("Length"), WholeField(least=1, most=60 * 24 * 5, suffix=_("minutes"))),
        )
        self.add("event.mode", _("Where the people are"), SegmentsField([(m, mode_word(m)) for m in Mode]))
        self.add_line(
            ("event.city", _("City"), LineField(hint=BY_KEY["travel"].question)),
            ("event.country", _("Country"), CountryField()),
        )
        self.add_line(
            ("event.audience", _("How many people"), RangeField(least=1)),
            ("event.audience_level", _("Who they are"), LineField(hint=_("managers, nurses, founders"))),
        )
        self.add("event.topics", _("Topics"), ChipsField(hint=_("One after the other, with Enter")))
        self.add("goal", _("Goal"), TextField(lines=2, hint=BY_KEY["goal"].question))

    def _add_money(self) -> None:
        self.add_section(_("The fee"))
        self.add("budget.range", _("Set aside for the fee"), MoneyRangeField())
        self.add("budget.unpaid", _("No fee at all"), YesNoField(yes=_("Unpaid"), no=_("Paid")))

    def _add_more_about_the_event(self) -> None:
        with self.folded(_("More about the event"), _("language, venue, time, must-haves, tone, scope")):
            self.add_line(
                ("event.language", _("Language on stage"), LanguageField(hint=BY_KEY["language"].question)),
                ("event.sector", _("Sector"), LineField(hint=_("health, banking, schools"))),
            )
            self.add_line(
                ("event.venue", _("Venue"), LineField(), 2), ("event.start_time", _("Begins at"), TimeField(), 1)
            )
            self.add("event.date_flexible", _("The day can move"), YesNoField())
            self.add("must_haves", _("Must-haves"), ChipsField(
                hint=BY_KEY["churn"].question, none_words=_("Nothing beyond the usual")))  # fmt: skip
            self.add("style", _("The tone they want"), StyleWishField())
            self.add("scope", _("How firmly it is described"), ChoiceField(_scopes()))
            self.add("event.booking", _("How often"), SegmentsField(
                [(Booking.ONE_OFF, _("Once")), (Booking.SERIES, _("A series"))]))  # fmt: skip
            self.add("budget.expenses_covered", _("Travel and stay paid on top"), YesNoField())

    def _add_more_about_the_client(self) -> None:
        with self.folded(_("More about the client"), _("answer by, others asked, how to address them")):
            self.add_line(
                ("reply_by", _("Answer wanted by"), DateField(self._today, month_first=self._month_first)),
                ("language", _("Language they write in"), LanguageField()),
            )
            self.add("others_considered", _("Asking others too"), YesNoField())
            genders = [(Gender.FEMALE, _("as a woman")), (Gender.MALE, _("as a man"))]
            self.add_line(
                ("contact.gender", _("Address them"), SegmentsField(genders)),
                ("contact.academic_title", _("Title"), LineField(hint=_("Dr, Prof."))),
            )

    def _add_owners_word(self) -> None:
        with self.folded(_("Your own word"), _("counts before what the offering says")):
            self.add_line(
                ("owners_word.confidence", _("Sure to delight them"), PercentField()),
                ("owners_word.similar_jobs", _("Similar jobs done"), WholeField(most=10_000)),
            )
            self.add_line(
                ("owners_word.effort_days", _("Days of work"), NumberField(suffix=_("days"))),
                ("owners_word.travel_hours", _("Journey, one way"), NumberField(suffix=_("hours"))),
            )
            self.add("owners_word.power", _("The person who writes"), SegmentsField(_powers()))
            self.add("owners_word.date_can_move", _("The day could move for me"), YesNoField())


def _scopes() -> list[tuple[ScopeState, str]]:
    return [
        (ScopeState.FIXED, _("Fixed")),
        (ScopeState.FEW_OPEN, _("One or two points open")),
        (ScopeState.MANY_OPEN, _("Three or more points open")),
        (ScopeState.UNLIMITED, _("No limit named")),
    ]


def _powers() -> list[tuple[DecisionPower, str]]:
    return [
        (DecisionPower.DECIDER, _("Decides")),
        (DecisionPower.SPONSOR, _("Recommends")),
        (DecisionPower.NEITHER, _("Neither")),
    ]
