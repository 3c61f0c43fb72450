"""``slots.json``: the wrapped database key and the count of wrong tries, replaced whole or not at all."""

from __future__ import annotations

import base64
import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.errors import NotPossibleNow
from app.keys.throttle import Throttle
from app.storage.durable import NEW, replace_file

if TYPE_CHECKING:
    from app.keys.derive import Cost

# Who may sign in is asked before the window is painted: what opens a slot is imported where one is opened.
NAME = "slots.json"
FORMAT = 1
PASSPHRASE = "passphrase"


@dataclass(frozen=True)
class Slot:
    """One way to the database key. ``kind``: passphrase, escrow; token and tpm will stand beside them.

    ``box`` is the sealed key; ``metadata`` is everything else, and the box is bound to it.
    """

    id: str
    kind: str
    holder: str
    metadata: Mapping[str, Any]
    box: bytes

    def label(self, *, practice: bool) -> bytes:
        """What the box is bound to: with one letter of it changed, or ``practice``, it does not open."""
        import rfc8785

        bound: dict[str, Any] = {
            "format": FORMAT,
            "holder": self.holder,
            "id": self.id,
            "kind": self.kind,
            "metadata": dict(self.metadata),
            "practice": practice,
        }
        return b"xunhui-slot-1\x00" + rfc8785.dumps(bound)

    @property
    def cost(self) -> Cost:
        """The Argon2id cost that was recorded when the slot was made."""
        from app.keys.derive import Cost

        kdf = self.metadata["kdf"]
        return Cost(int(kdf["passes"]), int(kdf["memory_kib"]), int(kdf["lanes"]))

    @property
    def salt(self) -> bytes:
        return base64.b64decode(self.metadata["kdf"]["salt"])


@dataclass(frozen=True)
class SlotsFile:
    """What ``slots.json`` holds; every change is a new value, written by ``write``."""

    practice: bool
    slots: tuple[Slot, ...]
    throttles: Mapping[str, Throttle] = field(default_factory=dict)

    def of_holder(self, kind: str, holder: str) -> Slot | None:
        """The holder's slot of that kind, or None."""
        return next((slot for slot in self.slots if slot.kind == kind and slot.holder == holder), None)

    def with_slot(self, slot: Slot) -> SlotsFile:
        """With this slot in place of the holder's former one of the same kind."""
        others = tuple(s for s in self.slots if (s.kind, s.holder) != (slot.kind, slot.holder))
        return replace(self, slots=(*others, slot))

    def without(self, kind: str, holder: str) -> SlotsFile:
        """With no such slot."""
        return replace(self, slots=tuple(s for s in self.slots if (s.kind, s.holder) != (kind, holder)))

    def with_throttle(self, holder: str, throttle: Throttle) -> SlotsFile:
        """With this count of the holder's wrong tries; a count of none is not kept."""
        others = {name: held for name, held in self.throttles.items() if name != holder}
        return replace(self, throttles=others | ({holder: throttle} if throttle.wrong else {}))


def read(profile: Path) -> SlotsFile:
    """The profile's slots; refuses with ``no_profile``, ``newer_slots`` or ``slot_damaged``."""
    with contextlib.suppress(OSError):
        (profile / (NAME + NEW)).unlink()  # a write that a crash cut short; the file before it is whole
    try:
        held = json.loads((profile / NAME).read_bytes())
        if held["format"] > FORMAT:
            raise NotPossibleNow("newer_slots")
        return SlotsFile(
            practice=held["practice"] is True,
            slots=tuple(
                Slot(str(s["id"]), str(s["kind"]), str(s["holder"]), dict(s["metadata"]), base64.b64decode(s["box"]))
                for s in held["slots"]
            ),
            throttles={
                holder: Throttle(int(t["wrong"]), int(t["left_ms"]), str(t["boot"]), int(t["at_ms"]))
                for holder, t in held["throttles"].items()
            },
        )
    except FileNotFoundError:
        raise NotPossibleNow("no_profile") from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise NotPossibleNow("slot_damaged") from None


def officers_of(profile: Path) -> list[tuple[str, str]]:
    """(id, name) of every officer who can sign in here; readable before anybody has."""
    return [(s.holder, str(s.metadata.get("name", ""))) for s in read(profile).slots if s.kind == PASSPHRASE]


def write(profile: Path, slots: SlotsFile) -> None:
    """The file holds ``slots``, or through a power cut what it held; ``disk_full``, ``folder_read_only``."""
    held = {
        "format": FORMAT,
        "practice": slots.practice,
        "slots": [
            {
                "box": base64.b64encode(slot.box).decode("ascii"),
                "holder": slot.holder,
                "id": slot.id,
                "kind": slot.kind,
                "metadata": dict(slot.metadata),
            }
            for slot in slots.slots
        ],
        "throttles": {
            holder: {"at_ms": t.at_ms, "boot": t.boot, "left_ms": t.left_ms, "wrong": t.wrong}
            for holder, t in slots.throttles.items()
        },
    }
    text = json.dumps(held, ensure_ascii=False, indent=1, sort_keys=True).encode("utf-8")
    replace_file(profile / NAME, text)
