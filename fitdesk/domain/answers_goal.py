"""What could be answered about goal and overdeliver."""

from __future__ import annotations

from fitdesk.domain.asking import Answer, Asking, with_event, with_word
from fitdesk.domain.assessment import AskWhom
from fitdesk.domain.case import Case
from fitdesk.domain.criteria import BY_KEY
from fitdesk.domain.judges_goal import confidence, readings, similar_jobs
from fitdesk.domain.worth import own_corners
from fitdesk.i18n import _, plural

DEPTHS = (3, 2, 1, 0)
SURE = (40, 50, 65, 80, 95)
JOBS = (0, 5)


def depth_words(depth: int) -> str:
    """ "your deepest work", "solid work", "a topic only touched on", "a topic that is not yours"."""
    words = (_("a topic that is not yours"), _("a topic only touched on"), _("solid work"), _("your deepest work"))
    return words[depth]


def _depth_condition(depth: int) -> str:
    """The depth as a clause that follows "if"."""
    return (
        _("it is not yours"),
        _("you have only touched on it"),
        _("it is solid work"),
        _("it is your deepest work"),
    )[depth]


def ask_goal(case: Case) -> Asking:
    """The client for the goal; the owner for the depth, once the goal is known."""
    unsure = [reading for reading in readings(case) if not reading.depth.is_exact]
    if not unsure:
        text = BY_KEY["goal"].question
        return Asking("goal", AskWhom.CLIENT, text, tuple(_topic_of_depth(case, depth) for depth in DEPTHS))
    phrase = unsure[0].phrase
    said = case.inquiry.owners_word.topic_depths
    answers = (
        Answer(depth_words(depth), with_word(case, topic_depths=((phrase, depth), *said)), _depth_condition(depth))
        for depth in DEPTHS
    )
    return Asking("goal", AskWhom.OWNER, _("How deep is your work on “{x}”?").format(x=phrase), tuple(answers))


def _topic_of_depth(case: Case, depth: int) -> Answer:
    """As if the client had named a topic of that depth, be it one of the offering's or one not heard of yet."""
    known = [topic.name for topic in case.offering.topics if topic.depth == depth]
    topic = known[0] if known else depth_words(depth)
    named = with_event(case, topics=(topic,))
    return Answer(depth_words(depth), with_word(named, topic_depths=((topic, depth),)), _depth_condition(depth))


def ask_overdeliver(case: Case) -> Asking | None:
    """How sure, and how many similar jobs; None when only the depth in the topic is missing (goal asks for that)."""
    word = case.inquiry.owners_word
    asks_sure = word.confidence is None and case.offering.confidence is None
    asks_jobs = similar_jobs(case) is None
    if not asks_sure and not asks_jobs:
        return None
    possible = confidence(case)
    tried = sorted({*SURE, *(int(x) for x in own_corners("overdeliver", case))})
    sures = [sure for sure in tried if possible.low <= sure <= possible.high] or [int(possible.high)]
    if sures[-1] < possible.high < SURE[-1]:
        sures.append(int(possible.high))
    answers = [
        Answer(
            words,
            with_word(
                case,
                confidence=sure if asks_sure else word.confidence,
                similar_jobs=jobs if asks_jobs else word.similar_jobs,
            ),
            _("you are {words}").format(words=words) if asks_sure else "",
        )
        for sure in (sures if asks_sure else sures[:1])
        for jobs in (JOBS if asks_jobs else JOBS[:1])
        for words in (_sure_and_jobs(sure if asks_sure else None, jobs if asks_jobs else None),)
    ]
    text = BY_KEY["overdeliver"].question if asks_sure else _("How many similar jobs have you done?")
    if asks_sure and asks_jobs:
        text += " " + _("And how many similar jobs have you done?")
    return Asking("overdeliver", AskWhom.OWNER, text, tuple(answers))


def _sure_and_jobs(sure: int | None, jobs: int | None) -> str:
    """ "80 % sure, 5 similar jobs", or one of the two."""
    said = [] if sure is None else [_("{n} % sure").format(n=sure)]
    return ", ".join([*said, *([] if jobs is None else [plural("{n} similar job", "{n} similar jobs", jobs)])])
