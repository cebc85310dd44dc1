"""What groups of building blocks are called on the screen, and in which tone a block speaks."""

from __future__ import annotations

from fitdesk.i18n import _


def group_words(block: str) -> str:
    """The heading under which ``block`` ("reason.fee.named") stands."""
    return {
        "subject": _("Subject lines"),
        "thanks": _("Thanks"),
        "goal": _("Their goal"),
        "refusal": _("The clear no"),
        "reason": _("Reasons"),
        "intro": _("Naming colleagues"),
        "peer": _("Naming colleagues"),
        "unknown": _("What you do not know, and handing over"),
        "handover": _("What you do not know, and handing over"),
        "disclosure": _("What you receive for it"),
        "extra": _("What may be added"),
        "aim": _("What may be added"),
        "door": _("The open door"),
        "email": _("Beside the e-mail"),
        "decline": _("No, without naming anybody"),
        "not_now": _("Not now"),
        "acceptance": _("Yes"),
        "questions": _("Questions"),
        "question": _("Questions"),
        "introduction": _("Introduction to a peer"),
        "thanks_peer": _("Thanks to a peer"),
        "after_event": _("After the event"),
        "next_season": _("Next planning season"),
        "consent": _("May I recommend you?"),
        "card": _("Call card"),
    }.get(block.split(".")[0], _("Other"))


def subject_words(block: str) -> str:
    """The letter that a subject line stands over ("Referral"); "" for every other block."""
    return {
        "subject.wrong_for_you": _("Wrong for them"),
        "subject.not_for_me": _("Not for me"),
        "subject.referral": _("Referral"),
        "subject.not_now": _("Not now"),
        "subject.acceptance": _("Yes"),
        "subject.questions": _("Questions"),
        "subject.introduction": _("Introduction"),
        "subject.thanks": _("Thanks to a peer"),
        "subject.after_event": _("After the event"),
        "subject.next_season": _("Next season"),
        "subject.consent": _("Consent"),
    }.get(block, "")


def tone_words(tone: str) -> str:
    """For which letters a block is used."""
    return {
        "both": _("in every tone"),
        "warm": _("in warm letters"),
        "formal": _("in formal letters"),
        "brief": _("in brief letters"),
    }[tone]
