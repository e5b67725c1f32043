"""Makes every sample report of scripts/samples/data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from . import markdown, pdf, plain
from .document import Output, Report, load

DATA = Path(__file__).with_name("data")


def build(folder: Path) -> Iterator[Path]:
    """Write the samples to the folder; the same data gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    for source in sorted(DATA.glob("*.yaml")):
        report = load(source)
        for output in report.outputs:
            target = folder / output.file
            target.write_bytes(_rendered(report, output))
            yield target


def _rendered(report: Report, output: Output) -> bytes:
    match output.layout:
        case "ruled" | "spaced":
            return pdf.render(report, output)
        case "txt":
            return plain.render(report).encode()
        case "md":
            return markdown.render(report).encode()
        case other:
            raise ValueError(f"{output.file}: unknown layout {other}")
