"""What the desk's pages show, worked out before any markup: the batch, a report, the finding that is looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.model import Document, Page
from pipeline.audit.decisions import Ruling, values_of
from pipeline.report.entries import described, numbered, where
from pipeline.report.evidence import Evidence, atlas_of, evidence_of
from pipeline.report.pages import ReportResult, Summary, summary_of
from pipeline.serve.deeds import mark_of
from pipeline.serve.desk import Look, Report
from pipeline.serve.sheets import Lines, Numbered, Sheet, lines_of, pages_of, sheet_of
from pipeline.serve.wishes import DECIDED, OPEN, Wish
from pipeline.stages import Checked
from rules.facts import Location
from rules.outcome import Finding, Severity, Verdict


@dataclass(frozen=True, slots=True)
class Row:
    """A report in the batch: how many findings are open by severity, and how many were decided."""

    report: Report
    summary: Summary | None
    open: Mapping[str, int]
    decided: int
    total: int

    @property
    def share(self) -> int:
        """How much is decided, of a hundred."""
        return 100 * self.decided // self.total if self.total else 100


@dataclass(frozen=True, slots=True)
class Listed:
    """A finding in the list."""

    number: str
    finding: Finding
    place: str
    symptom: bool
    link: str


@dataclass(frozen=True, slots=True)
class Correctable:
    """A place of a finding where the page may have been read wrong: what was read there, and where it is."""

    number: int
    text: str
    place: str
    page: int | None


@dataclass(frozen=True, slots=True)
class Looked:
    """The finding that is looked at; `values` and `seen` go into its forms, `same` counts the undecided others of its cause."""

    number: str
    finding: Finding
    place: str
    evidence: Evidence
    places: tuple[Correctable, ...]
    values: str
    seen: str
    same: int
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A decision apart from its finding: a correction that was carried out, or one that holds no longer."""

    ruling: Ruling
    seen: str
    place: str
    changed: bool = False
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Effect:
    """What checking anew with a correction came to: findings that are gone, new ones, and how many comparisons are not made now."""

    gone: tuple[Finding, ...]
    fresh: tuple[Finding, ...]
    lost: int


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page with findings: how many of them are open."""

    number: int
    open: int
    link: str


@dataclass(frozen=True, slots=True)
class Desktop:
    """A report with everything about it."""

    row: Row
    wish: Wish
    listed: tuple[Listed, ...]
    looked: Looked | None
    sheet: Sheet | None
    lines: Lines | None
    pages: tuple[PageLink, ...]
    carried: tuple[Made, ...]
    stale: tuple[Made, ...]
    reasons: tuple[str, ...]


def rows_of(look: Look, lang: str) -> tuple[Row, ...]:
    """The batch."""
    return tuple(row_of(report, lang) for report in look.reports)


def row_of(report: Report, lang: str) -> Row:
    """A report in one line."""
    checked = report.checked
    summary = None
    if checked:
        result = ReportResult(checked.document, checked.view, checked.outcomes, checked.findings, None)
        summary = summary_of(result, checked.document.problems, lang)
    undecided = Counter(finding.severity.value for finding in report.findings if finding.decision is None)
    total = len(report.findings)
    return Row(report, summary, {s.value: undecided[s.value] for s in Severity}, total - undecided.total(), total)


def desktop_of(report: Report, wish: Wish, words: Mapping[str, str], lang: str) -> Desktop:
    """A report as it is looked at: a finding that is not there any more gives way to the first open one of the list."""
    every = in_order(report.findings)
    chosen = [one for one in every if _is_wanted(one, wish, words)]
    current = next((one for one in every if one.finding.id == wish.finding), None) or _first(chosen)
    wish = replace(wish, finding=current.finding.id if current else "")
    looked = _looked(report, current, every, words) if current else None
    if looked and current:
        looked = replace(looked, before=_beside(chosen, current, wish, -1), after=_beside(chosen, current, wish, 1))
    document = report.checked.document if report.checked else None
    page = _page(document, current, wish) if document else None
    return Desktop(
        row=row_of(report, lang),
        wish=wish,
        listed=tuple(_listed(one, words, wish) for one in chosen),
        looked=looked,
        sheet=sheet_of(document, page, every, current.finding if current else None, wish) if document and page else None,
        lines=lines_of(document, every, current.finding if current else None, wish) if document and not document.pages else None,
        pages=_pages(every, wish),
        carried=tuple(_made(ruling, words) for ruling in report.carried),
        stale=tuple(replace(_made(one.ruling, words), changed=one.changed, elsewhere=one.elsewhere) for one in report.stale),
        reasons=tuple(sorted({f.decision.reason for f in report.findings if f.decision and f.decision.reason})),
    )


def in_order(findings: Sequence[Finding]) -> tuple[Numbered, ...]:
    """The findings in the order of the reports, which here does not change while they are decided."""
    by_id = {finding.id: finding for finding in findings}
    return tuple(Numbered(number, by_id[one.id]) for number, one in numbered(replace(finding, decision=None) for finding in findings))


def next_open(before: Report, after: Report, wish: Wish, words: Mapping[str, str]) -> str:
    """The finding to look at once one is decided: the next of the list that is still there and open, or else this one."""
    listed = [one.finding.id for one in in_order(before.findings) if one.finding.id == wish.finding or _is_wanted(one, wish, words)]
    at = listed.index(wish.finding) if wish.finding in listed else 0
    still = {finding.id for finding in after.findings if finding.decision is None}
    return next((one for one in (*listed[at + 1 :], *listed[:at]) if one in still), wish.finding)


def effect_of(before: Checked, after: Checked) -> Effect:
    """What is gone and what is new; a finding can be gone because a figure is right now, or because it is no figure any more."""
    old, new = {one.id: one for one in before.findings}, {one.id: one for one in after.findings}
    gone, fresh = (f for i, f in old.items() if i not in new), (f for i, f in new.items() if i not in old)
    return Effect(tuple(gone), tuple(fresh), max(_comparisons(before) - _comparisons(after), 0))


def _comparisons(checked: Checked) -> int:
    return sum(outcome.verdict != Verdict.TAK_DIPERIKSA for outcome in checked.outcomes)


def _first(chosen: Sequence[Numbered]) -> Numbered | None:
    return next((one for one in chosen if one.finding.decision is None), chosen[0] if chosen else None)


def _beside(chosen: Sequence[Numbered], current: Numbered, wish: Wish, step: int) -> str:
    """The address of the finding before or after in the list; none at its ends."""
    ids = [one.finding.id for one in chosen]
    at = ids.index(current.finding.id) + step if current.finding.id in ids else 0
    return wish.of(ids[at]) if 0 <= at < len(ids) else ""


def _is_wanted(one: Numbered, wish: Wish, words: Mapping[str, str]) -> bool:
    decided = one.finding.decision is not None
    if (wish.shown == OPEN and decided) or (wish.shown == DECIDED and not decided):
        return False
    if not wish.search:
        return True
    text = _text(one, words)
    return all((word[1:] not in text) if len(word) > 1 and word[0] == "-" else word in text for word in wish.search.lower().split())


def _text(one: Numbered, words: Mapping[str, str]) -> str:
    """All that is said of a finding, to search in."""
    found = one.finding
    said = found.decision
    parts = (found.rule, found.title, found.message, found.stated, found.expected, words[f"severity.{found.severity.value}"], found.id)
    decided = (said.keputusan.value, said.by, said.reason) if said else ()
    return " ".join((one.number, *parts, *decided, *(described(location, words) for location in found.locations))).lower()


def _listed(one: Numbered, words: Mapping[str, str], wish: Wish) -> Listed:
    first = one.finding.locations[0] if one.finding.locations else None
    place = _brief(first, words) if first else ""
    return Listed(one.number, one.finding, place, "." in one.number, wish.of(one.finding.id))


def _brief(location: Location, words: Mapping[str, str]) -> str:
    place = location.place
    if place.page is not None:
        return f"{words['page_short']} {place.page}"
    return f"{words['line_short']} {place.line}" if place.line is not None else where(location, words)


def _looked(report: Report, one: Numbered, every: Sequence[Numbered], words: Mapping[str, str]) -> Looked:
    finding, checked = one.finding, report.checked
    others = [o.finding for o in every if finding.cause and o.finding.cause == finding.cause and o.finding.id != finding.id]
    return Looked(
        number=one.number,
        finding=finding,
        place=described(finding.locations[0], words) if finding.locations else words["whole_report"],
        evidence=evidence_of(atlas_of(checked.document, checked.view, checked.amended), finding) if checked else Evidence(),
        places=tuple(_correctable(at, finding, location, words) for at, location in enumerate(finding.locations, start=1)),
        values=values_of(finding),
        seen=mark_of(finding.decision),
        same=sum(other.decision is None for other in others),
    )


def _correctable(at: int, finding: Finding, location: Location, words: Mapping[str, str]) -> Correctable:
    return Correctable(at, finding.stated if at == 1 else location.text, described(location, words), location.place.page)


def _made(ruling: Ruling, words: Mapping[str, str]) -> Made:
    return Made(ruling, mark_of(ruling.decision), described(ruling.spot, words) if ruling.spot else "")


def _page(document: Document, current: Numbered | None, wish: Wish) -> Page | None:
    """The page that is asked for, or on which the finding stands, or the first."""
    asked = wish.page
    if asked is None and current:
        asked = next(iter(pages_of(current.finding)), None)
    return next((page for page in document.pages if page.number == asked), document.pages[0] if document.pages else None)


def _pages(every: Sequence[Numbered], wish: Wish) -> tuple[PageLink, ...]:
    counts: Counter[int] = Counter()
    for one in every:
        for page in pages_of(one.finding)[:1]:
            counts[page] += one.finding.decision is None
    return tuple(PageLink(page, counts[page], wish.at(page)) for page in sorted(counts))
