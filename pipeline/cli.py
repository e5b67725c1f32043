"""The command line: `lakip reconcile` does the whole job, the other commands its parts. stdout is data, stderr is talk."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import extract_options
from pipeline.settings import ENGINES, FAIL_ON, FORMATS, LANGUAGES, VERSION, Settings

if TYPE_CHECKING:  # the parts of the job are loaded by the command that needs them
    from extractors.model import Document
    from pipeline.ingest import Source
    from pipeline.runner import Ran
    from pipeline.stages import Broken
    from rules.outcome import Finding

DONE, FINDINGS, WRONG_USE, SOME_UNREAD, NONE_READ, BROKEN, INTERRUPTED = 0, 1, 2, 3, 4, 70, 130
_RANK = (INTERRUPTED, WRONG_USE, BROKEN, NONE_READ, SOME_UNREAD, FINDINGS, DONE)
_NOT_YET = ("docx", "sarif")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code says what came of it (see README)."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    parser = build_parser()
    arguments = parser.parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except KeyboardInterrupt:
        _talk("dihentikan oleh pengguna")
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def build_parser() -> argparse.ArgumentParser:
    """Every command with its help and an example."""
    parser = argparse.ArgumentParser(prog="lakip", description="Memeriksa laporan kinerja instansi pemerintah (LAKIP, LKjIP, LKIP).")
    parser.add_argument("--version", action="version", version=f"lakip {VERSION}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="PERINTAH")
    for name, run, options, text, example in (
        ("reconcile", run_reconcile, _all_options, "seluruh pekerjaan: baca, periksa, tulis laporan", "data/raw --out reports"),
        ("extract", run_extract, _extract_options, "tabel yang terbaca: JSON ke stdout, atau halaman HTML", "laporan.pdf --html"),
        ("check", run_check, _reading_options, "cetak temuan ke stdout, satu baris JSON per temuan", "laporan.pdf"),
        ("report", run_report, _report_options, "tulis laporan saja, tanpa data bersih dan gerbangnya", "laporan.pdf --out hasil"),
        ("rules", run_rules, _no_options, "daftar aturan", ""),
        ("explain", run_explain, _explain_options, "terangkan satu aturan", "JM01"),
    ):
        command = commands.add_parser(name, help=text, description=text, epilog=f"contoh: lakip {name} {example}")
        options(command)
        command.set_defaults(run=run)
    return parser


def _no_options(command: argparse.ArgumentParser) -> None:
    del command


def _explain_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("code", metavar="KODE", help="kode aturan, misalnya JM01")


def _reading_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("paths", nargs="*", type=Path, metavar="PATH", help="berkas atau folder (bawaan: data/raw)")
    said = "mesin pembaca PDF (bawaan: auto, yaitu pdfium, dan mesin lain untuk membaca ulang yang diragukan)"
    command.add_argument("--engine", default="auto", choices=ENGINES, help=said)
    command.add_argument("--ocr", default="auto", choices=("auto", "never", "always"), help="pembacaan hasil pindai (bawaan: auto)")
    command.add_argument("--timeout", type=_positive, default=900, metavar="DETIK", help="batas waktu per dokumen (bawaan: 900)")
    command.add_argument("--jobs", type=_positive, default=2, metavar="N", help="berapa dokumen dibaca bersamaan (bawaan: 2)")
    said = "berapa halaman per dokumen boleh dibaca ulang oleh mesin lain, 0 berarti tidak ada (bawaan: 30)"
    command.add_argument("--second-pages", type=partial(_positive, least=0), default=30, metavar="N", help=said)
    said = "daftar nomenklatur resmi milik kantor sendiri, CSV atau XLSX; boleh diulang (bentuknya: docs/nomenklatur.md)"
    command.add_argument("--nomenklatur", type=Path, action="append", default=[], metavar="BERKAS", help=said)
    limit = "keluar dengan kode 1 bila ada temuan setingkat ini atau lebih berat (bawaan: never)"
    command.add_argument("--fail-on", default="never", choices=FAIL_ON, help=limit)
    command.add_argument("--quiet", action="store_true", help="tanpa ringkasan dan kemajuan")


def _extract_options(command: argparse.ArgumentParser) -> None:
    _reading_options(command)
    extract_options.add(command)


def _report_options(command: argparse.ArgumentParser) -> None:
    _reading_options(command)
    command.add_argument("--out", type=Path, default=Path("reports"), metavar="FOLDER", help="tempat laporan ditulis (bawaan: reports)")
    command.add_argument("--format", type=_formats, default=FORMATS, metavar="DAFTAR", help=f"bentuk laporan (bawaan: {','.join(FORMATS)})")
    said = "bahasa kerangka HTML; isi temuan tetap bahasa Indonesia (bawaan: id)"
    command.add_argument("--lang", default="id", choices=LANGUAGES, help=said)


def _all_options(command: argparse.ArgumentParser) -> None:
    _report_options(command)
    said = "tempat data bersih ditulis (bawaan: data/clean)"
    command.add_argument("--clean", type=Path, default=Path("data/clean"), metavar="FOLDER", help=said)
    command.add_argument("--no-cache", action="store_true", help="jalankan lagi gerbang data walaupun datanya tidak berubah")
    command.add_argument("--data-docs", action="store_true", help="tulis Data Docs ke folder data_docs di bawah folder --out")


def _positive(text: str, least: int = 1) -> int:
    if not text.isdigit() or int(text) < least:
        raise argparse.ArgumentTypeError(f"harus bilangan bulat mulai dari {least}, bukan {text!r}")
    return int(text)


def _formats(text: str) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))
    if later := [name for name in wanted if name in _NOT_YET]:
        raise argparse.ArgumentTypeError(f"bentuk {', '.join(later)} belum tersedia; yang tersedia: {', '.join(FORMATS)}")
    if unknown := [name for name in wanted if name not in FORMATS]:
        raise argparse.ArgumentTypeError(f"bentuk tidak dikenal: {', '.join(unknown)}; yang tersedia: {', '.join(FORMATS)}")
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
    )


def run_reconcile(arguments: argparse.Namespace) -> int:
    """`lakip reconcile` and `lakip report`: read, check, write, sum up."""
    from pipeline import outputs, runner, summary

    settings = settings_of(arguments)
    refusal = _refusal(arguments, settings) or outputs.refusal(settings)
    if refusal:
        _talk(refusal)
        return WRONG_USE
    try:
        ran = runner.reconcile(settings, _progress(settings))
    except runner.NothingToReadError as nothing:
        _talk(str(nothing))
        return WRONG_USE
    except OSError as error:
        if not (folder := outputs.about(error, settings)):
            raise
        _talk(outputs.not_written(folder, error.errno or 0))
        return WRONG_USE
    if not settings.quiet:
        for line in summary.lines(ran, settings):
            _talk(line)
    _talk_of_broken(ran.broken)
    return exit_code(ran, settings)


run_report = run_reconcile


def _refusal(arguments: argparse.Namespace, settings: Settings) -> str:
    if arguments.ocr == "always":
        return "pembacaan hasil pindai (--ocr always) belum tersedia; hasil pindai disebut sebagai masalah dalam laporan"
    from pipeline import nomenklatur

    if unusable := nomenklatur.refusal(settings.nomenklatur):
        return unusable
    missing = [path for path in settings.paths if not path.exists()]
    return f"tidak ada berkas atau folder bernama {', '.join(str(p) for p in missing)}; periksa ejaannya" if missing else ""


def exit_code(ran: Ran, settings: Settings) -> int:
    """The highest-ranking of what happened: we are broken, nothing could be read, some could not, findings."""
    from pipeline.runner import is_unread

    reports = ran.result.reports
    codes = {DONE, BROKEN if ran.broken else DONE}
    if all(is_unread(report.document) for report in reports):
        codes.add(NONE_READ)
    elif ran.unread:
        codes.add(SOME_UNREAD)
    if any(_is_grave(report.findings, settings) for report in reports):
        codes.add(FINDINGS)
    return next(code for code in _RANK if code in codes)


def _is_grave(findings: Iterable[Finding], settings: Settings) -> bool:
    """Whether a finding reaches `--fail-on`."""
    from rules.outcome import Severity

    order = [severity.value for severity in Severity]
    limit = -1 if settings.fail_on == "never" else order.index(settings.fail_on)
    return any(order.index(finding.severity.value) <= limit for finding in findings)


def _talk_of_broken(broken: Iterable[Broken]) -> None:
    for one in broken:
        _talk(f"kesalahan program pada {one.where}, dokumen {one.document}:\n{one.detail}")


def run_extract(arguments: argparse.Namespace) -> int:
    """`lakip extract`: one table a line to stdout, or a page of HTML a document."""
    from pipeline import extracting

    if refused := extract_options.refusal(arguments, settings_of(arguments)):
        _talk(refused)
        return WRONG_USE
    extraction = extracting.Extraction(arguments, print, _talk)
    code = _each_document(arguments, extraction.take)
    return code if extraction.write_pages() else WRONG_USE


def run_check(arguments: argparse.Namespace) -> int:
    """`lakip check`: the findings of each document, as the findings file prints them."""
    from pipeline import runner
    from pipeline.report import machine
    from rules.base import all_rules

    rules = all_rules()

    def printed(document: Document, source: Source, settings: Settings) -> int:
        (checked,), _ = runner.check_all([document], [source], settings, rules, lambda _: None)
        for finding in checked.findings:
            print(machine.finding_line(finding))
        _talk_of_broken(checked.broken)
        return BROKEN if checked.broken else FINDINGS if _is_grave(checked.findings, settings) else DONE

    return _each_document(arguments, printed)


def _each_document(arguments: argparse.Namespace, printed: Callable[[Document, Source, Settings], int]) -> int:
    from pipeline import ingest, runner

    settings = settings_of(arguments)
    refusal = _refusal(arguments, settings)
    if refusal:
        _talk(refusal)
        return WRONG_USE
    collected = ingest.collect(settings.paths)
    documents = ingest.read_all(collected.sources, settings.jobs, settings.engine, settings.timeout, lambda _: None)
    codes = {DONE, *(printed(document, source, settings) for document, source in zip(documents, collected.sources, strict=True))}
    for problem in (*collected.problems, *(p for d in documents for p in d.problems)):
        _talk(f"{problem.document}: {problem.message} {problem.advice}")
    unread = [d for d in documents if runner.is_unread(d)]
    if not documents and not collected.problems:
        return WRONG_USE
    codes.add(NONE_READ if len(unread) == len(documents) else SOME_UNREAD if unread or collected.problems else DONE)
    return next(code for code in _RANK if code in codes)


def run_rules(arguments: argparse.Namespace) -> int:
    """`lakip rules`: one rule a line, tab-separated."""
    from rules.base import all_rules

    del arguments
    for rule in all_rules():
        print(f"{rule.code}\t{rule.family}\t{rule.severity.value}\t{rule.title}")
    return DONE


def run_explain(arguments: argparse.Namespace) -> int:
    """`lakip explain CODE`: what the rule checks, on which basis, with its examples."""
    from pipeline.explain import explain
    from rules.base import all_rules

    rule = next((r for r in all_rules() if r.code == arguments.code.upper()), None)
    if rule is None:
        _talk(f"tidak ada aturan {arguments.code}; `lakip rules` mencetak daftarnya")
        return WRONG_USE
    print(explain(rule))
    return DONE


def _progress(settings: Settings) -> Callable[[str], None]:
    """Progress goes to a terminal only."""
    silent = settings.quiet or not sys.stderr.isatty()
    return (lambda _: None) if silent else _talk


def _talk(text: str) -> None:
    """A line to stderr; control characters of a file name are shown, not sent to the terminal."""
    safe = "".join(c if c.isprintable() or c in "\n\t" else repr(c)[1:-1] for c in text)
    print(safe.encode("utf-8", "replace").decode("utf-8"), file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
