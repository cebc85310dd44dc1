"""The words of a letter: written from phrase books that carry the owner's own blocks, checked, and set on its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from fitdesk.domain.letter import Form, KeptFinding, Letter, LetterKind, LetterText, Manner
from fitdesk.i18n import _
from fitdesk.letters.checks.check import CheckFinding, Severity, check
from fitdesk.letters.facts import LetterFacts, from_json
from fitdesk.letters.phrases.book import PhraseBook, PhraseError, load_book, with_changes
from fitdesk.letters.words.compose import compose
from fitdesk.store import phrase_changes

if TYPE_CHECKING:
    from fitdesk.letters.paper.pdf import RenderedLetter
    from fitdesk.store.store import Store


class LetterError(Exception):
    """A letter that cannot be written or sent, with what to do about it."""

    def __init__(self, message: str, *, is_bad_use: bool = False) -> None:
        super().__init__(message)
        self.is_bad_use = is_bad_use


def book_for(store: Store, language: str) -> PhraseBook:
    """The phrase book of ``language`` ("en") with the owner's own blocks. Raises LetterError when it cannot be read."""
    try:
        return with_changes(load_book(language), phrase_changes.for_language(store, language))
    except PhraseError as error:
        raise LetterError(str(error)) from error


def words_for(
    facts: LetterFacts, kind: LetterKind, manner: Manner, book: PhraseBook | None = None
) -> tuple[LetterText, LetterText]:
    """The letter and the shorter e-mail; a call card has no e-mail. Raises LetterError when a phrase cannot be used."""
    try:
        text = compose(facts, kind, manner, book=book)
        if kind is LetterKind.CALL_CARD:
            return text, LetterText()
        return text, compose(facts, kind, manner, form=Form.EMAIL, book=book)
    except PhraseError as error:
        raise LetterError(str(error)) from error


def facts_of(letter: Letter) -> LetterFacts:
    """The frozen facts that ``letter`` rests on."""
    return from_json(letter.facts)


def render_letter(letter: Letter) -> RenderedLetter:
    """The letter's pages; raises letters.paper.pdf.CannotPrint naming what cannot be printed."""
    from fitdesk.letters.paper.pdf import render  # reportlab costs 0.3 s: only when a page is drawn

    return render(letter.text, facts_of(letter), letter.kind, letter.manner)


def check_rendered(
    letter: Letter, rendered: RenderedLetter, book: PhraseBook | None = None
) -> tuple[CheckFinding, ...]:
    """The findings of the check on the finished page: the text, the facts, and whether it fits one page.

    Repairs take their words from ``book``, the one with the owner's own blocks, else from the one delivered.
    """
    return check(letter.text, facts_of(letter), rendered.page_fit, letter.kind, letter.manner, book=book)


def check_email(letter: Letter, book: PhraseBook | None = None) -> tuple[CheckFinding, ...]:
    """The findings on the text of the e-mail, with ``book`` as above; none where there is no e-mail."""
    if not letter.email.body:
        return ()
    return check(letter.email, facts_of(letter), None, letter.kind, letter.manner, form=Form.EMAIL, book=book)


def blocking_sentences(findings: Sequence[CheckFinding]) -> list[str]:
    """What keeps a letter in the house, in the words of the check."""
    return [finding.sentence for finding in findings if finding.severity is Severity.BLOCKS]


def ready_to_leave(letter: Letter, *, by_email: bool = False) -> Letter:
    """``letter`` with its finished PDF and with what the check says of it; of the e-mail too, if that is how it leaves.

    Raises LetterError with the blocking findings, unless the letter's override says why to send it all the same, and
    when it cannot be printed.
    """
    from fitdesk.letters.paper.pdf import CannotPrint

    try:
        rendered = render_letter(letter)
    except CannotPrint as error:
        raise LetterError(str(error)) from error
    on_paper, mailed = check_rendered(letter, rendered), check_email(letter) if by_email else ()
    for what, findings in (
        (_("The letter is not ready to leave: "), on_paper),
        (_("The letter is ready, its e-mail is not (“The words”, “E-mail”): "), mailed),
    ):
        blocking = blocking_sentences(findings)
        if blocking and not letter.override.strip():
            raise LetterError(what + " ".join(dict.fromkeys(blocking)))
    return replace(letter, pdf=rendered.pdf, findings=_kept(on_paper + mailed))


def _kept(findings: Sequence[CheckFinding]) -> tuple[KeptFinding, ...]:
    said = (KeptFinding(one.number, one.severity is Severity.BLOCKS, one.sentence) for one in findings)
    return tuple(dict.fromkeys(said))
