"""Letters in Settings: the language of the records, who is on first-name terms, and the building blocks."""

from __future__ import annotations

from dataclasses import replace

from fitdesk.domain.languages import language_name
from fitdesk.domain.owner import Owner
from fitdesk.i18n import _
from fitdesk.letters.languages import LANGUAGES
from fitdesk.ui.settings.blocks_panel import FAMILIAR, BlocksPanel
from fitdesk.ui.settings.owner_form import OwnerForm
from fitdesk.ui.widgets.choice_field import ChoiceField
from fitdesk.ui.widgets.form import WIDEST
from fitdesk.ui.widgets.toggles import TogglesField

_WIDEST_WITH_BLOCKS = 1160
"""Pixels: a list and an editor side by side."""


class LettersForm(OwnerForm):
    """Two questions, then the words of the letters."""

    key = "settings/letters"

    def __init__(self, blocks: BlocksPanel) -> None:
        super().__init__()
        self.blocks = blocks
        helper = _("A letter in another language leaves out what you wrote about colleagues in this one.")
        languages = tuple((code, language_name(code)) for code in LANGUAGES)
        self.add(
            "records_language",
            _("Your offerings and peers are described in"),
            ChoiceField(languages, unknown=""),
            helper=helper,
        )
        ways = tuple((code, f"{language_name(code)}: {words[1]}") for code, words in FAMILIAR.items())
        helper = _("Where it is ticked, letters begin in the familiar form. You can change it in each letter.")
        self.add("familiar", _("On first-name terms"), TogglesField(ways), helper=helper)
        self.add_section(
            _("Building blocks"),
            _("The words your letters are made of. Write them your way; what was sent stays as it was."),
        )
        self.add_widget(blocks)
        for key in ("records_language", "familiar"):
            self.row(key).setMaximumWidth(WIDEST)
        self.setMaximumWidth(_WIDEST_WITH_BLOCKS)

    def show_owner(self, owner: Owner) -> None:
        self.set_values({"records_language": owner.records_language, "familiar": owner.familiar})

    def owner_with(self, owner: Owner) -> Owner:
        good = self.values()
        return replace(
            owner,
            records_language=good.get("records_language") or owner.records_language,
            familiar=good.get("familiar", owner.familiar),
        )
