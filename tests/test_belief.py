"""When a failed comparison is believed: every doubt with a table that deserves it, and one that does not."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from extractors.model import Place
from rules import belief
from rules.belief import column_doubt, is_padded, percent_doubt, settled, severity_by_points, shared_doubt, sum_doubt, without_zero
from rules.facts import Baris, Column, Fact, Location, Measure, Susunan, Tabel
from rules.outcome import Comparison, Severity, Verdict
from rules.quantity import Hole, Number, Quantity, Unreadable
from rules.sums import Sum, parent_sums, total_sums
from tests.rule_fixtures import report_of

LOLOS, HAMPIR, TEMUAN, TAK = Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA

TWO_PROGRAMS = """\
Tabel 3.1 Realisasi Anggaran Tahun 2023
| No | Program/Kegiatan | Pagu | Realisasi |
| 1 | PROGRAM PENANGANAN BENCANA | 122.087.400 | 117.347.400 |
| 1.1 | Penyediaan Makanan | 62.420.500 | 61.670.500 |
| 1.2 | Penyediaan Sandang | 59.666.900 | 55.676.900 |
| 2 | PROGRAM REHABILITASI SOSIAL | 145.652.200 | 143.980.000 |
| 2.1 | Penyediaan Permakanan | 92.092.800 | 92.092.800 |
| 2.2 | Pemberian Bimbingan Sosial | 53.559.400 | 51.887.200 |
"""


def tabel_of(text: str) -> Tabel:
    return report_of(text).tables[0]


def failing(tabel: Tabel) -> tuple[Sum, tuple[Sum, ...]]:
    every = (*parent_sums(tabel), *total_sums(tabel))
    return next(one for one in every if one.fails), every


def doubt_of(tabel: Tabel) -> str:
    one, every = failing(tabel)
    return sum_doubt(tabel, one, every)


def on_pages(tabel: Tabel, *pages: int) -> Tabel:
    baris = (replace(b, location=replace(b.location, place=Place(page=page))) for b, page in zip(tabel.baris, pages, strict=True))
    return replace(tabel, baris=tuple(baris))


def test_another_column_of_the_same_rows_proves_them_complete() -> None:
    assert doubt_of(tabel_of(TWO_PROGRAMS.replace("117.347.400", "118.347.400"))) == ""


def test_another_parent_that_foots_proves_the_table() -> None:
    text = TWO_PROGRAMS.replace("117.347.400", "118.347.400").replace("122.087.400", "123.000.000")
    assert doubt_of(tabel_of(text)) == ""


def test_a_guessed_layout_proves_nothing() -> None:
    tabel = replace(tabel_of(TWO_PROGRAMS.replace("117.347.400", "118.347.400")), susunan=Susunan.KIRA)
    assert doubt_of(tabel) == belief.GUESSED


def test_a_total_of_a_guessed_layout_that_holds_is_explained_all_the_same() -> None:
    tabel = tabel_of(TWO_PROGRAMS + "| | JUMLAH | 267.739.600 | 261.327.401.000 |\n")
    guessed = replace(tabel, susunan=Susunan.KIRA)
    every = (*parent_sums(guessed), *total_sums(guessed))
    doubts = {one.fact.measure: sum_doubt(guessed, one, every) for one in total_sums(guessed)}
    assert set(doubts.values()) == {belief.UNLEVELLED}
    held = next(one for one in total_sums(guessed) if one.holds)
    assert settled(held.fact.number, held.result, belief.UNLEVELLED).verdict == LOLOS


def test_a_parent_whose_parts_end_with_the_table_may_go_on_over_the_page() -> None:
    text = TWO_PROGRAMS.replace("145.652.200 | 143.980.000", "245.652.200 | 243.980.000")
    assert doubt_of(tabel_of(text)) == ""
    assert doubt_of(on_pages(tabel_of(text), 1, 1, 1, 1, 1, 1)) == belief.CUT_OFF


def test_a_total_over_rows_that_do_not_begin_with_the_first() -> None:
    rows = ("| No | Program | Pagu | Realisasi |", "| 60 | Program A | 1.000 | 900 |", "| 61 | Program B | 2.000 | 1.900 |")
    text = "\n".join((*rows, "| | JUMLAH | 9.000 | 8.000 |\n"))
    assert doubt_of(on_pages(tabel_of(text), 1, 1, 1)) == belief.CUT_OFF


def test_a_row_lost_where_a_page_ends() -> None:
    text = TWO_PROGRAMS.replace("122.087.400", "132.087.400").replace("117.347.400", "126.347.400")
    one_page, two_pages = on_pages(tabel_of(text), 1, 1, 1, 1, 1, 1), on_pages(tabel_of(text), 1, 1, 1, 2, 2, 2)
    assert doubt_of(one_page) == ""
    assert doubt_of(two_pages) == belief.LOST_ROW


def test_more_than_a_row_was_lost_if_the_sum_is_too_high() -> None:
    text = TWO_PROGRAMS.replace("122.087.400", "112.087.400").replace("117.347.400", "107.347.400")
    assert doubt_of(on_pages(tabel_of(text), 1, 1, 1, 2, 2, 2)) == ""


def test_a_tail_that_belongs_to_a_parent_which_is_not_printed() -> None:
    tabel = tabel_of(TWO_PROGRAMS.replace("122.087.400", "62.420.500").replace("117.347.400", "61.670.500"))
    assert doubt_of(tabel) == belief.OTHERS_CHILD


def test_a_tail_in_one_column_speaks_for_the_others() -> None:
    text = TWO_PROGRAMS.replace("122.087.400", "62.420.500").replace("117.347.400", "99.999.999")
    tabel = tabel_of(text)
    every = parent_sums(tabel)
    assert {sum_doubt(tabel, one, every) for one in every if one.fails} == {belief.OTHERS_CHILD}


def test_a_difference_as_large_as_the_whole_counts_it_twice() -> None:
    text = """\
Tabel 2.5 Anggaran Tahun 2016
| Uraian | Anggaran |
| Belanja Pegawai | 150.000.000 |
| Belanja Barang | 100.000.000 |
| Belanja Lain | 250.000.000 |
| Belanja Modal | 500.000.000 |
| Total | 500.000.000 |
"""
    tabel = tabel_of(text)
    every = total_sums(tabel)
    assert all(one.holds or sum_doubt(tabel, one, every) == belief.OTHERS_CHILD for one in every)


def quantity(text: str, decimals: int = 2, unit: str = "%") -> Quantity:
    value = Decimal(text.replace(",", "."))
    return Quantity(value, decimals, decimals, unit, text)


@pytest.mark.parametrize(
    ("explicit", "verdicts", "foot", "expected"),
    [
        (True, [LOLOS, LOLOS, TEMUAN], False, ""),
        (False, [LOLOS, HAMPIR, TEMUAN], False, ""),
        (False, [LOLOS, TEMUAN], False, belief.MEANING),
        (True, [LOLOS, TEMUAN], False, ""),
        (True, [TEMUAN], False, ""),
        (False, [TEMUAN], False, belief.MEANING),
        (True, [TEMUAN, TEMUAN], False, belief.MISREAD_COLUMN),
        (True, [LOLOS, TEMUAN, TEMUAN], False, belief.MISREAD_COLUMN),
        (True, [LOLOS, TEMUAN, TEMUAN], True, ""),
        (True, [TEMUAN, TEMUAN, TEMUAN], True, belief.MISREAD_COLUMN),
        (False, [LOLOS, LOLOS, TEMUAN, TEMUAN, TEMUAN], True, belief.MEANING),
        (True, [LOLOS, TEMUAN, TAK, TAK, TAK], False, ""),
        (True, [TAK], False, ""),
    ],
)
def test_a_column_is_proven_by_its_rows(explicit: bool, verdicts: list[Verdict], foot: bool, expected: str) -> None:
    assert column_doubt(explicit, verdicts, foot) == expected


@pytest.mark.parametrize(
    ("measure", "stated", "gap", "doubted"),
    [
        (Measure.SERAPAN, "98,42", "20", False),
        (Measure.SERAPAN, "3849045590", "3849045495", True),
        (Measure.SERAPAN, "98,42", "777", True),
        (Measure.CAPAIAN, "402,55", "10", False),
        (Measure.CAPAIAN, "1309", "1234", True),
    ],
)
def test_a_percentage_must_be_one(measure: Measure, stated: str, gap: str, doubted: bool) -> None:
    column = Column(0, "%", measure)
    fact = Fact(measure, quantity(stated), column, Location(Place(line=1), stated))
    assert bool(percent_doubt(fact, Decimal(gap))) is doubted


def test_a_hole_is_no_percentage() -> None:
    fact = Fact(Measure.SERAPAN, Unreadable("-", Hole.STRIP), Column(0, "%", Measure.SERAPAN), Location(Place(line=1), "-"))
    assert percent_doubt(fact, Decimal(0)) == belief.IMPLAUSIBLE


def test_a_last_zero_is_padding_where_most_cells_end_in_one() -> None:
    column: list[Number] = [quantity(text) for text in ("92,40", "52,50", "47,70", "94,65")]
    assert is_padded(column)
    padded, kept = without_zero(column[0]), without_zero(column[3])
    assert isinstance(padded, Quantity)
    assert padded.column_decimals == 1
    assert kept == column[3]


@pytest.mark.parametrize(
    "texts", [("92,40", "52,51", "47,73", "94,65"), ("92,40", "52,50", "47,70"), ("100,00", "100,00", "100,00", "52,50")]
)
def test_a_last_zero_may_be_a_zero(texts: tuple[str, ...]) -> None:
    column: list[Number] = [quantity(text) for text in texts]
    assert not is_padded(column)


def test_a_hole_stays_a_hole_among_padded_cells() -> None:
    hole = Unreadable("-", Hole.STRIP)
    assert is_padded([hole, *(quantity(text) for text in ("92,40", "52,50", "47,70", "94,60"))])
    assert without_zero(hole) == hole


def test_a_cell_above_an_empty_one_may_be_of_both_rows() -> None:
    text = """\
Tabel 3.2 Capaian Kinerja Tahun 2016
| No | Indikator | Target | Realisasi | Capaian (%) |
| 1 | Skor ketersediaan | 85 | 86 | 80,5 |
| 2 | Tonase cadangan | 450 | 270 | |
| 3 | Sampel aman | 85 | 98,5 | 115,88 |
"""
    tabel = tabel_of(text)
    capaian = [baris.all(Measure.CAPAIAN)[0] for baris in tabel.baris]
    assert [shared_doubt(tabel, baris, fact) for baris, fact in zip(tabel.baris, capaian, strict=True)] == [belief.SHARED, "", ""]


def test_doubt_accuses_nobody_and_acquits_nobody_guilty() -> None:
    stated = quantity("98,42")
    wrong, right = Comparison(TEMUAN, "98,42", "90,00%"), Comparison(LOLOS, "98,42", "98,42%")
    assert settled(stated, wrong, "") == wrong
    assert settled(stated, wrong, belief.MEANING) == Comparison(TAK, "98,42", "90,00%", reason=belief.MEANING)
    assert settled(stated, right, belief.MEANING) == right
    assert settled(stated, right, belief.GUESSED).verdict == TAK


@pytest.mark.parametrize(
    ("gap", "severity"),
    [("0,01", Severity.RENDAH), ("0,1", Severity.RENDAH), ("0,11", Severity.SEDANG), ("1", Severity.SEDANG), ("1,01", Severity.TINGGI)],
)
def test_severity_goes_by_the_points(gap: str, severity: Severity) -> None:
    assert severity_by_points(Decimal(gap.replace(",", "."))) == severity


def test_income_may_exceed_its_target() -> None:
    baris = Baris(0, "Retribusi pelayanan pasar", (), Location(Place(line=1), ""))
    tabel = tabel_of(TWO_PROGRAMS)
    pagu = quantity("100", 0, "Rp")
    assert belief.overspent_doubt(baris, tabel, pagu, Decimal(10)) == belief.INCOME
    assert belief.overspent_doubt(replace(baris, name="Program A"), tabel, pagu, Decimal(10)) == ""
    assert belief.overspent_doubt(replace(baris, name="Program A"), tabel, pagu, Decimal(900)) == belief.IMPLAUSIBLE
