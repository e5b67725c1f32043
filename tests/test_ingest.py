"""Which documents are found, in which order, under which names; and that reading them in parallel changes nothing."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest

from extractors.model import Category, Document
from pipeline import ingest
from tests.hostile import files

TEXT = b"Laporan Kinerja\nNo\tUraian\tRp\n1\tPermakanan\t92.092.800\n"


def names(*paths: Path) -> list[str]:
    return [source.name for source in ingest.collect(paths).sources]


def problems(*paths: Path) -> list[tuple[str, Category]]:
    return [(problem.document, problem.category) for problem in ingest.collect(paths).problems]


def test_a_folder_is_searched_to_the_bottom_in_the_order_of_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "dinas/2022/x.txt", "dinas/2021/x.txt", "Z.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(TEXT)
    assert names(tmp_path) == ["Z.txt", "a.txt", "b.txt", "dinas/2021/x.txt", "dinas/2022/x.txt"]


def test_a_file_is_named_by_its_name_and_the_order_of_the_paths_is_kept(tmp_path: Path) -> None:
    folder = files.put(tmp_path, a_txt=TEXT, b_txt=TEXT)
    assert names(folder / "b.txt", folder / "a.txt") == ["b.txt", "a.txt"]


def test_one_path_given_twice_is_read_once(tmp_path: Path) -> None:
    folder = files.put(tmp_path, a_txt=TEXT)
    assert names(folder, folder / "a.txt", folder) == ["a.txt"]


def test_names_are_unique_in_the_run(tmp_path: Path) -> None:
    for part in ("satu", "dua", "tiga"):
        files.put(tmp_path / part, laporan_txt=TEXT)
    assert names(tmp_path / "satu", tmp_path / "dua", tmp_path / "tiga") == ["laporan.txt", "laporan (2).txt", "laporan (3).txt"]


def test_hidden_files_and_papers_of_the_folder_are_passed_over(tmp_path: Path) -> None:
    for name in (".gitkeep", ".DS_Store", "README.md", ".git/x.txt", "laporan.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(TEXT)
    assert names(tmp_path) == ["laporan.txt"]
    assert problems(tmp_path) == []


def test_a_folder_named_like_a_report_is_a_folder(tmp_path: Path) -> None:
    files.put(tmp_path / "laporan.pdf", isi_txt=TEXT)
    assert names(tmp_path) == ["laporan.pdf/isi.txt"]


def test_links_that_lead_back_are_not_followed_for_ever(tmp_path: Path) -> None:
    folder = files.put(tmp_path / "a", x_txt=TEXT)
    (folder / "lagi").symlink_to(tmp_path, target_is_directory=True)
    (folder / "sendiri").symlink_to(folder, target_is_directory=True)
    assert names(tmp_path) == ["a/x.txt"]


def test_a_link_that_leads_nowhere_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "hilang.pdf").symlink_to(tmp_path / "tidak ada.pdf")
    assert problems(tmp_path) == [("hilang.pdf", Category.UNREADABLE)]


def test_a_path_that_does_not_exist_is_a_problem(tmp_path: Path) -> None:
    assert problems(tmp_path / "tidak ada") == [("tidak ada", Category.UNREADABLE)]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_a_pipe_and_a_device_are_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa.pdf")
    assert problems(tmp_path, Path("/dev/zero")) == [("pipa.pdf", Category.NOT_A_DOCUMENT), ("zero", Category.NOT_A_DOCUMENT)]


def test_a_folder_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files.put(tmp_path / "rahasia", x_txt=TEXT)
    files.put(tmp_path, a_txt=TEXT)
    listed = os.listdir

    def refuse(path: Path) -> list[str]:
        if Path(path).name == "rahasia":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "listdir", refuse)  # permission bits do not stop root, who runs many a container
    assert problems(tmp_path) == [("rahasia", Category.UNREADABLE)]
    assert problems(tmp_path / "rahasia") == [("rahasia", Category.UNREADABLE)]
    assert names(tmp_path) == ["a.txt"]


def test_a_file_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files.put(tmp_path, a_txt=TEXT, b_txt=TEXT)
    opened = Path.open

    def refuse(path: Path, *arguments: object, **more: object) -> object:
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **more)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    assert problems(tmp_path) == [("b.txt", Category.UNREADABLE)]


def test_names_that_would_act_on_a_terminal_are_written_out(tmp_path: Path) -> None:
    for name in ("merah\x1b[31m.txt", "baris\nbaru.txt", "balik‮txt.txt", "dinas sosial; rm -rf.txt", "-rf.txt"):
        (tmp_path / name).write_bytes(TEXT)
    assert names(tmp_path) == ["-rf.txt", "balik\\x202etxt.txt", "baris\\x0abaru.txt", "dinas sosial; rm -rf.txt", "merah\\x1b[31m.txt"]


@pytest.mark.parametrize(
    "content",
    [TEXT, TEXT.decode().encode("utf-16"), b"\xef\xbb\xbf" + TEXT, "Capaian – Dinas Sosial “Baik”\n".encode("cp1252")],
    ids=["utf-8", "utf-16", "utf-8 with a mark", "windows"],
)
def test_text_in_every_encoding(tmp_path: Path, content: bytes) -> None:
    (source,) = ingest.collect([files.put(tmp_path, laporan_md=content)]).sources
    assert source.kind == "text"
    assert source.size == len(content)
    assert len(source.sha256) == 64


def test_a_file_that_vanishes_before_it_is_read(tmp_path: Path) -> None:
    collected = ingest.collect([files.put(tmp_path, a_txt=TEXT)])
    (tmp_path / "a.txt").unlink()
    document = ingest.read(collected.sources[0], "auto", 60)
    assert [problem.category for problem in document.problems] == [Category.UNREADABLE]


def test_as_many_at_a_time_as_one_likes_the_documents_are_the_same(tmp_path: Path) -> None:
    folder = files.put(tmp_path, a_pdf=files.report(), b_txt=TEXT, c_pdf=files.encrypted("x", "y"), d_pdf=files.scan(), e_md=TEXT)
    collected = ingest.collect([folder])
    heard: list[str] = []

    def read(jobs: int) -> list[Document]:
        return ingest.read_all(collected.sources, jobs, "auto", 60, lambda document: heard.append(document.name))

    one, two = read(1), read(2)
    assert [document.name for document in one] == ["a.pdf", "b.txt", "c.pdf", "d.pdf", "e.md"]
    assert pickle.dumps(one) == pickle.dumps(two)
    assert sorted(heard) == sorted([document.name for document in one] * 2)


def test_an_unknown_engine_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    collected = ingest.collect([files.put(tmp_path, a_txt=TEXT)])
    with pytest.raises(ValueError, match="tidak dikenal; pilihannya: auto, pdfium, "):
        ingest.read_all(collected.sources, 1, "tesseract", 60, lambda _: None)
