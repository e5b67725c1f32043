"""Each comparing helper, each verdict, on figures as three reports print them (S1, S2, S4: of 2023, 2021 and 2024)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.normalize.numbers import read_column
from rules import anew, compare
from rules.exact import HUNDRED, Interval
from rules.facts import Measure
from rules.outcome import HOLDS, Verdict
from rules.quantity import Hole, Number, Quantity, Unreadable

LOLOS, HAMPIR, TEMUAN, TAK_DIPERIKSA = Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA


def amounts(*texts: str) -> tuple[Number, ...]:
    """A column of rupiah as printed."""
    return read_column(texts, Measure.PAGU).numbers


def amount(text: str) -> Number:
    return amounts(text)[0]


def percents(*texts: str) -> tuple[Number, ...]:
    """A column of percentages as printed."""
    return read_column(texts, Measure.SERAPAN).numbers


def percent(text: str, *column: str) -> Number:
    """A percentage in its column, whose other cells say how precise it is."""
    return percents(text, *column)[0]


def targets(*texts: str) -> tuple[Number, ...]:
    return read_column(texts, Measure.TARGET).numbers


# ---------------------------------------------------------------- sums


def test_b01_pagu_of_a_kegiatan_with_a_missing_row() -> None:
    """S1 l.822-824: the two sub kegiatan lack 16.334.000."""
    stated, *parts = amounts("Rp2.650.240.735", "Rp2.509.526.735", "Rp124.380.000")
    result = compare.sums_to(stated, parts)
    assert result.verdict == TEMUAN
    assert (result.stated, result.expected, result.difference) == ("Rp2.650.240.735", "2.633.906.735", "16.334.000")
    assert result.working == "2.509.526.735 + 124.380.000 = 2.633.906.735"


def test_b01_sum_with_english_separators_in_one_column() -> None:
    """S1 l.819-821: 98.682.850 over 49,422,100 and 49,260,750 is right."""
    stated, *parts = amounts("Rp. 98.682.850", "49,422,100", "49,260,750")
    assert compare.sums_to(stated, parts).verdict == LOLOS


def test_b04_total_of_the_sisa_column() -> None:
    """S2 l.833: rows with sen and one with `,-`."""
    column = (
        "824.743.202,-", "66.902.962,00", "27.827.260,00", "111.942.369,00", "447.033.806,32", "173.597.150,00",
        "921.033.061,00", "753.322.484,00", "223.514.460,00", "374.449.960,00",
    )  # fmt: skip
    stated, *parts = amounts("3.386.268.111,32", *column)
    result = compare.sums_to(stated, parts)
    assert (result.verdict, result.expected, result.difference) == (TEMUAN, "3.924.366.714,32", "538.098.603")


def test_one_rupiah_of_rounded_sen_is_hampir() -> None:
    stated, *parts = amounts("300", "100", "199")
    assert compare.sums_to(stated, parts).verdict == HAMPIR
    stated, *parts = amounts("300", "100", "198")
    assert compare.sums_to(stated, parts).verdict == TEMUAN


def test_a_hole_among_the_parts_is_not_checked() -> None:
    stated, *parts = amounts("300", "100", "-")
    result = compare.sums_to(stated, parts)
    assert (result.verdict, result.reason, result.expected) == (TAK_DIPERIKSA, Hole.STRIP.value, "")


def test_a_parent_without_children_is_not_checked() -> None:
    """It was told to be zero, and its mean divided by nothing."""
    assert compare.sums_to(amount("300"), []).verdict == TAK_DIPERIKSA
    assert compare.mean_of(percent("96"), []).verdict == TAK_DIPERIKSA
    assert isinstance(anew.mean_value([]), Unreadable)


def test_amounts_in_thousands_may_have_been_rounded_before_they_were_summed() -> None:
    """(dalam ribuan): 1,5 + 1,5 thousand print as 2 and 2, and their sum as 3."""
    stated, *parts = read_column(("3", "2", "2"), Measure.PAGU, "", Decimal(1000)).numbers
    assert compare.sums_to(stated, parts).verdict == LOLOS
    stated, *parts = read_column(("1", "2", "2"), Measure.PAGU, "", Decimal(1000)).numbers
    assert compare.sums_to(stated, parts).verdict == TEMUAN


def test_an_amount_in_milyar_is_compared_at_its_own_precision() -> None:
    stated, *parts = amounts("Rp8,1 milyar", "7.751.384.479", "318.475.044")
    assert compare.sums_to(stated, parts).verdict == LOLOS
    stated, *parts = amounts("Rp8,2 milyar", "7.751.384.479", "318.475.044")
    assert compare.sums_to(stated, parts).verdict == TEMUAN


def test_a_total_of_percentages_allows_for_rounding_of_each() -> None:
    stated, *parts = percents("100,1", "33,4", "33,3", "33,3")
    assert compare.sums_to(stated, parts).verdict == LOLOS
    stated, *parts = percents("101", "33,4", "33,3", "33,3")
    assert compare.sums_to(stated, parts).verdict == TEMUAN


# ---------------------------------------------------------------- sisa


def test_a07_sisa_copied_from_another_year() -> None:
    """S2 l.821: the sisa of 2021 under 2020."""
    result = compare.difference_of(amount("824.743.202,-"), amount("1.601.216.574,00"), amount("1.314.571.975,00"))
    assert (result.verdict, result.expected) == (TEMUAN, "286.644.599")
    assert result.working == "1.601.216.574 − 1.314.571.975 = 286.644.599"


def test_a07_sisa_with_sen() -> None:
    """S2 l.825."""
    assert compare.difference_of(amount("447.033.806,32"), amount("8.360.961.563,32"), amount("7.913.927.757,00")).verdict == LOLOS


def test_a07_sisa_of_sloppy_decimals() -> None:
    """`113,187,358,00` is 113.187.358, not eleven milyar."""
    assert compare.difference_of(amount("113,187,358,00"), amount("200,000,000,00"), amount("86,812,642,00")).verdict == LOLOS


def test_sisa_one_rupiah_off_is_hampir_and_a_hole_is_not_checked() -> None:
    assert compare.difference_of(amount("101"), amount("300"), amount("200")).verdict == HAMPIR
    assert compare.difference_of(amount("100"), amount("300"), amount("nihil")).verdict == TAK_DIPERIKSA


def test_difference_of_percentages() -> None:
    """S2 l.736: 95,43 - 72,80, though the report took the realisasi."""
    assert compare.difference_of(percent("22,63"), percent("95,43"), percent("72,80")).verdict == LOLOS
    assert compare.difference_of(percent("17,22"), percent("95,43"), percent("72,80")).verdict == TEMUAN


# ---------------------------------------------------------------- percentages


@pytest.mark.parametrize(
    ("stated", "column", "realisasi", "pagu", "verdict"),
    [
        ("96,08", ("98,68",), "Rp. 3.698.220.902", "Rp3.849.045.590", LOLOS),
        ("99.81", ("98.42",), "Rp.28.178.000", "Rp38.250.000", TEMUAN),
        ("99.81", ("98.42",), "Rp.38.178.000", "Rp38.250.000", LOLOS),
        ("52,50", ("92,40", "73,00"), "828.751.400,00", "1.586.600.000,00", TEMUAN),
        ("47,70", ("92,40", "73,00"), "47.726.100,00", "100.000.000,00", HAMPIR),
        ("73,00", ("92,40", "47,70"), "1.616.587.000,00", "2.215.000.000,00", HAMPIR),
        ("92,90", ("82,10",), "875.007.698,00", "941.910.660,00", LOLOS),
        ("93,28", ("98,62",), "4.383.367.872,00", "4.699.311.668,00", LOLOS),
        ("93,27", ("98,62",), "4.383.367.872,00", "4.699.311.668,00", HAMPIR),
        ("96 %", (), "7.442.000", "7.710.000", HAMPIR),
        ("100", ("98.42",), "Rp6.235.928", "Rp6.235.928", LOLOS),
        ("100", ("98.42",), "6.235.000", "6.255.000", TEMUAN),
    ],
)  # fmt: skip
def test_a01_serapan(stated: str, column: tuple[str, ...], realisasi: str, pagu: str, verdict: Verdict) -> None:
    assert compare.is_percent_of(percent(stated, *column), amount(realisasi), amount(pagu)).verdict == verdict


def test_a01_working_is_written_out() -> None:
    result = compare.is_percent_of(percent("99.81"), amount("Rp.28.178.000"), amount("Rp38.250.000"))
    assert result.working == "28.178.000 / 38.250.000 × 100 = 73,67%"
    assert (result.stated, result.expected, result.difference) == ("99.81", "73,67%", "26,14%")


@pytest.mark.parametrize(("part", "whole"), [("0", "0"), ("100", "0"), ("-", "100"), ("100", "-")])
def test_a_percentage_of_nothing_is_not_checked(part: str, whole: str) -> None:
    assert compare.is_percent_of(percent("100"), amount(part), amount(whole)).verdict == TAK_DIPERIKSA


def test_a05_capaian_of_rounded_percentages() -> None:
    """S1 l.546: 50 % of 55 % printed as 90 %; both operands may have been rounded."""
    assert compare.is_percent_of(percent("90%"), percent("50%"), percent("55 %")).verdict == LOLOS
    assert compare.is_percent_of(percent("134,32"), percent("92,71"), percent("69,02")).verdict == LOLOS
    assert compare.is_percent_of(percent("100,06"), percent("71,91"), percent("71,95")).verdict == TEMUAN


def test_a_formula_whose_denominator_may_be_zero_is_not_checked() -> None:
    """It was a finding: nothing had been compared."""

    def over_their_difference(part: Interval, whole: Interval) -> tuple[Interval, Interval]:
        return part, whole - part

    result = compare.is_percent_of_ratio(percent("900"), percent("9"), percent("10"), over_their_difference, "{part} / ({whole} − {part})")
    assert result.verdict == TAK_DIPERIKSA


def test_a05_negative_indicator() -> None:
    """(2T - R) / T: 3 against a target of 2,10 (DISNAK p.21 prints the inverse, 3 / 2,10 = 142,86)."""

    def twice(part: Interval, whole: Interval) -> tuple[Interval, Interval]:
        return whole.times(Decimal(2)) - part, whole

    assert (
        compare.is_percent_of_ratio(percent("57,14"), percent("3,00"), percent("2,10"), twice, "(2 × {whole} − {part}) / {whole}").verdict
        == LOLOS
    )
    assert (
        compare.is_percent_of_ratio(percent("142,86"), percent("3,00"), percent("2,10"), twice, "(2 × {whole} − {part}) / {whole}").verdict
        == TEMUAN
    )


def test_a_capaian_limited_to_a_hundred() -> None:
    ratio = lambda part, whole: (part, whole)  # noqa: E731
    assert compare.is_limited_percent(percent("100"), percent("134"), percent("100"), ratio, "{part} / {whole}").verdict == LOLOS
    assert compare.is_limited_percent(percent("134"), percent("134"), percent("100"), ratio, "{part} / {whole}").verdict == TEMUAN
    assert compare.is_limited_percent(percent("-"), percent("134"), percent("100"), ratio, "{part} / {whole}").verdict == TAK_DIPERIKSA


# ---------------------------------------------------------------- averages


def test_b07_average_of_capaian() -> None:
    """S2 l.655: 99,84 printed over a mean of 96,58."""
    rows = percents("93.45%", "100%", "100%", "100%", "99,72%", "100%", "93,22%", "83,97%", "95.43%", "100%", "99,84%")
    result = compare.mean_of(rows[-1], rows[:-1])
    assert (result.verdict, result.expected) == (TEMUAN, "96,58%")


def test_b07_average_that_was_cut_off_is_hampir() -> None:
    """S1 l.551: 96,8 printed as 96."""
    rows = percents("90,0", "94,0", "100,0", "100,0", "100,0")
    assert compare.mean_of(percent("96 %"), rows).verdict == HAMPIR


def test_b07_average_within_the_rounding_of_its_rows() -> None:
    """S4 l.276: 47,39 beside 47,3967, of three targets that may each be off by half a hundredth."""
    assert compare.mean_of(targets("47,39")[0], targets("69,02", "1,31", "71,86")).verdict == LOLOS
    assert compare.mean_of(percent("96,7"), percents("134,32", "55,72", "100,06")).verdict == LOLOS
    assert compare.mean_of(percent("96 %"), percents("90%", "-")).verdict == TAK_DIPERIKSA


# ---------------------------------------------------------------- two prints of one fact


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        ("96,12", "96,21", TEMUAN),
        ("97", "100", TEMUAN),
        ("97,1", "97,01", TEMUAN),
        ("97,0", "97,01", LOLOS),
        ("98,8", "98,80", LOLOS),
        ("93,28", "93,27", HAMPIR),
        ("93,29", "93,27", TEMUAN),
        ("96", "96,53", HAMPIR),
        ("97", "96,53", LOLOS),
        ("134,32", "137,47", TEMUAN),
        ("55,72", "51,14", TEMUAN),
    ],
)
def test_d02_and_c05_percentages(one: str, two: str, verdict: Verdict) -> None:
    assert compare.equals(percent(one), percent(two)).verdict == verdict
    assert compare.equals(percent(two), percent(one)).verdict == verdict


def test_c01_targets_that_differ_by_one() -> None:
    """S1 l.451 AKIP 69 against l.548 68: no rounding explains it."""
    assert compare.equals(targets("69")[0], targets("68")[0]).verdict == TEMUAN


def test_d01_amounts() -> None:
    assert compare.equals(amount("Rp. 430.135.900,-"), amount("430.135.900,00")).verdict == LOLOS
    assert compare.equals(amount("430.135.900"), amount("430.135.901")).verdict == HAMPIR
    assert compare.equals(amount("3.205.880.796"), amount("4.699.311.668")).verdict == TEMUAN
    assert compare.equals(amount("Rp1,5 juta"), amount("1.523.400")).verdict == LOLOS
    assert compare.equals(amount("Rp1,5 juta"), amount("1.623.400")).verdict == TEMUAN


def test_a_hole_on_either_side_is_not_checked() -> None:
    result = compare.equals(amount("-"), amount("100"))
    assert (result.verdict, result.expected) == (TAK_DIPERIKSA, "100")
    assert compare.equals(amount("100"), amount("")).verdict == TAK_DIPERIKSA


# ---------------------------------------------------------------- limits


def test_a08_realisasi_above_pagu() -> None:
    """S4 l.473: 1,09 milyar of 0,63 milyar."""
    result = compare.at_most(amount("1.090.111.598,00"), amount("626.877.613,00"))
    assert (result.verdict, result.difference, result.expected) == (TEMUAN, "463.233.985", "≤ 626.877.613,00")
    assert compare.at_most(amount("626.877.614"), amount("626.877.613")).verdict == HAMPIR
    assert compare.at_most(amount("626.877.613"), amount("626.877.613")).verdict == LOLOS
    assert compare.at_most(amount("-"), amount("626.877.613")).verdict == TAK_DIPERIKSA


def test_a08_an_amount_in_milyar_is_not_above_what_rounds_to_it() -> None:
    assert compare.at_most(amount("Rp2,5 milyar"), amount("2.480.000.000")).verdict == LOLOS
    assert compare.at_most(amount("Rp2,5 milyar"), amount("2.380.000.000")).verdict == TEMUAN


# ---------------------------------------------------------------- helpers


def test_same_value() -> None:
    assert compare.same_value(amount("300"), Decimal(301))
    assert not compare.same_value(amount("300"), Decimal(302))
    assert compare.same_value(percent("73,67"), Decimal("73.668"))
    assert not compare.same_value(amount("-"), Decimal(0))


def test_numbers_worked_out_anew() -> None:
    found = anew.quotient(amount("28.178.000"), amount("38.250.000"))
    assert isinstance(found, Quantity)
    assert found.text == "73,67"
    assert isinstance(anew.quotient(amount("1"), amount("0")), Unreadable)
    assert anew.quotient(amount("-"), amount("10")) == amount("-")
    mean = anew.mean_value(percents("50", "100"))
    assert isinstance(mean, Quantity)
    assert mean.value == 75
    assert isinstance(anew.limited(percent("134,32")), Quantity)
    assert anew.limited(percent("134,32")) != percent("134,32")
    assert anew.limited(percent("34,32")) == percent("34,32")
    limited = anew.limited(percent("134,32"))
    assert isinstance(limited, Quantity)
    assert limited.value == HUNDRED


# ---------------------------------------------------------------- the quick questions


PRINTS = (
    *percents("93,45", "93,4", "93,5", "93", "0", "-0,5", "100", "100,00", "93,449"),
    *amounts("Rp93", "Rp94", "Rp93,45"),
    Quantity(Decimal(93_450_000), -4, -4, "", "93,45 juta"),
    Unreadable("-", Hole.STRIP),
)


@pytest.mark.parametrize("one", PRINTS, ids=lambda number: number.text)
@pytest.mark.parametrize("two", PRINTS, ids=lambda number: number.text)
def test_two_prints_agree_where_comparing_them_finds_nothing(one: Number, two: Number) -> None:
    assert compare.agree(one, two) == (compare.equals(one, two).verdict in HOLDS)


@pytest.mark.parametrize("number", [one for one in PRINTS if isinstance(one, Quantity)], ids=lambda number: number.text)
def test_nothing_that_could_explain_a_print_lies_outside_its_farthest(number: Quantity) -> None:
    farthest = number.farthest()
    for one in (number.interval(), *number.lenient()):
        assert farthest.low <= one.low
        assert one.high <= farthest.high
