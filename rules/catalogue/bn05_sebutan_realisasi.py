"""BN05: what a sentence calls realisasi is not the capaian."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.compare import agree
from rules.exact import HUNDRED
from rules.facts import Baris, Fact, Measure, Mention, ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.telling import row_name

_CALLED = re.compile(r"\brealisasi\s+(?:kinerja\s+)?(?:indikator\b[^.;%]{0,160}?\bmencapai|(?:\w+\s+)?sebesar)\s*$", re.IGNORECASE)
_FINE = 2


class BN05(Rule):
    """Angka yang disebut realisasi adalah realisasi, bukan persentase capaiannya.

    Menjadi temuan bila angkanya, dengan dua desimal, sama dengan capaian di suatu tabel untuk hal itu, sedangkan realisasinya di
    semua tabel angka lain. Angka 100 dan angka yang hanya disebut capaian tidak diperiksa.

    Lolos:
        Laporan Kinerja Tahun 2024

        Tabel 3.1 Capaian Kinerja Tahun 2024
        | No | Indikator Kinerja | Target | Realisasi | Capaian (%) |
        | 1 | Persentase Warga Terlayani | 69,02 | 92,71 | 134,32 |

        Indikator Persentase Warga Terlayani tercapai realisasi sebesar 92,71 persen.

    Temuan:
        Laporan Kinerja Tahun 2024

        Tabel 3.1 Capaian Kinerja Tahun 2024
        | No | Indikator Kinerja | Target | Realisasi | Capaian (%) |
        | 1 | Persentase Warga Terlayani | 69,02 | 92,71 | 134,32 |

        Indikator Persentase Warga Terlayani tercapai realisasi sebesar 134,32 persen.
    """

    code = "BN05"
    title = "Capaian disebut realisasi"
    family = "beda_narasi_tabel"
    severity = Severity.RENDAH
    basis = "PermenPANRB 53/2014 Lampiran II huruf F"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for mention in report.mentions:
            if mention.measure == Measure.KINERJA and mention.subject and _is_called_so(mention):
                rows = [baris for _, baris in report.of_subject(mention.subject)]
                own, capaian = _of(rows, Measure.KINERJA, mention), _of(rows, Measure.CAPAIAN, mention)
                if own and capaian:
                    yield self._outcome(mention, rows[0], own, capaian)

    def _outcome(self, mention: Mention, row: Baris, own: list[Fact], capaian: list[Fact]) -> Outcome:
        exchanged = any(_says(mention, fact) for fact in capaian) and not any(_says(mention, fact) for fact in own)
        said, right = show.printed(mention.quantity), show.printed(own[0].number)
        result = Comparison(Verdict.TEMUAN if exchanged else Verdict.LOLOS, said, right)
        message = f"Angka {said} disebut realisasi {row_name(row)}, sedangkan angka itu capaiannya; realisasinya {right}."
        return self.outcome(result, (mention.location, own[0].location, capaian[0].location), message)


def _is_called_so(mention: Mention) -> bool:
    """Whether the word stands right before the figure, which is no round one."""
    text, quantity = mention.location.text, mention.quantity
    at = text.find(quantity.text)
    return quantity.decimals >= _FINE and quantity.value != HUNDRED and at >= 0 and bool(_CALLED.search(text, max(0, at - 260), at))


def _of(rows: list[Baris], measure: Measure, mention: Mention) -> list[Fact]:
    """The cells of a measure and of the year that is spoken of."""
    return [f for row in rows for f in row.all(measure) if f.quantity is not None and f.year in (None, mention.year)]


def _says(mention: Mention, fact: Fact) -> bool:
    return agree(mention.quantity, fact.number)
