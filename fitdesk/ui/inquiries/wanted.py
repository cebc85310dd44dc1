"""What another page wants done with an inquiry: carried out once that inquiry is shown and judged, never on another."""

from __future__ import annotations

from fitdesk.ui.inquiries.decision_bar import Act
from fitdesk.ui.inquiries.decisions import Decisions
from fitdesk.ui.inquiries.detail import DetailView


class Wanted:
    """Remembers one act on one inquiry."""

    def __init__(self, view: DetailView, decisions: Decisions) -> None:
        self._view, self._decisions = view, decisions
        self._act: tuple[int, Act] | None = None

    def note(self, number: int, act: Act) -> None:
        """``act`` is wanted on the inquiry ``number``."""
        self._act = (number, act)

    def carry_out(self) -> None:
        """Begin what was wanted, if the inquiry on display is judged; whatever it is, nothing is wanted any more."""
        shown = self._view.triage()
        if self._act is None or shown is None:
            return
        (number, act), self._act = self._act, None
        if shown.inquiry.id == number:
            self._decisions.act_if_offered(act)
