"""The options that only `lakip extract` has, where its pages go, and when the options do not fit each other."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from pipeline import outputs
from pipeline.settings import LANGUAGES, Settings

DEFAULT_OUT = Path("reports/extract")
_PAGE = (".html", ".htm")


def add(command: argparse.ArgumentParser) -> None:
    """Add them to the command."""
    command.add_argument("--json", action="store_true", help="satu tabel per baris ke stdout (bawaan bila --html tidak disebut)")
    pages = "satu halaman HTML per dokumen: gambar tiap halaman dengan kisi tabel yang ditemukan, dan tabel hasil bacaan di sampingnya"
    command.add_argument("--html", action="store_true", help=pages)
    place = f"folder untuk --html, atau berkas .html untuk satu dokumen (bawaan: {DEFAULT_OUT.as_posix()})"
    command.add_argument("--out", type=Path, default=None, metavar="TUJUAN", help=place)
    command.add_argument("--tables-only", action="store_true", help="dengan --html: halaman tanpa tabel tidak disertakan")
    command.add_argument("--lang", default="id", choices=LANGUAGES, help="dengan --html: bahasa kerangkanya (bawaan: id)")


def refusal(arguments: argparse.Namespace, settings: Settings) -> str:
    """Why the pages cannot be written as told, before anything is read; nothing if they can, or are not wanted."""
    if not arguments.html:
        return "--out hanya berlaku bersama --html; data JSON selalu ke stdout" if arguments.out else ""
    out = target(arguments)
    if is_page(out) and (len(settings.paths) != 1 or settings.paths[0].is_dir()):
        return f"--out {out} menyebut satu berkas, padahal dokumennya dapat lebih dari satu; sebutkan folder"
    return str(outputs.refusal(replace(settings, out=folder_of(out), clean=None)) or "")


def target(arguments: argparse.Namespace) -> Path:
    """The folder or the one file that the pages are written to."""
    return Path(arguments.out or DEFAULT_OUT)


def is_page(out: Path) -> bool:
    """Whether this names a page itself, and not the folder of pages."""
    return out.suffix.lower() in _PAGE and not out.is_dir()


def folder_of(out: Path) -> Path:
    """The folder in which the pages will stand."""
    return out.parent if is_page(out) else out
