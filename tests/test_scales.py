"""Printed classes of predikat scales, in the forms that reports use."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.plain_text import read_text
from pipeline.normalize.scales import ENDLESS, limits_of, scales_of
from rules.exact import Interval

D = Decimal


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("91% - 100%", Interval(D(91), D(100))),
        ("91% ≤ 100%", Interval(D(91), D(100))),
        ("≤ 50%", Interval(D(0), D(50))),
        ("< 50%", Interval(D(0), D(50), high_open=True)),
        ("> 90", Interval(D(90), ENDLESS, low_open=True)),
        ("75 – 89,99", Interval(D(75), D("89.99"))),
        ("= 100", Interval(D(100), D(100))),
        ("80% s/d 100%", Interval(D(80), D(100))),
        ("Diatas 80 % s/d 100 %", Interval(D(80), D(100), low_open=True)),
        ("Dibawah 55 %", Interval(D(0), D(55), high_open=True)),
        ("> 80 - < 100 %", Interval(D(80), D(100), True, True)),
        ("50 - < 80 %", Interval(D(50), D(80), high_open=True)),
        ("80 > 100", Interval(D(80), D(100), low_open=True)),
        ("100% > nilai > 80 %", Interval(D(80), D(100), True, True)),
        ("50% > Nilai", Interval(D(0), D(50), high_open=True)),
        ("70 ≤ X < 85", Interval(D(70), D(85), high_open=True)),
        ("Lebih dari 100 %", Interval(D(100), ENDLESS, low_open=True)),
        ("≥ 76% sampai < 91%", Interval(D(76), D(91), high_open=True)),
    ],
)
def test_class_is_read(text: str, limits: Interval) -> None:
    assert limits_of(text) == limits


@pytest.mark.parametrize("text", ["", "Sangat Tinggi", "2016 - 2021", "3.849.045.590", "1.2.3", "100 - 50"])
def test_what_is_no_class(text: str) -> None:
    assert limits_of(text) is None


def test_a_recap_does_not_declare_the_scale_again() -> None:
    text = (
        "Tabel 3.1\nSkala\n\nInterval\tKriteria\n> 90\tBaik (B)\n50 - 90\tCukup (C)\n< 50\tKurang (K)\n\n"
        "Teks di antara keduanya.\n\nTabel 3.2\nRekap\n\nInterval\tKriteria\tJumlah\n> 90\tBaik\t2\n50 - 90\tCukup\t1\n< 50\tKurang\t0\n"
    )
    scales = scales_of(read_text("x.txt", "0" * 64, text.encode()))
    assert [[band.label for band in scale.bands] for scale in scales] == [["Baik", "Cukup", "Kurang"]]


def test_a_list_of_counts_is_no_scale() -> None:
    text = "No\tJenis\tJumlah\n1\tPekerja Sosial\t53\n2\tTagana\t76\n3\tKarang Taruna\t134\n"
    assert scales_of(read_text("x.txt", "0" * 64, text.encode())) == ()


@pytest.mark.parametrize(
    "lines",
    [
        ("Lebih dari 100 % : Sangat Baik", "100% > nilai > 80 % : Baik", "80 % > nilai > 50 % : Cukup", "50% > Nilai : Kurang"),
        ("80 s/d 100 % = Sangat Baik (SB)", "60 s/d 79 % = Baik (B)", "50 s/d 59 % = Sedang (K)", "< 49 % = Kurang (SK)"),
        ("a. > 100 = Sangat Baik (SB)", "b. 80 – 100 = Baik (B)", "c. 50 – 75 = Cukup (C)", "d. < 50 = Kurang (K)"),
        ("Persentase : > 100 Sangat baik", "80 – 100 Baik", "55 – 80 Sedang", "<55 Kurang"),
        (
            "1) Nilai diatas 100% dengan sebutan sangat baik",
            "2) Nilai diatas 80% s/d 100% dengan sebutan baik",
            "3) Dibawah 80% adalah kurang",
        ),
    ],
)
def test_a_scale_in_lines(lines: tuple[str, ...]) -> None:
    text = "Batasan nilai adalah sebagai berikut :\n\n" + "\n\n".join(lines) + "\n\nDemikian batasan itu.\n"
    (scale,) = scales_of(read_text("x.txt", "0" * 64, text.encode()))
    assert len(scale.bands) == len(lines)
    assert scale.bands[0].label.casefold() == "sangat baik"
    assert (scale.table, scale.location.place.line) == ("", 3)


def test_sentences_that_end_in_such_a_word_are_no_scale() -> None:
    text = "Sasaran 1 tercapai baik\n\nSasaran 2 tercapai 76,78% atau sangat baik\n\nSasaran 3 kurang\n"
    assert scales_of(read_text("x.txt", "0" * 64, text.encode())) == ()
