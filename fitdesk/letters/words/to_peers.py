"""Letters to a peer: a client introduced, thanks, and the question whether they may be recommended."""

from __future__ import annotations

from fitdesk.domain.event import Event, Mode
from fitdesk.domain.peer import Outcome, Peer
from fitdesk.letters.names import take_apart
from fitdesk.letters.phrases.voice import Voice
from fitdesk.letters.words.dates import days_in_short
from fitdesk.letters.words.parts import fact_list, goal_words
from fitdesk.letters.words.peer_words import said_peer_topics, say_phone, say_website
from fitdesk.letters.words.plan import Paragraph, Piece
from fitdesk.letters.words.reason_words import their_audience
from fitdesk.letters.words.sayable import matching_topics, records_speak, topic_names

_MOST_TOPICS = 2


def client_words(voice: Voice) -> tuple[str, str]:
    """The client as far as allowed: "Maria Fontaine (Aubade SA)", and for a second mention "Maria Fontaine".

    Who must not be named is "a client" at first, and then "the client"."""
    contact, allowed = voice.facts.inquiry.contact, voice.facts.particulars.allowed
    name = " ".join((contact.name or "").split()) if "name" in allowed else ""
    organization = " ".join((contact.organization or "").split()) if "organization" in allowed else ""
    if not name and not organization:
        return voice.speech.term("a_client"), voice.speech.term("the_client")
    short = take_apart(name).full if name else organization
    return (f"{name} ({organization})" if name and organization else name or short), short


def client_is_named(voice: Voice) -> bool:
    """Whether the client allowed to be named to the peer, and has a name on record."""
    return client_words(voice)[0] != voice.speech.term("a_client")


def introduction(voice: Voice) -> list[Paragraph]:
    """A request handed on: only what the client allowed to be told."""
    allowed = voice.facts.particulars.allowed
    full, short = client_words(voice)
    opened = voice.say("introduction.open", {**voice.event, "client": full})
    quote = goal_words(voice).quote if "goal" in allowed else ""
    goal = voice.say("introduction.goal", {"goal_quote": quote}) if quote else ""
    topics = voice.speech.join(_asked_topics(voice))
    why = voice.say("introduction.why_you", {"topics": topics}) if topics else voice.say("introduction.why_plain")
    told = fact_list(_told(voice), voice)
    reach = voice.say("introduction.reach", {"client": short, "reach": _reach(voice)})
    consented = voice.say("introduction.allowed", {"client": short}) if client_is_named(voice) else ""
    return [
        (Piece(opened),),
        (Piece(goal, 60 if voice.is_brief else 0), Piece(why)),
        (Piece(voice.say("introduction.facts") if told else ""), Piece(told)),
        (Piece(reach or voice.say("introduction.wait", {"client": short})),),
        (Piece(consented), Piece(voice.say("introduction.free"))),
    ]


def _reach(voice: Voice) -> str:
    """The client's e-mail address and phone, as far as allowed."""
    contact, allowed = voice.facts.inquiry.contact, voice.facts.particulars.allowed
    ways = (("email", (contact.email or "").strip()), ("phone", say_phone(contact.phone or "")))
    return " · ".join(value for key, value in ways if key in allowed and value)


def _asked_topics(voice: Voice) -> tuple[str, ...]:
    """The peer's topics that the request asks for; none when the client did not allow the matter to be told."""
    peer, facts = voice.facts.particulars.addressee, voice.facts
    if peer is None or not {"event", "goal"} & set(facts.particulars.allowed):
        return ()
    topics = tuple(topic for offering in peer.offerings for topic in offering.topics)
    return said_peer_topics(topics, voice) if matching_topics(topics, facts) else ()


def _told(voice: Voice) -> list[tuple[str, str]]:
    """(label, value) of what the client allowed, beside the goal."""
    facts, speech, locale = voice.facts, voice.speech, voice.manner.locale
    inquiry, allowed = facts.inquiry, facts.particulars.allowed
    event, budget = inquiry.event, inquiry.budget
    place = speech.term("online") if event.mode is Mode.VIRTUAL else event.place.city or ""
    amounts = [one for one in dict.fromkeys((budget.min, budget.max)) if one is not None and budget.currency]
    values = {
        "event": speech.event_in_short(event) if event.name else "",
        "day": days_in_short(event, locale, facts.day),
        "place": place,
        "audience": their_audience(event, speech),
        "format": speech.event_in_short(Event(format=event.format)),
        "budget": "–".join(speech.amount(one, budget.currency or "", locale, in_prose=True) for one in amounts),
    }
    return [(f"fact_{key}", value) for key, value in values.items() if key in allowed]


def thanks(voice: Voice) -> list[Paragraph]:
    """Thanks for taking care of a client; delight only where the record has it."""
    full, short = client_words(voice)
    opened = voice.say("thanks_peer.open", {**voice.event, "client": full})
    is_delighted = voice.facts.particulars.outcome is Outcome.DELIGHTED
    praise = voice.say("thanks_peer.delighted", {"client": short}) if is_delighted else ""
    unknown = voice.say("thanks_peer.unknown")
    return [
        (Piece(opened), Piece(_recalled(voice), 65 if voice.is_brief else 0)),
        (Piece(praise),),
        (Piece(unknown, 60 if is_delighted and voice.is_brief else 0), Piece(voice.say("thanks_peer.return"))),
    ]


def _recalled(voice: Voice) -> str:
    """What the request was about, as far as the peer may know of it."""
    quote = goal_words(voice).quote if "goal" in voice.facts.particulars.allowed else ""
    if quote:
        return voice.say("thanks_peer.goal", {"goal_quote": quote})
    topics = voice.speech.join(_asked_topics(voice))
    return voice.say("thanks_peer.topics", {"topics": topics}) if topics else ""


def consent(voice: Voice) -> list[Paragraph]:
    """May I recommend you: why, how, with which data, for how long, and what lies between us."""
    facts, speech = voice.facts, voice.speech
    peer = facts.particulars.addressee or Peer()
    opened, why = voice.say("consent.open"), voice.say("consent.why", {"topics": speech.join(_deepest(peer, voice))})
    how = voice.say("consent.how")
    data = fact_list(
        [
            ("fact_name", " ".join(peer.name.split())),
            ("fact_email", peer.email.strip()),
            ("fact_phone", say_phone(peer.phone)),
            ("fact_website", say_website(peer.website)),
        ],
        voice,
    )
    lead_in = voice.say("consent.data") if data else ""
    terms = voice.say("consent.terms", {"months": speech.in_words(facts.owner.consent_months)})
    own_words = records_speak(facts, voice.manner)
    benefit = peer.benefit.strip(" .")
    said = speech.mid_sentence(benefit) if own_words else speech.quoted(benefit)
    between = voice.say("consent.benefit", {"benefit": said}) if benefit else voice.say("consent.nothing")
    return [
        (Piece(opened), Piece(why)),
        (Piece(how), Piece(lead_in), Piece(data)),
        (Piece(terms), Piece(between)),
        (Piece(voice.say("consent.ask")), Piece(voice.say("consent.return"), 60 if voice.is_brief else 0)),
    ]


def _deepest(peer: Peer, voice: Voice) -> tuple[str, ...]:
    if not records_speak(voice.facts, voice.manner):
        return ()
    topics = [topic for offering in peer.offerings for topic in offering.topics]
    deepest = max((topic.depth for topic in topics), default=0)
    return topic_names([t for t in topics if t.depth == deepest >= 2], voice.speech, depth=0)[:_MOST_TOPICS]
