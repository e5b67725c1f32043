"""Where a piece of evidence stands."""

from __future__ import annotations

from extractors.model import Place
from extractors.record import record


@record
class Location:
    """Where a piece of evidence stands, as the findings file prints it. `text` is the cell or the whole sentence."""

    place: Place
    text: str
    table: str = ""
    row: str = ""
    column: str = ""

    def __hash__(self) -> int:
        """What tells nearly all places apart; every finding is sought by its places, so this is asked very often."""
        place = self.place
        return hash((place.page, place.line, self.text, self.row, self.column))
