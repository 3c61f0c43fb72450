"""A court server whose process dies at its first batch: just before the batch is committed, or just after."""

from __future__ import annotations

import os
from pathlib import Path

import uvicorn

from app.clock import SystemClock
from sync.messages import Push, Pushed
from sync.server.folder import open_court
from sync.server.http import court_app
from sync.server.tls import tls_config


def serve_until_a_batch(folder: Path, port: int, when: str) -> None:
    """``when`` is "before" or "after" the commit."""
    court = open_court(folder, SystemClock())
    take = court.push

    def dying(sender: str, push: Push) -> Pushed:
        if when == "before":
            with court.store.writing(court.facts.code):
                os._exit(9)
        take(sender, push)
        os._exit(9)

    court.push = dying  # type: ignore[method-assign]
    keys = court.keys
    config = tls_config(
        court_app(court), "127.0.0.1", port, keys.server_key, keys.server_certificate, keys.authority_certificate
    )
    uvicorn.Server(config).run()
