"""How a look back reads in the history: what became of the work, in one line."""

from __future__ import annotations

from fitdesk.domain.post_mortem import Delight, Earned, PostMortem
from fitdesk.i18n import _


def look_back_words(look: PostMortem) -> str:
    """ "It took place, they were delighted, the margin was as planned, you would do it again. “Call first.”" """
    parts = [_("it took place") if look.took_place else _("the work was lost")]
    if look.delight is not None:
        parts.append(
            {
                Delight.YES: _("they were delighted"),
                Delight.PARTLY: _("they were partly delighted"),
                Delight.NO: _("they were not delighted"),
            }[look.delight]
        )
    if look.earned is not None:
        parts.append(
            {
                Earned.MORE: _("the margin was better than planned"),
                Earned.AS_PLANNED: _("the margin was as planned"),
                Earned.LESS: _("the margin was worse than planned"),
            }[look.earned]
        )
    if look.again is not None:
        parts.append(_("you would do it again") if look.again else _("you would not do it again"))
    told = ", ".join(parts)
    sentence = told[:1].upper() + told[1:] + "."
    return f"{sentence} “{look.lesson}”" if look.lesson else sentence
