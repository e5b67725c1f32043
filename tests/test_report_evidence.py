"""The neighbourhood of a finding: which cells are shown and marked, and which figure of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extractors.model import Place
from pipeline.report.evidence import Atlas, Excerpt, Mark, Spot, atlas_of, evidence_of, find
from pipeline.report.files import safe_stems
from pipeline.report.page_words import PAGE
from pipeline.report.review_words import REVIEW
from pipeline.report.text import as_points, clean, pieces, short
from pipeline.report.words import FRAME, ranges, words
from rules.facts import Location
from rules.outcome import Finding
from tests.report_fixtures import FIRST_LINE, HEADER, SENTENCE, at, result, tabel, table


def atlas(paged: bool, facts: bool = True) -> Atlas:
    one = result(paged)
    return atlas_of(one.document, one.view if facts else replace(one.view, tables=()))


def finding(places: Sequence[Location], stated: str = "", expected: str = "") -> Finding:
    return replace(result().findings[0], locations=tuple(places), stated=stated, expected=expected)


def marked(excerpt: Excerpt) -> dict[str, Mark]:
    return {cell.text: cell.mark for row in excerpt.rows for cell in row.cells if cell.mark}


@pytest.mark.parametrize("paged", [True, False])
def test_a_fact_is_found_in_its_cell(paged: bool) -> None:
    assert find(atlas(paged), at(tabel(table(paged)), 1, 2)) == Spot(0, 2, 2)


def test_of_two_equal_cells_in_a_line_the_facts_know_which_is_meant() -> None:
    printed = table(False, (HEADER, ("1", "Program", "100", "100", "100")))
    one, known = result(), tabel(printed)
    made = atlas_of(replace(one.document, blocks=(printed,)), replace(one.view, tables=(known,)))
    assert [find(made, at(known, 0, column)) for column in (2, 3, 4)] == [Spot(0, 1, 2), Spot(0, 1, 3), Spot(0, 1, 4)]


def test_without_facts_a_cell_is_found_by_its_box_or_by_its_text_in_the_line() -> None:
    assert find(atlas(True, facts=False), at(tabel(table(True)), 1, 2)) == Spot(0, 2, 2)
    assert find(atlas(False, facts=False), at(tabel(table(False)), 1, 2)) == Spot(0, 2, 2)


def test_of_two_equal_cells_in_a_line_only_the_row_is_marked() -> None:
    printed = table(False, (HEADER, ("1", "Program", "100", "100", "100")))
    one = result()
    made = atlas_of(replace(one.document, blocks=(printed,)), replace(one.view, tables=()))
    spot = find(made, Location(Place(line=FIRST_LINE + 1), "100"))
    assert spot == Spot(0, 1, None)
    (excerpt,) = evidence_of(made, finding([Location(Place(line=FIRST_LINE + 1), "100")], "100", "99")).excerpts
    assert [row.mark for row in excerpt.rows] == [Mark.WRONG]


def test_a_place_outside_every_table_is_found_in_none() -> None:
    assert find(atlas(True), Location(Place(page=31), SENTENCE)) is None
    assert evidence_of(atlas(True), finding([Location(Place(), "")], "", "")).quotes == ()


def test_an_excerpt_has_the_head_the_neighbours_and_the_marks() -> None:
    known = tabel(table(False))
    wrong, *operands = (at(known, row, 2) for row in (1, 2, 3))
    (excerpt,) = evidence_of(atlas(False), finding([wrong, *operands], "2.214.730.500", "2.198.396.500")).excerpts
    assert [cell.text for cell in excerpt.head[0].cells] == list(HEADER)
    assert [row.where for row in excerpt.rows] == [FIRST_LINE + r for r in (1, 2, 3, 4)]
    assert marked(excerpt) == {"2.214.730.500": Mark.WRONG, "2.094.380.500": Mark.OPERAND, "104.016.000": Mark.OPERAND}
    assert (excerpt.title, excerpt.after) == ("Tabel 3.9 Realisasi Anggaran Dinas Sosial Tahun 2023", 9)


def test_of_many_operands_the_first_and_the_last_are_shown_and_the_gaps_counted() -> None:
    many = (HEADER, *((str(n), f"Program {n}", f"{n}.000", "", "") for n in range(1, 100)), ("", "JUMLAH", "4.950.000", "", ""))
    one = result()
    made = atlas_of(replace(one.document, blocks=(table(False, many),)), replace(one.view, tables=()))
    places = [Location(Place(line=FIRST_LINE + r), many[r][2]) for r in (100, *range(1, 100))]
    (excerpt,) = evidence_of(made, finding(places, "4.950.000", "4.951.000")).excerpts
    assert len(excerpt.rows) <= 16
    assert (excerpt.rows[0].cells[1].text, excerpt.rows[-1].cells[1].text) == ("Program 1", "JUMLAH")
    assert sum(row.before for row in excerpt.rows) + len(excerpt.rows) == 100


def test_a_wide_table_keeps_its_labels_and_marked_columns() -> None:
    wide = (tuple(f"K{c}" for c in range(40)), tuple(f"{c}" for c in range(40)))
    one = result()
    made = atlas_of(replace(one.document, blocks=(table(False, wide),)), replace(one.view, tables=()))
    (excerpt,) = evidence_of(made, finding([Location(Place(line=FIRST_LINE + 1), "30")], "30", "31")).excerpts
    texts = [cell.text for cell in excerpt.head[0].cells]
    assert len(texts) <= 13
    assert {"K0", "K1", "K29", "K30", "K31", "…"} <= set(texts)


def test_a_row_of_one_text_has_the_whole_width_unless_it_is_marked() -> None:
    title = "BELANJA TIDAK LANGSUNG DAN PEMBIAYAAN DAERAH"
    rows = (HEADER, (title, "", "", "", ""), ("1", "Program", "5", "4", "80"))
    one = result()
    made = atlas_of(replace(one.document, blocks=(table(False, rows),)), replace(one.view, tables=()))
    (excerpt,) = evidence_of(made, finding([Location(Place(line=FIRST_LINE + 2), "80")])).excerpts
    assert [row.banner for row in excerpt.rows] == [title, ""]
    (excerpt,) = evidence_of(made, finding([Location(Place(line=FIRST_LINE + 1), title)])).excerpts
    assert [row.banner for row in excerpt.rows] == ["", ""]


def test_a_table_without_title_is_told_by_its_place() -> None:
    one = result(paged=True)
    bare = replace(table(True), caption="", caption_place=None)
    made = atlas_of(replace(one.document, blocks=(bare,)), replace(one.view, tables=()))
    assert made.title(0) == "tabel tanpa judul (halaman 27)"


def test_a_sentence_has_its_figure_marked_and_not_a_part_of_a_longer_one() -> None:
    (quote,) = evidence_of(atlas(True), finding([Location(Place(page=31), SENTENCE)], "90,10 %", "91,00%")).quotes
    assert [piece.text for piece in quote.pieces if piece.marked] == ["90,10 %"]
    assert [piece.marked for piece in pieces("pagu 1.190,10 dan 190,10", "90,10")] == [False]
    assert [piece.text for piece in pieces("sebesar Rp98.682.850,- dari", "Rp. 98.682.850") if piece.marked] == ["98.682.850"]
    assert [p.text for p in pieces("97 orang, 97% keuangan", "97 %") if p.marked] == ["97%"]
    assert [p.text for p in pieces("97 % dari 97 orang", "97")[:1]] == ["97 % dari "]
    assert pieces("kriteria Sangat Tinggi, lalu Tinggi", "Tinggi")[0].text == "kriteria Sangat Tinggi, lalu "
    assert [p.text for p in pieces("Senam bulan (enam)", "enam")] == ["Senam bulan (", "enam", ")"]
    assert [p.text for p in pieces("target 80 atau “A”, nilai 75", "80 (A)") if p.marked] == ["80", "A"]
    assert pieces("tidak ada", "") == pieces("tidak ada", "5")


def test_a_long_sentence_is_cut_around_its_figure() -> None:
    found = pieces("kata " * 1000 + "96,12 %" + " kata" * 1000, "96,12 %")
    assert found[0].text.startswith("… ")
    assert found[-1].text.endswith(" …")
    assert sum(len(piece.text) for piece in found) < 720


def test_unseen_characters_are_shown_by_their_code() -> None:
    assert clean("a\u202eb\x00\ud800\u200b\xad") == "a⟨U+202E⟩b⟨U+0000⟩⟨U+D800⟩⟨U+200B⟩"
    assert short("satu\n dua\tiga", 9) == "satu dua …"
    assert short("x" * 50, 9) == "xxxxxxxxx …"


def test_file_names_are_safe_and_differ_without_regard_to_case() -> None:
    names = (
        "a.pdf",
        "A.PDF",
        "../../x.pdf",
        "CON.pdf",
        "com1.tar.gz",
        ".",
        "",
        "é ü.pdf",
        "-rf.pdf",
        "index.html",
        "lakip v1.2.pdf",
        "a\nb.pdf",
    )
    stems = safe_stems(names)
    assert list(stems.values()) == [
        "a", "A-2", "x", "laporan-CON", "laporan-com1.tar.gz", "laporan", "laporan-2", "e-u", "rf", "laporan-index", "lakip-v1.2", "a-b",
    ]  # fmt: skip
    assert len(safe_stems(["x" * 300])["x" * 300]) <= 80


def test_percentages_differ_in_points_and_amounts_do_not() -> None:
    assert as_points("2,72%", "poin", "97.17") == "2,72 poin"
    assert as_points("13,07", "poin", "86,77 %") == "13,07 poin"
    assert as_points("16.334.000", "poin", "2.650.240.735") == "16.334.000"
    assert as_points("", "poin", "97 %") == ""


def test_page_numbers_are_written_as_people_do() -> None:
    assert ranges([1, 2, 3, 7, 9, 10]) == "1–3, 7, 9–10"
    assert ranges([]) == ""


def test_every_word_is_there_in_both_languages() -> None:
    assert words("id").keys() == words("en").keys()
    assert all(all(pair) for pair in FRAME.values())


def test_no_word_takes_the_place_of_another_of_the_same_name() -> None:
    """The comparison of two submissions sent readers to a table, in the words of the charts."""
    assert len(FRAME.keys() | REVIEW.keys() | PAGE.keys()) == len(FRAME) + len(REVIEW) + len(PAGE)
