"""The words in brackets behind a numeral are spelled right."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.facts import ReportView, Terbilang
from rules.outcome import Comparison, Outcome, Severity, Verdict


class TB02(Rule):
    """Kata bilangan pada terbilang ditulis dengan ejaan yang benar.

    Hanya bila bilangannya tetap terbaca sama dengan angkanya; selain itu lihat TB01. Spasi, huruf besar dan `milyar` dibiarkan.

    Lolos:
        Anggaran kegiatan ini Rp. 63.370.500,- (Enam puluh tiga juta tiga ratus tujuh puluh ribu lima ratus rupiah).

    Temuan:
        Anggaran kegiatan ini Rp. 63.370.500,- (Senam puluh tiga juta tiga ratus tujuh puluh ribu lima ratus rupiah).
    """

    code = "TB02"
    title = "Ejaan terbilang"
    family = "terbilang_ejaan"
    severity = Severity.RENDAH
    basis = "EYD V (2022)"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in report.terbilang:
            if one.value is not None and one.value == one.quantity.value:
                yield self._outcome(one)

    def _outcome(self, one: Terbilang) -> Outcome:
        if not one.misspelt:
            return self.outcome(Comparison(Verdict.LOLOS, " ".join(one.words.split()), ""), (one.location,))
        stated, expected = ("; ".join(words) for words in zip(*one.misspelt, strict=True))
        message = f"Terbilang {show.printed(one.quantity)} memuat {stated}; ejaannya: {expected}."
        return self.outcome(Comparison(Verdict.TEMUAN, stated, expected), (one.location,), message)
