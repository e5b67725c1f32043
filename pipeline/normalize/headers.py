"""Which rows of a table are its header, and what each column means.

Vocabulary: rules/reference/kepala_tabel.yaml. A header is read as paths (`Keuangan > Realisasi`), because the leaf
alone often says too little; what a bare `Realisasi` or `%` means follows from the columns to its left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from extractors.model import Table
from extractors.record import record
from pipeline.normalize.names import plain
from pipeline.normalize.years_beside import opens_years, years_of
from rules.dates import ANY_YEAR, PERIOD
from rules.facts import Measure
from rules.reference import load

MAX_HEADER_ROWS = 6

_NUMBER_CELL = re.compile(r"\(?\s*(\d{1,2})\s*[a-z]?\s*\)?(?:\s*=\s*[\d()+\-–*/x×:\s%]{1,40})?")
_DATA_NUMBER = re.compile(r"\d[\d.,]*[.,]\d+|\d{5,}|\d\s*%|Rp\.?\s*[1-9]")
# `(4/5)*100%` over a column says how it is worked out.
_WORKED_OUT = re.compile(r"(?:\(?\s*\d{1,2}\s*[/:÷]\s*\d{1,2}\s*\)?\s*)?[x×*≥≤<>=]\s*100\s*%?", re.IGNORECASE)
_YEAR_ALONE = re.compile(r"(?:tahun|thn?\.?|ta\.?)?\s*(?:19|20)\d\d", re.IGNORECASE)
_REALISASI = re.compile(r"(?<![a-z])rea[a-z]{1,6}[ai]si(?!asi)|(?<![a-z])relisasi")
_SUBHEADER = re.compile(
    r"(tahun)?(19|20)\d\d|tahun(ini|lalu|sebelumnya)?|rp|rupiah|%|persen|target|realisasi|capaian|murni|perubahan|"
    r"fisik|pagu|jumlah|kinerja|k|keu(angan)?"
)
_QUARTER = re.compile(r"triwulan|trw|(^|>)tw(i|1|2|3|4)|semester|bulan(>|$)")
_VARIANTS = (("murni", re.compile(r"murni|sebelum")), ("perubahan", re.compile(r"perubahan|sesudah|setelah")))


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a header means: a label of a kind, a measure, the unit, or nothing; `asked` marks what its neighbours decide."""

    kind: str
    measure: str = ""
    asked: bool = False


@record
class HeadColumn:
    """A column with its header path as printed and squashed, and its meaning."""

    index: int
    header: str
    path: str
    meaning: Meaning
    year: int | None
    relative_year: int | None
    variant: str


def squash(text: str) -> str:
    """A header text without spaces and punctuation, in lower case; the percent sign stays."""
    return re.sub(r"[^a-z0-9%]", "", plain(text).casefold())


def header_rows(table: Table) -> int:
    """How many leading rows are header, column-number rows included; 0 when the table has none."""
    rows = [[cell.text for cell in row.cells] for row in table.rows[: MAX_HEADER_ROWS + 1]]
    start = 1 if len(rows) > 1 and _is_banner(rows[0]) and _is_header(rows[1]) else 0
    opening = rows[start : start + 2]
    if not opening or not (_is_header(opening[0]) or _heads_years(opening) or _heads_groups(opening)):
        return 0
    end = start + 1
    while end < len(rows) and (_is_subheader(rows[end], rows[start:end]) or is_number_row(rows[end])):
        end += 1
    return end


def is_number_row(texts: Sequence[str]) -> bool:
    """Whether a row only numbers the columns: (1) (2) (3), 1 2 3 4, (6) = (3-5); numbers may skip or repeat."""
    said = [text for text in texts if text.strip()]
    matches = [_NUMBER_CELL.fullmatch(text.strip()) for text in said]
    if len(said) < 3 or not all(matches) or len(said) < 0.6 * len(texts):
        return False
    numbers = [int(match.group(1)) for match in matches if match]
    return numbers[0] == 1 and all(0 <= b - a <= 2 for a, b in pairwise(numbers)) and numbers[-1] > 2


def _is_banner(texts: Sequence[str]) -> bool:
    return sum(bool(text.strip()) for text in texts) == 1


def _is_header(texts: Sequence[str]) -> bool:
    said = [text for text in texts if text.strip()]
    if len(said) < 2 or any(_is_data(text) for text in said):
        return False
    known = sum(meaning_of(squash(text)).kind != "" for text in said)
    return known >= 2 and known >= 0.5 * len(said)


def _heads_years(texts: Sequence[Sequence[str]]) -> bool:
    """Whether a table begins with titles over years, of which no word need be known."""
    return opens_years(texts) and not any(_is_data(text) for row in texts[:1] for text in row)


def _heads_groups(texts: Sequence[Sequence[str]]) -> bool:
    """`Indikator | 2015 | | | 2016 | |` over `| Target | Realisasi | Capaian | Target | ...`: titles and years over measures."""
    first, below = ([text for text in row if text.strip()] for row in (texts if len(texts) > 1 else (*texts, ())))
    titles = [text for text in first if not _YEAR_ALONE.fullmatch(text.strip())]
    if not titles or len(titles) == len(first) or any(_is_data(text) for text in below):
        return False
    known = all(meaning_of(squash(text)).kind in _TITLES for text in titles)
    return known and len(below) > 1 and all(meaning_of(squash(text)).kind == "ukuran" for text in below)


def _is_subheader(texts: Sequence[str], above: Sequence[Sequence[str]]) -> bool:
    """A further header row: words of headers under cells of the header above, no data, the numbering column empty."""
    said = [text for text in texts if text.strip()]
    if not said or any(_is_data(text) for text in said):
        return False
    words = [squash(text) for text in said]
    known = sum(bool(_SUBHEADER.fullmatch(word)) or meaning_of(word).kind != "" for word in words)
    first_is_empty = not texts[0].strip() or not above[-1][0].strip()
    # One text below a filled first cell is a banner over the rows that follow: `Sasaran strategis 1: ...`.
    return known >= 0.6 * len(said) and (first_is_empty or known == len(said) > 1)


def _is_data(text: str) -> bool:
    return bool(_DATA_NUMBER.search(_WORKED_OUT.sub("", text))) and not ANY_YEAR.fullmatch(text.strip())


def columns(table: Table, rows: int) -> tuple[HeadColumn, ...]:
    """The columns of a table with the first so many rows as header; neighbours decide what a bare header means."""
    texts = [[cell.text for cell in row.cells] for row in table.rows[:rows]]
    texts = [row for row in texts if not is_number_row(row)]
    if len(texts) > 1 and _is_banner(texts[0]):
        texts = texts[1:]
    filled = _fill_groups(texts)
    read = [_read_column(index, [row[index] for row in filled]) for index in range(len(filled[0]) if filled else 0)]
    return _decide(read)


def _fill_groups(texts: Sequence[Sequence[str]]) -> list[list[str]]:
    """Each group header repeated over the columns that it spans: those with a header of their own below it."""
    filled = [list(row) for row in texts]
    for depth, row in enumerate(filled[:-1]):
        below = filled[depth + 1 :]
        origin: int | None = None
        for index, text in enumerate(row):
            under = any(lower[index].strip() for lower in below)
            if text.strip():
                origin = index if under else None
            elif origin is not None and under:
                row[index] = row[origin]
            else:
                origin = None
    return filled


def _read_column(index: int, texts: Sequence[str]) -> HeadColumn:
    parts = [plain(text) for text in texts if text.strip()]
    parts = [part for i, part in enumerate(parts) if i == 0 or part != parts[i - 1]]
    path = ">".join(squash(part) for part in parts)
    header = " > ".join(parts)
    years = ANY_YEAR.findall(PERIOD.sub(" ", header))
    relative = -1 if re.search(r"(tahun|thn?)(lalu|sebelumnya)", path) else 0 if "tahunini" in path else None
    variant = next((name for name, pattern in _VARIANTS if pattern.search(path)), "")
    return HeadColumn(index, header, path, meaning_of(path), int(years[-1]) if len(set(years)) == 1 else None, relative, variant)


@cache
def meaning_of(path: str) -> Meaning:
    """The meaning of a squashed header path, before its neighbours are asked; kind "" when it says nothing known."""
    path = _REALISASI.sub("realisasi", path)
    leaf = path.rsplit(">", 1)[-1]
    if re.fullmatch(r"(tahun)?(19|20)\d\d|tahun(ini|lalu)", leaf) and ">" in path:
        return meaning_of(path.rsplit(">", 1)[0])
    leaf = re.sub(r"(tahun|ta|th)?(19|20)\d\d", "", leaf) or leaf
    vocabulary = load.table("kepala_tabel")
    for kind, patterns in vocabulary["label"].items():
        if any(re.search(p, leaf) for p in patterns):
            return Meaning(kind)
    if any(re.search(p, leaf) for p in vocabulary["satuan"]):
        return Meaning("satuan")
    if _QUARTER.search(path) or any(re.search(p, leaf) for p in vocabulary["abaikan"]):
        return Meaning("abaikan")
    return _measure_of(leaf, path, vocabulary["ukuran"])


def _measure_of(leaf: str, path: str, entries: Sequence[dict[str, object]]) -> Meaning:
    for entry in entries:
        leaves, paths = entry.get("leaf", ()), entry.get("path", ())
        if any(re.search(str(p), leaf) for p in leaves) or any(re.search(str(p), path) for p in paths):  # type: ignore[attr-defined]
            measure = str(entry["measure"])
            return Meaning("ukuran", measure.rstrip("?"), measure.endswith("?"))
    return Meaning("")


_TITLES = frozenset({"nomor", "indikator", "sasaran", "tujuan", "uraian", "program", "kegiatan", "sub_kegiatan", "satuan"})
_NAMING = frozenset({"sub_kegiatan", "kegiatan", "program", "uraian", "indikator", "sasaran", "tujuan"})
_AFTER = {
    Measure.REALISASI: Measure.SERAPAN,
    Measure.KINERJA: Measure.CAPAIAN,
    Measure.SISA: Measure.SISA_PERSEN,
    Measure.TARGET: Measure.LAIN,
    Measure.PAGU: Measure.LAIN,
}


def _decide(read: Sequence[HeadColumn]) -> tuple[HeadColumn, ...]:
    decided: list[HeadColumn] = []
    for column in read:
        meaning = column.meaning
        if meaning.asked:
            measure = _decided(column, decided, read)
            meaning = Meaning("ukuran", measure.value, asked=not _says_itself(column.path, measure))
        decided.append(replace(column, meaning=meaning))
    return _with_title(_with_years(decided))


def _with_title(decided: Sequence[HeadColumn]) -> tuple[HeadColumn, ...]:
    """The one column with a title that we do not know, left of all figures, names the rows when no other does: `UPTD`."""
    first = next((column.index for column in decided if column.meaning.kind == "ukuran"), 0)
    unknown = [column for column in decided if column.index < first and column.path and not column.meaning.kind]
    if len(unknown) != 1 or any(column.meaning.kind in _NAMING for column in decided):
        return tuple(decided)
    return tuple(replace(c, meaning=Meaning("uraian")) if c is unknown[0] else c for c in decided)


def _with_years(decided: Sequence[HeadColumn]) -> tuple[HeadColumn, ...]:
    """Columns that are headed by years and no word of ours hold the figures of those years; then a title names the rows."""
    unknown = [column for column in decided if not column.meaning.kind]
    dated = years_of([(column.index, column.header) for column in unknown])
    if not dated:
        return tuple(decided)
    named = any(column.meaning.kind in _NAMING for column in decided)
    title = next((c.index for c in unknown if c.index < min(dated) and c.path), None) if not named else None
    meanings = {index: Meaning("ukuran", Measure.NILAI.value) for index in dated}
    if title is not None:
        meanings[title] = Meaning("uraian")
    return tuple(replace(c, meaning=meanings.get(c.index, c.meaning), year=dated.get(c.index, c.year)) for c in decided)


def _decided(column: HeadColumn, left: Sequence[HeadColumn], every: Sequence[HeadColumn]) -> Measure:
    before = [Measure(c.meaning.measure) for c in left if c.meaning.kind == "ukuran"]
    if column.meaning.measure == "realisasi":
        return _realisasi(column, before, every)
    if column.meaning.measure == "capaian":
        later_percent = any(c.index > column.index and c.meaning.measure in ("capaian", "persen") for c in every)
        return Measure.KINERJA if later_percent and _awaits_result(before) else Measure.CAPAIAN
    return _AFTER.get(before[-1], Measure.LAIN) if before else Measure.LAIN


def _awaits_result(before: Sequence[Measure]) -> bool:
    """Whether the last target to the left has no result beside it yet; each of two years has its own."""
    last = next((measure for measure in reversed(before) if measure in (Measure.TARGET, Measure.KINERJA)), None)
    return last == Measure.TARGET


def _realisasi(column: HeadColumn, before: Sequence[Measure], every: Sequence[HeadColumn]) -> Measure:
    """A bare Realisasi: of what was named last to its left; a group of its own (Realisasi > 2023) by what the table has."""
    for measure in reversed(before):
        if measure == Measure.PAGU:
            return Measure.REALISASI
        if measure in (Measure.TARGET, Measure.KINERJA, Measure.TARGET_RENSTRA):
            return Measure.KINERJA
    has_money = any(c.meaning.measure in ("pagu", "sisa") for c in every) or "rp" in column.path.split(">")[-1]
    return Measure.REALISASI if has_money else Measure.KINERJA


def _says_itself(path: str, measure: Measure) -> bool:
    """Whether the header names what its neighbours made of it, such as `Realisasi (%)` beside `Realisasi (Rp)`."""
    if measure == Measure.SERAPAN:
        return "realisasi" in path or "keu" in path or "serap" in path
    if measure == Measure.CAPAIAN:
        return "capaian" in path or "capkin" in path
    return measure in (Measure.REALISASI, Measure.KINERJA)
