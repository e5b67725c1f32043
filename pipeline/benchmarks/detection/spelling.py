"""Amounts in words, for the generated reports."""

from __future__ import annotations

_ONES = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_GROUPS = ((1_000_000_000_000, "triliun"), (1_000_000_000, "miliar"), (1_000_000, "juta"), (1_000, "ribu"), (100, "ratus"), (10, "puluh"))


def spelled(number: int) -> str:
    """A whole number in Indonesian words."""
    if number < len(_ONES):
        return _ONES[number]
    if number < 20:
        return f"{_ONES[number - 10]} belas"
    size, name = next(group for group in _GROUPS if number >= group[0])
    count, rest = divmod(number, size)
    head = f"se{name}" if count == 1 and size in (100, 1000) else f"{spelled(count)} {name}"
    return f"{head} {spelled(rest)}" if rest else head
