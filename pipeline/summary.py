"""What a run says at its end: what was read, what was compared, what was found, and where to look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from extractors.model import Category, Page, Problem
from pipeline.audit.decisions import Stale, counted
from pipeline.audit.second_reading import Reread
from pipeline.report.pages import ReportResult
from pipeline.report.text import short
from pipeline.report.whole import partial
from pipeline.report.words import number, ranges, words
from pipeline.runner import Ran, is_unread
from pipeline.settings import DECISIONS, Settings
from rules.outcome import Severity, Verdict

_NAME_WIDTH = 44
_NAME_START = 16
_WORST_SHOWN = 3
_STALE_SHOWN = 20
_UNREAD = "tidak terbaca"


def lines(ran: Ran, settings: Settings) -> Iterator[str]:
    """The summary, a line at a time, in Indonesian."""
    reports = ran.result.reports
    yield ""
    yield f"{'laporan':{_NAME_WIDTH}}  {'dibandingkan':>13}  {'tinggi':>6}  {'sedang':>6}  {'rendah':>6}  {'tak diperiksa':>13}"
    for report in reports:
        yield _lost_row(report.document.name) if is_unread(report.document) else _row(report)
        if not is_unread(report.document) and (said := partial(report.view, words("id"))):
            yield f"  ↳ {said}"
    yield from (_lost_row(name) for name in _without_document(ran))
    yield ""
    yield from _worst(reports)
    yield from (_problem(ran, problem) for problem in ran.result.problems)
    yield from _asked([page for report in reports for page in report.document.pages if page.asked])
    yield from _reread(ran.reread)
    yield from _review(ran)
    if settings.decisions and settings.decisions.name != DECISIONS and not settings.decisions.exists():
        yield f"Folder keputusan {settings.decisions} belum ada; tidak ada temuan yang dianggap sudah diputuskan."
    yield from _gates(ran)
    if "html" in settings.formats and not all(is_unread(report.document) for report in reports):
        yield f"Buka {settings.out / 'index.html'} di peramban."


def _row(report: ReportResult) -> str:
    verdicts = Counter(outcome.verdict for outcome in report.outcomes)
    severities = Counter(finding.severity for finding in report.findings if finding.is_open)
    compared = sum(verdicts.values()) - verdicts[Verdict.TAK_DIPERIKSA]
    counts = [compared, *(severities[s] for s in (Severity.TINGGI, Severity.SEDANG, Severity.RENDAH)), verdicts[Verdict.TAK_DIPERIKSA]]
    return _columns(report.document.name, [number(count, "id") for count in counts])


def _lost_row(name: str) -> str:
    return _columns(name, [_UNREAD, *"----"])


def _columns(name: str, values: list[str]) -> str:
    widths = (13, 6, 6, 6, 13)
    return "  ".join([f"{_short(name):{_NAME_WIDTH}}", *(f"{value:>{width}}" for value, width in zip(values, widths, strict=True))])


def _short(name: str) -> str:
    """A long name without its middle: its beginning has the number, its end what tells it from others."""
    end = _NAME_WIDTH - _NAME_START - 1
    return name if len(name) <= _NAME_WIDTH else f"{name[:_NAME_START]}…{name[-end:]}"


def _without_document(ran: Ran) -> tuple[str, ...]:
    """The files that were not even taken up."""
    known = {report.document.name for report in ran.result.reports}
    return tuple(dict.fromkeys(problem.document for problem in ran.result.problems if problem.document not in known))


def _worst(reports: tuple[ReportResult, ...]) -> Iterator[str]:
    """A few of the gravest findings, so that one wants to open the report."""
    grave = [(r.document.name, f) for r in reports for f in r.findings if f.severity == Severity.TINGGI and f.is_open]
    if not grave:
        return
    first_of_each: dict[str, str] = {}
    for name, finding in grave:
        first_of_each.setdefault(name, finding.message)
    yield "Temuan terpenting tiap laporan:" if len(first_of_each) <= _WORST_SHOWN else f"Temuan terpenting {_WORST_SHOWN} laporan pertama:"
    yield from (f"  {name}: {message}" for name, message in list(first_of_each.items())[:_WORST_SHOWN])
    yield ""


def _problem(ran: Ran, problem: Problem) -> str:
    lost = {report.document.name for report in ran.result.reports if is_unread(report.document)} | set(_without_document(ran))
    if problem.document in lost:
        heading = f"Berkas {_UNREAD}"
    else:
        heading = "Catatan" if problem.category == Category.WRONG_EXTENSION else f"Sebagian {_UNREAD}"
    return f"{heading} — {problem.document}: {problem.message} {problem.advice}"


def _asked(pages: Sequence[Page]) -> Iterator[str]:
    """About how many pages other engines were asked for their looks, and how many of those were then read as they do."""
    if not pages:
        return
    taken = Counter(engine for page in pages for engine in page.asked if page.engine.startswith(engine))
    won = f"pada {number(taken.total(), 'id')} halaman bacaannya dipakai" if taken else "bacaannya tidak ada yang dipakai"
    by_engine = ", ".join(f"{engine} {number(count, 'id')}" for engine, count in sorted(taken.items()))
    yield f"Tabel meragukan: mesin lain ditanya tentang {number(len(pages), 'id')} halaman, {won}{f' ({by_engine})' if taken else ''}."


def _reread(reread: Reread) -> Iterator[str]:
    """How many pages other engines read again, and what that changed."""
    if not reread.second and not reread.left_out:
        return
    second, third, confirmed, single, disputed, left_out = (number(count, "id") for count in reread.counts)
    yield f"Pembacaan ulang: {second} halaman dibaca mesin kedua, {third} di antaranya juga mesin ketiga."
    yield (
        f"  {confirmed} temuan dibaca sama, {single} hanya dibaca satu mesin, "
        f"{disputed} tidak dijadikan temuan karena mesin baca berbeda pendapat."
    )
    if reread.left_out:
        yield f"  {left_out} halaman lain tidak dibaca ulang (batas --second-pages per dokumen)."


def _review(ran: Ran) -> Iterator[str]:
    """What was decided before and still holds, of these files and of others; what does not, finding by finding."""
    review = ran.review
    counts = counted(finding for report in ran.result.reports for finding in report.findings)
    told = [(kind.value, count - review.carried.get(kind, 0)) for kind, count in counts.items()]
    if own := _counts([*told, ("bacaan dikoreksi", review.corrections)]):
        yield f"Keputusan pereviu yang berlaku: {own}."
    if carried := _counts((kind.value, count) for kind, count in review.carried.items()):
        yield f"Keputusan yang terbawa dari berkas lain laporan yang sama: {carried}."
    if review.stale:
        yield f"Keputusan yang tidak berlaku lagi: {number(len(review.stale), 'id')}."
        yield from (f"  {_stale(one)}" for one in review.stale[:_STALE_SHOWN])
    if len(review.stale) > _STALE_SHOWN:
        yield f"  dan {number(len(review.stale) - _STALE_SHOWN, 'id')} lainnya"
    if review.damaged:
        yield f"Berkas keputusan: baris {ranges(list(review.damaged))} rusak dan dilewati."


def _counts(told: Iterable[tuple[str, int]]) -> str:
    return ", ".join(f"{number(count, 'id')} {said}" for said, count in told if count)


def _stale(one: Stale) -> str:
    made, said = one.ruling, one.ruling.decision
    where = " · ".join(filter(None, (made.spot.table, made.spot.row, made.spot.column))) if made.spot else ""
    why = "temuannya tidak ada lagi"
    if one.changed:
        why = "dibuat atas berkas lain" if one.elsewhere else "angkanya berubah"
        why += ", perlu diputuskan lagi"
    return (
        f"{made.about.document}: {made.rule} {short(where, 120)} ({said.keputusan if said else ''} oleh {said.by if said else ''}): {why}"
    )


def _gates(ran: Ran) -> Iterator[str]:
    """One line when all is well; what failed otherwise."""
    failed = [gate for gate in ran.gates if not gate.passed]
    if ran.gates and not failed:
        yield "Data bersih dan cakupan aturan: semua syarat terpenuhi."
    for gate in failed:
        failures, checks, rows = (number(count, "id") for count in (len(gate.failed), gate.checks, gate.rows))
        yield f"Gerbang {gate.gate}: GAGAL ({failures} dari {checks} syarat tidak terpenuhi, {rows} baris diperiksa)."
        yield from (f"  {sentence}" for sentence in gate.failed)
