"""The walk over a page in C and in Python says the same, bit by bit; it keeps its limits, and the library follows its source."""

from __future__ import annotations

import contextlib
import ctypes
import dataclasses
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as raw
import pytest
from PIL import Image
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from extractors.pdfium import walk, walk_slow
from extractors.pdfium.frame import Boxes
from extractors.pdfium.ink import ink_of, taken_from
from extractors.pdfium.net import nets_of, touching
from extractors.pdfium.rulings import lattice_of, openings
from extractors.pdfium.strips import leaning_on, lines_on
from extractors.pdfium.written import written_on
from tests.pdf_fixtures import BUDGET, caption, drawn, grid, printed, prose, read, space

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = sorted((ROOT / "data/raw").glob("*.pdf"))

needs_compiler = pytest.mark.skipif(
    not any(map(shutil.which, ("cc", "gcc", "clang"))), reason="no C compiler here (Debian: gcc libc6-dev); the walk runs in Python only"
)
needs_library = pytest.mark.skipif(
    not walk.library().is_file(), reason="walk.c is not built: scripts/build_walk.sh does it where a C compiler is (Debian: gcc libc6-dev)"
)

# ------------------------------------------------------------------ pages


def letters(canvas: Canvas) -> None:
    """Fonts, sizes, bold, white on paper and white on paint, invisible, spread, raised."""
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 780, "Realisasi  anggaran   1.234.567.890 (98,57%)")
    canvas.setFont("Helvetica-Bold", 10)
    canvas.drawString(60, 760, "JUMLAH")
    canvas.drawString(60.4, 760, "JUMLAH")
    canvas.rect(60, 700, 200, 20, fill=1)
    canvas.setFillColor(colors.white)
    canvas.drawString(64, 705, "putih di atas warna")
    canvas.drawString(64, 660, "putih di atas kertas")
    canvas.setFillColor(colors.CMYKColor(0.1, 0.7, 0.2, 0.1), alpha=0.5)
    text = canvas.beginText(60, 640)
    text.setFont("Times-Italic", 7.3)
    text.setCharSpace(3.3)
    text.textOut("S P R E A D")
    text.setRise(4)
    text.textOut("2)")
    text.setTextRenderMode(3)
    text.textOut("tak terlihat")
    canvas.drawText(text)


def signs(canvas: Canvas) -> None:
    """Control characters, soft hyphens, unbreakable spaces, a hyphen at the end of a line, letters outside of Latin."""
    canvas.setFont("Helvetica", 9)
    canvas.drawString(60, 780, "a\x01b\x02c\x1fd\x7fe\xa0f\xadg – “h” €")
    canvas.drawString(60, 760, "pelak-")
    canvas.drawString(60, 749, "sanaan")
    canvas.setFont("Symbol", 9)
    canvas.drawString(60, 730, "abc ≤ α")


def turned(canvas: Canvas) -> None:
    """All four directions, and a stamp across the page."""
    canvas.setFont("Helvetica", 8)
    for turn, text in enumerate(("tegak 1.250", "rebah kiri", "terbalik 7", "rebah kanan 12,5", "BELUM DIAUDIT")):
        canvas.saveState()
        canvas.translate(300.3, 400.7)
        canvas.rotate(90 * turn if turn < 4 else 37)
        canvas.drawString(20, 10 + turn, text)
        canvas.restoreState()


def turned_page(canvas: Canvas) -> None:
    canvas.setPageRotation(90)
    letters(canvas)
    turned(canvas)
    lines(canvas)


def kerned(canvas: Canvas) -> None:
    """Figures and words whose letters are set by hand, as typesetting programs do."""
    canvas.setFont("Helvetica", 10)
    name = canvas._doc.getInternalFontName("Helvetica")
    canvas._code.append(f"BT {name} 10 Tf 60 700 Td [(Reali) -250 (sasi) 120 (1) -40 (.250) -900 (98) 30 (,5)] TJ 0 -14 Td (baris) Tj ET")


def lines(canvas: Canvas) -> None:
    """Rulings, frames, bars, dashes, tints, nothing painted."""
    canvas.setLineWidth(0.7)
    canvas.line(50.1, 600.2, 500.3, 600.2)
    canvas.line(50.1, 600.2, 50.1, 500)
    canvas.setDash(3, 2)
    canvas.line(50, 590, 333.3, 591.7)
    canvas.setFillColor(colors.Color(0.9, 0.93, 0.9))
    canvas.setStrokeColor(colors.Color(0.2, 0, 0.1, alpha=0))
    canvas.rect(60, 510, 100, 0.48, stroke=0, fill=1)
    canvas.rect(60, 520, 100, 30, stroke=1, fill=1)
    canvas.rect(180, 520, 100, 30, stroke=1, fill=0)
    canvas.rect(180, 560, 100, 30, stroke=0, fill=0)


def paths(canvas: Canvas, stroke: int = 1, fill: int = 0) -> None:
    """Long paths: rectangles, open and bent pieces, curves, and all of these in one."""
    path = canvas.beginPath()
    for place in range(4):
        path.rect(60 + 50.3 * place, 400, 50.3, 20.1)
    path.moveTo(60, 380)
    for place in range(6):
        path.lineTo(60 + 31.7 * place, 380 - 7 * (place % 2))
    path.moveTo(300, 380)
    path.curveTo(320, 390, 340, 370, 360, 380.5)
    path.lineTo(400, 380)
    path.circle(430, 330, 17)
    path.roundRect(60, 320, 90, 33, 4)
    path.moveTo(200, 300)
    path.lineTo(260, 300)
    path.lineTo(200, 270)
    path.close()
    path.moveTo(10, 10)
    canvas.drawPath(path, stroke=stroke, fill=fill)
    canvas.circle(500, 100, 30, stroke=stroke, fill=fill)


def painted_paths(canvas: Canvas) -> None:
    paths(canvas, 0, 1)
    paths(canvas, 1, 1)


def scaled_paths(canvas: Canvas) -> None:
    canvas.transform(0.437, 0.113, -0.087, 0.771, 133.3, 121.7)
    paths(canvas)
    painted_paths(canvas)
    lines(canvas)


def forms(canvas: Canvas) -> None:
    """Forms in forms, moved, scaled, turned and slanted."""
    canvas.beginForm("dalam")
    lines(canvas)
    paths(canvas)
    canvas.endForm()
    canvas.beginForm("luar")
    canvas.saveState()
    canvas.transform(0.37, 0.11, -0.08, 0.41, 33.3, 21.7)
    canvas.doForm("dalam")
    canvas.restoreState()
    letters(canvas)
    canvas.endForm()
    for turn in range(3):
        canvas.saveState()
        canvas.translate(100 + 71.3 * turn, 90)
        canvas.rotate(31 * turn)
        canvas.scale(0.77, 0.6)
        canvas.doForm("luar")
        canvas.restoreState()


def images(canvas: Canvas) -> None:
    picture = Image.new("RGB", (12, 9), (10, 200, 30))
    canvas.drawInlineImage(picture, 100, 100, 333, 250)
    canvas.saveState()
    canvas.rotate(13)
    canvas.drawInlineImage(picture, 300, 400, 50, 60)
    canvas.restoreState()
    canvas.setFillColor(colors.white)
    canvas.drawString(120, 200, "putih di atas gambar")


def nothing(canvas: Canvas) -> None:
    canvas.showPage()


PAGES: tuple[Callable[[Canvas], None], ...] = (
    letters, signs, turned, turned_page, kerned, lines, paths, painted_paths, scaled_paths, forms, images, nothing,
)  # fmt: skip


def table(folder: Path) -> Path:
    story = [prose("Realisasi anggaran tahun 2023 sebesar 94,50%."), caption("Tabel 3.1"), space(), grid(BUDGET)]
    return printed(folder, story, running="Laporan Kinerja")


# ------------------------------------------------------------------ walks


@contextlib.contextmanager
def page_of(path: Path, number: int = 1) -> Iterator[Any]:
    """The open page, as pdfium hands it out."""
    document = pypdfium2.PdfDocument(path)
    page = raw.FPDF_LoadPage(document.raw, number - 1)
    try:
        yield page
    finally:
        raw.FPDF_ClosePage(page)
        document.close()


def signs_of(page: Any) -> walk.Signs:
    text_page = raw.FPDFText_LoadPage(page)
    try:
        return walk.signs_on(text_page)
    finally:
        raw.FPDFText_ClosePage(text_page)


def said(page: Any, number: int = 1) -> dict[str, Any]:
    """All that the walk says of a page."""
    ink = ink_of(taken_from(page, number))
    written = written_on(ink)
    every = np.arange(len(written))
    rows = {
        "lines": lines_on(written, every, written.lines),
        "anew": lines_on(written, every[::2].copy()),
        "leaning": leaning_on(written, every),
    }
    parts = {"signs": signs_of(page), "ink": ink, "glyphs": ink.glyphs, "written": written, **rows}
    fields = {f"{name}.{field.name}": getattr(part, field.name) for name, part in parts.items() for field in dataclasses.fields(part)}
    for name in ("ink.glyphs", *(f"{name}.written" for name in rows)):
        del fields[name]
    return exactly(fields | {"shapes": walk.shapes_on(page)})


def exactly(parts: dict[str, Any]) -> dict[str, Any]:
    """The parts, arrays as their bytes."""
    return {name: (part.dtype, part.shape, part.tobytes()) if isinstance(part, np.ndarray) else part for name, part in parts.items()}


@contextlib.contextmanager
def in_python() -> Iterator[None]:
    """As if nothing were built."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(walk, "library", lambda: Path("nowhere"))
        walk.walker.cache_clear()
        assert walk.walker() is walk_slow
        yield
    walk.walker.cache_clear()


@pytest.fixture(params=["C", "Python"])
def walker(request: pytest.FixtureRequest) -> Iterator[None]:
    """The walk that a test runs with."""
    if request.param == "C" and not walk.library().is_file():
        pytest.skip("walk.c is not built: no C compiler (Debian: gcc libc6-dev)")
    with in_python() if request.param == "Python" else contextlib.nullcontext():
        yield


def both(work: Callable[[], Any]) -> tuple[Any, Any]:
    """What comes of the work with the walk in C, and with that in Python."""
    assert walk.walker() is not walk_slow
    fast = work()
    with in_python():
        return fast, work()


@needs_library
@pytest.mark.parametrize("draw", PAGES, ids=lambda draw: draw.__name__)
def test_both_walks_say_the_same_of_a_page(draw: Callable[[Canvas], None], tmp_path: Path) -> None:
    path = drawn(tmp_path, draw)
    with page_of(path) as page:
        fast, slow = both(lambda: said(page))
    assert fast == slow
    fast_read, slow_read = both(lambda: read(path, "pdfium"))
    assert fast_read == slow_read


@needs_library
@pytest.mark.parametrize("make", [table, *(lambda _, path=path: path for path in SAMPLES)], ids=["table", *(path.stem for path in SAMPLES)])
def test_both_walks_say_the_same_of_a_report(make: Callable[[Path], Path], tmp_path: Path) -> None:
    path = make(tmp_path)
    fast, slow = both(lambda: read(path, "pdfium"))
    assert fast == slow
    assert fast.tables
    for number in range(1, len(fast.pages) + 1):
        with page_of(path, number) as page:
            fast_page, slow_page = both(lambda page=page, number=number: said(page, number))
        assert fast_page == slow_page, number


@pytest.mark.usefixtures("walker")
def test_the_pages_of_these_tests_hold_what_they_are_meant_to_hold(tmp_path: Path) -> None:
    """Otherwise two walks that see nothing would agree."""
    with page_of(drawn(tmp_path, letters)) as page:
        ink, runs = ink_of(taken_from(page, 1)), signs_of(page).runs
    words = ["".join(map(chr, ink.glyphs.signs[word["start"] : word["end"]])) for word in ink.glyphs.words]
    assert words[:5] == ["Realisasi", "anggaran", "1.234.567.890", "(98,57%)", "JUMLAH"]
    assert "warna" in words
    assert not {"kertas", "terlihat"} & set(words)
    assert [int(word["bold"]) for word in ink.glyphs.words[3:5]] == [0, 6]
    assert 3 in runs["mode"].tolist()
    with page_of(drawn(tmp_path, turned)) as page:
        assert set(ink_of(taken_from(page, 1)).glyphs.words["turn"].tolist()) == {0, 1, 2, 3}
    with page_of(drawn(tmp_path, signs)) as page:
        codes = set(signs_of(page).codes.tolist())
    assert {2, 32, ord("–"), ord("€")} <= codes
    kinds = {}
    for draw in (lines, paths, forms, images):
        with page_of(drawn(tmp_path, draw)) as page:
            kinds[draw] = walk.shapes_on(page)
    assert [len(kinds[draw]) for draw in (lines, images)] == [6, 2]
    assert (kinds[images]["kind"] == walk.IMAGE).all()
    assert (kinds[paths]["points"] == walk.RECTANGLE).sum() == 4
    assert len(kinds[forms]) == 3 * (len(kinds[lines]) + len(kinds[paths]) + 1)


# Every kind of code that is cleaned, and the last ones that are not.
CODES = (0, 2, 9, 31, 32, 33, 45, 48, 57, 58, 65, 126, 127, 159, 160, 161, 0xAD, 0xD7FF, 0xD800, 0xDFFF, 0xE000, 0xFFFD, 0xFFFE, 0xFFFF)
CODES += (0x10000, 0x10FFFF, 0x110000, 0xFFFFFFFF)


# Few signs a run, so that some are spread; gaps of words, of what pdfium made up, of spaces; how far things may drift or go back.
RUNS = 90
REACH = (0.18, 0.14, 0.1, 0.6, 0.5, 0.15, 1.5, 0.5, 0.9)


def any_signs(chance: np.random.Generator, count: int = 400) -> walk.Signs:
    """Signs in rough lines, crowded enough that words, doubles and jumps back come about; some are beside the page."""
    x = np.cumsum(chance.choice([0, 0.4, 3, 5, 5, 6, 7, 9, -200], count)) % 640 - 20
    y = np.repeat(chance.integers(-1, 40, count // 8), 8) * 21.3 + chance.choice([0, 0, 0, 1.5, 3], count)
    high, wide = chance.choice([0, 6, 9.7], count), chance.choice([0, 3.1, 5], count)
    boxes = np.column_stack([x, y + high, x + wide, y]).astype(np.float32)
    codes = np.where(chance.random(count) < 0.6, chance.integers(48, 52, count), chance.choice(CODES, count)).astype(np.uint32)
    runs = np.zeros(RUNS, walk.RUN)
    for name, values in (("a", (12, 0, -12, 0.3)), ("b", (0, 0, 12, -12)), ("color", (0xFF, 0xFFFFFFFF, 0xF7F7F700)), ("mode", (0, 0, 3))):
        runs[name] = chance.choice(values, RUNS)
    runs["bold"] = chance.integers(0, 2, RUNS)
    runs_of = np.where(chance.random(count) < 0.1, -1, np.sort(chance.integers(0, RUNS, count))).astype(np.int32)
    return walk.Signs(boxes, codes, runs_of, runs)


@needs_library
@pytest.mark.parametrize("turns", range(4))
@pytest.mark.parametrize("seed", range(8))
def test_both_walks_make_the_same_words_of_any_signs(seed: int, turns: int) -> None:
    chance = np.random.default_rng(seed)
    signs = any_signs(chance)
    hidden = (chance.random(len(signs.codes)) < 0.1).astype(np.uint8) if seed % 3 else None

    def work() -> dict[str, Any]:
        manners = walk.manners_of(signs, turns, bool(seed % 2))
        measure = np.array([((3.3, 840, 595, 842), REACH, turns, manners.any_leans)], walk.MEASURE)
        glyphs = walk.glyphs_of(signs, manners, hidden, measure)
        assert len(glyphs.words) > 10
        return exactly({name: getattr(part, name) for part in (manners, glyphs) for name in type(part).__slots__})

    fast, slow = both(work)
    assert fast == slow


# ------------------------------------------------------------------ limits, and nothing


@needs_library
@pytest.mark.parametrize("seed", range(8))
def test_both_walks_find_the_same_groups_of_squares(seed: int) -> None:
    chance = np.random.default_rng(seed)
    closed = chance.random(chance.integers(1, 12, 2)) < 0.35
    fast, slow = both(lambda: [squares.tobytes() for squares in touching(closed)])
    assert fast == slow


def any_rules(chance: np.random.Generator) -> Boxes:
    """Rulings near a raster of a few lines: doubled, in pieces, too short, ending early, meeting by chance; in two places."""
    count = int(chance.integers(0, 60))
    steps = 40 * chance.integers(0, 7, (count, 4)) + chance.choice([0, 0, 0, 1.5, 3.5, 4.2, -6], (count, 4))
    steps += 600 * chance.integers(0, 2, (count, 1))
    (x0, y0, x1, y1), level = steps.T, chance.random(count) < 0.5
    left, right, top, bottom = np.minimum(x0, x1), np.maximum(x0, x1), np.minimum(y0, y1), np.maximum(y0, y1)
    return np.column_stack([left, top, np.where(level, right, left), np.where(level, top, bottom)]).astype(float)


@needs_library
@pytest.mark.parametrize("seed", range(30))
def test_both_walks_make_the_same_of_any_rulings(seed: int) -> None:
    rules = any_rules(np.random.default_rng(seed))

    def work() -> list[Any]:
        lattice = lattice_of(rules)
        nets = [(net.xs.tolist(), net.ys.tolist(), net.owner.tolist()) for net in nets_of(lattice)]
        return [lattice.flat.tolist(), lattice.upright.tolist(), openings(lattice), nets]

    fast, slow = both(work)
    assert fast == slow


def test_any_rulings_are_of_all_kinds() -> None:
    """Otherwise two walks that see nothing would agree."""
    lattices = [lattice_of(any_rules(np.random.default_rng(seed))) for seed in range(30)]
    found = [openings(lattice) for lattice in lattices]
    assert {lidless for lidless, _ in found} == {False, True}
    assert {parted for _, bands in found for _, _, parted in bands} == {False, True}
    assert {min(len(nets_of(lattice)), 2) for lattice in lattices} == {0, 1, 2}


@pytest.mark.usefixtures("walker")
def test_squares_that_share_a_corner_are_of_one_group() -> None:
    closed = np.array([[1, 0, 0, 1], [0, 1, 0, 0], [0, 0, 0, 1]], bool)
    assert [squares.nonzero()[1].tolist() for squares in touching(closed)] == [[3], [0, 1], [3]]


@pytest.mark.usefixtures("walker")
def test_no_more_characters_than_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with page_of(drawn(tmp_path, letters)) as page:
        whole = signs_of(page)
        monkeypatch.setattr(walk, "MOST_CHARS", 7)
        first = signs_of(page)
    assert len(first.codes) == 7 < len(whole.codes)
    assert first.codes.tolist() == whole.codes[:7].tolist()
    assert len(first.boxes) == len(first.runs_of) == 7


@pytest.mark.usefixtures("walker")
@pytest.mark.parametrize("draw", [paths, forms])
def test_no_more_shapes_than_the_limit_and_all_below_it(
    draw: Callable[[Canvas], None], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with page_of(drawn(tmp_path, draw)) as page:
        whole = walk.shapes_on(page)
        monkeypatch.setattr(walk, "FIRST_SHAPES", 3)
        assert walk.shapes_on(page).tobytes() == whole.tobytes()  # the room grows with what is there
        monkeypatch.setattr(walk, "MOST_SHAPES", 5)
        assert walk.shapes_on(page).tobytes() == whole[:5].tobytes()
    assert len(whole) > 5


@pytest.mark.usefixtures("walker")
def test_no_more_objects_than_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with page_of(drawn(tmp_path, lines)) as page:
        whole = walk.shapes_on(page)
        monkeypatch.setattr(walk, "MOST_OBJECTS", 2)
        assert walk.shapes_on(page).tobytes() == whole[:2].tobytes()


@needs_library
@pytest.mark.parametrize("most", range(12))
def test_objects_in_forms_count_for_the_limit(most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "MOST_OBJECTS", most)
    with page_of(drawn(tmp_path, forms)) as page:
        fast, slow = both(lambda: walk.shapes_on(page).tobytes())
    assert fast == slow


@pytest.mark.usefixtures("walker")
def test_a_page_without_text_and_one_with_nothing_on_it(tmp_path: Path) -> None:
    with page_of(drawn(tmp_path, lines)) as page:
        bare = ink_of(taken_from(page, 1))
    assert (len(bare.glyphs.words), bare.glyphs.printed) == (0, 0)
    assert len(bare.rules)
    with page_of(drawn(tmp_path, nothing)) as page:
        empty = ink_of(taken_from(page, 1))
    assert [len(part) for part in (empty.glyphs.signs, empty.glyphs.places, empty.glyphs.words, empty.rules, empty.fills)] == [0] * 5


@pytest.mark.usefixtures("walker")
def test_handles_of_nothing(tmp_path: Path) -> None:
    """pdfium gives none where a page or its text cannot be loaded."""
    for handle in (None, ctypes.cast(None, raw.FPDF_TEXTPAGE)):
        signs = walk.signs_on(handle)
        assert [len(part) for part in (signs.boxes, signs.codes, signs.runs_of, signs.runs)] == [0] * 4
    assert len(walk.shapes_on(ctypes.cast(None, raw.FPDF_PAGE))) == 0
    signs = walk.signs_on(None)
    manners = walk.manners_of(signs, 0, False)
    assert (manners.turn, manners.any_leans, manners.any_white) == (0, False, False)
    assert len(walk.glyphs_of(signs, manners, None, np.zeros(1, walk.MEASURE)).words) == 0


# ------------------------------------------------------------------ the library


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with little more than the walk's source, which `walk` takes for its own."""
    sources = (path.relative_to(ROOT).as_posix() for path in (ROOT / "extractors/pdfium").glob("walk*.[ch]"))
    for name in (*sources, "scripts/build_walk.sh"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    monkeypatch.setattr(walk, "__file__", str(tmp_path / "extractors/pdfium/walk.py"))
    return tmp_path


@pytest.fixture
def fresh() -> Iterator[None]:
    """What is loaded is asked anew, now and afterwards."""
    walk.walker.cache_clear()
    yield
    walk.walker.cache_clear()


def build(checkout: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [shutil.which("sh") or "sh", str(checkout / "scripts/build_walk.sh")]
    return subprocess.run(command, env=os.environ | {"PYTHON": sys.executable} | environment, capture_output=True, text=True, check=False)


def libraries(checkout: Path) -> list[str]:
    return sorted(path.name for path in (checkout / "extractors/pdfium").iterdir() if path.suffix == ".so")


def test_the_name_of_the_library_follows_its_source(checkout: Path) -> None:
    before = walk.library()
    with (checkout / "extractors/pdfium/walk.c").open("a", encoding="utf-8") as source:
        source.write("\n")
    assert walk.library() != before
    assert walk.library().parent == before.parent == checkout / "extractors/pdfium"


@pytest.mark.usefixtures("fresh")
def test_without_the_library_the_walk_runs_in_python(checkout: Path) -> None:
    assert libraries(checkout) == []
    assert walk.walker() is walk_slow
    with page_of(table(checkout)) as page:
        assert len(ink_of(taken_from(page, 1)).glyphs.words)


@needs_compiler
@pytest.mark.usefixtures("fresh")
def test_what_is_built_is_loaded_and_an_old_one_goes(checkout: Path) -> None:
    (checkout / "extractors/pdfium/walk-000000000000.so").touch()
    ran = build(checkout)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    assert libraries(checkout) == [walk.library().name]
    assert walk.walker() is not walk_slow


@needs_compiler
def test_it_is_built_once(checkout: Path) -> None:
    assert build(checkout).returncode == 0
    built = walk.library().stat().st_mtime_ns
    assert build(checkout).returncode == 0
    assert walk.library().stat().st_mtime_ns == built


@needs_compiler
@pytest.mark.usefixtures("fresh")
def test_a_library_that_does_not_load_is_built_anew_and_until_then_the_slow_walk_is_made(checkout: Path) -> None:
    walk.library().write_bytes(b"of another machine")
    assert walk.walker() is walk_slow
    walk.walker.cache_clear()
    assert build(checkout).returncode == 0
    assert walk.walker() is not walk_slow


@pytest.mark.parametrize("broken", ["no compiler", "no headers", "a library of another machine"])
def test_where_nothing_can_be_built_one_line_says_so_and_nothing_fails(broken: str, checkout: Path) -> None:
    programs = checkout / "bin"
    programs.mkdir()
    for name in ("dirname", "cat", "cut", "rm", "mv", "sha256sum", "shasum"):
        if found := shutil.which(name):
            (programs / name).symlink_to(found)
    if broken != "no compiler":
        writes = "" if broken == "no headers" else 'for out; do :; done\necho no library > "$out"\nexit 0\n'
        (programs / "cc").write_text(f"#!{shutil.which('sh')}\n{writes}exit 1\n", encoding="utf-8")
        (programs / "cc").chmod(0o755)
    ran = build(checkout, PATH=str(programs))
    assert (ran.returncode, ran.stdout) == (0, "")
    (line,) = ran.stderr.splitlines()
    assert "apt-get install gcc libc6-dev" in line
    assert libraries(checkout) == []
