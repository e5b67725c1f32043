"""Has the cells of every failed comparison read by another engine, and a third where the two differ: who misreads accuses nobody.

An outcome is confirmed when another engine reads the same in every cell of it, and disputed when one reads something else
and no independent third one takes the first one's side; a disputed outcome is not checked, and says what each engine reads.
What no other engine has a reading of stays single: sentences, what was beyond the limit, and pages that it could not read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extractors.looks import GOOD, looks_of
from extractors.model import Document, Row, Table
from pipeline.audit.alignment import Strips, strips_of
from pipeline.audit.operands import FirstReading, Operand, first_reading
from pipeline.audit.opinions import Opinions, agrees, judged, operands_by_page, others
from rules.outcome import Outcome, Reading, Verdict


@dataclass(frozen=True, slots=True)
class Case:
    """A document and what the rules made of it."""

    document: Document
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """Pages of a document that an engine is to read."""

    document: str
    engine: str
    pages: tuple[int, ...]


# The tables of the pages of each request, as a document's blocks; a page that could not be read is a problem of it.
Reader = Callable[[Sequence[Request]], Sequence[Document]]


@dataclass(frozen=True, slots=True)
class Reread:
    """What reading again came to: pages read a second and a third time, pages beyond the limit, and the failed comparisons."""

    second: int = 0
    third: int = 0
    confirmed: int = 0
    single: int = 0
    disputed: int = 0
    left_out: int = 0

    @property
    def counts(self) -> tuple[int, ...]:
        """All of them, in this order."""
        return self.second, self.third, self.confirmed, self.single, self.disputed, self.left_out

    def __add__(self, other: Reread) -> Reread:
        return Reread(*(one + more for one, more in zip(self.counts, other.counts, strict=True)))


@dataclass(frozen=True, slots=True)
class Settled:
    """The outcomes with how sure their reading is, disputed ones not checked, and the count of it all."""

    outcomes: tuple[Outcome, ...]
    reread: Reread


@dataclass(frozen=True, slots=True)
class _Work:
    """A case under way: what was read of it so far, and its accused pages that are beyond the limit."""

    case: Case
    opinions: Opinions
    left_out: int


Whom = Callable[[Opinions, Sequence[Operand]], str | None]


def settled(cases: Sequence[Case], limit: int, reader: Reader) -> list[Settled]:
    """Every case with its failed comparisons read again, in the order given; at most `limit` pages of each document."""
    works = [_work(case, limit) for case in cases]
    _read(works, reader, _second)
    _read(works, reader, _third)
    return [_settled(work) for work in works]


# ------------------------------------------------------------------ whom to ask


def _work(case: Case, limit: int) -> _Work:
    """Chosen are the pages that look least like tables, then those with most accused cells."""
    first = first_reading(case.document)
    accused = Counter(page for page, operands in _accused(case, first) for _ in operands)
    tables = _by_page(case.document, accused)
    order = sorted(accused, key=lambda page: (not _is_doubtful(tables[page]), -accused[page], page))
    return _Work(case, Opinions(first, {page: strips_of(tables[page]) for page in order[:limit]}), len(order[limit:]))


def _accused(case: Case, first: FirstReading) -> Iterator[tuple[int, tuple[Operand, ...]]]:
    """The cells behind each failed comparison, by page."""
    for outcome in case.outcomes:
        if _is_asked(outcome):
            yield from operands_by_page(first, outcome).items()


def _is_asked(outcome: Outcome) -> bool:
    """A failed comparison, unless a reviewer said what stands there: then no engine is asked."""
    return outcome.verdict == Verdict.TEMUAN and outcome.reading != Reading.CORRECTED


def _by_page(document: Document, pages: Mapping[int, int]) -> Mapping[int, list[Table]]:
    """The tables of these pages, of a table over several pages only the rows that stand there."""
    found: dict[int, list[Table]] = defaultdict(list)
    for table in document.tables:
        rows: dict[int | None, list[Row]] = defaultdict(list)
        for row in table.rows:
            rows[row.place.page].append(row)
        for page, own in rows.items():
            if page is not None and page in pages:
                found[page].append(replace(table, rows=tuple(own)))
    return found


def _is_doubtful(tables: Sequence[Table]) -> bool:
    return looks_of(tables).score < GOOD


def _second(opinions: Opinions, operands: Sequence[Operand]) -> str | None:
    del opinions
    return next(iter(others(operands[0])), None)


def _third(opinions: Opinions, operands: Sequence[Operand]) -> str | None:
    """The engine to ask where the second one does not read the same; a page that it could not read is not worth a third."""
    second, third = (*others(operands[0]), "", "")[:2]
    differ = (second, operands[0].page) in opinions.read and not agrees(opinions, second, operands)
    return third if third and differ else None


# ------------------------------------------------------------------ reading


def _read(works: Sequence[_Work], reader: Reader, whom: Whom) -> None:
    """Have the pages read by those who are to be asked, and keep what they read."""
    asked = [(work, request) for work in works for request in _requests(work, whom)]
    answers = reader([request for _, request in asked]) if asked else ()
    for (work, request), answer in zip(asked, answers, strict=True):
        work.opinions.read.update(_answered(request, answer))


def _requests(work: _Work, whom: Whom) -> Iterator[Request]:
    pages: dict[str, set[int]] = defaultdict(set)
    for page, operands in _accused(work.case, work.opinions.first):
        engine = whom(work.opinions, operands) if page in work.opinions.pages else None
        if engine is not None and (engine, page) not in work.opinions.read:
            pages[engine].add(page)
    for engine in sorted(pages):
        yield Request(work.case.document.name, engine, tuple(sorted(pages[engine])))


def _answered(request: Request, answer: Document) -> dict[tuple[str, int], Strips]:
    """The cells by page; nothing for a page with a problem, and none at all if the problem is of the whole document."""
    failed = {problem.page for problem in answer.problems}
    if None in failed:
        return {}
    tables = {page: [table for table in answer.tables if table.place.page == page] for page in request.pages if page not in failed}
    return {(request.engine, page): strips_of(found) for page, found in tables.items()}


# ------------------------------------------------------------------ what comes of it


def _settled(work: _Work) -> Settled:
    failed = [_is_asked(outcome) for outcome in work.case.outcomes]
    outcomes = tuple(judged(work.opinions, o) if bad else o for o, bad in zip(work.case.outcomes, failed, strict=True))
    counts = Counter(o.reading for o, bad in zip(outcomes, failed, strict=True) if bad)
    times = Counter(page for _, page in work.opinions.read)
    reread = Reread(
        second=len(times),
        third=sum(count > 1 for count in times.values()),
        left_out=work.left_out,
        confirmed=counts[Reading.CONFIRMED],
        single=counts[Reading.SINGLE],
        disputed=counts[Reading.DISPUTED],
    )
    return Settled(outcomes, reread)
