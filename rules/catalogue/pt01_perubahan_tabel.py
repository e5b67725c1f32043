"""A rise or fall that a table states follows from the two values beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.changes import SIGN, changes_of
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.recomputed import Recomputed
from rules.telling import row_name


class PT01(Rule):
    """Kenaikan, penurunan atau pertumbuhan dalam sebuah kolom sesuai dengan angka kedua tahun (atau murni dan perubahan) di barisnya.

    Cara menghitungnya (selisih, pertumbuhan, perbandingan) ditentukan oleh paling sedikit tiga baris kolom itu sendiri yang
    cocok; pada kolom pendek cukup dua angka, atau satu yang panjang. Baris yang cocok menurut cara lain, dan kolom yang artinya
    tidak terbukti, tidak diperiksa. Penurunan tanpa tanda menjadi temuan hanya bila kolom itu mencetak kenaikan dan penurunan
    lain dengan tanda yang benar; kenaikan dengan tanda kurang, bila baris lain bertanda benar dan tidak ada penurunan tanpa tanda.

    Lolos:
        Tabel 3.5 Perbandingan Capaian Tahun 2022 dengan Tahun 2023
        | No | Indikator Kinerja | Capaian 2022 (%) | Capaian 2023 (%) | Peningkatan (%) |
        | 1 | Persentase PPKS yang mendapat pelayanan | 87,72 | 90,91 | 3,19 |
        | 2 | Persentase peran PSKS | 95,50 | 94,12 | -1,38 |
        | 3 | Nilai Akuntabilitas Kinerja | 92,31 | 98,88 | 6,57 |
        | 4 | Indeks Kepuasan Masyarakat | 97,60 | 99,10 | 1,50 |

    Temuan:
        Tabel 3.5 Perbandingan Capaian Tahun 2022 dengan Tahun 2023
        | No | Indikator Kinerja | Capaian 2022 (%) | Capaian 2023 (%) | Peningkatan (%) |
        | 1 | Persentase PPKS yang mendapat pelayanan | 87,72 | 90,91 | 3,19 |
        | 2 | Persentase peran PSKS | 95,50 | 94,12 | -1,38 |
        | 3 | Nilai Akuntabilitas Kinerja | 92,31 | 98,88 | 9,57 |
        | 4 | Indeks Kepuasan Masyarakat | 97,60 | 99,10 | 1,50 |
    """

    code = "PT01"
    title = "Perubahan antartahun tidak sesuai dengan kedua angkanya"
    family = "perubahan_tahun"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.A.2; aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for tabel in report.tables:
            for one in changes_of(tabel):
                places = [one.fact.location, *(operand.location for operand in one.operands)]
                yield self.outcome(one.result, places, _message(one), one.severity)


def _message(one: Recomputed) -> str:
    subject = row_name(one.baris)
    said = f"Perubahan {subject} pada kolom {one.fact.column.header} tertulis {show.printed(one.fact.number)}"
    slip = ": tandanya terbalik" if one.result.method == SIGN else ""
    return f"{said}, sedangkan {one.result.working}{slip}."
