"""A rest of the budget that a sentence states is the pagu less the realisasi which it states too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from rules.base import Rule
from rules.claims import Claim, claims, of_several_budgets
from rules.compare import difference_of, not_checked
from rules.facts import Measure, Mention, ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict

SEVERAL = "kalimatnya menyebut beberapa anggaran"

# What is left of a tender or of an advance is only a part of what is left.
_OF_A_PART = re.compile(r"\bsisa\s+(?:hasil\s+|dana\s+)?(?:lelang|tender|kontrak|penawaran|pengadaan|up|gu|tu|kas|uang)\b", re.IGNORECASE)


class SS02(Rule):
    """Sisa anggaran dalam kalimat sama dengan pagu dikurangi realisasi yang disebut kalimat itu juga.

    Hanya bila kalimatnya menyebut masing-masing satu kali. Kalimat tentang anggaran yang berubah atau dari beberapa sumber tidak
    diperiksa.

    Lolos:
        Dari pagu Rp 5.000.000.000 terealisasi Rp 4.500.000.000 sehingga terdapat sisa Rp 500.000.000.

    Temuan:
        Dari pagu Rp 5.000.000.000 terealisasi Rp 4.500.000.000 sehingga terdapat sisa Rp 550.000.000.
    """

    code = "SS02"
    title = "Sisa dalam kalimat tidak sama dengan pagu dikurangi realisasi"
    family = "sisa"
    severity = Severity.TINGGI
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.HAMPIR, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for claim in claims(report):
            if (told := _told(claim)) is not None:
                sisa, pagu, realisasi = told
                result = _compared(*told)
                message = f"Sisa dalam kalimat tertulis {result.stated}, sedangkan {result.working}."
                yield self.outcome(result, dict.fromkeys((sisa.location, pagu.location, realisasi.location)), message)


def _told(claim: Claim) -> tuple[Mention, Mention, Mention] | None:
    """Sisa, pagu and realisasi of one sentence."""
    sisa, pagu, realisasi = (claim.get(measure) for measure in (Measure.SISA, Measure.PAGU, Measure.REALISASI))
    if sisa is None or pagu is None or realisasi is None:
        return None
    if _OF_A_PART.search(sisa.location.text):
        return None
    return (sisa, pagu, realisasi) if len({one.location.text for one in (sisa, pagu, realisasi)}) == 1 else None


def _compared(sisa: Mention, pagu: Mention, realisasi: Mention) -> Comparison:
    result = difference_of(sisa.quantity, pagu.quantity, realisasi.quantity)
    if result.verdict == Verdict.TEMUAN and of_several_budgets(sisa.location.text):
        return not_checked(sisa.quantity, SEVERAL, result.expected)
    return result
