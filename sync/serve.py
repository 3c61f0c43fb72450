"""Serves one court's folder over TLS: ``serve`` until stopped, ``CourtServer`` beside something else."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import uvicorn

from app.clock import Clock, SystemClock
from sync.server.court import Court
from sync.server.folder import open_court
from sync.server.http import court_app
from sync.server.tls import tls_config

PORT = 8443


def serve(
    folder: Path,
    host: str = "127.0.0.1",
    port: int = PORT,
    *,
    keys: Path | None = None,
    database: str | None = None,
    objects: str | None = None,
    clock: Clock | None = None,
) -> None:
    """Answers laptops at host and port until the process is told to stop; a batch under way is finished first."""
    court = open_court(folder, clock or SystemClock(), keys, database, objects)
    try:
        with _stamping(court):
            _server(court, host, port).run()
    finally:
        court.close()


@contextmanager
def _stamping(court: Court) -> Iterator[None]:
    """Papers are stamped beside the answers, on a thread of its own."""
    stop = threading.Event()
    beside = threading.Thread(target=court.stamps.keep_up, args=(stop,), name="stamps", daemon=True)
    beside.start()
    try:
        yield
    finally:
        stop.set()
        beside.join()


class CourtServer:
    """The same server on a thread of its own; in ``with`` it listens, and after it, it has stopped."""

    def __init__(self, court: Court, host: str = "127.0.0.1", port: int = 0) -> None:
        self.court = court
        self._socket = socket.create_server((host, port))
        self.host, self.port = self._socket.getsockname()[:2]
        self._server = _server(court, host, self.port)
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [self._socket]}, name="court-server", daemon=True
        )

    @property
    def url(self) -> str:
        return f"https://{self.host}:{self.port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.should_exit = True
        self._thread.join()
        self._socket.close()
        self.court.close()


def _server(court: Court, host: str, port: int) -> uvicorn.Server:
    keys = court.keys
    config = tls_config(
        court_app(court), host, port, keys.server_key, keys.server_certificate, keys.authority_certificate
    )
    return uvicorn.Server(config)


def main() -> None:
    """``python -m sync.serve FOLDER``: the court server without the window's packages."""
    parser = argparse.ArgumentParser(prog="sync.serve")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=PORT)
    parser.add_argument("--keys", type=Path, default=None)
    parser.add_argument("--database", default=None)
    parser.add_argument("--objects", default=None, help="s3://bucket/prefix for attachments")
    parser.add_argument("--with-parent", action="store_true", help="stop when standard input ends")
    chosen = parser.parse_args()
    if chosen.with_parent:
        threading.Thread(target=_stop_with_parent, daemon=True).start()
    serve(
        chosen.folder,
        chosen.host,
        chosen.port,
        keys=chosen.keys,
        database=chosen.database,
        objects=chosen.objects,
    )


def _stop_with_parent() -> None:
    # A parent that was killed closes its end of the pipe; no signal and no clean-up of its own is needed.
    sys.stdin.buffer.read()
    os.kill(os.getpid(), signal.SIGTERM)


if __name__ == "__main__":
    main()
