"""The row numbers of a table run: none twice, none left out, all in one style."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.numbering import of_columns, of_rows
from rules.outcome import Outcome, Severity, Verdict


class PN02(Rule):
    """Nomor baris dan nomor kolom sebuah tabel berurutan, tanpa nomor ganda atau hilang, dan dengan satu gaya penulisan.

    Hanya bila nomor-nomor lainnya berurutan. Kode rekening resmi tidak diperiksa: kode itu memang melompat dan berulang.

    Lolos:
        Tabel 3.5 Potensi Sumber Kesejahteraan Sosial
        | No. | Indikator Kinerja | Target |
        | 1 | Pekerja Sosial Masyarakat | 18 |
        | 2 | Karang Taruna | 134 |
        | 3 | Taruna Siaga Bencana | 76 |
        | 4 | Lembaga Kesejahteraan Sosial | 3 |

    Temuan:
        Tabel 3.5 Potensi Sumber Kesejahteraan Sosial
        | No. | Indikator Kinerja | Target |
        | 1 | Pekerja Sosial Masyarakat | 18 |
        | 2 | Karang Taruna | 134 |
        | 3 | Taruna Siaga Bencana | 76 |
        | 5 | Lembaga Kesejahteraan Sosial | 3 |
    """

    code = "PN02"
    title = "Nomor baris ganda, melompat, atau bergaya lain"
    family = "penomoran"
    severity = Severity.RENDAH
    basis = "kerapian penyajian laporan"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for tabel in report.tables:
            for one in (*of_rows(tabel), *of_columns(tabel)):
                yield self.outcome(one.result, one.places, one.message, one.severity)
