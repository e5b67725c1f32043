"""What looks like a figure, a bullet, a broken number: the words by which rows are told apart."""

from __future__ import annotations

import pytest

from extractors.values import goes_on, has_separator, is_currency, is_enumerator, is_hole, is_value, starts_item

FIGURES = (
    "1.234.567,89", "49,422,100", "641.773.572.00", "62.420.500,-", "Rp3.849.045.590", "Rp. 98.682.850", "98,42", "98.42", "55 %", "100%",
    "25‰", "80 (A)", "33 LPK", "1.000 orang", "> 100", "≥ 80", "<= 1,5%".replace("=", ""), "-11,10", "(105,60)", "51 - 65", "91% - 100%",
    "75 – 89,99", "50 - < 80 %", "992.770 *", "0,-", "35.317.", "2013-2018",
)  # fmt: skip
NO_FIGURES = (
    "", "Rp", "Tahun 2016", "Pasal 5", "17.567.7", "89/", "12 : 88", "2018)", "1.01.02.2.03", "Baik (B)", "(6) = (3-5)", "per 1.000",
    "31 Desember 2023", "1.234.567.8901",
)  # fmt: skip


@pytest.mark.parametrize("text", FIGURES)
def test_figures(text: str) -> None:
    assert is_value(text)


@pytest.mark.parametrize("text", NO_FIGURES)
def test_no_figures(text: str) -> None:
    assert not is_value(text)


@pytest.mark.parametrize(
    ("text", "below"),
    [("1.506.190.00", "0"), ("22.297.495.8", "82"), ("2.261.", "565"), ("51.82", "3"), ("16.000.000.000,", "-"), ("Rp 1.900.000.00", "0")],
)
def test_a_number_goes_on_below(text: str, below: str) -> None:
    assert goes_on(text, below)


@pytest.mark.parametrize(
    ("text", "below"), [("85", "450"), ("1.234.567", "890"), ("100,00", "98,00"), ("3.463.967.029,-", "1"), ("0,47", "0,5")]
)
def test_two_numbers_below_each_other(text: str, below: str) -> None:
    assert not goes_on(text, below)


def test_marks() -> None:
    assert all(
        starts_item(text) for text in ("- Daging", "-", "1. Persentase", "a. Konsumsi", "1.1 Jumlah", "(1) Skor", "II. Telur", "• Susu")
    )
    assert not any(starts_item(text) for text in ("(04)", "1.1", "Sapi Potong", "Rp. 1", "-11,10"))
    assert all(is_enumerator(text) for text in ("1", "2.", "a)", "IV", "1.2.3"))
    assert all(is_hole(text) for text in ("-", "–", "n/a", "NA", "nihil", "Nihil"))
    assert is_currency("Rp.")
    assert not is_currency("Rp1")
    assert has_separator("98,42")
    assert not has_separator("2016")
