"""Two submissions beside each other: what was only taken out or moved is not told to be repaired, and what was repaired is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.test_resubmitted import HEAD, run, told

OPENING = "LAPORAN KINERJA TAHUN 2023\nDinas Sosial\nKabupaten Contoh\n\n"


@pytest.fixture
def lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    return lambda old, *changes: run(tmp_path, capsys, old, changed(old, *changes))


def changed(text: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


def fates(found: list[dict[str, Any]], rule: str) -> list[tuple[str, str, str]]:
    return told([line for line in found if line["rule"] == rule])


# ------------------------------------------------------------------ what held all along

SPELLED = OPENING + (
    "Anggaran Program Pelayanan sebesar Rp5.000.000 (lima juta rupiah) dan anggaran Program Pemberdayaan sebesar "
    "Rp7.000.000 (delapan juta rupiah) pada tahun 2023.\n"
)
SHARES = OPENING + "Dari 317 sampel yang diuji 43 sampel (13,6 %) tidak memenuhi standar atau 86,9 % memenuhi standar.\n"


def test_a_figure_taken_out_of_a_sentence_is_not_repaired_by_the_one_beside_it(lines: Any) -> None:
    """That five million is spelled right held all along: it was told to hold since the sentence is another one."""
    assert fates(lines(SPELLED, (" (delapan juta rupiah)", "")), "TB01") == [("not_found", "delapan juta rupiah", "")]
    assert [kind for kind, _, _ in fates(lines(SHARES, ("86,9 % memenuhi", "sisanya memenuhi")), "RU02")] == ["not_found"]


def test_a_figure_put_right_in_a_sentence_is_repaired(lines: Any) -> None:
    assert [kind for kind, _, _ in fates(lines(SPELLED, ("delapan juta", "tujuh juta")), "TB01")] == ["repaired"]


def test_the_working_of_a_repaired_row_is_told_whatever_other_rows_state(lines: Any) -> None:
    """Two rows that come to one percentage are two comparisons."""
    rows = "No\tProgram\tPagu\tRealisasi\t%\n1\tProgram A\t200\t100\t75,00\n2\tProgram B\t300\t150\t50,00\n3\tProgram C\t400\t100\t25,00\n"
    found = lines(HEAD.format(agency="Sosial", year=2023) + rows, ("75,00", "50,00"))
    assert [line["remark"] for line in found if line["kind"] == "repaired"] == ["kini cocok: 100 / 200 × 100 = 50,00%"]


# ------------------------------------------------------------------ what stood there already

YEARS = (
    "Laporan Kinerja Tahun 2024\n\n"
    "Menurut Tabel 3.2 capaian kinerja Persentase Warga Terlayani tahun 2023 dibandingkan dengan Perjanjian Kinerja (PK) tahun 2024 "
    "telah tercapai.\n"
)


def test_what_was_expected_and_stood_beside_it_all_along_repairs_nothing(lines: Any) -> None:
    """The wrong year was taken out: the right one that its sentence names too was told to be the repair."""
    assert [kind for kind, _, _ in fates(lines(YEARS, ("tahun 2023 dibandingkan", "dibandingkan")), "LT09")] == ["not_found"]
    assert [kind for kind, _, _ in fates(lines(YEARS, ("tahun 2023 dibandingkan", "tahun 2024 dibandingkan")), "LT09")] == ["repaired"]


# ------------------------------------------------------------------ rows of one name under two others

MEETING = "Kegiatan Rapat Koordinasi"
NESTED = HEAD.format(agency="Sosial", year=2023) + (
    "No\tProgram/Kegiatan\tPagu\tRealisasi\t%\n"
    "1\tProgram Pelayanan Sosial\t3.000.000\t1.500.000\t50,00\n"
    f"1.1\t{MEETING}\t2.000.000\t1.000.000\t75,00\n"
    "1.2\tKegiatan Pendataan Warga\t1.000.000\t500.000\t50,00\n"
    "2\tProgram Pemberdayaan Warga\t5.000.000\t1.600.000\t32,00\n"
    f"2.1\t{MEETING}\t4.000.000\t1.000.000\t25,00\n"
    "2.2\tKegiatan Pelatihan Warga\t1.000.000\t600.000\t60,00\n"
)
RETOUCHED = ("4.000.000\t1.000.000\t25,00", "4.000.000\t1.200.000\t30,00")
UNNUMBERED = [(f"{number}\t", "\t") for number in ("1.1", "1.2", "2.1", "2.2")]


@pytest.mark.parametrize("old", [NESTED, changed(NESTED, *UNNUMBERED)], ids=["numbered", "unnumbered"])
def test_a_row_is_not_repaired_by_its_namesake_under_another_program(lines: Any, old: str) -> None:
    row = next(line for line in old.splitlines(keepends=True) if line.endswith("75,00\n"))
    assert [kind for kind, _, _ in fates(lines(old, (row, ""), RETOUCHED), "PR01")] == ["not_found"]
    assert fates(lines(old, ("1.000.000\t75,00", "1.000.000\t50,00"), RETOUCHED), "PR01") == [("repaired", "75,00", "50,00")]


# ------------------------------------------------------------------ many figures of a table

MIXED = OPENING + (
    "Tabel 3.1 Realisasi Anggaran Tahun 2023\n\nNo\tProgram\tAnggaran\tRealisasi\n"
    "1\tProgram Pelayanan Sosial\tRp122.087.400\tRp117,347,400\n"
    "2\tProgram Pemberdayaan\tRp222.087.400\tRp217,347,400\n"
    "3\tProgram Bencana\tRp322.087.400\tRp317.347.400\n"
    "4\tProgram Pahlawan\tRp422.087.400\tRp417.347.400\n"
    "5\tProgram Keluarga\tRp522.087.500\tRp517.347.500\n"
)
FIRST, SECOND = (("Rp117,347,400", "Rp117.347.400"), ("Rp217,347,400", "Rp217.347.400"))


@pytest.mark.parametrize("blank", ["-", ""])
def test_a_cell_that_was_emptied_is_not_repaired_by_what_is_said_of_its_table(lines: Any, blank: str) -> None:
    assert [kind for kind, _, _ in fates(lines(changed(MIXED, SECOND), (FIRST[0], blank)), "FA01")] == ["not_found"]
    assert [kind for kind, _, _ in fates(lines(MIXED, FIRST, (SECOND[0], blank)), "FA01")] == ["not_found"]


def test_a_table_taken_out_is_not_repaired_by_its_sister_that_has_its_number_now(lines: Any) -> None:
    """What holds of a table is said of its title, and the number in it is another since."""
    mixed = changed(MIXED.removeprefix(OPENING), SECOND)
    right = changed(mixed, FIRST, ("Tabel 3.1", "Tabel 3.2"))
    renumbered = ("Tabel 3.2", "Tabel 3.1")
    assert [kind for kind, _, _ in fates(lines(f"{OPENING}{mixed}\n{right}", (mixed, ""), renumbered), "FA01")] == ["not_found"]
    assert [kind for kind, _, _ in fates(lines(f"{OPENING}{mixed}\n{right}", FIRST, ("Tabel 3.2", "Tabel 3.3")), "FA01")] == ["repaired"]


def test_of_many_figures_that_are_repaired_all_are_told(lines: Any) -> None:
    """Only the first was told to stand there now."""
    now = f"{FIRST[1]}; {SECOND[1]}"
    assert fates(lines(MIXED, FIRST, SECOND), "FA01") == [("repaired", f"{FIRST[0]}; {SECOND[0]}", now)]


# ------------------------------------------------------------------ two findings of a rule at one place


def test_of_two_findings_in_a_sentence_the_one_that_is_left_is_still_there(lines: Any) -> None:
    """The first was repaired: it was told to be still there with the figure of the second, and the second to be gone."""
    found = fates(lines(changed(SPELLED, ("lima juta", "enam juta")), ("enam juta", "lima juta")), "TB01")
    assert [(kind, old) for kind, old, _ in found] == [("still", "delapan juta rupiah"), ("repaired", "enam juta rupiah")]
