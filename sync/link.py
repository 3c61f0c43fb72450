"""One laptop's connection to its court's server: messages out, messages or plain refusals back."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from types import TracebackType
from typing import Self, TypeVar

import httpx

from app.errors import NeedsCorrection, NotPossibleNow
from app.journal.device import DeviceKey
from sync.messages import (
    Arrive,
    Block,
    CourtOffered,
    DeviceTold,
    Enrol,
    Enrolled,
    Hello,
    HelloAnswer,
    Lease,
    MalformedMessage,
    Message,
    Page,
    Pull,
    Push,
    Pushed,
    Receipts,
    ReceiptsWanted,
    Refused,
    Stored,
    Welcome,
)
from sync.store import CourtHome
from sync.tls import client_context

Answer = TypeVar("Answer", bound=Message)
Question = TypeVar("Question")
Given = TypeVar("Given")

TIMEOUT = httpx.Timeout(60.0, connect=10.0)
CHUNK = 64 * 1024
FRAME_TYPE = "application/x-xunhui-frame"
_CLOCK = (9, 10)
"""OpenSSL's X509_V_ERR_CERT_NOT_YET_VALID and X509_V_ERR_CERT_HAS_EXPIRED."""


class LinkBroken(Exception):
    """The connection ended before the answer was whole; what was sent may or may not have arrived."""


class CourtLink:
    """Speaks with one court; belongs to the thread that uses it."""

    def __init__(
        self, url: str, authority: str, certificate: bytes | None = None, key: DeviceKey | None = None
    ) -> None:
        self._url = url
        self._authority = authority
        self._shown = certificate is not None
        # No proxy or certificate from the surroundings: the court's CA and its address are all that counts.
        self._http = httpx.Client(
            base_url=url, verify=client_context(authority, certificate, key), timeout=TIMEOUT, trust_env=False
        )
        self.sent = 0
        self.received = 0

    @classmethod
    def of(cls, home: CourtHome, key: DeviceKey) -> CourtLink:
        return cls(home.url, home.authority, home.certificate, key)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._http.close()

    def welcome(self, arrive: Arrive) -> Welcome:
        return self._post("/v1/welcome", arrive, Welcome)

    def enrol(self, wish: Enrol) -> Enrolled:
        return self._post("/v1/enrol", wish, Enrolled)

    def hello(self, hello: Hello) -> HelloAnswer:
        return self._post("/v1/hello", hello, HelloAnswer)

    def push(self, push: Push) -> Pushed:
        return self._post("/v1/push", push, Pushed)

    def pull(self, pull: Pull) -> Page:
        return self._post("/v1/pull", pull, Page)

    def receipts(self, wanted: ReceiptsWanted) -> Receipts:
        return self._post("/v1/receipts", wanted, Receipts)

    def lease(self, wish: Lease) -> Block:
        return self._post("/v1/numbers", wish, Block)

    def device(self, device: str) -> DeviceTold:
        with self._told_plainly():
            return self._read(self._http.get(f"/v1/devices/{device}"), DeviceTold)

    def attachment_state(self, digest: str) -> Stored | None:
        """How much of it the court has from us; None if no entry that it holds names the attachment."""
        with self._told_plainly():
            response = self._http.head(f"/v1/attachments/{digest}")
        if response.status_code == 404:
            return None
        if response.status_code != 200:
            raise NotPossibleNow("certificate_refused" if response.status_code == 403 else "server_failed")
        place = response.headers.get("x-place")
        return Stored(int(response.headers["x-stored"]), None if place is None else int(place))

    def send_attachment(self, digest: str, offset: int, size: int, length: int, chunks: Iterable[bytes]) -> Stored:
        """`length` bytes from `offset` on, of `size` in all; what the court holds of it then."""

        def counted() -> Iterator[bytes]:
            for chunk in chunks:
                self.sent += len(chunk)
                yield chunk

        with self._told_plainly():
            response = self._http.put(
                f"/v1/attachments/{digest}",
                params={"offset": offset, "size": size},
                content=counted(),
                headers={"content-length": str(length)},
            )
            return self._read(response, Stored)

    @contextmanager
    def fetch_attachment(self, digest: str, offset: int) -> Iterator[Iterator[bytes]]:
        """The attachment's bytes from `offset` on, as they come."""
        with (
            self._told_plainly(),
            self._http.stream("GET", f"/v1/attachments/{digest}", params={"offset": offset}) as response,
        ):
            if response.status_code != 200:
                response.read()
                self._read(response, Refused)

            def chunks() -> Iterator[bytes]:
                for chunk in response.iter_raw():
                    self.received += len(chunk)
                    yield chunk

            yield chunks()

    def _post(self, path: str, message: Message, kind: type[Answer]) -> Answer:
        data = message.pack()
        with self._told_plainly():
            response = self._http.post(path, content=data, headers={"content-type": FRAME_TYPE})
        self.sent += len(data)
        return self._read(response, kind)

    def _read(self, response: httpx.Response, kind: type[Answer]) -> Answer:
        self.received += len(response.content)
        try:
            if response.status_code == 200:
                return kind.unpack(response.content)
            refused = Refused.unpack(response.content)
        except MalformedMessage:
            raise NotPossibleNow("server_failed", status=response.status_code) from None
        if refused.code in ("certificate_missing", "device_unknown"):
            raise NotPossibleNow("certificate_refused", why=refused.code)
        if response.status_code == 409:
            raise NeedsCorrection(refused.code, **refused.details)
        raise NotPossibleNow(refused.code, **refused.details)

    @contextmanager
    def _told_plainly(self) -> Iterator[None]:
        try:
            yield
        except httpx.HTTPError as error:
            raise self._refusal(error) from None

    def _refusal(self, error: httpx.HTTPError) -> Exception:
        """What happened, as far as the two ends' words tell; a mere cut is LinkBroken, after which one goes on."""
        tls = _tls_error(error)
        if isinstance(tls, ssl.SSLCertVerificationError):
            return NotPossibleNow("clock_far_off" if tls.verify_code in _CLOCK else "wrong_court")
        if tls is not None and "ALERT" in (tls.reason or ""):
            return NotPossibleNow("certificate_refused")
        if isinstance(error, (httpx.ConnectError, httpx.ConnectTimeout)):
            return NotPossibleNow("server_unreachable")
        if self._shown and self.received == 0 and self._answers_without_certificate():
            # TLS 1.3 tells a client only after its handshake that the certificate was refused, and the connection
            # may end before those words are read: that the server speaks to us without it tells the same.
            return NotPossibleNow("certificate_refused")
        return LinkBroken(type(error).__name__)

    def _answers_without_certificate(self) -> bool:
        try:
            context = client_context(self._authority)
            with httpx.Client(base_url=self._url, verify=context, timeout=TIMEOUT, trust_env=False) as plain:
                first = plain.get("/v1/court").status_code == 200
            if not first:
                return False
            self._http.get("/v1/court")
        except httpx.HTTPError as error:
            tls = _tls_error(error)
            return tls is not None or isinstance(error, (httpx.ReadError, httpx.RemoteProtocolError))
        return False


def ahead(
    ask: Callable[[Question], Given], question: Question, following: Callable[[Question, Given], Question | None]
) -> Iterator[tuple[Question, Given]]:
    """Each question with its answer, from the first to where none follows; while the caller works with one answer,
    the next question is asked beside, on a thread of its own. What `ask` raises comes when its turn does."""
    with ThreadPoolExecutor(1) as beside:
        coming = beside.submit(ask, question)
        while True:
            answer = coming.result()
            follower = following(question, answer)
            if follower is not None:
                coming = beside.submit(ask, follower)
            yield question, answer
            if follower is None:
                return
            question = follower


def court_offered(url: str) -> CourtOffered:
    """Who answers there, as it says itself; refuses with ``server_unreachable`` or ``wrong_court``."""
    unknown = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    unknown.minimum_version = ssl.TLSVersion.TLSv1_3
    # Its roots are what is asked for: a person compares their words before anything else is said to it.
    unknown.check_hostname = False
    unknown.verify_mode = ssl.CERT_NONE
    try:
        with httpx.Client(base_url=url, verify=unknown, timeout=TIMEOUT, trust_env=False) as plain:
            return CourtOffered.unpack(plain.get("/v1/court").content)
    except (httpx.HTTPError, httpx.InvalidURL):
        raise NotPossibleNow("server_unreachable") from None
    except MalformedMessage:
        raise NotPossibleNow("wrong_court") from None


def _tls_error(error: BaseException) -> ssl.SSLError | None:
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, ssl.SSLError):
            return seen
        seen = seen.__cause__ or seen.__context__
    return None
