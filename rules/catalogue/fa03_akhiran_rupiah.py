"""The amounts of a column end alike: in sen or in a dash."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.sen_marks import SEN, Ending, as_others, endings_of


class FA03(Rule):
    """Rupiah dalam satu kolom ditulis dengan akhiran yang sama: ",00" atau ",-".

    Diperiksa pada kolom dengan lima angka atau lebih yang empat dari lima akhirannya sama. Rupiah bulat tanpa akhiran, dan kolom yang
    akhirannya sudah beragam, tidak dipersoalkan.

    Lolos:
        Tabel 3.7 Realisasi Anggaran Tahun 2023
        | No | Program | Anggaran (Rp) |
        | 1 | Program Pemberdayaan Sosial | 380.938.700,00 |
        | 2 | Program Rehabilitasi Sosial | 575.788.100,00 |
        | 3 | Program Penanganan Bencana | 37.664.381,00 |
        | 4 | Program Perlindungan Sosial | 122.087.400,00 |
        | 5 | Program Taman Makam Pahlawan | 97.991.600,00 |

    Temuan:
        Tabel 3.7 Realisasi Anggaran Tahun 2023
        | No | Program | Anggaran (Rp) |
        | 1 | Program Pemberdayaan Sosial | 380.938.700,- |
        | 2 | Program Rehabilitasi Sosial | 575.788.100,00 |
        | 3 | Program Penanganan Bencana | 37.664.381,00 |
        | 4 | Program Perlindungan Sosial | 122.087.400,00 |
        | 5 | Program Taman Makam Pahlawan | 97.991.600,00 |
    """

    code = "FA03"
    title = "Akhiran rupiah bercampur dalam satu kolom"
    family = "format_angka"
    severity = Severity.RENDAH
    basis = "keseragaman penulisan angka"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for tabel in report.tables:
            for column in tabel.columns:
                for ending in endings_of(tabel, column):
                    yield self._outcome(ending)

    def _outcome(self, ending: Ending) -> Outcome:
        if not ending.odd:
            return self.outcome(Comparison(Verdict.LOLOS, ending.first.location.text, ""), (ending.first.location,))
        stated = "; ".join(" ".join(fact.location.text.split()) for fact in ending.odd)
        expected = "; ".join(as_others(fact, ending.usual) for fact in ending.odd)
        usual, odd = (",00", ",-") if ending.usual == SEN else (",-", ",00")
        message = f"{stated} diakhiri “{odd}”, sedangkan angka lain kolom itu diakhiri “{usual}”."
        return self.outcome(Comparison(Verdict.TEMUAN, stated, expected), (fact.location for fact in ending.odd), message)
