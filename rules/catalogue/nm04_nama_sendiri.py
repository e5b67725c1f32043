"""The report names its own region and agency in full and without a slip."""

from __future__ import annotations

from collections.abc import Iterator

from rules.base import Rule
from rules.facts import Location, ReportView, Stated
from rules.naming import Hal
from rules.outcome import Comparison, Outcome, Severity, Verdict


class NM04(Rule):
    """Nama daerah dan instansi pelapor ditulis lengkap dan dengan huruf yang benar.

    Temuan bila satu huruf berbeda dalam nama panjang yang di tempat lain berkali-kali ditulis benar, atau bila kata terakhir nama daerah
    hilang di tengah kalimat sehingga dapat berarti daerah lain. Spasi yang hilang, singkatan (Kab.) dan nama di ujung baris dibiarkan.

    Lolos:
        LAPORAN KINERJA DINAS SOSIAL KABUPATEN CONTOH JAYA BARAT TAHUN 2023
        Dinas Sosial Kabupaten Contoh Jaya Barat melayani warga Kabupaten Contoh Jaya Barat dengan baik.

    Temuan:
        LAPORAN KINERJA DINAS SOSIAL KABUPATEN CONTOH JAYA BARAT TAHUN 2023
        Dinas Sosial Kabupaten Contoh Jaya Barat melayani warga Kabupaten Contoh Jaya tahun 2023 dengan baik.
    """

    code = "NM04"
    title = "Nama daerah atau instansi tidak sesuai"
    family = "nomenklatur"
    severity = Severity.RENDAH
    basis = "nama yang dipakai laporan itu sendiri"

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for hal, own in ((Hal.WILAYAH, report.identity.region), (Hal.INSTANSI, report.identity.agency)):
            found = [one for one in report.names.ragam if one.hal == hal]
            for one in found:
                message = f"Nama {hal} tertulis {one.tertulis}; di tempat lain dalam laporan ini {one.mestinya}."
                yield self.outcome(Comparison(Verdict.TEMUAN, one.tertulis, one.mestinya), (*one.locations, *_of(own)), message)
            if own.value and not found:
                yield self.outcome(Comparison(Verdict.LOLOS, own.value, own.value), _of(own))


def _of(own: Stated) -> tuple[Location, ...]:
    return (own.location,) if own.location is not None else ()
