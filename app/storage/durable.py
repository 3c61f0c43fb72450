"""Files that survive a power cut: replaced whole or not at all, and a disk's no told by code."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.errors import NotPossibleNow

NEW = ".new"
"""Ending of a file that is being written; one that a crash left is worthless, the file before it is whole."""
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
READ_ONLY = (errno.EROFS, errno.EACCES, errno.EPERM)


@contextmanager
def disk_refusals() -> Iterator[None]:
    """A full or read-only disk becomes ``disk_full`` or ``folder_read_only``; any other error stays what it is."""
    try:
        yield
    except OSError as error:
        if error.errno in FULL:
            raise NotPossibleNow("disk_full") from None
        if error.errno in READ_ONLY:
            raise NotPossibleNow("folder_read_only") from None
        raise


def replace_file(path: Path, data: bytes) -> None:
    """The file at ``path`` is ``data``, or through a power cut still what it was; refuses as ``disk_refusals``."""
    new = path.with_name(path.name + NEW)
    with disk_refusals():
        try:
            with new.open("wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            new.replace(path)
            sync_folder(path.parent)
        except OSError:
            with contextlib.suppress(OSError):
                new.unlink()
            raise


def sync_folder(folder: Path) -> None:
    """Names made, changed or removed in the folder are on disk; Windows does so by itself and knows no such call."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
