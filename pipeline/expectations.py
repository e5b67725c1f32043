"""The expectations as great_expectations checks them: the only module that imports it. Start it through `pipeline.gates`.

Its results go through binary floats, so it is given texts, whole numbers and columns made beforehand, and never an amount.
"""

from __future__ import annotations

import datetime
import html
import logging
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias

import great_expectations as gx
import pandas as pd
from great_expectations import expectations as gxe
from great_expectations.data_context.types.base import DataContextConfig, InMemoryStoreBackendDefaults, ProgressBarsConfig
from great_expectations.render.renderer import ValidationResultsPageRenderer
from great_expectations.render.view import DefaultJinjaPageView

from pipeline import data_docs, store, suite
from pipeline.gate_columns import WHERE, WHOLE_NUMBERS, Columns, clean_columns, outcome_columns
from pipeline.gates import CLEAN, OUTCOMES, GateResult, OutcomeBatch
from pipeline.suite import Check, Form

EXAMPLES = 3
LONGEST_EXAMPLE = 60
# great_expectations stamps every result with a time; nothing that is kept shows it.
NO_CLOCK = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
HOW = {"result_format": "SUMMARY", "unexpected_index_column_names": [WHERE], "partial_unexpected_count": EXAMPLES}

Frames: TypeAlias = dict[str, pd.DataFrame]


class GateBroken(Exception):
    """An expectation could not be held against the data at all: we are broken, not the data."""


def check_clean(folder: Path) -> GateResult:
    """Hold the clean tables of a folder against what clean data must be."""
    return _judged(CLEAN, _clean_frames(folder), suite.clean_checks())


def check_outcomes(batch: OutcomeBatch) -> GateResult:
    """Hold the outcomes of a run against what they must be."""
    return _judged(OUTCOMES, _frames(outcome_columns(batch)), suite.outcome_checks(batch.rules))


def build_data_docs(folder: Path, out: Path, batch: OutcomeBatch | None) -> Path:
    """Write the page of great_expectations on each table, and an index, so that they open without a network."""
    frames, checks = _clean_frames(folder), suite.clean_checks()
    if batch is not None:
        frames, checks = frames | _frames(outcome_columns(batch)), checks + suite.outcome_checks(batch.rules)
    pages: list[data_docs.Page] = []
    with _quiet():
        for name, result in _validated(frames, checks).items():
            sentences = tuple(sentence for sentence in _sentences(result, checks) if sentence)
            _made_safe(result)
            shown = DefaultJinjaPageView().render(ValidationResultsPageRenderer().render(result))
            pages.append(data_docs.Page(name, len(frames[name]), len(result.results), sentences, shown))
    return data_docs.write(pages, out, gx.__version__)


def _clean_frames(folder: Path) -> Frames:
    tables = store.read_clean(folder)
    return _frames(clean_columns({name: _columns(frame) for name, frame in tables.items()}))


def _columns(frame: pd.DataFrame) -> Columns:
    """A frame as plain columns, a missing value as None."""
    plain = frame.astype(object).where(frame.notna(), None)
    return {str(name): plain[name].tolist() for name in plain}


def _frames(tables: Mapping[str, Columns]) -> Frames:
    return {name: pd.DataFrame({column: _series(column, values) for column, values in columns.items()}) for name, columns in tables.items()}


def _series(name: str, values: list[object]) -> pd.Series[Any]:
    return pd.Series(values, dtype="Int64" if name in WHOLE_NUMBERS else "object")


def _judged(gate: str, frames: Frames, checks: Sequence[Check]) -> GateResult:
    with _quiet():
        results = _validated(frames, checks)
    sentences = [sentence for result in results.values() for sentence in _sentences(result, checks)]
    failed = tuple(sentence for sentence in sentences if sentence)
    return GateResult(gate, not failed, failed, len(sentences), sum(map(len, frames.values())))


def _validated(frames: Frames, checks: Sequence[Check]) -> dict[str, Any]:
    """The result of great_expectations for each table, in a context that lives in memory only."""
    config = DataContextConfig(
        store_backend_defaults=InMemoryStoreBackendDefaults(init_temp_docs_sites=False),
        progress_bars=ProgressBarsConfig(globally=False, metric_calculations=False),
        analytics_enabled=False,
    )
    context = gx.get_context(mode="ephemeral", project_config=config)
    source = context.data_sources.add_pandas("lakip")
    run = gx.RunIdentifier(run_name="lakip", run_time=NO_CLOCK)
    results: dict[str, Any] = {}
    for name, frame in frames.items():
        wanted = [_expectation(c, index, frame) for index, c in enumerate(checks) if c.table == name and _can_be_held(c, frame)]
        if not wanted:
            continue
        batch = source.add_dataframe_asset(name).add_batch_definition_whole_dataframe(name)
        held = context.suites.add(gx.ExpectationSuite(name=name, expectations=wanted))
        definition = context.validation_definitions.add(gx.ValidationDefinition(name=name, data=batch, suite=held))
        results[name] = definition.run(batch_parameters={"dataframe": frame}, result_format=HOW, run_id=run)
    return results


def _can_be_held(check: Check, frame: pd.DataFrame) -> bool:
    """A share of a handful of rows is neither large nor small."""
    return check.form != Form.SHARE or len(frame) >= suite.ENOUGH


def _mostly(check: Check, frame: pd.DataFrame) -> float:
    """The least share of rows, lowered where it would not leave room for a few odd ones."""
    held = len(frame) if check.form == Form.EMPTY else int(frame[check.columns[0]].notna().sum())
    return 1.0 if check.mostly == 100 else max(0.0, min(check.mostly / 100, 1 - suite.FEW / max(held, 1)))


def _expectation(check: Check, index: int, frame: pd.DataFrame) -> Any:
    column = check.columns[0]
    common: dict[str, Any] = {"description": f"{', '.join(check.columns)}: {check.says}", "meta": {"check": index}}
    most = common | {"column": column, "mostly": _mostly(check, frame)}
    match check.form:
        case Form.EMPTY:
            return gxe.ExpectColumnValuesToBeNull(**most)
        case Form.UNIQUE if len(check.columns) > 1:
            return gxe.ExpectCompoundColumnsToBeUnique(column_list=list(check.columns), **common)
        case Form.UNIQUE:
            return gxe.ExpectColumnValuesToBeUnique(**most)
        case Form.ONE_OF:
            return gxe.ExpectColumnValuesToBeInSet(value_set=list(check.allowed), **most)
        case Form.PATTERN:
            return gxe.ExpectColumnValuesToMatchRegex(regex=check.pattern, **most)
        case Form.BETWEEN:
            return gxe.ExpectColumnValuesToBeBetween(min_value=check.low, max_value=check.high, **most)
        case Form.SHARE:
            share = (check.low or 0) / 100
            return gxe.ExpectColumnProportionOfNonNullValuesToBeBetween(column=column, min_value=share, **common)


def _sentences(result: Any, checks: Sequence[Check]) -> Iterator[str]:
    """For each expectation "" if it was met, else the sentence that says what was not; in the order of the suite."""
    for one in sorted(result.results, key=lambda one: int(one.expectation_config.meta["check"])):
        check = checks[one.expectation_config.meta["check"]]
        if trouble := _exception(one.exception_info):
            raise GateBroken(f"{check.table}.{check.columns}: {trouble}")
        yield "" if one.success else _sentence(check, one)


def _exception(info: Mapping[str, Any] | None) -> str:
    """What was raised inside; great_expectations gives one record, or one for each of its metrics."""
    info = info or {}
    records = [info] if "raised_exception" in info else [record for record in info.values() if isinstance(record, dict)]
    return "; ".join(str(record.get("exception_message")) for record in records if record.get("raised_exception"))


def _sentence(check: Check, one: Any) -> str:
    found, kind = one.result, one.expectation_config.type
    start = f"Tabel {check.table}, kolom {', '.join(check.columns)}: seharusnya {check.says} [{kind}]"
    if check.form == Form.SHARE:
        return f"{start}; yang terisi {found['observed_value']:.0%}."
    count, total = found["unexpected_count"], found["element_count"]
    examples = "; ".join(_example(check, entry) for entry in found.get("partial_unexpected_index_list", [])[:EXAMPLES])
    return f"{start}; {count} dari {total} baris tidak demikian, misalnya {examples}."


def _example(check: Check, entry: Mapping[str, Any]) -> str:
    values = ", ".join(str(entry.get(column, "")) for column in check.columns)
    short = values if len(values) <= LONGEST_EXAMPLE else values[: LONGEST_EXAMPLE - 1] + "…"
    return f"“{short}” ({entry.get(WHERE, '')})"


def _made_safe(result: Any) -> None:
    """The pages of great_expectations print values as they are: what a report prints must not become markup there."""
    for one in result.results:
        one.result = _escaped(one.result)


def _escaped(value: Any) -> Any:
    match value:
        case str():
            return html.escape(value)
        case dict():
            return {key: _escaped(one) for key, one in value.items()}
        case list() | tuple():
            return type(value)(_escaped(one) for one in value)
        case float():
            return float(value)  # numpy's own, which the renderer cannot print
    return value


@contextmanager
def _quiet() -> Iterator[None]:
    """No talk: what went wrong inside is in the results, and is raised from there."""
    logger = logging.getLogger("great_expectations")
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(before)
