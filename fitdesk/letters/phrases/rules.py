"""What one template of a phrase book must keep to: known fields, balanced marks, no exclamations."""

from __future__ import annotations

from functools import cache

from fitdesk.i18n import _
from fitdesk.letters.languages import language_of
from fitdesk.letters.phrases.book import ADDRESS, FIELD, OPTIONAL, in_address, required_fields
from fitdesk.letters.phrases.catalogue import BLOCKS, COMPANY, EVENT, PEER, PEER_FIELDS

_PAIRS = {"[": "]", "{": "}", "<": ">"}
_MAY_BE_EMPTY = ("where", "when", "month")
_WITHOUT_ADDRESS = frozenset({"en"})
"""Languages that know one form of address only."""


@cache
def fields_of(block: str, language: str) -> frozenset[str]:
    """The merge fields that ``block`` may use in ``language``. Raises KeyError for a block that does not exist."""
    speech = language_of(language)
    groups = {
        EVENT: (*speech.event_field_names, "received"),
        PEER: (*PEER_FIELDS, *speech.peer_field_names),
        COMPANY: (*speech.company_field_names, *speech.peer_field_names),
    }
    return frozenset(name for field in BLOCKS[block].fields for name in groups.get(field, (field,)))


@cache
def always_known(language: str) -> frozenset[str]:
    """The fields that never are empty: the event, names, and the words that stand for people."""
    speech = language_of(language)
    of_event = (name for name in speech.event_field_names if not name.startswith(_MAY_BE_EMPTY))
    return frozenset(("name", *of_event, *speech.peer_field_names, *speech.company_field_names))


def template_problem(block: str, template: str, language: str) -> str | None:
    """What is wrong with one template of ``block``, in a sentence that says what to do; None when it is right."""
    if block not in BLOCKS:
        return _("There is no building block “{name}”. Take it out, or correct its name.").replace("{name}", block)
    return (
        marks_problem(template, language)
        or _unknown_field(block, template, language)
        or missing_field(template, BLOCKS[block].needs)
    )


def marks_problem(template: str, language: str) -> str | None:
    """What is wrong with the marks of any template: empty, unbalanced, an alternation without two sides, a "!"."""
    if not template.strip():
        return _("This phrase is empty. Write it, or take it out.")
    if template != template.strip():
        return _("Take the space at the beginning or end of this phrase away.")
    if "!" in template or "¡" in template:
        return _("Letters do without exclamation marks: end the sentence with a full stop.")
    wrong = _unbalanced(template)
    if wrong:
        said = _(
            "“{mark}” has no partner. Every [ needs its ], every {{ its }}, every < its >; none stands in its like."
        )
        return said.replace("{mark}", wrong).replace("{{", "{").replace("}}", "}")
    outside = ADDRESS.sub("", template)
    if "<" in outside or "|" in outside:
        return _("Between < and > stand the polite and the familiar form with one | between them: <Ihre|deine>.")
    if language in _WITHOUT_ADDRESS and outside != template:
        return _("English has one form of address: write the word without < | >.")
    empty = next((found for found in OPTIONAL.findall(template) if not FIELD.search(found)), None)
    if empty is not None:
        said = _("“[{words}]” holds no field and would always stay. Take the brackets away.")
        return said.replace("{words}", empty)
    bare = FIELD.sub("", template)
    if "{" in bare:
        return _("A field is one word of letters in braces, such as {name}.")
    return None


def _unbalanced(template: str) -> str:
    """The first mark without a partner, or within its like; ""."""
    open_marks: list[str] = []
    for mark in template:
        if mark in _PAIRS:
            if mark in open_marks:
                return mark
            open_marks.append(mark)
        elif mark in _PAIRS.values():
            if not open_marks or _PAIRS[open_marks[-1]] != mark:
                return mark
            open_marks.pop()
    return open_marks[-1] if open_marks else ""


def _unknown_field(block: str, template: str, language: str) -> str | None:
    known = fields_of(block, language)
    wrong = next((name for name in FIELD.findall(template) if name.lower() not in known), None)
    if wrong is None:
        return None
    if not known:
        said = _("“{block}” knows no fields, so “{field}” cannot be filled. Take it out.")
    else:
        said = _("“{block}” does not know the field “{field}”. It knows {known}.")
    listed = ", ".join(sorted(known))
    return said.replace("{block}", block).replace("{field}", wrong).replace("{known}", listed)


def missing_field(template: str, needs: tuple[str, ...]) -> str | None:
    """The first needed field that does not stand outside optional brackets, as a sentence."""
    ways = [required_fields(in_address(template, familiar=familiar)) for familiar in (False, True)]
    missing = next((name for name in needs if any(name not in there for there in ways)), None)
    if missing is None:
        return None
    said = _("The field {name} is missing here, outside of square brackets.")
    return said.replace("{name}", "{" + missing + "}")
