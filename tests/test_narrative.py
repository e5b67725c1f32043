"""What prose says of money and performance: meaning, year, claim and place of each figure, and numbers in words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extractors.model import Cell, Place, Row, Table, TextLine
from pipeline.normalize.narrative import mentions, terbilang_of
from pipeline.normalize.sentences import sentences
from rules.facts import Location, Measure, Sentence
from tests.narrative_fixtures import DAFTAR, KUB, TANGKAP, Listed, read, said


class TestMeaning:
    def test_pagu_realisasi_percentage_and_fisik_of_one_sentence_are_one_claim(self) -> None:
        found = read(
            "Sub Kegiatan Penerbitan Tanda Daftar Kapal dengan anggaran sebesar Rp.30.000.000,- (tiga puluh juta rupiah) realisasi "
            "anggaran Rp.29.100.000,- (dua puluh sembilan juta seratus ribu rupiah) persentase realisasi keuangan 97 % fisik 100 %."
        )
        assert [m.measure for m in found] == [Measure.PAGU, Measure.REALISASI, Measure.SERAPAN, Measure.FISIK]
        assert {m.claim for m in found} == {1}
        assert {m.subject for m in found} == {DAFTAR}
        assert found[0].words == "tiga puluh juta rupiah"
        assert found[1].quantity.value == 29100000

    @pytest.mark.parametrize(
        ("sentence", "expected"),
        [
            (
                "Pagu sebesar Rp 10.000.000 atau Keuangan 98,8 dan realisasi fisik 100%.",
                [("pagu", "Rp 10.000.000"), ("serapan", "98,8"), ("fisik", "100%")],
            ),
            ("Anggaran Rp. 5.000.000 terealisasi sebesar Rp. 4.900.000 atau 98 %.", ["pagu", "realisasi", "serapan"]),
            ("Alokasi dana Rp. 5.000.000 terserap Rp. 4.900.000 (98%).", ["pagu", "realisasi", "serapan"]),
            ("Realisasi anggaran sebesar Rp201.329.500,00 dari 201.875.000,00.", ["realisasi", "pagu"]),
            (
                "Anggaran Rp481.250.000,00 dengan persentase capaian keuangan 80,57% atau Rp387.722.750,00.",
                ["pagu", "serapan", "realisasi"],
            ),
            ("Anggaran Rp. 9.000.000 dengan realisasi Rp. 8.000.000 dan persentase capaian 88,89%.", ["pagu", "realisasi", "serapan"]),
            ("Alokasi anggran sebesar Rp 7.000.000,- realaisasi sebesar Rp 6.000.000,-.", ["pagu", "realisasi"]),
            ("Realisasi fisik tercapai sebesar 100%.", ["fisik"]),
            ("Anggaran Rp. 5.000.000 relisasi anggaran Rp. 4.900.000 atau 98 %.", ["pagu", "realisasi", "serapan"]),
            ("Alokasi dana Rp. 5.000.000 terealisasi keuangan sebesar Rp. 4.900.000 (98%).", ["pagu", "realisasi", "serapan"]),
            ("Sisa anggaran sebesar Rp. 1.500.000.", ["sisa"]),
            (
                "Dari target sebesar 94,33 % terealisasi sebesar 90,02 % atau capaian kinerja sebesar 95,43%.",
                ["target", "kinerja", "capaian"],
            ),
            ("Target sebesar 65%, realisasi 87% (133,85%) menunjukkan kinerja baik.", ["target", "kinerja", "capaian"]),
            ("Ditetapkan target 84% tercapai sebesar 50,68% atau capaian sebesar 60,33%.", ["target", "kinerja", "capaian"]),
            ("Target 52 unit dengan realisasi 58 unit atau 111,54 %.", ["target", "kinerja", "capaian"]),
            (
                "Dengan target mendapatkan nilai 80 mendapatkan nilai 74,76 atau capaian kinerja sebesar 93,45%.",
                ["target", "kinerja", "capaian"],
            ),
            ("Realisasi target mencapai 98 %.", ["capaian"]),
            (
                "Target capaian 42,5%, realisasi target capaian yaitu 56,12 % dengan prosentase capaian 132,05%.",
                ["target", "kinerja", "capaian"],
            ),
            ("Berdasarkan Renstra telah ditetapkan target 68,48 %.", ["target_renstra"]),
            ("Capaian kinerja dibanding dengan target Renstra telah mencapai 96,5 %.", ["capaian_renstra"]),
            ("Tingkat efisiensi penggunaan sumber daya sebesar 0,27.", ["efisiensi"]),
        ],
    )
    def test_what_a_figure_is_said_to_be(self, sentence: str, expected: list[object]) -> None:
        found = said(f"Sub Kegiatan Penerbitan Tanda Daftar Kapal menunjukkan hasil berikut. {sentence}")
        assert (found if isinstance(expected[0], tuple) else [measure for measure, _ in found]) == expected

    @pytest.mark.parametrize(
        "sentence",
        [
            "Terjadi peningkatan realisasi anggaran sebesar 10,44 %.",
            "Realisasi anggaran mengalami kenaikan sebesar Rp. 5.000.000.",
            "Penurunan capaian kinerja sebesar 13,96%.",
            "Instansi berhasil apabila penyerapan anggaran telah mencapai 100%.",
            "Batas maksimal efisiensi 20%.",
            "Capaian lebih dari 90 % termasuk baik.",
            "Capaian kinerja adalah 92,71% / 69,02% x 100 = 134,32%.",
            "Realisasi bantuan sebesar Rp. 200.000,-/bulan.",
            "Penyerapan masing-masing kegiatan 91,26 %.",
            "Realisasi sebesar Rp. 163.305..000,-.",
            "Telah ditetapkan 3 (tiga) sasaran dengan 5 (lima) indikator kinerja.",
            "Sebanyak 76 persen warga menerima bantuan.",
            "Sasaran pertama dengan indikator Nilai SAKIP Dinas sebesar 78 poin.",
            "Realisasi dari 5 dokumen menjadi 1 dokumen.",
        ],
    )
    def test_figures_that_state_nothing_comparable(self, sentence: str) -> None:
        assert said(sentence) == []

    def test_a_name_that_sounds_like_a_figure_word_does_not_tell_what_a_figure_is(self) -> None:
        assert said('Anggaran untuk indikator "Nilai SAKIP Dinas" sebesar Rp. 1.000.000.') == [("pagu", "Rp. 1.000.000")]

    def test_a_row_of_a_table_among_the_prose_is_not_read(self) -> None:
        assert said("6 66 Program Pelaporan 238.000.000 238.000.000 Keuangan 97,5 79 450.000.000 450.000.000") == []


class TestYear:
    def test_the_year_of_the_report_unless_the_clause_states_another(self) -> None:
        found = read("Anggaran Dinas sebesar Rp. 9.000.000. Tahun 2022 anggaran Rp. 8.000.000 dengan realisasi Rp. 7.000.000.")
        assert [m.year for m in found] == [2023, 2022, 2022]

    def test_years_that_change_within_a_sentence_open_claims(self) -> None:
        found = read("Indikator Cakupan Pembinaan KUB: tahun 2022 target 57 % realisasi 50 %, target 2023 target 55 % realisasi 51 %.")
        assert [(m.year, m.claim) for m in found] == [(2022, 1), (2022, 1), (2023, 2), (2023, 2)]
        assert {m.subject for m in found} == {KUB}

    def test_the_year_of_a_figure_that_says_nothing_holds_for_the_next_one(self) -> None:
        found = read(
            "Pada tahun 2021 indikator Cakupan Pembinaan KUB menurun sebesar 2,44% dari target 34%, dan realisasi tahun 2023 32 %."
        )
        assert [(m.measure, m.year) for m in found] == [(Measure.TARGET, 2021), (Measure.KINERJA, 2023)]

    def test_the_year_of_the_clause_behind_is_not_of_the_figure_before(self) -> None:
        found = read(
            "Realisasi Cakupan Pembinaan KUB tahun 2023 mencapai 690 orang sedangkan realisasi pada tahun 2022 mencapai 173 orang."
        )
        assert [m.year for m in found] == [2023, 2022]

    def test_the_old_value_of_what_changed_has_its_own_year(self) -> None:
        found = read("Realisasi Cakupan Pembinaan KUB dari 5 OPD Provinsi di tahun 2022 menjadi 1 OPD Provinsi di tahun 2023.")
        assert [(m.quantity.value, m.year) for m in found] == [(5, 2022)]

    @pytest.mark.parametrize(
        ("sentence", "year"),
        [
            ("Sedangkan pada tahun sebelumnya (2020) realisasi anggaran sebesar 74,06 %.", 2020),
            ("Pada tahun lalu realisasi anggaran sebesar 74,06 %.", 2022),
            ("Realisasi anggaran sebesar 71 % pada tahun 2019.", 2019),
            ("Sesuai Permendagri Nomor 86 Tahun 2017 realisasi anggaran sebesar 71 %.", 2023),
            ("Dalam Renstra tahun 2021-2026 realisasi anggaran sebesar 71 %.", 2023),
            ("Realisasi anggaran dibandingkan dengan tahun 2021 mencapai 71 %.", 2023),
            ("Dibandingkan tahun 2021 realisasi anggaran sebesar 71 %.", 2021),
        ],
    )
    def test_which_year_counts(self, sentence: str, year: int) -> None:
        assert [m.year for m in read(f"3.2 Realisasi Anggaran\n\n{sentence}")] == [year]


class TestClaims:
    def test_what_follows_in_the_next_sentence_belongs_to_the_claim(self) -> None:
        found = read(
            "Sub Kegiatan Penerbitan Tanda Daftar Kapal memiliki anggaran Rp. 9.000.000 dengan realisasi "
            "Rp. 8.000.000. Adapun capaian fisik 100%."
        )
        assert [(m.claim, m.subject) for m in found] == [(1, DAFTAR)] * 3

    def test_what_was_spent_of_the_budget_just_stated_belongs_to_its_claim(self) -> None:
        found = read(
            "Belanja Langsung Dinas mendapat alokasi anggaran sebesar Rp. 912.074.565.825,00 untuk membiayai kegiatan.\n\n"
            "Dari jumlah anggaran tersebut sampai akhir Desember terealisasi sebesar Rp. 905.526.623.200,00 atau 99,22%."
        )
        assert [(m.measure, m.claim) for m in found] == [(Measure.PAGU, 1), (Measure.REALISASI, 1), (Measure.SERAPAN, 1)]

    def test_two_sentences_on_one_kind_of_money_are_one_claim_and_on_two_kinds_are_two(self) -> None:
        said = "Total Belanja Tidak Langsung adalah sebesar Rp. 74.158.999.879,00. Realisasi {} Rp. 73.824.539.828,00 atau 99,55%."
        assert [m.claim for m in read(said.format("Belanja Tidak Langsung"))] == [1, 1, 1]
        assert [m.claim for m in read(said.format("Belanja Langsung"))] == [1, 2, 2]

    def test_another_pagu_opens_another_claim(self) -> None:
        found = read(
            "Sub Kegiatan Penerbitan Tanda Daftar Kapal anggaran Rp. 9.000.000. Program Pengelolaan "
            "Perikanan Tangkap anggaran Rp. 90.000.000."
        )
        assert [m.claim for m in found] == [1, 2]

    def test_the_pagu_of_which_something_was_spent_joins_the_claim(self) -> None:
        found = read(
            "Realisasi anggaran Program Pengelolaan Perikanan Tangkap sebesar Rp. 1.090.000 dari total pagu sebesar Rp. 1.227.000."
        )
        assert [(m.measure, m.claim, m.subject) for m in found] == [(Measure.REALISASI, 1, TANGKAP), (Measure.PAGU, 1, TANGKAP)]

    def test_a_count_alone_of_something_unnamed_is_left_out(self) -> None:
        assert read("Jumlah bantuan dengan realisasi 40 orang.") == ()
        assert len(read("Bantuan dengan target 46 orang realisasi 49 orang.")) == 2


class TestPlace:
    def test_a_figure_stands_on_the_line_on_which_it_is_printed(self) -> None:
        found = read(
            "Sub Kegiatan Penerbitan Tanda Daftar Kapal yang dilaksanakan di seluruh kecamatan di kabupaten\n"
            "\n"
            "ini, dengan anggaran Rp. 60.000.000,- realisasi Rp. 58.000.000,-\n"
            "\n"
            "persentase keuangan 96,67 %."
        )
        assert [m.location.place.line for m in found] == [3, 3, 5]
        assert {m.location.text for m in found} == {found[0].location.text}
        assert found[0].location.text.startswith("Sub Kegiatan Penerbitan")
        assert (found[0].location.row, found[0].location.column) == ("Penerbitan Tanda Daftar Kapal", "anggaran")

    def test_a_sentence_without_a_map_is_placed_as_a_whole(self) -> None:
        text = "Total anggaran Dinas sebesar Rp. 5.000."
        (mention,) = mentions([Sentence(text, Location(Place(page=7), text))], Listed(), 2023)
        assert mention.location.place == Place(page=7)

    def test_nothing_to_read(self) -> None:
        assert mentions((), Listed(), None) == ()


class TestTerbilang:
    def test_words_over_a_page_break_and_words_in_a_cell(self) -> None:
        lines = [
            TextLine("Belanja langsung kegiatan pemeliharaan seluruhnya berjumlah Rp.2.500.000,- (dua juta lima", Place(line=4)),
            TextLine("ratus ribu rupiah) sampai akhir tahun.", Place(line=6)),
        ]
        place = Place(line=9)
        table = Table((Row((Cell("12 (dua\nbelas) bulan", place),), place),), place, caption="Tabel 1")
        prose, cell = terbilang_of([*lines, table])
        assert (prose.value, prose.location.place.line, cell.value, cell.location.table) == (Decimal(2500000), 4, Decimal(12), "Tabel 1")

    def test_words_that_say_something_else_and_a_slip_of_the_pen(self) -> None:
        text = "Rp. 380.000.000 (tiga ratus delapan puluh tujuh juta rupiah) dan 60 (Senam puluh) orang."
        wrong, slip = terbilang_of([TextLine(text, Place(line=1))])
        assert (wrong.quantity.value, wrong.value) == (Decimal(380000000), Decimal(387000000))
        assert (slip.value, slip.misspelt) == (Decimal(60), (("Senam", "enam"),))

    def test_sentences_already_made_are_taken_as_they_are(self) -> None:
        prose = sentences([TextLine("Lama kegiatan 3 (tiga) bulan.", Place(line=2))])
        (found,) = terbilang_of(prose)
        assert (found.words, found.location.text) == ("tiga", "Lama kegiatan 3 (tiga) bulan.")


class TestNounBehind:
    """`97,1 % keuangan dan 99,57 % fisik`: what directly follows a percentage says of what it is."""

    @pytest.mark.parametrize(
        ("behind", "expected"),
        [
            ("yaitu 97,1 % keuangan dan 99,57 % fisik.", ["serapan", "fisik"]),
            ("atau 97,1 % secara keuangan dan 99,57 % secara fisik.", ["serapan", "fisik"]),
            ("persentase keuangan 97,1 % fisik 99,57 %.", ["serapan", "fisik"]),
            ("persentase keuangan 97,1 % fisik sebesar 99,57 %.", ["serapan", "fisik"]),
            ("yaitu 97,1 % fisik.", ["fisik"]),
            ("realisasi fisik naik 2,4 % fisik.", []),
        ],
    )
    def test_each_percentage_has_its_own_noun(self, behind: str, expected: list[str]) -> None:
        found = said(f"Program Pengelolaan Perikanan Tangkap dengan anggaran Rp. 30.000.000,- terealisasi Rp. 29.130.000,-, {behind}")
        assert [measure for measure, _ in found] == ["pagu", "realisasi", *expected]
