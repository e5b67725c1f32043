"""The charts and the map of a report's page: drawn from what it prints, from zero, and not at all where there is nothing."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from pathlib import Path

import pytest

from extractors.model import Page, PageKind, Place
from pipeline.report import charts
from pipeline.report.charts import Percentages, Stack
from pipeline.report.html import write_html
from pipeline.report.page_map import page_map
from pipeline.report.words import words
from rules.facts import Heading, Location, ReportView
from rules.outcome import Finding, Severity
from tests.report_fixtures import result, run
from tests.report_hostile import HOSTILE, everywhere
from tests.rule_fixtures import report_of
from tests.test_report_html import assert_harmless, page_of

BUDGET = """LAPORAN KINERJA TAHUN 2023
Dinas Sosial

Tabel 3.1 Realisasi Anggaran Tahun 2023

No\tProgram\tPagu Anggaran (Rp)\tRealisasi (Rp)\t%
1\tProgram Rehabilitasi Sosial\t400.000.000\t300.000.000\t75,00
2\tProgram Pemberdayaan Sosial\t200.000.000\t260.000.000\t130,00
3\tProgram Penanganan Bencana\t100.000.000\t-\t-
4\tProgram Perlindungan dan Jaminan Sosial\t100.000.000\t98.000.000\t98,00
\tJumlah\t800.000.000\t658.000.000\t82,25
"""
PERFORMANCE = """LAPORAN KINERJA TAHUN 2023
Dinas Sosial

Tabel 3.2 Capaian Kinerja Tahun 2023

No\tIndikator Kinerja\tTarget\tRealisasi\tCapaian (%)
1\tPersentase PPKS yang tertangani\t80\t60\t75,00
2\tIndeks Kepuasan Masyarakat\t10\t90\t900,00
3\tNilai SAKIP\t70\t70\t100,00
"""


def serapan(text: str) -> Percentages | None:
    return charts.serapan(report_of(text), ())


def drawn(chart: Percentages | None) -> list[tuple[str, str, str]]:
    assert chart is not None
    return [(bar.label, bar.stated, bar.width) for bar in chart.bars]


def test_each_program_is_drawn_as_printed_on_an_axis_from_zero_that_holds_what_is_over_a_hundred() -> None:
    chart = serapan(BUDGET)
    assert drawn(chart) == [
        ("Program Rehabilitasi Sosial", "75,00", "50.00"),
        ("Program Pemberdayaan Sosial", "130,00", "86.67"),
        ("Program Perlindungan dan Jaminan Sosial", "98,00", "65.33"),
    ]
    assert chart
    assert chart.ticks == (("0.00", "0"), ("33.33", "50"), ("66.67", "100"), ("100.00", "150"))
    assert not chart.is_cut
    assert (chart.bars[0].first, chart.bars[0].second) == ("400.000.000", "300.000.000")


def test_a_bar_beyond_the_axis_is_cut_and_says_so_and_does_not_shrink_the_others() -> None:
    chart = charts.capaian(report_of(PERFORMANCE), ())
    assert chart
    assert [(bar.width, bar.cut) for bar in chart.bars] == [("37.50", False), ("100.00", True), ("50.00", False)]
    assert chart.bars[1].stated == "900,00"
    assert chart.is_cut


def test_without_a_printed_percentage_the_amounts_are_reckoned_and_it_is_said() -> None:
    chart = serapan(BUDGET.replace("\t%", "").replace("\t75,00", "").replace("\t130,00", "").replace("\t98,00", "").replace("\t82,25", ""))
    assert [stated for _, stated, _ in drawn(chart)] == ["75,00%", "130,00%", "98,00%"]
    assert chart
    assert chart.is_reckoned


def test_amounts_that_come_to_no_percentage_are_not_drawn() -> None:
    """Forty digits that had run together could not be rounded at all."""
    bare = BUDGET.replace("\t%", "").replace("\t75,00", "").replace("\t130,00", "").replace("\t98,00", "").replace("\t82,25", "")
    chart = serapan(bare.replace("\t300.000.000", "\t" + "3" * 40))
    assert [label for label, *_ in drawn(chart)] == ["Program Pemberdayaan Sosial", "Program Perlindungan dan Jaminan Sosial"]
    stated = serapan(BUDGET.replace("130,00", "1" * 40))
    assert stated
    assert stated.bars[1].cut


def test_the_budget_of_another_year_is_not_drawn() -> None:
    view = report_of(BUDGET)
    assert charts.serapan(replace(view, identity=replace(view.identity, year=2024)), ()) is None
    unknown = charts.serapan(replace(view, identity=replace(view.identity, year=None), tables=(view.tables[0], view.tables[0])), ())
    assert len(drawn(unknown)) == 3


@pytest.mark.parametrize("text", ["LAPORAN KINERJA TAHUN 2023\nDinas Sosial\n", BUDGET.replace("Program", "Kegiatan")])
def test_without_figures_of_programs_there_is_no_chart(text: str) -> None:
    assert serapan(text) is None
    assert charts.capaian(report_of(text), ()) is None


def test_a_row_in_question_names_its_finding() -> None:
    view, (accusing, *_) = report_of(BUDGET), result().findings
    stated = view.tables[0].baris[1].facts[2].location
    chart = charts.serapan(view, [("3.1", replace(accusing, locations=(stated,)))])
    assert chart
    assert [(bar.number, bar.link) for bar in chart.bars] == [("", ""), ("3.1", accusing.id), ("", "")]


# ------------------------------------------------------------------ by chapter


def chapter(nomor: str, text: str, page: int, top: float = 100.0) -> Heading:
    return Heading(nomor, text, 0, Location(Place(page=page, bbox=(60.0, top, 500.0, top + 12)), f"{nomor} {text}"))


CHAPTERS = (chapter("BAB I", "PENDAHULUAN", 4), chapter("BAB III", "AKUNTABILITAS", 9, 400.0), chapter("BAB IV", "PENUTUP", 20))


def on(page: int | None, top: float, severity: Severity, number: int) -> Finding:
    base = result().findings[0]
    places = () if page is None else (Location(Place(page=page, bbox=(60.0, top, 500.0, top + 12)), "1"),)
    return replace(base, id=f"{number:016x}", locations=places, severity=severity, cause=None)


FOUND = (
    on(2, 100.0, Severity.RENDAH, 1),
    on(9, 100.0, Severity.SEDANG, 2),
    on(9, 500.0, Severity.TINGGI, 3),
    on(12, 100.0, Severity.TINGGI, 4),
    on(None, 0.0, Severity.INFO, 5),
)


def told(stacks: tuple[Stack, ...]) -> list[tuple[str, dict[str, int]]]:
    return [(stack.label, dict(stack.counts)) for stack in stacks]


def test_findings_are_counted_in_the_chapter_in_which_they_stand() -> None:
    assert told(charts.chapters(CHAPTERS, FOUND, "awal", "seluruhnya")) == [
        ("awal", {"rendah": 1}),
        ("BAB I PENDAHULUAN", {"sedang": 1}),
        ("BAB III AKUNTABILITAS", {"tinggi": 2}),
        ("BAB IV PENUTUP", {}),
        ("seluruhnya", {"info": 1}),
    ]


def test_what_stands_in_an_annex_is_not_counted_under_the_last_chapter() -> None:
    """Only a preface is without a number and before all chapters; what comes after them begins a part of its own."""
    preface, annex = chapter("", "KATA PENGANTAR", 2), chapter("", "LAMPIRAN", 30)
    found = (*FOUND, on(31, 100.0, Severity.SEDANG, 6))
    assert told(charts.chapters((preface, *CHAPTERS, annex), found, "awal", "seluruhnya"))[-3:] == [
        ("BAB IV PENUTUP", {}),
        ("LAMPIRAN", {"sedang": 1}),
        ("seluruhnya", {"info": 1}),
    ]
    assert told(charts.chapters((preface, *CHAPTERS), FOUND, "awal", "seluruhnya"))[0] == ("awal", {"rendah": 1})


def test_a_report_without_chapters_or_without_findings_has_no_such_chart() -> None:
    assert charts.chapters((), FOUND, "awal", "seluruhnya") == ()
    assert charts.chapters(CHAPTERS, (), "awal", "seluruhnya") == ()


def test_stacked_bars_stand_on_one_axis_and_the_gravest_begins_it() -> None:
    two, one = charts.stacks([("a", {"sedang": 2, "tinggi": 1, "rendah": 1}), ("b", {"tinggi": 1})])
    assert [(part.severity, part.x, part.width) for part in two.segments] == [
        ("tinggi", "0.00", "25.00"),
        ("sedang", "25.00", "50.00"),
        ("rendah", "75.00", "25.00"),
    ]
    assert [part.width for part in one.segments] == ["25.00"]


# ------------------------------------------------------------------ the map


def test_the_map_shows_every_page_with_its_findings_the_gravest_and_the_first() -> None:
    document = replace(result(paged=True).document, pages=tuple(Page(n, 595.0, 842.0, PageKind.DIGITAL) for n in (8, 9, 10, 11, 12)))
    spots = page_map(document, FOUND, blank={10}, unread={11})
    assert [(s.page, s.state, s.findings, s.worst, s.first) for s in spots] == [
        (8, "read", 0, "", ""),
        (9, "read", 2, "tinggi", FOUND[1].id),
        (10, "blank", 0, "", ""),
        (11, "unread", 0, "", ""),
        (12, "read", 1, "tinggi", FOUND[3].id),
    ]


def test_a_text_file_has_no_map() -> None:
    assert page_map(result().document, FOUND, (), ()) == ()


# ------------------------------------------------------------------ on the page


def test_a_report_of_sixty_pages_and_findings_is_written_in_well_under_three_seconds(tmp_path: Path) -> None:
    one = result(paged=True)
    found = tuple(on(page, 100.0, Severity.SEDANG, page) for page in range(1, 61))
    pages = tuple(Page(n, 595.0, 842.0, PageKind.DIGITAL) for n in range(1, 61))
    began = time.process_time()
    write_html(run(replace(one, findings=found, document=replace(one.document, pages=pages))), tmp_path)
    assert time.process_time() - began < 3


def drawn_upon(view: ReportView, tmp_path: Path) -> str:
    seen = page_of(replace(result(paged=True), view=view), tmp_path)
    assert_harmless(seen)
    return seen.said


def test_charts_and_map_are_on_the_page_in_words_too(tmp_path: Path) -> None:
    view = replace(report_of(BUDGET), headings=CHAPTERS)
    said = drawn_upon(view, tmp_path)
    for phrase in (
        "Halaman 27: 3 temuan, terberat Tinggi27 3 Halaman 28: tanpa temuan28",
        "Halaman 33: tidak dibaca",
        "Serapan anggaran menurut program (%) Program Rehabilitasi Sosial 75,00",
        "Program Rehabilitasi Sosial 400.000.000 300.000.000 75,00",
        "BAB IV PENUTUP 4 2 1 1 –",
    ):
        assert phrase in said


def test_on_an_english_page_only_the_words_of_the_report_are_said_to_be_indonesian(tmp_path: Path) -> None:
    view = replace(report_of(BUDGET), headings=CHAPTERS)
    accusing = replace(on(2, 100.0, Severity.RENDAH, 9), locations=(view.tables[0].baris[1].facts[2].location,))
    one = result(paged=True)
    seen = page_of(replace(one, view=view, findings=(*one.findings, *FOUND, accusing)), tmp_path, "en")
    indonesian = " ".join(" ".join(seen.by_lang["id"]).split())
    ours = [re.sub(r"\\{\w+\\}", ".+?", re.escape(word)) for name, word in words("en").items() if word != words("id")[name]]
    assert [word for word in ours if len(word) > 3 and re.search(rf"\b{word}\b", indonesian)] == []


@pytest.mark.parametrize(
    "text", [text for text in HOSTILE.values() if text.strip()], ids=[name for name in HOSTILE if HOSTILE[name].strip()]
)
def test_whatever_a_label_says_is_shown_as_text(text: str, tmp_path: Path) -> None:
    view = report_of(BUDGET)
    subjects = [baris.subject for baris in view.tables[0].baris]
    table = everywhere(view.tables[0], text)
    kept = tuple(replace(baris, subject=subject, name=f"Program {text}") for baris, subject in zip(table.baris, subjects, strict=True))
    headings = tuple(replace(everywhere(heading, text), nomor=heading.nomor) for heading in CHAPTERS)
    view = replace(view, tables=(replace(table, baris=kept),), headings=headings)
    assert charts.serapan(view, ()) is not None
    said = drawn_upon(view, tmp_path)
    assert "Serapan anggaran menurut program" in said
    assert "BAB III" in said
