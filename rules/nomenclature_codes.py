"""Printed codes of programs, kegiatan and sub kegiatan against official ones: the code of a name, and the parent that a code tells."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rules.nomenclature import PENUNJANG, Resmi, standard_kode

_WHOLE = re.compile(r"\d\.\d{2}\.\d{2}(?:\.[12]\.\d{2}(?:\.\d{2})?)?")
_SUB = re.compile(r"(?:\d{1,2}|X)\.(?:\d{2}|XX)\.\d{2}\.[12]\.\d{2}\.(\d{2}|\d{4})\.?")


def is_whole(kode: str) -> bool:
    """Whether a printed code is one of the present nomenclature from its urusan on, and no running number."""
    return bool(_WHOLE.fullmatch(standard_kode(kode)))


def bidang_of(kode: str) -> str:
    """The bidang urusan that a whole code tells; X.XX for the supporting program."""
    return ".".join(comparable(kode).split(".")[:2])


def width_of_sub(kode: str) -> int:
    """How many digits a printed code has for the sub kegiatan, 0 if it is none."""
    match = _SUB.fullmatch(re.sub(r"\s", "", kode))
    return len(match.group(1)) if match else 0


def comparable(kode: str) -> str:
    """A code with the bidang urusan of the supporting program left open, as the decree prints it, and the level of the region too."""
    parts = standard_kode(kode).split(".")
    if parts[2:3] == ["01"]:
        parts[:2] = PENUNJANG.split(".")
        if len(parts) > 3:
            parts[3] = "2"
    return ".".join(parts)


def codes_of(resmi: Iterable[Resmi]) -> frozenset[str]:
    """The codes that an official name may bear."""
    return frozenset(comparable(one.kode) for one in resmi)


def above(one: str, other: str) -> bool:
    """Whether the second code stands below the first."""
    return other.startswith(f"{one}.")
