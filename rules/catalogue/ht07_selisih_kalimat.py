"""A difference that a sentence states is that of the two figures which it names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.compare import difference_of, not_checked
from rules.exact import TEN
from rules.facts import ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.said import Difference
from rules.slips import variants

OTHERS = "angkanya mungkin tentang hal lain"


class HT07(Rule):
    """Selisih yang disebut dalam kalimat sama dengan selisih kedua angka lain dalam kalimat itu.

    Misalnya yang tinggal, kekurangan, kelebihan, surplus atau defisit. Hanya bila kalimatnya memuat tepat dua angka lain dengan
    satuan yang sama.

    Lolos:
        Aduan yang masuk sebanyak 236 aduan dan telah ditindaklanjuti 229 aduan, tinggal 7 aduan yang masih diproses.

    Temuan:
        Aduan yang masuk sebanyak 236 aduan dan telah ditindaklanjuti 229 aduan, tinggal 17 aduan yang masih diproses.
    """

    code = "HT07"
    title = "Selisih dalam kalimat tidak sesuai dengan kedua angkanya"
    family = "hitungan"
    severity = Severity.SEDANG
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in report.said.differences:
            result = _compared(one)
            message = f"Selisih dalam kalimat tertulis {result.stated}, sedangkan {result.working}."
            yield self.outcome(result, (one.location,), message)


def _compared(one: Difference) -> Comparison:
    """More than half of the difference off, and no slip of typing, it is of something else: `guru SD 500 dan SMP 300, kekurangan 80`."""
    result = difference_of(one.stated, one.minuend, one.subtrahend)
    right = abs(one.minuend.value - one.subtrahend.value)
    mistyped = one.stated.value >= TEN and right in variants(one.stated.value, one.stated.decimals)
    far = result.gap + result.gap > right and not mistyped
    return not_checked(one.stated, OTHERS, result.expected) if result.verdict == Verdict.TEMUAN and far else result
