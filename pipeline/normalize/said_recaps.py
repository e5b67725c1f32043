"""Tables and sentences that count indicators or sasaran by their predikat."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extractors.model import Document, Row, Table
from pipeline.normalize.names import plain
from rules.counts_told import NUMBER, value_of
from rules.facts import Location, Sentence
from rules.reference import load
from rules.said import Counted, Recap
from rules.texts import holds

FEWEST = 2
MOST_HEADER_ROWS = 2

_COUNTS = re.compile(r"(?:jumlah|banyaknya)\s+(?:indikator|sasaran|ik[us]?|tujuan)(?:\s+\w+){0,2}", re.IGNORECASE)
_LABELS = re.compile(r"(?:predikat|kategori|krite?ria|kinerja|interpretasi)(?:\s+\w+){0,2}", re.IGNORECASE)
_WHOLE = re.compile(rf"\b(?P<number>{NUMBER})\s*(?:\([\w ]{{1,20}}\)\s*)?(?P<level>indi[ck]ator|sasaran)\b", re.IGNORECASE)
_THING = re.compile(r"indi[ck]ator|sasaran", re.IGNORECASE)
_OF_ALL = re.compile(r"\b(?:dari|terdapat|melalui|dilaksanakan|ada)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_LEVELS = ("indikator", "indicator", "sasaran")
_LONGEST = 900
# What says that some have no predikat, or that others are counted too.
_NOT_ALL = re.compile(
    r"\b(?:sisanya|selebihnya|menunggu|tahun\s+(?:lalu|sebelumnya)|lainnya\s+(?:belum|masih|tidak)|belum\s+(?:dapat\s+)?(?:dinilai|diukur|dirilis|tersedia|terbit|keluar|ada))\b",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"(?:jumlah|total)\b.*", re.IGNORECASE)


def recaps(document: Document) -> Iterator[Recap]:
    """Every table with a column of predikat and one that counts, each count a whole number."""
    for position, table in enumerate(document.tables):
        for index, header in enumerate(table.rows[:MOST_HEADER_ROWS]):
            labels, counts = _column(header, _LABELS), _column(header, _COUNTS)
            if labels is not None and counts is not None:
                rows = list(_rows(table, index, labels, counts))
                if len(rows) >= FEWEST and len({row.label for row in rows}) == len(rows):
                    yield Recap(tuple(rows), position)
                break


def _column(header: Row, pattern: re.Pattern[str]) -> int | None:
    found = [index for index, cell in enumerate(header.cells) if pattern.fullmatch(plain(cell.text))]
    return found[0] if len(found) == 1 else None


def _rows(table: Table, head: int, labels: int, counts: int) -> Iterator[Counted]:
    """The rows below the header that names both columns."""
    header = plain(table.rows[head].cells[counts].text)
    for row in table.rows[head + 1 :]:
        label, count = plain(row.cells[labels].text), plain(row.cells[counts].text)
        if label and count.isdecimal() and len(count) <= 3 and not _TOTAL.fullmatch(label):
            yield Counted(label, int(count), Location(row.cells[counts].place, count, table.caption, label, header))


def told_recaps(prose: Sequence[Sentence]) -> Iterator[Recap]:
    """Every sentence that says how many there are of all, and then how many of each predikat: `dari 11 indikator, 6 tercapai baik, ...`."""
    for sentence in prose:
        text = sentence.text
        if len(text) > _LONGEST or not holds(text, *_LEVELS) or _NOT_ALL.search(text):
            continue
        wholes = [match for match in _WHOLE.finditer(text) if _OF_ALL.search(text, 0, match.start())]
        counted = list(_counts().finditer(text)) if wholes else []
        labels = {plain(match["label"]).casefold() for match in counted}
        whole = _whole(text, wholes, counted[0]) if counted else None
        if len(counted) < FEWEST or len(labels) < len(counted) or whole is None:
            continue
        rows = tuple(
            Counted(match["label"], value_of(match["number"]), Location(sentence.location.place, text, row=match["label"]))
            for match in counted
        )
        yield Recap(rows, whole=value_of(whole["number"]), level=_level(whole["level"]))


def _whole(text: str, wholes: Sequence[re.Match[str]], first: re.Match[str]) -> re.Match[str] | None:
    """The number of all that stands before the counts; of `4 sasaran dengan 11 indikator, 7 indikator ...` that of what is counted."""
    before = [match for match in wholes if match.end() <= first.start()]
    counted = _THING.search(first.group())
    if not before or counted is None or _level(counted.group()) == _level(before[-1]["level"]):
        return before[-1] if before else None
    nearer = [
        match for match in _WHOLE.finditer(text, before[-1].end(), first.start()) if _level(match["level"]) == _level(counted.group())
    ]
    return nearer[0] if len(nearer) == 1 else None


def _level(thing: str) -> str:
    return "sasaran" if thing.casefold() == "sasaran" else "indikator"


@cache
def _counts() -> re.Pattern[str]:
    """A count with its predikat behind it, and no other number, sign or negation between."""
    labels = "|".join(sorted((name.replace(" ", r"\s+") for name in load.table("skala")["labels"]), key=lambda name: (-len(name), name)))
    things = r"(?:(?:indi[ck]ator|sasaran|capaian|kinerja|strategis|utama)\s+){0,3}"
    verbs = r"yang|telah|ter\s?capai|mencapai|capaian(?:nya)?|mendapat(?:kan)?|memperoleh|menunjuk+an|ber|masuk|termasuk|dalam|dengan|pada"
    says = rf"(?:(?:{verbs}|kategori|krite?ria|predikat|kinerja)\s*){{0,6}}"
    begins = rf"(?<![\w.,/<>–-])(?<![<>–-]\s)(?P<number>{NUMBER})\s*(?:\([\w ]{{1,20}}\)\s*)?"
    return re.compile(rf"{begins}{things}{says}[“\"']?\s*(?P<label>{labels})\b", re.IGNORECASE)
