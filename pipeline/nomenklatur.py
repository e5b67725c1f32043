"""An office's own list of official names, CSV or XLSX, as docs/nomenklatur.md describes it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from rules.nomenclature import NomenclatureError, Resmi, built_in, parsed

_HEADERS = {
    "kode": ("kode", "kode rekening", "kode nomenklatur"),
    "nama": ("nama", "nomenklatur", "uraian", "nomenklatur urusan kabupaten/kota", "nomenklatur urusan provinsi"),
    "jenjang": ("jenjang",),
    "dari_tahun": ("dari_tahun", "dari tahun"),
    "sampai_tahun": ("sampai_tahun", "sampai tahun"),
}
_NEEDED = ("kode", "nama")
_HEADER_WITHIN = 10


def official(paths: Sequence[Path]) -> tuple[Resmi, ...]:
    """The list that comes with the program, and the office's own; a bidang urusan that these hold is taken from them alone."""
    own = tuple(one for path in paths for one in read(path))
    theirs = {one.bidang for one in own}
    return (*(one for one in built_in() if one.bidang not in theirs), *own)


def refusal(paths: Sequence[Path]) -> str:
    """What is wrong with the first list that cannot be used; empty when all can."""
    try:
        official(paths)
    except NomenclatureError as error:
        return f"daftar nomenklatur tidak dapat dipakai: {error}"
    return ""


def read(path: Path) -> tuple[Resmi, ...]:
    """One list. Raises NomenclatureError with what is wrong and where."""
    try:
        rows = list(_sheet(path) if path.suffix.lower() == ".xlsx" else _csv(path))
        return parsed(_named(rows))
    except OSError as error:
        raise NomenclatureError(f"{path}: tidak dapat dibuka ({error.strerror or type(error).__name__})") from error
    except NomenclatureError as error:
        raise NomenclatureError(f"{path}: {error}") from error


def _csv(path: Path) -> Iterator[list[str]]:
    content = path.read_bytes()
    if b"\0" in content[:4096]:
        raise NomenclatureError("bukan CSV; simpanlah sebagai CSV atau XLSX")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    first = "\n".join(text.splitlines()[:_HEADER_WITHIN])
    separator = max((";", "\t", ","), key=lambda sign: (first.count(sign), sign == ","))
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    except csv.Error as error:
        raise NomenclatureError(f"bukan CSV yang terbaca ({error})") from error


def _sheet(path: Path) -> list[list[str]]:
    """The rows of the first sheet; a sheet may turn out damaged only where it is read."""
    import openpyxl

    try:
        with closing(openpyxl.load_workbook(path, read_only=True, data_only=True)) as book:
            return [["" if cell is None else str(cell) for cell in row] for row in book.worksheets[0].iter_rows(values_only=True)]
    except OSError:
        raise
    except Exception as error:
        raise NomenclatureError("bukan XLSX yang terbaca; simpanlah ulang sebagai XLSX atau CSV") from error


def _named(rows: Sequence[Sequence[str]]) -> Iterator[dict[str, str]]:
    """The rows below the header, by the names of their columns."""
    for position, row in enumerate(rows[:_HEADER_WITHIN]):
        found = _columns(row)
        if all(name in found for name in _NEEDED):
            yield from _filled(rows[position + 1 :], found)
            return
    raise NomenclatureError("tidak ada baris kepala dengan kolom kode dan nama; lihat docs/nomenklatur.md")


def _filled(rows: Iterable[Sequence[str]], found: dict[str, int]) -> Iterator[dict[str, str]]:
    for row in rows:
        named = {name: row[index] for name, index in found.items() if index < len(row)}
        if any(value.strip() for value in named.values()):
            yield named


def _columns(row: Sequence[str]) -> dict[str, int]:
    said = {" ".join(cell.casefold().split()): index for index, cell in reversed(list(enumerate(row)))}
    return {name: said[word] for name, words in _HEADERS.items() for word in reversed(words) if word in said}
