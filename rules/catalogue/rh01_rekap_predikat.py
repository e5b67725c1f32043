"""A count of indicators by predikat is that of the table of indicators."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.recap import Recapped, recapped
from rules.telling import shortened


class RH01(Rule):
    """Jumlah indikator menurut predikat dalam tabel rekap atau kalimat sama dengan jumlah baris berpredikat itu dalam tabel indikatornya.

    Dibandingkan hanya dengan tabel yang jumlah barisnya sama dengan jumlah rekap; bila tidak memuat predikat, capaiannya digolongkan
    menurut skala laporan itu sendiri. Satu tabel yang cocok sudah cukup. Rincian dalam kalimat (“dari 11 indikator, 6 tercapai sangat
    baik, ...”) yang tabelnya tidak ada harus berjumlah sama dengan keseluruhannya.

    Lolos:
        Tabel 3.3 Jumlah Indikator menurut Kategori
        | No | Kategori | Jumlah Indikator |
        | 1 | Sangat Baik | 2 |
        | 2 | Kurang | 1 |

        Tabel 3.4 Capaian Indikator
        | No | Indikator Kinerja | Target | Capaian (%) | Kategori |
        | 1 | Cakupan layanan dasar | 69,02 | 134,32 | Sangat Baik |
        | 2 | Cakupan usaha mandiri | 1,31 | 55,72 | Kurang |
        | 3 | Nilai SAKIP | 71,86 | 100,06 | Sangat Baik |

    Temuan:
        Tabel 3.3 Jumlah Indikator menurut Kategori
        | No | Kategori | Jumlah Indikator |
        | 1 | Sangat Baik | 2 |
        | 2 | Kurang | 0 |
        | 3 | Sangat Kurang | 1 |

        Tabel 3.4 Capaian Indikator
        | No | Indikator Kinerja | Target | Capaian (%) | Kategori |
        | 1 | Cakupan layanan dasar | 69,02 | 134,32 | Sangat Baik |
        | 2 | Cakupan usaha mandiri | 1,31 | 55,72 | Kurang |
        | 3 | Nilai SAKIP | 71,86 | 100,06 | Sangat Baik |
    """

    code = "RH01"
    title = "Jumlah indikator menurut predikat tidak sama dengan tabel indikatornya"
    family = "rekap_hitung"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.A"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in recapped(report):
            yield self.outcome(one.result, one.places, _message(one))


def _message(one: Recapped) -> str:
    if not one.where:
        return f"Kalimat menyebut {one.result.stated}, sedangkan rinciannya {one.result.working}."
    said = f"Jumlah berpredikat {shortened(one.row.label)} tertulis {one.result.stated}"
    return f"{said}, sedangkan menurut {one.where} ada {one.result.expected}."
