"""What if: facts tried out on the request on display, judged at once, explained when the hand rests, never saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from fitdesk.domain.assessment import Assessment
from fitdesk.domain.availability import Availability
from fitdesk.domain.case import Case
from fitdesk.domain.fit import cases_of, explained
from fitdesk.domain.inquiry import Inquiry
from fitdesk.domain.lever import Lever, LeverKind, Value
from fitdesk.domain.lever_verdicts import Stretch, verdicts_along
from fitdesk.domain.levers import applied, levers, moved_between
from fitdesk.domain.offering import Offering
from fitdesk.ui.inquiries.judging import preview
from fitdesk.ui.inquiries.what_if_panel import WhatIfPanel, settings_of
from fitdesk.ui.inquiries.what_if_rows import SliderRow
from fitdesk.ui.inquiries.what_if_words import day_state_words
from fitdesk.ui.tasks import Cancelled, Progress, Task, run_task
from fitdesk.workflows.practice import Practice
from fitdesk.workflows.triage import Triage

REST_MS = 220
"""How long the hand must rest before question, counterfactuals and turns are worked out."""
_COLOUR_OF = {Availability.BUSY: "decline", Availability.HELD: "ask", Availability.UNKNOWN: "hatch"}


@dataclass(frozen=True, slots=True)
class Tried:
    """The request with the facts tried out, judged without explanation; ``at`` is the offering on display."""

    triage: Triage
    at: int
    is_moved: bool

    @property
    def assessment(self) -> Assessment:
        return self.triage.assessments[self.at]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What takes longer: the assessment in full, where the verdict turns, and which days are not free."""

    assessment: Assessment
    turns: dict[str, tuple[Stretch, ...]]
    taken: tuple[tuple[float, str], ...]


class WhatIf(QObject):
    """Moves the levers of ``panel``. ``tried(Tried)`` after each move, ``explained(Assessment)`` in a rest."""

    tried = Signal(object)
    explained = Signal(object)

    def __init__(self, panel: WhatIfPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self._triage: Triage | None = None
        self._practice: Practice | None = None
        self._today = date.min
        self._offering: Offering | None = None
        self._levers: tuple[Lever, ...] = ()
        self._facts: dict[str, Value | None] = {}
        self._values: dict[str, Value | None] = {}
        self._task: Task | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._explain)
        panel.changed.connect(self.set_value)
        panel.set_back.connect(self.put_back)

    def is_on(self) -> bool:
        return self._triage is not None

    def begin(
        self, triage: Triage, practice: Practice, today: date, offering: Offering, after: Inquiry | None = None
    ) -> None:
        """Start from the facts of ``triage`` beside ``offering``; ``after``: the request with facts moved already."""
        self._triage, self._practice, self._today = triage, practice, today
        values = moved_between(triage.inquiry, after, self._known(offering)) if after is not None else {}
        self._beside(offering, values)

    def rebase(self, triage: Triage, practice: Practice) -> None:
        """The facts themselves changed: what was moved stays moved."""
        if self._offering is None:
            return
        self._triage, self._practice = triage, practice
        now = next((one for one in practice.offerings if one.id == self._offering.id), self._offering)
        self._beside(now, self._values)

    def end(self) -> None:
        """Back to the facts; nothing is kept."""
        self._triage = self._offering = None
        self._values = {}
        self._rest.stop()
        self._drop_task()

    def choose(self, offering: Offering) -> None:
        """Look at the same values beside another offering."""
        self._beside(offering, self._values)

    def set_value(self, key: str, value: object) -> None:
        """Try ``value`` for the lever ``key``; the fact itself takes it back."""
        if key not in self._facts:
            return
        if value == self._facts[key]:
            self._values.pop(key, None)
        else:
            self._values[key] = value  # type: ignore[assignment]  # signals carry values as object
        self._try()

    def put_back(self, key: str) -> None:
        """The fact again."""
        self.set_value(key, self._facts.get(key))

    def values(self) -> dict[str, Value | None]:
        """What was moved, by the key of its lever."""
        return dict(self._values)

    def levers(self) -> tuple[Lever, ...]:
        return self._levers

    def inquiry(self) -> Inquiry | None:
        """The request with the facts tried out; None while nothing is."""
        return applied(self._triage.inquiry, self._levers, self._values) if self._triage is not None else None

    def _known(self, offering: Offering) -> tuple[Lever, ...]:
        assert self._triage is not None
        assert self._practice is not None
        active = [one for one in self._practice.offerings if one.active]
        return levers(self._triage.inquiry, offering, self._practice.owner, self._today, siblings=active)

    def _beside(self, offering: Offering, values: dict[str, Value | None]) -> None:
        if self._triage is None or self._practice is None:
            return
        self._offering, self._levers = offering, self._known(offering)
        self._facts = {lever.key: lever.read(self._triage.inquiry) for lever in self._levers}
        self._values = {key: value for key, value in values.items() if key in self._facts and value != self._facts[key]}
        self._panel.set_levers(self._levers, self._practice.owner.locale)
        self._try()

    def _try(self) -> None:
        inquiry, practice, offering = self.inquiry(), self._practice, self._offering
        if inquiry is None or practice is None or offering is None:
            return
        triage = preview(inquiry, practice, self._today)
        at = next((at for at, one in enumerate(triage.assessments) if one.offering.id == offering.id), 0)
        self._panel.show_settings(settings_of(self._levers, self._values, self._facts, self._notes(triage)))
        self.tried.emit(Tried(triage, at, bool(self._values)))
        self._drop_task()
        self._rest.start()

    def _notes(self, triage: Triage) -> dict[str, str]:
        """The day beside its lever: how it stands in the diary."""
        states = list(triage.availability.values())
        return {"day": day_state_words(states[0])} if len(states) == 1 else {}

    def _explain(self) -> None:
        inquiry, practice, offering = self.inquiry(), self._practice, self._offering
        if inquiry is None or practice is None or offering is None:
            return
        today, known = self._today, self._levers

        def work(progress: Progress) -> Outlook | None:
            return _outlook(inquiry, offering, practice, today, known, progress)

        self._task = run_task(work, self._show, lambda _words: None, parent=self)

    def _show(self, found: Outlook | None) -> None:
        self._task = None
        if found is None or not self.is_on():
            return
        self._panel.show_turns(found.turns)
        day = self._panel.rows().get("day")
        if isinstance(day, SliderRow):
            day.slider.show_taken(found.taken)
        self.explained.emit(found.assessment)

    def _drop_task(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None


def _outlook(
    inquiry: Inquiry, offering: Offering, practice: Practice, today: date, known: Sequence[Lever], progress: Progress
) -> Outlook | None:
    """Beside the window: question and counterfactuals, turns along the sliders, days that are not free."""
    cases = cases_of(inquiry, practice.offerings, practice.owner, practice.entries, today)
    case = next((case for case in cases if case.offering.id == offering.id), None)
    if case is None:
        return None
    judged = explained(case)
    turns: dict[str, tuple[Stretch, ...]] = {}
    taken: tuple[tuple[float, str], ...] = ()
    for lever in known:
        _stop_if_unwanted(progress)
        if lever.kind is LeverKind.DAY:
            taken = _taken(case, lever, progress)
        elif lever.kind is not LeverKind.CHOICE:
            turns[lever.key] = verdicts_along(case, judged, lever)
    return Outlook(judged, turns, taken)


def _stop_if_unwanted(progress: Progress) -> None:
    if progress.is_cancelled:
        raise Cancelled


def _taken(case: Case, lever: Lever, progress: Progress) -> tuple[tuple[float, str], ...]:
    found = []
    for number in range(round(lever.low), round(lever.high) + 1):
        _stop_if_unwanted(progress)
        state = case.on_day(date.fromordinal(number))
        if state in _COLOUR_OF:
            found.append((float(number), _COLOUR_OF[state]))
    return tuple(found)
