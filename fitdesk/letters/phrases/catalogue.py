"""Every building block of a phrase book: the merge fields it may use, and how many variants it needs.

Groups of fields stand for what the language gives: EVENT (Language.event_field_names and "received"), PEER (see PEER
below and Language.peer_field_names), COMPANY (Language.company_field_names and peer_field_names).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

EVENT: Final = "*event"
PEER: Final = "*peer"
COMPANY: Final = "*company"
PEER_FIELDS: Final = ("name", "town", "topics", "details", "style", "reason", "jobs", "headline", "a_headline")


@dataclass(frozen=True, slots=True)
class BlockRules:
    """``fields`` may be used, and ``needs`` must be in every variant. ``least``: variants for each tone.

    Each variant must be usable when every field that is not in ``needs`` is empty, or another one must be: at least
    one variant for each tone asks for no more than ``needs``.
    """

    fields: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    least: int = 3


def _words(*fields: str, needs: tuple[str, ...] = (), least: int = 3) -> BlockRules:
    return BlockRules((*needs, *fields), needs, least)


BLOCKS: Final[dict[str, BlockRules]] = {
    # What the letter is about, in the subject line. {event}, {where} and so on are there for every kind.
    "subject.wrong_for_you": _words(EVENT, least=1),
    "subject.not_for_me": _words(EVENT, least=1),
    "subject.referral": _words(EVENT, least=1),
    "subject.not_now": _words(EVENT, least=1),
    "subject.acceptance": _words(EVENT, least=1),  # "Your leadership summit: I am glad to come"
    "subject.questions": _words(EVENT, least=1),
    "subject.introduction": _words(
        EVENT, "client", least=1
    ),  # to a peer: {their_event} "a leadership summit", {client}
    "subject.thanks": _words(EVENT, "client", least=1),
    "subject.after_event": _words(EVENT, least=1),
    "subject.next_season": _words(EVENT, "year", least=1),
    "subject.consent": _words(least=1),
    # Thanks and the client's goal
    "thanks": _words(EVENT),
    "goal.woven": _words(needs=("goal_wish",)),
    "goal.quoted": _words(needs=("goal_quote",)),
    "goal.topics": _words(needs=("topics",)),
    "goal.none": _words(),
    # The clear no: we are not right for them; the date; it is not for me; with no reason on record
    "refusal.them": _words(),
    "refusal.date": _words(),
    "refusal.me": _words(),
    "refusal.unsaid": _words(),  # names "somebody better"; only in a referral
    "refusal.plain": _words(),  # with no reason on record, and nobody to name
    # True reasons
    "reason.second": _words(needs=("noun", "reason")),
    "reason.goal.topics": _words(needs=("needs", "my_work")),
    "reason.goal.admitted": _words(needs=("admitted", "my_work")),
    "reason.goal.near": _words(needs=("near", "my_work")),
    "reason.goal.mine": _words(needs=("my_work",)),
    "reason.goal.plain": _words(),
    "reason.overdeliver.far": _words(),
    "reason.overdeliver.near": _words(),
    "reason.audience.size": _words(needs=("my_audience", "their_audience")),
    "reason.audience.level": _words(needs=("level",)),
    "reason.audience.plain": _words(),
    "reason.format.other": _words(needs=("my_formats", "a_format")),
    "reason.format.online": _words(),
    "reason.format.room": _words(),
    "reason.format.length": _words(needs=("their_length", "my_length")),
    "reason.format.plain": _words(),
    "reason.language.named": _words(needs=("language", "my_languages")),
    "reason.language.plain": _words(),
    "reason.leadtime.days": _words("lead", needs=("left",)),
    "reason.leadtime.past": _words(needs=("day",), least=1),
    "reason.leadtime.plain": _words(),
    "reason.style.named": _words(needs=("style",)),
    "reason.style.plain": _words(),
    "reason.churn.one": _words(needs=("must_have",)),
    "reason.churn.plain": _words(),
    "reason.fee.named": _words(needs=("limit",)),
    "reason.fee.unpaid": _words(),
    "reason.fee.plain": _words(),
    "reason.capacity.month": _words(needs=("month",)),
    "reason.capacity.plain": _words(),
    "reason.travel.named": _words(needs=("city",)),
    "reason.travel.plain": _words(),
    "reason.scope": _words(),
    "reason.date.one": _words(needs=("day",)),
    "reason.date.some": _words("number", needs=("days",)),
    "reason.date.stretch": _words(needs=("stretch",)),
    "reason.date.plain": _words(),
    "reason.general": _words(),
    # The peers
    "intro.one": _words(COMPANY),
    "intro.many": _words(COMPANY),
    "intro.instead.one": _words(COMPANY),  # where only the date, the fee or the like stand against it: no "better"
    "intro.instead.many": _words(COMPANY),
    "peer.deep": _words(PEER, needs=("name", "topics")),
    "peer.solid": _words(PEER, needs=("name", "topics")),
    "peer.known": _words(PEER, needs=("name", "topics")),
    "peer.person": _words(PEER, needs=("name", "a_headline"), least=1),
    "peer.headline": _words(PEER, needs=("name", "headline"), least=1),
    "peer.fit_deep": _words(PEER, needs=("topics",)),
    "peer.fit_solid": _words(PEER, needs=("topics",)),
    "peer.jobs": _words(PEER, needs=("jobs",)),
    "peer.reason": _words(PEER, needs=("name", "reason")),
    "peer.plain": _words(PEER, needs=("name",)),
    "peer.details": _words(PEER, needs=("details",)),
    "peer.shared": _words(COMPANY, needs=("details",)),  # what is the same for all of two or three
    "peer.belief": _words(PEER),
    "peer.belief_style": _words(PEER, needs=("style",)),
    "unknown.one": _words(EVENT, COMPANY),
    "unknown.more": _words(EVENT, COMPANY, needs=("other",)),
    "unknown.many": _words(EVENT, COMPANY),
    "handover.one": _words(COMPANY),
    "handover.many": _words(COMPANY),
    "disclosure.nothing": _words(),
    "disclosure.benefit": _words(needs=("name", "benefit")),
    "disclosure.said": _words(needs=("benefit",)),
    "disclosure.rest": _words(needs=("others",)),
    "extra.one": _words(COMPANY),
    "extra.many": _words(COMPANY),
    "aim": _words(EVENT),
    # The open door
    "door.topic": _words(needs=("my_topic",)),
    "door.date": _words(),
    "door.plain": _words(),
    "door.brief": _words(),  # half a line, for brief letters and e-mails
    # E-mails beside a letter
    "email.attached": _words(),  # "My letter is attached; it says more."
    # A No without a referral
    "decline.nobody": _words(),  # "I know nobody whom I could recommend for this with a good conscience."
    "decline.look_for": _words(needs=("needs",)),  # what to look for in somebody else
    "decline.not_you": _words("topics"),  # the reason is the owner's own: no judgement on what they plan
    "decline.wishes": _words(EVENT),
    # Not now: right match, wrong time
    "not_now.match": _words("my_work", EVENT),
    "not_now.refusal": _words(),
    "not_now.unsaid": _words(),  # with no reason of time on record: says no more than that
    "not_now.again": _words(needs=("come_back",)),  # "From {come_back} on I could make room."
    "not_now.offer": _words(),
    # Acceptance
    "acceptance.yes": _words(EVENT),
    "acceptance.terms": _words(least=1),  # leads in the list of what is agreed
    "acceptance.open": _words(needs=("open",)),  # what is not settled yet, as a list: "the day and the fee"
    "acceptance.next": _words(),
    "acceptance.looking_forward": _words(EVENT),
    # Questions
    "questions.intro_one": _words(EVENT),
    "questions.intro": _words("number", EVENT),
    "questions.why": _words(),
    "questions.ask": _words(),  # "A line on each is enough."
    "question.date": _words(least=1),
    "question.goal": _words(least=1),
    "question.audience": _words(least=1),
    "question.format": _words(least=1),
    "question.language": _words(least=1),
    "question.style": _words(least=1),
    "question.fee": _words(least=1),
    "question.travel": _words(least=1),
    "question.scope": _words(least=1),
    "question.churn": _words(least=1),  # what they cannot do without
    "question.access": _words(least=1),  # who decides
    "question.margin": _words(least=1),  # which costs are covered
    "question.strategic": _words(least=1),
    # Introduction to the peer. client: the person or organization as far as allowed, else "a client"
    "introduction.open": _words(EVENT, needs=("client",)),
    "introduction.goal": _words(needs=("goal_quote",)),
    "introduction.facts": _words(least=1),  # leads in the list of what the client allowed to be passed on
    "introduction.why_you": _words(needs=("topics",)),
    "introduction.why_plain": _words(),
    "introduction.reach": _words(needs=("client", "reach")),
    "introduction.wait": _words(needs=("client",)),  # the client will write to them
    "introduction.allowed": _words(needs=("client",)),  # "{client} agreed that I pass this on."
    "introduction.free": _words(),  # no duty, no commission; a No is welcome too
    # Thanks to the peer
    "thanks_peer.open": _words(EVENT, needs=("client",)),
    "thanks_peer.delighted": _words(needs=("client",)),
    "thanks_peer.goal": _words(needs=("goal_quote",)),  # what the client had hoped for, if the peer may know
    "thanks_peer.topics": _words(needs=("topics",)),
    "thanks_peer.unknown": _words(),
    "thanks_peer.return": _words(),
    # After the event
    "after_event.open": _words(EVENT),
    "after_event.peer": _words(COMPANY, needs=("name",)),
    "after_event.peers": _words("names"),
    "after_event.own": _words(),  # the owner did the work
    "after_event.goal": _words(needs=("goal_quote",)),  # what they hoped for, and whether it came about
    "after_event.topics": _words(needs=("topics",)),
    "after_event.ask": _words(),
    "after_event.door": _words(),
    # The next planning season
    "next_season.open": _words(EVENT, "year"),
    "next_season.goal": _words(needs=("goal_quote",)),
    "next_season.topics": _words(needs=("topics",)),
    "next_season.now": _words("season"),
    "next_season.work": _words(needs=("my_work",)),
    "next_season.plain": _words(),
    "next_season.offer": _words(),
    # May I recommend you
    "consent.open": _words(),
    "consent.why": _words("topics"),
    "consent.how": _words(),
    "consent.data": _words(least=1),  # leads in the list of the data that a client would get
    "consent.terms": _words("months"),
    "consent.nothing": _words(),  # no commission
    "consent.benefit": _words(needs=("benefit",)),
    "consent.ask": _words(),
    "consent.return": _words(),
    # The call card: what to say when the client is on the telephone. Short spoken lines.
    "card.title": _words(EVENT, "client", least=1),
    "card.goal": _words("goal_quote", "topics", least=1),
    "card.goal_unknown": _words(least=1),  # ask for it first
    "card.no": _words(least=1),
    "card.peer": _words(PEER, needs=("name",), least=1),
    "card.peer_why": _words(PEER, needs=("topics",), least=1),
    "card.nobody": _words(least=1),
    "card.still_you": _words(least=1),  # "Could you not do it all the same?"
    "card.cheaper": _words(least=1),  # "Could you do it for less?"
    "card.promise": _words(COMPANY, least=1),  # "Is she free? What does she charge?"
    "card.why": _words(least=1),  # "What is in it for you?" Nothing, where no benefit is recorded
    "card.why_benefit": _words(needs=("benefit",), least=1),  # {benefit}: "Camille Roux: ten per cent of the fee"
    "card.next": _words(COMPANY, least=1),
    "card.next_nobody": _words(least=1),
}
"""``card.still_you`` and the other objections: the objection in bold quotation marks, a line break, the answer."""

TERMS: Final[dict[str, tuple[str, ...]]] = {
    "and": (), "or": (),
    **{f"n{number}": () for number in range(13)},
    "on_day": ("day",), "on_stretch": ("stretch",), "in_month": ("month",), "in_city": ("city",), "online": (),
    "groups_between": ("low", "high"), "groups_up_to": ("high",), "groups_from": ("low",),
    "people": ("n",), "people_between": ("low", "high"), "people_up_to": ("high",), "people_more_than": ("low",),
    "minutes": ("n",), "one_hour": (), "hours": ("n",), "full_day": (), "lengths_between": ("low", "high"),
    "one_day": (), "days": ("n",), "weeks": ("n",),
    "limit_range": ("low", "high"), "limit_exact": ("high",), "limit_up_to": ("high",), "limit_from": ("low",),
    "style_more_energy": (), "style_less_energy": (), "style_more_humour": (), "style_less_humour": (),
    "style_more_practice": (), "style_less_practice": (), "style_more_challenge": (), "style_less_challenge": (),
    "noun_goal": (), "noun_audience": (), "noun_format": (), "noun_language": (), "noun_leadtime": (),
    "noun_style": (), "noun_date": (),
    # details of a peer: "gives keynotes in French, for groups of 100 to 500"; verb by the format, see [formats] gives
    "details_works": (), "details_in_language": ("language",), "details_for_groups": ("groups",),
    # labels of the information block, lists and small print
    "label_date": (), "label_request": (), "label_event": (), "label_phone": (), "label_email": (),
    "label_reference": (), "label_enclosures": (), "label_enclosure": (), "label_copies": (),
    "by_email": ("email",), "page_of": ("page", "pages"), "letter_to": ("name",), "your_event": (),
    # labels in lists of facts (introduction, acceptance, consent)
    "fact_event": (), "fact_day": (), "fact_place": (), "fact_audience": (), "fact_format": (),
    "fact_language": (), "fact_length": (), "fact_budget": (), "fact_fee": (), "fact_contact": (), "fact_email": (),
    "fact_phone": (), "fact_name": (), "fact_website": (), "fact_organization": (), "fact_travel": (),
    "a_client": (), "the_client": (),
    # headings of the call card
    "card_goal": (), "card_limit": (), "card_who": (), "card_objections": (), "card_next": (),
    # open matters of an acceptance
    "open_day": (), "open_fee": (), "open_place": (), "open_length": (),
}  # fmt: skip
"""The short phrases of the section [terms], with the fields each must use."""

FORMAT_PARTS: Final = ("a", "many", "noun", "do", "do_at", "gives")
"""For each format in [formats]: "a keynote" (as an object), "keynotes", "your keynote", "give a keynote", "speak at
{event}", and the verb that goes with "many" for a peer ("gives"; "" where it is not worth a verb). What the cases of
a language want beyond this, it adds as further parts."""
