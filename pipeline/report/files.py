"""Names and bytes of the files that the reports are written to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from pipeline.atomic import replace_file

_LONGEST = 80
_ENDING = re.compile(r"(?<=[^/\\])\.(pdf|txt|text|md|docx|xlsx|html?|tsv|csv)$", re.IGNORECASE)
_RESERVED = re.compile(r"(con|prn|aux|nul|conin|conout|clock|com\d|lpt\d|index|panduan)(\.|$)", re.IGNORECASE)


def put(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: a run that is killed leaves the old one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, lambda beside: beside.write_bytes(content))


def safe_stems(names: Iterable[str]) -> dict[str, str]:
    """A file name without ending for every document, safe on Windows too, and no two alike."""
    stems: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        if name not in stems:
            stems[name] = _free(_safe_stem(name), taken)
            taken.add(stems[name].casefold())
    return stems


def _safe_stem(name: str) -> str:
    plain = unicodedata.normalize("NFKD", _ENDING.sub("", name)).encode("ascii", "ignore").decode("ascii")
    words = re.sub(r"[^A-Za-z0-9._]+|\.{2,}", "-", plain)
    stem = re.sub(r"-{2,}", "-", words).strip("-._")[:_LONGEST].rstrip("-._")
    return f"laporan-{stem}" if _RESERVED.match(stem) else stem or "laporan"


def _free(stem: str, taken: set[str]) -> str:
    candidate, number = stem, 2
    while candidate.casefold() in taken:
        candidate, number = f"{stem}-{number}", number + 1
    return candidate
