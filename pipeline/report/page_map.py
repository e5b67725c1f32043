"""The map of a report: each of its pages, whether it was read, and how many findings lie on it, with the gravest."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from extractors.model import Document
from pipeline.report.entries import SEVERITIES
from rules.outcome import Finding

READ, BLANK, UNREAD = "read", "blank", "unread"


@dataclass(frozen=True, slots=True)
class Spot:
    """A page: its number, whether it was read, how many findings begin on it, the gravest, and the id of the first in the report."""

    page: int
    state: str
    findings: int
    worst: str
    first: str


def page_map(document: Document, shown: Iterable[Finding], blank: Collection[int], unread: Collection[int]) -> tuple[Spot, ...]:
    """The pages in order; `shown` are the findings in the order in which the report shows them. A text file has no pages."""
    found: dict[int, list[Finding]] = {}
    for finding in shown:
        if finding.is_open and finding.locations and (page := finding.locations[0].place.page) is not None:
            found.setdefault(page, []).append(finding)
    return tuple(
        _spot(page.number, UNREAD if page.number in unread else BLANK if page.number in blank else READ, found.get(page.number, []))
        for page in document.pages
    )


def _spot(page: int, state: str, findings: list[Finding]) -> Spot:
    worst = min((finding.severity for finding in findings), key=SEVERITIES.index, default=None)
    return Spot(page, state, len(findings), worst.value if worst else "", findings[0].id if findings else "")
