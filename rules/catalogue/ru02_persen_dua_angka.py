"""A percentage in a sentence is made of the two figures said beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.belief import severity_by_points
from rules.facts import Fact, ReportView, Tabel
from rules.outcome import Outcome, Severity, Verdict
from rules.shares import Judged, judged
from rules.telling import table_name


class RU02(Rule):
    """Persentase dalam kalimat sesuai dengan dua angka yang disebut bersamanya.

    Misalnya jumlah orang yang dilayani dari jumlah sasarannya, atau realisasi dari targetnya. Dicoba sebagai bagian dari
    keseluruhan, sebagai sisanya, dan untuk target juga dengan rumus indikator yang seharusnya turun; satu cara yang cocok sudah
    cukup. Bila persentase dan realisasinya sama dengan satu baris tabel yang cocok, yang ditunjuk ialah target dalam kalimat. Angka
    yang disebut kira-kira tidak diperiksa bila selisihnya paling banyak satu poin; begitu pula uang dari anggaran yang berubah. Serapan
    sebuah pagu diperiksa PR02.

    Lolos:
        Dari 59 orang pegawai yang wajib melapor, yang sudah melapor sebanyak 55 orang atau 93,22 %.

    Temuan:
        Pada tahun itu 1.162 sampel dari 1.200 sampel, atau 96,22 %, memenuhi standar.
    """

    code = "RU02"
    title = "Persentase dalam kalimat tidak sesuai dengan kedua angkanya"
    family = "rumus"
    severity = Severity.SEDANG
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in judged(report):
            if one.target is not None:
                yield self._misquoted(one, *one.target)
                continue
            message = f"Persentase dalam kalimat tertulis {show.printed(one.share.percent)}, sedangkan {one.result.working}."
            yield self.outcome(one.result, (one.share.location,), message, severity_by_points(one.result.gap))

    def _misquoted(self, one: Judged, tabel: Tabel, target: Fact) -> Outcome:
        there = f"{show.printed(target.number)} di {table_name(tabel)}"
        message = (
            f"Target dalam kalimat tertulis {show.printed(one.share.whole)}, sedangkan {there}; "
            f"persentase {show.printed(one.share.percent)} dan realisasi {show.printed(one.share.part)} sama dengan baris tabel itu."
        )
        return self.outcome(one.result, (one.share.location, target.location), message, Severity.SEDANG)
