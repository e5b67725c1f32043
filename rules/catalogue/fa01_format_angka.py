"""The numbers of a column keep to one pair of separators."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.formats import ENGLISH, INDONESIAN, Odd, as_printed_otherwise, cells_by_style, odd_cells, odd_in_prose
from rules.outcome import Comparison, Outcome, Severity, Verdict

MOST_SHOWN = 6
MANY = 10
IN_PROSE = "pemisah angka dalam kalimat"


class FA01(Rule):
    """Angka sebuah kolom memakai pemisah ribuan dan desimal yang sama; bila seri, seperti kebanyakan angka tabelnya.

    Semua yang berbeda dalam satu tabel menjadi satu temuan; laporan yang seluruhnya bergaya Inggris dicatat satu kali.
    Angka dalam kalimat dibandingkan dengan kebanyakan kalimat.

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
        for tabel in report.tables:
            odd = tuple(odd_cells(report, tabel))
            for one in odd:
                yield self._told(one, "kebanyakan angka kolom atau tabelnya")
            if not odd and any(fact.format is not None for baris in tabel.baris for fact in baris.facts):
                yield self.outcome(Comparison(Verdict.LOLOS, tabel.label, ""), (tabel.location,))
        for one in odd_in_prose(report):
            yield replace(self._told(one, "angka kalimat lainnya"), cause_hint=IN_PROSE)

    def _told(self, odd: Odd, than: str) -> Outcome:
        """EYD decides what is proposed: among figures of English style the few of Indonesian style are right, and the column is mixed."""
        texts = odd.texts
        shown = texts if len(texts) <= MOST_SHOWN else (*texts[:MOST_SHOWN], "…")
        count = f" ({len(texts)} angka)" if len(texts) > 1 else ""
        stated = "; ".join(shown)
        if odd.style == ENGLISH:
            expected = "satu gaya: titik untuk ribuan, koma untuk desimal"
            message = f"Pemisah bercampur: {stated} bergaya Indonesia, sedangkan {than} bergaya Inggris{count}."
        else:
            expected = "; ".join(as_printed_otherwise(text) for text in shown)
            message = f"{stated} memakai pemisah lain daripada {than}{count}."
        return self.outcome(Comparison(Verdict.TEMUAN, stated, expected), odd.places, message)

    def _english(self, report: ReportView, count: int) -> Outcome:
        first = next(fact for _, _, fact in report.facts() if fact.format is not None and fact.quantity is not None)
        message = f"Laporan ini memakai pemisah gaya Inggris pada {count} angka tabel."
        result = Comparison(Verdict.TEMUAN, first.location.text, as_printed_otherwise(first.location.text))
        return self.outcome(result, (first.location,), message, Severity.INFO)
