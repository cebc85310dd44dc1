"""How requests come in on this page: pasted, from mail files, or told on the phone; read, corrected, kept."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from fitdesk.domain.inquiry import Channel, Inquiry
from fitdesk.i18n import _
from fitdesk.intake.draft import Draft, DraftKind
from fitdesk.store import drafts
from fitdesk.store.errors import StoreError
from fitdesk.store.store import Store
from fitdesk.ui.changes import Clock
from fitdesk.ui.inquiries.capture import CapturePanel
from fitdesk.ui.inquiries.editor import InquiryEditor
from fitdesk.ui.inquiries.file_batch import FileBatch, read_or_say
from fitdesk.ui.tasks import Progress, Task, run_task
from fitdesk.workflows.receive import keep

PASTE_KEY = "inquiry/paste"
NEW_KEY = "inquiry/new"
LARGEST_DRAFT = 3_000_000
"""Bytes of an original that are kept with a half-typed form; a larger file is read again from where it lies."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A request on its way in: its bytes, what they are called, and what was read."""

    data: bytes | None
    name: str
    draft: Draft
    channel: Channel | None = None


BLANK = Draft(DraftKind.INQUIRY, Inquiry())


class Arrivals(QObject):
    """Leads from the paste to the kept inquiry. ``shown(QWidget or None)``: what should be seen, None for the list.

    ``kept(int)`` with the new inquiry; ``notice(text, undo)`` for the quiet bar.
    """

    shown = Signal(object)
    kept = Signal(int)
    notice = Signal(str, object)
    working = Signal(object, str)

    def __init__(
        self, store: Store, clock: Clock, capture: CapturePanel, editor: InquiryEditor, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self._capture = capture
        self._editor = editor
        self._task: Task | None = None
        self._arrival: Arrival | None = None
        self._batch = FileBatch(store, clock, self)
        self._batch.kept.connect(self.kept)
        self._batch.notice.connect(self.notice)
        self._batch.working.connect(self.working)
        capture.read_wanted.connect(self.read_text)
        capture.cancelled.connect(self.stop_reading)
        capture.kept_anyway.connect(self._keep_anyway)
        capture.left.connect(self._leave_capture)
        capture.settled.connect(self._keep_paste)

    @property
    def is_editing(self) -> bool:
        """Whether a new request stands in the editor."""
        return self._arrival is not None and self._task is None

    def paste(self, text: str) -> None:
        """Open the large field with ``text`` (or what waited there) and read it at once when there is some."""
        self.shown.emit(self._capture)
        self._capture.begin(text or drafts.find(self._store, PASTE_KEY) or "")
        if text.strip():
            self.read_text(self._capture.text())

    def call(self) -> None:
        """An empty form for what is said on the phone."""
        self._edit(Arrival(None, "", BLANK, Channel.PHONE))

    def read_text(self, text: str) -> None:
        self._keep_paste(text)
        self._read(text.encode("utf-8", "replace"), "pasted.txt")

    def read_files(self, paths: Sequence[Path]) -> None:
        """One file goes to the form; several are kept as they were read, and can be corrected afterwards."""
        if len(paths) == 1:
            self.shown.emit(self._capture)
            self._capture.begin("")
            self._read(None, paths[0].name, paths[0])
        elif paths:
            self._batch.read(tuple(paths))

    def stop_reading(self) -> None:
        """Cancel what is being read; the text stays."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._capture.stop_waiting()

    def is_waiting(self) -> bool:
        """Whether a request was read or typed before and never kept."""
        return drafts.find(self._store, NEW_KEY) is not None

    def resume(self) -> None:
        """Go on with the request that was never kept."""
        text = drafts.find(self._store, NEW_KEY)
        if text is None:
            return
        found = json.loads(text)
        data = base64.b64decode(found["data"]) if found.get("data") else None
        if data is None:
            channel = Channel(found["channel"]) if found.get("channel") else None
            told = Draft(DraftKind.INQUIRY, Inquiry(text=str(found.get("text") or "")))
            self._edit(Arrival(None, "", told, channel), half_typed=found.get("typed"))
            return
        self.shown.emit(self._capture)
        self._capture.begin("")
        self._read(data, str(found["name"]), half_typed=found.get("typed"))

    def forget(self) -> None:
        """Throw the half-typed request away."""
        self._drop(NEW_KEY, PASTE_KEY)
        self._arrival = None

    def note_typing(self, typed: str) -> None:
        """Keep the form as typed, with the original beside it."""
        arrival = self._arrival
        if arrival is None:
            return
        data = arrival.data if arrival.data is not None and len(arrival.data) <= LARGEST_DRAFT else None
        kept = {
            "typed": typed,
            "name": arrival.name,
            "channel": arrival.channel,
            "text": arrival.draft.inquiry.text,
            "data": base64.b64encode(data).decode() if data is not None else None,
        }
        self._keep_draft(NEW_KEY, json.dumps(kept))

    def take(self, inquiry: Inquiry) -> None:
        """Keep the corrected request as a new inquiry, with its original."""
        arrival = self._arrival
        if arrival is None:
            return
        draft = replace(arrival.draft, inquiry=inquiry)
        try:
            saved = keep(
                self._store,
                draft,
                data=arrival.data,
                name=arrival.name,
                channel=arrival.channel,
                now=self._clock.now(),
            )
        except StoreError as error:
            self.notice.emit(str(error), None)
            return
        self.forget()
        if saved.id is not None:
            self.kept.emit(saved.id)

    def leave(self) -> None:
        """Go back to the list without keeping; Undo brings the form back."""
        typed = drafts.find(self._store, NEW_KEY)
        self.forget()
        self.shown.emit(None)
        if typed is not None:
            self.notice.emit(_("Not kept."), lambda: self._bring_back(typed))

    def _bring_back(self, typed: str) -> None:
        self._keep_draft(NEW_KEY, typed)
        self.resume()

    def _read(self, data: bytes | None, name: str, path: Path | None = None, *, half_typed: str | None = None) -> None:
        self.stop_reading()
        self._capture.wait()
        now = self._clock.now()

        def work(_progress: Progress) -> tuple[bytes, Draft | str]:
            content = path.read_bytes() if path is not None else data or b""
            return content, read_or_say(content, name, now)

        def done(found: tuple[bytes, Draft | str]) -> None:
            self._task = None
            self._show_read(found[0], name, found[1], half_typed)

        def failed(sentence: str) -> None:
            self._task = None
            self._capture.stop_waiting(sentence)

        self._task = run_task(work, done, failed, parent=self)

    def _show_read(self, data: bytes, name: str, found: Draft | str, half_typed: str | None) -> None:
        if isinstance(found, str):
            self._arrival = Arrival(data, name, BLANK, Channel.PASTED)
            self._capture.stop_waiting(found, can_keep=True)
        elif found.kind is DraftKind.NOT_INQUIRY:
            self._arrival = Arrival(data, name, found)
            why = " ".join(found.warnings)
            words = _("This does not look like a booking request.")
            self._capture.stop_waiting(f"{words} {why}".strip(), can_keep=True)
        else:
            self._capture.stop_waiting()
            self._edit(Arrival(data, name, found), half_typed=half_typed)

    def _keep_anyway(self) -> None:
        if self._arrival is None:
            return
        arrival = self._arrival
        if not arrival.draft.inquiry.text and self._capture.text():
            told = replace(arrival.draft.inquiry, text=self._capture.text())
            arrival = replace(arrival, draft=replace(arrival.draft, inquiry=told))
        self._edit(arrival)

    def _edit(self, arrival: Arrival, *, half_typed: str | None = None) -> None:
        self._arrival = arrival
        self._capture.put_away()
        is_call = arrival.channel is Channel.PHONE
        warnings = " ".join(arrival.draft.warnings) if arrival.draft.kind is DraftKind.INQUIRY else ""
        self.shown.emit(self._editor)
        self._editor.begin(
            arrival.draft.inquiry,
            title=_("A phone call") if is_call else _("What FitDesk read"),
            hint=warnings or ("" if is_call else _("Rest on a field to see where it was read; correct what is wrong.")),
            sources=arrival.draft.sources,
            half_typed=half_typed,
            writes_text=is_call,
        )
        if half_typed is not None:
            self._editor.continue_typing()
        else:
            self.note_typing(self._editor.typed())

    def _leave_capture(self) -> None:
        self.stop_reading()
        text = self._capture.text()
        self._capture.put_away()
        self._drop(PASTE_KEY)
        self._arrival = None
        self.shown.emit(None)
        if text.strip():
            self.notice.emit(_("The pasted text was put away."), lambda: self._paste_again(text))

    def _paste_again(self, text: str) -> None:
        self.shown.emit(self._capture)
        self._capture.begin(text)

    def _keep_paste(self, text: str) -> None:
        if text.strip():
            self._keep_draft(PASTE_KEY, text)

    def _keep_draft(self, key: str, text: str) -> None:
        if self._store.read_only:
            return
        try:
            drafts.keep(self._store, key, text)
        except StoreError as error:
            self.notice.emit(str(error), None)

    def _drop(self, *keys: str) -> None:
        if self._store.read_only:
            return
        for key in keys:
            drafts.drop(self._store, key)
