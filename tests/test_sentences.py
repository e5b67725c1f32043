"""Prose to sentences: paragraphs over page breaks, abbreviations, list items, and the line on which each character stands."""

from __future__ import annotations

from extractors.model import Place, Row, Table, TextLine
from pipeline.normalize.sentences import Passage, sentences


def text_lines(text: str) -> list[TextLine]:
    """A text report: each line with its number, empty ones left out as the extractor does."""
    return [TextLine(line, Place(line=number)) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]


def printed(*lines: tuple[str, float, float, float], page: int = 1) -> list[TextLine]:
    """Printed lines: text, left edge, right edge, top."""
    return [TextLine(text, Place(page=page, bbox=(left, top, right, top + 11))) for text, left, right, top in lines]


def read(text: str) -> tuple[Passage, ...]:
    return sentences(text_lines(text))


def texts(found: tuple[Passage, ...]) -> list[str]:
    return [sentence.text for sentence in found]


def line_of(sentence: Passage, part: str) -> int | None:
    return sentence.place_at(sentence.text.index(part)).line


class TestParagraphs:
    def test_a_page_break_in_a_sentence_does_not_end_it_and_each_figure_keeps_its_own_line(self) -> None:
        (sentence,) = read(
            "Kegiatan ini dilaksanakan di seluruh kecamatan dan didukung oleh Sub Kegiatan Penyediaan Air\n"
            "\n"
            "bersih, dengan anggaran Rp. 12.500.000,- dan realisasi keuangan Rp. 12.000.000,- (dua\n"
            "\n"
            "belas juta rupiah) atau 96 %."
        )
        assert sentence.location.place.line == 1
        assert line_of(sentence, "Rp. 12.500.000") == 3
        assert line_of(sentence, "96 %") == 5
        assert "(dua belas juta rupiah)" in sentence.text

    def test_a_line_that_ends_in_an_open_word_goes_on_below_even_with_a_figure(self) -> None:
        assert len(read("Tahun\n2022 anggaran kegiatan ini Rp. 70.000,-")) == 1

    def test_a_paragraph_that_ends_without_a_full_stop_before_a_new_one_is_not_joined(self) -> None:
        found = read(
            "Realisasi anggaran mencapai Rp. 90.000.000,- dengan capaian kinerja sebesar 55,72%\n\nUntuk mengukur efisiensi dipakai rumus."
        )
        assert len(found) == 2

    def test_a_list_item_is_a_paragraph_and_its_marker_is_no_text(self) -> None:
        found = read("Bantuan berupa :\n1. Beras\n- a. Gula pasir\n2) Minyak goreng\n(3) Telur")
        assert texts(found) == ["Bantuan berupa :", "Beras", "Gula pasir", "Minyak goreng", "Telur"]
        assert [sentence.item for sentence in found] == [False, True, True, True, True]

    def test_a_table_and_a_formula_stand_between_paragraphs(self) -> None:
        table = Table((Row((), Place(line=2)),), Place(line=2))
        lines = text_lines("capaian realisasi kinerja =\n$$\\frac{15}{16} \\times 100 = 93,75\\%$$\nsetelah rumus ini\n\nsebelum tabel")
        assert texts(sentences([*lines[:-1], table, lines[-1]])) == ["capaian realisasi kinerja =", "setelah rumus ini", "sebelum tabel"]

    def test_marks_of_a_conversion_are_not_read(self) -> None:
        (sentence,) = read("Nilai sebesar **71,91** dengan <b>predikat</b> *baik* pada BPK*) ini.")
        assert sentence.text == "Nilai sebesar 71,91 dengan predikat baik pada BPK*) ini."


class TestPrint:
    def test_printed_lines_are_joined_with_the_hyphen_of_a_broken_word_gone_and_that_of_a_doubled_word_kept(self) -> None:
        (sentence,) = sentences(
            printed(
                ("Pelayanan kepada masyarakat dilaksanakan oleh masing-", 72, 520, 100),
                ("masing bidang melalui kegiatan pember-", 72, 520, 116),
                ("dayaan tahun 2016.", 72, 180, 132),
            )
        )
        assert (
            sentence.text == "Pelayanan kepada masyarakat dilaksanakan oleh masing-masing bidang melalui kegiatan pemberdayaan tahun 2016."
        )

    def test_an_indented_line_after_a_full_stop_begins_a_paragraph(self) -> None:
        found = sentences(
            printed(
                ("Anggaran terserap seluruhnya pada akhir tahun sesuai dengan rencana kas.", 72, 515, 100),
                ("Berikutnya disampaikan uraian tiap sasaran yang menjadi tanggung jawab,", 100, 520, 116),
                ("sebagaimana diperjanjikan.", 72, 220, 132),
            )
        )
        assert [sentence.paragraph for sentence in found] == [0, 1]

    def test_a_figure_on_the_next_page_is_placed_there(self) -> None:
        (sentence,) = sentences(
            [
                *printed(("Sasaran ini didukung oleh kegiatan penyuluhan dengan alokasi anggaran", 72, 520, 760)),
                *printed(("sebesar Rp. 45.000.000,-", 72, 230, 60), page=2),
            ]
        )
        assert sentence.place_at(sentence.text.index("Rp.")).page == 2
        assert sentence.location.place.page == 1


class TestSplitting:
    def test_the_sign_of_an_amount_on_the_next_page_does_not_end_its_sentence(self) -> None:
        (sentence,) = sentences(
            [
                *printed(("Kegiatan Pemeliharaan Jalan dengan anggaran sebesar Rp.", 72, 520, 700), page=1),
                *printed(("16.499.931.387,00 dan realisasi Rp. 16.056.862.785,00 atau 97,31%.", 72, 520, 60), page=2),
            ]
        )
        assert sentence.text.endswith("sebesar Rp. 16.499.931.387,00 dan realisasi Rp. 16.056.862.785,00 atau 97,31%.")

    def test_abbreviations_initials_and_currency_do_not_end_a_sentence(self) -> None:
        found = read("Kepala Dinas, H. Amir, S.Sos. M.Si bersama Kab. Batola menyalurkan Rp. 5.000.000 a.n. Siti dsb. Kegiatan selesai.")
        assert len(found) == 1

    def test_a_number_with_dots_stays_whole_and_a_sentence_may_end_in_one(self) -> None:
        found = read("Target sebanyak. 1.222 orang tercapai 1.043 orang. Realisasi sebesar 71,91. Dalam hal ini lebih tinggi.")
        assert texts(found) == [
            "Target sebanyak. 1.222 orang tercapai 1.043 orang.",
            "Realisasi sebesar 71,91.",
            "Dalam hal ini lebih tinggi.",
        ]

    def test_words_in_brackets_behind_an_amount_belong_to_its_sentence(self) -> None:
        assert len(read("Anggaran Rp.92.000.800. (Sembilan puluh dua juta delapan ratus rupiah) realisasi sama.")) == 1

    def test_a_full_stop_without_a_space_behind_it_ends_a_sentence(self) -> None:
        assert len(read("Penerima sebanyak 741 KPM .Program yang mendukung adalah Program Penanganan Bencana.Kegiatan lain menyusul.")) == 3
