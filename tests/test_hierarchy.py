"""Levels of program, kegiatan and sub kegiatan from codes, names and, to confirm, sums."""

from __future__ import annotations

from decimal import Decimal

from pipeline.normalize.hierarchy import Item, Layout, layout
from rules.facts import Susunan


def of(*rows: tuple[str, str, int], known: dict[str, frozenset[int]] | None = None) -> Layout:
    return layout([Item(name, kode, (Decimal(amount),)) for kode, name, amount in rows], known or {})


def test_running_numbers_with_a_roman_first_program() -> None:
    found = of(("I", "PROGRAM A", 30), ("1.1", "a", 30), ("1.1.1", "x", 10), ("1.1.2", "y", 20), ("2", "PROGRAM B", 5), ("2.1", "b", 5))
    assert found.susunan == Susunan.NOMOR
    assert found.parents == (None, 0, 1, 1, None, 4)


def test_official_codes() -> None:
    found = of(("1.06.01", "p", 30), ("1.06.01.2.01", "k", 30), ("1.06.01.2.01.0003", "s", 30))
    assert (found.susunan, found.levels) == (Susunan.KODE, (0, 1, 2))


def test_plain_numbers_are_a_list() -> None:
    assert of(("1", "Program A", 1), ("2", "Program B", 2)).susunan == Susunan.DATAR


def test_romans_over_arabics_that_begin_anew() -> None:
    found = of(("I", "P", 3), ("1", "a", 1), ("2", "b", 2), ("II", "Q", 4), ("1", "c", 4))
    assert found.parents == (None, 0, 0, None, 3)


def test_names_known_from_another_table() -> None:
    known = {"a": frozenset({1}), "x": frozenset({2}), "y": frozenset({2})}
    found = of(("", "PROGRAM P", 3), ("", "A", 3), ("", "X", 1), ("", "Y", 2), known=known)
    assert (found.susunan, found.parents) == (Susunan.NAMA, (None, 0, 1, 1))


def test_one_name_on_two_levels_is_the_outer_one_first() -> None:
    known = {"data": frozenset({1, 2}), "survei": frozenset({2})}
    found = of(("", "PROGRAM P", 3), ("", "Data", 3), ("", "Survei", 1), ("", "Data", 2), known=known)
    assert found.parents == (None, 0, 1, 1)


def test_kegiatan_whose_program_row_is_missing_stays_an_orphan() -> None:
    known = {"tmp": frozenset({1}), "bencana": frozenset({1}), "makan": frozenset({2}), "rawat": frozenset({2})}
    found = of(("", "PROGRAM P", 3), ("", "Bencana", 3), ("", "Makan", 3), ("", "TMP", 7), ("", "Rawat", 7), known=known)
    assert found.parents == (None, 0, 1, None, 3)
    assert found.levels == (0, 1, 2, 1, 2)


def test_programs_beside_another_kind_of_row_are_a_list() -> None:
    found = of(("", "Program A", 3), ("", "Belanja Tidak Langsung", 9), ("", "Program B", 4))
    assert found.susunan == Susunan.DATAR


def test_unmarked_rows_become_parents_only_by_an_exact_sum() -> None:
    found = of(
        ("", "PROGRAM P", 6), ("", "Satu", 3), ("", "Dua", 1), ("", "Tiga", 2), ("", "Empat", 3), ("", "PROGRAM Q", 1), ("", "Lima", 1)
    )
    assert found.susunan == Susunan.HITUNGAN
    assert found.parents[:5] == (None, 0, 1, 1, 0)


def test_sums_that_mostly_fail_leave_the_layout_unproven() -> None:
    known = {"satu": frozenset({1}), "dua": frozenset({1})}
    found = of(("", "PROGRAM P", 6), ("", "Satu", 4), ("", "PROGRAM Q", 9), ("", "Dua", 2), known=known)
    assert found.susunan == Susunan.KIRA


def test_round_amounts_that_sum_by_chance_make_no_parent() -> None:
    rows = [("", "PROGRAM P", 0), ("", "Kasus", 2_000_000_000), ("", "Satgas", 1_500_000_000), ("", "Ciemas", 500_000_000)]
    assert of(*rows).parents == (None, 0, 0, 0)


def test_a_sum_that_holds_in_pagu_and_fails_in_realisasi_makes_no_parent() -> None:
    rows = [("PROGRAM P", 10, 9), ("Kasus", 5, 4), ("Satgas", 3, 3), ("Ciemas", 2, 2)]
    found = layout([Item(name, "", (Decimal(pagu), Decimal(realisasi))) for name, pagu, realisasi in rows], {})
    assert found.parents == (None, 0, 0, 0)
