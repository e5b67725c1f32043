"""A parent's percentage is its own realisasi / pagu, and not the mean of its children's percentages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.facts import Column, Measure, ReportView, Susunan, Tabel
from rules.hints import MEAN
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.parent_means import FEWEST, Parent, Way, parents_of
from rules.telling import row_name, table_name


class RU05(Rule):
    """Persentase keuangan induk dihitung dari realisasi dan pagunya sendiri, bukan sebagai rata-rata persentase rinciannya.

    Satu temuan untuk satu kolom, bila dua induk atau lebih hanya cocok sebagai rata-rata. Lebih berat bila induk lain dalam kolom itu
    dihitung dari jumlahnya sendiri: dua cara dalam satu kolom. Persentase fisik boleh dirata-ratakan dan tidak diperiksa.

    Lolos:
        Tabel 3.7 Realisasi Anggaran Tahun 2023
        | Kode | Uraian | Pagu (Rp) | Realisasi (Rp) | Keuangan (%) |
        | 1 | Administrasi Keuangan | 100.000.000 | 91.000.000 | 91,00 |
        | 1.1 | Gaji dan Tunjangan | 90.000.000 | 83.000.000 | 92,22 |
        | 1.2 | Laporan Keuangan | 10.000.000 | 8.000.000 | 80,00 |

    Temuan:
        Tabel 3.7 Realisasi Anggaran Tahun 2023
        | Kode | Uraian | Pagu (Rp) | Realisasi (Rp) | Keuangan (%) |
        | 1 | Administrasi Keuangan | 100.000.000 | 91.000.000 | 86,11 |
        | 1.1 | Gaji dan Tunjangan | 90.000.000 | 83.000.000 | 92,22 |
        | 1.2 | Laporan Keuangan | 10.000.000 | 8.000.000 | 80,00 |
        | 2 | Administrasi Umum | 50.000.000 | 39.000.000 | 85,00 |
        | 2.1 | Cetakan | 10.000.000 | 9.500.000 | 95,00 |
        | 2.2 | Alat Listrik | 40.000.000 | 30.000.000 | 75,00 |
    """

    code = "RU05"
    title = "Persentase induk dihitung sebagai rata-rata persentase rinciannya"
    family = "rumus"
    severity = Severity.RENDAH
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.B; aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for tabel in report.tables:
            for column in tabel.columns:
                if column.measure == Measure.SERAPAN and tabel.susunan != Susunan.KIRA:
                    yield from self._column(tabel, column)

    def _column(self, tabel: Tabel, column: Column) -> Iterator[Outcome]:
        found = parents_of(tabel, column)
        means, ratios = ([one for one in found if one.way == way] for way in (Way.MEAN, Way.RATIO))
        if len(means) < FEWEST:
            yield from (self.outcome(one.ratio, (one.fact.location,)) for one in ratios)
            return
        result = Comparison(Verdict.TEMUAN, _list(one.ratio.stated for one in means), _list(one.ratio.expected for one in means))
        result = replace(result, working=_list(f"{row_name(one.baris)}: {one.ratio.working}" for one in means))
        severity = Severity.SEDANG if ratios else None
        places = [one.fact.location for one in (*means, *ratios)]
        yield self.outcome(result, places, _message(tabel, means, ratios), severity, f"{tabel.id}: {MEAN}")


def _message(tabel: Tabel, means: Sequence[Parent], ratios: Sequence[Parent]) -> str:
    said = f"{len(means)} persentase induk di {table_name(tabel)} sama dengan rata-rata persentase rinciannya, bukan realisasi / pagu"
    beside = show.joined(row_name(one.baris) for one in ratios[:FEWEST])
    return f"{said}; {beside} dihitung dari realisasi / pagunya." if beside else f"{said}."


def _list(texts: Iterator[str]) -> str:
    return "; ".join(texts)
