"""What every form of the settings is: fields that show an owner and give back the owner as now written."""

from __future__ import annotations

from fitdesk.domain.owner import Owner
from fitdesk.ui.widgets.form import Form


class OwnerForm(Form):
    """A form over some fields of the owner. ``key`` names its draft of what could not be read yet."""

    key = ""

    def show_owner(self, owner: Owner) -> None:
        """Fill the fields from ``owner``."""
        raise NotImplementedError

    def owner_with(self, owner: Owner) -> Owner:
        """``owner`` with this form's values; a field in error leaves its old value."""
        raise NotImplementedError
