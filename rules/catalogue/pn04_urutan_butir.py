"""The items of a list and the lettered or numbered headings are in step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.list_slips import out_of_step
from rules.outcome import Outcome, Severity, Verdict


class PN04(Rule):
    """Nomor atau huruf butir dan judul berurutan: tidak ada yang terlewat, dipakai dua kali, atau dimulai lagi di tengah bab.

    Hanya bila butir-butir di sekitarnya membuktikannya: gaya dan letaknya sama, dan tidak ada tabel atau judul lain di antaranya.
    Daftar yang dimulai lagi dari awal, daftar yang berlanjut di bawah judul lain, dan nomor yang mungkin tidak terbaca
    tidak dinyatakan salah.

    Lolos:
        Permasalahan pelayanan sosial adalah sebagai berikut :
        1. Jumlah petugas lapangan belum memadai
        2. Data penerima belum seluruhnya mutakhir
        3. Sarana penjangkauan terbatas
        4. Koordinasi antarinstansi belum lancar

    Temuan:
        Permasalahan pelayanan sosial adalah sebagai berikut :
        1. Jumlah petugas lapangan belum memadai
        2. Data penerima belum seluruhnya mutakhir
        3. Sarana penjangkauan terbatas
        6. Koordinasi antarinstansi belum lancar
    """

    code = "PN04"
    title = "Nomor butir melompat atau ganda"
    family = "penomoran"
    severity = Severity.RENDAH
    basis = "kerapian penyajian laporan"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in out_of_step(report.lines):
            yield self.outcome(one.result, one.places, one.message, one.severity)
