"""Two figures do not stand exchanged between two tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules import show
from rules.base import Rule
from rules.compare import equals
from rules.exchanged import Exchange, exchanges
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict
from rules.rows import figure
from rules.statements import Statement
from rules.telling import row_name, table_name


class BT02(Rule):
    """Angka dua baris dalam satu kelompok tidak tertukar tempat di antara dua tabel yang selebihnya sama.

    Target rencana beberapa tahun dan target perjanjian kinerja boleh berbeda; dua angka yang persis bertukar tempat tidak. Syaratnya:
    nama, ukuran dan tahunnya sama, dan paling sedikit tiga angka lain kedua tabel sama. Yang dianggap tertukar adalah tabel yang
    barisnya tidak cocok dengan capaiannya sendiri, lalu yang bukan perjanjian kinerja, lalu yang kemudian.

    Lolos:
        Tabel 1 Sasaran dan Target Tahun 2015 - 2016
        | No | Indikator Kinerja | Target 2015 | Target 2016 |
        | 1 | Mutu daging | 62 | 66 |
        | 2 | Mutu telur | 62 | 65 |
        | 3 | Mutu susu | 51 | 52 |
        | 4 | Unit usaha bersertifikat | 54 | 58 |
        | 5 | Kelompok usaha | 30 | 31 |

        Tabel 6 Capaian Kinerja Tahun 2016
        | No | Indikator Kinerja | Target | Realisasi | Capaian (%) |
        | 1 | Mutu daging | 66 | 87 | 131,82 |
        | 2 | Mutu telur | 65 | 83 | 127,69 |
        | 3 | Mutu susu | 52 | 72 | 138,46 |
        | 4 | Unit usaha bersertifikat | 58 | 58 | 100 |
        | 5 | Kelompok usaha | 31 | 31 | 100 |

    Temuan:
        Tabel 1 Sasaran Renstra dan Target Tahun 2014 - 2016
        | No | Indikator Kinerja | Target 2014 | Target 2015 | Target 2016 |
        | 1 | Mutu daging | 60 | 62 | 66 |
        | 2 | Mutu telur | 50 | 51 | 52 |
        | 3 | Mutu susu | 61 | 62 | 65 |
        | 4 | Unit usaha bersertifikat | 50 | 54 | 58 |
        | 5 | Kelompok usaha | 29 | 30 | 31 |

        Tabel 6 Capaian Kinerja Tahun 2016
        | No | Indikator Kinerja | Target | Realisasi | Capaian (%) |
        | 1 | Mutu daging | 66 | 87 | 131,82 |
        | 2 | Mutu telur | 65 | 83 | 127,69 |
        | 3 | Mutu susu | 52 | 72 | 138,46 |
        | 4 | Unit usaha bersertifikat | 58 | 58 | 100 |
        | 5 | Kelompok usaha | 31 | 31 | 100 |
    """

    code = "BT02"
    title = "Dua angka tertukar tempat di antara dua tabel"
    family = "beda_antar_tabel"
    severity = Severity.TINGGI
    basis = "PermenPANRB 53/2014 Lampiran III angka III.4"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in exchanges(report):
            yield from (self._outcome(one, wrong, right) for wrong, right in one.pairs)

    def _outcome(self, one: Exchange, wrong: Statement, right: Statement) -> Outcome:
        result, places = equals(wrong.fact.number, right.fact.number), (wrong.fact.location, right.fact.location)
        if one.wrong is None:
            return self.outcome(result, places)
        cause = f"{one.wrong.id}: {' dan '.join(str(pair[0].baris.index) for pair in one.pairs)} tertukar"
        return self.outcome(result, places, _message(one, wrong), cause=cause)


def _message(one: Exchange, wrong: Statement) -> str:
    first, second = (row_name(pair[0].baris) for pair in one.pairs)
    right = next(pair[1] for pair in one.pairs if pair[0] is wrong)
    said = f"{figure(wrong.fact)} {first} dan {second} di {table_name(wrong.tabel)} tertukar dibandingkan {table_name(right.tabel)}"
    values = f"{show.printed(wrong.fact.number)}, seharusnya {show.printed(right.fact.number)}"
    return f"{said}: {row_name(wrong.baris)} tertulis {values}."
