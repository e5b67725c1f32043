"""The two gates of a run, on the clean tables and on the outcomes; unchanged data pass by what was found before.

Only here is it decided whether great_expectations is started at all: that costs seconds.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from importlib.metadata import version
from pathlib import Path

from pipeline import schema, suite
from pipeline.atomic import replace_file
from rules.outcome import Outcome

CLEAN, OUTCOMES = "clean", "outcomes"


@dataclass(frozen=True, slots=True)
class GateResult:
    """What a gate came to. `failed` holds one Indonesian sentence for each expectation that was not met.

    `checks` counts the expectations and `rows` the rows they were held against; `skipped` says that nothing had changed
    since the gate last ran, and that the rest is what it found then.
    """

    gate: str
    passed: bool
    failed: tuple[str, ...]
    checks: int
    rows: int
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class OutcomeBatch:
    """All outcomes of a run, and what they are held against: the rules and the reports that were to be checked,
    the pairs of report and rule that ran, and the ids of the findings made of the outcomes.
    """

    outcomes: tuple[tuple[str, Outcome], ...]
    rules: tuple[str, ...]
    documents: tuple[str, ...]
    ran: tuple[tuple[str, str], ...]
    finding_ids: tuple[str, ...]

    def digest(self) -> str:
        """What tells one batch of outcomes from another; the same outcomes in another order are the same batch."""
        total = hashlib.sha256(repr((sorted(self.rules), sorted(self.documents), sorted(self.ran), sorted(self.finding_ids))).encode())
        for line in sorted(repr(pair) for pair in self.outcomes):
            total.update(line.encode("utf-8", "replace"))
        return total.hexdigest()


def run_gates(folder: Path, batch: OutcomeBatch, state: Path) -> tuple[GateResult, GateResult]:
    """Both gates: the clean tables in `folder`, and the outcomes. `state` is the file that remembers what was found."""
    return check_clean(folder, state), check_outcomes(batch, state)


def check_clean(folder: Path, state: Path) -> GateResult:
    """Are the clean tables what clean data must be?"""

    def run() -> GateResult:
        from pipeline import expectations  # starts great_expectations

        return expectations.check_clean(folder)

    return _unless_known(CLEAN, _told((schema.digest_of(folder), suite.digest(suite.clean_checks()))), state, run)


def check_outcomes(batch: OutcomeBatch, state: Path) -> GateResult:
    """Did every rule run on every report, and is every outcome whole? What the reports have wrong is no matter here."""

    def run() -> GateResult:
        from pipeline import expectations  # starts great_expectations

        return expectations.check_outcomes(batch)

    return _unless_known(OUTCOMES, _told((batch.digest(), suite.digest(suite.outcome_checks(batch.rules)))), state, run)


def build_data_docs(folder: Path, out: Path, batch: OutcomeBatch | None = None) -> Path:
    """Write Data Docs on the clean tables, and on the outcomes if given, as pages that need no network; gives the index page."""
    _keep_quiet()
    from pipeline import expectations  # starts great_expectations

    return expectations.build_data_docs(folder, out, batch)


def _unless_known(gate: str, told: str, state: Path, run: Callable[[], GateResult]) -> GateResult:
    known = _remembered(state)
    entry = known.get(gate)
    if isinstance(entry, dict) and entry.get("told") == told and (result := _result(entry.get("result"))) is not None:
        return replace(result, skipped=True)
    _keep_quiet()
    result = run()
    _remember(state, known | {gate: {"told": told, "result": asdict(result)}})
    return result


def _keep_quiet() -> None:
    """No release of great_expectations may report to its makers; the one that is locked cannot, others could."""
    os.environ["GX_ANALYTICS_ENABLED"] = "False"


def _told(parts: tuple[str, ...]) -> str:
    return " ".join((*parts, version("great-expectations")))


def _remembered(state: Path) -> dict[str, object]:
    """What the state file holds; one that is missing or damaged holds nothing."""
    try:
        content = json.loads(state.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _result(entry: object) -> GateResult | None:
    match entry:
        case {
            "gate": str(gate), "passed": bool(passed), "failed": list(failed), "checks": int(checks), "rows": int(rows)
        }:  # fmt: skip
            return GateResult(gate, passed, tuple(map(str, failed)), checks, rows)
    return None


def _remember(state: Path, content: dict[str, object]) -> None:
    state.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    replace_file(state, lambda path: path.write_text(text, encoding="utf-8"))
