"""Which row is part of which: program, kegiatan, sub kegiatan.

Evidence in this order: official codes and running numbers, how a name begins or is set, the level that the same name
has elsewhere, the order of rows. Arithmetic only confirms: an unmarked row becomes a parent when the rows below it sum
to it exactly, and a layout whose sums mostly fail is called unproven (`Susunan.KIRA`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from extractors.record import record
from pipeline.normalize.names import key
from rules.exact import EXACT, ZERO, total
from rules.facts import Susunan

ROUND = Decimal(1_000_000)
"""An amount that is a multiple of this is round: that others sum to it may be chance."""

_ROMAN = re.compile(r"[IVX]{1,5}")
_DOTTED = re.compile(r"\d{1,2}(?:[.\s]\d{1,4})+")
_ARABIC = re.compile(r"\d{1,3}")
_UPPER = re.compile(r"[A-Z]")
_LOWER = re.compile(r"[a-z]|-|•|–")


@record
class Item:
    """A row as far as its level goes. `amounts` holds one value per amount column, None for a hole."""

    name: str
    kode: str
    amounts: tuple[Decimal | None, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """The level and parent (an index, or None at the top) of each item, and how they were found."""

    levels: tuple[int, ...]
    parents: tuple[int | None, ...]
    susunan: Susunan


@dataclass(slots=True)
class _Node:
    index: int
    level: int | None
    children: list[_Node] = field(default_factory=list)


def layout(items: Sequence[Item], known: Mapping[str, frozenset[int]]) -> Layout:
    """The layout of a table's rows. `known` tells the levels (0 program, 1 kegiatan, 2 sub kegiatan) names have elsewhere."""
    coded = _levels_by_code(items)
    if coded is not None:
        susunan = Susunan.DATAR if len(set(coded)) == 1 else Susunan.NOMOR
        if susunan == Susunan.NOMOR and all(_is_official(item.kode) for item in items):
            susunan = Susunan.KODE
        return Layout(tuple(coded), _parents_by_level(coded), susunan)
    cues = _levels_by_name(items, known)
    if not any(cue is not None for cue in cues):
        cues = _levels_by_gaps(items)
    if len({cue for cue in cues if cue is not None}) <= 1 and None not in cues:
        return flat(len(items))
    return _tree(items, cues)


def flat(count: int) -> Layout:
    """A list of so many rows without levels."""
    return Layout((0,) * count, (None,) * count, Susunan.DATAR)


def _is_official(kode: str) -> bool:
    return bool(re.fullmatch(r"(?:\d|X)\.(?:\d{2}|XX)(?:\.\d{2}(?:\.\d(?:\.\d{2}(?:\.\d{2,4})?)?)?)?", kode))


def _levels_by_code(items: Sequence[Item]) -> list[int] | None:
    """Levels by official codes or running numbers, when every row has one; None otherwise."""
    codes = [item.kode.strip().rstrip(".)") for item in items]
    if not codes or not all(codes):
        return None
    if any(_DOTTED.fullmatch(code) for code in codes):
        depths = [_dots(code) for code in codes]
        if None in depths:
            return None
        ranks = {depth: rank for rank, depth in enumerate(sorted({d for d in depths if d is not None}))}
        return [ranks[d] for d in depths if d is not None]
    styles = [_style(code) for code in codes]
    if "" in styles:
        return None
    order = list(dict.fromkeys(styles))
    return [order.index(style) for style in styles] if _restarts(codes, styles, order) else None


def _dots(code: str) -> int | None:
    if _DOTTED.fullmatch(code):
        return len(re.split(r"[.\s]", code)) - 1
    return 0 if _ROMAN.fullmatch(code) or _ARABIC.fullmatch(code) or _UPPER.fullmatch(code) else None


def _style(code: str) -> str:
    styles = (("roman", _ROMAN), ("arabic", _ARABIC), ("upper", _UPPER), ("lower", _LOWER))
    return next((name for name, pattern in styles if pattern.fullmatch(code)), "")


def _restarts(codes: Sequence[str], styles: Sequence[str], order: Sequence[str]) -> bool:
    """Whether the number styles nest: the table begins with the outermost, and inner numbers begin anew under it."""
    return styles[0] == order[0] and (len(order) == 1 or codes[styles.index(order[1])] in ("1", "A", "a", "I", "-"))


def _levels_by_name(items: Sequence[Item], known: Mapping[str, frozenset[int]]) -> list[int | None]:
    cues: list[int | None] = []
    seen: set[tuple[int, str]] = set()
    capitals_stand_out = not all(item.name.isupper() for item in items)
    for item in items:
        cue = _cue_of(item, known.get(key(item.name), frozenset()), cues[-1] if cues else None, seen)
        if cue is None and capitals_stand_out and item.name.isupper() and " " in item.name:
            cue = 0
        if cue is not None:
            seen.add((cue, key(item.name)))
        cues.append(cue)
    return cues


def _cue_of(item: Item, levels: frozenset[int], before: int | None, seen: set[tuple[int, str]]) -> int | None:
    word = item.name.casefold().split()
    if word[:1] == ["program"]:
        return 0
    if word[:2] == ["sub", "kegiatan"]:
        return 2
    if word[:1] == ["kegiatan"]:
        return 1
    if len(levels) <= 1:
        return next(iter(levels), None)
    # One name for a kegiatan and for its sub kegiatan: the outer one comes first.
    outer = min(levels)
    return outer if before is None or before < outer or (outer, key(item.name)) not in seen else max(levels)


def _levels_by_gaps(items: Sequence[Item]) -> list[int | None]:
    """Rows 1, 2, 3 ... with unnumbered rows between them: those are parts of the numbered one."""
    codes = [item.kode.strip().rstrip(".)") for item in items]
    numbers = [int(code) for code in codes if _ARABIC.fullmatch(code)]
    runs = len(numbers) >= 2 and numbers == list(range(1, len(numbers) + 1)) and bool(codes[0])
    if runs and len(numbers) < len(items) and all(not c or _ARABIC.fullmatch(c) or _LOWER.fullmatch(c) for c in codes):
        return [0 if _ARABIC.fullmatch(code) else 1 for code in codes]
    return [None] * len(items)


def _parents_by_level(levels: Sequence[int]) -> tuple[int | None, ...]:
    parents: list[int | None] = []
    stack: list[int] = []
    for index, level in enumerate(levels):
        while stack and levels[stack[-1]] >= level:
            stack.pop()
        parents.append(stack[-1] if stack else None)
        stack.append(index)
    return tuple(parents)


def _tree(items: Sequence[Item], cues: Sequence[int | None]) -> Layout:
    """Rows gathered under their parents from the last to the first: by level where it is known, else by an exact sum."""
    right: list[_Node] = []
    for index in range(len(items) - 1, -1, -1):
        node = _Node(index, cues[index])
        count = _cued_count(node, right) if node.level is not None else _summed_count(items, node, right)
        node.children = _without_orphans(items, node, right[:count])
        right = [node, *right[len(node.children) :]]
    levels: dict[int, int] = {}
    parents: dict[int, int | None] = {}
    for node in right:
        _place(node, None, levels, parents)
    found_by_sum = any(cue is None for cue in cues)
    susunan = Susunan.HITUNGAN if found_by_sum else Susunan.NAMA
    order = range(len(items))
    result = Layout(tuple(levels[i] for i in order), tuple(parents[i] for i in order), susunan)
    if _mostly_foots(items, result):
        return result
    # Programs and rows of another kind beside them (Belanja Tidak Langsung) are a list, unless the sums say otherwise.
    one_level = len({cue for cue in cues if cue is not None}) <= 1
    return flat(len(items)) if one_level else Layout(result.levels, result.parents, Susunan.KIRA)


def _cued_count(node: _Node, right: Sequence[_Node]) -> int:
    """How many of the nodes to the right are below a node of known level: those before the next one as high."""
    level = node.level if node.level is not None else 0
    for count, other in enumerate(right):
        if other.level is not None and other.level <= level:
            return count
        if level >= 2:
            return 0
    return len(right)


def _summed_count(items: Sequence[Item], node: _Node, right: Sequence[_Node]) -> int:
    """How many of the next nodes sum to an unmarked row, exactly and in each of its amount columns.

    One column alone proves nothing where the amounts are round: 1.500.000.000 and 500.000.000 below 2.000.000.000 are
    three kegiatan of one list as well.
    """
    amounts = items[node.index].amounts
    known = [column for column, amount in enumerate(amounts) if amount]
    if not known or (len(known) == 1 and EXACT.remainder(amounts[known[0]] or ZERO, ROUND) == 0):
        return 0
    for count in range(1, len(right) + 1):
        if right[count - 1].level == 0:
            return 0
        verdict = [_compared(items, node.index, [n.index for n in right[:count]], column) for column in known]
        if None in verdict or any(gap is not None and gap > 0 for gap in verdict):
            return 0
        if all(gap == 0 for gap in verdict):
            return count
    return 0


def _compared(items: Sequence[Item], parent: int, children: Sequence[int], column: int) -> Decimal | None:
    """By how much the rows exceed the parent in one column; None when one of them is a hole."""
    amount, parts = items[parent].amounts[column], [items[child].amounts[column] for child in children]
    if amount is None or None in parts:
        return None
    return total([EXACT.minus(amount), *(part for part in parts if part is not None)])


def _without_orphans(items: Sequence[Item], node: _Node, children: list[_Node]) -> list[_Node]:
    """The children up to the point where they sum exactly to the parent: rows after it belong to a parent that is not printed."""
    if _foots(items, node.index, [c.index for c in children]):
        return children
    for count in range(len(children) - 1, 0, -1):
        rest = children[count]
        if rest.children and _foots(items, node.index, [c.index for c in children[:count]]):
            return children[:count]
    return children


def _foots(items: Sequence[Item], parent: int, children: Sequence[int]) -> bool:
    """Whether some amount column of the parent is the exact sum of these rows."""
    for column, amount in enumerate(items[parent].amounts):
        parts = [items[child].amounts[column] for child in children]
        if amount is not None and parts and None not in parts and total([p for p in parts if p is not None]) == amount:
            return True
    return False


def _place(node: _Node, parent: _Node | None, levels: dict[int, int], parents: dict[int, int | None]) -> None:
    least = levels[parent.index] + 1 if parent else 0
    levels[node.index] = max(node.level or 0, least)
    parents[node.index] = parent.index if parent else None
    for child in node.children:
        _place(child, node, levels, parents)


def _mostly_foots(items: Sequence[Item], found: Layout) -> bool:
    """Whether at least half of the parents that can be checked are the sum of their rows."""
    families = [(i, [c for c, p in enumerate(found.parents) if p == i]) for i in range(len(items))]
    checkable = [(i, kids) for i, kids in families if kids and any(items[i].amounts)]
    return 2 * sum(_foots(items, i, kids) for i, kids in checkable) >= len(checkable)
