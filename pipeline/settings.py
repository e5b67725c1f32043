"""What a run is told: where to read, where to write, in which formats, within which limits."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

VERSION = "0.1.0"
ENGINES = ("auto", "pdfium", "pdfplumber", "camelot")
LANGUAGES = ("id", "en")
# Beside the data and the reports, which can be made again; these cannot.
DECISIONS, DECISIONS_FILE = "decisions", "decisions.jsonl"
FAIL_ON = ("tinggi", "sedang", "rendah", "never")


@dataclass(frozen=True, slots=True)
class Settings:
    """One run. `timeout` is in seconds a document; `jobs` how many documents are read at once.

    `second_pages` is how many pages of a document may be read by a second engine, and by a third.
    `nomenklatur` are the office's own lists of official names (docs/nomenklatur.md).
    Without a folder for the clean data none are written, and the gates that guard them are not run.
    Without a folder of decisions nobody decided anything.
    `day` stands on the documents to be signed, as a letter writes it; without it there is a line to fill in.
    `templates` is a folder with an office's own Word templates.
    """

    paths: tuple[Path, ...]
    out: Path
    clean: Path | None
    formats: tuple[str, ...]
    lang: str
    jobs: int
    engine: str
    timeout: int
    second_pages: int
    fail_on: str
    cache: bool
    quiet: bool
    data_docs: bool
    nomenklatur: tuple[Path, ...] = ()
    decisions: Path | None = None
    day: str = ""
    templates: Path | None = None
