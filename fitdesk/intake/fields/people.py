"""Who writes: name, address, organization and role, from headers, signature, form lines and introductions."""

from __future__ import annotations

import re

from fitdesk.intake.fields.labels import Labelled, values_of
from fitdesk.intake.fields.names import NAME, cleaned_name, is_person, same_person
from fitdesk.intake.headers import mailboxes
from fitdesk.intake.page import Found, Page, cut_name, even, squeezed
from fitdesk.intake.places import fold
from fitdesk.intake.threads import Line

_PIECES = re.compile(r"\s*(?:\s\|\s?|\||·|•|\t| {3,}|\s//\s|\s/\s)\s*")


def read_contact(page: Page, labelled: list[Labelled], found: Found) -> None:
    """Put contact.name, .email, .organization and .role into ``found``; phones have a module of their own."""
    _from_labels(page, labelled, found)
    _email(page, found)
    name_line = _name(page, found)
    _introduced(page, found)
    _from_signature(page, name_line, found)
    _organization_by_domain(page, found)


def _from_labels(page: Page, labelled: list[Labelled], found: Found) -> None:
    name = next(iter(values_of(page, labelled, "people", "name_labels")), None)
    first = next(iter(values_of(page, labelled, "people", "first_name_labels")), None)
    last = next(iter(values_of(page, labelled, "people", "last_name_labels")), None)
    if first and last:
        whole = squeezed(f"{first.text} {last.text}")
        found.put("contact.name", cleaned_name(whole, page), page, (first.start, first.end), (last.start, last.end))
    elif name:
        found.put("contact.name", cleaned_name(name.text, page), page, (name.start, name.end))
    for path, key in (("contact.organization", "organization_labels"), ("contact.role", "role_labels")):
        for line in values_of(page, labelled, "people", key):
            if len(line.text) < 120 and not (key == "role_labels" and not found.has("contact.name")):
                found.put(path, squeezed(page.whole[line.start : line.end]), page, (line.start, line.end))
    for line in values_of(page, labelled, "people", "email_labels"):
        boxes = mailboxes(line.text)
        if boxes:
            found.put("contact.email", boxes[0].address, page, (line.start, line.end))


def _email(page: Page, found: Found) -> None:
    address = page.author.address
    if address and not is_machine(address) and page.author.domain != page.owner.domain:
        if found.put("contact.email", address.lower() if address.isupper() else address, page):
            from fitdesk.intake.draft import Source

            found.sources.setdefault("contact.email", (Source(0, 0, 1.0, "From"),))
        return
    for line in [*page.signature, *page.body]:
        for box in mailboxes(line.text):
            if box.domain != page.owner.domain and not is_machine(box.address):
                at = page.whole.find(box.address, line.start, line.end)
                found.put("contact.email", box.address, page, (at, at + len(box.address)))
                return


def is_machine(address: str) -> bool:
    """Whether nobody reads what is sent to this address."""
    return bool(
        re.match(
            r"(?:no|do-?not)[-_.]?reply|noreply|mailer-daemon|postmaster|bounces?[-_@+]|notifications?@|forms?@|formulier|wordpress@|donotreply",
            address,
            re.I,
        )
    )


def _name(page: Page, found: Found) -> Line | None:
    """The writer's name in its fullest form, and the line of the signature it stands on."""
    if found.has("contact.name"):
        return _line_with(page, str(found.get("contact.name")))
    header = cleaned_name(page.author.name, page)
    header_is_person = is_person(header, page)
    candidates: list[tuple[str, Line | None, tuple[int, int] | None]] = []
    if header_is_person:
        candidates.append((header, None, None))
    for line in page.signature[:6]:
        text = _PIECES.split(even(line.text).strip())[0]
        name = cleaned_name(text, page)
        if is_person(name, page) and (not header_is_person or same_person(name, header)):
            at = page.whole.find(name, line.start, line.end)
            candidates.append((name, line, (at, at + len(name)) if at >= 0 else None))
    for match in re.finditer(rf"(?<!\w){page.words.any_of('people', 'i_am')}\s+({NAME})", page.text):
        name = cleaned_name(match.group(match.lastindex or 0), page)
        fits = same_person(name, header) if header_is_person else len(name.split()) > 1
        if fits and is_person(name, page):
            candidates.append((name, None, (match.end() - len(match.group(match.lastindex or 0)), match.end())))
    if not candidates:
        return None
    best = max(candidates, key=lambda c: (len(c[0].split()) > 1, len(c[0].replace(".", "").split()), len(c[0])))
    placed = next((c for c in candidates if c[0] == best[0] and c[2]), best)
    if placed[2]:
        found.put("contact.name", best[0], page, placed[2])
    elif found.put("contact.name", best[0], page):
        from fitdesk.intake.draft import Source

        found.sources["contact.name"] = (Source(0, 0, 1.0, "From"),)
    return next((c[1] for c in reversed(candidates) if c[1]), None)


def _line_with(page: Page, name: str) -> Line | None:
    return next((line for line in page.signature if name in line.text), None)


def _introduced(page: Page, found: Found) -> None:
    """ "I'm Temi, events officer for the Women in STEM Society", "I chair the committee of …"."""
    words = page.words
    role = rf"(?i:{words.any_of('people', 'role_words')})"
    org = rf"(?P<org>{_ORG})"
    at = rf"(?i:{words.any_of('people', 'at')})"
    first = rf"(?i:{words.any_of('people', 'at_first')})"
    article = rf"(?i:{words.any_of('people', 'article')})"
    patterns = [
        rf"{words.any_of('people', 'i_am')}\s+(?:{NAME}\s?,\s+)?(?:{article}\s+)?"
        rf"(?P<role>{role}(?:\s+[\w&/'-]+){{0,4}}?)"
        rf"\s+{first}\s+(?:{article}\s+)?{org}",
        rf"{words.any_of('people', 'i_am')}\s+(?:{NAME}\s?,\s+(?:and\s+i(?:'m|\s+am)\s+)?)?(?:{article}\s+)?"
        rf"(?P<role>(?:[\w&/'-]+\s+){{0,5}}?(?:\w+-)?{role}(?:\s+[\w&/'-]+){{0,3}}?)"
        rf"\s+{at}\s+(?:{article}\s+)?{org}",
        rf"{words.any_of('people', 'i_work')}\s+(?:{article}\s+)?{org}",
        rf"{words.any_of('people', 'i_run')}\s+(?:[\w&/'-]+\s+){{1,6}}?{at}\s+(?:{article}\s+)?{org}",
        rf"(?<!\w){words.any_of('people', 'on_behalf')}\s+(?:{article}\s+)?{org}",
    ]
    for pattern in patterns:
        match = re.search(rf"(?<!\w){pattern}", page.text)
        if not match:
            continue
        name = cut_name(_trimmed_org(match["org"]), words)
        if not words.pattern("people", "not_orgs").fullmatch(name):
            place = (match.start("org"), match.start("org") + len(name))
            found.put("introduced.organization", squeezed(page.whole[place[0] : place[1]]), page, place)
        if "role" in match.groupdict() and match["role"]:
            found.put("introduced.role", squeezed(page.whole[slice(*match.span("role"))]), page, match.span("role"))


_ORG_WORD = r"(?:[A-ZÀ-ÖØ-Þ0-9][\w'.&-]*|&)"
_SMALL = r"(?:of|and|for|the|in|de|la|del|des|du|di|der|für|van|voor|et|y|yr|na)"
_ORG = rf"{_ORG_WORD}(?:,?[ ]+(?:{_SMALL}[ ]+){{0,2}}{_ORG_WORD}){{0,8}}"


def _trimmed_org(text: str) -> str:
    """A name without what follows it: "Harbour Foods. We" → "Harbour Foods", "Hill School in Cork" → "Hill School"."""
    end = re.search(r"\.\s+[A-Z]|,\s+(?!Inc|LLC|Ltd|LLP|S\.|GmbH|Co)|\n", text)
    name = (text[: end.start()] if end else text).rstrip(" .,;&")
    return re.sub(r"\s+in\s+[^\s,]+$", "", name)


def _from_signature(page: Page, name_line: Line | None, found: Found) -> None:
    """Role and organization from the lines after the name: "Chair, Riverbend Centre", "Senior Agent" / "Podium Ltd"."""
    pieces = _signature_pieces(page, name_line)
    is_org = [bool(_org_strength(page, text, found) > 0) for text, _s, _e in pieces]
    for number, (text, start, _end) in enumerate(pieces):
        if found.has("contact.role"):
            break
        if not _is_role(page, text):
            continue
        role, org = _split_role(page, text, found, has_own_line=any(is_org[number + 1 :]))
        found.put("contact.role", role, page, (start, start + len(role)))
        if org and not found.has("contact.organization"):
            at = start + text.rfind(org)
            found.put("contact.organization", org, page, (at, at + len(org)))
    best = max(
        (
            (_org_strength(page, text, found), -number, text, start)
            for number, (text, start, _end) in enumerate(pieces)
            if text != found.get("contact.role") and not (_is_role(page, text) and _org_strength(page, text, found) < 3)
        ),
        default=None,
    )
    if best and best[0] > 0:
        org = _org_alone(page, best[2], found)
        at = best[3] + max(0, best[2].find(org))
        found.put("contact.organization", org, page, (at, at + len(org)))
    for path in ("organization", "role"):
        value, sources = found.values.pop(f"introduced.{path}", None), found.sources.pop(f"introduced.{path}", ())
        if value and not found.has(f"contact.{path}"):
            found.values[f"contact.{path}"], found.sources[f"contact.{path}"] = value, sources


def _signature_pieces(page: Page, name_line: Line | None) -> list[tuple[str, int, int]]:
    """The pieces of the signature's lines without the name itself: (text, start, end)."""
    pieces = []
    name = fold(str(page.author.name))
    for line in page.signature:
        if page.words.pattern("text", "disclaimers").match(even(line.text).strip()):
            break
        text, at = page.whole[line.start : line.end], 0
        for gap in [*_PIECES.finditer(text), None]:
            stop = gap.start() if gap else len(text)
            piece = text[at:stop].strip(" \t*_")
            start = line.start + text.find(piece, at)
            at = gap.end() if gap else stop
            if not piece or len(piece) > 110:
                continue
            if line is name_line and start - line.start < 3:
                rest = re.match(r"[^,(–—]+(?:[,(–—]|\s-\s)\s*(.+?)\)?$", piece)
                if rest and (_is_role(page, rest.group(1)) or _org_strength(page, rest.group(1), None) > 0):
                    pieces.append((rest.group(1), start + rest.start(1), start + len(piece)))
                continue
            if is_person(page.author.name, page) and fold(piece) in (name, name.split(" ")[0]):
                continue
            pieces.append((piece, start, start + len(piece)))
    return pieces


def _is_role(page: Page, text: str) -> bool:
    if re.search(r"@|www\.|https?:|\d{4}", text) and not re.search(r"[A-Za-z]+ 20\d\d$", text):
        return False
    return bool(page.words.pattern("people", "role_words").search(even(text))) and len(text.split()) <= 12


def _split_role(page: Page, text: str, found: Found, *, has_own_line: bool) -> tuple[str, str | None]:
    """A role line's role and organization: "Chief Operating Officer, Kestrel Valve & Fitting Ltd"."""
    for cut in re.finditer(r"\s*(?:,| at | @ | - | – | — )\s*", text):
        tail = text[cut.end() :]
        if _org_strength(page, tail, found) > (2 if has_own_line else 0) and not _is_role(page, tail.split(",")[0]):
            return text[: cut.start()].strip(), _org_alone(page, tail, found)
        first = tail.split(",")[0].strip()
        if page.words.pattern("people", "degrees").match(first):
            return text[: cut.start()].strip(), None
    return text.strip(" ,"), None


def _org_alone(page: Page, text: str, found: Found) -> str:
    """The organization without a slogan or department: "Podium & Pine Ltd – bureau of the year", "…, Secretariat"."""
    text = re.split(r"\s+[–—-]\s+|\s*\((?!Pty)", text)[0].strip()
    head, comma, tail = text.partition(",")
    if comma and re.match(r"(?:Department|Dept|Faculty|School|Office|Division|Institute) (?:of|for)\b", head):
        return tail.strip(" ,")  # the house, not the floor
    if comma and not page.words.pattern("people", "legal_forms").match(tail.strip()):
        return head.strip()
    del found
    return text.rstrip(" ,;")


def _org_strength(page: Page, text: str, found: Found | None) -> int:
    """How surely ``text`` names an organization: 3 by the sender's domain or a legal form, 2 by a word."""
    text = re.split(r"\s+[–—-]\s+|\s*\((?!Pty)", text)[0].strip()
    folded = fold(text)
    if not folded or re.search(r"@|www\.|https?:|^\+?\d|\bext\b", text, re.I) or not any(c.isupper() for c in text):
        return 0
    if page.words.pattern("people", "not_orgs").search(even(text)) or re.match(r"[\"“‘'(«]", text):
        return 0
    if re.search(r"\d{2,}", text) and not re.search(r"^[A-Z]", text):
        return 0
    if re.search(r"\b\d{4,}\b|\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b", text) or re.match(r"\d+[ ,]", text):
        return 0  # an address
    event = found.get("event.name") if found else None
    if event and fold(str(event)) == folded:
        return 0
    strength = 0
    if page.words.pattern("people", "legal_forms").search(text):
        strength = 3
    elif page.words.pattern("people", "org_words").search(even(text)):
        strength = 2 - bool(re.match(r"(?:Department|Office|Faculty|Division)\b", text))
    if _matches_domain(page, text):
        strength = 3 + (strength == 3)
    introduced = found.get("introduced.organization") if found else None
    if introduced and fold(str(introduced)).startswith(folded):
        strength = max(strength, 2)
    return strength


def _matches_domain(page: Page, text: str) -> bool:
    """Whether the sender's domain is made of the name: "brennerfoods", "ccatlantica", "vimi"."""
    labels = [label for label in page.author.domain.split(".") if len(label) > 2]
    words = [word for word in fold(text).split() if word not in ("the", "of", "and", "for", "ltd", "inc", "llc")]
    if not labels or not words:
        return False
    label = re.sub(r"[^a-z0-9]", "", max(labels[:2], key=len))
    joined, initials = "".join(words), "".join(word[0] for word in words)
    if len(label) < 3:
        return False
    long_enough = len(joined) >= 4 and (joined.startswith(label) or (label.startswith(joined) and len(joined) >= 5))
    two = (len(words) > 1 and len(words[0]) > 3 and label.startswith(words[0])) or (
        len(words[0]) > 5 and words[0] in label
    )
    return (
        long_enough
        or two
        or (len(initials) >= 3 and (label == initials or (label.startswith(initials) and len(initials) > 3)))
    )


def _organization_by_domain(page: Page, found: Found) -> None:
    """A name in the text that the sender's own domain is made of: "our all hands at ParcelPilot"."""
    if found.has("contact.organization") or page.author.domain == page.owner.domain or not page.author.domain:
        return
    best: tuple[int, int, int] | None = None
    for match in re.finditer(rf"(?<![\w@.]){_ORG}", page.text):
        name = cut_name(_trimmed_org(match.group()), page.words)
        if len(name) > 3 and _matches_domain(page, name):
            if fold(name) in fold(page.author.name):
                continue
            if best is None or len(name) > best[0]:
                best = len(name), match.start(), match.start() + len(name)
    if best:
        found.put("contact.organization", squeezed(page.whole[best[1] : best[2]]), page, (best[1], best[2]), sure=0.8)
