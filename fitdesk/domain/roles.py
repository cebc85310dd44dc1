"""What a job title says about who decides."""

from __future__ import annotations

from fitdesk.domain.inquiry import DecisionPower

_WORDS = {
    DecisionPower.NEITHER: (
        "assistant agent librarian student bureau intern trainee secretary volunteer receptionist apprentice",
        "assistent assistentin sekretariat studentin praktikant praktikantin agentur",
        "assistante stagiaire asistente becario agencia stagiair",
    ),
    DecisionPower.SPONSOR: (
        "deputy vice vp manager lead coordinator officer organiser organizer planner producer curator specialist",
        "leiter leiterin koordinator koordinatorin referent referentin",
        "coordinateur coordinatrice responsable coordinador coordinadora gerente coördinator",
    ),
    DecisionPower.DECIDER: (
        "head director chair chairman chairwoman chairperson chief ceo coo cfo cto cio owner founder cofounder",
        "president principal partner dean chancellor",
        "geschäftsführer geschäftsführerin vorstand inhaber inhaberin direktor direktorin",
        "directeur directrice fondateur fondatrice président présidente",
        "directora fundador fundadora presidente presidenta eigenaar oprichter voorzitter",
    ),
}
# In this order: an "assistant to the director" and a "deputy head" do not decide alone.
_HEADS_OF = ("leiter", "leiterin", "referent", "referentin", "koordinator", "koordinatorin")
"""German puts what somebody leads in front: "Referatsleiter", "Personalleiterin"."""
_ROLES = tuple((power, frozenset(" ".join(lines).split())) for power, lines in _WORDS.items())


def power_of(role: str) -> DecisionPower | None:
    """What a person with this job title may decide; None when the words do not tell."""
    plain = role.casefold().replace(".", "").replace("co-ord", "coord")
    words = set(plain.translate({ord(mark): " " for mark in "-/,;:()&"}).split())
    words |= {word[-len(end) :] for word in words for end in _HEADS_OF if word.endswith(end)}
    for power, known in _ROLES:
        if words & known:
            return power
    return None
