"""No stray sign stands among the digits of a cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict

_STRAY = re.compile(r"[`´]\s*(?=\d)|(?<=\d)\s*[`´]")


class FA05(Rule):
    """Angka dalam sel tabel tidak diselipi tanda yang bukan bagian angka, misalnya aksen: "16 : `84".

    Petik tunggal dan ganda, yang dapat berarti satuan, tidak diperiksa.

    Lolos:
        Tabel 13 Perbandingan Anggaran
        | No | Uraian | Tahun 2014 | Tahun 2015 | Tahun 2016 |
        | 1 | Provinsi | 21.800.456 | 40.796.344 | 18.508.405 |

    Temuan:
        Tabel 13 Perbandingan Anggaran
        | No | Uraian | Tahun 2014 | Tahun 2015 | Tahun 2016 |
        | 1 | Provinsi | 21.800.456 | `40.796.344 | 18.508.405 |
    """

    code = "FA05"
    title = "Tanda asing di antara angka"
    family = "format_angka"
    severity = Severity.RENDAH
    basis = "EYD V (2022): penulisan angka"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        first = next((fact for _, _, fact in report.facts() if fact.quantity is not None), None)
        if first is not None:
            yield self.outcome(Comparison(Verdict.LOLOS, first.location.text, ""), (first.location,))
        for _, _, fact in report.facts():
            text = " ".join(fact.location.text.split())
            if _STRAY.search(text):
                right = _STRAY.sub("", text)
                result = Comparison(Verdict.TEMUAN, text, right)
                yield self.outcome(result, (fact.location,), f"{text} memuat tanda yang bukan bagian angka; seharusnya {right}.")
