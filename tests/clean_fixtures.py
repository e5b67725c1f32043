"""Small made-up reports as facts, for the tests of the store and of the gates."""

from __future__ import annotations

import dataclasses
from decimal import Decimal

from extractors.model import Document, Page, PageKind, Place
from pipeline.gates import OutcomeBatch
from rules.exact import Interval
from rules.facts import (
    Band,
    Baris,
    Column,
    Fact,
    Identity,
    Jenis,
    Location,
    Measure,
    Mention,
    Peran,
    ReportView,
    Skala,
    Stated,
    Susunan,
    Tabel,
)
from rules.outcome import Outcome, Verdict
from rules.quantity import Hole, Number, Quantity, Unreadable

SHA = "ab" * 32
COVER = Location(Place(page=1), "LAPORAN KINERJA DINAS SOSIAL")

PAGU = Column(3, "Anggaran > Pagu (Rp)", Measure.PAGU, 2023, unit="Rp")
REALISASI = Column(4, "Anggaran > Realisasi (Rp)", Measure.REALISASI, 2023, unit="Rp")
SERAPAN = Column(5, "Anggaran > %", Measure.SERAPAN, 2023, unit="%", explicit=False)
TARGET = Column(2, "Target", Measure.TARGET, 2023)
PREDIKAT = Column(5, "Predikat", Measure.PREDIKAT, 2023)


def place(line: int, page: int = 7) -> Place:
    """A cell of page 7, twelve points a line."""
    return Place(page=page, bbox=(72.0, 12.0 * line, 144.5, 12.0 * line + 10))


def number(text: str, unit: str = "Rp") -> Quantity:
    """`1.234,56` as it is read."""
    value = Decimal(text.replace(".", "").replace(",", "."))
    decimals = len(text.partition(",")[2])
    return Quantity(value, decimals, decimals, unit, text)


def hole(text: str = "-", reason: Hole = Hole.STRIP) -> Unreadable:
    return Unreadable(text, reason)


def fact(column: Column, value: Number, line: int = 10, label: str = "") -> Fact:
    where = Location(place(line), value.text, "Tabel 3.1", "baris", column.header)
    return Fact(column.measure, value, column, where, column.year, label)


def baris(index: int, name: str, *facts: Fact, kode: str = "", parent: int | None = None) -> Baris:
    level = 0 if parent is None else 1
    return Baris(index, name, facts, Location(place(10 + index), name), kode, name.casefold(), level, parent, source_row=index)


def budget_table(*rows: Baris, key: str = "t1") -> Tabel:
    columns = (PAGU, REALISASI, SERAPAN)
    where = Location(place(9), "Tabel 3.1 Realisasi Anggaran")
    judul = "Realisasi Anggaran"
    return Tabel(key, "3.1", judul, Jenis.REALISASI_ANGGARAN, columns, rows, where, 4, Susunan.KODE, 2023, "pdfplumber")


def target_table(*rows: Baris, key: str = "t2") -> Tabel:
    where = Location(place(30), "Tabel 3.2 Capaian Kinerja")
    return Tabel(key, "3.2", "Capaian Kinerja", Jenis.CAPAIAN, (TARGET, PREDIKAT), rows, where, 9, Susunan.DATAR, 2023, "pdfplumber")


def usual_rows() -> tuple[Baris, ...]:
    """A program with two kegiatan, one of which has a dash, and a banner without figures."""
    return (
        baris(0, "PROGRAM REHABILITASI SOSIAL", fact(PAGU, number("1.500.000")), fact(REALISASI, number("1.400.000,50")), kode="1.06.04"),
        baris(1, "Kegiatan Satu", fact(PAGU, number("1.000.000")), fact(SERAPAN, number("98,42", "%")), kode="1.06.04.2.01", parent=0),
        baris(2, "Kegiatan Dua", fact(PAGU, number("500.000")), fact(REALISASI, hole()), kode="1.06.04.2.02", parent=0),
        Baris(3, "Catatan", (), Location(place(13), "Catatan"), peran=Peran.JUDUL, source_row=3),
    )


def usual_indicators() -> tuple[Baris, ...]:
    label = fact(PREDIKAT, hole("Sangat Tinggi", Hole.BUKAN_ANGKA), label="Sangat Tinggi")
    return (baris(0, "Persentase PMKS yang mandiri", fact(TARGET, number("55", "%")), label, kode="1."),)


def scale() -> Skala:
    band = Band("Sangat Tinggi", Interval(Decimal("90.1"), Decimal(100), low_open=True), Location(place(40), "> 90,1 - 100"))
    return Skala("s1", "Permendagri 86/2017", (band,), band.location)


def mention() -> Mention:
    sentence = "Pagu sebesar Rp1.500.000 (satu juta lima ratus ribu rupiah) terealisasi baik."
    return Mention(Measure.PAGU, number("1.500.000"), Location(place(50), sentence), 1, "program rehabilitasi sosial", year=2023)


def report(name: str = "dinsos.pdf", tables: tuple[Tabel, ...] | None = None) -> tuple[Document, ReportView]:
    """A whole report; other tables than the usual two can be given."""
    pages = (Page(1, 595.0, 842.0, PageKind.DIGITAL, 1200), Page(2, 595.0, 842.0, PageKind.SCAN))
    document = Document(name, SHA, "pdf", pages, ())
    identity = Identity(Stated("Dinas Sosial", COVER), Stated("Kabupaten Contoh", COVER), 2023, COVER, Stated("LKjIP", None))
    usual = (budget_table(*usual_rows()), target_table(*usual_indicators()))
    return document, ReportView(name, identity, usual if tables is None else tables, (scale(),), (mention(),))


def outcome(rule: str, verdict: Verdict = Verdict.LOLOS, line: int = 10) -> Outcome:
    """An outcome with what its verdict asks for."""
    where = (Location(place(line), "1.500.000", "Tabel 3.1"),)
    message = "Jumlah anak tidak sama dengan induk." if verdict == Verdict.TEMUAN else ""
    reason = "ada lubang" if verdict == Verdict.TAK_DIPERIKSA else ""
    return Outcome(rule, verdict, "1.500.000", "1.500.000", where, message=message, reason=reason)


def several(row: Baris) -> tuple[Baris, ...]:
    """Eight rows of the kind: more than may be odd."""
    return tuple(dataclasses.replace(row, index=index) for index in range(8))


def batch(**changes: object) -> OutcomeBatch:
    """Two rules on one report, one finding."""
    outcomes = (("a.pdf", outcome("JM01")), ("a.pdf", outcome("JM01", Verdict.TEMUAN, 11)))
    whole = OutcomeBatch(outcomes, ("JM01", "SS01"), ("a.pdf",), (("a.pdf", "JM01"), ("a.pdf", "SS01")), ("f1",))
    return dataclasses.replace(whole, **changes)  # type: ignore[arg-type]
