"""Files that are no sound report: each a typed problem in Indonesian, the others read all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.model import Category, Document, PageKind
from pipeline import ingest
from pipeline.sniff import LARGEST_FILE
from tests.hostile import files

OTHERS = {"a_pdf": files.report(), "z_txt": b"Laporan Kinerja\nNo\tRp\n1\t1.000\n"}


def run(folder: Path, jobs: int = 1) -> tuple[ingest.Collected, dict[str, Document]]:
    collected = ingest.collect([folder])
    documents = ingest.read_all(collected.sources, jobs, "auto", 60, lambda _: None)
    return collected, {document.name: document for document in documents}


def others_are_read(documents: dict[str, Document]) -> bool:
    return len(documents["a.pdf"].pages) == 3 and len(documents["z.txt"].tables) == 1 and not documents["a.pdf"].problems


@pytest.mark.parametrize(
    ("name", "content", "category"),
    [
        ("kosong_pdf", b"", Category.EMPTY),
        ("satu_pdf", b"%", Category.NOT_A_DOCUMENT),
        ("nol_pdf", bytes(5000), Category.NOT_A_DOCUMENT),
        ("acak_pdf", files.noise(), Category.NOT_A_DOCUMENT),
        ("laman_pdf", b"<!DOCTYPE html><html><body>Halo</body></html>", Category.NOT_A_DOCUMENT),
        ("word_pdf", files.word(), Category.NOT_A_DOCUMENT),
        ("word_docx", files.word(), Category.NOT_A_DOCUMENT),
        ("lama_doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), Category.NOT_A_DOCUMENT),
        ("gambar_pdf", b"\x89PNG\r\n\x1a\n" + bytes(500), Category.NOT_A_DOCUMENT),
        ("data_json", b'{"a": 1, "b": [2, 3]}', Category.NOT_A_DOCUMENT),
    ],
)
def test_what_is_no_document_is_refused_before_it_is_read(tmp_path: Path, name: str, content: bytes, category: Category) -> None:
    collected, documents = run(files.put(tmp_path, **OTHERS, **{name: content}))
    (problem,) = collected.problems
    assert problem.category is category
    assert problem.document == name.replace("_", ".")
    assert problem.message.endswith(".")
    assert problem.advice.endswith(".")
    assert others_are_read(documents)


@pytest.mark.parametrize(
    ("content", "category"),
    [
        (files.encrypted("rahasia", "pemilik"), Category.ENCRYPTED),
        (files.encrypted("rahasia", "pemilik", "RC4-128"), Category.ENCRYPTED),
        (files.without_pages(), Category.DAMAGED),
        (b"%PDF-1.4\n%%EOF\n", Category.DAMAGED),
        (b"%PDF-1.7\n" + files.noise(), Category.DAMAGED),
        *((files.truncated(tenths), Category.DAMAGED) for tenths in range(1, 10)),
    ],
)
def test_a_pdf_that_cannot_be_read_has_a_problem_and_no_pages(tmp_path: Path, content: bytes, category: Category) -> None:
    _, documents = run(files.put(tmp_path, **OTHERS, buruk_pdf=content))
    bad = documents["buruk.pdf"]
    assert [problem.category for problem in bad.problems] == [category]
    assert bad.pages == ()
    assert bad.problems[0].advice
    assert others_are_read(documents)


def test_a_password_of_the_owner_only_forbids_printing_not_reading(tmp_path: Path) -> None:
    for algorithm in ("AES-256", "RC4-128"):
        _, documents = run(files.put(tmp_path, pemilik_pdf=files.encrypted("", "pemilik", algorithm)))
        assert files.SENTENCE in documents["pemilik.pdf"].lines[0].text


@pytest.mark.parametrize(
    "content",
    [
        b"x" * 900 + files.report(),
        files.report().replace(b"startxref\n", b"startxref\n9"),
        files.report() + b"\n%%EOF\n%%EOF\n",
        files.report().replace(b"/Kids [", b"/Kids [ 2 0 R"),
    ],
    ids=["junk before", "wrong startxref", "several ends", "a page tree that holds itself"],
)
def test_small_damage_is_read_through(tmp_path: Path, content: bytes) -> None:
    _, documents = run(files.put(tmp_path, rusak_pdf=content))
    assert len(documents["rusak.pdf"].pages) == 3


@pytest.mark.parametrize(
    ("start", "end", "lost", "said"),
    [
        (100, 300, {1}, "halaman 1 tidak dapat dibaca; halaman lain tetap diperiksa."),
        (350, 550, {2}, "halaman 2 tidak dapat dibaca; halaman lain tetap diperiksa."),
        (400, 700, {2, 3}, "halaman 2 sampai 3 tidak dapat dibaca; halaman lain tetap diperiksa."),
        (100, 800, {1, 2, 3}, "halaman 1 sampai 3 tidak dapat dibaca; tidak ada halaman lain."),
    ],
)
def test_what_is_left_of_a_damaged_pdf_is_read_and_what_is_gone_is_said_once(
    tmp_path: Path, start: int, end: int, lost: set[int], said: str
) -> None:
    sound = files.report()
    _, documents = run(files.put(tmp_path, bolong_pdf=sound[:start] + b"\xff" * (end - start) + sound[end:]))
    left = documents["bolong.pdf"]
    (problem,) = left.problems
    assert problem.category is Category.DAMAGED
    assert problem.page == min(lost)
    assert problem.message == f"Berkas PDF rusak: {said}"
    assert [line.text for line in left.lines] == [f"{files.SENTENCE} halaman {page}" for page in (1, 2, 3) if page not in lost]


def test_a_pdf_named_txt_and_a_text_named_pdf_are_read_for_what_they_are(tmp_path: Path) -> None:
    collected, documents = run(files.put(tmp_path, laporan_txt=files.report(), teks_pdf=b"Laporan Kinerja\nNo\tRp\n1\t1.000\n"))
    assert collected.problems == ()
    assert len(documents["laporan.txt"].pages) == 3
    assert len(documents["teks.pdf"].tables) == 1
    assert [problem.category for document in documents.values() for problem in document.problems] == [Category.WRONG_EXTENSION] * 2


def test_a_file_too_large_is_not_opened(tmp_path: Path) -> None:
    with (tmp_path / "besar.pdf").open("wb") as file:
        file.write(b"%PDF-1.4\n")
        file.truncate(LARGEST_FILE + 1)  # sparse: it takes no room
    (problem,) = ingest.collect([tmp_path]).problems
    assert problem.category is Category.TOO_LARGE


@pytest.mark.parametrize("stamped", ["", "Halaman 1"])
def test_a_scan_says_that_it_is_one(tmp_path: Path, stamped: str) -> None:
    _, documents = run(files.put(tmp_path, pindai_pdf=files.scan(3, stamped)))
    scan = documents["pindai.pdf"]
    assert {page.kind for page in scan.pages} == {PageKind.SCAN}
    (problem,) = scan.problems
    assert problem.category is Category.SCAN
    assert "Seluruh dokumen" in problem.message


def test_scanned_pages_among_others_are_one_problem_a_run(tmp_path: Path) -> None:
    import io

    import pypdf

    writer = pypdf.PdfWriter()
    for part in (files.report(2), files.scan(2), files.report(1), files.scan(1)):
        writer.append(io.BytesIO(part))
    buffer = io.BytesIO()
    writer.write(buffer)
    _, documents = run(files.put(tmp_path, campur_pdf=buffer.getvalue()))
    said = [(problem.page, problem.message.split(" hasil")[0]) for problem in documents["campur.pdf"].problems]
    assert said == [(3, "Halaman 3 sampai 4"), (6, "Halaman 6")]


def test_a_page_of_thousands_of_strokes_and_letters_is_read_in_time(tmp_path: Path) -> None:
    import io
    import random

    from reportlab.pdfgen.canvas import Canvas

    chance = random.Random(3)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.setFont("Helvetica", 4)
    for place in range(3000):
        x, y = chance.uniform(50, 500), chance.uniform(50, 700)
        canvas.line(x, y, x + (40 if place % 2 else 0), y + (0 if place % 2 else 40))
        canvas.drawString(chance.uniform(20, 560), chance.uniform(20, 800), str(place % 10))
    canvas.save()
    _, documents = run(files.put(tmp_path, coretan_pdf=buffer.getvalue()))
    assert documents["coretan.pdf"].problems == ()
    assert documents["coretan.pdf"].pages[0].characters > 2900
