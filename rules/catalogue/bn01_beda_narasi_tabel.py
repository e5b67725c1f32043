"""What prose says of a row is what the table says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.exact import EXACT
from rules.facts import ReportView
from rules.narration import Told, told
from rules.outcome import Outcome, Severity, Verdict


class BN01(Rule):
    """Angka dalam kalimat sama dengan angka tabel untuk hal, ukuran dan tahun yang sama; satu tabel yang cocok sudah cukup.

    Kalimat dikaitkan dengan baris yang memuat jumlah uang yang sama, atau yang namanya disebut persis. Tidak diperiksa bila
    kalimatnya mungkin tentang sebagian dari baris itu. Seratus persen terhadap 99,99 dicatat ringan.

    Lolos:
        Tabel 3.7 Realisasi Anggaran Tahun 2023
        | Program | Anggaran (Rp) | Realisasi (Rp) | Fisik (%) |
        | Program Penanganan Bencana | 122.087.400 | 117.347.400 | 98,5 |

        Program Penanganan Bencana dengan anggaran Rp. 122.087.400,- realisasi anggaran Rp. 117.347.400,- dan realisasi fisik 98,5 %.

    Temuan:
        Tabel 3.7 Realisasi Anggaran Tahun 2023
        | Program | Anggaran (Rp) | Realisasi (Rp) | Fisik (%) |
        | Program Penanganan Bencana | 122.087.400 | 117.347.400 | 98,5 |

        Program Penanganan Bencana dengan anggaran Rp. 122.087.400,- realisasi anggaran Rp. 117.347.400,- dan realisasi fisik 97 %.
    """

    code = "BN01"
    title = "Angka dalam kalimat berbeda dari tabel"
    family = "beda_narasi_tabel"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II huruf F"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in told(report):
            yield self._outcome(one)

    def _outcome(self, one: Told) -> Outcome:
        said = f"{one.mention.subject} {one.mention.measure} {one.mention.year} {one.mention.quantity.value.normalize(EXACT)} dalam kalimat"
        return self.outcome(one.result, one.places, one.message, one.severity, said)
