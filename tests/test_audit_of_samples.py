"""The main job on the sample reports: what is wrong in them is found, in PDF and in text alike, and the right one is left in peace."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from pipeline import ingest
from pipeline.stages import Checked, check
from rules.base import all_rules
from rules.outcome import Finding, Severity, Verdict

RAW = Path(__file__).resolve().parent.parent / "data" / "raw"


@pytest.fixture(scope="module")
def audited() -> Mapping[str, Checked]:
    sources = ingest.collect([RAW]).sources
    documents = ingest.read_all(sources, 2, "auto", 300, lambda _: None)
    rules = all_rules()
    return {document.name[:2]: check(document, rules) for document in documents}


def found(checked: Checked, rule: str) -> list[Finding]:
    return [finding for finding in checked.findings if finding.rule == rule]


def test_nothing_of_ours_breaks_and_every_rule_runs(audited: Mapping[str, Checked]) -> None:
    codes = {rule.code for rule in all_rules()}
    assert [checked.broken for checked in audited.values()] == [()] * 6
    assert all(set(checked.ran) == codes for checked in audited.values())


def test_the_report_that_is_right_throughout_is_not_accused(audited: Mapping[str, Checked]) -> None:
    assert audited["06"].findings == ()
    verdicts = Counter(outcome.verdict for outcome in audited["06"].outcomes)
    assert verdicts[Verdict.LOLOS] > 300


@pytest.mark.parametrize(
    ("report", "rule", "stated", "expected"),
    [
        ("01", "JM01", "Rp2.650.240.735", "2.633.906.735"),
        ("01", "JM01", "Rp. 3.698.220.902", "3.672.524.652"),
        ("01", "PR01", "99.81", "73,67%"),
        ("02", "RT01", "99,84%", "96,58%"),
        ("02", "SS01", "824.743.202,-", "286.644.599"),
        ("02", "PR01", "74,06", "83,67%"),
        ("03", "JM01", "1.090.111.598,00", "612.898.347"),
        ("03", "RL01", "1.090.111.598,00", "≤ 626.877.613,00"),
        ("04", "PR01", "52,50", "52,23%"),
        ("05", "RT01", "96,22", "96,70%"),
    ],
)
def test_known_mistakes_are_found_with_the_right_value(
    audited: Mapping[str, Checked], report: str, rule: str, stated: str, expected: str
) -> None:
    assert (stated, expected) in [(f.stated, f.expected) for f in found(audited[report], rule)]


def test_wrong_words_behind_a_numeral_are_found(audited: Mapping[str, Checked]) -> None:
    assert [f.severity for f in found(audited["01"], "TB01")] == [Severity.TINGGI] * 2


@pytest.mark.parametrize(("pdf", "text"), [("02", "04"), ("03", "05")])
def test_the_same_report_as_pdf_and_as_text_has_the_same_grave_mistakes(audited: Mapping[str, Checked], pdf: str, text: str) -> None:
    def grave(checked: Checked) -> set[tuple[str, str, str]]:
        return {(f.rule, f.stated, f.expected) for f in checked.findings if f.severity == Severity.TINGGI}

    assert grave(audited[pdf]) == grave(audited[text])


def test_every_finding_shows_where_and_what(audited: Mapping[str, Checked]) -> None:
    for checked in audited.values():
        for finding in checked.findings:
            assert finding.message
            assert finding.basis
            assert finding.locations, finding
            place = finding.locations[0].place
            assert place.page or place.line
