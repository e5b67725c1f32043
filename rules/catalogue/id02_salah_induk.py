"""A kegiatan or sub kegiatan stands under its official parent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.facts import Baris, Peran, ReportView, Susunan, Tabel
from rules.naming import Penamaan
from rules.nomenclature import BASIS, Resmi
from rules.nomenclature_codes import above, codes_of
from rules.nomenclature_fit import may_be_judged
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.telling import row_name, table_name

_PROVEN = (Susunan.KODE, Susunan.NOMOR, Susunan.NAMA, Susunan.HITUNGAN)


class ID02(Rule):
    """Kegiatan dan sub kegiatan tercetak di bawah program atau kegiatan induknya menurut nomenklatur.

    Nama yang resmi di bawah beberapa induk (Penyediaan Permakanan) cocok dengan salah satunya. Hanya susunan tabel yang terbukti dan nama
    yang sama dengan nama resmi yang dibandingkan; induk yang tidak tercetak diperiksa ID01.

    Lolos:
        LAKIP Dinas Sosial Kabupaten Contoh Tahun 2023
        | No | Program/Kegiatan | Pagu |
        | 1 | Program Pemberdayaan Sosial | 1.000.000 |
        | 1.1 | Pengumpulan Sumbangan dalam Daerah Kabupaten/Kota | 1.000.000 |
        | 2 | Program Rehabilitasi Sosial | 2.000.000 |

    Temuan:
        LAKIP Dinas Sosial Kabupaten Contoh Tahun 2023
        | No | Program/Kegiatan | Pagu |
        | 1 | Program Pemberdayaan Sosial | 1.000.000 |
        | 1.1 | Pemeliharaan Anak-Anak Terlantar | 1.000.000 |
        | 2 | Program Rehabilitasi Sosial | 2.000.000 |
    """

    code = "ID02"
    title = "Induk tidak sesuai nomenklatur"
    family = "nomenklatur"
    severity = Severity.SEDANG
    basis = BASIS
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        known = {_plain(one.nama): one for one in report.names.resmi if may_be_judged(one) and one.padanan[0].selisih.nihil}
        if known:
            yield from (outcome for tabel in report.tables if tabel.susunan in _PROVEN for outcome in self._table(tabel, known))

    def _table(self, tabel: Tabel, known: dict[str, Penamaan]) -> Iterator[Outcome]:
        for baris in tabel.baris:
            if baris.parent is None or baris.peran != Peran.RINCIAN:
                continue
            parent = tabel.baris[baris.parent]
            child, over = known.get(_plain(baris.name)), known.get(_plain(parent.name))
            if child is not None and over is not None:
                yield self._outcome(tabel, baris, parent, (child.padanan[0].resmi, over.padanan[0].resmi))

    def _outcome(self, tabel: Tabel, baris: Baris, parent: Baris, resmi: tuple[tuple[Resmi, ...], tuple[Resmi, ...]]) -> Outcome:
        ours, theirs = codes_of(resmi[0]), codes_of(resmi[1])
        held = any(above(over, code) for over in theirs for code in ours)
        expected = show.joined(sorted({".".join(r.kode.split(".")[:-1]).removesuffix(".2").removesuffix(".1") for r in resmi[0]}), "atau")
        result = Comparison(Verdict.LOLOS if held else Verdict.TEMUAN, parent.name, f"induk berkode {expected}")
        said = f"{row_name(baris)} di {table_name(tabel)} tercetak di bawah {row_name(parent)}; induk resminya berkode {expected}."
        return self.outcome(result, (baris.location, parent.location), said)


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
