"""A list has as many items as the sentence above it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from rules.announced_counts import announced_counts
from rules.announced_tables import announced_tables
from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity, Verdict


class HT05(Rule):
    """Banyaknya butir daftar sama dengan yang disebut kalimat di atasnya: “ditetapkan 4 (empat) misi, yaitu :”.

    Hanya daftar bernomor urut dari satu tepat di bawah kalimat yang berakhir dengan titik dua. “Antara lain” dan “masing-masing” tidak
    diperiksa; begitu pula bila sebagian daftar mungkin tidak terbaca, atau butir yang lebih mungkin milik daftar lain. Banyaknya sasaran
    di atas tabel menjadi temuan bila sama dengan banyaknya indikator tabel itu dan bukan dengan banyaknya sasarannya.

    Lolos:
        Untuk mewujudkan visi tersebut ditetapkan 3 (tiga) misi dinas sebagai berikut :
        1. Meningkatkan pelayanan sosial
        2. Meningkatkan pemberdayaan masyarakat
        3. Meningkatkan akuntabilitas kinerja
        B. Tujuan
        Tujuan ditetapkan menurut misi itu.

    Temuan:
        Untuk mewujudkan visi tersebut ditetapkan 4 (empat) misi dinas sebagai berikut :
        1. Meningkatkan pelayanan sosial
        2. Meningkatkan pemberdayaan masyarakat
        3. Meningkatkan akuntabilitas kinerja
        B. Tujuan
        Tujuan ditetapkan menurut misi itu.
    """

    code = "HT05"
    title = "Banyaknya butir daftar berbeda dari yang disebut"
    family = "hitungan"
    severity = Severity.SEDANG
    basis = "PermenPANRB 53/2014 Lampiran II huruf F"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in (*announced_counts(report), *announced_tables(report)):
            yield self.outcome(one.result, one.places, one.message, one.severity)
