"""A numeral and the words in brackets behind it are the same number."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.claims import is_telling
from rules.compare import same_value
from rules.compare_words import spells
from rules.facts import ReportView, Terbilang
from rules.outcome import Outcome, Severity, Verdict


class TB01(Rule):
    """Terbilang menyebut bilangan yang sama dengan angka di depannya.

    Huruf besar, spasi dan salah eja tidak mengubah bilangan (lihat TB02). Terbilang yang tidak terbaca tidak diperiksa.

    Lolos:
        Anggaran kegiatan ini Rp. 380.938.700,- (Tiga ratus delapan puluh juta sembilan ratus tiga puluh delapan ribu tujuh ratus rupiah).

    Temuan:
        Anggaran kegiatan ini Rp. 380.938.700,- (Tiga ratus delapan puluh tujuh juta sembilan ratus tiga puluh delapan ribu tujuh ratus
        rupiah).
    """

    code = "TB01"
    title = "Terbilang tidak sama dengan angkanya"
    family = "terbilang"
    severity = Severity.TINGGI
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in report.terbilang:
            yield self.outcome(spells(one.words, one.value, one.quantity), (one.location,), _message(report, one))


def _message(report: ReportView, one: Terbilang) -> str:
    if one.value is None or one.value == one.quantity.value:
        return ""
    said = f"Angka tertulis {show.printed(one.quantity)}, sedangkan terbilangnya berbunyi {show.number(one.value)}."
    hints = (_stated_in(report, value) for value in (one.quantity.value, one.value))
    return " ".join([said, *(hint for hint in hints if hint)])


def _stated_in(report: ReportView, value: Decimal) -> str:
    """Which of the two a table prints; small numbers occur by chance."""
    if not is_telling(value):
        return ""
    tabel = next((tabel for tabel, _, fact in report.facts() if same_value(fact.number, value)), None)
    return f"{show.number(value)} juga tertulis di {tabel.label}." if tabel is not None else ""
