"""What several rules ask of one report is worked out once: the rules run one after the other on the same view."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from rules.facts import ReportView

Answer = TypeVar("Answer")


def once(ask: Callable[[ReportView], Answer]) -> Callable[[ReportView], Answer]:
    """A question about a report that keeps its last answer; nobody may change what it returns.

    Views are told apart by identity: to compare two reports fact by fact would take longer than most questions.
    """
    last: list[tuple[ReportView, Answer]] = []

    @wraps(ask)
    def asked(report: ReportView) -> Answer:
        if not last or last[0][0] is not report:
            last[:] = [(report, ask(report))]
        return last[0][1]

    return asked
