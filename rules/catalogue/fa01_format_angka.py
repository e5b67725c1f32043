"""The numbers of a column keep to one pair of separators."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.formats import ENGLISH, INDONESIAN, Odd, as_printed_otherwise, cells_by_style, odd_in_prose, odd_rows
from rules.outcome import Comparison, Outcome, Severity, Verdict

MANY_ROWS = 6
MANY = 10
IN_PROSE = "pemisah angka dalam kalimat"


class FA01(Rule):
    """Angka sebuah kolom memakai pemisah ribuan dan desimal yang sama; bila seri, seperti kebanyakan angka tabelnya.

    Laporan yang seluruhnya bergaya Inggris dicatat satu kali. Angka dalam kalimat dibandingkan dengan kebanyakan kalimat.

    Lolos:
        Tabel 3.2 Capaian Kinerja Tahun 2021
        | Indikator Kinerja | Target | Realisasi | Capaian (%) |
        | Cakupan Penanganan PMKS | 94,33 | 90,02 | 95,43 |
        | Predikat Akuntabilitas Kinerja | 80,00 | 74,76 | 93,45 |

    Temuan:
        Tabel 3.2 Capaian Kinerja Tahun 2021
        | Indikator Kinerja | Target | Realisasi | Capaian (%) |
        | Cakupan Penanganan PMKS | 94.33 | 90,02 | 95,43 |
        | Predikat Akuntabilitas Kinerja | 80,00 | 74,76 | 93,45 |
    """

    code = "FA01"
    title = "Pemisah ribuan atau desimal berbeda dari angka sekitarnya"
    family = "format_angka"
    severity = Severity.RENDAH
    basis = "EYD V (2022): titik untuk ribuan, koma untuk desimal"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        counted = cells_by_style(report)
        if counted[ENGLISH] >= MANY and counted[ENGLISH] >= MANY * counted[INDONESIAN]:
            yield self._english(report, counted[ENGLISH])
        odd = {tabel.id: tuple(odd_rows(report, tabel)) for tabel in report.tables}
        mixed = sum(len(found) for found in odd.values()) > MANY
        for tabel in report.tables:
            if odd[tabel.id]:
                yield from self._said(odd[tabel.id], len(odd[tabel.id]) > MANY_ROWS or mixed, "kebanyakan angka kolom atau tabelnya")
            elif any(fact.format is not None for baris in tabel.baris for fact in baris.facts):
                yield self.outcome(Comparison(Verdict.LOLOS, tabel.label, ""), (tabel.location,))
        yield from (replace(one, cause_hint=IN_PROSE) for one in self._said(tuple(odd_in_prose(report)), False, "angka kalimat lainnya"))

    def _said(self, odd: tuple[Odd, ...], together: bool, than: str) -> Iterator[Outcome]:
        """A finding for each row or figure; where there are many, one for all of the same style."""
        groups = [[one for one in odd if one.style == style] for style in (INDONESIAN, ENGLISH)] if together else [[one] for one in odd]
        for group in groups:
            if group:
                yield self._of_group(group, than, f" ({sum(len(one.texts) for one in group)} angka)" if together else "")

    def _of_group(self, group: list[Odd], than: str, count: str) -> Outcome:
        """EYD decides what is proposed: among figures of English style the few of Indonesian style are right, and the column is mixed."""
        texts = [text for one in group for text in one.texts]
        shown = texts if len(texts) <= MANY_ROWS else [*texts[:MANY_ROWS], "…"]
        stated = "; ".join(shown)
        if group[0].style == ENGLISH:
            expected = "satu gaya: titik untuk ribuan, koma untuk desimal"
            message = f"Pemisah bercampur: {stated} bergaya Indonesia, sedangkan {than} bergaya Inggris{count}."
        else:
            expected = "; ".join(as_printed_otherwise(text) for text in shown)
            message = f"{stated} memakai pemisah lain daripada {than}{count}."
        return self.outcome(Comparison(Verdict.TEMUAN, stated, expected), (place for one in group for place in one.places), message)

    def _english(self, report: ReportView, count: int) -> Outcome:
        first = next(fact for _, _, fact in report.facts() if fact.format is not None and fact.quantity is not None)
        message = f"Laporan ini memakai pemisah gaya Inggris pada {count} angka tabel."
        result = Comparison(Verdict.TEMUAN, first.location.text, as_printed_otherwise(first.location.text))
        return self.outcome(result, (first.location,), message, Severity.INFO)
