"""What `lakip decide` makes of what it is told: decisions to record, and why others are not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

from pipeline.audit.decisions import Ruling, Undone, ruling, standing
from pipeline.decision_sheet import Asked
from pipeline.decision_store import UNDONE, Recorded
from pipeline.normalize.numbers import hole, read
from pipeline.refusals import RefusedError
from pipeline.report.machine_reading import Earlier
from pipeline.report.sheet_parts import fitting
from rules.facts import Location
from rules.outcome import Decision, Keputusan
from rules.quantity import Hole
from rules.slips import decimals_of

SHORTEST_ID = 6
_KINDS = {kind.value: kind for kind in Keputusan}
_NAMES = {"finding": "ID", "decision": "Keputusan", "reason": "Alasan", "by": "Oleh", "response": "Tanggapan", "value": "Nilai"}
# 1,234 and 98.3 are English, 1.234 and 98,3 Indonesian; what shows neither is Indonesian.
_ENGLISH = re.compile(r"\d,\d{3}(?!\d)(?!,\d{1,2}\b)|(?<![\d.,])\d+\.\d{1,2}(?![\d.,])")
_DECIMALS = re.compile(r"\d[.,](\d{1,2})(?![\d.,]*\d)")
_GROUPED, _LONG = re.compile(r"\d[.,]\d{3}(?!\d)"), re.compile(r"\d{4}")
_INDONESIAN = str.maketrans(",.", ".,")


@dataclass(frozen=True, slots=True)
class Subject:
    """A finding that can be decided, as the decision on it begins; its places are those that a corrected value may be for.

    Findings of one `cause` can be decided together.
    """

    base: Ruling
    places: tuple[Location, ...]
    cause: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a workbook comes to: decisions to record, how many are recorded already, and the rows that are refused, by number."""

    rulings: tuple[Ruling, ...]
    unchanged: int
    refused: tuple[tuple[int, RefusedError], ...]


def subjects(run: Earlier, recorded: Recorded) -> Mapping[str, Subject]:
    """The findings of the last run, and those of which something is decided, by id."""
    found = {one.finding: Subject(one, (one.spot,) if one.spot else ()) for one in recorded.standing}
    return found | {f.id: Subject(ruling(f, run.about(f), None), f.locations, f.cause) for f in run.findings}


def kind_of(text: str) -> Keputusan | None:
    """The kind that a text names, however it is spaced or capitalized; none for undoing. Raises RefusedError for anything else."""
    plain = " ".join(text.replace("-", " ").replace("_", " ").split()).casefold()
    if plain == UNDONE:
        return None
    if plain not in _KINDS:
        raise RefusedError("unknown_kind", text=text, kinds=", ".join(_KINDS), undone=UNDONE)
    return _KINDS[plain]


def subject_of(given: str, known: Mapping[str, Subject], folder: Path) -> Subject:
    """The finding that an id, or the beginning of one, names; `folder` is where the last run wrote its own. Raises RefusedError."""
    if given in known:
        return known[given]
    if len(given) < SHORTEST_ID:
        raise RefusedError("short_id", id=given, least=SHORTEST_ID)
    found = [one for name, one in known.items() if name.startswith(given)]
    if not found:
        raise RefusedError("unknown_id", id=given, folder=folder)
    if len(found) > 1:
        raise RefusedError("several_ids", id=given)
    return found[0]


def of_one_cause(subject: Subject, known: Mapping[str, Subject]) -> tuple[Subject, ...]:
    """The finding, then the others of its report that have the same cause."""
    others = [one for one in known.values() if one.cause and one.cause == subject.cause and one.base.about == subject.base.about]
    return (subject, *(one for one in others if one.base.finding != subject.base.finding))


def undone(subject: Subject, recorded: Recorded, said: Undone) -> Ruling:
    """The undoing of what is decided of a finding. Raises RefusedError where nothing is."""
    made = replace(subject.base, decision=None, undone=said)
    if not said.by:
        raise RefusedError("no_undoer")
    if len(standing((*recorded.standing, made))) == len(recorded.standing):
        raise RefusedError("undecided", id=made.finding)
    return made


def decided(subject: Subject, decision: Decision, at: int = 1) -> Ruling:
    """The decision on a finding; `at` counts its places from 1. Raises RefusedError."""
    base = replace(subject.base, decision=decision)
    if not decision.by:
        raise RefusedError("no_decider")
    if decision.keputusan != Keputusan.SAH and not decision.reason:
        raise RefusedError("no_reason", kind=decision.keputusan)
    return _corrected(base, subject.places, decision, at) if decision.value else base


def _corrected(base: Ruling, places: Sequence[Location], decision: Decision, at: int) -> Ruling:
    if decision.keputusan != Keputusan.SALAH_BACA:
        raise RefusedError("value_for_nothing", kind=Keputusan.SALAH_BACA)
    if not 1 <= at <= len(places):
        raise RefusedError("no_such_place", count=len(places), at=at)
    spot = places[at - 1]
    stated = base.stated if at == 1 else spot.text
    if decision.value == stated:
        raise RefusedError("same_value")
    if read(stated) and _is_wordy(decision.value):
        raise RefusedError("wordy_value", value=decision.value)
    return replace(base, spot=spot, stated=stated)


def _is_wordy(value: str) -> bool:
    """Neither a figure, however it is misprinted, nor the sign for none: not what a cell of figures holds."""
    return not any(character.isdigit() for character in value) and hole(value) != Hole.STRIP


# ------------------------------------------------------------------ workbooks


def planned(rows: Sequence[Asked], known: Mapping[str, Subject], recorded: Recorded, told: Decision, *, over: bool) -> Plan:
    """What the rows of a workbook come to; `told` has who decides where a row does not say so, and the day.

    A decision of somebody else stands unless `over`. Rows that contradict each other are refused, all of them.
    """
    kinds: dict[str, set[str]] = {}
    for row in rows:
        kinds.setdefault(row.text("finding"), set()).update(filter(None, [row.text("decision").casefold()]))
    before = {one.finding: one for one in recorded.standing}
    rulings: dict[str, Ruling] = {}
    refused: list[tuple[int, RefusedError]] = []
    unchanged: Counter[str] = Counter()
    for row in rows:
        try:
            made = _row(row, known, told, torn=len(kinds[row.text("finding")]) > 1)
            earlier = before.get(made.finding)
            made = _completed(made, earlier) if earlier else made
            if earlier and _same(earlier, made):
                unchanged[made.finding] += 1
                continue
            if earlier and not over:
                _contested(earlier, made)
        except RefusedError as refusal:
            refused.append((row.row, refusal))
        else:
            rulings[made.finding] = made
    return Plan(tuple(rulings.values()), len(unchanged), tuple(refused))


def _row(row: Asked, known: Mapping[str, Subject], told: Decision, *, torn: bool) -> Ruling:
    if row.formulas:
        raise RefusedError("formulas", columns=", ".join(_NAMES[name] for name in row.formulas))
    if not row.text("decision"):
        raise RefusedError("response_only")
    if torn:
        raise RefusedError("torn", id=row.text("finding"))
    if row.text("finding") not in known:
        raise RefusedError("unknown_row", id=row.text("finding"))
    subject = known[row.text("finding")]
    stated = row.text("stated")
    if stated and stated != " ".join(fitting(subject.base.stated).split()):
        raise RefusedError("slid", id=row.text("finding"), stated=stated)
    kind = kind_of(row.text("decision"))
    if kind is None:
        raise RefusedError("undoing_in_sheet", undone=UNDONE)
    by = row.text("by") or told.by
    value = row.text("value") if row.number is None else printed_like(row.number, subject.base.stated)
    return decided(subject, Decision(kind, row.text("reason"), by, told.date, value, row.text("response")))


def printed_like(number: Decimal, stated: str) -> str:
    """A number as the report prints such: with the separators and at least the decimals of what was read there."""
    english = bool(_ENGLISH.search(stated))
    match = _DECIMALS.search(stated)
    places = max(len(match[1]) if match else 0, decimals_of(number))
    grouped = f"{number:,.{places}f}" if _GROUPED.search(stated) or not _LONG.search(stated) else f"{number:.{places}f}"
    return grouped if english else grouped.translate(_INDONESIAN)


def _completed(made: Ruling, earlier: Ruling) -> Ruling:
    """What the same person left empty who decided the same before is as it was: a workbook need not have every column."""
    old, new = earlier.decision, made.decision
    if not old or not new or (old.keputusan, old.by) != (new.keputusan, new.by):
        return made
    full = replace(new, reason=new.reason or old.reason, response=new.response or old.response, value=new.value or old.value)
    return replace(made, decision=full) if new.value else replace(made, decision=full, spot=earlier.spot, stated=earlier.stated)


def _same(one: Ruling, two: Ruling) -> bool:
    """The same decision with the same values, whenever it was made."""
    if one.decision is None or two.decision is None or one.values != two.values:
        return False
    return replace(one.decision, date="") == replace(two.decision, date="")


def _contested(earlier: Ruling, made: Ruling) -> None:
    """Somebody else decided otherwise. Raises RefusedError."""
    old, new = earlier.decision, made.decision
    if old and new and old.keputusan != new.keputusan and old.by.casefold() != new.by.casefold():
        raise RefusedError("contested", id=made.finding, old=old.keputusan, before=old.by, new=new.keputusan, by=new.by)


# ------------------------------------------------------------------ lists


def listed(rulings: Iterable[Ruling]) -> Sequence[tuple[str, ...]]:
    """The decisions that hold, by document: what `lakip decide --list` prints."""
    rows = [
        (one.finding, said.keputusan.value, said.date, said.by, one.about.document, one.rule, one.stated, said.value, said.reason)
        for one in rulings
        if (said := one.decision)
    ]
    return sorted(rows, key=lambda row: (row[4], row[0]))
