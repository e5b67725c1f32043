"""What the address of a page asks to see, and the addresses of its links: everything that is chosen stands in them, nothing in memory."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

ALL, OPEN, DECIDED = "semua", "terbuka", "selesai"
SHOWN = (ALL, OPEN, DECIDED)
_LONGEST = 200
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Wish:
    """A view of a report: which finding, which page (of a text file: around which line), which of its places, which of the list.

    `done` is the finding that was decided, or undone, just now; `along`: with the others of its cause.
    """

    finding: str = ""
    page: int | None = None
    place: int = 1
    search: str = ""
    shown: str = ALL
    done: str = ""
    along: bool = False

    def of(self, finding: str) -> str:
        """The address of a finding; its page is that on which it stands."""
        return replace(self, finding=finding, page=None, place=1, done="").link

    def at(self, page: int) -> str:
        """The address of a page beside the same finding."""
        return replace(self, page=page, done="").link

    def on(self, place: int) -> str:
        """The address of another place of the same finding, to correct what was read there."""
        return replace(self, place=place, done="").link

    def listing(self, shown: str) -> str:
        """The address of another choice of findings."""
        return replace(self, shown=shown, done="").link

    @property
    def link(self) -> str:
        """This view as the end of an address."""
        said = {
            "temuan": self.finding,
            "hal": "" if self.page is None else str(self.page),
            "letak": str(self.place) if self.place > 1 else "",
            "cari": self.search,
            "tampil": self.shown if self.shown != ALL else "",
            "diputus": self.done,
            "serta": "1" if self.done and self.along else "",
        }
        return f"?{urlencode({name: value for name, value in said.items() if value}, errors='replace')}"


def wish_of(asked: Mapping[str, str]) -> Wish:
    """What an address, or a form, asks for; nonsense asks for nothing."""
    shown = asked.get("tampil", ALL)
    return Wish(
        finding=asked.get("temuan", "")[:_LONGEST],
        page=_number(asked.get("hal", "")),
        place=_number(asked.get("letak", "")) or 1,
        search=asked.get("cari", "")[:_LONGEST],
        shown=shown if shown in SHOWN else ALL,
        done=asked.get("diputus", "")[:_LONGEST],
        along="serta" in asked,
    )


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else None
