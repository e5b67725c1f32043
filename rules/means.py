"""A stated average with its rows, in all honest readings: which rows, and printed, limited to 100 or worked out anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rules.anew import limited, mean_value, quotient
from rules.compare import mean_of
from rules.facts import Baris, Fact, Jenis, Measure, Peran, Tabel
from rules.outcome import HOLDS, Comparison, Verdict
from rules.quantity import Number, Unreadable
from rules.rows import holding, in_column, leaves, number_of, same_year, tops


@dataclass(frozen=True, slots=True)
class Mean:
    """One stated average, the rows taken for it, and what the comparison came to; `reading` names those rows."""

    whole: Baris
    fact: Fact
    parts: tuple[Baris, ...]
    result: Comparison
    reading: str


def means(tabel: Tabel) -> Iterator[Mean]:
    """Every average of capaian, in the first reading that holds, or in the most natural one if none does."""
    for baris in tabel.baris:
        if not _averages(tabel, baris):
            continue
        for fact in _stated(baris):
            found = list(_candidates(tabel, baris, fact))
            if found and not isinstance(fact.number, Unreadable):
                yield _best(found)


def _stated(baris: Baris) -> tuple[Fact, ...]:
    """The capaian that a row states; else the one figure of a row called average, which can be of nothing but its column."""
    capaian = baris.all(Measure.CAPAIAN)
    told = tuple(fact for fact in baris.facts if fact.quantity is not None)
    alone = baris.peran == Peran.RATA_RATA and len(told) == 1 and told[0].measure in (Measure.CAPAIAN_RENSTRA, Measure.LAIN)
    return capaian or (told if alone else ())


def _averages(tabel: Tabel, baris: Baris) -> bool:
    """An average row; a row called Total is one where capaian stand, since percentages do not add up."""
    return baris.peran == Peran.RATA_RATA or (baris.peran == Peran.TOTAL and tabel.jenis == Jenis.CAPAIAN)


def _best(found: Sequence[Mean]) -> Mean:
    for verdict in (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TAK_DIPERIKSA):
        for one in found:
            if one.result.verdict == verdict:
                return one
    return next((one for one in found if len(one.parts) > 1), found[0])


def _candidates(tabel: Tabel, whole: Baris, fact: Fact) -> Iterator[Mean]:
    column = fact.column.index
    if own := own_ratio(whole, fact):
        yield Mean(whole, fact, (whole,), mean_of(fact.number, [own]), "perbandingan jumlahnya sendiri")
    for name, parts in _rows(tabel, whole, column):
        if len(parts) < 2:
            continue
        for kind, numbers in _kinds(parts, column):
            yield Mean(whole, fact, parts, mean_of(fact.number, numbers), f"{name}{kind}")


def _rows(tabel: Tabel, whole: Baris, column: int) -> Iterator[tuple[str, tuple[Baris, ...]]]:
    """The rows that an average may be of, the most natural first."""
    others = [row for row in tabel.baris if row.index != whole.index and _averages(tabel, row) and in_column(row, column)]
    earlier = tuple(row for row in others if row.index < whole.index)
    last = earlier[-1].index if earlier else -1
    following = min((row.index for row in others if row.index > whole.index), default=len(tabel.baris))
    before = holding((row for row in tabel.baris if row.index < whole.index), column)
    since = tuple(row for row in before if row.index > last)
    after = holding((row for row in tabel.baris if whole.index < row.index < following), column)
    yield "baris", leaves(tabel, since)
    yield "baris tingkat teratas", tops(tabel, since)
    yield "baris di atasnya", leaves(tabel, before)
    yield "baris tingkat teratas di atasnya", tops(tabel, before)
    yield "rata-rata sebelumnya", earlier
    yield "baris di bawahnya", leaves(tabel, after)
    yield "baris yang lengkap", tuple(row for row in leaves(tabel, since) if _is_whole(row))


def _is_whole(baris: Baris) -> bool:
    """Whether no figure of a row is lacking: one without the figure of another year may be left out of an average."""
    return all(fact.quantity is not None for fact in baris.facts if fact.measure != Measure.PREDIKAT)


def own_ratio(whole: Baris, fact: Fact) -> Number | None:
    """Realisasi / target of the row itself: a row of totals may divide them instead of averaging."""
    targets, achieved = same_year(whole, Measure.TARGET, fact), same_year(whole, Measure.KINERJA, fact)
    made = quotient(achieved[0].number, targets[0].number) if len(targets) == len(achieved) == 1 else None
    return None if made is None or isinstance(made, Unreadable) else made


def _kinds(parts: Sequence[Baris], column: int) -> Iterator[tuple[str, list[Number]]]:
    """The numbers of the rows as printed, limited to 100, worked out anew, and the means of each sasaran."""
    facts = [in_column(part, column) for part in parts]
    printed = [number_of(fact) for fact in facts]
    yield "", printed
    yield " dengan capaian dibatasi 100", [limited(number) for number in printed]
    anew = [_worked_out(part, fact) for part, fact in zip(parts, facts, strict=True)]
    yield " dengan capaian dihitung ulang", anew
    groups: dict[str, list[int]] = {}
    for index, part in enumerate(parts):
        groups.setdefault(part.context[0] if part.context else "", []).append(index)
    if 1 < len(groups) < len(parts):
        yield " sebagai rata-rata tiap sasaran", [mean_value([printed[i] for i in some]) for some in groups.values()]
        yield " dihitung ulang, sebagai rata-rata tiap sasaran", [mean_value([anew[i] for i in some]) for some in groups.values()]


def _worked_out(part: Baris, fact: Fact | None) -> Number:
    """Realisasi / target of a row in full precision; the printed capaian where that is not what it prints."""
    if fact is None:
        return number_of(fact)
    made = own_ratio(part, fact)
    same = made is not None and mean_of(fact.number, [made]).verdict in HOLDS
    return made if made is not None and same else fact.number
