"""When a failed comparison may be called a finding, and when it is more likely that we misread the table.

Every function returns a reason in Indonesian why nothing may rest on a reading, or an empty text. A false accusation
costs more than a miss: what is not proven is not checked, and the report says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from rules.compare import not_checked, same_value
from rules.exact import EXACT, HUNDRED, TEN, ZERO, total
from rules.facts import AMOUNTS, Baris, Fact, Measure, Peran, Susunan, Tabel
from rules.means import Mean, own_ratio
from rules.outcome import HOLDS, Comparison, Severity, Verdict
from rules.quantity import Number, Quantity
from rules.rows import empty, in_column, merged, number_of, position_of, quantities, running, skipping
from rules.slips import is_mistyped
from rules.sums import Sum

GUESSED = "susunan baris hanya perkiraan"
UNLEVELLED = "susunan baris hanya perkiraan, sehingga tidak pasti baris mana yang ditotalkan"
MISREAD_LEVELS = "sebagian besar induk tidak sama dengan jumlah anaknya: susunan baris agaknya salah terbaca"
MISREAD_COLUMN = "sebagian besar baris kolom ini tidak cocok: arti kolom agaknya salah terbaca"
INCOMPLETE = "susunan baris tidak terbukti lengkap"
OTHERS_CHILD = "selisihnya persis sebesar baris lain: baris itu mungkin milik induk lain"
LOST_ROW = "selisihnya sebesar satu baris di sekitar pergantian halaman: satu baris mungkin tidak terbaca"
CUT_OFF = "tabelnya mungkin bersambung ke halaman lain: sebagian baris mungkin tidak terbaca"
JUMPING = "nomor baris melompat: satu baris mungkin tidak terbaca"
MEANING = "arti kolom persen tidak terbukti"
SHARED = "sel ini mungkin berlaku untuk beberapa baris"
UNCLEAR = "ada beberapa kolom realisasi dan tidak jelas mana yang dibagi"
IMPLAUSIBLE = "angka tidak wajar untuk kolom ini: mungkin salah terbaca"

WEIGHTED = "tabel ini memuat bobot: rata-ratanya mungkin berbobot"
TWOFOLD = "baris ini bisa rata-rata, bisa pula perbandingan jumlahnya sendiri"
INCOME = "pendapatan dan BLUD boleh melampaui anggarannya"
INCOME_WORDS = (
    *("pendapatan", "retribusi", "pajak daerah", "penerimaan", "blud", "perimbangan", "bagi hasil", "dana transfer"),
    *("dana alokasi", "kekayaan daerah", "hibah dari"),
)

_FEW = 3
_FEWEST_PADDED = 4
_BIG = Decimal(1000)
_HIGHEST_SERAPAN = Decimal(200)
_HIGHEST_CAPAIAN = Decimal(1000)
_POINT = Decimal(1)
_TENTH = Decimal("0.1")


def settled(stated: Number, result: Comparison, doubt: str) -> Comparison:
    """A comparison as far as it may be believed: what is doubted accuses nobody, and a guessed layout says nothing at all."""
    if not doubt or result.verdict == Verdict.TAK_DIPERIKSA:
        return result
    return not_checked(stated, doubt, result.expected) if doubt == GUESSED or result.verdict == Verdict.TEMUAN else result


def sum_doubt(tabel: Tabel, this: Sum, every: Sequence[Sum]) -> str:
    """Why a sum that fails may not be called a finding.

    The rows that were read must be proven to be all rows of the sum: by another column of the same rows that foots, by
    another parent or total of the table that foots, or by numbers that run from 1 to the last row without a gap.
    """
    if tabel.susunan == Susunan.KIRA:
        return UNLEVELLED if this.reading else GUESSED
    if not this.fails and this.fact.measure in AMOUNTS:
        return ""
    if this.fact.measure not in AMOUNTS and not any(s.telling and _big(s) and _proves(s, this) for s in every):
        return INCOMPLETE
    if reason := _levels_doubt(this, every):
        return reason
    if any(s.telling and _same_rows(s, this) and not _same_column(s, this) for s in every):
        return ""
    return _lost_row_doubt(tabel, this, every) or _unproven(this, every)


def _levels_doubt(this: Sum, every: Sequence[Sum]) -> str:
    """Three or more parents of which most fail in every column, or in this one: it is we who err, not they."""
    parents = [s for s in every if not s.reading]
    wholes = {s.whole.index for s in parents if s.holds or s.fails}
    footing = {s.whole.index for s in parents if s.holds}
    if not this.reading and len(wholes) >= _FEW and 2 * len(footing) < len(wholes):
        return MISREAD_LEVELS
    column = [s for s in parents if _same_column(s, this) and (s.holds or s.fails)]
    if not this.reading and len(column) >= _FEW and 2 * sum(s.holds for s in column) < len(column):
        return MISREAD_COLUMN
    return ""


def _lost_row_doubt(tabel: Tabel, this: Sum, every: Sequence[Sum]) -> str:
    """A row under the wrong parent, or one that was not read."""
    twins = [s for s in every if _same_rows(s, this) and s.fails]
    if any(_gap_is_a_row(tabel, twin) or _foots_without_tail(twin) for twin in twins):
        return OTHERS_CHILD
    if skipping(this.parts):
        return "" if _lacks_a_row(twins) and not _page_ends_among(tabel, this) else JUMPING
    lacking = all(s.fails and _lacks(s) for s in every if _same_rows(s, this) and s.fact.measure in AMOUNTS)
    if lacking and _is_cut_off(tabel, this):
        return CUT_OFF
    return LOST_ROW if lacking and _page_ends_among(tabel, this) else ""


def _is_text(baris: Baris) -> bool:
    """Whether a row stands in a text, of which no line is lost in reading."""
    return baris.location.place.page is None


def _is_cut_off(tabel: Tabel, this: Sum) -> bool:
    """Whether rows may stand on a page that was not joined: on paper, a parent at the table's end, or a total over rows from 60 on."""
    if _is_text(this.whole):
        return False
    first = position_of(tabel.baris[0].kode.strip().rstrip("."))
    return max(row.index for row in (this.whole, *this.parts)) == tabel.baris[-1].index and (not this.reading or (first or 1) > 1)


def _unproven(this: Sum, every: Sequence[Sum]) -> str:
    """A text shows all its rows: where every amount lacks what one row could hold, it is not half read."""
    elsewhere = any(s.telling and s.whole.index != this.whole.index for s in every)
    if elsewhere or (running(this.parts) and len(this.parts) > 1):
        return ""
    lacks = _lacks_a_row([s for s in every if _same_rows(s, this) and s.fails])
    return "" if lacks and (_is_text(this.whole) or skipping(this.parts)) else INCOMPLETE


def _lacks_a_row(twins: Sequence[Sum]) -> bool:
    """Whether what the columns of some rows lack could be one row: a pagu, and a realisasi within it."""
    pagu = [s.result.gap for s in twins if s.fact.measure == Measure.PAGU]
    others = [s.result.gap for s in twins if s.fact.measure in (Measure.REALISASI, Measure.SISA)]
    return bool(pagu) and len(twins) > 1 and all(map(_lacks, twins)) and all(gap <= max(pagu) for gap in others)


def _same_rows(one: Sum, two: Sum) -> bool:
    return one.whole.index == two.whole.index and {p.index for p in one.parts} == {p.index for p in two.parts}


def _same_column(one: Sum, two: Sum) -> bool:
    return one.fact.column.index == two.fact.column.index


def _proves(other: Sum, this: Sum) -> bool:
    """Whether another sum shows that a column of counts adds up: one of the same column, or the same rows in another year."""
    return _same_column(other, this) or (_same_rows(other, this) and {other.fact.measure, this.fact.measure} == {Measure.NILAI})


def _big(one: Sum) -> bool:
    """Small numbers add up by chance; 100 = 50 + 50 proves nothing."""
    return isinstance(one.fact.number, Quantity) and one.fact.number.value >= _BIG


def _gap_is_a_row(tabel: Tabel, this: Sum) -> bool:
    """Whether the difference is exactly a row of the column, which then is missing here, or stands here wrongly or twice."""
    cells = (in_column(row, this.fact.column.index) for row in tabel.baris)
    return this.result.gap != 0 and any(same_value(cell.number, this.result.gap) for cell in cells if cell is not None)


def _foots_without_tail(this: Sum) -> bool:
    """Whether the first so many parts alone make the whole: the rest then belongs to a parent that is not printed."""
    values = [number.value for number in quantities(number_of(fact) for fact in this.facts)]
    return any(same_value(this.fact.number, total(values[:end])) for end in range(1, len(values)))


def _page_ends_among(tabel: Tabel, this: Sum) -> bool:
    """Whether a page ends among the rows of a sum or behind the last: a row may have been lost there."""
    rows = (this.whole, *this.parts)
    behind = tabel.baris[max(row.index for row in rows) + 1 :][:1]
    return len({row.location.place.page for row in (*rows, *behind)}) > 1


def _lacks(one: Sum) -> bool:
    values = quantities(number_of(fact) for fact in one.facts)
    return isinstance(one.fact.number, Quantity) and one.fact.number.value > total([value.value for value in values])


def column_doubt(explicit: bool, verdicts: Sequence[Verdict], amounts_foot: bool = False) -> str:
    """Why the meaning of a column is not proven, given how its rows came out.

    Half of its rows, and at least two, must hold. Where the header itself names the measure fewer may hold: its only row
    may be wrong, and so may most rows, though not all, where the amounts beside it are proven right.
    """
    checked = [verdict for verdict in verdicts if verdict != Verdict.TAK_DIPERIKSA]
    holding = sum(verdict in HOLDS for verdict in checked)
    if 2 * holding >= len(checked) and (holding >= 2 or explicit):
        return ""
    if not explicit:
        return MEANING
    return "" if len(checked) == 1 or (amounts_foot and holding) else MISREAD_COLUMN


def shared_doubt(tabel: Tabel, baris: Baris, fact: Fact) -> str:
    """Why a percentage may be of more rows than its own: the row below has figures, and an empty cell in this column."""
    below = next((row for row in tabel.baris[baris.index + 1 :] if row.group == baris.group), None)
    if below is None or below.peran != Peran.RINCIAN or not merged(in_column(below, fact.column.index)):
        return ""
    return SHARED if any(not empty(other) for other in below.facts) else ""


def percent_doubt(fact: Fact, gap: Decimal) -> str:
    """Why a percentage, or one so far from it, cannot be what its column says: a serapan of 3.849.045.590 % is a pagu.

    One that is a single slip of typing away from the right one is what its column says: `811,5` for 81,5.
    """
    highest = _HIGHEST_SERAPAN if fact.measure in (Measure.SERAPAN, Measure.SISA_PERSEN) else _HIGHEST_CAPAIAN
    stated = fact.quantity
    if stated is None or stated.value < 0:
        return IMPLAUSIBLE
    usual = stated.value <= highest and gap <= highest
    # `1309` without decimals may as well be 1,309.
    mistyped = stated.decimals > 0 and is_mistyped(stated.value, gap, stated.decimals, highest)
    return "" if usual or mistyped else IMPLAUSIBLE


def mean_doubt(tabel: Tabel, this: Mean) -> str:
    """Why an average that fits no reading may not be called a finding: weights, a row that was not read, a figure misread."""
    if any("bobot" in column.header.casefold() for column in tabel.columns):
        return WEIGHTED
    if skipping(this.parts):
        return JUMPING
    if this.whole.peran == Peran.TOTAL and own_ratio(this.whole, this.fact) is not None:
        return TWOFOLD
    cells = [in_column(part, this.fact.column.index) for part in this.parts]
    return next((doubt for cell in cells if cell is not None and (doubt := percent_doubt(cell, ZERO))), "")


def overspent_doubt(baris: Baris, tabel: Tabel, pagu: Number, over: Decimal) -> str:
    """Why a realisasi above its pagu may not be called a finding: income may exceed its target, and BLUD may spend its own."""
    said = " ".join((tabel.label, *baris.context, baris.name)).casefold()
    if any(word in said for word in INCOME_WORDS):
        return INCOME
    return "" if isinstance(pagu, Quantity) and 0 < over <= EXACT.multiply(2, pagu.value) else IMPLAUSIBLE


def is_padded(column: Sequence[Number]) -> bool:
    """Whether last zeros only fill a column, so that `52,50` has one decimal there.

    One comes by chance in one cell of ten: in half of four or more it is padding.
    """
    printed = [q for q in quantities(column) if q.decimals > 0 and q.value not in (ZERO, HUNDRED)]
    return len(printed) >= _FEWEST_PADDED and 2 * sum(_ends_in_zero(q) for q in printed) >= len(printed)


def without_zero(number: Number) -> Number:
    """A number read without the zero at its end, if it has one."""
    if not isinstance(number, Quantity) or not _ends_in_zero(number):
        return number
    return replace(number, column_decimals=min(number.column_decimals, number.decimals - 1))


def _ends_in_zero(number: Quantity) -> bool:
    return number.decimals > 0 and EXACT.remainder(EXACT.scaleb(number.value, number.decimals), TEN) == 0


def amounts_foot(every: Sequence[Sum]) -> bool:
    """Whether both pagu and realisasi of a table are proven by a sum that foots."""
    proven = {s.fact.measure for s in every if s.telling}
    return {Measure.PAGU, Measure.REALISASI} <= proven


def severity_by_points(gap: Decimal) -> Severity:
    """How much a percentage matters that is off by so many points."""
    if gap <= _TENTH:
        return Severity.RENDAH
    return Severity.TINGGI if gap > _POINT else Severity.SEDANG
