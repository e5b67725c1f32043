"""The word in a row that says whether its target was reached fits the row's capaian."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.reached import in_cells
from rules.telling import shortened


class LB01(Rule):
    """Baris tabel yang diberi keterangan berhasil atau tercapai mempunyai capaian paling sedikit 100 %, dan sebaliknya.

    Yang menetapkan sendiri kapan target disebut tercapai atau berhasil, misalnya dengan skala, tidak diperiksa. Begitu pula baris
    dengan beberapa capaian, dan capaian yang tidak sama dengan realisasi dibagi target. Capaian mulai 99,5 % tidak dipersoalkan.

    Lolos:
        Tabel 3.6 Capaian Program Tahun 2021
        | Program | Target | Realisasi | Capaian (%) | Keterangan |
        | Program Penanganan Bencana | 100% | 100% | 100% | Berhasil |
        | Program Rehabilitasi Sosial | 100% | 91,80% | 91,80% | Tidak Tercapai |

    Temuan:
        Tabel 3.6 Capaian Program Tahun 2021
        | Program | Target | Realisasi | Capaian (%) | Keterangan |
        | Program Penanganan Bencana | 100% | 100% | 100% | Berhasil |
        | Program Pemberdayaan Sosial | 84% | 50,68% | 60,33% | Berhasil |
    """

    code = "LB01"
    title = "Keterangan berhasil atau tercapai tidak sesuai dengan capaian barisnya"
    family = "label_salah"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.A"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in in_cells(report):
            row = shortened(one.judgement.location.row)
            message = f"Keterangan {row} tertulis “{one.result.stated}”, sedangkan capaiannya {one.result.working}."
            yield self.outcome(one.result, one.places, message)
