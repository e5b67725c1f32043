"""Runs the whole bench: reports, slips, the program on each, and what came of it."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from pipeline.benchmarks.detection.compose import Made, compose
from pipeline.benchmarks.detection.dice import Dice
from pipeline.benchmarks.detection.judging import Judged, Truth, accusing, judged, truth_of
from pipeline.benchmarks.detection.printing import content
from pipeline.benchmarks.detection.slips import KINDS, Slip, prints_of, slip_of
from pipeline.isolation import Task
from pipeline.reading import read_document
from pipeline.sniff import PDF, TEXT
from pipeline.stages import check
from rules.base import all_rules
from rules.outcome import Finding

# How often a report is printed in each form, of ten times.
FORMS = ("txt", "md", "txt", "ruled", "txt", "md", "txt", "md", "txt", "spaced")
SLIPS_A_REPORT = 8
BATCH = 60
ENGINE = "pdfium"
_SUFFIX = {"txt": "txt", "md": "md", "ruled": "pdf", "spaced": "pdf"}
UNTOUCHED = Slip("untouched")


@dataclass(frozen=True, slots=True)
class Trial:
    """One report in one form, with a slip or untouched."""

    seed: int
    form: str
    slip: Slip
    made: Made

    def bytes(self) -> bytes:
        """What is given to the program."""
        return content(self.made, prints_of(self.made.draft, self.slip), self.slip.lost, self.form)


@dataclass(frozen=True, slots=True)
class Result:
    """A slip, what is known of it and what the program said."""

    trial: Trial
    truth: Truth
    findings: tuple[Finding, ...]
    judged: Judged


@dataclass(frozen=True, slots=True)
class Untouched:
    """A report that is right throughout, and what it is accused of."""

    trial: Trial
    alarms: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Ran:
    """All of a run."""

    results: tuple[Result, ...]
    untouched: tuple[Untouched, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """So many slips, of these kinds, in these forms, from this seed on, by so many workers."""

    count: int
    kinds: tuple[str, ...] = tuple(KINDS)
    forms: tuple[str, ...] = FORMS
    seed: int = 0
    jobs: int = 2


def run(wanted: Wanted) -> Ran:
    """Make the reports and their slips, and ask the program about each."""
    trials = list(_trials(wanted))
    batches = [trials[start : start + BATCH] for start in range(0, len(trials), BATCH)]
    if wanted.jobs < 2 or len(batches) < 2:
        return _together([_batch(batch) for batch in batches])
    with ProcessPoolExecutor(wanted.jobs) as pool:
        return _together(list(pool.map(_batch, batches)))


def _together(parts: Sequence[Ran]) -> Ran:
    return Ran(tuple(one for part in parts for one in part.results), tuple(one for part in parts for one in part.untouched))


def _batch(trials: Sequence[Trial]) -> Ran:
    results: list[Result] = []
    untouched: list[Untouched] = []
    for trial, findings in zip(trials, _asked(trials), strict=True):
        if trial.slip.kind == UNTOUCHED.kind:
            untouched.append(Untouched(trial, tuple(accusing(findings))))
        else:
            truth = truth_of(trial.made.draft, trial.slip)
            results.append(Result(trial, truth, findings, judged(trial.made.draft, truth, trial.form, findings)))
    return Ran(tuple(results), tuple(untouched))


def _trials(wanted: Wanted) -> Iterator[Trial]:
    """The kinds take turns; a report that has no place for one passes it on to the next report."""
    made, seed, turn = 0, wanted.seed, 0
    idle = 0
    while made < wanted.count and idle < len(wanted.kinds) * 50:
        report, form = compose(seed), wanted.forms[seed % len(wanted.forms)]
        yield Trial(seed, form, UNTOUCHED, report)
        for _ in range(min(SLIPS_A_REPORT, len(wanted.kinds) * 2)):
            slip = slip_of(wanted.kinds[turn % len(wanted.kinds)], report.draft, Dice("slip", seed, turn))
            turn += 1
            idle = 0 if slip else idle + 1
            if slip and made < wanted.count:
                made += 1
                yield Trial(seed, form, slip, report)
        seed += 1


def _asked(trials: Sequence[Trial]) -> Iterator[tuple[Finding, ...]]:
    """What the program finds in each, by its own engine alone: no second one takes back what was misread.

    The reports are harmless, so that none needs a process of its own to be read in.
    """
    rules = all_rules()
    with tempfile.TemporaryDirectory() as folder:
        for trial in trials:
            content = trial.bytes()
            path, sha256 = Path(folder, f"laporan.{_SUFFIX[trial.form]}"), hashlib.sha256(content).hexdigest()
            path.write_bytes(content)
            kind = PDF if path.suffix == ".pdf" else TEXT
            yield check(read_document(Task(path.name, str(path), sha256, kind, ENGINE, ())), rules).findings
