"""Writes the reports from the desk, as `lakip report` writes them, with what is decided by now."""

from __future__ import annotations

import threading

from pipeline import outputs, runner
from pipeline.refusals import RefusedError
from pipeline.report.formats import UnusableTemplateError
from pipeline.serve.desk import Look
from pipeline.settings import Settings


class Writer:
    """One writes at a time."""

    def __init__(self, settings: Settings) -> None:
        """Where to, and in which formats, is in the settings."""
        self._settings = settings
        self._lock = threading.Lock()

    def write(self, look: Look) -> str:
        """Write all reports; or why not."""
        lang = self._settings.lang
        checked = [report.checked for report in look.reports if report.checked]
        if len(checked) < len(look.reports) or not all(report.settled for report in look.reports):
            return RefusedError("unsettled").told(lang)
        if refused := outputs.refusal(self._settings):
            return refused.told(lang)
        problems = (*look.problems, *(problem for one in checked for problem in one.document.problems))
        result = runner.result_of(checked, {report.source.name: report.source.path for report in look.reports}, problems, ())
        try:
            with self._lock:
                runner.write(result, self._settings, [(one.document.name, outcome) for one in checked for outcome in one.outcomes])
        except UnusableTemplateError as unusable:
            return unusable.told(lang)
        except OSError as error:
            return outputs.not_written(self._settings.out, error.errno or 0).told(lang)
        return ""
