"""A budget that a sentence states is the pagu of the tables, and not their realisasi."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.rows import named
from rules.spent_for_budget import Mistaken, spent_for_budget
from rules.telling import table_name


class BN11(Rule):
    """Anggaran dalam kalimat bukan realisasi yang termuat pada tabel.

    Hanya jumlah uang yang bukan bilangan bulat juta, yang sama persis dengan realisasi sebuah baris dan tidak pernah tercetak sebagai
    pagu. Kalimat yang sebelumnya menyebut realisasi, serapan, capaian atau sisa tidak diperiksa.

    Lolos:
        Tabel 3.6 Pagu Anggaran dan Realisasi Tahun 2016
        | Program | Anggaran (Rp) | Realisasi (Rp) | % |
        | Program Perlindungan | 27.811.725.837 | 26.507.779.475 | 95,31 |
        | Program Penempatan | 40.000.000.000 | 38.000.000.000 | 95,00 |
        | Jumlah | 67.811.725.837 | 64.507.779.475 | 95,13 |

        Dinas didukung oleh dana APBD yang ditetapkan sebesar Rp 67.811.725.837,-.

    Temuan:
        Tabel 3.6 Pagu Anggaran dan Realisasi Tahun 2016
        | Program | Anggaran (Rp) | Realisasi (Rp) | % |
        | Program Perlindungan | 27.811.725.837 | 26.507.779.475 | 95,31 |
        | Program Penempatan | 40.000.000.000 | 38.000.000.000 | 95,00 |
        | Jumlah | 67.811.725.837 | 64.507.779.475 | 95,13 |

        Dinas didukung oleh dana APBD yang ditetapkan sebesar Rp 64.507.779.475,-.
    """

    code = "BN11"
    title = "Anggaran dalam kalimat adalah realisasi pada tabel"
    family = "beda_narasi_tabel"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II huruf F"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in spent_for_budget(report):
            yield self.outcome(one.result, one.places, _message(one), one.severity)


def _message(one: Mistaken) -> str:
    said = f"Anggaran tertulis {one.result.stated} dalam kalimat; itu realisasi {named(one.row)} di {table_name(one.tabel)}"
    return f"{said}, pagunya {one.result.expected}."
