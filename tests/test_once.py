"""What several rules ask of a report is worked out once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rules import claims, efficiency_claims, points, told_changes, unit_twins
from rules.amounts import amounts_of
from rules.facts import ReportView
from rules.once import once
from tests.rule_fixtures import report_of

TEXT = """\
Laporan Kinerja Tahun 2022

Tabel 3.1 Realisasi Anggaran Tahun 2022
| No | Program | Pagu | Realisasi | % |
| 1 | Program Penyuluhan | 5.000.000 | 4.500.000 | 90,00 |

Realisasi anggaran Program Penyuluhan sebesar Rp4.500.000 atau 90,00% dari pagu Rp5.000.000.
"""


@pytest.mark.parametrize(
    "ask",
    [
        amounts_of,
        claims.claims,
        efficiency_claims.claims,
        points.gaps_of,
        told_changes.told_changes,
        told_changes.percent_claims,
        unit_twins.unit_twins,
    ],
)
def test_what_is_asked_again_of_a_report_is_not_worked_out_again(
    ask: Callable[[ReportView], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second answer comes without a look at the report: also an empty one, which is the same object anyway."""
    report = report_of(TEXT)
    first = ask(report)
    monkeypatch.setattr(ReportView, "__getattribute__", _no_look)
    assert ask(report) is first


def _no_look(report: ReportView, name: str) -> object:
    raise AssertionError(f"{name} of {type(report).__name__} was looked at again")


def test_another_report_is_asked_anew() -> None:
    """What is alike is not the same: reports are told apart by identity."""
    count = once(lambda report: [report.document])
    one, two = report_of(TEXT), report_of(TEXT)
    assert count(one) is count(one)
    assert count(one) is not count(two)
