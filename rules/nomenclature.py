"""Official names of program, kegiatan and sub kegiatan: what a list of them is, and the list that comes with the program."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from rules.reference import load

BASIS = "Permendagri 90/2019 dan pemutakhirannya (Kepmendagri 050-5889/2021, 900.1.15.5-1317/2023)"

FIRST_YEAR = 2021
"""The first APBD under Permendagri 90/2019; before it the names of Permendagri 13/2006 held, which no list of ours has."""

LAST_YEAR = 9999

PENUNJANG = "X.XX"
"""What stands in the code for the bidang urusan of every agency: the supporting program is the same for all."""

PROGRAM, KEGIATAN, SUB_KEGIATAN = "program", "kegiatan", "sub_kegiatan"
KABUPATEN, PROVINSI, UMUM = "kab/kota", "provinsi", "umum"

_KODE = re.compile(r"(?:\d|X)\.(?:\d{2}|XX)\.\d{2}(?:\.[12]\.\d{2}(?:\.(?:\d{2}|\d{4}))?)?")
_LEVELS = {3: PROGRAM, 5: KEGIATAN, 6: SUB_KEGIATAN}
_TINGKAT = {"1": PROVINSI, "2": KABUPATEN}
_FROM_MEMORY = "yakin=rendah"


class NomenclatureError(ValueError):
    """A list of official names cannot be used; the message says what is wrong with it, for who made the list."""


@dataclass(frozen=True, slots=True)
class Resmi:
    """One official name. `kode` has two digits for the sub kegiatan, whatever the decree prints; `tingkat` is whose name it is."""

    kode: str
    nama: str
    level: str
    tingkat: str
    dari: int = FIRST_YEAR
    sampai: int = LAST_YEAR

    @property
    def bidang(self) -> str:
        """The bidang urusan, `1.06`; X.XX for the supporting program."""
        return ".".join(self.kode.split(".")[:2])

    @property
    def penunjang(self) -> bool:
        """Whether it belongs to the program that every agency has."""
        return self.kode.split(".")[2] == "01"

    def holds(self, year: int) -> bool:
        """Whether the name is valid in the year of a report."""
        return self.dari <= year <= self.sampai


@cache
def built_in() -> tuple[Resmi, ...]:
    """The list that comes with the program: bidang Sosial and the supporting program. What was told from memory only is left out."""
    rows = (row for row in load.rows("nomenklatur_sosial") if _FROM_MEMORY not in row["sumber"])
    return parsed({"kode": row["kode"], "nama": row["nama"], "jenjang": row["jenjang"]} for row in rows)


def parsed(rows: Iterable[Mapping[str, str]]) -> tuple[Resmi, ...]:
    """A list from its rows; codes of urusan and bidang (`1`, `1.06`) and empty rows are passed over."""
    found: list[Resmi] = []
    for number, row in enumerate(rows, start=1):
        kode, nama = standard_kode(row.get("kode", "")), " ".join(row.get("nama", "").split())
        if kode.count(".") < 2 and re.fullmatch(r"[\dX.]*", kode):
            continue
        if not _KODE.fullmatch(kode):
            form = "1.06.02, 1.06.02.2.01 atau 1.06.02.2.01.0001"
            raise NomenclatureError(f"baris data ke-{number}: kode {row.get('kode', '')!r} tidak berbentuk {form}")
        if not nama:
            raise NomenclatureError(f"baris data ke-{number}: kode {kode} tidak mempunyai nama")
        parts = kode.split(".")
        tingkat = row.get("jenjang", "").strip() or (_TINGKAT[parts[3]] if len(parts) > 3 else UMUM)
        dari, sampai = _year(row, "dari_tahun", FIRST_YEAR), _year(row, "sampai_tahun", LAST_YEAR)
        found.append(Resmi(kode, nama, _LEVELS[len(parts)], tingkat, dari, sampai))
    if not found:
        raise NomenclatureError("tidak ada satu pun baris dengan kode program, kegiatan atau sub kegiatan")
    return tuple(found)


def _year(row: Mapping[str, str], name: str, default: int) -> int:
    text = row.get(name, "").strip()
    if text and not re.fullmatch(r"20\d\d", text):
        raise NomenclatureError(f"kolom {name}: {text!r} bukan tahun")
    return int(text) if text else default


def standard_kode(kode: str) -> str:
    """A code as it is compared: no spaces, no zero before the urusan, sub kegiatan in two digits (`0001` is `01`)."""
    parts = re.sub(r"\s", "", kode).strip(".").upper().split(".")
    parts[0] = parts[0].lstrip("0") or parts[0]
    if len(parts) == 6 and len(parts[5]) == 4 and parts[5].startswith("00"):
        parts[5] = parts[5][2:]
    return ".".join(parts)
