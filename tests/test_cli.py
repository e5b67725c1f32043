"""The command line as scripts use it: exit codes, stdout for data, stderr for talk, and what a run leaves behind."""

from __future__ import annotations

import errno
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractors.base import ENGINES
from pipeline import cli, settings
from rules.catalogue.pr01_persen_realisasi import PR01
from rules.facts import ReportView
from rules.outcome import Outcome
from tests.hostile import files
from tests.pdf_fixtures import BUDGET, caption, grid, printed, space

GOOD = (
    "LAPORAN KINERJA TAHUN 2023\nDinas Sosial\nKabupaten Contoh\n\nTabel 3.1 Realisasi\n\n"
    "No\tProgram\tPagu\tRealisasi\t%\n1\tProgram A\t200\t100\t50,00\n"
)
WRONG = GOOD.replace("50,00", "75,00") + "2\tProgram B\t300\t150\t50,00\n3\tProgram C\t400\t100\t25,00\n"


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "laporan.txt").write_text(WRONG, encoding="utf-8")
    return folder


def run(tmp_path: Path, *arguments: str) -> int:
    return cli.main([*arguments, "--out", str(tmp_path / "out"), "--format", "jsonl,html"])


def test_a_run_writes_reports_and_ends_with_0(tmp_path: Path, raw: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["reconcile", str(raw), "--out", str(tmp_path / "out"), "--clean", str(tmp_path / "clean")]) == cli.DONE
    talk = capsys.readouterr()
    assert talk.out == ""
    assert "laporan.txt" in talk.err
    assert "Data bersih dan cakupan aturan: semua syarat terpenuhi." in talk.err
    assert "Buka " in talk.err
    written = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"index.html", "laporan.html", "laporan.xlsx", "findings.jsonl", "outcomes.jsonl", "problems.jsonl"} <= written
    assert (tmp_path / "clean" / "documents.parquet").is_file()


def test_findings_at_or_above_fail_on_end_with_1(tmp_path: Path, raw: Path) -> None:
    assert run(tmp_path, "report", str(raw), "--fail-on", "tinggi") == cli.FINDINGS
    findings = [json.loads(line) for line in (tmp_path / "out/findings.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [f["rule"] for f in findings if f["severity"] == "tinggi"] == ["PR01"]


def test_nothing_to_read_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "kosong").mkdir()
    assert run(tmp_path, "report", str(tmp_path / "kosong")) == cli.WRONG_USE
    assert "tidak ada berkas" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_missing_path_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "report", str(tmp_path / "tiada")) == cli.WRONG_USE
    assert "tiada" in capsys.readouterr().err


def test_one_broken_file_costs_none_of_the_others(tmp_path: Path, raw: Path) -> None:
    (raw / "kosong.pdf").write_bytes(b"")
    assert run(tmp_path, "report", str(raw)) == cli.SOME_UNREAD
    problems = [json.loads(line) for line in (tmp_path / "out/problems.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(p["document"], p["category"]) for p in problems] == [("kosong.pdf", "berkas_kosong")]
    assert (tmp_path / "out/laporan.html").is_file()


def test_no_readable_file_ends_with_4_and_shows_no_zeros(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "kosong.pdf").write_bytes(b"")
    assert run(tmp_path, "report", str(tmp_path / "kosong.pdf")) == cli.NONE_READ
    talk = capsys.readouterr().err
    row = next(line for line in talk.splitlines() if line.startswith("kosong.pdf"))
    assert row.split() == ["kosong.pdf", "tidak", "terbaca", "-", "-", "-", "-"]
    assert "Berkas tidak terbaca — kosong.pdf" in talk
    assert "Buka" not in talk


def test_a_long_name_is_cut_in_its_middle(tmp_path: Path, raw: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (raw / "laporan.txt").rename(raw / f"07_{'dinas_' * 12}konsisten.txt")
    assert run(tmp_path, "report", str(raw)) == cli.DONE
    assert "\n07_dinas_dinas_d…s_dinas_dinas_konsisten.txt " in capsys.readouterr().err


@pytest.mark.parametrize("inside", ["", "/dalam"])
def test_an_output_folder_that_cannot_be_made_is_said_so(
    inside: str, tmp_path: Path, raw: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "berkas").write_text("isi", encoding="utf-8")
    assert cli.main(["report", str(raw), "--out", f"{tmp_path}/berkas{inside}"]) == cli.WRONG_USE
    talk = capsys.readouterr().err
    assert talk.startswith(f"tidak dapat menulis ke {tmp_path}/berkas{inside}: ")
    assert "Traceback" not in talk


@pytest.mark.parametrize("number", [errno.EACCES, errno.ENOSPC])
def test_a_write_that_fails_on_the_way_is_said_so(
    number: int, tmp_path: Path, raw: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(path: Path, _: object) -> None:
        raise OSError(number, "no", str(path))

    monkeypatch.setattr("pipeline.report.machine.write_findings", fails)
    assert run(tmp_path, "report", str(raw)) == cli.WRONG_USE
    assert f"tidak dapat menulis ke {tmp_path / 'out'}" in capsys.readouterr().err


def test_an_error_elsewhere_is_not_taken_for_one_of_the_output(tmp_path: Path, raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OSError(errno.EIO, "no", "/elsewhere")

    monkeypatch.setattr("pipeline.report.machine.write_findings", fails)
    with pytest.raises(OSError, match="elsewhere"):
        run(tmp_path, "report", str(raw))


def test_a_form_that_is_not_known_is_wrong_use_and_the_known_ones_are_named(
    tmp_path: Path, raw: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        cli.main(["report", str(raw), "--out", str(tmp_path / "out"), "--format", "pptx"])
    assert stop.value.code == cli.WRONG_USE
    assert "bentuk tidak dikenal: pptx; yang tersedia: html, xlsx" in capsys.readouterr().err


def test_every_engine_can_be_chosen_and_no_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files.put(tmp_path / "raw", laporan_pdf=files.report())
    for engine in settings.ENGINES:
        assert run(tmp_path, "report", str(tmp_path / "raw"), "--engine", engine) == cli.DONE
    assert set(settings.ENGINES) == {"auto", *ENGINES}
    with pytest.raises(SystemExit) as stop:
        cli.main(["report", str(tmp_path / "raw"), "--engine", "tesseract"])
    assert stop.value.code == cli.WRONG_USE
    assert "'tesseract'" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("asked", "reads"), [("auto", "pdfium"), ("pdfium", "pdfium"), ("pdfplumber", "pdfplumber"), ("camelot", "camelot-lattice")]
)
def test_the_engine_that_is_asked_for_reads_the_tables(asked: str, reads: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = printed(tmp_path, [caption("Tabel 3.1 Realisasi Anggaran Tahun 2023"), space(), grid(BUDGET)])
    assert cli.main(["extract", str(report), "--json", "--engine", asked]) == cli.DONE
    (table,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert table["engine"] == reads


def test_the_same_input_gives_the_same_bytes(tmp_path: Path, raw: Path) -> None:
    shutil.copy(raw / "laporan.txt", raw / "lain.txt")
    one, two = tmp_path / "satu", tmp_path / "dua"
    for out, jobs in ((one, "1"), (two, "2")):
        assert cli.main(["report", str(raw), "--out", str(out), "--jobs", jobs]) == cli.DONE
    names = sorted(path.name for path in one.iterdir())
    assert names == sorted(path.name for path in two.iterdir())
    assert all((one / name).read_bytes() == (two / name).read_bytes() for name in names)


def test_the_same_file_under_two_names_is_two_reports_and_no_failed_gate(
    tmp_path: Path, raw: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(raw / "laporan.txt", raw / "lain.txt")
    assert cli.main(["reconcile", str(raw), "--out", str(tmp_path / "out"), "--clean", str(tmp_path / "clean")]) == cli.DONE
    assert "GAGAL" not in capsys.readouterr().err


def test_pages_of_documents_that_are_gone_are_removed_and_nothing_else(tmp_path: Path, raw: Path) -> None:
    (raw / "lain.txt").write_text(GOOD, encoding="utf-8")
    run(tmp_path, "report", str(raw))
    (tmp_path / "out/catatan.html").write_text("milik pereviu", encoding="utf-8")
    (raw / "lain.txt").unlink()
    run(tmp_path, "report", str(raw))
    assert not (tmp_path / "out/lain.html").exists()
    assert (tmp_path / "out/catatan.html").is_file()
    assert (tmp_path / "out/laporan.html").is_file()


def test_check_and_extract_print_data_only(raw: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(raw)]) == cli.DONE
    assert [json.loads(line)["rule"] for line in capsys.readouterr().out.splitlines()] == ["PR01"]
    assert cli.main(["extract", str(raw), "--json"]) == cli.DONE
    (table,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert table["header_rows"] == 1
    assert table["caption"] == "Tabel 3.1 Realisasi"
    assert table["rows"][1]["cells"] == ["1", "Program A", "200", "100", "75,00"]


def test_rules_and_explain(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["rules"]) == cli.DONE
    assert "JM01\tjumlah_anak\ttinggi" in capsys.readouterr().out
    assert cli.main(["explain", "jm01"]) == cli.DONE
    told = capsys.readouterr().out
    assert all(f"\n{label}: " in told or f"\n- {label}: " in told for label in ("Tingkat", "Dasar", "Kemungkinan hasil"))
    assert "Lolos:" in told
    assert cli.main(["explain", "ZZ99"]) == cli.WRONG_USE


def test_every_command_has_help_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("reconcile", "extract", "check", "report", "rules", "explain"):
        with pytest.raises(SystemExit) as stop:
            cli.main([command, "--help"])
        assert stop.value.code == 0
        assert f"contoh: lakip {command}" in capsys.readouterr().out


def test_check_counts_for_fail_on(raw: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(raw), "--fail-on", "tinggi"]) == cli.FINDINGS
    assert cli.main(["check", str(raw), "--fail-on", "never"]) == cli.DONE
    assert capsys.readouterr().out.count("PR01") == 2


def test_a_rule_that_breaks_is_said_and_never_looks_like_a_clean_report(
    raw: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: PR01, report: ReportView) -> Iterator[Outcome]:
        raise RuntimeError("sengaja")

    monkeypatch.setattr(PR01, "check", broken)
    assert cli.main(["check", str(raw)]) == cli.BROKEN
    assert "kesalahan program pada PR01" in capsys.readouterr().err
