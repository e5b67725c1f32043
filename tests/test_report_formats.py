"""SARIF, JUnit and CSV: what each demands, what it shows, and that no text of a report is ever more than text."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from extractors.model import Place
from pipeline.report.delimited import HEADER, harmless, write_csv
from pipeline.report.formats import DEFAULT_FORMATS, FORMATS, Manner
from pipeline.report.html import write_html
from pipeline.report.junit import write_junit
from pipeline.report.pages import ReportResult, RunResult
from pipeline.report.sarif import FINGERPRINT, uri, write_sarif
from rules.outcome import Correction, Decision, Keputusan
from tests.report_fixtures import result, run
from tests.report_hostile import HOSTILE, everywhere
from tests.sarif_shape import check
from tests.test_report_html import Seen

EXPLAINED = Decision(Keputusan.DAPAT_DIJELASKAN, "Luncuran tahun lalu", "A. Pereviu", "2024-03-31")


def hostile(text: str) -> RunResult:
    """A run whose every text is this one; ids stay apart, as they are made here."""
    one = everywhere(result(paged=True), text)
    findings = tuple(replace(f, id=f"{n:016x}", decision=Decision(Keputusan.SAH, text, text, text)) for n, f in enumerate(one.findings))
    return run(replace(one, findings=findings))


def decided(one: ReportResult) -> ReportResult:
    first, *rest = one.findings
    return replace(one, findings=(replace(first, decision=EXPLAINED), *rest))


def sarif(made: RunResult, folder: Path) -> dict[str, Any]:
    write_sarif(made, folder / "a.sarif")
    log: dict[str, Any] = json.loads((folder / "a.sarif").read_text(encoding="utf-8"))
    check(log)
    return log["runs"][0]


def junit(made: RunResult, folder: Path) -> ElementTree.Element:
    write_junit(made, folder / "a.xml")
    return ElementTree.fromstring((folder / "a.xml").read_bytes())


def table(made: RunResult, folder: Path) -> list[list[str]]:
    write_csv(made, folder / "a.csv")
    content = (folder / "a.csv").read_bytes()
    assert content.startswith("\ufeff".encode())
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_every_form_says_which_files_it_wrote(tmp_path: Path) -> None:
    assert set(DEFAULT_FORMATS) <= set(FORMATS)
    for name, write in FORMATS.items():
        out = tmp_path / name
        out.mkdir()
        written = list(write(run(result(), result(name="lain.txt")), out, Manner()))
        assert sorted(written) == sorted(path.name for path in out.iterdir())


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_run_gives_the_same_bytes(name: str, tmp_path: Path) -> None:
    for folder in (tmp_path / "a", tmp_path / "b"):
        folder.mkdir()
        list(FORMATS[name](run(decided(result(paged=True))), folder, Manner()))
    assert all(path.read_bytes() == (tmp_path / "b" / path.name).read_bytes() for path in (tmp_path / "a").iterdir())


@pytest.mark.parametrize("text", [text for text in HOSTILE.values() if text], ids=[name for name, text in HOSTILE.items() if text])
def test_what_a_reviewer_writes_is_text_in_the_page(text: str, tmp_path: Path) -> None:
    """Reasons, names and corrected values come from other desks too."""

    def page(said: str) -> Seen:
        one = result(paged=True)
        made = Decision(Keputusan.SALAH_BACA, said, said, said, said, said)
        first = replace(one.findings[0], decision=made, corrected=(Correction(Place(page=27), said, said, said),))
        write_html(run(replace(one, findings=(first, *one.findings[1:]))), tmp_path)
        return Seen((tmp_path / "dinsos-LKjIP-Dinas-Sosial-2023.html").read_text(encoding="utf-8"))

    hostile, plain = page(text), page("x")
    assert not hostile.open
    assert [element for element, _ in hostile.elements] == [element for element, _ in plain.elements]
    assert [sorted(attributes) for _, attributes in hostile.elements] == [sorted(attributes) for _, attributes in plain.elements]


# ------------------------------------------------------------------ SARIF


def test_sarif_names_the_page_and_the_box_of_a_pdf(tmp_path: Path) -> None:
    made = sarif(run(result(paged=True)), tmp_path)
    first = made["results"][0]
    assert (first["level"], first["kind"], first["partialFingerprints"]) == ("error", "fail", {FINGERPRINT: "00000000000003e8"})
    (place,) = first["locations"]
    assert place["properties"] == {"page": 27, "bbox": [252.0, 194.0, 348.0, 216.0]}
    assert "region" not in place["physicalLocation"]
    assert place["physicalLocation"]["artifactLocation"] == {"uri": "dinsos/LKjIP%20Dinas%20Sosial%202023.pdf", "index": 0}
    assert "Tabel 3.9" in place["logicalLocations"][0]["fullyQualifiedName"]
    assert [related["id"] for related in first["relatedLocations"]] == [1, 2]
    assert made["invocations"][0]["toolExecutionNotifications"][0]["properties"]["category"] == "rusak"


def test_sarif_names_the_line_of_a_text(tmp_path: Path) -> None:
    made = sarif(run(result(name="a.txt")), tmp_path)
    place = made["results"][0]["locations"][0]
    assert place["physicalLocation"]["region"] == {"startLine": 814}
    assert "properties" not in place


def test_sarif_levels_go_by_severity_and_what_is_only_worth_knowing_accuses_nobody(tmp_path: Path) -> None:
    made = sarif(run(result()), tmp_path)
    levels = {one["properties"]["severity"]: (one["kind"], one["level"]) for one in made["results"]}
    assert levels == {
        "tinggi": ("fail", "error"),
        "sedang": ("fail", "warning"),
        "rendah": ("fail", "note"),
        "info": ("informational", "none"),
    }
    whole = next(one for one in made["results"] if one["properties"]["severity"] == "info")
    assert whole["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "dinsos/LKjIP%20Dinas%20Sosial%202023.pdf", "index": 0}}}
    ]


def test_sarif_explains_every_rule_of_the_catalogue(tmp_path: Path) -> None:
    rules = sarif(run(result()), tmp_path)["tool"]["driver"]["rules"]
    known = {rule["id"]: rule for rule in rules}
    assert len(known) == len(rules) > 20
    assert "Temuan:" in known["JM01"]["help"]["text"]
    assert known["JM01"]["defaultConfiguration"] == {"level": "error"}
    assert all(rules[one["ruleIndex"]]["id"] == one["ruleId"] for one in sarif(run(result()), tmp_path)["results"])


def test_sarif_suppresses_what_a_reviewer_set_aside_and_says_why(tmp_path: Path) -> None:
    made = sarif(run(decided(result())), tmp_path)
    (one,) = [one for one in made["results"] if "suppressions" in one]
    assert one["suppressions"][0]["justification"] == "dapat dijelaskan: Luncuran tahun lalu (A. Pereviu, 2024-03-31)"
    assert one["properties"]["decision"] == "dapat dijelaskan"


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("a b.pdf", "a%20b.pdf"),
        ("data:text/html,x", "data%3Atext%2Fhtml%2Cx".replace("%2F", "/")),
        ("//host/x", "host/x"),
        ("../../x", "x"),
        ("a?b#c%41", "a%3Fb%23c%2541"),
        ("é.pdf", "%C3%A9.pdf"),
        ("\ud800", "%3F"),
        ("", "%3F"),
    ],
)
def test_the_address_of_a_document_is_relative_and_encoded(name: str, address: str) -> None:
    assert uri(name) == address


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_sarif_takes_any_text_for_a_text(text: str, tmp_path: Path) -> None:
    made = sarif(hostile(text), tmp_path)
    said = (tmp_path / "a.sarif").read_text(encoding="utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\u2028\u2029]", said)
    assert not any("](" in one["message"]["text"] for one in made["results"])


def test_braces_and_links_in_a_message_are_no_placeholders_and_no_links(tmp_path: Path) -> None:
    one = result()
    shown = replace(one.findings[0], message="{0} [klik](http://jahat.example/)", cause=None)
    made = sarif(run(replace(one, findings=(shown,))), tmp_path)
    assert made["results"][0]["message"]["text"] == "{{0}} [klik] (http://jahat.example/)"


# ------------------------------------------------------------------ JUnit


def test_junit_has_a_suite_a_document_and_a_case_a_rule(tmp_path: Path) -> None:
    root = junit(run(result(paged=True)), tmp_path)
    report, lost = root.findall("testsuite")
    assert report.get("name") == "dinsos/LKjIP Dinas Sosial 2023.pdf"
    cases = {str(case.get("name"))[:4]: case for case in report.findall("testcase")}
    failed = cases["XX01"].find("failure")
    assert failed is not None
    assert str(failed.get("message")).startswith("2 temuan: Pagu kegiatan 1.1")
    assert str(failed.text).count("ID: ") == 2
    assert cases["JM01"].find("skipped") is not None
    assert (report.get("failures"), report.get("errors"), lost.get("errors")) == ("3", "0", "1")
    for element in (root, report, lost):
        inside = list(element.iter("testcase"))
        assert element.get("tests") == str(len(inside))
        assert element.get("skipped") == str(sum(case.find("skipped") is not None for case in inside))
    error = lost.find("testcase/error")
    assert error is not None
    assert error.get("type") == "rusak"


def test_junit_fails_nothing_for_what_is_settled_or_only_worth_knowing(tmp_path: Path) -> None:
    one = result()
    kept = tuple(replace(f, decision=EXPLAINED) for f in one.findings if f.severity != "info")
    root = junit(run(replace(one, findings=(*kept, one.findings[-1]))), tmp_path)
    assert root.get("failures") == "0"
    told = [str(element.text) for element in root.iter("system-out")]
    assert any("Keputusan: dapat dijelaskan (A. Pereviu, 2024-03-31): Luncuran tahun lalu" in text for text in told)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_junit_is_sound_xml_with_any_text(text: str, tmp_path: Path) -> None:
    root = junit(hostile(text), tmp_path)
    assert {element.tag for element in root.iter()} <= {"testsuites", "testsuite", "testcase", "failure", "error", "skipped", "system-out"}
    said = (tmp_path / "a.xml").read_text(encoding="utf-8")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]", said)


# ------------------------------------------------------------------ CSV


def test_csv_has_all_that_was_decided(tmp_path: Path) -> None:
    one = result()
    said = Decision(Keputusan.SALAH_BACA, "Tertutup noda", "A. Pereviu", "2024-03-31", "2.198.396.500", "Sudah benar")
    head, *rows = table(run(replace(one, findings=(replace(one.findings[0], decision=said),))), tmp_path)
    shown = dict(zip(head, rows[0], strict=True))
    decided_of = ("Keputusan", "Alasan", "Nilai yang benar", "Oleh", "Tanggapan")
    assert [shown[name] for name in decided_of] == ["Salah baca", "Tertutup noda", "2.198.396.500", "A. Pereviu", "Sudah benar"]


def test_csv_has_every_finding_with_the_number_of_the_other_forms(tmp_path: Path) -> None:
    head, *rows = table(run(decided(result(paged=True))), tmp_path)
    assert tuple(head) == HEADER
    assert len(rows) == 5
    assert [row[1] for row in rows] == ["1", "2", "3", "4", "5"]
    shown = dict(zip(head, rows[-1], strict=True))
    assert (shown["Keputusan"], shown["Alasan"], shown["Oleh"]) == ("Dapat dijelaskan", "Luncuran tahun lalu", "A. Pereviu")
    assert (shown["Halaman"], shown["Tertulis"], shown["Selisih"]) == ("27", "2.214.730.500", "16.334.000")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_cell_of_the_csv_is_a_formula_or_another_cell(text: str, tmp_path: Path) -> None:
    head, *rows = table(hostile(text), tmp_path)
    assert all(len(row) == len(head) for row in rows)
    cells = [cell for row in rows for cell in row]
    assert not any(re.match(r"\s*[=+@＝＋－＠\t\r]", cell) for cell in cells)
    assert not any(cell.startswith("-") and not re.fullmatch(r"-[\d.,]*", cell) for cell in cells)
    assert all(len(cell.encode("utf-16-le")) <= 2 * 32_767 for cell in cells)


@pytest.mark.parametrize("figure", ["-16.334.000", "−0,90", "-", "-5 %", "98,44", "1.1.2"])
def test_a_figure_with_its_sign_stays_a_figure(figure: str) -> None:
    assert harmless(figure) == figure


@pytest.mark.parametrize("text", ["=1+1", " =1+1", "-1+1", "-cmd|x", "@SUM(A1)", "+62", "'=1", "%x", "|x"])
def test_what_begins_as_a_formula_begins_as_a_text(text: str) -> None:
    assert harmless(text) in (f"'{text}", text) and not re.match(r"\s*[=+\-@]", harmless(text))
