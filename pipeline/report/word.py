"""The documents for Word: Catatan Hasil Reviu and the checklist, from templates that an office can change."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import TypeAlias

import docxtpl
import jinja2
from docx.opc.exceptions import OpcError
from jinja2.sandbox import SandboxedEnvironment
from lxml.etree import XMLSyntaxError

from pipeline.report.checklist import checklist
from pipeline.report.dates import BLANK
from pipeline.report.files import put
from pipeline.report.formats import UnusableTemplateError
from pipeline.report.pages import ReportResult
from pipeline.report.review import review_of
from pipeline.report.text import clean
from pipeline.report.words import number

Value: TypeAlias = str | int | bool | list["Value"] | dict[str, "Value"]

TEMPLATES = Path(__file__).with_name("templates")
NOTES, CHECKLIST, COMPARISON = "catatan_hasil_reviu.docx", "daftar_periksa_reviu.docx", "hasil_perbandingan.docx"
# A file made twice is the same file.
_TIME = (2000, 1, 1, 0, 0, 0)

# What a file that is no template, or one with a mistake in its braces, comes to.
_BROKEN = (jinja2.TemplateError, OpcError, XMLSyntaxError, zipfile.BadZipFile, LookupError, ValueError, TypeError, ArithmeticError)

# What the fields of the records are called in the templates, which offices read and change.
NAMES = {
    "agency": "perangkat_daerah",
    "region": "wilayah",
    "year": "tahun",
    "kind": "jenis",
    "file": "berkas",
    "sha256": "sidik",
    "pages": "halaman",
    "compared": "dibandingkan",
    "unchecked": "tak_diperiksa",
    "severities": "keparahan_semua",
    "notes": "catatan",
    "minor": "catatan_ringan",
    "listed": "indeks",
    "unread": "tak_terbaca",
    "amended": "koreksi",
    "number": "nomor",
    "severity": "keparahan",
    "place": "letak",
    "spot": "letak_singkat",
    "row": "baris",
    "condition": "kondisi",
    "stated": "tertulis",
    "expected": "seharusnya",
    "difference": "selisih",
    "working": "perhitungan",
    "cause": "sebab",
    "criteria": "kriteria",
    "basis": "dasar",
    "effect": "akibat",
    "advice": "saran",
    "response": "tanggapan",
    "symptoms": "gejala",
    "more": "lainnya",
    "told": "uraian",
    "rule": "aturan",
    "decision": "keputusan",
    "id": "id",
    "title": "judul",
    "items": "butir",
    "statement": "pernyataan",
    "yes": "ya",
    "no": "tidak",
    "evidence": "bukti",
    "note": "catatan",
    "old": "lama",
    "new": "baru",
    "findings": "temuan",
    "results": "hasil",
    "name": "nama",
    "count": "banyaknya",
    "meaning": "arti",
    "figures": "angka",
    "warning": "peringatan",
    "fresh": "baru_muncul",
    "still": "masih_ada",
    "unasked": "berubah",
    "lost": "tidak_ditemukan",
    "repaired": "diperbaiki",
    "before": "dahulu",
    "after": "sekarang",
    "remark": "keterangan",
}


def write_docx(result: ReportResult, folder: Path, stem: str, day: str = "", templates: Path | None = None) -> Iterator[str]:
    """Both documents of a report; the names of the files come back. Two hyphens never stand in another report's stem."""
    review = as_values(review_of(result))
    whole: dict[str, Value] = {"laporan": review, "tanggal": day or BLANK, "bagian": as_values(checklist(result))}
    for template, name in ((NOTES, f"{stem}.docx"), (CHECKLIST, f"{stem}--daftar-periksa.docx")):
        put(folder / name, rendered(template_of(template, templates), whole))
        yield name


def rendered(template: Path, whole: Mapping[str, Value]) -> bytes:
    """A document from its template. What is filled in is text and never markup or a template of its own."""
    document = docxtpl.DocxTemplate(template)
    environment = SandboxedEnvironment(undefined=jinja2.StrictUndefined, autoescape=True)
    environment.filters["ribuan"] = lambda value: number(value, "id")
    out = io.BytesIO()
    try:
        document.render(dict(whole), environment, autoescape=True)
        document.save(out)
    except _BROKEN as error:
        if template.parent == TEMPLATES:
            raise  # ours is no office's to mend
        raise UnusableTemplateError(template, error) from error
    return repacked(out.getvalue())


def repacked(archive: bytes) -> bytes:
    """The same archive with a fixed time on each of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target:
        for part in source.infolist():
            info = zipfile.ZipInfo(part.filename, _TIME)
            info.compress_type, info.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            target.writestr(info, source.read(part))
    return out.getvalue()


def template_of(name: str, folder: Path | None) -> Path:
    """The office's own template where it has one, else ours."""
    own = folder / name if folder else None
    return own if own is not None and own.is_file() else TEMPLATES / name


def as_values(thing: object) -> Value:
    """A record as the templates see it: named in Indonesian, every text with its unseen characters shown."""
    if is_dataclass(thing) and not isinstance(thing, type):
        return {NAMES[f.name]: as_values(getattr(thing, f.name)) for f in fields(thing)}
    if isinstance(thing, tuple):
        return [as_values(item) for item in thing]
    if isinstance(thing, bool | int):
        return thing
    return clean(str(thing))
