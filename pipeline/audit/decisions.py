"""What reviewers decided, and whether it still holds: as long as a finding stands at the same place with the same values.

A decision belongs to a report, and not to a file: a new submission of the same agency and year keeps those whose values did not
change. Undoing is a further decision, so that nothing that was ever said is lost.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rules.facts import Location, ReportView
from rules.outcome import Decision, Finding, Keputusan

_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class About:
    """Which report a finding is of: the file, and who reports on which year where the report says so."""

    document: str
    sha256: str
    agency: str = ""
    region: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Undone:
    """Who took a decision back, why and when."""

    by: str
    reason: str
    date: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision as it is recorded: on which finding of which report, with the values of that day; none undoes those before.

    `spot` is the place that a corrected value is for, and `stated` what stood there.
    """

    finding: str
    fingerprint: str
    values: str
    about: About
    rule: str
    spot: Location | None
    stated: str
    expected: str
    decision: Decision | None
    undone: Undone | None = None


@dataclass(frozen=True, slots=True)
class Stale:
    """A decision that no longer holds; `changed` when another finding stands at its place."""

    ruling: Ruling
    changed: bool


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The findings of some reports with what was decided of them, and the decisions that hold no longer."""

    findings: tuple[tuple[Finding, ...], ...]
    stale: tuple[Stale, ...]


def about(document: str, sha256: str, view: ReportView) -> About:
    """Which report this is."""
    who = view.identity
    return About(document, sha256, who.agency.value, who.region.value, who.year)


def ruling(finding: Finding, report: About, decision: Decision | None, at: int = 0) -> Ruling:
    """A decision on a finding; `at` counts its locations, for a corrected value."""
    return Ruling(
        finding=finding.id,
        fingerprint=finding.fingerprint,
        values=values_of(finding),
        about=report,
        rule=finding.rule,
        spot=finding.locations[at] if finding.locations else None,
        stated=finding.stated if at == 0 else finding.locations[at].text,
        expected=finding.expected,
        decision=decision,
    )


def values_of(finding: Finding) -> str:
    """The values on which a finding rests, wherever they stand: what is stated, what is expected, and every text compared."""
    texts = sorted({_plain(location.text) for location in finding.locations})
    return hashlib.sha256(json.dumps([_plain(finding.stated), _plain(finding.expected), *texts]).encode("ascii")).hexdigest()[:16]


def standing(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Of all that was ever recorded what holds now: the last on each finding of a report, unless that one undoes it."""
    kept: dict[str, list[Ruling]] = {}
    for one in rulings:
        others = [other for other in kept.get(one.fingerprint, ()) if not _same_finding(other, one.finding, one.about)]
        kept[one.fingerprint] = [*others, one]
    return tuple(one for group in kept.values() for one in group if one.decision is not None)


def reviewed(reports: Sequence[tuple[About, Sequence[Finding]]], rulings: Sequence[Ruling], settled: Iterable[Ruling] = ()) -> Reviewed:
    """The findings with their decisions. Those in `settled` were carried out already and are never stale."""
    by_fingerprint: dict[str, list[Ruling]] = {}
    for one in rulings:
        by_fingerprint.setdefault(one.fingerprint, []).append(one)
    used = set(settled)
    done = tuple(tuple(_decided(finding, report, by_fingerprint, used) for finding in findings) for report, findings in reports)
    left = [one for one in rulings if one not in used and any(same_report(one.about, report) for report, _ in reports)]
    places = Counter(_place(f.rule, f.locations[0] if f.locations else None) for findings in done for f in findings if f.decision is None)
    return Reviewed(done, tuple(Stale(one, places[_place(one.rule, one.spot)] > 0) for one in left))


def _decided(finding: Finding, report: About, rulings: Mapping[str, Sequence[Ruling]], used: set[Ruling]) -> Finding:
    found = [one for one in rulings.get(finding.fingerprint, ()) if _same_finding(one, finding.id, report)]
    if not found or found[-1].values != values_of(finding):
        return finding
    used.add(found[-1])
    return replace(finding, decision=found[-1].decision)


def _same_finding(one: Ruling, finding: str, report: About) -> bool:
    """In the same file a finding is known by its place too: of two that are alike each has its own decision."""
    return one.finding == finding if one.about.sha256 == report.sha256 else same_report(one.about, report)


def same_report(one: About, two: About) -> bool:
    """The same file; or the same agency and year, where both say so; or else the same name."""
    if one.sha256 == two.sha256:
        return True
    if one.agency and two.agency and one.year and two.year:
        regions = not one.region or not two.region or _plain(one.region) == _plain(two.region)
        return regions and one.year == two.year and _plain(one.agency) == _plain(two.agency)
    return one.document == two.document


def _place(rule: str, spot: Location | None) -> tuple[str, ...]:
    return (rule, *map(_plain, (spot.table, spot.row, spot.column))) if spot else (rule,)


def _plain(text: str) -> str:
    """A text whatever its spaces; half characters do not survive being written."""
    return " ".join(_HALF.sub("\ufffd", text).split()).casefold()


def counted(findings: Iterable[Finding]) -> Mapping[Keputusan, int]:
    """How many findings were decided how."""
    counts = Counter(finding.decision.keputusan for finding in findings if finding.decision)
    return {kind: counts[kind] for kind in Keputusan if counts[kind]}
