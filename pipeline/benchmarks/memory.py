"""Peak memory of one contender, in a process of its own.

`python -m pipeline.benchmarks.memory NAME PATH [PAGE ..]` prints a line of JSON: MB after loading the engine, and at the peak.
"""

from __future__ import annotations

import hashlib
import json
import re
import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from pipeline.benchmarks import contenders

READ_PDF = "pdfium (ours), read_pdf"
STATUS = Path("/proc/self/status")
PATIENCE = 900
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Peak:
    """What one contender needed for so many pages, in MB; None where the child failed."""

    contender: str
    pages: int
    loaded: float | None
    peak: float | None


def peak_of(name: str, path: Path, pages: Sequence[int]) -> Peak:
    """The peak of one contender over these pages of a file."""
    command = [sys.executable, "-m", "pipeline.benchmarks.memory", name, str(path.resolve()), *map(str, pages)]
    try:
        ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=PATIENCE)
    except subprocess.SubprocessError:
        return Peak(name, len(pages), None, None)
    said = json.loads(ran.stdout.splitlines()[-1])
    return Peak(name, len(pages), said["loaded"], said["peak"])


def main(arguments: Sequence[str]) -> int:
    name, path, pages = arguments[0], Path(arguments[1]), [int(number) for number in arguments[2:]]
    if name == READ_PDF:
        read_pdf = import_module("extractors.pdf").read_pdf
        loaded = megabytes()
        read_pdf(path.name, path, hashlib.sha256(path.read_bytes()).hexdigest(), "pdfium")
    else:
        contender = next(one for one in contenders.ALL if one.name == name)
        import_module(contender.needs)
        loaded = megabytes()
        with contender.opened(path) as read:
            for number in pages:
                contender.tables(read(number))
    # A Java machine is a child; it and this process are there at the same time.
    peak = megabytes() + _in_mb(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
    sys.stdout.write(json.dumps({"loaded": loaded, "peak": peak}) + "\n")
    return 0


def megabytes() -> float:
    """The most that this program has held at once.

    Linux hands a new program the peak of the one that started it (ru_maxrss), so its own high-water mark is asked first.
    """
    if STATUS.is_file() and (mark := re.search(r"VmHWM:\s+(\d+) kB", STATUS.read_text(encoding="ascii"))):
        return int(mark[1]) / 1024
    return _in_mb(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def _in_mb(ru_maxrss: int) -> float:
    """macOS counts bytes, Linux kilobytes."""
    return ru_maxrss / 1024**2 if sys.platform == "darwin" else ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
