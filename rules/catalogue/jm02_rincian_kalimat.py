"""What was spent of a budget told in sentences is what was spent of its parts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.told_in_parts import InParts, told_in_parts


class JM02(Rule):
    """Realisasi sebuah anggaran sama dengan jumlah realisasi rinciannya, bila keduanya disebut dalam kalimat.

    Hanya rincian yang disebut berurutan dan pagunya, dijumlahkan, sama dengan pagu induknya sampai ke rupiahnya: maka tidak ada yang
    tertinggal. Satu rincian hanya bila kalimat induknya menyebut satu kegiatan.

    Lolos:
        Program ini dilaksanakan melalui dua kegiatan dengan total anggaran Rp. 63.370.500,- dan realisasi Rp. 60.970.162,-.

        Kegiatan Perencanaan dengan anggaran Rp. 40.120.500,- dan realisasi Rp. 39.000.162,-.

        Kegiatan Pengawasan dengan anggaran Rp. 23.250.000,- dan realisasi Rp. 21.970.000,-.

    Temuan:
        Program ini dilaksanakan melalui dua kegiatan dengan total anggaran Rp. 63.370.500,- dan realisasi Rp. 60.790.162,-.

        Kegiatan Perencanaan dengan anggaran Rp. 40.120.500,- dan realisasi Rp. 39.000.162,-.

        Kegiatan Pengawasan dengan anggaran Rp. 23.250.000,- dan realisasi Rp. 21.970.000,-.
    """

    code = "JM02"
    title = "Realisasi dalam kalimat tidak sama dengan jumlah rinciannya"
    family = "jumlah_anak"
    severity = Severity.TINGGI
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in told_in_parts(report):
            yield self.outcome(one.result, one.places, _message(one))


def _message(one: InParts) -> str:
    said = f"Realisasi dalam kalimat ini tertulis {show.printed(one.whole.quantity)}"
    parts = f"{len(one.parts)} rincian" if len(one.parts) > 1 else "satu-satunya rincian"
    return (
        f"{said}, sedangkan realisasi {parts} dengan jumlah pagu yang sama adalah {one.result.expected} (selisih {one.result.difference})."
    )
