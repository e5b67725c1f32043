"""Two submissions beside each other: what was repaired, what is still there, what is new, and what changed unasked."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipeline import cli
from pipeline.audit.decisions import About
from pipeline.audit.resubmitted import Submission, compared
from pipeline.audit.submissions import Unlike, matched
from pipeline.report.compared import KINDS, Compared, Paired
from pipeline.report.compared_formats import FORMATS
from pipeline.report.compared_pages import json_lines
from pipeline.report.formats import Manner
from pipeline.report.pages import summary_of
from rules.outcome import Decision, Keputusan
from tests.report_fixtures import result
from tests.report_hostile import HOSTILE, everywhere
from tests.test_report_html import Seen

HEAD = "LAPORAN KINERJA TAHUN {year}\nDinas {agency}\nKabupaten Contoh\n\nTabel 3.1 Realisasi Anggaran Tahun {year}\n\n"
ROWS = (
    "No\tProgram\tPagu\tRealisasi\t%\n1\tProgram A\t200\t100\t75,00\n2\tProgram B\t300\t150\t50,00\n3\tProgram C\t400\t100\t45,00\n"
    "4\tProgram D\t500\t400\t80,00\n5\tProgram E\t600\t300\t50,00\n6\tProgram F\t800\t200\t25,00\n7\tProgram G\t900\t450\t50,00\n"
)


def report(*changes: tuple[str, str], agency: str = "Sosial", year: int = 2023) -> str:
    rows = ROWS
    for old, new in changes:
        assert old in rows
        rows = rows.replace(old, new)
    return HEAD.format(agency=agency, year=year) + rows


def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, *more: str) -> list[dict[str, Any]]:
    for name, text in (("lama.txt", old), ("baru.txt", new)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert cli.main(["compare", str(tmp_path / "lama.txt"), str(tmp_path / "baru.txt"), "--json", *more]) == cli.DONE
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def told(lines: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    return [(line["kind"], line["stated_old"], line["stated_new"]) for line in lines]


def kinds(lines: list[dict[str, Any]]) -> set[str]:
    return {line["kind"] for line in lines}


GONE, UNPROVED = "letaknya tidak ditemukan lagi pada berkas baru", "tidak dapat diperiksa lagi pada berkas baru"


def remarks(lines: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(line["stated_old"], line["remark"]) for line in lines if line["kind"] == "not_found"]


def test_every_finding_and_figure_has_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = report(("75,00", "50,00"), ("45,00", "46,00"), ("400\t80,00", "350\t70,00"), ("450\t50,00", "450\t55,00"))
    lines = told(run(tmp_path, capsys, report(), new))
    assert lines == [
        ("new", "", "55,00"),
        ("still", "45,00", "46,00"),
        ("changed_unasked", "400", "350"),
        ("changed_unasked", "80,00", "70,00"),
        ("changed_unasked", "50,00", "55,00"),
        ("repaired", "75,00", "50,00"),
    ]


def test_the_same_file_twice_shows_no_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert {line["kind"] for line in run(tmp_path, capsys, report(), report())} == {"still"}


def test_a_figure_printed_otherwise_did_not_change(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert {line["kind"] for line in run(tmp_path, capsys, report(), report(("80,00", "80,0")))} == {"still"}


def test_rows_put_in_above_move_figures_and_change_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    numbers = [(f"{n}\tProgram {letter}", f"{n + 1}\tProgram {letter}") for n, letter in enumerate("ABCDEFG", start=1)]
    new = report(*numbers, ("%\n", "%\n1\tProgram Baru\t1000\t500\t50,00\n"))
    assert {line["kind"] for line in run(tmp_path, capsys, report(), new)} == {"still"}


def test_a_word_that_looks_like_a_number_is_part_of_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without it two rows had one name, and nothing was said of the figures of either."""
    old = report(("Program A", "E Planning"), ("Program B", "Planning"), ("Program D", "Cicil Emas"), ("Program E", "Emas"))
    lines = told(run(tmp_path, capsys, old, old.replace("300\t150", "300\t140").replace("600\t300", "600\t270")))
    assert {("changed_unasked", "150", "140"), ("changed_unasked", "300", "270")} <= set(lines)


def test_a_row_is_found_again_under_another_roman_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = report(("1\tProgram A", "I\tProgram A"), ("3\tProgram C", "III\tProgram C"))
    new = report(("1\tProgram A", "II\tProgram A"), ("3\tProgram C", "IV\tProgram C"))
    assert {line["kind"] for line in run(tmp_path, capsys, old, new)} == {"still"}


def test_a_finding_whose_row_is_gone_is_not_said_to_be_repaired(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = report(("1\tProgram A\t200\t100\t75,00\n", ""))
    lines = run(tmp_path, capsys, report(), new)
    assert remarks(lines) == [("75,00", GONE)]
    assert kinds(lines) == {"still", "not_found"}


def test_what_a_submission_leaves_out_is_not_said_to_be_repaired(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A report cut off before its tables was told to have repaired them all."""
    lines = run(tmp_path, capsys, report(), HEAD.format(agency="Sosial", year=2023) + "Anggaran dinas akan dilaporkan kemudian.\n")
    assert remarks(lines) == [("75,00", GONE), ("45,00", GONE)]
    assert kinds(lines) == {"not_found"}


def test_a_figure_blotted_out_is_not_said_to_be_repaired(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = run(tmp_path, capsys, report(), report(("200\t100\t75,00", "-\t-\t75,00")))
    assert remarks(lines) == [("75,00", UNPROVED)]


def test_a_row_of_the_same_name_in_another_table_proves_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another table, with other rows beside it, is another place."""
    new = HEAD.format(agency="Sosial", year=2023).replace("Realisasi Anggaran", "Realisasi Dana Dekonsentrasi")
    rows = "No\tProgram\tPagu\tRealisasi\t%\n1\tProgram A\t800\t400\t50,00\n2\tProgram Z\t100\t50\t50,00\n"
    lines = run(tmp_path, capsys, report(), new + rows)
    assert ("75,00", GONE) in remarks(lines)
    assert "repaired" not in kinds(lines)


def test_a_table_that_got_another_title_is_the_same_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = report(("75,00", "50,00")).replace("Realisasi Anggaran", "Penyerapan Anggaran per Program")
    assert ("repaired", "75,00", "50,00") in told(run(tmp_path, capsys, report(), new))


SAID = "Penduduk miskin tahun 2023 berjumlah 15 (lima puluh) orang di seluruh wilayah kabupaten contoh.\n"


def test_a_sentence_with_a_word_put_right_is_the_same_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = report() + "\n" + SAID, report() + "\n" + SAID.replace("lima puluh", "lima belas")
    assert [line["rule"] for line in run(tmp_path, capsys, old, new) if line["kind"] == "repaired"] == ["TB01"]


def test_a_sentence_left_out_is_not_said_to_be_repaired(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = run(tmp_path, capsys, report() + "\n" + SAID, report())
    assert [line["rule"] for line in lines if line["kind"] == "not_found"] == ["TB01"]
    assert "repaired" not in kinds(lines)


def test_figures_printed_in_the_style_of_their_table_are_repaired(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The check that holds speaks of the whole table, and not of the cell."""
    lines = run(tmp_path, capsys, report(("80,00", "80.00")), report())
    assert [line["rule"] for line in lines if line["kind"] == "repaired"] == ["FA01"]


def test_a_year_put_right_in_a_title_does_not_part_the_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    new = report().replace("Anggaran Tahun 2023", "Anggaran Tahun 2022").replace("Tabel 3.1", "Tabel 3.2")
    lines = run(tmp_path, capsys, report(), new.replace("400\t80,00", "400\t81,00"))
    assert ("changed_unasked", "80,00", "81,00") in told(lines)


def test_what_a_reviewer_settled_is_no_finding_of_either() -> None:
    one = result(paged=True)
    settled = replace(one.findings[0], decision=Decision(Keputusan.DAPAT_DIJELASKAN, "x", "A", ""))
    done = compared(Submission(one.view, (settled, one.findings[1]), ()), Submission(one.view, one.findings[1:2], ()))
    assert (done.repaired, done.lost, done.new, len(done.still)) == ((), (), (), 1)


def test_a_finding_about_many_figures_is_still_there_when_some_of_them_are() -> None:
    """Of seven percentages two were repaired: it was told to be gone, and a finding about the other five to be new."""
    one = result(paged=True)
    first, second, *_ = one.findings
    places = (
        first.locations[1:],
        first.locations[2:],
        (*first.locations[1:], *second.locations[:1]),
        (*first.locations[2:], *second.locations),
    )
    others = [replace(first, fingerprint="9" * 16, locations=locations) for locations in places]
    made = [compared(Submission(one.view, (first,), ()), Submission(one.view, (other,), ())) for other in others]
    assert [(len(done.still), len(done.new), len(done.lost)) for done in made] == [(1, 0, 0), (1, 0, 0), (1, 0, 0), (0, 1, 1)]


def test_figures_with_one_name_twice_are_told_of_neither() -> None:
    one = result(paged=True)
    table = one.view.tables[0]
    twice = replace(table, baris=tuple(replace(baris, name="sama", location=baris.location) for baris in table.baris))
    done = compared(Submission(replace(one.view, tables=(twice,)), (), ()), Submission(one.view, (), ()))
    assert (done.changed, done.compared) == ((), 0)
    assert done.unmatched


# ------------------------------------------------------------------ which file is which

A = About("a.pdf", "1" * 64, "Dinas Sosial", "Kabupaten Contoh", 2023)
B = About("b.pdf", "2" * 64, "Dinas Kesehatan", "Kabupaten Contoh", 2023)
NAMELESS = About("kirim/c.pdf", "3" * 64)


def pairs(old: list[About], new: list[About]) -> list[tuple[int, int]]:
    return [(pair.old, pair.new) for pair in matched(old, new).pairs]


def test_files_of_one_agency_and_year_belong_together_whatever_they_are_called() -> None:
    new = [replace(B, document="x.pdf", sha256="4" * 64), replace(A, document="y.pdf", sha256="5" * 64)]
    assert pairs([A, B], new) == [(0, 1), (1, 0)]


def test_files_that_do_not_say_who_they_are_go_by_their_name() -> None:
    assert pairs([A, NAMELESS], [replace(NAMELESS, document="baru/C.txt"), A]) == [(0, 1), (1, 0)]


def test_two_possible_partners_are_said_and_not_guessed_at() -> None:
    done = matched([A, B], [replace(A, document="x.pdf"), replace(A, document="y.pdf"), B])
    assert [(pair.old, pair.new) for pair in done.pairs] == [(1, 2)]
    assert done.ambiguous == {("old", 0), ("new", 0), ("new", 1)}


def test_of_several_of_one_agency_those_of_one_name_belong_together() -> None:
    more = replace(A, document="lampiran.pdf")
    assert pairs([A, more], [replace(more, sha256="6" * 64), replace(A, sha256="7" * 64)]) == [(0, 1), (1, 0)]


def test_two_files_are_compared_even_if_they_seem_not_to_belong_together() -> None:
    (pair,) = matched([A], [B]).pairs
    assert pair.unlike == (Unlike("agency", "Dinas Sosial", "Dinas Kesehatan"),)
    assert [one.what for one in matched([A], [replace(B, region="Kota Lain", year=2024)]).pairs[0].unlike] == ["agency", "region", "year"]
    assert not matched([A], [NAMELESS]).pairs[0].unlike
    assert not matched([A], [replace(A, region="", sha256="8" * 64)]).pairs[0].unlike, "a region that one file does not name is no other"


def test_folders_are_paired_and_what_has_no_partner_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for side, files in (
        ("lama", {"a.txt": report(), "b.txt": report(agency="Kesehatan"), "c.txt": report(agency="Pertanian")}),
        ("baru", {"1.txt": report(agency="Kesehatan"), "2.txt": report(("75,00", "50,00")), "d.txt": report(year=2024)}),
    ):
        (tmp_path / side).mkdir()
        for name, text in files.items():
            (tmp_path / side / name).write_text(text, encoding="utf-8")
    out = tmp_path / "out"
    assert cli.main(["compare", str(tmp_path / "lama"), str(tmp_path / "baru"), "--out", str(out)]) == cli.DONE
    talk = capsys.readouterr().err
    assert "a.txt → 2.txt: 1 diperbaiki, 0 tidak ditemukan lagi, 1 masih ada, 0 baru muncul" in talk
    assert "b.txt → 1.txt: 0 diperbaiki, 0 tidak ditemukan lagi, 2 masih ada" in talk
    assert "c.txt (lama): tidak ada pasangannya" in talk
    assert "d.txt (baru): tidak ada pasangannya" in talk
    assert sorted(path.name for path in out.iterdir()) == [
        ".ditulis-perbandingan.json",
        "panduan.html",
        "perbandingan.csv",
        "perbandingan.html",
        "perbandingan.xlsx",
    ]


# ------------------------------------------------------------------ what is written


def written(done: Compared, folder: Path, lang: str = "id", *forms: str) -> list[str]:
    folder.mkdir(exist_ok=True)
    return [name for form in forms or FORMATS for name in FORMATS[form](done, folder, Manner(lang))]


def done_of(text: str | None = None) -> Compared:
    one, two = result(paged=True), result(paged=True)
    first, *rest = two.findings
    changed = replace(first, stated="9", id="9" * 16, fingerprint="9" * 16)
    table = two.view.tables[0]
    row = table.baris[3]
    fact = replace(row.facts[0], number=replace(row.facts[0].number, value=Decimal(9)), location=replace(row.facts[0].location, text="9"))  # type: ignore[type-var]
    tables = (replace(table, baris=(*table.baris[:3], replace(row, facts=(fact, *row.facts[1:])), *table.baris[4:])),)
    again = Submission(replace(two.view, tables=tables), (changed, *rest[1:]), two.outcomes)
    made = compared(Submission(one.view, one.findings, one.outcomes), again)
    made = made if text is None else everywhere(made, text)
    name = "a.pdf" if text is None else text
    summary = replace(summary_of(one, (), "id"), file=name)
    summary = summary if text is None else everywhere(summary, text)
    problems = result(paged=True).document.problems
    return Compared((Paired(summary, summary, made, (Unlike("agency", name, name),)),), (("old", name, True),), problems, "0.1.0")


def test_the_page_is_whole_in_itself_and_says_all(tmp_path: Path) -> None:
    written(done_of(), tmp_path, "id", "html")
    page = Seen((tmp_path / "perbandingan.html").read_text(encoding="utf-8"))
    assert not page.open
    assert page.count("script") == 0
    assert not any(value.startswith(("http", "//")) for value in (*page.values("href"), *page.values("src")))
    for said in (
        "Baru muncul",
        "Masih ada",
        "Berubah tanpa diminta",
        "Diperbaiki",
        "Tidak ditemukan lagi",
        "tidak terbukti diperbaiki",
        "Berkas tanpa pasangan",
        "periksa apakah pasangannya benar",
    ):
        assert said in page.said
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {value.removeprefix("#") for value in page.values("href") if value.startswith("#")} <= set(ids)


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_same_comparison_gives_the_same_bytes_in_every_form(lang: str, tmp_path: Path) -> None:
    one, two = (written(done_of(), tmp_path / name, lang) for name in ("a", "b"))
    assert one == two
    assert len(one) == len(FORMATS)
    for name in one:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_whatever_a_report_says_is_text_in_every_form_of_it(text: str, tmp_path: Path) -> None:
    done = done_of(text)
    written(done, tmp_path, "id", "html", "csv")
    plain, hostile = Seen(_page(done_of("x"), tmp_path / "x")), Seen((tmp_path / "perbandingan.html").read_text(encoding="utf-8"))
    assert {element for element, _ in hostile.elements} <= {element for element, _ in plain.elements} | {"strong"}
    assert not any(name.startswith("on") for _, attributes in hostile.elements for name in attributes)
    rows = list(csv.reader(io.StringIO((tmp_path / "perbandingan.csv").read_bytes().decode("utf-8-sig"), newline=""), delimiter=";"))
    assert len({len(row) for row in rows}) == 1
    assert not any(cell.lstrip()[:1] in tuple("=+@") for row in rows for cell in row)
    assert all("\n" not in line and json.loads(line) for line in json_lines(done))


def _page(done: Compared, folder: Path) -> str:
    written(done, folder, "id", "html")
    return (folder / "perbandingan.html").read_text(encoding="utf-8")


def test_every_list_is_there_even_when_it_is_empty() -> None:
    assert KINDS == ("fresh", "still", "unasked", "lost", "repaired")


# ------------------------------------------------------------------ the command


def test_nothing_to_compare_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "lama.txt").write_text(report(), encoding="utf-8")
    (tmp_path / "rusak.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")
    out = ["--out", str(tmp_path / "out")]
    assert cli.main(["compare", str(tmp_path / "lama.txt"), str(tmp_path / "tiada.txt"), *out]) == cli.WRONG_USE
    assert "tiada.txt" in capsys.readouterr().err
    assert cli.main(["compare", str(tmp_path / "lama.txt"), str(tmp_path / "rusak.pdf"), *out]) == cli.NONE_READ
    assert "lama.txt (lama): tidak ada pasangannya" in capsys.readouterr().err


def test_findings_of_the_new_submission_count_for_fail_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in (("lama.txt", report()), ("baru.txt", report(("75,00", "50,00"), ("45,00", "25,00")))):
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = [str(tmp_path / "lama.txt"), str(tmp_path / "baru.txt")]
    assert cli.main(["compare", *files, "--json", "--fail-on", "rendah"]) == cli.DONE
    assert cli.main(["compare", *reversed(files), "--json", "--fail-on", "rendah"]) == cli.FINDINGS
    assert not (tmp_path / "reports").exists()


def test_two_agencies_are_told_apart_at_the_top_and_in_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [tmp_path / "lama.txt", tmp_path / "baru.txt"]
    files[0].write_text(report(), encoding="utf-8")
    files[1].write_text(report(("75,00", "50,00"), agency="Kesehatan"), encoding="utf-8")
    out = tmp_path / "out"
    assert cli.main(["compare", *map(str, files), "--json", "--out", str(out)]) == cli.DONE
    printed = capsys.readouterr()
    said = "bukan dua penyampaian dari satu laporan: perangkat daerah “Dinas Sosial” → “Dinas Kesehatan”."
    assert said in printed.err
    assert "0 diperbaiki, 1 tidak ditemukan lagi" in printed.err, "another agency repairs nothing of this one"
    page = Seen((out / "perbandingan.html").read_text(encoding="utf-8")).said
    assert page.index(said) < page.index("Berkas lama"), "before the figures"
    first = json.loads(printed.out.splitlines()[0])
    assert (first["kind"], first["what"], first["stated_new"]) == ("unlike", "agency", "Dinas Kesehatan")


def test_what_is_not_found_again_is_counted_and_explained_in_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [tmp_path / "lama.txt", tmp_path / "baru.txt"]
    files[0].write_text(report(), encoding="utf-8")
    files[1].write_text(report(("1\tProgram A\t200\t100\t75,00\n", "")), encoding="utf-8")
    assert cli.main(["compare", *map(str, files), "--out", str(tmp_path / "out")]) == cli.DONE
    talk = capsys.readouterr().err
    assert "0 diperbaiki, 1 tidak ditemukan lagi, 1 masih ada" in talk
    assert "tidak terbukti diperbaiki" in talk
    rows = list(csv.reader(io.StringIO((tmp_path / "out" / "perbandingan.csv").read_text(encoding="utf-8-sig")), delimiter=";"))
    assert [row[2] for row in rows[1:]] == ["Masih ada", "Tidak ditemukan lagi"]


def test_an_output_folder_that_cannot_be_made_is_said_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "lama.txt").write_text(report(), encoding="utf-8")
    (tmp_path / "berkas").write_text("isi", encoding="utf-8")
    files = [str(tmp_path / "lama.txt")] * 2
    assert cli.main(["compare", *files, "--out", str(tmp_path / "berkas")]) == cli.WRONG_USE
    assert "tidak dapat menulis ke" in capsys.readouterr().err
