"""A made-up report of a Dinas Sosial, as text and as pages, with its findings: what the tests of the reports show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from extractors.model import Category as Sebab
from extractors.model import Cell, Document, Page, PageKind, Place, Problem, Row, Table, TextLine
from pipeline.report.pages import ReportResult, RunResult
from rules.facts import Baris, Column, Fact, Identity, Jenis, Location, Measure, NumberFormat, ReportView, Stated, Tabel
from rules.outcome import Finding, Outcome, Severity, Verdict
from rules.quantity import RUPIAH, Hole, Quantity, Unreadable

HEADER = ("No", "Program / Kegiatan / Sub Kegiatan", "Pagu Anggaran (Rp)", "Realisasi (Rp)", "% Realisasi")
ROWS = (
    ("1", "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA", "3.120.480.500", "2.988.214.750", "95,76"),
    ("1.1", "Administrasi Keuangan Perangkat Daerah", "2.214.730.500", "2.131.905.250", "96,26"),
    ("1.1.1", "Penyediaan Gaji dan Tunjangan ASN", "2.094.380.500", "2.013.255.250", "96,13"),
    ("1.1.2", "Penyediaan Administrasi Pelaksanaan Tugas ASN", "104.016.000", "102.336.000", "98,38"),
    ("1.2", "Administrasi Umum Perangkat Daerah", "905.750.000", "856.309.500", "94,54"),
    ("1.2.1", "Penyediaan Peralatan dan Perlengkapan Kantor", "159.372.000", "150.831.000", "94,64"),
    ("1.2.2", "Penyediaan Bahan Logistik Kantor", "111.408.000", "101.378.000", "91,00"),
    ("1.2.3", "Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD", "634.970.000", "604.100.500", "95,14"),
    ("2", "PROGRAM REHABILITASI SOSIAL", "575.788.100", "566.802.100", "98,44"),
    ("2.1", "Rehabilitasi Sosial Dasar Penyandang Disabilitas Terlantar di Luar Panti Sosial", "145.652.200", "143.980.000", "98,85"),
    ("2.2", "Rehabilitasi Sosial PMKS Lainnya di Luar Panti Sosial", "430.135.900", "422.822.100", "98,30"),
    ("3", "PROGRAM PERLINDUNGAN DAN JAMINAN SOSIAL", "121.660.400", "-", ""),
    ("", "JUMLAH", "3.817.929.000", "3.676.677.250", "96,30"),
)
TITLE = "Realisasi Anggaran Dinas Sosial Tahun 2023"
SENTENCE = (
    "Sub kegiatan Penyediaan Bahan Logistik Kantor dilaksanakan dengan anggaran Rp111.408.000,- (seratus sebelas juta empat ratus "
    "delapan ribu rupiah) dan realisasi Rp101.378.000,- atau 90,10 % dengan realisasi fisik 100 %."
)
MEASURES = (Measure.LAIN, Measure.LAIN, Measure.PAGU, Measure.REALISASI, Measure.SERAPAN)
FIRST_LINE = 812


@dataclass(frozen=True, slots=True)
class Failed:
    """An outcome of a made-up rule, with what its rule would add."""

    outcome: Outcome
    family: str
    title: str
    severity: Severity = Severity.TINGGI


def table(paged: bool, rows: Sequence[Sequence[str]] = (HEADER, *ROWS)) -> Table:
    """The budget table, on line 812 and following of a text file, or on page 27 of a PDF."""

    def place(row: int, column: int | None = None) -> Place:
        if not paged:
            return Place(line=FIRST_LINE + row)
        left, right = (60.0, 540.0) if column is None else (60.0 + 96 * column, 60.0 + 96 * (column + 1))
        return Place(page=27, bbox=(left, 150.0 + 22 * row, right, 172.0 + 22 * row))

    made = tuple(Row(tuple(Cell(text, place(r, c)) for c, text in enumerate(row)), place(r)) for r, row in enumerate(rows))
    whole = replace(place(0), bbox=(60.0, 150.0, 540.0, 458.0)) if paged else place(0)
    above = Place(page=27, bbox=(60.0, 130.0, 540.0, 145.0)) if paged else Place(line=FIRST_LINE - 2)
    return Table(made, whole, f"Tabel 3.9 {TITLE}", above)


def tabel(source: Table) -> Tabel:
    """The same as facts."""
    columns = tuple(
        Column(i, text, measure, format=NumberFormat(".", ",")) for i, (text, measure) in enumerate(zip(HEADER, MEASURES, strict=True))
    )
    baris = tuple(
        Baris(
            index=r - 1,
            name=row.cells[1].text,
            facts=tuple(_fact(columns[c], row, c) for c in (2, 3, 4)),
            location=Location(row.place, row.cells[1].text, f"Tabel 3.9 {TITLE}", row.cells[1].text),
            kode=row.cells[0].text,
            source_row=r,
        )
        for r, row in enumerate(source.rows)
        if r
    )
    return Tabel("t1", "3.9", TITLE, Jenis.REALISASI_ANGGARAN, columns, baris, Location(source.caption_place or source.place, ""), 0)


def _fact(column: Column, row: Row, index: int) -> Fact:
    cell = row.cells[index]
    text = cell.text.replace(".", "").replace(",", ".")
    number = Quantity(Decimal(text), 0, 0, RUPIAH, cell.text) if text[:1].isdigit() else Unreadable(cell.text, Hole.STRIP)
    name = f"{row.cells[0].text} {row.cells[1].text}".strip()
    return Fact(column.measure, number, column, Location(cell.place, cell.text, f"Tabel 3.9 {TITLE}", name, column.header))


def at(known: Tabel, row: int, column: int) -> Location:
    """The location of a fact: row of ROWS, column of HEADER."""
    return next(fact.location for fact in known.baris[row].facts if fact.column.index == column)


def failed(known: Tabel, prose: Location) -> tuple[Failed, ...]:
    """The findings of the made-up report; the first two have one cause."""
    pagu = [at(known, row, 2) for row in (1, 2, 3)]
    return (
        Failed(
            Outcome(
                "XX01",
                Verdict.TEMUAN,
                "2.214.730.500",
                "2.198.396.500",
                tuple(pagu),
                "16.334.000",
                "2.094.380.500 + 104.016.000 = 2.198.396.500",
                "Pagu kegiatan 1.1 Administrasi Keuangan Perangkat Daerah tertulis 2.214.730.500, sedangkan jumlah 2 sub kegiatannya "
                "2.198.396.500 (selisih 16.334.000).",
                basis="aritmetika",
                cause_hint="baris hilang di 1.1",
            ),
            "jumlah_anak",
            "Jumlah anak tidak sama dengan induk",
        ),
        Failed(
            Outcome(
                "XX01",
                Verdict.TEMUAN,
                "2.131.905.250",
                "2.115.591.250",
                tuple(at(known, row, 3) for row in (1, 2, 3)),
                "16.314.000",
                "2.013.255.250 + 102.336.000 = 2.115.591.250",
                "Realisasi kegiatan 1.1 Administrasi Keuangan Perangkat Daerah tertulis 2.131.905.250, sedangkan jumlah 2 sub kegiatannya "
                "2.115.591.250 (selisih 16.314.000).",
                basis="aritmetika",
                cause_hint="baris hilang di 1.1",
            ),
            "jumlah_anak",
            "Jumlah anak tidak sama dengan induk",
        ),
        Failed(
            Outcome(
                "XX02",
                Verdict.TEMUAN,
                "90,10 %",
                "91,00%",
                (prose, at(known, 6, 4), at(known, 6, 3), at(known, 6, 2)),
                "0,90",
                "101.378.000 / 111.408.000 × 100 = 91,00%",
                "Persentase realisasi Penyediaan Bahan Logistik Kantor dalam narasi 90,10 %, dalam Tabel 3.9 91,00%.",
                basis="PermenPANRB 53/2014 Lampiran II Bab III huruf B",
            ),
            "beda_narasi_tabel",
            "Persentase narasi berbeda dari tabel",
            Severity.SEDANG,
        ),
        Failed(
            Outcome(
                "XX03",
                Verdict.TEMUAN,
                "98,85",
                "98,44%",
                (at(known, 9, 4), at(known, 8, 4)),
                "0,41",
                "98,85 ↔ 98,44",
                "Baris 2 dan 2.1 memuat persentase yang tertukar.",
            ),
            "persen_realisasi",
            "Persentase realisasi tidak sesuai",
            Severity.RENDAH,
        ),
        Failed(
            Outcome("XX04", Verdict.TEMUAN, "", "pernyataan telah direviu", (), message="Ikhtisar tidak memuat uraian efisiensi."),
            "kelengkapan",
            "Bagian wajib tidak ada",
            Severity.INFO,
        ),
    )


def others(known: Tabel) -> tuple[Outcome, ...]:
    """Comparisons that are no findings."""
    hole = Outcome("XX01", Verdict.TAK_DIPERIKSA, "-", "", (at(known, 11, 3),), reason="rincian kosong")
    near = Outcome("XX03", Verdict.HAMPIR, "91,00", "90,997", (at(known, 6, 4),), working="101.378.000 / 111.408.000 × 100 = 90,997")
    good = Outcome("XX01", Verdict.LOLOS, "905.750.000", "905.750.000", (at(known, 4, 2),))
    return (*[good] * 1211, near, near, hole, replace(hole, rule="XX03", reason="susunan baris tidak terbukti"), hole)


def finding(document: Document, one: Failed, number: int) -> Finding:
    """A finding as the machine part would make it."""
    out = one.outcome
    return Finding(
        id=f"{number:016x}",
        fingerprint=f"{number + 1000:016x}",
        document=document.name,
        document_sha256=document.sha256,
        rule=out.rule,
        family=one.family,
        severity=one.severity,
        title=one.title,
        message=out.message,
        stated=out.stated,
        expected=out.expected,
        difference=out.difference,
        working=out.working,
        basis=out.basis or "aritmetika",
        locations=out.locations,
        cause="c1" if out.cause_hint else None,
    )


def result(paged: bool = False, name: str = "dinsos/LKjIP Dinas Sosial 2023.pdf", source: Path | None = None) -> ReportResult:
    """The made-up report after its rules have run."""
    printed = table(paged)
    prose = Location(Place(page=31) if paged else Place(line=902), SENTENCE)
    known = tabel(printed)
    pages = tuple(Page(n, 595.0, 842.0, PageKind.SCAN if n in (33, 34) else PageKind.DIGITAL) for n in range(1, 41)) if paged else ()
    problems = (Problem(name, "baca", Sebab.SCAN, "Halaman 33 adalah hasil pindai.", "Sertakan berkas asli.", 33),) if paged else ()
    document = Document(
        name,
        sha256(name.encode("utf-8", "replace")).hexdigest(),
        "pdf" if paged else "text",
        pages,
        (printed, TextLine(SENTENCE, prose.place)),
        problems,
    )
    every = failed(known, prose)
    view = ReportView(name, identity(paged), (known,))
    findings = tuple(finding(document, one, number) for number, one in enumerate(every))
    return ReportResult(document, view, (*(one.outcome for one in every), *others(known)), findings, source)


def identity(paged: bool) -> Identity:
    """Who the made-up report says it is."""
    cover = Location(Place(page=1) if paged else Place(line=9), "DINAS SOSIAL")
    return Identity(
        Stated("Dinas Sosial", cover), Stated("Kabupaten Contoh Barat", cover), 2023, cover, Stated("Laporan Kinerja (LKjIP)", cover)
    )


def run(*results: ReportResult) -> RunResult:
    """A run over reports, with a file that is none."""
    lost = Problem(
        "arsip/rusak.pdf", "baca", Sebab.DAMAGED, "Berkas PDF terpotong dan tidak dapat dibuka.", "Minta berkas asli dari perangkat daerah."
    )
    return RunResult(results, (lost, *(p for one in results for p in one.document.problems)), (), "0.1.0")
