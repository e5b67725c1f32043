"""What was decided holds as long as a finding stands at the same place with the same values, and is said when it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.model import Document, Place, Table, TextLine
from pipeline.audit.corrections import amendments, corrected, marked
from pipeline.audit.decisions import About, Ruling, counted, reviewed, ruling, same_report, standing
from pipeline.audit.second_reading import Case, settled
from pipeline.report.entries import SETTLED, entries_of
from rules.facts import Location
from rules.outcome import Correction, Decision, Finding, Keputusan, Outcome, Reading, Verdict
from tests.report_fixtures import result

REPORT = About("laporan.pdf", "a" * 64, "Dinas Sosial", "Kabupaten Contoh", 2023)
AGAIN = replace(REPORT, document="laporan revisi.pdf", sha256="b" * 64)
SAH = Decision(Keputusan.SAH, "", "A", "2024-03-01")
MISREAD = Decision(Keputusan.SALAH_BACA, "angka tertutup garis", "A", "2024-03-01")
FINDINGS = result(paged=True).findings
FIRST = FINDINGS[0]


def made(decision: Decision | None = SAH, finding: Finding = FIRST, report: About = REPORT) -> Ruling:
    return ruling(finding, report, decision)


def decisions(report: About, findings: tuple[Finding, ...], *rulings: Ruling) -> list[Decision | None]:
    (found,) = reviewed([(report, findings)], standing(rulings)).findings
    return [finding.decision for finding in found]


def test_a_finding_keeps_its_decision_and_the_others_have_none() -> None:
    assert decisions(REPORT, FINDINGS, made()) == [SAH, None, None, None, None]


def test_the_last_decision_holds_and_undoing_is_a_decision_too() -> None:
    assert decisions(REPORT, FINDINGS, made(), made(MISREAD))[0] == MISREAD
    assert decisions(REPORT, FINDINGS, made(), made(None))[0] is None
    assert decisions(REPORT, FINDINGS, made(), made(None), made(MISREAD))[0] == MISREAD
    assert standing([made(), made(None)]) == ()


def test_a_decision_survives_a_new_submission_of_the_same_agency_and_year() -> None:
    moved = replace(FIRST, id="f" * 16)
    assert decisions(AGAIN, (moved,), made()) == [SAH]
    assert decisions(AGAIN, (moved,), made(), made(None, moved, AGAIN)) == [None]


@pytest.mark.parametrize(
    "other",
    [
        replace(AGAIN, agency="Dinas Kesehatan"),
        replace(AGAIN, year=2022),
        replace(AGAIN, region="Kota Contoh"),
        replace(AGAIN, agency=""),
        replace(AGAIN, agency="Dinas Kesehatan", document=REPORT.document),
    ],
    ids=["agency", "year", "region", "nameless", "the same name of another agency"],
)
def test_a_decision_is_not_carried_to_another_report(other: About) -> None:
    assert not same_report(REPORT, other)
    assert decisions(other, (replace(FIRST, id="f" * 16),), made()) == [None]


def test_reports_that_do_not_say_who_they_are_go_by_their_name() -> None:
    nameless = About("laporan.pdf", "a" * 64)
    assert same_report(nameless, replace(nameless, sha256="b" * 64))
    assert not same_report(nameless, replace(nameless, sha256="b" * 64, document="lain.pdf"))


CHANGED_OPERAND = (*FIRST.locations[:1], replace(FIRST.locations[1], text="1"), *FIRST.locations[2:])


@pytest.mark.parametrize(
    "now",
    [replace(FIRST, stated="2"), replace(FIRST, expected="2"), replace(FIRST, locations=CHANGED_OPERAND)],
    ids=["stated", "expected", "operand"],
)
def test_a_finding_with_other_values_is_undecided_again_and_the_decision_is_stale(now: Finding) -> None:
    done = reviewed([(REPORT, (now,))], [made()])
    assert done.findings[0][0].decision is None
    assert [(stale.ruling, stale.changed) for stale in done.stale] == [(made(), True)]


def test_a_finding_that_is_gone_leaves_a_stale_decision_unless_it_was_carried_out() -> None:
    assert [stale.changed for stale in reviewed([(REPORT, FINDINGS[1:])], [made()]).stale] == [False]
    assert reviewed([(REPORT, FINDINGS[1:])], [made()], settled=[made()]).stale == ()


def test_decisions_on_reports_that_are_not_in_the_run_are_not_stale() -> None:
    assert reviewed([(replace(AGAIN, agency="Dinas Lain"), ())], [made()]).stale == ()


def test_a_decision_that_holds_in_one_of_two_submissions_is_not_stale() -> None:
    assert reviewed([(REPORT, FINDINGS), (AGAIN, ())], [made()]).stale == ()


def test_a_misreading_is_of_one_file_and_not_of_another_that_was_read_right() -> None:
    moved = replace(FIRST, id="f" * 16)
    done = reviewed([(REPORT, FINDINGS), (AGAIN, (moved,))], standing([made(MISREAD)]))
    assert [findings[0].decision for findings in done.findings] == [MISREAD, None]
    assert (done.stale, done.carried) == ((), {})


def test_a_misreading_of_another_file_is_said_not_to_hold_where_its_file_is_not_checked() -> None:
    done = reviewed([(AGAIN, (replace(FIRST, id="f" * 16),))], standing([made(MISREAD)]))
    assert [(one.changed, one.elsewhere) for one in done.stale] == [(True, True)]


def test_a_misreading_of_one_file_leaves_what_was_decided_on_the_other() -> None:
    moved = replace(FIRST, id="f" * 16)
    for order in ([made(), made(MISREAD, moved, AGAIN)], [made(MISREAD, moved, AGAIN), made()]):
        done = reviewed([(REPORT, (FIRST,)), (AGAIN, (moved,))], standing(order))
        assert [findings[0].decision for findings in done.findings] == [SAH, MISREAD]
    undone = standing([made(), made(MISREAD, moved, AGAIN), made(None, moved, AGAIN)])
    assert undone == (made(),)


def test_decisions_that_were_made_on_another_file_are_counted_apart() -> None:
    done = reviewed([(REPORT, FINDINGS), (AGAIN, (replace(FIRST, id="f" * 16),))], [made()])
    assert done.carried == {Keputusan.SAH: 1}


def test_a_decision_that_is_dropped_in_its_own_file_is_stale_though_it_holds_in_another() -> None:
    moved = replace(FIRST, id="f" * 16)
    changed = replace(FIRST, expected="2")
    done = reviewed([(REPORT, (changed,)), (AGAIN, (moved,))], [made()])
    assert [findings[0].decision for findings in done.findings] == [None, SAH]
    assert [(one.ruling, one.changed) for one in done.stale] == [(made(), True)]


def test_of_two_that_are_alike_in_one_file_each_has_its_own_decision() -> None:
    twin = replace(FIRST, id="e" * 16)
    assert decisions(REPORT, (FIRST, twin), made()) == [SAH, None]
    assert decisions(REPORT, (FIRST, twin), made(), made(MISREAD, twin)) == [SAH, MISREAD]


def test_only_what_is_misread_or_explained_no_longer_accuses() -> None:
    found = tuple(replace(f, decision=d) for f, d in zip(FINDINGS, (SAH, MISREAD, None, None, None), strict=True))
    assert [finding.is_open for finding in found] == [True, False, True, True, True]
    assert counted(found) == {Keputusan.SAH: 1, Keputusan.SALAH_BACA: 1}


def test_what_is_settled_comes_last_and_leaves_its_cause() -> None:
    found = tuple(replace(f, decision=d) for f, d in zip(FINDINGS, (MISREAD, None, None, None, None), strict=True))
    entries = entries_of(found)
    assert [entry.lead.id for entry in entries][-1] == FIRST.id
    assert all(not entry.symptoms for entry in entries)
    assert SETTLED == "settled"


# ------------------------------------------------------------------ corrections

DOCUMENT = result(paged=True).document
CELL = FIRST.locations[0]


def correction(value: str, spot: Location = CELL, stated: str = FIRST.stated, sha256: str = DOCUMENT.sha256) -> Ruling:
    one = ruling(FIRST, replace(REPORT, sha256=sha256), replace(MISREAD, value=value))
    return replace(one, spot=spot, stated=stated)


def cells(document: Document) -> list[str]:
    return [cell.text for table in document.tables for row in table.rows for cell in row.cells]


def test_the_cell_is_as_its_reviewer_reads_it_and_nothing_else_changes() -> None:
    one = correction("2.198.396.500")
    done = corrected(DOCUMENT, [one])
    differ = [(old, new) for old, new in zip(cells(DOCUMENT), cells(done.document), strict=True) if old != new]
    assert differ == [("2.214.730.500", "2.198.396.500")]
    assert done.settled == (one,)
    assert done.corrections == (Correction(CELL.place, "2.214.730.500", "2.198.396.500", "A"),)
    assert done.document.lines == DOCUMENT.lines


def test_a_box_is_found_again_as_it_was_written() -> None:
    box = CELL.place.bbox
    assert box is not None
    rounded = replace(CELL, place=replace(CELL.place, bbox=(box[0] + 0.001, *box[1:])))
    assert corrected(DOCUMENT, [correction("1", rounded)]).settled


def test_what_stands_around_the_figure_stays() -> None:
    table = DOCUMENT.tables[0]
    row = table.rows[2]
    shown = replace(row.cells[2], text="Rp 2.214.730.500,-")
    changed = replace(table, rows=(*table.rows[:2], replace(row, cells=(*row.cells[:2], shown, *row.cells[3:])), *table.rows[3:]))
    done = corrected(replace(DOCUMENT, blocks=(changed,)), [correction("1.000", replace(CELL, text=shown.text), "2.214.730.500")])
    assert "Rp 1.000,-" in cells(done.document)


@pytest.mark.parametrize(
    ("stated", "value", "text"),
    [
        ("Rp2.214.730.500", "1.000", "Rp1.000"),
        ("2.214.730.500,-", "1.000", "1.000,-"),
        ("90,10 %", "91", "91 %"),
        ("90,10 %", "91,5%", "91,5%"),
        ("80 (A)", "B", "B"),
        ("80-90", "85", "85"),
        ("5", "-5", "-5"),
    ],
)
def test_the_unit_of_what_was_read_stays_with_a_bare_figure(stated: str, value: str, text: str) -> None:
    table = DOCUMENT.tables[0]
    row = table.rows[2]
    shown = replace(row, cells=(*row.cells[:2], replace(row.cells[2], text=stated), *row.cells[3:]))
    document = replace(DOCUMENT, blocks=(replace(table, rows=(*table.rows[:2], shown, *table.rows[3:])),))
    assert text in cells(corrected(document, [correction(value, replace(CELL, text=stated), stated)]).document)


def test_a_figure_in_a_sentence_is_corrected_where_it_stands_once() -> None:
    line = DOCUMENT.lines[0]
    one = correction("91,00 %", Location(line.place, line.text), "90,10 %")
    done = corrected(DOCUMENT, [one])
    assert "atau 91,00 % dengan" in done.document.lines[0].text
    assert done.corrections == (Correction(line.place, "90,10 %", "91,00 %", "A"),)


@pytest.mark.parametrize(
    "one",
    [
        correction("1", sha256="b" * 64),
        correction("1", replace(CELL, text="lain")),
        correction("1", replace(CELL, place=Place(page=28))),
        replace(correction("1"), decision=MISREAD),
        replace(correction("1"), spot=None),
    ],
    ids=["another file", "another text", "another place", "no value", "no place"],
)
def test_what_is_not_where_it_was_is_not_corrected(one: Ruling) -> None:
    done = corrected(DOCUMENT, [one])
    assert (done.document, done.settled) == (DOCUMENT, ())


def test_a_corrected_cell_is_not_mistaken_for_its_neighbour_on_the_same_line() -> None:
    line = Place(line=7)
    mended = Correction(line, "6", "5", "A")
    neighbours = [Outcome("XX01", Verdict.LOLOS, text, "", (Location(line, text),)) for text in ("150", "5,0", "0.5", "B5")]
    assert marked(neighbours, [mended]) == tuple(neighbours)
    said = Outcome("XX01", Verdict.LOLOS, "5", "", (Location(line, "Sebanyak 5 orang, atau 50%."),))
    assert marked([said], [mended])[0].corrected == (mended,)


def test_a_finding_that_is_gone_goes_with_the_correction_it_rested_on_or_else_with_all() -> None:
    other = DOCUMENT.tables[0].rows[1].cells[2]
    assert other.text != CELL.text
    done = corrected(DOCUMENT, [correction("1"), correction("2", replace(CELL, place=other.place, text=other.text), other.text)])
    far = replace(FIRST, id="d" * 16, locations=())
    near = replace(FIRST, id="c" * 16, locations=(CELL,))
    kept = replace(near, id="b" * 16)
    one, two = amendments(done, (near, far, kept), (kept,))
    assert ([f.id for f in one.gone], [f.id for f in two.gone]) == ([near.id, far.id], [far.id])
    assert (one.read, one.value, two.read, two.value) == (CELL.text, "1", other.text, "2")


def test_two_texts_alike_on_one_line_are_not_corrected() -> None:
    line = Place(line=7)
    table = DOCUMENT.tables[0]
    row = replace(table.rows[1], cells=tuple(replace(cell, text="100", place=line) for cell in table.rows[1].cells))
    document = replace(DOCUMENT, blocks=(Table((row,), line), TextLine("x", Place(line=9))))
    assert corrected(document, [correction("99", Location(line, "100"), "100")]).settled == ()


def test_outcomes_that_rest_on_a_corrected_cell_say_so_and_no_engine_is_asked_again() -> None:
    done = corrected(DOCUMENT, [correction("2.198.396.500")])
    new = replace(CELL, text="2.198.396.500")
    failed = Outcome("XX01", Verdict.TEMUAN, new.text, "1", (new,))
    elsewhere = replace(failed, locations=(FIRST.locations[1],))
    one, two = marked([failed, elsewhere], done.corrections)
    assert (one.reading, one.corrected) == (Reading.CORRECTED, done.corrections)
    assert two == elsewhere
    asked: list[object] = []

    def reader(requests: object) -> list[Document]:
        asked.append(requests)
        return []

    (kept,) = settled([Case(done.document, (one,))], 30, reader)
    assert kept.outcomes == (one,)
    assert not asked
