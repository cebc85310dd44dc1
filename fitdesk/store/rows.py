"""The tables as peewee sees them, for single records; importing this costs 30 to 130 ms, so only records.py does."""

# ruff: noqa: D106 (Meta is peewee's)

from __future__ import annotations

from peewee import AutoField, BlobField, FloatField, IntegerField, Model, TextField

# Values arrive here already in SQLite's own types (see shape.py), so every field is text, number or bytes.
# migrations/ makes the tables; a test holds the two lists of columns together.


class Row(Model):
    id = AutoField()


class OwnerRow(Row):
    name = TextField()
    email = TextField()
    phone = TextField()
    website = TextField()
    tax_id = TextField()
    address = TextField()
    home = TextField()
    locale = TextField()
    currency = TextField()
    target_rate = TextField(null=True)
    rates = TextField()
    travel_limit = TextField(null=True)
    capacity_days = TextField(null=True)
    capacity_cap = IntegerField(null=True)
    focus = TextField()
    not_good_at = TextField()
    consent_months = IntegerField()
    thresholds = TextField()
    weights = TextField()
    curves = TextField()
    vetoes_off = TextField()
    timezone = TextField()
    travel_before_from = TextField(null=True)
    travel_after_from = TextField(null=True)
    letterhead = TextField()
    logo = BlobField(null=True)
    signature = BlobField(null=True)
    records_language = TextField()
    familiar = TextField()

    class Meta:
        table_name = "owner"


class PeerRow(Row):
    name = TextField()
    gender = TextField(null=True)
    pronoun_subject = TextField()
    email = TextField()
    phone = TextField()
    website = TextField()
    address = TextField()
    home = TextField()
    headline = TextField()
    differs = TextField()
    not_good_at = TextField()
    active = IntegerField()
    conflicts = TextField()
    benefit = TextField()
    seen = TextField(null=True)
    verified = TextField(null=True)
    note = TextField()
    trashed_at = TextField(null=True)

    class Meta:
        table_name = "peers"


class OfferingRow(Row):
    peer_id = IntegerField(null=True)
    position = IntegerField()
    title = TextField()
    summary = TextField()
    active = IntegerField()
    formats = TextField()
    modes = TextField()
    minutes = TextField(null=True)
    topics = TextField()
    confidence = IntegerField(null=True)
    similar_jobs = IntegerField(null=True)
    audience_min = IntegerField(null=True)
    audience_max = IntegerField(null=True)
    audience_levels = TextField()
    sectors = TextField()
    languages = TextField()
    lead_minimum = IntegerField()
    lead_ideal = IntegerField()
    style = TextField(null=True)
    limits = TextField(null=True)
    fee_list = TextField(null=True)
    fee_floor = TextField(null=True)
    currency = TextField()
    effort_days = TextField(null=True)
    expenses = TextField(null=True)
    package = TextField()
    fixed_package = IntegerField(null=True)
    preparation_days = IntegerField()
    effort_months = IntegerField()
    weights = TextField()
    curves = TextField()
    vetoes_off = TextField(null=True)
    trashed_at = TextField(null=True)

    class Meta:
        table_name = "offerings"


class ConsentRow(Row):
    peer_id = IntegerField()
    given = TextField()
    how = TextField()
    withdrawn = TextField(null=True)
    is_current = IntegerField()

    class Meta:
        table_name = "consents"


class OrganizationRow(Row):
    name = TextField()
    sector = TextField(null=True)
    address = TextField()
    note = TextField()
    name_key = TextField()

    class Meta:
        table_name = "organizations"


class ContactRow(Row):
    organization_id = IntegerField(null=True)
    name = TextField(null=True)
    email = TextField(null=True)
    phone = TextField(null=True)
    organization = TextField(null=True)
    role = TextField(null=True)
    gender = TextField(null=True)
    academic_title = TextField(null=True)
    address = TextField()
    language = TextField(null=True)
    note = TextField()
    name_key = TextField()
    email_key = TextField()
    organization_key = TextField()

    class Meta:
        table_name = "contacts"


class InquiryRow(Row):
    contact_id = IntegerField(null=True)
    shelf = TextField()
    status = TextField()
    received = TextField(null=True)
    title = TextField()
    who = TextField()
    organization = TextField()
    city = TextField()
    format = TextField(null=True)
    mode = TextField(null=True)
    first_date = TextField(null=True)
    last_date = TextField(null=True)
    date_order = TextField()
    name_order = TextField()
    fit_low = FloatField(null=True)
    fit_high = FloatField(null=True)
    verdict = TextField(null=True)
    fit_version = IntegerField(null=True)
    trashed_at = TextField(null=True)
    channel = TextField()
    language = TextField(null=True)
    reply_by = TextField(null=True)
    others_considered = IntegerField(null=True)
    scope = TextField(null=True)
    must_haves = TextField(null=True)
    budget = TextField()
    style = TextField()
    owners_word = TextField()
    stalls = TextField()
    contact = TextField()
    event = TextField()
    keywords = TextField()
    subject = TextField()
    goal = TextField(null=True)
    note = TextField()
    text = TextField()
    post_mortem = TextField(null=True)

    class Meta:
        table_name = "inquiries"


class CalendarEntryRow(Row):
    first = TextField()
    last = TextField()
    title = TextField()
    kind = TextField()
    inquiry_id = IntegerField(null=True)
    note = TextField()
    expires = TextField(null=True)
    before = IntegerField()
    after = IntegerField()
    trashed_at = TextField(null=True)

    class Meta:
        table_name = "calendar_entries"


class LetterRow(Row):
    inquiry_id = IntegerField(null=True)
    status = TextField()
    kind = TextField()
    tone = TextField()
    locale = TextField()
    familiar = IntegerField()
    day = TextField()
    recipient = TextField()
    addressee_id = IntegerField(null=True)
    subject = TextField()
    peer_ids = TextField()
    peer_names = TextField()
    sent_at = TextField(null=True)
    sent_by = TextField(null=True)
    override = TextField()
    trashed_at = TextField(null=True)
    text = TextField()
    email = TextField()
    findings = TextField()
    words = TextField()
    facts = TextField()
    pdf = BlobField(null=True)

    class Meta:
        table_name = "letters"


class DisclosureRow(Row):
    letter_id = IntegerField()
    peer_id = IntegerField(null=True)
    person = TextField()
    fields = TextField()
    recipient = TextField()
    day = TextField()
    consent = TextField()
    at = TextField()
    pdf_sha256 = TextField()

    class Meta:
        table_name = "disclosures"


class ReferralRow(Row):
    direction = TextField()
    peer_id = IntegerField()
    peer_name = TextField()
    inquiry_id = IntegerField(null=True)
    letter_id = IntegerField(null=True)
    day = TextField()
    outcome = TextField(null=True)
    note = TextField()

    class Meta:
        table_name = "referrals"


class FollowUpRow(Row):
    due = TextField()
    what = TextField()
    done = TextField(null=True)
    inquiry_id = IntegerField(null=True)
    peer_id = IntegerField(null=True)

    class Meta:
        table_name = "follow_ups"


class LinkedCalendarRow(Row):
    name = TextField()
    path = TextField()
    read_at = TextField(null=True)
    fingerprint = TextField()
    covers_until = TextField(null=True)
    trouble = TextField()
    notes = TextField()

    class Meta:
        table_name = "linked_calendars"


class RuleChangeRow(Row):
    at = TextField()
    before = TextField()
    after = TextField()
    offering_id = IntegerField(null=True)
    flipped = IntegerField()
    reason = TextField()

    class Meta:
        table_name = "rule_changes"


class SecondLookRow(Row):
    inquiry_id = IntegerField()
    at = TextField()
    would_accept = IntegerField()
    accepted = IntegerField()

    class Meta:
        table_name = "second_looks"
