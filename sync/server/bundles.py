"""The court's side of the stick: takes a laptop's bundle as if it had come over the network, and writes the answer."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from app.clock import SystemClock
from app.errors import NotPossibleNow, Refusal
from sync.bundle import (
    ANSWER,
    BLOCK,
    DEVICE,
    FETCH,
    HELLO,
    HELLO_ANSWER,
    JOURNAL,
    PAGE,
    PIECE,
    PIECE_BACK,
    PIECE_OF,
    PULL,
    PULLED,
    PUSH,
    PUSHED,
    RECEIPTS,
    RECEIPTS_FOR,
    STORED,
    WANTED,
    WISH,
    parse_piece,
    piece,
)
from sync.messages import Hello, Lease, Page, Pull, Push, ReceiptsWanted
from sync.server.court import Court
from sync.server.folder import open_court
from sync.server.journal import digests_in
from sync.volumes import VOLUME_BYTES, BundleWriter, read_bundle, read_preamble, volumes_of


def answer_bundle(court: Court, file: Path, answer: Path, volume_bytes: int = VOLUME_BYTES) -> list[Path]:
    """Everything in the bundle is taken; the answer ``answer.001`` … holds the places, receipts, and what the laptop
    lacks, encrypted to it. The same bundle again is harmless and gives the same answer, newer.

    Refuses with ``bundle_not_found``, ``bundle_damaged``, ``bundle_volume_missing``, ``bundle_for_another``,
    ``device_unknown``, ``device_revoked`` or what a push refuses.
    """
    volumes = volumes_of(file)
    device = court.admit(court.public_of(str(read_preamble(volumes[0])["writer"])))
    frames = read_bundle(volumes, court.keys.bundle, court.public_of, {"court": court.facts.code, "kind": JOURNAL})
    facts = {
        "court": court.facts.code,
        "kind": ANSWER,
        "made_at": court.clock.now().isoformat(timespec="seconds"),
    }
    writer = BundleWriter(answer, facts, court.bundle_key_of(device), court.keys.voice, os.urandom, volume_bytes)
    try:
        answering = _Answering(court, device, writer)
        for kind, payload in frames:
            answering.take(kind, payload)
        answering.finish()
        return writer.close()
    except BaseException:
        writer.abandon()
        raise


class _Answering:
    def __init__(self, court: Court, device: str, writer: BundleWriter) -> None:
        self.court = court
        self.device = device
        self.writer = writer
        self._hello: Hello | None = None
        self._pulls: list[Pull] = []
        self._places: set[int] = set()
        self._fetch: dict[str, None] = {}
        self._devices: set[str] = set()

    def take(self, kind: bytes, payload: bytes) -> None:
        if kind == HELLO:
            self._hello = Hello.unpack(payload)
        elif kind == PUSH:
            pushed = self.court.push(self.device, Push.unpack(payload))
            self._places |= set(pushed.places.values())
            self.writer.add(PUSHED, pushed.pack())
        elif kind == WISH:
            wish = Lease.unpack(payload)
            block = self.court.lease(self.device, wish)
            self.writer.add(BLOCK, bytes.fromhex(wish.request) + block.pack())
        elif kind == PULL:
            self._pulls.append(Pull.unpack(payload))
        elif kind == WANTED:
            for span in ReceiptsWanted.unpack(payload).ranges:
                self._places |= set(range(span[0], span[1] + 1))
        elif kind == FETCH:
            self._fetch[payload.hex()] = None
        elif kind == PIECE_OF:
            self._piece(*parse_piece(payload))

    def finish(self) -> None:
        """Hello's answer comes before what rests on it: the head first, receipts behind the places they prove."""
        # Without a stamp the answer is as good but for a level, which the next one brings.
        with suppress(NotPossibleNow):
            self.court.stamps.catch_up()
        hello = self._hello
        if hello is not None:
            self.writer.add(HELLO_ANSWER, self.court.hello(self.device, hello).pack())
        for pull in self._pulls:
            self._pages(pull)
        head = self.court.head()
        places = sorted(place for place in self._places if place < head.size)
        if places:
            wanted = ReceiptsWanted(_ranges(places), head.size)
            self.writer.add(RECEIPTS_FOR, wanted.pack())
            self.writer.add(RECEIPTS, self.court.receipts(wanted).pack())
        for digest in self._fetch:
            self._send(digest)

    def _pages(self, pull: Pull) -> None:
        while True:
            page = self.court.pull(self.device, pull)
            self._tell_devices(page)
            self.writer.add(PULLED, pull.pack())
            self.writer.add(PAGE, page.pack())
            self._places |= {placed.place for placed in page.entries}
            for placed in page.entries:
                self._fetch |= dict.fromkeys(sorted(digests_in(placed.entry.entry())))
            if not page.more:
                return
            pull = pull.then(page.upto)

    def _tell_devices(self, page: Page) -> None:
        for placed in page.entries:
            device = placed.entry.entry().device
            if device not in self._devices and device != self.court.keys.voice.device_id:
                self._devices.add(device)
                self.writer.add(DEVICE, self.court.device_told(device).pack())

    def _piece(self, digest: str, start: int, size: int, data: bytes) -> None:
        attachments = self.court.attachments
        try:
            state = attachments.state(self.device, digest)
        except NotPossibleNow:
            return  # no entry names it: nothing of ours
        if state.place is None:
            pieces = attachments.begin(self.device, digest, size)
            stored = pieces.stored()
            if start <= stored < start + len(data):
                pieces.append(stored, data[stored - start :])
            if pieces.stored() < size:
                return
            state = attachments.finish(self.device, digest, size)
        elif start + len(data) < size:
            return
        assert state.place is not None
        self._places.add(state.place)
        self.writer.add(STORED, bytes.fromhex(digest) + state.place.to_bytes(8, "big"))

    def _send(self, digest: str) -> None:
        try:
            size, chunks = self.court.attachments.read(self.device, digest, 0)
        except NotPossibleNow:
            return
        start = 0
        for chunk in chunks:
            for begin in range(0, len(chunk), PIECE):
                part = chunk[begin : begin + PIECE]
                self.writer.add(PIECE_BACK, piece(digest, start, size, part))
                start += len(part)


def _ranges(places: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    ranges: list[tuple[int, int]] = []
    for place in places:
        if ranges and ranges[-1][1] == place - 1:
            ranges[-1] = (ranges[-1][0], place)
        else:
            ranges.append((place, place))
    return tuple(ranges)


def main() -> int:
    """``python -m sync.server.bundles COURT BUNDLE ANSWER``: for the court's own people, at the court's machine."""
    parser = argparse.ArgumentParser(prog="sync.server.bundles")
    parser.add_argument("folder", type=Path)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("answer", type=Path)
    parser.add_argument("--keys", type=Path, default=None)
    parser.add_argument("--database", default=None)
    chosen = parser.parse_args()
    try:
        court = open_court(chosen.folder, SystemClock(), chosen.keys, chosen.database)
        for path in answer_bundle(court, chosen.bundle, chosen.answer):
            print(path)
    except Refusal as refusal:
        print(refusal.code)
        return 2
    court.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
