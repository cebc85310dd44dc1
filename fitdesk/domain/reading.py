"""How a topic that a request names was read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from fitdesk.domain.ranges import Range


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A stated topic and how deep the work on it is; ``how`` says in words how it was read.

    ``topic`` is the name of the offering's topic that it was read as, empty when none was.
    """

    phrase: str
    depth: Range
    words: Callable[[], str]
    topic: str = ""

    @property
    def how(self) -> str:
        return self.words()
