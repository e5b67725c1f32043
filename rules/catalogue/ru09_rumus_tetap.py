"""A printed formula of capaian depends on the realisasi."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar

from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict

_FORMULA = re.compile(
    r"(?P<first>rea?l?isasi|rencana|target)\s*[-–−]\s*\(\s*(?P<second>realisasi|rencana|target)\s*[-–−]\s*(?P<third>realisasi|rencana|target)\s*\)",
    re.IGNORECASE,
)
_LONGEST = 600
_WORD = re.compile(r"[A-Za-z]{3,}")


class RU09(Rule):
    """Rumus capaian yang dicetak laporan bergantung pada realisasinya: bukan Realisasi − (Realisasi − Rencana) = Rencana.

    Rencana − (Realisasi − Rencana) untuk indikator yang makin kecil makin baik sudah benar. Rumus lain tidak diperiksa.

    Lolos:
        Capaian = Rencana - (Realisasi - Rencana) / Rencana x 100% dipakai bila realisasi tinggi berarti kinerja rendah.

    Temuan:
        Capaian = Realisasi - (Realisasi - Rencana) / Rencana x 100% dipakai bila realisasi tinggi berarti kinerja rendah.
    """

    code = "RU09"
    title = "Rumus capaian yang dicetak selalu memberi 100%"
    family = "rumus"
    severity = Severity.SEDANG
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for sentence in report.sentences:
            match = _FORMULA.search(sentence.text) if "(" in sentence.text and len(sentence.text) <= _LONGEST else None
            if match is None:
                continue
            plan = match["third"].capitalize()
            constant = _is_realisasi(match["first"]) and _is_realisasi(match["second"]) and not _is_realisasi(plan)
            stated = " ".join(match.group().split())
            if constant:
                result = Comparison(Verdict.TEMUAN, stated, f"{plan}-(Realisasi-{plan})")
                said = f"Rumus tertulis {stated}, yang selalu sama dengan {plan}, sehingga capaian selalu 100%; agaknya {result.expected}."
                yield self.outcome(result, (replace(sentence.location, row=_name(sentence.text, match)),), said)
            else:
                yield self.outcome(Comparison(Verdict.LOLOS, stated, ""), (sentence.location,))


def _name(text: str, match: re.Match[str]) -> str:
    """What the formula reckons: the words around it."""
    return " ".join(_WORD.findall(f"{text[: match.start()]} {text[match.end() :]}"))


def _is_realisasi(word: str) -> bool:
    return word.casefold().endswith("isasi")
