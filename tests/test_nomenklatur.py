"""An office's own list of official names is read, or refused with what is wrong with it."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest

from extractors.plain_text import read_text
from pipeline import nomenklatur
from pipeline.normalize.report import view_of
from rules.nomenclature import NomenclatureError, built_in, parsed, standard_kode
from rules.nomenclature_fit import fit, may_be_judged
from rules.outcome import Verdict

LIST = "Lampiran;;\nKode;Nomenklatur;Dari Tahun\n1;URUSAN WAJIB;\n1.01;PENDIDIKAN;\n"
ROWS = """1.01.02;PROGRAM PENGELOLAAN PENDIDIKAN;2021
1.01.02.2.01;Pengelolaan Pendidikan Sekolah Dasar;
1.01.02.2.01.0001;Pembangunan Unit Sekolah Baru;
"""


def test_a_csv_with_a_title_above_its_header(tmp_path: Path) -> None:
    (tmp_path / "daftar.csv").write_text(LIST + ROWS, encoding="utf-8-sig")
    found = nomenklatur.read(tmp_path / "daftar.csv")
    assert [(one.kode, one.level, one.tingkat) for one in found] == [
        ("1.01.02", "program", "umum"),
        ("1.01.02.2.01", "kegiatan", "kab/kota"),
        ("1.01.02.2.01.01", "sub_kegiatan", "kab/kota"),
    ]


def test_an_xlsx(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (["kode", "uraian", "jenjang"], ["1.02.02.1.01", "Penyediaan Fasilitas", None], ["1.02.02", "PROGRAM UPAYA", "provinsi"]):
        book.active.append(row)
    book.save(tmp_path / "daftar.xlsx")
    assert [one.tingkat for one in nomenklatur.read(tmp_path / "daftar.xlsx")] == ["provinsi", "provinsi"]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.csv", b"apa,saja\n1,2\n", "tidak ada baris kepala"),
        ("a.csv", b"kode,nama\nsatu,Apa\n", "baris data ke-1"),
        ("a.csv", b"kode,nama\n1.02.02,\n", "tidak mempunyai nama"),
        ("a.csv", b"kode,nama,dari_tahun\n1.02.02,Apa,tahun lalu\n", "bukan tahun"),
        ("a.csv", b"kode,nama\n1,URUSAN\n", "tidak ada satu pun"),
        ("a.csv", b"\0\1\2", "bukan CSV"),
        ("a.xlsx", b"PK no workbook", "bukan XLSX"),
        ("a.csv", None, "tidak dapat dibuka"),
    ],
)
def test_a_list_that_cannot_be_used_is_refused(tmp_path: Path, name: str, content: bytes | None, said: str) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    refused = nomenklatur.refusal([tmp_path / name])
    assert said in refused
    assert name in refused
    with pytest.raises(NomenclatureError):
        nomenklatur.read(tmp_path / name)


def test_a_title_of_one_word_above_the_header_says_nothing_of_the_separator(tmp_path: Path) -> None:
    (tmp_path / "daftar.csv").write_text(f"Daftar nomenklatur\nkode;nama;tahun\n{ROWS}", encoding="utf-8")
    assert len(nomenklatur.read(tmp_path / "daftar.csv")) == 3


def test_a_workbook_whose_sheet_is_cut_off_is_refused(tmp_path: Path) -> None:
    """Only where its rows are read does it turn out to be damaged."""
    openpyxl.Workbook().save(tmp_path / "baik.xlsx")
    with zipfile.ZipFile(tmp_path / "baik.xlsx") as good, zipfile.ZipFile(tmp_path / "rusak.xlsx", "w") as bad:
        for name in good.namelist():
            content = good.read(name)
            bad.writestr(name, content[: len(content) // 2] if "sheet1" in name else content)
    assert "bukan XLSX" in nomenklatur.refusal([tmp_path / "rusak.xlsx"])


def test_an_own_list_replaces_ours_of_the_same_bidang(tmp_path: Path) -> None:
    (tmp_path / "sosial.csv").write_text("kode,nama\n1.06.02,PROGRAM LAIN\n", encoding="utf-8")
    names = {one.nama for one in nomenklatur.official([tmp_path / "sosial.csv"]) if one.bidang == "1.06"}
    assert names == {"PROGRAM LAIN"}
    assert {one.bidang for one in built_in()} == {"X.XX", "1.06"}


def test_an_own_list_is_what_a_report_is_held_against() -> None:
    official = (*built_in(), *parsed({"kode": k, "nama": n} for k, n, _ in (line.split(";") for line in ROWS.splitlines())))
    text = """LAKIP Dinas Pendidikan Kabupaten Contoh Tahun 2023
| No | Program/Kegiatan | Pagu |
| 1 | Program Pengelolaan Pendidikan | 3.000.000 |
| 1.1 | Pengelolaan Pendidikan Sekolah Dasar | 1.000.000 |
| 1.1.1 | Pembangunan Unit Sekolahan Baru | 2.000.000 |
"""
    view = view_of(read_text("contoh.txt", "0" * 64, text.encode()), official)
    verdicts = [fit(one).verdict for one in view.names.resmi if may_be_judged(one)]
    assert verdicts == [Verdict.LOLOS, Verdict.LOLOS, Verdict.TEMUAN]


def test_codes_are_compared_in_one_form() -> None:
    assert standard_kode(" 01.06.02.2.03.0001. ") == "1.06.02.2.03.01"
