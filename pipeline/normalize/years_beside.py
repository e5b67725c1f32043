"""Columns that are headed by nothing but a year: production, population, prices, year beside year.

Such a header needs no word that we know: `No | Jenis Ternak | Populasi (ekor) > 2013 | 2014` tells by its form what its
columns are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from rules.dates import YEAR

_FEWEST, _FEWEST_ALONE = 2, 3
_YEAR = re.compile(rf"(?:tahun|thn?\.?|ta\.?)?\s*({YEAR})\s*\*{{0,3}}\)?", re.IGNORECASE)
_NUMBERING = re.compile(r"no(?:mor)?\.?(?:\s*urut)?", re.IGNORECASE)


def opens_years(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first of two rows is a header of years.

    Three or more stand in it beside titles, or two behind a numbering column; or two or more, and nothing else, below it.
    """
    first = [text for text in rows[0] if text.strip()]
    below = [text for text in rows[1] if text.strip()] if len(rows) > 1 else []
    titles = [text for text in first if not _year(text)]
    if not titles or not any(re.search(r"[A-Za-z]{2}", text) for text in titles):
        return False
    fewest = _FEWEST if _NUMBERING.fullmatch(rows[0][0].strip()) else _FEWEST_ALONE
    return _distinct(first) >= fewest or (len(below) == _distinct(below) >= _FEWEST)


def years_of(headers: Sequence[tuple[int, str]]) -> Mapping[int, int]:
    """The columns whose own title, under whatever group, is a year: index to year; nothing when one year stands alone or twice."""
    found = {index: year for index, header in headers if (year := _year(header.rpartition(" > ")[2]))}
    return found if len(found) >= _FEWEST and len(set(found.values())) == len(found) else {}


def _year(text: str) -> int:
    match = _YEAR.fullmatch(text.strip())
    return int(match.group(1)) if match else 0


def _distinct(texts: Sequence[str]) -> int:
    return len({year for text in texts if (year := _year(text))})
