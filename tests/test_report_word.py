"""The Word documents: what the agency receives and what the reviewer ticks, and nothing a report says becomes more than text."""

from __future__ import annotations

import io
import re
import sys
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import docx
import pytest

from pipeline.cli import main
from pipeline.report.dates import BLANK, indonesian
from pipeline.report.files import safe_stems
from pipeline.report.formats import UnusableTemplateError
from pipeline.report.pages import ReportResult
from pipeline.report.review import review_of
from pipeline.report.text import clean
from pipeline.report.word import CHECKLIST, COMPARISON, NOTES, TEMPLATES, write_docx
from rules.outcome import Decision, Keputusan
from tests.report_fixtures import result
from tests.report_hostile import HOSTILE, everywhere

ROOT = Path(__file__).resolve().parent.parent


def written(one: ReportResult, folder: Path, day: str = "", templates: Path | None = None) -> list[Path]:
    return [folder / name for name in write_docx(one, folder, "laporan", day, templates)]


def text_of(path: Path) -> str:
    """Every paragraph and cell, in order, a line each."""
    body = docx.Document(str(path)).element.body
    return "\n".join("".join(_printed(p)) for p in body.iter(f"{_W}p"))


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _printed(paragraph: ElementTree.Element) -> list[str]:
    signs = {f"{_W}br": "\n", f"{_W}tab": "\t"}
    return [element.text or "" if element.tag == f"{_W}t" else signs.get(element.tag, "") for element in paragraph.iter()]


def test_two_documents_stand_beside_each_other_and_no_other_report_has_their_names(tmp_path: Path) -> None:
    assert [path.name for path in written(result(), tmp_path)] == ["laporan.docx", "laporan--daftar-periksa.docx"]
    assert "--" not in "".join(safe_stems(["a--daftar-periksa.pdf", "a.pdf", "a---b.txt"]).values())


def test_a_note_says_what_is_so_what_should_be_and_what_to_do(tmp_path: Path) -> None:
    said = text_of(written(result(paged=True), tmp_path)[0])
    assert "1. Jumlah rincian terhadap induk — tinggi" in said
    assert "Pagu kegiatan 1.1 Administrasi Keuangan Perangkat Daerah tertulis 2.214.730.500" in said
    assert "Perhitungan: 2.094.380.500 + 104.016.000 = 2.198.396.500" in said
    assert "Halaman 27 · Tabel 3.9" in said
    for label in ("Kondisi", "Kriteria", "Akibat", "Saran perbaikan", "Tanggapan perangkat daerah", "Tindak lanjut"):
        assert f"\n{label}\n" in said


def test_a_note_stands_on_one_page_where_it_fits_on_one(tmp_path: Path) -> None:
    """Each row but the last stays with the next, and no row breaks but those whose text may be longer than a page."""
    document = docx.Document(str(written(result(paged=True), tmp_path)[0]))
    (box, *_) = [table for table in document.tables if table.cell(0, 0).text.startswith("1. ")]
    kept = [all(p.paragraph_format.keep_with_next for cell in row.cells for p in cell.paragraphs) for row in box.rows]
    assert kept == [True] * (len(box.rows) - 1) + [False]
    breaks = [row.cells[0].text for row in box.rows if row._tr.trPr is None or row._tr.trPr.find(f"{_W}cantSplit") is None]
    assert breaks == ["Kondisi", "Sebab yang sama"]


def test_symptoms_of_one_cause_stand_in_one_note(tmp_path: Path) -> None:
    said = text_of(written(result(paged=True), tmp_path)[0])
    assert "1.1 (Halaman 27): Realisasi kegiatan 1.1" in said
    assert "\n1.1. " not in said


def test_each_symptom_begins_a_line_of_its_own(tmp_path: Path) -> None:
    """In a review of eleven pages nine of them had run together to one paragraph."""
    one = result(paged=True)
    joined = replace(one, findings=tuple(replace(finding, cause="sebab-satu") for finding in one.findings))
    said = text_of(written(joined, tmp_path)[0])
    assert re.findall(r"^1\.\d(?= \()", said, re.MULTILINE) == [f"1.{n}" for n in range(1, len(one.findings))]


def test_what_matters_less_is_told_in_short_under_what_it_has_in_common() -> None:
    review = review_of(result())
    assert [note.number for note in review.notes] == ["1", "2"]
    assert [[note.number for note in group.notes] for group in review.minor] == [["3"], ["4"]]


def test_the_index_names_every_finding(tmp_path: Path) -> None:
    one = result()
    (index,) = [t for t in docx.Document(str(written(one, tmp_path)[0])).tables if t.rows[0].cells[-1].text == "ID"]
    assert [row.cells[-1].text for row in index.rows[1:]] == [line.id for line in review_of(one).listed]
    assert {finding.id for finding in one.findings} == {line.id for line in review_of(one).listed}


def test_of_what_was_misread_or_explained_nothing_is_asked(tmp_path: Path) -> None:
    one = result()
    misread = Decision(Keputusan.SALAH_BACA, "gambar buram", "Sari", "2026-03-05")
    settled = replace(one, findings=tuple(replace(finding, decision=misread) for finding in one.findings))
    said = text_of(written(settled, tmp_path)[0])
    assert "Tidak ada catatan utama." in said
    assert said.count("salah baca") == len(one.findings)


def test_the_day_comes_from_the_command_line_or_is_filled_in_by_hand(tmp_path: Path) -> None:
    assert "……………………, 5 Maret 2026" in text_of(written(result(), tmp_path, "5 Maret 2026")[0])
    assert f"……………………, {BLANK}" in text_of(written(result(), tmp_path)[1])


@pytest.mark.parametrize("text", ["2026-03-05", "5-3-2026", "05/03/2026", "5 maret 2026", " 5 Maret 2026 "])
def test_a_day_is_written_as_a_letter_writes_it(text: str) -> None:
    assert indonesian(text) == "5 Maret 2026"


@pytest.mark.parametrize("text", ["", "2026-13-01", "30 Februari 2026", "5 March 2026", "kemarin", "2026", "٥ Maret ٢٠٢٦"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="bukan tanggal"):
        indonesian(text)


def test_pages_are_numbered_of_how_many_and_heads_stand_again(tmp_path: Path) -> None:
    for path in written(result(), tmp_path):
        with zipfile.ZipFile(path) as archive:
            footer, body = (archive.read(f"word/{part}.xml").decode() for part in ("footer1", "document"))
        assert re.findall(r"<w:instrText[^>]*>(\w+)<", footer) == ["PAGE", "NUMPAGES"]
        assert "w:tblHeader" in body


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return written(everywhere(result(paged=True), "biasa"), tmp_path_factory.mktemp("biasa"))


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_whatever_a_report_says_is_a_text_in_the_documents(text: str, tmp_path: Path, plain: list[Path]) -> None:
    paths = written(everywhere(result(paged=True), text), tmp_path)
    for path, usual in zip(paths, plain, strict=True):
        is_only_text(path, usual)
    assert said(text) in " ".join(text_of(paths[0]).split())


def is_only_text(path: Path, usual: Path) -> None:
    """The document has the parts and the links that the usual one has, and every part of it is whole."""
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(usual) as other:
        parts = {name: archive.read(name) for name in archive.namelist()}
        assert parts.keys() == set(other.namelist())
        relations = "word/_rels/document.xml.rels"
        assert parts[relations] == other.read(relations)
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            ElementTree.fromstring(part)
    body = parts["word/document.xml"].decode()
    assert not re.search("[\x00-\x08\u202a-\u202e\u2066-\u2069\ufffe\uffff]", body)
    assert not re.search(r"<w:(?:hyperlink|object|altChunk|fldSimple)\b", body)


def said(text: str) -> str:
    """How a text of a report begins in a document."""
    return " ".join(clean(text.replace("\r", "")).strip()[:200].split())[:40]


def test_braces_of_a_report_are_not_filled_in(tmp_path: Path) -> None:
    said = text_of(written(everywhere(result(), "{{ 7*7 }} {% for x in y %} {{ tanggal }}"), tmp_path, "5 Maret 2026")[0])
    assert "{{ 7*7 }} {% for x in y %} {{ tanggal }}" in said
    assert "49" not in re.sub(r"[0-9a-f]{16}", "", said)


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    for one, two in zip(written(result(), tmp_path / "satu"), written(result(), tmp_path / "dua"), strict=True):
        assert one.read_bytes() == two.read_bytes()
        with zipfile.ZipFile(one) as archive:
            assert {part.date_time for part in archive.infolist()} == {(2000, 1, 1, 0, 0, 0)}


def test_a_report_without_findings_is_a_document_too(tmp_path: Path) -> None:
    one = result()
    bare = replace(one, findings=(), outcomes=(), view=replace(one.view, tables=()))
    assert "Tidak ada catatan utama." in text_of(written(bare, tmp_path)[0])


def test_an_office_has_its_own_template_and_ours_for_what_it_lacks(tmp_path: Path) -> None:
    own = tmp_path / "kantor"
    own.mkdir()
    letter = docx.Document()
    letter.add_paragraph("INSPEKTORAT KABUPATEN CONTOH: {{ laporan.perangkat_daerah }}")
    letter.save(str(own / NOTES))
    notes, checked = written(result(), tmp_path, templates=own)
    assert text_of(notes).strip() == "INSPEKTORAT KABUPATEN CONTOH: Dinas Sosial"
    assert "DAFTAR PERIKSA REVIU" in text_of(checked)


@pytest.mark.parametrize("braces", ["{{ laporan.tidak_ada }}", "{% for c in %}", "{{ ''.__class__.__mro__ }}", "{{ 1 / 0 }}"])
def test_a_template_with_a_mistake_is_named(braces: str, tmp_path: Path) -> None:
    letter = docx.Document()
    letter.add_paragraph(braces)
    letter.save(str(tmp_path / NOTES))
    with pytest.raises(UnusableTemplateError, match=NOTES):
        written(result(), tmp_path / "hasil", templates=tmp_path)


def test_a_file_that_is_no_template_is_named(tmp_path: Path) -> None:
    (tmp_path / CHECKLIST).write_bytes(b"bukan berkas Word")
    with pytest.raises(UnusableTemplateError, match=CHECKLIST):
        written(result(), tmp_path / "hasil", templates=tmp_path)


def test_the_templates_are_made_again_with_the_same_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sys.path.insert(0, str(ROOT / "scripts"))
    import make_templates

    assert make_templates.main([str(tmp_path)]) == 0
    capsys.readouterr()
    for name in (NOTES, CHECKLIST, COMPARISON):
        made, kept = (zipfile.ZipFile(io.BytesIO((folder / name).read_bytes())) for folder in (tmp_path, TEMPLATES))
        assert {part: made.read(part) for part in made.namelist()} == {part: kept.read(part) for part in kept.namelist()}


def test_the_command_writes_them_when_asked(tmp_path: Path) -> None:
    report = tmp_path / "laporan.txt"
    report.write_text("LAPORAN KINERJA\nDINAS SOSIAL\nTAHUN 2023\n", encoding="utf-8")
    said = ["report", str(report), "--out", str(tmp_path / "hasil"), "--format", "docx", "--tanggal", "2026-03-05", "--quiet"]
    assert main(said) == 0
    assert "5 Maret 2026" in text_of(tmp_path / "hasil/laporan.docx")
    assert (tmp_path / "hasil/laporan--daftar-periksa.docx").is_file()


def test_a_template_that_cannot_be_used_ends_the_run_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / NOTES).write_bytes(b"rusak")
    report = tmp_path / "laporan.txt"
    report.write_text("LAPORAN KINERJA\n", encoding="utf-8")
    said = ["report", str(report), "--out", str(tmp_path / "hasil"), "--format", "docx", "--template-docx", str(tmp_path), "--quiet"]
    assert main(said) == 2
    assert NOTES in capsys.readouterr().err


def test_titles_name_agency_region_and_year_as_plain_text(tmp_path: Path) -> None:
    """Every Dinas Sosial had the same title; a title is no markup, so that an ampersand stays one."""
    one = result(paged=True)
    agency = replace(one.view.identity.agency, value="Dinas Pariwisata & Budaya")
    named = replace(one, view=replace(one.view, identity=replace(one.view.identity, agency=agency)))
    titles = [docx.Document(str(path)).core_properties.title for path in written(named, tmp_path)]
    whose = "Dinas Pariwisata & Budaya Kabupaten Contoh Barat 2023"
    assert titles == [f"Catatan Hasil Reviu Laporan Kinerja – {whose}", f"Daftar Periksa Reviu Laporan Kinerja – {whose}"]
    assert "DINAS PARIWISATA & BUDAYA\nKABUPATEN CONTOH BARAT" in text_of(tmp_path / "laporan.docx")
