"""Numbers in words: the amounts of three reports with their slips, and every number there and back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipeline.normalize.number_words import PARTS
from pipeline.normalize.terbilang import find, is_terbilang, read, spell
from pipeline.normalize.word_slips import readings_of


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (18, "delapan belas"),
        (21, "dua puluh satu"),
        (100, "seratus"),
        (305, "tiga ratus lima"),
        (1_000, "seribu"),
        (1_001, "seribu satu"),
        (11_000, "sebelas ribu"),
        (100_000, "seratus ribu"),
        (1_000_000, "satu juta"),
        (70_860_000, "tujuh puluh juta delapan ratus enam puluh ribu"),
        (8_069_859_523, "delapan miliar enam puluh sembilan juta delapan ratus lima puluh sembilan ribu lima ratus dua puluh tiga"),
        (10**12, "satu triliun"),
        (10**15, "seribu triliun"),
    ],
)
def test_standard_spelling(value: int, words: str) -> None:
    assert spell(value) == words
    assert read(words).value == value


@pytest.mark.parametrize("value", [-1, 10**15 + 1])
def test_what_is_not_spelled(value: int) -> None:
    with pytest.raises(ValueError, match="cannot be spelled"):
        spell(value)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Lima Puluh Delapan Koma Tujuh Puluh Delapan", "58.78"),
        ("lima puluh delapan koma tujuh delapan", "58.78"),
        ("nol koma nol lima", "0.05"),
        ("satu koma tiga puluh satu", "1.31"),
        ("sembilan puluh enam koma lima", "96.5"),
        ("seratus koma nol nol", "100.00"),
        ("seratus lima puluh rupiah dua puluh lima sen", "150.25"),
        ("lima rupiah lima sen", "5.05"),
        ("sejuta", "1000000"),
        ("semiliar", "1000000000"),
        ("dua milyar", "2000000000"),
        ("setrilyun", "1000000000000"),
        ("satu ribu", "1000"),
        ("dua belas orang", "12"),
        ("Terbilang : dua juta rupiah saja", "2000000"),
        ("seratus persen", "100"),
        ("kosong koma lima", "0.5"),
    ],
)
def test_decimals_sen_and_variants(words: str, value: str) -> None:
    spelled = read(words)
    assert spelled.value == Decimal(value)
    assert spelled.misspelt == ()


@pytest.mark.parametrize(
    "words",
    [
        "LIMA BELAS JUTA RUPIAH",
        "Lima belas  juta\nrupiah",
        "limabelas juta rupiah",
        "limabelasjutarupiah",
        "lima be las ju ta rupiah",
        "lima belas ju-\nta rupiah",
        "lima belas juta rupiah.",
        "“lima belas juta” rupiah,-",
    ],
)
def test_spaces_case_and_punctuation(words: str) -> None:
    spelled = read(words)
    assert spelled.value == 15_000_000
    assert spelled.misspelt == ()
    assert spelled.currency


def test_currency() -> None:
    assert read("dua ratus Rupiah").currency
    assert not read("dua ratus").currency
    assert read("rupiah").value is None


@pytest.mark.parametrize(
    "words",
    [
        *("", "   ", "rupiah", "ribu", "puluh lima", "dua juta tiga juta", "dua ribu lima juta", "dua puluh belas", "lima lima"),
        *("satu dua", "dua puluh sepuluh", "nol juta", "seratus dan dua", "12 juta", "koma lima", "lima koma", "sekolah dasar"),
        *("dua " * 200, "satu" * 5000, "se" * 5000),
    ],
)
def test_words_that_make_no_number(words: str) -> None:
    assert read(words).value is None


# ---------------------------------------------------------------- slips


def test_f47_a_letter_too_many() -> None:
    """S1 l.639: Senam puluh."""
    spelled = read("Senam puluh tiga juta tiga ratus tujuh puluh ribu lima ratus Rupiah")
    assert spelled.value == 63_370_500
    assert spelled.misspelt == (("Senam", "enam"),)


def test_f48_a_se_out_of_place() -> None:
    """S1 l.639: puluhse ribu ratusenam, for puluh ribu seratus enam."""
    spelled = read("enam puluh juta Sembilan ratus tujuh puluhse ribu ratusenam puluh dua rupiah")
    assert spelled.value == 60_970_162
    assert spelled.misspelt == (("puluhse", "puluh"), ("ratusenam", "seratus enam"))


def test_f45_and_f46_amount_slips_say_what_they_say() -> None:
    """S1 l.790: delapan puluh tujuh juta for 380 million, lima puluh for lima; the numeral changes nothing."""
    first = "Tiga ratus delapan puluh tujuh juta Sembilan ratus tiga puluh delapan ribu tujuh ratus rupiah"
    second = "Tiga ratus enam puluh Sembilan juta lima ratus tiga puluh empat ribu tiga ratus lima puluh rupiah"
    for words, value, numeral in ((first, 387_938_700, 380_938_700), (second, 369_534_350, 369_534_305)):
        spelled = read(words, numeral=Decimal(numeral))
        assert spelled.value == value
        assert spelled.misspelt == ()


@pytest.mark.parametrize(
    ("words", "value", "slip"),
    [
        ("sebilan ratus", 900, ("sebilan", "sembilan")),
        ("emapt puluh", 40, ("emapt", "empat")),
        ("tuju puluh", 70, ("tuju", "tujuh")),
        ("tiga ratu lima", 305, ("ratu", "ratus")),
        ("tigapuluh lma", 35, ("lma", "lima")),
        ("dua pulh", 20, ("pulh", "puluh")),
        ("duapulh", 20, ("duapulh", "dua puluh")),
        ("dua millyar", 2 * 10**9, ("millyar", "miliar")),
        ("delpan juta rupih", 8_000_000, ("delpan", "delapan")),
    ],
)
def test_misspelt_words_are_read_and_named(words: str, value: int, slip: tuple[str, str]) -> None:
    spelled = read(words)
    assert spelled.value == value
    assert slip in spelled.misspelt


def test_a_slip_that_can_be_two_numbers_is_read_only_beside_its_numeral() -> None:
    """`tima` is one letter from tiga and from lima."""
    assert read("tima juta").value is None
    for numeral, word in ((3_000_000, "tiga"), (5_000_000, "lima")):
        spelled = read("tima juta", numeral=Decimal(numeral))
        assert spelled.value == numeral
        assert spelled.misspelt == (("tima", word),)
    assert read("tima juta", numeral=Decimal(7_000_000)).value is None


def test_what_fits_the_grammar_decides_between_two_words() -> None:
    """`ratu` is one letter from ratus and from satu."""
    assert read("tiga ratu").value == 300
    assert read("dua puluh ratu").value == 21


# ---------------------------------------------------------------- in a text


def test_pairs_of_a_sentence() -> None:
    """S1 l.790."""
    text = "anggaran Rp. 380.938.700,- (Tiga ratus delapan puluh juta rupiah) realisasi Rp. 369.534.305, (Tiga ratus) dan 97,1 %"
    first, second = find(text)
    assert text[first.start : first.end] == first.quantity.text == "Rp. 380.938.700,-"
    assert first.quantity.value == 380_938_700
    assert text[first.words_start : first.words_end] == first.words == "Tiga ratus delapan puluh juta rupiah"
    assert second.quantity.value == 369_534_305
    assert second.words == "Tiga ratus"


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("berusia 60 (enam Puluh) tahun", "60", "enam Puluh"),
        ("sampai dengan 21(dua puluh satu) tahun", "21", "dua puluh satu"),
        ("3(tiga) jenis PPKS", "3", "tiga"),
        ("mendapatkan nilai 58,78 (Lima Puluh Delapan Koma Tujuh Puluh Delapan)", "58.78", "Lima Puluh Delapan Koma Tujuh Puluh Delapan"),
        ("dikalikan dengan 100 (Seratus)", "100", "Seratus"),
        ("Rp.61.670.500,-(enam puluh satu juta\nenam ratus)", "61670500", "enam puluh satu juta\nenam ratus"),
        ("12 orang (dua belas)", "12", "dua belas"),
        ("sebesar Rp.92.092.800. (Sembilan puluh dua juta)", "92092800", "Sembilan puluh dua juta"),
        ("1.222 (seribu dua ratus dua puluh dua) usulan", "1222", "seribu dua ratus dua puluh dua"),
        ("2 (duaa) unit", "2", "duaa"),
        ("5 (lama) tahun", "5", "lama"),
        ("Rp. 8.069.859.523,00 (Delapan Miliar Enam Puluh Rupiah)", "8069859523.00", "Delapan Miliar Enam Puluh Rupiah"),
    ],
)
def test_numeral_and_words(text: str, value: str, words: str) -> None:
    (pair,) = find(text)
    assert (f"{pair.quantity.value:f}", pair.words) == (value, words)


@pytest.mark.parametrize(
    "text",
    [
        "62.557 KK (PPKS)",
        "Rp. 200.000,- (APBD)",
        "Anggaran 500 (juta rupiah)",
        "3 (lama) tahun",
        "3 (juga) ada",
        "2 (tujuan)",
        "80 (A) dan 74,76 (BB)",
        "86 (101%)",
        "tanpa angka (lima puluh)",
        "Tabel 3 (tiga)",
        "5 orang dan keluarga (tiga)",
        "12 (dalam satu tahun terdapat dua kali pertemuan)",
        "100 ()",
    ],
)
def test_brackets_that_hold_no_terbilang(text: str) -> None:
    assert find(text) == ()


def test_is_terbilang_needs_half_of_its_words() -> None:
    assert is_terbilang("satu Kartu")
    assert not is_terbilang("satu Kartu Tanda Penduduk")
    assert not is_terbilang("juta rupiah")
    assert not is_terbilang("")


# ---------------------------------------------------------------- properties

steady = settings(deadline=None, derandomize=True)
"""The same examples in every run, on a slow machine too; more are tried by raising `max_examples`."""

NUMBER = st.one_of(st.integers(0, 2000), st.integers(0, 10**15))


@steady
@given(NUMBER)
def test_every_number_is_read_from_its_spelling(value: int) -> None:
    spelled = read(f"{spell(value)} rupiah")
    assert spelled.value == value
    assert spelled.misspelt == ()
    assert spelled.currency


@steady
@given(NUMBER, st.data())
def test_case_spaces_and_variants_change_nothing(value: int, data: st.DataObject) -> None:
    words = spell(value).replace("miliar", data.draw(st.sampled_from(["miliar", "milyar"])))
    words = words.replace("triliun", data.draw(st.sampled_from(["triliun", "trilyun"])))
    spaced = "".join(data.draw(st.sampled_from([" ", "  ", "\n", "", "\u00a0"])) if c == " " else c for c in words)
    cased = "".join(c.upper() if data.draw(st.booleans()) else c for c in spaced)
    spelled = read(cased)
    assert spelled.value == value
    assert spelled.misspelt == ()


LETTERS = "abcdefghijklmnopqrstuvwxyz"


@st.composite
def typos(draw: st.DrawFn) -> tuple[int, list[str], int]:
    """A number, its words with one letter wrong in one of them, and which."""
    value = draw(NUMBER)
    words = spell(value).split()
    at = draw(st.integers(0, len(words) - 1))
    word = words[at]
    place = draw(st.integers(0, len(word) - 1))
    letter = draw(st.sampled_from(LETTERS))
    changed = draw(
        st.sampled_from(
            [
                word[:place] + letter + word[place:],
                word[:place] + word[place + 1 :],
                word[:place] + letter + word[place + 1 :],
                word[:place] + word[place : place + 2][::-1] + word[place + 2 :],
            ]
        )
    )
    assume(changed != word and changed)
    return value, [*words[:at], changed, *words[at + 1 :]], at


@steady
@given(typos())
def test_one_wrong_letter_is_never_another_number_in_silence(case: tuple[int, list[str], int]) -> None:
    value, words, at = case
    spelled = read(" ".join(words))
    if spelled.value not in (None, value):
        assert spelled.misspelt or words[at] in PARTS


@steady
@given(typos())
def test_one_wrong_letter_beside_the_numeral_is_a_spelling_slip(case: tuple[int, list[str], int]) -> None:
    value, words, at = case
    assume(readings_of(words[at]) and readings_of(words[at])[0].cost > 0)
    spelled = read(" ".join(words), numeral=Decimal(value))
    assert spelled.value == value
    assert [printed for printed, _ in spelled.misspelt] == [words[at]]


@steady
@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from([*PARTS, "(", ")", "12", "Rp", "senam", "x"]), max_size=30).map(" ".join)))
def test_no_text_raises(text: str) -> None:
    spelled = read(text)
    assert spelled.value is None or type(spelled.value) is Decimal
    for pair in find(text):
        assert text[pair.start : pair.end] == pair.quantity.text
        assert text[pair.words_start : pair.words_end] == pair.words


def test_a_scale_behind_koma_is_of_the_whole_number() -> None:
    assert read("satu koma lima miliar rupiah").value == Decimal(1_500_000_000)
    assert read("dua koma tujuh lima juta").value == Decimal(2_750_000)
