"""The checklist of a review, filled in as far as the comparisons show: never ticked without a place in the report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.report.entries import numbered
from pipeline.report.pages import ReportResult
from pipeline.report.words import number, ranges
from rules.base import all_rules
from rules.facts import Location
from rules.mandated import MENTIONED
from rules.outcome import Outcome, Severity, Verdict
from rules.reference import load

HUMAN = "dinilai pereviu"
_COMPARED = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN)
_LISTED = 8


@dataclass(frozen=True, slots=True)
class Item:
    """A statement of the checklist: ticked yes, ticked no, or left to the reviewer; `evidence` says where, `note` what."""

    number: str
    statement: str
    yes: bool = False
    no: bool = False
    evidence: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the checklist."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which comparisons speak of a statement: by rule or family and, where asked, by words and by table and column of a place."""

    families: frozenset[str] = frozenset()
    rules: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()

    def place(self, one: Compared) -> Location | None:
        """The place of a comparison that speaks of the statement; the first where none is asked for."""
        for location in one.outcome.locations:
            if _holds(self.tables, location.table) and _holds(self.columns, location.column):
                return location
        return None

    def fits(self, one: Compared) -> bool:
        """Whether a comparison speaks of the statement."""
        if one.family not in self.families and one.outcome.rule not in self.rules:
            return False
        return _holds(self.words, one.said) and (not (self.tables or self.columns) or self.place(one) is not None)


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison with the family of its rule, what it is about in words, whether it accuses, and the number of its finding."""

    outcome: Outcome
    family: str
    said: str
    accuses: bool
    finding: str = ""


@dataclass(frozen=True, slots=True)
class _Statement:
    """A row of the data file."""

    number: str
    text: str
    proof: tuple[Wanted, ...] = ()
    counter: tuple[Wanted, ...] = ()
    counts: bool = False


def checklist(result: ReportResult) -> tuple[Section, ...]:
    """The checklist of a report, its parts in their order."""
    every = tuple(_compared(result))
    return tuple(
        Section(str(part["judul"]), tuple(_item(_statement(row), every, result) for row in part["butir"]))
        for part in load.table("daftar_reviu")["kelompok"]
    )


def _item(statement: _Statement, every: Sequence[Compared], result: ReportResult) -> Item:
    if statement.counts:
        return Item(statement.number, statement.text, evidence=HUMAN, note=_counted(every, result))
    against = [one for one in every if one.accuses and any(wanted.fits(one) for wanted in statement.counter)]
    if against:
        return _against(statement, against)
    places = [place for one in every for wanted in statement.proof if (place := _proof(wanted, one)) is not None]
    if said := pages_of(places):
        return Item(statement.number, statement.text, yes=True, evidence=said)
    return Item(statement.number, statement.text, evidence=HUMAN, note=_mentioned(statement, every))


def _mentioned(statement: _Statement, every: Sequence[Compared]) -> str:
    """Where sentences touch upon a statement: a hint for the reviewer, and no proof."""
    fitting = [(wanted, one) for one in every if _is_mention(one) for wanted in statement.proof if wanted.fits(one)]
    said = pages_of([place for wanted, one in fitting if (place := wanted.place(one)) is not None])
    return f"Disebut dalam kalimat: {said}." if said else ""


def _against(statement: _Statement, against: Sequence[Compared]) -> Item:
    """Findings that say otherwise; what is missing has no page, so it is told and not ticked."""
    said = pages_of([place for one in against for wanted in statement.counter if wanted.fits(one) and (place := wanted.place(one))])
    shown = ", ".join(dict.fromkeys(one.finding for one in against[:_LISTED] if one.finding))
    note = f"Lihat catatan {shown}." if shown else ""
    if said:
        return Item(statement.number, statement.text, no=True, evidence=said, note=note)
    return Item(statement.number, statement.text, evidence=HUMAN, note=f"Tidak ditemukan oleh alat. {note}".strip())


def _proof(wanted: Wanted, one: Compared) -> Location | None:
    """Where a comparison shows that something stands in the report; a mandated part only where more than a sentence of it was found."""
    verdicts = (Verdict.LOLOS,) if one.family == "kelengkapan" else _COMPARED
    return wanted.place(one) if one.outcome.verdict in verdicts and not _is_mention(one) and wanted.fits(one) else None


def _is_mention(one: Compared) -> bool:
    return MENTIONED in (one.outcome.working, one.outcome.stated)


def pages_of(places: Iterable[Location]) -> str:
    """`hlm 27, 31–33`, or the lines of a text file; nothing where no place is known."""
    listed = list(places)
    pages = [location.place.page for location in listed if location.place.page is not None]
    if pages:
        return f"hlm {ranges(pages)}"
    lines = sorted({location.place.line for location in listed if location.place.line is not None})
    more = ", …" if len(lines) > _LISTED else ""
    return f"baris berkas {', '.join(map(str, lines[:_LISTED]))}{more}" if lines else ""


def _counted(every: Sequence[Compared], result: ReportResult) -> str:
    made = sum(one.outcome.verdict in _COMPARED for one in every)
    counts = [(s.value, sum(f.severity == s for f in result.findings if f.is_open)) for s in Severity if s != Severity.INFO]
    told = ", ".join(f"{word} {count}" for word, count in counts)
    return f"{number(made, 'id')} perbandingan angka dan isi; temuan: {told}. Rinciannya dalam Catatan Hasil Reviu."


def _compared(result: ReportResult) -> Iterator[Compared]:
    known = {rule.code: rule for rule in all_rules()}
    numbers = {(finding.rule, finding.locations, finding.stated): shown for shown, finding in numbered(result.findings)}
    closed = {(finding.rule, finding.locations, finding.stated) for finding in result.findings if not finding.is_open}
    families = {finding.rule: finding.family for finding in result.findings}
    for outcome in result.outcomes:
        rule = known.get(outcome.rule)
        said = " ".join((rule.title if rule else "", outcome.stated, outcome.expected, outcome.message)).casefold()
        family = rule.family if rule else families.get(outcome.rule, "lain")
        severity = outcome.severity or (rule.severity if rule else Severity.SEDANG)
        settled = (outcome.rule, outcome.locations, outcome.stated) in closed
        accuses = outcome.verdict == Verdict.TEMUAN and severity != Severity.INFO and not settled
        yield Compared(outcome, family, said, accuses, numbers.get((outcome.rule, outcome.locations, outcome.stated), ""))


def _holds(words: Sequence[str], text: str) -> bool:
    folded = text.casefold()
    return not words or any(word in folded for word in words)


def _statement(row: Mapping[str, Any]) -> _Statement:
    return _Statement(
        str(row["nomor"]),
        str(row["pernyataan"]),
        tuple(map(_wanted, row.get("terbukti", ()))),
        tuple(map(_wanted, row.get("dibantah", ()))),
        bool(row.get("hitung", False)),
    )


def _wanted(row: Mapping[str, Sequence[str]]) -> Wanted:
    words, tables, columns = (tuple(row.get(key, ())) for key in ("kata", "tabel", "kolom"))
    return Wanted(frozenset(row.get("keluarga", ())), frozenset(row.get("aturan", ())), words, tables, columns)
