"""Two submissions beside each other, as every form shows them: what became of each finding, and which figures changed unasked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate

from extractors.model import Problem
from pipeline.audit.named import plain
from pipeline.audit.resubmitted import Changed, Comparison, Lost, Repaired
from pipeline.audit.submissions import Unlike
from pipeline.report.entries import described
from pipeline.report.pages import Summary
from pipeline.report.text import short
from rules.exact import EXACT
from rules.facts import Location
from rules.outcome import Finding, Severity
from rules.quantity import PERSEN, Quantity
from rules.show import number
from rules.slips import decimals_of

# What became of a finding or a figure, in the order in which it is shown.
KINDS = ("fresh", "still", "unasked", "lost", "repaired")
UNASKED = "unasked"
_WORKING = 300


@dataclass(frozen=True, slots=True)
class Paired:
    """A pair of files with what came of comparing them; `unlike` says why they may not belong together."""

    old: Summary
    new: Summary
    comparison: Comparison
    unlike: tuple[Unlike, ...]

    @property
    def agency(self) -> str:
        """Whose report it is, as the new file says; nothing where it does not."""
        return " ".join(filter(None, (self.new.agency.value, self.new.region.value, self.new.year.value)))


@dataclass(frozen=True, slots=True)
class Compared:
    """A whole comparison: the pairs, files without a partner (side, name, whether several were possible), and what was not read."""

    pairs: tuple[Paired, ...]
    unpaired: tuple[tuple[str, str, bool], ...]
    problems: tuple[Problem, ...]
    version: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list: a finding, or a figure that changed, with where it stood and stands; `mark` says more of it.

    `values` are the two figures, where they are numbers; `difference` what the new one is more, as a report prints it.
    """

    kind: str
    severity: str
    family: str
    rule: str
    message: str
    before: str
    after: str
    expected: str
    mark: str = ""
    old: Location | None = None
    new: Location | None = None
    place_old: str = ""
    place_new: str = ""
    values: tuple[Quantity | None, Quantity | None] = (None, None)
    difference: str = ""

    @property
    def place(self) -> str:
        """Where it stands now, or where it stood."""
        return self.place_new or self.place_old


@dataclass(frozen=True, slots=True)
class Section:
    """What became of a kind of things in one pair; `first` is the number of its first row, the same in every form.

    Findings are numbered through, whatever became of them, and figures for themselves.
    """

    kind: str
    count: int
    rows: tuple[Row, ...]
    first: int

    def numbered(self) -> Iterator[tuple[int, Row]]:
        """The rows with their numbers."""
        return enumerate(self.rows, start=self.first)


def counts_of(done: Comparison) -> Mapping[str, int]:
    """How many of each kind."""
    return dict(zip(KINDS, map(len, (done.new, done.still, done.changed, done.lost, done.repaired)), strict=True))


def figures_said(done: Comparison, spoken: Mapping[str, str]) -> str:
    """How many figures could be compared at all."""
    return spoken["figures_compared"].format(n=number(Decimal(done.compared)), unmatched=number(Decimal(done.unmatched)))


def sections_of(done: Comparison, spoken: Mapping[str, str], most: int | None = None) -> tuple[Section, ...]:
    """The lists of a pair; of each at most so many rows are kept."""
    rows: Mapping[str, Sequence[Row]] = {
        "fresh": _gravest([_finding("fresh", None, finding, spoken) for finding in done.new]),
        "still": _gravest([_finding("still", one.old, one.new, spoken) for one in done.still]),
        UNASKED: [_changed(one, spoken) for one in done.changed],
        "lost": _gravest([_lost(one, spoken) for one in done.lost]),
        "repaired": _gravest([_repaired(one, spoken) for one in done.repaired]),
    }
    findings = accumulate((len(rows[kind]) for kind in KINDS if kind != UNASKED), initial=1)
    return tuple(Section(kind, len(rows[kind]), tuple(rows[kind][:most]), 1 if kind == UNASKED else next(findings)) for kind in KINDS)


def unlike_said(pair: Paired, spoken: Mapping[str, str]) -> str:
    """That the files may not be of one report, and in what; nothing where they agree."""
    told = "; ".join(f"{spoken['unlike.' + one.what]} “{one.old}” → “{one.new}”" for one in pair.unlike)
    return f"{spoken['unlike']} {told}. {spoken['unlike_note']}" if told else ""


def _gravest(rows: Sequence[Row]) -> Sequence[Row]:
    order = [severity.value for severity in Severity]
    return sorted(rows, key=lambda row: order.index(row.severity))


def _repaired(one: Repaired, spoken: Mapping[str, str]) -> Row:
    now = described(one.place, spoken) if one.place else ""
    same = spoken["repaired_other"] if plain(one.stated) == plain(one.finding.stated) else ""
    mark = spoken["repaired_now"].format(working=short(one.working, _WORKING)) if "=" in one.working else same
    return replace(_finding("repaired", one.finding, None, spoken, mark), after=one.stated, new=one.place, place_new=now)


def _lost(one: Lost, spoken: Mapping[str, str]) -> Row:
    return _finding("lost", one.finding, None, spoken, spoken["lost_gone" if one.gone else "lost_unproved"])


def _finding(kind: str, old: Finding | None, new: Finding | None, spoken: Mapping[str, str], mark: str = "") -> Row:
    shown = new or old
    if shown is None:
        raise ValueError("a finding of neither submission")
    return Row(
        kind=kind,
        severity=shown.severity.value,
        family=shown.family,
        rule=shown.rule,
        message=shown.message or shown.title,
        before=old.stated if old else "",
        after=new.stated if new else "",
        expected=shown.expected,
        mark=mark,
        old=_first(old),
        new=_first(new),
        place_old=_place(old, spoken),
        place_new=_place(new, spoken),
    )


def _first(finding: Finding | None) -> Location | None:
    return finding.locations[0] if finding and finding.locations else None


def _place(finding: Finding | None, spoken: Mapping[str, str]) -> str:
    if finding is None:
        return ""
    return described(finding.locations[0], spoken) if finding.locations else spoken["whole_report"]


def _changed(one: Changed, spoken: Mapping[str, str]) -> Row:
    old, new = one.old.location, one.new.location
    return Row(
        kind=UNASKED,
        severity="",
        family="",
        rule="",
        message="",
        before=old.text,
        after=new.text,
        expected="",
        mark=spoken["unasked_found"] if one.found else "",
        old=old,
        new=new,
        place_old=described(old, spoken),
        place_new=described(new, spoken),
        values=(one.old.quantity, one.new.quantity),
        difference=_difference(one.old.quantity, one.new.quantity, spoken),
    )


def _difference(old: Quantity | None, new: Quantity | None, spoken: Mapping[str, str]) -> str:
    if old is None or new is None:
        return ""
    shown = number(EXACT.subtract(new.value, old.value), max(decimals_of(old.value), decimals_of(new.value)))
    return f"{shown} {spoken['points']}" if new.unit == PERSEN else shown
