"""What several engines read of the same cells, and what a failed comparison is worth by that."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from extractors.base import ENGINES
from pipeline.audit.alignment import NOTHING, Agreement, Seen, Strips, seen
from pipeline.audit.lost_rows import lost_figures
from pipeline.audit.operands import FirstReading, Operand
from pipeline.report.text import short
from rules.outcome import Outcome, Reading, Verdict

# Who is asked first. An engine that read the cell itself is never asked.
ORDER = tuple(engine for engine in ("pdfium", "pdfplumber", "camelot") if engine in ENGINES)
# Camelot only finds the cells: their letters come from the sheet that pdfplumber reads, so that the two of them
# cannot outvote a third that reads letters of its own.
_SAME_LETTERS = frozenset({"pdfplumber", "camelot"})
_SHOWN = 2
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Opinions:
    """The readings of one document: the first one's cells by place and by page, and those of others by engine and page."""

    first: FirstReading
    pages: Mapping[int, Strips]
    read: dict[tuple[str, int], Strips] = field(default_factory=dict)
    known: dict[tuple[str, Operand], Seen] = field(default_factory=dict)


def others(operand: Operand) -> tuple[str, ...]:
    """The engines that can be asked about a cell, in order."""
    return tuple(engine for engine in ORDER if engine not in operand.engines)


def operands_by_page(first: FirstReading, outcome: Outcome) -> Mapping[int, tuple[Operand, ...]]:
    """The cells behind an outcome, by page."""
    found: dict[int, list[Operand]] = defaultdict(list)
    for operand in first.operands(outcome):
        if operand is not None:
            found[operand.page].append(operand)
    return {page: tuple(dict.fromkeys(operands)) for page, operands in found.items()}


def agrees(opinions: Opinions, engine: str, operands: Sequence[Operand]) -> bool:
    """Whether an engine reads the same in all these cells of one page, and no more of them."""
    alike = all(_seen(opinions, engine, operand).agreement == Agreement.SAME for operand in operands)
    return alike and not _lost(opinions, engine, operands)


def judged(opinions: Opinions, outcome: Outcome) -> Outcome:
    """A failed comparison with how sure its reading is; a disputed one is not checked, and says what each engine reads."""
    by_page = operands_by_page(opinions.first, outcome)
    doubts = [doubt for operands in by_page.values() for doubt in tuple(_doubts(opinions, operands)) or _more_rows(opinions, operands)]
    if doubts:
        more = f"; dan {len(doubts) - _SHOWN} sel lain" if len(doubts) > _SHOWN else ""
        reason = f"mesin baca berbeda pendapat: {'; '.join(doubts[:_SHOWN])}{more}"
        return replace(
            outcome, verdict=Verdict.TAK_DIPERIKSA, reading=Reading.DISPUTED, reason=reason, message="", severity=None, cause_hint=""
        )
    cells = opinions.first.operands(outcome)
    sure = bool(cells) and all(operand is not None and _is_confirmed(opinions, operand) for operand in cells)
    return replace(outcome, reading=Reading.CONFIRMED if sure else Reading.SINGLE)


# ------------------------------------------------------------------ one page


def _doubts(opinions: Opinions, operands: Sequence[Operand]) -> Iterator[str]:
    """What is read differently in these cells of one page, in words, unless a majority reads what the first engine does."""
    for operand in operands:
        said = [(engine, _seen(opinions, engine, operand)) for engine in others(operand)]
        against = any(other.agreement == Agreement.OTHER for _, other in said)
        if against and not _has_ally(operand, [engine for engine, other in said if other.agreement == Agreement.SAME]):
            yield _told(operand, said)


def _more_rows(opinions: Opinions, operands: Sequence[Operand]) -> Iterator[str]:
    """The same of rows among these cells that only another engine has."""
    asked = [engine for engine in others(operands[0]) if (engine, operands[0].page) in opinions.read]
    lost = {engine: figures for engine in asked if (figures := _lost(opinions, engine, operands))}
    if lost and not _has_ally(operands[0], [engine for engine in asked if agrees(opinions, engine, operands)]):
        engine, figures = next(iter(lost.items()))
        more = ", ".join(_quoted(figure) for figure in figures[:_SHOWN])
        name = "+".join(sorted(operands[0].engines))
        yield f"halaman {operands[0].page} {engine} membaca juga {more} pada kolom itu, {name} tidak"


def _has_ally(operand: Operand, alike: Sequence[str]) -> bool:
    """Some engine takes the first one's side, and has letters of its own."""
    return any(not {engine, *operand.engines} <= _SAME_LETTERS for engine in alike)


def _is_confirmed(opinions: Opinions, operand: Operand) -> bool:
    """An engine with letters of its own reads the same."""
    alike = [engine for engine in others(operand) if _seen(opinions, engine, operand).agreement == Agreement.SAME]
    return _has_ally(operand, alike)


def _seen(opinions: Opinions, engine: str, operand: Operand) -> Seen:
    """What an engine sees of a cell, worked out once."""
    key = (engine, operand)
    strips = opinions.read.get((engine, operand.page))
    if strips is None:
        return NOTHING
    if key not in opinions.known:
        opinions.known[key] = seen(operand.text, operand.box, strips)
    return opinions.known[key]


def _lost(opinions: Opinions, engine: str, operands: Sequence[Operand]) -> tuple[str, ...]:
    page = operands[0].page
    other = opinions.read.get((engine, page))
    return lost_figures(operands, opinions.pages[page], other) if other is not None and page in opinions.pages else ()


# ------------------------------------------------------------------ words


def _told(operand: Operand, said: Sequence[tuple[str, Seen]]) -> str:
    """Both readings of a cell, or all three."""
    readings = [("+".join(sorted(operand.engines)), operand.text)]
    readings += [(engine, operand.text) for engine, other in said if other.agreement == Agreement.SAME]
    readings += [(engine, other.text) for engine, other in said if other.agreement == Agreement.OTHER]
    return f"halaman {operand.page} " + ", ".join(f"{engine} membaca {_quoted(text)}" for engine, text in readings)


def _quoted(text: str) -> str:
    shown = short(" ".join(text.split()), _LONGEST)
    return f"“{shown}”" if shown else "sel kosong"
