"""The percentages of a column all carry the sign, or none does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import PERCENTAGES, Column, Fact, Measure, ReportView, Tabel
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.quantity import Unreadable
from rules.rows import in_column
from rules.telling import table_name

_IN_HEADER = re.compile(r"%|pers?en|prosen", re.IGNORECASE)


class SA04(Rule):
    """Persentase dalam satu kolom ditulis semuanya dengan tanda persen, atau semuanya tanpa tanda itu.

    Kolom yang judulnya sudah memuat % atau persen tidak diperiksa, begitu pula kolom yang sebagian besar selnya tanpa tanda persen.

    Lolos:
        Tabel 3.5 Efisiensi Penggunaan Sumber Daya Tahun 2021
        | No | Indikator Kinerja | Capaian Kinerja Sasaran | Penyerapan Anggaran |
        | 1 | Nilai SAKIP | 93,45% | 92,40% |
        | 2 | Cakupan Penanganan PMKS | 95,43% | 72,80% |

    Temuan:
        Tabel 3.5 Efisiensi Penggunaan Sumber Daya Tahun 2021
        | No | Indikator Kinerja | Capaian Kinerja Sasaran | Penyerapan Anggaran |
        | 1 | Nilai SAKIP | 93,45% | 92,40% |
        | 2 | Cakupan Penanganan PMKS | 95,43 | 72,80 |
    """

    code = "SA04"
    title = "Tanda persen hanya pada sebagian angka kolom"
    family = "satuan"
    severity = Severity.RENDAH
    basis = "keseragaman penulisan satuan"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for tabel in report.tables:
            without: dict[int, list[Fact]] = {}
            for column in tabel.columns:
                if column.measure in (*PERCENTAGES, Measure.EFISIENSI) and not _IN_HEADER.search(column.header):
                    for row, fact in _unsigned(tabel, column):
                        without.setdefault(row, []).append(fact)
                    yield from (
                        self.outcome(Comparison(Verdict.LOLOS, fact.location.text, ""), (fact.location,)) for fact in _signed(tabel, column)
                    )
            yield from (self._outcome(tabel, facts) for facts in without.values())

    def _outcome(self, tabel: Tabel, facts: list[Fact]) -> Outcome:
        texts = [" ".join(fact.location.text.split()) for fact in facts]
        stated, expected = "; ".join(texts), "; ".join(f"{text}%" for text in texts)
        message = f"{stated} tertulis tanpa tanda persen, sedangkan angka lain kolom itu di {table_name(tabel)} memakainya."
        return self.outcome(Comparison(Verdict.TEMUAN, stated, expected), (fact.location for fact in facts), message)


def _numbers(tabel: Tabel, column: Column) -> list[tuple[int, Fact]]:
    cells = [(row.source_row, in_column(row, column.index)) for row in tabel.baris]
    return [
        (at, fact) for at, fact in cells if fact is not None and not (isinstance(fact.number, Unreadable) and fact.number.shared is None)
    ]


def _signed(tabel: Tabel, column: Column) -> list[Fact]:
    return [fact for _, fact in _numbers(tabel, column) if "%" in fact.location.text]


def _unsigned(tabel: Tabel, column: Column) -> list[tuple[int, Fact]]:
    """The cells without the sign, where at least as many have it."""
    bare = [
        (at, fact)
        for at, fact in _numbers(tabel, column)
        if "%" not in fact.location.text and "persen" not in fact.location.text.casefold()
    ]
    return bare if len(bare) <= len(_signed(tabel, column)) else []
