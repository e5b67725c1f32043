"""Codes of program, kegiatan and sub kegiatan are those of the names beside them, in one width."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.facts import ReportView, Tabel
from rules.naming import Penamaan
from rules.nomenclature import BASIS, FIRST_YEAR
from rules.nomenclature_codes import codes_of, comparable, is_whole, width_of_sub
from rules.nomenclature_fit import may_be_judged
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.telling import table_name


class NM02(Rule):
    """Kode program, kegiatan dan sub kegiatan adalah kode resmi nama di sampingnya, dan kode sub kegiatan dalam satu tabel sama lebarnya.

    Hanya kode lengkap (1.06.02.2.03) yang dibandingkan; nomor urut (1.1.1) bukan kode. Kode sub kegiatan dua angka dan empat angka
    dianggap kode yang sama (01 = 0001); yang dipersoalkan hanya bila keduanya dipakai dalam satu tabel.

    Lolos:
        LAKIP Dinas Sosial Kabupaten Contoh Tahun 2023
        | Kode | Program/Kegiatan | Pagu |
        | 1.06.02 | Program Pemberdayaan Sosial | 1.000.000 |
        | 1.06.04 | Program Rehabilitasi Sosial | 1.000.000 |

    Temuan:
        LAKIP Dinas Sosial Kabupaten Contoh Tahun 2023
        | Kode | Program/Kegiatan | Pagu |
        | 1.06.02 | Program Pemberdayaan Sosial | 1.000.000 |
        | 1.06.05 | Program Rehabilitasi Sosial | 1.000.000 |
    """

    code = "NM02"
    title = "Kode tidak sesuai nomenklatur"
    family = "nomenklatur"
    severity = Severity.RENDAH
    basis = BASIS
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in report.names.resmi:
            if may_be_judged(one) and one.padanan[0].selisih.nihil:
                yield from (self._code(one, kode) for kode in one.kode if is_whole(kode))
        if report.identity.year and report.identity.year >= FIRST_YEAR:
            yield from (outcome for tabel in report.tables for outcome in self._width(tabel))

    def _code(self, one: Penamaan, kode: str) -> Outcome:
        resmi = one.padanan[0].resmi
        held = comparable(kode) in codes_of(resmi)
        expected = show.joined((r.kode for r in resmi), "atau")
        result = Comparison(Verdict.LOLOS if held else Verdict.TEMUAN, kode, expected)
        return self.outcome(result, one.locations, f"Kode {kode} tertulis pada {one.nama}; kode resminya {expected}.")

    def _width(self, tabel: Tabel) -> Iterator[Outcome]:
        coded = [(width_of_sub(baris.kode), baris) for baris in tabel.baris]
        widths = Counter(width for width, _ in coded if width)
        if len(widths) < 2:
            return
        usual, rare = (width for width, _ in widths.most_common(2))
        odd = [baris for width, baris in coded if width == rare]
        result = Comparison(Verdict.TEMUAN, odd[0].kode, f"kode sub kegiatan {usual} angka")
        count = f"{widths[rare]} kode sub kegiatan di {table_name(tabel)}"
        said = f"{count} memakai {rare} angka, sedangkan {widths[usual]} lainnya {usual} angka."
        yield self.outcome(result, (baris.location for baris in odd), said)
