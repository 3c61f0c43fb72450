"""The court's root for papers: its key certifies officers, laptops, seals and the timestamper, and no server."""

from __future__ import annotations

import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec

from app.clock import Randomness
from app.signing.api import load_key
from app.signing.issuing import Issued, from_pem, make_court_ca, to_pem
from sync.server.certificates import write_secret

CERTIFICATE, KEY = "papers.pem", "papers.key"


def make_paper_root(
    folder: Path, court_name: str, practice: bool, since: datetime.datetime, randomness: Randomness
) -> None:
    """The folder of the court's secrets holds a new root, valid for twenty years from `since`."""
    root = make_court_ca(court_name, at=since, randomness=randomness, practice=practice)
    write_secret(folder / CERTIFICATE, to_pem(root.chain))
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    write_secret(folder / KEY, load_key(root.private_key).private_bytes(serialization.Encoding.PEM, *plain))


def paper_certificate(folder: Path) -> x509.Certificate:
    """The root's certificate, which every ticket carries."""
    return from_pem((folder / CERTIFICATE).read_bytes())[0]


def open_paper_root(folder: Path) -> Issued:
    """The root with its private key, which only the administrator's own command needs: serving works without it."""
    key = serialization.load_pem_private_key((folder / KEY).read_bytes(), None)
    assert isinstance(key, ec.EllipticCurvePrivateKey)
    scalar = key.private_numbers().private_value.to_bytes(32, "big")
    return Issued(scalar, from_pem((folder / CERTIFICATE).read_bytes()))
