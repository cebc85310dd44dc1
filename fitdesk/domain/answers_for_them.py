"""What could be answered about audience, format, language, style and must-haves."""

from __future__ import annotations

from dataclasses import replace
from math import inf

from fitdesk.domain.asking import Answer, Asking, with_event, with_offering
from fitdesk.domain.assessment import AskWhom
from fitdesk.domain.case import Case
from fitdesk.domain.criteria import BY_KEY
from fitdesk.domain.event import Format, Mode
from fitdesk.domain.inquiry import StyleWish
from fitdesk.domain.judges_audience import kind_factor
from fitdesk.domain.judges_for_them import is_kind_offered, is_mode_served
from fitdesk.domain.languages import language_name
from fitdesk.domain.offering import LanguageLevel, Style
from fitdesk.domain.wording import a_format, format_words, length_words, mode_words
from fitdesk.domain.worth import own_corners
from fitdesk.i18n import _

OTHERS = "·"
"""A word that stands for any kind of people or any need that is not on a list."""


def _client(key: str, answers: list[Answer]) -> Asking:
    return Asking(key, AskWhom.CLIENT, BY_KEY[key].question, tuple(answers))


def _owner(key: str, text: str, answers: list[Answer]) -> Asking:
    return Asking(key, AskWhom.OWNER, text, tuple(answers))


def ask_audience(case: Case) -> Asking:
    """The client for size and kind of people; the owner when the offering does not say whom it suits."""
    event, offering = case.inquiry.event, case.offering
    least, most = offering.audience_min, offering.audience_max
    if least is None and most is None:
        people = event.audience_max or event.audience_min or 100
        return _owner("audience", _("How many people does this suit?"), [
            Answer(_("any number"), with_offering(case, audience_min=1)),
            Answer(_("far more than they expect"), with_offering(case, audience_min=4 * people)),
        ])  # fmt: skip
    top, bottom = most or 4 * (least or 1), least or 1
    wanted = {(bottom + top) // 2, top + top // 2, 3 * top, bottom - bottom // 4, bottom // 3}
    wanted |= {round(x * (bottom if x < 1 else top)) for x in own_corners("audience.size", case)}
    low, high = event.audience_min or 1, event.audience_max or inf
    sizes = sorted({int(min(max(n, low), high)) for n in wanted})
    levels = _kinds("audience.level", event.audience_level, offering.audience_levels, case)
    sectors = _kinds("audience.sector", event.sector, offering.sectors, case)
    return _client("audience", [
        Answer(
            _("{n} people").format(n=size),
            with_event(case, audience_min=size, audience_max=size, audience_level=level, sector=sector),
        )
        for size in sizes for level in levels for sector in sectors
    ])  # fmt: skip


def _kinds(key: str, stated: str | None, served: tuple[str, ...], case: Case) -> list[str | None]:
    """What they might turn out to be: as stated where that is clear, else served or not served."""
    is_clear = kind_factor(key, stated, served, case).is_exact
    return [stated] if is_clear else [served[0], OTHERS]


def ask_format(case: Case) -> Asking:
    """Kind of session, whether in person, and how long."""
    event, offering = case.inquiry.event, case.offering
    if not offering.formats:
        wanted = event.format or Format.KEYNOTE
        other = Format.OTHER if wanted is not Format.OTHER else Format.KEYNOTE
        return _owner("format", _("In which formats do you give this?"), [
            Answer(format_words(kind), with_offering(case, formats=(kind,))) for kind in (wanted, other)
        ])  # fmt: skip
    unlike = [kind for kind in Format if is_kind_offered(kind, offering.formats) is False]
    is_clear = is_kind_offered(event.format, offering.formats) is not None
    kinds = [event.format] if event.format and is_clear else [offering.formats[0], *unlike[:1]]
    modes = [event.mode] if event.mode else [
        next((mode for mode in Mode if is_mode_served(mode, offering.modes)), Mode.IN_PERSON),
        *[mode for mode in Mode if is_mode_served(mode, offering.modes) is False][:1],
    ]  # fmt: skip
    minutes = [event.duration_minutes]
    if event.duration_minutes is None and offering.minutes is not None:
        shortest, longest = offering.minutes
        minutes = [(shortest + longest) // 2, longest + longest // 5, 2 * longest]
    answers = [
        Answer(_said(kind, mode, length), with_event(case, format=kind, mode=mode, duration_minutes=length))
        for kind in kinds for mode in modes for length in minutes
    ]  # fmt: skip
    text = BY_KEY["format"].question
    if is_clear:
        text = _("How long will it be?") if event.duration_minutes is None else _("Will it be in person?")
    return Asking("format", AskWhom.CLIENT, text, tuple(answers))


def _said(kind: Format, mode: Mode, minutes: int | None) -> str:
    words = f"{a_format(kind)} {mode_words(mode)}"
    return words if minutes is None else _("{what}, {length}").format(what=words, length=length_words(minutes))


def ask_language(case: Case) -> Asking:
    """Which language; the owner when the offering does not say which ones it is given in."""
    inquiry, levels = case.inquiry, case.offering.languages
    if not levels:
        code = inquiry.event.language or inquiry.language or "en"
        other = "en" if code != "en" else "fr"
        return _owner("language", _("In which languages do you give this?"), [
            Answer(language_name(one), with_offering(case, languages=((one, level),)))
            for one, level in ((code, LanguageLevel.FLUENT), (code, LanguageLevel.INTERPRETER),
                               (other, LanguageLevel.FLUENT))
        ])  # fmt: skip
    spoken = [code for code, _level in levels]
    foreign = next(code for code in ("fr", "ja", "fi", "is", *(f"x{n}" for n in range(99))) if code not in spoken)
    answers = [Answer(language_name(code), with_event(case, language=code)) for code in spoken]
    return _client("language", [*answers, Answer(_("another language"), with_event(case, language=foreign))])


def ask_style(case: Case) -> Asking:
    """Whom they loved hearing tells the tone; the owner for the tone of the offering."""
    wish, style = case.inquiry.style, case.offering.style
    names = ("energy", "humour", "practice", "challenge")
    if style is None:
        said = {name: getattr(wish, name) for name in names}
        like = Style(**{name: 2 if one is None else one for name, one in said.items()})
        unlike = Style(**{name: 0 if one is None or one > 2 else 4 for name, one in said.items()})
        return _owner("style", _("How do you work: quiet or energetic, serious or playful?"), [
            Answer(_("as they wish"), with_offering(case, style=like), _("you work as they wish")),
            Answer(
                _("quite unlike their wish"), with_offering(case, style=unlike), _("you work quite unlike their wish")
            ),
        ])  # fmt: skip
    answers = []
    for gap, words in (
        (0, _("somebody like you")),
        (1, _("somebody a little different")),
        (4, _("somebody unlike you")),
    ):
        filled = {name: _apart(getattr(style, name), gap) for name in names if getattr(wish, name) is None}
        wanted = StyleWish(**{**{name: getattr(wish, name) for name in names}, **filled})
        answers.append(Answer(words, case.changed(inquiry=replace(case.inquiry, style=wanted))))
    return _client("style", answers)


def _apart(given: int, gap: int) -> int:
    return min(4, given + gap) if given <= 2 else max(0, given - gap)


def ask_churn(case: Case) -> Asking:
    """What would disappoint them; the owner when the offering's limits are not recorded."""
    inquiry, limits = case.inquiry, case.offering.limits
    if inquiry.must_haves:
        needs = inquiry.must_haves
        return _owner("churn", _("Is any of this outside what you offer: {needs}?").format(needs="; ".join(needs)), [
            Answer(_("nothing"), with_offering(case, limits=()), _("nothing of it is")),
            Answer(_("one of them"), with_offering(case, limits=needs[:1]), _("one of them is")),
            *(
                [Answer(_("two of them"), with_offering(case, limits=needs[:2]), _("two of them are"))]
                if len(needs) > 1
                else []
            ),
        ])  # fmt: skip
    outside = limits or ()
    needs_by_words = {_("nothing more"): (), _("one thing that you do not offer"): outside[:1],
                      _("two things that you do not offer"): outside[:2] if len(outside) > 1 else ()}  # fmt: skip
    found: dict[tuple[str, ...], Answer] = {}
    for words, needs in needs_by_words.items():
        found.setdefault(needs, Answer(words, case.changed(inquiry=replace(inquiry, must_haves=needs))))
    return _client("churn", list(found.values()))
