"""A program, kegiatan, sasaran or misi bears one name throughout the report."""

from __future__ import annotations

from collections.abc import Iterator

from rules.base import Rule
from rules.facts import ReportView
from rules.naming import ORDER, Hal, Ragam
from rules.outcome import Comparison, Outcome, Severity, Verdict

_NAMED = (Hal.PROGRAM, Hal.SASARAN, Hal.MISI)
_FEWEST_SAME = 3
_MOST_OTHER = 2
_SHOWN = 3
_SHARE, _OF = 3, 5


class NM08(Rule):
    """Program, kegiatan, sasaran dan misi ditulis dengan satu nama di seluruh laporan.

    Dua baris dianggap program atau kegiatan yang sama bila pagunya sama sampai ke rupiah dan tidak dipakai baris lain; dua sasaran dianggap
    sama bila indikator di sampingnya sama, atau urutannya sama dalam dua daftar dan tidak ada daftar yang memuat keduanya (tiga perlima
    kata-katanya harus sama). Temuan bila satu atau dua kata hilang, bertambah atau diganti. Dibiarkan: salah eja, singkatan,
    keterangan dalam kurung, kata sambung, nama yang terpotong di salah satu ujung.

    Lolos:
        Tabel 2.1 Anggaran
        | No | Kegiatan | Anggaran |
        | 1 | Kegiatan Pembinaan Usaha Perkebunan | Rp. 462.000.000 |

        Tabel 3.1 Realisasi Anggaran
        | No | Kegiatan | Anggaran | Realisasi |
        | 1 | Kegiatan Pembinaan Usaha Perkebunan (DAK) | Rp. 462.000.000 | Rp. 461.000.000 |

    Temuan:
        Tabel 2.1 Anggaran
        | No | Kegiatan | Anggaran |
        | 1 | Kegiatan Pembinaan Pengembangan Usaha Perkebunan | Rp. 462.000.000 |

        Tabel 3.1 Realisasi Anggaran
        | No | Kegiatan | Anggaran | Realisasi |
        | 1 | Kegiatan Pembinaan Usaha Perkebunan | Rp. 462.000.000 | Rp. 461.000.000 |
    """

    code = "NM08"
    title = "Satu hal dengan dua nama"
    family = "nomenklatur"
    severity = Severity.RENDAH
    basis = "nama yang dipakai laporan itu sendiri"

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in report.names.ragam:
            if one.hal in _NAMED and (verdict := _verdict(one)):
                message = f"Nama {one.hal} tertulis {one.tertulis}, di tempat lain {one.mestinya} ({one.kunci})."
                yield self.outcome(Comparison(verdict, one.tertulis, one.mestinya), (*one.locations, *one.acuan[:_SHOWN]), message)


def _verdict(one: Ragam) -> Verdict | None:
    found = one.selisih
    if found.nihil:
        return Verdict.LOLOS
    if one.hal == Hal.MISI:
        cut_inside = bool(found.hilang) and not found.lebih and not found.salah and not found.di_ujung and len(found.hilang) <= _MOST_OTHER
        return Verdict.TEMUAN if cut_inside else None
    other = max(len(found.hilang), len(found.lebih))
    if one.kunci.startswith(ORDER):
        return Verdict.TEMUAN if other and _OF * found.sama >= _SHARE * (found.sama + len(found.salah) + other) else None
    return Verdict.TEMUAN if 0 < other <= _MOST_OTHER and found.sama >= _FEWEST_SAME else None
