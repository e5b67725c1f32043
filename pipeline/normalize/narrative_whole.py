"""Claims about the whole report: the total of its budget, the average of its performance."""

from __future__ import annotations

import re

from pipeline.normalize.narrative_subjects import says_little
from rules.facts import Measure, Sentence

TOTAL = "total"
RATA_RATA = "rata-rata"

_AVERAGE = re.compile(r"\brata\s?-?\s?rata\b", re.IGNORECASE)
_ALL = re.compile(r"\b(?:total|seluruh\w*|keseluruhan|secara\s+umum|jumlah\s+anggaran|tingkat\s+capaian)\b", re.IGNORECASE)
_ALL_SASARAN = re.compile(r"\bkinerja\s+sasaran(?:\s+(?i:strate[gj]i[sk]))?\s+(?=[a-z])")
_OWNER = re.compile(
    r"\b(?:Dinas|Badan|Biro|Inspektorat|Sekretariat|Kementr?e?rian|Satuan|Rumah\s+Sakit|RSUD|Kecamatan|OPD|SKPD|Dis[a-z]{4,}|Dinkes|Bap{1,2}e[a-z]+|BP[A-Z]{1,5}|Perangkat\s+Daerah|[Aa]nggaran\s+daerah)\b"
)
_PART = re.compile(
    r"\b(?:apbn|dekonsentrasi|tugas\s+pembantuan|dak|dau|dbhcht|hibah|bansos|belanja\s+(?:tidak\s+)?langsung|belanja\s+(?:modal|pegawai|operasi|barang)|btl"
    r"|tertinggi|terendah|terbesar|terkecil|pendapatan|retribusi|murni|sebelum|sesudah|setelah|triwulan|semester|bidang|seksi|uptd?|masing|per|kegiatan\s+(?:ini|tersebut)|kegiatannya"
    r"|program\s+(?:ini|tersebut)|indikator\s+(?:ini|tersebut)|sasaran\s+(?:ini|tersebut|ke)|misi|tujuan|nasional|kabupaten/kota|bersumber|terbagi"
    r"|(?:sasaran(?:\s+strate[gj]i[sk])?|program|kegiatan|indikator)\s+(?:pertama|ke\w+|\d))\b",
    re.IGNORECASE,
)
_BUDGET = re.compile(r"anggaran\s+pendapatan\s+dan\s+belanja\s+\w+", re.IGNORECASE)
_SOURCES = (re.compile(r"\bapbd\b", re.IGNORECASE), re.compile(r"\bapbn\b", re.IGNORECASE))
_HEADING = re.compile(
    r"anggaran|keuangan|belanja|ikhtisar|ringkasan|penutup|kesimpulan|keberhasilan|perjanjian\s+kinerja|kata\s+pengantar|latar\s+belakang"
    r"|perbandingan\s+(?:antara\s+)?target|capaian\s+kinerja|kinerja\s+sasaran|pengukuran\s+kinerja|akuntabilitas",
    re.IGNORECASE,
)
_MONEY = (Measure.PAGU, Measure.REALISASI, Measure.SISA, Measure.SERAPAN, Measure.SISA_PERSEN)


def whole(said: str, told: int, sentence: Sentence, measure: Measure, *, alone: bool) -> str:
    """`total` or `rata-rata` when the text before a figure speaks of everything; empty when it may speak of a part.

    `said` names nothing, and from `told` on it says what the figure is. It must speak of all, or of what the agency
    itself has; or say no more than that figure, under a heading about the whole, and stand `alone`: with nothing named before.
    """
    told = next((b.start() for b in _BUDGET.finditer(said) if b.start() <= told < b.end()), told)
    said = _BUDGET.sub(lambda budget: "anggaran daerah".ljust(len(budget.group())), said)
    scope = _BUDGET.sub("", sentence.text) if measure in _MONEY else said
    if _PART.search(scope) or all(source.search(sentence.text) for source in _SOURCES):
        return ""
    general = bool(_HEADING.search(sentence.heading))
    plain = general and alone and says_little(said)
    average = bool(_AVERAGE.search(said))
    of_all = bool(_ALL.search(said) or _ALL_SASARAN.search(said) or _OWNER.search(said, told))
    if measure in (Measure.CAPAIAN, Measure.KINERJA):
        return RATA_RATA if (average and (of_all or plain)) or (measure == Measure.CAPAIAN and of_all and general) else ""
    if measure == Measure.FISIK:
        return TOTAL if (average or of_all) and general else ""
    return TOTAL if measure in _MONEY and (of_all or plain) else ""
