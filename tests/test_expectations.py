"""The gates: they hold for clean data, name what does not, are silent and offline, and are not run twice on the same data."""

from __future__ import annotations

import dataclasses
import re
import subprocess
import sys
from pathlib import Path

import pytest

from extractors.model import Place
from pipeline import gates, schema_docs, store, suite
from pipeline.gates import GateResult
from rules.facts import Baris, Location, Measure, ReportView, Tabel
from rules.outcome import Verdict
from tests import clean_fixtures as made


def written(tmp_path: Path, *tables: Tabel) -> Path:
    folder = tmp_path / "clean"
    store.write_clean([made.report(tables=tables or None)], folder)
    return folder


def checked(tmp_path: Path, *tables: Tabel) -> GateResult:
    return gates.check_clean(written(tmp_path, *tables), tmp_path / "state.json")


def only(monkeypatch: pytest.MonkeyPatch, table: str) -> None:
    """Hold the expectations of one table only: the whole suite takes a second."""
    checks = tuple(check for check in suite.clean_checks() if check.table == table)
    monkeypatch.setattr(suite, "clean_checks", lambda: checks)


def outcomes_checked(tmp_path: Path, **changes: object) -> GateResult:
    return gates.check_outcomes(made.batch(**changes), tmp_path / "state.json")


# ------------------------------------------------------------------ clean data


def test_clean_data_pass(tmp_path: Path) -> None:
    result = checked(tmp_path)
    assert result.failed == ()
    assert (result.gate, result.passed, result.skipped) == ("clean", True, False)
    assert result.checks > 60
    assert result.rows > 10


def test_an_empty_batch_passes(tmp_path: Path) -> None:
    store.write_clean([], tmp_path / "clean")
    assert gates.check_clean(tmp_path / "clean", tmp_path / "state.json").failed == ()


def test_text_input_passes_without_pages(tmp_path: Path) -> None:
    def in_text(row: Baris) -> Baris:
        facts = tuple(dataclasses.replace(f, location=Location(Place(line=5), f.location.text)) for f in row.facts)
        return dataclasses.replace(row, facts=facts, location=Location(Place(line=5), row.name))

    table = made.budget_table(*map(in_text, made.usual_rows()))
    assert checked(tmp_path, dataclasses.replace(table, location=Location(Place(line=1), "x"))).failed == ()


def nowhere(row: Baris) -> Baris:
    return dataclasses.replace(row, location=Location(Place(), row.name))


PROGRAM, FIRST, SECOND, BANNER = made.usual_rows()
AMOUNT = made.fact(made.PAGU, made.number("5"))

SPOILT: dict[str, tuple[tuple[Baris, ...], str]] = {
    "two rows with one index": ((PROGRAM, dataclasses.replace(FIRST, index=0, parent=None)), "Tabel rows, kolom document, table, row"),
    "a row without a place": ((nowhere(PROGRAM),), "Tabel rows, kolom cek_tempat"),
    "a parent that is not there": ((dataclasses.replace(FIRST, parent=17),), "Tabel rows, kolom cek_induk"),
    "its own parent": ((dataclasses.replace(FIRST, parent=1),), "Tabel rows, kolom cek_induk"),
    "a level too deep": ((dataclasses.replace(PROGRAM, level=12),), "Tabel rows, kolom level"),
    "codes that are none": (made.several(dataclasses.replace(PROGRAM, kode="1.06.04; DROP")), "Tabel rows, kolom kode"),
    "one cell read twice": ((made.baris(0, "x", AMOUNT, AMOUNT),), "Tabel budget_lines, kolom document, table, row, column, measure"),
    "amounts in per cent": (
        made.several(made.baris(0, "x", made.fact(made.PAGU, made.number("5", "%")))), "Tabel budget_lines, kolom cek_satuan"),
    "a year long ago": ((made.baris(0, "x", dataclasses.replace(AMOUNT, year=202)),), "Tabel budget_lines, kolom year"),
    "percentages out of the world": (
        made.several(made.baris(0, "x", made.fact(made.SERAPAN, made.number("1" * 40, "%")))), "Tabel budget_lines, kolom persen"),
    "more holes than figures": (
        made.several(made.baris(0, "x", AMOUNT, made.fact(made.REALISASI, made.hole()), made.fact(made.SERAPAN, made.hole()))),
        "Tabel budget_lines, kolom isi"),
    "numbers that do not fit": (
        made.several(made.baris(0, "x", made.fact(made.PAGU, made.number("1" * 40)))), "Tabel budget_lines, kolom note"),
}  # fmt: skip


@pytest.mark.parametrize("name", SPOILT)
def test_spoilt_data_fail_and_are_named(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows, told = SPOILT[name]
    only(monkeypatch, told.split()[1].rstrip(","))
    result = checked(tmp_path, made.budget_table(*rows))
    assert not result.passed
    assert any(sentence.startswith(told) for sentence in result.failed), result.failed


def test_a_few_odd_prints_are_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, "rows")
    odd = made.several(dataclasses.replace(PROGRAM, kode="1.06.04; DROP"))
    assert checked(tmp_path, made.budget_table(*odd[:3])).passed


def test_a_failure_shows_the_expectation_how_many_and_examples(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, "rows")
    rows = (PROGRAM, dataclasses.replace(FIRST, level=12))
    (sentence,) = checked(tmp_path, made.budget_table(*rows)).failed
    assert sentence == (
        "Tabel rows, kolom level: seharusnya tingkat 0 sampai 9 [expect_column_values_to_be_between]; "
        "1 dari 2 baris tidak demikian, misalnya “12” (dinsos.pdf, halaman 7, tabel t1, baris 1)."
    )


@pytest.mark.parametrize("kode", ["1", "1.2.3", "1.06.04.2.01.0001", "X.XX.01", "IV", "II.1", "A.", "b)", "2a", "01", "A.1", "5.1.02.01"])
def test_codes_as_reports_print_them(kode: str) -> None:
    assert re.search(suite.CODE, kode)


@pytest.mark.parametrize("kode", ["", "Kegiatan", "1.06. 04", "-", "12345", "=1", "1..2"])
def test_what_is_no_code(kode: str) -> None:
    assert not re.search(suite.CODE, kode)


def test_every_measure_has_a_table() -> None:
    assert {measure for measures in suite.FACT_MEASURES.values() for measure in measures} == set(Measure)


# ------------------------------------------------------------------ outcomes


def test_whole_outcomes_pass_whatever_the_report_has_wrong(tmp_path: Path) -> None:
    result = outcomes_checked(tmp_path)
    assert (result.passed, result.failed) == (True, ())


def test_no_outcome_at_all_is_no_failure_when_every_rule_ran(tmp_path: Path) -> None:
    assert outcomes_checked(tmp_path, outcomes=(), finding_ids=()).passed


def test_equal_comparisons_on_one_line_of_text_may_be_two(tmp_path: Path) -> None:
    on_a_line = dataclasses.replace(made.outcome("JM01"), locations=(Location(Place(line=479), "98,62", row="Total", column="%"),))
    assert outcomes_checked(tmp_path, outcomes=(("a.pdf", on_a_line),) * 2, finding_ids=()).passed


TWICE = (("a.pdf", made.outcome("JM01")),) * 2
SPOILT_OUTCOMES: dict[str, tuple[dict[str, object], str]] = {
    "a rule that did not run": ({"ran": (("a.pdf", "JM01"),)}, "Tabel coverage, kolom cek_belum"),
    "a report that nobody checked": ({"documents": ("a.pdf", "b.pdf")}, "Tabel coverage, kolom cek_belum"),
    "a rule that ran twice": ({"ran": (*made.batch().ran, ("a.pdf", "JM01"))}, "Tabel coverage, kolom cek_asing"),
    "a report that nobody asked for": ({"ran": (*made.batch().ran, ("z.pdf", "JM01"))}, "Tabel coverage, kolom cek_asing"),
    "a comparison noted twice": ({"outcomes": TWICE}, "Tabel outcomes, kolom key"),
    "an unknown rule": ({"outcomes": (("a.pdf", made.outcome("ZZ99")),)}, "Tabel outcomes, kolom rule"),
    "an unknown report": ({"outcomes": (("z.pdf", made.outcome("JM01")),)}, "Tabel outcomes, kolom cek_dokumen"),
    "an unknown verdict": (
        {"outcomes": (("a.pdf", dataclasses.replace(made.outcome("JM01"), verdict="benar")),)}, "Tabel outcomes, kolom verdict"),  # type: ignore[arg-type]
    "a finding without a message": (
        {"outcomes": (("a.pdf", dataclasses.replace(made.outcome("JM01", Verdict.TEMUAN), message="")),)},
        "Tabel outcomes, kolom cek_putusan"),
    "two findings with one id": ({"finding_ids": ("f1", "f1")}, "Tabel findings, kolom id"),
}  # fmt: skip


@pytest.mark.parametrize("name", SPOILT_OUTCOMES)
def test_spoilt_outcomes_fail_and_are_named(name: str, tmp_path: Path) -> None:
    changes, told = SPOILT_OUTCOMES[name]
    result = outcomes_checked(tmp_path, **changes)
    assert any(sentence.startswith(told) for sentence in result.failed), result.failed


# ------------------------------------------------------------------ once, silent, offline


def test_unchanged_data_are_not_checked_again_and_a_failure_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, "rows")
    first = checked(tmp_path, made.budget_table(nowhere(PROGRAM)))
    monkeypatch.setitem(sys.modules, "pipeline.expectations", None)
    again = checked(tmp_path, made.budget_table(nowhere(PROGRAM)))
    assert again == dataclasses.replace(first, skipped=True)
    assert again.failed


def test_the_two_gates_share_the_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, state = written(tmp_path), tmp_path / "state.json"
    assert [result.skipped for result in gates.run_gates(folder, made.batch(), state)] == [False, False]
    monkeypatch.setitem(sys.modules, "pipeline.expectations", None)
    assert [result.skipped for result in gates.run_gates(folder, made.batch(), state)] == [True, True]


@pytest.mark.parametrize("spoil", ["{", "[]", '{"clean": {"told": 1}}'])
def test_a_damaged_state_is_no_state(spoil: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, "documents")
    (tmp_path / "state.json").write_text(spoil)
    assert not checked(tmp_path).skipped
    assert checked(tmp_path).skipped


def test_changed_data_or_a_changed_suite_are_checked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, "documents")
    checked(tmp_path)
    assert not checked(tmp_path, made.budget_table(PROGRAM)).skipped
    only(monkeypatch, "scales")
    assert not checked(tmp_path, made.budget_table(PROGRAM)).skipped


OFFLINE = """
import socket, sys
from pathlib import Path

def refused(*_, **__):
    raise AssertionError("the network was asked for")

class Refused(socket.socket):
    connect = connect_ex = refused

socket.socket, socket.getaddrinfo, socket.create_connection = Refused, refused, refused
from pipeline import gates
folder, out = Path(sys.argv[1]), Path(sys.argv[2])
batch = gates.OutcomeBatch((), ("JM01",), ("a.pdf",), (("a.pdf", "JM01"),), ())
assert not {"great_expectations", "pandas", "pyarrow"} & set(sys.modules)
results = gates.run_gates(folder, batch, folder / "gates.json")
assert all(result.passed for result in results), results
gates.build_data_docs(folder, out, batch)
"""


@pytest.mark.slow
def test_the_gates_are_silent_offline_and_write_only_where_they_may(tmp_path: Path) -> None:
    folder, home = written(tmp_path), tmp_path / "home"
    home.mkdir()
    before = {path.name for path in folder.iterdir()}
    root = Path(__file__).resolve().parent.parent
    places = {"HOME": str(home), "TMPDIR": str(home), "PYTHONPATH": str(root), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", OFFLINE, str(folder), str(tmp_path / "docs")]
    done = subprocess.run(command, env=places, cwd=home, capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)
    assert list(home.iterdir()) == []
    assert {path.name for path in folder.iterdir()} - before == {"gates.json"}
    assert {path.suffix for path in (tmp_path / "docs").iterdir()} == {".html"}


# ------------------------------------------------------------------ documentation


def test_the_schema_is_documented_as_it_is() -> None:
    page = Path(__file__).resolve().parent.parent / "docs" / "skema.md"
    assert page.read_text(encoding="utf-8") == schema_docs.markdown(), "python -m pipeline.schema_docs > docs/skema.md"


def test_a_report_without_anything_is_still_a_report(tmp_path: Path) -> None:
    document, view = made.report()
    bare = ReportView(view.document, view.identity, ())
    store.write_clean([(document, bare)], tmp_path / "clean")
    assert gates.check_clean(tmp_path / "clean", tmp_path / "state.json").failed == ()
