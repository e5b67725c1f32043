"""How right each contender is on pages whose true tables are known, as the scoring program next to the gold tables says."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from extractors.guard import of_page, quiet
from extractors.pdf import read_pdf
from pipeline.benchmarks.contenders import LEAN, Contender, Read, Rows

SCORER = Path("../shared/tools/score_tables.py")
SAID = re.compile(r"recall (?P<recall>[\d.]+).*own cell (?P<own>[\d.]+).*precision (?P<precision>[\d.]+).*GriTS-Con (?P<grits>[\d.]+)")

# A row as the scorer reads it: its page and its cells.
Row = dict[str, object]
# The pages with a true table, by file.
Pages = Mapping[Path, Sequence[int]]


@dataclass(frozen=True, slots=True)
class Score:
    """A contender on the gold tables of one folder: shares as printed."""

    contender: str
    tables: int
    recall: str
    own_cell: str
    precision: str
    grits: str


@dataclass(frozen=True, slots=True)
class Gold:
    """The gold tables of a folder whose reports are there: their files, and the pages to read."""

    folder: Path
    files: tuple[Path, ...]
    missing: int
    pages: Pages


def gold_in(folder: Path, reports: Path) -> Gold:
    """The gold tables of `folder`, as far as `reports` holds the documents that they are of."""
    there = {path.name: path for path in sorted(reports.rglob("*.pdf"))}
    files, pages = [], dict[Path, set[int]]()
    found = sorted(folder.glob("*.json"))
    for file in found:
        said = json.loads(file.read_text(encoding="utf-8"))
        if path := there.get(said["file"]):
            files.append(file)
            pages.setdefault(path, set()).update(said["pages"])
    return Gold(folder, tuple(files), len(found) - len(files), {path: sorted(numbers) for path, numbers in pages.items()})


def score(contender: Contender, gold: Gold, scorer: Path = SCORER) -> Score | None:
    """What the scorer says of the contender; None where it says nothing, as of one that found no table at all."""
    with tempfile.TemporaryDirectory() as folder:
        extract, truth = Path(folder, "extract.jsonl"), Path(folder, "gold")
        extract.write_text("".join(_lines(contender, gold.pages)), encoding="utf-8")
        truth.mkdir()
        for file in gold.files:
            (truth / file.name).write_bytes(file.read_bytes())
        command = [sys.executable, str(scorer), str(truth), str(extract)]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
    if not (said := SAID.search(ran.stdout)):
        return None
    return Score(contender.name, len(gold.files), said["recall"], said["own"], said["precision"], said["grits"])


def _lines(contender: Contender, pages: Pages) -> Iterator[str]:
    """A table a line. Ours is read as the pipeline reads it, the whole report at once; of the others the pages are asked for."""
    for path, numbers in pages.items():
        for rows in _whole(path, numbers) if contender is LEAN else _paged(contender, path, numbers):
            yield json.dumps({"document": path.name, "rows": rows}, ensure_ascii=False) + "\n"


def _whole(path: Path, numbers: Sequence[int]) -> Iterator[list[Row]]:
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    for table in read_pdf(path.name, path, sha256, "pdfium").tables:
        rows: list[Row] = [
            {"page": row.place.page, "cells": [cell.text for cell in row.cells]} for row in table.rows if row.place.page in numbers
        ]
        if rows:
            yield rows


def _paged(contender: Contender, path: Path, numbers: Sequence[int]) -> Iterator[list[Row]]:
    with quiet(), contender.opened(path) as read:
        for number in numbers:
            tables, _ = of_page(path.name, number, partial(_tables, contender, read, number), list[Rows])
            yield from ([{"page": number, "cells": cells} for cells in rows] for rows in tables)


def _tables(contender: Contender, read: Read, number: int) -> list[Rows]:
    return contender.tables(read(number))
