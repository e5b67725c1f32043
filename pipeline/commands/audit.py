"""`lakip reconcile`, `lakip report` and `lakip check`: read, check, and tell what was found."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from pipeline.commands.exits import (
    BROKEN,
    DONE,
    FINDINGS,
    NONE_READ,
    SOME_UNREAD,
    WRONG_USE,
    highest,
    is_grave,
    progress,
    talk,
    talk_of_broken,
)
from pipeline.commands.options import refusal, settings_of

if TYPE_CHECKING:  # the parts of the job are loaded by the command that needs them
    from extractors.model import Document
    from pipeline.ingest import Source
    from pipeline.runner import Ran
    from pipeline.settings import Settings


def run_reconcile(arguments: argparse.Namespace) -> int:
    """Read, check, write, sum up; `lakip report` does the same without the clean data."""
    from pipeline import outputs, runner, summary
    from pipeline.report.formats import UnusableTemplateError

    settings = settings_of(arguments)
    if refused := refusal(arguments, settings) or outputs.refusal(settings):
        talk(str(refused))
        return WRONG_USE
    try:
        ran = runner.reconcile(settings, progress(quiet=settings.quiet))
    except runner.NothingToReadError as nothing:
        talk(str(nothing))
        return WRONG_USE
    except UnusableTemplateError as unusable:
        talk(outputs.unusable(unusable))
        return WRONG_USE
    except OSError as error:
        if not (folder := outputs.about(error, settings)):
            raise
        talk(str(outputs.not_written(folder, error.errno or 0)))
        return WRONG_USE
    if not settings.quiet:
        for line in summary.lines(ran, settings):
            talk(line)
    talk_of_broken(ran.broken)
    return exit_code(ran, settings)


def exit_code(ran: Ran, settings: Settings) -> int:
    """We are broken, nothing could be read, some could not, findings."""
    from pipeline.runner import is_unread

    reports = ran.result.reports
    codes = {DONE, BROKEN if ran.broken else DONE}
    if all(is_unread(report.document) for report in reports):
        codes.add(NONE_READ)
    elif ran.unread:
        codes.add(SOME_UNREAD)
    if any(is_grave(report.findings, settings.fail_on) for report in reports):
        codes.add(FINDINGS)
    return highest(codes)


def run_check(arguments: argparse.Namespace) -> int:
    """The findings of each document, as the findings file prints them."""
    from pipeline import runner
    from pipeline.report import machine
    from rules.base import all_rules

    rules = all_rules()

    def printed(document: Document, source: Source, settings: Settings) -> int:
        (checked,) = runner.check_all([document], [source], settings, rules, lambda _: None).checked
        for finding in checked.findings:
            print(machine.finding_line(finding))
        talk_of_broken(checked.broken)
        return BROKEN if checked.broken else FINDINGS if is_grave(checked.findings, settings.fail_on) else DONE

    return each_document(arguments, printed)


def each_document(arguments: argparse.Namespace, printed: Callable[[Document, Source, Settings], int]) -> int:
    """Every document of the paths in turn; the exit code says how it went with all."""
    from pipeline import ingest, runner

    settings = settings_of(arguments)
    if refused := refusal(arguments, settings):
        talk(refused)
        return WRONG_USE
    collected = ingest.collect(settings.paths)
    documents = ingest.read_all(collected.sources, settings.jobs, settings.engine, settings.timeout, lambda _: None)
    codes = {DONE, *(printed(document, source, settings) for document, source in zip(documents, collected.sources, strict=True))}
    for problem in (*collected.problems, *(p for d in documents for p in d.problems)):
        talk(f"{problem.document}: {problem.message} {problem.advice}")
    unread = [d for d in documents if runner.is_unread(d)]
    if not documents and not collected.problems:
        return WRONG_USE
    codes.add(NONE_READ if len(unread) == len(documents) else SOME_UNREAD if unread or collected.problems else DONE)
    return highest(codes)
