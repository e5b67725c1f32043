"""What a comparison comes to: an outcome with one of four verdicts, and the finding made of a failed one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from extractors.model import Place
from extractors.record import record
from rules.facts import Location


class Severity(StrEnum):
    """How much a finding matters; INFO is only worth knowing and accuses nobody."""

    TINGGI = "tinggi"
    SEDANG = "sedang"
    RENDAH = "rendah"
    INFO = "info"


class Verdict(StrEnum):
    """What one comparison came to."""

    LOLOS = "lolos"
    HAMPIR = "hampir"
    TEMUAN = "temuan"
    TAK_DIPERIKSA = "tak_diperiksa"


HOLDS = (Verdict.LOLOS, Verdict.HAMPIR)
"""What accuses nobody: a comparison that holds, to the digit or nearly."""


class Reading(StrEnum):
    """How sure it is that a comparison's cells were read right.

    CONFIRMED: independent engines read the same in each; SINGLE: only one engine has a reading of some; DISPUTED: they differ.
    CORRECTED: a reviewer said what stands in one of them.
    """

    CONFIRMED = "confirmed"
    SINGLE = "single"
    DISPUTED = "disputed"
    CORRECTED = "corrected"


class Keputusan(StrEnum):
    """What a reviewer decides of a finding: it holds, the page was read wrong, or the agency can explain it."""

    SAH = "sah"
    SALAH_BACA = "salah baca"
    DAPAT_DIJELASKAN = "dapat dijelaskan"


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided of a finding, why, by whom and when (as ISO prints a day).

    `value` is what really stands there, where the page was read wrong; `response` is what the agency said.
    """

    keputusan: Keputusan
    reason: str
    by: str
    date: str
    value: str = ""
    response: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """A text that a reviewer corrected before anything was compared: what was read there, and what stands there."""

    place: Place
    read: str
    value: str
    by: str


@record
class Comparison:
    """The result of one helper of `rules.compare`; all texts as a report would print them.

    `gap` is the difference as a number: the severity of a finding goes by its size.
    """

    verdict: Verdict
    stated: str
    expected: str
    difference: str = ""
    working: str = ""
    reason: str = ""
    method: str = ""
    gap: Decimal = Decimal(0)


@record
class Outcome:
    """One comparison of one rule on one report: the denominator of every count.

    `locations` begins with the cell or sentence taken to be wrong. `severity` overrides the rule's usual one.
    `reason` says why a comparison could not be made. `message` is Indonesian, for the reviewer; only for a finding.
    """

    rule: str
    verdict: Verdict
    stated: str
    expected: str
    locations: tuple[Location, ...]
    difference: str = ""
    working: str = ""
    message: str = ""
    reason: str = ""
    severity: Severity | None = None
    basis: str = ""
    cause_hint: str = ""
    reading: Reading = Reading.SINGLE
    corrected: tuple[Correction, ...] = ()

    def __hash__(self) -> int:
        """What tells nearly all outcomes apart: each is looked up among all others of its rule."""
        place = self.locations[0] if self.locations else None
        return hash((self.rule, self.stated, self.expected, place and place.text, place and place.row))


class Slip(StrEnum):
    """What kind of slip explains symptoms, in the reviewer's words; LAIN is a figure that is wrong without a kind we know."""

    ANGKA = "satu angka salah ketik"
    TERTUKAR_TEMPAT = "dua angka tertukar tempat"
    TERTINGGAL = "satu angka tertinggal"
    BERLEBIH = "satu angka terketik lebih"
    PEMISAH = "letak pemisah ribuan atau desimal bergeser"
    TETANGGA = "angka tersalin dari sel di sebelahnya"
    SALINAN = "angka tersalin dari kolom, tahun atau tabel lain"
    BERTUKAR = "dua nilai saling tertukar"
    BARIS_HILANG = "satu baris hilang"
    RATA_RATA = "persentase induk dihitung sebagai rata-rata persentase rinciannya"
    LAIN = "jenis kesalahannya tidak dikenali"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """The smallest change that explains the findings of one cause.

    `stated` is what stands at `places`, `proposed` what should, both as printed; `sentence` is Indonesian, for the reviewer.
    Of the `touched` comparisons in which the changed figures take part, `before` hold as printed and `after` with the change.
    `left` says what is still wrong in the finding itself, where the change does not mend that one.
    """

    slip: Slip
    sentence: str
    places: tuple[Location, ...]
    stated: str
    proposed: str
    before: int
    after: int
    touched: int
    left: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A failed comparison as `reports/findings.jsonl` prints it (design: contract of the findings file).

    `corrected` are the readings of a reviewer on which it rests. Its identity is the comparison that failed, whichever of its figures
    is named; where that is another one than the rule names, `values` is the digest of what the rule compared.
    """

    id: str
    fingerprint: str
    document: str
    document_sha256: str
    rule: str
    family: str
    severity: Severity
    title: str
    message: str
    stated: str
    expected: str
    difference: str
    working: str
    basis: str
    locations: tuple[Location, ...]
    reading: Reading = Reading.SINGLE
    cause: str | None = None
    decision: Decision | None = None
    diagnosis: Diagnosis | None = None
    corrected: tuple[Correction, ...] = ()
    values: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it still accuses: nobody decided that it was read wrong or can be explained."""
        return self.decision is None or self.decision.keputusan == Keputusan.SAH

    @property
    def is_at_its_cause(self) -> bool:
        """Whether it names first what the change that explains its cause puts right."""
        return self.diagnosis is not None and bool(self.locations) and self.locations[0] in self.diagnosis.places


@dataclass(frozen=True, slots=True)
class Amendment:
    """A corrected reading as the reports list it: where, what was read, what stands there, and by which decision on which finding.

    `gone` are the findings that are no more since then.
    """

    location: Location
    read: str
    value: str
    decision: Decision
    finding: str
    gone: tuple[Finding, ...] = ()
