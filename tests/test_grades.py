"""Numbers that are given a predikat in prose and in cells."""

from __future__ import annotations

import pytest

from tests.rule_fixtures import report_of


def graded(text: str) -> list[tuple[str, str, str]]:
    return [(one.label, one.quantity.text.strip(), one.about) for one in report_of(text).sebutan]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Capaian kinerja tahun 2021 sebesar 86,77% (Tinggi).", [("Tinggi", "86,77%", "")]),
        ("Capaian sebesar 91,20 % dengan kategori Sangat Tinggi.", [("Sangat Tinggi", "91,20 %", "")]),
        ("Capaian sebesar 91,20 % dengan predikat kinerja “Sangat  Baik”.", [("Sangat Baik", "91,20 %", "")]),
        ("Rata-rata kinerja 86,77 %. Merujuk pada peraturan termasuk kriteria “ **TINGGI** “.", [("TINGGI", "86,77 %", "")]),
        ('Nilai SAKIP 68,23 dengan kategori "B".', [("B", "68,23", "akip")]),
        (
            'Nilai evaluasi SAKIP ditargetkan 80 atau predikat "A" dan tercapai nilai 74,76 dengan predikat “BB”.',
            [("A", "80", "akip"), ("BB", "74,76", "akip")],
        ),
        ("Indeks Kepuasan Masyarakat sebesar 82,10 dengan predikat B.", [("B", "82,10", "ikm")]),
    ],
)
def test_prose(text: str, found: list[tuple[str, str, str]]) -> None:
    assert graded(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Apabila capaian 91 % maka diberi predikat Sangat Tinggi.",
        "Persentase capaian < 100 % mendapatkan predikat Tidak tercapai.",
        "Terdapat 2 (dua) indikator dengan kategori sangat baik.",
        "Capaian lebih dari 90 % mendapat kategori sangat baik.",
        "Skala 76% - 90% berpredikat Tinggi.",
        "Nilai kearsipan 58,78 dengan predikat B.",
        "Realisasi 97,5 % lebih tinggi dari tahun lalu.",
    ],
)
def test_what_gives_no_predikat(text: str) -> None:
    assert graded(text) == []


def test_a_letter_in_a_cell() -> None:
    rows = ("| Indikator Kinerja | Target Akhir Renstra |", "| Nilai SAKIP Dinas | 80 (A) |", "| Cakupan Layanan | 94,33 |")
    text = "\n".join(("Tabel 3.3 Target Renstra", *rows))
    assert graded(text) == [("A", "80 (A)", "akip")]
