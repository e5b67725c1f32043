"""Words that say whether a target was reached, held against the capaian of their row or sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rules import show
from rules.capaian import may_fall
from rules.compare import at_most
from rules.compare_sides import falls_short, reaches
from rules.facts import Baris, Fact, Location, Measure, Mention, ReportView
from rules.outcome import HOLDS, Comparison, Verdict
from rules.predikat import worked_out
from rules.quantity import Quantity
from rules.rows import same_year
from rules.said import Judgement, Kabar
from rules.texts import sentences_with

OWN_LIMIT = "laporan ini menetapkan sendiri kapan target disebut tercapai atau berhasil"
SEVERAL = "capaian yang dimaksud tidak pasti"
UNMADE = "capaian yang tercetak tidak sama dengan realisasi dibagi target; lihat aturan capaian"

_OWN_LIMIT = re.compile(
    r"\b(?:dikatakan|dinyatakan|dikategorikan|dianggap|disebut|dinilai|predikat)\W+(?:\w+\W+){0,3}(?:tidak\s+)?(?:berhasil|tercapai)\b"
    r"|\b(?:berhasil|tercapai)\W+(?:apabila|jika|bila(?:mana)?)\b",
    re.IGNORECASE,
)
# `mencapai target sebesar 55 %` states a capaian, and `82 %, di atas target 75 %` a level.
_LEVEL = re.compile(
    r"\btarget\w*[^.;%\d]{0,40}\d[\d.,]*\s?(?:%|persen)|\bmencapai\s+target\s+(?:kinerja\s+)?(?:sebesar|sebanyak|\d)|\bdi\s?atas\b",
    re.IGNORECASE,
)
_LABEL = re.compile(r"berhasil|tercapai|melampaui|melebihi", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement with the capaian it speaks of, and what the comparison came to."""

    judgement: Judgement
    result: Comparison
    places: tuple[Location, ...]


def in_cells(report: ReportView) -> Iterator[Judged]:
    """The judgements of rows that state one capaian."""
    judgements = [one for one in report.said.judgements if one.table]
    own = bool(judgements) and has_own_limit(report)
    tables = {tabel.id: tabel for tabel in report.tables}
    for one in judgements:
        yield from _of_row(one, tables[one.table].baris[one.row], own=own)


def in_sentences(report: ReportView) -> Iterator[Judged]:
    """The judgements of sentences that state capaian, or a realisasi beside its target."""
    judgements = [one for one in report.said.judgements if not one.table]
    own = bool(judgements) and has_own_limit(report)
    by_text: dict[str, list[Mention]] = defaultdict(list)
    for mention in report.mentions:
        by_text[mention.location.text].append(mention)
    for one in judgements:
        compared = list(_of_mentions(one, by_text.get(one.location.text, [])))
        if compared:
            yield _together(one, compared, own=own)


def has_own_limit(report: ReportView) -> bool:
    """Whether a report says itself from which capaian on it speaks of success."""
    bands = (band.label for skala in report.scales for band in skala.bands)
    return any(_LABEL.search(label) for label in bands) or any(
        _OWN_LIMIT.search(sentence.text) for sentence in sentences_with(report, "berhasil", "tercapai")
    )


def _of_row(one: Judgement, baris: Baris, *, own: bool) -> Iterator[Judged]:
    facts = [fact for fact in baris.all(Measure.CAPAIAN) if fact.quantity is not None]
    latest = [fact for fact in facts if fact.year == max((f.year or 0 for f in facts), default=0)] if len(facts) > 1 else facts
    if len(latest) != 1 or latest[0].quantity is None:
        if latest:
            yield Judged(one, _unchecked(one, SEVERAL), (one.location,))
        return
    doubt = OWN_LIMIT if own else _unproven(baris, latest[0])
    result = _compared(one, latest[0].quantity, doubt, _levels(baris, latest[0]))
    yield Judged(one, result, (one.location, latest[0].location))


def _levels(baris: Baris, capaian: Fact) -> str:
    """Realisasi and target of a capaian, to be shown beside it."""
    achieved, targets = same_year(baris, Measure.KINERJA, capaian), same_year(baris, Measure.TARGET, capaian)
    if len(achieved) != 1 or len(targets) != 1:
        return ""
    return f"realisasi {show.printed(achieved[0].number)} dari target {show.printed(targets[0].number)}, "


def _unproven(baris: Baris, fact: Fact) -> str:
    """A capaian that its own row does not make says nothing sure of the target."""
    made = worked_out(baris, fact)
    if made is None:
        return "" if fact.column.explicit else SEVERAL
    agrees = fact.quantity is not None and made.value in fact.quantity.interval()
    return "" if agrees or _same_side(fact.quantity, made) else UNMADE


def _same_side(one: Quantity | None, two: Quantity) -> bool:
    if one is None:
        return False
    return (falls_short(one).verdict == Verdict.LOLOS) == (falls_short(two).verdict == Verdict.LOLOS)


def _of_mentions(one: Judgement, said: Sequence[Mention]) -> Iterator[Comparison]:
    """Each realisasi against the target of its claim; else each capaian, unless a percentage may be the target's level itself."""
    pairs = [(a, b) for a in said for b in said if a.claim == b.claim and (a.measure, b.measure) == (Measure.KINERJA, Measure.TARGET)]
    if pairs:
        if not may_fall(one.location.text):
            yield from (_of_pair(one, a.quantity, b.quantity) for a, b in pairs if a.quantity.unit == b.quantity.unit)
    elif not _LEVEL.search(one.location.text):
        yield from (_compared(one, m.quantity, "") for m in said if m.measure == Measure.CAPAIAN)


def _of_pair(one: Judgement, achieved: Quantity, target: Quantity) -> Comparison:
    result = at_most(target, achieved)
    reached = result.verdict in HOLDS
    short = one.kabar == Kabar.TIDAK_TERCAPAI
    verdict = Verdict.TEMUAN if reached == short and achieved.value != target.value else Verdict.LOLOS
    sign = "≥" if reached else "<"
    working = f"realisasi {show.printed(achieved)} {sign} target {show.printed(target)}"
    return Comparison(verdict, one.words, f"{'tercapai' if reached else 'tidak tercapai'} ({working})", working=working)


def _together(one: Judgement, compared: Sequence[Comparison], *, own: bool) -> Judged:
    """A sentence is at odds with its figures only where it is with all of them."""
    failing = [result for result in compared if result.verdict == Verdict.TEMUAN]
    places = (one.location,)
    if failing and len(failing) < len(compared):
        return Judged(one, _unchecked(one, SEVERAL), places)
    chosen = (failing or compared)[0]
    return Judged(one, _unchecked(one, OWN_LIMIT, chosen.expected) if failing and own else chosen, places)


def _compared(one: Judgement, capaian: Quantity, doubt: str, levels: str = "") -> Comparison:
    """Reached from 100 on, gone beyond above it, not reached below it."""
    short = one.kabar == Kabar.TIDAK_TERCAPAI
    result = falls_short(capaian) if short else reaches(capaian)
    expected = f"{'tercapai' if short else 'tidak tercapai'} ({levels}capaian {show.printed(capaian)})"
    if result.verdict == Verdict.TEMUAN and doubt:
        return _unchecked(one, doubt, expected)
    return Comparison(result.verdict, one.words, expected, result.difference, result.working)


def _unchecked(one: Judgement, reason: str, expected: str = "") -> Comparison:
    return Comparison(Verdict.TAK_DIPERIKSA, one.words, expected, reason=reason)
