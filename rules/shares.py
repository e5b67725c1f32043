"""Percentages of sentences held against the two figures said beside them, in every honest reading."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from rules.claims import claims, is_after_change, of_several_budgets
from rules.compare import Ratio, equals, is_percent_of, is_percent_of_ratio, is_positive, not_checked, same_value
from rules.exact import EXACT, HUNDRED, TEN, Interval, point
from rules.facts import Fact, Measure, Mention, ReportView, Tabel
from rules.outcome import HOLDS, Comparison, Verdict
from rules.quantity import PERSEN, RUPIAH, Quantity
from rules.said import Share
from rules.slips import is_mistyped

ROUGHLY = "kalimatnya menyebut angka kira-kira"
NO_SHARE = "bagian atau keseluruhannya nol"
LIMITED = "capaian itu mungkin dibatasi"
SEVERAL_BUDGETS = "kalimatnya menyebut beberapa anggaran"
OTHER_THING = "selisihnya terlalu besar: persentase itu mungkin tentang hal lain"

CAPPED = re.compile(r"\bdibatasi\b|\bmaksim(?:al|um)\b", re.IGNORECASE)
_OTHER_CAPAIAN = re.compile(r"\b(?:akumula\w*|kumulati\w*|rata-rata|tahun\s+(?:lalu|sebelumnya))\b", re.IGNORECASE)
_ONE_POINT = Decimal(1)
FARTHEST = Decimal(25)


@dataclass(frozen=True, slots=True)
class Judged:
    """One share with what it came to; `target` is the cell of the report's own table from which its percentage and part are taken."""

    share: Share
    result: Comparison
    target: tuple[Tabel, Fact] | None = None


def judged(report: ReportView) -> Iterator[Judged]:
    """Every percentage of a sentence that stands beside its part and its whole; of a budget and what was spent of it another rule tells."""
    told = {(percent.location.text, percent.quantity.value) for percent in _of_budgets(report)} if report.said.shares else set()
    for share in (*report.said.shares, *_claimed(report)):
        if (share.location.text, share.percent.value) in told:
            continue
        result = _result(share)
        misquoted = share.of_target and result.verdict == Verdict.TEMUAN
        target = next(_targets(report, share), None) if misquoted else None
        yield Judged(share, equals(share.whole, target[1].number) if target else result, target)


def _of_budgets(report: ReportView) -> Iterator[Mention]:
    """The percentages that are held against the pagu and the realisasi of their claim."""
    for claim in claims(report):
        percent = claim.get(Measure.SERAPAN)
        if percent is not None and claim.get(Measure.PAGU) is not None and claim.get(Measure.REALISASI) is not None:
            yield percent


def _claimed(report: ReportView) -> Iterator[Share]:
    """The capaian that one sentence states with its target and realisasi, in whatever words they stand between; those known apart."""
    known = {(share.location.text, share.percent.value) for share in report.said.shares}
    for claim in claims(report):
        percent, part, whole = (claim.get(measure) for measure in (Measure.CAPAIAN, Measure.KINERJA, Measure.TARGET))
        if percent is None or part is None or whole is None or percent.quantity.unit != PERSEN:
            continue
        together = len({(m.location.text, m.year, m.subject) for m in (percent, part, whole)}) == 1
        alike = part.quantity.unit.casefold() == whole.quantity.unit.casefold()
        other = _may_be_capped(percent) or _OTHER_CAPAIAN.search(percent.location.text)
        if together and alike and not other and (percent.location.text, percent.quantity.value) not in known:
            yield Share(percent.quantity, part.quantity, whole.quantity, percent.location, of_target=True)


def _may_be_capped(percent: Mention) -> bool:
    """Whether a capaian may be the most that counts, or is one that the sentence says is limited."""
    return _is_round(percent.quantity) or CAPPED.search(percent.location.text) is not None


def _is_round(percent: Quantity) -> bool:
    """Whether a percentage may be the most that counts: 120 % or 150 %."""
    return percent.value > HUNDRED and EXACT.remainder(percent.value, TEN) == 0


def _targets(report: ReportView, share: Share) -> Iterator[tuple[Tabel, Fact]]:
    """The targets of rows in which the said result and percentage stand together and hold: then the sentence misquotes the target."""
    for tabel in report.tables:
        for baris in tabel.baris:
            for capaian in baris.all(Measure.CAPAIAN):
                if share.percent.value == HUNDRED or not same_value(capaian.number, share.percent.value):
                    continue
                part, target = (baris.get(measure, capaian.column) for measure in (Measure.KINERJA, Measure.TARGET))
                if part is not None and target is not None and same_value(part.number, share.part.value):
                    held = is_percent_of(share.percent, share.part, target.number)
                    if held.verdict in HOLDS and equals(share.whole, target.number).verdict == Verdict.TEMUAN:
                        yield tabel, target


def _result(share: Share) -> Comparison:
    if not is_positive(share.part) or not is_positive(share.whole):
        return not_checked(share.percent, NO_SHARE)
    text = share.location.text
    if share.whole.unit == RUPIAH and of_several_budgets(text) and not is_after_change(text):
        return not_checked(share.percent, SEVERAL_BUDGETS)
    tried = list(_readings(share))
    held = next((one for one in tried if one.verdict in HOLDS), None)
    if held is not None:
        return held
    reason = _doubt(share, tried[0])
    return not_checked(share.percent, reason, tried[0].expected) if reason else tried[0]


def _doubt(share: Share, plain: Comparison) -> str:
    """Why a percentage that fits in no reading may all the same be right: kept at a limit, of another thing, or said roughly."""
    part, whole = share.part.value, share.whole.value
    if share.of_target and _is_round(share.percent) and EXACT.multiply(part, HUNDRED) > EXACT.multiply(share.percent.value, whole):
        return LIMITED
    mistyped = is_mistyped(share.percent.value, plain.gap, share.percent.decimals)
    if share.loosely and plain.gap > FARTHEST and not mistyped:
        return OTHER_THING
    return ROUGHLY if share.about and plain.gap <= _ONE_POINT else ""


def _readings(share: Share) -> Iterator[Comparison]:
    """Part of whole first; what is left of it; for a target also the formulas of what should fall, and one kept at 100."""
    plain = _compared(share, lambda p, w: (p, w), "{part} / {whole} × 100")
    rest = _compared(share, lambda p, w: (w - p, w), "({whole} − {part}) / {whole} × 100")
    yield from (rest, plain) if share.rest else (plain, rest)
    yield _compared(share, lambda p, w: (w, p), "{whole} / {part} × 100")
    if share.of_target:
        yield _compared(share, lambda p, w: (w.times(Decimal(2)) - p, w), "(2 × {whole} − {part}) / {whole} × 100")
        if share.percent.value == HUNDRED and share.part.value > share.whole.value:
            yield replace(plain, verdict=Verdict.LOLOS)


def _compared(share: Share, ratio: Ratio, formula: str) -> Comparison:
    """Whole numbers stand for themselves: 1.162 samples are no rounding of others."""
    part, whole = _exactly(share.part), _exactly(share.whole)

    def exact(p: Interval, w: Interval) -> tuple[Interval, Interval]:
        return ratio(part or p, whole or w)

    return is_percent_of_ratio(share.percent, share.part, share.whole, exact, formula)


def _exactly(quantity: Quantity) -> Interval | None:
    return point(quantity.value) if quantity.decimals == 0 and quantity.unit != PERSEN else None
