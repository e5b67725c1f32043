"""One indicator is counted in one unit throughout the report."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.telling import row_name, table_name
from rules.unit_names import PERCENT, Counted, Disagreement, counted_in, disagreements


class SA03(Rule):
    """Satuan satu indikator sama di semua tabel: bukan unit di tabel yang satu dan buah atau persen di tabel yang lain.

    Satuan diambil dari kolom satuan, atau dari kurung di akhir nama indikator. Persen, persentase dan % sama; orang dan jiwa sama;
    nilai, skor, indeks dan poin sama. Satuan yang tidak dikenal, dan nama yang muncul dua kali dalam satu tabel, tidak diperiksa.

    Lolos:
        Tabel 2.1 Perjanjian Kinerja Tahun 2016
        | No | Indikator Kinerja | Satuan | Target |
        | 1 | Jumlah sarana pemasaran | Unit | 5 |

        Tabel 3.1 Capaian Kinerja Tahun 2016
        | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
        | 1 | Jumlah sarana pemasaran | unit | 5 | 5 | 100 |

    Temuan:
        Tabel 2.1 Perjanjian Kinerja Tahun 2016
        | No | Indikator Kinerja | Satuan | Target |
        | 1 | Jumlah sarana pemasaran | Unit | 5 |

        Tabel 3.1 Capaian Kinerja Tahun 2016
        | No | Indikator Kinerja | Satuan | Target | Realisasi | Capaian (%) |
        | 1 | Jumlah sarana pemasaran | Buah | 5 | 5 | 100 |
    """

    code = "SA03"
    title = "Satuan indikator berbeda di antara tabel"
    family = "satuan"
    severity = Severity.RENDAH
    basis = "PermenPANRB 53/2014 Lampiran II"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for every in counted_in(report).values():
            if len({one.unit for one in every}) > 1:
                yield from (self._outcome(one) for one in disagreements(every))
            elif len(every) > 1:
                yield self.outcome(Comparison(Verdict.LOLOS, every[-1].printed, every[0].printed), (every[-1].baris.location,))

    def _outcome(self, one: Disagreement) -> Outcome:
        result = Comparison(Verdict.TEMUAN, one.wrong.printed, one.right.printed)
        severity = Severity.SEDANG if _counts_in_percent(one.wrong) else None
        places = [counted.baris.location for counted in (one.wrong, one.right, *one.others)]
        where = show.joined(dict.fromkeys(table_name(counted.tabel) for counted in (one.right, *one.others)))
        said = f"Satuan {row_name(one.wrong.baris)} tertulis {one.wrong.printed} di {table_name(one.wrong.tabel)}"
        return self.outcome(result, places, f"{said}, sedangkan {one.right.printed} di {where}.", severity)


def _counts_in_percent(one: Counted) -> bool:
    return one.unit == PERCENT and one.baris.name.casefold().lstrip("- ").startswith("jumlah")
