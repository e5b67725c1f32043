"""Who is named as wrong: the figure that witnesses in the rest of the report speak against, not the one that they bear out."""

from __future__ import annotations

import pytest

from extractors.plain_text import read_text
from pipeline.audit.decisions import values_of
from pipeline.report import machine
from pipeline.report.entries import entries_of
from pipeline.stages import check
from rules.base import all_rules
from rules.outcome import Finding

RULES = all_rules()


def findings_of(text: str, rule: str) -> list[Finding]:
    done = check(read_text("contoh.txt", "0" * 64, text.encode()), RULES)
    assert not done.broken, done.broken
    return [finding for finding in done.findings if finding.rule == rule]


def the_finding(text: str, rule: str) -> Finding:
    (finding,) = findings_of(text, rule)
    return finding


def the_sum(text: str, column: str) -> Finding:
    (finding,) = (one for one in findings_of(text, "JM01") if one.locations[0].column == column)
    return finding


def named(finding: Finding) -> tuple[str, str]:
    """The row and column of the figure taken to be wrong."""
    return finding.locations[0].row, finding.locations[0].column


HEAD = "| No | Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) | Sisa (Rp) | Realisasi (%) |"
TITLE = "Tabel 3.4 Realisasi Anggaran Tahun 2019"

# The fourth kegiatan repeats the figures of the second; a sentence tells its own.
COPIED_ROW = f"""Laporan Kinerja Dinas Pertanian Tahun 2019

{TITLE}
{HEAD}
| I | Program Pembinaan Kelembagaan Petani | 3.150.000.000 | 2.609.452.315 | 540.547.685 | 82,84 |
| 1 | Pembinaan Kelompok Tani | 1.200.000.000 | 1.023.418.905 | 176.581.095 | 85,28 |
| 2 | Sinkronisasi Data Kelembagaan | 600.000.000 | 437.216.540 | 162.783.460 | 72,87 |
| 3 | Pelatihan Penyuluh Swadaya | 750.000.000 | 652.308.125 | 97.691.875 | 86,97 |
| 4 | Penyusunan Standar Pelatihan Petani | 600.000.000 | 437.216.540 | 162.783.460 | 72,87 |
| II | Program Pelayanan Administrasi Perkantoran | 900.000.000 | 861.407.330 | 38.592.670 | 95,71 |
| 5 | Penyelenggaraan Administrasi Perkantoran | 900.000.000 | 861.407.330 | 38.592.670 | 95,71 |
| | Jumlah | 4.050.000.000 | 3.470.859.645 | 579.140.355 | 85,70 |

Kegiatan Sinkronisasi Data Kelembagaan dengan alokasi anggaran sebesar Rp. 600.000.000,- realisasi anggaran sebesar
Rp. 437.216.540,- (72,87 %).

Kegiatan Standar Pelatihan bagi Petani dengan alokasi anggaran sebesar Rp. 600.000.000,- realisasi anggaran sebesar
Rp. 496.508.745,- (82,75 %).
"""


def test_a_part_that_a_sentence_prints_otherwise_is_named_and_not_the_parent_that_makes_the_total() -> None:
    finding = the_sum(COPIED_ROW, "Realisasi (Rp)")
    assert named(finding) == ("4 Penyusunan Standar Pelatihan Petani", "Realisasi (Rp)")
    assert (finding.stated, finding.expected, finding.difference) == ("437.216.540", "496.508.745", "59.292.205")
    assert finding.working == "1.023.418.905 + 437.216.540 + 652.308.125 + 496.508.745 = 2.609.452.315"
    places = [place.text for place in finding.locations]
    assert places[1] == "2.609.452.315", "the parent stays among the places"
    assert "Standar Pelatihan bagi Petani" in places[2], "the sentence is the witness"
    assert "Penyusunan Standar Pelatihan Petani tertulis 437.216.540, seharusnya 496.508.745" in finding.message
    assert "dalam kalimat" in finding.message


def test_the_sisa_of_a_row_is_named_with_its_realisasi() -> None:
    finding = the_sum(COPIED_ROW, "Sisa (Rp)")
    assert named(finding) == ("4 Penyusunan Standar Pelatihan Petani", "Sisa (Rp)")
    assert (finding.stated, finding.expected) == ("162.783.460", "103.491.255")


def test_a_finding_that_names_another_figure_keeps_its_identity_and_the_decisions_on_it() -> None:
    document = read_text("contoh.txt", "0" * 64, COPIED_ROW.encode())
    done = check(document, RULES)
    plain = machine.findings_of(document, done.outcomes, {rule.code: rule for rule in RULES})
    assert [(one.id, one.fingerprint) for one in done.findings] == [(one.id, one.fingerprint) for one in plain]
    led = [(one, other) for one, other in zip(done.findings, plain, strict=True) if one.locations[:1] != other.locations[:1]]
    assert led
    assert all(values_of(one) == values_of(other) for one, other in led)


def test_two_rows_that_print_the_same_and_of_which_no_sentence_speaks_are_not_told_apart() -> None:
    untold = COPIED_ROW.partition("\nKegiatan Sinkronisasi")[0] + "\n\n" + COPIED_ROW.partition(",- (72,87 %).\n\n")[2]
    finding = the_sum(untold, "Realisasi (Rp)")
    assert named(finding) == ("I Program Pembinaan Kelembagaan Petani", "Realisasi (Rp)")
    assert (finding.stated, finding.expected) == ("2.609.452.315", "2.550.160.110")


def test_a_parent_that_makes_the_total_is_said_to_be_borne_out_where_no_part_can_be_named() -> None:
    untold = COPIED_ROW.partition("\nKegiatan Sinkronisasi")[0]
    finding = the_sum(untold, "Realisasi (Rp)")
    assert named(finding) == ("I Program Pembinaan Kelembagaan Petani", "Realisasi (Rp)")
    assert "agaknya rinciannya yang keliru atau tidak lengkap" in finding.message


# The sentence has a slip in the amount that its percentage and the program's sum tell; the row repeats its neighbour.
SLIPPED = COPIED_ROW.replace("496.508.745", "498.508.745")


def test_a_percentage_that_fits_what_a_sum_needs_is_not_named_but_the_amount_beside_it() -> None:
    finding = the_finding(SLIPPED, "PR02")
    assert (finding.stated, finding.expected) == ("Rp. 498.508.745,-", "496.508.745")
    assert finding.locations[0].text.startswith("Kegiatan Standar Pelatihan bagi Petani")
    assert any(place.row.startswith("I Program Pembinaan") for place in finding.locations)
    assert "82,75" in finding.message
    parts = the_sum(SLIPPED, "Realisasi (Rp)")
    assert (named(parts)[0], parts.expected) == ("4 Penyusunan Standar Pelatihan Petani", "496.508.745")


# The realisasi of the second program repeats its pagu; the total in a sentence less the other programs tells the right one.
REPEATED = f"""Laporan Kinerja Rumah Sakit Tahun 2019

{TITLE}
| Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) | Realisasi (%) |
| Program Promosi Kesehatan | 518.309.200 | 494.541.600 | 95,41 |
| Program Pengembangan Lingkungan Sehat | 1.399.735.000 | 1.399.735.000 | 89,66 |
| Program Pelayanan Kesehatan | 23.405.539.000 | 18.350.776.107 | 78,40 |
| Program Sumber Daya Kesehatan | 15.222.818.300 | 13.161.127.440 | 86,46 |

Rumah Sakit mendapat alokasi anggaran belanja langsung sebesar Rp.40.546.401.500,- dan terealisasi sebesar
Rp.33.261.408.897,-.
"""


def test_a_percentage_that_fits_the_stated_total_less_the_other_rows_is_not_named_but_the_realisasi() -> None:
    finding = the_finding(REPEATED, "PR01")
    assert named(finding) == ("Program Pengembangan Lingkungan Sehat", "Realisasi (Rp)")
    assert (finding.stated, finding.expected) == ("1.399.735.000", "1.254.963.750")
    assert any("33.261.408.897" in place.text for place in finding.locations)


def test_a_percentage_that_no_other_amount_makes_stays_the_one_that_is_named() -> None:
    finding = the_finding(REPEATED.replace("33.261.408.897", "33.361.408.897"), "PR01")
    assert (finding.stated, finding.expected) == ("89,66", "100,00%")


# The sentence leaves out a digit of a round pagu; the table of pagu has it.
PAGU_ELSEWHERE = """Laporan Kinerja Biro Umum Tahun 2019

Tabel 2.4 Anggaran Kegiatan Tahun 2019
| No | Kegiatan | Anggaran (Rp) |
| 1 | Penyusunan Dokumen Pendukung Kinerja | 471.826.400 |
| 2 | Penyusunan Perencanaan Sekretariat | 138.250.000 |
| 3 | Penyelenggaraan Administrasi Perkantoran | 644.390.750 |
| | Jumlah | 1.254.467.150 |

Kegiatan pertama adalah Koordinasi Rencana Kerja dengan anggaran Rp138.500.000,00 dan realisasi Rp135.996.000,00 atau 98,37%.
"""


def test_a_percentage_in_a_sentence_that_fits_the_pagu_of_a_table_is_not_named_but_the_pagu() -> None:
    finding = the_finding(PAGU_ELSEWHERE, "PR02")
    assert (finding.stated, finding.expected) == ("Rp138.500.000,00", "138.250.000")
    assert finding.locations[1].text == "138.250.000"
    assert "Tabel 2.4" in finding.message


@pytest.mark.parametrize("percent", ["98%", "98,4%"])
def test_a_coarse_percentage_is_no_witness_against_an_amount(percent: str) -> None:
    for finding in findings_of(PAGU_ELSEWHERE.replace("98,37%", percent).replace("135.996.000", "131.004.672"), "PR02"):
        assert finding.stated == percent


# One digit of the pagu of the first program is wrong: its sisa, its percentage and the total say so.
PAGU_OF_A_SISA = f"""Laporan Kinerja Dinas Pertanian Tahun 2019

{TITLE}
{HEAD}
| 1 | Program Pembinaan Kelembagaan Petani | 3.158.000.000 | 2.609.452.315 | 540.547.685 | 82,84 |
| 2 | Program Pelayanan Administrasi Perkantoran | 900.000.000 | 861.407.330 | 38.592.670 | 95,71 |
| 3 | Program Peningkatan Produksi | 1.425.300.000 | 1.402.711.450 | 22.588.550 | 98,42 |
"""


def test_the_entry_of_a_cause_names_the_figure_that_its_proposal_changes() -> None:
    done = check(read_text("contoh.txt", "0" * 64, PAGU_OF_A_SISA.encode()), RULES)
    first = entries_of(done.findings)[0].lead
    assert first.diagnosis is not None
    assert first.diagnosis.proposed == "3.150.000.000"
    assert named(first) == ("1 Program Pembinaan Kelembagaan Petani", "Anggaran (Rp)")
    assert (first.stated, first.expected) == ("3.158.000.000", "3.150.000.000")
    assert "pemeriksaan" in first.message


SUM_IN_PROSE = """Laporan Kinerja Biro Umum Tahun 2019

Program itu ditunjang oleh anggaran belanja langsung sebesar Rp. 4.132.238.700,00. Selain tiga program tersebut, terdapat satu
program dukungan dengan anggaran Rp. 158.750.000,00 sehingga total anggaran Biro Umum Tahun 2019 adalah Rp. 5.118.378.700,00.

Tabel 2.4 Anggaran per Sasaran Tahun 2019
| No | Sasaran Strategis | Anggaran (Rp) |
| 1 | Meningkatnya kapasitas organisasi | 1.924.810.000 |
| 2 | Meningkatnya kualitas pelayanan | 639.600.000 |
| 3 | Tersedianya standar kerja | 976.508.700 |
| 4 | Meningkatnya akuntabilitas | 1.577.460.000 |
| | Jumlah | 5.118.378.700 |
"""


def test_a_sum_in_prose_that_stands_in_a_table_is_not_named_but_its_parts() -> None:
    finding = the_finding(SUM_IN_PROSE, "HT01")
    assert (finding.stated, finding.expected) == ("4.132.238.700 + 158.750.000", "Rp. 5.118.378.700,00")
    assert [place.text for place in finding.locations[1:]] == ["5.118.378.700"]
    assert "Tabel 2.4" in finding.message


def test_a_sum_in_prose_that_stands_nowhere_else_stays_the_one_that_is_named() -> None:
    finding = the_finding(SUM_IN_PROSE.replace("| 5.118.378.700 |", "| 5.118.378.701 |"), "HT01")
    assert (finding.stated, len(finding.locations)) == ("Rp. 5.118.378.700,00", 1)


@pytest.mark.parametrize(("own", "other"), [("| Anggaran (Rp) |", "| Realisasi (Rp) |"), ("Sasaran Tahun 2019", "Sasaran Tahun 2018")])
def test_a_total_of_another_measure_or_year_does_not_bear_out_a_sum_in_prose(own: str, other: str) -> None:
    finding = the_finding(SUM_IN_PROSE.replace(own, other), "HT01")
    assert (finding.stated, len(finding.locations)) == ("Rp. 5.118.378.700,00", 1)


def renamed(place: str, name: str, target: str, reached: str, capaian: str) -> str:
    return f"""
{place}
| No | Indikator Kinerja | Target | Realisasi | Capaian (%) |
| 1 | {name} | {target} | {reached} | {capaian} |
| 2 | Angka Keberhasilan Pengobatan | 86 | 62 | 72,09 |
| 3 | Jumlah Puskesmas Terakreditasi | 64 | 82 | 128,13 |
"""


# Each of two rows foots; the later one is told again in two tables under a shorter name.
TOLD_AGAIN = "\n".join(
    [
        "Laporan Kinerja Dinas Kesehatan Tahun 2019",
        renamed("Tabel 3.1 Capaian Indikator Kinerja Tahun 2019", "Persentase desa/kelurahan mencapai imunisasi", "91", "91,07", "100,08"),
        renamed("Tabel 3.2 Analisis Capaian Tahun 2019", "Persentase desa/kelurahan imunisasi", "91", "91,82", "100,90"),
        renamed("Tabel 3.4 Simpulan Capaian Tahun 2019", "Persentase desa/kelurahan mencapai imunisasi", "91", "91,82", "100,90"),
    ]
)


def test_of_two_rows_that_both_foot_the_one_is_named_that_no_other_place_bears_out() -> None:
    found = findings_of(TOLD_AGAIN, "BT01")
    assert [(one.stated, one.expected) for one in found] == [("91,07", "91,82"), ("100,08", "100,90")]


def test_of_two_rows_that_both_foot_and_stand_nowhere_else_the_later_is_named() -> None:
    untold = TOLD_AGAIN.partition("\nTabel 3.2")[0] + "\nTabel 3.4" + TOLD_AGAIN.partition("\nTabel 3.4")[2]
    assert [one.stated for one in findings_of(untold, "BT01")] == ["91,82", "100,90"]


YEARS = """Laporan Kinerja Dinas Perdagangan Tahun 2019

Tabel 3.1 Target dan Realisasi Tahun 2018 dan 2019
| No | Indikator Kinerja | Target 2018 | Realisasi 2018 | Target 2019 | Realisasi 2019 |
| 1 | Jumlah kerja sama perdagangan | 15 | 15 | 5 | 3 |
| 2 | Jumlah pasar yang ditingkatkan | 20 | 20 | 25 | 24 |
| 3 | Jumlah pengawasan barang beredar | 150 | 142 | 160 | 155 |

Tabel 3.3 Perbandingan Realisasi Tahun 2018 dan 2019
| No | Indikator Kinerja | Realisasi 2018 | Realisasi 2019 | Capaian (%) |
| 1 | Jumlah kerja sama perdagangan | 5 | 3 | 60 |
| 2 | Jumlah pasar yang ditingkatkan | 20 | 24 | 120 |
| 3 | Jumlah pengawasan barang beredar | 142 | 155 | 109,15 |
"""


def test_a_realisasi_of_which_the_years_beside_it_make_the_percentage_is_not_named() -> None:
    (finding,) = findings_of(YEARS, "BT01")
    assert (finding.stated, finding.expected) == ("15", "5")
    assert finding.locations[0].table.startswith("Tabel 3.1")


def of_two_years(name: str, *cells: str) -> str:
    return f"""
| Indikator Sasaran | Target 2018 | Realisasi 2018 | Capaian 2018 (%) | Target 2019 | Realisasi 2019 | Capaian 2019 (%) |
| {name} | {" | ".join(cells)} |
"""


TREATED = of_two_years("Angka Keberhasilan Pengobatan", "78", "70,4", "90,26", "86", "62", "72,09")

# The figures of the first year are those of another indicator, which two tables tell; the sentence has its own.
REPEATED_ROW = "\n".join(
    [
        "Laporan Kinerja Dinas Kesehatan Tahun 2019",
        TREATED,
        "Pengobatan dilanjutkan pada tahun berikutnya.",
        TREATED,
        of_two_years("Prevalensi Hipertensi", "78", "70,4", "90,26", "33,06", "32,59", "98,58"),
        "Target Prevalensi Hipertensi pada tahun 2018 sebesar 34 dan pada tahun 2019 sebesar 33,06.",
    ]
)


def test_a_row_that_repeats_another_one_is_named_and_not_the_sentence_that_differs_from_it() -> None:
    finding = the_finding(REPEATED_ROW, "BN01")
    assert named(finding) == ("Prevalensi Hipertensi", "Target 2018")
    assert (finding.stated, finding.expected) == ("78", "34")
    assert "Angka Keberhasilan Pengobatan" in finding.message


def test_a_row_that_only_one_other_row_tells_may_be_the_one_that_was_repeated() -> None:
    finding = the_finding(REPEATED_ROW.replace(TREATED, "", 1), "BN01")
    assert finding.stated == "34"


WITH_SISA = f"""Laporan Kinerja Rumah Sakit Tahun 2019

{TITLE}
| Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) | Sisa (Rp) | Realisasi (%) |
| Program Promosi Kesehatan | 518.309.200 | 494.541.600 | 23.767.600 | 95,41 |
| Program Pengembangan Lingkungan Sehat | 1.399.735.000 | 1.354.963.750 | 44.771.250 | 89,66 |
| Program Pelayanan Kesehatan | 23.405.539.000 | 18.350.776.107 | 5.054.762.893 | 78,40 |
| Program Sumber Daya Kesehatan | 15.222.818.300 | 13.161.127.440 | 2.061.690.860 | 86,46 |

Rumah Sakit mendapat alokasi anggaran belanja langsung sebesar Rp.40.546.401.500,- dan terealisasi sebesar
Rp.33.261.408.897,-.
"""


def test_an_amount_that_its_sisa_bears_out_is_not_named_for_its_percentage() -> None:
    assert the_finding(WITH_SISA, "PR01").stated == "89,66"


def test_another_pagu_is_no_witness_where_the_report_tells_of_a_changed_budget() -> None:
    told = f"{PAGU_ELSEWHERE}\nAnggaran itu disesuaikan dengan DPPA Tahun 2019.\n"
    assert the_finding(told, "PR02").stated == "98,37%"


def test_a_change_that_mends_but_the_one_comparison_has_no_witness() -> None:
    rows = ("200.000 | 100.000 | 75,00", "300.000 | 150.000 | 50,00", "400.000 | 100.000 | 25,00", "500.000 | 400.000 | 80,00")
    head = "Laporan Kinerja Tahun 2019\n\nTabel 3.1 Realisasi\n| Program | Pagu | Realisasi | % |\n"
    finding = the_finding(head + "\n".join(f"| Program {name} | {row} |" for name, row in zip("ABCD", rows, strict=True)), "PR01")
    assert finding.diagnosis is not None
    assert finding.diagnosis.proposed == "150.000"
    assert (finding.stated, finding.expected) == ("75,00", "50,00%")


# The parts of the second program do not make it; with its like it makes the row above them.
HEADED = """Laporan Kinerja Dinas Perkebunan Tahun 2019

Tabel 3.6 Pagu dan Realisasi Tahun 2019
| No | Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) |
| | URUSAN WAJIB | 5.780.050.000 | 5.534.072.605 |
| a. | Program Peningkatan Sarana Aparatur | 1.557.000.000 | 1.361.178.100 |
| 1 | Kegiatan Peningkatan Sarana Kantor | 1.001.500.000 | 861.036.000 |
| 2 | Kegiatan Peningkatan Sarana Balai | 555.500.000 | 500.142.100 |
| b. | Program Pemeliharaan Sarana Aparatur | 3.846.500.000 | 3.800.240.325 |
| 3 | Kegiatan Pemeliharaan Sarana Kantor | 1.350.000.000 | 1.343.805.950 |
| 4 | Kegiatan Pemeliharaan Sarana Balai | 2.291.000.000 | 2.238.807.858 |
| c. | Program Pengembangan Sistem Pelaporan | 376.550.000 | 372.654.180 |
| 5 | Kegiatan Evaluasi dan Pelaporan | 278.550.000 | 275.184.180 |
| 6 | Kegiatan Kapasitas Pengelolaan Keuangan | 98.000.000 | 97.470.000 |
"""


def test_a_parent_that_makes_the_row_above_with_its_like_is_said_to_be_borne_out() -> None:
    found = findings_of(HEADED, "JM01")
    assert found
    for finding in found:
        assert finding.locations[0].row == "b Program Pemeliharaan Sarana Aparatur"
        assert "berjumlah URUSAN WAJIB; agaknya rinciannya yang keliru atau tidak lengkap" in finding.message
        assert finding.locations[-1].row == "URUSAN WAJIB"


def test_an_amount_of_something_else_that_fits_by_chance_is_no_witness() -> None:
    text = PAGU_ELSEWHERE.replace("138.250.000", "138.249.310").replace("1.254.467.150", "1.254.466.460")
    assert the_finding(text, "PR02").stated == "98,37%"


def test_what_is_told_of_another_row_is_no_witness_against_this_one() -> None:
    text = """Laporan Kinerja Dinas Sosial Tahun 2023

Tabel 3.1 Realisasi Anggaran Tahun 2023
| No | Program/Kegiatan | Anggaran (Rp) | Realisasi (Rp) |
| 1 | PROGRAM PENUNJANG URUSAN | 75.100.553 | 70.250.117 |
| 1.1 | Pemeliharaan Gedung Kantor | 206.431.250 | 70.250.117 |
| 2 | PROGRAM PEMBERDAYAAN SOSIAL | 75.100.553 | 61.007.332 |
| 2.1 | Pembinaan Karang Taruna | 40.100.553 | 31.007.332 |
| 2.2 | Pelatihan Petugas Lapangan | 35.000.000 | 30.000.000 |

Program Pemberdayaan Sosial dengan alokasi anggaran sebesar Rp. 75.100.553,- dan realisasi anggaran sebesar Rp. 61.007.332,-.
"""
    finding = the_sum(text, "Anggaran (Rp)")
    assert named(finding) == ("1 PROGRAM PENUNJANG URUSAN", "Anggaran (Rp)")
    assert "Pemberdayaan Sosial" not in finding.message
