"""A percentage in a sentence: as it was meant, and whether tables bear it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rules.claims import Claim, rows_sharing_an_amount, states, years_fit
from rules.compare import is_percent_of
from rules.exact import EXACT, TEN
from rules.facts import Baris, Measure, Mention, ReportView
from rules.outcome import HOLDS
from rules.quantity import Quantity
from rules.rows import number_of

CENTS = 2


def fits_table(report: ReportView, claim: Claim, percent: Mention) -> bool:
    """Whether the percentage is that of the amounts which a table states, of which the sentence prints one otherwise."""
    named = report.of_subject(percent.subject) if percent.subject else ()
    return any(_made_by(percent, baris) for _, baris in rows_sharing_an_amount(report, claim) or named)


def is_told_by_its_percentage(claim: Claim, rows: Sequence[Baris]) -> bool:
    """Whether the percentage beside two amounts is that of a row, which has one of them, and not theirs: the other is misprinted.

    All three stand in one sentence.
    """
    percent, realisasi, pagu = (claim.get(measure) for measure in (Measure.SERAPAN, Measure.REALISASI, Measure.PAGU))
    if percent is None or realisasi is None or pagu is None or len({m.location.text for m in (percent, realisasi, pagu)}) > 1:
        return False
    own = is_percent_of(unpadded_percent(percent.quantity), realisasi.quantity, pagu.quantity)
    told = [baris for baris in rows if any(states(fact, amount) for amount in (realisasi, pagu) for fact in baris.all(amount.measure))]
    return own.verdict not in HOLDS and any(_made_by(percent, baris) for baris in told)


def _made_by(percent: Mention, baris: Baris) -> bool:
    parts = [[f for f in baris.all(m) if years_fit(f.year, percent.year)] for m in (Measure.REALISASI, Measure.PAGU)]
    if any(len(part) != 1 for part in parts):
        return False
    made = is_percent_of(unpadded_percent(percent.quantity), number_of(parts[0][0]), number_of(parts[1][0]))
    return made.verdict in HOLDS


def unpadded_percent(stated: Quantity) -> Quantity:
    """Nobody means the last zero of `98,840%`."""
    padded = stated.decimals > CENTS and EXACT.remainder(EXACT.scaleb(stated.value, stated.decimals), TEN) == 0
    return replace(stated, column_decimals=CENTS) if padded else stated
