"""The public keys of the devices whose entries this profile may hold, as the court has told them."""

from __future__ import annotations

from app.errors import NotPossibleNow
from app.journal.device import device_id_of
from app.storage.database import Database
from app.storage.settings import read_setting, write_setting

SETTING = "devices"


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
