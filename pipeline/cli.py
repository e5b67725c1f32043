"""The command line: `lakip reconcile` does the whole job, the other commands its parts. stdout is data, stderr is talk."""

from __future__ import annotations

import argparse
import datetime
import io
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.commands import audit, catalogue, compare, decide, extract, options, serve
from pipeline.commands.exits import BROKEN as BROKEN
from pipeline.commands.exits import DONE as DONE
from pipeline.commands.exits import FINDINGS as FINDINGS
from pipeline.commands.exits import INTERRUPTED as INTERRUPTED
from pipeline.commands.exits import NONE_READ as NONE_READ
from pipeline.commands.exits import SOME_UNREAD as SOME_UNREAD
from pipeline.commands.exits import WRONG_USE as WRONG_USE
from pipeline.commands.exits import talk
from pipeline.settings import VERSION


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what it runs, its options, and how its help introduces it."""

    name: str
    run: Callable[[argparse.Namespace], int]
    options: Callable[[argparse.ArgumentParser], None]
    text: str
    example: str


COMMANDS = (
    Command("reconcile", audit.run_reconcile, options.everything, "seluruh pekerjaan: baca, periksa, tulis laporan", "data/raw"),
    Command("extract", extract.run_extract, extract.options, "tabel yang terbaca: JSON ke stdout, atau halaman HTML", "laporan.pdf --html"),
    Command("check", audit.run_check, options.audited, "cetak temuan ke stdout, satu baris JSON per temuan", "laporan.pdf"),
    Command("report", audit.run_reconcile, options.reports, "tulis laporan saja, tanpa data bersih dan gerbangnya", "laporan.pdf"),
    Command("decide", decide.run_decide, decide.options, "catat keputusan pereviu atas temuan", "4ec09bce89a688c3 sah --oleh 'A. Pereviu'"),
    Command("serve", serve.run_serve, serve.options, "reviu di peramban komputer ini: lihat, putuskan, koreksi", "data/raw"),
    Command("compare", compare.run_compare, compare.options, "bandingkan dua penyampaian laporan yang sama", "lama.pdf baru.pdf"),
    Command("rules", catalogue.run_rules, catalogue.no_options, "daftar aturan", ""),
    Command("explain", catalogue.run_explain, catalogue.options, "terangkan satu aturan", "JM01"),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code says what came of it (see README)."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    arguments = build_parser().parse_args(argv)
    arguments.today = _today
    try:
        return int(arguments.run(arguments))
    except KeyboardInterrupt:
        talk("dihentikan oleh pengguna")
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _today() -> str:
    """The only clock: what is written is otherwise the same for the same input. Asked anew, for a page may stay open over midnight."""
    return datetime.datetime.now(tz=datetime.UTC).astimezone().date().isoformat()


def build_parser() -> argparse.ArgumentParser:
    """Every command with its help and an example."""
    parser = argparse.ArgumentParser(prog="lakip", description="Memeriksa laporan kinerja instansi pemerintah (LAKIP, LKjIP, LKIP).")
    parser.add_argument("--version", action="version", version=f"lakip {VERSION}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="PERINTAH")
    for one in COMMANDS:
        command = commands.add_parser(one.name, help=one.text, description=one.text, epilog=f"contoh: lakip {one.name} {one.example}")
        one.options(command)
        command.set_defaults(run=one.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
