"""A document that is no whole performance report is told apart from one that is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.plain_text import read_text
from pipeline import cli
from pipeline.normalize.report import view_of
from pipeline.report.html import write_html
from pipeline.report.pages import ReportResult, RunResult
from pipeline.report.whole import partial
from pipeline.report.words import words
from pipeline.stages import check
from rules.base import all_rules
from tests.test_report_html import Seen

AGREEMENT = (
    "PERJANJIAN KINERJA TAHUN 2023\nDINAS SOSIAL\nKABUPATEN CONTOH\n\n| No | Sasaran | Target |\n| 1 | Layanan | 90 |\n| 2 | Data | 80 |\n"
)
CHAPTER = (
    "LAPORAN KINERJA TAHUN 2023\nDINAS SOSIAL\n\nBAB III AKUNTABILITAS KINERJA\n3.1 Capaian Kinerja\nCapaian kinerja diuraikan di sini.\n"
)
WHOLE = (
    "LAPORAN KINERJA TAHUN 2023\nDINAS SOSIAL\nBAB I PENDAHULUAN\n1.1 Umum\nBAB II PERENCANAAN KINERJA\n2.1 Rencana\n"
    "BAB III AKUNTABILITAS KINERJA\n3.1 Capaian\nBAB IV PENUTUP\n4.1 Simpulan\nUraian singkat.\n"
)
LIST = "Daftar hadir\nAni\nBudi\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (AGREEMENT, "bukan laporan kinerja lengkap: tampaknya Perjanjian Kinerja, tidak ditemukan Bab I, II, III, IV"),
        (CHAPTER, "bukan laporan kinerja lengkap: tidak ditemukan Bab I, II, IV"),
        (LIST, "bukan laporan kinerja lengkap: jenis dokumennya tidak dikenali, tidak ditemukan Bab I, II, III, IV"),
        (WHOLE, ""),
        (WHOLE.replace("BAB II PERENCANAAN KINERJA\n2.1 Rencana\n", ""), ""),
    ],
    ids=["agreement", "one chapter", "list", "whole", "a heading that was not read"],
)
def test_what_a_document_looks_like_is_told_from_its_titles_and_chapters(text: str, said: str) -> None:
    assert partial(view_of(read_text("a.txt", "0" * 64, text.encode())), words("id")) == said


def result(name: str, text: str) -> ReportResult:
    done = check(read_text(name, "0" * 64, text.encode()), all_rules())
    return ReportResult(done.document, done.view, done.outcomes, (), None)


def test_the_index_sets_it_apart_from_the_reports_without_findings_and_never_drops_it(tmp_path: Path) -> None:
    write_html(RunResult((result("pk.txt", AGREEMENT), result("laporan.txt", WHOLE)), (), (), "0.1.0"), tmp_path)
    said = Seen((tmp_path / "index.html").read_text(encoding="utf-8")).said
    assert "2 berkas diperiksa" in said
    ranked, _, apart = said.partition("Tanpa temuan, tetapi bukan laporan kinerja lengkap")
    assert "laporan.txt" in ranked and "pk.txt" not in ranked
    assert "pk.txtbukan laporan kinerja lengkap: tampaknya Perjanjian Kinerja" in apart
    page = Seen((tmp_path / "pk.html").read_text(encoding="utf-8")).said
    assert page.count("Bukan laporan kinerja lengkap: tampaknya Perjanjian Kinerja") == 2
    assert "Bukan laporan" not in (tmp_path / "laporan.html").read_text(encoding="utf-8")


def test_the_terminal_says_it_below_its_row(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in (("pk.txt", AGREEMENT), ("utuh.txt", WHOLE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    cli.main(["report", "pk.txt", "utuh.txt", "--format", "jsonl"])
    lines = capsys.readouterr().err.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("pk.txt"))
    assert lines[at + 1].startswith("  ↳ bukan laporan kinerja lengkap: tampaknya Perjanjian Kinerja")
    assert sum("↳" in line for line in lines) == 1
