"""A second, deliberately simple reading of fit-model.md: how right the work is for the owner."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from math import inf

from domain.second_opinion_for_them import ANY, Facts, Opinion, Span, at, hull, over
from fitdesk.domain.availability import CalendarEntry, EntryKind, candidate_days
from fitdesk.domain.event import Booking, Mode
from fitdesk.domain.inquiry import DecisionPower, ScopeState
from fitdesk.domain.roles import power_of
from fitdesk.domain.topics import likeness


class ForMe(Facts):
    """Values and vetoes of the criteria of M, by their names."""

    def fee(self) -> Opinion:
        low, high = self.offered()
        floor, usual = self.offering.fee_floor, self.offering.fee_list
        if floor is None:
            sure = usual is not None and low >= usual and (low, high) != (0, inf)
            top = at(self.points("fee"), 1)
            if sure:
                return (top, top), "clear"
            if high == 0 or not usual:
                return (0.0, float(high > 0)), "possible"
            return (0.0, over(self.points("fee"), (0.0, min(1.0, high / float(usual))))[1]), "possible"
        f = float(floor)
        if high < f:
            return (0.0, 0.0), "confirmed"
        if usual is None:
            value = over(self.points("fee"), (0, 1))
        else:
            ways = [min(1.0, (x - f) / (float(usual) - f)) if usual > floor else 1.0 for x in (max(low, f), high)]
            value = over(self.points("fee"), (ways[0], ways[1]))
        # Nothing is worth nothing, be the floor as low.
        least = 0.0 if low < f or low == 0 else value[0]
        return (least, 0.0 if high == 0 else value[1]), "possible" if low < f else "clear"

    def offered(self) -> Span:
        """What they would pay, in the offering's currency."""
        budget = self.inquiry.budget
        if budget.unpaid is True:
            return 0.0, 0.0
        rate = self._rate(budget.currency)
        if rate is None:
            return 0.0, inf
        low = 0.0 if budget.min is None else float(budget.min * rate)
        return low, inf if budget.max is None else float(budget.max * rate)

    def _rate(self, currency: str | None) -> Decimal | None:
        return None if currency is None else self.case.rate(currency, self.offering.currency)

    def capacity(self) -> Opinion:
        effort, sold, cap = self.case.effort_days, self.owner.capacity_days, self.owner.capacity_cap
        loads = self._loads()
        effort = None if effort is None else effort / self.offering.effort_months
        if not sold:
            return ANY, "clear" if cap is None else "possible"
        least = (loads[0] if loads else 0) + float(effort or 0)
        most = loads[1] + float(effort) if loads and effort is not None else inf
        load = (100 * least / float(sold), 100 * most / float(sold))
        value = over(self.points("capacity"), load)
        if cap is None or load[1] <= cap:
            return value, "clear"
        return value, "confirmed" if load[0] > cap else "possible"

    def _loads(self) -> Span | None:
        """Days sold in the 30 days before each candidate day that is still to come."""
        days = [day for day in candidate_days(self.event) if day >= self.case.today]
        counts = [sum(self._is_sold(day - timedelta(days=back)) for back in range(1, 31)) for day in days]
        return (min(counts), max(counts)) if counts else None

    def _is_sold(self, day: date) -> bool:
        return any(self._counts(one) and self._takes(one, day) for one in self.case.entries)

    def _counts(self, entry: CalendarEntry) -> bool:
        own = entry.inquiry_id is not None and entry.inquiry_id == self.inquiry.id
        return entry.kind is not EntryKind.BLOCKED and entry.calendar_id is None and not own

    @staticmethod
    def _takes(entry: CalendarEntry, day: date) -> bool:
        return entry.first - timedelta(days=entry.before) <= day <= entry.last + timedelta(days=entry.after)

    def travel(self) -> Opinion:
        said, mode = self.word.travel_hours, self.event.mode
        if mode is Mode.VIRTUAL:
            return (1.0, 1.0), "clear"
        hours = (float(said), float(said)) if said is not None else None
        if hours is None and self.case.hours is not None:
            hours = (self.case.hours.low, self.case.hours.high)
        value = ANY if hours is None else self._journey(hours)
        value = (0.0, value[1]) if hours is None else value
        return (hull([value, (1.0, 1.0)]) if mode is None else value), "clear"

    def _journey(self, hours: Span) -> Span:
        usual, limit = list(self.points("travel")), self.owner.travel_limit
        if limit is None:
            values = over(usual, hours)
            return (0.0 if hours[1] > usual[-1][0] else values[0], values[1])
        points = [point for point in usual if point[0] < limit] or [(0.0, usual[0][1])]
        return over([*points, (float(limit), 0.0)], hours)

    def margin(self) -> Opinion:
        low, high = self.offered()
        if self.inquiry.budget.expenses_covered is not True:
            spent = self.offering.expenses
            low -= inf if spent is None else float(spent)
            if self.inquiry.budget.expenses_covered is False:
                high -= 0.0 if spent is None else float(spent)
        veto = "confirmed" if high < 0 else "possible" if low < 0 else "clear"
        days, target, rate = self.case.effort_days, self.owner.target_rate, self._rate(self.owner.currency)
        if high <= 0:
            even = at(self.points("margin"), 0)
            return (0.0 if low < 0 else even, 0.0 if high < 0 else even), veto
        if not days or target is None or rate is None:
            return ANY, veto
        wanted = float(target * rate) * float(days)
        value = over(self.points("margin"), (max(0.0, low) / wanted, high / wanted))
        return (0.0 if low < 0 else value[0], value[1]), veto

    def scope(self) -> Opinion:
        states = list(ScopeState)
        if self.inquiry.scope is None and self.offering.fixed_package is not True:
            return ANY, "clear"
        state = self.inquiry.scope or ScopeState.FIXED
        y = self.points("scope")[states.index(state)][1]
        return (y, y), "clear"

    def strategic(self) -> Opinion:
        none, some, wanted = (y for _x, y in self.points("strategic"))
        focus, codes, event = self.owner.focus, self.case.languages, self.event
        topics = self.event.topics or [topic for topic, _depth in self.word.topic_depths]
        said = [*topics, *([event.sector] if event.sector else [])]
        if event.booking is not None:
            said.append("series" if event.booking is Booking.SERIES else "one-off")
        if not focus:
            return ANY, "clear"
        if any(likeness(word, one, codes) for word in said for one in focus):
            return (wanted, wanted), "clear"
        open_to = [some if event.booking is Booking.SERIES else none]
        if event.booking is None:
            open_to.append(some)
        series_wanted = any(likeness(kind, one, codes) for kind in ("series", "one-off") for one in focus)
        if event.sector is None or not topics or (event.booking is None and series_wanted):
            open_to.append(wanted)
        return (min(open_to), max(open_to)), "clear"

    def access(self) -> Opinion:
        order = list(DecisionPower)
        power = self.word.power or power_of(self.inquiry.contact.role or "")
        values = [y for _x, y in self.points("access")]
        chosen = [0.0, 1.0] if power is None else [values[order.index(power)]]
        off = self.points("access.stall")[0][1] * len(self.inquiry.stalls)
        return (max(0.0, min(chosen) - off), max(0.0, max(chosen) - off)), "clear"
