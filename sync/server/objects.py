"""Where attachments' encrypted pieces lie: a folder by default, any S3 store by the same four calls."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import obstore
import obstore.store
from obstore.store import ObjectStore

from sync.server.sealing import Seal

PIECE_NAME = "{object}/{offset:016d}"


class Objects(Protocol):
    """Whole small objects by name; a put is durable when it returns."""

    def put(self, name: str, data: bytes) -> None: ...

    def get(self, name: str) -> bytes: ...

    def sizes(self, folder: str) -> dict[str, int]: ...

    def drop(self, folder: str) -> None: ...


class FolderObjects:
    """Objects as files; each is written beside its place, synced, and moved there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def put(self, name: str, data: bytes) -> None:
        target = self._path(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        waiting = target.with_suffix(".part")
        with waiting.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        waiting.replace(target)
        directory = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(directory)
        finally:
            os.close(directory)

    def get(self, name: str) -> bytes:
        return self._path(name).read_bytes()

    def sizes(self, folder: str) -> dict[str, int]:
        place = self._path(folder)
        if not place.is_dir():
            return {}
        return {f"{folder}/{file.name}": file.stat().st_size for file in place.iterdir() if file.suffix != ".part"}

    def drop(self, folder: str) -> None:
        place = self._path(folder)
        if place.is_dir():
            for file in place.iterdir():
                file.unlink()
            place.rmdir()

    def _path(self, name: str) -> Path:
        first, _, rest = name.partition("/")
        place = self.folder / first[:2] / first
        return place / rest if rest else place


class BucketObjects:
    """Objects in any store that obstore knows: S3 and its like, where a put is whole or not there at all."""

    def __init__(self, store: ObjectStore) -> None:
        self.store = store

    @classmethod
    def at(cls, url: str) -> BucketObjects:
        """By address ("s3://bucket/prefix"); credentials come from the server's own surroundings, never from us."""
        return cls(obstore.store.from_url(url))

    def put(self, name: str, data: bytes) -> None:
        obstore.put(self.store, name, data)

    def get(self, name: str) -> bytes:
        return bytes(obstore.get(self.store, name).bytes())

    def sizes(self, folder: str) -> dict[str, int]:
        found = obstore.list(self.store, prefix=folder).collect()
        return {each["path"]: each["size"] for each in found}

    def drop(self, folder: str) -> None:
        names = list(self.sizes(folder))
        if names:
            obstore.delete(self.store, names)


class Pieces:
    """One attachment as sealed pieces of any length, each named by where its plain bytes begin."""

    OVERHEAD = 28

    def __init__(self, objects: Objects, name: str, key: bytes) -> None:
        self._objects = objects
        self._name = name
        self._seal = Seal(key)

    def stored(self) -> int:
        """Plain bytes held without a gap from the beginning: where the sender goes on."""
        end = 0
        for start, length in self._spans():
            if start != end:
                break
            end = start + length
        return end

    def append(self, offset: int, data: bytes) -> None:
        name = PIECE_NAME.format(object=self._name, offset=offset)
        self._objects.put(name, self._seal.close(data, name))

    def read(self, start: int, stop: int) -> Iterator[bytes]:
        """The plain bytes of the range, one piece in memory at a time."""
        for begin, length in self._spans():
            if begin + length <= start or begin >= stop:
                continue
            name = PIECE_NAME.format(object=self._name, offset=begin)
            plain = self._seal.open(self._objects.get(name), name)
            yield plain[max(0, start - begin) : stop - begin]

    def drop(self) -> None:
        self._objects.drop(self._name)

    def _spans(self) -> list[tuple[int, int]]:
        sizes = self._objects.sizes(self._name)
        return sorted((int(name.rpartition("/")[2]), size - self.OVERHEAD) for name, size in sizes.items())
