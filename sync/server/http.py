"""The court's HTTP endpoints: a thin shell that knows who calls, opens the message, and frames the answer."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from functools import lru_cache
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import iterate_in_threadpool, run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from app.errors import NeedsCorrection, NotPossibleNow, Refusal
from sync.identity import public_key_of
from sync.messages import (
    Arrive,
    Enrol,
    Hello,
    Lease,
    MalformedMessage,
    Message,
    Pull,
    Push,
    ReceiptsWanted,
    Refused,
    Stored,
)
from sync.server.attachments import PIECE
from sync.server.court import Court
from sync.server.tls import PEER_CERTIFICATE

MOST_BODY = 16 * 1024 * 1024
FRAME_TYPE = "application/x-xunhui-frame"

Handler = Callable[[str, Any], Message]


def court_app(court: Court) -> Starlette:
    """The application of one court; whoever serves it hands in the peer's certificate (sync/server/tls.py)."""

    def answering(kind: type[Message], handle: Handler) -> Callable[[Request], Any]:
        async def endpoint(request: Request) -> Response:
            try:
                device = await run_in_threadpool(_device, court, request)
                message = kind.unpack(await _body(request))
                answer = await run_in_threadpool(handle, device, message)
            except (Refusal, MalformedMessage) as refused:
                return _refusal(refused)
            except ClientDisconnect:
                return Response()
            return _framed(answer)

        return endpoint

    def newly(kind: type[Message], handle: Callable[[Any], Message]) -> Callable[[Request], Any]:
        """For a laptop that has no certificate yet: its code stands for it."""

        async def endpoint(request: Request) -> Response:
            try:
                message = kind.unpack(await _body(request))
                return _framed(await run_in_threadpool(handle, message))
            except (Refusal, MalformedMessage) as refused:
                return _refusal(refused)

        return endpoint

    async def offered(_request: Request) -> Response:
        return _framed(court.offered())

    async def heads(request: Request) -> Response:
        try:
            await run_in_threadpool(_device, court, request)
            return _framed(await run_in_threadpool(court.head))
        except Refusal as refused:
            return _refusal(refused)

    async def device_told(request: Request) -> Response:
        try:
            await run_in_threadpool(_device, court, request)
            return _framed(await run_in_threadpool(court.device_told, request.path_params["device"]))
        except Refusal as refused:
            return _refusal(refused)

    async def attachment(request: Request) -> Response:
        digest = request.path_params["digest"]
        try:
            device = await run_in_threadpool(_device, court, request)
            if request.method == "HEAD":
                return _stored_headers(await run_in_threadpool(court.attachments.state, device, digest))
            if request.method == "PUT":
                return _framed(await _take(court, device, digest, request))
            start = _number(request, "offset")
            size, chunks = await run_in_threadpool(court.attachments.read, device, digest, start)
            headers = {"x-size": str(size), "content-length": str(max(0, size - start))}
            return StreamingResponse(_each(chunks), headers=headers, media_type="application/octet-stream")
        except (Refusal, MalformedMessage) as refused:
            return _refusal(refused)
        except ClientDisconnect:
            return Response()

    return Starlette(
        routes=[
            Route("/v1/court", offered, methods=["GET"]),
            Route("/v1/welcome", newly(Arrive, court.newcomers.welcome), methods=["POST"]),
            Route("/v1/enrol", newly(Enrol, court.enrol), methods=["POST"]),
            Route("/v1/hello", answering(Hello, court.hello), methods=["POST"]),
            Route("/v1/push", answering(Push, court.push), methods=["POST"]),
            Route("/v1/pull", answering(Pull, court.pull), methods=["POST"]),
            Route(
                "/v1/receipts",
                answering(ReceiptsWanted, lambda _device, wanted: court.receipts(wanted)),
                methods=["POST"],
            ),
            Route("/v1/numbers", answering(Lease, court.lease), methods=["POST"]),
            Route("/v1/heads", heads, methods=["GET"]),
            Route("/v1/devices/{device:str}", device_told, methods=["GET"]),
            Route("/v1/attachments/{digest:str}", attachment, methods=["HEAD", "PUT", "GET"]),
        ]
    )


async def _take(court: Court, device: str, digest: str, request: Request) -> Stored:
    """What arrives is stored piece by piece, also what arrived before the link broke."""
    offset, size = _number(request, "offset"), _number(request, "size")
    pieces = await run_in_threadpool(court.attachments.begin, device, digest, size)
    stored = await run_in_threadpool(pieces.stored)
    if offset != stored:
        raise NeedsCorrection("attachment_offset_wrong", stored=stored)
    waiting = bytearray()

    async def flush() -> None:
        nonlocal stored
        if waiting:
            data = bytes(waiting)
            waiting.clear()
            await run_in_threadpool(pieces.append, stored, data)
            stored += len(data)

    try:
        async for chunk in request.stream():
            if stored + len(waiting) + len(chunk) > size:
                raise NeedsCorrection("attachment_size_wrong")
            waiting += chunk
            if len(waiting) >= PIECE:
                await flush()
    except ClientDisconnect:
        await flush()
        raise
    await flush()
    if stored < size:
        return Stored(stored, None)
    return await run_in_threadpool(court.attachments.finish, device, digest, size)


def _device(court: Court, request: Request) -> str:
    """The enrolled device that calls, by the certificate of its TLS connection."""
    certificate = request.scope.get("extensions", {}).get(PEER_CERTIFICATE)
    if not certificate:
        raise NotPossibleNow("certificate_missing")
    return court.admit(_public(certificate))


@lru_cache(maxsize=1024)
def _public(certificate: bytes) -> bytes:
    try:
        return public_key_of(certificate)
    except ValueError:
        raise NotPossibleNow("device_unknown") from None


async def _body(request: Request) -> bytes:
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > MOST_BODY:
            raise MalformedMessage("message_too_large")
    return bytes(data)


def _framed(message: Message) -> Response:
    return Response(message.pack(), media_type=FRAME_TYPE)


def _stored_headers(state: Stored) -> Response:
    headers = {"x-stored": str(state.stored)}
    if state.place is not None:
        headers["x-place"] = str(state.place)
    return Response(headers=headers)


def _refusal(refused: Refusal | MalformedMessage) -> Response:
    """409 what the sender can put right, 403 who may not, 404 what is not here, 400 what is no message."""
    if isinstance(refused, MalformedMessage):
        return Response(Refused("message_malformed", {"why": str(refused)}).pack(), 400, media_type=FRAME_TYPE)
    status = {
        "attachment_not_here": 404,
        "device_unknown": 403,
        "device_revoked": 403,
        "certificate_missing": 403,
    }
    details = {key: value for key, value in refused.details.items() if isinstance(value, (str, int))}
    return Response(Refused(refused.code, details).pack(), status.get(refused.code, 409), media_type=FRAME_TYPE)


def _number(request: Request, name: str) -> int:
    text = request.query_params.get(name, "0")
    if not text.isascii() or not text.isdigit() or len(text) > 15:
        raise MalformedMessage(f"wrong_{name}")
    return int(text)


async def _each(chunks: Iterator[bytes]) -> AsyncIterator[bytes]:
    async for chunk in iterate_in_threadpool(chunks):
        yield chunk
