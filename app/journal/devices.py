"""The public keys of the devices whose entries this profile may hold, as the court has told them."""

from __future__ import annotations

from app.errors import NotPossibleNow
from app.journal.device import device_id_of
from app.storage.database import Database
from app.storage.settings import read_setting, write_setting

SETTING = "devices"
_COURT = "court_device"


def known_devices(database: Database) -> dict[str, bytes]:
    """Device name → Ed25519 public key (32 bytes)."""
    return {device: bytes.fromhex(key) for device, key in read_setting(database, SETTING, {}).items()}


def add_devices(database: Database, keys: dict[str, bytes]) -> None:
    """The devices are known from now on; a name that is not its key's digest is refused."""
    for device, key in keys.items():
        if device_id_of(key) != device:
            raise NotPossibleNow("device_key_mismatch")
    held = read_setting(database, SETTING, {})
    merged = held | {device: key.hex() for device, key in keys.items()}
    if merged != held:
        write_setting(database, SETTING, merged)


def add_court(database: Database, key: bytes) -> None:
    """The court's own device has this public key: what it says of keys and revocations counts."""
    device = device_id_of(key)
    add_devices(database, {device: key})
    write_setting(database, _COURT, device)


def court_device(database: Database) -> str | None:
    """The name of the court's own device; None before the laptop belongs to a court."""
    told = read_setting(database, _COURT)
    return None if told is None else str(told)
