"""LT09: what is held against a Perjanjian Kinerja is of the same year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.dates import YEAR
from rules.facts import ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.texts import sentences_with

_HELD = re.compile(
    rf"\btahun\s+(?P<own>{YEAR})\s+(?:yang\s+|bila\s+|jika\s+)?di\s?banding(?:kan)?(?:\s+(?:dengan|terhadap|pada|target|dalam))*"
    rf"\s+(?:perjanjian\s+kinerja|penetapan\s+kinerja|PK)(?:\s*\(PK\))?\s+(?:tahun\s+)?(?P<other>{YEAR})\b",
    re.IGNORECASE,
)
_RESULT = re.compile(r"\b(?:capaian|realisasi)\b", re.IGNORECASE)


class LT09(Rule):
    """Capaian yang dibandingkan dengan Perjanjian Kinerja adalah capaian tahun Perjanjian Kinerja itu.

    Perjanjian Kinerja berlaku satu tahun. Diperiksa bila salah satu dari kedua tahun dalam kalimat itu adalah tahun laporan.

    Lolos:
        Laporan Kinerja Tahun 2024

        Capaian kinerja indikator itu tahun 2024 dibandingkan dengan Perjanjian Kinerja (PK) tahun 2024 telah tercapai.

    Temuan:
        Laporan Kinerja Tahun 2024

        Capaian kinerja indikator itu tahun 2023 dibandingkan dengan Perjanjian Kinerja (PK) tahun 2024 telah tercapai.
    """

    code = "LT09"
    title = "Capaian dibandingkan dengan Perjanjian Kinerja tahun lain"
    family = "label_tahun"
    severity = Severity.RENDAH
    basis = "PermenPANRB 53/2014 Lampiran II Bab III.A.1"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        year = str(report.identity.year)
        for sentence in sentences_with(report, "banding"):
            for found in _HELD.finditer(sentence.text):
                if year in (found["own"], found["other"]) and _RESULT.search(sentence.text, 0, found.start()):
                    told = found["other"] if found["own"] == year else found["own"]
                    verdict = Verdict.LOLOS if told == year else Verdict.TEMUAN
                    result = Comparison(verdict, f"tahun {told}", f"tahun {year}")
                    message = f"Capaian tahun {found['own']} dibandingkan dengan Perjanjian Kinerja tahun {found['other']}."
                    yield self.outcome(result, (sentence.location,), message)
