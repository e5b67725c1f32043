"""A sentence names the program of the heading under which it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.misnamed import misnamed
from rules.outcome import Outcome, Severity, Verdict
from rules.telling import shortened


class LB04(Rule):
    """Kalimat di bawah judul sebuah program menyebut program itu, bila angkanya angka program itu.

    Menjadi temuan bila target dan realisasi kalimat itu sama dengan baris yang namanya ada pada judul, sedangkan kalimatnya hanya
    menyebut nama program atau kegiatan lain. Bila angkanya milik program yang disebut, judulnya tidak dipersoalkan.

    Lolos:
        Tabel 3.6 Capaian Kinerja Program Tahun 2021
        | Program | Target Kinerja Program | Realisasi Kinerja Program | Capaian (%) |
        | Program Rehabilitasi Sosial | 100% | 91,80% | 91,80% |
        | Program Perlindungan dan Jaminan Sosial | 94,33% | 90,02% | 95,43% |

        5) Program Perlindungan dan Jaminan Sosial

        Indikator Program Perlindungan dan Jaminan Sosial adalah persentase layanan dengan target 94,33 % tercapai sebesar 90,02 %.

    Temuan:
        Tabel 3.6 Capaian Kinerja Program Tahun 2021
        | Program | Target Kinerja Program | Realisasi Kinerja Program | Capaian (%) |
        | Program Rehabilitasi Sosial | 100% | 91,80% | 91,80% |
        | Program Perlindungan dan Jaminan Sosial | 94,33% | 90,02% | 95,43% |

        5) Program Perlindungan dan Jaminan Sosial

        Indikator Program Rehabilitasi Sosial adalah persentase layanan dengan target 94,33 % tercapai sebesar 90,02 %.
    """

    code = "LB04"
    title = "Kalimat menyebut program lain daripada judul dan angkanya"
    family = "label_salah"
    severity = Severity.RENDAH
    basis = "PermenPANRB 53/2014 Lampiran II huruf F"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in misnamed(report):
            said = f"Kalimat ini menyebut {shortened(one.result.stated)}"
            yield self.outcome(one.result, one.places, f"{said}, sedangkan judul dan angkanya tentang {shortened(one.result.expected)}.")
