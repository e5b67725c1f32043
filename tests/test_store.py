"""The clean tables: exact, whole, the same bytes again, and safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import dataclasses
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from extractors.model import Place
from pipeline import atomic, schema, store
from pipeline.clean_rows import fits
from rules.facts import Location
from rules.quantity import Quantity
from tests import clean_fixtures as made


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_decimals_come_back_exactly(tmp_path: Path) -> None:
    amounts = ("0,10", "0,20", "1.234.567.890.123.456,78", "99999999999999999999,12345678", "-5,00")
    rows = [made.baris(index, "x", made.fact(made.PAGU, made.number(text))) for index, text in enumerate(amounts)]
    store.write_clean([made.report(tables=(made.budget_table(*rows),))], tmp_path)
    frame = store.read_clean(tmp_path)["budget_lines"]
    assert list(frame["value"]) == [made.number(text).value for text in amounts]
    assert all(isinstance(value, Decimal) for value in frame["value"])
    assert list(frame["quantity_printed"]) == list(amounts)
    assert list(frame["decimals"]) == [2, 2, 2, 8, 2]


@pytest.mark.parametrize(
    ("text", "fitting"),
    [
        ("0", True), ("1E+5", True), ("1.123456780000", True), ("1.123456789", False), ("0E-30", True), ("-0.00", True),
        ("999999999999999999999999999999.99999999", True), ("1000000000000000000000000000000", False), ("1E+40", False),
        ("NaN", False), ("Infinity", False),
    ],
)  # fmt: skip
def test_what_fits_is_told_without_rounding(text: str, fitting: bool) -> None:
    assert fits(Decimal(text)) is fitting


def test_a_number_that_does_not_fit_is_kept_as_text_with_a_note(tmp_path: Path) -> None:
    huge = Quantity(Decimal("1" * 40), 0, 0, "Rp", "1" * 40)
    fine = Quantity(Decimal("0.123456789"), 9, 9, "%", "0,123456789")
    rows = (made.baris(0, "x", made.fact(made.PAGU, huge)), made.baris(1, "y", made.fact(made.SERAPAN, fine)))
    store.write_clean([made.report(tables=(made.budget_table(*rows),))], tmp_path)
    frame = store.read_clean(tmp_path)["budget_lines"]
    assert frame["value"].isna().all()
    assert list(frame["value_text"]) == ["1" * 40, "0.123456789"]
    assert frame["note"].str.contains("tidak muat").all()


def test_every_fact_hole_and_row_is_there_once(tmp_path: Path) -> None:
    document, view = made.report()
    written = store.write_clean([(document, view)], tmp_path)
    frames = store.read_clean(tmp_path)
    assert len(frames["budget_lines"]) + len(frames["indicators"]) == len(list(view.facts()))
    assert written.rows == {name: len(frame) for name, frame in frames.items()}
    assert len(frames["rows"]) == sum(len(table.baris) for table in view.tables)
    lines = frames["budget_lines"]
    gap = lines[lines["hole"].notna()].iloc[0]
    assert (gap["hole"], gap["quantity_printed"], gap["measure"]) == ("strip", "-", "realisasi")
    label = frames["indicators"].iloc[1]
    assert (label["label"], label["quantity_printed"]) == ("Sangat Tinggi", "Sangat Tinggi")
    assert label[["hole", "value"]].isna().all()


def test_every_row_tells_its_place(tmp_path: Path) -> None:
    store.write_clean([made.report()], tmp_path)
    for name, frame in store.read_clean(tmp_path).items():
        if name != "documents":
            assert (frame["page"] == 7).all()
            assert (frame["x1"] == 144.5).all()
            assert frame["printed"].notna().all()


def test_columns_are_those_of_the_schema(tmp_path: Path) -> None:
    store.write_clean([made.report()], tmp_path)
    for table in schema.SCHEMAS:
        read = pq.read_schema(schema.data_file(tmp_path, table.name))
        assert tuple(read.names) == table.columns
        assert [read.field(f.name).type for f in table.fields] == [store.ARROW_TYPES[f.kind] for f in table.fields]


def test_the_same_reports_give_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    one, two = made.report("a.pdf"), made.report("b.pdf")
    first = store.write_clean([one, two], tmp_path / "first")
    second = store.write_clean([two, one], tmp_path / "second")
    assert first.digest == second.digest
    assert [path.read_bytes() for path in first.files] == [path.read_bytes() for path in second.files]
    assert store.write_clean([one], tmp_path / "first").digest != first.digest


def test_nothing_stays_behind_when_writing_fails(tmp_path: Path) -> None:
    def fail(path: Path) -> None:
        path.write_text("half")
        raise OSError("disk full")

    target = tmp_path / "x.csv"
    target.write_text("whole")
    with pytest.raises(OSError, match="disk full"):
        atomic.replace_file(target, fail)
    assert [path.name for path in tmp_path.iterdir()] == ["x.csv"]
    assert target.read_text() == "whole"


def test_an_empty_batch_is_a_set_of_empty_tables(tmp_path: Path) -> None:
    store.write_clean([], tmp_path)
    frames = store.read_clean(tmp_path)
    assert all(frame.empty for frame in frames.values())
    assert list(frames["tables"].columns) == list(schema.TABLES.columns)


def test_text_with_half_a_character_can_be_written(tmp_path: Path) -> None:
    odd = made.baris(0, "Rehabilitasi \ud83d", made.fact(made.PAGU, made.number("1")))
    store.write_clean([made.report(tables=(made.budget_table(odd),))], tmp_path)
    assert store.read_clean(tmp_path)["rows"]["name"][0] == "Rehabilitasi ?"


def test_csv_is_what_indonesian_excel_opens(tmp_path: Path) -> None:
    store.write_clean([made.report()], tmp_path)
    raw = (tmp_path / "budget_lines.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfdocument;table;row;")
    line = read_csv(tmp_path / "budget_lines.csv")[1]
    assert (line["value"], line["x1"], line["page"]) == ("1400000,50", "144,5", "7")
    assert (line["quantity_printed"], line["kode"]) == ("'1.400.000,50", "'1.06.04")
    assert line["name"] == "PROGRAM REHABILITASI SOSIAL"
    assert read_csv(tmp_path / "scales.csv")[0]["low_open"] == "ya"


@pytest.mark.parametrize("text", ["=1+1", "+62", "-", "@SUM(A1)", "\tx", "\rx", "  =1"])
def test_text_that_a_spreadsheet_would_run_begins_with_an_apostrophe(text: str) -> None:
    assert store.as_text(text) == f"'{text}"


@pytest.mark.parametrize("text", ["1.10", "92,40", "1-2", "10/2024", "(5)", "12%", "Rp1.000,-", "1E5"])
def test_text_that_a_spreadsheet_would_turn_into_a_number_begins_with_an_apostrophe(text: str) -> None:
    assert store.as_text(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Kegiatan 1", "18 orang", "a=b", "I.", "", "Tabel 3.1 Realisasi", "WTP"])
def test_other_text_is_left_alone(text: str) -> None:
    assert store.as_text(text) == text


def test_a_long_text_is_judged_at_once() -> None:
    text = "1" + " -" * 50_000 + "x"
    assert store.as_text(text) == text


def test_true_negative_numbers_stay_numbers_in_csv(tmp_path: Path) -> None:
    row = made.baris(0, "x", made.fact(made.PAGU, made.number("-5,25")))
    store.write_clean([made.report(tables=(made.budget_table(row),))], tmp_path)
    line = read_csv(tmp_path / "budget_lines.csv")[0]
    assert (line["value"], line["quantity_printed"]) == ("-5,25", "'-5,25")


def test_text_input_has_lines_and_no_pages(tmp_path: Path) -> None:
    row = made.baris(0, "x", made.fact(made.PAGU, made.number("1")))
    row = dataclasses.replace(row, location=Location(Place(line=12), "x"))
    store.write_clean([made.report(tables=(made.budget_table(row),))], tmp_path)
    frame = store.read_clean(tmp_path)["rows"]
    assert list(frame["line"]) == [12]
    assert frame["page"].isna().all()
