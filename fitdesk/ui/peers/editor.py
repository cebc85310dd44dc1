"""The editor of one peer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QPushButton, QSizePolicy

from fitdesk.domain.contact import Gender
from fitdesk.domain.event import Place
from fitdesk.domain.offering import Offering
from fitdesk.domain.peer import Outcome, Peer
from fitdesk.domain.referral import Referral
from fitdesk.i18n import _, plural
from fitdesk.ui.changes import Clock
from fitdesk.ui.format import ago, joined
from fitdesk.ui.peers.consent_field import ConsentField
from fitdesk.ui.peers.day_field import DayField
from fitdesk.ui.peers.evidence_field import EvidenceField
from fitdesk.ui.peers.offerings_field import OfferingsField
from fitdesk.ui.peers.records import PeerRecords
from fitdesk.ui.peers.referrals_view import ReferralsView, balance_words
from fitdesk.ui.peers.sentences_view import SentencesView
from fitdesk.ui.widgets.address_field import AddressField
from fitdesk.ui.widgets.chips import ChipsField
from fitdesk.ui.widgets.fields import EmailField, LineField, LinkField, PhoneField, TextField
from fitdesk.ui.widgets.place_field import PlaceField
from fitdesk.ui.widgets.record_editor import RecordEditor
from fitdesk.ui.widgets.segments import SegmentsField

_WORDS = ("name", "headline", "differs", "email", "phone", "website", "benefit", "note")
_LISTS = ("not_good_at", "conflicts")


class PeerEditor(RecordEditor[Peer]):
    """All that is worth knowing of a peer: what a client may read and the consent first, the rest folded."""

    needed = ("name",)

    def __init__(self, records: PeerRecords, clock: Clock) -> None:
        self._records, self._clock = records, clock
        super().__init__()

    def build(self) -> None:
        self._add_person()
        self._add_consent()
        self._add_reach()
        self.form.add_section(_("What they offer"), _("A request is compared with these, as with your own."))
        self.offerings = self.form.add("offerings", "", OfferingsField(self._blank_offering))
        self.form.add_section(_("What you know of them"))
        self._add_trust()
        self._add_limits()
        self._add_speaking()
        self.active: SegmentsField[bool] = SegmentsField(((True, _("Active")), (False, _("Resting"))), clears=False)
        self.tools.addWidget(self.active)
        self.form.take_in("active", _("Recommended or resting"), self.active)
        for field in (self.consent, self.offerings, self.seen, self.verified):
            field.acted.connect(self.acted)

    def show_referrals(self, referrals: tuple[Referral, ...], titles: Mapping[int, str]) -> None:
        """The ledger of the peer shown."""
        self.referrals.show_referrals(referrals, titles, self._clock.today())

    def fill(self, record: Peer) -> None:
        shown = self.form.keys()
        values: dict[str, Any] = {key: getattr(record, key) for key in shown}
        values |= {key: getattr(record, key) or None for key in (*_WORDS, *_LISTS)}
        values["home"] = record.home if record.home.city else None
        self.form.set_values(values)
        self._show_summaries(record)

    def merged(self, base: Peer) -> Peer:
        changes: dict[str, Any] = self.form.values()
        for key in _WORDS:
            if key in changes:
                changes[key] = changes[key] or ""
        for key in _LISTS:
            if key in changes:
                changes[key] = changes[key] or ()
        if "home" in changes:
            changes["home"] = changes["home"] or Place()
        return replace(base, **changes)

    def learn(self, saved: Peer) -> None:
        self.offerings.learn(saved.offerings)
        self._show_summaries(saved)

    def heading(self) -> tuple[str, str]:
        name = str(self.form.field("name").typed()).strip()
        headline = self.form.field("headline").value()
        home = self.form.field("home").value() or Place()
        if not name:
            return _("New peer"), _("A name is enough to begin with; the rest can follow later.")
        return name, joined(home.city, headline)

    def _add_person(self) -> None:
        self.form.add("name", _("Name"), LineField(needed=_("Write the name"), hint=_("as in a letter: Dr Ann Hale")))
        self.form.add("headline", _("What they are, in a line"), LineField(hint=_("negotiation trainer and mediator")))
        self.form.add(
            "differs",
            _("How they differ from you"),
            TextField(hint=_("such as: drier and firmer than I am, no slides, your own contracts on the table")),
            helper=_("A client may read this, word for word."),
        )
        with self.form.folded(_("What you always say about them"), _("in your letters, by language")):
            self.sentences = SentencesView()
            self.form.add_widget(self.sentences)

    def _add_consent(self) -> None:
        self.form.add_section(_("May you recommend them?"))
        self.consent = self.form.add("consent", "", ConsentField(self._clock.today, self._records.owner))
        self.form.row("consent").field.set_name(_("Consent"))
        self.ask_by_letter = QPushButton(_("Ask by letter…"))
        self.ask_by_letter.setProperty("role", "link")
        self.ask_by_letter.setProperty("flush", True)
        self.ask_by_letter.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.form.add_widget(self.ask_by_letter)

    def _add_reach(self) -> None:
        self.form.add_section(_("How a client reaches them"), _("Your letter gives these, with their consent."))
        address = AddressField()
        self.form.add_line(
            ("email", _("E-mail"), EmailField(hint=_("such as ann@example.org"))),
            ("phone", _("Phone"), PhoneField(address.country.value)),
            least=240,
        )
        self.form.add_line(
            ("website", _("Website"), LinkField(hint=_("such as www.example.org"))),
            ("home", _("Home town"), PlaceField(hint=_("such as Lyon, France"))),
            least=240,
        )
        with self.form.folded(_("Postal address")) as self._address_fold:
            self.form.add("address", "", address)
            address.set_name(_("Postal address"))

    def _add_trust(self) -> None:
        today = self._clock.today
        with self.form.folded(_("How they treat clients")) as self._trust_fold:
            self.evidence = self.form.add("evidence", "", EvidenceField(today))
            self.evidence.set_name(_("Fact"))
        with self.form.folded(_("Referrals")) as self._referrals_fold:
            self.referrals = ReferralsView()
            self.form.add_widget(self.referrals)
        with self.form.folded(_("Last contact and note")) as self._contact_fold:
            self.seen = DayField(today, _("In touch today"), _("In touch today"))
            self.verified = DayField(today, _("Checked today"), _("Contact data checked today"))
            self.form.add_line(
                ("seen", _("Last in touch"), self.seen),
                ("verified", _("Contact data checked"), self.verified),
                least=300,
            )
            self.form.add("note", _("Note for yourself"), TextField(lines=3))

    def _add_limits(self) -> None:
        with self.form.folded(_("Limits, conflicts and benefit")) as self._limits_fold:
            weak = ChipsField(hint=_("large keynotes, German"))
            self.form.add("not_good_at", _("What they are not good at"), weak)
            self.form.add(
                "conflicts",
                _("Organizations they cannot work for"),
                ChipsField(hint=_("such as Northbridge Trust")),
                helper=_("They are never proposed for a request from one of these."),
            )
            self.form.add(
                "benefit",
                _("What you get for a referral"),
                LineField(hint=_("such as ten per cent of the fee")),
                helper=_("Leave it empty if there is none. If there is, the letter says so."),
            )

    def _add_speaking(self) -> None:
        with self.form.folded(_("How to speak of them"), _("she, he or they")) as self._speaking_fold:
            pronoun: SegmentsField[str] = SegmentsField(
                (("she", _("she")), ("he", _("he")), ("they", _("they"))), clears=False
            )
            gender: SegmentsField[Gender] = SegmentsField(
                ((Gender.FEMALE, _("female")), (Gender.MALE, _("male"))),
            )
            self.form.add("pronoun_subject", _("Pronoun, as they wish"), pronoun)
            self.form.add(
                "gender", _("Form of address"), gender, helper=_("Where a language needs it; leave open if unsure.")
            )

    def _blank_offering(self) -> Offering:
        return Offering(currency=self._records.owner().currency)

    def _show_summaries(self, peer: Peer) -> None:
        today = self._clock.today()
        address = joined(peer.address.city, ", ".join(peer.address.lines))
        self._address_fold.set_summary(address or _("not known"))
        good = sum(1 for proof in peer.evidence if proof.outcome in (Outcome.DELIGHTED, Outcome.FINE))
        facts = plural("{n} fact", "{n} facts", len(peer.evidence))
        well = _("{n} good").replace("{n}", str(good)) if good else ""
        self._trust_fold.set_summary(joined(facts, well) if peer.evidence else _("no facts yet"))
        self._referrals_fold.set_summary(balance_words(peer.given, peer.received))
        seen = _("in touch {when}").replace("{when}", ago(peer.seen, today)) if peer.seen else ""
        checked = (
            _("checked {when}").replace("{when}", ago(peer.verified, today)) if peer.verified else _("never checked")
        )
        self._contact_fold.set_summary(joined(seen, checked))
        weak = ", ".join(peer.not_good_at[:3])
        self._limits_fold.set_summary(joined(weak, peer.benefit) or _("nothing named"))
        self._speaking_fold.set_summary(_(peer.pronoun_subject))
