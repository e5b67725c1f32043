"""Two submissions beside each other: what goes by other words is found again, and what was only taken out is not."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from extractors.plain_text import read_text
from pipeline.audit.resubmitted import Submission, compared
from pipeline.stages import check
from rules.base import all_rules
from tests.test_resubmitted import GONE, HEAD, kinds, remarks, run, told

RAW = Path(__file__).resolve().parent.parent / "data/raw"
TABLE = (
    "No\tProgram\tPagu\tRealisasi\t%\n"
    "1\tProgram Pelayanan Sosial\t2.345.678\t1.172.839\t75,00\n"
    "2\tProgram Pemberdayaan Warga\t3.456.780\t1.728.390\t50,00\n"
    "3\tProgram Penanganan Bencana\t4.567.890\t2.283.945\t50,00\n"
    "4\tProgram Taman Pahlawan\t200\t100\t75,00\n"
)


def report(*changes: tuple[str, str], prose: str = "") -> str:
    rows = TABLE
    for old, new in changes:
        assert old in rows
        rows = rows.replace(old, new)
    return HEAD.format(agency="Sosial", year=2023) + rows + "\n" + prose


def fates(found: list[dict[str, Any]], rule: str = "TB01") -> list[str]:
    return [line["kind"] for line in found if line["rule"] == rule]


@pytest.fixture
def lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    return lambda old, new: run(tmp_path, capsys, old, new)


RENAMED = ("Program Pelayanan Sosial", "Program Rehabilitasi dan Jaminan")


def test_a_row_under_another_name_is_the_row_with_its_figures(lines: Any) -> None:
    """Its repaired percentage was told to be no longer found, and a finding that stayed to be gone and new."""
    assert ("repaired", "75,00", "50,00") in told(lines(report(), report(RENAMED, ("839\t75,00", "839\t50,00"))))
    assert kinds(lines(report(), report(RENAMED))) == {"still"}


def test_a_figure_that_changed_in_a_row_under_another_name_is_told(lines: Any) -> None:
    found = lines(report(), report(("Program Penanganan Bencana", "Program Bencana Alam"), ("2.283.945\t50,00", "2.283.954\t50,00")))
    assert ("changed_unasked", "2.283.945", "2.283.954") in told(found)


def test_another_row_in_the_place_of_one_that_was_taken_out_repairs_nothing(lines: Any) -> None:
    found = lines(report(), report((f"{RENAMED[0]}\t2.345.678\t1.172.839\t75,00", f"{RENAMED[1]}\t8.765.432\t4.382.716\t50,00")))
    assert ("75,00", GONE) in remarks(found)
    assert "repaired" not in kinds(found)


def test_round_figures_tell_no_row(lines: Any) -> None:
    found = lines(report(), report(("Program Taman Pahlawan\t200\t100\t75,00", "Program Lain\t200\t100\t50,00")))
    assert ("75,00", GONE) in remarks(found)


def test_figures_of_two_rows_tell_neither(lines: Any) -> None:
    """A program and its only kegiatan have the same figures."""
    row = f"1\t{RENAMED[0]}\t2.345.678\t1.172.839\t75,00\n"
    old = report((row, row + "5\tProgram Kembar\t2.345.678\t1.172.839\t50,00\n"))
    new = report((row, "1\tProgram Satu\t2.345.678\t1.172.839\t50,00\n5\tProgram Dua\t2.345.678\t1.172.839\t50,00\n"))
    assert ("75,00", GONE) in remarks(lines(old, new))


def test_a_row_that_stands_beside_the_new_one_keeps_its_name(lines: Any) -> None:
    found = lines(report(), report(("1\tProgram", "5\tProgram Baru\t2.345.678\t1.172.839\t50,00\n1\tProgram")))
    assert told(found)[0] == ("still", "75,00", "75,00")
    assert "repaired" not in kinds(found)


def test_a_row_of_the_same_name_that_was_right_all_along_repairs_nothing(lines: Any) -> None:
    """The first of two was taken out, and the check that held of the second was told to have repaired it."""
    first, second = "4\tProgram Taman Pahlawan\t200\t100\t75,00\n", "5\tProgram Taman Pahlawan\t300\t150\t50,00\n"
    old = report((first, first + second))
    assert fates(lines(old, report((first, second))), "PR01") == ["still", "not_found"]
    assert fates(lines(old, report((first, first.replace("75,00", "50,00") + second))), "PR01") == ["still", "repaired"]


# ------------------------------------------------------------------ columns and tables

HEADED = (("Pagu\tRealisasi\t%", "Anggaran (Rp)\tRealisasi (Rp)\tRealisasi (%)"),)


def test_a_column_under_another_heading_is_the_column_with_its_figures(lines: Any) -> None:
    found = lines(report(), report(*HEADED, ("839\t75,00", "839\t50,00"), ("1.728.390", "1.728.309")))
    assert ("repaired", "75,00", "50,00") in told(found)
    assert ("changed_unasked", "1.728.390", "1.728.309") in told(found)


def test_a_table_under_another_title_and_other_headings_is_the_table_with_its_figures(lines: Any) -> None:
    """Of a report that had been set anew nearly every repaired finding was told to be no longer found."""
    new = report(*HEADED, ("839\t75,00", "839\t50,00")).replace("Realisasi Anggaran Tahun", "Penyerapan Dana per Program Tahun")
    assert ("repaired", "75,00", "50,00") in told(lines(report(), new))


def test_a_table_of_the_same_rows_with_other_figures_is_another(lines: Any) -> None:
    """Its rows and its columns say the same, and hold, of another year or another source of money."""
    other = (("2.345.678\t1.172.839\t75,00", "1.111.222\t555.611\t50,00"), ("3.456.780\t1.728.390", "2.222.444\t1.111.222"))
    more = (("4.567.890\t2.283.945", "3.333.666\t1.666.833"), ("200\t100\t75,00", "300\t150\t50,00"))
    new = report(*HEADED, *other, *more).replace("Realisasi Anggaran Tahun", "Realisasi Dana Dekonsentrasi Tahun")
    found = lines(report(), new)
    assert kinds(found) == {"not_found"}


def test_a_column_of_other_figures_is_another(lines: Any) -> None:
    changed = [
        ("1.172.839\t75,00", "172.839\t50,00"),
        ("1.728.390", "728.390"),
        ("2.283.945", "283.945"),
        ("200\t100\t75,00", "200\t90\t45,00"),
    ]
    found = lines(report(), report(("Pagu\tRealisasi", "Pagu\tRealisasi Belanja"), *changed))
    assert "1.728.390" not in [line["stated_old"] for line in found]


# ------------------------------------------------------------------ sentences

BEFORE = "Pelayanan dasar diberikan sepanjang tahun kepada semua warga yang datang.\n\n"
AFTER = "\n\nPetugas lapangan mendampingi mereka dari rumah ke rumah.\n"
SAID = "Bantuan pangan diberikan kepada 15 (lima puluh) keluarga miskin di 4 kecamatan pada triwulan pertama tahun anggaran 2023."
REWRITTEN = "Pada triwulan pertama bantuan pangan menjangkau 15 (lima belas) keluarga miskin yang terdata di 4 kecamatan sasaran."


def test_a_sentence_written_anew_between_its_neighbours_is_the_same(lines: Any) -> None:
    found = lines(report(prose=BEFORE + SAID + AFTER), report(prose=BEFORE + REWRITTEN + AFTER))
    assert fates(found) == ["repaired"]


def test_a_sentence_written_anew_that_is_still_wrong_is_still_there(lines: Any) -> None:
    wrong = REWRITTEN.replace("lima belas", "lima puluh")
    assert fates(lines(report(prose=BEFORE + SAID + AFTER), report(prose=BEFORE + wrong + AFTER))) == ["still"]


def test_a_sentence_written_anew_elsewhere_is_another(lines: Any) -> None:
    found = lines(report(prose=BEFORE + SAID + AFTER), report(prose=BEFORE + AFTER + "\n" + REWRITTEN))
    assert fates(found) == ["not_found"]


def test_another_sentence_between_the_same_neighbours_repairs_nothing(lines: Any) -> None:
    """Its words are nearly the same, and its figures are not."""
    other = SAID.replace("15 (lima puluh) keluarga miskin di 4", "27 (dua puluh tujuh) keluarga rentan di 9").replace("2023", "2022")
    assert fates(lines(report(prose=BEFORE + SAID + AFTER), report(prose=BEFORE + other + AFTER))) == ["not_found"]


def test_a_sentence_like_it_that_stood_there_before_is_another(lines: Any) -> None:
    """A sentence was taken out, and its sister, which had always been right, was told to have repaired it."""
    sister = SAID.replace("15 (lima puluh)", "15 (lima belas)").replace("miskin", "rentan")
    found = lines(report(prose=SAID + "\n\n" + sister + "\n"), report(prose=sister + "\n"))
    assert fates(found) == ["not_found"]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["04_dinsos_kutai_kartanegara_2021.txt", "05_dinsos_barito_kuala_2024.md"])
def test_a_line_that_is_taken_out_repairs_no_finding_of_its_own(name: str) -> None:
    """Every line of a sample that a finding is about, one after the other."""
    text = (RAW / name).read_text(encoding="utf-8").split("\n")
    old = submission(text)
    places = {finding.id: one.place.line for finding in old.findings for one in finding.locations[:1] if one.place.line}
    assert len(set(places.values())) > 20
    for line in sorted(set(places.values())):
        done = compared(old, submission(text[: line - 1] + text[line:]))
        assert [one.finding.id for one in done.repaired if places.get(one.finding.id) == line] == []


def submission(lines: list[str]) -> Submission:
    text = "\n".join(lines).encode()
    done = check(read_text("contoh.md", sha256(text).hexdigest(), text), all_rules())
    return Submission(done.view, done.findings, done.outcomes)
