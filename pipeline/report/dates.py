"""Days as an Indonesian letter writes them. The day comes from the command line: no report asks a clock."""

from __future__ import annotations

import datetime
import re

from rules.dates import MONTHS

BLANK = "……………………………"
"""Where no day was given, it is filled in by hand."""

_ISO = re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})")
_SPOKEN = re.compile(r"(?P<day>[0-9]{1,2})[ ./-](?P<month>[0-9]{1,2}|[A-Za-z]+)[ ./-](?P<year>[0-9]{4})")


def indonesian(text: str) -> str:
    """A day as `5 Maret 2026`; see `day_of`."""
    day = day_of(text)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def day_of(text: str) -> datetime.date:
    """The day that `2026-03-05`, `5-3-2026` or `5 maret 2026` names; no such day raises ValueError."""
    found = _ISO.fullmatch(text.strip()) or _SPOKEN.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"{text!r} bukan tanggal; tulis misalnya 2026-03-05 atau 5 Maret 2026")
    month = found["month"]
    numbers = {name.casefold(): number for number, name in enumerate(MONTHS, start=1)}
    number = int(month) if month.isdigit() else numbers.get(month.casefold(), 0)
    try:
        return datetime.date(int(found["year"]), number, int(found["day"]))
    except ValueError:
        raise ValueError(f"{text!r} bukan tanggal yang ada dalam kalender") from None
