"""The files that other programs read: keys, order, bytes, and identities that last."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from extractors.model import Category, Place, Problem
from pipeline.report import machine
from rules.base import Rule
from rules.facts import Location, ReportView
from rules.outcome import Finding, Outcome, Severity, Verdict
from tests.report_fixtures import result
from tests.report_hostile import HOSTILE, everywhere

FINDING_KEYS = [
    "basis", "cause", "decision", "difference", "document", "document_sha256", "expected", "family", "fingerprint", "id", "locations",
    "message", "reading", "rule", "severity", "stated", "title", "working",
]  # fmt: skip
LOCATION_KEYS = ["bbox", "column", "line", "page", "row", "table", "text"]


class MadeUp(Rule):
    """A rule that is in no catalogue."""

    code = "XX01"
    title = "Jumlah anak tidak sama dengan induk"
    family = "jumlah_anak"
    severity = Severity.TINGGI
    basis = "aritmetika"

    def check(self, report: ReportView) -> Iterator[Outcome]:
        yield from ()


RULES = {"XX01": MadeUp()}
CELL = Location(Place(page=27, bbox=(1.0, 2.0, 3.0, 4.005)), "2.214.730.500", "Tabel 3.9", "1.1 Administrasi Keuangan", "Pagu (Rp)")
FAILED = Outcome("XX01", Verdict.TEMUAN, "2.214.730.500", "2.198.396.500", (CELL,), "16.334.000", "a + b = c", "Pagu tidak sama.")


def made(*outcomes: Outcome, sha256: str | None = None) -> tuple[Finding, ...]:
    document = result(paged=True).document
    return machine.findings_of(replace(document, sha256=sha256 or document.sha256), outcomes, RULES)


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_only_failed_comparisons_become_findings_and_take_their_words_from_the_rule() -> None:
    passed = replace(FAILED, verdict=Verdict.LOLOS)
    (finding,) = made(passed, FAILED, replace(FAILED, verdict=Verdict.HAMPIR), replace(FAILED, verdict=Verdict.TAK_DIPERIKSA))
    assert (finding.title, finding.family, finding.severity, finding.basis) == (MadeUp.title, "jumlah_anak", Severity.TINGGI, "aritmetika")
    assert finding.document_sha256 == result(paged=True).document.sha256


def test_an_outcome_may_carry_its_own_severity_and_basis() -> None:
    (finding,) = made(replace(FAILED, severity=Severity.RENDAH, basis="Perpres 29/2014 Pasal 18"))
    assert (finding.severity, finding.basis) == (Severity.RENDAH, "Perpres 29/2014 Pasal 18")


def test_identity_is_stable_and_two_findings_never_share_one() -> None:
    twice = made(FAILED, FAILED, FAILED)
    assert len({finding.id for finding in twice}) == len({finding.fingerprint for finding in twice}) == 3
    assert twice == made(FAILED, FAILED, FAILED)
    assert all(len(finding.id) == len(finding.fingerprint) == 16 for finding in twice)


OTHER_CELLS = (replace(CELL, text="1"), replace(CELL, row="1.2"), replace(CELL, column="Realisasi"), replace(CELL, table="Tabel 2.1"))


@pytest.mark.parametrize("other", OTHER_CELLS, ids=["text", "row", "column", "table"])
def test_another_cell_is_another_finding(other: Location) -> None:
    (one,), (two,) = made(FAILED), made(replace(FAILED, locations=(other,)))
    assert one.id != two.id
    assert one.fingerprint != two.fingerprint


def test_the_fingerprint_survives_a_new_submission_on_another_page_and_the_id_does_not() -> None:
    moved = replace(CELL, place=Place(page=28, bbox=(9.0, 9.0, 9.5, 9.5)), row="1.1  Administrasi\nKeuangan")
    (old,), (new,) = made(FAILED), made(replace(FAILED, locations=(moved,)), sha256="f" * 64)
    assert old.fingerprint == new.fingerprint
    assert old.id != new.id


def test_findings_file_keeps_the_contract(tmp_path: Path) -> None:
    path = tmp_path / "findings.jsonl"
    machine.write_findings(path, made(FAILED, replace(FAILED, locations=())))
    first, second = lines(path)
    assert list(first) == FINDING_KEYS
    assert [list(location) for location in first["locations"]] == [LOCATION_KEYS]
    assert first["locations"][0]["bbox"] == [1.0, 2.0, 3.0, 4.0]
    assert (first["severity"], first["cause"], first["decision"], first["reading"]) == ("tinggi", None, None, "single")
    assert second["locations"] == []


def test_outcomes_and_problems_keep_the_contract(tmp_path: Path) -> None:
    machine.write_outcomes(tmp_path / "outcomes.jsonl", [("a.pdf", replace(FAILED, verdict=Verdict.TAK_DIPERIKSA, reason="kosong"))])
    machine.write_problems(tmp_path / "problems.jsonl", [Problem("a.pdf", "baca", Category.SCAN, "Halaman 3 gambar.", "Pakai OCR.", 3)])
    (outcome,), (problem,) = lines(tmp_path / "outcomes.jsonl"), lines(tmp_path / "problems.jsonl")
    assert list(outcome) == ["computed", "document", "locations", "reason", "rule", "stated", "verdict"]
    assert (outcome["verdict"], outcome["computed"]) == ("tak_diperiksa", "2.198.396.500")
    assert problem == {
        "advice": "Pakai OCR.", "category": "hasil_pindai", "document": "a.pdf", "message": "Halaman 3 gambar.", "page": 3, "stage": "baca",
    }  # fmt: skip


def test_an_office_file_names_its_sheet_and_a_text_file_its_line(tmp_path: Path) -> None:
    sheet, line = replace(CELL, place=Place(part="Lembar 1")), replace(CELL, place=Place(line=825))
    machine.write_findings(tmp_path / "f.jsonl", made(replace(FAILED, locations=(sheet, line))))
    first, second = lines(tmp_path / "f.jsonl")[0]["locations"]
    assert list(first) == ["bbox", "column", "line", "page", "part", "row", "table", "text"]
    assert (first["part"], second["line"], second["page"], second["bbox"]) == ("Lembar 1", 825, None, None)


def test_a_box_that_is_none_is_written_as_null(tmp_path: Path) -> None:
    broken = replace(CELL, place=Place(page=1, bbox=(float("nan"), 0.0, float("inf"), 1.0)))
    machine.write_findings(tmp_path / "f.jsonl", made(replace(FAILED, locations=(broken,))))
    assert lines(tmp_path / "f.jsonl")[0]["locations"][0]["bbox"] is None


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_whatever_a_report_says_stays_on_one_line_of_utf_8(text: str, tmp_path: Path) -> None:
    path = tmp_path / "findings.jsonl"
    findings = tuple(everywhere(finding, text) for finding in result().findings)
    machine.write_findings(path, findings)
    content = path.read_bytes().decode("utf-8")
    assert len(content.splitlines()) == content.count("\n") == len(findings)
    said = json.loads(content.splitlines()[0])["message"]
    assert said == "".join("\ufffd" if "\ud800" <= letter <= "\udfff" else letter for letter in text)


def test_the_same_findings_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        machine.write_findings(tmp_path / name, made(FAILED, FAILED))
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert [path.name for path in sorted(tmp_path.iterdir())] == ["one", "two"]


def test_a_rule_that_nobody_knows_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        made(replace(FAILED, rule="ZZ99"))
