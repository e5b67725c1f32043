"""NM09: the caption of a table on one indicator names that indicator."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.facts import Baris, ReportView, Tabel
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.titles import plain_words

_FEWEST = 3


class NM09(Rule):
    """Judul tabel tentang satu indikator menyebut indikator itu, bukan indikator lain dari laporan yang sama.

    Hanya tabel yang semua barisnya tentang satu indikator, dan judul yang memuat nama lengkap indikator lain, sedikitnya tiga kata.
    Judul yang juga memuat nama barisnya, dan nama yang merupakan bagian dari nama lainnya, tidak diperiksa.

    Lolos:
        Tabel 3.2 Capaian Persentase Warga Terlayani Tahun 2024
        | Indikator Kinerja | Target | Realisasi |
        | Persentase Warga Terlayani | 80 | 84 |

        Tabel 3.3 Capaian Nilai Evaluasi SAKIP Tahun 2024
        | Indikator Kinerja | Target | Realisasi |
        | Nilai Evaluasi SAKIP | 70 | 71 |

    Temuan:
        Tabel 3.2 Capaian Persentase Warga Terlayani Tahun 2024
        | Indikator Kinerja | Target | Realisasi |
        | Persentase Warga Terlayani | 80 | 84 |

        Tabel 3.3 Capaian Persentase Warga Terlayani Tahun 2024
        | Indikator Kinerja | Target | Realisasi |
        | Nilai Evaluasi SAKIP | 70 | 71 |
    """

    code = "NM09"
    title = "Judul tabel menyebut indikator lain"
    family = "label_salah"
    severity = Severity.RENDAH
    basis = "kerapian penyajian laporan"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        alone = [(tabel, one) for tabel in report.tables if tabel.judul and (one := _only(tabel)) is not None]
        names = {plain_words(b.name): b for t in report.tables for b in t.baris if b.subject.startswith("indikator:")} if alone else {}
        for tabel, baris in alone:
            own, caption = plain_words(baris.name), plain_words(tabel.judul)
            told = [name for name in names if len(name.split()) >= _FEWEST and _holds(caption, name)]
            others = [name for name in told if not _holds(own, name) and not _holds(name, own)]
            if not told or (others and _holds(caption, own)):
                continue
            other = names[max(others, key=len)].name if len(others) == len(told) else ""
            result = Comparison(Verdict.TEMUAN if other else Verdict.LOLOS, other or baris.name, baris.name)
            message = f"Judul tabel menyebut {other}, sedangkan isinya {baris.name}."
            yield self.outcome(result, (tabel.location, baris.location), message)


def _only(tabel: Tabel) -> Baris | None:
    """A row of the one indicator that all rows of a table speak of."""
    rows = [baris for baris in tabel.baris if baris.name]
    subjects = {baris.subject for baris in rows}
    return rows[0] if len(subjects) == 1 and rows[0].subject.startswith("indikator:") else None


def _holds(text: str, name: str) -> bool:
    return f" {name} " in f" {text} "
