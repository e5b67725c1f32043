"""How a generated report prints its tables: the wording of headers, number styles, numbering of rows, total rows."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.benchmarks.detection.dice import Dice
from pipeline.benchmarks.detection.model import Kind, Style

HEADERS: dict[Kind, tuple[str, ...]] = {
    Kind.PAGU: ("Pagu (Rp)", "Anggaran (Rp)", "Pagu Anggaran (Rp)", "Alokasi Anggaran (Rp)", "Jumlah Anggaran (Rp)", "Anggaran", "Pagu"),
    Kind.REALISASI: ("Realisasi (Rp)", "Realisasi Anggaran (Rp)", "Realisasi Keuangan (Rp)", "Realisasi Anggaran", "Realisasi"),
    Kind.SISA: ("Sisa (Rp)", "Sisa Anggaran (Rp)", "Sisa Anggaran", "Sisa"),
    Kind.SERAPAN: ("%", "Realisasi (%)", "% Realisasi", "Penyerapan (%)", "Serapan (%)", "% Penyerapan Anggaran", "Persentase Serapan"),
    Kind.FISIK: ("Fisik (%)", "Realisasi Fisik (%)", "% Fisik"),
    Kind.TARGET: ("Target", "Target {year}", "Target Kinerja", "Target Tahun {year}"),
    Kind.KINERJA: ("Realisasi", "Realisasi {year}", "Realisasi Kinerja", "Realisasi Tahun {year}"),
    Kind.CAPAIAN: ("Capaian (%)", "% Capaian", "Capaian Kinerja (%)", "Persentase Capaian", "% Capaian Kinerja", "Tingkat Capaian (%)"),
    Kind.PREDIKAT: ("Predikat", "Kategori", "Kriteria", "Kategori Capaian"),
}
REVISED = (
    ("Anggaran Murni (Rp)", "Anggaran Perubahan (Rp)", "Bertambah/(Berkurang) (Rp)"),
    ("Anggaran Sebelum Perubahan (Rp)", "Anggaran Setelah Perubahan (Rp)", "Bertambah/Berkurang (Rp)"),
    ("Pagu Murni", "Pagu Perubahan", "Bertambah / (Berkurang)"),
)
NAMES = ("Program/Kegiatan", "Program / Kegiatan", "Uraian", "Program dan Kegiatan", "Program/Kegiatan/Sub Kegiatan")
PROGRAMS = ("Program", "Nama Program", "Uraian Program", "Program")
INDICATORS = ("Indikator Kinerja", "Indikator", "Indikator Sasaran", "Indikator Kinerja Utama", "Indikator Kinerja Sasaran")
GROUPS = ("Anggaran", "Keuangan", "Anggaran (Rp)")
TOTALS = ("JUMLAH", "TOTAL", "Jumlah", "Total", "JUMLAH TOTAL", "Total Anggaran", "Jumlah Total")
MEANS = ("Rata-rata", "RATA-RATA", "Rata-rata Capaian", "Rata - rata")
MONEY = (
    Style(),
    Style(),
    Style(decimals=2),
    Style(before="Rp"),
    Style(before="Rp. "),
    Style(after=",-"),
    Style(before="Rp", decimals=2),
    Style(thousands=",", point="."),
    Style(thousands=",", point=".", decimals=2),
)
BUDGETS = (
    (Kind.PAGU, Kind.REALISASI, Kind.SERAPAN),
    (Kind.PAGU, Kind.REALISASI, Kind.SISA),
    (Kind.PAGU, Kind.REALISASI, Kind.SISA, Kind.SERAPAN),
    (Kind.PAGU, Kind.REALISASI, Kind.SERAPAN, Kind.SISA),
    (Kind.PAGU, Kind.REALISASI, Kind.SERAPAN, Kind.FISIK),
    (Kind.LAMA, Kind.PAGU, Kind.SELISIH, Kind.REALISASI, Kind.SERAPAN),
)
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


@dataclass(frozen=True, slots=True)
class Look:
    """What holds throughout one report; `numbering` is how rows show their level, `total` the label of total rows or ""."""

    money: Style
    percent: Style
    figure: Style
    numbering: str
    total: str
    total_first: bool
    column_numbers: bool
    grouped: bool
    caption_lines: int
    dotted: str

    def said(self, kind: Kind) -> Style:
        """How a sentence prints a figure: money with its sign."""
        if kind in (Kind.SERAPAN, Kind.CAPAIAN, Kind.RATA):
            return Style(self.percent.decimals, self.percent.thousands, self.percent.point, after=self.dotted)
        return self.money if "Rp" in self.money.before else Style(self.money.decimals, self.money.thousands, self.money.point, "Rp")


def look_of(dice: Dice) -> Look:
    """A way of printing."""
    money = dice.one_of(MONEY)
    sign, decimals = dice.one_of(("", "", "%")), dice.one_of((2, 2, 2, 1))
    point, thousands = money.point, money.thousands
    return Look(
        money=money,
        percent=Style(decimals, thousands, point, after=sign),
        figure=Style(2, thousands, point),
        numbering=dice.one_of(("kode", "nomor", "romawi", "nama")),
        total=dice.one_of((*TOTALS, "", "")),
        total_first=dice.is_luck(10),
        column_numbers=dice.is_luck(25),
        grouped=dice.is_luck(30),
        caption_lines=dice.one_of((1, 1, 2)),
        dotted=dice.one_of(("%", " %", " persen")),
    )
