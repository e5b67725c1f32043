"""Formulas of capaian written in words, and words that say that nothing has been assessed yet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.model import Block, Place, TextLine
from pipeline.normalize.narrative_places import place_of
from rules.facts import Location, Sentence
from rules.said import Formula, Pending
from rules.texts import holds

LONGEST = 300

_WHAT = r"(?:tingkat\s+)?(rea?l?isasi|target|rencana|capaian)(?:\s+(?:kinerja|capaian))?"
_FORMULA = re.compile(rf"\b{_WHAT}\s*[-–−]\s*\(\s*{_WHAT}\s*[-–−]\s*{_WHAT}\s*\)", re.IGNORECASE)
_SIGNS = re.compile(r"[=:%×/()]|\b[xX]\b|\d+")
_PENDING = re.compile(
    r"\bbelum\s+(?:ada|dilakukan|keluar|terbit|diterima|diperoleh|tersedia|dirilis|diumumkan)(?:\s+\w+){0,2}?\s+(?:hasil\s+)?(?:penilaian|evaluasi|nilai)\b"
    r"|\b(?:hasil\s+)?(?:penilaian|evaluasi|nilai)\w*(?:\s+\w+){0,3}?\s+belum\s+(?:ada|keluar|terbit|diterima|diperoleh|tersedia|dirilis|diumumkan)\b"
    r"|\bbelum\s+(?:dapat\s+)?(?:dinilai|dievaluasi|dilakukan\s+(?:penilaian|evaluasi))\b"
    r"|\b(?:masih|sedang)\s+(?:menunggu|dalam)\s+(?:proses\s+)?(?:hasil\s+)?(?:penilaian|evaluasi)\b",
    re.IGNORECASE,
)

_AWAITING = ("belum", "masih", "sedang")
_MEANWHILE = re.compile(
    r"\b(?:(?:meng|di)gunakan|memakai|dipakai|mengacu|merujuk|sementara|tahun\s+(?:sebelumnya|lalu)|hasil\s+mandiri|penilaian\s+mandiri|perkiraan|prognosis)\b",
    re.IGNORECASE,
)


def formulas(blocks: Sequence[Block], prose: Sequence[Sentence]) -> Iterator[Formula]:
    """Every formula of one figure less the difference of two: in a sentence, or on a line that is none (LaTeX)."""
    seen: set[Place] = set()
    for sentence in prose:
        if found := _formula_in(sentence.text):
            place = place_of(sentence, found.start())
            seen.add(place)
            yield _formula(found, Location(place, sentence.text, row=_made(found, sentence.text)))
    for block in blocks:
        if not isinstance(block, TextLine) or len(block.text) > LONGEST or block.place in seen:
            continue
        if found := _formula_in(block.text):
            yield _formula(found, Location(block.place, " ".join(block.text.split())))


def _formula_in(text: str) -> re.Match[str] | None:
    return _FORMULA.search(text) if "(" in text else None


def _formula(found: re.Match[str], location: Location) -> Formula:
    outer, inner, subtrahend = (_same(word) for word in found.groups())
    return Formula(found.group(), outer, inner, subtrahend, location)


def _made(found: re.Match[str], text: str) -> str:
    """What a formula gives: the words around it, without its signs and figures."""
    around = f"{text[: found.start()]} {text[found.end() :]}"
    return "" if "\\" in around else " ".join(_SIGNS.sub(" ", around).split())


def _same(word: str) -> str:
    """Rencana and target are one thing, and so are capaian and realisasi, also where a letter was left out."""
    lowered = word.casefold()
    return "realisasi" if lowered.startswith("rea") else {"rencana": "target", "capaian": "realisasi"}.get(lowered, lowered)


def pending(prose: Sequence[Sentence]) -> Iterator[Pending]:
    """Every sentence that says that an assessment is still awaited."""
    for sentence, following in zip(prose, (*prose[1:], None), strict=False):
        found = _PENDING.search(sentence.text) if holds(sentence.text, *_AWAITING) else None
        if found is not None:
            around = f"{sentence.text} {following.text if following is not None else ''}"
            yield Pending(found.group(), bool(_MEANWHILE.search(around)), sentence.location)
