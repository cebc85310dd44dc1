"""The owner's note on how a peer differs, as a sentence: "Travaille sans écran" is "Elle travaille sans écran"."""

from __future__ import annotations

import re
from typing import Final

from fitdesk.domain.peer import Peer
from fitdesk.letters.languages.french_people import peer_fields

_KNOWN_VERBS: Final = """
    accompagne aide aime anime apporte apprend avance bouscule cherche combine commence connaît construit crée croit
    demande dessine dirige dit donne écoute encourage enseigne entre évite exige explique fait garde insiste interroge
    intervient invite joue laisse lit mélange mène met montre ose ouvre parle part place pose pousse préfère prend
    prépare propose provoque questionne raconte rassemble refuse relie remet reste rit sait structure suit surprend
    tient touche transforme travaille utilise va veut vient vit voit
"""
_VERBS: Final = frozenset(_KNOWN_VERBS.split())
_STARTS_WITH_VERB: Final = re.compile(r"(?:ne |n[’']|se |s[’'])?(\w+)", re.IGNORECASE)
_NEGATED: Final = re.compile(r"(?:ne |n[’']|se |s[’'](?!il))", re.IGNORECASE)
_COMPARES: Final = re.compile(r"(?:(?:bien|un peu|beaucoup|nettement) )?(?:plus|moins) [^,.;]+? que\b", re.IGNORECASE)
_HAS_SUBJECT: Final = re.compile(
    r"(?:elles?|ils?|on|nous|vous|je|ce|cela|c[’']est|qui|quand|s[’']il|si|son|sa|ses|mon|ma|mes|le|la|les|ces?|cette"
    r"|personne|chacune?|tout le monde)\b|[jl][’']",
    re.IGNORECASE,
)


def trait(peer: Peer, note: str) -> str:
    """``note`` with a subject where it has none: before a verb or a comparison, else behind a lead-in."""
    she = peer_fields(peer)["elle"]
    subject = f"{she[0].upper()}{she[1:]}"
    names = {part.casefold() for part in peer.name.split()}
    first = re.match(r"\w+", note)
    if first is None or _HAS_SUBJECT.match(note) or first.group().casefold() in names:
        return note
    words = note if note[1:2].isupper() else f"{note[0].lower()}{note[1:]}"
    verb = _STARTS_WITH_VERB.match(note)
    if _NEGATED.match(note) or (verb and verb[1].casefold() in _VERBS):
        return f"{subject} {words}"
    if _COMPARES.match(note):
        return f"{subject} est {words}"
    whom = {"elle": "la distingue", "il": "le distingue"}.get(she, f"distingue {she}")
    return f"Ce qui {whom} : {words}"
