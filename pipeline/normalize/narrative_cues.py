"""The words that say what a figure in prose is: pagu, realisasi, target, capaian ..., or that it is none of them.

The last such word before a figure decides, with the figure's unit. Words of change (`meningkat`) and of limits
(`lebih dari`) make it a figure that states nothing comparable.
"""

from __future__ import annotations

import re
from enum import StrEnum

from extractors.record import record
from rules.facts import Measure
from rules.quantity import PERSEN, RUPIAH

# So many letters may stand between a word that tells and its figure, names not counted.
FARTHEST = 150
NEAR = 25


class Kind(StrEnum):
    """What a figure's unit makes of it."""

    MONEY = "uang"
    PERCENT = "persen"
    OTHER = "lain"


@record
class Cue:
    """A word of the table below where it stands in a text."""

    name: str
    start: int
    end: int
    printed: str


_REALISASI = r"re(?:a[li]|l(?=isa))[a-z]{2,6}[ai]s?i?(?:nya|ny)?"
_ANGGARAN = r"angg?a?ra?n(?:nya)?"
_PERSENTASE = r"(?:pe?rsentas[ei]|prosentas[ei]|presentas[ei])"
_KEUANGAN = r"keu(?:angan|ngan)?"
_TARGET = r"t[ae]{1,2}r?getn?y?a?"
_MEAN = r"(?:\s+dengan\s+capaian\s+rata\s?-\s?rata)?"
_CAPAIAN = r"(?:pen)?capai[ai]n(?:nya)?"

CUES: tuple[tuple[str, str], ...] = (
    (
        "fisik",
        rf"(?:{_TARGET}\s+)?(?:{_PERSENTASE}\s+)?(?:{_CAPAIAN}\s+)?(?:{_REALISASI}\s?)?(?:pelaksanaan\s+)?(?:kegiatan\s+)?"
        rf"fisik(?:nya)?{_MEAN}",
    ),
    (
        "tanpa",
        rf"{_ANGGARAN}\s+(?:yang\s+)?tidak\s+\w+|sumber\s+daya\s+manusia|(?:efisiensi|penghematan)\s+(?:penggunaan\s+)?(?:{_ANGGARAN}|belanja|dana)",
    ),
    ("keuangan", rf"{_REALISASI}\s+{_PERSENTASE}\s+{_KEUANGAN}|{_PERSENTASE}\s+(?:{_REALISASI}\s+|{_CAPAIAN}\s+)?{_KEUANGAN}"),
    ("serapan", rf"{_CAPAIAN}\s+(?:kinerja\s+)?(?:{_REALISASI}\s+)?(?:{_ANGGARAN}|{_KEUANGAN})|{_ANGGARAN}\s+efektif"),
    ("serapan", rf"{_ANGGARAN}\s+(?:telah\s+|yang\s+)*(?:ter?\s?{_REALISASI}|tercapai|terserap|digunakan|dipakai)"),
    ("serapan", r"(?:pen[gy]|men[gy]|ter)?serap(?:an|annya)?(?:\s+(?:dana|anggaran|keuangan))?(?:\s+(?:apbd|apbn))?"),
    ("realisasi_uang", rf"(?:{_PERSENTASE}\s+|ter?\s?)?{_REALISASI}\s+(?:{_ANGGARAN}|{_KEUANGAN}|belanja|dana|pagu)"),
    ("realisasi_capaian", rf"{_REALISASI}\s+{_TARGET}\s+{_CAPAIAN}|(?:{_CAPAIAN}\s+{_REALISASI}|{_REALISASI}\s+{_CAPAIAN})(?:\s+kinerja)?"),
    ("capaian", rf"(?:{_REALISASI}|{_CAPAIAN})\s+(?:terhadap\s+)?{_TARGET}|(?:mencapai|tercapainya)\s+{_TARGET}(?:\s+kinerja)?"),
    ("capaian_persen", rf"{_PERSENTASE}\s+{_CAPAIAN}"),
    ("realisasi", rf"(?:di|ter?)\s?{_REALISASI}(?:kan)?|{_PERSENTASE}\s+{_REALISASI}|{_REALISASI}(?:\s+kinerja)?"),
    ("target_uang", rf"{_TARGET}\s+{_ANGGARAN}"),
    ("target", rf"{_TARGET}\s+(?:\w+\s+)?nilai|{_TARGET}(?:\s+{_CAPAIAN})?(?:\s+kinerja)?|ditarget(?:kan)?"),
    ("ditetapkan", r"ditetapkan"),
    ("pagu", rf"(?:pagu|alokasi|dialokasikan|{_ANGGARAN}|pendanaan|dana|belanja)"),
    ("tercapai", r"tercapai(?:nya)?|dicapai"),
    ("capaian", rf"{_CAPAIAN}(?:\s+kinerja)?|(?<!indikator )kinerja(?=\s+(?:rata|sebesar|mencapai))|rata\s?-\s?rata(?:\s+nilai)?"),
    ("efisiensi", r"(?:tingkat\s+|nilai\s+)?efisiensi|penggunaan\s+sumber\s+daya"),
    ("sisa", rf"sisa(?:\s+{_ANGGARAN})?|silpa"),
    ("bare_keuangan", r"keuangan"),
    ("nilai", r"(?:me(?:ndapatkan|mperoleh|raih)\s+)?(?:nilai|skor|indeks)|di\s+nilai"),
)
"""What is said, longest phrases first; a name may stand more than once."""

MEASURES: dict[str, dict[Kind, Measure]] = {
    "fisik": {Kind.PERCENT: Measure.FISIK},
    "keuangan": {Kind.MONEY: Measure.REALISASI, Kind.PERCENT: Measure.SERAPAN},
    "bare_keuangan": {Kind.PERCENT: Measure.SERAPAN},
    "serapan": {Kind.MONEY: Measure.REALISASI, Kind.PERCENT: Measure.SERAPAN},
    "realisasi_uang": {Kind.MONEY: Measure.REALISASI, Kind.PERCENT: Measure.SERAPAN},
    "realisasi_capaian": {Kind.MONEY: Measure.REALISASI, Kind.PERCENT: Measure.KINERJA, Kind.OTHER: Measure.KINERJA},
    "capaian_persen": {Kind.PERCENT: Measure.CAPAIAN},
    "realisasi": {Kind.MONEY: Measure.REALISASI, Kind.PERCENT: Measure.KINERJA, Kind.OTHER: Measure.KINERJA},
    "target_uang": {Kind.MONEY: Measure.PAGU},
    "target": {Kind.PERCENT: Measure.TARGET, Kind.OTHER: Measure.TARGET},
    "ditetapkan": {Kind.MONEY: Measure.PAGU, Kind.PERCENT: Measure.TARGET, Kind.OTHER: Measure.TARGET},
    "pagu": {Kind.MONEY: Measure.PAGU},
    "tercapai": {Kind.MONEY: Measure.REALISASI, Kind.PERCENT: Measure.KINERJA, Kind.OTHER: Measure.KINERJA},
    "capaian": {Kind.PERCENT: Measure.CAPAIAN, Kind.OTHER: Measure.KINERJA},
    "efisiensi": {Kind.PERCENT: Measure.EFISIENSI, Kind.OTHER: Measure.EFISIENSI},
    "sisa": {Kind.MONEY: Measure.SISA, Kind.PERCENT: Measure.SISA_PERSEN},
    "nilai": {Kind.OTHER: Measure.KINERJA},
}

BARE_PERCENT = ("fisik", "keuangan", "bare_keuangan", "serapan")
"""Behind these words a number without its sign is a percentage: `Keuangan 98,8`."""

LABELS: dict[Measure, str] = {
    Measure.PAGU: "anggaran",
    Measure.REALISASI: "realisasi anggaran",
    Measure.SISA: "sisa anggaran",
    Measure.SISA_PERSEN: "persentase sisa anggaran",
    Measure.SERAPAN: "persentase realisasi anggaran",
    Measure.FISIK: "realisasi fisik",
    Measure.TARGET: "target",
    Measure.TARGET_RENSTRA: "target Renstra",
    Measure.KINERJA: "realisasi kinerja",
    Measure.CAPAIAN: "capaian kinerja",
    Measure.CAPAIAN_RENSTRA: "capaian terhadap Renstra",
    Measure.EFISIENSI: "efisiensi",
}

_CUE = re.compile(r"\b(?:" + "|".join(f"(?P<c{i}>{pattern})" for i, (_, pattern) in enumerate(CUES)) + r")\b", re.IGNORECASE)
# Lower case only: a name begins with a capital (`Program Peningkatan ...`).
_CHANGE = re.compile(
    r"\b(?:meningkat\w*|peningkatan\w*|peningakatan|menurun\w*|penurunan\w*|kenaikan\w*|naik\w*|turun\w*|bertambah|penambahan|berkurang"
    r"|pertumbuhan|tumbuh|selisih\w*|menjadi|deviasi|perbedaan)\b"
)
_LIMIT = re.compile(
    r"\b(?:lebih\s+(?:dari|besar|kecil|tinggi|rendah)|sama\s+dengan|kurang\s+dari|di\s?atas|di\s?bawah|minimal|maksimal|paling|batas|antara|skala|interval|rentang|kategori\w*|kontribusi\w*"
    r"|laju|bobot|harga|bunga|pajak|retribusi|usia|umur|penduduk|inflasi|pendapatan|surplus|defisit|perbandingan|rasio)\b",
    re.IGNORECASE,
)
_BOUND = re.compile(r"\b(?:batas|maksimal|minimal|paling)\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:apabila|bilamana|seandainya|(?:jika|bila)(?!\s+(?:di)?banding|\s+dilihat))\b", re.IGNORECASE)
_REACHED = re.compile(r"\b(?:mencapai|mampu\s+mencapai|tercapai|ter?\s?realisasi\w*)\b", re.IGNORECASE)
# `97,1 % keuangan dan 99,57 % fisik`; in `keuangan 97,1 % fisik 99,57 %` the noun tells the next figure.
_NOUN_BEHIND = re.compile(
    rf"\s{{0,3}}(?:secara\s+|(?:{_REALISASI}|{_CAPAIAN})\s+)?(?:(?P<fisik>fisik)|(?P<bare_keuangan>keuangan)"
    r"|(?P<capaian>kinerja(?!\s+(?:keuangan|anggaran|fisik))))\b(?!\W{0,3}(?:(?!dan\b|serta\b)\w+\W{1,3}){0,2}\d)",
    re.IGNORECASE,
)
_TELLS_KIND = ("fisik", "keuangan", "serapan", "realisasi_uang", "bare_keuangan", "target", "target_uang", "ditetapkan", "tanpa")
_RENSTRA = re.compile(r"\b(?:renstra|rencana\s+strate[gj]i[sk]|rpjmd?|rpd|jangka\s+menengah)\b", re.IGNORECASE)
_CHANGED = re.compile(r"\b(?:peningkatan|penurunan|kenaikan|pertumbuhan|penambahan|selisih|perbedaan)\s+(?:\w+\s+)?$", re.IGNORECASE)


def kind_of(unit: str) -> Kind:
    """The kind of a unit."""
    return Kind.MONEY if unit == RUPIAH else Kind.PERCENT if unit == PERSEN else Kind.OTHER


def cues_in(text: str) -> tuple[Cue, ...]:
    """The cues of a text, in order."""
    return tuple(Cue(CUES[int((m.lastgroup or "c0")[1:])][0], m.start(), m.end(), m.group()) for m in _CUE.finditer(text))


def states_nothing(gap: str, cue: Cue) -> bool:
    """Whether words of change, limit or condition stand between a cue and its figure, or a change right before the cue, or it is far."""
    behind = gap[cue.end :]
    if len("".join(behind.split())) > FARTHEST:
        return True
    if _CHANGE.search(behind) or _LIMIT.search(behind) or _IF.search(gap):
        return True
    if _BOUND.search(gap, max(0, cue.start - NEAR), cue.start):
        return True
    return bool(_CHANGED.search(gap[max(0, cue.start - NEAR) : cue.start]))


def noun_behind(text: str, end: int, gap: str) -> Cue | None:
    """The noun right behind a percentage that says of what it is; none where the text before it, its `gap`, tells that already."""
    match = _NOUN_BEHIND.match(text, end)
    if match is None:
        return None
    cues = cues_in(gap)
    told = any(cue.name in _TELLS_KIND for cue in cues) or (match["capaian"] and cues)
    noun = Cue(match.lastgroup or "", match.start(), match.end(), match.group())
    return None if told or states_nothing(gap, Cue("", 0, cues[-1].end if cues else 0, "")) else noun


def is_reached(text: str) -> bool:
    """Whether a text says that something was reached."""
    return bool(_REACHED.search(text))


def of_renstra(text: str) -> bool:
    """Whether a text speaks of the plan of several years."""
    return bool(_RENSTRA.search(text))
