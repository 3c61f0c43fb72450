"""A court's certificates for tests, and the outside tools that judge a signed paper: pdfsig, openssl, certutil."""

from __future__ import annotations

import datetime
import io
import re
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from asn1crypto import keys as asn1_keys
from asn1crypto import tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.timestamps import DummyTimeStamper

from app.signing.api import load_key
from app.signing.issuing import (
    Issued,
    issue_device_issuing,
    issue_officer,
    issue_party,
    issue_seal,
    make_court_ca,
    to_pem,
)

COURT = "山东省淄博市淄川区人民法院"


@dataclass(frozen=True)
class Place:
    """A box, as the typesetter gives them."""

    id: str
    page: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class TestCourt:
    """A practice court whose certificates are valid on the day of ``at``."""

    __test__ = False

    at: datetime.datetime
    randomness: Callable[[int], bytes]
    ca: Issued
    device: Issued
    judge: Issued
    clerk: Issued
    seal: Issued

    @classmethod
    def at_work(cls, at: datetime.datetime, randomness: Callable[[int], bytes]) -> TestCourt:
        """The court with judge 林正和 and clerk 苏雨桐, certified a week before ``at``."""
        before = at - datetime.timedelta(days=7)
        ca = make_court_ca(COURT, at=before, randomness=randomness, practice=True)
        return cls(
            at,
            randomness,
            ca,
            issue_device_issuing(ca, "3f20", at=before, randomness=randomness),
            issue_officer(ca, "林正和", "审判员", at=before, randomness=randomness),
            issue_officer(ca, "苏雨桐", "书记员", at=before, randomness=randomness),
            issue_seal(ca, at=before, randomness=randomness),
        )

    @property
    def roots(self) -> tuple[x509.Certificate, ...]:
        return (self.ca.certificate,)

    def party(self, name: str, role: str = "原告", **more: str) -> Issued:
        return issue_party(self.device, name, role, at=self.at, randomness=self.randomness, **more)

    def timestamper(self, at: datetime.datetime) -> Callable[[bytes], bytes]:
        """The court's timestamper, played by pyHanko's; it says that it is ``at``."""
        # That one knows RSA alone.
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        certificate = timestamping_certificate(self.ca, key.public_key(), self.at)
        der = serialization.Encoding.DER
        plain = key.private_bytes(der, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        stamper = DummyTimeStamper(
            asn1_x509.Certificate.load(certificate.public_bytes(der)),
            asn1_keys.PrivateKeyInfo.load(plain),
            fixed_dt=at.astimezone(datetime.UTC),
        )
        return lambda request: stamper.request_tsa_response(tsp.TimeStampReq.load(request)).dump()

    def openssl_timestamper(self, folder: Path) -> Callable[[bytes], bytes]:
        """The court's timestamper, played by ``openssl ts``; it says what the machine's clock says."""
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = timestamping_certificate(self.ca, key.public_key(), self.at)
        plain = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        (folder / "tsa.key").write_bytes(key.private_bytes(serialization.Encoding.PEM, *plain))
        (folder / "tsa.pem").write_bytes(to_pem((certificate,)))
        (folder / "serial").write_text("01\n")
        (folder / "tsa.cnf").write_text(OPENSSL_TSA)

        def stamp(request: bytes) -> bytes:
            (folder / "request.tsq").write_bytes(request)
            command = [
                "openssl",
                "ts",
                "-reply",
                "-config",
                "tsa.cnf",
                "-queryfile",
                "request.tsq",
                "-out",
                "reply.tsr",
            ]
            subprocess.run(command, cwd=folder, check=True, capture_output=True)
            return (folder / "reply.tsr").read_bytes()

        return stamp


OPENSSL_TSA = """
[tsa]
default_tsa = court
[court]
serial = serial
crypto_device = builtin
signer_cert = tsa.pem
certs = tsa.pem
signer_key = tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
"""


def timestamping_certificate(
    ca: Issued, public_key: ec.EllipticCurvePublicKey | rsa.RSAPublicKey, at: datetime.datetime
) -> x509.Certificate:
    """A certificate for timestamps and nothing else (RFC 3161, 2.3)."""
    return (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "时间戳服务")]))
        .issuer_name(ca.certificate.subject)
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - datetime.timedelta(days=7))
        .not_valid_after(at + datetime.timedelta(days=900))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        .sign(load_key(ca.private_key), hashes.SHA256())
    )


@dataclass(frozen=True)
class Verdict:
    """What pdfsig says of one signature."""

    field: str
    signer: str
    valid: bool
    trusted: bool
    whole: bool


def pdfsig(pdf: bytes, roots: Sequence[x509.Certificate], folder: Path) -> list[Verdict]:
    """The verdicts of poppler's pdfsig, with an NSS database that trusts ``roots``; it reads the machine's clock."""
    database = folder / "nss"
    database.mkdir()
    _run("certutil", "-N", "-d", f"sql:{database}", "--empty-password")
    for number, root in enumerate(roots):
        pem = folder / f"root-{number}.pem"
        pem.write_bytes(to_pem((root,)))
        _run("certutil", "-A", "-d", f"sql:{database}", "-n", f"root {number}", "-t", "CT,C,C", "-i", str(pem))
    paper = folder / "paper.pdf"
    paper.write_bytes(pdf)
    told = _run("pdfsig", "-nssdir", str(database), str(paper)).decode()
    return [
        Verdict(
            _after("Signature Field Name: ", part),
            _after("Signer Certificate Common Name: ", part),
            "Signature is Valid" in part,
            "Certificate is Trusted" in part,
            "Total document signed" in part,
        )
        for part in re.split(r"Signature #\d+:", told)[1:]
    ]


def openssl_verifies(pdf: bytes, roots: Sequence[x509.Certificate], at: datetime.datetime, folder: Path) -> list[bool]:
    """For each signature, whether ``openssl cms -verify`` takes it over the bytes that its range names."""
    (folder / "roots.pem").write_bytes(to_pem(tuple(roots)))
    taken = []
    for one in PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures:
        _, first, second, rest = (int(part) for part in one.byte_range)
        (folder / "content").write_bytes(pdf[:first] + pdf[second : second + rest])
        (folder / "signature").write_bytes(one.pkcs7_content)
        ran = subprocess.run(
            [
                *("openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "signature"),
                *("-content", "content", "-CAfile", "roots.pem", "-purpose", "any", "-out", "taken"),
                *("-attime", str(int(at.timestamp()))),
            ],
            cwd=folder,
            capture_output=True,
            check=False,
        )
        taken.append(ran.returncode == 0)
    return taken


def _run(*command: str) -> bytes:
    return subprocess.run(command, capture_output=True, check=True).stdout


def _after(label: str, text: str) -> str:
    found = re.search(re.escape(label) + r"(.*)", text)
    return found.group(1).strip() if found else ""
