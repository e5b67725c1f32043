"""One key for one thing: slips are forgiven, look-alikes are kept apart, and prose is searched for known names."""

from __future__ import annotations

from pipeline.normalize.names import Jenjang, Subjects, key


def test_key_forgets_case_punctuation_numbers_and_leading_words() -> None:
    assert key("1.2 PROGRAM Rehabilitasi  Sosial") == key("Rehabilitasi Sosial") == "rehabilitasi sosial"
    assert key("Sub Kegiatan Penyediaan Sandang") == "penyediaan sandang"
    assert key("Kab/Kota") == "kabupaten kota"


def test_a_name_that_is_only_the_leading_word_keeps_it() -> None:
    assert key("Program") == "program"


def test_a_slip_of_the_pen_is_the_same_indicator() -> None:
    subjects = Subjects(
        [
            ("Nilai AKIP (Akuntabilitas Kinerja Insatnsi Pemerintah)", Jenjang.INDIKATOR),
            ("Nilai AKIP (Akuntabilitas Kinerja Instansi Pemerintah)", Jenjang.INDIKATOR),
        ]
    )
    keys = {
        subjects.key_of(f"Nilai AKIP (Akuntabilitas Kinerja {word} Pemerintah)", Jenjang.INDIKATOR) for word in ("Insatnsi", "Instansi")
    }
    assert len(keys) == 1


def test_look_alikes_stay_apart() -> None:
    names = ["Penyediaan Makanan", "Penyediaan Permakanan", "Persentase PPKS yang terlayani 2021", "Persentase PPKS yang terlayani 2022"]
    subjects = Subjects((name, Jenjang.SUB_KEGIATAN) for name in names)
    assert len({subjects.key_of(name, Jenjang.SUB_KEGIATAN) for name in names}) == 4


def test_the_word_before_a_name_tells_kegiatan_from_sub_kegiatan() -> None:
    name = "Pengelolaan Data Fakir Miskin Cakupan Daerah Kabupaten/Kota"
    subjects = Subjects([(name, Jenjang.KEGIATAN), (name, Jenjang.SUB_KEGIATAN)])
    text = f"adalah Kegiatan {name}, Sub Kegiatan {name.lower()} dengan anggaran"
    assert [(h.jenjang, text[h.start : h.end].lower() == name.lower()) for h in sorted(subjects.named_in(text), key=lambda h: h.start)] == [
        (Jenjang.KEGIATAN, True),
        (Jenjang.SUB_KEGIATAN, True),
    ]


def test_a_name_inside_a_longer_name_is_not_named() -> None:
    subjects = Subjects([("Rehabilitasi Sosial", Jenjang.PROGRAM), ("Rehabilitasi Sosial Dasar Penyandang Disabilitas", Jenjang.KEGIATAN)])
    hits = subjects.named_in("untuk Kegiatan Rehabilitasi Sosial dasar penyandang disabilitas tahun ini")
    assert [hit.jenjang for hit in hits] == [Jenjang.KEGIATAN]


def test_a_name_with_a_slip_is_found_in_prose_but_not_as_exact() -> None:
    subjects = Subjects([("Peningkatan Kemampuan Potensi Sumber Kesejahteraan Sosial", Jenjang.SUB_KEGIATAN)])
    (hit,) = subjects.named_in("yaitu peningkatan kemampuan potensi sumber kesejateraan sosial dengan anggaran")
    assert not hit.exact


def test_a_name_with_as_many_slips_as_a_likeness_allows_is_found() -> None:
    """Texts that share too few pieces with a name are passed over: each slip spoils one, wherever it is."""
    name = "Program Pengembangan Kelembagaan Masyarakat Pedesaan Terpencil"
    subjects = Subjects([(name, Jenjang.PROGRAM)])
    assert key(name) == "pengembangan kelembagaan masyarakat pedesaan terpencil"
    slipped = "pngembangan klembagaan msyarakat pdesaan trpencil"
    for text in (f"{slipped} tahun ini", f"pada {slipped}"):
        (hit,) = subjects.named_in(text)
        assert (text[hit.start : hit.end], hit.exact) == (slipped, False)


def test_a_sign_that_is_two_letters_when_folded_moves_no_name() -> None:
    text = "kualiﬁkasi straße Rehabilitasi Sosial ﬁnal"
    (hit,) = Subjects([("Rehabilitasi Sosial", Jenjang.PROGRAM)]).named_in(text)
    assert text[hit.start : hit.end] == "Rehabilitasi Sosial"


def test_an_unknown_name_is_not_found() -> None:
    assert Subjects([("Penyediaan Permakanan", Jenjang.SUB_KEGIATAN)]).named_in("penyediaan makanan untuk korban bencana") == ()
