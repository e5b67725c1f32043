"""What reviewers decided, and whether it still holds: as long as a finding stands at the same place with the same values.

A decision belongs to a report, and not to a file: a new submission of the same agency and year keeps those whose values did not
change. Only that the page was read wrong is said of one file: another is another reading. Undoing is a further decision, so that
nothing that was ever said is lost.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    """A decision that no longer holds; `changed` when an undecided finding stands at its place.

    `elsewhere` when it was for one file, and that one is not among those that were checked.
    """

    ruling: Ruling
    changed: bool
    elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The findings of some reports with what was decided of them, and the decisions that hold no longer.

    `carried` counts those decisions on the findings that were made on another file of the report.
    """

    findings: tuple[tuple[Finding, ...], ...]
    stale: tuple[Stale, ...]
    carried: Mapping[Keputusan, int]


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
    if finding.values:
        return finding.values
    texts = sorted({_plain(location.text) for location in finding.locations})
    return hashlib.sha256(json.dumps([_plain(finding.stated), _plain(finding.expected), *texts]).encode("ascii")).hexdigest()[:16]


def standing(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Of all that was ever recorded what holds now: the last on each finding of a report, unless that one undoes it."""
    kept: dict[str, list[Ruling]] = {}
    for one in rulings:
        before = kept.setdefault(one.fingerprint, [])
        if one.decision is None:
            undone = _in_force(before, one.finding, one.about)
            kept[one.fingerprint] = [other for other in before if other is not undone]
        else:
            kept[one.fingerprint] = [*(other for other in before if not _replaces(one, other)), one]
    return tuple(one for group in kept.values() for one in group)


def reviewed(reports: Sequence[tuple[About, Sequence[Finding]]], rulings: Sequence[Ruling], settled: Iterable[Ruling] = ()) -> Reviewed:
    """The findings with their decisions. Those in `settled` were carried out already and are never stale.

    Another is stale if it holds nowhere, and also if it does not hold in the very file on which it was made.
    """
    by_fingerprint: dict[str, list[Ruling]] = {}
    for one in rulings:
        by_fingerprint.setdefault(one.fingerprint, []).append(one)
    found = [[_held(finding, report, by_fingerprint) for finding in findings] for report, findings in reports]
    done = tuple(
        tuple(replace(finding, decision=one.decision) if one else finding for finding, one in zip(findings, held, strict=True))
        for (_, findings), held in zip(reports, found, strict=True)
    )
    used = [(one, one.about.sha256 == report.sha256) for (report, _), held in zip(reports, found, strict=True) for one in held if one]
    carried = Counter(one.decision.keputusan for one, own in used if one.decision and not own)
    return Reviewed(done, tuple(_stale(reports, done, rulings, {*settled}, used)), carried)


def _stale(
    reports: Sequence[tuple[About, Sequence[Finding]]],
    done: Iterable[Iterable[Finding]],
    rulings: Iterable[Ruling],
    settled: set[Ruling],
    used: Iterable[tuple[Ruling, bool]],
) -> Iterator[Stale]:
    files = {report.sha256 for report, _ in reports}
    holds = settled | {one for one, own in used if own or one.about.sha256 not in files}
    places = Counter(_place(f.rule, f.locations[0] if f.locations else None) for findings in done for f in findings if f.decision is None)
    for one in rulings:
        if one not in holds and any(same_report(one.about, report) for report, _ in reports):
            yield Stale(one, places[_place(one.rule, one.spot)] > 0, _is_of_one_file(one) and one.about.sha256 not in files)


def _held(finding: Finding, report: About, rulings: Mapping[str, Sequence[Ruling]]) -> Ruling | None:
    """The decision that holds for a finding, if its values are still those of that day."""
    found = _in_force(rulings.get(finding.fingerprint, ()), finding.id, report)
    return found if found and found.values == values_of(finding) else None


def _in_force(rulings: Sequence[Ruling], finding: str, report: About) -> Ruling | None:
    """The last decision on a finding of a file; one that was made on that very file goes before those that are carried over."""
    found = [one for one in rulings if _is_about(one, finding, report)]
    own = [one for one in found if one.about.sha256 == report.sha256]
    return next(reversed(own or found), None)


def _replaces(one: Ruling, before: Ruling) -> bool:
    """Whether a decision takes the place of an earlier one: what is said of one file leaves that on the others as it is."""
    own = one.about.sha256 == before.about.sha256
    return _is_about(before, one.finding, one.about) and (own or not _is_of_one_file(one))


def _is_about(one: Ruling, finding: str, report: About) -> bool:
    """In the same file a finding is known by its place too: of two that are alike each has its own decision."""
    if one.about.sha256 == report.sha256:
        return one.finding == finding
    return not _is_of_one_file(one) and same_report(one.about, report)


def _is_of_one_file(one: Ruling) -> bool:
    return one.decision is not None and one.decision.keputusan == Keputusan.SALAH_BACA


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
