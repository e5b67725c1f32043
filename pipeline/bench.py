"""`make bench`: what reading and checking a report costs, as multiples of what pdfium needs only to read its text.

Documents are measured one after the other in one process, each step in turn, so that a slow moment of the machine hits
all steps alike. CPU seconds; the ratios are what counts.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TypeVar

import pypdfium2

from extractors.model import Document
from extractors.pdf import read_pdf
from pipeline.stages import check
from rules.base import all_rules

T = TypeVar("T")
CORPUS = Path("../shared/corpus/pdf")
SAMPLES = Path("data/raw")


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds of one document: text alone, reading tables and prose, normalizing and checking."""

    name: str
    pages: int
    text: float
    reading: float
    checking: float


def main(argv: list[str] | None = None) -> int:
    """Measure every PDF of a folder and print a table; `--limit` takes the smallest files first."""
    parser = argparse.ArgumentParser(prog="python -m pipeline.bench", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=CORPUS if CORPUS.is_dir() else SAMPLES)
    parser.add_argument("--engine", default="auto")
    parser.add_argument("--limit", type=int, default=8, help="how many documents, the smallest first (0: all)")
    arguments = parser.parse_args(argv)
    files = sorted(arguments.folder.rglob("*.pdf"), key=lambda path: (path.stat().st_size, path.name))
    costs = [measure(path, arguments.engine) for path in files[: arguments.limit or None]]
    if not costs:
        sys.stdout.write(f"no PDF in {arguments.folder}\n")
        return 2
    sys.stdout.write(report(costs, arguments.engine))
    return 0


def measure(path: Path, engine: str) -> Cost:
    """The cost of each step on one file."""
    data = path.read_bytes()
    pages, text = _timed(lambda: _text_only(path))
    document, reading = _timed(lambda: read_pdf(path.name, path, hashlib.sha256(data).hexdigest(), engine))
    checking = _checking(document)
    return Cost(path.name, pages, text, reading, checking)


def _checking(document: Document) -> float:
    rules = all_rules()
    return _timed(lambda: check(document, rules))[1]


def _text_only(path: Path) -> int:
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            page.get_textpage().get_text_bounded()
        return len(document)


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    start = time.process_time()
    done = work()
    return done, time.process_time() - start


def report(costs: list[Cost], engine: str) -> str:
    """The table: seconds a page, and how many times the text-only reading that is."""
    lines = [f"engine {engine}; CPU seconds; ratio = reading / text only", ""]
    lines.append(f"{'document':48} {'pages':>5} {'text':>7} {'reading':>8} {'checking':>8} {'s/page':>7} {'ratio':>7}")
    for cost in costs:
        per_page = (cost.reading + cost.checking) / max(cost.pages, 1)
        ratio = cost.reading / max(cost.text, 1e-6)
        numbers = f"{cost.pages:>5} {cost.text:>7.3f} {cost.reading:>8.2f} {cost.checking:>8.2f} {per_page:>7.2f} {ratio:>7.0f}"
        lines.append(f"{cost.name[:48]:48} {numbers}")
    ratios = [cost.reading / max(cost.text, 1e-6) for cost in costs]
    seconds = [(cost.reading + cost.checking) / max(cost.pages, 1) for cost in costs]
    lines += ["", f"median: {median(seconds):.2f} s a page, reading {median(ratios):.0f} times text only", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
