"""The pages that the program writes of some of the samples: every kind of page, in both languages."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline import comparing, runner
from pipeline.report.compared_formats import PAGE
from pipeline.report.compared_pages import write_page
from pipeline.report.extracted import Frame, write_extracted
from pipeline.report.html import write_html
from pipeline.settings import Settings

RAW = Path(__file__).resolve().parents[2] / "data" / "raw"
# A report with many findings, one in text, one that is right throughout, and a file that cannot be read.
PAGED, TEXT, RIGHT = (
    "02_dinsos_kutai_kartanegara_2021.pdf",
    "05_dinsos_barito_kuala_2024.md",
    "06_dinsos_tanjung_jabung_barat_2023_konsisten.pdf",
)
LOST = "rusak.pdf"
LANGUAGES = ("id", "en")


@dataclass(frozen=True, slots=True)
class Made:
    """Where the pages lie."""

    folder: Path

    def address(self, page: str, lang: str = "id") -> str:
        """How a browser opens a page from the disk; a page is named as in PAGES."""
        return (self.folder / lang / f"{page}.html").as_uri()


# The index, a report of a PDF, one of a text, one without findings, two submissions, what was read of a PDF, the guide.
REPORT, GUIDE = Path(PAGED).stem, "panduan"
PAGES = ("index", REPORT, Path(TEXT).stem, Path(RIGHT).stem, "perbandingan", f"bacaan/{REPORT}", GUIDE)


def make(folder: Path) -> Made:
    """Everything is read once; only the frame differs by language."""
    raw = folder / "raw"
    raw.mkdir(parents=True)
    for name in (PAGED, TEXT, RIGHT):
        shutil.copyfile(RAW / name, raw / name)
    (raw / LOST).write_bytes(b"%PDF-1.4\n%broken")
    second = folder / "baru.md"
    second.write_text((RAW / TEXT).read_text(encoding="utf-8").replace("1.090.111.598,00", "626.000.000,00"), encoding="utf-8")
    settings = Settings((raw,), folder / "id", None, ("html",), "id", 2, "auto", 300, 30, "never", False, True, False)
    result = runner.reconcile(settings, lambda _: None).result
    pair = comparing.beside(*comparing.read_sides(raw / TEXT, second, replace(settings, second_pages=0), lambda _: None))
    read = next(report for report in result.reports if report.source and report.source.name == PAGED)
    write_html(result, folder / "en", "en")
    for lang in LANGUAGES:
        write_page(pair, folder / lang / PAGE, lang)
        write_extracted(read.document, raw / PAGED, folder / lang / "bacaan" / f"{REPORT}.html", Frame(lang, bare=False, guide=True))
    return Made(folder)
