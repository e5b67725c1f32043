"""A block of parts has its parent row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView, Tabel
from rules.orphans import Orphan, amount_of, has_levels, orphans
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.telling import row_name, table_name

UNPROVEN = "induknya tidak tercetak, tetapi tidak ada total atau tabel lain yang membuktikannya"


class ID01(Rule):
    """Kegiatan dan sub kegiatan berada di bawah baris program atau kegiatan induknya.

    Menjadi temuan bila total tabel memerlukan baris itu di luar program-program yang tercetak, atau bila tabel lain mencetak
    induknya.

    Lolos:
        Tabel 2 Alokasi Anggaran Tahun 2023
        | No | Program/Kegiatan | Jumlah Dana |
        | 1 | PROGRAM PENANGANAN BENCANA | 122.087.400 |
        | | Kegiatan Perlindungan Sosial Korban Bencana | 122.087.400 |
        | 2 | PROGRAM PENGELOLAAN TAMAN MAKAM PAHLAWAN | 115.137.557 |
        | | Kegiatan Pemeliharaan Taman Makam Pahlawan | 115.137.557 |
        | | TOTAL | 237.224.957 |

    Temuan:
        Tabel 2 Alokasi Anggaran Tahun 2023
        | No | Program/Kegiatan | Jumlah Dana |
        | 1 | PROGRAM PENANGANAN BENCANA | 122.087.400 |
        | | Kegiatan Perlindungan Sosial Korban Bencana | 122.087.400 |
        | | Kegiatan Pemeliharaan Taman Makam Pahlawan | 115.137.557 |
        | | Sub Kegiatan Pemeliharaan Taman Makam Pahlawan | 107.487.557 |
        | | Sub Kegiatan Pengamanan Taman Makam Pahlawan | 7.650.000 |
        | | TOTAL | 237.224.957 |
    """

    code = "ID01"
    title = "Baris induk tidak tercetak"
    family = "baris_induk_hilang"
    severity = Severity.SEDANG
    basis = "aritmetika; susunan program, kegiatan dan sub kegiatan menurut Permendagri 90/2019"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for tabel in report.tables:
            found = list(orphans(report, tabel))
            yield from (self._outcome(tabel, one) for one in found)
            if not found and has_levels(tabel):
                yield self.outcome(Comparison(Verdict.LOLOS, tabel.label, ""), (tabel.location,))

    def _outcome(self, tabel: Tabel, one: Orphan) -> Outcome:
        stated = "(tidak ada baris induk)"
        if one.parent is None and one.needed is None:
            return self.outcome(Comparison(Verdict.TAK_DIPERIKSA, stated, "", reason=UNPROVEN), one.places)
        name = f"{row_name(one.parent[1])} {amount_of(one.parent[1])}".strip() if one.parent else f"baris induk {amount_of(one.baris)}"
        where = f"; {table_name(one.parent[0])} mencetaknya di bawah {row_name(one.parent[1])}" if one.parent else ""
        counted = "; total tabel memerlukan jumlahnya di samping baris induk yang tercetak" if one.needed else ""
        message = f"{row_name(one.baris)} di {table_name(tabel)} tidak mempunyai baris induk{where}{counted}."
        working = one.needed.result.working if one.needed else ""
        places = (*one.places, *((one.parent[1].location,) if one.parent else ()))
        return self.outcome(Comparison(Verdict.TEMUAN, stated, name, working=working), places, message)
