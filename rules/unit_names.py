"""The unit in which each table counts an indicator, and which of two printed units are the same."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rules.facts import Baris, Peran, ReportView, Tabel

PERCENT = "persen"

_SAME = {
    "%": PERCENT, "persentase": PERCENT, "prosentase": PERCENT, "presentase": PERCENT, "prosen": PERCENT, "percent": PERCENT,
    "org": "orang", "jiwa": "orang", "dok": "dokumen", "bh": "buah", "kel": "kelompok",
    "point": "nilai", "poin": "nilai", "skor": "nilai", "angka": "nilai", "score": "nilai", "indeks": "nilai", "predikat": "nilai",
}  # fmt: skip
_KNOWN = frozenset(
    {
        "persen", "orang", "dokumen", "buah", "unit", "ton", "kg", "kwintal", "ekor", "kelompok", "kawasan", "nilai", "kasus",
        "kegiatan", "laporan", "paket", "lembaga", "desa", "lokasi", "keluarga", "kk", "kpm", "hari", "bulan", "ha", "hektar",
        "km", "meter", "liter", "rumah", "sekolah", "sampel", "perusahaan", "pelaku",
    }
)  # fmt: skip
_NO_PERCENT = re.compile(r"[\W_]*(?:jumlah|nilai|skor|indeks|predikat|banyaknya)\b", re.IGNORECASE)
_WORD = re.compile(r"%|\w+")
_IN_BRACKETS = re.compile(r"[({]\s*\(?\s*(%|[A-Za-z]{2,12})\s*\)?\s*:?\s*$")


@dataclass(frozen=True, slots=True)
class Counted:
    """The unit of an indicator in one table: as printed, and as the word that stands for it."""

    tabel: Tabel
    baris: Baris
    printed: str
    unit: str


@dataclass(frozen=True, slots=True)
class Disagreement:
    """An indicator that one table counts in another unit than the others; `right` is what these print."""

    wrong: Counted
    right: Counted
    others: tuple[Counted, ...]


def counted_in(report: ReportView) -> dict[str, list[Counted]]:
    """The units of each indicator; a name that stands twice in one table, or is counted in units we do not know, is left out there."""
    found: dict[str, list[Counted]] = defaultdict(list)
    for tabel in report.tables:
        rows = [baris for baris in tabel.baris if baris.peran == Peran.RINCIAN and baris.subject.startswith("indikator:")]
        names = Counter(baris.subject for baris in rows)
        for baris in rows:
            printed = baris.satuan or _in_name(baris.name)
            unit = canonical(printed)
            if unit and names[baris.subject] == 1:
                found[baris.subject].append(Counted(tabel, baris, printed, unit))
    return found


def disagreements(every: Sequence[Counted]) -> Iterator[Disagreement]:
    """Those which differ: per cent for a `Jumlah` or a `Nilai`, then the unit of fewer tables, then the one printed later."""
    counts = Counter(one.unit for one in every)
    first = {one.unit: at for at, one in reversed(list(enumerate(every)))}
    ranked = sorted(counts, key=lambda unit: (_is_odd(unit, every), -counts[unit], first[unit]))
    right = [one for one in every if one.unit == ranked[0]]
    for one in every:
        if one.unit != ranked[0]:
            yield Disagreement(one, right[0], tuple(right[1:]))


def canonical(printed: str) -> str:
    """The word for a unit; the first that we know of several, "" when we know none."""
    low = printed.casefold()
    words = [_SAME.get(word, word) for word in _WORD.findall(low)]
    joined = "".join(words)
    return next((word for word in (*words, joined) if word in _KNOWN), "")


def _in_name(name: str) -> str:
    match = _IN_BRACKETS.search(name)
    return match.group(1) if match else ""


def _is_odd(unit: str, every: Sequence[Counted]) -> bool:
    """Whether a `Jumlah` or a `Nilai` is told in per cent."""
    return unit == PERCENT and any(_NO_PERCENT.match(one.baris.name) for one in every)
