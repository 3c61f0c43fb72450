"""A PostgreSQL server of the tests' own: in a temporary folder, reached by a local socket, gone afterwards."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def _programs() -> Path:
    """Debian keeps the server's programs off PATH; the newest version is taken."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
    if installed:
        return installed[-1]
    found = shutil.which("initdb")
    if found is None:
        raise RuntimeError("PostgreSQL is not installed; `bash packaging/test` installs it")
    return Path(found).parent


def _run(program: str, *arguments: str) -> None:
    command = [str(_programs() / program), *arguments]
    options: dict[str, object] = {}
    if os.getuid() == 0:
        # The server refuses to run as root.
        owner = pwd.getpwnam("postgres")
        options = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
    # Not to pipes: the server would inherit them, and their end would never come.
    with tempfile.TemporaryFile("w+") as said:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=said, stderr=said, cwd="/",
            env={**os.environ, "LC_ALL": "C.UTF-8"},
            **options,  # type: ignore[call-overload]
        )
        if done.returncode:
            said.seek(0)
            raise RuntimeError(f"{program} did not work:\n{said.read()}")


@contextmanager
def running_postgres() -> Iterator[str]:
    """Gives a SQLAlchemy address of an empty server; it lives as long as the block."""
    folder = Path(tempfile.mkdtemp(prefix="xunhui-pg-"))
    try:
        if os.getuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        data = folder / "data"
        _run("initdb", "--pgdata", str(data), "--username=court", "--auth=trust", "--encoding=UTF8", "--no-sync",
             "--locale=C.UTF-8")
        settings = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off -c full_page_writes=off"
        _run("pg_ctl", "start", "--wait", "--pgdata", str(data), "--log", str(folder / "log"), "--options", settings)
        try:
            yield f"postgresql+psycopg://court@/postgres?host={folder}"
        finally:
            _run("pg_ctl", "stop", "--pgdata", str(data), "--mode", "immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
