"""Checks 9 and 10: each peer with a reason the record supports, and nothing promised in a peer's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import Final

from fitdesk.domain.assessment import RankedPeer
from fitdesk.domain.letter import LetterKind
from fitdesk.domain.offering import LanguageLevel
from fitdesk.domain.topics import stems
from fitdesk.i18n import _
from fitdesk.letters.checks.findings import Repair, Severity
from fitdesk.letters.checks.heard import NAME_MARK
from fitdesk.letters.checks.heard_patterns import searched
from fitdesk.letters.checks.heard_text import Plain
from fitdesk.letters.checks.number_words import may_hold, written_numbers
from fitdesk.letters.checks.peers import LOCAL_PHONE, PHONE
from fitdesk.letters.checks.read_letter import Found, Mend, ReadLetter, Same, Where, found
from fitdesk.letters.checks.repairs import put, raw_of, take_out_sentence, usual, with_raw
from fitdesk.letters.names import take_apart
from fitdesk.letters.words.peer_words import supported

_NUMBER: Final = re.compile(r"(?<![\w.,–-])\d{1,3}(?:[.,' ]\d{3})+(?![\w–-])|(?<![\w.,–-])\d{1,9}(?![\w–-])")
_NO_COUNT: Final = re.compile(
    r"\b(?:ext(?:ension|ensión)?|Durchwahl|DW|poste|toestel|room|Zimmer|Raum|page|Seite|página|no|Nr|nº|n°)\.? ?$",
    re.IGNORECASE,
)
"""What stands before a number that counts nothing: the extension of a telephone, a room."""
_TIMES: Final = re.compile(r" ?(?:times|mal|fois|veces|keer)\b", re.IGNORECASE)
_MINE: Final = re.compile(
    r"\b(?:I (?:have|met|know)|I've|kenne ich|ich kenne|je (?:la|le|les) connais"
    r"|(?:la|lo|los|las) conozco|ik ken|ken ik)\b",
    re.IGNORECASE,
)
"""What the owner says of herself: for how many years she has known somebody is no claim about them."""
_DAY_AFTER: Final = re.compile(r"\.?\s+(?:de )?[A-Za-zÀ-ÿ]+")
_VOWEL: Final = re.compile(r"[aeiouyhàâäéèêëîïôöûü]", re.IGNORECASE)


def check_support(letter: ReadLetter) -> Iterator[Found]:
    """9: each peer comes with a reason that the record supports, and with no language or figure it does not have."""
    if 9 not in letter.rules.checks:
        return
    for ranked, place in letter.peer_at:
        where, name = letter.body[place], ranked.peer.name
        said = where.heard.running
        if not _is_supported(ranked, said, letter):
            words = _("Say why {name} fits this event, with something their record supports: {hint}.")
            hint = ", ".join(topic.name for topic in ranked.offering.topics[:3]) or ranked.offering.title
            words = words.replace("{name}", name).replace("{hint}", hint)
            yield found(9, Severity.BLOCKS, words, where, None, partial(_as_usual, letter, where, ranked))
        for sentence in where.heard.sentences:
            for start, end in _unsupported_claims(ranked, sentence.text, letter):
                words = _("“{claim}” is not in the record of {name}. Correct it, or record it first.")
                words = words.replace("{claim}", sentence.text[start:end]).replace("{name}", name)
                mend = partial(_without, letter, where, sentence, ranked)
                yield found(9, Severity.BLOCKS, words, where, sentence.span(start, end), mend)


def _as_usual(letter: ReadLetter, where: Where, ranked: RankedPeer) -> Repair | None:
    """The paragraph on the peer as the usual letter has it."""
    as_usual = usual(letter)
    place = {one.peer.name: at for one, at in as_usual.peer_at}.get(ranked.peer.name) if as_usual else None
    if as_usual is None or place is None:
        return None
    words = _("Write what the record of {name} supports").replace("{name}", ranked.peer.name)
    return Repair(words, with_raw(letter.text, where, as_usual.text.body[place]))


def _without(letter: ReadLetter, where: Where, sentence: Plain, ranked: RankedPeer) -> Repair | None:
    """Without the sentence; the usual paragraph where it is the one that names the peer."""
    if ranked.peer.name.replace("’", "'") in sentence.text:
        return _as_usual(letter, where, ranked)
    return take_out_sentence(letter, where, sentence)()


def _is_supported(ranked: RankedPeer, said: str, letter: ReadLetter) -> bool:
    figures = {re.sub(r"\D", "", one) for one in _NUMBER.findall(said)}
    sizes = (ranked.offering.audience_min, ranked.offering.audience_max)
    if "audience" in supported(ranked) and figures & {str(size) for size in sizes if size}:
        return True
    evidence = _evidence(Same(letter.facts), ranked.peer.name, letter.locale)
    return any(words & stems(said, code) for code, words in evidence)


@lru_cache(maxsize=32)
def _evidence(same: Same, name: str, locale: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """(language, stems) of the words by which a letter can say why the peer of that name fits."""
    from fitdesk.letters.languages import language_of

    facts, language = same.facts, language_of(locale)
    ranked = next(one for one in facts.peers if one.peer.name == name)
    criteria, offering = supported(ranked), ranked.offering
    spoken = [sentence for peer, sentence in facts.particulars.own_sentences if peer == ranked.peer.id]
    texts = [*spoken, *(reason.sentence for reason in ranked.reasons if reason.criterion in criteria)]
    if "goal" in criteria:
        texts += [word for topic in offering.topics if topic.depth >= 2 for word in (topic.name, *topic.synonyms)]
        texts.append(offering.title)
    if "language" in criteria:
        texts += [language.language_name(code) for code, level in offering.languages if level is LanguageLevel.FLUENT]
    if "format" in criteria:
        texts += [language.format_word(form, part) for form in offering.formats for part in ("a", "many")]
    if "audience" in criteria:
        texts += [*offering.audience_levels, *offering.sectors]
    if "style" in criteria:
        texts.append(f"style {ranked.peer.differs}")
    people = " ".join((ranked.peer.name, facts.inquiry.contact.name or ""))
    codes = dict.fromkeys((locale[:2], facts.owner.records_language))
    return tuple((code, stems(" ".join(texts), code) - stems(people, code)) for code in codes)


def _unsupported_claims(ranked: RankedPeer, said: str, letter: ReadLetter) -> Iterator[tuple[int, int]]:
    """Where a sentence claims a language or a figure that neither the peer's record nor the request has."""
    offering, event = ranked.offering, letter.facts.inquiry.event
    spoken = {letter.language.language_name(code).casefold() for code, _level in offering.languages}
    for hit in letter.heard.patterns["in_language"].finditer(said):
        if not any(name in hit.group().casefold() for name in spoken) and not letter.is_recorded(hit.group()):
            yield hit.span()
    numbers = {offering.audience_min, offering.audience_max, offering.similar_jobs, *(offering.minutes or ())}
    numbers |= {event.audience_min, event.audience_max, event.duration_minutes}
    if _MINE.search(said):
        return
    for hit, count in written_numbers(said, letter.code) if may_hold(said, letter.code) else ():
        if count not in numbers and _TIMES.match(said, hit.end()) and not letter.is_recorded(hit.group()):
            yield hit.span()
    phones = [hit.span() for hit in (*PHONE.finditer(said), *LOCAL_PHONE.finditer(said))]
    for hit in _NUMBER.finditer(said):
        if any(start < hit.end() and hit.start() < end for start, end in phones):
            continue
        number = int(re.sub(r"\D", "", hit.group()))
        day = _DAY_AFTER.match(said[hit.end() :])
        is_day = day is not None and any(word in letter.heard.months for word in day.group().strip(". ").split())
        is_day = is_day or _NO_COUNT.search(said[: hit.start()]) is not None
        if number not in numbers and not is_day and not letter.is_recorded(hit.group()):
            yield hit.span()


def check_promises(letter: ReadLetter) -> Iterator[Found]:
    """10: nothing is promised in a peer's name without a hedge, unless it stands in the record.

    In a letter to the peer "she" is the client, so there only what is said under the peer's own name counts.
    """
    if 10 not in letter.rules.checks:
        return
    names, own = _called(letter), {place for _ranked, place in letter.peer_at}
    patterns = letter.heard.patterns
    for where, sentence in letter.every_sentence():
        marked = names.sub(lambda hit: NAME_MARK * len(hit.group()), sentence.text) if names else sentence.text
        span = _promise(marked, letter, is_of_peer=where.paragraph in own)
        if span is None:
            continue
        if patterns["hedge"].search(sentence.text) or letter.is_recorded(sentence.text.rstrip(".!")):
            continue
        said = _("“{words}” promises something in a colleague’s name. Say “I believe”, or leave it to them.")
        words = sentence.text[slice(*span)]
        is_belief = not span[0] and not patterns["unknown_fact"].search(sentence.text)
        mend = _hedged(letter, where, sentence) if is_belief else None
        mend = mend or _left_out(letter, where, sentence)
        yield found(10, Severity.BLOCKS, said.replace("{words}", words), where, sentence.span(*span), mend)


def _promise(marked: str, letter: ReadLetter, *, is_of_peer: bool) -> tuple[int, int] | None:
    """Where a sentence promises; one in a peer’s own paragraph may leave out who does it ("Estará encantada")."""
    pattern = letter.heard.patterns["promise"]
    hit = searched(pattern, marked)
    if hit is not None:
        return hit.span() if letter.kind is not LetterKind.INTRODUCTION or NAME_MARK in hit.group() else None
    alone = searched(pattern, f"{NAME_MARK} {marked[:1].lower()}{marked[1:]}") if is_of_peer else None
    return (0, alone.end() - 2) if alone is not None and not alone.start() else None


def _left_out(letter: ReadLetter, where: Where, sentence: Plain) -> Mend | None:
    """Without the sentence, unless it is the one that names the peer."""
    is_needed = any(one.peer.name in sentence.text for one in letter.named_peers)
    return None if is_needed else take_out_sentence(letter, where, sentence)


def _hedged(letter: ReadLetter, where: Where, sentence: Plain) -> Mend | None:
    """The sentence as a belief: "I believe she will …"; a name keeps its capital."""
    templates = letter.heard.hedged
    if not templates:
        return None
    said = raw_of(where, sentence)
    is_name = any(said.startswith(part) for one in letter.named_peers for part in _parts(one.peer.name))
    said = said if is_name else said[:1].lower() + said[1:]
    template = templates[-1] if _VOWEL.match(said) else templates[0]
    return put(letter, where, sentence.span(0, len(sentence.text)), template.replace("{sentence}", said))


def _called(letter: ReadLetter) -> re.Pattern[str] | None:
    """How the peers are called by name."""
    people = [one.peer.name for one in letter.named_peers]
    addressee = letter.facts.particulars.addressee
    people += [addressee.name] if addressee is not None else []
    return _names_pattern(tuple(people)) if people else None


@lru_cache(maxsize=64)
def _names_pattern(people: tuple[str, ...]) -> re.Pattern[str] | None:
    parts = sorted({part for name in people for part in _parts(name)}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, parts))})(?!\w)") if parts else None


def _parts(name: str) -> tuple[str, ...]:
    parts = take_apart(name.replace("’", "'"))
    return tuple(dict.fromkeys(part for part in (parts.full, parts.first, parts.last) if part))
