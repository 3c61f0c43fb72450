"""A round with the court: hello, push, pull, receipts, then attachments, small first; cut anywhere, it goes on."""

from __future__ import annotations

import datetime
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from app.attachments.pieces import PieceReader
from app.attachments.service import files_of
from app.attachments.store import named
from app.desk import Desk
from app.errors import NeedsCorrection, NotPossibleNow
from app.journal.entry import Entry
from app.keys.lease import court_seen
from sync.link import CHUNK, CourtLink, LinkBroken, ahead
from sync.merge import Arrivals, Cancelled
from sync.messages import (
    Block,
    Hello,
    HelloAnswer,
    Page,
    Pull,
    Push,
    Pushed,
    Stored,
    WireEntry,
    batches,
    group_of,
    uncut,
)
from sync.receipts import MOST_LEAVES, FalseReceipt, check, take_head, want
from sync.store import SyncStore

MOST_BATCH = 1024 * 1024
LEAST_BATCH = 2 * 1024
FIRST_BATCH = 256 * 1024
"""Bytes before compression. A link that breaks halves it; what arrives doubles it, up to what has broken."""
MOST_ENTRIES = 1000
PATIENCE = 4
"""Connections in a row that carried nothing at all, before we say that the court can't be reached."""
PAUSE_SECONDS = 0.2
SET_BACK = ("place_not_in_log", "chain_gap")


@dataclass(frozen=True)
class Progress:
    """``stage`` is hello, push, pull, receipts, attachments or done; counts are items, and bytes on the wire."""

    stage: str
    items: int
    all_items: int
    bytes: int


@dataclass
class RoundReport:
    """What a round did; ``finished`` is false where it was cancelled, and the next one goes on."""

    finished: bool = False
    pushed: int = 0
    pulled: int = 0
    receipts: int = 0
    attachments_sent: int = 0
    attachments_fetched: int = 0
    attachments_waiting: int = 0
    bytes_sent: int = 0
    bytes_received: int = 0
    connections: int = 0
    clock_skew_seconds: int = 0
    left_scope: list[str] = field(default_factory=list)
    forked: bool = False
    held_back: int = 0
    court_set_back: bool = False
    blocks: dict[str, Block] = field(default_factory=dict)
    """Numbers leased in this round, by the request that asked for them."""


class Round:
    """One round of one desk, on the thread that owns the desk's database; ``cancel`` may come from any thread."""

    def __init__(
        self,
        desk: Desk,
        *,
        progress: Callable[[Progress], None] | None = None,
        attachments: bool = True,
    ) -> None:
        self.desk = desk
        self.report = RoundReport()
        self._progress = progress
        self._with_attachments = attachments
        self._stop = threading.Event()
        self._store = SyncStore(desk.database)
        self._home = self._store.home()
        self._arrivals = Arrivals(desk, self._home, self._stop)
        self._limit = FIRST_BATCH
        self._ceiling = MOST_BATCH
        self._gained = 0

    def cancel(self) -> None:
        """The round ends with the transaction or message under way; nothing is lost by it."""
        self._stop.set()

    def run(self) -> RoundReport:
        """Everything that could go has gone, and come; refuses with ``server_unreachable``, ``certificate_refused``,
        ``wrong_court``, ``clock_far_off``, ``not_enrolled``, ``disk_full`` or what the court refused."""
        idle = 0
        try:
            while True:
                before = self._gained
                try:
                    with CourtLink.of(self._home, self.desk.device) as link:
                        self.report.connections += 1
                        try:
                            self._all_steps(link)
                        finally:
                            self.report.bytes_sent += link.sent
                            self.report.bytes_received += link.received
                    self.report.finished = True
                    self._tell("done", 1, 1)
                    break
                except LinkBroken:
                    if self._limit > LEAST_BATCH:
                        # Perhaps the link was whole and we asked too much of it: patience begins with the least.
                        self._limit = self._ceiling = max(LEAST_BATCH, self._limit // 2)
                        continue
                except NotPossibleNow as refused:
                    if refused.code != "server_unreachable" or self._gained == 0:
                        raise
                except NeedsCorrection as refused:
                    # The court was set back while we spoke: hello again tells what it has now.
                    if refused.code not in SET_BACK or idle + 1 >= PATIENCE:
                        raise
                idle = idle + 1 if self._gained == before else 0
                if idle >= PATIENCE:
                    raise NotPossibleNow("server_unreachable")
                if idle and self._stop.wait(PAUSE_SECONDS * idle):
                    raise Cancelled
        except Cancelled:
            pass
        except FalseReceipt as false:
            raise NotPossibleNow("court_receipt_false", why=str(false)) from None
        self.report.pulled = self._arrivals.new
        self.report.held_back = self._arrivals.held_back
        return self.report

    def _all_steps(self, link: CourtLink) -> None:
        hello = self._hello(link)
        own = hello.tip > self.desk.journal.head(self.desk.device.device_id)[0]
        if own and not hello.forked:
            # This disk was set back: first take home what it had already sent, or its next act would fork the chain.
            self._pull(link, own=True)
        self._push(link, hello.known)
        self._ask_for_numbers(link)
        self._pull(link, own=False)
        self._receipts(link)
        if self._with_attachments:
            self._send_attachments(link)
            self._fetch_attachments(link)
            self._receipts(link)

    # --- hello

    def _hello(self, link: CourtLink) -> HelloAnswer:
        self._step("hello", 0, 1)
        head = self._store.last_head()
        answer = link.hello(
            Hello(
                at=self.desk.clock.now().isoformat(),
                chain=self._sampled_chain(),
                head_size=head.size if head else 0,
                scope_version=self._store.scope_version(),
            )
        )
        if answer.court != self._home.court:
            raise NotPossibleNow("wrong_court")
        if not take_head(self.desk.database, self._home, answer.head, answer.consistency):
            self.report.court_set_back = True
            self._return_what_it_had(link)
        court_seen(self.desk.database, self.desk.clock)
        if answer.scope is not None:
            with self.desk.database.transaction():
                self.report.left_scope = sorted(self._store.note_scope(answer.scope_version, answer.scope))
        theirs = datetime.datetime.fromisoformat(answer.at)
        self.report.clock_skew_seconds = round((self.desk.clock.now() - theirs).total_seconds())
        self.report.forked = answer.forked
        return answer

    def _sampled_chain(self) -> dict[str, str]:
        """Some of our own chain: what we think the court has, the head, and steps back that double."""
        device = self.desk.device.device_id
        last, _ = self.desk.journal.head(device)
        wanted = {self._store.pushed_to()}
        back = 0
        while last - back > 0:
            wanted.add(last - back)
            back = back * 2 + 1
        sampled = dict[str, str]()
        for sequence in sorted(wanted - {0}):
            for entry in self.desk.journal.of_device(device, sequence - 1, 1):
                if entry.sequence == sequence:
                    sampled[str(sequence)] = entry.name
        return sampled

    # --- push

    def _push(self, link: CourtLink, known: int) -> None:
        device = self.desk.device.device_id
        last, _ = self.desk.journal.head(device)
        # What the court has but we were never told so (the answer was lost) goes again, for its places.
        first = min(known, self._store.pushed_to())
        self._step("push", 0, last - first)
        for batch, answer in self._sent(link, self._batches(first)):
            self._arrivals.note_places(answer.places)
            with self.desk.database.transaction():
                self._store.note_pushed(batch[-1].sequence)
            self.report.pushed += sum(entry.sequence > known for entry in batch)
            self.report.forked = self.report.forked or device in answer.forked
            self._gain(True)
            self._step("push", batch[-1].sequence - first, last - first)

    def _return_what_it_had(self, link: CourtLink) -> None:
        """All that had a place in the court's log is back at the court, in the order of that log: what stood stands,
        leases too, and a laptop that is no more is not missed. Of others' chains as much as we hold without a gap."""
        strangers = set[str]()
        while True:
            try:
                for _, answer in self._sent(link, batches(self._unbroken(strangers), self._limit)):
                    self._arrivals.note_places(answer.places)
                    self._gain(True)
                return
            except NeedsCorrection as refused:
                # A laptop enrolled since the backup was made; it will have to enrol again.
                if refused.code != "author_unknown":
                    raise
                strangers.add(str(refused.details["device"]))

    def _unbroken(self, strangers: set[str]) -> Iterator[Entry]:
        last: dict[str, int] = {}
        for run in uncut(self.desk.journal.in_log_order()):
            device, group = run[0].device, group_of(run[0])
            whole = group is None or group.size == len(run)
            if whole and device not in strangers and run[0].sequence == last.get(device, 0) + 1:
                last[device] = run[-1].sequence
                yield from run

    def _sent(self, link: CourtLink, waiting: Iterator[list[Entry]]) -> Iterator[tuple[list[Entry], Pushed]]:
        """Batch by batch with the court's answer to each."""

        def push(batch: list[Entry]) -> Pushed:
            return link.push(Push(tuple(WireEntry.of(entry) for entry in batch)))

        first = next(waiting, None)
        return iter(()) if first is None else ahead(push, first, lambda _batch, _answer: next(waiting, None))

    def _batches(self, after: int) -> Iterator[list[Entry]]:
        """Our own entries from there on, each batch as large as the link bears by then, no group cut."""
        while entries := self._whole_groups(after):
            limit = self._limit
            for batch in batches(entries, limit):
                yield batch
                after = batch[-1].sequence
                if self._limit != limit:
                    break

    def _whole_groups(self, after: int) -> list[Entry]:
        """The next entries of our own chain, so many that the last group among them is whole."""
        count = MOST_ENTRIES
        while True:
            entries = self.desk.journal.of_device(self.desk.device.device_id, after, count)
            if len(entries) < count:
                return entries
            runs = list(uncut(entries))
            if len(runs) > 1:
                return [entry for run in runs[:-1] for entry in run]
            count *= 2

    def _ask_for_numbers(self, link: CourtLink) -> None:
        for wish in self._store.wishes():
            try:
                self.report.blocks[wish.request] = link.lease(wish)
            except NeedsCorrection:
                self._store.granted(wish.request)
                raise
            self._store.granted(wish.request)
            self._gain(True)

    # --- pull

    def _pull(self, link: CourtLink, own: bool) -> None:
        count = 0
        if own:
            first = Pull(0, (), self._limit, True)
        else:
            first = Pull(self._store.after(), self._store.apart(), self._limit, False)

        def following(pull: Pull, page: Page) -> Pull | None:
            return replace(pull.then(page.upto), limit=self._limit) if page.more else None

        self._step("pull", 0, 1)
        for pull, page in ahead(link.pull, first, following):
            known = self._arrivals.new
            self._arrivals.take(page.entries, link.device)
            if not own:
                with self.desk.database.transaction():
                    self._store.read_upto(pull, page.upto)
            count += len(page.entries)
            self._gain(self._arrivals.new > known if own else bool(page.entries))
            self._step("pull", count, count + 1)

    # --- receipts

    def _receipts(self, link: CourtLink) -> None:
        whole = self._store.count_unproven()
        done = 0
        while unproven := self._store.unproven(MOST_LEAVES):
            self._step("receipts", done, whole)
            head = self._store.last_head()
            wanted = want(unproven, head.size if head else 0)
            answer = link.receipts(wanted)
            if not take_head(self.desk.database, self._home, answer.head, answer.consistency):
                self.report.court_set_back = True
                raise LinkBroken("set back")
            proofs = check(wanted, unproven, answer)
            self._arrivals.keep_proofs(answer.head.size, proofs)
            done += len(proofs)
            self.report.receipts += len(proofs)
            self._gain(True)

    # --- attachments

    def _send_attachments(self, link: CourtLink) -> None:
        files = files_of(self.desk)
        proven = self._store.proven_attachments()
        waiting = sorted((files.size(digest), digest) for digest in files.digests() if digest not in proven)
        for number, (size, digest) in enumerate(waiting):
            self._step("attachments", number, len(waiting))
            state = link.attachment_state(digest)
            if state is None:
                continue  # no entry that the court holds names it yet
            if state.place is None:
                with files.open(digest) as reader:
                    while state.place is None:
                        state = self._send_piece(link, reader, digest, state.stored, size)
                self.report.attachments_sent += 1
            self._arrivals.note_attachment(digest, state.place)
            self._gain(True)

    def _send_piece(self, link: CourtLink, reader: PieceReader, digest: str, start: int, size: int) -> Stored:
        """The next piece is at the court. One request for a whole recording would lose, when the link is cut, what
        the court's side had not yet taken out of its buffers, again and again."""
        stop = min(size, start + self._limit)
        state = link.send_attachment(
            digest, start, size, stop - start, self._until_stopped(_small(reader.chunks(start, stop)))
        )
        self._gain(state.stored > start)
        return state

    def _fetch_attachments(self, link: CourtLink) -> None:
        files = files_of(self.desk)
        waiting = [(row["digest"], row["size"]) for row in named(self.desk.database) if not files.has(row["digest"])]
        for number, (digest, size) in enumerate(waiting):
            self._step("attachments", number, len(waiting))
            try:
                self._fetch(link, digest, size)
            except NotPossibleNow as refused:
                if refused.code != "attachment_not_here":
                    raise
                self.report.attachments_waiting += 1

    def _fetch(self, link: CourtLink, digest: str, size: int) -> None:
        files = files_of(self.desk)
        with link.fetch_attachment(digest, files.received(digest)) as chunks:
            incoming = files.receive(digest, size)
            try:
                for chunk in self._until_stopped(chunks):
                    incoming.write(chunk)
                    self._gained += 1
            except BaseException:
                incoming.pause()
                raise
            incoming.finish()
        self.report.attachments_fetched += 1
        state = link.attachment_state(digest)
        if state is not None and state.place is not None:
            self._arrivals.note_attachment(digest, state.place)

    # --- along the way

    def _gain(self, moved: bool) -> None:
        """Something is done that no cut undoes; where nothing was, patience is not renewed by asking again."""
        if not moved:
            return
        self._gained += 1
        self._limit = min(self._ceiling, self._limit * 2)

    def _until_stopped(self, chunks: Iterator[bytes]) -> Iterator[bytes]:
        for chunk in chunks:
            if self._stop.is_set():
                raise Cancelled
            yield chunk

    def _step(self, stage: str, items: int, all_items: int) -> None:
        if self._stop.is_set():
            raise Cancelled
        self._tell(stage, items, all_items)

    def _tell(self, stage: str, items: int, all_items: int) -> None:
        if self._progress is not None:
            moved = self.report.bytes_sent + self.report.bytes_received
            self._progress(Progress(stage, items, all_items, moved))


def _small(chunks: Iterator[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        for start in range(0, len(chunk), CHUNK):
            yield chunk[start : start + CHUNK]


def run_round(
    desk: Desk, progress: Callable[[Progress], None] | None = None, *, attachments: bool = True
) -> RoundReport:
    """A whole round with this laptop's court; see ``Round.run`` for what it refuses."""
    return Round(desk, progress=progress, attachments=attachments).run()
