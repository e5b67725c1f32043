"""The digits of a figure stand in groups of three, with nothing left over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.malformed import THREES, malformed
from rules.outcome import Comparison, Outcome, Severity, Verdict


class FA02(Rule):
    """Angka dalam kolom dan jumlah rupiah dalam kalimat tersusun benar: kelompok ribuan tiga angka, tanpa titik ganda atau di ujung.

    Dalam tabel hanya kolom yang angka-angka lainnya dapat dibaca. Angka yang terputus baris atau berspasi tidak diperiksa, karena
    mungkin kita yang salah membaca; kode rekening, tanggal dan daftar nomor bukan angka.

    Lolos:
        Tabel 3.7 Realisasi Anggaran Tahun 2023
        | Program | Anggaran (Rp) |
        | Program Pemberdayaan Sosial | 380.938.700,00 |
        | Program Rehabilitasi Sosial | 575.788.100,00 |
        | Program Penanganan Bencana | 37.664.381.200,00 |
        | Program Penunjang Urusan | 122.087.400,00 |

    Temuan:
        Tabel 3.7 Realisasi Anggaran Tahun 2023
        | Program | Anggaran (Rp) |
        | Program Pemberdayaan Sosial | 380.938.700,00 |
        | Program Rehabilitasi Sosial | 575.788.100,00 |
        | Program Penanganan Bencana | 37.664.381200,00 |
        | Program Penunjang Urusan | 122.087.400,00 |
    """

    code = "FA02"
    title = "Susunan angka tidak benar"
    family = "format_angka"
    severity = Severity.RENDAH
    basis = "EYD V (2022): titik memisahkan tiap tiga angka"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in malformed(report):
            should = one.expected if one.expected == THREES else f"seharusnya ditulis {one.expected}"
            result = Comparison(one.verdict, one.printed, one.expected or one.printed)
            yield self.outcome(result, (one.location,), f"Angka {one.printed} tidak tersusun benar: {should}.")
