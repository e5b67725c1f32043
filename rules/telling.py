"""How tables and rows are named in a sentence."""

from __future__ import annotations

import re

from rules.facts import Baris, Tabel
from rules.rows import named

LONGEST_TITLE = 60

_BULLET = re.compile(r"^[^\w(]+")


def table_name(tabel: Tabel) -> str:
    """A table in few words: its number, else the beginning of its title."""
    if tabel.nomor:
        return f"Tabel {tabel.nomor}"
    title = tabel.judul if len(tabel.judul) <= LONGEST_TITLE else f"{tabel.judul[:LONGEST_TITLE].rsplit(' ', 1)[0]} …"
    return f"tabel “{title}”" if title else "tabel tanpa judul"


def row_name(baris: Baris) -> str:
    """A row without the number that only counts it; codes such as 1.2 stay."""
    full = baris.name if baris.name and baris.kode.rstrip(".)").isdigit() else named(baris)
    return _BULLET.sub("", full) or full


def shortened(name: str) -> str:
    """A name in quotation marks, cut off behind a word where it is long."""
    plain = " ".join(name.split())
    return f"“{plain}”" if len(plain) <= LONGEST_TITLE else f"“{plain[:LONGEST_TITLE].rsplit(' ', 1)[0]} …”"
