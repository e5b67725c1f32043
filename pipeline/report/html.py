"""The reports as HTML: one file a document and an index, each whole in itself, without scripts from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from pipeline.report.batch import batch_page
from pipeline.report.files import put, safe_stems
from pipeline.report.pages import ReportResult, RunResult, report_page
from pipeline.report.text import as_points, clean, short
from pipeline.report.words import ELSEWHERE, counted, number, words
from pipeline.settings import VERSION

_TEMPLATES = Path(__file__).with_name("templates")


def write_html(run: RunResult, out: Path, lang: str = "id") -> None:
    """`index.html` and one page a document, named by `safe_stems` of the documents' names."""
    stems = safe_stems(result.document.name for result in run.reports)
    _write(out / "index.html", "index.html.j2", lang, {"batch": batch_page(run, stems, lang), "version": run.version})
    write_guide(out)
    for result in run.reports:
        write_report(run, result, out / f"{stems[result.document.name]}.html", lang)


def write_guide(out: Path) -> None:
    """`panduan.html`, to which the other pages lead; it is Indonesian whatever their language."""
    style = Markup("{}{}").format(asset("lakip.css"), asset("panduan.css"))
    page = rendered("panduan.html.j2", "id", style, {"t": words("id"), "guide": asset("panduan.body.html"), "version": VERSION})
    put(out / "panduan.html", page.encode("utf-8"))


def write_report(run: RunResult, result: ReportResult, path: Path, lang: str) -> None:
    """The page of one document."""
    _write(path, "report.html.j2", lang, {"page": report_page(result, run.problems, lang), "version": run.version})


def _write(path: Path, template: str, lang: str, shown: Mapping[str, object]) -> None:
    script = asset("lakip.js")
    page = rendered(template, lang, asset("lakip.css"), {"t": words(lang), "script": script, "policy_script": source_of(script), **shown})
    put(path, page.encode("utf-8"))


def rendered(template: str, lang: str, style: Markup, shown: Mapping[str, object]) -> str:
    """A page from its template with its one style; what `shown` holds is text of a document until the template says otherwise.

    Nothing is fetched and nothing runs but the one script whose `policy_script` is shown, if there is one.
    """
    script = shown.get("policy_script", "'none'")
    policy = (
        f"default-src 'none'; style-src {source_of(style)}; script-src {script}; img-src data:; "
        "base-uri 'none'; form-action 'none'; object-src 'none'"
    )
    return filled(template, lang, {"style": style, "policy": policy, **shown})


def filled(template: str, lang: str, shown: Mapping[str, object]) -> str:
    """A template with what it shows; for a page whose style and policy come from elsewhere."""
    return _environment(lang).get_template(template).render(**shown)


def source_of(content: str) -> str:
    """How the policy of a page names a style or a script that is written in it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode('utf-8')).digest()).decode('ascii')}'"


@cache
def asset(name: str) -> Markup:
    """A style or a script of ours, which passes into a page as it is."""
    return Markup((_TEMPLATES / name).read_text(encoding="utf-8"))


@cache
def _environment(lang: str) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.filters |= {"n": lambda value: number(value, lang), "short": short, "lead": _lead, "lines": str.splitlines}
    environment.filters |= {"counted": lambda value, name: counted(name, value, lang), "as_points": as_points}
    environment.globals |= {"elsewhere": ELSEWHERE, "lang": lang}
    return environment


def _shown(value: object) -> object:
    """Unseen characters are shown wherever text comes out; our own markup passes."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _lead(text: str) -> str:
    """A text that begins a line of its own."""
    return text[:1].upper() + text[1:]
