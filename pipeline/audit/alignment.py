"""Where one engine's cell stands in another engine's tables of the same page, and whether the same is printed there."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from extractors.model import Box, Cell, Table
from extractors.values import goes_on, is_value

# A box that shares less than this with the cell (of the smaller one) only touches it.
SHARED = 0.3
# One that shares more than this is no neighbour that happens to say the same.
MOSTLY = 0.5
# Pages are cut into strips of so many points, so that a cell is held against its neighbours and not against the whole page.
STRIP = 20.0
# No table has as many cells in a strip; what has is not looked at.
CROWD = 1000
# No page is as high; a broken file can claim any box.
HIGHEST = 20_000.0
# A hyphen at the end of a line comes out as one of these, as the engine pleases.
_HYPHENS = str.maketrans(dict.fromkeys("\x02\xad\u2010\u2011\ufffe", "-"))
_OF_FIGURES = frozenset("0123456789.,")


# A word of three letters or more is neither a sign nor a digit misread.
_WORD = re.compile(r"[^\W\d_]{3,}(?:-[^\W\d_]+)?:?")


class Agreement(StrEnum):
    """What another engine says of a cell: the same, something else, or nothing that could be compared."""

    SAME = "sama"
    OTHER = "lain"
    NOTHING = "tidak ada"


@dataclass(frozen=True, slots=True)
class Seen:
    """What another engine has where a cell stands: whether it agrees, and what it reads there instead."""

    agreement: Agreement
    text: str = ""


NOTHING = Seen(Agreement.NOTHING)


@dataclass(frozen=True, slots=True)
class Strips:
    """The cells of a page by the horizontal strips that they reach into, in reading order."""

    cells: Mapping[int, Sequence[Cell]]

    def near(self, box: Box) -> tuple[Cell, ...]:
        """The cells that may share room with the box."""
        found = {id(cell): cell for strip in _strips(box) for cell in self.cells.get(strip, ())}
        return tuple(cell for cell in found.values() if cell.place.bbox and _common(cell.place.bbox, box) > 0)


def strips_of(tables: Iterable[Table]) -> Strips:
    """The cells of these tables, ready to be asked for."""
    cells: dict[int, list[Cell]] = defaultdict(list)
    for table in tables:
        for row in table.rows:
            for cell in row.cells:
                for strip in _strips(cell.place.bbox):
                    cells[strip].append(cell)
    return Strips({strip: found for strip, found in cells.items() if len(found) <= CROWD})


def seen(text: str, box: Box, strips: Strips) -> Seen:
    """What the other engine's cells say of a cell with this text in this box.

    The same is also a text that the other engine has as whole lines of a larger cell, or a label that it has in several
    cells: the rows are cut otherwise, and what is printed is read alike. Nothing is said of it by a cell of many figures.
    """
    wanted = plain(text)
    inside = [(share, cell) for cell in strips.near(box) if (share := _share(cell, box)) >= SHARED]
    written = [(share, cell) for share, cell in inside if plain(cell.text)]
    if not written:
        return _empty(wanted, [cell for _, cell in inside], box)
    most = max(share for share, _ in written)
    if any(share >= min(most, MOSTLY) and (_holds(cell.text, wanted) or _is_labelled(cell.text, wanted)) for share, cell in written):
        return Seen(Agreement.SAME)
    if not is_value(wanted) and plain("".join(cell.text for _, cell in written)) == wanted:
        return Seen(Agreement.SAME)
    best = next(cell for share, cell in written if share == most)
    return NOTHING if _is_crowded(best.text, text) else Seen(Agreement.OTHER, " ".join(best.text.split()))


def _empty(wanted: str, cells: Sequence[Cell], box: Box) -> Seen:
    """Nothing is written where the cell stands: the same if it is empty, nothing to compare with if there is no cell."""
    if not _covers(cells, box):
        return NOTHING
    return Seen(Agreement.OTHER if wanted else Agreement.SAME)


def plain(text: str) -> str:
    """A text without white and unseen signs, joined letters (`ﬁ`) as two, and every hyphen as one."""
    return "".join(_letters(sign) for sign in text.translate(_HYPHENS) if not sign.isspace() and unicodedata.category(sign) != "Cf")


def _letters(sign: str) -> str:
    return unicodedata.normalize("NFKC", sign) if sign.isalpha() else sign


def _holds(text: str, wanted: str) -> bool:
    """Whether whole lines of a text, one or several in a row, are what is wanted, and no line beside them goes on with it."""
    lines = _lines(text)
    return any(not _is_cut(lines, start, end) for start, end in _runs(lines, wanted))


def _is_labelled(text: str, wanted: str) -> bool:
    """A figure with the words of the cell to its left, between which the other engine saw no border: `Rata-rata 100,33`."""
    *label, last = text.split() or [""]
    return bool(label) and last == wanted and is_value(wanted) and all(_WORD.fullmatch(word) for word in label)


def _lines(text: str) -> list[str]:
    return [line for line in map(plain, text.splitlines()) if line]


def _runs(parts: Sequence[str], wanted: str) -> Iterator[tuple[int, int]]:
    """Where parts in a row make up what is wanted."""
    for start in range(len(parts) if wanted else 0):
        joined = ""
        for end in range(start, len(parts)):
            joined += parts[end]
            if joined == wanted:
                yield start, end + 1
            if len(joined) > len(wanted):
                break


def _is_cut(lines: Sequence[str], start: int, end: int) -> bool:
    """A figure broken at the end of its line, of which these lines are only one half."""
    own = "".join(lines[start:end])
    before, after = "".join(lines[start - 1 : start]), "".join(lines[end : end + 1])
    return goes_on(own, after) or goes_on(before, own)


def _is_crowded(text: str, wanted: str) -> bool:
    """The other engine has more figures in its cell: it saw no border there, and so has no reading of this one cell.

    But of two, one may belong to the other: `3 4.092` may be 34.092.
    """
    more = len(_figures(text)) - len(_figures(wanted))
    return more > 1 or (more == 1 and not _is_part(text, plain(wanted)))


def _figures(text: str) -> list[str]:
    return [word for word in text.split() if any(sign.isdigit() for sign in word)]


def _is_part(text: str, wanted: str) -> bool:
    """Whether what stands beside the figure, or above or below it, could be more of it."""
    lines = _lines(text)
    if any(_is_cut(lines, start, end) for start, end in _runs(lines, wanted)):
        return True
    beside = ((words, run) for line in text.splitlines() for words in [line.split()] for run in _runs(words, wanted))
    return any(
        _is_one_figure("".join(words[start - 1 : start]), wanted) or _is_one_figure(wanted, "".join(words[end : end + 1]))
        for words, (start, end) in beside
    )


def _is_one_figure(before: str, after: str) -> bool:
    return before[-1:] in _OF_FIGURES and after[:1] in _OF_FIGURES and is_value(before + after)


def _covers(cells: Sequence[Cell], box: Box) -> bool:
    """The middle of the box is inside one of the cells."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(own and own[0] <= x <= own[2] and own[1] <= y <= own[3] for own in (cell.place.bbox for cell in cells))


def _share(cell: Cell, box: Box) -> float:
    """How much of the smaller of the two is common to both."""
    own = cell.place.bbox
    smaller = min(_area(own), _area(box)) if own else 0.0
    return _common(own, box) / smaller if own and smaller > 0 else 0.0


def _common(one: Box, other: Box) -> float:
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    return width * height if width > 0 and height > 0 else 0.0


def _area(box: Box) -> float:
    return max(box[2] - box[0], 0.0) * max(box[3] - box[1], 0.0)


def _strips(box: Box | None) -> range:
    if box is None or not (-HIGHEST < box[1] <= box[3] < HIGHEST):
        return range(0)
    return range(int(box[1] // STRIP), int(box[3] // STRIP) + 1)
