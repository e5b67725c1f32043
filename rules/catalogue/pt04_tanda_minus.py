"""A fall is told without a minus."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict


class PT04(Rule):
    """Penurunan dalam kalimat tidak disertai tanda minus.

    "Turun sebesar -0,21" berarti naik bila dibaca menurut tandanya. Hanya angka yang langsung mengikuti "turun sebesar" dan sejenisnya
    yang diperiksa; angka dalam tabel boleh bertanda.

    Lolos:
        Penduduk miskin di perdesaan turun sebesar 0,21 persen poin.

    Temuan:
        Penduduk miskin di perdesaan turun sebesar -0,21 persen poin.
    """

    code = "PT04"
    title = "Penurunan ditulis dengan tanda minus"
    family = "perubahan_tahun"
    severity = Severity.RENDAH
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for fall in report.said.falls:
            plain = fall.size.lstrip("-−– ")
            result = Comparison(Verdict.TEMUAN if fall.signed else Verdict.LOLOS, fall.size, plain)
            message = f"Penurunan tertulis {fall.size}; kata turun sudah menyatakan arahnya, sehingga ditulis {plain} tanpa tanda minus."
            yield self.outcome(result, (fall.location,), message)
