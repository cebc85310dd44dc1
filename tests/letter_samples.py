"""What clients write and are called, for random letters: plain, clumsy and hostile to templates."""

from __future__ import annotations

from fitdesk.domain.contact import Gender

GOALS = (
    None,
    "that people say on Monday what they now say on Friday after work",
    "We want our managers to talk to each other again.",
    "to leave with one decision that all of us will still defend in a month",
    "Our nurses should be able to speak up without fear of being blamed",
    "buyers who ask for the second figure",
    "Please wake them up! They have heard it all before, and you are the one who can.",
    "calm, before the redundancies are announced",
    "dass unsere Teams wieder miteinander reden",
)
EVENTS = (
    None,
    "Horizon Days 2027",
    "Spring Education Day",
    "Not the Usual Route",
    "TEDxWallsend",
    "our annual dinner",
)
PEOPLE = (
    ("Alex Moor", None, None),
    ("Maria Fontaine", Gender.FEMALE, None),
    ("Khalid Al Mansoori", Gender.MALE, None),
    ("Dr. Jan van der Berg, PhD", Gender.MALE, "Prof."),
    ("S. Venkataraghavan", None, None),
    (None, None, None),
    ("Temi Adéyẹmí-Clarke", Gender.FEMALE, "Dr"),
)
