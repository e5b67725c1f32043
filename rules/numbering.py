"""Numbers that should run: of tables through a report, of rows through a table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.record import record
from rules import show
from rules.facts import Location, ReportView, Tabel
from rules.outcome import Comparison, Severity, Verdict
from rules.rows import position_of

_CONTINUED = re.compile(r"lanjutan|lanj\b|sambungan", re.IGNORECASE)
_PROSE = re.compile(
    r"\s*(?:di\s?atas|di\s?bawah|tersebut|menunjuk|memperlihat|menggambar|menjelas|dapat|berikut|diketahui|terlihat|[a-z,])"
)
_WORDS = re.compile(r"[^\W_]+")
_FEWEST = 3
_ALIKE_OF_FIVE = 4


@record
class Numbered:
    """What one check of a numbering came to, the number taken to be wrong first."""

    result: Comparison
    places: tuple[Location, ...]
    message: str = ""
    severity: Severity | None = None


# ------------------------------------------------------------------ tables


def of_tables(report: ReportView) -> Iterator[Numbered]:
    """The numbers of tables: used once each, and in order; numbering that begins anew is only worth knowing."""
    tables = _captioned(report)
    counted = Counter(tabel.nomor for tabel in tables)
    repeated = [nomor for nomor, count in counted.items() if count > 1]
    if len(repeated) > 1:
        yield _restarts([tabel for tabel in tables if tabel.nomor in repeated], repeated)
    elif repeated:
        yield _twice([tabel for tabel in tables if tabel.nomor == repeated[0]])
    swapped = list(_swapped(tables, counted))
    yield from (_out_of_order(one, two) for one, two in swapped)
    wrong = {*repeated, *(tabel.nomor for pair in swapped for tabel in pair)}
    yield from (_right(f"Tabel {tabel.nomor}", tabel.location) for tabel in tables if tabel.nomor not in wrong)


def _captioned(report: ReportView) -> list[Tabel]:
    """The numbered tables in order; one that goes on, or a sentence that begins with Tabel, is no new number."""
    found: list[Tabel] = []
    for tabel in sorted(report.tables, key=lambda tabel: tabel.position):
        if not tabel.nomor or _CONTINUED.search(tabel.judul) or _PROSE.match(tabel.judul):
            continue
        if not any(other.nomor == tabel.nomor and _same_title(other, tabel) for other in found):
            found.append(tabel)
    return found


def _same_title(one: Tabel, two: Tabel) -> bool:
    """The same caption printed again, or read a little differently: four of five words are common."""
    mine, yours = ({*_WORDS.findall(tabel.judul.casefold())} for tabel in (one, two))
    return one.location.place == two.location.place or 5 * len(mine & yours) >= _ALIKE_OF_FIVE * max(len(mine), len(yours))


def _restarts(tables: Sequence[Tabel], repeated: Sequence[str]) -> Numbered:
    stated = show.joined(f"Tabel {nomor}" for nomor in repeated)
    message = f"{stated} dipakai lebih dari satu kali dengan judul yang berbeda; penomoran tabel agaknya dimulai ulang tiap bagian."
    return Numbered(Comparison(Verdict.TEMUAN, stated, "satu nomor untuk satu tabel"), _places(tables), message, Severity.INFO)


def _twice(tables: Sequence[Tabel]) -> Numbered:
    first, last = tables[0], tables[-1]
    titles = show.joined(f"“{tabel.judul}”" for tabel in tables)
    message = f"Nomor Tabel {last.nomor} dipakai {len(tables)} kali: {titles}."
    result = Comparison(Verdict.TEMUAN, f"Tabel {last.nomor}", "nomor lain untuk salah satunya")
    return Numbered(result, _places((last, first, *tables[1:-1])), message, Severity.SEDANG)


def _swapped(tables: Sequence[Tabel], counted: Counter[str]) -> Iterator[tuple[Tabel, Tabel]]:
    """Neighbours n + 1, n in a row of numbers that runs before and after them."""
    parts = [_parts(tabel.nomor) for tabel in tables]
    for index in range(len(tables) - 1):
        one, two = parts[index], parts[index + 1]
        if not one or not two or one[:-1] != two[:-1] or one[-1] != two[-1] + 1:
            continue
        before, after = parts[index - 1] if index else (), parts[index + 2] if index + 2 < len(parts) else ()
        runs = (before[:-1] != one[:-1] or before < two) and (after[:-1] != one[:-1] or after > one)
        alone = counted[tables[index].nomor] == counted[tables[index + 1].nomor] == 1
        if runs and alone and (before[:-1] == one[:-1] or after[:-1] == one[:-1]) and _is_above(tables[index], tables[index + 1]):
            yield tables[index], tables[index + 1]


def _parts(nomor: str) -> tuple[int, ...]:
    places = [position_of(part) for part in nomor.split(".")]
    return tuple(place for place in places if place is not None) if None not in places else ()


def _is_above(one: Tabel, two: Tabel) -> bool:
    """On one page the order of reading may err; then the boxes decide."""
    mine, yours = one.location.place, two.location.place
    if mine.page is None or mine.page != yours.page:
        return True
    return mine.bbox is not None and yours.bbox is not None and mine.bbox[1] < yours.bbox[1]


def _out_of_order(one: Tabel, two: Tabel) -> Numbered:
    result = Comparison(Verdict.TEMUAN, f"Tabel {one.nomor}", f"Tabel {two.nomor}")
    message = f"Tabel {one.nomor} tercetak sebelum Tabel {two.nomor}; nomornya agaknya tertukar."
    return Numbered(result, _places((one, two)), message, Severity.RENDAH)


def _places(tables: Sequence[Tabel]) -> tuple[Location, ...]:
    return tuple(tabel.location for tabel in tables)


def _right(stated: str, place: Location) -> Numbered:
    return Numbered(Comparison(Verdict.LOLOS, stated, stated), (place,))


# ------------------------------------------------------------------ rows and columns


def of_columns(tabel: Tabel) -> Iterator[Numbered]:
    """The numbers under a table's header: one left out where all others run."""
    codes = [cell.text.strip().strip("()").strip() for cell in tabel.column_numbers]
    yield from _jump(tabel.column_numbers, codes, "kolom")


def of_rows(tabel: Tabel) -> Iterator[Numbered]:
    """The numbers of a table's rows: one left out or used twice where all others run, one in another style."""
    cells = tabel.row_numbers
    codes = [" ".join(cell.text.split()).rstrip(".)") for cell in cells]
    found = [*_jump(cells, codes), *_twice_in_rows(cells, codes), *_stands_still(cells, codes), *_other_style(cells, codes)]
    yield from found
    if not found and len(codes) >= _FEWEST and [position_of(code) for code in codes] == list(range(1, len(codes) + 1)):
        yield _right(f"{codes[0]}–{codes[-1]}", cells[0])


def _jump(cells: Sequence[Location], codes: Sequence[str], of: str = "baris") -> Iterator[Numbered]:
    """1, 2, 3, 5: one number is left out, and nothing stands between its neighbours where it could have been lost."""
    numbers = [int(code) if code.isdigit() else None for code in codes]
    known = [number for number in numbers if number is not None]
    steps = [after - before for before, after in pairwise(known)]
    if len(known) < _FEWEST + 1 or known[0] != 1 or sorted(steps)[:-1] != [1] * (len(steps) - 1) or max(steps) != 2:
        return
    right = known[steps.index(2)] + 1
    index = numbers.index(right + 1)
    one, two = cells[index - 1], cells[index]
    if numbers[index - 1] is None or one.place.page != two.place.page:
        return
    message = f"Nomor {of} melompat dari {right - 1} ke {right + 1}: nomor {right} tidak ada."
    yield Numbered(Comparison(Verdict.TEMUAN, codes[index], str(right)), (two, one), message, Severity.RENDAH)


def _twice_in_rows(cells: Sequence[Location], codes: Sequence[str]) -> Iterator[Numbered]:
    """`6.1.1` on two neighbouring rows of different names; official codes repeat on purpose, by place or source of funds."""
    dotted = [code for code in codes if re.fullmatch(r"[1-9]\d?(?:\.[1-9]\d?)+", code)]
    counted = Counter(dotted)
    doubled = [code for code, count in counted.items() if count > 1]
    if len(doubled) != 1 or 2 * len(dotted) < len([code for code in codes if code]):
        return
    code = doubled[0]
    index = codes.index(code)
    stem, _, last = code.rpartition(".")
    right = f"{stem}.{int(last) + 1}"
    if counted[code] != 2 or codes[index + 1 : index + 2] != [code] or right in codes or _names_alike(cells[index], cells[index + 1]):
        return
    one, two = cells[index], cells[index + 1]
    message = f"Nomor {code} dipakai untuk dua baris: {one.row} dan {two.row}."
    yield Numbered(Comparison(Verdict.TEMUAN, code, right), (two, one), message, Severity.SEDANG)


def _stands_still(cells: Sequence[Location], codes: Sequence[str]) -> Iterator[Numbered]:
    """1, 2, 3, 3, 4: one number on two neighbouring rows of different names, where all others run."""
    last = max((index for index, code in enumerate(codes) if code), default=0)
    if last < _FEWEST or not all(code.isdigit() for code in codes[: last + 1]):
        return
    numbers = [int(code) for code in codes[: last + 1]]
    steps = [after - before for before, after in pairwise(numbers)]
    if numbers[0] != 1 or sorted(steps) != [0] + [1] * (len(steps) - 1):
        return
    index = steps.index(0) + 1
    one, two = cells[index - 1], cells[index]
    if _names_alike(one, two) or one.place.page != two.place.page:
        return
    message = f"Nomor {codes[index]} dipakai untuk dua baris: {one.row} dan {two.row}."
    yield Numbered(Comparison(Verdict.TEMUAN, codes[index], str(numbers[index] + 1)), (two, one), message, Severity.SEDANG)


def _names_alike(one: Location, two: Location) -> bool:
    return one.row.casefold() == two.row.casefold()


def _other_style(cells: Sequence[Location], codes: Sequence[str]) -> Iterator[Numbered]:
    """`I, 2, 3`: one number of the outermost rows in another style, where all of them run."""
    outer = [(cell, code) for cell, code in zip(cells, codes, strict=True) if code and "." not in code and position_of(code) is not None]
    odd = [(cell, code) for cell, code in outer if not code.isdigit()]
    if len(outer) < _FEWEST or len(odd) != 1 or [position_of(code) for _, code in outer] != list(range(1, len(outer) + 1)):
        return
    cell, code = odd[0]
    right = str(position_of(code))
    others = ", ".join(number for _, number in outer if number != code)
    message = f"Nomor {code} ditulis dengan gaya lain daripada {others}."
    yield Numbered(Comparison(Verdict.TEMUAN, code, right), (cell,), message, Severity.RENDAH)
