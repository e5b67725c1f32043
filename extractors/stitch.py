"""Joins a table that a page break cut: its rows in one table, repeated headers dropped, a row cut in two made whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import dropwhile, pairwise, takewhile
from statistics import median

from rapidfuzz import fuzz

from extractors.captions import captioned, number_of
from extractors.model import Block, Cell, Row, Table
from extractors.values import goes_on, is_enumerator, is_hole, is_value, starts_item

# In points: column edges nearer than this are the same (than the second, if the header is repeated and the table was moved or
# made wider); two parts on one page stand no farther apart than the third, and touch within the fourth.
SAME_EDGE = 8.0
LIKELY_EDGE = 24.0
SAME_PAGE_GAP = 15.0
TOUCHING = 1.5
ALIKE = 90.0
MOST_HEADER_ROWS = 5


def join(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks in their order, captions in their tables, and the parts of a table in one."""
    out: list[Block] = []
    for block in captioned(blocks):
        before = out[-1] if out else None
        if isinstance(block, Table) and isinstance(before, Table) and _comes_next(before, block):
            aligned = _aligned(before, block)
            if aligned and _goes_on(*aligned):
                out[-1] = _joined(*aligned)
                continue
        out.append(block)
    return tuple(_whole(block) if isinstance(block, Table) else block for block in out)


def _whole(table: Table) -> Table:
    """The table; a name that a ruling cuts goes on in small letters below it, where no figure stands, and is made whole."""
    if table.place.page is None or not any(_goes_on_small(row) for row in table.rows):
        return table
    rows: list[Row] = []
    for row in table.rows:
        if rows and _goes_on_small(row) and _lacks_its_end(rows[-1], row):
            rows[-1] = _healed(rows[-1], row)
        else:
            rows.append(row)
    return replace(table, rows=tuple(rows))


def _goes_on_small(row: Row) -> bool:
    texts = [cell.text.strip() for cell in row.cells if cell.text.strip()]
    return bool(texts) and all(text[0].islower() and not starts_item(text) and not is_hole(text) for text in texts)


def _lacks_its_end(row: Row, rest: Row) -> bool:
    """The row has figures, and in each place where the rest has text a name that no stop ends."""
    names = [above.text.rstrip() for above, cell in zip(row.cells, rest.cells, strict=True) if cell.text.strip()]
    return any(is_value(cell.text) for cell in row.cells[1:]) and all(
        name and not is_value(name) and not name.endswith((".", ":", ";", ",")) for name in names
    )


# ------------------------------------------------------------------ is it the same table?


def _comes_next(table: Table, part: Table) -> bool:
    """Whether the part follows the table at once, and brings no caption of its own."""
    return _follows(table, part) and (not part.caption or number_of(part.caption) == number_of(table.caption))


def _goes_on(table: Table, part: Table) -> bool:
    """Whether the part, which has the same columns, brings the table's header again or none."""
    return _repeated(table, part) > 0 or not _has_header(table, part)


def _follows(table: Table, part: Table) -> bool:
    """Overleaf, or close below on the same page; text input has no pages, and there nothing stands between them."""
    last, first = table.rows[-1].place, part.rows[0].place
    if last.page is None or first.page is None:
        return True
    if last.page == first.page and last.bbox and first.bbox:
        return 0 <= first.bbox[1] - last.bbox[3] <= SAME_PAGE_GAP
    return first.page == last.page + 1


def _has_header(table: Table, part: Table) -> bool:
    """The first row names columns: words in most cells and no figure, set apart as the table's own header is."""
    first = part.rows[0].cells
    words = [cell for cell in first if cell.text.strip()]
    if len(words) < 2 or 2 * len(words) < len(first) or any(is_value(cell.text) for cell in words) or is_numbered(first[0].text):
        return False
    if first[0].text.strip().lower().rstrip(".") in ("no", "nomor") or _holds_figures(table):
        return True
    own_bold = all(cell.bold for cell in table.rows[0].cells if cell.text.strip())
    return own_bold and all(cell.bold for cell in words) and not _is_bold_throughout(table)


def is_numbered(text: str) -> bool:
    """A row's own number: a row that has one is no header."""
    return is_enumerator(text) and any(letter.isdigit() for letter in text)


def _holds_figures(table: Table) -> bool:
    """Most of its rows have a figure, so that one without is something else."""
    rows = [any(is_value(cell.text) for cell in row.cells) for row in table.rows[1:]]
    return 2 * sum(rows) > len(rows)


def _is_bold_throughout(table: Table) -> bool:
    cells = [cell for row in table.rows[1:] for cell in row.cells if cell.text.strip()]
    return 2 * sum(cell.bold for cell in cells) > len(cells)


def _repeated(table: Table, part: Table) -> int:
    """How many of the part's first rows are the table's header again; its row of column numbers may come back alone."""
    head = table.rows[:MOST_HEADER_ROWS]
    again = sum(1 for _ in takewhile(lambda pair: _alike(*pair), zip(head, part.rows, strict=False)))
    first = part.rows[0]
    return again or int(_numbers_columns(first) and any(_alike(row, first) for row in head))


def _numbers_columns(row: Row) -> bool:
    """`(1) (2) (3)`: each cell counts on from the one before it."""
    numbers = [cell.text.strip().strip("()") for cell in row.cells]
    return (
        len(numbers) > 2
        and all(number.isdigit() for number in numbers)
        and [int(number) for number in numbers] == list(range(int(numbers[0]), int(numbers[0]) + len(numbers)))
    )


def _alike(row: Row, other: Row) -> bool:
    """Hardly a letter differs, and no digit: rows of figures are much alike."""
    one, two = (_letters(line) for line in (row, other))
    return bool(one) and fuzz.ratio(one, two) >= ALIKE and _digits(one) == _digits(two)


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())


def _letters(row: Row) -> str:
    return "|".join("".join(cell.text.split()).lower() for cell in row.cells)


# ------------------------------------------------------------------ columns


def _aligned(table: Table, part: Table) -> tuple[Table, Table] | None:
    """Both with the same columns, if one's are all among the other's: a column that was empty on a page was not seen there."""
    edges, own = _edges(table), _edges(part)
    if not edges or not own:
        return (table, part) if len(table.rows[0].cells) == len(part.rows[0].cells) else None
    ended = _edges(replace(table, rows=table.rows[-1:]))
    return _aligned_at(edges, own, table, part) or (_aligned_at(ended, own, table, part) if ended else None)


def _aligned_at(edges: Sequence[float], own: Sequence[float], table: Table, part: Table) -> tuple[Table, Table] | None:
    """The same, for a table with these column edges: those of most of its rows, or those of its last row if they had been moved."""
    wide, narrow = len(table.rows[0].cells), len(part.rows[0].cells)
    if wide == narrow:
        again = _repeated(table, part) > 0
        same = _same_columns(edges, own, LIKELY_EDGE if again else SAME_EDGE) or (again and _are_over_each_other(edges, own))
        return (table, part) if same or _touch(table, part) else None
    if narrow > wide:
        places = _places(own, edges)
        return (_widened(table, places, own), part) if places else None
    places = _places(edges, own)
    return (table, _widened(part, places, edges)) if places else None


def _edges(table: Table) -> list[float]:
    """The left edge of each column, and the right edge of the last; nothing in text input."""
    columns = list(zip(*(row.cells for row in table.rows), strict=True))
    lefts = [[cell.place.bbox[0] for cell in column if cell.place.bbox] for column in columns]
    rights = [cell.place.bbox[2] for cell in columns[-1] if cell.place.bbox]
    return [*(median(left) for left in lefts), median(rights)] if all(lefts) and rights else []


def _same_columns(edges: Sequence[float], own: Sequence[float], reach: float) -> bool:
    """The same edges, maybe all moved by one distance (mirrored margins), or the same shares of another width."""
    shift = median(one - other for one, other in zip(edges, own, strict=True))
    if all(abs(one - other - shift) <= reach for one, other in zip(edges, own, strict=True)):
        return True
    width, own_width = edges[-1] - edges[0], own[-1] - own[0]
    if min(width, own_width) <= 0:
        return False
    shares = [((one - edges[0]) / width, (other - own[0]) / own_width) for one, other in zip(edges, own, strict=True)]
    return all(abs(one - other) <= reach / max(width, own_width) for one, other in shares)


def _touch(table: Table, part: Table) -> bool:
    """One stands right below the other: the borders of some rows were moved."""
    last, first = table.rows[-1].place, part.rows[0].place
    return last.page == first.page and bool(last.bbox and first.bbox and abs(first.bbox[1] - last.bbox[3]) <= TOUCHING)


def _are_over_each_other(edges: Sequence[float], own: Sequence[float]) -> bool:
    """The middle of each column is in its like: where no rule stands, columns part somewhere in the white that their texts leave."""
    pairs = zip(pairwise(edges), pairwise(own), strict=True)
    return all(one[0] < sum(other) / 2 < one[1] and other[0] < sum(one) / 2 < other[1] for one, other in pairs)


def _places(edges: Sequence[float], own: Sequence[float]) -> list[int]:
    """To which of the table's columns each of the part's belongs; nothing, if one belongs to none."""
    places = [min(range(len(edges) - 1), key=lambda place: abs(edges[place] - left)) for left in own[:-1]]
    fits = all(abs(edges[place] - left) <= SAME_EDGE for place, left in zip(places, own, strict=False))
    return places if fits and len(set(places)) == len(places) else []


def _widened(table: Table, places: Sequence[int], edges: Sequence[float]) -> Table:
    """The table with empty cells in the columns that it lacks, where those would be."""
    rows = []
    for row in table.rows:
        by_place = dict(zip(places, row.cells, strict=True))
        cells = [by_place.get(column) or _empty(row, left, right) for column, (left, right) in enumerate(pairwise(edges))]
        rows.append(Row(tuple(cells), row.place))
    return replace(table, rows=tuple(rows))


def _empty(row: Row, left: float, right: float) -> Cell:
    box = row.place.bbox
    return Cell("", replace(row.place, bbox=(round(left, 2), box[1], round(right, 2), box[3])) if box else row.place)


# ------------------------------------------------------------------ joining


def _joined(table: Table, part: Table) -> Table:
    rows = list(part.rows[_repeated(table, part) :])
    kept = list(table.rows)
    if rows and _is_rest(kept, rows[0]):
        kept[-1] = _healed(kept[-1], rows.pop(0))
    engine = "+".join(dict.fromkeys(name for name in (table.engine, part.engine) if name))
    return replace(table, rows=(*kept, *rows), engine=engine, notes=tuple(dict.fromkeys((*table.notes, *part.notes))))


def _is_rest(kept: Sequence[Row], row: Row) -> bool:
    """The second half of a row: text without figures and without a number of its own, unlike any row before it."""
    filled = [(place, cell) for place, cell in enumerate(row.cells) if cell.text.strip()]
    last = kept[-1].cells
    if _completes_figures(kept[-1], row):
        return True
    if not filled or any(is_value(cell.text) for _, cell in filled) or not any(last[place].text.strip() for place, _ in filled):
        return False
    if any(cell.text.lstrip()[0].islower() for _, cell in filled):
        return True
    if any(cell.bold and not last[place].bold for place, cell in filled) or any(not last[place].text.strip() for place, _ in filled):
        return False
    body = list(dropwhile(lambda before: not _has_figures(before), kept))
    return _has_figures(kept[-1]) and all(_has_figures(before) for before in body)


def _completes_figures(last: Row, row: Row) -> bool:
    """Every figure in the row brings the digits that the one above it lacks: `86.400.` and, overleaf, `000`."""
    figures = [(above.text, cell.text) for above, cell in zip(last.cells, row.cells, strict=True) if is_value(cell.text)]
    return bool(figures) and all(goes_on(above, text) for above, text in figures)


def _has_figures(row: Row) -> bool:
    return any(is_value(cell.text) for cell in row.cells)


def _healed(row: Row, rest: Row) -> Row:
    cells = (
        replace(cell, text="\n".join(text for text in (cell.text, more.text) if text.strip())) if more.text.strip() else cell
        for cell, more in zip(row.cells, rest.cells, strict=True)
    )
    return replace(row, cells=tuple(cells))
