"""The editor of one offering."""

from __future__ import annotations

from fitdesk.domain.offering import Offering
from fitdesk.i18n import _
from fitdesk.ui.widgets.offering_form import add_own_fields, fill, merged, summary_line, unsaid
from fitdesk.ui.widgets.record_editor import RecordEditor
from fitdesk.ui.widgets.segments import SegmentsField

_MOST_NAMED = 4


class OfferingEditor(RecordEditor[Offering]):
    """All that can be said of an offering; whether it is active stands in the heading."""

    needed = ("title",)

    def build(self) -> None:
        add_own_fields(self.form)
        self.active: SegmentsField[bool] = SegmentsField(
            ((True, _("Active")), (False, _("Retired"))), clears=False
        )  # fmt: skip
        self.tools.addWidget(self.active)
        self.form.take_in("active", _("Active or retired"), self.active)

    def fill(self, record: Offering) -> None:
        fill(self.form, record)

    def merged(self, base: Offering) -> Offering:
        return merged(self.form, base)

    def heading(self) -> tuple[str, str]:
        offering = self.merged(Offering())
        missing = unsaid(offering)
        still = ""
        if missing:
            more = len(missing) - _MOST_NAMED
            named = ", ".join(missing[:_MOST_NAMED])
            named += _(" and {n} more").replace("{n}", str(more)) if more > 0 else ""
            still = _("Not said yet: {what}. Each widens the score.").replace("{what}", named)
        title = self.form.field("title").typed().strip()
        lines = (summary_line(offering), still) if title else (_("Say what it is; the rest can follow later."),)
        return title or _("New offering"), "\n".join(line for line in lines if line)
