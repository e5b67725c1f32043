"""Claims about the whole report: the total of its budget, the average of its performance."""

from __future__ import annotations

import re

from rules.facts import Measure, Sentence

TOTAL = "total"
RATA_RATA = "rata-rata"

_AVERAGE = re.compile(r"\brata\s?-?\s?rata\b", re.IGNORECASE)
_ALL = re.compile(r"\b(?:total|seluruh\w*|keseluruhan|secara\s+umum|jumlah\s+anggaran|tingkat\s+capaian)\b", re.IGNORECASE)
_OWNER = re.compile(
    r"\b(?:Dinas|Badan|Biro|Inspektorat|Sekretariat|Kementr?e?rian|Satuan|Rumah\s+Sakit|RSUD|Kecamatan|OPD|SKPD|Perangkat\s+Daerah)\b", re.IGNORECASE
)
_PART = re.compile(
    r"\b(?:dekonsentrasi|tugas\s+pembantuan|dak|dau|dbhcht|hibah|bansos|belanja\s+(?:tidak\s+)?langsung|belanja\s+(?:modal|pegawai|operasi|barang)|btl"
    r"|pendapatan|retribusi|murni|sebelum|sesudah|setelah|triwulan|semester|bidang|seksi|uptd?|masing|per|kegiatan\s+(?:ini|tersebut)|kegiatannya"
    r"|program\s+(?:ini|tersebut)|indikator\s+(?:ini|tersebut)|sasaran\s+(?:ini|tersebut|ke)|misi|tujuan|nasional|kabupaten/kota)\b",
    re.IGNORECASE,
)
_SOURCES = (re.compile(r"\bapbd\b", re.IGNORECASE), re.compile(r"\bapbn\b", re.IGNORECASE))
_HEADING = re.compile(
    r"anggaran|keuangan|belanja|ikhtisar|ringkasan|penutup|kesimpulan|keberhasilan|perjanjian\s+kinerja|kata\s+pengantar|latar\s+belakang"
    r"|perbandingan\s+(?:antara\s+)?target|capaian\s+kinerja|pengukuran\s+kinerja|akuntabilitas",
    re.IGNORECASE,
)
_MONEY = (Measure.PAGU, Measure.REALISASI, Measure.SISA, Measure.SERAPAN, Measure.SISA_PERSEN)


def whole(said: str, sentence: Sentence, measure: Measure) -> str:
    """`total` or `rata-rata` when the text before a figure speaks of everything; empty when it may speak of a part.

    `said` names nothing; it must speak of all, of the agency itself, or stand under a heading about the whole.
    """
    if _PART.search(said) or all(source.search(sentence.text) for source in _SOURCES):
        return ""
    average, everything = bool(_AVERAGE.search(said)), bool(_ALL.search(said) or _OWNER.search(said))
    if measure == Measure.CAPAIAN or (measure == Measure.KINERJA and average):
        return RATA_RATA if average or (everything and _HEADING.search(sentence.heading)) else ""
    if measure == Measure.FISIK:
        return TOTAL if average or everything else ""
    if measure not in _MONEY:
        return ""
    return TOTAL if everything or _HEADING.search(sentence.heading) else ""
