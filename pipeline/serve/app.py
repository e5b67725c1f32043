"""The pages of the desk and what can be done on them. Every address names a report and a finding by their fingerprints."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path
from typing import Annotated
from urllib.parse import parse_qsl, quote, unquote

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from pipeline.refusals import RefusedError
from pipeline.report.html import asset, filled
from pipeline.serve import deeds
from pipeline.serve.albums import Album
from pipeline.serve.deeds import NOTHING_ASKED, Asked, asked_of
from pipeline.serve.desk import Desk, Report, State, changed_since
from pipeline.serve.notices import notice_of
from pipeline.serve.serve_words import words
from pipeline.serve.shown import desktop_of, next_open, rows_of
from pipeline.serve.wishes import Wish, wish_of
from pipeline.serve.writing import Writer
from pipeline.settings import VERSION
from rules.outcome import Keputusan

_ASSETS = Path(__file__).parents[1] / "report" / "templates"
# The only files that an address can name.
ASSETS = {
    "lakip.css": ("lakip.css", "text/css"),
    "panduan.css": ("panduan.css", "text/css"),
    "serve.css": ("serve/serve.css", "text/css"),
    "serve.js": ("serve/serve.js", "text/javascript"),
    "htmx.min.js": ("serve/htmx.min.js", "text/javascript"),
    "ikon.svg": ("serve/ikon.svg", "image/svg+xml"),
}
_NAME = "lakip-oleh"
_YEAR = 365 * 24 * 3600
_LARGEST_FORM = 64 * 1024
_MOST_FIELDS = 30
_LONGEST_NAME = 120
# What is answered to a form that cannot be read.
_UNFIT = (HTTPStatus.BAD_REQUEST, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
# How long a page waits for a report to be checked again; then it says that this is under way.
PATIENCE = 20.0


async def fields_of(request: Request) -> Mapping[str, str]:
    """The fields of a form that was sent, the last of those with one name."""
    content = b""
    async for chunk in request.stream():
        content += chunk
        if len(content) > _LARGEST_FORM:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    try:
        return dict(parse_qsl(content.decode("ascii", "replace"), keep_blank_values=True, errors="replace", max_num_fields=_MOST_FIELDS))
    except ValueError as error:
        raise HTTPException(HTTPStatus.BAD_REQUEST) from error


Form = Annotated[Mapping[str, str], Depends(fields_of)]


@dataclass(frozen=True, slots=True)
class Front:
    """What the pages are made from: the desk, pictures, who writes the reports, the day of a decision, the language."""

    desk: Desk
    album: Album
    writer: Writer
    today: Callable[[], str]
    lang: str


@dataclass(frozen=True, slots=True)
class Visit:
    """Who looks at which report, and what was typed there."""

    front: Front
    key: str
    by: str
    wish: Wish
    asked: Asked = NOTHING_ASKED


def application(front: Front) -> FastAPI:
    """The application, without its guard."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    _add_pages(app, front)
    _add_files(app)
    _add_deeds(app, front)
    _add_errors(app, front)
    return app


def _add_pages(app: FastAPI, front: Front) -> None:
    desk = front.desk

    @app.get("/")
    def batch(ditulis: str = "") -> Response:
        return _batch_page(front, notice=bool(ditulis))

    @app.get("/laporan/{key}")
    def report(key: str, request: Request) -> Response:
        return _report_page(Visit(front, key, _name(request), wish_of(request.query_params)))

    @app.get("/laporan/{key}/temuan/{finding}")
    @app.get("/laporan/{key}/temuan/{finding}/batal")
    def again(key: str, finding: str) -> Response:
        return RedirectResponse(f"/laporan/{_found(desk, key).key}{Wish(finding).link}", HTTPStatus.SEE_OTHER)

    @app.get("/laporan/{key}/gambar/{number}")
    def picture(key: str, number: str) -> Response:
        found = desk.look().report(key)
        pages = found.checked.document.pages if found and found.checked else ()
        page = next((one for one in pages if str(one.number) == number), None)
        drawn = front.album.picture(found.source, page) if found and page else None
        if drawn is None:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        return Response(drawn.image, media_type="image/png" if drawn.image.startswith(b"\x89PNG") else "image/webp")


def _add_files(app: FastAPI) -> None:
    @app.get("/panduan.html")
    def guide() -> Response:
        """Indonesian, whatever the language of the desk."""
        shown = {"t": words("id"), "guide": asset("panduan.body.html"), "version": VERSION}
        return HTMLResponse(filled("serve/guide.html.j2", "id", shown))

    @app.get("/berkas/{name}")
    def file(name: str) -> Response:
        if name not in ASSETS:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        path, kind = ASSETS[name]
        return Response((_ASSETS / path).read_bytes(), media_type=kind)


def _add_deeds(app: FastAPI, front: Front) -> None:
    desk = front.desk

    @app.post("/laporan/{key}/temuan/{finding}")
    def decide(key: str, finding: str, form: Form) -> Response:
        asked = asked_of(form)
        visit = Visit(front, key, asked.by, replace(wish_of(form), finding=finding), asked)
        before = _found(desk, key)

        def following() -> str:
            return next_open(before, _checked_again(desk, key), visit.wish, words(front.lang))

        return _acted(visit, lambda: deeds.decide(desk, key, finding, asked, front.today()), following)

    @app.post("/laporan/{key}/temuan/{finding}/batal")
    def undo(key: str, finding: str, request: Request, form: Form) -> Response:
        asked = asked_of({**form, "by": form.get("by") or _name(request)})
        visit = Visit(front, key, asked.by, replace(wish_of(form), finding=finding), asked)

        def following() -> str:
            _checked_again(desk, key)
            return finding

        return _acted(visit, lambda: deeds.undo(desk, key, finding, asked, front.today()), following)

    @app.post("/tulis")
    def write() -> Response:
        refused = front.writer.write(desk.look())
        return _batch_page(front, refused=refused) if refused else RedirectResponse("/?ditulis=1", HTTPStatus.SEE_OTHER)


def _add_errors(app: FastAPI, front: Front) -> None:
    spoken = words(front.lang)

    @app.exception_handler(HTTPException)
    @app.exception_handler(HTTPStatus.NOT_FOUND)
    @app.exception_handler(HTTPStatus.METHOD_NOT_ALLOWED)
    def refused(request: Request, error: Exception) -> Response:
        del request
        status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.NOT_FOUND
        said = "s_unfit" if status in _UNFIT else "s_missing"
        return _plain(front, spoken[said], spoken[f"{said}_note"], status)

    @app.exception_handler(OSError)
    def trouble(request: Request, error: OSError) -> Response:
        del request
        return _plain(front, spoken["s_trouble"], _why(front, error), HTTPStatus.SERVICE_UNAVAILABLE)


def _why(front: Front, error: OSError) -> str:
    """What to say where a file could not be read or written."""
    return words(front.lang)["s_trouble_note"].format(why=error.strerror or type(error).__name__)


# ------------------------------------------------------------------ pages


def _batch_page(front: Front, *, notice: bool = False, refused: str = "") -> Response:
    desk, spoken = front.desk, words(front.lang)
    look = desk.look()
    rows = rows_of(look, front.lang)
    shown = {
        "rows": rows,
        "problems": look.problems,
        "waiting": any(not row.report.settled for row in rows),
        "decided": sum(row.decided for row in rows),
        "total": sum(row.total for row in rows),
        "damaged": ", ".join(map(str, look.damaged)),
        "notice": spoken["s_written"].format(out=desk.settings.out) if notice else "",
        "refused": refused,
        "formats": ", ".join(desk.settings.formats),
        "out": desk.settings.out,
        "folder": desk.decisions,
    }
    return _html(front, "batch", shown, HTTPStatus.CONFLICT if refused else HTTPStatus.OK)


def _report_page(visit: Visit, refused: str = "", status: int = HTTPStatus.OK) -> Response:
    """A report; `refused` says why what was asked was not recorded, and what was typed is still there."""
    front, spoken = visit.front, words(visit.front.lang)
    report = _found(front.desk, visit.key)
    if report.state == State.AGAIN:
        report = _checked_again(front.desk, visit.key)
    page = desktop_of(report, visit.wish, spoken, front.lang)
    if report.checked:
        numbers = [one.number for one in page.pages]
        front.album.prepare(report.source, [one for one in report.checked.document.pages if one.number in numbers])
    shown = {
        "page": page,
        "notice": notice_of(front.desk, report, visit.wish, spoken) if visit.wish.done else None,
        "refused": refused,
        "asked": visit.asked,
        "by": visit.by,
        "kinds": [kind.value for kind in Keputusan],
        "file_changed": changed_since(report.source),
    }
    answer = _html(front, "report", shown, status)
    if refused:  # a page that is loaded again must not send the form again
        answer.headers["HX-Push-Url"] = f"/laporan/{report.key}{visit.wish.link}"
    return answer


def _plain(front: Front, title: str, note: str, status: int) -> Response:
    return _html(front, "plain", {"title": title, "note": note}, status)


def _html(front: Front, name: str, shown: Mapping[str, object], status: int) -> Response:
    page = filled(f"serve/{name}.html.j2", front.lang, {"t": words(front.lang), **shown})
    return HTMLResponse(page.encode("utf-8", "replace"), status)


# ------------------------------------------------------------------ deeds


def _acted(visit: Visit, deed: Callable[[], object], following: Callable[[], str]) -> Response:
    """Where a deed leads: to the next finding; or back to this one, with what was typed and why nothing was recorded."""
    try:
        deed()
    except RefusedError as refused:
        return _report_page(visit, refused.told(visit.front.lang), HTTPStatus.CONFLICT)
    except OSError as error:
        return _report_page(visit, _why(visit.front, error), HTTPStatus.SERVICE_UNAVAILABLE)
    wish = replace(visit.wish, finding=following(), page=None, place=1, done=visit.wish.finding, along=visit.asked.same_cause)
    answer = RedirectResponse(f"/laporan/{visit.key}{wish.link}", HTTPStatus.SEE_OTHER)
    answer.set_cookie(_NAME, quote(visit.by[:_LONGEST_NAME]), max_age=_YEAR, httponly=True, samesite="strict")
    return answer


def _found(desk: Desk, key: str) -> Report:
    report = desk.look().report(key)
    if report is None:
        raise HTTPException(HTTPStatus.NOT_FOUND)
    return report


def _checked_again(desk: Desk, key: str) -> Report:
    """The report once it is checked with the corrections that hold now, or as it is when that takes too long."""
    desk.look()
    desk.wait_for(key, PATIENCE)
    return _found(desk, key)


def _name(request: Request) -> str:
    """Who decided last in this browser."""
    return unquote(request.cookies.get(_NAME, ""), errors="replace")[:_LONGEST_NAME]
