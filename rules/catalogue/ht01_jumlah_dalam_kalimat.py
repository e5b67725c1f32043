"""A whole that a sentence takes apart is the sum of its parts."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import ClassVar

from rules.base import Rule
from rules.compare import not_checked
from rules.compare_counts import counts_to
from rules.exact import total
from rules.facts import ReportView
from rules.outcome import Comparison, Outcome, Severity, Verdict
from rules.said import Parts
from rules.slips import is_mistyped, variants

MOST = 10
# So near a whole parts that overlap, or are not all told, do not come by chance: within two in a hundred.
_NEAR = 50
OTHERS = "bagian-bagiannya mungkin tidak disebut semua, atau angkanya tentang hal lain"


class HT01(Rule):
    """Jumlah yang dirinci dalam kalimat yang sama sama dengan penjumlahan rinciannya.

    Rincian yang dibuka dengan "terdiri dari", "dengan rincian" atau "terbagi", atau disebut satu per satu di belakang titik dua,
    semuanya bilangan bulat dengan satuan yang sama; yang dijumlahkan dengan tanda tambah dalam kurung; yang tercapai dan yang belum
    tercapai; dan jumlah uang yang menurut kalimatnya menjadi satu ("Rp. A dan Rp. B sehingga total anggaran Rp. C").
    Kalimat dengan "antara lain", "termasuk" atau "sekitar" tidak diperiksa; begitu pula selisih lebih dari separuh jumlahnya.

    Lolos:
        Anggaran itu sebesar Rp. 18.918.505.000 terdiri dari dekonsentrasi Rp. 10.999.786.000,- dan tugas pembantuan Rp. 7.918.719.000,-.

    Temuan:
        Kematian unggas sebanyak 6.493 ekor terdiri dari ayam buras 2.699 ekor dan itik 3.789 ekor.
    """

    code = "HT01"
    title = "Jumlah dalam kalimat tidak sama dengan penjumlahan rinciannya"
    family = "hitungan"
    severity = Severity.SEDANG
    basis = "aritmetika"
    verdicts: ClassVar[tuple[Verdict, ...]] = (Verdict.LOLOS, Verdict.TEMUAN, Verdict.TAK_DIPERIKSA)

    def check(self, report: ReportView) -> Iterator[Outcome]:
        for one in report.said.parts:
            result = _summed(one)
            message = f"Jumlah dalam kalimat tertulis {result.stated}, sedangkan rinciannya {result.working}."
            yield self.outcome(result, (one.location,), message)


def _summed(one: Parts) -> Comparison:
    """The first so many parts that make the whole are its parts: what follows them is said of something else."""
    values = [part.value for part in one.parts]
    complete = next((end for end in range(2, len(values)) if total(values[:end]) == one.whole.value), len(values))
    result = counts_to(one.whole, one.parts[:complete])
    far = result.gap + result.gap > one.whole.value and not is_mistyped(one.whole.value, result.gap, one.whole.decimals)
    near = result.gap * _NEAR <= one.whole.value or total(values[:complete]) in variants(one.whole.value, one.whole.decimals)
    unlike = one.loosely and not near
    other = result.verdict == Verdict.TEMUAN and (far or unlike or _some_make(one))
    return not_checked(one.whole, OTHERS, result.expected) if other else result


def _some_make(one: Parts) -> bool:
    """Whether some of the parts make the whole: the others are then parts of parts, or what was spent of them."""
    values = [part.value for part in one.parts[:MOST]]
    return any(total(list(chosen)) == one.whole.value for size in range(2, len(values)) for chosen in combinations(values, size))
