"""What clean data and a run's outcomes must be, as data: one record an expectation, in words and in terms that a machine checks.

What the pipeline itself promises (keys, places, closed sets) must hold in every row. What reports print (codes, percentages, dashes)
may be odd now and then: there the expectation holds for most rows, and a few may always be odd, so that a faulty report is no failed
gate.
Columns that begin with `cek_` are made for the check: null where all is well, else what is wrong.
"""

from __future__ import annotations

import hashlib
from dataclasses import astuple, dataclass
from enum import StrEnum

from pipeline import schema
from pipeline.schema import Schema
from rules.facts import Jenis, Measure, Peran, Susunan
from rules.outcome import Severity, Verdict
from rules.quantity import Hole


class Form(StrEnum):
    """The kinds of expectation used: all of them null, set, regex, order and count checks, none of them arithmetic."""

    EMPTY = "kosong"
    UNIQUE = "unik"
    ONE_OF = "salah satu"
    PATTERN = "pola"
    BETWEEN = "di antara"
    SHARE = "bagian terisi"


@dataclass(frozen=True, slots=True)
class Check:
    """One expectation. `says` completes the sentence "tabel T, kolom C: ..."; `mostly` is the least share of rows, in per cent."""

    table: str
    form: Form
    columns: tuple[str, ...]
    says: str
    allowed: tuple[str, ...] = ()
    pattern: str = ""
    low: int | None = None
    high: int | None = None
    mostly: int = 100


CODE = (
    r"^(?:"
    r"(?:[0-9]{1,4}|[Xx]{1,2})(?:\.(?:[0-9]{1,4}|[Xx]{1,2}))*(?:\.?[a-z])?"  # 1.06.04.2.01.0001, X.XX.01, 1.2.3, 2a
    r"|[IVXLC]{1,7}(?:\.[0-9A-Za-z]{1,4})*"  # IV, II.1
    r"|[A-Za-z](?:\.?[0-9]{1,4})*"  # A, b, A.1
    r")[.)]?$"
)
WHOLE_NUMBER = r"^-?[0-9]+(?:\.[0-9]+)?$"
FIRST_YEAR, LAST_YEAR = 1990, 2100
DEEPEST_LEVEL = 9
# `2,5 triliun` is printed to the hundred thousand million: fewer than none.
FEWEST_DECIMALS, MOST_DECIMALS = -15, 20
# Overspent lines have a negative rest, and a bad year of a negative indicator a negative capaian.
PERCENT = 100_000

PLACED = (schema.TABLES, schema.ROWS, schema.BUDGET_LINES, schema.INDICATORS, schema.SCALES, schema.MENTIONS)
FACTS = (schema.BUDGET_LINES, schema.INDICATORS)
# Table columns that are wider than their rows, multi-year blocks and blank targets are usual for indicators; amounts are mostly there.
FILLED_SHARE = {schema.BUDGET_LINES.name: 50, schema.INDICATORS.name: 30}
FACT_MEASURES = {
    schema.BUDGET_LINES.name: (*schema.BUDGET_MEASURES, *schema.OPEN_MEASURES),
    schema.INDICATORS.name: tuple(measure for measure in Measure if measure not in schema.BUDGET_MEASURES),
}

FEW = 3
"""So many odd rows are no failure where an expectation holds for most rows only."""

ENOUGH = 20
"""A share of fewer rows says nothing."""

OUTCOMES, COVERAGE, FINDINGS = "outcomes", "coverage", "findings"


def clean_checks() -> tuple[Check, ...]:
    """What the clean tables must be."""
    return (
        *(check for table in schema.SCHEMAS for check in _of_every_table(table)),
        *(_empty(table, "cek_tempat", "setiap baris punya halaman, baris, atau bagian") for table in PLACED),
        *_of_documents_and_tables(),
        *_of_rows(),
        *(check for table in FACTS for check in _of_facts(table)),
        *_of_scales_and_mentions(),
    )


def outcome_checks(rules: tuple[str, ...]) -> tuple[Check, ...]:
    """What the outcomes of a run must be: every rule on every report, every comparison once, every verdict with what it needs."""
    return (
        Check(OUTCOMES, Form.UNIQUE, ("key",), "satu perbandingan atas sel yang diketahui tempatnya dicatat satu kali"),
        Check(OUTCOMES, Form.ONE_OF, ("verdict",), "salah satu putusan yang dikenal", _values(Verdict)),
        Check(OUTCOMES, Form.ONE_OF, ("rule",), "aturan yang dijalankan", rules),
        Check(OUTCOMES, Form.ONE_OF, ("severity",), "salah satu bobot yang dikenal", _values(Severity)),
        Check(OUTCOMES, Form.EMPTY, ("cek_dokumen",), "laporan yang diperiksa"),
        Check(OUTCOMES, Form.EMPTY, ("cek_putusan",), "temuan punya pesan, yang tak diperiksa punya alasan"),
        Check(COVERAGE, Form.UNIQUE, ("document",), "setiap laporan satu kali"),
        Check(COVERAGE, Form.EMPTY, ("cek_belum",), "setiap aturan dijalankan pada setiap laporan"),
        Check(COVERAGE, Form.EMPTY, ("cek_asing",), "tidak ada aturan atau laporan di luar yang diminta, dan tidak ada yang dua kali"),
        Check(FINDINGS, Form.UNIQUE, ("id",), "setiap temuan punya kunci sendiri"),
        Check(FINDINGS, Form.PATTERN, ("id",), "kunci temuan tidak kosong", pattern=r"\S"),
    )


def digest(checks: tuple[Check, ...]) -> str:
    """What tells one suite from another."""
    return hashlib.sha256("\n".join(repr(astuple(check)) for check in checks).encode()).hexdigest()


def _of_every_table(table: Schema) -> tuple[Check, ...]:
    own = (
        Check(table.name, Form.UNIQUE, table.key, "kunci baris tidak berulang"),
        _empty(table, "cek_wajib", "kolom wajib terisi"),
    )
    return own if table is schema.DOCUMENTS else (*own, _empty(table, "cek_dokumen", "laporannya ada di tabel documents"))


def _of_documents_and_tables() -> tuple[Check, ...]:
    documents, tables = schema.DOCUMENTS, schema.TABLES
    return (
        Check(documents.name, Form.PATTERN, ("sha256",), "sidik 64 angka heksadesimal", pattern=r"^[0-9a-f]{64}$"),
        Check(documents.name, Form.BETWEEN, ("pages",), "banyaknya halaman masuk akal", low=0, high=100_000),
        _year(documents),
        Check(tables.name, Form.UNIQUE, ("document", "position"), "urutan baca tidak berulang"),
        Check(tables.name, Form.ONE_OF, ("jenis",), "salah satu jenis tabel yang dikenal", _values(Jenis)),
        Check(tables.name, Form.ONE_OF, ("susunan",), "salah satu susunan yang dikenal", _values(Susunan)),
        _year(tables),
    )


def _of_rows() -> tuple[Check, ...]:
    rows = schema.ROWS
    return (
        _empty(rows, "cek_tabel", "tabelnya ada di tabel tables"),
        _empty(rows, "cek_induk", "baris induknya ada di tabel yang sama, dan bukan dirinya sendiri"),
        Check(rows.name, Form.ONE_OF, ("peran",), "salah satu peran yang dikenal", _values(Peran)),
        Check(rows.name, Form.BETWEEN, ("level",), f"tingkat 0 sampai {DEEPEST_LEVEL}", low=0, high=DEEPEST_LEVEL),
        Check(rows.name, Form.PATTERN, ("kode",), "kode Permendagri 90 atau nomor urut", pattern=CODE, mostly=90),
    )


def _of_facts(table: Schema) -> tuple[Check, ...]:
    name, share = table.name, FILLED_SHARE[table.name]
    return (
        _empty(table, "cek_baris", "barisnya ada di tabel rows"),
        Check(name, Form.UNIQUE, ("document", "table", "row", "column", "measure"), "satu sel dibaca satu kali untuk satu ukuran"),
        Check(name, Form.ONE_OF, ("measure",), "salah satu ukuran tabel ini", tuple(m.value for m in FACT_MEASURES[name])),
        Check(name, Form.ONE_OF, ("variant",), "murni atau perubahan", ("murni", "perubahan")),
        Check(name, Form.ONE_OF, ("hole",), "salah satu alasan yang dikenal", _values(Hole)),
        _empty(table, "cek_isi", "angka atau tulisan, atau alasan mengapa tidak ada"),
        _empty(table, "cek_satuan", "satuan sesuai ukuran: Rp untuk jumlah uang, % untuk persentase", mostly=95),
        Check(name, Form.PATTERN, ("value_text",), "bilangan dengan titik desimal", pattern=WHOLE_NUMBER),
        Check(name, Form.BETWEEN, ("decimals",), "banyaknya desimal masuk akal", low=FEWEST_DECIMALS, high=MOST_DECIMALS),
        _empty(table, "note", "angka muat dalam kolom value", mostly=99),
        _percent(table),
        _year(table),
        Check(name, Form.SHARE, ("isi",), f"sedikitnya {share} % isian bukan lubang", low=share),
    )


def _of_scales_and_mentions() -> tuple[Check, ...]:
    scales, mentions = schema.SCALES, schema.MENTIONS
    return (
        _empty(scales, "cek_tabel", "tabelnya, bila disebut, ada di tabel tables"),
        Check(scales.name, Form.PATTERN, ("low_text",), "bilangan dengan titik desimal", pattern=WHOLE_NUMBER),
        Check(scales.name, Form.PATTERN, ("high_text",), "bilangan dengan titik desimal", pattern=WHOLE_NUMBER),
        Check(mentions.name, Form.ONE_OF, ("measure",), "salah satu ukuran yang dikenal", _values(Measure)),
        Check(mentions.name, Form.PATTERN, ("value_text",), "bilangan dengan titik desimal", pattern=WHOLE_NUMBER),
        _empty(mentions, "cek_satuan", "satuan sesuai ukuran: Rp untuk jumlah uang, % untuk persentase", mostly=90),
        _percent(mentions),
        _year(mentions, mostly=95),
    )


def _empty(table: Schema, column: str, says: str, mostly: int = 100) -> Check:
    return Check(table.name, Form.EMPTY, (column,), says, mostly=mostly)


def _percent(table: Schema) -> Check:
    says = f"persentase antara {-PERCENT} dan {PERCENT}, bagian bulatnya"
    return Check(table.name, Form.BETWEEN, ("persen",), says, low=-PERCENT, high=PERCENT, mostly=95)


def _year(table: Schema, mostly: int = 100) -> Check:
    says = f"tahun {FIRST_YEAR} sampai {LAST_YEAR}"
    return Check(table.name, Form.BETWEEN, ("year",), says, low=FIRST_YEAR, high=LAST_YEAR, mostly=mostly)


def _values(words: type[StrEnum]) -> tuple[str, ...]:
    return tuple(word.value for word in words)
