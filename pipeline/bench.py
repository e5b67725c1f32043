"""`make bench`: our lean engine beside pdfium's text-only reading and other people's engines, page by page in one run.

On each page every engine has its turn before the next page comes, and another one begins each time, so that a slow moment
of the machine hits all alike. CPU seconds of the process and its children; the ratios are what counts.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import TypeVar

import pypdfium2

from extractors.guard import of_page, quiet
from extractors.pdf import read_pdf
from pipeline.benchmarks import accuracy, memory, printed, reports
from pipeline.benchmarks.checking import checking
from pipeline.benchmarks.contenders import ALL, LEAN, TEXT, Contender, Read
from pipeline.benchmarks.figures import Sample, Whole, spread, summaries, with_tables

T = TypeVar("T")
CORPUS = Path("../shared/corpus/pdf")
SAMPLES = Path("data/raw")
# Gold put aside unseen is measured only where it is named.
GOLD = (Path("../shared/gold/tables"), Path("tests/gold/seen"))
PARTS = ("pages", "whole", "checking", "memory", "accuracy", "reports")
# So many pages of the longest report are enough to see how much memory a slow engine takes.
MEMORY_PAGES = 12


def main(argv: Sequence[str] | None = None) -> int:
    """Measure the PDFs of a folder and print the tables."""
    arguments = _parser().parse_args(argv)
    files = sorted(arguments.folder.rglob("*.pdf"))[: arguments.limit or None]
    if not files:
        sys.stdout.write(f"no PDF in {arguments.folder}\n")
        return 2
    contenders = [one for one in ALL if one.is_there and (one is TEXT or not arguments.only or one.name in arguments.only)]
    tables = [table for part in arguments.parts for table in _measured(part, files, contenders, arguments)]
    form = printed.as_markdown if arguments.markdown else printed.as_text
    absent = [one.name for one in ALL if one not in contenders]
    remark = f"Not measured: {', '.join(absent)}.\n" if absent else ""
    sys.stdout.write("\n".join([*map(form, tables), remark]).rstrip() + "\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m pipeline.bench", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS if CORPUS.is_dir() else SAMPLES)
    parser.add_argument("--pages", type=int, default=3, metavar="N", help="pages of each document, at even distances (default 3; 0: all)")
    parser.add_argument(
        "--repeat", type=int, default=3, metavar="N", help="readings of a page by a quick engine; the median counts (default 3)"
    )
    parser.add_argument("--limit", type=int, default=0, metavar="N", help="only the first N documents (default: all)")
    parser.add_argument("--only", type=_names, default=(), metavar="NAMES", help="engines, by name, with commas")
    parser.add_argument("--parts", type=_parts, default=PARTS, metavar="NAMES", help=f"what to measure (default {','.join(PARTS)})")
    parser.add_argument(
        "--gold", type=Path, action="append", metavar="FOLDER", help="gold tables (default: those that are there, but not the unseen)"
    )
    parser.add_argument("--markdown", action="store_true", help="as it stands in docs/benchmark.md, without the names of documents")
    return parser


def _names(text: str) -> tuple[str, ...]:
    names = tuple(name.strip() for name in text.split(","))
    known = [one.name for one in ALL]
    if unknown := [name for name in names if name not in known]:
        raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: not among {', '.join(known)}")
    return names


def _parts(text: str) -> tuple[str, ...]:
    if not set(parts := text.split(",")) <= set(PARTS):
        raise argparse.ArgumentTypeError(f"{text}: not among {', '.join(PARTS)}")
    return tuple(parts)


def _measured(
    part: str, files: Sequence[Path], contenders: Sequence[Contender], arguments: argparse.Namespace
) -> Iterator[printed.Printed]:
    if part == "pages":
        yield from _of_pages(files, contenders, arguments)
    elif part == "whole" and LEAN in contenders:
        wholes = [whole(path, arguments.repeat) for path in files]
        yield printed.of_wholes_in_short(wholes) if arguments.markdown else printed.of_wholes(wholes)
    elif part == "checking":
        checking(files[0], 1, clocked)  # not kept: the rules are loaded, and what they know is read
        yield printed.of_checking([checking(path, arguments.repeat, clocked) for path in files], is_short=arguments.markdown)
    elif part == "memory":
        yield _peaks(files, contenders, arguments.markdown)
    elif part == "accuracy" and accuracy.SCORER.is_file():
        for folder in arguments.gold or [folder for folder in GOLD if folder.is_dir()]:
            yield from _scores(folder, arguments.folder, contenders)
    elif part == "reports":
        written = list(reports.measured(arguments.repeat, _seconds))
        yield printed.of_reports(reports.PAGES, written, reports.pictured(files, _seconds))


def _seconds(work: Callable[[], object]) -> float:
    """The CPU seconds of some work."""
    return clocked(work)[1]


def _of_pages(files: Sequence[Path], contenders: Sequence[Contender], arguments: argparse.Namespace) -> Iterator[printed.Printed]:
    sampled(files[0], contenders, 1, 1)  # not kept: it is here that the engines are loaded
    samples = [sample for path in files for sample in sampled(path, contenders, arguments.pages, arguments.repeat)]
    yield printed.of_pages("All pages", summaries(samples, TEXT.name), LEAN.name)
    if chosen := with_tables(samples, LEAN.name):
        yield printed.of_pages("Pages on which our engine finds a table", summaries(chosen, TEXT.name), LEAN.name)


# ------------------------------------------------------------------ time


def sampled(path: Path, contenders: Sequence[Contender], wanted: int, repeat: int) -> list[Sample]:
    """The chosen pages of one file as each contender reads them, in turn."""
    with quiet(), ExitStack() as stack:
        numbers = spread(page_count(path), wanted)
        reads = [(one, stack.enter_context(one.opened(path))) for one in contenders]
        found: list[Sample] = []
        for place, number in enumerate(numbers):
            first = place % len(reads)
            found += _page(path.name, number, reads[first:] + reads[:first], repeat)
    order = [one.name for one in contenders]
    return sorted(found, key=lambda sample: (order.index(sample.contender), sample.page))


def _page(name: str, number: int, reads: Sequence[tuple[Contender, Read]], repeat: int) -> Iterator[Sample]:
    taken: dict[str, list[Sample]] = defaultdict(list)
    for turn in range(max(repeat, 1)):
        for contender, read in reads:
            if turn == 0 or contender.quick:
                taken[contender.name].append(timed(name, number, contender, read))
    for said, times in taken.items():
        yield Sample(name, number, said, median(one.cpu for one in times), median(one.wall for one in times), times[0].tables)


def timed(name: str, number: int, contender: Contender, read: Read) -> Sample:
    """One page read once. What a slow engine leaves behind is swept up before the next one's turn."""
    (reading, cpu, wall), failures = of_page(name, number, lambda: clocked(lambda: read(number)), lambda: (None, 0.0, 0.0))
    tables = None if failures else len(contender.tables(reading))
    if not contender.quick:
        del reading
        gc.collect()
    return Sample(name, number, contender.name, cpu, wall, tables)


def whole(path: Path, repeat: int) -> Whole:
    """The text of a whole document, and the whole document read by our engine, in turn; medians."""
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    pages, text, engine = page_count(path), [], []
    for _ in range(max(repeat, 1)):
        _, *times = clocked(lambda: text_of(path, pages))
        text.append(times)
        _, *times = clocked(lambda: read_pdf(path.name, path, sha256, "pdfium"))
        engine.append(times)
    text_cpu, text_wall, cpu, wall = (median(column) for times in (text, engine) for column in zip(*times, strict=True))
    return Whole(path.name, pages, text_cpu, text_wall, cpu, wall)


def text_of(path: Path, pages: int) -> None:
    """Reads the text of every page and does nothing with it."""
    with TEXT.opened(path) as read:
        for number in range(1, pages + 1):
            read(number)


def page_count(path: Path) -> int:
    """How many pages the file has."""
    with pypdfium2.PdfDocument(path) as document:
        return len(document)


def clocked(work: Callable[[], T]) -> tuple[T, float, float]:
    """What `work` gives, and its CPU and wall seconds."""
    cpu, wall = _cpu(), time.perf_counter()
    done = work()
    return done, _cpu() - cpu, time.perf_counter() - wall


def _cpu() -> float:
    ended = os.times()
    return time.process_time() + ended.children_user + ended.children_system


# ------------------------------------------------------------------ memory and accuracy


def _peaks(files: Sequence[Path], contenders: Sequence[Contender], is_public: bool) -> printed.Printed:
    pages, path = max((page_count(path), path) for path in files)
    every, some = spread(pages, 0), spread(pages, MEMORY_PAGES)
    peaks = [memory.peak_of(one.name, path, every if one.quick else some) for one in contenders]
    if LEAN in contenders:
        peaks.insert(contenders.index(LEAN) + 1, memory.peak_of(memory.READ_PDF, path, every))
    return printed.of_peaks("the longest report" if is_public else path.name, pages, peaks)


def _scores(folder: Path, reports: Path, contenders: Sequence[Contender]) -> Iterator[printed.Printed]:
    gold = accuracy.gold_in(folder, reports)
    scores = [accuracy.score(one, gold) for one in contenders if one is not TEXT] if gold.files else []
    if said := [one for one in scores if one]:
        yield printed.of_scores(f"Accuracy on the gold tables of {folder.as_posix()}", said, gold.missing)


if __name__ == "__main__":
    sys.exit(main())
