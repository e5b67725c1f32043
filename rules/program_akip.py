"""Programs whose indicator is, as a sentence under their heading says, the score of the evaluation of AKIP."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rules.claims import akip_rows, claims, years_fit
from rules.compare import agree, equals
from rules.exact import HUNDRED
from rules.facts import Baris, Fact, Location, Measure, Mention, ReportView
from rules.misnamed import under_heading
from rules.outcome import HOLDS, Comparison, Severity, Verdict
from rules.quantity import PERSEN, Quantity
from rules.statements import is_of_whole

_INDICATOR = re.compile(r"\bindikator\b[^.;]{0,200}\b(?:yaitu|yakni|adalah|ialah)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class OfAkip:
    """A cell of a program held against the score; the cell comes first."""

    result: Comparison
    places: tuple[Location, ...]
    message: str
    severity: Severity


def programs_of_akip(report: ReportView) -> Iterator[OfAkip]:
    """Every program whose heading stands over a sentence that names the score as its indicator and gives its target."""
    for claim in claims(report):
        target = claim.get(Measure.TARGET)
        if target is None or not _INDICATOR.search(target.location.text):
            continue
        scores = [baris for _, baris in akip_rows(report, target) if _is_aimed(baris, target)]
        programs = under_heading(report, target.location.text) if scores else []
        worked_out = [baris for baris in scores if _cell(baris, Measure.KINERJA, target) is not None]
        reached = [fact for baris in worked_out if (fact := _cell(baris, Measure.CAPAIAN, target)) is not None]
        if len(programs) == 1 and len({fact.number.value for fact in reached if isinstance(fact.number, Quantity)}) == 1:
            for tabel, baris in report.of_subject(programs[0][1].subject):
                if is_of_whole(tabel):
                    yield from _judged(baris, target, reached[0])


def _is_aimed(score: Baris, target: Mention) -> bool:
    """Whether it is the score of which the sentence speaks: it has the sentence's target."""
    aim = _cell(score, Measure.TARGET, target)
    return aim is not None and agree(aim.number, target.quantity)


def _judged(program: Baris, target: Mention, score: Fact) -> Iterator[OfAkip]:
    """The capaian of the program where a target stands beside it; where it differs, that target too."""
    capaian, aim = (_cell(program, measure, target) for measure in (Measure.CAPAIAN, Measure.TARGET))
    if capaian is None or aim is None or capaian.location == score.location:
        return
    result = _compared(capaian, score)
    said = f"Menurut kalimat di bawah judulnya indikator program ini nilai akuntabilitas kinerja, dengan target {target.quantity.text}"
    message = f"{said}; capaian nilai itu {result.expected}, sedangkan capaian program tertulis {result.stated}."
    yield OfAkip(result, (capaian.location, score.location, target.location), message, Severity.TINGGI)
    if result.verdict == Verdict.TEMUAN:
        aimed = equals(aim.number, target.quantity)
        message = f"{said}, sedangkan dalam tabel target program tertulis {aimed.stated}."
        yield OfAkip(aimed, (aim.location, target.location), message, Severity.SEDANG)


def _compared(capaian: Fact, score: Fact) -> Comparison:
    """Both as printed; a program is often limited to 100 where the score goes beyond."""
    result = equals(capaian.number, score.number)
    beyond = all(fact.quantity is not None and fact.quantity.value >= HUNDRED for fact in (capaian, score))
    return Comparison(Verdict.LOLOS, result.stated, result.expected) if beyond and result.verdict not in HOLDS else result


def _cell(baris: Baris, measure: Measure, target: Mention) -> Fact | None:
    """The one cell of a row that states a measure in the year meant, a capaian as a percentage."""
    found = [fact for fact in baris.all(measure) if fact.quantity is not None and years_fit(fact.year, target.year)]
    if measure == Measure.CAPAIAN:
        found = [fact for fact in found if fact.quantity is not None and fact.quantity.unit in (PERSEN, "")]
    return found[0] if len(found) == 1 else None
