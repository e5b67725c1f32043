"""The numbers of a sentence that say something: amounts, percentages, counts; not years, dates, references or list numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extractors.record import record
from pipeline.normalize.figures import Reading, read
from pipeline.normalize.units import PERCENT_WORDS, PERMIL, SCALES, is_known
from rules.quantity import PERSEN, Quantity


@record
class Found:
    """A number in a text: its span with currency sign, `,-` and unit or percent sign, and its quantity."""

    start: int
    end: int
    quantity: Quantity


@record
class Candidate:
    """A number in a text before its reading is chosen."""

    start: int
    end: int
    text: str
    readings: tuple[Reading, ...]


@lru_cache(maxsize=4_000)
def find_in_prose(text: str) -> tuple[Found, ...]:
    """All numbers of a sentence in order, each in its best reading; one that stays ambiguous is left out."""
    return tuple(
        Found(found.start, found.end, quantity_of(found, found.readings[0]))
        for found in candidates(text)
        if len({reading.value for reading in found.readings}) == 1
    )


def candidates(text: str) -> Iterator[Candidate]:
    """The numbers of a text with all readings that their place allows; a line too long for a sentence is passed over."""
    for offset, piece in _pieces(text):
        for found in _candidates_in(piece):
            yield Candidate(found.start + offset, found.end + offset, found.text, found.readings)


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """A text in pieces of whole lines that can be searched in reasonable time, each with its offset."""
    offset, piece = 0, ""
    for line in text.splitlines(keepends=True):
        if len(piece) + len(line) > LONGEST_PIECE:
            yield offset, piece
            offset, piece = offset + len(piece), ""
        if len(line) > LONGEST_PIECE:
            offset += len(line)
        else:
            piece += line
    yield offset, piece


def _candidates_in(text: str) -> Iterator[Candidate]:
    if _DIGIT.search(text) is None:
        return
    masked = _without_references(text)
    for match in _NUMBER.finditer(masked):
        start, end = match.start(), _end_with_unit(match, masked)
        counted = _COUNTED_BEFORE.search(masked, max(0, start - 20), start) is not None
        readings = () if _torn(match["body"]) else _in_prose(read(masked[start:end]), counted)
        if readings:
            yield Candidate(start, end, text[start:end], readings)


def quantity_of(candidate: Candidate, reading: Reading) -> Quantity:
    """The quantity of a candidate in one of its readings."""
    return Quantity(reading.value, reading.decimals, reading.decimals, reading.unit, candidate.text)


LONGEST_PIECE = 10_000

_MONTH = (
    "jan(?:uari)?|[fp]ebruari|feb|maret|mar|april|apr|mei|juni?|juli?|agustus|agst?|sept?(?:ember)?"
    "|okt(?:ober)?|no[pv](?:ember)?|des(?:ember)?"
)
_YEAR = r"(?:19[0-9]|20[0-4])[0-9]"
_NAMED = r"""tabel|table|gambar|grafik|diagram|bagan|lampiran|bab|pasal|ayat|huruf|halaman|hal|nomor|nomer|no|kepmen\w*|permen\w*|perpres
    |perda|perbup|perwali?|pergub|pp|uu|inpres|triwulan|semester|tahap|eselon|sasaran(?:\sstrategis)?|tujuan|misi
    |indikator(?:\skinerja)?(?:\sutama)?|roda|kelas|golongan|rt|rw|kav|covid|kode|pos|telp|telepon|fax|hp|nip|npwp|bagian|butir|kolom
    |baris|tipe|zona|urutan|peringkat|ke-|angkatan|formulir|form|versi|tk"""
_LAW = r"\b(?:peraturan|permen\w*|keputusan|undang|instruksi|perda|pergub|perbup|perwali?)\b[^.;0-9]{0,80}?"
_PLAIN = r"[0-9](?:[0-9.,]*[0-9])?"

_REFERENCES = tuple(
    re.compile(pattern, re.IGNORECASE | re.MULTILINE | re.VERBOSE)
    for pattern in (
        r"^[ \t\#*_>•-]*\(?[0-9]{1,2}(?:\.[0-9]{1,2})*[.)](?=\s)",
        r"^[ \t\#*_>•-]*[0-9]{1,2}(?:\.[0-9]{1,2}){1,5}\.?(?=[ \t]+[A-Za-z])",
        r"[0-9](?<![\w.,][0-9])(?:[0-9]{7}\s[0-9]{6}\s[0-9]\s[0-9]{3}|(?<!rp[0-9])(?<!rp[.\s][0-9])(?<!rp\.\s[0-9])[0-9]{15,17})(?![0-9])",
        r"0(?<!\w0)(?:[0-9]{2,3}\)?[\s-]*[0-9]{3,4}|8[0-9]{2}[\s-]?[0-9]{3,4})[\s-]?[0-9]{3,5}\b|\+62[0-9\s-]{7,15}",
        rf"[0-9](?<!\w[0-9])[0-9]?\s*(?:(?:-|s/d)\s*[0-9]{{1,2}}\s*)?(?:{_MONTH})\b\.?(?:\s*{_YEAR})?",
        rf"\b(?:{_MONTH})\b\.?\s*{_YEAR}",
        r"[0-9](?<![\w.,][0-9])[0-9]?\s?[/.-]\s?[0-9]{1,2}\s?[/.-]\s?(?:19|20)[0-9]{2}(?![0-9])",
        r"\b(?:pukul|jam)\s*[0-9]{1,2}[.:][0-9]{2}|(?<![0-9.,])[0-9]{1,2}:[0-9]{2}(?![0-9])",
        r"[0-9](?<![\w.,/\-][0-9])[\w.\-]{0,40}(?:\s?/\s?[\w.\-]{1,40}){0,5}\s?/\s?(?-i:[A-Z]{2,}[\w.\-]*)(?:\s?/\s?[\w.\-]+)*",
        r"[0-9](?<![\w.,/\-][0-9])[\w.\-]*/[\w.\-/]*[0-9][\w.\-/]*",
        rf"{_LAW}[0-9]+\s*tahun\s*{_YEAR}",
        r"\b(?:ayat|pasal|huruf|angka)\s*\([0-9]+\)",
        rf"(?<!\w)(?:{_NAMED})[\s.:\-]*[0-9]+(?:[.\-/][0-9A-Za-z]+)*(?:\s*tahun\s*{_YEAR})?(?![0-9]|[.,][0-9]|\s*(?:%|persen|orang))",
        rf"""\b(?:tahun(?:\sanggaran|\sajaran)?|t\.?a\.?|fy|th\.?|thn\.?|apbd|apbn)\s*{_YEAR}
             (?:\s*(?:-|/|s/d|sampai(?:\sdengan)?|dan|hingga)\s*{_YEAR})*(?![.,]?[0-9])""",
        rf"{_YEAR}(?<![\w.,][0-9]{{4}})\s*[-/]\s*{_YEAR}(?![0-9])",
        rf"[0-9](?<![\w.,][0-9])(?:[0-9.,]*[0-9])?\s{{0,3}}%?\s{{0,3}}(?:-|s/d|≤|≥|<|>)\s*(?:rp\.?\s*)?{_PLAIN}(?:\s*%)?",
        rf"[<>≤≥±]=?\s*(?:rp\.?)?\s*{_PLAIN}",
    )
)
_STANDING_YEAR = re.compile(rf"(?<![\w.,-]){_YEAR}(?!\w|[.,][0-9])(?!\s*%)(?:(?=\s+(?P<word>[A-Za-z]+)))?")
_NUMBER = re.compile(
    r"""(?:(?<![A-Za-z])(?P<money>rp\b\s*\.?\s*|rp(?=[0-9])|rp\.(?=[0-9])) | (?<![\w.,/]))
    (?P<sign>(?<![\w)\]}%])-)?
    (?P<body>[0-9]++(?:[.,](?:\s[0-9]{3}(?![0-9])|[0-9]++))*+)
    (?P<dash>\s?[.,]\s?(?:-{1,2}|=)(?![0-9]))?(?![A-Za-z]*[0-9]|[-/][0-9])""",
    re.VERBOSE | re.IGNORECASE,
)
_SCALE_WORDS = "|".join(sorted((word for word in SCALES if len(word) > 1), key=len, reverse=True))
_BEHIND = re.compile(
    rf"\s*(?P<scale>\b(?:(?i:{_SCALE_WORDS})|M)\b)?\s*(?P<unit>\\?%|‰|(?i:persen|prosen|rupiah)\b|[A-Za-z]+[23²³]?(?![A-Za-z0-9]))?"
)
_DIGIT = re.compile(r"[0-9]")
_COUNTED_BEFORE = re.compile(r"\b(?:sebanyak|sejumlah|berjumlah)\W{0,3}$", re.IGNORECASE)


def _without_references(text: str) -> str:
    """The text with everything blanked that holds digits but says no number."""
    masked = text.translate(_SPACES)
    for pattern in _REFERENCES:
        masked = pattern.sub(lambda found: " " * len(found[0]), masked)
    return _STANDING_YEAR.sub(lambda found: found[0] if found["word"] and is_known(found["word"]) else " " * len(found[0]), masked)


_SPACES = str.maketrans({"\u00a0": " ", "\u2009": " ", "\u202f": " ", "−": "-", "–": "-", "—": "-"})


def _end_with_unit(match: re.Match[str], text: str) -> int:
    """Where a number ends with its unit; a word that is no unit is left outside, and `M` is milyar only behind Rp."""
    behind = _BEHIND.match(text, match.end())
    if behind is None or match["dash"]:
        return match.end()
    unit, scale = (behind["unit"] or "").lstrip("\\"), behind["scale"] or ""
    if scale == "M" and not match["money"]:
        return match.end()
    if unit in (PERSEN, PERMIL) or unit.lower() in {*PERCENT_WORDS, "rupiah"} or is_known(unit):
        return behind.end()
    return behind.end("scale") if scale else match.end()


def _torn(body: str) -> bool:
    """A space before the last group: the group may begin the next sentence."""
    pieces = body.split()
    return len(pieces) > 1 and not re.search(r"[.,]", pieces[-1])


def _in_prose(readings: tuple[Reading, ...], counted: bool) -> tuple[Reading, ...]:
    """Of several readings, those with decimals for a percentage, the whole ones where things are counted (`sebanyak 1.222`)."""
    if readings and readings[0].unit == PERSEN:
        return tuple(reading for reading in readings if reading.format.decimal) or readings
    return (tuple(reading for reading in readings if reading.decimals <= 0) or readings) if counted else readings
