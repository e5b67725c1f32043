"""A comma does not divide thousands where the other figures have dots."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.thousands import grouped_thousands, shown


class FA04(Rule):
    """Koma tidak dipakai untuk memisahkan ribuan pada target dan realisasi kinerja: 352,390 ton bukan 352.390 ton.

    Hanya bila capaian di barisnya membuktikan bahwa yang dimaksud adalah ribuan. Titik sebelum tiga angka dibaca sebagai ribuan
    dan tidak dipersoalkan.

    Lolos:
        Tabel 6 Capaian Kinerja Tahun 2016
        | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
        | 1 | Produksi daging | Ton | 768.495 | 992.770 | 129,18 |
        | 2 | Produksi susu | Ton | 268.797 | 352.390 | 131,10 |
        | 3 | Prevalensi penyakit | Persen | 3,00 | 2,10 | 142,86 |

    Temuan:
        Tabel 6 Capaian Kinerja Tahun 2016
        | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
        | 1 | Produksi daging | Ton | 768.495 | 992.770 | 129,18 |
        | 2 | Produksi susu | Ton | 268.797 | 352,390 | 131,10 |
        | 3 | Prevalensi penyakit | Persen | 3,00 | 2,10 | 142,86 |
    """

    code = "FA04"
    title = "Koma memisahkan ribuan"
    family = "format_angka"
    severity = Severity.RENDAH
    basis = "EYD V (2022): titik untuk ribuan, koma untuk desimal"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in grouped_thousands(report):
            stated = " ".join(one.fact.location.text.split())
            if stated == one.right:
                yield self.outcome(Comparison(Verdict.LOLOS, stated, one.right), (one.fact.location, one.capaian.location))
            else:
                said = f"{stated} dibaca sebagai {one.right} menurut capaiannya ({show.printed(shown(one.capaian))})"
                result = Comparison(Verdict.TEMUAN, stated, one.right)
                yield self.outcome(result, (one.fact.location, one.capaian.location), f"{said}; ribuan dipisahkan dengan titik.")
