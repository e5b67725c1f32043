"""Who may talk to the page: a browser of this machine that was given the key, and whose forms are ours.

Any page that the same browser shows may send requests to this machine. Without the key nothing is answered; the name by which we
were called must be our own (a stranger's name can be made to lead here); and what changes something must come from our own pages.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ADDRESS = "127.0.0.1"
KEY = "kunci"
_READING = ("GET", "HEAD")
# data: for the pictures of the guide, which has them within itself.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
# Not "no-referrer": with that a browser says Origin: null of a form, and our own could not be told from a stranger's.
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_STRANGER = (
    "Halaman ini hanya dapat dibuka dengan alamat lengkap yang dicetak oleh lakip serve saat dijalankan "
    f"(http://{ADDRESS}:…/?{KEY}=…). Salin alamat itu dari jendela terminal ke peramban ini. Alamat dari hari sebelumnya tidak berlaku "
    "lagi setelah lakip serve dijalankan ulang.\n\n"
    "This page opens only with the whole address that lakip serve printed when it was started.\n"
)
_WRONG_NAME = f"Buka halaman ini sebagai http://{ADDRESS}, bukan dengan nama lain.\n\nOpen this page as http://{ADDRESS}.\n"
_FOREIGN = "Permintaan ini tidak berasal dari halaman lakip serve, jadi tidak dijalankan.\n\nThis request did not come from our own page.\n"


@dataclass(frozen=True, slots=True)
class Door:
    """Where we are, and the key. The ticket opens the door once: it is for a browser that we start, whose address others may see."""

    port: int
    key: str
    ticket: str

    @property
    def hosts(self) -> tuple[str, ...]:
        """The names by which we may be called."""
        return f"{ADDRESS}:{self.port}", f"localhost:{self.port}"

    @property
    def cookie(self) -> str:
        """Browsers send the cookies of one port to every other: the name tells ours from those of a second server."""
        return f"lakip-{self.port}"

    def address(self, key: str) -> str:
        """What opens the door, with the key or the ticket."""
        return f"http://{ADDRESS}:{self.port}/?{KEY}={key}"


class Guard:
    """Stands before the application."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        """Nobody passes who does not know the key of the door."""
        self._app, self._door = app, door
        self._tickets = [door.ticket]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer in the place of the application, or let it answer, with headers that confine the page."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return

        async def confined(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        answer = self._answer(scope["method"], scope["path"], scope["query_string"], Headers(scope=scope))
        await (answer or self._app)(scope, receive, confined)

    def _answer(self, method: str, path: str, query: bytes, headers: Headers) -> Response | None:
        """The answer to who may not pass, or who has yet to be given the cookie."""
        host = headers.get("host", "")
        if host not in self._door.hosts:
            return PlainTextResponse(_WRONG_NAME, 403)
        if path == "/" and method in _READING and (given := parse_qs(query.decode("ascii", "replace")).get(KEY)):
            known = self._has_cookie(headers) or _same(given[0], self._door.key) or self._is_ticket(given[0])
            return self._admitted() if known else PlainTextResponse(_STRANGER, 403)
        if not self._has_cookie(headers):
            return PlainTextResponse(_STRANGER, 403)
        if method not in _READING and headers.get("origin") != f"http://{host}":
            return PlainTextResponse(_FOREIGN, 403)
        return None

    def _admitted(self) -> Response:
        """The key goes from the address, where others may read it, into a cookie that no script reads and no other site sends."""
        answer = RedirectResponse("/", 303)
        answer.set_cookie(self._door.cookie, self._door.key, httponly=True, samesite="strict", path="/")
        return answer

    def _has_cookie(self, headers: Headers) -> bool:
        return _same(cookie_parser(headers.get("cookie", "")).get(self._door.cookie, ""), self._door.key)

    def _is_ticket(self, given: str) -> bool:
        """Whether it is the ticket, which is then used up; all requests come in one thread."""
        if not any(_same(given, ticket) for ticket in self._tickets):
            return False
        self._tickets.clear()
        return True


def _same(given: str, known: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), known.encode("ascii"))
