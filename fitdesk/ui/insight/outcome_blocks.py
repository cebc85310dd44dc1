"""How work ended: by the score it had, and accepted against the verdict beside the rest."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QWidget

from fitdesk.domain.calibration import EDGES, ENOUGH, Calibration
from fitdesk.i18n import _, plural
from fitdesk.ui.insight.block import Block
from fitdesk.ui.insight.outcome_rows import OutcomeRows
from fitdesk.ui.widgets.page import PlainLabel


class ScoreBlock(Block):
    """How good is the score? One row for each band of points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("How good is the score?"), parent)
        names = [_("{low}–{high} points").format(low=round(low), high=round(high)) for low, high in pairwise(EDGES[1:])]
        self.rows = OutcomeRows((*reversed(names), _("below {n} points").format(n=round(EDGES[1]))))
        self.note = PlainLabel("", "caption", wraps=True)
        self.column.addWidget(self.rows)
        self.column.addWidget(self.note)

    def show_calibration(self, found: Calibration) -> None:
        self.say(_missing_words(found) if found.missing else found.score_sentence)
        self.rows.setVisible(found.cases > 0)
        self.rows.show_ended([band.ended for band in reversed(found.bands)])
        told = [_("By the fit at the moment of your yes; a row has a figure from {n} cases on.").format(n=ENOUGH)]
        if not found.missing:
            told.append(
                _("The dot is the share that ended well, the stretch is where it really lies, 95 times of 100.")
            )
        if found.unknown:
            one, many = (
                _("{n} accepted inquiry has no look back yet."),
                _("{n} accepted inquiries have no look back yet."),
            )
            told.append(plural(one, many, found.unknown))
        self.note.setText(" ".join(told))
        self.note.setVisible(found.cases > 0 or found.unknown > 0)


def _missing_words(found: Calibration) -> str:
    if not found.cases:
        return _(
            "Look back on work that is done, and this shows how it ended by the score it had. "
            "The first figure stands here after ten look-backs on similar scores."
        )
    return plural(
        "At least {n} more look-back until the first band can have a figure.",
        "At least {n} more look-backs until the first band can have a figure.",
        found.missing,
    )


class OverridesBlock(Block):
    """Accepted against the verdict: did the own eye see more, or was it temptation?"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Accepted against the verdict"), parent)
        self.rows = OutcomeRows((_("Against the verdict"), _("The rest")), always=True)
        self.column.addWidget(self.rows)

    def show_calibration(self, found: Calibration) -> None:
        self.rows.setVisible(found.against.cases > 0)
        self.rows.show_ended((found.against, found.with_it))
        if not found.against.cases:
            self.say(_("No work that you accepted against the verdict has ended yet."))
        elif found.against_sentence:
            self.say(found.against_sentence)
        else:
            self.say(_("Too close or too few so far to say that it ended differently."))
