"""LB05: a percent sign is written once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import Location, ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.texts import sentences_with

_ONCE = re.compile(r"\d(?<![\d.,]\d)[\d.,]*\s?(?:%|persen\b)", re.IGNORECASE)
_TWICE = re.compile(r"(\d(?<![\d.,]\d)[\d.,]*)\s?(?:%\s?(?:%|persen\b)|persen\s(?:%|persen\b))", re.IGNORECASE)


class LB05(Rule):
    """Persen ditulis satu kali di belakang angkanya, sebagai tanda atau sebagai kata: bukan "94,01% %" dan bukan "94,01% persen".

    Kata dalam kurung sesudah tandanya, misalnya "10% (sepuluh persen)", bukan pengulangan.

    Lolos:
        Penyerapan anggaran tahun itu sebesar 94,01%.

    Temuan:
        Penyerapan anggaran tahun itu sebesar 94,01% persen.
    """

    code = "LB05"
    title = "Tanda persen ditulis dua kali"
    family = "format_angka"
    severity = Severity.RENDAH
    basis = "EYD V (2022): penulisan angka"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        right: Outcome | None = None  # one stands for all
        for place in _places(report):
            text = " ".join(place.text.split())
            found = list(_TWICE.finditer(text))
            for twice in found:
                result = Comparison(Verdict.TEMUAN, twice.group(), f"{twice[1]}%")
                yield self.outcome(result, (place,), f"Persen tertulis dua kali pada {twice.group()}; cukup {twice[1]}%.")
            if right is None and not found and (once := _ONCE.search(text)):
                right = self.outcome(Comparison(Verdict.LOLOS, once.group(), ""), (place,))
                yield right


def _places(report: ReportView) -> Iterator[Location]:
    """The sentences and the cells that hold a percent sign or its word."""
    yield from (sentence.location for sentence in sentences_with(report, "%", "persen"))
    for _, _, fact in report.facts():
        if "%" in fact.location.text:
            yield fact.location
