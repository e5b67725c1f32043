"""Symptoms of one cause share its id: one smallest change explains them, one method of a table, or they lie on one cell."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.unswept import unswept
from pipeline.audit.accused import led_by_change, led_by_witness, symptom_of
from pipeline.audit.decisions import values_of
from pipeline.audit.diagnosis_changes import IN_ROW
from pipeline.audit.diagnosis_relations import Symptom, Web, web_of
from pipeline.audit.diagnosis_search import Explanation, explanations
from pipeline.audit.diagnosis_words import Left, diagnosis_of, left_over, mean_of_parts, with_left
from rules import show
from rules.facts import ReportView
from rules.hints import MEAN
from rules.outcome import Diagnosis, Finding, Outcome, Slip, Verdict

# Parts of a report that are missing are told at the heading under which they should stand: two of them have no cause in common.
_MISSING = "kelengkapan"


@dataclass(frozen=True, slots=True)
class Cause:
    """What findings have in common: a key that names it, and the change that explains them, if one does, with its figures."""

    key: str
    diagnosis: Diagnosis | None = None
    figures: frozenset[int] = frozenset()


@unswept()
def with_causes(
    findings: Sequence[Finding], outcomes: Sequence[Outcome], view: ReportView, families: Mapping[str, str]
) -> tuple[Finding, ...]:
    """The findings, each with the id of its cause where two or more share one, and with the change that explains them.

    A method of a whole table that a rule names (`persentase induk = rata-rata anak`) counts first, then the smallest change
    that mends failed comparisons and breaks none; then what a rule says to belong together, and findings whose wrong cell is
    the same cell. No symptom is hidden. A finding is led by the figure that is to blame, where that is known by now.
    `families` are those of the rules, by code.
    """
    hints = _hints(outcomes)
    others = [outcome for outcome in outcomes if not _is_mean(outcome.cause_hint)]
    web = web_of(view, others, families)
    found = explanations(web)
    left, explained = left_over(found.state), _explained(web, found.explanations)
    led = led_by_witness(findings, web, explained, view)
    causes = _joined(findings, led, hints, (explained, left))
    means = _means(findings, hints)
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding, cause in zip(findings, causes, strict=True):
        groups[cause.key].append(finding)
    told = [
        _told(finding, replace(cause, diagnosis=means.get(cause.key, cause.diagnosis)), groups[cause.key], left)
        for finding, cause in zip(findings, causes, strict=True)
    ]
    caused = [replace(one, cause=other.cause, diagnosis=other.diagnosis) for one, other in zip(led, told, strict=True)]
    done = led_by_change(findings, caused, web, found)
    pairs = zip(done, findings, strict=True)
    return tuple(one if _names_the_same(one, finding) else replace(one, values=values_of(finding)) for one, finding in pairs)


def _names_the_same(one: Finding, other: Finding) -> bool:
    """Whether two findings of one comparison name the same figure."""
    return one.locations[:1] == other.locations[:1] and one.stated == other.stated


def _told(finding: Finding, cause: Cause, group: Sequence[Finding], left: Mapping[Symptom, Left]) -> Finding:
    if not cause.key or (len(group) < 2 and cause.diagnosis is None):
        return finding
    told = cause.diagnosis
    if told is not None and told.slip != Slip.RATA_RATA:
        told_with_it = {symptom_of(one) for one in group}
        still = [one for symptom, one in left.items() if symptom in told_with_it]
        told = with_left(told, still, left.get(symptom_of(finding)))
    return replace(finding, cause=_id(finding.document, cause.key), diagnosis=told)


def _explained(web: Web, found: Sequence[Explanation]) -> Mapping[Symptom, Cause]:
    """The failed comparisons with the change that explains them."""
    causes: dict[Symptom, Cause] = {}
    for one in found:
        relations = [web.relations[number] for number in (*one.fixed, *one.derived)]
        diagnosis = None if _is_one_row_again(web, one) else diagnosis_of(web, one)
        cause = Cause(repr((one.change.slip.value, one.change.key)), diagnosis, frozenset(one.change.figures))
        causes.update(dict.fromkeys((relation.symptom for relation in relations), cause))
    return causes


def _is_one_row_again(web: Web, one: Explanation) -> bool:
    """Whether all that is mended is one row that stands in several tables, by no known slip: any of its figures may be the wrong one."""
    relations = [web.relations[number] for number in (*one.fixed, *one.derived)]
    rows = {tuple(show.printed(web.figures[figure].number) for figure in relation.figures) for relation in relations}
    return one.change.slip == Slip.LAIN and len(rows) == 1 and all(relation.kind in IN_ROW for relation in relations)


def _joined(
    findings: Sequence[Finding],
    led: Sequence[Finding],
    hints: Mapping[Symptom, str],
    known: tuple[Mapping[Symptom, Cause], Mapping[Symptom, Left]],
) -> list[Cause]:
    """The cause of each finding: its own explanation, or that of the findings to which it belongs.

    What a rule says of the cause is of the figure that the rule names: it counts where no other is named instead (`led`).
    """
    explained, left = known
    own = [explained.get(symptom_of(finding)) for finding in findings]
    keys = [
        _key(one, hints.get(symptom_of(finding), "") if _names_the_same(one, finding) else "")
        for finding, one in zip(findings, led, strict=True)
    ]
    found: dict[str, set[Cause]] = defaultdict(set)
    for key, cause in zip(keys, own, strict=True):
        if key and cause is not None:
            found[key].add(cause)
    leaders = {key: next(iter(causes)) for key, causes in found.items() if len(causes) == 1}
    others = [_led(finding, leaders.get(key), hints, left) or Cause(key) for finding, key in zip(findings, keys, strict=True)]
    return [cause or other for cause, other in zip(own, others, strict=True)]


def _led(finding: Finding, leader: Cause | None, hints: Mapping[Symptom, str], left: Mapping[Symptom, Left]) -> Cause | None:
    """The cause of the findings on the same cell, unless its change has nothing to do with this one: that is an error of its own."""
    symptom = symptom_of(finding)
    apart = leader is not None and symptom in left and symptom not in hints and not left[symptom].figures & leader.figures
    return None if apart else leader


def _hints(outcomes: Sequence[Outcome]) -> Mapping[Symptom, str]:
    failed = (outcome for outcome in outcomes if outcome.verdict == Verdict.TEMUAN and outcome.cause_hint)
    return {(one.rule, one.locations, one.stated): one.cause_hint for one in failed}


def _means(findings: Sequence[Finding], hints: Mapping[Symptom, str]) -> Mapping[str, Diagnosis]:
    """The tables of which several percentages are means of their parts."""
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if _is_mean(hint := hints.get(symptom_of(finding), "")):
            groups[hint].append(finding)
    return {hint: mean_of_parts(group) for hint, group in groups.items() if len(group) > 1}


def _is_mean(hint: str) -> bool:
    return hint.endswith(MEAN)


def _key(finding: Finding, hint: str) -> str:
    """What the rule says of the cause; else the cell taken to be wrong."""
    if hint or not finding.locations or finding.family == _MISSING:
        return hint
    first = finding.locations[0]
    # A cell holds one figure; a sentence holds many, so that there the figure counts too.
    figure = "" if first.table else finding.stated
    return repr((first.place, first.column, first.text, figure))


def _id(document: str, group: str) -> str:
    return "sebab-" + hashlib.sha256(f"{document}\0{group}".encode()).hexdigest()[:12]
