"""`lakip decide`, from the command line and from a workbook that came from other desks; and what a run makes of it."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from pipeline import cli
from pipeline.deciding import printed_like
from pipeline.settings import DECISIONS_FILE

REPORT = (
    "LAPORAN KINERJA TAHUN 2023\nDinas Sosial\nKabupaten Contoh\n\nTabel 3.1 Realisasi\n\n"
    "No\tProgram\tPagu\tRealisasi\t%\n1\tProgram A\t200\t100\t75,00\n2\tProgram B\t300\t150\t50,00\n3\tProgram C\t400\t100\t45,00\n"
    "4\tProgram D\t500\t400\t80,00\n5\tProgram E\t600\t300\t50,00\n6\tProgram F\t800\t200\t25,00\n7\tProgram G\t900\t450\t50,00\n"
)
HEAD = ("No", "Tertulis", "Keputusan", "Alasan", "Oleh", "Tanggapan perangkat daerah", "ID")


class Desk:
    """A folder with a report, its findings and its decisions, and the commands on it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys
        self.report = folder / "laporan.txt"
        self.report.write_text(REPORT, encoding="utf-8")
        self.run()

    def run(self, *more: str, beside: Sequence[Path] = ()) -> int:
        return cli.main(["report", *map(str, [self.report, *beside]), "--format", "html,jsonl", *self.places, *more])

    def decide(self, *words: str) -> int:
        return cli.main(["decide", *words, *self.places])

    @property
    def places(self) -> list[str]:
        return ["--out", str(self.folder / "out"), "--decisions", str(self.folder / "keputusan")]

    @property
    def findings(self) -> list[dict[str, Any]]:
        text = (self.folder / "out/findings.jsonl").read_text(encoding="utf-8")
        return [json.loads(line) for line in text.splitlines()]

    @property
    def ids(self) -> list[str]:
        return [finding["id"] for finding in self.findings]

    @property
    def listed(self) -> list[list[str]]:
        self.capsys.readouterr()
        assert self.decide("--list") == cli.DONE
        return [line.split("\t") for line in self.capsys.readouterr().out.splitlines()]

    @property
    def talk(self) -> str:
        return self.capsys.readouterr().err

    def sheet(self, *rows: Sequence[object], head: Sequence[str] = HEAD) -> Path:
        book = openpyxl.Workbook()
        book.active.append(["Ringkasan"])
        sheet = book.create_sheet("Temuan")
        sheet.append(head)
        for row in rows:
            sheet.append(row)
        path = self.folder / "temuan.xlsx"
        book.save(path)
        return path


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path, capsys)


def test_a_decision_is_kept_from_run_to_run_and_shown(desk: Desk) -> None:
    one, two = desk.ids
    assert desk.decide(one, "dapat", "dijelaskan", "--oleh", "Ani", "--alasan", "Luncuran", "--tanggal", "2024-03-01") == cli.DONE
    assert desk.decide(two, "sah", "--oleh", "Ani", "--tanggapan", "Akan diperbaiki") == cli.DONE
    assert desk.run("--fail-on", "tinggi") == cli.FINDINGS
    first, second = desk.findings
    assert (first["decision"], second["decision"]) == ("dapat dijelaskan", "sah")
    assert first["decided"] == {"by": "Ani", "date": "2024-03-01", "reason": "Luncuran", "response": "", "value": ""}
    assert "Keputusan pereviu yang berlaku: 1 sah, 1 dapat dijelaskan." in desk.talk
    page = (desk.folder / "out/laporan.html").read_text(encoding="utf-8")
    assert 'class="entry settled" data-severity="settled"' in page
    assert "Akan diperbaiki" in page


def test_what_is_set_aside_is_not_counted_for_fail_on(desk: Desk) -> None:
    for finding in desk.ids:
        desk.decide(finding, "salah-baca", "--oleh", "Ani", "--alasan", "Gambar buram")
    assert desk.run("--fail-on", "rendah") == cli.DONE
    row = [line for line in desk.talk.splitlines() if line.startswith("laporan.txt")][-1]
    assert row.split()[2:5] == ["0", "0", "0"]


def test_a_corrected_reading_is_checked_anew_and_said_to_be_corrected(desk: Desk) -> None:
    first = next(f for f in desk.findings if f["stated"] == "75,00")
    assert desk.decide(first["id"], "salah", "baca", "--oleh", "Ani", "--alasan", "Noda", "--nilai", "50,00") == cli.DONE
    desk.run()
    assert [finding["stated"] for finding in desk.findings] == ["45,00"]
    assert "1 bacaan dikoreksi" in desk.talk
    outcomes = [json.loads(line) for line in (desk.folder / "out/outcomes.jsonl").read_text(encoding="utf-8").splitlines()]
    told, *others = [outcome for outcome in outcomes if "corrected" in outcome]
    assert {one["verdict"] for one in (told, *others)} == {"lolos"}
    assert len(others) < len(outcomes) - 1
    assert (told["corrected"][0]["read"], told["corrected"][0]["value"], told["corrected"][0]["by"]) == ("75,00", "50,00", "Ani")
    assert desk.decide(first["id"], "batal", "--oleh", "Ani") == cli.DONE
    desk.run()
    assert sorted(finding["stated"] for finding in desk.findings) == ["45,00", "75,00"]


def test_every_report_lists_what_was_corrected_and_which_findings_that_ended(desk: Desk) -> None:
    first = next(f for f in desk.findings if f["stated"] == "75,00")
    said = ["--oleh", "Ani", "--alasan", "Tertutup noda", "--tanggal", "2024-03-01"]
    desk.decide(first["id"], "salah-baca", "--nilai", "50,00", *said)
    desk.run("--format", "html,xlsx,docx")
    (report,) = (json.loads(line) for line in (desk.folder / "out/documents.jsonl").read_text(encoding="utf-8").splitlines())
    (made,) = report["amended"]
    assert made["location"]["text"] == "75,00"
    expected = {"read": "75,00", "value": "50,00", "by": "Ani", "date": "2024-03-01", "reason": "Tertutup noda"}
    assert {key: made[key] for key in expected} == expected
    assert (made["finding"], made["gone"]) == (first["id"], [first["id"]])
    sheet = openpyxl.load_workbook(desk.folder / "out/laporan.xlsx").worksheets[0]
    workbook = "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value)
    notes = "\n".join(paragraph.text for paragraph in docx.Document(str(desk.folder / "out/laporan.docx")).paragraphs)
    page = (desk.folder / "out/laporan.html").read_text(encoding="utf-8")
    for text in (workbook, notes, page):
        assert "Bacaan yang dikoreksi pereviu" in text
        told = text.partition("Bacaan yang dikoreksi pereviu")[2]
        parts = ("Baris berkas 8", "75,00", "50,00", "Ani (2024-03-01)", "Tertutup noda", first["id"])
        assert [part for part in parts if part not in told] == []


def test_a_corrected_cell_is_marked_wherever_it_is_shown_and_computed_with(desk: Desk) -> None:
    first = next(f for f in desk.findings if f["stated"] == "75,00")
    desk.decide(first["id"], "salah-baca", "--nilai", "60,00", "--oleh", "Ani", "--alasan", "Noda")
    desk.run("--format", "html,xlsx,docx")
    page = (desk.folder / "out/laporan.html").read_text(encoding="utf-8")
    (cell,) = re.findall(r'<td class="salah n dikoreksi">60,00.*?</td>', page)
    assert 'class="corrected"' in cell and "terbaca “75,00”, dikoreksi Ani" in cell
    path = desk.folder / "out/laporan.xlsx"
    computed, made = (openpyxl.load_workbook(path, data_only=only)["T1 Tabel 3.1"] for only in (True, False))
    (mended,) = [cell for row in computed.iter_rows() for cell in row if cell.value == 60]
    assert mended.number_format == '"✎ "0.00'
    assert mended.comment.text.strip() == "terbaca “75,00”, menurut Ani tertulis “60,00”"
    row = [cell.value for cell in computed[mended.row]]
    assert row[mended.column : mended.column + 2] == [50, 10]
    assert str(made.cell(mended.row, mended.column + 2).value).startswith("=ROUND(")
    assert "✎ Kolom “%”: terbaca “75,00”, menurut Ani tertulis “60,00”" in str(row[-1])
    notes = "\n".join(cell.text for table in docx.Document(str(desk.folder / "out/laporan.docx")).tables for cell in table._cells)
    assert "Koreksi bacaan: terbaca “75,00”, menurut Ani tertulis “60,00”." in notes


def test_a_report_without_corrections_does_not_speak_of_them(desk: Desk) -> None:
    assert "Bacaan yang dikoreksi" not in (desk.folder / "out/laporan.html").read_text(encoding="utf-8")
    assert json.loads((desk.folder / "out/documents.jsonl").read_text(encoding="utf-8"))["amended"] == []


def test_each_of_two_corrections_names_the_findings_that_rested_on_it(desk: Desk) -> None:
    ids = {finding["stated"]: finding["id"] for finding in desk.findings}
    for stated, value in (("75,00", "50,00"), ("45,00", "25,00")):
        desk.decide(ids[stated], "salah-baca", "--oleh", "Ani", "--alasan", "x", "--nilai", value)
    desk.run()
    amended = json.loads((desk.folder / "out/documents.jsonl").read_text(encoding="utf-8"))["amended"]
    assert [(one["read"], one["gone"]) for one in amended] == [(stated, [ids[stated]]) for stated in ("75,00", "45,00")]


def test_a_decision_that_was_made_on_another_file_is_counted_apart(desk: Desk) -> None:
    first = next(f for f in desk.findings if f["stated"] == "75,00")
    copy = desk.folder / "salinan.txt"
    copy.write_text(f"{REPORT}\n", encoding="utf-8")
    desk.decide(first["id"], "dapat-dijelaskan", "--oleh", "Ani", "--alasan", "x")
    desk.report.write_text(REPORT.replace("75,00", "85,00"), encoding="utf-8")
    desk.run(beside=[copy])
    talk = desk.talk
    assert "Keputusan yang terbawa dari berkas lain laporan yang sama: 1 dapat dijelaskan." in talk
    assert "Keputusan pereviu yang berlaku" not in talk
    assert "tidak berlaku lagi" not in talk


def test_a_misreading_does_not_set_aside_the_same_finding_of_another_file(desk: Desk) -> None:
    first = next(f for f in desk.findings if f["stated"] == "75,00")
    desk.decide(first["id"], "salah-baca", "--oleh", "Ani", "--alasan", "x", "--nilai", "50,00")
    copy = desk.folder / "salinan.txt"
    copy.write_text(f"{REPORT}\n", encoding="utf-8")
    desk.run(beside=[copy])
    assert [(f["document"], f["decision"]) for f in desk.findings if f["stated"] == "75,00"] == [("salinan.txt", None)]
    assert "Keputusan pereviu yang berlaku: 1 bacaan dikoreksi.\n" in desk.talk
    desk.report.unlink()
    assert cli.main(["report", str(copy), *desk.places]) == cli.DONE
    assert "(salah baca oleh Ani): dibuat atas berkas lain, perlu diputuskan lagi" in desk.talk


def test_a_corrected_reading_that_is_still_wrong_is_a_finding_that_says_so(desk: Desk) -> None:
    first = next(f for f in desk.findings if f["stated"] == "75,00")
    desk.decide(first["id"], "salah-baca", "--oleh", "Ani", "--alasan", "Noda", "--nilai", "76,00")
    desk.run()
    again = next(f for f in desk.findings if f["stated"] == "76,00")
    assert (again["reading"], again["decision"], again["corrected"][0]["read"]) == ("corrected", None, "75,00")
    assert "terbaca “75,00”, menurut Ani tertulis “76,00”" in (desk.folder / "out/laporan.html").read_text(encoding="utf-8")


def test_another_place_of_the_finding_can_be_the_misread_one(desk: Desk) -> None:
    first = next(f for f in desk.findings if f["stated"] == "75,00")
    at = next(n for n, location in enumerate(first["locations"], start=1) if location["text"] == "100")
    assert desk.decide(first["id"], "salah-baca", "--oleh", "A", "--alasan", "x", "--nilai", "150", "--lokasi", str(at)) == cli.DONE
    desk.run()
    assert [finding["stated"] for finding in desk.findings] == ["45,00"]


def test_a_changed_finding_is_undecided_again_and_the_summary_says_so(desk: Desk) -> None:
    first = next(f for f in desk.findings if f["stated"] == "75,00")
    desk.decide(first["id"], "dapat-dijelaskan", "--oleh", "Ani", "--alasan", "x")
    desk.report.write_text(REPORT.replace("75,00", "85,00"), encoding="utf-8")
    assert desk.run("--fail-on", "tinggi") == cli.FINDINGS
    assert {finding["decision"] for finding in desk.findings} == {None}
    talk = desk.talk
    assert "Keputusan yang tidak berlaku lagi: 1." in talk
    assert "(dapat dijelaskan oleh Ani): angkanya berubah, perlu diputuskan lagi" in talk
    desk.report.write_text(REPORT.replace("75,00", "50,00"), encoding="utf-8")
    desk.run()
    assert "temuannya tidak ada lagi" in desk.talk


def test_findings_of_one_cause_can_be_decided_together(desk: Desk) -> None:
    path = desk.folder / "out/findings.jsonl"
    records = [record | {"cause": "sebab-1"} for record in desk.findings]
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    assert desk.decide(desk.ids[1], "dapat-dijelaskan", "--oleh", "Ani", "--alasan", "x", "--sebab") == cli.DONE
    assert {row[0] for row in desk.listed} == set(desk.ids)
    assert desk.decide(desk.ids[1], "salah-baca", "--oleh", "A", "--alasan", "x", "--nilai", "1", "--sebab") == cli.WRONG_USE


def test_the_page_names_the_id_that_the_command_takes(desk: Desk) -> None:
    page = (desk.folder / "out/laporan.html").read_text(encoding="utf-8")
    assert all(f'<span class="id">{finding}</span>' in page for finding in desk.ids)


def test_check_heeds_decisions_too(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    for finding in desk.ids:
        desk.decide(finding, "dapat-dijelaskan", "--oleh", "Ani", "--alasan", "x")
    capsys.readouterr()
    assert cli.main(["check", str(desk.report), "--fail-on", "rendah", "--decisions", str(desk.folder / "keputusan")]) == cli.DONE
    assert {json.loads(line)["decision"] for line in capsys.readouterr().out.splitlines()} == {"dapat dijelaskan"}


def test_decisions_lie_beside_the_data_and_not_in_what_can_be_made_again(desk: Desk) -> None:
    out = ["--out", str(desk.folder / "out")]
    assert cli.main(["decide", desk.ids[0], "sah", "--oleh", "Ani", *out]) == cli.DONE
    stored = desk.folder / "decisions" / DECISIONS_FILE
    assert stored.is_file()
    assert f"tersimpan di {stored.resolve()}" in desk.talk


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "sebutkan ID temuan"),
        (["--list", "--from", "x.xlsx"], "sebutkan ID temuan"),
        (["ffffffffffffffff", "sah", "--oleh", "A"], "tidak ada temuan dengan ID ffffffffffffffff di "),
        (["ffffffffffffffff", "sah", "--oleh", "A"], "sebut folder laporan pemeriksaannya dengan --out"),
        (["fffff", "sah", "--oleh", "A"], "ID fffff terlalu pendek; tulislah sedikitnya 6 huruf pertamanya"),
        (["ID"], "keputusan “” tidak dikenal"),
        (["ID", "sah"], "sebutkan siapa yang memutuskan"),
        (["ID", "salah", "--oleh", "A"], "keputusan “salah” tidak dikenal"),
        (["ID", "salah-baca", "--oleh", "A"], "memerlukan alasan"),
        (["ID", "sah", "--oleh", "A", "--nilai", "1"], "nilai hanya diberikan bersama keputusan “salah baca”"),
        (["ID", "salah-baca", "--oleh", "A", "--alasan", "x", "--nilai", "75,00"], "sama dengan yang terbaca"),
        (["ID", "salah-baca", "--oleh", "A", "--alasan", "x", "--nilai", "abc"], "yang terbaca angka, sedangkan “abc” bukan"),
        (["ID", "salah-baca", "--oleh", "A", "--alasan", "x", "--nilai", "1", "--lokasi", "9"], "--lokasi 9 tidak ada"),
        (["ID", "batal", "--oleh", "A"], "belum ada keputusan"),
        (["ID", "batal"], "sebutkan siapa yang mencabut"),
        (["", "sah", "--oleh", "A"], "sebutkan ID temuan"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_decision_that_cannot_be_recorded_is_refused_with_its_reason(words: list[str], said: str, desk: Desk) -> None:
    known = next(f["id"] for f in desk.findings if f["stated"] == "75,00")
    assert desk.decide(*(known if word == "ID" else word for word in words)) == cli.WRONG_USE
    assert said in desk.talk
    assert desk.listed == []


def test_the_command_answers_in_the_language_that_is_chosen(desk: Desk) -> None:
    one, two = desk.ids
    assert desk.decide(one, "salah-baca", "--oleh", "Ani", "--lang", "en") == cli.WRONG_USE
    assert desk.talk.endswith("the decision “misread (salah baca)” needs a reason\n")
    path = desk.sheet((1, None, "setuju", "", "Ani", "", one), (2, None, "sah", "", "Ani", "", two))
    assert desk.decide("--from", str(path), "--lang", "en") == cli.SOME_UNREAD
    said, counted, stored = desk.talk.splitlines()
    assert said == "row 2: no such decision: “setuju”; choose sah, salah baca, dapat dijelaskan or batal"
    assert counted == "decisions recorded: 1, recorded before: 0, rows refused: 1"
    assert stored.startswith("stored in ")


def test_the_beginning_of_an_id_is_enough(desk: Desk) -> None:
    assert desk.decide(desk.ids[0][:8], "sah", "--oleh", "Ani") == cli.DONE
    assert desk.decide(desk.ids[0][:3], "sah", "--oleh", "Ani") == cli.WRONG_USE


def test_a_day_is_written_as_everywhere_else(desk: Desk) -> None:
    assert desk.decide(desk.ids[0], "sah", "--oleh", "A", "--tanggal", "5 maret 2026") == cli.DONE
    desk.run()
    assert desk.findings[0]["decided"]["date"] == "2026-03-05"


@pytest.mark.parametrize("day", ["31-04-2024", "2024-13-01", "kemarin"])
def test_a_day_is_a_day(day: str, desk: Desk) -> None:
    with pytest.raises(SystemExit) as stop:
        desk.decide(desk.ids[0], "sah", "--oleh", "A", "--tanggal", day)
    assert stop.value.code == cli.WRONG_USE


def test_a_folder_of_decisions_that_is_not_there_may_be_misspelt(desk: Desk) -> None:
    assert "belum ada; tidak ada temuan yang dianggap sudah diputuskan" in desk.talk


def test_a_folder_of_decisions_that_is_a_file_is_said_so(desk: Desk) -> None:
    (desk.folder / "keputusan").write_text("isi", encoding="utf-8")
    assert desk.run() == cli.WRONG_USE
    assert desk.decide(desk.ids[0], "sah", "--oleh", "A") == cli.WRONG_USE
    assert "Traceback" not in desk.talk


# ------------------------------------------------------------------ from a workbook


def test_the_filled_rows_of_a_workbook_are_recorded_once(desk: Desk) -> None:
    one, two = desk.ids
    path = desk.sheet((1, None, " Sah ", "", "Ani", "Akan diperbaiki", one), (2, None, None, None, None, None, two))
    assert desk.decide("--from", str(path)) == cli.DONE
    assert [row[:2] for row in desk.listed] == [[one, "sah"]]
    assert desk.decide("--from", str(path)) == cli.DONE
    assert "0 keputusan dicatat, 1 sudah tercatat, 0 baris ditolak" in desk.talk


def test_who_decides_may_be_said_for_the_whole_workbook(desk: Desk) -> None:
    path = desk.sheet((1, None, "sah", None, None, None, desk.ids[0]))
    assert desk.decide("--from", str(path)) == cli.WRONG_USE
    assert "baris 2: sebutkan siapa yang memutuskan" in desk.talk
    assert desk.decide("--from", str(path), "--oleh", "Ani") == cli.DONE


ROWS = {
    "unknown id": (["sah", "", "A", "", "f" * 16], "tidak dikenal; mungkin terubah"),
    "no id": (["sah", "", "A", "", ""], "tidak dikenal"),
    "a number for an id": (["sah", "", "A", "", 1234], "tidak dikenal"),
    "unknown decision": (["setuju", "", "A", "", "ID"], "keputusan “setuju” tidak dikenal"),
    "undoing": (["batal", "", "A", "", "ID"], "tidak diterima dari buku kerja"),
    "no reason": (["salah baca", "", "A", "", "ID"], "memerlukan alasan"),
    "response only": (["", "", "", "Sudah benar", "ID"], "tanggapan tanpa keputusan"),
    "formula for a decision": (['="sah"', "", "A", "", "ID"], "kolom Keputusan berisi rumus"),
    "formula for a reason": (["sah", "=1+1", "A", "", "ID"], "kolom Alasan berisi rumus"),
    "formula for an id": (["sah", "", "A", "", "=A1"], "kolom ID berisi rumus"),
    "link": (["sah", '=HYPERLINK("http://jahat.example","x")', "A", "", "ID"], "berisi rumus"),
    "an error": (["#N/A", "", "A", "", "ID"], "tidak dikenal"),
    "a truth": ([True, "", "A", "", "ID"], "tidak dikenal"),
}


@pytest.mark.parametrize("name", ROWS)
def test_a_row_that_cannot_be_trusted_is_refused_and_the_others_are_recorded(name: str, desk: Desk) -> None:
    bad, said = ROWS[name]
    one, two = desk.ids
    path = desk.sheet((1, None, *(one if cell == "ID" else cell for cell in bad)), (2, None, "sah", "", "A", "", two))
    assert desk.decide("--from", str(path)) == cli.SOME_UNREAD
    talk = desk.talk
    assert "baris 2: " in talk
    assert said in talk
    assert [row[0] for row in desk.listed] == [two]


def test_an_id_with_two_decisions_has_none(desk: Desk) -> None:
    one = desk.ids[0]
    path = desk.sheet((1, None, "sah", "", "A", "", one), (2, None, "dapat dijelaskan", "x", "A", "", one))
    assert desk.decide("--from", str(path)) == cli.WRONG_USE
    assert desk.talk.count("muncul dengan keputusan yang berlainan") == 2
    assert desk.listed == []


def test_an_id_that_slid_to_another_row_is_noticed(desk: Desk) -> None:
    one, two = (f["id"] for f in desk.findings)
    stated = [f["stated"] for f in desk.findings]
    path = desk.sheet((1, stated[1], "sah", "", "A", "", one), (2, stated[1], "sah", "", "A", "", two))
    assert desk.decide("--from", str(path)) == cli.SOME_UNREAD
    assert "tidak sesuai dengan isi barisnya" in desk.talk
    assert [row[0] for row in desk.listed] == [two]


def test_what_somebody_else_decided_stands_unless_it_is_meant(desk: Desk) -> None:
    one = desk.ids[0]
    desk.decide(one, "sah", "--oleh", "Ani")
    path = desk.sheet((1, None, "dapat dijelaskan", "x", "Budi", "", one))
    assert desk.decide("--from", str(path)) == cli.WRONG_USE
    assert "sudah diputuskan “sah” oleh Ani; berkas ini “dapat dijelaskan” oleh Budi" in desk.talk
    assert desk.decide("--from", str(path), "--timpa") == cli.DONE
    assert [row[1] for row in desk.listed] == ["dapat dijelaskan"]


def test_a_workbook_without_a_column_loses_nothing_that_was_said(desk: Desk) -> None:
    one = next(f["id"] for f in desk.findings if f["stated"] == "75,00")
    desk.decide(one, "salah-baca", "--oleh", "Ani", "--alasan", "Noda", "--nilai", "50,00", "--tanggapan", "Benar")
    path = desk.sheet((one, "salah baca", "Noda tinta", "Ani"), head=("ID", "Keputusan", "Alasan", "Diputuskan oleh"))
    assert desk.decide("--from", str(path)) == cli.DONE
    (row,) = desk.listed
    assert row[-2:] == ["50,00", "Noda tinta"]


@pytest.mark.parametrize(
    ("number", "stated", "printed"),
    [
        ("1234567", "2.214.730", "1.234.567"),
        ("1234567", "2,214,730", "1,234,567"),
        ("1234567.5", "2,214,730.25", "1,234,567.50"),
        ("50.25", "75,00", "50,25"),
        ("50.0", "75,00", "50,00"),
        ("50.5", "98.3", "50.5"),
        ("2023", "2022", "2023"),
        ("12", "5", "12"),
        ("1234", "50 orang", "1.234"),
        ("-0.593", "-0,6", "-0,593"),
        ("1E+3", "2.000", "1.000"),
    ],
)
def test_a_number_of_a_sheet_is_printed_as_the_report_prints_such(number: str, stated: str, printed: str) -> None:
    assert printed_like(Decimal(number), stated) == printed


def test_a_corrected_value_that_the_sheet_made_a_number_of_is_read_as_it_was_typed(desk: Desk) -> None:
    one = next(f["id"] for f in desk.findings if f["stated"] == "75,00")
    head = ("ID", "Keputusan", "Alasan", "Nilai yang benar", "Oleh")
    assert desk.decide("--from", str(desk.sheet((one, "salah baca", "Noda", 50.25, "Ani"), head=head))) == cli.DONE
    assert desk.listed[0][-2:] == ["50,25", "Noda"]


@pytest.mark.parametrize("content", [b"", b"bukan buku kerja", b"PK\x03\x04" + bytes(200)], ids=["empty", "text", "torn"])
def test_a_file_that_is_no_workbook_is_said_to_be_none(content: bytes, desk: Desk) -> None:
    path = desk.folder / "x.xlsx"
    path.write_bytes(content)
    assert desk.decide("--from", str(path)) == cli.WRONG_USE
    assert "bukan buku kerja Excel" in desk.talk


def test_a_workbook_that_is_not_there_or_has_no_such_columns_is_said_so(desk: Desk) -> None:
    assert desk.decide("--from", str(desk.folder / "tiada.xlsx")) == cli.WRONG_USE
    assert "tidak dapat dibuka" in desk.talk
    assert desk.decide("--from", str(desk.sheet(head=("No", "Uraian")))) == cli.WRONG_USE
    assert "tidak ada lembar dengan kolom ID dan Keputusan" in desk.talk


def test_a_workbook_that_unpacks_to_very_much_is_not_opened(desk: Desk) -> None:
    path = desk.folder / "bom.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/sharedStrings.xml", "w") as part:
        for _ in range(220):
            part.write(bytes(1024 * 1024))
    assert desk.decide("--from", str(path)) == cli.WRONG_USE
    assert "terlalu besar" in desk.talk
