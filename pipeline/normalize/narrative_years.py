"""Of which year a figure in prose speaks."""

from __future__ import annotations

import re

from rules.dates import YEAR

_MARK = re.compile(
    rf"\b(?:tahun(?:\s+anggaran)?|thn?\.?|t\.?a\.?|apbd|apbn|target|rea[li]\w{{2,6}}|capaian)\s*\(?({YEAR})\b(?!\s*[-–/]\s*\d|\s*s\.?/?d\b)"
    rf"|\btahun(?:\s+\w+)?\s+(?:sebelumnya|lalu)(?:\s*\(({YEAR})\))?",
    re.IGNORECASE,
)
_REGULATION = re.compile(r"(?:\bnomor|\bno\.?|\bnmr)\s*:?\s*[\w./-]{1,25}\s*$|[-–]\s*$", re.IGNORECASE)
_AFTER = re.compile(rf"(?:\s[A-Z][A-Za-z]{{2,20}})?[\s,]{{1,3}}(?:pada|di)\s?[Tt]ahun\s+({YEAR})\b(?!\s*[-–])")
_COMPARED = re.compile(r"\bdi?banding\w*|\bdaripada\b", re.IGNORECASE)
_FISCAL = re.compile(rf"\btahun\s+anggaran\b|\bt\.?a\.?\s*{YEAR}", re.IGNORECASE)
_NEAR = 70


def without_fiscal_years(text: str) -> str:
    """The text with `Tahun Anggaran` blanked: its `anggaran` says nothing of money."""
    return _FISCAL.sub(lambda found: " " * len(found.group()), text)


def stated_before(gap: str, report_year: int | None, cue_end: int) -> int | None:
    """The year stated before a figure, in the text since the last one.

    `cue_end` is where in the gap the word ends that says what the figure is; a year behind it with which something is
    only compared is not the figure's own: `serapan dibandingkan tahun 2021`, but not `dibandingkan serapan tahun 2021`.
    """
    year: int | None = None
    for mark in _MARK.finditer(gap):
        near = max(0, mark.start() - _NEAR)
        if _REGULATION.search(gap[near : mark.start()]):
            continue
        if mark.start() >= cue_end and _COMPARED.search(gap, max(near, cue_end), mark.start()):
            continue
        printed = mark.group(1) or mark.group(2)
        year = int(printed) if printed else (report_year - 1 if report_year is not None else None)
    return year


def stated_after(text: str, end: int) -> int | None:
    """The year stated right behind a figure: `71 % pada tahun 2015`."""
    found = _AFTER.match(text, end)
    return int(found.group(1)) if found else None
