"""The fields of an offering, for the owner's own and, shorter, for those of peers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from fitdesk.domain.event import Format, Mode
from fitdesk.domain.offering import Offering
from fitdesk.i18n import _
from fitdesk.ui.format import format_word, joined, mode_word, money
from fitdesk.ui.widgets.chips import ChipsField
from fitdesk.ui.widgets.fields import DecimalField, LineField, PercentField, TextField, WholeField
from fitdesk.ui.widgets.form import Form
from fitdesk.ui.widgets.languages_field import LanguagesField
from fitdesk.ui.widgets.money_field import AmountField, CurrencyField, take_over_currency
from fitdesk.ui.widgets.range_field import RangeField
from fitdesk.ui.widgets.segments import YesNoField
from fitdesk.ui.widgets.slider_field import StyleField
from fitdesk.ui.widgets.toggles import TogglesField
from fitdesk.ui.widgets.topics_field import TopicsField

_WORDS = ("title", "summary", "package")
_LISTS = ("audience_levels", "sectors")
_COUNTS = ("preparation_days",)
"""Where an empty field means none, not unknown."""
_HALF = 240


def add_own_fields(form: Form) -> None:
    """Everything that the owner can say of an offering: what a verdict rests on first, the rest folded."""
    _add_what(form, summary_hint=_("What is different for the people in the room afterwards?"))
    form.add("topics", _("Topics"), TopicsField())
    form.add_section(
        _("How sure are you?"), _("Would you stake a testimonial on it, for a request right on your topic?")
    )
    form.add_line(
        ("confidence", _("Sure to delight them"), PercentField()),
        ("similar_jobs", _("Similar jobs done"), WholeField(most=10_000)),
        least=180,
    )
    _add_fee(form, _("Fee"), _("Per engagement, without travel and stay. Below the lowest fee you decline."))
    form.add_section(_("Details"))
    with form.folded(_("Audience, languages and lead time"), _("who, in which language, how long ahead")):
        _add_audience(form)
        form.add("languages", _("Languages on stage"), LanguagesField())
        _add_lead(form)
    with form.folded(_("Style and limits"), _("how you work, what you do not do")):
        _add_style(form, _("What a client cannot have from you, even when they ask"))
    with form.folded(_("Effort and package"), _("days of work, costs, what is included")):
        form.add_line(
            ("effort_days", _("Work in all"), DecimalField(suffix=_("days"))),
            ("effort_months", _("Spread over"), WholeField(least=1, most=60, suffix=_("months"))),
            least=180,
        )
        form.add("expenses", _("Your costs if nobody pays them back"), AmountField())
        preparing = WholeField(most=30, suffix=_("days"))
        form.add("preparation_days", _("Kept free to prepare, right before it"), preparing)
        form.add("package", _("What is included"), TextField(hint=_("One talk, one call beforehand, the slides")))
        form.add("fixed_package", _("Is the package fixed?"), YesNoField())


def add_peer_fields(form: Form) -> None:
    """What is worth knowing of a peer's offering."""
    _add_what(form, summary_hint=_("In a sentence that a client may read"))
    form.add("topics", _("Topics, as deep as their work on them goes"), TopicsField())
    form.add("languages", _("Languages on stage"), LanguagesField())
    with form.folded(_("Fee, audience and style"), _("as far as you know them")):
        _add_fee(form, "", "")
        _add_audience(form)
        _add_lead(form)
        form.add_line(
            ("confidence", _("Sure to delight, in your view"), PercentField()),
            ("similar_jobs", _("Similar jobs you know of"), WholeField(most=10_000)),
            least=180,
        )
        _add_style(form, _("What they do not offer"))


def fill(form: Form, offering: Offering) -> None:
    """Show ``offering`` in a form made here."""
    shown = form.keys()
    values: dict[str, Any] = {
        **{key: getattr(offering, key) for key in shown if hasattr(offering, key)},
        **{key: getattr(offering, key) or None for key in (*_WORDS, *_LISTS, *_COUNTS) if key in shown},
        "length": offering.minutes or (None, None),
        "audience": (offering.audience_min, offering.audience_max),
    }
    form.set_values(values)
    _show_currency(form)


def merged(form: Form, base: Offering) -> Offering:
    """``base`` with every value of the form that can be used."""
    values = form.values()
    changes: dict[str, Any] = {key: value for key, value in values.items() if hasattr(base, key)}
    for key in _WORDS:
        if key in changes:
            changes[key] = changes[key] or ""
    for key in _LISTS:
        if key in changes:
            changes[key] = changes[key] or ()
    for key in _COUNTS:
        if key in changes:
            changes[key] = changes[key] or 0
    if "effort_months" in changes:
        changes["effort_months"] = changes["effort_months"] or 1
    if "length" in values:
        first, last = values["length"]
        changes["minutes"] = None if first is None or last is None else (first, last)
    if "audience" in values:
        changes["audience_min"], changes["audience_max"] = values["audience"]
    return replace(base, **changes)


def summary_line(offering: Offering) -> str:
    """ "Keynote, workshop · 40–75 min · €7,500"."""
    formats = ", ".join(format_word(one) for one in offering.formats).capitalize()
    length = ""
    if offering.minutes is not None:
        first, last = offering.minutes
        length = _("{n} min").replace("{n}", f"{first}–{last}" if first != last else str(first))
    return joined(formats, length, money(offering.fee_list, offering.currency))


def unsaid(offering: Offering) -> tuple[str, ...]:
    """What nothing is said about, in words; each leaves a criterion unknown."""
    said = {
        _("topics"): offering.topics,
        _("how sure you are"): offering.confidence is not None,
        _("formats"): offering.formats,
        _("the fee"): offering.fee_list is not None and offering.fee_floor is not None,
        _("the audience"): offering.audience_min is not None or offering.audience_max is not None,
        _("languages"): offering.languages,
        _("style"): offering.style is not None,
        _("limits"): offering.limits is not None,
        _("days of work"): offering.effort_days is not None,
    }
    return tuple(words for words, known in said.items() if not known)


def _add_what(form: Form, *, summary_hint: str) -> None:
    needed = _("Give the offering a title")
    form.add("title", _("Title"), LineField(hint=_("Trust after the merger"), needed=needed))
    form.add("summary", _("In a sentence or two"), TextField(hint=summary_hint))
    form.add("formats", _("Formats"), TogglesField([(one, format_word(one)) for one in Format]))
    form.add("modes", _("Where"), TogglesField([(one, mode_word(one).capitalize()) for one in Mode]))
    form.add_line(
        ("length", _("Length"), RangeField(least=1, most=10_000, suffix=_("minutes"), both=True)),
        ("audience", _("People in the room"), RangeField(least=1, suffix=_("people"))),
        least=_HALF,
    )


def _add_fee(form: Form, title: str, explanation: str) -> None:
    if title:
        form.add_section(title, explanation)
    usual, lowest = AmountField(hint=_("such as 7,500")), AmountField(hint=_("such as 4,500"))
    currency = CurrencyField(needed=_("Choose the currency"))
    form.add_line(
        ("fee_list", _("Usual fee"), usual),
        ("fee_floor", _("Lowest fee"), lowest),
        ("currency", _("Currency"), currency),
    )
    for amount in (usual, lowest):
        take_over_currency(amount, currency)
    form.add_check(lambda: _check_fee(form))
    form.edited.connect(lambda key: _show_currency(form) if key in ("currency", "fee_list", "fee_floor") else None)


def _add_audience(form: Form) -> None:
    form.add("audience_levels", _("Who they are"), ChipsField(hint=_("managers, nurses, teachers")))
    form.add("sectors", _("Sectors you know well"), ChipsField(hint=_("health, logistics")))


def _add_lead(form: Form) -> None:
    days = _("Write how many days")
    form.add_line(
        ("lead_minimum", _("Never less ahead than"), WholeField(most=1000, suffix=_("days"), needed=days)),
        ("lead_ideal", _("Best from"), WholeField(most=1000, suffix=_("days ahead"), needed=days)),
        least=200,
    )
    form.add_check(lambda: _check_lead(form))


def _add_style(form: Form, limits_hint: str) -> None:
    form.add("style", _("Style"), StyleField(), helper=_("Click a stop; click it again to leave all of it open."))
    form.add("limits", _("Known limits"), ChipsField(hint=limits_hint, none_words=_("No limits worth naming")))


def _check_fee(form: Form) -> Mapping[str, str]:
    usual, lowest = form.field("fee_list").value(), form.field("fee_floor").value()
    if usual is not None and lowest is not None and lowest > usual:
        return {"fee_floor": _("Above the usual fee: lower this one or raise that")}
    return {}


def _check_lead(form: Form) -> Mapping[str, str]:
    least, ideal = form.field("lead_minimum").value(), form.field("lead_ideal").value()
    if least is not None and ideal is not None and least > ideal:
        return {"lead_ideal": _("Less than the minimum: write as many days or more")}
    return {}


def _show_currency(form: Form) -> None:
    """Let the other amounts count in the chosen currency."""
    currency = form.field("currency").value()
    for key in {"fee_list", "fee_floor", "expenses"}.intersection(form.keys()):
        field = form.field(key)
        assert isinstance(field, AmountField)
        field.set_currency(currency, shown=key == "expenses")
