"""A readable request to a Draft: who speaks, in which language, from where, and then every field in turn."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from fitdesk.domain.contact import Contact
from fitdesk.domain.event import Budget, Event, Mode, Place
from fitdesk.domain.inquiry import Channel, Inquiry, StyleWish
from fitdesk.i18n import _
from fitdesk.intake.draft import Draft, DraftKind, Source
from fitdesk.intake.fields.audience import read_audience
from fitdesk.intake.fields.budget import read_budget
from fitdesk.intake.fields.clock import read_clock
from fitdesk.intake.fields.dates import read_dates
from fitdesk.intake.fields.formats import read_format, read_mode
from fitdesk.intake.fields.labels import Labelled, is_form, labelled_lines
from fitdesk.intake.fields.people import is_machine, read_contact
from fitdesk.intake.fields.phones import read_phone
from fitdesk.intake.fields.titles import read_event_name
from fitdesk.intake.fields.topics import read_topics
from fitdesk.intake.fields.venues import library_of
from fitdesk.intake.fields.where import read_place
from fitdesk.intake.fields.wishes import read_goal, read_must_haves, read_others, read_stage
from fitdesk.intake.headers import Headers, Mailbox, mailboxes
from fitdesk.intake.kinds import bare_subject, is_inquiry
from fitdesk.intake.origins import countries
from fitdesk.intake.page import Found, Page
from fitdesk.intake.places import find_place
from fitdesk.intake.signatures import split_signature
from fitdesk.intake.speakers import author_of, clients_voices, owner_of, sent_on
from fitdesk.intake.threads import Line, Voice, lines_of
from fitdesk.intake.words import language_of, words_of

MOST_READ = 12_000
"""Characters of one writer's words that are searched for facts; what is shown is longer."""
FURTHEST = 24_000
MOST_VOICES = 5
"""Earlier mails in a thread are searched when they begin within FURTHEST characters, and not more than these."""


@dataclass(frozen=True, slots=True)
class Request:
    """What a reader made of a file: readable ``text`` (already clean and cut), headers if any, when it was sent."""

    text: str
    headers: Headers
    sent: datetime | None
    channel: Channel
    is_report: bool = False
    warnings: tuple[str, ...] = ()


def extract(request: Request) -> Draft:
    """The Draft of ``request``; never fails, whatever the text."""
    subject, owner = request.headers.first("subject"), owner_of(request.headers)
    found, page, form = Found(), None, False
    for number, voice in enumerate(_voices(request, owner, subject)[:MOST_VOICES]):
        if number and voice.lines[0].start > FURTHEST:
            break
        current, labelled = _page(request, voice, owner)
        if page is None:
            page, form = current, is_form(current, labelled)
        elif voice.author.address.lower() != page.author.address.lower():
            _read_event(current, labelled, found)  # a colleague's earlier words
            continue
        read_contact(current, labelled, found)
        read_phone(current, labelled, current.country, found)
        _read_event(current, labelled, found)
    assert page is not None
    if len(page.said) > MOST_READ:
        request = replace(request, warnings=(*request.warnings, _("FitDesk looked for facts on the first pages only.")))
    if subject:
        heading = replace_header(page, subject)
        _read_heading(heading, found)
    _finish(page, found)
    known = is_inquiry(page, subject, request.headers, found, is_report=request.is_report, is_form=form)
    return _draft(request, page, found, subject, known=known, form=form)


def _voices(request: Request, owner: Mailbox, subject: str) -> list[Voice]:
    author = author_of(request.headers)
    lines = [line for line in lines_of(request.text) if line.end <= MOST_READ]
    whole = Page(request.text, lines, [], author, words_of(language_of(request.text) or "en"))
    form = is_form(whole, labelled_lines(whole))
    answer_to = mailboxes(request.headers.first("reply-to"))
    if answer_to and (is_machine(author.address) or author.domain == owner.domain or form):
        author = answer_to[0]
    elif is_machine(author.address) or (form and author.domain == owner.domain):
        author = Mailbox("", "")
    return clients_voices(request.text, author, owner, subject, is_form=form)


def _page(request: Request, voice: Voice, owner: Mailbox) -> tuple[Page, list[Labelled]]:
    first = voice.lines[0].start if voice.lines else 0
    lines = [line for line in voice.lines if line.end <= first + MOST_READ]
    said = "\n".join(line.text for line in voice.lines)[: MOST_READ + 1]
    words = words_of(language_of(said) or language_of(request.text) or "en")
    body, signature = split_signature(lines, voice.author.name, words)
    sent = sent_on(voice, request.sent.date() if request.sent else None)
    page = Page(request.text, body, signature, voice.author, words, sent, owner=owner, said=said)
    page.hints = countries(page, request.sent)
    return page, labelled_lines(page)


def _read_event(page: Page, labelled: list[Labelled], found: Found) -> None:
    """Every field but the contact's; values already found in later words of the client stay."""
    read_dates(page, labelled, found)
    read_clock(page, labelled, found)
    read_event_name(page, labelled, found)
    read_mode(page, labelled, found)
    if not found.has("event.city", "event.venue"):
        read_place(page, labelled, found)
    read_format(page, labelled, found)
    read_audience(page, labelled, found)
    read_topics(page, labelled, found)
    read_budget(page, labelled, found)
    read_others(page, labelled, found)
    read_goal(page, labelled, found)
    read_must_haves(page, labelled, found)
    read_stage(page, labelled, found)


def replace_header(page: Page, subject: str) -> Page:
    """The subject as a page of its own, read with what is known of the writer."""
    text = bare_subject(subject)
    heading = Page(text, [Line(0, len(text), text)], [], page.author, page.words, page.sent, page.hints, page.owner)
    heading.header = "Subject"
    return heading


def _read_heading(heading: Page, found: Found) -> None:
    """What only the subject says."""
    labelled: list[Labelled] = []
    if not found.has("event.dates", "event.date_range"):
        flexible = found.get("event.date_flexible")
        read_dates(heading, labelled, found)
        if flexible is not None:
            found.values["event.date_flexible"] = flexible
    if not found.has("event.city"):
        read_place(heading, labelled, found)
    read_event_name(heading, labelled, found)
    read_format(heading, labelled, found)


def _finish(page: Page, found: Found) -> None:
    """What follows from several fields together."""
    if not found.has("event.venue") and found.get("event.mode") is not Mode.VIRTUAL:
        own_house = library_of(page, found.get("contact.organization"))
        if own_house:
            found.put("event.venue", own_house[0], page, own_house[1:])
    if found.has("event.city", "event.venue") and not found.has("event.mode"):
        place = found.sources.get("event.venue") or found.sources.get("event.city", ())
        found.values["event.mode"] = Mode.IN_PERSON
        found.sources["event.mode"] = place
    if found.get("event.mode") is Mode.VIRTUAL:
        for path in ("event.city", "event.country", "event.venue"):
            found.values.pop(path, None)
            found.sources.pop(path, None)
    if found.has("event.venue") and not found.has("event.country") and found.has("event.city") and page.country:
        found.values["event.country"] = page.country


def _draft(request: Request, page: Page, found: Found, subject: str, *, known: bool, form: bool) -> Draft:
    get = found.values.get
    inquiry = Inquiry(
        contact=_contact(get, page),
        event=_event(get),
        budget=Budget(
            get("budget.min"),
            get("budget.max"),
            get("budget.currency"),
            get("budget.expenses_covered"),
            get("budget.unpaid"),
        ),
        goal=get("goal"),
        language=language_of("\n".join(line.text for line in page.body))
        or language_of(request.text)
        or language_of(subject),
        reply_by=get("reply_by"),
        others_considered=get("others_considered"),
        must_haves=get("must_haves"),
        style=get("style") or StyleWish(),
        channel=Channel.FORM if form else request.channel,
        received=request.sent,
        subject=subject,
        text=request.text,
    )
    if not known:
        kept = Inquiry(
            language=inquiry.language,
            channel=inquiry.channel,
            received=inquiry.received,
            subject=subject,
            text=inquiry.text,
        )
        contact = Contact(name=inquiry.contact.name, email=inquiry.contact.email)
        return Draft(DraftKind.NOT_INQUIRY, replace(kept, contact=contact), {}, request.warnings)
    sources: dict[str, tuple[Source, ...]] = {
        path: spans for path, spans in found.sources.items() if path in found.values
    }
    return Draft(DraftKind.INQUIRY, inquiry, sources, request.warnings)


def _contact(get: Any, page: Page) -> Contact:
    return Contact(
        name=get("contact.name"),
        email=get("contact.email"),
        phone=get("contact.phone"),
        organization=get("contact.organization"),
        role=get("contact.role"),
        language=page.words.language,
    )


def _event(get: Any) -> Event:
    city, country = get("event.city"), get("event.country")
    place = (find_place(city, country) if city else None) or Place()
    days: tuple[date, ...] = get("event.dates") or ()
    return Event(
        name=get("event.name"),
        dates=days,
        date_range=get("event.date_range"),
        date_flexible=get("event.date_flexible"),
        start_time=get("event.start_time"),
        duration_minutes=get("event.duration_minutes"),
        place=Place(city, country, place.latitude, place.longitude),
        venue=get("event.venue"),
        mode=get("event.mode"),
        format=get("event.format"),
        language=get("event.language"),
        audience_min=get("event.audience_min"),
        audience_max=get("event.audience_max"),
        audience_level=get("event.audience_level"),
        sector=get("event.sector"),
        topics=get("event.topics") or (),
        booking=get("event.booking"),
    )
