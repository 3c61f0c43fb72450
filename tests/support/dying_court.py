"""A court server whose process dies at its n-th batch: just before the batch is committed, or just after."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import uvicorn

from app.clock import SystemClock
from sync.messages import Push, Pushed
from sync.server.folder import open_court
from sync.server.http import court_app
from sync.server.tls import tls_config


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--port", type=int)
    parser.add_argument("--when", choices=("before", "after"))
    parser.add_argument("--batch", type=int, default=1)
    chosen = parser.parse_args()
    court = open_court(chosen.folder, SystemClock())
    take = court.push
    left = chosen.batch

    def dying(sender: str, push: Push) -> Pushed:
        nonlocal left
        left -= 1
        if left == 0 and chosen.when == "before":
            with court.store.writing(court.facts.code):
                os._exit(9)
        answer = take(sender, push)
        if left == 0:
            os._exit(9)
        return answer

    court.push = dying  # type: ignore[method-assign]
    keys = court.keys
    config = tls_config(
        court_app(court), "127.0.0.1", chosen.port, keys.server_key, keys.server_certificate, keys.authority_certificate
    )
    uvicorn.Server(config).run()


if __name__ == "__main__":
    main()
