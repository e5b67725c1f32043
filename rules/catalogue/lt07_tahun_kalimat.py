"""A sentence dates its figures with the year of which the tables state them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.facts import ReportView
from rules.misdated_claims import Misdated, misdated_claims
from rules.outcome import Outcome, Severity, Verdict


class LT07(Rule):
    """Kalimat yang menyebut tahun lain tidak memuat angka tahun laporan.

    Menjadi temuan bila semua angka kalimat itu sama dengan angka tahun laporan pada tabel untuk hal yang sama, tidak satu pun sama dengan
    angka tahun yang disebut, dan angkanya tidak mungkin sama secara kebetulan. Kalimat dengan beberapa tahun tidak diperiksa. Kalimat
    tanpa tahun menjadi temuan bila jumlah uangnya milik tahun sebelumnya, sedangkan pada tahun laporan tabelnya mencetak strip.

    Lolos:
        Laporan Kinerja Tahun 2016

        Tabel 3.4 Perbandingan Kinerja Tahun 2015 dan 2016
        | Indikator Kinerja | Target 2015 | Realisasi 2015 | Target 2016 | Realisasi 2016 |
        | Skor Pola Pangan Harapan | 76 | 78,3 | 78 | 81,4 |

        Realisasi Skor Pola Pangan Harapan pada tahun 2015 dari target 76 tercapai 78,3.

    Temuan:
        Laporan Kinerja Tahun 2016

        Tabel 3.4 Perbandingan Kinerja Tahun 2015 dan 2016
        | Indikator Kinerja | Target 2015 | Realisasi 2015 | Target 2016 | Realisasi 2016 |
        | Skor Pola Pangan Harapan | 76 | 78,3 | 78 | 81,4 |

        Realisasi Skor Pola Pangan Harapan pada tahun 2015 dari target 78 tercapai 81,4.
    """

    code = "LT07"
    title = "Kalimat menyebut tahun lain daripada angkanya"
    family = "label_tahun"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.A.2"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in misdated_claims(report):
            yield self.outcome(one.result, one.places, _message(one))


def _message(one: Misdated) -> str:
    if not one.undated:
        return f"Kalimat ini menyebut {one.result.stated}, sedangkan angkanya sama dengan angka {one.result.expected} pada tabel."
    amount = show.printed(one.mention.quantity)
    return (
        f"Jumlah {amount} dalam kalimat tanpa tahun ini ialah angka {one.result.expected} pada tabel, "
        f"yang untuk {one.result.stated} mencetak strip."
    )
