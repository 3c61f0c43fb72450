"""TLS 1.3 with mutual authentication under uvicorn, and the peer's certificate in each request's scope."""

from __future__ import annotations

import ssl
from pathlib import Path
from typing import Any

import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

PEER_CERTIFICATE = "xunhui.peer_certificate"
"""Key in the scope's extensions: the certificate that the peer proved to hold, in DER; absent if it showed none."""


class PeerCertificateProtocol(HttpToolsProtocol):
    """uvicorn's protocol, which alone of its kind tells the application who is at the other end."""

    def on_message_begin(self) -> None:
        super().on_message_begin()
        tls = self.transport.get_extra_info("ssl_object")
        certificate = tls.getpeercert(binary_form=True) if tls is not None else None
        if certificate:
            extensions: dict[str, Any] = self.scope.setdefault("extensions", {})
            extensions[PEER_CERTIFICATE] = certificate


def tls_config(app: Any, host: str, port: int, key: Path, certificate: Path, authority: Path) -> uvicorn.Config:
    """uvicorn over TLS 1.3 only. A peer may come without a certificate, to enrol; one it shows must be the court's."""
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        http=PeerCertificateProtocol,
        ws="none",
        lifespan="off",
        loop="asyncio",
        log_config=None,
        access_log=False,
        server_header=False,
        ssl_keyfile=str(key),
        ssl_certfile=str(certificate),
        ssl_ca_certs=str(authority),
        ssl_cert_reqs=ssl.CERT_OPTIONAL,
        timeout_keep_alive=60,
    )
    config.load()
    assert config.ssl is not None
    config.ssl.minimum_version = ssl.TLSVersion.TLSv1_3
    config.ssl.verify_flags |= ssl.VERIFY_X509_STRICT
    return config
