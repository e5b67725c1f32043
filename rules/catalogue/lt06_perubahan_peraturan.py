"""A regulation is changed by a later one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict


class LT06(Rule):
    """Peraturan yang disebut telah diubah tidak diubah oleh peraturan yang lebih tua.

    Hanya dua peraturan yang dihubungkan dengan "sebagaimana telah diubah dengan"; peraturan dari tahun yang sama dapat mengubahnya.

    Lolos:
        Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah diubah beberapa kali, terakhir dengan Undang-Undang
        Nomor 9 Tahun 2015.

    Temuan:
        Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah diubah beberapa kali, terakhir dengan Undang-Undang
        Nomor 32 Tahun 2004.
    """

    code = "LT06"
    title = "Peraturan disebut diubah oleh peraturan yang lebih tua"
    family = "label_tahun"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II huruf F"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for law in report.said.changed_laws:
            verdict = Verdict.TEMUAN if law.other_year < law.year else Verdict.LOLOS
            result = Comparison(verdict, law.other, f"peraturan tahun {law.year} atau sesudahnya")
            message = f"{law.name} disebut diubah dengan {law.other}, yang tahunnya lebih awal."
            yield self.outcome(result, (law.location,), message)
