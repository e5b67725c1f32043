"""Turns reports as facts into the rows of the clean tables: nothing is lost, and every row says where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeAlias

from extractors.model import Document, PageKind, Place
from pipeline import schema
from rules.facts import Baris, Fact, Jenis, Location, Mention, ReportView, Skala, Stated, Tabel
from rules.quantity import Quantity, Unreadable

Value: TypeAlias = str | int | bool | float | Decimal | None
Record: TypeAlias = dict[str, Value]
Report: TypeAlias = tuple[Document, ReportView]

PATH = " > "
LARGEST = Decimal(1).scaleb(schema.DECIMAL_DIGITS - schema.DECIMAL_PLACES)
BUDGET_TABLES = (Jenis.ANGGARAN, Jenis.REALISASI_ANGGARAN)


def records(views: Sequence[Report]) -> dict[str, list[Record]]:
    """The rows of every clean table, reports by name and each in its reading order."""
    found: dict[str, list[Record]] = {table.name: [] for table in schema.SCHEMAS}
    for document, view in sorted(views, key=lambda report: report[0].name):
        found["documents"].append(_document(document, view))
        for tabel in view.tables:
            found["tables"].append(_table(document, tabel))
            found["rows"] += (_row(document, tabel, baris) for baris in tabel.baris)
            for name, record in _facts(document, tabel):
                found[name].append(record)
        for skala in view.scales:
            found["scales"] += _bands(document, skala)
        found["mentions"] += (_mention(document, index, mention) for index, mention in enumerate(view.mentions))
    return found


def fits(value: Decimal) -> bool:
    """Whether a number can be kept as a decimal of the schema without losing a digit."""
    _, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int):
        return False
    written = "".join(map(str, digits)).rstrip("0")
    needed = len(written) - len(digits) - exponent if written else 0
    return needed <= schema.DECIMAL_PLACES and value.copy_abs() < LARGEST


def _document(document: Document, view: ReportView) -> Record:
    identity = view.identity
    year = Stated("" if identity.year is None else str(identity.year), identity.year_location)
    return {
        "document": document.name,
        "sha256": document.sha256,
        "kind": document.kind,
        **_stated("agency", identity.agency),
        **_stated("region", identity.region),
        **_stated("year", year),
        "year": identity.year,
        **_stated("report_kind", identity.kind),
        "pages": len(document.pages),
        "scan_pages": sum(page.kind == PageKind.SCAN for page in document.pages),
        "characters": sum(page.characters for page in document.pages),
        "tables": len(view.tables),
        "problems": len(document.problems),
    }


def _table(document: Document, tabel: Tabel) -> Record:
    return {
        "document": document.name,
        "table": tabel.id,
        "position": tabel.position,
        "nomor": tabel.nomor,
        "judul": tabel.judul,
        "jenis": tabel.jenis.value,
        "susunan": tabel.susunan.value,
        "year": tabel.year,
        "engine": tabel.engine,
        "columns": len(tabel.columns),
        "rows": len(tabel.baris),
        **_located(tabel.location),
    }


def _row(document: Document, tabel: Tabel, baris: Baris) -> Record:
    start: Record = {"document": document.name, "table": tabel.id, "row": baris.index, "source_row": baris.source_row}
    return start | _subject(baris) | _located(baris.location)


def _facts(document: Document, tabel: Tabel) -> Iterator[tuple[str, Record]]:
    for baris in tabel.baris:
        for index, fact in enumerate(baris.facts):
            yield _home(tabel, fact), _fact(document, tabel, baris, index)


def _home(tabel: Tabel, fact: Fact) -> str:
    """The table where a fact is kept: by its measure, and where that is open by what its printed table is about."""
    of_budget = fact.measure in schema.BUDGET_MEASURES or (fact.measure in schema.OPEN_MEASURES and tabel.jenis in BUDGET_TABLES)
    return schema.BUDGET_LINES.name if of_budget else schema.INDICATORS.name


def _fact(document: Document, tabel: Tabel, baris: Baris, index: int) -> Record:
    fact = baris.facts[index]
    hole = fact.number.reason.value if isinstance(fact.number, Unreadable) else None
    return {
        "document": document.name,
        "table": tabel.id,
        "row": baris.index,
        "fact": index,
        **_subject(baris),
        "measure": fact.measure.value,
        "column": fact.column.index,
        "header": fact.column.header,
        "year": fact.year if fact.year is not None else fact.column.year,
        "variant": fact.column.variant,
        "label": fact.label,
        "hole": None if fact.label else hole,
        **_quantity(fact.quantity),
        "quantity_printed": fact.number.text,
        **_located(fact.location),
    }


def _bands(document: Document, skala: Skala) -> Iterator[Record]:
    for index, band in enumerate(skala.bands):
        yield {
            "document": document.name,
            "scale": skala.id,
            "band": index,
            "source": skala.source,
            "declared": skala.declared,
            "table": skala.table,
            "label": band.label,
            **_limit("low", band.limits.low),
            "low_open": band.limits.low_open,
            **_limit("high", band.limits.high),
            "high_open": band.limits.high_open,
            "note": _note(band.limits.low) or _note(band.limits.high),
            **_located(band.location),
        }


def _mention(document: Document, index: int, mention: Mention) -> Record:
    return {
        "document": document.name,
        "mention": index,
        "claim": mention.claim,
        "subject": mention.subject,
        "subject_name": mention.subject_name,
        "measure": mention.measure.value,
        "year": mention.year,
        **_quantity(mention.quantity),
        "quantity_printed": mention.quantity.text,
        "words": mention.words,
        **_located(mention.location),
    }


def _subject(baris: Baris) -> Record:
    return {
        "kode": baris.kode,
        "level": baris.level,
        "parent": baris.parent,
        "peran": baris.peran.value,
        "group": baris.group,
        "name": baris.name,
        "subject": baris.subject,
        "context": PATH.join(baris.context),
        "satuan": baris.satuan,
    }


def _quantity(quantity: Quantity | None) -> Record:
    if quantity is None:
        return {}
    return {
        "value": quantity.value if fits(quantity.value) else None,
        "value_text": format(quantity.value, "f"),
        "decimals": quantity.decimals,
        "column_decimals": quantity.column_decimals,
        "unit": quantity.unit,
        "note": _note(quantity.value),
    }


def _limit(name: str, value: Decimal) -> Record:
    return {name: value if fits(value) else None, f"{name}_text": format(value, "f")}


def _note(value: Decimal) -> str | None:
    return None if fits(value) else f"tidak muat dalam {schema.Kind.DECIMAL.value}; lihat kolom teks"


def _stated(name: str, stated: Stated) -> Record:
    place = stated.location.place if stated.location else Place()
    return {
        name: stated.value,
        f"{name}_page": place.page,
        f"{name}_line": place.line,
        f"{name}_printed": stated.location.text if stated.location else None,
    }


def _located(location: Location) -> Record:
    place = location.place
    x0, y0, x1, y1 = place.bbox or (None, None, None, None)
    return {
        "printed": location.text,
        "page": place.page,
        "line": place.line,
        "part": place.part,
        "x0": x0, "y0": y0, "x1": x1, "y1": y1,
    }  # fmt: skip
