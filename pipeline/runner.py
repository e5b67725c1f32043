"""The whole job: read, check, guard, write. The only module that knows the order of the stages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from extractors.base import AUTO
from extractors.model import Document, PageKind, Problem
from pipeline import decision_store, gates, ingest, nomenklatur, store
from pipeline.audit.corrections import Corrected, amendments, corrected, marked
from pipeline.audit.decisions import Ruling, Stale, about, reviewed
from pipeline.audit.second_reading import Case, Reader, Request, Reread, settled
from pipeline.patience import OutOfPatienceError, limited
from pipeline.report import formats, machine
from pipeline.report.pages import ReportResult, RunResult
from pipeline.settings import VERSION, Settings
from pipeline.stages import Broken, Checked, check, given_up, judged_again
from rules.base import Rule, all_rules
from rules.nomenclature import Resmi
from rules.outcome import Correction, Keputusan, Outcome

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Ran:
    """A finished run: its result, what of ours broke, the gates that were (or needed not be) run, and what was read again."""

    result: RunResult
    broken: tuple[Broken, ...]
    gates: tuple[gates.GateResult, ...]
    unread: int
    reread: Reread
    review: Review


@dataclass(frozen=True, slots=True)
class Review:
    """What reviewers had decided: how many readings they corrected, which decisions hold no longer, which lines are damaged.

    `carried` counts the decisions that hold here and were made on another file of the same report.
    """

    corrections: int = 0
    stale: tuple[Stale, ...] = ()
    damaged: tuple[int, ...] = ()
    carried: Mapping[Keputusan, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AllChecked:
    """Documents with their findings, what was read again, and what was decided."""

    checked: tuple[Checked, ...]
    reread: Reread
    review: Review


@dataclass(frozen=True, slots=True)
class Means:
    """What checking documents takes besides them: how, by which rules and official names, who reads pages again, who is told."""

    settings: Settings
    rules: Sequence[Rule]
    official: Sequence[Resmi] | None
    reader: Reader
    say: Progress


@dataclass(frozen=True, slots=True)
class Audited:
    """Documents as their reviewers read them, with their findings before anything else that was decided is heeded.

    `settled` are the corrections that were carried out.
    """

    checked: tuple[Checked, ...]
    reread: Reread
    settled: tuple[Ruling, ...]


class NothingToReadError(Exception):
    """The paths hold no file at all; the message says what to do."""


def reconcile(settings: Settings, say: Progress) -> Ran:
    """Read every document, check it, guard the data, write all reports. Raises NothingToReadError when there is no file."""
    rules = all_rules()
    collected = ingest.collect(settings.paths)
    if not collected.sources and not collected.problems:
        where = ", ".join(str(path) for path in settings.paths)
        raise NothingToReadError(f"tidak ada berkas di {where}; taruh laporan PDF atau teks di sana, atau sebut folder lain")
    documents = ingest.read_all(collected.sources, settings.jobs, settings.engine, settings.timeout, lambda d: say(f"dibaca   {d.name}"))
    done = check_all(documents, collected.sources, settings, rules, say)
    checked = done.checked
    problems = (*collected.problems, *(problem for c in checked for problem in c.document.problems))
    judged = _guard(settings, settings.clean, checked, rules) if settings.clean else ()
    result = result_of(checked, {s.name: s.path for s in collected.sources}, problems, judged)
    write(result, settings, [(c.document.name, outcome) for c in checked for outcome in c.outcomes])
    broken = tuple(b for c in checked for b in c.broken)
    return Ran(
        result, broken, judged, sum(is_unread(c.document) or not c.ran for c in checked) + len(collected.problems), done.reread, done.review
    )


def check_all(
    documents: Sequence[Document], sources: Sequence[ingest.Source], settings: Settings, rules: Sequence[Rule], say: Progress
) -> AllChecked:
    """Every document as its reviewers read it, with its findings, their cells read again by other engines, and what was decided."""
    recorded = decision_store.load(settings.decisions)
    done = audited(documents, recorded.standing, means_of(sources, settings, rules, say))
    asked = [(about(c.document.name, c.document.sha256, c.view), c.findings) for c in done.checked]
    heeded = reviewed(asked, recorded.standing, done.settled)
    final = tuple(replace(c, findings=findings) for c, findings in zip(done.checked, heeded.findings, strict=True))
    return AllChecked(final, done.reread, Review(len(done.settled), heeded.stale, recorded.damaged, heeded.carried))


def means_of(sources: Sequence[ingest.Source], settings: Settings, rules: Sequence[Rule], say: Progress) -> Means:
    """The means of a run: pages are read again in processes of their own."""
    by_name = {source.name: source for source in sources}

    def reader(requests: Sequence[Request]) -> list[Document]:
        return ingest.read_again(by_name, requests, settings.jobs, settings.timeout)

    return Means(settings, rules, nomenklatur.official(settings.nomenklatur), reader, say)


def audited(documents: Sequence[Document], rulings: Sequence[Ruling], means: Means, known: Sequence[Checked] = ()) -> Audited:
    """The documents with the corrections of these rulings put in, checked, and read again where they are accused.

    Who asks for one engine gets that one alone. `known` are those of the documents that were checked as they were read.
    """
    fixed = [corrected(document, rulings) for document in documents]
    rules, seconds = means.rules, means.settings.timeout
    checked = [_marked(checked_within(one.document, rules, seconds, means.say, means.official), one.corrections, rules) for one in fixed]
    checked, reread = _read_again(checked, means) if means.settings.engine == AUTO else (checked, Reread())
    final = _amended(checked, list(zip(documents, fixed, strict=True)), means, known)
    return Audited(final, reread, tuple(ruling for one in fixed for ruling in one.settled))


def _amended(
    checked: Sequence[Checked], fixed: Sequence[tuple[Document, Corrected]], means: Means, known: Sequence[Checked]
) -> tuple[Checked, ...]:
    """What was corrected, with what that changed: a document with corrections is checked as it was read, too."""
    found = {one.document.name: one for one in known}
    asked = [document for document, one in fixed if one.corrections and document.name not in found]
    if asked:
        found |= {one.document.name: one for one in audited(asked, (), replace(means, say=lambda _: None)).checked}
    return tuple(
        replace(c, amended=amendments(one, found[c.document.name].findings, c.findings)) if one.corrections else c
        for c, (_, one) in zip(checked, fixed, strict=True)
    )


def _marked(checked: Checked, corrections: Sequence[Correction], rules: Sequence[Rule]) -> Checked:
    return judged_again(checked, marked(checked.outcomes, corrections), rules) if corrections else checked


def _read_again(checked: Sequence[Checked], means: Means) -> tuple[list[Checked], Reread]:
    done = settled([Case(c.document, c.outcomes) for c in checked], means.settings.second_pages, means.reader)
    again = [judged_again(c, one.outcomes, means.rules) for c, one in zip(checked, done, strict=True)]
    return again, sum((one.reread for one in done), Reread())


def checked_within(
    document: Document, rules: Sequence[Rule], seconds: int, say: Progress, official: Sequence[Resmi] | None = None
) -> Checked:
    """A document with what the rules made of it; one that takes longer than the limit is given up, and the others go on."""
    try:
        with limited(seconds):
            done = check(document, rules, official)
    except OutOfPatienceError:
        done = given_up(document, seconds)
    say(f"diperiksa {document.name}: {len(done.outcomes)} pembandingan, {len(done.findings)} temuan")
    return done


def is_unread(document: Document) -> bool:
    """Whether nothing of a document could be read; a report with some unread pages is read."""
    return not document.blocks or (bool(document.pages) and all(page.kind != PageKind.DIGITAL for page in document.pages))


def _guard(settings: Settings, clean: Path, checked: Sequence[Checked], rules: Sequence[Rule]) -> tuple[gates.GateResult, ...]:
    """Write the clean data and hold both suites against it before any report is written."""
    store.write_clean([(c.document, c.view) for c in checked], clean)
    batch = gates.OutcomeBatch(
        tuple((c.document.name, outcome) for c in checked for outcome in c.outcomes),
        tuple(rule.code for rule in rules),
        tuple(c.document.name for c in checked if c.ran),
        tuple((c.document.name, code) for c in checked for code in c.ran),
        # The same file under two names has the same ids: they are the document's and the finding's.
        tuple(f"{c.document.name} {finding.id}" for c in checked for finding in c.findings),
    )
    state = clean / ".gerbang.json"
    if not settings.cache:
        state.unlink(missing_ok=True)
    judged = gates.run_gates(clean, batch, state)
    if settings.data_docs:
        gates.build_data_docs(clean, settings.out / "data_docs", batch)
    return judged


def result_of(
    checked: Sequence[Checked], paths: Mapping[str, Path], problems: Sequence[Problem], judged: Sequence[gates.GateResult]
) -> RunResult:
    """What the reports are written from."""
    reports = tuple(ReportResult(c.document, c.view, c.outcomes, c.findings, paths.get(c.document.name), c.amended) for c in checked)
    failed = [sentence for gate in judged for sentence in gate.failed]
    failed += [f"{b.where} berhenti karena kesalahan program ini pada dokumen {b.document}" for c in checked for b in c.broken]
    return RunResult(reports, tuple(problems), tuple(failed), VERSION)


def write(result: RunResult, settings: Settings, outcomes: Sequence[tuple[str, Outcome]]) -> None:
    """Every format asked for, under the output folder; the machine formats always. What an earlier run left there goes."""
    settings.out.mkdir(parents=True, exist_ok=True)
    machine.write_findings(settings.out / "findings.jsonl", (f for report in result.reports for f in report.findings))
    machine.write_outcomes(settings.out / "outcomes.jsonl", outcomes)
    machine.write_problems(settings.out / "problems.jsonl", result.problems)
    machine.write_documents(settings.out / "documents.jsonl", ((report.document, report.view, report.amended) for report in result.reports))
    manner = formats.Manner(settings.lang, settings.day, settings.templates)
    formats.write(result, [formats.FORMATS[form] for form in settings.formats], settings.out, manner)
