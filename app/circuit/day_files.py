"""Looks whether a file of the day's folder is the picture, sound or document that its name says."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from app.errors import NeedsCorrection

MEDIA = {
    ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".wav": "audio/wav", ".pdf": "application/pdf",
}  # fmt: skip
_ENOUGH = (64, 64)
"""A JPEG is read through at an eighth of its size, which is quick and still finds its end missing."""


def check_file(path: Path, at: str) -> None:
    """Nothing where the file opens as what it is called; one of another kind is only looked at for being empty.

    Refuses with ``attachment_empty`` and ``file_damaged``.
    """
    kind = MEDIA.get(path.suffix.lower(), "")
    with path.open("rb") as file:
        begins = file.read(12)
    if not begins:
        raise NeedsCorrection("attachment_empty", at=at, file=path.name)
    sound = kind != "audio/wav" or (begins[:4], begins[8:]) == (b"RIFF", b"WAVE")
    document = kind != "application/pdf" or begins.startswith(b"%PDF-")
    if not (sound and document and (not kind.startswith("image/") or _opens(path))):
        raise NeedsCorrection("file_damaged", at=at, file=path.name)


def _opens(path: Path) -> bool:
    try:
        with Image.open(path) as image:
            image.draft("L", _ENOUGH)
            image.load()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
    return True
