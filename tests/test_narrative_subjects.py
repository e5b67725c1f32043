"""Of what a claim in prose speaks: a known name, the whole report, or nothing that can be told."""

from __future__ import annotations

import pytest

from rules.facts import Measure
from tests.narrative_fixtures import DAFTAR, KUB, SAKIP, SARANA, TANGKAP, read, subjects


class TestSubject:
    def test_the_most_specific_name_before_the_figures(self) -> None:
        text = (
            "Yang mendukung adalah Program Pengelolaan Perikanan Tangkap, Kegiatan Pengelolaan Penangkapan Ikan di Sungai, "
            "Sub Kegiatan Penerbitan Tanda Daftar Kapal dengan anggaran Rp. 4.000.000."
        )
        assert subjects(text) == [DAFTAR]

    def test_a_name_in_the_sentence_before(self) -> None:
        text = "Kegiatan ini didukung Sub Kegiatan Penerbitan Tanda Daftar Kapal. Anggaran pada tahun 2023 untuk kapal Rp. 4.000.000."
        assert subjects(text) == [DAFTAR]

    def test_a_name_in_the_heading(self) -> None:
        text = (
            "2) Program Pengelolaan Perikanan Tangkap\n\nAnggaran yang ditetapkan adalah sebesar Rp. 4.000.000 sampai dengan akhir tahun."
        )
        assert subjects(text) == [TANGKAP]

    def test_a_list_of_programs_each_with_its_amount(self) -> None:
        text = (
            "Program utama yaitu Program Pengelolaan Perikanan Tangkap dengan anggaran Rp. 978.524.932,00 dan "
            "Program Pengolahan dan Pemasaran Hasil dengan anggaran Rp. 537.318.320,00."
        )
        assert subjects(text) == [TANGKAP, "program:pengolahan dan pemasaran hasil"]

    def test_a_name_behind_its_figure(self) -> None:
        assert subjects("Kegiatan dengan realisasi yang mencapai 97,37% adalah Penerbitan Tanda Daftar Kapal.") == [DAFTAR]

    def test_a_name_spelled_out_before_its_abbreviation(self) -> None:
        assert subjects("Realisasi indikator Cakupan Pembinaan Kelompok Usaha Bersama (KUB) sebesar 90,02 %.") == [KUB]

    def test_the_greater_part_of_a_long_name(self) -> None:
        assert subjects("Sub Kegiatan Sarana Usaha Nelayan Kecil di Perairan Umum Daratan dengan anggaran Rp. 4.000.000.") == [SARANA]

    def test_the_common_other_name_of_an_indicator_that_every_agency_has(self) -> None:
        found = read("Pada Tahun 2023 nilai akuntabilitas kinerja Dinas Perikanan Kabupaten Banjar adalah 68,23 dari target 68.")
        assert [(m.measure, m.subject) for m in found] == [(Measure.KINERJA, SAKIP), (Measure.TARGET, SAKIP)]

    @pytest.mark.parametrize(
        "text",
        [
            "Program Pengelolaan Perikanan Tangkap, Kegiatan Pembangunan Dermaga Apung dengan anggaran Rp. 4.000.000.",
            "Kegiatan Penerbitan Tanda Daftar Kapal Penumpang dengan anggaran Rp. 4.000.000.",
            "Tiga kegiatan pada Program Pengelolaan Perikanan Tangkap dengan jumlah anggaran Rp. 4.000.000.",
            "Sub Kegiatan Penerbitan Tanda Daftar Kapal dan Penyediaan Sarana Usaha Nelayan Kecil di "
            "Perairan Umum Daratan anggarannya Rp. 4.000.000.",
            "Program Pengelolaan Perikanan Tangkap dilaksanakan. Rehabilitasi kolam dan jaring milik warga dengan anggaran Rp. 4.000.000.",
            "Indikator „persentase pedagang dengan Nilai SAKIP Dinas dan izin yang masih berlaku‟ memiliki anggaran Rp. 4.000.000.",
        ],
        ids=["unknown below a known", "longer name", "part of a program", "two of a kind", "something else", "piece of a quotation"],
    )
    def test_no_subject_is_better_than_a_wrong_one(self, text: str) -> None:
        assert subjects(text) == [""]

    def test_a_heading_that_names_another_of_the_same_kind_leaves_it_open(self) -> None:
        text = (
            "5) Program Pengolahan dan Pemasaran Hasil\n\nIndikator Program Pengelolaan Perikanan Tangkap pada tahun ini "
            "dengan target 94,33 % tercapai sebesar 90,02 %."
        )
        assert subjects(text) == ["", ""]

    def test_items_named_in_one_sentence_do_not_inherit_the_first(self) -> None:
        text = (
            "Program Pengelolaan Perikanan Tangkap dengan anggaran Rp 9.000.000 yaitu 1) Pembangunan "
            "Dermaga anggaran Rp. 7.000.000, 2) Lelang anggaran Rp. 2.000.000."
        )
        assert subjects(text) == [TANGKAP, "", ""]

    def test_a_sasaran_is_called_one(self) -> None:
        text = (
            "Realisasi untuk sasaran 1 ”Meningkatnya kesejahteraan nelayan tangkap” dialokasikan Rp. "
            "2.000.000 dan terealisasi sebesar Rp. 1.900.000 95%."
        )
        assert subjects(text) == ["sasaran:meningkatnya kesejahteraan nelayan tangkap"] * 3


class TestWhole:
    @pytest.mark.parametrize(
        ("text", "measure", "subject"),
        [
            ("Total anggaran belanja daerah tahun 2023 adalah sebesar Rp. 8.069.859.523.", Measure.PAGU, "total"),
            ("Realisasi anggaran Dinas Perikanan Kabupaten Banjar mencapai 94,01 %.", Measure.SERAPAN, "total"),
            ("Rata-rata realisasi kinerja Dinas Perikanan tahun 2023 sebesar 86,77 %.", Measure.CAPAIAN, "rata-rata"),
            ("Anggaran Dinas Perikanan yang bersumber dari APBN berjumlah Rp. 4.000.000.", Measure.PAGU, ""),
            ("Lima indikator dicapai secara sangat memuaskan dengan capaian rata-rata 131,65%.", Measure.CAPAIAN, ""),
        ],
    )
    def test_the_whole_report_and_what_is_only_a_part(self, text: str, measure: Measure, subject: str) -> None:
        (mention,) = read(text)
        assert (mention.measure, mention.subject) == (measure, subject)

    def test_under_a_heading_about_the_whole_a_bare_statement_is_of_the_whole(self) -> None:
        text = (
            "3.2 Realisasi Anggaran\n\nRealisasi anggaran program/kegiatan dalam rangka mencapai indikator "
            "kinerja sasaran adalah sebesar 84,50 %."
        )
        assert subjects(text) == ["total"]

    def test_a_bare_statement_behind_a_named_kegiatan_is_not_of_the_whole(self) -> None:
        text = (
            "3.2 Realisasi Anggaran\n\nYang terakhir adalah Kegiatan Pembangunan Dermaga Apung Baru. "
            "Anggaran yang ditetapkan sebesar Rp. 424.000.000."
        )
        assert subjects(text) == [""]
