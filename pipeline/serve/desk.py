"""The reports on a reviewer's desk: read and checked as they come, and checked anew when a reading was corrected.

What was decided is never kept here but read from the file of decisions each time, so that whoever else decides is heeded at once,
and nothing is lost with this process.
"""

from __future__ import annotations

import hashlib
import os
import threading
import traceback
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from extractors.model import Category, Document, Problem
from pipeline import decision_store, ingest, runner
from pipeline.audit.decisions import About, Ruling, Stale, about, reviewed, same_report
from pipeline.audit.second_reading import Reread
from pipeline.decision_store import Recorded
from pipeline.ingest import Collected, Source
from pipeline.serve.rereading import Memory
from pipeline.serve.workshop import Workshop
from pipeline.settings import DECISIONS, DECISIONS_FILE, Settings
from pipeline.stages import Broken, Checked, nothing_known
from rules.base import all_rules
from rules.outcome import Finding

# Checked with so many different sets of corrections, the oldest is forgotten: undoing one is then as quick as making it.
_REMEMBERED = 4

Corrections = tuple[Ruling, ...]


class State(StrEnum):
    """How far a report is; AGAIN: a reading was corrected, and what is shown is from before that."""

    WAITING = "waiting"
    READY = "ready"
    AGAIN = "again"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it lies there now. `carried` are the corrections that its findings rest on; nothing is known of one that waits."""

    key: str
    source: Source
    state: State
    checked: Checked | None = None
    carried: Corrections = ()
    stale: tuple[Stale, ...] = ()

    @property
    def settled(self) -> bool:
        """Whether what is known of it rests on the corrections that hold now."""
        return self.state in (State.READY, State.UNREAD)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Its findings with what was decided of them."""
        return self.checked.findings if self.checked else ()

    @property
    def about(self) -> About:
        """Which report it is."""
        return _about(self.checked) if self.checked else About(self.source.name, self.source.sha256)


@dataclass(frozen=True, slots=True)
class Ears:
    """Who hears of progress, and who of what of ours broke."""

    say: Callable[[str], None]
    complain: Callable[[Sequence[Broken]], None]


@dataclass(frozen=True, slots=True)
class Look:
    """Everything on the desk at one moment."""

    reports: tuple[Report, ...]
    problems: tuple[Problem, ...]
    damaged: tuple[int, ...] = ()

    def report(self, key: str) -> Report | None:
        """The report of a key."""
        return next((report for report in self.reports if report.key == key), None)


class _Held:
    """A report with what was made of it under each set of corrections."""

    def __init__(self, source: Source) -> None:
        """A file that was found."""
        self.key = hashlib.sha256(f"{source.sha256} {source.name}".encode()).hexdigest()[:12]
        self.source = source
        self.document: Document | None = None
        self.audits: dict[Corrections, runner.Audited] = {}
        self.asked: set[Corrections] = set()
        self.latest: Corrections = ()


class Desk:
    """The reports of one run of the command, for all threads that answer the browser."""

    def __init__(self, collected: Collected, settings: Settings, workshop: Workshop, ears: Ears) -> None:
        """Nothing is read before `start`."""
        rules = all_rules()
        means = runner.means_of(collected.sources, settings, rules, lambda _: None)
        self._means = replace(means, reader=Memory(means.reader))
        self._held = tuple(map(_Held, collected.sources))
        self._problems = collected.problems
        self._unread = deque(self._held)
        self._workshop, self._settings, self._ears = workshop, settings, ears
        self._changed = threading.Condition(threading.RLock())
        self._recorded: tuple[object, Recorded] = (None, Recorded())

    @property
    def settings(self) -> Settings:
        """How the reports are read, and where what is made of them goes."""
        return self._settings

    @property
    def decisions(self) -> Path:
        """The folder of the decisions."""
        return self._settings.decisions or Path(DECISIONS)

    def start(self) -> None:
        """Begin to read, as many documents at a time as the settings say."""
        for _ in range(self._settings.jobs):
            threading.Thread(target=self._read, daemon=True).start()

    def look(self) -> Look:
        """What lies there, with what is decided of it by now. Raises OSError where the decisions cannot be read."""
        return self.look_with(self._load())

    def look_with(self, recorded: Recorded) -> Look:
        """The same with these decisions."""
        with self._changed:
            now = [self._now(held, recorded) for held in self._held]
        read = [(report, audit) for report, audit in now if audit]
        asked = [(_about(audit.checked[0]), audit.checked[0].findings) for _, audit in read]
        done = reviewed(asked, recorded.standing, [ruling for _, audit in read for ruling in audit.settled])
        by_key = {report.key: findings for (report, _), findings in zip(read, done.findings, strict=True)}
        stale = _by_report([report for report, _ in now], done.stale)
        reports = tuple(_with(report, by_key.get(report.key, ()), stale.get(report.key, ())) for report, _ in now)
        return Look(reports, self._problems, recorded.damaged)

    def wait_for(self, key: str, seconds: float) -> None:
        """Until a report is ready, or the time is over."""
        recorded = self._load()
        with self._changed:
            held = next((one for one in self._held if one.key == key), None)
            if held is not None:
                corrections = _corrections(held, recorded)
                self._changed.wait_for(lambda: corrections in held.audits, seconds)

    def without(self, key: str, finding: str) -> Checked | None:
        """A report as it was before the correction made on one of its findings, if that is remembered."""
        with self._changed:
            held = next((one for one in self._held if one.key == key), None)
            before = tuple(ruling for ruling in held.latest if ruling.finding != finding) if held else ()
            return _checked(held.audits.get(before)) if held else None

    # -------------------------------------------------------------- reading and checking

    def _read(self) -> None:
        while True:
            try:
                held = self._unread.popleft()
            except IndexError:
                return
            document = self._document(held.source)
            with self._changed:
                held.document = document
            self._ears.say(f"dibaca   {document.name}")
            try:
                corrections = _corrections(held, self._load())
            except OSError:
                corrections = ()
            self._ask(held, corrections, awaited=False)

    def _document(self, source: Source) -> Document:
        """The file as read; whatever keeps it from being read is said, so that nobody waits for ever."""
        try:
            return ingest.read(source, self._settings.engine, self._settings.timeout)
        except Exception as error:  # noqa: BLE001  also that no thread can be had is no OSError
            advice, why = "Tutup program lain, lalu jalankan ulang.", getattr(error, "strerror", "") or error
            problem = Problem(source.name, "extract", Category.CRASHED, f"Tidak dapat dibaca ({why}).", advice)
            return Document(source.name, source.sha256, source.kind, (), (), (problem,))

    def _ask(self, held: _Held, corrections: Corrections, *, awaited: bool) -> None:
        """Have a report checked with these corrections, unless that is under way."""
        with self._changed:
            if held.document is None or corrections in held.asked:
                return
            held.asked.add(corrections)
        document = held.document
        self._workshop.put(lambda: self._check(held, document, corrections), awaited=awaited)

    def _check(self, held: _Held, document: Document, corrections: Corrections) -> None:
        try:
            as_read = held.audits.get(())
            done = runner.audited([document], corrections, self._means, as_read.checked if as_read else ())
        except Exception:  # noqa: BLE001  the other reports go on, and this one says that it could not be checked
            done = runner.Audited((_broken(document, traceback.format_exc()),), Reread(), ())
        self._ears.complain(done.checked[0].broken)
        with self._changed:
            held.audits[corrections] = done
            held.asked.discard(corrections)
            for old in [one for one in held.audits if one][:-_REMEMBERED]:
                del held.audits[old]
            self._changed.notify_all()
        self._ears.say(f"diperiksa {document.name}: {len(done.checked[0].findings)} temuan")

    def _now(self, held: _Held, recorded: Recorded) -> tuple[Report, runner.Audited | None]:
        """A report with the newest that is known of it; what is missing is asked for."""
        corrections = _corrections(held, recorded)
        if corrections not in held.audits:
            self._ask(held, corrections, awaited=True)
            found = held.audits.get(held.latest)
            return Report(held.key, held.source, State.AGAIN if found else State.WAITING, _checked(found), _settled(found)), found
        held.latest = corrections
        found = held.audits[corrections]
        unread = runner.is_unread(found.checked[0].document) or not found.checked[0].ran
        return Report(held.key, held.source, State.UNREAD if unread else State.READY, _checked(found), found.settled), found

    def _load(self) -> Recorded:
        """The decisions, read again when the file has changed.

        Never while holding the desk: who writes them holds the file, and then asks for the desk.
        """
        try:
            found = (self.decisions / DECISIONS_FILE).stat()
            stamp: object = (found.st_mtime_ns, found.st_size, found.st_ino)
        except FileNotFoundError:
            return Recorded()
        known, recorded = self._recorded
        if known != stamp:
            recorded = decision_store.load(self.decisions)
            self._recorded = (stamp, recorded)
        return recorded


def _corrections(held: _Held, recorded: Recorded) -> Corrections:
    return tuple(r for r in recorded.standing if r.about.sha256 == held.source.sha256 and r.decision and r.decision.value)


def _broken(document: Document, detail: str) -> Checked:
    """A document that we could not check: it is accused of nothing, and it is not said to be right."""
    message, advice = "Pemeriksaan dokumen ini gagal karena kesalahan program.", "Laporkan yang tercetak di jendela terminal."
    problem = Problem(document.name, "check", Category.ENGINE, message, advice)
    kept = replace(document, problems=(*document.problems, problem))
    return Checked(kept, nothing_known(document), (), (), (), (Broken(document.name, "serve", detail),))


def _about(checked: Checked) -> About:
    return about(checked.document.name, checked.document.sha256, checked.view)


def _checked(found: runner.Audited | None) -> Checked | None:
    return found.checked[0] if found else None


def _settled(found: runner.Audited | None) -> Corrections:
    return found.settled if found else ()


def _with(report: Report, findings: tuple[Finding, ...], stale: tuple[Stale, ...]) -> Report:
    return replace(report, checked=replace(report.checked, findings=findings), stale=stale) if report.checked else report


def _by_report(reports: Sequence[Report], stale: Sequence[Stale]) -> dict[str, tuple[Stale, ...]]:
    """The decisions that hold no longer, each with the file that it was made on, or else with the first that is the same report."""
    found: dict[str, tuple[Stale, ...]] = {}
    for one in stale:
        asked = one.ruling.about
        same = [report for report in reports if report.checked and same_report(asked, report.about)]
        same.sort(key=lambda report: report.source.sha256 != asked.sha256)
        for report in same[:1]:
            found[report.key] = (*found.get(report.key, ()), one)
    return found


def changed_since(source: Source) -> bool:
    """Whether the file is no longer the one that was read, as far as its size tells."""
    try:
        return os.stat(source.path).st_size != source.size  # noqa: PTH116
    except OSError:
        return True
