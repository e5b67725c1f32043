"""Finds the documents to read, and has each read in a process of its own, so that none can harm another."""

from __future__ import annotations

import hashlib
import os
import stat
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from extractors.base import checked
from extractors.model import Category, Document, Problem
from pipeline.audit.second_reading import Request
from pipeline.isolation import Nursery, Task
from pipeline.sniff import sniff

STAGE = "ingest"
# Papers that lie about in a folder of reports and are none.
_PASSED_OVER = frozenset({"readme.md", "readme.txt", ".gitkeep", "thumbs.db", "desktop.ini"})

OnDone = Callable[[Document], None]


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read. `name` is unique in the run; `remarks` are problems that do not keep it from being read."""

    name: str
    path: Path
    sha256: str
    size: int
    kind: str
    remarks: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Collected:
    """What was found: sources in the order in which they are read, and what cannot be read at all."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]


# ------------------------------------------------------------------ finding


def collect(paths: Sequence[Path]) -> Collected:
    """Every document among the paths: files as given, folders searched to the bottom in the order of names."""
    sources: list[Source] = []
    problems: list[Problem] = []
    names: set[str] = set()
    seen: set[str] = set()
    for name, path in _found(paths):
        place = os.path.abspath(path)  # noqa: PTH100  resolve() would follow a link, and one file may have two names
        if place in seen:
            continue
        seen.add(place)
        source = _source(_unique(_printable(name), names), path)
        if isinstance(source, Source):
            sources.append(source)
        else:
            problems.append(source)
    return Collected(tuple(sources), tuple(problems))


def _found(paths: Sequence[Path]) -> Iterator[tuple[str, Path]]:
    for path in paths:
        if path.is_dir():
            yield from _in_folder(path, PurePosixPath(), frozenset())
        else:
            yield path.name or str(path), path


def _in_folder(folder: Path, inside: PurePosixPath, above: frozenset[tuple[int, int]]) -> Iterator[tuple[str, Path]]:
    """The files below the folder; one that cannot be listed is handed on itself, for the problem to name it."""
    try:
        found = folder.stat()
        here = (found.st_dev, found.st_ino)
        entries = sorted(os.listdir(folder))  # noqa: PTH208  names only: the order must not hang on the file system
    except OSError:
        yield (str(inside) if inside.parts else folder.name), folder
        return
    if here in above:
        return  # a link that leads back
    for entry in entries:
        path = folder / entry
        if entry.startswith(".") or entry.lower() in _PASSED_OVER:
            continue
        if path.is_dir():
            yield from _in_folder(path, inside / entry, above | {here})
        else:
            yield str(inside / entry), path


def _source(name: str, path: Path) -> Source | Problem:
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return _unreadable_folder(name, path) if stat.S_ISDIR(found.st_mode) else _not_a_file(name)
        kind = sniff(path, found.st_size)
        if not kind.kind and kind.category:
            return Problem(name, STAGE, kind.category, kind.message, kind.advice)
        remarks = (Problem(name, STAGE, kind.category, kind.message, kind.advice),) if kind.category else ()
        return Source(name, path, _sha256(path), found.st_size, kind.kind, remarks)
    except OSError as error:
        return _unreadable(name, error)


def _unreadable_folder(name: str, path: Path) -> Problem:
    try:
        os.listdir(path)  # noqa: PTH208
    except OSError as error:
        return _unreadable(name, error)
    return _unreadable(name, PermissionError(f"{name}: folder"))


def _not_a_file(name: str) -> Problem:
    message = "Bukan berkas biasa (pipa, soket, atau perangkat); dilewati."
    return Problem(name, STAGE, Category.NOT_A_DOCUMENT, message, "Salin isinya ke berkas biasa bila memang laporan.")


def _unreadable(name: str, error: OSError) -> Problem:
    match error:
        case FileNotFoundError():
            message, advice = "Berkas atau folder tidak ditemukan.", "Periksa ejaan dan letaknya."
        case PermissionError():
            message, advice = "Berkas atau folder tidak boleh dibuka (hak akses).", "Mintalah hak baca, lalu jalankan ulang."
        case _:
            message, advice = (
                f"Berkas atau folder tidak dapat dibuka ({error.strerror or type(error).__name__}).",
                "Periksa media penyimpanannya.",
            )
    return Problem(name, STAGE, Category.UNREADABLE, message, advice)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _printable(name: str) -> str:
    """The name without signs that would act on a terminal or break a line."""
    return "".join(f"\\x{ord(sign):02x}" if unicodedata.category(sign) in ("Cc", "Cf", "Cs", "Zl", "Zp") else sign for sign in name)


def _unique(name: str, names: set[str]) -> str:
    """The name, with a number where another folder has brought it before."""
    pure = PurePosixPath(name)
    number = 1
    chosen = name
    while chosen in names:
        number += 1
        chosen = str(pure.with_name(f"{pure.stem} ({number}){pure.suffix}"))
    names.add(chosen)
    return chosen


# ------------------------------------------------------------------ reading


def read(source: Source, engine: str, timeout: int) -> Document:
    """The document, read in a process of its own; whatever happens there is at worst a problem."""
    checked(engine)
    with Nursery() as nursery:
        return _remarked(source, nursery.read(_whole(source, engine), timeout))


def read_all(sources: Sequence[Source], jobs: int, engine: str, timeout: int, on_done: OnDone) -> list[Document]:
    """Every document, in the order of the sources however many are read at a time; `on_done` hears of each as it is ready."""
    checked(engine)
    documents = _in_children([_whole(source, engine) for source in sources], jobs, timeout, on_done)
    return [_remarked(source, document) for source, document in zip(sources, documents, strict=True)]


def read_again(sources: Mapping[str, Source], requests: Sequence[Request], jobs: int, timeout: int) -> list[Document]:
    """The tables of the pages that each request asks for, read as documents are: in processes of their own, within the limit."""
    tasks = [_whole(sources[request.document], request.engine)._replace(pages=request.pages) for request in requests]
    return _in_children(tasks, jobs, timeout, lambda _: None)


def _whole(source: Source, engine: str) -> Task:
    return Task(source.name, str(source.path), source.sha256, source.kind, engine)


def _remarked(source: Source, document: Document) -> Document:
    """The document with what was noticed of its file before it was read."""
    return replace(document, problems=(*source.remarks, *document.problems)) if source.remarks else document


def _in_children(tasks: Sequence[Task], jobs: int, timeout: int, on_done: OnDone) -> list[Document]:
    with Nursery() as nursery, ThreadPoolExecutor(max_workers=max(jobs, 1)) as pool:
        waiting: dict[Future[Document], int] = {pool.submit(nursery.read, task, timeout): place for place, task in enumerate(tasks)}
        done: dict[int, Document] = {}
        try:
            while waiting:
                for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                    document = done[waiting.pop(future)] = future.result()
                    on_done(document)
        except BaseException:  # Ctrl-C: what has not begun is not begun, what runs is ended
            pool.shutdown(wait=False, cancel_futures=True)
            nursery.end_all()
            raise
    return [done[place] for place in range(len(tasks))]
