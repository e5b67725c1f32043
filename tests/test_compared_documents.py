"""Two submissions beside each other as a workbook and as a Word document: what they say, and that a report's text stays a text there."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from pipeline import cli
from pipeline.report.compared import KINDS, Compared
from pipeline.report.dates import BLANK
from pipeline.report.sheet_parts import fitting
from pipeline.report.word import COMPARISON
from tests.report_hostile import HOSTILE
from tests.test_report_word import is_only_text, said, text_of
from tests.test_resubmitted import done_of, report, written

# One finding repaired, one still there with another figure, one new; figures changed in three rows.
AGAIN = (("75,00", "50,00"), ("45,00", "46,00"), ("400\t80,00", "350\t70,00"), ("450\t50,00", "450\t55,00"))


def compare(folder: Path, *more: str, old: str = "", new: str = "") -> Path:
    """The folder of what the command writes of two texts."""
    for name, text in (("lama.txt", old or report()), ("baru.txt", new or report(*AGAIN))):
        (folder / name).write_text(text, encoding="utf-8")
    files = [str(folder / "lama.txt"), str(folder / "baru.txt")]
    assert cli.main(["compare", *files, "--out", str(folder / "hasil"), "--quiet", *more]) == cli.DONE
    return folder / "hasil"


def book(folder: Path, *, values: bool = False, **texts: str) -> openpyxl.Workbook:
    return openpyxl.load_workbook(compare(folder, "--format", "xlsx", **texts) / "perbandingan.xlsx", data_only=values)


def rows(sheet: Worksheet) -> list[dict[str, Any]]:
    head, *others = sheet.iter_rows(values_only=True)
    return [dict(zip(map(str, head), row, strict=True)) for row in others]


# ------------------------------------------------------------------ the workbook


def test_each_finding_says_what_became_of_it_and_what_stood_there_and_stands(tmp_path: Path) -> None:
    found = rows(book(tmp_path)["Temuan"])
    told = ("No", "Hasil", "Tertulis dahulu", "Tertulis sekarang", "Seharusnya / pembanding")
    assert [tuple(one[name] for name in told) for one in found] == [
        ("1", "Baru muncul", None, "55,00", "50,00%"),
        ("2", "Masih ada", "45,00", "46,00", "25,00%"),
        ("3", "Diperbaiki", "75,00", "50,00", "50,00%"),
    ]
    repaired = found[-1]
    assert (repaired["Letak dahulu"], repaired["Letak sekarang"], repaired["Keparahan"]) == ("Baris berkas 8", "Baris berkas 8", "Tinggi")
    assert (repaired["Baris"], repaired["Kolom"], repaired["Aturan"]) == ("1 Program A", "%", "PR01")


def test_the_difference_of_two_figures_is_a_formula_over_them(tmp_path: Path) -> None:
    found = rows(book(tmp_path)["Angka berubah"])
    assert [(one["Tertulis dahulu"], one["Tertulis sekarang"], one["Selisih"], one["Catatan"]) for one in found] == [
        (400, 350, "=H2-G2", None),
        (80, 70, "=H3-G3", None),
        (50, 55, "=H4-G4", "menimbulkan temuan"),
    ]
    assert [one["Selisih"] for one in rows(book(tmp_path, values=True)["Angka berubah"])] == [-50, -10, 5]


def test_the_difference_of_percentages_is_counted_in_points(tmp_path: Path) -> None:
    sheet = book(tmp_path)["Angka berubah"]
    assert [sheet[cell].number_format for cell in ("I2", "I3")] == ["#,##0", '#,##0" poin"']


def test_decimals_do_not_leave_a_float_behind(tmp_path: Path) -> None:
    old, new = report(("400\t80,00", "400,10\t80,02")), report(("400\t80,00", "399,80\t79,96"))
    assert rows(book(tmp_path, old=old, new=new)["Angka berubah"])[0]["Selisih"] == "=ROUND(H2-G2,1)"
    assert rows(book(tmp_path, values=True, old=old, new=new)["Angka berubah"])[0]["Selisih"] == -0.3


def test_what_is_no_number_stays_as_it_is_printed(tmp_path: Path) -> None:
    (one,) = rows(book(tmp_path, new=report(("400\t80,00", "-\t80,00")))["Angka berubah"])
    assert (one["Tertulis dahulu"], one["Tertulis sekarang"], one["Selisih"]) == (400, "-", None)


def test_the_summary_counts_what_became_of_them_and_says_of_which_files(tmp_path: Path) -> None:
    told = [[cell for cell in row if cell is not None] for row in book(tmp_path)["Ringkasan"].iter_rows(values_only=True)]
    counts = {row[0]: row[1] for row in told if len(row) == 3}
    names = ("Baru muncul", "Masih ada", "Berubah tanpa diminta", "Tidak ditemukan lagi", "Diperbaiki")
    assert [counts[name] for name in names] == [1, 1, 3, 0, 1]
    assert len(names) == len(KINDS)
    assert ["Dinas Sosial Kabupaten Contoh 2023"] in told
    assert [row[1:3] for row in told if row[:1] == ["Dinas Sosial Kabupaten Contoh"]] == [["Lama", "lama.txt"], ["Baru", "baru.txt"]]


def test_the_lists_are_looked_through_and_printed_like_those_of_a_report(tmp_path: Path) -> None:
    made = book(tmp_path)
    assert [sheet.title for sheet in made] == ["Ringkasan", "Temuan", "Angka berubah"]
    assert all((sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9) for sheet in made)
    findings, figures = made["Temuan"], made["Angka berubah"]
    assert (findings.freeze_panes, findings.auto_filter.ref, findings.print_title_rows) == ("F2", "A1:P4", "$1:$1")
    assert (figures.freeze_panes, figures.auto_filter.ref, figures.print_title_rows) == ("B2", "A1:K4", "$1:$1")


def several(folder: Path, *forms: str) -> Path:
    """Three reports in two folders, one of them without a partner."""
    for side, agencies in (("lama", ("Sosial", "Kesehatan", "Pertanian")), ("baru", ("Sosial", "Kesehatan"))):
        (folder / side).mkdir()
        for agency in agencies:
            text = report(*(AGAIN if side == "baru" else ()), agency=agency)
            (folder / side / f"{agency}.txt").write_text(text, encoding="utf-8")
    out = folder / "hasil"
    files = [str(folder / "lama"), str(folder / "baru")]
    assert cli.main(["compare", *files, "--out", str(out), "--quiet", "--format", ",".join(forms)]) == cli.DONE
    return out


def test_of_several_reports_each_row_says_which_one_it_is_of(tmp_path: Path) -> None:
    made = openpyxl.load_workbook(several(tmp_path, "xlsx") / "perbandingan.xlsx")
    assert [(one["Laporan"], one["No"]) for one in rows(made["Temuan"])] == [(n, k) for n in ("1", "2") for k in ("1", "2", "3")]
    told = [[cell for cell in row if cell is not None] for row in made["Ringkasan"].iter_rows(values_only=True)]
    assert ["1. Dinas Kesehatan Kabupaten Contoh", "2023", "Kesehatan.txt", "Kesehatan.txt", 1, 1, 3, 0, 1] in told
    assert ["Pertanian.txt (lama): tidak ada pasangannya"] in told


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_whatever_a_report_says_is_a_text_in_the_workbook(text: str, tmp_path: Path) -> None:
    written(done_of(text), tmp_path, "id", "xlsx")
    made = openpyxl.load_workbook(tmp_path / "perbandingan.xlsx")
    cells = [cell for sheet in made for row in sheet.iter_rows() for cell in row if cell.value is not None]
    ours = re.compile(r"=(?:ROUND\()?[A-Z]\d+-[A-Z]\d+(?:,\d+\))?")
    assert all(cell.data_type in "sn" or ours.fullmatch(str(cell.value)) for cell in cells)
    assert not any(cell.hyperlink for cell in cells)
    assert all(len(str(cell.value).encode("utf-16-le")) <= 2 * 32_767 for cell in cells)
    assert {one["Uraian"] or "" for one in rows(made["Temuan"])} == {fitting(text)}
    with zipfile.ZipFile(tmp_path / "perbandingan.xlsx") as archive:
        assert not any("externalLink" in name or "vbaProject" in name for name in archive.namelist())
        assert not any(b'TargetMode="External"' in archive.read(name) for name in archive.namelist())


# ------------------------------------------------------------------ the Word document


def letter(folder: Path, *more: str, **texts: str) -> Path:
    return compare(folder, "--format", "docx", *more, **texts) / "baru--perbandingan.docx"


def test_the_document_says_what_became_of_each_finding_and_figure(tmp_path: Path) -> None:
    found = text_of(letter(tmp_path))
    assert found.startswith("HASIL PERBANDINGAN DUA PENYAMPAIAN\nLAPORAN KINERJA TAHUN 2023\nDINAS SOSIAL\nKABUPATEN CONTOH\n")
    assert "2 pada penyampaian lama, 2 pada penyampaian baru" in found
    assert "\nDiperbaiki\n1\nTemuan penyampaian lama yang pada berkas baru diperiksa lagi dan kini benar.\n" in found
    assert "\n3\ntinggi\n" in found
    assert (
        "Baris berkas 8, kolom “%” · Persentase realisasi (PR01)\nCatatan: kini cocok: 100 / 200 × 100 = 50,00%\n75,00\n50,00\n50,00%\n"
        in found
    )
    assert "4 Program D\nBaris berkas 11, kolom “Realisasi”\n400\n350\n-50\n" in found
    assert "Catatan: menimbulkan temuan" in found
    parts = ("Ringkasan", "Baru muncul", "Masih ada", "Berubah tanpa diminta", "Tidak ditemukan lagi", "Diperbaiki", "Pengesahan")
    headings = [p.text for p in docx.Document(str(letter(tmp_path))).paragraphs if p.style and p.style.name == "Heading 2"]
    assert headings == list(parts)
    assert "Tidak ditemukan lagi\nTemuan penyampaian lama yang letaknya" in found
    assert "tidak terbukti diperbaiki.\nTidak ada.\n" in found


def test_a_check_that_holds_because_another_figure_changed_says_so(tmp_path: Path) -> None:
    """What should have stood there before would else seem to contradict what stands there now."""
    found = text_of(letter(tmp_path, new=report(("200\t100\t75,00", "200\t150\t75,00"))))
    assert "Catatan: kini cocok: 150 / 200 × 100 = 75,00%\n75,00\n75,00\n50,00%\n" in found


def test_the_document_is_signed_on_the_day_that_is_given(tmp_path: Path) -> None:
    assert "……………………, 5 Maret 2026" in text_of(letter(tmp_path, "--tanggal", "2026-03-05"))
    assert f"……………………, {BLANK}" in text_of(letter(tmp_path))


def test_heads_stand_again_on_each_page_and_pages_are_counted(tmp_path: Path) -> None:
    with zipfile.ZipFile(letter(tmp_path)) as archive:
        footer, body = (archive.read(f"word/{part}.xml").decode() for part in ("footer1", "document"))
    assert re.findall(r"<w:instrText[^>]*>(\w+)<", footer) == ["PAGE", "NUMPAGES"]
    assert body.count("w:tblHeader") == len(KINDS)  # the summary, and each list but the empty one


def test_two_agencies_are_told_apart_before_the_figures(tmp_path: Path) -> None:
    found = text_of(letter(tmp_path, new=report(agency="Kesehatan")))
    assert found.index("bukan dua penyampaian dari satu laporan") < found.index("Ringkasan")


def test_each_pair_has_a_document_of_its_own(tmp_path: Path) -> None:
    out = several(tmp_path, "docx")
    names = sorted(path.name for path in out.glob("*.docx"))
    assert names == ["Kesehatan--perbandingan.docx", "Sosial--perbandingan.docx"]
    assert "DINAS KESEHATAN" in text_of(out / names[0])


def test_what_is_not_listed_is_counted(tmp_path: Path) -> None:
    done = done_of()
    pair = done.pairs[0]
    many = replace(pair, comparison=replace(pair.comparison, new=(pair.comparison.still[0].new,) * 501))
    written(replace(done, pairs=(many,)), tmp_path, "id", "docx")
    assert "dan 1 lainnya; semuanya ada dalam bentuk XLSX" in text_of(tmp_path / "a--perbandingan.docx")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return document(done_of("biasa"), tmp_path_factory.mktemp("biasa"))


def document(done: Compared, folder: Path) -> Path:
    (name,) = written(done, folder, "id", "docx")
    return folder / name


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_whatever_a_report_says_is_a_text_in_the_document(text: str, tmp_path: Path, plain: Path) -> None:
    path = document(done_of(text), tmp_path)
    is_only_text(path, plain)
    assert said(text) in " ".join(text_of(path).split())


def test_braces_of_a_report_are_not_filled_in(tmp_path: Path) -> None:
    braces = "{{ 7*7 }} {% for x in y %} {{ tanggal }}"
    path = document(done_of(braces), tmp_path)
    assert braces in text_of(path)
    assert BLANK in text_of(path)


def test_an_office_has_its_own_template(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = docx.Document()
    own.add_paragraph("INSPEKTORAT: {{ laporan.perangkat_daerah }}, {{ laporan.diperbaiki.butir|length }} diperbaiki")
    own.save(str(tmp_path / COMPARISON))
    assert text_of(letter(tmp_path, "--template-docx", str(tmp_path))).strip() == "INSPEKTORAT: Dinas Sosial, 1 diperbaiki"
    (tmp_path / COMPARISON).write_bytes(b"rusak")
    files = [str(tmp_path / "lama.txt"), str(tmp_path / "baru.txt"), "--out", str(tmp_path / "lain"), "--quiet"]
    assert cli.main(["compare", *files, "--format", "docx", "--template-docx", str(tmp_path)]) == cli.WRONG_USE
    assert COMPARISON in capsys.readouterr().err


# ------------------------------------------------------------------ the forms


def test_only_the_forms_that_are_asked_for_are_written_and_others_go(tmp_path: Path) -> None:
    out = compare(tmp_path, "--format", "xlsx,docx,jsonl")
    mine = out / "catatan saya.txt"
    mine.write_text("x", encoding="utf-8")
    assert {path.name for path in out.glob("[!.]*")} == {"perbandingan.xlsx", "perbandingan.jsonl", "baru--perbandingan.docx", mine.name}
    compare(tmp_path, "--format", "csv")
    assert {path.name for path in out.glob("[!.]*")} == {"perbandingan.csv", mine.name}


def test_a_comparison_clears_nothing_that_a_run_wrote_into_the_same_folder(tmp_path: Path) -> None:
    (tmp_path / "lama.txt").write_text(report(), encoding="utf-8")
    out = tmp_path / "hasil"
    assert cli.main(["report", str(tmp_path / "lama.txt"), "--out", str(out), "--quiet"]) == cli.DONE
    before = {path.name for path in out.iterdir()}
    compare(tmp_path)
    compare(tmp_path, "--format", "csv")
    assert before <= {path.name for path in out.iterdir()}


def test_a_form_that_there_is_not_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["compare", "a", "b", "--format", "sarif"])
    assert ended.value.code == cli.WRONG_USE
    assert "yang tersedia: html, xlsx, csv, docx, jsonl" in capsys.readouterr().err
