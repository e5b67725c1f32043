"""The cells behind a comparison, as the engine that read the report's tables has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extractors.model import Box, Document, Place
from rules.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Operand:
    """A cell of a table on a page; `engines` are those that may have read it (a joined table names several)."""

    page: int
    box: Box
    text: str
    engines: frozenset[str]


@dataclass(frozen=True, slots=True)
class FirstReading:
    """The cells of a document by their place."""

    cells: Mapping[Place, Operand]

    def operands(self, outcome: Outcome) -> tuple[Operand | None, ...]:
        """One for each location of an outcome: None for a sentence, a caption or a whole row, which no table engine reads."""
        return tuple(self.cells.get(location.place) for location in outcome.locations)


def first_reading(document: Document) -> FirstReading:
    """The cells of a document's tables."""
    of_page = {page.number: _names(page.engine) for page in document.pages}
    cells: dict[Place, Operand] = {}
    for table in document.tables:
        engines = _names(table.engine)
        for row in table.rows:
            for cell in row.cells:
                page, box = cell.place.page, cell.place.bbox
                if page is not None and box is not None:
                    read = engines & of_page.get(page, engines) or engines
                    cells[cell.place] = Operand(page, box, cell.text, read)
    return FirstReading(cells)


def _names(engine: str) -> frozenset[str]:
    """`pdfplumber+camelot-lattice` is pdfplumber and camelot."""
    return frozenset(name.partition("-")[0] for name in engine.split("+") if name)
