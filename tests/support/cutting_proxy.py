"""A TCP proxy on loopback that cuts every connection after so many bytes, or stands still, as a mobile link does."""

from __future__ import annotations

import contextlib
import selectors
import socket
import struct
import threading
from types import TracebackType
from typing import Self


class CuttingProxy:
    """Relays to a port; each connection ends, without a word, once `limit` bytes have gone through it in all.

    Once `stands_at` bytes have gone through all of them nothing more does, and they stay open, until `flowing` is set.
    """

    def __init__(self, target: int, limit: int | None, stands_at: int | None = None) -> None:
        self.target = target
        self.limit = limit
        self.stands_at = stands_at
        self.connections = 0
        self.relayed = 0
        self.flowing = threading.Event()
        self.flowing.set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._workers: list[threading.Thread] = []

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(10)
        for worker in self._workers:
            worker.join(10)

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            worker = threading.Thread(target=self._relay, args=(near,), daemon=True)
            self._workers.append(worker)
            worker.start()

    def _relay(self, near: socket.socket) -> None:
        left = self.limit
        try:
            far = socket.create_connection(("127.0.0.1", self.target))
        except OSError:
            near.close()
            return
        with near, far, selectors.DefaultSelector() as ready, contextlib.suppress(OSError):
            ready.register(near, selectors.EVENT_READ, far)
            ready.register(far, selectors.EVENT_READ, near)
            while True:
                for key, _ in ready.select():
                    source, sink = key.fileobj, key.data
                    assert isinstance(source, socket.socket)
                    data = source.recv(4096 if left is None else min(4096, left))
                    if not data:
                        return
                    self.flowing.wait()
                    sink.sendall(data)
                    self.relayed += len(data)
                    if self.stands_at is not None and self.relayed >= self.stands_at:
                        self.stands_at = None
                        self.flowing.clear()
                    if left is not None:
                        left -= len(data)
                        if left <= 0:
                            # Linger 0: the ends see a reset, as from a router that forgot them.
                            near.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                            return
