"""The laptop's end of TLS 1.3: trusts the court's CA alone, and proves the device key without it touching a disk."""

from __future__ import annotations

import os
import secrets
import ssl
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import serialization

from app.journal.device import DeviceKey


def client_context(authority: str, certificate: bytes | None = None, key: DeviceKey | None = None) -> ssl.SSLContext:
    """A context that accepts only servers of this CA (PEM) and, given both, shows the device's certificate (DER)."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.verify_flags |= ssl.VERIFY_X509_STRICT
    context.load_verify_locations(cadata=authority)
    if certificate is not None and key is not None:
        password = secrets.token_hex(32)
        chain = x509.load_der_x509_certificate(certificate).public_bytes(serialization.Encoding.PEM)
        locked = key.private.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(password.encode("ascii")),
        )
        with _as_file(chain + locked) as path:
            context.load_cert_chain(path, password=password)
    return context


@contextmanager
def _as_file(data: bytes) -> Iterator[str]:
    # ssl reads keys from files only. On Linux the file is memory; elsewhere it lives for a moment on disk. In both it
    # is encrypted under a password that exists only in this process and for this call, so what a swap partition, a
    # crash or an undelete could keep of it opens nothing.
    if sys.platform == "linux":
        descriptor = os.memfd_create("xunhui", os.MFD_CLOEXEC)
        try:
            os.write(descriptor, data)
            yield f"/proc/self/fd/{descriptor}"
        finally:
            os.close(descriptor)
        return
    descriptor, name = tempfile.mkstemp()
    try:
        os.write(descriptor, data)
        os.close(descriptor)
        yield name
    finally:
        Path(name).unlink()
