"""`lakip compare OLD NEW`: what a new submission repaired, what is gone, still there or new in it, and what changed unasked."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands.exits import (
    BROKEN,
    DONE,
    FINDINGS,
    NONE_READ,
    SOME_UNREAD,
    WRONG_USE,
    highest,
    is_grave,
    progress,
    talk,
    talk_of_broken,
)
from pipeline.commands.options import decided, forms, limits, refusal, settings_of
from pipeline.report.compared_formats import DEFAULT_FORMATS, FORMATS, LIST, PAGE

if TYPE_CHECKING:
    from pipeline.comparing import Side
    from pipeline.report.compared import Compared
    from pipeline.settings import Settings

DEFAULT_OUT = Path("reports/compare")


def options(command: argparse.ArgumentParser) -> None:
    """The two submissions, and where the result goes."""
    command.add_argument("old", type=Path, metavar="LAMA", help="berkas atau folder penyampaian lama")
    command.add_argument("new", type=Path, metavar="BARU", help="berkas atau folder penyampaian baru")
    limits(command)
    decided(command)
    said = f"tempat hasilnya ditulis (bawaan: {DEFAULT_OUT.as_posix()})"
    command.add_argument("--out", type=Path, default=None, metavar="FOLDER", help=said)
    forms(command, FORMATS, DEFAULT_FORMATS, "hasil_perbandingan.docx")
    command.add_argument("--json", action="store_true", help="satu baris JSON per temuan atau angka ke stdout; berkas hanya bila ada --out")


def run_compare(arguments: argparse.Namespace) -> int:
    """Read both, check both, lay them beside each other."""
    from pipeline import comparing, outputs

    arguments.paths = [arguments.old, arguments.new]
    settings = settings_of(arguments)
    out = None if arguments.json and arguments.out is None else arguments.out or DEFAULT_OUT
    written = replace(settings, out=out or Path())
    if refused := refusal(arguments, settings) or (outputs.refusal(written) if out else None):
        talk(str(refused))
        return WRONG_USE
    sides = comparing.read_sides(arguments.old, arguments.new, settings, progress(quiet=settings.quiet))
    done = comparing.beside(*sides)
    if arguments.json:
        _print(done)
    if out and (refused := _written(done, written)):
        talk(refused)
        return WRONG_USE
    if not settings.quiet:
        _talk_of(done, out / PAGE if out and "html" in settings.formats else None)
    return _code(sides, done, settings.fail_on)


def _print(done: Compared) -> None:
    from pipeline.report.compared_pages import json_lines

    for line in json_lines(done):
        print(line)


def _written(done: Compared, settings: Settings) -> str:
    """Writes every form asked for; or why that cannot be."""
    from pipeline import outputs
    from pipeline.report.formats import Manner, UnusableTemplateError, write

    manner = Manner(settings.lang, settings.day, settings.templates)
    try:
        write(done, [FORMATS[form] for form in settings.formats], settings.out, manner, LIST)
    except UnusableTemplateError as unusable:
        return outputs.unusable(unusable)
    except OSError as error:
        return str(outputs.not_written(settings.out, error.errno or 0))
    return ""


def _talk_of(done: Compared, page: Path | None) -> None:
    from pipeline.report.compared import unlike_said
    from pipeline.report.words import words

    spoken = words("id")
    for pair in done.pairs:
        c = pair.comparison
        talk(
            f"{pair.old.file} → {pair.new.file}: {len(c.repaired)} diperbaiki, {len(c.lost)} tidak ditemukan lagi, "
            f"{len(c.still)} masih ada, {len(c.new)} baru muncul, {len(c.changed)} angka berubah tanpa diminta"
        )
        if c.lost:
            talk(f"  tidak ditemukan lagi: {spoken['lost_note']}")
        if pair.unlike:
            talk(f"  {unlike_said(pair, spoken)}")
    for side, name, several in done.unpaired:
        why = "lebih dari satu pasangan mungkin; bandingkan satu per satu" if several else "tidak ada pasangannya"
        talk(f"{name} ({'lama' if side == 'old' else 'baru'}): {why}")
    for problem in done.problems:
        talk(f"{problem.document}: {problem.message} {problem.advice}")
    if page:
        talk(f"Buka {page} di peramban.")


def _code(sides: tuple[Side, Side], done: Compared, fail_on: str) -> int:
    """As for other commands; findings are those of the new submission."""
    old, new = sides
    codes = {DONE}
    for checked in (*old.checked, *new.checked):
        talk_of_broken(checked.broken)
        codes.add(BROKEN if checked.broken else DONE)
    if not done.pairs:
        codes.add(NONE_READ if not old.checked or not new.checked else WRONG_USE)
    elif old.unread or new.unread:
        codes.add(SOME_UNREAD)
    if is_grave((finding for checked in new.checked for finding in checked.findings), fail_on):
        codes.add(FINDINGS)
    return highest(codes)
