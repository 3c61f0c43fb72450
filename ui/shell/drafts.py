"""Saves typing that is not finished, at most a third of a second after the first key that is not saved."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.desk import Desk
from app.errors import Refusal
from app.storage.drafts import drop_draft, load_draft, save_draft
from ui.refusals import sentence_of
from ui.shell.office import Office
from ui.widgets.form import Form
from ui.widgets.records import Records


class DraftKeeper(QObject):
    """``typed`` costs a keystroke one look at a timer; the text is read and sent when it runs out."""

    # Leaves a slow disk two thirds of the second that a power cut may take.
    AFTER_MS = 300

    def __init__(self, office: Office, kind: str, text: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._office, self._kind, self._text = office, kind, text
        self._key = ""
        self._last: str | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setTimerType(Qt.TimerType.PreciseTimer)
        self._soon.setInterval(self.AFTER_MS)
        self._soon.timeout.connect(self.save_now)
        office.leaving.connect(self._leave)

    @property
    def unsaved(self) -> bool:
        """Whether something typed waits for its turn to be saved."""
        return self._soon.isActive()

    def typed(self) -> None:
        """Something was typed: it will be saved soon."""
        self._office.saved.typing()
        if not self.unsaved:
            self._soon.start()

    def save_now(self) -> None:
        """What is typed now is on its way to the disk."""
        self._soon.stop()
        text = self._text()
        if text == self._last:
            self._office.saved.unchanged()
            return
        self._last = text
        self._office.jobs.call(
            _save, self._kind, self._key, text, done=self._saved, refused=self._not_saved, failed=self._failed
        )

    def open(self, key: str, done: Callable[[str], None]) -> None:
        """The draft of ``key`` is handed to ``done`` ("" where there is none); later saves go there.

        What was typed under the key before is saved first, so it must still stand where it was typed.
        """
        self._leave()
        self._key = key
        self._soon.stop()
        # What the page put in by itself is no typing.
        self._office.saved.unchanged()
        self._last = None

        def loaded(text: str | None) -> None:
            if self._key == key:
                self._last = self._last if self._last is not None else text
                done(text or "")

        self._office.jobs.call(_load, self._kind, key, done=loaded, refused=self._office.refuse)

    def drop(self) -> None:
        """What was typed has become an entry; the draft goes."""
        self._soon.stop()
        self._last = ""
        self._office.jobs.call(_drop, self._kind, self._key)

    def drop_later(self) -> None:
        """An act that drops the draft itself is on its way; nothing typed before it is saved again."""
        self._soon.stop()
        self._last = None

    def _leave(self) -> None:
        if self.unsaved:
            self.save_now()

    def _saved(self, _: object) -> None:
        self._office.saved.draft(self._office.now())

    def _not_saved(self, refusal: Refusal) -> None:
        self._last = None
        sentence = sentence_of(refusal)
        self._office.saved.failed(sentence.what)
        self._office.tell(sentence.what, sentence.next_step, kind="problem")

    def _failed(self, reason: BaseException) -> None:
        self._last = None
        self._office.saved.failed(type(reason).__name__)
        self._office.jobs.failed_by_default.emit(reason)


class FormKeeper(DraftKeeper):
    """A form about a case: what is written there is the case's own, seen in no other and safe from a power cut.

    A list with a form under it is kept alike; what stands in that form is told by its owner (``typed``).
    """

    filled = Signal()
    """The blanks were filled or emptied by the keeper, which the form itself tells nobody."""

    def __init__(
        self, office: Office, kind: str, form: Form | Records, at_first: Callable[[], dict[str, Any]] = dict
    ) -> None:
        """``at_first`` gives what stands in the form where nobody has written anything, by blank."""
        super().__init__(office, kind, self._written, form)
        self._form, self._at_first = form, at_first
        self._before: dict[str, Any] = {}
        form.changed.connect(self._changed)

    def stand_for(self, key: str) -> None:
        """The form is about this case, or what of it ``key`` names (a party, a claim), as it was left there.

        Where it already is, only what nobody has written to changes.
        """
        if key != self._key:
            self.open(key, self._put_back)
            self._begin()
        else:
            self._follow()

    def record(
        self,
        function: Callable[..., Any],
        *arguments: Any,
        done: Callable[[Any], None],
        along: Sequence[FormKeeper] = (),
    ) -> None:
        """Runs the act that what is written becomes; once it is, the form begins anew and ``done`` gets what it gave.

        ``along``: other forms in which the same was written. Refused, all stays as it is, and the window says why.
        """
        about = [(keeper, keeper._key) for keeper in (self, *along)]

        def written(value: Any) -> None:
            for keeper, key in about:
                keeper._recorded(key)
            done(value)

        self._office.act(function, *arguments, done=written)

    def _recorded(self, key: str) -> None:
        """The draft is gone; the form, if it is not about something else by now, begins anew."""
        if key == self._key:
            self.drop()
            self._begin()
        else:
            self._office.jobs.call(_drop, self._kind, key)

    def _changed(self) -> None:
        if self._key:
            self.typed()

    def _begin(self) -> None:
        self._form.clear()
        self._form.set_values(self._at_first())
        self._before = self._form.values()
        self.filled.emit()

    def _follow(self) -> None:
        """A time that nobody has written is now's, however long the page has stood there; likewise what has changed."""
        follows = self._untouched(self._at_first())
        self._form.set_values(follows)
        now = self._form.values()
        self._before |= {name: now[name] for name in follows}
        self.filled.emit()

    def _written(self) -> str:
        """What differs from what stood there at first; "" where nothing does."""
        told = {name: value for name, value in self._form.values().items() if value != self._before.get(name)}
        return json.dumps(told, ensure_ascii=False, sort_keys=True) if told else ""

    def _put_back(self, text: str) -> None:
        # What was typed while the draft was on its way stands.
        self._form.set_values(self._untouched(json.loads(text) if text else {}))
        self.filled.emit()

    def _untouched(self, values: dict[str, Any]) -> dict[str, Any]:
        """Those of the values that change a blank in which nobody has written, not even what can't be read yet."""
        now, form = self._form.values(), self._form
        written = set(form.unreadable()) if isinstance(form, Form) else set()
        written |= {name for name, value in now.items() if value != self._before.get(name)}
        return {name: value for name, value in values.items() if name not in written and value != now.get(name)}


def _save(desk: Desk, kind: str, key: str, text: str) -> None:
    save_draft(desk.database, kind, key, text)


def _load(desk: Desk, kind: str, key: str) -> str | None:
    return load_draft(desk.database, kind, key)


def _drop(desk: Desk, kind: str, key: str) -> None:
    drop_draft(desk.database, kind, key)
