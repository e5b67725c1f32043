"""A row that repeats the figures of another one: `78 %, 70,4 %, 90,25 %` under two indicators is not what both reached."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal

from pipeline.audit.diagnosis_relations import Figure
from pipeline.audit.witnesses import Ledger
from rules.facts import Measure
from rules.slips import has_many_digits

# So many figures of a year, and so many of them with digits enough, do not agree by chance.
_FEWEST, _TELLING = 3, 2


def repeated_by(ledger: Ledger, known: Figure) -> Figure | None:
    """The same figure of the row whose figures of the year a row repeats; two tables tell them of that one, so that it is the copy."""
    own = _of_year(known)
    if len(own) < _FEWEST or sum(map(has_many_digits, own.values())) < _TELLING or known.fact is None or known.baris is None:
        return None
    found: dict[str, list[Figure]] = defaultdict(list)
    for other in ledger.same(known):
        if other.fact is not None and other.fact.year == known.fact.year and other.baris is not None and _of_year(other) == own:
            found[other.baris.subject].append(other)
    found.pop(known.baris.subject, None)
    found.pop("", None)
    several = [same for same in found.values() if len({one.tabel.id for one in same if one.tabel is not None}) > 1]
    return several[0][0] if len(several) == 1 else None


def _of_year(known: Figure) -> Mapping[Measure, Decimal]:
    """What the row of a figure prints of its year, by measure."""
    if known.baris is None or known.fact is None:
        return {}
    return {fact.measure: fact.quantity.value for fact in known.baris.facts if fact.year == known.fact.year and fact.quantity is not None}
