"""The client's goal in an English letter: woven into a sentence where grammar allows it, else quoted."""

from __future__ import annotations

import re
from typing import Final

from fitdesk.letters.languages.english_words import mid_sentence, tidy
from fitdesk.letters.languages.language import GoalWords
from fitdesk.letters.languages.long_goal import LONGEST_WOVEN, shortened

_FIRST_PERSON: Final = re.compile(r"\b(I|me|my|mine|myself|I[’']\w+)\b")
_SECOND_PERSON: Final = re.compile(r"\b(you|your|yours|yourself|yourselves)\b", re.IGNORECASE)
_WE: Final = {
    "we": "you",
    "us": "you",
    "our": "your",
    "ours": "yours",
    "ourselves": "yourselves",
    "we're": "you are",
    "we've": "you have",
    "we'll": "you will",
    "we'd": "you would",
}
_MODAL: Final = re.compile(
    r"^(?P<who>(?:(?:you|they|everyone|everybody|people|participants|attendees|delegates|managers|leaders|colleagues"
    r"|staff|nurses|teachers|pupils|students|members)"
    r"|(?:your|the|each|every|all|both|these|those)(?:\s+(?!they\b|you\b|it\b|that\b|which\b)[\w’'-]+){1,5}?)\s+)"
    r"(?P<modal>should|must|will|can|could)\s+(?P<rest>(?:not\s+)?[a-z].*)$",
    re.IGNORECASE,
)
_WISH: Final = re.compile(r"^we (?:would like|want|hope|wish|need|aim|intend|’d like|'d like)\b", re.IGNORECASE)
_PLURAL_WISH: Final = ("want", "would like", "hope", "wish", "need", "aim", "intend")


def say_goal(goal: str | None, locale: str, *, is_english: bool = True) -> GoalWords:
    """The ways to say ``goal``, with the wish after "you" ("hope that …"); both "" when the client named none.

    Words in another language are quoted, not woven in.
    """
    text = tidy(" ".join((goal or "").split()))
    if not re.search(r"\w", text):
        return GoalWords()
    return GoalWords(wish=_woven(text) if is_english else "", quote=_quoted(text, locale))


def _woven(text: str) -> str:
    bare = text.rstrip(".! ")
    is_plain = not re.search(r"[.!?;:“”‘\"()\n*]", bare)
    if not is_plain or len(bare.split()) > LONGEST_WOVEN:
        return ""
    if _FIRST_PERSON.search(bare) or _SECOND_PERSON.search(bare):
        return ""
    words = _turned(mid_sentence(bare))
    if _WISH.match(bare):
        return words.removeprefix("you ")
    if re.match(r"(so )?that\b", words, re.IGNORECASE):
        return f"hope {words.removeprefix('so ')}"
    if re.match(r"to [a-z]+\b", words) and not re.match(r"to (the|an?|your)\b", words):
        return f"want {words}"
    found = _MODAL.match(words)
    if found is None or re.match(r"(how|what|why|when|where|who|which|if)\b", words, re.IGNORECASE):
        return ""
    modal = "can" if found["modal"].lower() in ("can", "could") else "will"
    return f"hope that {found['who']}{modal} {found['rest']}"


def _turned(text: str) -> str:
    """ "our managers" said by the client is "your managers" in a letter to the client."""
    pattern = re.compile(r"\b(we[’'](?:re|ve|ll|d)|ourselves|ours|our|we|us)\b", re.IGNORECASE)
    return pattern.sub(lambda found: _WE[found.group(1).lower().replace("’", "'")], text)


def _quoted(text: str, locale: str) -> str:
    words, is_cut = shortened(text)
    inner = words.replace("“", "‘").replace("”", "’")
    if re.search(r"[!?…]$", inner):
        return f"“{inner}”"
    is_sentence = inner.endswith(".") and not is_cut
    inner = inner.rstrip(".,;: ")
    return f"“{inner}.”" if is_sentence or locale == "en_US" else f"“{inner}”."
