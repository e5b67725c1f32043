"""`lakip decide`: what a reviewer decides of a finding, one at a time or from the workbook; it is recorded for every later run."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.commands.exits import DONE, SOME_UNREAD, WRONG_USE, talk
from pipeline.commands.options import decided, positive
from pipeline.settings import DECISIONS_FILE, LANGUAGES

if TYPE_CHECKING:
    from pipeline.audit.decisions import Ruling
    from pipeline.decision_store import Recorded


def options(command: argparse.ArgumentParser) -> None:
    """Which finding, what is decided, by whom and why."""
    command.add_argument("finding", nargs="?", metavar="ID", help="ID temuan, atau awalnya (kolom ID, atau id dalam findings.jsonl)")
    said = "sah, salah-baca, dapat-dijelaskan, atau batal (mencabut keputusan)"
    command.add_argument("decision", nargs="*", metavar="KEPUTUSAN", help=said)
    command.add_argument("--alasan", default="", metavar="TEKS", help="mengapa; wajib untuk salah-baca dan dapat-dijelaskan")
    command.add_argument("--oleh", default="", metavar="NAMA", help="siapa yang memutuskan")
    command.add_argument("--tanggapan", default="", metavar="TEKS", help="tanggapan perangkat daerah")
    command.add_argument("--nilai", default="", metavar="TEKS", help="dengan salah-baca: yang sebenarnya tertulis di sana")
    said = "dengan --nilai: letak keberapa dari temuan itu yang salah dibaca (bawaan: 1)"
    command.add_argument("--lokasi", type=positive, default=1, metavar="N", help=said)
    command.add_argument("--sebab", action="store_true", help="putuskan juga temuan lain yang bersebab sama")
    command.add_argument("--tanggal", type=day, default=None, metavar="HARI", help="hari keputusan, misalnya 2024-03-31 (bawaan: hari ini)")
    command.add_argument("--list", action="store_true", help="cetak keputusan yang berlaku, satu per baris")
    command.add_argument("--from", dest="sheet", type=Path, default=None, metavar="BERKAS", help="ambil keputusan dari buku kerja .xlsx")
    command.add_argument("--timpa", action="store_true", help="dengan --from: ganti juga keputusan orang lain yang berbeda")
    command.add_argument("--out", type=Path, default=Path("reports"), metavar="FOLDER", help="folder laporan terakhir (bawaan: reports)")
    command.add_argument("--lang", default=LANGUAGES[0], choices=LANGUAGES, help="bahasa jawaban perintah ini (bawaan: id)")
    decided(command)


# What the command itself says; what is refused has words of its own.
_TALK = {
    "ways": (
        "sebutkan ID temuan dan keputusannya, atau --list, atau --from BERKAS.xlsx; lihat lakip decide --help",
        "name the ID of a finding and the decision, or --list, or --from FILE.xlsx; see lakip decide --help",
    ),
    "unreadable": (
        "keputusan di {folder} tidak dapat dibaca atau ditulis: {why}",
        "the decisions in {folder} cannot be read or written: {why}",
    ),
    "recorded": ("dicatat: {id} {kind} ({document}, {rule})", "recorded: {id} {kind} ({document}, {rule})"),
    "row": ("baris {row}: {why}", "row {row}: {why}"),
    "counted": (
        "{made} keputusan dicatat, {unchanged} sudah tercatat, {refused} baris ditolak",
        "decisions recorded: {made}, recorded before: {unchanged}, rows refused: {refused}",
    ),
    "stored": ("tersimpan di {path}", "stored in {path}"),
    "damaged": ("berkas keputusan: baris {lines} rusak dan dilewati", "file of decisions: damaged lines {lines} are passed over"),
}


def day(text: str) -> str:
    """A day as ISO prints it, however it was written."""
    from pipeline.report.dates import day_of

    try:
        return day_of(text).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def run_decide(arguments: argparse.Namespace) -> int:
    """Record a decision, or those of a workbook, or list what is recorded."""
    from pipeline.refusals import RefusedError

    ways = [bool(arguments.finding), arguments.list, arguments.sheet is not None]
    if sum(ways) != 1:
        _say(arguments, "ways")
        return WRONG_USE
    try:
        if arguments.list:
            return _list(arguments)
        return _from_sheet(arguments) if arguments.sheet is not None else _one(arguments)
    except RefusedError as refusal:
        talk(refusal.told(arguments.lang))
    except OSError as error:
        _say(arguments, "unreadable", folder=arguments.decisions, why=error.strerror)
    return WRONG_USE


def _say(arguments: argparse.Namespace, name: str, **values: object) -> None:
    """A line of the command's own talk, in the language that was chosen."""
    talk(_TALK[name][LANGUAGES.index(arguments.lang)].format(**values))


def _list(arguments: argparse.Namespace) -> int:
    from pipeline import decision_store
    from pipeline.deciding import listed
    from pipeline.report.text import clean, one_line

    recorded = decision_store.load(arguments.decisions)
    for row in listed(recorded.standing):
        print("\t".join(one_line(clean(value)) for value in row))
    if recorded.damaged:
        _say(arguments, "damaged", lines=", ".join(map(str, recorded.damaged)))
    return DONE


def _one(arguments: argparse.Namespace) -> int:
    from pipeline import decision_store
    from pipeline.audit.decisions import Undone
    from pipeline.deciding import decided as ruled
    from pipeline.deciding import kind_of, of_one_cause, subject_of, subjects, undone
    from pipeline.refusals import RefusedError
    from pipeline.report.machine_reading import earlier
    from rules.outcome import Decision

    kind = kind_of(" ".join(arguments.decision))
    if arguments.sebab and (kind is None or arguments.nilai):
        raise RefusedError("cause_with_value")
    run = earlier(arguments.out)
    said = (arguments.alasan, arguments.oleh, arguments.tanggal or arguments.today(), arguments.nilai, arguments.tanggapan)
    reason, by, date, *rest = (" ".join(text.split()) for text in said)

    def plan(recorded: Recorded) -> list[Ruling]:
        known = subjects(run, recorded)
        subject = subject_of(arguments.finding, known, arguments.out)
        if kind is None:
            return [undone(subject, recorded, Undone(by, reason, date))]
        decision = Decision(kind, reason, by, date, *rest)
        wanted = of_one_cause(subject, known) if arguments.sebab else (subject,)
        return [ruled(one, decision, arguments.lokasi) for one in wanted]

    for made in decision_store.add(arguments.decisions, plan):
        _say(arguments, "recorded", id=made.finding, kind=kind or decision_store.UNDONE, document=made.about.document, rule=made.rule)
    _say_stored(arguments)
    return DONE


def _from_sheet(arguments: argparse.Namespace) -> int:
    from pipeline import decision_store
    from pipeline.deciding import Plan, planned, subjects
    from pipeline.decision_sheet import read_sheet
    from pipeline.report.machine_reading import earlier
    from rules.outcome import Decision, Keputusan

    rows, run = read_sheet(arguments.sheet), earlier(arguments.out)
    told = Decision(Keputusan.SAH, "", " ".join(arguments.oleh.split()), arguments.tanggal or arguments.today())
    plans: list[Plan] = []

    def plan(recorded: Recorded) -> tuple[Ruling, ...]:
        plans.append(planned(rows, subjects(run, recorded), recorded, told, over=arguments.timpa))
        return plans[-1].rulings

    recorded = decision_store.add(arguments.decisions, plan)
    (done,) = plans
    for row, refusal in done.refused:
        _say(arguments, "row", row=row, why=refusal.told(arguments.lang))
    _say(arguments, "counted", made=len(recorded), unchanged=done.unchanged, refused=len(done.refused))
    if recorded:
        _say_stored(arguments)
    if done.refused:
        return SOME_UNREAD if recorded or done.unchanged else WRONG_USE
    return DONE


def _say_stored(arguments: argparse.Namespace) -> None:
    """Where it is now: the folder goes by where the command is run."""
    _say(arguments, "stored", path=(arguments.decisions / DECISIONS_FILE).resolve())
