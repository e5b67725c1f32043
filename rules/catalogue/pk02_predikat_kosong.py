"""Where a table has a column of predikat, every capaian has one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.blank import Blank, blanks
from rules.compare_words import labels_of
from rules.exact import point
from rules.facts import ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.predikat import Scale, all_declared, tables_with_predikat
from rules.quantity import Quantity
from rules.telling import row_name


class PK02(Rule):
    """Setiap baris yang memuat capaian juga memuat predikat, bila tabel mempunyai kolom predikat.

    Sel yang mungkin digabung dengan sel di atasnya, dan kolom yang seluruhnya kosong pada halaman PDF (mungkin berisi warna),
    tidak diperiksa.

    Lolos:
        Tabel 3.2 Capaian Kinerja Tahun 2023
        | No | Indikator Kinerja | Target | Realisasi | % Capaian | Predikat |
        | 1 | Persentase Peningkatan Peran PSKS | 85 % | 80% | 94% | Sangat Tinggi |
        | 2 | Nilai AKIP | 68 | 68 | 100% | Sangat Tinggi |

    Temuan:
        Tabel 3.2 Capaian Kinerja Tahun 2023
        | No | Indikator Kinerja | Target | Realisasi | % Capaian | Predikat |
        | 1 | Persentase Peningkatan Peran PSKS | 85 % | 80% | 94% | |
        | 2 | Nilai AKIP | 68 | 68 | 100% | |
        | | Rata-rata | | | 97% | Sangat Tinggi |
    """

    code = "PK02"
    title = "Predikat belum diisi"
    family = "predikat_kosong"
    severity = Severity.SEDANG
    basis = "kolom predikat pada tabel laporan"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        scales = all_declared(report)
        for tabel, column in tables_with_predikat(report):
            for one in blanks(tabel, column):
                yield self._outcome(one, scales, f"{tabel.id}: predikat belum diisi")

    def _outcome(self, one: Blank, scales: Sequence[Scale], cause: str) -> Outcome:
        expected = _expected(one, scales)
        verdict = Verdict.LOLOS if one.predikat.label else Verdict.TAK_DIPERIKSA if one.doubt else Verdict.TEMUAN
        said = one.predikat.label or "(kosong)"
        hint = f"; menurut skala laporan: {expected}" if expected else ""
        message = f"Predikat {row_name(one.baris)} kosong, sedangkan capaiannya {show.printed(one.capaian.number)}{hint}."
        result = Comparison(verdict, said, expected or "(sebuah predikat)", reason=one.doubt if verdict == Verdict.TAK_DIPERIKSA else "")
        return self.outcome(result, (one.predikat.location, one.capaian.location), message, cause=cause)


def _expected(one: Blank, scales: Sequence[Scale]) -> str:
    """The predikat of the first declared scale; it is only told, never compared."""
    number = one.capaian.number
    found = labels_of(point(number.value), scales[0].bands) if scales and isinstance(number, Quantity) else ()
    return show.joined(found, "atau")
