"""The three questions asked of one inquiry: am I free, am I right, and if not, who is?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fitdesk.domain import matching
from fitdesk.domain.assessment import AskWhom, Assessment, Question, RankedPeer, Verdict
from fitdesk.domain.availability import Availability, DayAnswer, answers_for
from fitdesk.domain.diary import Diary
from fitdesk.domain.fit import assess_all, score_all
from fitdesk.domain.holds import HeldFor, ask_first, first_clients
from fitdesk.domain.inquiry import Inquiry
from fitdesk.i18n import _
from fitdesk.workflows.practice import Practice


@dataclass(frozen=True, slots=True)
class Triage:
    """The answers. ``assessments`` stand best first, ``peers`` too; ``suggested`` are the peers to name.

    ``days`` are the candidate days for the offering that leads, with what stands in the way; ``availability``,
    ``clashes`` (titles of what stands on a day that is held or taken) and ``nearest_free`` say the same in short.
    ``first_clients``: inquiries whose hold stands in the way, to be asked first; ``ask_first`` is the sentence.
    ``judged_on``: the day of the decision, where this is what was judged then; None for a judgement as of today.
    """

    inquiry: Inquiry
    availability: dict[date, Availability]
    clashes: dict[date, str]
    nearest_free: tuple[date, ...]
    assessments: tuple[Assessment, ...]
    peers: tuple[RankedPeer, ...]
    suggested: tuple[RankedPeer, ...]
    days: tuple[DayAnswer, ...] = ()
    first_clients: tuple[HeldFor, ...] = ()
    ask_first: str = ""
    judged_on: date | None = None

    @property
    def best(self) -> Assessment | None:
        """The assessment of the offering that fits best; None while the owner has no active offering."""
        return self.assessments[0] if self.assessments else None

    @property
    def verdict(self) -> Verdict:
        """The best offering's verdict; ASK while there is nothing to judge against."""
        return self.best.verdict if self.best else Verdict.ASK

    @property
    def next_question(self) -> Question | None:
        """What to ask next: the best offering's question, and once the work is wanted, whoever holds the day.

        The first client is not troubled before this request is worth it; while something is still to be learnt from
        the new client, that comes first.
        """
        own = self.best.next_question if self.best else None
        if own is None and self.ask_first and self.verdict in (Verdict.ACCEPT, Verdict.YOUR_CALL):
            return Question("hold", AskWhom.OWNER, self.ask_first, False, _("yours to give once they let it go"))
        return own


def triage(inquiry: Inquiry, practice: Practice, today: date, *, in_full: bool = True) -> Triage:
    """Judge ``inquiry`` against every active offering and rank the peers; computed afresh, nothing is stored.

    Without ``in_full`` only days, scores and verdicts, within a frame of the window: no question, no peers.
    """
    diary = Diary.of(practice.entries, today=today)
    clients = dict(practice.clients)
    judge = assess_all if in_full else score_all
    assessments = tuple(judge(inquiry, practice.offerings, practice.owner, diary, today))
    best = assessments[0] if assessments else None
    days = answers_for(inquiry, best.offering if best else None, practice.owner, diary, today, clients=clients)
    taken = [one for one in days if one.availability in (Availability.BUSY, Availability.HELD)]
    # Where any of the days named is free, nobody has to give up a day; but for a stretch that is needed as a whole.
    needs_all = inquiry.event.is_stretch or (not inquiry.event.dates and inquiry.event.date_flexible is False)
    any_is_free = not needs_all and any(one.availability is Availability.FREE for one in days)
    holds = () if any_is_free else first_clients(days, clients)
    ranked = matching.rank_peers(inquiry, practice.peers, practice.owner, best, today) if in_full else ()
    return Triage(
        inquiry=inquiry,
        availability={one.day: one.availability for one in days},
        clashes={one.day: ", ".join(dict.fromkeys(e.title for e in one.stands)) for one in taken},
        nearest_free=taken[0].instead if taken else (),
        assessments=assessments,
        peers=ranked,
        suggested=matching.suggest(ranked),
        days=days,
        first_clients=holds,
        ask_first=ask_first(holds, practice.owner.locale),
    )
