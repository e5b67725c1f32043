"""Months and years as reports print them, for patterns that look for either."""

from __future__ import annotations

import re

MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
MONTH_WORDS = (*(month.casefold() for month in MONTHS), "pebruari", "nopember")
"""Also as they were spelled before."""

MONTH = "|".join(MONTH_WORDS)
YEAR = r"(?:19|20)(?<!\d{3})\d\d(?!\d)"
"""A year, which is no part of a longer number; it looks back only where one may begin, which is quickest."""

TERM = rf"(?P<from>{YEAR})\s*(?:[-–—]|s\.?/?d\.?|sampai(?:\s+dengan)?|hingga)\s*(?:tahun\s+)?(?P<to>{YEAR})"
"""The years from which to which a plan runs, for a pattern that ignores case: `2013 - 2018`, `2013 s.d. Tahun 2018`."""

ANY_YEAR = re.compile(YEAR)
PERIOD = re.compile(rf"{YEAR}\s*(?:[-–/]|s\.?/?d\.?)\s*{YEAR}")
