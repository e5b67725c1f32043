"""What `lakip compare` does: both submissions are read and checked as any report is, paired, and laid beside each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from extractors.model import Problem
from pipeline import ingest, runner
from pipeline.audit.decisions import About, about
from pipeline.audit.resubmitted import Submission, compared
from pipeline.audit.submissions import Pair, matched
from pipeline.report.compared import Compared, Paired
from pipeline.report.pages import Summary, summary_of
from pipeline.settings import VERSION, Settings
from pipeline.stages import Checked
from rules.base import all_rules


@dataclass(frozen=True, slots=True)
class Side:
    """One of two submissions: what of it could be read, and what could not."""

    checked: tuple[Checked, ...]
    problems: tuple[Problem, ...]
    unread: int

    def reports(self) -> tuple[About, ...]:
        """Which reports these are."""
        return tuple(about(c.document.name, c.document.sha256, c.view) for c in self.checked)


def read_sides(old: Path, new: Path, settings: Settings, say: Callable[[str], None]) -> tuple[Side, Side]:
    """Both submissions, read and checked."""
    return _side(replace(settings, paths=(old,)), say), _side(replace(settings, paths=(new,)), say)


def _side(settings: Settings, say: Callable[[str], None]) -> Side:
    collected = ingest.collect(settings.paths)
    documents = ingest.read_all(collected.sources, settings.jobs, settings.engine, settings.timeout, lambda d: say(f"dibaca   {d.name}"))
    checked = runner.check_all(documents, collected.sources, settings, all_rules(), say).checked
    read = tuple(c for c in checked if not runner.is_unread(c.document) and c.ran)
    problems = (*collected.problems, *(problem for c in checked for problem in c.document.problems))
    return Side(read, problems, len(checked) - len(read) + len(collected.problems))


def beside(old: Side, new: Side) -> Compared:
    """The pairs with what came of them, and what has no partner."""
    before, after = old.reports(), new.reports()
    found = matched(before, after)
    unpaired = [("old", before[at].document, ("old", at) in found.ambiguous) for at in found.old]
    unpaired += [("new", after[at].document, ("new", at) in found.ambiguous) for at in found.new]
    pairs = tuple(_paired(old.checked[pair.old], new.checked[pair.new], pair) for pair in found.pairs)
    return Compared(pairs, tuple(unpaired), (*old.problems, *new.problems), VERSION)


def _paired(old: Checked, new: Checked, pair: Pair) -> Paired:
    before, after = (Submission(one.view, one.findings, one.outcomes) for one in (old, new))
    done = compared(before, after, pair.same_agency)
    return Paired(_summary(old), _summary(new), done, pair.unlike)


def _summary(checked: Checked) -> Summary:
    """What a document says of itself, and how much of it was read."""
    (report,) = runner.result_of((checked,), {}, (), ()).reports
    return summary_of(report, checked.document.problems, "id")
