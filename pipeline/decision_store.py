"""The file of decisions: a line each, only ever added to, so that two can write and a crash costs one line at most."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from extractors.model import Place
from pipeline.audit.decisions import About, Ruling, Undone, standing
from pipeline.file_lock import locked
from pipeline.report.machine import Json, box, line
from pipeline.settings import DECISIONS_FILE
from rules.facts import Location
from rules.outcome import Decision, Keputusan

UNDONE = "batal"


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the file holds: what holds now of it, and the numbers of the lines that are no decision."""

    standing: tuple[Ruling, ...] = ()
    damaged: tuple[int, ...] = ()


def load(folder: Path | None) -> Recorded:
    """The decisions of a folder; none where there is no such file. Raises OSError where it cannot be read."""
    if folder is None or not (folder / DECISIONS_FILE).is_file():
        return Recorded()
    with (folder / DECISIONS_FILE).open("rb") as file, ExitStack() as held:
        with suppress(OSError):  # a file system without locks is no reason not to read
            held.enter_context(locked(file, alone=False))
        return _read(file)


def add(folder: Path, plan: Callable[[Recorded], Sequence[Ruling]]) -> tuple[Ruling, ...]:
    """Record what `plan` makes of what is recorded; nobody writes in between. Raises OSError where it cannot be written."""
    with _locked(folder) as file:
        found = tuple(plan(_read(file)))
        if found:
            file.write(_torn(file) + "".join(f"{line(_record(one))}\n" for one in found).encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
    return found


@contextmanager
def _locked(folder: Path) -> Iterator[BinaryIO]:
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / DECISIONS_FILE).open("a+b") as file, locked(file, alone=True):
        yield file


def _torn(file: BinaryIO) -> bytes:
    """What ends a last line that a crash cut short: it stays, as a line that is no decision."""
    if not file.seek(0, os.SEEK_END):
        return b""
    file.seek(-1, os.SEEK_END)
    return b"" if file.read(1) == b"\n" else b"\n"


def _read(file: BinaryIO) -> Recorded:
    file.seek(0)
    rulings: list[Ruling] = []
    damaged: list[int] = []
    for number, text in enumerate(file.read().split(b"\n"), start=1):
        if not text.strip():
            continue
        try:
            rulings.append(_ruling(json.loads(text)))
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
            damaged.append(number)
    return Recorded(standing(rulings), tuple(damaged))


# ------------------------------------------------------------------ lines


def _record(one: Ruling) -> Mapping[str, Json]:
    made = one.decision
    said = made or one.undone
    return {
        "finding": one.finding,
        "fingerprint": one.fingerprint,
        "values": one.values,
        "document": one.about.document,
        "document_sha256": one.about.sha256,
        "agency": one.about.agency,
        "region": one.about.region,
        "year": one.about.year,
        "rule": one.rule,
        "stated": one.stated,
        "expected": one.expected,
        "location": _spot_record(one.spot) if one.spot else None,
        "decision": made.keputusan.value if made else UNDONE,
        **({"reason": said.reason, "by": said.by, "date": said.date} if said else {}),
        **({"value": made.value} if made and made.value else {}),
        **({"response": made.response} if made and made.response else {}),
    }


def _spot_record(spot: Location) -> dict[str, Json]:
    place = spot.place
    where: dict[str, Json] = {"page": place.page, "line": place.line, "part": place.part, "bbox": box(place.bbox)}
    return where | {"table": spot.table, "row": spot.row, "column": spot.column, "text": spot.text}


def _ruling(record: dict[str, object]) -> Ruling:
    """A line as a record; raises where it is none."""
    year = record.get("year")
    undone = record["decision"] == UNDONE
    return Ruling(
        finding=text_of(record, "finding"),
        fingerprint=text_of(record, "fingerprint"),
        values=text_of(record, "values"),
        about=About(
            text_of(record, "document"),
            text_of(record, "document_sha256"),
            text_of(record, "agency", ""),
            text_of(record, "region", ""),
            year if isinstance(year, int) else None,
        ),
        rule=text_of(record, "rule"),
        spot=location_of(record["location"]) if record.get("location") else None,
        stated=text_of(record, "stated", ""),
        expected=text_of(record, "expected", ""),
        decision=None if undone else _decision(record),
        undone=Undone(*(text_of(record, key, "") for key in ("by", "reason", "date"))) if undone else None,
    )


def _decision(record: dict[str, object]) -> Decision:
    return Decision(
        Keputusan(text_of(record, "decision")),
        text_of(record, "reason", ""),
        text_of(record, "by"),
        text_of(record, "date", ""),
        text_of(record, "value", ""),
        text_of(record, "response", ""),
    )


def location_of(record: object) -> Location:
    """A location as the findings file and this one print it; raises where it is none."""
    if not isinstance(record, dict):
        raise TypeError("no location")
    page, number, part, edges = record.get("page"), record.get("line"), record.get("part"), record.get("bbox")
    place = Place(
        page if isinstance(page, int) else None,
        number if isinstance(number, int) else None,
        (float(edges[0]), float(edges[1]), float(edges[2]), float(edges[3])) if isinstance(edges, list) else None,
        part if isinstance(part, str) else None,
    )
    return Location(place, *(text_of(record, key, "") for key in ("text", "table", "row", "column")))


def text_of(record: Mapping[str, object], key: str, otherwise: str | None = None) -> str:
    """A text of a record; raises TypeError where it holds something else."""
    value = record.get(key, otherwise)
    if not isinstance(value, str):
        raise TypeError(f"{key} is no text")
    return value
