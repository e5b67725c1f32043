"""The sample reports of data/raw: that they are what scripts/samples/data says, and that the one called right is right.

What is proved of the clean report is computed here anew from its YAML, with none of the project's own code.
"""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw
import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
RAW = ROOT / "data" / "raw"
DATA = ROOT / "scripts" / "samples" / "data"
CLEAN = DATA / "06_tanjung_jabung_barat_konsisten.yaml"
CLEAN_PDF = RAW / "06_dinsos_tanjung_jabung_barat_2023_konsisten.pdf"
REPORTS = [
    RAW / output["file"]
    for data in sorted(DATA.glob("*.yaml"))
    for output in yaml.load(data.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["outputs"]
]
PDFS = [path for path in REPORTS if path.suffix == ".pdf"]

AMOUNT = re.compile(r"\d{1,3}(\.\d{3})*")
PERCENT = re.compile(r"\d{1,3},\d\d")


class Line(NamedTuple):
    """One row of the clean report's budget table."""

    code: str
    name: str
    pagu: int
    realisasi: int
    sisa: int
    keu: Decimal
    fisik: Decimal


# ---------------------------------------------------------------- the files


@pytest.mark.skipif(importlib.util.find_spec("reportlab") is None, reason="reportlab, which makes the samples, is not installed")
def test_making_them_again_gives_the_same_bytes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(ROOT / "scripts" / "make_samples.py"), str(tmp_path)], check=True, capture_output=True)
    made = sorted(path.name for path in tmp_path.iterdir())
    assert made == sorted(path.name for path in REPORTS)
    assert [name for name in made if (tmp_path / name).read_bytes() != (RAW / name).read_bytes()] == []


def test_there_are_at_least_five_and_they_are_small() -> None:
    assert len(REPORTS) >= 5
    assert {path.suffix for path in REPORTS} == {".pdf", ".txt", ".md"}
    assert [path.name for path in REPORTS if path.stat().st_size > 200_000] == []


def test_a_report_has_four_to_twelve_pages() -> None:
    assert {path.name: count for path in PDFS if not 4 <= (count := len(pypdfium2.PdfDocument(path))) <= 12} == {}


def test_each_layout_is_there() -> None:
    upright = {path.name[:2]: _upright_lines(path) for path in PDFS}
    assert [number for number, count in upright.items() if not count] == ["02"]
    assert min(count for count in upright.values() if count) > 80
    sizes = {path.name[:2]: pypdfium2.PdfDocument(path)[0].get_size() for path in PDFS}
    assert [number for number, (width, height) in sizes.items() if width > height] == ["03"]


def test_the_long_tables_repeat_their_header_on_the_next_page() -> None:
    assert _pages_with(RAW / "03_dinsos_barito_kuala_2024.pdf", "Sisa (Rp)") >= 2
    assert _pages_with(RAW / "01_dinsos_tanjung_jabung_barat_2023.pdf", "Keu %") >= 3


def test_the_text_report_breaks_a_table_and_a_cell_over_a_page() -> None:
    text = (RAW / "04_dinsos_kutai_kartanegara_2021.txt").read_text(encoding="utf-8")
    header = "Sasaran Strategis\tIndikator Kinerja\tSatuan\tTarget\tRealisasi\tCapaian Kinerja\tKriteria Penilaian\n"
    assert text.count(header) == 2
    assert f"Rencana Umum\tPersen\t100\t99,72\t99,72%\tSangat Tinggi\n\n\n{header}\tPengadaan pada aplikasi SIRUP\t\t" in text
    assert "<b>Rata-rata</b>" in text
    assert r"\frac{Realisasi}{Target}" in text


@pytest.mark.parametrize(
    ("data", "mistakes"),
    [
        ("01_tanjung_jabung_barat", ["Rp.28.178.000 | 99.81", "49,422,100", "Senam puluh tiga", "delapan puluh tujuh juta", "[Tabel 2,"]),
        ("02_kutai_kartanegara", ["99,84%", "86,77 %", "Persen | 70,32", "824.743.202,-", "74,06", "80 atau predikat “A”", "52,50"]),
        (
            "03_barito_kuala",
            ["626.877.613,00 | 1.090.111.598,00", "3.205.880.796", "| 96,7\n", "| 96,22 |", "Sangat kurang | 0 – 49,99 | 1"],
        ),
    ],
)
def test_the_faulty_ones_keep_the_mistakes_of_the_originals(data: str, mistakes: list[str]) -> None:
    text = (DATA / f"{data}.yaml").read_text(encoding="utf-8")
    flat = re.sub(r"[ \n]+", " ", text)
    assert [mistake for mistake in mistakes if mistake not in text and mistake not in flat] == []


# ---------------------------------------------------------------- the clean report: its budget


def test_children_sum_to_their_parent() -> None:
    lines = _budget()
    for parent in [line for line in lines if line.code != "TOTAL" and line.code.count(".") < 2]:
        _assert_sums(parent, [line for line in lines if line.code.rpartition(".")[0] == parent.code])


def test_programs_sum_to_the_total() -> None:
    *lines, total = _budget()
    assert total.code == "TOTAL"
    _assert_sums(total, [line for line in lines if "." not in line.code])


def test_every_line_has_its_sisa_and_its_percentage() -> None:
    for line in _budget():
        assert line.sisa == line.pagu - line.realisasi >= 0, line
        assert line.keu == _percent(line.realisasi, line.pagu), line


def test_codes_count_up_without_gap_or_repetition() -> None:
    codes = [line.code for line in _budget()[:-1]]
    assert len(codes) == len(set(codes))
    for code in codes:
        head, _, last = code.rpartition(".")
        assert last == "1" or ".".join(filter(None, (head, str(int(last) - 1)))) in codes, code


def test_both_budget_tables_say_the_same() -> None:
    planned = _table("Tabel 2.2")
    assert [(row[0], row[1], _number(row[2])) for row in planned] == [(line.code, line.name, line.pagu) for line in _budget()]


def test_the_counts_in_the_text_are_those_of_the_table() -> None:
    codes = [line.code for line in _budget()[:-1]]
    levels = [sum(code.count(".") == level for code in codes) for level in range(3)]
    program, kegiatan, sub_kegiatan = levels
    assert (
        f"{program} ({_words(program)}) program, {kegiatan} ({_words(kegiatan)}) kegiatan dan {sub_kegiatan} ({_words(sub_kegiatan)})"
        in _prose()
    )


# ---------------------------------------------------------------- the clean report: its indicators


def test_capaian_is_realisasi_over_target_wherever_it_is_printed() -> None:
    rows = [(row[4], row[5], row[6]) for row in _table("Tabel 3.2")[:-1]]
    rows += [row[first : first + 3] for row in _table("Tabel 3.4") for first in (2, 5)]
    rows += [row[2:5] for row in _table("Tabel 3.5")]
    assert len(rows) == 20
    for target, realisasi, capaian in rows:
        assert _decimal(capaian) == _percent(_decimal(realisasi), _decimal(target)), (target, realisasi, capaian)


def test_the_average_holds_from_the_printed_and_from_the_exact_figures() -> None:
    *rows, average = _table("Tabel 3.2")
    printed = [_decimal(row[6]) for row in rows]
    exact = [_decimal(row[5]) * 100 / _decimal(row[4]) for row in rows]
    assert _decimal(average[6]) == _rounded(sum(printed) / 5) == _rounded(sum(exact) / 5)


def test_predikat_and_its_counts_follow_the_declared_scale() -> None:
    bounds = [Decimal(re.findall(r"\d+", row[1])[0]) for row in _table("Tabel 3.1")[:-1]]
    labels = [row[2] for row in _table("Tabel 3.1")]
    *rows, average = _table("Tabel 3.2")
    graded = [
        next((label for bound, label in zip(bounds, labels, strict=False) if _decimal(row[6]) >= bound), labels[-1])
        for row in [*rows, average]
    ]
    assert graded == [row[7] for row in [*rows, average]]
    *counts, total = _table("Tabel 3.3")
    assert {row[1]: int(row[2]) for row in counts} == {label: graded[:-1].count(label) for label in labels}
    assert int(total[2]) == 5


def test_an_indicator_has_one_target_and_one_realisasi_in_all_tables() -> None:
    promised = {row[2]: (row[3], row[4]) for row in _table("Tabel 2.1")}
    achieved = {row[2]: (row[3], row[4], row[5], row[6]) for row in _table("Tabel 3.2")[:-1]}
    assert promised == {name: values[:2] for name, values in achieved.items()}
    assert {row[1]: row[5:8] for row in _table("Tabel 3.4")} == {name: list(values[1:]) for name, values in achieved.items()}
    assert {row[1]: row[3] for row in _table("Tabel 3.5")} == {name: values[2] for name, values in achieved.items()}


def test_efisiensi_is_capaian_less_serapan_of_the_program() -> None:
    serapan = {line.name: line.keu for line in _budget()}
    capaian = {row[2]: row[6] for row in _table("Tabel 3.2")[:-1]}
    for _, name, reached, program, spent, efisiensi in _table("Tabel 3.7"):
        assert reached == capaian[name]
        assert _decimal(reached) >= 100
        assert _decimal(spent) == serapan[program]
        assert _decimal(efisiensi) == _decimal(reached) - _decimal(spent)


# ---------------------------------------------------------------- the clean report: its sentences


def test_words_in_brackets_spell_the_amount() -> None:
    spelled = re.findall(r"Rp([\d.]+) \(([a-z ]+) rupiah\)", _prose())
    assert len(spelled) == 16
    for figure, words in spelled:
        assert words == _words(_number(figure)), figure


def test_amounts_of_the_text_stand_in_the_budget_table() -> None:
    amounts = {amount for line in _budget() for amount in (line.pagu, line.realisasi, line.sisa)}
    found = [_number(figure) for figure in re.findall(r"Rp([\d.]+\d)", _prose())]
    assert len(found) > 16
    assert [figure for figure in found if figure not in amounts] == []


def test_every_figure_of_the_text_stands_in_a_table_or_is_worked_out_beside_it() -> None:
    cells = {cell for caption in ("Tabel 3.2", "Tabel 3.8") for row in _table(caption) for cell in row}
    assert sorted(set(re.findall(r"\d+,\d\d", _prose())) - cells) == ["61,54", "92,50"]


def test_percentages_of_the_text_follow_from_the_amounts_before_them() -> None:
    money = re.findall(r"Rp([\d.]+)(?: \([a-z ]+\))?(?: dan)? terealisasi Rp([\d.]+)(?: \([a-z ]+\))? atau sebesar ([\d,]+)%", _prose())
    people = re.findall(r"target (\d+) orang\S*(?: \w+){0,3} terealisasi (\d+) orang atau sebesar ([\d,]+)%", _prose())
    share = re.findall(r"target ([\d,]+)% terealisasi ([\d,]+)% atau capaian sebesar ([\d,]+)%", _prose())
    assert (len(money), len(people), len(share)) == (9, 1, 2)
    for whole, part, percent in [
        *((_number(a), _number(b), c) for a, b, c in money + people),
        *((_decimal(a), _decimal(b), c) for a, b, c in share),
    ]:
        assert _decimal(percent) == _percent(part, whole), (whole, part, percent)


def test_the_summary_says_what_the_tables_say() -> None:
    average, total = _table("Tabel 3.2")[-1], _budget()[-1]
    assert _prose().count(f"adalah {average[6]}% dengan predikat {average[7]}") == 2
    assert f"fisik keenam program adalah {total.fisik}%".replace(".", ",") in _prose()
    assert "naik 40 orang atau 61,54%" in _prose()
    assert _percent(105 - 65, 65) == Decimal("61.54")


def test_headings_and_tables_are_numbered_in_order_and_cited_rightly() -> None:
    captions = [block["table"]["caption"][0] for block in _blocks() if isinstance(block, dict) and "table" in block]
    assert captions == [f"Tabel 2.{number}" for number in (1, 2)] + [f"Tabel 3.{number}" for number in range(1, 9)]
    assert set(re.findall(r"Tabel \d\.\d", _prose())) == set(captions)
    subs = "".join(
        block["sub"][0] if "sub" in block else "/" for block in _blocks() if isinstance(block, dict) and ("sub" in block or "bab" in block)
    )
    assert [part for part in subs.split("/") if part] == ["ABC", "ABC", "AB", "AB"]


def test_numbers_have_one_format() -> None:
    assert all(AMOUNT.fullmatch(cell) for row in _table("Tabel 3.8") for cell in row[2:5])
    assert all(PERCENT.fullmatch(cell) for row in _table("Tabel 3.8") for cell in row[5:])
    assert all(PERCENT.fullmatch(cell) for row in _table("Tabel 3.4") for cell in row[2:])
    assert all(PERCENT.fullmatch(figure) for figure in re.findall(r"([\d.,]*\d) ?%", _prose()))


def test_the_pdf_shows_every_figure_of_the_data() -> None:
    shown = "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(CLEAN_PDF))
    cells = {cell for caption in ("Tabel 3.2", "Tabel 3.8") for row in _table(caption) for cell in row if cell[:1].isdigit()}
    assert sorted(cell for cell in cells if cell not in shown) == []


# ---------------------------------------------------------------- reading the data, and arithmetic by hand


def _blocks() -> list[Any]:
    blocks: list[Any] = yaml.load(CLEAN.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)["blocks"]
    return blocks


def _prose() -> str:
    return "\n".join(" ".join(block.split()) for block in _blocks() if isinstance(block, str))


def _table(number: str) -> list[list[str]]:
    found = [
        block["table"] for block in _blocks() if isinstance(block, dict) and "table" in block and block["table"]["caption"][0] == number
    ]
    return [[cell.strip() for cell in line.removeprefix("* ").split("|")] for line in found[0]["rows"].splitlines()]


def _budget() -> list[Line]:
    return [
        Line(code, name, _number(pagu), _number(realisasi), _number(sisa), _decimal(keu), _decimal(fisik))
        for code, name, pagu, realisasi, sisa, keu, fisik in _table("Tabel 3.8")
    ]


def _assert_sums(parent: Line, children: list[Line]) -> None:
    assert children, parent
    for column in ("pagu", "realisasi", "sisa"):
        assert getattr(parent, column) == sum(getattr(child, column) for child in children), (parent, column)
    assert parent.fisik == _rounded(sum((child.fisik for child in children), Decimal(0)) / len(children)), parent


def _number(text: str) -> int:
    assert AMOUNT.fullmatch(text), text
    return int(text.replace(".", ""))


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _percent(part: Decimal | int, whole: Decimal | int) -> Decimal:
    return _rounded(Decimal(part) * 100 / Decimal(whole))


def _words(number: int) -> str:
    return " ".join(_spell(number)) or "nol"


def _spell(number: int) -> Iterator[str]:
    units = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
    for size, name in ((10**9, "miliar"), (10**6, "juta"), (1000, "ribu"), (100, "ratus"), (10, "puluh")):
        if number < size:
            continue
        count, number = divmod(number, size)
        if size == 10 and count == 1:
            yield from {0: ["sepuluh"], 1: ["sebelas"]}.get(number, [units[number], "belas"])
            return
        yield from [f"se{name}"] if count == 1 and size < 10**6 else [*_spell(count), name]
    if number:
        yield units[number]


# ---------------------------------------------------------------- looking into PDFs


def _upright_lines(path: Path) -> int:
    """The vertical lines of all pages but the cover: those of tables with a full grid."""
    _, *pages = pypdfium2.PdfDocument(path)
    boxes = [drawn.get_bounds() for page in pages for drawn in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])]
    return sum(right - left < 2 < 8 < top - bottom for left, bottom, right, top in boxes)


def _pages_with(path: Path, text: str) -> int:
    return sum(text in page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(path))
