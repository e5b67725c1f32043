"""Makes the columns that the gates look at: what is wrong is worked out here, exactly, and the expectations only ask whether it is.

A column `cek_...` is null where all is well, else it says what is wrong; `tempat` says for people where a row stands.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from pipeline import schema, suite
from pipeline.gates import OutcomeBatch
from pipeline.schema import Kind, Schema
from rules.facts import AMOUNTS, PERCENTAGES
from rules.outcome import Outcome, Verdict
from rules.quantity import PERSEN, RUPIAH

Columns: TypeAlias = dict[str, list[object]]
Row: TypeAlias = Mapping[str, object]
Maker: TypeAlias = Callable[[Row], object]

WHERE = "tempat"
WHOLE_NUMBERS = frozenset({"persen", *(field.name for table in schema.SCHEMAS for field in table.fields if field.kind == Kind.NUMBER)})
"""The columns of whole numbers; everything else that is looked at is text."""

FAR = 10**9
MONEY = tuple(measure.value for measure in AMOUNTS)
SHARES = tuple(measure.value for measure in PERCENTAGES)
UNITS_OF_SHARES = (PERSEN, "‰")
SAID_OF_PLACES = {"page": "halaman", "line": "baris teks", "part": "bagian", "table": "tabel", "row": "baris", "band": "kelas"}


def clean_columns(tables: Mapping[str, Columns]) -> dict[str, Columns]:
    """The clean tables with their made columns; amounts are left out, for they would go through floats."""
    known = _Known(tables)
    return {table.name: _with_made(table, tables[table.name], known) for table in schema.SCHEMAS}


def outcome_columns(batch: OutcomeBatch) -> dict[str, Columns]:
    """The outcomes, what ran on each report, and the findings' ids."""
    asked = frozenset(batch.documents)
    return {
        suite.OUTCOMES: _transposed([_outcome(*pair, asked) for pair in batch.outcomes], _OUTCOME),
        suite.COVERAGE: _transposed(list(_coverage(batch)), ("document", "cek_belum", "cek_asing", WHERE)),
        suite.FINDINGS: {"id": list(batch.finding_ids), WHERE: list(batch.finding_ids)},
    }


# ------------------------------------------------------------------ clean tables


class _Known:
    """What can be referred to: reports, their tables, and the rows of those."""

    def __init__(self, tables: Mapping[str, Columns]) -> None:
        self.documents = set(_keys(tables["documents"], "document"))
        self.tables = set(_keys(tables["tables"], "document", "table"))
        self.rows = set(_keys(tables["rows"], "document", "table", "row"))


def _keys(columns: Columns, *names: str) -> Iterator[tuple[object, ...]]:
    return zip(*(columns[name] for name in names), strict=True)


def _with_made(table: Schema, columns: Columns, known: _Known) -> Columns:
    rows = [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    kept = {field.name: columns[field.name] for field in table.fields if field.kind in (Kind.TEXT, Kind.NUMBER)}
    return kept | {name: [make(row) for row in rows] for name, make in _makers(table, known).items()}


def _makers(table: Schema, known: _Known) -> dict[str, Maker]:
    """Which columns are made for a table, and how."""
    required = tuple(field.name for field in table.fields if field.required)
    makers: dict[str, Maker] = {
        WHERE: _where,
        "cek_wajib": lambda row: ", ".join(name for name in required if row[name] is None) or None,
    }
    if table is not schema.DOCUMENTS:
        makers["cek_dokumen"] = lambda row: None if (row["document"],) in known.documents else "laporan tidak dikenal"
        makers["cek_tempat"] = lambda row: None if any(row[name] is not None for name in ("page", "line", "part")) else "tanpa tempat"
    if table is schema.ROWS or table is schema.SCALES:
        makers["cek_tabel"] = lambda row: _unknown_table(row, known)
    if table is schema.ROWS:
        makers["cek_induk"] = lambda row: _wrong_parent(row, known)
    if table in suite.FACTS:
        makers["cek_baris"] = lambda row: None if (*_of_table(row), row["row"]) in known.rows else f"baris {row['row']} tidak ada"
        makers |= {"cek_isi": _wrong_content, "isi": lambda row: row["value_text"] if row["label"] is None else row["label"]}
    if table in suite.FACTS or table is schema.MENTIONS:
        makers |= {"cek_satuan": _wrong_unit, "persen": _whole_percent}
    return makers


def _where(row: Row) -> str:
    said = (f"{word} {row[name]}" for name, word in SAID_OF_PLACES.items() if row.get(name) is not None)
    return ", ".join((str(row["document"]), *said))


def _of_table(row: Row) -> tuple[object, object]:
    return row["document"], row["table"]


def _unknown_table(row: Row, known: _Known) -> str | None:
    return None if row["table"] is None or _of_table(row) in known.tables else f"tabel {row['table']} tidak ada"


def _wrong_parent(row: Row, known: _Known) -> str | None:
    parent = row["parent"]
    if parent is None or (parent != row["row"] and (*_of_table(row), parent) in known.rows):
        return None
    return f"induk {parent} dari baris {row['row']}"


def _wrong_content(row: Row) -> str | None:
    said, hole = row["value_text"] is not None or row["label"] is not None, row["hole"] is not None
    if said != hole:
        return None
    return "angka dan lubang sekaligus" if said else "kosong tanpa alasan"


def _wrong_unit(row: Row) -> str | None:
    if row["value_text"] is None:
        return None
    wrong = (row["measure"] in MONEY and row["unit"] != RUPIAH) or (row["measure"] in SHARES and row["unit"] not in UNITS_OF_SHARES)
    return f"{row['measure']} dalam {row['unit'] or 'tanpa satuan'}" if wrong else None


def _whole_percent(row: Row) -> int | None:
    """The whole part of a percentage, cut off far beyond what can be meant, so that it stays a small number."""
    if row["measure"] not in SHARES or row["value_text"] is None:
        return None
    return max(-FAR, min(FAR, int(Decimal(str(row["value_text"])))))


# ------------------------------------------------------------------ outcomes

KEY_LENGTH = 24
_OUTCOME = ("document", "rule", "verdict", "severity", "key", "cek_dokumen", "cek_putusan", WHERE)


def _outcome(document: str, outcome: Outcome, asked: frozenset[str]) -> Row:
    return {
        "document": document,
        "rule": outcome.rule,
        "verdict": str(outcome.verdict),
        "severity": None if outcome.severity is None else str(outcome.severity),
        "key": _outcome_key(document, outcome),
        "cek_dokumen": None if document in asked else "laporan di luar yang diperiksa",
        "cek_putusan": _wrong_verdict(outcome),
        WHERE: ", ".join(filter(None, (document, outcome.rule, *(where.table or where.row for where in outcome.locations[:1])))),
    }


def _outcome_key(document: str, outcome: Outcome) -> str | None:
    """Null where nothing tells two comparisons apart: in text input, the equal totals of two blocks side by side stand on one line."""
    if not outcome.locations or any(where.place.bbox is None for where in outcome.locations):
        return None
    return hashlib.sha256(repr((document, outcome)).encode("utf-8", "replace")).hexdigest()[:KEY_LENGTH]


def _wrong_verdict(outcome: Outcome) -> str | None:
    if outcome.verdict == Verdict.TEMUAN and not outcome.message:
        return "temuan tanpa pesan"
    if outcome.verdict == Verdict.TAK_DIPERIKSA and not outcome.reason:
        return "tak diperiksa tanpa alasan"
    return None


def _coverage(batch: OutcomeBatch) -> Iterator[Row]:
    """One row a report: the rules that did not run on it, and those that had no business there or ran twice."""
    ran: dict[str, Counter[str]] = {document: Counter() for document in batch.documents}
    for document, rule in batch.ran:
        ran.setdefault(document, Counter())[rule] += 1
    asked = set(batch.documents)
    for document, rules in sorted(ran.items()):
        if document not in asked:
            yield {"document": document, "cek_belum": None, "cek_asing": "laporan tidak diminta", WHERE: document}
            continue
        odd = [rule for rule, times in sorted(rules.items()) if times > 1 or rule not in batch.rules]
        missing = [rule for rule in batch.rules if rule not in rules]
        yield {"document": document, "cek_belum": _listed(missing), "cek_asing": _listed(odd), WHERE: document}
    for document, times in sorted(Counter(batch.documents).items()):
        yield from ({"document": document, "cek_belum": None, "cek_asing": None, WHERE: document} for _ in range(times - 1))


def _listed(rules: Iterable[str]) -> str | None:
    return ", ".join(rules) or None


def _transposed(rows: Sequence[Row], names: Sequence[str]) -> Columns:
    return {name: [row[name] for row in rows] for name in names}
