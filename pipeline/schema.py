"""The common schema of data/clean: which tables there are, what each column holds, and what a set of them is told by.

Heavy libraries stay out of here, so that the gates can tell unchanged data without starting one.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from rules.facts import Measure

DECIMAL_DIGITS = 38
DECIMAL_PLACES = 8

BUDGET_MEASURES = (Measure.PAGU, Measure.REALISASI, Measure.SISA, Measure.SERAPAN, Measure.SISA_PERSEN, Measure.FISIK)
"""What a budget line says; every other measure is an indicator's, and `jumlah` and `lain` go by what their table is about."""

OPEN_MEASURES = (Measure.JUMLAH, Measure.NILAI, Measure.PERUBAHAN, Measure.LAIN)


class Kind(StrEnum):
    """What a column holds; a missing value is null in every kind."""

    TEXT = "teks"
    NUMBER = "bilangan bulat"
    DECIMAL = f"desimal({DECIMAL_DIGITS}, {DECIMAL_PLACES})"
    FLAG = "ya/tidak"
    POINTS = "titik (1/72 inci)"


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a clean table; `meaning` is Indonesian, for docs/skema.md."""

    name: str
    kind: Kind
    meaning: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Schema:
    """One clean table: its file name without ending, what it is for, the columns that identify a row, all columns."""

    name: str
    title: str
    key: tuple[str, ...]
    fields: tuple[Field, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(field.name for field in self.fields)


def _text(name: str, meaning: str, required: bool = False) -> Field:
    return Field(name, Kind.TEXT, meaning, required)


def _number(name: str, meaning: str, required: bool = False) -> Field:
    return Field(name, Kind.NUMBER, meaning, required)


def _stated(name: str, what: str) -> tuple[Field, ...]:
    """Something that a report says of itself, and where it was read."""
    return (
        _number(name, what) if name == "year" else _text(name, what),
        _number(f"{name}_page", f"halaman tempat {what} dibaca"),
        _number(f"{name}_line", f"baris teks tempat {what} dibaca"),
        _text(f"{name}_printed", f"teks asli tempat {what} dibaca"),
    )


DOCUMENT = _text("document", "nama berkas laporan, unik dalam satu pemeriksaan", required=True)
TABLE = _text("table", "kunci tabel di dalam laporan; lihat `tables`", required=True)
ROW = _number("row", "urutan baris di dalam tabel, mulai dari 0; lihat `rows`", required=True)

PLACE = (
    _text("printed", "seluruh sel, judul, atau kalimat, persis seperti tercetak"),
    _number("page", "halaman, mulai dari 1; kosong untuk masukan teks"),
    _number("line", "baris teks, mulai dari 1; kosong untuk masukan berhalaman"),
    _text("part", "lembar atau bagian, untuk berkas perkantoran"),
    *(Field(name, Kind.POINTS, f"kotak di halaman, {side}; titik nol di kiri atas") for name, side in
      (("x0", "kiri"), ("y0", "atas"), ("x1", "kanan"), ("y1", "bawah"))),
)  # fmt: skip

SUBJECT = (
    _text("kode", "kode rekening atau nomor urut sebagaimana dibaca; teks, tidak pernah bilangan"),
    _number("level", "tingkat baris; 0 yang teratas", required=True),
    _number("parent", "`row` dari baris induk, kosong bila tidak ada"),
    _text("peran", "peran baris: rincian, total, rata_rata, judul", required=True),
    _number("group", "blok ke berapa pada tabel yang dicetak berdampingan, mulai dari 0", required=True),
    _text("name", "nama program, kegiatan, sub kegiatan, atau indikator"),
    _text("subject", "kunci yang menyatukan hal yang sama di seluruh laporan"),
    _text("context", "label di sebelah kiri yang berlaku untuk beberapa baris, terluar dahulu, dipisah ` > `"),
    _text("satuan", "satuan yang tertulis pada baris itu"),
)

QUANTITY = (
    Field("value", Kind.DECIMAL, "angka, persis; kosong bila tidak ada atau tidak muat"),
    _text("value_text", "angka yang sama sebagai teks dengan titik desimal; selalu ada bila angkanya terbaca"),
    _number("decimals", "banyaknya desimal yang tercetak; negatif bila tercetak dalam ribuan atau jutaan"),
    _number("column_decimals", "banyaknya desimal yang berlaku di kolomnya"),
    _text("unit", "`Rp`, `%`, atau satuan yang tercetak"),
    _text("quantity_printed", "angka persis seperti tercetak, atau tulisan di tempatnya"),
)

FACT = (
    DOCUMENT, TABLE, ROW,
    _number("fact", "urutan isian di dalam baris, mulai dari 0", required=True),
    *SUBJECT,
    _text("measure", "apa yang dikatakan angka itu", required=True),
    _number("column", "urutan kolom pada tabel asal, mulai dari 0", required=True),
    _text("header", "judul kolom tercetak, bertingkat, dipisah ` > `"),
    _number("year", "tahun yang dibicarakan"),
    _text("variant", "`murni` atau `perubahan`, kosong bila tidak dibedakan"),
    *QUANTITY,
    _text("label", "tulisan, untuk predikat"),
    _text("hole", "alasan bila sel tidak berisi angka"),
    _text("note", "catatan penyimpanan, misalnya angka yang tidak muat"),
    *PLACE,
)  # fmt: skip

DOCUMENTS = Schema(
    "documents", "laporan yang dibaca", ("document",),
    (
        DOCUMENT,
        _text("sha256", "sidik isi berkas", required=True),
        _text("kind", "jenis berkas", required=True),
        *_stated("agency", "nama perangkat daerah"),
        *_stated("region", "nama daerah"),
        *_stated("year", "tahun laporan"),
        *_stated("report_kind", "jenis dokumen"),
        _number("pages", "banyaknya halaman", required=True),
        _number("scan_pages", "banyaknya halaman hasil pindai", required=True),
        _number("characters", "banyaknya karakter pada lapisan teks", required=True),
        _number("tables", "banyaknya tabel", required=True),
        _number("problems", "banyaknya hal yang tidak dapat dibaca", required=True),
    ),
)  # fmt: skip

TABLES = Schema(
    "tables", "tabel yang ditemukan", ("document", "table"),
    (
        DOCUMENT, TABLE,
        _number("position", "urutan baca di dalam laporan", required=True),
        _text("nomor", "nomor tabel tercetak"),
        _text("judul", "judul tabel tercetak"),
        _text("jenis", "tentang apa tabel itu", required=True),
        _text("susunan", "dari mana tingkat barisnya diketahui", required=True),
        _number("year", "tahun tabel"),
        _text("engine", "mesin baca yang menemukannya"),
        _number("columns", "banyaknya kolom yang bermakna", required=True),
        _number("rows", "banyaknya baris", required=True),
        *PLACE,
    ),
)  # fmt: skip

ROWS = Schema(
    "rows", "baris setiap tabel, juga yang tanpa angka", ("document", "table", "row"),
    (DOCUMENT, TABLE, ROW, _number("source_row", "baris pada tabel asal, mulai dari 0", required=True), *SUBJECT, *PLACE),
)  # fmt: skip

BUDGET_LINES = Schema("budget_lines", "angka anggaran: satu baris per isian", ("document", "table", "row", "fact"), FACT)
INDICATORS = Schema("indicators", "angka dan predikat kinerja: satu baris per isian", ("document", "table", "row", "fact"), FACT)

SCALES = Schema(
    "scales", "kelas setiap skala predikat", ("document", "scale", "band"),
    (
        DOCUMENT,
        _text("scale", "kunci skala di dalam laporan", required=True),
        _number("band", "urutan kelas, mulai dari 0", required=True),
        _text("source", "dari mana skala itu"),
        Field("declared", Kind.FLAG, "apakah dinyatakan oleh laporan sendiri", required=True),
        _text("table", "kunci tabelnya, bila ada"),
        _text("label", "nama kelas", required=True),
        Field("low", Kind.DECIMAL, "batas bawah"),
        _text("low_text", "batas bawah sebagai teks", required=True),
        Field("low_open", Kind.FLAG, "apakah batas bawah sendiri tidak termasuk", required=True),
        Field("high", Kind.DECIMAL, "batas atas"),
        _text("high_text", "batas atas sebagai teks", required=True),
        Field("high_open", Kind.FLAG, "apakah batas atas sendiri tidak termasuk", required=True),
        _text("note", "catatan penyimpanan"),
        *PLACE,
    ),
)  # fmt: skip

MENTIONS = Schema(
    "mentions", "angka di dalam kalimat", ("document", "mention"),
    (
        DOCUMENT,
        _number("mention", "urutan di dalam laporan, mulai dari 0", required=True),
        _number("claim", "pengikat angka-angka dari satu pernyataan", required=True),
        _text("subject", "kunci hal yang dibicarakan, kosong bila tidak dapat dipastikan"),
        _text("subject_name", "nama hal yang dibicarakan"),
        _text("measure", "apa yang dikatakan angka itu", required=True),
        _number("year", "tahun yang dibicarakan"),
        *QUANTITY,
        _text("words", "terbilang di dalam kurung, bila ada"),
        _text("note", "catatan penyimpanan"),
        *PLACE,
    ),
)  # fmt: skip

SCHEMAS = (DOCUMENTS, TABLES, ROWS, BUDGET_LINES, INDICATORS, SCALES, MENTIONS)


def data_file(folder: Path, name: str) -> Path:
    """The Parquet file of a clean table."""
    return folder / f"{name}.parquet"


def digest_of(folder: Path) -> str:
    """What tells one clean set from another: the sha256 over its Parquet files, a missing one counted as such."""
    total = hashlib.sha256()
    for schema in SCHEMAS:
        path = data_file(folder, schema.name)
        content = hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "tidak ada"
        total.update(f"{schema.name} {content}\n".encode())
    return total.hexdigest()
