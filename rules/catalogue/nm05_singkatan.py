"""An abbreviation stands for the same words throughout, and for words that begin with its letters."""

from __future__ import annotations

from collections.abc import Iterator

from rules.base import Rule
from rules.facts import ReportView
from rules.naming import Hal, Ragam
from rules.outcome import Comparison, Outcome, Severity, Verdict

_FEWEST_SAME = 3


class NM05(Rule):
    """Singkatan dalam kurung mengikuti kata-kata di depannya, dan kepanjangannya sama di seluruh laporan.

    Temuan bila dua huruf singkatan tertukar, atau bila satu kata kepanjangannya hilang atau lain daripada yang lazim dalam laporan itu.
    Salah eja kata, kata terakhir yang hilang, singkatan dengan beberapa arti dan nama yang lebih panjang dibiarkan.

    Lolos:
        Bantuan diberikan kepada Pemerlu Pelayanan Kesejahteraan Sosial (PPKS). Jumlah Pemerlu Pelayanan Kesejahteraan Sosial (PPKS) tetap.

    Temuan:
        Bantuan diberikan kepada Pemerlu Pelayanan Kesejahteraan Sosial (PPKS). Jumlah Pemerlu Pelayanan Kesejahteraan Sosial (PPKS) tetap.

        Bantuan lain bagi Penyandang Pelayanan Kesejahteraan Sosial (PPKS) juga diberikan.
    """

    code = "NM05"
    title = "Singkatan tidak sesuai dengan kepanjangannya"
    family = "nomenklatur"
    severity = Severity.RENDAH
    basis = "kepanjangan yang dipakai laporan itu sendiri"

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in report.names.ragam:
            if one.hal == Hal.SINGKATAN and (one.selisih.nihil or _differs(one)):
                yield self._outcome(one)

    def _outcome(self, one: Ragam) -> Outcome:
        if one.selisih.nihil:
            return self.outcome(Comparison(Verdict.LOLOS, one.tertulis, one.mestinya), one.locations)
        if one.selisih.salah:
            message = f"Huruf awal kata-kata {one.tertulis} adalah {one.kunci}."
        else:
            message = f"{one.tertulis} di tempat lain dalam laporan ini ditulis {one.mestinya}."
        return self.outcome(Comparison(Verdict.TEMUAN, one.tertulis, one.mestinya), (*one.locations, *one.acuan), message)


def _differs(one: Ragam) -> bool:
    found = one.selisih
    exchanged = bool(found.salah) and not one.acuan
    # Two things may share three letters: Indeks Kualitas Lahan and Indeks Kualitas Lingkungan are both IKL.
    if found.sama < _FEWEST_SAME and found.lebih and found.hilang and found.lebih[0][0] == found.hilang[0][0]:
        return False
    other_word = len(found.hilang) == 1 and len(found.lebih) <= 1 and not found.salah and not found.di_ujung
    return exchanged or other_word
