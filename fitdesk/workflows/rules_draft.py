"""A draft of the judging rules, for all offerings or for one: nothing of it counts until it is taken."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import Any

from fitdesk.domain.criteria import BY_KEY, CRITERIA
from fitdesk.domain.curves import CURVE, Curve, curves_of, points_of, trouble_with
from fitdesk.domain.offering import Offering
from fitdesk.domain.owner import Owner
from fitdesk.domain.rule_change import Rules
from fitdesk.domain.rules import offering_with_rules, rules_of, veto_counts, weights_for, with_rules
from fitdesk.domain.values import Points
from fitdesk.domain.vetoes import ALWAYS, VETO_CRITERIA

_EXACT = 1e-9
_ANYBODY = Owner()


@dataclass(frozen=True, slots=True)
class RulesDraft:
    """``rules`` instead of those that count now. Without ``offering`` for all offerings.

    What is as usual (or, for one offering, as for all) does not stand in the rules: it follows when that changes.
    """

    owner: Owner
    offering: Offering | None
    rules: Rules
    _owner: Owner = field(init=False, repr=False, compare=False)
    _offering: Offering | None = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        offering = self.offering
        drafted = self.owner if offering is not None else with_rules(self.owner, self.rules)
        object.__setattr__(self, "_owner", drafted)
        object.__setattr__(self, "_offering", offering and offering_with_rules(offering, self.rules))

    @classmethod
    def of(cls, owner: Owner, offering: Offering | None = None) -> RulesDraft:
        """The rules as they count now."""
        return cls(owner, offering, rules_of(owner, offering))

    @property
    def is_changed(self) -> bool:
        """Whether it says anything else than what counts now."""
        return self._tidy(self.rules) != self._tidy(rules_of(self.owner, self.offering))

    def changed_keys(self) -> tuple[str, ...]:
        """Criteria that it judges otherwise than what counts now, in their order."""
        now = RulesDraft.of(self.owner, self.offering)
        return tuple(one.key for one in CRITERIA if self._said(one.key) != now._said(one.key))

    def own_keys(self) -> tuple[str, ...]:
        """Criteria that are not as usual, or not as for all offerings, in their order."""
        return tuple(one.key for one in CRITERIA if self.is_own(one.key))

    def is_own(self, key: str) -> bool:
        """Whether a criterion is not as usual, or not as for all offerings."""
        return (
            not _same(self.weight(key), self.usual_weight(key))
            or any(self.points(curve) != self.usual_points(curve) for curve in curves_of(key))
            or self.veto(key) is not self.usual_veto(key)
        )

    # ---- weights, in points

    def weight(self, key: str) -> float:
        return dict(self.rules.weights).get(key, self.usual_weight(key))

    def usual_weight(self, key: str) -> float:
        """The weight it goes back to: the usual one, or that of all offerings."""
        usual = BY_KEY[key].weight
        return float(usual if self.offering is None else dict(self.owner.weights).get(key, usual))

    def shares(self) -> tuple[float, ...]:
        """What the weights come to, in the order of CRITERIA; they sum to 100."""
        return weights_for(self.drafted_owner(), self.drafted_offering())

    def with_weight(self, key: str, weight: float) -> RulesDraft:
        return self._with(replace(self.rules, weights=_put(self.rules.weights, key, float(weight))))

    def with_weights(self, weights: tuple[float, ...]) -> RulesDraft:
        """All weights at once, in the order of CRITERIA."""
        draft = self
        for criterion, weight in zip(CRITERIA, weights, strict=True):
            draft = draft.with_weight(criterion.key, weight)
        return draft

    # ---- value functions

    def points(self, curve: Curve) -> Points:
        return points_of(curve.key, self.drafted_owner(), self.drafted_offering())

    def usual_points(self, curve: Curve) -> Points:
        """The points it goes back to."""
        return curve.points if self.offering is None else points_of(curve.key, self.owner)

    def with_points(self, curve: Curve, points: Points) -> RulesDraft:
        """Raises ValueError for points that make no value function."""
        if trouble := trouble_with(curve, points):
            raise ValueError(trouble)
        return self._with(replace(self.rules, curves=_put(self.rules.curves, curve.key, points)))

    # ---- vetoes

    def veto(self, key: str) -> bool:
        return veto_counts(key, self.drafted_owner(), self.drafted_offering())

    def usual_veto(self, key: str) -> bool:
        return veto_counts(key, _ANYBODY if self.offering is None else self.owner)

    def with_veto(self, key: str, counts: bool) -> RulesDraft:
        """As it is for a criterion whose veto there is no choice about."""
        if key not in VETO_CRITERIA or key == ALWAYS:
            return self
        off = self.rules.vetoes_off
        now = set(self.owner.vetoes_off if off is None else off)
        return self._with(replace(self.rules, vetoes_off=tuple(sorted(now - {key} if counts else now | {key}))))

    # ---- back, and where it goes

    def back(self, key: str) -> RulesDraft:
        """One criterion as usual, or as for all offerings."""
        mine = {curve.key for curve in curves_of(key)}
        bare = Rules(
            tuple(pair for pair in self.rules.weights if pair[0] != key),
            tuple(pair for pair in self.rules.curves if pair[0] not in mine),
            self.rules.vetoes_off,
        )
        return self._with(bare).with_veto(key, self.usual_veto(key))

    def back_all(self) -> RulesDraft:
        """Everything as usual, or as for all offerings."""
        return replace(self, rules=Rules(vetoes_off=None if self.offering else ()))

    def drafted_owner(self) -> Owner:
        """The owner as the draft would have them."""
        return self._owner

    def drafted_offering(self) -> Offering | None:
        """The offering as the draft would have it; None for all offerings."""
        return self._offering

    def as_text(self) -> str:
        """For the table of half-typed forms."""
        return json.dumps({"weights": self.rules.weights, "curves": self.rules.curves, "off": self.rules.vetoes_off})

    def from_text(self, text: str) -> RulesDraft:
        """The draft that ``as_text`` wrote, as far as it can be read and still makes sense."""
        try:
            kept = json.loads(text)
            draft = replace(self, rules=Rules(vetoes_off=_words(kept["off"])))
            for key, weight in kept["weights"]:
                if key in BY_KEY and 0.0 <= float(weight) <= 100.0:
                    draft = draft.with_weight(key, float(weight))
            for key, points in kept["curves"]:
                pairs = tuple((float(x), float(y)) for x, y in points)
                if key in CURVE and not trouble_with(CURVE[key], pairs):
                    draft = draft.with_points(CURVE[key], pairs)
        except (ValueError, KeyError, TypeError):
            return self
        return draft._with(draft.rules)

    def _with(self, rules: Rules) -> RulesDraft:
        return replace(self, rules=self._tidy(rules))

    def _tidy(self, rules: Rules) -> Rules:
        """Without what is as usual anyway, in the order of the criteria."""
        weights, curves = dict(rules.weights), dict(rules.curves)
        off = rules.vetoes_off
        if self.offering is not None and off is not None and set(off) == set(self.owner.vetoes_off):
            off = None
        return Rules(
            tuple(
                (one.key, weights[one.key])
                for one in CRITERIA
                if one.key in weights and not _same(weights[one.key], self.usual_weight(one.key))
            ),
            tuple(
                (key, curves[key])
                for key, curve in CURVE.items()
                if curves.get(key, ()) not in ((), self.usual_points(curve))
            ),
            tuple(sorted(off)) if off is not None else None if self.offering is not None else (),
        )

    def _usual(self, curve_key: str) -> Points:
        return self.usual_points(CURVE[curve_key])

    def _said(self, key: str) -> tuple[float, tuple[Points, ...], bool]:
        """All that is said of one criterion, so that two drafts can be compared."""
        return self.weight(key), tuple(self.points(curve) for curve in curves_of(key)), self.veto(key)


def _put(pairs: tuple[tuple[str, Any], ...], key: str, value: Any) -> tuple[tuple[str, Any], ...]:
    return tuple({**dict(pairs), key: value}.items())


def _words(kept: Any) -> tuple[str, ...] | None:
    return None if kept is None else tuple(str(word) for word in kept)


def _same(one: float, other: float) -> bool:
    return abs(one - other) < _EXACT
