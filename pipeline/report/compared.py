"""Two submissions beside each other, for people: one page of HTML over all pairs, a CSV, and lines of JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from extractors.model import Problem
from pipeline.audit.resubmitted import Changed, Comparison, Lost, Still
from pipeline.audit.submissions import Unlike
from pipeline.report import machine
from pipeline.report.delimited import document
from pipeline.report.entries import described
from pipeline.report.files import put
from pipeline.report.html import asset, rendered, write_guide
from pipeline.report.words import words
from rules.facts import Location
from rules.outcome import Finding, Severity

PAGE, TABLE = "perbandingan.html", "perbandingan.csv"
# What became of a finding or a figure, in the order in which it is shown.
KINDS = ("fresh", "still", "unasked", "lost", "repaired")
HEADER = (
    "Berkas lama", "Berkas baru", "Hasil", "Keparahan", "Jenis", "Aturan", "Uraian", "Catatan", "Letak",
    "Tertulis dahulu", "Tertulis sekarang", "Seharusnya / pembanding",
)  # fmt: skip
_LISTED = 500


@dataclass(frozen=True, slots=True)
class Paired:
    """A pair of files with what came of comparing them; `unlike` says why they may not belong together."""

    old: str
    new: str
    agency: str
    comparison: Comparison
    unlike: tuple[Unlike, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A whole comparison: the pairs, files without a partner (side, name, whether several were possible), and what was not read."""

    pairs: tuple[Paired, ...]
    unpaired: tuple[tuple[str, str, bool], ...]
    problems: tuple[Problem, ...]
    version: str


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list: a finding, or a figure that changed; `mark` says more of it."""

    kind: str
    severity: str
    family: str
    rule: str
    message: str
    place: str
    before: str
    after: str
    expected: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """What became of a kind of things in one pair."""

    kind: str
    count: int
    rows: tuple[Row, ...]


def write_compared(done: Compared, out: Path, lang: str) -> None:
    """The page and the table."""
    spoken = words(lang)
    pairs = [(pair, sections_of(pair.comparison, spoken), unlike_said(pair, spoken)) for pair in done.pairs]
    style = asset("lakip.css")
    page = rendered("compare.html.j2", lang, style, {"t": spoken, "done": done, "pairs": pairs, "kinds": KINDS, "version": done.version})
    put(out / PAGE, page.encode("utf-8"))
    write_guide(out)
    put(out / TABLE, document(HEADER, _table(done)))


def json_lines(done: Compared) -> Iterator[str]:
    """One finding or figure a line, behind what tells the files of a pair apart; then the files without a partner."""
    for pair in done.pairs:
        files = {"old": pair.old, "new": pair.new}
        for one in pair.unlike:
            yield machine.line({**files, "kind": "unlike", "what": one.what, "stated_old": one.old, "stated_new": one.new})
        for section in sections_of(pair.comparison, words("id"), None):
            for row in section.rows:
                told = {"severity": row.severity, "family": row.family, "rule": row.rule, "message": row.message, "place": row.place}
                values = {"stated_old": row.before, "stated_new": row.after, "expected": row.expected, "remark": row.mark}
                yield machine.line({**files, "kind": _CODES[row.kind], **told, **values})
    for side, name, several in done.unpaired:
        yield machine.line({"kind": "unpaired", side: name, "several": several})


# For other programs, whatever the words are.
_CODES = {"fresh": "new", "still": "still", "unasked": "changed_unasked", "lost": "not_found", "repaired": "repaired"}


def sections_of(done: Comparison, spoken: Mapping[str, str], most: int | None = _LISTED) -> tuple[Section, ...]:
    """The lists of a pair; of each at most so many rows are kept."""
    rows: Mapping[str, Sequence[Row]] = {
        "fresh": _gravest([_finding("fresh", None, finding, spoken) for finding in done.new]),
        "still": _gravest([_still(one, spoken) for one in done.still]),
        "unasked": [_changed(one, spoken) for one in done.changed],
        "lost": _gravest([_lost(one, spoken) for one in done.lost]),
        "repaired": _gravest([_finding("repaired", finding, None, spoken) for finding in done.repaired]),
    }
    return tuple(Section(kind, len(rows[kind]), tuple(rows[kind][:most])) for kind in KINDS)


def unlike_said(pair: Paired, spoken: Mapping[str, str]) -> str:
    """That the files may not be of one report, and in what; nothing where they agree."""
    told = "; ".join(f"{spoken['unlike.' + one.what]} “{one.old}” → “{one.new}”" for one in pair.unlike)
    return f"{spoken['unlike']} {told}. {spoken['unlike_note']}" if told else ""


def _gravest(rows: Sequence[Row]) -> Sequence[Row]:
    order = [severity.value for severity in Severity]
    return sorted(rows, key=lambda row: order.index(row.severity))


def _lost(one: Lost, spoken: Mapping[str, str]) -> Row:
    return replace(_finding("lost", one.finding, None, spoken), mark=spoken["lost_gone" if one.gone else "lost_unproved"])


def _still(one: Still, spoken: Mapping[str, str]) -> Row:
    return _finding("still", one.old, one.new, spoken)


def _finding(kind: str, old: Finding | None, new: Finding | None, spoken: Mapping[str, str]) -> Row:
    shown = new or old
    if shown is None:
        raise ValueError("a finding of neither submission")
    return Row(
        kind=kind,
        severity=shown.severity.value,
        family=shown.family,
        rule=shown.rule,
        message=shown.message or shown.title,
        place=_where(shown.locations[0] if shown.locations else None, spoken),
        before=old.stated if old else "",
        after=new.stated if new else "",
        expected=shown.expected,
    )


def _changed(one: Changed, spoken: Mapping[str, str]) -> Row:
    mark = spoken["unasked_found"] if one.found else ""
    return Row("unasked", "", "", "", "", _where(one.new, spoken), one.old.text, one.new.text, "", mark)


def _where(location: Location | None, spoken: Mapping[str, str]) -> str:
    return described(location, spoken) if location else spoken["whole_report"]


def _table(done: Compared) -> Iterator[Sequence[str]]:
    spoken = words("id")
    for pair in done.pairs:
        for section in sections_of(pair.comparison, spoken, None):
            for row in section.rows:
                kind = spoken.get(f"family.{row.family}", row.family)
                severity = spoken.get(f"severity.{row.severity}", "")
                said = (spoken[row.kind], severity, kind, row.rule, row.message, row.mark, row.place)
                yield (pair.old, pair.new, *said, row.before, row.after, row.expected)
