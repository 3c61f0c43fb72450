"""A process that types a hearing through the services the window uses, for ever, until the power fails.

Told the profile's folder, the seed of its key and the sitting; says on its standard output which turn is on disk.
"""

from __future__ import annotations

import sys
from pathlib import Path

from app.hearings import service as hearings
from app.hearings.store import count_turns
from app.storage.database import open_database
from support.village import database_key, desk_on


def said(number: int) -> str:
    """What is said in that turn, with a rare character in it."""
    return f"第{number}句：原告张𬱖陈述，借款三万六千元。" * (1 + number % 5)


def main(folder: str, seed: str, sitting: str) -> None:
    database = open_database(Path(folder) / "xunhui.db", database_key(int(seed)))
    desk = desk_on(database, int(seed), lease=False)
    number = count_turns(database, sitting)
    print("open", hearings.open_turn(desk, sitting), flush=True)
    while True:
        number += 1
        words = said(number)
        for end in range(8, len(words), 16):
            hearings.save_open_turn(desk, sitting, "plaintiff", words[:end])
        hearings.end_turn(desk, sitting, "plaintiff", words)
        print(number, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
