"""The laptop's own secrets inside the encrypted database: device key, issuing key, lease key, recovery code."""

from __future__ import annotations

from app.clock import Clock, Randomness
from app.errors import NotPossibleNow
from app.journal.device import DeviceKey
from app.journal.devices import add_devices
from app.keys.events import note
from app.keys.officers import new_p256_key
from app.storage.database import Database

DEVICE, ISSUING, LEASE, RECOVERY = "device", "issuing", "lease", "recovery"


def make_device_keys(database: Database, randomness: Randomness) -> None:
    """The laptop has a device key (Ed25519), an issuing key (P-256) and a lease key; made once."""
    put_secret(database, DEVICE, DeviceKey.new(randomness).seed)
    put_secret(database, ISSUING, new_p256_key(randomness))
    put_secret(database, LEASE, randomness(32))


def renew_device_key(database: Database, clock: Clock, randomness: Randomness) -> DeviceKey:
    """The laptop signs under a new key from now on, which the court has yet to enrol; the old one is gone.

    For a laptop whose last entries may be lost: under the old key its chain could fork.
    """
    former, fresh = device_key(database), DeviceKey.new(randomness)
    with database.transaction():
        put_secret(database, DEVICE, fresh.seed)
        add_devices(database, {fresh.device_id: fresh.public})
        note(database, clock, "device_key_renewed", former.device_id, fresh.device_id)
    return fresh


def device_key(database: Database) -> DeviceKey:
    """The key that signs every entry's header."""
    return DeviceKey.from_bytes(secret(database, DEVICE))


def put_secret(database: Database, name: str, value: bytes) -> None:
    """The secret of that name is ``value`` from now on."""
    database.execute(
        "INSERT INTO key_device (name, secret) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET secret = excluded.secret",
        (name, value),
    )


def secret(database: Database, name: str) -> bytes:
    """The secret of that name; refuses with ``key_missing``."""
    rows = database.query("SELECT secret FROM key_device WHERE name = ?", (name,))
    if not rows:
        raise NotPossibleNow("key_missing", name=name)
    return bytes(rows[0]["secret"])


def drop_secret(database: Database, name: str) -> None:
    """No such secret is held any more."""
    database.execute("DELETE FROM key_device WHERE name = ?", (name,))
