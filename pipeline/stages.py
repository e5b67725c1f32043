"""The stages between a document and its findings, each a pure function of frozen records."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.model import Category, Document, Problem
from extractors.unswept import unswept
from pipeline.audit.diagnosis import with_causes
from pipeline.normalize.report import view_of
from pipeline.patience import OutOfPatienceError
from pipeline.report.machine import findings_of
from rules.base import Rule
from rules.facts import Identity, ReportView, Stated
from rules.nomenclature import Resmi
from rules.outcome import Amendment, Finding, Outcome


@dataclass(frozen=True, slots=True)
class Broken:
    """We are broken: a rule or a stage that raised on a document. Never a finding, never a problem of the file."""

    document: str
    where: str
    detail: str


@dataclass(frozen=True, slots=True)
class Checked:
    """A document with what the rules made of it; `ran` are the codes of the rules that came to their end.

    `amended` are the readings that reviewers corrected in it.
    """

    document: Document
    view: ReportView
    outcomes: tuple[Outcome, ...]
    findings: tuple[Finding, ...]
    ran: tuple[str, ...]
    broken: tuple[Broken, ...]
    amended: tuple[Amendment, ...] = ()


def check(document: Document, rules: Sequence[Rule], official: Sequence[Resmi] | None = None) -> Checked:
    """Normalize a document and run every rule on it; what raises is kept apart and stops nothing else.

    `official` are the official names that hold, those that come with the program if none are given.
    """
    broken: list[Broken] = []
    view = _view(document, official, broken)
    by_rule = outcomes_of(view, rules, broken)
    outcomes = tuple(outcome for found in by_rule.values() for outcome in found)
    findings = _findings(Checked(document, view, outcomes, (), tuple(by_rule), ()), rules, broken)
    return Checked(document, view, outcomes, findings, tuple(by_rule), tuple(broken))


@unswept()
def outcomes_of(view: ReportView, rules: Sequence[Rule], broken: list[Broken]) -> dict[str, list[Outcome]]:
    """What each rule that comes to its end has to say of a report, by code; one that raises is added to the broken ones."""
    outcomes: dict[str, list[Outcome]] = {}
    for rule in rules:
        try:
            outcomes[rule.code] = list(_distinct(rule.check(view)))
        except OutOfPatienceError:
            raise
        except Exception:  # noqa: BLE001  a rule that raises must not cost the reader the others
            broken.append(Broken(view.document, rule.code, traceback.format_exc()))
    return outcomes


def judged_again(checked: Checked, outcomes: tuple[Outcome, ...], rules: Sequence[Rule]) -> Checked:
    """The same with other outcomes, and the findings that these are; where nothing was read again nothing is diagnosed again."""
    if outcomes == checked.outcomes:
        return checked
    again = replace(checked, outcomes=outcomes)
    broken = list(checked.broken)
    return replace(again, findings=_findings(again, rules, broken), broken=tuple(broken))


def given_up(document: Document, seconds: int) -> Checked:
    """A document that took too long to check: it is kept, with a problem that says so, and accused of nothing."""
    problem = Problem(
        document.name,
        "check",
        Category.TIMEOUT,
        f"Pemeriksaan dihentikan sesudah {seconds} detik, sehingga dokumen ini belum diperiksa.",
        "Naikkan --timeout, atau bagilah dokumennya per bab lalu periksa ulang.",
    )
    return Checked(replace(document, problems=(*document.problems, problem)), nothing_known(document), (), (), (), ())


def nothing_known(document: Document) -> ReportView:
    """The view of a document of which nothing could be made."""
    nobody = Stated("", None)
    return ReportView(document.name, Identity(nobody, nobody, None, None, nobody), ())


def _findings(checked: Checked, rules: Sequence[Rule], broken: list[Broken]) -> tuple[Finding, ...]:
    """What failed, as findings with their causes; a diagnosis that raises costs the causes and no finding."""
    findings = findings_of(checked.document, checked.outcomes, {rule.code: rule for rule in rules})
    try:
        return with_causes(findings, checked.outcomes, checked.view, {rule.code: rule.family for rule in rules})
    except OutOfPatienceError:
        raise
    except Exception:  # noqa: BLE001  the findings stand without their causes
        broken.append(Broken(checked.document.name, "diagnosis", traceback.format_exc()))
        return findings


def _view(document: Document, official: Sequence[Resmi] | None, broken: list[Broken]) -> ReportView:
    try:
        return view_of(document, official)
    except OutOfPatienceError:
        raise
    except Exception:  # noqa: BLE001  the document is then reported as not checked, with all others done
        broken.append(Broken(document.name, "normalisasi", traceback.format_exc()))
        return nothing_known(document)


def _distinct(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """The outcomes without exact repeats: one comparison counts once."""
    seen: set[Outcome] = set()
    for outcome in outcomes:
        if outcome not in seen:
            seen.add(outcome)
            yield outcome
