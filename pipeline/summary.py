"""What a run says at its end: what was read, what was compared, what was found, and where to look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from extractors.model import Category
from pipeline.report.pages import ReportResult
from pipeline.runner import Ran
from pipeline.settings import Settings
from rules.outcome import Severity, Verdict

_NAME_WIDTH = 44
_WORST_SHOWN = 3


def lines(ran: Ran, settings: Settings) -> Iterator[str]:
    """The summary, a line at a time, in Indonesian."""
    reports = ran.result.reports
    yield ""
    yield f"{'laporan':{_NAME_WIDTH}}  {'dibandingkan':>12}  {'tinggi':>6}  {'sedang':>6}  {'rendah':>6}  {'tak diperiksa':>13}"
    for report in reports:
        yield _row(report)
    yield ""
    yield from _worst(reports)
    yield from _unread(ran)
    yield from _gates(ran)
    if settings.out.name and "html" in settings.formats:
        yield f"Buka {settings.out / 'index.html'} di peramban."


def _row(report: ReportResult) -> str:
    verdicts = Counter(outcome.verdict for outcome in report.outcomes)
    severities = Counter(finding.severity for finding in report.findings)
    compared = sum(verdicts.values()) - verdicts[Verdict.TAK_DIPERIKSA]
    name = report.document.name
    shown = name if len(name) <= _NAME_WIDTH else f"…{name[-_NAME_WIDTH + 1 :]}"
    counts = "  ".join(f"{severities[s]:>6}" for s in (Severity.TINGGI, Severity.SEDANG, Severity.RENDAH))
    return f"{shown:{_NAME_WIDTH}}  {compared:>12}  {counts}  {verdicts[Verdict.TAK_DIPERIKSA]:>13}"


def _worst(reports: tuple[ReportResult, ...]) -> Iterator[str]:
    """A few of the gravest findings, so that one wants to open the report."""
    grave = [(r.document.name, f) for r in reports for f in r.findings if f.severity == Severity.TINGGI]
    if not grave:
        return
    first_of_each: dict[str, str] = {}
    for name, finding in grave:
        first_of_each.setdefault(name, finding.message)
    yield "Di antaranya:"
    yield from (f"  {name}: {message}" for name, message in list(first_of_each.items())[:_WORST_SHOWN])
    yield ""


def _unread(ran: Ran) -> Iterator[str]:
    for problem in ran.result.problems:
        heading = "Catatan" if problem.category == Category.WRONG_EXTENSION else "Tidak terbaca"
        yield f"{heading} — {problem.document}: {problem.message} {problem.advice}"


def _gates(ran: Ran) -> Iterator[str]:
    for gate in ran.gates:
        known = " (data tidak berubah sejak terakhir diperiksa)" if gate.skipped else ""
        yield f"Gerbang {gate.gate}: {gate.checks} syarat atas {gate.rows} baris, {'terpenuhi' if gate.passed else 'GAGAL'}{known}."
        yield from (f"  {sentence}" for sentence in gate.failed)
