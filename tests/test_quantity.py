"""A printed number as an interval: what it may have been before it was rounded."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rules.exact import point
from rules.quantity import Quantity


def percent(text: str, column: int | None = None) -> Quantity:
    value = Decimal(text.replace(",", "."))
    decimals = len(text.partition(",")[2])
    return Quantity(value, decimals, decimals if column is None else column, "%", text)


def rupiah(value: str, decimals: int = 0) -> Quantity:
    return Quantity(Decimal(value), decimals, decimals, "Rp", value)


def explained(quantity: Quantity, value: str) -> bool:
    return any(Decimal(value) in interval for interval in quantity.lenient())


def test_money_printed_to_the_rupiah_stands_for_itself() -> None:
    amount = rupiah("8360961563.32", 2)
    assert amount.exact
    assert amount.interval() == point(amount.value)
    assert amount.lenient() == (point(amount.value),)


@pytest.mark.parametrize(
    ("value", "decimals", "within", "without"), [("1500000", -5, "1523400", "1560000"), ("2000000000", -9, "1.6E9", "3E9")]
)
def test_money_in_millions_is_rounded(value: str, decimals: int, within: str, without: str) -> None:
    """`Rp1,5 juta` beside 1.523.400 is no contradiction."""
    amount = rupiah(value, decimals)
    assert not amount.exact
    assert Decimal(within) in amount.interval()
    assert Decimal(without) not in amount.interval()


def test_amounts_under_dalam_ribuan_stand_for_the_nearest_thousand() -> None:
    amount = rupiah("1234000", -3)
    assert Decimal("1234500") in amount.interval()
    assert Decimal("1234501") not in amount.interval()


def test_a_percentage_is_what_rounds_to_it() -> None:
    assert Decimal("73.665") in percent("73,67").interval()
    assert Decimal("73.6649") not in percent("73,67").interval()


def test_a_padded_zero_has_the_precision_of_its_column() -> None:
    """Seed 002 table 3.7: `47,70` beside `92,40` and `73,00` are one-decimal numbers; exactly it is 47,73."""
    padded = percent("47,70", column=1)
    assert Decimal("47.7261") not in padded.interval()
    assert explained(padded, "47.7261")
    assert not explained(percent("47,70"), "47.7261")


def test_a_hundred_among_decimals_is_a_hundred_to_their_precision() -> None:
    assert Decimal("99.57") not in percent("100", column=2).interval()
    assert Decimal("99.57") in percent("100").interval()
    assert Decimal("98.6") in percent("99", column=2).interval()


def test_cut_off_decimals_explain() -> None:
    """90,91 printed as 90."""
    assert Decimal("90.91") not in percent("90").interval()
    assert explained(percent("90"), "90.91")
    assert not explained(percent("90"), "91")
    assert not explained(percent("90"), "89.4")
