"""A titled table among numbered ones has a number too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.table_places import unnumbered


class PN09(Rule):
    """Tabel berjudul memuat nomor bila tabel-tabel lain dalam laporan itu bernomor.

    Hanya tabel kinerja dan anggaran yang berjudul, dalam bab yang tabelnya bernomor. Tabel lampiran, tabel kecil tanpa judul, dan laporan
    yang banyak tabelnya tidak bernomor tidak diperiksa.

    Lolos:
        BAB III AKUNTABILITAS KINERJA

        Tabel 3.1 Capaian Kinerja Tahun 2021
        | Indikator Kinerja | Target | Realisasi |
        | Nilai AKIP | 69 | 68 |

        Tabel 3.2 Perbandingan Kinerja Tahun 2020 dan 2021
        | Indikator Kinerja | Realisasi 2020 | Realisasi 2021 |
        | Nilai AKIP | 66 | 68 |

        Tabel 3.3 Capaian Program Tahun 2021
        | Program | Target | Realisasi |
        | Program Rehabilitasi Sosial | 100 | 98 |

        Tabel 3.4 Realisasi Anggaran Program Tahun 2021
        | Program | Anggaran | Realisasi |
        | Program Rehabilitasi Sosial | 2.215.000.000 | 1.616.587.000 |

        BAB IV PENUTUP
        Kinerja dinas tahun ini termasuk kategori tinggi menurut skala yang dipakai.

    Temuan:
        BAB III AKUNTABILITAS KINERJA

        Tabel 3.1 Capaian Kinerja Tahun 2021
        | Indikator Kinerja | Target | Realisasi |
        | Nilai AKIP | 69 | 68 |

        Tabel 3.2 Perbandingan Kinerja Tahun 2020 dan 2021
        | Indikator Kinerja | Realisasi 2020 | Realisasi 2021 |
        | Nilai AKIP | 66 | 68 |

        Tabel 3.3 Capaian Program Tahun 2021
        | Program | Target | Realisasi |
        | Program Rehabilitasi Sosial | 100 | 98 |

        Realisasi Anggaran Program Tahun 2021
        | Program | Anggaran | Realisasi |
        | Program Rehabilitasi Sosial | 2.215.000.000 | 1.616.587.000 |

        BAB IV PENUTUP
        Kinerja dinas tahun ini termasuk kategori tinggi menurut skala yang dipakai.
    """

    code = "PN09"
    title = "Tabel tanpa nomor"
    family = "penomoran"
    severity = Severity.RENDAH
    basis = "kerapian penyajian laporan"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in unnumbered(report):
            yield self.outcome(one.result, one.places, one.message, one.severity)
