"""What a clerk does with photos, scans and recordings: attach, read, set a mistaken one aside."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from app.attachments.files import FOLDER, AttachmentFiles
from app.attachments.store import TABLES, VERSION, get, of_case, receive
from app.desk import Desk
from app.errors import NeedsCorrection, NotPossibleNow
from app.journal.entry import MAIN

__all__ = [
    "TABLES",
    "VERSION",
    "attach",
    "attach_recording",
    "attach_stored",
    "files_of",
    "get",
    "of_case",
    "read",
    "receive",
    "set_aside",
]


def files_of(desk: Desk) -> AttachmentFiles:
    """The encrypted files beside the desk's database."""
    return AttachmentFiles(desk.database, desk.database.path.parent / FOLDER, desk.randomness)


def attach(
    desk: Desk,
    case: str,
    source: Path | bytes | Iterable[bytes],
    name: str,
    media_type: str,
    *,
    compartment: str = MAIN,
) -> str:
    """The bytes lie encrypted on disk and the case's journal names them; gives the attachment's id.

    The entry is written only after the bytes are safe. Refuses with ``attachment_name_missing``,
    ``attachment_empty``, ``source_unreadable``, ``disk_full`` or ``folder_read_only``: then nothing is left.
    """
    if not name.strip() or "/" not in media_type:
        raise NeedsCorrection("attachment_name_missing")
    stored = files_of(desk).add(source)
    return _record(desk, case, stored.digest, stored.size, name, media_type, compartment)


def attach_recording(
    desk: Desk, case: str, file_id: str, name: str, media_type: str, *, compartment: str = MAIN
) -> str:
    """A recording that a power cut ended becomes an attachment of the case with what is safe of it."""
    stored = files_of(desk).rescue(file_id)
    return _record(desk, case, stored.digest, stored.size, name, media_type, compartment)


def attach_stored(desk: Desk, case: str, digest: str, name: str, media_type: str, *, compartment: str = MAIN) -> str:
    """The case's journal names an attachment that already lies on disk, such as a recording just finished."""
    return _record(desk, case, digest, files_of(desk).size(digest), name, media_type, compartment)


def read(desk: Desk, attachment: str) -> bytes:
    """The attachment's plain bytes, whole; for large ones use ``files_of(desk).open(digest)``."""
    row = get(desk.database, attachment)
    if row is None:
        raise NotPossibleNow("attachment_not_here")
    return files_of(desk).read(row["digest"])


def set_aside(desk: Desk, attachment: str, why: str) -> None:
    """The attachment stays in the history but is no longer used in the case; ``why`` is required."""
    row = get(desk.database, attachment)
    if row is None:
        raise NotPossibleNow("attachment_not_here")
    if not why.strip():
        raise NeedsCorrection("reason_missing")
    desk.record(
        "attachment.set_aside",
        attachment,
        {"set_aside": why},
        case=row["case_id"],
        compartment=row["compartment"],
    )


def _record(desk: Desk, case: str, digest: str, size: int, name: str, media_type: str, compartment: str) -> str:
    attachment = desk.new_id("attachment")
    fields = {"digest": digest, "media_type": media_type, "name": name, "size": size}
    desk.record("attachment.added", attachment, fields, case=case, compartment=compartment)
    return attachment
