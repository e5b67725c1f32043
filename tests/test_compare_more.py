"""Words against numbers: a predikat and its scale, a terbilang and its numeral, and what is wrong with a scale itself."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rules.compare import equals
from rules.compare_words import gaps_of, labels_of, on_scale, on_scale_exactly, overlaps_of, shown, spells
from rules.exact import Interval, point
from rules.outcome import Verdict
from rules.quantity import PERSEN, Quantity

D = Decimal
WHOLE = (
    ("Sangat Tinggi", Interval(D(91), D(100))),
    ("Tinggi", Interval(D(76), D(90))),
    ("Sedang", Interval(D(66), D(75))),
    ("Rendah", Interval(D(51), D(65))),
    ("Sangat Rendah", Interval(D(0), D(50), high_open=True)),
)
OPEN = (
    ("A", Interval(D(80), D(90), low_open=True)),
    ("BB", Interval(D(70), D(80), low_open=True)),
    ("B", Interval(D(0), D(70))),
)


def percent(text: str) -> Quantity:
    decimals = len(text.partition(",")[2])
    return Quantity(D(text.replace(",", ".")), decimals, decimals, PERSEN, text)


@pytest.mark.parametrize(
    ("value", "labels"),
    [
        ("95", ("Sangat Tinggi",)),
        ("91", ("Sangat Tinggi",)),
        ("90.91", ("Sangat Tinggi", "Tinggi")),
        ("90", ("Tinggi",)),
        ("50", ("Rendah", "Sangat Rendah")),
        ("49.99", ("Sangat Rendah",)),
        ("128", ("Sangat Tinggi",)),
    ],
)
def test_the_classes_in_which_a_value_may_lie(value: str, labels: tuple[str, ...]) -> None:
    assert labels_of(point(D(value)), WHOLE) == labels


@pytest.mark.parametrize(
    ("label", "printed", "verdict"),
    [
        ("Sangat Tinggi", "95,43", Verdict.LOLOS),
        ("Tinggi", "90,91", Verdict.LOLOS),
        ("Sangat Tinggi", "90,91", Verdict.LOLOS),
        ("Sangat Tinggi", "90", Verdict.HAMPIR),
        ("Tinggi", "95,43", Verdict.TEMUAN),
        ("Sedang", "76,50", Verdict.TEMUAN),
        ("Sangat Tinggi", "605,93", Verdict.LOLOS),
    ],
)
def test_a_predikat_on_its_scale(label: str, printed: str, verdict: Verdict) -> None:
    assert on_scale(label, [percent(printed)], WHOLE).verdict == verdict


def test_one_of_two_numbers_is_enough() -> None:
    result = on_scale("Sangat Tinggi", [percent("85,43"), percent("95,43")], WHOLE)
    assert (result.verdict, result.expected) == (Verdict.LOLOS, "Tinggi")


def test_a_score_on_the_limit_is_no_rounding() -> None:
    assert on_scale_exactly("BB", percent("80"), OPEN).verdict == Verdict.LOLOS
    assert on_scale_exactly("A", percent("80"), OPEN).verdict == Verdict.TEMUAN
    assert on_scale_exactly("A", percent("80"), OPEN).expected == "BB"


def test_gaps_from_the_lowest_up() -> None:
    assert [(gap.low, gap.high, gap.low_open, gap.high_open) for gap in gaps_of(WHOLE)] == [
        (50, 51, False, True),
        (65, 66, True, True),
        (75, 76, True, True),
        (90, 91, True, True),
    ]
    assert list(gaps_of(OPEN)) == []


def test_a_gap_of_one_value() -> None:
    bands = (("A", Interval(D(80), D(100), low_open=True)), ("B", Interval(D(0), D(80), high_open=True)))
    assert list(gaps_of(bands)) == [point(D(80))]


def test_overlaps() -> None:
    bands = (("Baik", Interval(D(80), D(100))), ("Cukup", Interval(D(50), D(85))), ("Kurang", Interval(D(0), D(50), high_open=True)))
    assert list(overlaps_of(bands)) == [("Baik", "Cukup", Interval(D(80), D(85)))]


@pytest.mark.parametrize(
    ("limits", "text"),
    [
        (Interval(D(76), D(90)), "76–90"),
        (Interval(D(90), D(10) ** 9, low_open=True), "> 90"),
        (Interval(D(0), D(50), high_open=True), "< 50"),
        (Interval(D(50), D(80), True, True), "> 50–< 80"),
    ],
)
def test_a_class_as_people_write_it(limits: Interval, text: str) -> None:
    assert shown(limits) == text


def test_words_and_their_numeral() -> None:
    amount = Quantity(D(380938700), 0, 0, "Rp", "Rp. 380.938.700,-")
    assert spells("tiga ratus ...", D(380938700), amount).verdict == Verdict.LOLOS
    wrong = spells("tiga ratus delapan puluh tujuh juta ...", D(387938700), amount)
    assert (wrong.verdict, wrong.difference, wrong.expected) == (Verdict.TEMUAN, "7.000.000", "Rp. 380.938.700,-")
    assert spells("entah", None, amount).verdict == Verdict.TAK_DIPERIKSA


def test_a_difference_tells_its_size() -> None:
    assert equals(percent("86,77"), percent("99,84")).gap == D("13.07")
