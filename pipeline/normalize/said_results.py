"""Words that say whether a target was reached, in cells and in sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from extractors.model import Document
from pipeline.normalize.names import plain
from pipeline.normalize.number_prose import find_in_prose
from rules.facts import Baris, Location, Sentence, Tabel
from rules.said import Efficient, Judgement, Kabar

LONGEST_CELL = 40
LONGEST_SENTENCE = 600

_DONE = r"(?:telah|sudah|dapat|berhasil|target|kinerja|realisasi|capaian)\s+"
_CELLS: tuple[tuple[Kabar, re.Pattern[str]], ...] = (
    (
        Kabar.TIDAK_TERCAPAI,
        re.compile(
            r"(?:target\s+)?(?:tidak|belum|kurang)\s+(?:ber?hasil|tercapai|mencapai(?:\s+target)?|memenuhi(?:\s+target)?|terpenuhi)|gagal|di\s?bawah\s+target",
            re.IGNORECASE,
        ),
    ),
    (
        Kabar.TERLAMPAUI,
        re.compile(rf"(?:{_DONE})*(?:(?:melebihi|melampaui)(?:\s+(?:dari\s+)?target)?|terlampaui|di\s?atas\s+target)", re.IGNORECASE),
    ),
    (
        Kabar.TERCAPAI,
        re.compile(rf"(?:{_DONE})*(?:tercapai|berhasil|mencapai\s+target|memenuhi\s+target|sesuai\s+target|terpenuhi)", re.IGNORECASE),
    ),
)
_SURELY = r"\b(?:telah|sudah|berhasil|dapat|mampu|bahkan|jauh|hasilnya)\s+"
_SENTENCES: tuple[tuple[Kabar, re.Pattern[str]], ...] = (
    (
        Kabar.TIDAK_TERCAPAI,
        re.compile(
            r"\b(?:tidak|belum)\s+(?:dapat\s+)?(?:tercapai(?!nya)|mencapai\s+target|memenuhi\s+target)|\bdi\s?bawah\s+target\b",
            re.IGNORECASE,
        ),
    ),
    (Kabar.TERLAMPAUI, re.compile(rf"{_SURELY}(?:melebihi|melampaui)\s+(?:dari\s+)?target\b|\btarget\s+terlampaui\b", re.IGNORECASE)),
    (Kabar.TERCAPAI, re.compile(rf"{_SURELY}(?:tercapai|mencapai\s+target|memenuhi\s+target)\b", re.IGNORECASE)),
)
# A search that may begin inside a number goes over a long one again from each of its digits.
_EFFICIENT = re.compile(
    r"(?<![\d.,])(?:Rp\.)?(?P<number>[-−–]?\d(?:[\d.,]*\d)?)\s?(?:%|persen)?[\s,]*(?:itu\s+|yang\s+)?(?P<words>(?:termasuk|masuk|tergolong|berarti|menunjukkan|dikategorikan|sehingga)"
    r"(?:\s+(?!tidak|kurang|belum)\w+){0,4}\s+(?<!tidak\s)(?<!kurang\s)efisien\b)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:apabila|bila|jika|agar|supaya|akan|harus|hampir|mendekati|kecuali|namun|tetapi|sebagian|beberapa|diharapkan|optimis|guna|renstra|rpjmd|jangka\s+menengah"
    r"|sedangkan|sementara|walaupun|meskipun|nasional|triwulan|semester|dikategorikan|dikatakan|dinyatakan|sebagaimana)\b|\?",
    re.IGNORECASE,
)


def judgements(document: Document, tables: Sequence[Tabel], prose: Sequence[Sentence]) -> tuple[Judgement, ...]:
    """Every cell that is nothing but such a word, with its row, and every sentence that says one thing of its target."""
    return (*_in_cells(document, tables), *_in_sentences(prose))


def efficient(prose: Sequence[Sentence]) -> Iterator[Efficient]:
    """Every sentence in which a value is right away called efficient (`sebesar -0,593 termasuk kategori efisien`)."""
    for sentence in prose:
        for found in _EFFICIENT.finditer(sentence.text):
            number = next((one for one in find_in_prose(sentence.text) if one.start <= found.start("number") < one.end), None)
            if number is not None:
                yield Efficient(number.quantity, found["words"], sentence.location)


def _in_cells(document: Document, tables: Sequence[Tabel]) -> Iterator[Judgement]:
    for tabel in tables:
        rows: dict[int, list[Baris]] = defaultdict(list)
        for baris in tabel.baris:
            rows[baris.source_row].append(baris)
        printed = document.tables[tabel.position].rows
        for index, found in rows.items():
            if len(found) != 1 or not 0 <= index < len(printed):
                continue
            for cell in printed[index].cells:
                text = plain(cell.text)
                kabar = _said(_CELLS, text) if len(text) <= LONGEST_CELL else None
                if kabar is not None:
                    where = Location(cell.place, text, tabel.label, found[0].location.row)
                    yield Judgement(kabar, text, where, tabel.id, found[0].index)


def _said(kinds: Sequence[tuple[Kabar, re.Pattern[str]]], text: str) -> Kabar | None:
    return next((kabar for kabar, pattern in kinds if pattern.fullmatch(text)), None)


def _in_sentences(prose: Sequence[Sentence]) -> Iterator[Judgement]:
    for sentence in prose:
        text = sentence.text
        if len(text) > LONGEST_SENTENCE or "target" not in text.casefold() or _OPEN.search(text):
            continue
        found = [(kabar, match) for kabar, pattern in _SENTENCES for match in pattern.finditer(text)]
        kinds = {kabar for kabar, _ in found}
        if len(kinds) == 1 or kinds == {Kabar.TERCAPAI, Kabar.TERLAMPAUI}:
            yield Judgement(found[0][0], found[0][1].group(), sentence.location)
