"""The parts that the arithmetic rules share: rows and their numbers, sums in all readings, formulas, averages, hints."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from extractors.model import Place
from rules import changes, compare_change, sisa
from rules.anew import limited, mean_value, quotient
from rules.capaian import FORMULAS, less_is_better, more_is_better
from rules.compare import difference_of, is_limited_percent, is_positive, same_value
from rules.facts import Baris, Location, Measure, Tabel
from rules.hints import hint
from rules.means import means
from rules.outcome import Comparison, Verdict
from rules.percent import SERAPAN, meaning_of, percentages
from rules.quantity import Hole, Quantity, Unreadable
from rules.rows import ancestors, children_word, leaves, position_of, running, skipping, tops
from rules.sisa import rests
from rules.slips import decimals_of
from rules.sums import parent_sums, total_sums
from tests.rule_fixtures import report_of

THREE_LEVELS = """\
Tabel 3.1 Realisasi Anggaran Tahun 2023
| No | Program/Kegiatan | Pagu | Realisasi |
| 5 | PROGRAM PENANGANAN BENCANA | 122.087.400 | 117.347.400 |
| 5.1 | Perlindungan Sosial Korban Bencana | 122.087.400 | 117.347.400 |
| 5.1.1 | Penyediaan Makanan | 62.420.500 | 61.670.500 |
| 5.1.2 | Penyediaan Sandang | 59.666.900 | 55.676.900 |
"""


def tabel_of(text: str) -> Tabel:
    return report_of(text).tables[0]


def rows(*codes: str) -> list[Baris]:
    return [Baris(i, f"baris {i}", (), Location(Place(line=i), ""), kode=code) for i, code in enumerate(codes)]


@pytest.mark.parametrize(
    ("codes", "runs", "skips"),
    [
        (("1", "2", "3"), True, False),
        (("I", "II", "III"), True, False),
        (("a.", "b.", "c."), True, False),
        (("1.2.1", "1.2.2"), True, False),
        (("I", "2", "3"), True, False),
        (("1", "3"), False, True),
        (("2", "3"), False, True),
        (("1.1", "1.2", "1.4"), False, True),
        (("6.1.1", "6.1.1"), False, False),
        (("1", "1", "2", "3"), False, False),
        (("1", "2", "1", "2"), False, False),
        (("13", "29", "59"), False, False),
        (("1.02.01", "1.02.03"), False, False),
        (("2.01.0001", "2.01.0005"), False, False),
        (("1.1", "2.1"), False, False),
        (("1", "", "2"), False, False),
        (("", ""), False, False),
    ],
)
def test_numbers_that_run_and_numbers_that_skip(codes: tuple[str, ...], runs: bool, skips: bool) -> None:
    assert (running(rows(*codes)), skipping(rows(*codes))) == (runs, skips)


@pytest.mark.parametrize(
    ("numeral", "place"), [("1", 1), ("12", 12), ("I", 1), ("iv", 4), ("IX", 9), ("XIV", 14), ("XL", 40), ("a", 1), ("c", 3), ("ab", None)]
)
def test_the_place_of_a_numeral(numeral: str, place: int | None) -> None:
    assert position_of(numeral) == place


def test_tops_leaves_and_what_children_are_called() -> None:
    tabel = tabel_of(THREE_LEVELS)
    assert [b.kode for b in tops(tabel, tabel.baris)] == ["5"]
    assert [b.kode for b in leaves(tabel, tabel.baris)] == ["5.1.1", "5.1.2"]
    assert ancestors(tabel, tabel.baris[3]) == (1, 0)
    assert children_word(tabel, tabel.baris[0], tabel.baris[1:2]) == "kegiatan"
    assert children_word(tabel, tabel.baris[1], tabel.baris[2:]) == "sub kegiatan"
    assert children_word(tabel, tabel.baris[2], ()) == "rincian"


def test_a_circle_of_parents_ends() -> None:
    tabel = tabel_of(THREE_LEVELS)
    circle = replace(tabel, baris=(replace(tabel.baris[0], parent=1), *tabel.baris[1:]))
    assert ancestors(circle, circle.baris[3]) == (1, 0)


def test_a_sum_is_telling_with_two_parts_that_are_not_zero() -> None:
    by_parent = {(one.whole.kode, one.fact.measure): one for one in parent_sums(tabel_of(THREE_LEVELS))}
    assert by_parent["5.1", Measure.PAGU].telling
    assert by_parent["5", Measure.PAGU].holds
    assert not by_parent["5", Measure.PAGU].telling


HEADINGS = """\
Tabel 2.5 Pagu Tahun 2016
| Uraian | Anggaran |
| TOTAL | 250.000.000 |
| URUSAN WAJIB | 150.000.000 |
| Program Pelayanan Administrasi | 100.000.000 |
| Program Peningkatan Sarana | 50.000.000 |
| URUSAN PILIHAN | 100.000.000 |
| Program Pertanian | 60.000.000 |
| Program Pemasaran | 40.000.000 |
"""


def test_a_total_of_headings_whose_level_was_not_read() -> None:
    """A report of 2016, Tabel 2.5: the total is of URUSAN WAJIB and URUSAN PILIHAN, each the sum of the rows below it."""
    flat = tabel_of(HEADINGS)
    flat = replace(flat, baris=tuple(replace(b, parent=None, level=0) for b in flat.baris))
    assert [(one.holds, len(one.parts)) for one in total_sums(flat)] == [(True, 2)]


def test_what_holds_in_one_column_tells_which_rows_the_other_sums() -> None:
    text = HEADINGS.replace(" Anggaran |", " Anggaran | Realisasi |").replace("0.000.000 |", "0.000.000 | 10.000.000 |")
    flat = tabel_of(text.replace("250.000.000 | 10.000.000", "250.000.000 | 99.000.000"))
    flat = replace(flat, baris=tuple(replace(b, parent=None, level=0) for b in flat.baris))
    assert {one.fact.measure: (one.holds, len(one.parts)) for one in total_sums(flat)} == {
        Measure.PAGU: (True, 2),
        Measure.REALISASI: (False, 2),
    }


def test_the_rest_of_a_broken_row_is_no_row() -> None:
    text = """\
Tabel 2.5 Pagu
| No | Uraian | Satuan | Anggaran |
| 1 | Belanja Pegawai | Rp | 100.000.000 |
| | | dan barang | |
| 2 | Belanja Modal | Rp | 50.000.000 |
| | Total | | 150.000.000 |
"""
    assert [one.result.verdict for one in total_sums(tabel_of(text))] == [Verdict.LOLOS]


def number(text: str, decimals: int = 0, unit: str = "") -> Quantity:
    return Quantity(Decimal(text), decimals, decimals, unit, text.replace(".", ","))


HOLE = Unreadable("-", Hole.STRIP)


def test_a_quotient_is_worked_out_finely() -> None:
    made = quotient(number("2"), number("3"))
    assert isinstance(made, Quantity)
    assert made.value == Decimal("66.666666666667")
    assert isinstance(quotient(number("2"), number("0")), Unreadable)
    assert quotient(HOLE, number("3")) == HOLE


def test_a_mean_of_means_keeps_its_holes() -> None:
    made = mean_value([number("90"), number("95")])
    assert isinstance(made, Quantity)
    assert made.value == Decimal("92.5")
    assert mean_value([number("90"), HOLE]) == HOLE


def test_what_is_beyond_a_hundred_counts_as_a_hundred() -> None:
    assert limited(number("120.5", 1)) == replace(number("120.5", 1), value=Decimal(100))
    assert limited(number("99")) == number("99")
    assert limited(HOLE) == HOLE


@pytest.mark.parametrize(
    ("stated", "part", "whole", "verdict"),
    [
        ("100", "58", "52", Verdict.LOLOS),
        ("100", "52", "52", Verdict.LOLOS),
        ("100", "51", "52", Verdict.TEMUAN),
        ("99", "58", "52", Verdict.TEMUAN),
        ("0", "0", "52", Verdict.LOLOS),
        ("0", "1", "52", Verdict.TEMUAN),
        ("100", "1", "0", Verdict.TAK_DIPERIKSA),
    ],
)
def test_a_limited_percentage(stated: str, part: str, whole: str, verdict: Verdict) -> None:
    formula = FORMULAS[0]
    result = is_limited_percent(number(stated), number(part), number(whole), formula.ratio, formula.text)
    assert result.verdict == verdict


def test_the_mirrored_formula_may_be_stopped_at_zero() -> None:
    formula = FORMULAS[1]
    assert is_limited_percent(number("0"), number("30"), number("10"), formula.ratio, formula.text).verdict == Verdict.LOLOS


def test_small_questions_of_numbers() -> None:
    assert is_positive(number("1")) and not is_positive(number("0")) and is_positive(number("0"), or_zero=True)
    assert not is_positive(number("-1"), or_zero=True) and not is_positive(HOLE)
    assert same_value(number("100", unit="Rp"), Decimal(101)) and not same_value(number("100", unit="Rp"), Decimal(102))
    assert same_value(number("9.5", 1), Decimal("9.54")) and not same_value(HOLE, Decimal(0))


@pytest.mark.parametrize(
    ("name", "less", "more"),
    [
        ("Angka kematian ibu", True, False),
        ("Prevalensi stunting", True, False),
        ("Persentase penurunan hasil temuan Inspektorat", False, False),
        ("Nilai SAKIP", False, True),
        ("Persentase peningkatan produksi", False, True),
        ("Jumlah kelompok tani", False, False),
        ("Persentase kasus yang tertangani", False, False),
    ],
)
def test_names_tell_whether_more_or_less_is_better(name: str, less: bool, more: bool) -> None:
    baris = Baris(0, name, (), Location(Place(line=1), ""))
    assert (less_is_better(baris), more_is_better(baris)) == (less, more)


PERCENT = """\
Tabel 3.5 Realisasi Anggaran Tahun 2016
| Program | Anggaran Murni | Anggaran Perubahan | Realisasi Anggaran | Realisasi (%) |
| Program Pemberdayaan Sosial | 1.600.000.000 | 1.586.600.000 | 828.751.400 | 52,23 |
| Program Penanganan Bencana | 2.000.000.000 | 2.025.000.000 | 1.675.759.477 | 82,75 |
"""


def test_the_meaning_of_a_column_is_what_most_of_its_rows_hold_by() -> None:
    tabel = tabel_of(PERCENT)
    column = next(column for column in tabel.columns if column.measure == Measure.SERAPAN)
    perubahan = next(column.index for column in tabel.columns if column.variant == "perubahan")
    found = percentages(tabel, column)
    meaning = meaning_of(found)
    assert meaning is not None
    assert (meaning[0], meaning[2]) == (SERAPAN.name, perubahan)
    assert hint(tabel, found[0], found, meaning) == ("", "")


def test_an_average_may_be_the_ratio_of_its_own_totals() -> None:
    text = """\
Tabel 10 Realisasi Pendapatan Tahun 2016
| Uraian | Satuan | Target | Realisasi | Capaian (%) |
| Pelayanan Kesehatan | unit | 15.200.000 | 17.167.000 | 112,94 |
| Pemanfaatan Kekayaan | unit | 800.000 | 829.000 | 103,63 |
| Jumlah | unit | 16.000.000 | 17.996.000 | 112,48 |
"""
    assert [(one.result.verdict, one.reading) for one in means(tabel_of(text))] == [(Verdict.LOLOS, "perbandingan jumlahnya sendiri")]


def test_a_sisa_takes_the_pagu_that_fits() -> None:
    text = PERCENT.replace("Realisasi (%)", "Sisa Anggaran").replace("52,23", "757.848.600").replace("82,75", "349.240.523")
    found = [rest for baris in tabel_of(text).baris for rest in rests(baris)]
    assert [(rest.result.verdict, rest.pagu.column.variant) for rest in found] == [(Verdict.LOLOS, "perubahan")] * 2


def test_a_sisa_is_sought_only_among_the_columns_near_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two hundred triples of columns made eight million candidates of each row."""
    many = 30
    header, cells = " | ".join(["Pagu | Realisasi | Sisa"] * many), " | ".join(["5.000.000 | 4.000.000 | 1.500.000"] * many)
    tabel = tabel_of(f"Tabel 3.1 Realisasi Anggaran Tahun 2022\n| No | Program | {header} |\n| 1 | Program Penyuluhan | {cells} |\n")
    tried: list[Quantity] = []

    def counted(*numbers: Quantity) -> Comparison:
        tried.append(numbers[0])
        return difference_of(*numbers)

    monkeypatch.setattr(sisa, "difference_of", counted)
    found = list(rests(tabel.baris[0]))
    assert len(found) == many
    assert {rest.result.verdict for rest in found} == {Verdict.TEMUAN}
    assert len(tried) <= 100 * many


def test_a_way_to_read_a_column_of_changes_is_tried_once_on_a_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """A long column that no way explains was worked out anew for each question about it."""
    count = 20
    lines = [f"| {n} | Ternak {chr(96 + n)} | 1.{n:03}.567 | 2.{n:03}.765 | 3.{n * 7:03}.111 | {n},{n + 11} |" for n in range(1, count + 1)]
    header = "| No | Jenis Ternak | 2020 | 2021 | 2022 | Kenaikan (%) |"
    tabel = tabel_of("\n".join(["Tabel 3.1 Populasi Ternak Tahun 2020-2022", header, *lines, ""]))
    tried: list[Quantity] = []

    def counted(*numbers: Quantity) -> Comparison:
        tried.append(numbers[0])
        return compare_change.growth_of(*numbers)

    monkeypatch.setattr(changes, "METHODS", (("pertumbuhan", counted),))
    assert {one.result.verdict for one in changes.changes_of(tabel)} == {Verdict.TAK_DIPERIKSA}
    pairs_of_years, signs = 3, 2
    assert 0 < len(tried) <= pairs_of_years * signs * count


def test_decimals_are_counted_of_the_longest_figures() -> None:
    """With the digits of the usual context the last ones were rounded away before they were counted."""
    assert decimals_of(Decimal("1234567890123456789012345678.125")) == 3
