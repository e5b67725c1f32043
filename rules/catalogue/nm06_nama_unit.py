"""A unit of the agency bears one name throughout."""

from __future__ import annotations

from collections.abc import Iterator

from rules.base import Rule
from rules.facts import ReportView
from rules.naming import Hal, Ragam
from rules.outcome import Comparison, Outcome, Severity, Verdict

_SAME = 3
_MUCH_MORE = 3
_SHOWN = 3


class NM06(Rule):
    """Seksi, subbagian, subbidang dan balai ditulis dengan satu nama di seluruh laporan.

    Temuan bila satu kata di tengah nama hilang, bila kata terakhir hilang pada baris yang berdiri sendiri, atau bila satu kata salah ketik
    dan tiga kali lebih sering ditulis lain. Nama yang lebih panjang, nama yang mungkin terpotong di ujung baris cetakan, dan dua unit yang
    berlawanan (Penyakit Menular, Penyakit Tidak Menular) dibiarkan.

    Lolos:
        1. Seksi Rehabilitasi Sosial Tuna Sosial dan Korban Perdagangan Orang

        Kepala Seksi Rehabilitasi Sosial Tuna Sosial dan Korban Perdagangan Orang mempunyai tugas sebagai berikut.

    Temuan:
        1. Seksi Rehabilitasi Sosial Tuna Sosial dan Korban Perdagangan Orang

        Kepala Seksi Rehabilitasi Tuna Sosial dan Korban Perdagangan Orang mempunyai tugas sebagai berikut.
    """

    code = "NM06"
    title = "Nama unit ditulis dalam dua cara"
    family = "nomenklatur"
    severity = Severity.RENDAH
    basis = "nama yang dipakai laporan itu sendiri"

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in report.names.ragam:
            if one.hal == Hal.UNIT and (one.selisih.nihil or _differs(one)):
                verdict = Verdict.LOLOS if one.selisih.nihil else Verdict.TEMUAN
                message = f"Nama unit tertulis {one.tertulis}, di tempat lain {one.mestinya} ({len(one.acuan)} kali)."
                yield self.outcome(Comparison(verdict, one.tertulis, one.mestinya), (*one.locations, *one.acuan[:_SHOWN]), message)


def _differs(one: Ragam) -> bool:
    found, ours, theirs = one.selisih, len(one.locations), len(one.acuan)
    if found.sama < _SAME or found.lebih or found.berlawanan:
        return False
    if found.salah:
        return theirs >= _MUCH_MORE * ours
    stands_alone = all(place.place.page is None and place.text.rstrip(" .:").endswith(one.tertulis) for place in one.locations)
    return theirs > ours and stands_alone if found.di_ujung else theirs >= ours
