"""A difference that a sentence states is that of the two figures which it names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.compare import difference_of
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict


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
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in report.said.differences:
            result = difference_of(one.stated, one.minuend, one.subtrahend)
            message = f"Selisih dalam kalimat tertulis {result.stated}, sedangkan {result.working}."
            yield self.outcome(result, (one.location,), message)
