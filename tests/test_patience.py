"""One document that takes too long is given up; the run goes on and says so."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import ClassVar

import pytest

from extractors.model import Category
from extractors.plain_text import read_text
from pipeline.patience import OutOfPatienceError, limited
from pipeline.runner import checked_within
from rules.base import Rule
from rules.facts import ReportView
from rules.outcome import Outcome, Severity


class Slow(Rule):
    """A rule that never comes to its end."""

    code = "ZZ98"
    title = "lambat"
    family = "lain"
    severity = Severity.RENDAH
    basis = "aritmetika"
    waited: ClassVar[list[str]] = []

    def check(self, report: ReportView) -> Iterator[Outcome]:
        self.waited.append(report.document)
        while True:
            time.sleep(0.01)
        yield


def test_the_limit_interrupts_and_leaves_no_timer_behind() -> None:
    with pytest.raises(OutOfPatienceError), limited(1):
        while True:
            time.sleep(0.01)
    with limited(1):
        pass
    time.sleep(1.1)


def test_a_document_over_the_limit_is_a_problem_and_no_finding() -> None:
    document = read_text("lambat.txt", "0" * 64, b"A\tB\n1\t2\n")
    done = checked_within(document, [Slow()], 1, lambda _: None)
    assert done.findings == ()
    assert done.ran == ()
    assert [problem.category for problem in done.document.problems] == [Category.TIMEOUT]
    assert "1 detik" in done.document.problems[0].message
