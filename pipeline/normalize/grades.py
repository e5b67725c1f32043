"""Numbers that are given a predikat: `86,77% (Tinggi)`, `nilai 74,76 dengan predikat "BB"`, a cell `80 (A)`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.normalize.names import plain
from pipeline.normalize.number_prose import Found, find_in_prose
from pipeline.normalize.sentences import Passage
from rules.facts import Location, Sebutan, Sentence, Tabel
from rules.quantity import PERSEN
from rules.reference import load

AKIP, IKM = "akip", "ikm"

# How far before its label a number stands, and its unit word before it.
FARTHEST = 80
WORDS_BEFORE = 30

_CUE = r"(?:predikat|krite?ria|kategori(?:kan|)|katagori|peringkat|klasifikasi|kualifikasi|interpretasi|sebutan|dinyatakan)"
_FILLER = r"(?:(?:kinerja|capaian|penilaian|peringkat|kriteria|kategori|predikat|nilai|sebagai|yaitu|adalah|dengan)\W{1,12})"
_LETTER = r"(?-i:AA|BB|CC|[ABCD])"
_ABOUT = (
    (AKIP, re.compile(r"\b(?:s?akip|akuntabilitas\s+kinerja)\b", re.IGNORECASE)),
    (IKM, re.compile(r"\b(?:ikm|skm|(?:indeks|survei)\s+kepuasan)\b", re.IGNORECASE)),
)
_OTHER_LETTERS = re.compile(r"\b(?:reformasi\s+birokrasi|arsip|kearsipan|akreditasi|zona|maturitas|spip|keterbukaan|lppd)\b", re.IGNORECASE)
_BOUND = re.compile(
    r"(?:lebih\s+(?:dari|besar)|kurang\s+dari|di\s?atas|di\s?bawah|minimal|maksimal|antara|interval|rentang|skala|[<>≤≥=])\W*(?:\w+\W+)?$",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:apabila|bilamana|(?:jika|bila)(?!\s+(?:di)?banding|\s+dilihat)|interval|rentang|skala)\b|\d\s?%?\s*,?\s+maka\b",
    re.IGNORECASE,
)
# A figure that was not read for one, as `> 100 %` is none: the label is its own.
_OTHER_PERCENT = re.compile(r"[<>≤≥]\s*\d|\d\s*%")
_SCORED = re.compile(r"\b(?:nilai|skor|sebesar|capaian|hasil|rata-rata|adalah|(?:di)?target(?:kan)?)\b", re.IGNORECASE)
_GOES_ON = re.compile(
    r"\s*(?:merujuk|berdasarkan|mengacu|hal\s+(?:ini|tersebut)|capaian\s+(?:ini|tersebut)|nilai\s+(?:ini|tersebut)|angka\s+(?:ini|tersebut)|(?:ter)?masuk|sehingga)\b",
    re.IGNORECASE,
)
_IN_CELL = re.compile(rf"\s*[\d.,]+\s*\(\s*({_LETTER})\s*\)\s*")


def grades(prose: Sequence[Sentence], tables: Sequence[Tabel]) -> tuple[Sebutan, ...]:
    """Every number that a report gives a predikat, in sentences and in cells with a letter; classes of a scale are none."""
    return (*_in_prose(prose), *_in_cells(tables))


def _in_prose(prose: Sequence[Sentence]) -> Iterator[Sebutan]:
    for position, sentence in enumerate(prose):
        labels = tuple(_labels().finditer(sentence.text))
        if not labels or _CONDITION.search(sentence.text):
            continue
        numbers = find_in_prose(sentence.text)
        for match in labels:
            start = match.start()
            label = match["label"] or match["letter"] or match["bracketed"] or match["graded"]
            number = _nearest(sentence.text, numbers, start)
            if number is not None:
                yield from _sebutan(sentence, label, number, sentence.location)
            elif position and match["label"] and all(found.start > start for found in numbers):
                yield from _of_sentence_before(prose[position - 1], sentence, label)


def _nearest(text: str, numbers: Sequence[Found], start: int) -> Found | None:
    """The last number before a label, unless it is a bound, a count, or another label stands between."""
    before = [found for found in numbers if found.end <= start]
    if not before or start - before[-1].end > FARTHEST:
        return None
    number = before[-1]
    lead = text[max(0, number.start - WORDS_BEFORE) : number.start]
    between = _labels().search(text, number.end, start) or _OTHER_PERCENT.search(text, number.end, start)
    if _BOUND.search(lead) or between or not (number.quantity.unit == PERSEN or (not number.quantity.unit and _SCORED.search(lead))):
        return None
    return number


def _of_sentence_before(before: Sentence, sentence: Sentence, label: str) -> Iterator[Sebutan]:
    """`... sebesar 86,77 %. Merujuk pada Permendagri 86/2017 termasuk kriteria "TINGGI"`: the number stands a sentence earlier."""
    same = isinstance(before, Passage) and isinstance(sentence, Passage) and before.paragraph == sentence.paragraph
    numbers = find_in_prose(before.text)
    percents = [found for found in numbers if found.quantity.unit == PERSEN]
    if same and len(percents) == 1 and percents[0] is numbers[-1] and _GOES_ON.match(sentence.text):
        place = sentence.location.place
        yield from _sebutan(sentence, label, percents[0], Location(place, f"{before.text} {sentence.text}"))


def _sebutan(sentence: Sentence, label: str, number: Found, location: Location) -> Iterator[Sebutan]:
    """A letter counts only where the text says whose scale it is; a word only behind a percentage."""
    lettered = re.fullmatch(_LETTER, label) is not None
    about = _about(f"{sentence.heading} {location.text}") if lettered else ""
    if about or (not lettered and number.quantity.unit == PERSEN):
        yield Sebutan(plain(label), number.quantity, location, about)


def _about(text: str) -> str:
    found = [name for name, pattern in _ABOUT if pattern.search(text)]
    return found[0] if len(found) == 1 and not _OTHER_LETTERS.search(text) else ""


def _in_cells(tables: Sequence[Tabel]) -> Iterator[Sebutan]:
    for table in tables:
        for baris in table.baris:
            for fact in baris.facts:
                match = _IN_CELL.fullmatch(fact.location.text)
                about = _about(baris.name) if match else ""
                if match and fact.quantity is not None and about:
                    yield Sebutan(match[1], fact.quantity, fact.location, about)


@cache
def _labels() -> re.Pattern[str]:
    """A label behind a word such as kriteria, or in brackets; longest labels first, so that Sangat Tinggi is not Tinggi."""
    spellings = load.table("skala")["labels"]
    words = {name for long, short in spellings.items() for name in (long, *short) if len(name) > 3}
    any_word = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=lambda word: (-len(word), word)))
    behind = rf"\b{_CUE}\W{{1,12}}{_FILLER}{{0,3}}"
    return re.compile(
        rf"{behind}(?:(?P<label>{any_word})|(?P<letter>{_LETTER}))(?![\w./-]*\w)"
        rf"|\(\s*[“\"']?\s*(?:(?P<bracketed>{any_word})|(?P<graded>{_LETTER}))\s*[”\"']?\s*\)",
        re.IGNORECASE,
    )
