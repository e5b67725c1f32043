"""One wrong figure is one cause: the slip is named, the right value proposed, and nothing where two explanations are as good."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import openpyxl
import pytest

from extractors.model import Place
from extractors.plain_text import read_text
from pipeline.audit.diagnosis import with_causes
from pipeline.normalize.report import view_of
from pipeline.report.html import write_html
from pipeline.report.machine import findings_of, write_findings
from pipeline.report.pages import ReportResult, RunResult
from pipeline.report.sheet import write_xlsx
from pipeline.stages import check
from rules import show
from rules.base import all_rules
from rules.exact import quotient_shown
from rules.facts import Location
from rules.outcome import Diagnosis, Finding, Outcome, Severity, Slip, Verdict
from rules.quantity import Decimal
from rules.slips import slip_between, variants

RULES = all_rules()
FAMILIES = {rule.code: rule.family for rule in RULES}
PAGU, REALISASI, SISA, PERSEN = "Pagu (Rp)", "Realisasi (Rp)", "Sisa (Rp)", "Realisasi (%)"
COLUMNS = (PAGU, REALISASI, SISA, PERSEN)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a budget table."""

    code: str
    name: str
    pagu: int
    spent: int

    def cells(self) -> dict[str, str]:
        percent = quotient_shown(Decimal(self.spent * 100), Decimal(self.pagu), 2)
        return {
            PAGU: show.number(Decimal(self.pagu)),
            REALISASI: show.number(Decimal(self.spent)),
            SISA: show.number(Decimal(self.pagu - self.spent)),
            PERSEN: show.number(percent, 2),
        }


PARTS = (
    Line("1.1", "Administrasi Keuangan Perangkat Daerah", 2_214_730_500, 2_131_905_250),
    Line("1.2", "Administrasi Umum Perangkat Daerah", 905_752_340, 856_309_517),
    Line("1.3", "Penyediaan Jasa Penunjang", 412_684_215, 397_123_486),
    Line("2.1", "Rehabilitasi Sosial Dasar di Luar Panti", 145_652_230, 143_981_724),
    Line("2.2", "Rehabilitasi Sosial Lainnya", 430_135_918, 422_826_137),
)


def summed(code: str, name: str, parts: Sequence[Line]) -> Line:
    return Line(code, name, sum(part.pagu for part in parts), sum(part.spent for part in parts))


def lines() -> list[Line]:
    """Two programs with their kegiatan, and the total: right throughout."""
    one, two = summed("1", "PROGRAM PENUNJANG URUSAN", PARTS[:3]), summed("2", "PROGRAM REHABILITASI SOSIAL", PARTS[3:])
    return [one, *PARTS[:3], two, *PARTS[3:], summed("", "JUMLAH", [one, two])]


def table(
    wrong: Mapping[tuple[str, str], str] | None = None, columns: Sequence[str] = COLUMNS, without: str = "", rows: Sequence[Line] = ()
) -> str:
    """The table as a report prints it, with some cells wrong (by the row's code or name and the column), and one row left out."""
    head = ["Tabel 3.9 Realisasi Anggaran Tahun 2023", f"| No | Program / Kegiatan | {' | '.join(columns)} |"]
    body = []
    for line in rows or lines():
        if line.code != without or not without:
            cells = line.cells()
            told = [(wrong or {}).get((line.code or line.name, column), cells[column]) for column in columns]
            body.append(f"| {line.code} | {line.name} | {' | '.join(told)} |")
    return "\n".join([*head, *body])


def checked(text: str) -> tuple[Finding, ...]:
    done = check(read_text("contoh.txt", "0" * 64, text.encode()), RULES)
    assert not done.broken, done.broken
    return done.findings


def causes(text: str) -> list[tuple[Diagnosis, list[str]]]:
    """Each explained cause with the rules of its symptoms."""
    found: dict[str, tuple[Diagnosis, list[str]]] = {}
    for finding in checked(text):
        if finding.cause and finding.diagnosis:
            found.setdefault(finding.cause, (finding.diagnosis, []))[1].append(finding.rule)
    return list(found.values())


def the_cause(text: str) -> Diagnosis:
    ((diagnosis, rules),) = causes(text)
    assert len(rules) == len(checked(text)), "every symptom is one of this cause"
    return diagnosis


def test_a_right_table_has_neither_findings_nor_causes() -> None:
    assert checked(table()) == ()


@pytest.mark.parametrize(
    ("printed", "slip"),
    [
        ("856.309.577", Slip.ANGKA),
        ("956.309.517", Slip.ANGKA),
        ("865.309.517", Slip.TERTUKAR_TEMPAT),
        ("85.309.517", Slip.TERTINGGAL),
        ("8.556.309.517", Slip.BERLEBIH),
        ("856.309.517.000", Slip.PEMISAH),
        ("397.123.486", Slip.TETANGGA),
        ("143.981.724", Slip.SALINAN),
        ("123.456.789", Slip.LAIN),
    ],
)
def test_a_wrong_realisasi_is_one_cause_with_the_slip_and_the_right_value(printed: str, slip: Slip) -> None:
    found = {diagnosis.slip: diagnosis for diagnosis, _ in causes(table({("1.2", REALISASI): printed}))}
    one = found.get(slip) or pytest.fail(f"{slip} is not among {list(found)}")
    assert (one.stated, one.proposed) == (printed, "856.309.517")
    assert [place.text for place in one.places] == [printed]
    assert "seharusnya 856.309.517" in one.sentence
    assert (slip.value in one.sentence) == (slip != Slip.LAIN)
    assert one.before < one.after == one.touched


def test_every_symptom_stays_a_line_with_the_shared_cause() -> None:
    findings = checked(table({("1.2", REALISASI): "956.309.517"}))
    assert {finding.rule for finding in findings} == {"JM01", "PR01", "RL01", "SS01"}
    assert len({finding.cause for finding in findings}) == 1
    assert None not in {finding.cause for finding in findings}


def test_the_counts_say_what_holds_with_and_without() -> None:
    one = the_cause(table({("1.2", REALISASI): "856.309.577"}))
    assert (one.before, one.after, one.touched) == (2, 4, 4)
    assert "Dengan itu 4 dari 4 pemeriksaan yang memuatnya cocok; sebagaimana tertulis hanya 2." in one.sentence


def test_a_wrong_parent_and_a_wrong_total_are_not_blamed_on_their_parts() -> None:
    assert the_cause(table({("1", PAGU): "3.533.617.055"})).proposed == "3.533.167.055"
    assert the_cause(table({("JUMLAH", PAGU): "4.190.955.203"})).proposed == "4.108.955.203"


def test_two_values_exchanged_are_one_cause() -> None:
    one = the_cause(table({("1.2", PERSEN): "96,23", ("1.3", PERSEN): "94,54"}))
    assert (one.slip, one.stated, one.proposed) == (Slip.BERTUKAR, "96,23 dan 94,54", "94,54 dan 96,23")
    assert {place.text for place in one.places} == {"96,23", "94,54"}


def test_two_amounts_exchanged_between_rows_are_one_cause() -> None:
    one = the_cause(table({("1.2", REALISASI): "422.826.137", ("2.2", REALISASI): "856.309.517"}, (PAGU, REALISASI, PERSEN)))
    assert one.slip == Slip.BERTUKAR
    assert one.proposed == "856.309.517 dan 422.826.137"


def test_a_missing_row_shows_as_the_same_gap_in_pagu_and_realisasi() -> None:
    """The other program foots, so that the rows are known to be parents and parts; the numbers do not tell that one is lost."""
    one = the_cause(table(without="1.3", columns=(PAGU, REALISASI, PERSEN)))
    assert one.slip == Slip.BARIS_HILANG
    assert one.proposed == "satu baris lagi dengan pagu 412.684.215 dan realisasi 397.123.486"
    assert "1 PROGRAM PENUNJANG URUSAN" in one.sentence


def test_parents_that_are_means_of_their_parts_are_one_cause_without_a_single_value() -> None:
    """97,99... is no rounding of realisasi / pagu: both parents were averaged."""
    rows = lines()
    own = [Decimal(line.cells()[PERSEN].replace(",", ".")) for line in rows]
    means = [sum(own[1:4]) / 3, sum(own[5:7]) / 2]
    told = [show.number(mean.quantize(Decimal("0.01")), 2) for mean in means]
    one = the_cause(table({("1", PERSEN): told[0], ("2", PERSEN): told[1]}))
    assert one.slip == Slip.RATA_RATA
    assert (one.before, one.after, one.touched) == (0, 2, 2)


def test_a_value_of_another_year_is_named_as_a_copy() -> None:
    text = (
        "Laporan Kinerja Tahun 2021\n\nTabel 2.1 Perjanjian Kinerja Tahun 2021\n| No | Indikator Kinerja | Target |\n"
        "| 1 | Cakupan Penanganan PMKS | 70,32 |\n| 2 | Nilai Survei Kepuasan Masyarakat | 82,50 |\n\n"
        "Tabel 3.1 Capaian Kinerja Tahun 2021\n| No | Indikator Kinerja | Target | Realisasi | Capaian (%) |\n"
        "| 1 | Cakupan Penanganan PMKS | 94,33 | 90,02 | 95,43 |\n| 2 | Nilai Survei Kepuasan Masyarakat | 82,50 | 81,25 | 98,48 |\n\n"
        "Tabel 3.2 Perbandingan Capaian Kinerja\n| No | Indikator Kinerja | Target 2020 | Realisasi 2020 | Target 2021 | Realisasi 2021 |\n"
        "| 1 | Cakupan Penanganan PMKS | 70,32 | 76,92 | 94,33 | 90,02 |\n"
        "| 2 | Nilai Survei Kepuasan Masyarakat | 81,75 | 80,00 | 82,50 | 81,25 |\n"
    )
    one = the_cause(text)
    assert (one.slip, one.stated, one.proposed) == (Slip.SALINAN, "70,32", "94,33")


def test_nothing_is_proposed_where_another_target_of_the_row_explains_a_capaian() -> None:
    """103 is last year's capaian, and it is 81 of the other target, 78: the capaian or the target may be wrong."""
    text = (
        "Laporan Kinerja Tahun 2016\n\nTabel 3.2 Capaian Kinerja Utama\n"
        "| Indikator Kinerja | Target 2016 | Realisasi 2016 | Capaian 2016 (%) | Target Renstra 2015 |\n"
        "| Skor Pola Pangan Harapan | 82 | 81 | 103 | 78 |\n| Tingkat Konsumsi Pangan | 90 | 95 | 106 | 88 |\n"
    )
    findings = [finding for finding in checked(text) if finding.rule == "CP01"]
    assert findings
    assert {finding.diagnosis for finding in findings} == {None}


def test_a_table_and_two_sentences_that_repeat_each_other_do_not_outvote_each_other() -> None:
    """The same figure said twice is one witness: the average is neither theirs nor proven by them."""
    text = (
        "Laporan Kinerja Tahun 2021\n\nTabel 3.2 Capaian Kinerja Tahun 2021\n"
        "| No | Indikator Kinerja | Target | Realisasi | Capaian (%) |\n"
        "| 1 | Cakupan Penanganan PMKS | 94,33 | 90,02 | 95,43 |\n| 2 | Nilai Survei Kepuasan Masyarakat | 82,50 | 81,25 | 98,48 |\n"
        "| | Rata-rata | | | 99,84 |\n\nRata-rata realisasi kinerja Dinas Sosial tahun 2021 sebesar 86,77 %.\n\n"
        "Rata-rata capaian kinerja Dinas Sosial tahun 2021 sebesar 86,77 %.\n"
    )
    assert sorted(finding.rule for finding in checked(text)) == ["BN01", "BN01", "RT01"]
    assert all("86,77" not in finding.diagnosis.proposed for finding in checked(text) if finding.diagnosis)


def test_nothing_is_proposed_where_two_parts_explain_a_sum_as_well() -> None:
    """Without percentages either part, or the parent's own part of the total, may be 10.000.000 too low."""
    rows = [line for line in lines() if line.code[:1] != "2" and line.name != "JUMLAH"]
    findings = checked(table({("1.2", PAGU): "895.752.340"}, (PAGU, REALISASI), rows=rows))
    assert [finding.rule for finding in findings] == ["JM01"]
    assert [(finding.cause, finding.diagnosis) for finding in findings] == [(None, None)]


def test_a_lone_percentage_tells_of_the_one_slip_that_fits_it() -> None:
    """Two decimals fit one mistyped operand; the percentage itself would have to be wrong in two digits."""
    rows = [*PARTS[:1], PARTS[3]]
    one = the_cause(table({("1.1", REALISASI): "1.131.905.250"}, (PAGU, REALISASI, PERSEN), rows=rows))
    assert (one.slip, one.stated, one.proposed) == (Slip.ANGKA, "1.131.905.250", "2.131.905.250")


@pytest.mark.parametrize("percent", ["96,3", "98,26"])
def test_a_lone_percentage_that_more_slips_fit_tells_of_none(percent: str) -> None:
    """One decimal is too coarse; and of 98,26 for 96,26 one digit may be wrong as well."""
    rows = [*PARTS[:1], PARTS[3]]
    wrong = {("1.1", REALISASI): "2.111.905.250", ("1.1", PERSEN): percent}
    findings = checked(table(wrong, (PAGU, REALISASI, PERSEN), rows=rows))
    assert [finding.rule for finding in findings] == ["PR01"]
    assert {finding.diagnosis.places[0].column for finding in findings if finding.diagnosis} <= {PERSEN}


def test_what_would_break_a_comparison_that_holds_is_no_explanation() -> None:
    """The total would foot with 1.000.000 more in any row, but each row's percentage and sisa hold as printed."""
    one = the_cause(table({("JUMLAH", PAGU): "4.109.955.203"}))
    assert [place.row for place in one.places] == ["JUMLAH"]
    assert one.proposed == "4.108.955.203"


def test_two_errors_in_one_report_are_two_causes() -> None:
    found = causes(table({("1.2", REALISASI): "865.309.517", ("2.1", PAGU): "145.652.320"}))
    assert {(one.slip, one.proposed) for one, _ in found} == {(Slip.TERTUKAR_TEMPAT, "856.309.517"), (Slip.TERTUKAR_TEMPAT, "145.652.230")}


def test_two_errors_under_one_total_are_two_causes() -> None:
    """No single value mends the total; two slips that mend their own percentages mend it together."""
    rows = [*PARTS, summed("", "JUMLAH", PARTS)]
    flat = [replace(line, code=str(number)) if line.code else line for number, line in enumerate(rows, start=1)]
    found = causes(table({("2", REALISASI): "896.309.517", ("5", REALISASI): "432.826.137"}, (PAGU, REALISASI, PERSEN), rows=flat))
    assert {one.proposed for one, _ in found} == {"856.309.517", "422.826.137"}


def test_a_comparison_that_the_proposal_leaves_wrong_says_so_and_the_cause_too(tmp_path: Path) -> None:
    """Beside a mistyped realisasi stood a percentage that fits neither what was printed nor what was meant."""
    text = table({("1.2", REALISASI): "956.309.517", ("1.2", PERSEN): "88,78"})
    found = {finding.rule: finding.diagnosis for finding in checked(text)}
    told = found["PR01"] or pytest.fail("the percentage is of the same cause")
    assert "Yang dengan usulan itu masih tidak cocok: persentase realisasi 1.2 Administrasi Umum Perangkat Daerah" in told.sentence
    assert told.left == "tertulis 88,78, seharusnya 94,54%."
    assert {one.left for rule, one in found.items() if one and rule != "PR01"} == {""}
    assert {one.sentence for one in found.values() if one} == {told.sentence}
    assert (told.before, told.after, told.touched) == (0, 3, 4)
    one = shown(text)
    write_html(RunResult((one,), (), (), "0.1.0"), tmp_path, "id")
    page = (tmp_path / "contoh.html").read_text(encoding="utf-8")
    assert page.count("Dengan usulan itu pun masih tidak cocok:") == 1
    assert page.count(told.left) == 2  # with the cause, and with the percentage
    write_findings(tmp_path / "findings.jsonl", one.findings)
    records = [json.loads(line)["diagnosis"] for line in (tmp_path / "findings.jsonl").read_text(encoding="utf-8").splitlines()]
    assert sorted(record.get("left", "") for record in records) == ["", "", "", told.left]


def test_another_error_of_the_same_cell_is_no_symptom_of_what_does_not_touch_it() -> None:
    """The sisa of a program differed from its mistyped pagu, and from its parts, which is another error: nobody knows of which part."""
    parts = {("1.2", REALISASI): "-", ("1.3", REALISASI): "-", ("1.3", SISA): "25.560.728"}
    findings = checked(table({("1", PAGU): "3.533.617.055", **parts}))
    own, *others = (finding for finding in findings if finding.locations[0].text == "147.828.802")
    by_rule = {finding.rule: finding for finding in (own, *others)}
    assert set(by_rule) == {"JM01", "SS01"}
    assert (by_rule["JM01"].cause, by_rule["JM01"].diagnosis) == (None, None)
    explained = by_rule["SS01"].diagnosis or pytest.fail("the pagu explains the sisa")
    assert explained.proposed == "3.533.167.055"
    assert "masih tidak cocok" not in explained.sentence


def test_a_proposed_value_that_does_not_fit_its_own_row_is_not_said_to_stand_there() -> None:
    """A capaian that another table states otherwise, and that fits only with the realisasi of that table too."""
    text = (
        "Laporan Kinerja Tahun 2016\n\nTabel 3.2 Capaian Kinerja Tahun 2016\n"
        "| No | Indikator Kinerja | Satuan | Target 2016 | Realisasi 2016 | Capaian 2016 (%) |\n"
        "| 1 | Nilai tukar perikanan | Indeks | 105,72 | 100,46 | 89,50 |\n| 2 | Konsumsi ikan | % | 102,00 | 110,16 | 108,00 |\n\n"
        "Tabel 3.3 Perbandingan Capaian Kinerja\n| No | Indikator Kinerja | Realisasi 2016 | Capaian 2016 (%) |\n"
        "| 1 | Nilai tukar perikanan | 99,24 | 93,87 |\n| 2 | Konsumsi ikan | 110,16 | 108,00 |\n"
    )
    found = {(finding.rule, finding.stated): finding.diagnosis for finding in checked(text)}
    told = found["CP01", "89,50"] or pytest.fail("the other table explains the capaian")
    assert (told.proposed, told.left) == ("93,87", "menjadi 93,87, seharusnya 95,02%.")
    other = found["BT01", "100,46"]
    assert other is not None and other.left == "tertulis 100,46, seharusnya 99,24."
    assert (told.after, told.touched) == (1, 2)


def test_a_proposal_that_needs_another_change_says_what_it_leaves() -> None:
    """Two parts are wrong, and each against its own pagu and realisasi: their sum is right only with both."""
    findings = checked(table({("1.1", SISA): "82.835.251", ("1.2", SISA): "49.542.824"}))
    (told,) = {finding.diagnosis for finding in findings if finding.diagnosis and finding.rule == "JM01"}
    assert told.proposed == "49.442.823"
    assert told.after < told.touched
    assert told.left == "tertulis 147.828.802, seharusnya 147.838.803."


def outcomes_of(text: str) -> tuple[list[Outcome], tuple[Finding, ...]]:
    document = read_text("contoh.txt", "0" * 64, text.encode())
    view = view_of(document)
    outcomes = [outcome for rule in RULES for outcome in rule.check(view)]
    return outcomes, findings_of(document, outcomes, {rule.code: rule for rule in RULES})


def test_the_order_of_outcomes_and_findings_changes_nothing() -> None:
    text = table({("1.2", REALISASI): "865.309.517", ("2.1", PAGU): "145.652.320", ("JUMLAH", PERSEN): "97,22"})
    view = view_of(read_text("contoh.txt", "0" * 64, text.encode()))
    outcomes, findings = outcomes_of(text)
    usual = {finding.id: finding for finding in with_causes(findings, outcomes, view, FAMILIES)}
    assert any(finding.diagnosis for finding in usual.values())
    for seed in range(5):
        shuffled = random.Random(seed).sample(outcomes, len(outcomes))
        other = random.Random(seed).sample(findings, len(findings))
        assert {finding.id: finding for finding in with_causes(other, shuffled, view, FAMILIES)} == usual


def test_a_figure_printed_twice_is_corrected_in_both_places() -> None:
    """A program with one kegiatan repeats its figures: either alone would contradict the other."""
    only = Line("3.1", "Pemeliharaan Taman Makam Pahlawan", 107_487_557, 103_162_418)
    rows = [*lines()[:-1], replace(only, code="3", name="PROGRAM PENGELOLAAN TAMAN MAKAM"), only]
    total = summed("", "JUMLAH", [rows[0], rows[4], rows[7]])
    one = the_cause(
        table({("3", REALISASI): "130.162.418", ("3.1", REALISASI): "130.162.418"}, (PAGU, REALISASI, PERSEN), rows=[*rows, total])
    )
    assert (len(one.places), one.proposed) == (2, "103.162.418")


def test_a_row_that_stands_in_two_tables_does_not_say_which_of_its_figures_is_wrong() -> None:
    """A report of 2016: its capaian 110,03 was right, and the realisasi was misprinted in both tables."""
    row = "| 11 | Persentase produk yang memenuhi standar | % | 88,00 | 96,72 | 110,03 |"
    head = "| No | Indikator Kinerja | Satuan | Target 2016 | Realisasi 2016 | Capaian 2016 (%) |"
    other = "| 12 | Konsumsi ikan | % | 102,00 | 110,16 | 108,00 |"
    tables = [f"Tabel 3.{n} Capaian Kinerja Tahun 2016\n{head}\n{row}\n{other}\n" for n in (2, 3)]
    text = "\n".join(tables)
    outcomes, symptoms = outcomes_of(text)
    findings = with_causes(symptoms, outcomes, view_of(read_text("contoh.txt", "0" * 64, text.encode())), FAMILIES)
    assert [finding.rule for finding in findings] == ["CP01", "CP01"]
    assert len({finding.cause for finding in findings}) == 1
    assert findings[0].cause
    assert not any(finding.diagnosis for finding in findings)


def test_two_parts_missing_from_one_chapter_have_no_cause_in_common() -> None:
    place = Location(Place(line=7), "BAB III")
    outcomes = [
        Outcome("KL01", Verdict.TEMUAN, "(tidak ada)", part, (place,), message=part, severity=Severity.SEDANG)
        for part in ("analisis efisiensi", "perbandingan dengan tahun lalu")
    ]
    document = read_text("contoh.txt", "0" * 64, b"BAB III")
    symptoms = findings_of(document, outcomes, {rule.code: rule for rule in RULES})
    assert [finding.cause for finding in with_causes(symptoms, outcomes, view_of(document), FAMILIES)] == [None, None]


def test_what_was_not_checked_explains_nothing_and_hides_nothing() -> None:
    text = table({("1.2", REALISASI): "865.309.517"})
    view = view_of(read_text("contoh.txt", "0" * 64, text.encode()))
    outcomes, findings = outcomes_of(text)
    doubted = [replace(one, verdict=Verdict.TAK_DIPERIKSA) if one.rule == "PR01" else one for one in outcomes]
    left = [finding for finding in findings if finding.rule != "PR01"]
    assert len(with_causes(left, doubted, view, FAMILIES)) == len(left) > 1


def test_a_table_of_five_hundred_rows_takes_little_time() -> None:
    made = random.Random(7)
    rows = [Line(str(n), f"Kegiatan {n} bidang {n * 7919}", pagu := made.randrange(10**7, 10**10), pagu * 31 // 37) for n in range(1, 501)]
    text = table(
        {("250", REALISASI): show.number(Decimal(rows[249].spent + 3_000_000))},
        (PAGU, REALISASI, PERSEN),
        rows=[*rows, summed("", "JUMLAH", rows)],
    )
    view = view_of(read_text("contoh.txt", "0" * 64, text.encode()))
    outcomes, findings = outcomes_of(text)
    started = time.perf_counter()
    told = with_causes(findings, outcomes, view, FAMILIES)
    assert time.perf_counter() - started < 3
    assert {finding.diagnosis.proposed for finding in told if finding.diagnosis} == {show.number(Decimal(rows[249].spent))}


@pytest.mark.parametrize(
    ("printed", "right", "decimals", "slip"),
    [
        ("96.12", "96.21", 2, Slip.TERTUKAR_TEMPAT),
        ("9621", "96.21", 2, Slip.PEMISAH),
        ("97.1", "97.0", 1, None),
        ("97.1", "94.1", 1, Slip.ANGKA),
        ("5250", "5520", 0, Slip.TERTUKAR_TEMPAT),
        ("5250", "2550", 0, Slip.TERTUKAR_TEMPAT),
        ("5250", "525", 0, Slip.PEMISAH),
        ("5520", "520", 0, Slip.BERLEBIH),
        ("520", "5520", 0, Slip.TERTINGGAL),
        ("5250", "5052", 0, None),
        ("52.5", "52.55", 1, None),
        ("5", "15", 0, None),
        ("132.5", "132.05", 1, Slip.TERTINGGAL),
        ("86.5", "86.2", 1, None),
    ],
)
def test_slips(printed: str, right: str, decimals: int, slip: Slip | None) -> None:
    assert slip_between(Decimal(printed), Decimal(right), decimals) == slip


def test_every_variant_is_one_slip_away() -> None:
    found = variants(Decimal("28178000"), 0)
    assert Decimal("38178000") in found
    assert Decimal("28178000") not in found
    assert list(found) == sorted(set(found))
    assert all(slip_between(Decimal("28178000"), one, 0) for one in found)


def shown(text: str = "") -> ReportResult:
    text = text or table({("1.2", REALISASI): "865.309.517"})
    done = check(read_text("contoh.txt", "0" * 64, text.encode()), RULES)
    return ReportResult(done.document, done.view, done.outcomes, done.findings, None)


def test_people_see_one_entry_with_the_cause_and_its_counts(tmp_path: Path) -> None:
    one = shown()
    write_html(RunResult((one,), (), (), "0.1.0"), tmp_path, "id")
    page = (tmp_path / "contoh.html").read_text(encoding="utf-8")
    diagnosis = one.findings[0].diagnosis
    assert diagnosis is not None
    assert page.count(diagnosis.sentence) == 1
    assert page.count('class="entry"') == 1
    write_xlsx(one, tmp_path / "contoh.xlsx")
    rows = list(openpyxl.load_workbook(tmp_path / "contoh.xlsx")["Temuan"].iter_rows(values_only=True))[1:]
    assert [row[0] for row in rows] == ["1", "1.1", "1.2"]
    assert [f"Sebab: {diagnosis.sentence}" in str(row[3]) for row in rows] == [True, False, False]


def test_programs_read_the_change_beside_the_keys_of_the_contract(tmp_path: Path) -> None:
    write_findings(tmp_path / "findings.jsonl", shown().findings)
    records = [json.loads(line) for line in (tmp_path / "findings.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len({record["cause"] for record in records}) == 1
    told = records[0]["diagnosis"]
    assert (told["slip"], told["stated"], told["proposed"]) == ("dua angka tertukar tempat", "865.309.517", "856.309.517")
    assert (told["hold_without"], told["hold_with"], told["touched"]) == (1, 4, 4)
    assert told["locations"][0]["row"] == "1.2 Administrasi Umum Perangkat Daerah"


def test_a_diagnosis_that_raises_costs_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ValueError("kami keliru")

    monkeypatch.setattr("pipeline.stages.with_causes", broken)
    text = table({("1.2", REALISASI): "865.309.517"})
    done = check(read_text("contoh.txt", "0" * 64, text.encode()), RULES)
    assert len(done.findings) == 3
    assert [one.where for one in done.broken] == ["diagnosis"]


def test_a_wrong_percentage_that_stands_in_two_tables_was_copied_from_neither() -> None:
    """A report of 2024 printed 88,95 for 87,35 in two tables, once behind the sisa; each was said to be copied from the other."""
    text = """
    Laporan Kinerja Tahun 2024

    Tabel 3.5 Realisasi Anggaran Tahun 2024
    | No | Kegiatan | Pagu (Rp) | Realisasi (Rp) | Realisasi (%) |
    | 1 | Jasa Penunjang Urusan Pemerintahan Daerah | 95.069.970 | 83.042.033 | 88,95 |
    | 2 | Administrasi Umum Perangkat Daerah | 601.168.473 | 593.607.648 | 98,74 |
    | 3 | Administrasi Keuangan Perangkat Daerah | 112.606.650 | 112.446.276 | 99,86 |

    Tabel 3.9 Rincian Anggaran Tahun 2024
    | No | Kegiatan | Pagu (Rp) | Realisasi (Rp) | Sisa Anggaran (Rp) | % |
    | 1 | Jasa Penunjang Urusan Pemerintahan Daerah | 95.069.970 | 83.042.033 | 12.027.937 | 88,95 |
    | 2 | Administrasi Umum Perangkat Daerah | 601.168.473 | 593.607.648 | 7.560.825 | 98,74 |
    | 3 | Administrasi Keuangan Perangkat Daerah | 112.606.650 | 112.446.276 | 160.374 | 99,86 |
    """
    plain = "\n".join(line.strip() for line in text.strip().splitlines())
    assert [finding.rule for finding in checked(plain)].count("PR01") == 2
    assert Slip.SALINAN not in [one.slip for one, _ in causes(plain)]
