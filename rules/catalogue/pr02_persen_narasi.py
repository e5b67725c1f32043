"""A percentage in prose is realisasi divided by pagu of the same sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.belief import severity_by_points
from rules.claims import Claim, claims, is_after_change, of_changed_budget, rows_sharing_an_amount
from rules.compare import is_percent_of, not_checked
from rules.exact import HUNDRED
from rules.facts import Location, Measure, Mention, ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.percent_told import fits_table, unpadded_percent
from rules.shares import FARTHEST, OTHER_THING
from rules.slips import is_mistyped

CHANGED = "kalimat menyebut anggaran yang berubah"
FITS_TABLE = "persentase itu cocok dengan pagu dan realisasi pada tabel; yang berbeda adalah jumlah uang dalam kalimat"


class PR02(Rule):
    """Persentase realisasi keuangan dalam kalimat sama dengan realisasi dibagi pagu yang disebut bersamanya.

    Tidak diperiksa bila persentasenya cocok dengan jumlah uang pada tabel: maka bukan persentase itu yang keliru.

    Lolos:
        Sub kegiatan ini memperoleh anggaran Rp. 63.370.500,- dengan realisasi anggaran Rp. 60.970.162,- persentase realisasi
        keuangan 96,21 %.

    Temuan:
        Sub kegiatan ini memperoleh anggaran Rp. 63.370.500,- dengan realisasi anggaran Rp. 60.970.162,- persentase realisasi
        keuangan 96,12 %.
    """

    code = "PR02"
    title = "Persentase realisasi dalam kalimat tidak sama dengan realisasi dibagi pagu"
    family = "persen_realisasi"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.B"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for claim in claims(report):
            pagu, realisasi = claim.get(Measure.PAGU), claim.get(Measure.REALISASI)
            percent = claim.get(Measure.SERAPAN)
            if pagu is not None and realisasi is not None and percent is not None:
                result = _compared(percent, realisasi, pagu)
                if result.verdict == Verdict.TEMUAN and fits_table(report, claim, percent):
                    result = not_checked(percent.quantity, FITS_TABLE, result.expected)
                yield self._outcome(report, claim, percent, result)

    def _outcome(self, report: ReportView, claim: Claim, percent: Mention, result: Comparison) -> Outcome:
        message = f"Persentase dalam kalimat tertulis {result.stated}, sedangkan realisasi / pagu = {result.expected}."
        places = (percent.location, *_cells(report, claim))
        return self.outcome(result, places, message, severity_by_points(result.gap))


def _compared(percent: Mention, realisasi: Mention, pagu: Mention) -> Comparison:
    """Realisasi and pagu as said; the other way round too, for the order of `sebesar … dari …` is sometimes turned."""
    stated = unpadded_percent(percent.quantity)
    result = is_percent_of(stated, realisasi.quantity, pagu.quantity)
    if result.verdict != Verdict.TEMUAN:
        return result
    turned = is_percent_of(stated, pagu.quantity, realisasi.quantity)
    if turned.verdict == Verdict.LOLOS:
        return turned
    said = {mention.location.text for mention in (percent, realisasi, pagu)}
    changed = any(of_changed_budget(text) and not is_after_change(text) for text in said)
    far = result.gap > FARTHEST and not is_mistyped(percent.quantity.value, result.gap, percent.quantity.decimals, HUNDRED)
    reason = CHANGED if changed else OTHER_THING if far else ""
    return not_checked(percent.quantity, reason, result.expected) if reason else result


def _cells(report: ReportView, claim: Claim) -> Iterator[Location]:
    """The percentages that tables print for the same amounts."""
    for _, baris in rows_sharing_an_amount(report, claim):
        yield from (fact.location for fact in baris.all(Measure.SERAPAN))
