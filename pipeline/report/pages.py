"""What the pages of the reports show, worked out before any markup: counts, groups, and where the report says who it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extractors.model import Document, PageKind, Problem
from pipeline.report import charts
from pipeline.report.amended import Amended, amended
from pipeline.report.charts import Percentages, Stack
from pipeline.report.entries import Desk, Group, described, entries_of, groups_of, where
from pipeline.report.evidence import atlas_of
from pipeline.report.page_map import Spot, page_map
from pipeline.report.pictures import camera
from pipeline.report.text import short
from pipeline.report.whole import partial
from pipeline.report.words import FAMILIES, clear_reason, ranges, words
from rules.base import all_rules
from rules.facts import Location, ReportView, Stated
from rules.outcome import Amendment, Finding, Outcome, Severity, Verdict

_LISTED = 200


@dataclass(frozen=True, slots=True)
class ReportResult:
    """Everything about one document after the rules have run; `source` is the file itself, for page pictures.

    `amended` are the readings that reviewers corrected in it.
    """

    document: Document
    view: ReportView
    outcomes: tuple[Outcome, ...]
    findings: tuple[Finding, ...]
    source: Path | None
    amended: tuple[Amendment, ...] = ()


@dataclass(frozen=True, slots=True)
class RunResult:
    """A whole run: reports in input order, problems of all documents and of files that are none, failed expectations."""

    reports: tuple[ReportResult, ...]
    problems: tuple[Problem, ...]
    gates: tuple[str, ...]
    version: str


@dataclass(frozen=True, slots=True)
class Identified:
    """Something that the report says of itself, and where that was read."""

    value: str
    source: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many comparisons of one kind came to which verdict."""

    family: str
    lolos: int
    hampir: int
    temuan: int
    tak_diperiksa: int

    @property
    def compared(self) -> int:
        """The comparisons that were made: all but those not checked."""
        return self.lolos + self.hampir + self.temuan


@dataclass(frozen=True, slots=True)
class Pages:
    """How much of a document was read, in page numbers as people write them; no pages for a text file."""

    total: int
    read: int
    blank: str
    unread: str
    unread_count: int


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A reason for not comparing, how often, and in which kinds of check."""

    reason: str
    count: int
    families: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Nearly:
    """A comparison that only rounding explains."""

    family: str
    place: str
    stated: str
    expected: str
    working: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The first screen of a report, and its line in the batch; of one that is not `readable` nothing could be read.

    `partial` says what a document looks like that is no whole report.
    `severities` counts the findings that still accuse, `settled` the others.
    """

    file: str
    sha256: str
    agency: Identified
    region: Identified
    year: Identified
    kind: Identified
    pages: Pages
    tallies: tuple[Tally, ...]
    total: Tally
    severities: Mapping[str, int]
    settled: int
    readable: bool
    partial: str

    @property
    def is_clean(self) -> bool:
        """Whether nothing accuses it."""
        return not any(self.severities.values())


@dataclass(frozen=True, slots=True)
class ReportPage:
    """One report, ready for its template."""

    summary: Summary
    groups: tuple[Group, ...]
    entries: int
    findings: int
    pictures_refused: int
    nearly: tuple[Nearly, ...]
    nearly_more: int
    unchecked: tuple[Unchecked, ...]
    problems: tuple[Problem, ...]
    map: tuple[Spot, ...]
    chapters: tuple[Stack, ...]
    percentages: tuple[Percentages, ...]
    amended: tuple[Amended, ...]


def report_page(result: ReportResult, problems: Iterable[Problem], lang: str) -> ReportPage:
    """The page of one report; `problems` are those of the run, of which its own are taken."""
    spoken = words(lang)
    own = dict.fromkeys((*result.document.problems, *(p for p in problems if p.document == result.document.name)))
    entries = entries_of(result.findings)
    shown = [member for entry in entries for member in entry.members]
    with camera(result.document, result.source) as shots:
        groups = groups_of(entries, Desk(atlas_of(result.document, result.view, result.amended), shots, spoken))
    nearly = [outcome for outcome in result.outcomes if outcome.verdict == Verdict.HAMPIR]
    drawn = (charts.serapan(result.view, shown), charts.capaian(result.view, shown))
    return ReportPage(
        summary=summary_of(result, own, lang),
        groups=groups,
        entries=len(entries),
        findings=len(result.findings),
        pictures_refused=shots.refused,
        nearly=tuple(_nearly(result, outcome, spoken) for outcome in nearly[:_LISTED]),
        nearly_more=max(len(nearly) - _LISTED, 0),
        unchecked=_unchecked(result),
        problems=tuple(own),
        map=page_map(result.document, (finding for _, finding in shown), *_states(result.document, own)),
        chapters=charts.chapters(result.view.headings, result.findings, spoken["before_chapters"], spoken["whole_report"]),
        percentages=tuple(chart for chart in drawn if chart),
        amended=amended(result.amended, spoken),
    )


def summary_of(result: ReportResult, problems: Iterable[Problem], lang: str) -> Summary:
    """The first screen of one report."""
    spoken, said = words(lang), result.view.identity
    tallies = _tallies(result)
    counts = Counter(finding.severity for finding in result.findings if finding.is_open)
    year = str(said.year) if said.year is not None else ""
    pages = _pages(result.document, problems)
    readable = bool(result.document.blocks) and (pages.read > 0 or not pages.total)
    return Summary(
        file=result.document.name,
        sha256=result.document.sha256,
        agency=_identified(said.agency, spoken),
        region=_identified(said.region, spoken),
        year=Identified(year, _source(said.year_location, spoken)),
        kind=_identified(said.kind, spoken),
        pages=pages,
        tallies=tallies,
        total=tally_sum(tallies),
        severities={severity.value: counts[severity] for severity in Severity},
        settled=len(result.findings) - counts.total(),
        readable=readable,
        partial=partial(result.view, spoken) if readable else "",
    )


def tally_sum(tallies: Iterable[Tally]) -> Tally:
    """The totals of several tallies."""
    rows = [(t.lolos, t.hampir, t.temuan, t.tak_diperiksa) for t in tallies]
    return Tally("", *(sum(column) for column in zip(*rows, strict=True))) if rows else Tally("", 0, 0, 0, 0)


@cache
def _rule_families() -> Mapping[str, str]:
    return {rule.code: rule.family for rule in all_rules()}


def _family(result: ReportResult, code: str) -> str:
    known = _rule_families().get(code)
    return known or next((finding.family for finding in result.findings if finding.rule == code), "lain")


def _tallies(result: ReportResult) -> tuple[Tally, ...]:
    by_rule = Counter((outcome.rule, outcome.verdict) for outcome in result.outcomes)
    families = {code: _family(result, code) for code, _ in by_rule}
    counts: Counter[tuple[str, Verdict]] = Counter()
    for (code, verdict), count in by_rule.items():
        counts[families[code], verdict] += count
    order = [*FAMILIES, *sorted(set(families.values()) - set(FAMILIES))]
    return tuple(Tally(family, *(counts[family, verdict] for verdict in Verdict)) for family in order if family in families.values())


def _identified(stated: Stated, spoken: Mapping[str, str]) -> Identified:
    return Identified(short(stated.value, 200), _source(stated.location, spoken))


def _source(location: Location | None, spoken: Mapping[str, str]) -> str:
    return where(location, spoken).lower() if location else ""


def _pages(document: Document, problems: Iterable[Problem]) -> Pages:
    blank, unread = _states(document, problems)
    total = len(document.pages)
    return Pages(total, max(total - len(unread) - len(blank), 0), ranges(list(blank)), ranges(list(unread)), len(unread))


def _states(document: Document, problems: Iterable[Problem]) -> tuple[set[int], set[int]]:
    """The blank pages and those not read: lost ones, pictures that no engine took up, and what a problem names."""
    lost = {page.number for page in document.pages if page.is_lost}
    scans = {page.number for page in document.pages if page.kind == PageKind.SCAN and not page.engine}
    unread = lost | scans | {problem.page for problem in problems if problem.page is not None}
    return {page.number for page in document.pages if page.kind == PageKind.BLANK} - unread, unread


def _nearly(result: ReportResult, outcome: Outcome, spoken: Mapping[str, str]) -> Nearly:
    place = described(outcome.locations[0], spoken) if outcome.locations else spoken["whole_report"]
    return Nearly(_family(result, outcome.rule), place, outcome.stated, outcome.expected, outcome.working)


def _unchecked(result: ReportResult) -> tuple[Unchecked, ...]:
    reasons: dict[str, Counter[str]] = {}
    for outcome in result.outcomes:
        if outcome.verdict == Verdict.TAK_DIPERIKSA:
            reasons.setdefault(clear_reason(short(outcome.reason, 300)), Counter())[outcome.rule] += 1
    rows = [
        Unchecked(reason, rules.total(), tuple(dict.fromkeys(_family(result, code) for code, _ in rules.most_common())))
        for reason, rules in reasons.items()
    ]
    return tuple(sorted(rows, key=lambda row: (-row.count, row.reason)))
