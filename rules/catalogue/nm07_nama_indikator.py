"""An indicator bears one name in the perjanjian kinerja, in the tables of capaian and over its own analysis."""

from __future__ import annotations

from collections.abc import Iterator

from rules.base import Rule
from rules.facts import ReportView
from rules.naming import LETTERS, NUMBERED, Hal, Ragam
from rules.outcome import Comparison, Outcome, Severity, Verdict

_FEWEST_SAME = 3
_FEWEST_OTHER = 2


class NM07(Rule):
    """Satu indikator bernama sama dalam perjanjian kinerja, tabel capaian dan judul uraiannya.

    Dua baris dianggap indikator yang sama bila targetnya sama dan baris sebelum serta sesudahnya sama; judul "Indikator Kinerja 2: ..."
    dibandingkan dengan baris bernomor itu. Yang dianggap keliru adalah nama yang bukan dari perjanjian kinerja, lalu yang lebih jarang
    tertulis. Dibiarkan: salah eja, singkatan yang diuraikan, keterangan dalam kurung, kata sambung, nama yang terpotong.

    Lolos:
        Tabel 2.1 Perjanjian Kinerja
        | No | Indikator Kinerja | Target |
        | 1 | Jumlah benih ikan endemik yang ditebar | 600 |
        | 2 | Jumlah kelompok nelayan yang dibina | 25 |

        1. Indikator Kinerja 1 : Jumlah benih ikan endemik yang ditebar

    Temuan:
        Tabel 2.1 Perjanjian Kinerja
        | No | Indikator Kinerja | Target |
        | 1 | Jumlah kelompok nelayan yang dibina | 25 |
        | 2 | Jumlah benih ikan endemik yang ditebar di perairan | 600 |

        Tabel 3.1 Capaian Kinerja
        | No | Indikator Kinerja | Target | Realisasi | Capaian (%) |
        | 1 | Jumlah kelompok nelayan yang dibina | 25 | 25 | 100 |
        | 2 | Luas tebaran ikan endemik di perairan | 600 | 600 | 100 |
    """

    code = "NM07"
    title = "Satu indikator dengan dua nama"
    family = "nomenklatur"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014, Lampiran III (sasaran dan indikator laporan sama dengan perjanjian kinerja)"

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in report.names.ragam:
            if one.hal == Hal.INDIKATOR and (verdict := _verdict(one)):
                message = f"Indikator ini tertulis {one.tertulis}, di tempat lain {one.mestinya} ({one.kunci})."
                severity = Severity.RENDAH if one.kunci == LETTERS else None
                result = Comparison(verdict, one.tertulis, one.mestinya)
                yield self.outcome(result, (*one.locations, *one.acuan), message, severity)


def _verdict(one: Ragam) -> Verdict | None:
    """Words must differ, and not only in their spelling; too little in common means that they may be two indicators."""
    found = one.selisih
    if found.nihil:
        return Verdict.LOLOS
    if one.kunci == LETTERS:
        return Verdict.TEMUAN
    other = len(found.hilang) + len(found.lebih)
    numbered = one.kunci.startswith(NUMBERED)
    mostly = numbered or found.sama >= max(len(found.hilang), len(found.lebih))
    return Verdict.TEMUAN if other >= (_FEWEST_OTHER if numbered else 1) and found.sama >= _FEWEST_SAME and mostly else None
