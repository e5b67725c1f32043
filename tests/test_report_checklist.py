"""The checklist of a review: filled in where a place shows it, and never ticked without one."""

from __future__ import annotations

from dataclasses import replace

from extractors.model import Place
from extractors.plain_text import read_text
from pipeline.report.checklist import HUMAN, Item, checklist
from pipeline.report.pages import ReportResult
from pipeline.report.words import FAMILIES
from pipeline.stages import check
from rules.base import all_rules
from rules.facts import Location
from rules.mandated import MENTIONED
from rules.outcome import Decision, Finding, Keputusan, Outcome, Severity, Verdict
from rules.reference import load
from tests.report_fixtures import result


def items(one: ReportResult) -> dict[str, Item]:
    return {item.number: item for part in checklist(one) for item in part.items}


def only(one: ReportResult, *outcomes: Outcome) -> ReportResult:
    """The report with these comparisons and their findings, of the mandated contents."""
    failed = [outcome for outcome in outcomes if outcome.verdict == Verdict.TEMUAN]
    findings = tuple(_finding(one, outcome, number) for number, outcome in enumerate(failed))
    return replace(one, outcomes=outcomes, findings=findings)


def _finding(one: ReportResult, outcome: Outcome, number: int) -> Finding:
    first = one.findings[0]
    changed = {"rule": outcome.rule, "family": "kelengkapan", "severity": Severity.SEDANG, "cause": None, "id": f"{number:016x}"}
    told = {"stated": outcome.stated, "expected": outcome.expected, "message": outcome.message, "locations": outcome.locations}
    return replace(first, **changed, **told)  # type: ignore[arg-type]


def at(page: int) -> tuple[Location, ...]:
    return (Location(Place(page=page), "teks"),)


def known(outcome: Outcome, one: ReportResult) -> ReportResult:
    """A comparison of a rule that is not there yet is known by a finding of its family."""
    made = only(one, outcome)
    beside = _finding(one, replace(outcome, locations=(), stated="lain", expected="lain"), 99)
    return replace(made, findings=(*made.findings, beside))


def test_every_statement_of_the_annex_is_there_in_its_order() -> None:
    numbers = list(items(result()))
    assert numbers == [*(f"I.{n}" for n in range(1, 7)), *(f"II.{n}" for n in range(1, 8)), *(f"III.{n}" for n in range(1, 11))]


def test_the_data_names_families_and_rules_that_exist() -> None:
    rows = [row for part in load.table("daftar_reviu")["kelompok"] for row in part["butir"]]
    wanted = [choice for row in rows for key in ("terbukti", "dibantah") for choice in row.get(key, ())]
    assert {family for choice in wanted for family in choice.get("keluarga", ())} <= set(FAMILIES)
    assert {code for choice in wanted for code in choice.get("aturan", ())} <= {rule.code for rule in all_rules()}
    assert set(load.table("catatan_reviu")) - {"umum"} <= set(FAMILIES)
    assert set(FAMILIES) - {"lain"} <= set(load.table("catatan_reviu"))


def test_nothing_is_ticked_in_a_report_of_which_nothing_is_known() -> None:
    every = items(only(result())).values()
    assert not any(item.yes or item.no for item in every)
    assert {item.evidence for item in every} == {HUMAN}


def test_a_part_that_was_found_is_ticked_with_its_page() -> None:
    found = Outcome("KX01", Verdict.LOLOS, "Bab IV Penutup", "kesimpulan dan langkah perbaikan ke depan", at(41))
    item = items(known(found, result(paged=True)))["I.5"]
    assert (item.yes, item.no, item.evidence) == (True, False, "hlm 41")


def test_a_part_that_was_found_nowhere_is_not_ticked() -> None:
    found = Outcome("KX01", Verdict.LOLOS, "Bab IV Penutup", "kesimpulan dan langkah perbaikan ke depan", ())
    item = items(known(found, result(paged=True)))["I.5"]
    assert (item.yes, item.no, item.evidence) == (False, False, HUMAN)


def test_what_is_missing_has_no_page_and_is_told_without_a_tick() -> None:
    lost = Outcome("KX01", Verdict.TEMUAN, "", "lampiran perjanjian kinerja", ())
    item = items(only(result(paged=True), lost))["I.4"]
    assert (item.yes, item.no, item.evidence) == (False, False, HUMAN)


def test_a_finding_on_a_mandated_part_proves_nothing_for_it() -> None:
    lost = Outcome("KX01", Verdict.TEMUAN, "", "realisasi anggaran", at(30))
    item = items(known(lost, result(paged=True)))["I.6"]
    assert (item.yes, item.no, item.evidence) == (False, True, "hlm 30")


def test_a_part_that_only_a_sentence_touches_upon_is_left_to_the_reviewer() -> None:
    touched = Outcome("KX01", Verdict.TEMUAN, "hanya dalam kalimat", "realisasi anggaran", at(30), severity=Severity.INFO)
    item = items(known(touched, result(paged=True)))["I.6"]
    assert (item.yes, item.no, item.evidence, item.note) == (False, False, HUMAN, "Disebut dalam kalimat: hlm 30.")


def test_a_sentence_that_sends_to_an_annex_is_no_annex() -> None:
    """The rule is content with it, and the checklist ticked the page of the sentence."""
    sent = Outcome("KX01", Verdict.LOLOS, "lampiran perjanjian kinerja", "", at(1), working=MENTIONED)
    item = items(known(sent, result(paged=True)))["I.4"]
    assert (item.yes, item.no, item.evidence, item.note) == (False, False, HUMAN, "Disebut dalam kalimat: hlm 1.")


def test_a_page_that_shows_a_part_is_told_without_those_that_mention_it() -> None:
    one = result(paged=True)
    shown = Outcome("KX01", Verdict.LOLOS, "perbandingan dengan target jangka menengah", "", at(3))
    mentioned = Outcome("KX01", Verdict.LOLOS, "perbandingan dengan standar nasional", "", at(9), working=MENTIONED)
    item = items(replace(known(shown, one), outcomes=(shown, mentioned)))["III.7"]
    assert (item.yes, item.evidence, item.note) == (True, "hlm 3", "")


def test_problems_of_an_agency_are_no_data_of_it() -> None:
    shown = Outcome("KX01", Verdict.LOLOS, "isu strategis atau permasalahan utama", "", at(15))
    item = items(known(shown, result(paged=True)))["I.1"]
    assert (item.yes, item.evidence) == (False, HUMAN)


CHAPTERS = """
LAPORAN KINERJA DINAS SOSIAL TAHUN 2023
BAB I PENDAHULUAN
Dinas sosial mempunyai tugas membantu bupati. Susunan organisasi terdapat pada lampiran 2 laporan ini.
BAB II PERENCANAAN KINERJA
2.1 Rencana Strategis
2.2 Program Pemasaran Hasil Usaha
BAB III AKUNTABILITAS KINERJA
3.1 Capaian Kinerja
3.2 Realisasi Anggaran
BAB IV PENUTUP
{last}
"""


def test_what_a_report_only_mentions_is_ticked_nowhere() -> None:
    said = items(report(CHAPTERS.format(last="Pelayanan perlu ditingkatkan pada tahun depan.")))
    assert [(said[number].yes, said[number].note) for number in ("I.1", "I.4", "I.5")] == [
        (False, "Disebut dalam kalimat: baris berkas 4."),
        (False, "Disebut dalam kalimat: baris berkas 4."),
        (False, "Disebut dalam kalimat: baris berkas 12."),
    ]
    assert said["I.6"].yes


def test_headings_of_what_is_asked_for_are_ticked() -> None:
    text = CHAPTERS.format(last="4.1 Rencana Tindak Lanjut").replace("2.1 Rencana", "1.1 Struktur Organisasi\n2.1 Rencana")
    said = items(report(text))
    assert [said[number].yes for number in ("I.1", "I.5")] == [True, True]


BUDGET = """
LAPORAN KINERJA DINAS SOSIAL TAHUN 2023
Tabel 2.1 Perjanjian Kinerja Tahun 2023
| No | Sasaran Strategis | Indikator Kinerja | Target |
| 1 | Meningkatnya pelayanan sosial | Persentase PPKS yang mendapat bantuan | 55% |
| 2 | Meningkatnya peran PSKS | Persentase peran PSKS | 85% |
Tabel 3.1 Target dan Capaian Kinerja Tahun 2023
| No | Sasaran Strategis | Indikator Kinerja | Target | Realisasi | Capaian (%) |
| 1 | Meningkatnya pelayanan sosial | Persentase PPKS yang mendapat bantuan | 55% | 50% | 90,91 |
| 2 | Meningkatnya peran PSKS | Persentase peran PSKS | 85% | 80% | 94,12 |
Tabel 3.2 Realisasi Anggaran Tahun 2023
| No | Program/Kegiatan | Pagu (Rp) | Realisasi (Rp) | Realisasi (%) |
| 1 | PROGRAM REHABILITASI SOSIAL | 575.788.100 | 566.802.100 | 98,44 |
| 2 | PROGRAM PERLINDUNGAN SOSIAL | 121.660.400 | 119.660.400 | 98,36 |
"""


def report(text: str) -> ReportResult:
    done = check(read_text("contoh.txt", "0" * 64, text.encode()), all_rules())
    return ReportResult(done.document, done.view, done.outcomes, done.findings, None)


def test_figures_that_were_compared_prove_that_they_stand_there() -> None:
    said = items(report(BUDGET))
    assert [said[number].yes for number in ("I.2", "I.3", "I.6", "III.4")] == [True] * 4
    assert said["I.6"].evidence == "baris berkas 11, 13, 14"


def test_targets_that_differ_from_the_agreement_are_ticked_no_with_their_note() -> None:
    item = items(report(BUDGET.replace("| 85% | 80% | 94,12 |", "| 83% | 80% | 96,39 |")))["III.4"]
    assert (item.yes, item.no) == (False, True)
    assert item.note.startswith("Lihat catatan ")


def test_what_a_reviewer_settled_ticks_nothing() -> None:
    one = report(BUDGET.replace("| 85% | 80% | 94,12 |", "| 83% | 80% | 96,39 |"))
    said = Decision(Keputusan.DAPAT_DIJELASKAN, "target diubah", "Sari", "2026-03-05")
    assert items(replace(one, findings=tuple(replace(finding, decision=said) for finding in one.findings)))["III.4"].yes


def test_how_far_the_data_may_be_trusted_is_told_in_numbers_and_judged_by_people() -> None:
    item = items(report(BUDGET))["II.5"]
    assert (item.yes, item.no, item.evidence) == (False, False, HUMAN)
    assert "temuan: tinggi 0, sedang 0, rendah 0" in item.note
