"""Every rule does what it says: its docstring's examples, and its cases in tests/rules, through the real pipeline."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from pipeline.explain import all_rules_markdown, examples, explain
from rules.base import Rule, all_rules, select
from rules.outcome import Outcome, Severity, Verdict
from tests.rule_fixtures import CASES, Case, cases, report_of

RULES = {rule.code: rule for rule in all_rules()}
DOCS = Path(__file__).resolve().parent.parent / "docs/aturan.md"


def outcomes_of(rule: Rule, text: str) -> list[Outcome]:
    return list(rule.check(report_of(text)))


def told(outcomes: list[Outcome]) -> str:
    lines = [f"{o.verdict} {o.stated!r} -> {o.expected!r} {o.reason} {o.message} [{o.working}]" for o in outcomes]
    return "\n".join(lines) or "no outcomes at all"


@pytest.mark.parametrize("code", RULES)
def test_the_passing_example_passes(code: str) -> None:
    outcomes = outcomes_of(RULES[code], examples(RULES[code])["lolos"])
    verdicts = {outcome.verdict for outcome in outcomes}
    assert Verdict.TEMUAN not in verdicts, told(outcomes)
    assert Verdict.LOLOS in verdicts, told(outcomes)


@pytest.mark.parametrize("code", RULES)
def test_the_failing_example_fails(code: str) -> None:
    outcomes = outcomes_of(RULES[code], examples(RULES[code])["temuan"])
    assert Verdict.TEMUAN in {outcome.verdict for outcome in outcomes}, told(outcomes)


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.code}: {case.name}")
def test_a_case_comes_out_as_expected(case: Case) -> None:
    outcomes = outcomes_of(RULES[case.code], case.report)
    complaints = list(case.complaints(outcomes))
    assert not complaints, f"{case.why}\n" + "\n".join(complaints) + "\n" + told(outcomes)


@pytest.mark.parametrize("code", RULES)
def test_a_rule_is_whole(code: str) -> None:
    rule = RULES[code]
    module = type(rule).__module__.rpartition(".")[2]
    assert re.fullmatch(rf"{code.lower()}_[a-z0-9_]+", module), module
    assert type(rule).__name__ == code
    assert all((rule.title, rule.family, rule.basis))
    assert isinstance(rule.severity, Severity)
    assert examples(rule).keys() == {"lolos", "temuan"}
    assert (CASES / f"{code.lower()}.yaml").is_file()


@pytest.mark.parametrize("code", RULES)
def test_each_possible_verdict_has_a_case(code: str) -> None:
    shown = {one.verdict for case in cases() if case.code == code for one in case.expect if one.count != 0}
    assert {str(verdict) for verdict in RULES[code].verdicts} <= shown


def test_case_names_tell_cases_apart() -> None:
    counted = Counter((case.code, case.name) for case in cases())
    assert [name for name, count in counted.items() if count > 1] == []


@pytest.mark.parametrize("code", RULES)
def test_a_finding_says_what_a_reader_needs(code: str) -> None:
    """Something is said, where it stands, why; no verdict but those that the rule admits to."""
    texts = [*examples(RULES[code]).values(), *(case.report for case in cases() if case.code == code)]
    for outcome in (outcome for text in texts for outcome in outcomes_of(RULES[code], text)):
        assert outcome.rule == code
        assert outcome.verdict in RULES[code].verdicts, outcome
        assert bool(outcome.message) == (outcome.verdict == Verdict.TEMUAN), outcome
        assert bool(outcome.reason) or outcome.verdict != Verdict.TAK_DIPERIKSA, outcome
        assert outcome.basis


def test_the_same_report_gives_the_same_outcomes() -> None:
    for rule in RULES.values():
        text = examples(rule)["temuan"]
        assert outcomes_of(rule, text) == outcomes_of(rule, text)


def test_rules_are_selected_by_code_and_by_family() -> None:
    assert [rule.code for rule in select(RULES.values(), ["JM01"])] == ["JM01"]
    assert {rule.family for rule in select(RULES.values(), ["jumlah_total"])} == {"jumlah_total"}
    with pytest.raises(ValueError, match="XX99"):
        select(RULES.values(), ["XX99"])


@pytest.mark.parametrize("code", RULES)
def test_a_rule_explains_itself(code: str) -> None:
    rule, text = RULES[code], explain(RULES[code])
    for said in (code, rule.title, rule.family, rule.severity, rule.basis, *examples(rule)["temuan"].splitlines()):
        assert said in text


def test_the_catalogue_in_docs_is_up_to_date() -> None:
    assert DOCS.read_text(encoding="utf-8") == all_rules_markdown(), "make docs"
