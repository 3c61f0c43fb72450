"""The court's own timestamper (RFC 3161): takes a request and gives the response, by this server's clock."""

from __future__ import annotations

import hashlib
from pathlib import Path

from asn1crypto import algos, cms, core, tsp
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding

from app.clock import Clock, Randomness
from app.errors import NotPossibleNow
from app.signing.api import SoftwareSigner, load_key
from app.signing.issuing import Issued, from_pem, issue_timestamper, to_pem
from sync.server.certificates import write_secret

CERTIFICATE, KEY = "timestamp.pem", "timestamp.key"
REJECTION = bytes.fromhex("30053003020102")
"""A TimeStampResp of status 2 and nothing else (RFC 3161, 2.4.2)."""
POLICY = "2.25.225158803184346216204938466064021811287"
"""The court's timestamps are made by its own server's clock; an arc of its own by ITU-T X.667."""


def make_timestamper(folder: Path, root: Issued, randomness: Randomness) -> None:
    """The folder of the court's secrets holds a key for timestamps, certified by the root as long as the root lasts."""
    own = root.certificate
    made = issue_timestamper(
        root, at=own.not_valid_before_utc, until=own.not_valid_after_utc, randomness=randomness
    )
    write_secret(folder / CERTIFICATE, to_pem(made.chain))
    plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    write_secret(folder / KEY, load_key(made.private_key).private_bytes(Encoding.PEM, *plain))


class OwnTimestamper:
    """Stamps by this server's clock, with the key in the folder of the court's secrets."""

    def __init__(self, folder: Path, clock: Clock, randomness: Randomness) -> None:
        if not (folder / KEY).exists():
            raise NotPossibleNow("timestamp_refused", why="no_key_for_timestamps")
        key = serialization.load_pem_private_key((folder / KEY).read_bytes(), None)
        assert isinstance(key, ec.EllipticCurvePrivateKey)
        scalar = key.private_numbers().private_value.to_bytes(32, "big")
        self.chain = from_pem((folder / CERTIFICATE).read_bytes())
        self._signer = SoftwareSigner(scalar, self.chain)
        self._clock = clock
        self._randomness = randomness

    def __call__(self, request: bytes) -> bytes:
        """The TimeStampResp (DER) to a TimeStampReq (DER); one that is none of SHA-256 is rejected in it."""
        try:
            asked = tsp.TimeStampReq.load(request, strict=True)
            imprint = asked["message_imprint"]
            named = imprint["hash_algorithm"]["algorithm"].native
            fit = named == "sha256" and len(imprint["hashed_message"].native) == 32
        except (ValueError, TypeError, KeyError):
            fit = False
        if not fit:
            return REJECTION
        told = {
            "version": "v1",
            "policy": POLICY,
            "message_imprint": imprint,
            "serial_number": int.from_bytes(self._randomness(16), "big") >> 1 | 1,
            "gen_time": self._clock.now(),
        }
        if asked["nonce"].native is not None:
            told["nonce"] = asked["nonce"]
        token = self._token(tsp.TSTInfo(told).dump())
        return bytes(tsp.TimeStampResp({"status": {"status": "granted"}, "time_stamp_token": token}).dump())

    def _token(self, info: bytes) -> cms.ContentInfo:
        leaf = asn1_x509.Certificate.load(self._signer.certificate_chain[0].public_bytes(Encoding.DER))
        sha256 = algos.DigestAlgorithm({"algorithm": "sha256"})
        named = tsp.ESSCertIDv2({"hash_algorithm": sha256, "cert_hash": hashlib.sha256(leaf.dump()).digest()})
        attributes = cms.CMSAttributes(
            [
                cms.CMSAttribute({"type": "content_type", "values": ["tst_info"]}),
                cms.CMSAttribute({"type": "message_digest", "values": [hashlib.sha256(info).digest()]}),
                cms.CMSAttribute({"type": "signing_certificate_v2", "values": [{"certs": [named]}]}),
            ]
        )
        signer_info = cms.SignerInfo(
            {
                "version": "v1",
                "sid": {"issuer_and_serial_number": {"issuer": leaf.issuer, "serial_number": leaf.serial_number}},
                "digest_algorithm": sha256,
                "signed_attrs": attributes,
                "signature_algorithm": {"algorithm": "sha256_ecdsa"},
                "signature": self._signer.sign(attributes.untag().dump()),
            }
        )
        signed = cms.SignedData(
            {
                "version": "v3",
                "digest_algorithms": [sha256],
                "encap_content_info": {"content_type": "tst_info", "content": core.ParsableOctetString(info)},
                "certificates": [leaf],
                "signer_infos": [signer_info],
            }
        )
        return cms.ContentInfo({"content_type": "signed_data", "content": signed})
