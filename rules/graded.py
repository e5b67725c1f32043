"""Every printed predikat with what it grades: rows of tables, and numbers in prose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rules import show
from rules.anew import FINE, mean_value
from rules.capaian import less_is_better
from rules.claims import RATA_RATA, average_rows, explained_by_list, years_fit
from rules.compare import agree
from rules.compare_words import on_scale
from rules.exact import HUNDRED
from rules.facts import Baris, Fact, Location, Measure, Mention, Peran, ReportView, Sebutan, Tabel
from rules.means import means
from rules.outcome import HOLDS, Comparison, Severity, Verdict
from rules.predikat import Scale, graded_by, mention_of, scales_with, worked_out
from rules.quantity import PERSEN, Quantity
from rules.rows import in_column, number_of
from rules.telling import row_name, table_name

NO_SCALE = "predikat ini tidak ada pada skala yang dinyatakan laporan"
MISREAD_SCALE = "sebagian besar predikat kolom ini tidak cocok dengan skala yang terbaca: agaknya bukan skala kolom ini"
TOLD_ELSEWHERE = "tabel lain memuat capaian lain untuk hal ini, dan predikat ini predikat capaian itu"
LESS_IS_BETTER = "indikator yang makin kecil makin baik: capaian di atas 100 belum tentu baik"
_FEW = 3
_PAIR = 2
_ORDER = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TAK_DIPERIKSA, Verdict.TEMUAN)


@dataclass(frozen=True, slots=True)
class Graded:
    """One predikat with its comparison, its places (the predikat first), and the sentence for a finding."""

    result: Comparison
    places: tuple[Location, ...]
    message: str
    basis: str = ""
    severity: Severity | None = None


def in_table(report: ReportView, tabel: Tabel, column: int) -> tuple[Graded, ...]:
    """The predikat of a column; when most of three or more fail, the scale is not theirs and nothing is said of them."""
    found = [one for baris in tabel.baris if (one := _graded_row(report, tabel, baris, column))]
    checked = [one for one in found if one.result.verdict != Verdict.TAK_DIPERIKSA]
    failed = [one for one in checked if one.result.verdict == Verdict.TEMUAN]
    if len(checked) >= _FEW and 2 * len(failed) > len(checked):
        return tuple(replace(one, result=_doubted(one.result, MISREAD_SCALE)) for one in found)
    return tuple(found)


def _graded_row(report: ReportView, tabel: Tabel, baris: Baris, column: int) -> Graded | None:
    predikat = in_column(baris, column)
    capaian = graded_by(baris, predikat) if predikat is not None and predikat.label else None
    if predikat is None or capaian is None:
        return None
    places = (predikat.location, capaian.location)
    if not isinstance(capaian.number, Quantity):
        reason = f"capaian {capaian.number.reason.value}"
        return Graded(_unchecked(predikat.label, reason), places, "")
    numbers = [number for number in (capaian.number, worked_out(baris, capaian)) if number is not None]
    scales = scales_with(report, predikat.label, tabel.position)
    one = _compared(scales, predikat.label, numbers, f"Predikat {row_name(baris)}")
    if one.result.verdict == Verdict.TEMUAN and less_is_better(baris) and numbers[0].value > HUNDRED:
        one = replace(one, result=_doubted(one.result, LESS_IS_BETTER))
    if one.result.verdict == Verdict.TEMUAN and any(
        _compared(scales, predikat.label, [number], "").result.verdict == Verdict.LOLOS
        for number in _told_otherwise(report, tabel, baris, capaian)
    ):
        one = replace(one, result=_doubted(one.result, TOLD_ELSEWHERE))
    return replace(one, places=(*places, *one.places))


def _told_otherwise(report: ReportView, tabel: Tabel, baris: Baris, capaian: Fact) -> list[Quantity]:
    """What other tables state as the capaian of the same thing and year, where none of them states this one."""
    rows = (row for other, row in report.of_subject(baris.subject) if other.id != tabel.id)
    facts = (fact for row in rows for fact in row.all(Measure.CAPAIAN) if fact.year == capaian.year)
    numbers = [fact.quantity for fact in facts if fact.quantity is not None]
    return [] if any(agree(capaian.number, number) for number in numbers) else numbers


def _compared(scales: Sequence[Scale], label: str, numbers: Sequence[Quantity], who: str) -> Graded:
    """A predikat against every scale that knows it; one that agrees is enough. The place is that of the class expected."""
    tried = [(scale, on_scale(scale.label(label), numbers, scale.bands)) for scale in scales]
    if not tried:
        return Graded(_unchecked(label, NO_SCALE), (), "")
    scale, result = min(tried, key=lambda pair: _ORDER.index(pair[1].verdict))
    said = f"{who} tertulis {label}, sedangkan {show.printed(numbers[0])} menurut {scale.source} termasuk {result.expected}."
    classes = zip((name for name, _ in scale.bands), scale.places, strict=False)
    expected = tuple(place for name, place in classes if name in result.expected.split(" atau "))
    return Graded(replace(result, stated=label), expected, said, scale.basis)


# ------------------------------------------------------------------ prose


def in_prose(report: ReportView) -> Iterator[Graded]:
    """The predikat of numbers in prose, by the scale; then against the predikat that a table gives the same thing."""
    accused: list[tuple[Sebutan, Graded]] = []
    for sebutan in report.sebutan:
        if sebutan.about:
            continue
        scales = scales_with(report, sebutan.label)
        meant = _as_counted(report, sebutan)
        own = _compared(scales, sebutan.label, [meant], f"Predikat {show.printed(sebutan.quantity)}")
        own = replace(own, places=(sebutan.location, *own.places))
        one = _against_tables(report, sebutan) if own.result.verdict in HOLDS else None
        one = one or own
        if one.result.verdict != Verdict.TEMUAN:
            yield one
        elif not any(_same_claim(said, sebutan) for said, _ in accused):
            accused.append((sebutan, one))
    yield from (_with_repeats(report, said, graded) for said, graded in accused)


def _as_counted(report: ReportView, sebutan: Sebutan) -> Quantity:
    """The number that is graded; a hundred per cent that its sentence counts out (61 of 61) is no rounding of a little more or less."""
    if sebutan.quantity.value != HUNDRED:
        return sebutan.quantity
    parts = {m.measure: m.quantity for m in report.mentions if m.location.text == sebutan.location.text}
    counted = [q for q in (parts.get(Measure.TARGET), parts.get(Measure.KINERJA)) if q is not None and not q.decimals and q.unit != PERSEN]
    whole = len(counted) == _PAIR and counted[0].value == counted[1].value
    return replace(sebutan.quantity, decimals=FINE, column_decimals=FINE) if whole else sebutan.quantity


def _same_claim(one: Sebutan, two: Sebutan) -> bool:
    return one.quantity.value == two.quantity.value and one.label.casefold() == two.label.casefold()


def _with_repeats(report: ReportView, said: Sebutan, graded: Graded) -> Graded:
    """The same number with the same predikat said again: one finding with all its places, the sentences first."""
    again = [s.location for s in report.sebutan if _same_claim(s, said) and s.location != said.location]
    return replace(graded, places=(graded.places[0], *again, *graded.places[1:]))


def _against_tables(report: ReportView, sebutan: Sebutan) -> Graded | None:
    """The predikat of a sentence against that of the rows it speaks of; None when there are none to compare with."""
    mention = mention_of(report, sebutan)
    if mention is None or mention.measure not in (Measure.CAPAIAN, Measure.KINERJA) or explained_by_list(report, mention):
        return None
    rows = _rows_of(report, mention)
    labelled = [(t, b, f) for t, b in rows for f in b.all(Measure.PREDIKAT) if f.label and years_fit(f.year, mention.year)]
    scales = scales_with(report, sebutan.label)
    if any(scale.label(fact.label) == scale.label(sebutan.label) for _, _, fact in labelled for scale in scales):
        return None
    of_same = [one for one in labelled if _same_number(mention, one[1], one[2])]
    if not of_same and mention.subject != RATA_RATA:
        # Another number may well have another predikat: that the numbers differ is BN01's finding.
        return None
    found = next(iter(of_same or labelled), None)
    # Where the rows of the table, averaged anew, have the table's predikat, the sentence grades the result otherwise.
    return _labelled_otherwise(sebutan, found, light=not of_same and not _borne_out(report, *found)) if found else None


def _labelled_otherwise(sebutan: Sebutan, labelled: tuple[Tabel, Baris, Fact], light: bool) -> Graded:
    """The two predikat of one thing; light where each suits the number beside it, as two averages that differ."""
    tabel, baris, fact = labelled
    capaian = graded_by(baris, fact)
    beside = f" ({show.printed(capaian.number)})" if capaian is not None else ""
    said = (
        f"{row_name(baris)} {show.printed(sebutan.quantity)} disebut {sebutan.label} dalam kalimat, "
        f"sedangkan di {table_name(tabel)} predikatnya {show.joined([fact.label])}{beside}."
    )
    result = Comparison(Verdict.TEMUAN, sebutan.label, fact.label)
    severity = Severity.RENDAH if light else None
    return Graded(result, (sebutan.location, fact.location), said, "skala yang dinyatakan laporan", severity)


def _borne_out(report: ReportView, tabel: Tabel, baris: Baris, fact: Fact) -> bool:
    """Whether the average of an average row, worked out from its rows, has the predikat that the table prints."""
    for one in means(tabel):
        anew = mean_value([number_of(in_column(part, one.fact.column.index)) for part in one.parts])
        if one.whole is baris and isinstance(anew, Quantity):
            scales = scales_with(report, fact.label, tabel.position)
            return any(on_scale(scale.label(fact.label), [anew], scale.bands).verdict == Verdict.LOLOS for scale in scales)
    return False


def _same_number(mention: Mention, baris: Baris, fact: Fact) -> bool:
    capaian = graded_by(baris, fact)
    return capaian is not None and agree(mention.quantity, capaian.number)


def _rows_of(report: ReportView, mention: Mention) -> list[tuple[Tabel, Baris]]:
    if mention.subject == RATA_RATA:
        return [(tabel, baris) for tabel, baris, _ in average_rows(report, mention.year)]
    return [(tabel, baris) for tabel, baris in report.of_subject(mention.subject) if baris.peran == Peran.RINCIAN]


def _doubted(result: Comparison, reason: str) -> Comparison:
    return Comparison(Verdict.TAK_DIPERIKSA, result.stated, result.expected, reason=reason)


def _unchecked(label: str, reason: str) -> Comparison:
    return Comparison(Verdict.TAK_DIPERIKSA, label, "", reason=reason)
