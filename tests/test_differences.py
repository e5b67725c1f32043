"""What is said of a figure that differs between tables: where else it stands, and only where it is printed just so."""

from __future__ import annotations

import pytest

from rules.differences import differences
from tests.rule_fixtures import report_of

REPORT = """Tabel 3.1 Capaian Kinerja Tahun 2016
| No | Indikator Kinerja | Target 2016 | Realisasi 2016 |
| 1 | Prevalensi gizi buruk | 0,58 | {reached} |
| 2 | Cakupan persalinan oleh tenaga kesehatan | 86 | 88 |

Tabel 3.2 Perbandingan Kinerja Tahun 2016
| No | Indikator Kinerja | Target 2016 | Realisasi 2016 |
| 1 | Prevalensi gizi buruk | 0,56 | {reached} |
| 2 | Cakupan persalinan oleh tenaga kesehatan | 86 | 88 |
"""


@pytest.mark.parametrize(("reached", "told"), [("0,56", True), ("0,6", False)])
def test_a_coarser_figure_is_not_the_same_figure(reached: str, told: bool) -> None:
    """A report of 2016, page 77: the realisasi 0,6 could be rounded from the target 0,56, yet nobody copied it."""
    messages = [
        one.message for one in differences(report_of(REPORT.format(reached=reached))) if one.message and one.result.stated == "0,56"
    ]
    assert ["Angka itu sama dengan realisasi" in message for message in messages] == [told]
