"""The options that commands share, the settings that they come to, and when they are refused."""

from __future__ import annotations

import argparse
import os
from collections.abc import Collection
from functools import partial
from pathlib import Path

from pipeline.report.dates import indonesian
from pipeline.report.formats import DEFAULT_FORMATS, FORMATS
from pipeline.settings import DECISIONS, DECISIONS_FILE, ENGINES, FAIL_ON, LANGUAGES, Settings


def reading(command: argparse.ArgumentParser) -> None:
    """What is read, by whom, within which limits."""
    command.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="berkas atau folder (bawaan: data/raw)")
    limits(command)


def limits(command: argparse.ArgumentParser) -> None:
    """The same without the paths, for a command that names them itself."""
    said = "mesin pembaca PDF (bawaan: auto, yaitu pdfium, dan mesin lain untuk membaca ulang yang diragukan)"
    command.add_argument("--engine", default="auto", choices=ENGINES, help=said)
    said = "pembacaan hasil pindai; belum tersedia, hasil pindai disebut tidak terbaca (bawaan: auto)"
    command.add_argument("--ocr", default="auto", choices=("auto", "never", "always"), help=said)
    command.add_argument("--timeout", type=positive, default=900, metavar="DETIK", help="batas waktu per dokumen (bawaan: 900)")
    command.add_argument("--jobs", type=positive, default=2, metavar="N", help="berapa dokumen dibaca bersamaan (bawaan: 2)")
    said = "berapa halaman per dokumen boleh dibaca ulang oleh mesin lain, 0 berarti tidak ada (bawaan: 30)"
    command.add_argument("--second-pages", type=partial(positive, least=0), default=30, metavar="N", help=said)
    said = "daftar nomenklatur resmi milik kantor sendiri, CSV atau XLSX; boleh diulang (bentuknya: docs/nomenklatur.md)"
    command.add_argument("--nomenklatur", type=Path, action="append", default=[], metavar="BERKAS", help=said)
    limit = "keluar dengan kode 1 bila ada temuan setingkat ini atau lebih berat (bawaan: never)"
    command.add_argument("--fail-on", default="never", choices=FAIL_ON, help=limit)
    command.add_argument("--quiet", action="store_true", help="tanpa ringkasan dan kemajuan")


def decided(command: argparse.ArgumentParser) -> None:
    """Where the decisions lie."""
    said = f"folder keputusan pereviu (bawaan: {DECISIONS})"
    command.add_argument("--decisions", type=Path, default=Path(DECISIONS), metavar="FOLDER", help=said)


def audited(command: argparse.ArgumentParser) -> None:
    """What is read, and what was decided of it."""
    reading(command)
    decided(command)


def reports(command: argparse.ArgumentParser) -> None:
    """Where the reports are written, and in which forms."""
    audited(command)
    command.add_argument("--out", type=Path, default=Path("reports"), metavar="FOLDER", help="tempat laporan ditulis (bawaan: reports)")
    forms(command, FORMATS, DEFAULT_FORMATS, "catatan_hasil_reviu.docx, daftar_periksa_reviu.docx")


def forms(command: argparse.ArgumentParser, known: Collection[str], usual: tuple[str, ...], templates: str) -> None:
    """In which forms something is written, and how; `templates` are the Word templates that an office may have its own of."""
    said = f"bentuk laporan, dipisahkan koma: {', '.join(known)} (bawaan: {','.join(usual)})"
    command.add_argument("--format", type=partial(formats, known=known), default=usual, metavar="DAFTAR", help=said)
    said = "bahasa kerangka HTML dan meja pereviu; isi temuan tetap bahasa Indonesia (bawaan: id)"
    command.add_argument("--lang", default="id", choices=LANGUAGES, help=said)
    said = "tanggal pada dokumen Word, misalnya 2026-03-05 (bawaan: titik-titik untuk diisi tangan)"
    command.add_argument("--tanggal", type=day, default=None, metavar="TANGGAL", help=said)
    said = f"folder templat Word milik kantor: {templates} (bawaan: templat program)"
    command.add_argument("--template-docx", type=folder, default=None, metavar="FOLDER", help=said)


def everything(command: argparse.ArgumentParser) -> None:
    """The reports, and the clean data."""
    reports(command)
    said = "tempat data bersih ditulis (bawaan: data/clean)"
    command.add_argument("--clean", type=Path, default=Path("data/clean"), metavar="FOLDER", help=said)
    command.add_argument("--no-cache", action="store_true", help="jalankan lagi gerbang data walaupun datanya tidak berubah")
    command.add_argument("--data-docs", action="store_true", help="tulis Data Docs ke folder data_docs di bawah folder --out")


def positive(text: str, least: int = 1) -> int:
    """A whole number from `least`."""
    if not text.isdigit() or int(text) < least:
        raise argparse.ArgumentTypeError(f"harus bilangan bulat mulai dari {least}, bukan {text!r}")
    return int(text)


def day(text: str) -> str:
    """A day as a letter writes it."""
    try:
        return indonesian(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def folder(text: str) -> Path:
    """A folder that is there."""
    if not Path(text).is_dir():
        raise argparse.ArgumentTypeError(f"tidak ada folder bernama {text}")
    return Path(text)


def formats(text: str, known: Collection[str]) -> tuple[str, ...]:
    """The forms of a list, each once."""
    wanted = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    if unknown := [name for name in wanted if name not in known]:
        raise argparse.ArgumentTypeError(f"bentuk tidak dikenal: {', '.join(unknown)}; yang tersedia: {', '.join(known)}")
    return wanted


def settings_of(arguments: argparse.Namespace) -> Settings:
    """The settings that the options say."""
    return Settings(
        paths=tuple(arguments.paths) or (Path("data/raw"),),
        out=getattr(arguments, "out", None) or Path(),
        clean=getattr(arguments, "clean", None),
        formats=getattr(arguments, "format", ()),
        lang=getattr(arguments, "lang", "id"),
        jobs=arguments.jobs,
        engine=arguments.engine,
        timeout=arguments.timeout,
        second_pages=arguments.second_pages,
        fail_on=arguments.fail_on,
        cache=not getattr(arguments, "no_cache", False),
        quiet=arguments.quiet,
        data_docs=getattr(arguments, "data_docs", False),
        nomenklatur=tuple(arguments.nomenklatur),
        decisions=getattr(arguments, "decisions", None),
        day=getattr(arguments, "tanggal", None) or "",
        templates=getattr(arguments, "template_docx", None),
    )


def refusal(arguments: argparse.Namespace, settings: Settings) -> str:
    """Why nothing is read as told; nothing if it can be."""
    if arguments.ocr == "always":
        return "pembacaan hasil pindai (--ocr always) belum tersedia; hasil pindai disebut sebagai masalah dalam laporan"
    from pipeline import nomenklatur

    if unusable := nomenklatur.refusal(settings.nomenklatur):
        return unusable
    missing = [path for path in settings.paths if not path.exists()]
    if missing:
        return f"tidak ada berkas atau folder bernama {', '.join(str(p) for p in missing)}; periksa ejaannya"
    return _undecided(settings.decisions) if settings.decisions else ""


def _undecided(folder: Path) -> str:
    """Why the decisions cannot be heeded; where none were made yet there is no folder."""
    if not folder.exists():
        return ""
    file = folder / DECISIONS_FILE
    readable = folder.is_dir() and (os.access(file, os.R_OK) if file.exists() else os.access(folder, os.R_OK | os.X_OK))
    return "" if readable else f"keputusan di {folder} tidak dapat dibaca; periksa hak aksesnya, atau pilih folder lain dengan --decisions"
