"""What prose says of money and performance: every figure with its meaning, subject and year, grouped into claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.model import Block, Table, TextLine
from pipeline.normalize import terbilang
from pipeline.normalize.names import Jenjang, SubjectHit
from pipeline.normalize.narrative_cues import LABELS
from pipeline.normalize.narrative_figures import Figure, figures
from pipeline.normalize.narrative_names import Named, Names, Naming
from pipeline.normalize.narrative_subjects import KINERJA_ORDER, MONEY_ORDER, Context, chosen, conflicts, says_little
from pipeline.normalize.narrative_whole import RATA_RATA, TOTAL, whole
from pipeline.normalize.sentences import Passage, sentences
from rules.facts import Location, Measure, Mention, Sentence, Terbilang
from rules.quantity import PERSEN, RUPIAH

__all__ = ["RATA_RATA", "TOTAL", "mentions", "terbilang_of"]

MONEY = (Measure.PAGU, Measure.REALISASI, Measure.SISA, Measure.SERAPAN, Measure.SISA_PERSEN, Measure.FISIK)

_FOLLOWS: dict[Measure, tuple[Measure, ...]] = {
    Measure.REALISASI: (Measure.PAGU, Measure.SERAPAN),
    Measure.SISA: (Measure.PAGU, Measure.REALISASI),
    Measure.SERAPAN: (Measure.PAGU, Measure.REALISASI),
    Measure.FISIK: (Measure.PAGU, Measure.REALISASI, Measure.SERAPAN),
    Measure.KINERJA: (Measure.TARGET,),
    Measure.CAPAIAN: (Measure.TARGET, Measure.KINERJA),
    Measure.TARGET: (Measure.KINERJA, Measure.CAPAIAN),
}
"""After which figures of a claim one may follow in a further sentence."""

_DIGIT = re.compile(r"[0-9]")
_QUOTED = re.compile(r"[“\"‘„][^“”\"‘’„]{3,250}[”\"’‟“]")
_IS = re.compile(r"\s?(?:adalah|yaitu|yakni)\b", re.IGNORECASE)
_VALUE = re.compile(r"(?:nilai|skor|indeks)\b", re.IGNORECASE)
_NEAR = 250
_OF_THAT = re.compile(r"\s*dari\s+(?:\w+\s+){0,2}(?:pagu|dana|alokasi|angg?a?ran)\s+(?:tersebut|itu|dimaksud)\b", re.IGNORECASE)
_KIND_OF_MONEY = re.compile(r"\bbelanja\s+(?:tidak\s+langsung|tak\s+terduga|tidak\s+terduga|langsung|\w+)", re.IGNORECASE)


@dataclass(slots=True)
class _Claim:
    """The claim that is being read."""

    number: int
    paragraph: int
    subject: str
    name: str
    year: int | None
    sentence: int
    measures: set[Measure] = field(default_factory=set)


def mentions(prose: Sequence[Sentence], subjects: Naming, year: int | None) -> tuple[Mention, ...]:
    """The figures that prose states, in order; `subject` is empty where it cannot be told of what a claim speaks."""
    found = tuple(_Reader(prose, subjects, year).read())
    return tuple(mention for mention in found if mention.subject or mention.quantity.unit in (RUPIAH, PERSEN) or _compares(mention, found))


def _compares(mention: Mention, found: Sequence[Mention]) -> bool:
    """Whether a count of something unnamed stands beside another one, as a target beside what was reached."""
    return any(other.claim == mention.claim and other is not mention for other in found)


class _Reader:
    """Walks through the sentences and keeps the claim at hand."""

    def __init__(self, prose: Sequence[Sentence], subjects: Naming, year: int | None) -> None:
        self._prose = prose
        self._paragraphs = [s.paragraph if isinstance(s, Passage) else -1 - i for i, s in enumerate(prose)]
        self._names = Names(subjects)
        self._context = Context(prose, self._paragraphs, self._names)
        self._year = year
        self._claim: _Claim | None = None
        self._claims = 0

    def read(self) -> Iterator[Mention]:
        for position, sentence in enumerate(self._prose):
            if _DIGIT.search(sentence.text) is None:
                continue
            named = self._names.of(sentence.text, item=_opens_item(self._prose, position))
            last: Figure | None = None
            for figure in figures(sentence.text, _masked(sentence.text, named), self._year):
                claim = self._claim_of(position, figure, last, named)
                claim.measures.add(figure.measure)
                last = figure
                yield _mention(sentence, figure, claim)

    def _claim_of(self, position: int, figure: Figure, last: Figure | None, named: Named) -> _Claim:
        gap = named.within(last.end if last else 0, figure.start)
        claim = self._claim
        if claim is not None and self._goes_on(claim, position, figure, last, gap):
            claim.year = figure.year or claim.year
            claim.sentence, claim.paragraph = position, self._paragraphs[position]
            return claim
        return self._open(position, figure, last, gap)

    def _goes_on(self, claim: _Claim, position: int, figure: Figure, last: Figure | None, gap: Named) -> bool:
        if last is None and self._refers_back(claim, position, figure):
            return True
        if claim.paragraph != self._paragraphs[position] or figure.measure in claim.measures:
            return False
        if not gap.nothing and not (last is None and not gap.hits and self._of_same_kind(position)):
            return False
        if figure.year is not None and claim.year != figure.year:
            return False
        if last is None:
            return bool(claim.measures & set(_FOLLOWS.get(figure.measure, ())))
        if figure.measure in (Measure.PAGU, Measure.TARGET) and claim.measures:
            return figure.part_of
        return True

    def _refers_back(self, claim: _Claim, position: int, figure: Figure) -> bool:
        """Whether a sentence says of the budget just stated what was spent: `Dari jumlah anggaran tersebut terealisasi ...`."""
        follows = (
            claim.sentence == position - 1 and claim.measures == {Measure.PAGU} and figure.measure in (Measure.REALISASI, Measure.SERAPAN)
        )
        return follows and bool(_OF_THAT.match(self._prose[position].text))

    def _of_same_kind(self, position: int) -> bool:
        """Whether a sentence and the one before it speak of one kind of money: `Belanja Tidak Langsung`, which is no name."""
        kinds = [{kind.casefold() for kind in _KIND_OF_MONEY.findall(s.text)} for s in self._prose[max(position - 1, 0) : position + 1]]
        return len(kinds) == 2 and kinds[0] == kinds[1] and len(kinds[0]) == 1

    def _open(self, position: int, figure: Figure, last: Figure | None, gap: Named) -> _Claim:
        same_sentence = self._claim is not None and last is not None and last.measure != Measure.TARGET_RENSTRA
        year = figure.year or (self._claim.year if self._claim is not None and same_sentence else self._year)
        subject, name = self._subject(position, figure, last, gap)
        self._claims += 1
        self._claim = _Claim(self._claims, self._paragraphs[position], subject, name, year, position)
        return self._claim

    def _subject(self, position: int, figure: Figure, last: Figure | None, gap: Named) -> tuple[str, str]:
        """Key and name of what a new claim speaks of."""
        family = MONEY_ORDER if figure.measure in MONEY else KINERJA_ORDER
        heading = self._context.heading(position, family)
        if not gap.nothing:
            hit = chosen(gap, family)
            return (hit.key, hit.name) if hit and not conflicts(hit, heading) else ("", "")
        sentence = self._prose[position]
        begin = last.end if last else 0
        said = sentence.text[begin : figure.start]
        alone = last is None and self._context.names_nothing_before(position)
        all_of_it = whole(said, figure.told - begin, sentence, figure.measure, alone=alone)
        if all_of_it and heading is None:
            return all_of_it, all_of_it
        if last is not None:
            return self._same_again(said)
        hit = self._named_behind(sentence, figure, family) or self._context.before(position, said, family)
        return (hit.key, hit.name) if hit and not conflicts(hit, heading) else ("", "")

    def _named_behind(self, sentence: Sentence, figure: Figure, family: Sequence[Jenjang]) -> SubjectHit | None:
        """What is named right behind a figure: `kegiatan yang mencapai 97,37 % adalah ...`."""
        behind = _IS.match(sentence.text, figure.end)
        if behind is None:
            return None
        named = self._names.of(sentence.text).within(behind.end(), behind.end() + _NEAR)
        return chosen(named, family)

    def _same_again(self, said: str) -> tuple[str, str]:
        """The subject of the claim before in the same sentence, where the text between says nothing else."""
        if self._claim is None or self._claim.subject in (TOTAL, RATA_RATA) or not says_little(said, own=0):
            return "", ""
        return self._claim.subject, self._claim.name


def _opens_item(prose: Sequence[Sentence], position: int) -> bool:
    """Whether a sentence is the first one of a list item."""
    sentence = prose[position]
    if not isinstance(sentence, Passage) or not sentence.item:
        return False
    before = prose[position - 1] if position else None
    return not isinstance(before, Passage) or before.paragraph != sentence.paragraph


def _masked(text: str, named: Named) -> str:
    """The text with its names and quotations blanked, since they may hold words that tell figures (`Laporan Capaian Kinerja`).

    A `Nilai` that begins a name stays: what follows is that value.
    """
    masked = list(_QUOTED.sub(lambda quoted: " " * len(quoted.group()), text))
    for hit in named.hits:
        start = hit.start + (len(first.group()) if (first := _VALUE.match(text, hit.start)) else 0)
        masked[start : hit.end] = " " * (hit.end - start)
    return "".join(masked)


def _mention(sentence: Sentence, figure: Figure, claim: _Claim) -> Mention:
    place = sentence.place_at(figure.start) if isinstance(sentence, Passage) else sentence.location.place
    average = claim.subject == RATA_RATA
    measure = Measure.CAPAIAN if average and figure.measure == Measure.KINERJA else figure.measure
    # `Rata-rata capaiannya 86,77 %, sedangkan anggaran terserap 84,50 %`: the money is of the whole and no average.
    of_money = average and measure in MONEY
    return Mention(
        measure=measure,
        quantity=figure.quantity,
        location=Location(place, sentence.text, row=TOTAL if of_money else claim.name, column=LABELS[measure]),
        claim=claim.number,
        subject=TOTAL if of_money else claim.subject,
        subject_name=TOTAL if of_money else claim.name,
        year=claim.year,
        words=figure.words,
    )


# ------------------------------------------------------------------ terbilang


def terbilang_of(items: Sequence[Sentence | Block]) -> tuple[Terbilang, ...]:
    """Every numeral with words in brackets behind it, of sentences (or lines, joined to sentences here) and of table cells."""
    lines = [item for item in items if isinstance(item, TextLine | Table)]
    prose = [item for item in items if isinstance(item, Sentence)] or sentences(lines)
    return (*_in_prose(prose), *_in_cells([item for item in items if isinstance(item, Table)]))


def _in_prose(prose: Sequence[Sentence]) -> Iterator[Terbilang]:
    for sentence in prose:
        for pair in terbilang.find(sentence.text):
            place = sentence.place_at(pair.start) if isinstance(sentence, Passage) else sentence.location.place
            yield _terbilang(pair, Location(place, sentence.text))


def _in_cells(tables: Sequence[Table]) -> Iterator[Terbilang]:
    for table in tables:
        for row in table.rows:
            for cell in row.cells:
                for pair in terbilang.find(" ".join(cell.text.split())):
                    yield _terbilang(pair, Location(cell.place, cell.text, table=table.caption))


def _terbilang(pair: terbilang.Pair, location: Location) -> Terbilang:
    spelled = terbilang.read(pair.words, numeral=pair.quantity.value)
    return Terbilang(pair.quantity, pair.words, spelled.value, spelled.misspelt, location)
