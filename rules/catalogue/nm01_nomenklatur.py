"""Program, kegiatan and sub kegiatan bear their official names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.nomenclature import BASIS
from rules.nomenclature_fit import fit, may_be_judged
from rules.outcome import Outcome, Severity, Verdict


class NM01(Rule):
    """Nama program, kegiatan dan sub kegiatan sama dengan nama resminya dalam nomenklatur yang berlaku pada tahun laporan.

    Tidak dipersoalkan: huruf besar-kecil, tanda baca, kata sambung, keterangan dalam kurung, kata Program/Kegiatan/Sub Kegiatan di
    depan, Kab/Kota, Pemerintah atau Pemerintahan, nama yang terpotong di ujung; tahun anggaran 2020 dan sebelumnya (nomenklatur lama);
    bidang urusan yang daftarnya tidak ada, kecuali program penunjangnya. Lihat docs/nomenklatur.md.

    Lolos:
        LAKIP Dinas Sosial Kabupaten Contoh Tahun 2023
        | No | Program | Pagu |
        | 1 | Program Penunjang Urusan Pemerintahan Daerah Kab/Kota | 2.000.000 |
        | 2 | Program Rehabilitasi Sosial | 1.000.000 |

    Temuan:
        LAKIP Dinas Sosial Kabupaten Contoh Tahun 2023
        | No | Program | Pagu |
        | 1 | Program Penunjang Urusan Pemerintahan Kabupaten/Kota | 2.000.000 |
        | 2 | Program Rehabilitasi Sosial | 1.000.000 |
    """

    code = "NM01"
    title = "Nama tidak sesuai nomenklatur"
    family = "nomenklatur"
    severity = Severity.RENDAH
    basis = BASIS
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in report.names.resmi:
            if may_be_judged(one):
                result = fit(one)
                said = f"{one.nama} tidak sama dengan nama resmi {result.expected} ({result.method}): {result.difference}."
                yield self.outcome(result, one.locations, said)
